"""What a page is made of: records with all that belongs to them, told apart by what matters."""

import contextlib
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

from services.crm.crm_types import COMPANY, CONTACT, DEAL, SHOP_ORDER, STAGE_MOVE, CrmRecord
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.kinds import Kind
from sources.fields import Record
from sources.json_text import encoded, written_parts

_RESTLESS = frozenset(
    "lastActivityTime lastActivityBy lastCommunicationTime searchContent dateModifyShort".split()
)
"""What moves by calls and letters, or is made of other fields."""


def listed(result: object, name: str | None) -> Sequence[Record]:
    """Give the records in an answer.

    Raises:
        SourceError: there is no list of objects.
    """
    found = result.get(name) if isinstance(result, Mapping) and name is not None else result
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        raise SourceError(Trouble.GARBLED, f"no list of {name} in the answer")
    return found


def id_of(record: Record, name: str) -> int:
    """Give a record's id.

    Raises:
        SourceError: it has none.
    """
    found = record.get(name)
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise SourceError(Trouble.GARBLED, "a record without an id")
    return found


def in_order(records: Sequence[Record], kind: Kind, after: int) -> int:
    """Give the last id of records that must come one behind another.

    Raises:
        SourceError: they don't: it is another page than the one that was asked for.
    """
    for each in records:
        found = id_of(each, kind.id_name)
        if found <= after:
            raise SourceError(Trouble.GARBLED, "a page that was not asked for")
        after = found
    return after


def record_of(kind: Kind, told: Record, more: Mapping[str, object] | None = None) -> CrmRecord:
    """Make a record of what was told, together with what belongs to it."""
    beside = dict(more or {})
    parts, rest = (
        written_parts(told),
        "".join(f",{each}" for each in written_parts(beside).values()),
    )
    matters = ",".join(each for name, each in parts.items() if name not in _RESTLESS)
    return CrmRecord(
        kind.entity,
        id_of(told, kind.id_name),
        encoded(f'{{"item":{{{",".join(parts.values())}}}{rest}}}'),
        hashlib.sha256(encoded(matters + rest)).hexdigest(),
        None if kind.changed_name is None else moment(told.get(kind.changed_name)),
        _user(told.get("updatedBy")),
        tuple(sorted(set(_named(kind, told, beside)))),
    )


def moment(said: object) -> dt.datetime | None:
    """Read a moment with its offset, in UTC; None where there is none."""
    with contextlib.suppress(ValueError, OverflowError):
        found = dt.datetime.fromisoformat(str(said))
        return found.astimezone(dt.UTC) if found.tzinfo is not None else None
    return None


def _named(kind: Kind, told: Record, whole: Record) -> list[tuple[str, int]]:
    """List the records that a document of this one says something by."""
    if kind.entity == SHOP_ORDER:
        return [(DEAL, each) for each in _ids(whole.get("dealIds"))]
    if kind.entity in {CONTACT, COMPANY, STAGE_MOVE}:
        return []
    return [
        (entity, each)
        for entity, name in ((CONTACT, "contactId"), (COMPANY, "companyId"))
        for each in _ids([told.get(name)])
    ]


def _ids(found: object) -> list[int]:
    told = found if isinstance(found, list) else []
    return [each for each in told if isinstance(each, int) and each > 0]


def _user(found: object) -> str | None:
    return str(found) if isinstance(found, int | str) and str(found) not in {"", "0"} else None
