"""Comments on the timeline of a deal or an item: `crm.timeline.comment.*`."""

from collections.abc import Sequence

from services.crm.crm_types import DEAL, CrmComment
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.client import Client
from sources.bitrix24.kinds import Kind
from sources.fields import Record, record_of


async def comments_of(client: Client, kind: Kind, record_id: int) -> Sequence[CrmComment]:
    """Give the last fifty comments on a record, the oldest of them first.

    Raises:
        SourceError: the portal gave none, or something that is none.
    """
    told = await client.call(
        "crm.timeline.comment.list",
        {
            "filter": {"ENTITY_TYPE": _type_of(kind), "ENTITY_ID": record_id},
            "select": ["ID", "COMMENT", "AUTHOR_ID"],
            "order": {"ID": "DESC"},
        },
    )
    if not isinstance(told.result, list):
        raise SourceError(Trouble.GARBLED, "crm.timeline.comment.list: no list")
    found = [_comment(record_of(each)) for each in told.result]
    return tuple(sorted(found, key=lambda each: int(each.id)))


async def write_comment(client: Client, kind: Kind, record_id: int, text: str) -> str:
    """Write a comment on a record; give its id.

    Raises:
        SourceError: it is not known to be written.
    """
    fields = {"ENTITY_TYPE": _type_of(kind), "ENTITY_ID": record_id, "COMMENT": text}
    told = await client.call("crm.timeline.comment.add", {"fields": fields}, tries=1)
    return _id(told.result)


def _type_of(kind: Kind) -> str:
    return DEAL if kind.entity == DEAL else f"dynamic_{kind.type_id}"


def _comment(told: Record) -> CrmComment:
    return CrmComment(
        _id(told.get("ID")), str(told.get("AUTHOR_ID") or ""), str(told.get("COMMENT") or "")
    )


def _id(found: object) -> str:
    number = str(found)
    if not number.isdecimal():
        raise SourceError(Trouble.GARBLED, "crm.timeline.comment: no id")
    return number
