"""Any record of the books in a few words: a document, a bank line, a cash entry."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ledger.accounts import LANGUAGES
from ledger.cash import CashCategory
from ledger.documents import Document, OrderStage
from ledger.journal import PostedEntry
from ledger.money import Money
from services.bank.bank_ports import BankLine
from services.matching.post_links import cash_entries, id_of_line
from services.ports import Books
from services.posting import shop_of, till_in


@dataclass(frozen=True, slots=True)
class RecordSeen:
    """What is said of a record when it is spoken of."""

    key: str
    kind: str
    """"order", "payment", "refund", "chargeback", "payout", "bank", "cash", "account", "crm" or
    "connection"."""
    name: str
    """What people call it: an order's number, an entry's, an account's name; of a bank line who
    it is with."""
    amount: Money
    """Below zero when money left."""
    day: dt.date
    who: str = ""
    text: str = ""
    fee: Money | None = None
    refunded: Money | None = None
    stage: OrderStage | None = None
    is_deposit: bool = False
    """Whether it is cash that was carried to the bank."""
    names: tuple[tuple[str, str], ...] = ()
    """What it is called in each language, where that differs: a bank account."""

    def called(self, language: str) -> str:
        """Give what people of a language call it."""
        return dict(self.names).get(language, self.name)

    @property
    def net(self) -> Money:
        """Give what is left of it after its fee."""
        return self.amount if self.fee is None else self.amount - self.fee


def see_records(books: Books, keys: Collection[str]) -> Mapping[str, RecordSeen]:
    """Give what is said of some records, by their keys; what is gone is left out."""
    moved = {"bank", "cash", "account", "crm", "connection"}
    documents = [each for each in keys if each.partition(":")[0] not in moved]
    lines = [id_of_line(each) for each in keys if each.startswith("bank:")]
    cash = [each for each in keys if each.startswith("cash:")]
    day_of = shop_of(books).day_of
    found = {
        each.document.key: _document(each.document, day_of(each.document.happened_at))
        for each in books.documents.of_keys(documents)
    }
    found |= {f"bank:{each.id}": _line(each) for each in books.banks.find_lines(lines)}
    found |= _accounts(books, [each for each in keys if each.startswith("account:")])
    found |= {
        key: _source(books, key) for key in keys if key.partition(":")[0] in {"crm", "connection"}
    }
    return found | {key: _cash(key, each) for key, each in cash_entries(books, cash).items()}


def raw_of_record(books: Books, key: str) -> bytes | None:
    """Give a record as it came; None when it is gone, or was typed."""
    if key.startswith("bank:"):
        return books.banks.raw_of(id_of_line(key))
    if key.startswith("crm:"):
        _, connection, entity, record_id = key.split(":", 3)
        named = (entity, int(record_id))
        return books.crm.newest(connection, [named]).get(named)
    found = books.documents.of_keys([key])
    if not found:
        return None
    kept, raw = found[0], None
    for version in range(kept.version, 0, -1):
        # An older telling that came late took a version of its own.
        raw = books.documents.raw_of(kept.id, version)
        if raw is not None:
            break
    return raw


def _accounts(books: Books, keys: Sequence[str]) -> dict[str, RecordSeen]:
    """Give bank accounts, each with the day that it is spoken of because of."""
    if not keys:
        return {}
    known = {each.id: each for each in books.banks.accounts()}
    chart, language = books.accounts.chart(), shop_of(books).language
    found = {}
    for key in keys:
        _, account_id, day = key.split(":", 2)
        account = known.get(int(account_id))
        if account is not None:
            balance = books.balances.of(account.key, account.currency)
            on = dt.date.fromisoformat(day) if day else books.banks.last_line_on(account.id)
            names = tuple((each, chart[account.key].name(each)) for each in LANGUAGES)
            name = chart[account.key].name(language)
            found[key] = RecordSeen(key, "account", name, balance, on or dt.date.min, names=names)
    return found


def _source(books: Books, key: str) -> RecordSeen:
    """Name a connection, or a record of one that can't be read."""
    kind, _, name = key.partition(":")
    name = name if kind == "connection" else " ".join(name.split(":")[1:])
    return RecordSeen(key, kind, name, Money.zero(shop_of(books).base_currency), dt.date.min)


def _document(document: Document, day: dt.date) -> RecordSeen:
    return RecordSeen(
        key=document.key,
        kind=document.kind.value,
        name=document.number or document.external_id,
        amount=document.money,
        day=day,
        who=(document.party.name if document.party is not None else None)
        or document.provider
        or "",
        fee=document.fee,
        refunded=document.refunded,
        stage=document.stage,
    )


def _line(kept: BankLine) -> RecordSeen:
    line = kept.line
    return RecordSeen(
        key=f"bank:{kept.id}",
        kind="bank",
        name=str(kept.id),
        amount=line.amount,
        day=line.booked_on,
        who=line.counterparty or "",
        text=line.purpose,
    )


def _cash(key: str, posted: PostedEntry) -> RecordSeen:
    entry, till = posted.entry, till_in(posted)
    amount = next(leg.amount for leg in entry.postings if leg.account == till)
    return RecordSeen(
        key=key,
        kind="cash",
        name=str(posted.number),
        amount=amount,
        day=entry.belongs_on or entry.booked_on,
        who=entry.counterparty or "",
        text=entry.narration,
        is_deposit=entry.category == CashCategory.BANK_DEPOSIT,
    )
