"""What is wrong, said in codes: the words are told elsewhere, in three languages."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is wrong."""

    REFUND_ONE_SIDED = "refund_one_sided"
    ORDER_OVERPAID = "order_overpaid"
    ORDER_UNPAID = "order_unpaid"
    AMOUNT_MISMATCH = "amount_mismatch"
    PAYMENT_WITHOUT_ORDER = "payment_without_order"
    DUPLICATE_PAYMENT = "duplicate_payment"
    SETTLEMENT_LATE = "settlement_late"
    SETTLEMENT_SHORT = "settlement_short"
    CASH_DEPOSIT_MISSING = "cash_deposit_missing"
    CHARGEBACK = "chargeback"
    FEE_DIFFERS = "fee_differs"


class Cause(StrEnum):
    """Why it is likely so."""

    NOTHING_PAID = "nothing_paid"
    REST_NOT_PAID = "rest_not_paid"
    PAID_TOO_MUCH = "paid_too_much"
    CANCELLED_NOT_RETURNED = "cancelled_not_returned"
    RETURNED_NOT_TOLD = "returned_not_told"
    TOLD_NOT_RETURNED = "told_not_returned"
    NUMBER_UNKNOWN = "number_unknown"
    NO_NUMBER = "no_number"
    SEVERAL_FIT = "several_fit"
    CHARGED_TWICE = "charged_twice"
    SENT_TWICE = "sent_twice"
    TAKEN_TOO = "taken_too"
    NOT_PAID_OUT = "not_paid_out"
    PAID_OUT_LATE = "paid_out_late"
    NOT_AT_BANK = "not_at_bank"
    AT_BANK_LATE = "at_bank_late"
    BANK_GOT_LESS = "bank_got_less"
    BANK_GOT_MORE = "bank_got_more"
    HELD_BACK = "held_back"
    PAYMENTS_UNKNOWN = "payments_unknown"
    COUNTED_OTHERWISE = "counted_otherwise"
    NOT_CARRIED = "not_carried"
    CARD_DISPUTED = "card_disputed"
    FEE_ABOVE = "fee_above"
    FEE_BELOW = "fee_below"


class Step(StrEnum):
    """What is best done next."""

    ASK_CUSTOMER = "ask_customer"
    ASK_MANAGER = "ask_manager"
    ASK_PROVIDER = "ask_provider"
    ASK_CASHIER = "ask_cashier"
    CHOOSE_ORDER = "choose_order"
    RETURN_MONEY = "return_money"
    CORRECT_ORDER = "correct_order"
    ANSWER_DISPUTE = "answer_dispute"
    CHECK_TARIFF = "check_tariff"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    The first record is what it is about, the others are linked to it. `amount` is the money at
    stake in minor units, above zero; `candidates` are records that may resolve it, best first.
    """

    kind: Kind
    records: tuple[str, ...]
    amount: int
    currency: str
    since: dt.date
    cause: Cause
    step: Step
    candidates: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """Give the record that it is about."""
        return self.records[0]
