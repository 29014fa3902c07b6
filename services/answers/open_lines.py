"""Bank lines that nobody has said what for: one by one, and beside what they may be part of."""

from ledger.cash import CASH_RULES, CashDirection
from parsing.questions.query import BANKS, Ask, Measure, Query
from services.bank.bank_ports import BankLine
from services.filing.filing_ports import FilingState
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.figure_ports import UnfiledSum
from services.results.question_facts import is_by_use

_SPENT = frozenset(
    {
        Measure.EXPENSES, Measure.CATEGORY, Measure.FEES, Measure.STAFF, Measure.PURCHASES,
        Measure.PAID_TO_SUPPLIERS,
    }
)  # fmt: skip
"""What money of lines that nobody has filed may have gone to."""
_TOLD = frozenset({Ask.TOTAL, Ask.COUNT, Ask.TOP, Ask.BIGGEST, Ask.LAST, Ask.SERIES})


def unfiled_rows(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give the bank lines that nobody has said what for, the largest first."""
    filings = books.filings.of_state(FilingState.OPEN)
    lines = books.banks.find_lines([each.line_id for each in filings])
    rows = [_line_row(each) for each in lines if not each.line.is_pending]
    days = query.days
    held = [row for row in rows if row.day is not None and days.first <= row.day <= days.last]
    held = [row for row in held if is_of_size(row, query)]
    return tuple(sorted(held, key=lambda row: -abs(row.amount.minor)))


def waiting(books: Books, answer: Answer) -> UnfiledSum | None:
    """Give what left banks in these days and nobody has filed, where it may be much of an answer.

    It may be where no more than that was found; of a name, or a word, where nothing was; and
    where some of what money went for is left out, since nobody knows what theirs was for.
    """
    query = answer.query
    is_any = query.measure is Measure.MONEY_OUT and is_by_use(query)
    is_of_banks = query.place in {None, BANKS} and query.told_by is None and not query.weekdays
    is_spent = query.measure in _SPENT or is_any
    if query.ask not in _TOLD or not is_spent or not is_of_banks:
        return None
    ways = {way for each in query.categories for way in CASH_RULES[each].directions}
    if ways and CashDirection.OUT not in ways:
        return None
    base = shop_of(books).base_currency
    told = books.figures.unfiled(query.days)
    found = next((each for each in told if each.money_out.currency == base), None)
    least = 0 if query.about else abs(answer.amount).minor
    is_empty = not (answer.amount or answer.count or answer.rows)
    if found is None or not found.money_out or (query.about and not is_empty):
        return None
    return found if is_any or least <= found.money_out.minor else None


def is_of_size(row: AnswerRow, query: Query) -> bool:
    """Tell whether a row is as large, or as small, as is asked."""
    amount = abs(row.amount).to_decimal() if query.at_most else row.amount.to_decimal()
    is_small = query.at_most is None or amount <= query.at_most
    return is_small and (not query.at_least or abs(row.amount).to_decimal() >= query.at_least)


def _line_row(told: BankLine) -> AnswerRow:
    line = told.line
    return AnswerRow(line.amount, line.counterparty or line.purpose, day=line.booked_on, count=1)
