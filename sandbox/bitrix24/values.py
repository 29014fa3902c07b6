"""Values of records: how each method writes them, how filters read them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.php import number, whole

_WHOLE = frozenset(
    "integer user crm_category crm_company crm_contact crm_lead crm_quote enumeration".split()
)


def write_moment(value: object, zone: ZoneInfo) -> str:
    """Write a moment as the portal's server does, with its offset."""
    assert isinstance(value, dt.datetime)  # noqa: S101 - asked for
    return value.astimezone(zone).isoformat(timespec="seconds")


def write_day(value: object, zone: ZoneInfo) -> str:
    """Write a day: as its midnight."""
    assert isinstance(value, dt.date)  # noqa: S101 - asked for
    return dt.datetime.combine(value, dt.time(), zone).isoformat(timespec="seconds")


def legacy(field: Field, value: object, zone: ZoneInfo) -> object:
    """Write a value as the older methods do: every one a text, or null."""
    if value is None:
        return None
    if isinstance(value, list):
        return [legacy(field, each, zone) for each in value]
    if isinstance(value, dt.datetime):
        return write_moment(value, zone)
    if isinstance(value, dt.date):
        return write_day(value, zone)
    if isinstance(value, bool):
        return "1" if value else "0"
    return f"{value:.2f}" if field.type == "double" else str(value)


def native(field: Field, value: object, zone: ZoneInfo) -> object:
    """Write a value as the newer methods do: with JSON's own types."""
    if isinstance(value, list):
        return [native(field, each, zone) for each in value]
    if isinstance(value, dt.datetime):
        return write_moment(value, zone)
    if isinstance(value, dt.date):
        return write_day(value, zone)
    if field.type == "double" and isinstance(value, Decimal | int):
        return number(value)
    if field.type in _WHOLE and value is not None:
        return whole(value)
    return value


def reader_of(field: Field, zone: ZoneInfo) -> Callable[[object], object]:
    """Give what reads a filter's value so that it compares with a record's."""
    if field.type in _WHOLE:
        return lambda said: None if said in {"", None} else whole(said)
    if field.type == "double":
        return _amount
    if field.type == "datetime":
        return lambda said: read_moment(said, zone)
    if field.type == "date":
        return lambda said: None if said in {"", None} else dt.date.fromisoformat(str(said)[:10])
    if field.type == "boolean":
        return lambda said: str(said) in {"1", "true", "True", "Y"}
    return lambda said: None if said is None else str(said)


def read_moment(said: object, zone: ZoneInfo) -> dt.datetime | None:
    """Read a moment; one without an offset is by the server's clock."""
    try:
        found = dt.datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=zone)


def like(pattern: str, value: object, *, is_whole: bool) -> bool:
    """Compare as LIKE does: whole with its percent signs, or anywhere."""
    text, wanted = str(value or "").casefold(), pattern.casefold()
    if not is_whole:
        return wanted in text
    parts = wanted.split("%")
    if not (text.startswith(parts[0]) and text.endswith(parts[-1])):
        return False
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _amount(said: object) -> Decimal | None:
    try:
        return Decimal(str(said))
    except InvalidOperation:
        return None
