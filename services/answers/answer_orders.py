"""Orders by what they left: how many, how much each on average, which ones."""

from dataclasses import replace

from ledger.money import sum_money
from parsing.questions.query import Ask, Query
from services.answers.answer_figures import divided, of_rows
from services.answers.open_lines import is_of_size
from services.ports import Books
from services.results.answers import Answer, AnswerRow
from services.results.report_pictures import report_margins

ORDERS = "orders"
"""The role of a row that tells how many orders left how much together."""
_OF_PERCENT = 10


def order_rows(books: Books, query: Query) -> list[AnswerRow]:
    """Give what each order left that is asked for; those whose cost nobody told are left out."""
    rows = [
        AnswerRow(each.margin, each.order, permille=each.permille)
        for each in report_margins(books, query.days).orders
    ]
    return [row for row in rows if is_of_size(row, query) and _is_of_rate(row, query)]


def orders_of(books: Books, query: Query) -> Answer:
    """Answer how many orders there are, or what one leaves on average."""
    rows = order_rows(books, query)
    whole = replace(of_rows(books, query, rows), rows=(), count=len(rows))
    if query.ask is Ask.COUNT:
        return whole
    total = sum_money([row.amount for row in rows], whole.amount.currency)
    row = AnswerRow(total, role=ORDERS, count=len(rows))
    return replace(whole, amounts=(divided(total, len(rows)),), rows=(row,))


def _is_of_rate(row: AnswerRow, query: Query) -> bool:
    """Tell whether a margin is so much of its sale; what was given back whole left nothing."""
    permille = row.permille if row.permille is not None else min(row.amount.minor, 0)
    least, most = query.least_percent, query.most_percent
    is_enough = least is None or permille >= least * _OF_PERCENT
    return is_enough and (most is None or permille < most * _OF_PERCENT)
