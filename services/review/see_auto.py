"""See what was filed without a person, and how well that went."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money
from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed
from services.filing.filing_ports import Filing, FilingState
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.review.blind_checks import Precision, precision


@dataclass(frozen=True, slots=True)
class AutoSeen:
    """What was filed alone, the newest first."""

    filed: tuple[tuple[Filing, BankLine], ...]
    """A page of it."""
    page: int
    last_page: int
    total: int
    precision: Precision
    caps: tuple[Money, ...]


def see_auto(
    books: Books, person: Person, today: dt.date, *, page: int, per_page: int
) -> AutoSeen | NotAllowed:
    """Give a page of what was filed alone; the nearest one there is."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    filings = books.filings.of_state(FilingState.FILED, is_auto=True)
    last_page = max(0, len(filings) - 1) // per_page
    page = min(max(page, 0), last_page)
    shown = filings[page * per_page : (page + 1) * per_page]
    lines = {each.id: each for each in books.banks.find_lines([one.line_id for one in shown])}
    return AutoSeen(
        tuple((each, lines[each.line_id]) for each in shown),
        page,
        last_page,
        len(filings),
        precision(books, today),
        books.filing_caps.all(),
    )


def set_cap(
    books: Books, currency: str, cap: Money | None, person: Person, cause: Cause
) -> Money | NotAllowed | None:
    """Say up to how much a line is filed alone; None lifts it."""
    if not person.may(Permission.SET_LIMITS):
        return NotAllowed()
    books.filing_caps.put(currency, cap)
    books.audit.record(
        cause,
        what="set_filing_cap",
        subject=f"filing_cap:{currency}",
        change={"minor": None if cap is None else cap.minor},
    )
    return cap
