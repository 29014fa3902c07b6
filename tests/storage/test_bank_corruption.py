"""The proof finds what was done to bank lines and their filings past the guards."""

import pytest

from bot.wiring import new_clerk
from services.ports import Books
from services.review.answer_lines import answer_lines
from storage.proofs.bank_statements import BANK_STATEMENTS
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.filed_lines import ADVERTISING, brings, cause, hired
from tests.storage.planting import findings_after

_COPY_ENTRY = (
    "INSERT INTO journal_entry (number, booked_on, occurred_at, recorded_at, narration, source, "
    "external_id, version, decided_by) SELECT number + 100, booked_on, occurred_at, recorded_at, "
    "narration, source, {external_id}, 7, decided_by FROM journal_entry WHERE source = '{source}' "
    "AND external_id = '1'"
)
_COPY_POSTINGS = (
    "INSERT INTO posting (entry_number, leg, account_id, amount_minor, currency) "
    "SELECT entry_number + 100, leg, account_id, amount_minor, currency FROM posting "
    "WHERE entry_number = (SELECT number FROM journal_entry WHERE source = '{source}' "
    "AND external_id = '1' AND version = 1)"
)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "bank_line_not_posted": ("UPDATE journal_entry SET source = 'x' WHERE source = 'bank'",),
    "bank_line_posted_otherwise": (
        "UPDATE bank_line SET amount_minor = amount_minor - 1 WHERE id = 1",
    ),
    "bank_line_posted_twice": (
        _COPY_ENTRY.format(source="bank", external_id="external_id"),
        _COPY_POSTINGS.format(source="bank"),
    ),
    "bank_entry_without_line": (_COPY_ENTRY.format(source="bank", external_id="'99'"),),
    "bank_line_version_gap": ("UPDATE bank_line SET version = 5 WHERE id = 1",),
    "bank_line_of_no_statement": ("DELETE FROM bank_statement_line WHERE line_id = 1",),
    "line_filed_otherwise": (
        "UPDATE line_filing SET category = 'expense.rent' WHERE line_id = 1",
    ),
    "line_filed_unseen": (
        _COPY_ENTRY.format(source="filing", external_id="external_id"),
        _COPY_POSTINGS.format(source="filing"),
    ),
}


def bank_with_a_past(books: Books) -> None:
    """File one line, leave another open."""
    person, clerk = hired(books), new_clerk()
    lines = ((0, -500_00, "Zubrowka partners"), (1, -700_00, "Kastet"))
    brings(books, clerk, *lines, opening=1_000_000)
    answer_lines(books, [1], ADVERTISING, person, cause(person))


def test_a_bank_without_a_corruption_holds(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    assert findings_after(template, bank_with_a_past, ()) == set()


@pytest.mark.parametrize("invariant", BANK_STATEMENTS)
def test_a_corruption_of_bank_lines_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    found = findings_after(template, bank_with_a_past, CORRUPTIONS[invariant])
    assert invariant in found
