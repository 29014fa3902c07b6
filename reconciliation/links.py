"""What matching finds: links with their grounds, and questions that it leaves to people."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """Which two kinds of records a link joins; the left one is named first."""

    ORDER_PAYMENT = "order_payment"
    ORDER_BANK = "order_bank"
    ORDER_CASH = "order_cash"
    PAYMENT_PAYOUT = "payment_payout"
    PAYOUT_BANK = "payout_bank"
    CASH_BANK = "cash_bank"


class Ground(StrEnum):
    """What speaks for a link, or against it."""

    CONFIRMED = "confirmed"
    NUMBER = "number"
    NUMBER_BARE = "number_bare"
    NUMBER_NEAR = "number_near"
    NUMBER_OTHER = "number_other"
    AMOUNT = "amount"
    AMOUNT_REST = "amount_rest"
    AMOUNT_PART = "amount_part"
    AMOUNT_LESS = "amount_less"
    AMOUNT_LITTLE = "amount_little"
    AMOUNT_MORE = "amount_more"
    AMOUNT_SUM = "amount_sum"
    AMOUNT_SPLIT = "amount_split"
    AMOUNT_RARE = "amount_rare"
    AMOUNT_LAST = "amount_last"
    AMOUNT_WHOLE = "amount_whole"
    AMOUNT_ODD = "amount_odd"
    AMOUNT_OFF = "amount_off"
    AMOUNT_OVER = "amount_over"
    AMOUNT_NEARLY = "amount_nearly"
    AMOUNT_EXTRA = "amount_extra"
    AMOUNT_EQUAL = "amount_equal"
    AMOUNT_ALONE = "amount_alone"
    AMOUNT_GROSS = "amount_gross"
    TAX_ID = "tax_id"
    PHONE = "phone"
    PAYER_BEFORE = "payer_before"
    PAYER_LEARNED = "payer_learned"
    NAME = "name"
    NAME_INITIAL = "name_initial"
    NAME_SURNAME = "name_surname"
    NAME_GIVEN = "name_given"
    NAME_RELATIVE = "name_relative"
    NAME_OTHER = "name_other"
    CARD_OTHER = "card_other"
    NAME_COMMON = "name_common"
    SAME_CUSTOMER = "same_customer"
    NAME_IN_TEXT = "name_in_text"
    NAME_TOLD = "name_told"
    NAME_ALONE = "name_alone"
    TIME_CLOSE = "time_close"
    DAY = "day"
    DAY_EARLY = "day_early"
    DAY_LATE = "day_late"
    DAY_AFTER = "day_after"
    DAY_NAMED = "day_named"
    DAY_NAMED_OTHER = "day_named_other"
    METHOD = "method"
    METHOD_OTHER = "method_other"
    RAIL = "rail"
    PAID_AGAIN = "paid_again"
    PAID_SINCE = "paid_since"
    GAVE_BACK = "gave_back"
    TAKEN = "taken"
    LISTED = "listed"
    BATCH = "batch"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that belong together.

    `amount` is what of the right record stands for the left one, in minor units; `chance` is how
    often in a thousand such a link is right.
    """

    kind: LinkKind
    left: str
    right: str
    amount: int
    grounds: tuple[Ground, ...]
    chance: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is not resolved by a machine: a record, and what it may belong to, best first."""

    record: str
    candidates: tuple[str, ...]
