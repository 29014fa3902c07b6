"""What the books find wrong by themselves, whatever matching says: days missing, banks silent."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.money import Money
from services.bank_ports import BankAccount
from services.bank_proof import gaps_of
from services.exception_ports import ExceptionEvent, ExceptionItem, ExceptionState, Happened
from services.match_ports import MATCHER
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of
from services.see_banks import STALE_DAYS

STATEMENT_GAP = "statement_gap"
SOURCE_SILENT = "source_silent"
KINDS = frozenset({STATEMENT_GAP, SOURCE_SILENT})


def find_in_books(books: Books, cause: Cause) -> None:
    """Open what is wrong with the bank accounts, and close what is right again."""
    standing = {
        (each.kind, each.about): each for each in books.exceptions.standing() if each.kind in KINDS
    }
    found = {
        (each.kind, each.about): each
        for account in books.banks.accounts()
        for each in (*_gaps(books, account), *_silence(books, account, cause))
    }
    new = [each for key, each in found.items() if key not in standing]
    books.exceptions.add(new, ExceptionEvent(Happened.OPENED, MATCHER, cause.at))
    for key, mine in standing.items():
        if key not in found:
            done = replace(
                mine, state=ExceptionState.CLOSED, snoozed_until=None, closed_at=cause.at
            )
            books.exceptions.change(done, ExceptionEvent(Happened.CLOSED, MATCHER, cause.at))
        elif mine.amount != found[key].amount:
            now = replace(mine, amount=found[key].amount)
            books.exceptions.change(now, ExceptionEvent(Happened.CHANGED, MATCHER, cause.at))


def _gaps(books: Books, account: BankAccount) -> Iterator[ExceptionItem]:
    for gap in gaps_of(books, account):
        yield ExceptionItem(
            kind=STATEMENT_GAP,
            records=(f"account:{account.id}:{gap.before.isoformat()}",),
            amount=abs(gap.missing),
            since=gap.after,
            cause="days_missing",
            step="bring_statement",
        )


def _silence(books: Books, account: BankAccount, cause: Cause) -> Iterator[ExceptionItem]:
    ends = [each.closed_on for each in books.banks.statements(account.id) if each.closed_on]
    last_on = max([*ends, *filter(None, [books.banks.last_line_on(account.id)])], default=None)
    if last_on is None or (shop_of(books).day_of(cause.at) - last_on).days <= STALE_DAYS:
        return
    yield ExceptionItem(
        kind=SOURCE_SILENT,
        records=(f"account:{account.id}:",),
        amount=Money.zero(account.currency),
        since=last_on,
        cause="told_nothing",
        step="bring_statement",
    )
