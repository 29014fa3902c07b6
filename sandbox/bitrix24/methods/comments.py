"""Comments on timelines, by the older methods: names in capitals, texts for everything."""

from collections.abc import Callable

from sandbox.bitrix24.errors import RestError, not_found
from sandbox.bitrix24.lists import PAGE, Answer
from sandbox.bitrix24.php import Json, listed, mapped, whole
from sandbox.bitrix24.portal import DEAL, Portal

_ITEMS = "dynamic_"
_NAMES = ("ID", "ENTITY_ID", "ENTITY_TYPE", "CREATED", "COMMENT", "AUTHOR_ID")


def _add(portal: Portal, params: Json) -> Answer:
    said = mapped(params.get("fields"))
    entity, record_id = _whose(portal, said)
    text = str(said.get("COMMENT") or "")
    if not text:
        raise RestError(400, "", "Empty comment message")
    return Answer(portal.comment(entity, record_id, text, whole(said.get("AUTHOR_ID")) or 1))


def _list(portal: Portal, params: Json) -> Answer:
    entity, record_id = _whose(portal, mapped(params.get("filter")))
    order = mapped(params.get("order"))
    found = [
        each
        for each in portal.comments.values()
        if (each["ENTITY_TYPE"], each["ENTITY_ID"]) == (entity, record_id)
    ]
    found.sort(key=lambda each: str(each["ID"]), reverse=str(order.get("ID")).upper() == "DESC")
    start = max(0, whole(params.get("start", 0)) or 0)
    asked = [str(each) for each in listed(params.get("select"))]
    names = [each for each in _NAMES if not asked or each in {*asked, "ID"} or "*" in asked]
    told = [_write(portal, each, names) for each in found[start : start + PAGE]]
    more = start + PAGE if start + PAGE < len(found) else None
    return Answer(told, len(found), more)


def _whose(portal: Portal, said: Json) -> tuple[str, int]:
    """Give whose timeline is meant.

    Raises:
        RestError: nobody's, or a record's that isn't there.
    """
    entity, record_id = str(said.get("ENTITY_TYPE") or ""), whole(said.get("ENTITY_ID")) or 0
    number = whole(entity.removeprefix(_ITEMS)) if entity.startswith(_ITEMS) else None
    table = portal.tables.get(DEAL if entity == "deal" else number or 0)
    if table is None:
        raise RestError(400, "", "ENTITY_TYPE and ENTITY_ID are required")
    if record_id not in table.records:
        raise not_found()
    return entity, record_id


def _write(portal: Portal, comment: Json, names: list[str]) -> Json:
    created = comment["CREATED"]
    told: Json = {name: str(comment[name]) for name in names if name != "CREATED"}
    if "CREATED" in names and hasattr(created, "astimezone"):
        told["CREATED"] = created.astimezone(portal.zone).isoformat(timespec="seconds")
    return told


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    "crm.timeline.comment.add": _add,
    "crm.timeline.comment.list": _list,
}
