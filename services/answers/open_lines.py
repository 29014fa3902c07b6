"""Bank lines that nobody has said what for, one by one, and how large a row is to be."""

from parsing.questions.query import Query
from services.bank.bank_ports import BankLine
from services.filing.filing_ports import FilingState
from services.ports import Books
from services.results.answers import AnswerRow


def unfiled_rows(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give the bank lines that nobody has said what for, the largest first."""
    filings = books.filings.of_state(FilingState.OPEN)
    lines = books.banks.find_lines([each.line_id for each in filings])
    rows = [_line_row(each) for each in lines if not each.line.is_pending]
    days = query.days
    held = [row for row in rows if row.day is not None and days.first <= row.day <= days.last]
    held = [row for row in held if is_of_size(row, query)]
    return tuple(sorted(held, key=lambda row: -abs(row.amount.minor)))


def is_of_size(row: AnswerRow, query: Query) -> bool:
    """Tell whether a row is as large, or as small, as is asked."""
    amount = abs(row.amount).to_decimal() if query.at_most else row.amount.to_decimal()
    is_small = query.at_most is None or amount <= query.at_most
    return is_small and (not query.at_least or abs(row.amount).to_decimal() >= query.at_least)


def _line_row(told: BankLine) -> AnswerRow:
    line = told.line
    return AnswerRow(line.amount, line.counterparty or line.purpose, day=line.booked_on, count=1)
