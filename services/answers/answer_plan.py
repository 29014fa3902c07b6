"""How far the plan of some days has come: what falls to them, what is over or missing."""

from collections.abc import Iterator

from ledger.days import Days
from ledger.money import Money
from parsing.questions.query import Query
from reports.plan import planned_part
from services.answers.answer_figures import amounts_of
from services.answers.answer_totals import permille_of, results_of
from services.ports import Books
from services.results.answers import Answer, AnswerRow
from services.results.report_results import turnover_results

_TENTHS = 10


def plan_of(books: Books, query: Query) -> Answer:
    """Give the net sales, what of the plan falls to the days, and how the two differ."""
    totals = results_of(turnover_results(books, query.days), query.measure)
    answer = Answer(query, amounts_of(books, totals))
    return Answer(query, answer.amounts, tuple(_rows(books, query.days, answer.amount)))


def _rows(books: Books, days: Days, sold: Money) -> Iterator[AnswerRow]:
    planned = _planned(books, days)
    if planned is None:
        return
    done = (permille_of(sold.minor, planned.minor) or 0) // _TENTHS
    yield AnswerRow(planned, role="planned", count=done)
    over = sold - planned
    yield AnswerRow(abs(over), role="plan-short" if over.minor < 0 else "plan-over")
    whole = Days(days.first, Days.month(days.last.year, days.last.month).last)
    of_whole = None if whole == days else _planned(books, whole)
    if of_whole is not None and of_whole > sold:
        yield AnswerRow(of_whole, role="plan-whole")
        yield AnswerRow(of_whole - sold, role="plan-left")


def _planned(books: Books, days: Days) -> Money | None:
    part = planned_part(days, books.plans.within(days))
    return None if part is None else part.sales
