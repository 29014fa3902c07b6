"""What stands in a record of an interface: taken as what it must be, or refused by name."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import SpoiledLine, StatementLine
from services.source_trouble import SourceError, Trouble
from sources.json_text import write_json

Record: TypeAlias = Mapping[str, object]

KYIV = ZoneInfo("Europe/Kyiv")
_AMOUNT = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,10})?", re.ASCII)
_RAW_MAX = 64 * 1024


class OddRecordError(ValueError):
    """A record that can't be what it should be; the reason is for an engineer."""


@contextmanager
def or_garbled() -> Iterator[None]:
    """Take an odd record for an answer that is none, where nothing goes without it.

    Raises:
        SourceError: one was odd.
    """
    try:
        yield
    except OddRecordError as error:
        raise SourceError(Trouble.GARBLED, str(error)) from error


def records_of(found: object, name: str | None = None) -> Sequence[object]:
    """Give a list of records: the answer itself, or what stands in it under a name.

    Raises:
        SourceError: the answer is of another shape.
    """
    inner = found if name is None else record_of(found).get(name)
    if not isinstance(inner, list):
        raise SourceError(Trouble.GARBLED, f"no list{f' {name}' if name else ''} in the answer")
    return inner


def record_of(found: object) -> Record:
    """Give an answer that must be an object.

    Raises:
        SourceError: it is of another shape.
    """
    if not isinstance(found, Mapping):
        raise SourceError(Trouble.GARBLED, "the answer is no object")
    return found


def inner(record: Record, name: str) -> Record:
    """Give an object within a record; an empty one where it is missing.

    Raises:
        OddRecordError: it is something else.
    """
    found = record.get(name)
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise OddRecordError(f"{name} is no object")
    return found


def text(record: Record, name: str) -> str | None:
    """Give a text, its spaces made single; None where there is nothing but spaces.

    Raises:
        OddRecordError: it is no text and no number.
    """
    found = record.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal):
        raise OddRecordError(f"{name} is no text")
    return " ".join(str(found).split()) or None


def must(found: str | None, name: str) -> str:
    """Give a text that has to be there.

    Raises:
        OddRecordError: it isn't.
    """
    if found is None:
        raise OddRecordError(f"{name} is missing")
    return found


def whole(record: Record, name: str) -> int:
    """Give a whole number.

    Raises:
        OddRecordError: it is missing, or something else.
    """
    found = record.get(name)
    if isinstance(found, bool) or not isinstance(found, int):
        raise OddRecordError(f"{name} is no whole number")
    return found


def minor(record: Record, name: str, currency: str) -> Money:
    """Give an amount that is told in minor units.

    Raises:
        OddRecordError: it is missing, or no amount.
    """
    return _money(lambda: Money(whole(record, name), currency), name)


def major(record: Record, name: str, currency: str) -> Money:
    """Give an amount that is told in major units, as a number or as text with a point.

    Raises:
        OddRecordError: it is missing, or no amount of that currency.
    """
    found = record.get(name)
    if isinstance(found, str) and _AMOUNT.fullmatch(found.strip()):
        found = Decimal(found.strip())
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        raise OddRecordError(f"{name} is no amount")
    return _money(lambda: Money.from_decimal(Decimal(found), currency), name)


def day(said: str | None, name: str) -> dt.date:
    """Read a day, told as 2026-11-20, whatever follows.

    Raises:
        OddRecordError: it is none.
    """
    try:
        return dt.date.fromisoformat(must(said, name)[:10])
    except ValueError as error:
        raise OddRecordError(f"{name}: {error}") from error


def instant(said: str | None, name: str) -> dt.datetime:
    """Read a moment of ISO 8601 with its zone, in UTC.

    Raises:
        OddRecordError: it is none.
    """
    try:
        moment = dt.datetime.fromisoformat(must(said, name))
        if moment.tzinfo is None:
            raise OddRecordError(f"{name} has no zone")
        return moment.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise OddRecordError(f"{name}: {error}") from error


def joined(*texts: str | None) -> str:
    """Join what is said, each thing once."""
    return " ".join(dict.fromkeys(each for each in texts if each))


Convert: TypeAlias = Callable[[Record], StatementLine]


def converted(
    found: Iterable[object], convert: Convert
) -> tuple[tuple[StatementLine, ...], tuple[SpoiledLine, ...]]:
    """Turn records into lines; one that can't be is set aside with its reason."""
    lines: list[StatementLine] = []
    spoiled: list[SpoiledLine] = []
    for place, each in enumerate(found, start=1):
        try:
            if not isinstance(each, Mapping):
                raise OddRecordError("no object")  # noqa: TRY301 - set aside as all others
            lines.append(convert(each))
        except OddRecordError as error:
            spoiled.append(SpoiledLine(str(error), place, write_json(each)[:_RAW_MAX]))
    return tuple(lines), tuple(spoiled)


def _money(make: Callable[[], Money], name: str) -> Money:
    try:
        return make()
    except (MoneyError, ArithmeticError) as error:
        raise OddRecordError(f"{name}: {error}") from error
