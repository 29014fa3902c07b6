"""Put a bank's statements into the books: each line once, posted at once, the balance proved.

A booked line is posted against suspense, so that the bank's balance in the books is right from the
first minute; what it was for is filed later, by an entry of its own that leaves the bank's alone.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money
from ledger.periods import BookingDay
from ledger.statements import SpoiledLine, StatementLine
from services.bank.accepted_balances import take_balance_back
from services.bank.bank_accounts import find_accounts
from services.bank.bank_opening import settle_opening, sum_in
from services.bank.bank_ports import (
    BankAccount,
    BankLine,
    BankStatement,
    NewStatement,
    StatementCounts,
)
from services.bank.bank_proof import books_on, doubts_of, told_after_all
from services.bank.bank_types import (
    FileImported,
    NothingToImport,
    ReadStatement,
    StatementImported,
    WhichAccount,
)
from services.bank.same_lines import OTHER_DAYS, PENDING_DAYS, pair_lines, says_the_same
from services.bank.told_currency import told_in
from services.bank.whose_statement import Chosen, account_of, is_unclear
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

SUSPENSE = "asset.suspense"
BANK = "bank"
"""The source of entries that bank lines lead to; the external id is the line's."""
_AT_ONCE = 1_000
"""Lines that are posted together: a file of any length takes little memory for it."""
_AROUND = dt.timedelta(days=max(OTHER_DAYS, PENDING_DAYS))


def import_statements(
    books: Books,
    statements: Sequence[ReadStatement],
    cause: Cause,
    *,
    file: str | None = None,
    chosen: Chosen | None = None,
    continues: BankStatement | None = None,
) -> FileImported | WhichAccount | NothingToImport:
    """Import all statements of a file; what is known already stays as it is.

    Args:
        books: the open books.
        statements: as they were read, in the order of the file.
        cause: who, because of what, when.
        file: the digest of the file, kept before.
        chosen: the account that somebody says they are of.
        continues: a statement of the same account that the one given goes on with.
    """
    statements = [each for each in statements if _tells_anything(each)]
    if not statements:
        return NothingToImport()
    books.banks.hold()
    unclear = next((each for each in statements if is_unclear(books, each, chosen)), None)
    if unclear is not None:
        number, currency = unclear.head.account, unclear.currency
        may_be = find_accounts(books, number, currency) or find_accounts(books, None, currency)
        return WhichAccount(unclear, may_be)
    return FileImported(
        tuple(_import_one(books, each, cause, file, chosen, continues) for each in statements)
    )


def _tells_anything(read: ReadStatement) -> bool:
    """Tell a statement from a head with nothing below it."""
    return bool(read.lines or read.spoiled or read.days or read.currency)


def _import_one(
    books: Books,
    read: ReadStatement,
    cause: Cause,
    file: str | None,
    chosen: Chosen | None,
    continues: BankStatement | None,
) -> StatementImported:
    found = account_of(books, read, chosen, cause)
    assert found is not None  # noqa: S101 - whatever is unclear was asked about
    account, scheme = found.account, read.head.format.partition(".")[0]
    is_new = found.is_new or not books.banks.statements(account.id)
    read = told_in(read, account.currency)
    fitting, spoiled = _of_currency(read, account.currency)
    sorted_out = _sort_out(books, account, replace(read, lines=fitting), scheme)
    added = books.banks.add_lines(account.id, scheme, sorted_out.new, cause.at)
    changed = books.banks.change_lines(sorted_out.changed, scheme, cause.at)
    _post_again(books, account, sorted_out.changed, changed, cause)
    _post(books, account, added, cause)
    counts = StatementCounts(len(added), len(sorted_out.known), len(changed), len(spoiled))
    ids = dict.fromkeys([*sorted_out.known, *(each.id for each in (*changed, *added))])
    told = NewStatement(_statement_of(read, account, scheme), file, tuple(ids), spoiled, counts)
    if continues is None:
        statement = books.banks.add_statement(told, cause.at)
    else:
        statement = books.banks.extend_statement(continues, told, cause.at)
    moved = settle_opening(books, account, cause)
    released = told_after_all(books, account)
    for each in released:
        take_balance_back(books, each, cause)
    return StatementImported(
        account,
        is_new,
        statement,
        counts,
        added,
        changed,
        sum(each.is_pending for each in fitting),
        spoiled,
        read.difference,
        books_on(books, account, statement),
        moved,
        doubts_of(books, account, statement),
        Money(sum(sum_in(each, account).minor for each in released), account.currency),
    )


def _of_currency(
    read: ReadStatement, currency: str
) -> tuple[tuple[StatementLine, ...], tuple[SpoiledLine, ...]]:
    """Part a statement's lines from those in a currency that its account doesn't have."""
    fitting = tuple(each for each in read.lines if each.amount.currency == currency)
    strange = tuple(
        SpoiledLine(f"{each.amount} in an account of {currency}", place, each.raw)
        for place, each in enumerate(read.lines, start=1)
        if each.amount.currency != currency
    )
    return fitting, read.spoiled + strange


@dataclass(frozen=True, slots=True)
class _SortedOut:
    new: tuple[StatementLine, ...]
    known: tuple[int, ...]
    changed: tuple[tuple[BankLine, StatementLine], ...]


