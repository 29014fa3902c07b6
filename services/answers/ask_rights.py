"""What a person may be told, and where: by his role, and by who else reads the chat."""

import enum
from dataclasses import dataclass, replace

from ledger.cash import CashCategory
from parsing.questions.query import Ask, Group, Measure, Query
from services.people import Permission, Person
from services.ports import Books
from services.tills.till import till_of

_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE, CashCategory.OWNER_DRAW})
_SPENDING = frozenset(
    {Measure.EXPENSES, Measure.RESULT, Measure.MONEY_OUT, Measure.ENTRIES, Measure.STAFF}
)
_OF_TILL = frozenset(
    {
        Measure.MONEY_IN,
        Measure.MONEY_OUT,
        Measure.FLOW,
        Measure.ENTRIES,
        Measure.MONEY,
        Measure.SALES,
        Measure.REFUNDS,
        Measure.EXPENSES,
        Measure.CATEGORY,
    }
)
_SIMPLE = frozenset(
    {Ask.TOTAL, Ask.COUNT, Ask.LAST, Ask.BIGGEST, Ask.BALANCE, Ask.AVERAGE, Ask.SERIES}
)
_OF_PEOPLE = frozenset({Measure.DRAFTS, Measure.PROBLEMS, Measure.UNFILED})
"""What is told line by line, with what people wrote and whom banks name."""
_WITH_CAUSES = frozenset({Ask.FORECAST, Ask.RESTATED})
"""What is told with single payments behind it."""
_OF_DAYS = frozenset({Group.DAY, Group.WEEK, Group.MONTH})


_NAMED = frozenset({Group.CATEGORY, Group.COUNTERPARTY, Group.RECORDER})


class Refusal(enum.StrEnum):
    """Why a question is not answered here."""

    NOT_ALLOWED = "not_allowed"
    PRIVATELY = "privately"
    """It is answered, but to the person alone."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A question that is answered, as far as the person may know."""

    query: Query


def may_ask(books: Books, query: Query, person: Person, *, is_group: bool) -> Allowed | Refusal:
    """Say whether a person is answered, and where.

    A cashier hears of the own till only: what went in and out and what is there. In a group
    nothing is told that wages could be read from.
    """
    if not person.may(Permission.SEE_DAY):
        return _of_own_till(books, query, person)
    if query.measure is Measure.PROBLEMS and not person.may(Permission.FILE_LINES):
        return Refusal.NOT_ALLOWED
    return Refusal.PRIVATELY if is_group and is_sensitive(query) else Allowed(query)


def is_sensitive(query: Query) -> bool:
    """Say whether an answer tells what one person was paid, or lets it be worked out."""
    is_without = bool({*query.but} - {CashCategory.SUPPLIER_GOODS})
    if is_without or query.measure in _OF_PEOPLE or query.ask in _WITH_CAUSES:
        return True  # what is left out can be read from it, and wages from what is due
    if query.measure is Measure.STAFF or set(query.categories) & _WAGES:
        return True
    if query.measure is Measure.ADVANCES or query.ask is Ask.ORDER:
        return True
    is_by_day = query.group in _OF_DAYS and query.measure in _SPENDING
    is_moved = query.measure is Measure.MONEY and query.ask is Ask.WHY  # told with who was paid
    is_moved = is_moved or (query.measure is Measure.FLOW and query.about is not None)
    is_moved = is_moved or query.over in _SPENDING
    if is_moved or (query.ask is Ask.COUNT and is_by_day):
        return True
    if query.ask is Ask.TOP:
        return is_by_day or query.group in _NAMED
    is_listed = query.ask in {Ask.LAST, Ask.BIGGEST, Ask.WHY, Ask.SERIES}
    return query.measure in _SPENDING and (is_listed or not query.about is query.told_by is None)


def _of_own_till(books: Books, query: Query, person: Person) -> Allowed | Refusal:
    own = till_of(books, person)
    is_known = query.ask in _SIMPLE and query.measure in _OF_TILL and query.about is None
    is_known = is_known and query.told_by is None and not query.is_by_channel
    if not is_known or not person.may(Permission.SEE_TILL):
        return Refusal.NOT_ALLOWED
    if query.place not in {None, own, "tills"}:
        return Refusal.NOT_ALLOWED
    return Allowed(replace(query, place=own))
