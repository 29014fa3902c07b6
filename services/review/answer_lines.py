"""Take the accountant's word for what lines were: it files them, and teaches the clerk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from services.cash_types import NotAllowed, StaleAnswer
from services.filing.file_lines import opened, post_filings, take_back_filing
from services.filing.filing_ports import Filing, FilingAnswer, FilingState
from services.matching.decide_link import refuse_link
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class LinesFiled:
    """Lines are filed as somebody said."""

    line_ids: tuple[int, ...]
    category: str


@dataclass(frozen=True, slots=True)
class LinesReopened:
    """Lines are back in suspense, to be said again."""

    line_ids: tuple[int, ...]


def answer_lines(
    books: Books,
    line_ids: Collection[int],
    category: str,
    person: Person,
    cause: Cause,
    *,
    only_open: bool = True,
) -> LinesFiled | NotAllowed | StaleAnswer:
    """File lines as one account.

    Args:
        books: the open books.
        line_ids: the lines.
        category: the account's key.
        person: who says so.
        cause: because of what, when.
        only_open: whether what is filed meanwhile, by somebody else, stays as it is.
    """
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    chart = books.accounts.chart()
    filings = [
        each
        for each in books.filings.of_lines(line_ids)
        if not only_open or each.state is FilingState.OPEN
    ]
    if not filings or category not in chart or not chart[category].is_open:
        return StaleAnswer()
    changed = [each for each in filings if each.category != category]
    _unpost(books, changed, cause)
    lines = {each.id: each for each in books.banks.find_lines([one.line_id for one in changed])}
    numbers = post_filings(books, [(lines[each.line_id], category) for each in changed], cause)
    books.filings.change(
        [
            replace(
                each,
                state=FilingState.FILED,
                category=category,
                is_auto=False,
                entry_number=numbers.get(each.line_id, each.entry_number),
                decided_by=person.actor,
                decided_at=cause.at,
            )
            for each in filings
        ]
    )
    books.filings.add_answers([_answer(each, category, cause) for each in filings])
    return LinesFiled(tuple(each.line_id for each in filings), category)


def reopen_lines(
    books: Books, line_ids: Collection[int], person: Person, cause: Cause
) -> LinesReopened | NotAllowed | StaleAnswer:
    """Put filed lines back into suspense: what was said of them counts no more."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    filings = [
        each for each in books.filings.of_lines(line_ids) if each.state is not FilingState.OPEN
    ]
    if not filings:
        return StaleAnswer()
    _unpost(books, filings, cause)
    books.filings.change([opened(each) for each in filings])
    books.filings.add_answers([_answer(each, None, cause) for each in filings])
    _refuse_links(books, filings, person, cause)
    return LinesReopened(tuple(each.line_id for each in filings))


def _refuse_links(books: Books, filings: Sequence[Filing], person: Person, cause: Cause) -> None:
    """Take the word that a match is wrong: matching looks at the line again, for another one."""
    for each in books.matches.of_records([f"bank:{each.line_id}" for each in filings]):
        if each.is_standing:
            refuse_link(books, each.id, person, cause)


def _unpost(books: Books, filings: Sequence[Filing], cause: Cause) -> None:
    for each in filings:
        standing = None if each.entry_number is None else books.journal.find(each.entry_number)
        if standing is not None and standing.reversed_by is None:
            take_back_filing(books, standing, cause)


def _answer(filing: Filing, decided: str | None, cause: Cause) -> FilingAnswer:
    proposed = filing.proposals[0].category if filing.proposals else None
    return FilingAnswer(0, filing.line_id, proposed, decided, cause.actor, cause.at)