def _sort_out(books: Books, account: BankAccount, read: ReadStatement, scheme: str) -> _SortedOut:
    """Tell new lines from known ones, and from known ones that say something else now."""
    if read.days is None or not read.lines:
        return _SortedOut((), (), ())
    first, last = read.days
    around = books.banks.lines_between(account.id, first - _AROUND, last + _AROUND)
    ids = {each.external_id for each in read.lines if each.external_id is not None}
    by_id = books.banks.of_external_ids(account.id, scheme, ids)
    told = books.banks.statements(account.id)
    shut_out = _lines_before(books, told, read)
    maybe = {each.id: each for each in (*around, *by_id) if each.id not in shut_out}

    def tells(of: str, day: dt.date) -> bool:
        covered = [(each.opened_on, each.closed_on) for each in told if each.scheme == of]
        covered += [read.days] if of == scheme and read.days else []
        return any(one and other and one <= day <= other for one, other in covered)

    former = books.banks.former_tellings([each.id for each in maybe.values() if each.version > 1])
    pairing = pair_lines(read.lines, tuple(maybe.values()), former, scheme, tells)
    new = tuple(
        line
        for place, line in enumerate(read.lines)
        if place not in pairing.known and place not in pairing.repeated
    )
    changed = tuple(
        (mine, read.lines[place])
        for place, mine in pairing.known.items()
        if place not in pairing.overtaken and _says_more(read.lines[place], mine, scheme)
    )
    anew = {mine.id for mine, _ in changed}
    known = tuple(each.id for each in pairing.known.values() if each.id not in anew)
    return _SortedOut(new, known, changed)


def _says_more(line: StatementLine, mine: BankLine, scheme: str) -> bool:
    """Tell whether a telling is newer than what is known: not an interim one that came late.

    Another source words the same line otherwise; that is no change of the bank's, unless it tells
    that the line is booked now.
    """
    if line.is_pending and not mine.line.is_pending:
        return False
    if mine.line.is_pending and not line.is_pending:
        return True
    return scheme == mine.scheme and not says_the_same(line, mine.line)


def _lines_before(
    books: Books, told: Sequence[BankStatement], read: ReadStatement
) -> frozenset[int]:
    """Give the lines of statements that ended where this one begins: it can't tell them again.

    That is so when one's closing balance is this one's opening, on a later day or the same, and
    its own opening is another: a statement told twice has the same opening.
    """
    opening, opened_on = read.head.opening, read.head.opened_on
    if opening is None or opened_on is None:
        return frozenset()
    before = [
        each.id
        for each in told
        if each.closing == opening
        and each.opening not in {None, opening}
        and each.closed_on is not None
        and each.closed_on <= opened_on
    ]
    found = books.banks.lines_of(before)
    return frozenset(line for lines in found.values() for line in lines)


def _statement_of(read: ReadStatement, account: BankAccount, scheme: str) -> BankStatement:
    days = read.days
    return BankStatement(
        id=0,
        account_id=account.id,
        scheme=scheme,
        number=read.head.number,
        opened_on=read.head.opened_on or (days[0] if days else None),
        closed_on=read.end.closed_on or (days[1] if days else None),
        opening=read.head.opening,
        closing=read.end.closing,
    )


def _post(books: Books, account: BankAccount, lines: Sequence[BankLine], cause: Cause) -> None:
    booked = [each for each in lines if not each.line.is_pending and each.line.amount]
    if not booked:
        return
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    for start in range(0, len(booked), _AT_ONCE):
        some = booked[start : start + _AT_ONCE]
        entries = [
            _entry_of(account, each, cause, days.booking_day(each.line.booked_on, today), version)
            for each, version in zip(some, _versions(books, some), strict=True)
        ]
        books.journal.add(entries, cause)


def _versions(books: Books, lines: Sequence[BankLine]) -> list[int]:
    """Give which telling of each line its next entry is."""
    told = [str(each.id) for each in lines if each.version > 1]
    before = books.journal.of_origins(BANK, told)
    return [len(before.get(str(each.id), ())) + 1 for each in lines]


def _post_again(
    books: Books,
    account: BankAccount,
    changes: Sequence[tuple[BankLine, StatementLine]],
    now: Sequence[BankLine],
    cause: Cause,
) -> None:
    """Post what is booked now; take back what a bank has changed, and post it as it is now."""
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    for (before, _), after in zip(changes, now, strict=True):
        standing = standing_entry(books, after.id)
        if standing is None:
            _post(books, account, [after], cause)
            continue
        same_day = before.line.booked_on == after.line.booked_on
        if same_day and before.line.amount == after.line.amount:
            continue  # what the bank changed is in its words only
        day = days.booking_day(standing.entry.booked_on, today).booked_on
        take_back(books, standing, cause, booked_on=day)
        _post(books, account, [after], cause)


def standing_entry(books: Books, line_id: int) -> PostedEntry | None:
    """Give the entry that a bank line led to and that stands."""
    told = books.journal.of_origin(BANK, str(line_id))
    return next((each for each in told if each.reversed_by is None), None)


def _entry_of(
    account: BankAccount, kept: BankLine, cause: Cause, day: BookingDay, version: int
) -> JournalEntry:
    line = kept.line
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=line.occurred_at or cause.at,
        narration=line.purpose or line.counterparty or line.code or "",
        postings=_legs(account.key, line.amount),
        origin=Origin(BANK, str(kept.id), version),
        counterparty=line.counterparty,
    )


def _legs(bank: str, amount: Money) -> tuple[Posting, Posting]:
    """Give a line's legs, the debit first."""
    mine, other = Posting(bank, amount), Posting(SUSPENSE, -amount)
    return (mine, other) if amount.minor > 0 else (other, mine)
