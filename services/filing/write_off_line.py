"""Write a bank line off that is nobody's: it is filed as a difference, and matched no more."""

from dataclasses import replace

from services.filing.file_lines import party_of, post_filings
from services.filing.filing_ports import Filing, FilingState
from services.messages import Cause
from services.people import Person
from services.ports import Books


def write_line_off(books: Books, line_id: int, account: str, person: Person, cause: Cause) -> bool:
    """File a line that is in suspense; say whether it was there.

    Nothing is learned from it: the next such line may be a customer's.
    """
    lines, filing = books.banks.find_lines([line_id]), books.filings.find(line_id)
    if not lines or (filing is not None and filing.state is FilingState.FILED):
        return False
    numbers = post_filings(books, [(lines[0], account)], cause)
    if filing is None:
        filing = Filing(line_id, FilingState.OPEN, party_of(lines[0]), (), {})
        books.filings.add([filing])
        filing = books.filings.find(line_id) or filing
    filed = replace(
        filing,
        state=FilingState.FILED,
        category=account,
        is_auto=False,
        entry_number=numbers[line_id],
        decided_by=person.actor,
        decided_at=cause.at,
    )
    books.filings.change([filed])
    return True
