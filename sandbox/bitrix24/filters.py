"""Filters: a prefix before a field's name says how it is compared; all must hold."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sandbox.bitrix24.errors import invalid
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.php import listed, mapped
from sandbox.bitrix24.values import like, reader_of

Values = Mapping[str, object]
Test = Callable[[Values], bool]

_KEY = re.compile(r"(!=%|!%=|!%|=%|%=|!@|!=|>=|<=|!|=|>|<|@|%)?(.+)", re.DOTALL)
NEWER_ONLY = frozenset({"!%", "!=%", "!%="})
"""What only the newer methods know."""
_ORDERED: dict[str, Callable[[object, object], bool]] = {
    ">": lambda mine, said: mine > said,  # type: ignore[operator]  # of one type each
    ">=": lambda mine, said: mine >= said,  # type: ignore[operator]  # both are of one kind by then
    "<": lambda mine, said: mine < said,  # type: ignore[operator]  # both are of one kind by then
    "<=": lambda mine, said: mine <= said,  # type: ignore[operator]  # both are of one kind by then
}


@dataclass(frozen=True)
class Grammar:
    """What a method makes of a filter."""

    fields: Mapping[str, Field]
    """By the names that the method uses."""
    zone: ZoneInfo
    is_strict: bool
    """Whether an unknown name is refused; else it filters nothing."""
    ignores_offsets: bool = False
    """Whether moments with a T and an offset filter nothing, as some have reported."""

    def split(self, key: str) -> tuple[str, Field] | None:
        """Part a key into what it compares by and with; None where it is to be left out.

        Raises:
            RestError: there is no such field.
        """
        found = _KEY.fullmatch(key)
        sign, name = (found[1] or "=", found[2]) if found is not None else ("=", key)
        field = self.fields.get(name)
        if field is not None and (self.is_strict or sign not in NEWER_ONLY):
            return sign, field
        if self.is_strict:
            raise invalid(f"Invalid filter: field '{name}' is not allowed in filter")
        return None


def test_of(said: object, grammar: Grammar) -> Test:
    """Build what a record must pass.

    Raises:
        RestError: the filter names what there isn't.
    """
    tests, is_any = [], False
    for key, value in mapped(said).items():
        if key == "logic":
            is_any = str(value).upper() == "OR"
        elif key.isdecimal() and isinstance(value, Mapping | list):
            tests.append(test_of(value, grammar))
        elif (split := grammar.split(key)) is not None:
            tests.append(_one(*split, value, grammar))
    if is_any:
        return lambda record: any(test(record) for test in tests)
    return lambda record: all(test(record) for test in tests)


def ids_after(said: object, grammar: Grammar) -> int | None:
    """Give the id that a filter wants to be passed; None where it doesn't say so."""
    for key, value in mapped(said).items():
        split = None if key == "logic" or key.isdecimal() else grammar.split(key)
        if split is not None and split[0] == ">" and split[1].name.lower() == "id":
            found = reader_of(split[1], grammar.zone)(value)
            return found if isinstance(found, int) else None
    return None


def ids_among(
    said: object, grammar: Grammar, names: Collection[str] = ("id",)
) -> list[int] | None:
    """Give the ids that a filter names one by one; None where it doesn't."""
    for key, value in mapped(said).items():
        split = None if key == "logic" or key.isdecimal() else grammar.split(key)
        if split is not None and split[0] in {"=", "@"} and split[1].name.lower() in names:
            found = [reader_of(split[1], grammar.zone)(each) for each in listed(value)]
            return sorted({each for each in found if isinstance(each, int)})
    return None


def _one(sign: str, field: Field, said: object, grammar: Grammar) -> Test:
    if grammar.ignores_offsets and field.type == "datetime" and "T" in str(said):
        return lambda _record: True
    read, name = reader_of(field, grammar.zone), field.name
    if sign in {"@", "!@"} or (sign in {"=", "!", "!="} and isinstance(said, list | dict)):
        wanted = [read(each) for each in listed(said)]
        return _unless(sign[0] == "!", lambda record: record.get(name) in wanted)
    if "%" in sign:
        if field.type == "crm_status" and not grammar.is_strict:
            return lambda _record: False
        is_whole, pattern = "=" in sign, str(said)
        return _unless(
            sign[0] == "!", lambda record: like(pattern, record.get(name), is_whole=is_whole)
        )
    value = read(said)
    if sign in _ORDERED:
        return _ordered(name, _ORDERED[sign], value)
    return _unless(sign[0] == "!", lambda record: _same(record.get(name), value))


def _ordered(name: str, compare: Callable[[object, object], bool], value: object) -> Test:
    if value is None:  # PHP takes an empty bound for none
        return lambda _record: True
    return lambda record: (mine := record.get(name)) is not None and compare(mine, value)


def _same(mine: object, value: object) -> bool:
    return (mine or None) == (value or None)


def _unless(is_not: bool, test: Test) -> Test:  # noqa: FBT001 - negates what follows
    return (lambda record: not test(record)) if is_not else test
