"""Lists: filtered, ordered, by pages of fifty; with a count, or quickly by id without one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.filters import Grammar, Values, ids_after, ids_among, test_of
from sandbox.bitrix24.php import Json, mapped, whole
from sandbox.bitrix24.table import Table

PAGE = 50
_FAST = -1


@dataclass(frozen=True)
class Answer:
    """What a method gives."""

    result: object
    total: int | None = None
    next: int | None = None


@dataclass(frozen=True)
class Listing:
    """A page of records."""

    records: list[Json]
    total: int
    next: int | None

    def answer(self, result: object) -> Answer:
        """Put it into the form that a method gives it."""
        return Answer(result, self.total, self.next)


def list_page(table: Table, params: Mapping[str, object], grammar: Grammar) -> Listing:
    """Give the page that is asked for.

    Raises:
        RestError: the filter or the order names what there isn't.
    """
    said, order = params.get("filter"), _order(params.get("order"), grammar)
    test = test_of(said, grammar)
    found = (each for each in _candidates(table, said, grammar, order) if test(each))
    start = whole(params.get("start", 0))
    if start == _FAST:
        return Listing(list(islice(found, PAGE)), 0, None)
    every, first = list(found), max(0, start or 0)
    more = first + PAGE if first + PAGE < len(every) else None
    return Listing(every[first : first + PAGE], len(every), more)


def wanted_names(params: Mapping[str, object], every: Mapping[str, Field]) -> set[str] | None:
    """Give the names that are selected; None for all."""
    said = [str(each) for each in mapped(params.get("select")).values()]
    if not said or "*" in said:
        return None
    return {each for each in said if each in every} | ({"ID", "id"} & set(every))


def _order(said: object, grammar: Grammar) -> list[tuple[str, bool]]:
    found = []
    for name, way in mapped(said).items():
        field = grammar.fields.get(name)
        if field is not None:
            found.append((field.name, str(way).upper() == "DESC"))
        elif grammar.is_strict:
            raise RestError(400, "INVALID_ARG_VALUE", f"Invalid order: field '{name}'")
    return found


def _candidates(
    table: Table, said: object, grammar: Grammar, order: list[tuple[str, bool]]
) -> Iterator[Json]:
    """Give what can match at all, in order; by id nothing else is looked at."""
    named = ids_among(said, grammar)
    if named is not None:
        found: Iterable[Json] = [table.records[each] for each in named if each in table.records]
    else:
        found = table.after(ids_after(said, grammar) or 0)
    if order and order != [(table.key, False)]:
        kept = list(found)
        for name, is_down in reversed(order):
            kept.sort(key=lambda each: _sortable(each, name), reverse=is_down)
        return iter(kept)
    return iter(found)


def _sortable(record: Values, name: str) -> tuple[bool, object]:
    value = record.get(name)
    return (value is not None, value if value is not None else 0)
