"""What the portal says of itself: fields with their titles, stages, people, how it takes dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from services.crm.crm_types import CrmDirectory, CrmField, CrmStage, StageMeaning
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.client import Batch, Client, Command
from sources.bitrix24.kinds import Kind, entity_of_stages
from sources.bitrix24.records import listed
from sources.fields import Record

ISO, PLAIN = "iso", "plain"
_FAR_AHEAD = dt.datetime(2090, 1, 1, tzinfo=dt.UTC)
_USERS_AT_ONCE = 50
_MEANINGS = {
    "success": StageMeaning.CLOSED,
    "S": StageMeaning.CLOSED,
    "failure": StageMeaning.CANCELLED,
    "F": StageMeaning.CANCELLED,
}
_CUSTOMERS = {"contact": 3, "company": 4}


async def read_directory(client: Client, sold: Sequence[Kind]) -> CrmDirectory:
    """Ask what there is.

    Raises:
        SourceError: nothing was learnt, the webhook sees too little, or dates filter nothing.
    """
    types = {each.entity: each.type_id for each in sold} | _CUSTOMERS
    batch = await client.batch(
        {
            "profile": Command("profile"),
            "scope": Command("scope"),
            "stages": Command("crm.status.list"),
            "users": Command("user.get", [("start", "0")]),
            ISO: _changed_after(_FAR_AHEAD.isoformat()),
            PLAIN: _changed_after(f"{_FAR_AHEAD:%Y-%m-%d %H:%M:%S}"),
            **{f"fields {entity}": _fields_of(type_id) for entity, type_id in types.items()},
        }
    )
    _require_administrator(batch.must("profile").result)
    scope = batch.must("scope").result
    return CrmDirectory(
        {entity: _fields(batch.must(f"fields {entity}").result) for entity in types},
        _stages(listed(batch.must("stages").result, None)),
        await _users(client, batch),
        isinstance(scope, list) and "sale" in scope,
        {"dates": _dates(batch)},
    )


def _changed_after(moment: str) -> Command:
    said = [("entityTypeId", "2"), ("filter[>=updatedTime]", moment), ("start", "-1")]
    return Command("crm.item.list", [*said, ("select[]", "id")])


def _fields_of(type_id: int | None) -> Command:
    said = [("entityTypeId", str(type_id)), ("useOriginalUfNames", "Y")]
    return Command("crm.item.fields", said)


def _require_administrator(profile: object) -> None:
    """Refuse to read by eyes that don't see all: sums would be wrong, and nothing would show."""
    if not isinstance(profile, Mapping) or profile.get("ADMIN") is not True:
        raise SourceError(Trouble.RIGHTS, "the webhook is not an administrator's")


def _dates(batch: Batch) -> str:
    """Find how dates have to be written so that they filter: nothing has changed far ahead."""
    for way in (ISO, PLAIN):
        if way in batch.told and not listed(batch.told[way].result, "items"):
            return way
    raise SourceError(Trouble.UNKNOWN, "dates filter nothing, however they are written")


def _fields(result: object) -> tuple[CrmField, ...]:
    found = result.get("fields") if isinstance(result, Mapping) else None
    if not isinstance(found, Mapping):
        raise SourceError(Trouble.GARBLED, "no fields in the answer")
    return tuple(
        _field(str(name), each) for name, each in found.items() if isinstance(each, Mapping)
    )


def _field(name: str, told: Record) -> CrmField:
    offered = told.get("items")
    items = offered if isinstance(offered, list) else []
    return CrmField(
        name,
        str(told.get("title") or name),
        str(told.get("type") or "string"),
        told.get("isDynamic") is True,
        {str(e.get("ID")): str(e.get("VALUE")) for e in items if isinstance(e, Mapping)},
    )


def _stages(rows: Sequence[Record]) -> Mapping[str, tuple[CrmStage, ...]]:
    found: dict[str, list[CrmStage]] = defaultdict(list)
    for row in rows:
        entity = entity_of_stages(str(row.get("ENTITY_ID")))
        if entity is not None:
            found[entity].append(_stage(row))
    return {entity: tuple(stages) for entity, stages in found.items()}


def _stage(row: Record) -> CrmStage:
    extra = row.get("EXTRA")
    told = extra.get("SEMANTICS") if isinstance(extra, Mapping) else row.get("SEMANTICS")
    meaning = _MEANINGS.get(str(told), StageMeaning.OPEN)
    return CrmStage(str(row.get("STATUS_ID")), str(row.get("NAME")), meaning)


async def _users(client: Client, batch: Batch) -> Mapping[str, str]:
    first = batch.must("users")
    rows = [*listed(first.result, None)]
    starts = range(_USERS_AT_ONCE, first.total or 0, _USERS_AT_ONCE)
    for at in range(0, len(starts), _USERS_AT_ONCE):
        some = {
            str(start): Command("user.get", [("start", str(start))])
            for start in starts[at : at + _USERS_AT_ONCE]
        }
        more = await client.batch(some)
        for key in some:
            rows += listed(more.must(key).result, None)
    return {str(each.get("ID")): _name(each) for each in rows}


def _name(user: Record) -> str:
    told = (str(user.get(part) or "").strip() for part in ("NAME", "LAST_NAME"))
    return " ".join(each for each in told if each) or str(user.get("EMAIL") or user.get("ID"))
