"""What the books have, as the records that matching knows."""

import datetime as dt

from ledger.cash import CASH_RULES, CashCategory
from ledger.documents import Document, DocumentKind, OrderStage, ReferenceKind
from ledger.journal import PostedEntry
from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record
from services.bank.bank_ports import BankLine as KeptLine
from services.posting import till_in
from services.shop import Shop

_PAYMENT_KINDS = {
    DocumentKind.PAYMENT: "charge",
    DocumentKind.REFUND: "refund",
    DocumentKind.CHARGEBACK: "chargeback",
}


def line_key(line_id: int) -> str:
    """Name a bank line among all records."""
    return f"bank:{line_id}"


def id_in(document: Document) -> str:
    """Give what matching calls a document by, before it is known to be the only one so called."""
    kind = "payment" if document.kind in _PAYMENT_KINDS else document.kind.value
    return f"{kind}:{document.external_id}"


def record_of(document: Document, key: str, shop: Shop) -> Record:
    """Give a document as a record under a key of matching's own."""
    match document.kind:
        case DocumentKind.ORDER:
            return _order(document, key, shop)
        case DocumentKind.PAYOUT:
            return _payout(document, key, shop)
        case _:
            return _payment(document, key, shop)


def bank_record(kept: KeptLine, account: str) -> BankLine:
    """Give a bank line as a record; its account is named by its number."""
    line = kept.line
    return BankLine(
        key=line_key(kept.id),
        account=account,
        booked_on=line.booked_on,
        currency=line.amount.currency,
        amount=line.amount.minor,
        counterparty=line.counterparty or "",
        counterparty_account=line.counterparty_account or "",
        tax_id=line.counterparty_tax_id or "",
        purpose=" ".join(each for each in (line.purpose, line.reference) if each),
    )


def cash_record(posted: PostedEntry, key: str, shop: Shop) -> CashEntry | None:
    """Give a till's entry as a record; None when it moved no till."""
    entry, till = posted.entry, till_in(posted)
    moved = [leg.amount for leg in entry.postings if leg.account == till]
    if not moved or entry.category is None:
        return None
    amount = moved[0]
    return CashEntry(
        key=key,
        happened_at=_at(entry.occurred_at, entry.belongs_on or entry.booked_on, shop),
        direction="in" if amount.minor > 0 else "out",
        currency=amount.currency,
        amount=abs(amount.minor),
        category=entry.category,
        order_ref=entry.order_reference or "",
        note=" ".join(each for each in (entry.narration, entry.counterparty) if each),
        party=entry.counterparty or "",
    )


def account_of_category(category: str) -> str:
    """Give the account that a cash entry of a category is posted against."""
    return CASH_RULES[CashCategory(category)].account


def _order(document: Document, key: str, shop: Shop) -> Order:
    party = document.party
    closed_at = document.closed_at
    stage = document.stage or OrderStage.OPEN
    return Order(
        key=key,
        number=document.number or document.external_id,
        created_at=_clock(document.happened_at, shop),
        closed_at=None if closed_at is None else _clock(closed_at, shop),
        status=stage.value,
        currency=document.money.currency,
        total=document.money.minor,
        refunded=0 if document.refunded is None else document.refunded.minor,
        customer=(party.name if party is not None else None) or "",
        phone=(party.phone if party is not None else None) or "",
        tax_id=(party.tax_id if party is not None else None) or "",
        channel=document.channel or "",
        method=document.paid_by or "",
    )


def _payment(document: Document, key: str, shop: Shop) -> Payment:
    fee = 0 if document.fee is None else document.fee.minor
    return Payment(
        key=key,
        provider=document.provider or document.source,
        merchant=_reference(document, ReferenceKind.MERCHANT),
        order_ref=_reference(document, ReferenceKind.ORDER),
        created_at=_clock(document.happened_at, shop),
        kind=_PAYMENT_KINDS[document.kind],
        currency=document.money.currency,
        gross=document.money.minor,
        fee=fee,
        net=document.money.minor - fee,
        payout=_reference(document, ReferenceKind.PAYOUT),
        payer=(document.party.name if document.party is not None else None) or "",
    )


def _payout(document: Document, key: str, shop: Shop) -> Payout:
    fee = 0 if document.fee is None else document.fee.minor
    net = document.money.minor
    return Payout(
        key=key,
        provider=document.provider or document.source,
        merchant=_reference(document, ReferenceKind.MERCHANT),
        paid_on=shop.day_of(document.happened_at),
        currency=document.money.currency,
        gross=net + fee if document.gross is None else document.gross.minor,
        fee=fee,
        net=net,
    )


def _reference(document: Document, kind: ReferenceKind) -> str:
    return next((each.value for each in document.references if each.kind is kind), "")


def _clock(moment: dt.datetime, shop: Shop) -> dt.datetime:
    """Give a moment as the shop's clock showed it."""
    return shop.local(moment).replace(tzinfo=None)


def _at(told_at: dt.datetime, day: dt.date, shop: Shop) -> dt.datetime:
    """Give the moment of a cash entry; one that was told on another day has only its day."""
    told = _clock(told_at, shop)
    return told if told.date() == day else dt.datetime.combine(day, dt.time(12))
