"""A portal as the services read it: its own words, pages by id, records by id."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.crm.crm_types import (
    COMPANY,
    CONTACT,
    DEAL,
    SHOP_ORDER,
    STAGE_MOVE,
    CrmComment,
    CrmDirectory,
    CrmPage,
    Cursor,
    Fetched,
)
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.belongings import belongings_of
from sources.bitrix24.client import Client, Command
from sources.bitrix24.comments import comments_of, write_comment
from sources.bitrix24.directory import PLAIN, read_directory
from sources.bitrix24.kinds import Kind, entity_of_items, kind_of
from sources.bitrix24.records import id_of, in_order, listed, record_of
from sources.fields import Record

PAGE = 50
CHAIN_MAX = 16
"""So many pages are read in one call at most."""
_DATES = "dates"
_A_CLOCK_CHANGE = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of changes that is walked by id."""

    until: dt.datetime
    since: dt.datetime | None
    """None for everything that there is."""
    after: int
    pages: int

    @classmethod
    def of(cls, cursor: Cursor, now: dt.datetime) -> "_Window":
        """Take a window up, or begin one that ends now."""
        since = cursor.get("since")
        return cls(
            dt.datetime.fromisoformat(cursor["until"]) if "until" in cursor else now,
            None if since is None else dt.datetime.fromisoformat(since),
            int(cursor.get("after", 0)),
            int(cursor.get("pages", 1)),
        )

    def going_on(self, after: int) -> Cursor:
        """Give where to go on behind full pages: with twice as many."""
        found = {"until": self.until.isoformat(), "after": str(after)}
        if self.since is not None:
            found["since"] = self.since.isoformat()
        return found | {"pages": str(min(CHAIN_MAX, self.pages * 2))}


class Bitrix24:
    """Fulfils services.crm.crm_types.CrmApi."""

    scheme = "bitrix24"

    def __init__(self, client: Client, processes: Sequence[int] = ()) -> None:
        """Take the way to the portal, and the types of the smart processes that are sales."""
        self._client = client
        self._processes = tuple(processes)

    @property
    def entities(self) -> Sequence[str]:
        """Name the kinds of records to read, those first that others refer to."""
        items = (entity_of_items(each) for each in self._processes)
        return (COMPANY, CONTACT, DEAL, *items, SHOP_ORDER, STAGE_MOVE)

    async def directory(self, known: CrmDirectory, now: dt.datetime) -> CrmDirectory:
        """Ask what there is, and whether the key opens all of it."""
        del known, now  # the portal tells all of it each time
        sold = [DEAL, *(entity_of_items(each) for each in self._processes)]
        return await read_directory(self._client, [kind_of(each) for each in sold])

    async def page(
        self, entity: str, cursor: Cursor, directory: CrmDirectory, now: dt.datetime
    ) -> CrmPage:
        """Read on from a cursor, many pages in one call while they are full."""
        kind = kind_of(entity)
        if self._client.ahead is None:
            await self._client.call("profile")
        theirs = now + (self._client.ahead or dt.timedelta())
        window = _Window.of(cursor, theirs)
        if entity == SHOP_ORDER and not directory.has_shop:
            return CrmPage((), {}, (0, None), window.until)
        plain = directory.facts.get(_DATES) == PLAIN
        told, total = await self._pages(kind, window, is_plain=plain)
        belongings = await belongings_of(
            self._client, kind, [id_of(e, kind.id_name) for e in told]
        )
        records = [
            record_of(kind, each, belongings.get(id_of(each, kind.id_name))) for each in told
        ]
        last = in_order(told, kind, window.after)
        has_more = len(told) == PAGE * window.pages
        done: Cursor = {"after": str(last)} if kind.changed_name is None else {}
        return CrmPage(
            tuple(records),
            window.going_on(last) if has_more else done,
            (window.after, last if has_more else None),
            None if has_more else window.until,
            total,
            has_more,
        )

    async def fetch(self, entity: str, ids: Collection[int]) -> Fetched:
        """Read some records by id; one that is not listed must be said to be gone."""
        kind, wanted = kind_of(entity), sorted(ids)
        if not wanted:
            return Fetched((), ())
        named = [("filter[@id][]", str(each)) for each in wanted]
        batch = await self._client.batch({"0": _list_of(kind, [*named, ("start", "-1")])})
        told = listed(batch.must("0").result, kind.list_name)
        found = {id_of(each, kind.id_name): each for each in told}
        if not set(found) <= set(wanted):
            raise SourceError(Trouble.GARBLED, "a page that was not asked for")
        belongings = await belongings_of(self._client, kind, sorted(found))
        records = tuple(
            record_of(kind, found[each], belongings.get(each)) for each in sorted(found)
        )
        missing = [each for each in wanted if each not in found]
        return Fetched(records, await self._gone(kind, missing))

    async def comments(self, entity: str, record_id: int) -> Sequence[CrmComment]:
        """Give the last comments on a record, the oldest of them first."""
        return await comments_of(self._client, kind_of(entity), record_id)

    async def comment(self, entity: str, record_id: int, text: str) -> str:
        """Write a comment on a record; give its id."""
        return await write_comment(self._client, kind_of(entity), record_id, text)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _pages(
        self, kind: Kind, window: _Window, *, is_plain: bool
    ) -> tuple[list[Record], int | None]:
        """Read a chain of pages, and at the beginning of everything count what there is."""
        bounds = [*_bounds(kind, window, self._client.zone, is_plain=is_plain)]
        commands, reference = {}, str(window.after)
        for place in range(window.pages):
            said = [*bounds, (f"filter[>{kind.id_name}]", reference), ("start", "-1")]
            commands[str(place)] = _list_of(kind, said)
            wrapped = f"[{kind.list_name}]" if kind.list_name else ""
            reference = f"$result[{place}]{wrapped}[{PAGE - 1}][{kind.id_name}]"
        batch = await self._client.batch(commands)
        told: list[Record] = []
        for place in range(window.pages):
            page = listed(batch.must(str(place)).result, kind.list_name)
            told += page
            if len(page) < PAGE:  # what is behind a short page began anew
                break
        is_first = window.since is None and window.after == 0 and kind.changed_name is not None
        return told, await self._count(kind, bounds) if is_first else None

    async def _count(self, kind: Kind, bounds: Sequence[tuple[str, str]]) -> int | None:
        """Count what there is to read; a portal that needs too long for that is read uncounted."""
        try:
            counted = _list_of(kind, [*bounds, ("start", "0")], only_ids=True)
            batch = await self._client.batch({"count": counted})
        except SourceError as error:
            if error.trouble is Trouble.DOWN:
                return None
            raise
        told = batch.told.get("count")
        return None if told is None else told.total

    async def _gone(self, kind: Kind, ids: Sequence[int]) -> tuple[int, ...]:
        """Give which records are there no more: what can't be seen isn't gone for that.

        Raises:
            SourceError: one is there and can't be seen.
        """
        if not ids or kind.type_id is None:
            return tuple(ids)
        batch = await self._client.batch(
            {
                str(each): Command(
                    "crm.item.get", [("entityTypeId", str(kind.type_id)), ("id", str(each))]
                )
                for each in ids
            }
        )
        for each in ids:
            refused = batch.refused.get(str(each))
            if refused is not None and not refused.says_gone:
                raise refused.error("crm.item.get")
        return tuple(each for each in ids if str(each) in batch.refused)


def _list_of(kind: Kind, said: Sequence[tuple[str, str]], *, only_ids: bool = False) -> Command:
    fixed = [(f"order[{kind.id_name}]", "ASC")]
    if kind.type_id is not None:
        fixed.append(("entityTypeId", str(kind.type_id)))
    if kind.method == "crm.item.list":
        fixed += [("useOriginalUfNames", "Y"), ("select[]", "id" if only_ids else "*")]
    return Command(kind.method, [*fixed, *said])


def _bounds(
    kind: Kind, window: _Window, zone: dt.tzinfo, *, is_plain: bool
) -> Sequence[tuple[str, str]]:
    """Write the window as the portal takes dates; without offsets it may be an hour early."""
    if kind.changed_name is None:
        return ()
    found = [(f"filter[<{kind.changed_name}]", _date(window.until, zone, is_plain=is_plain))]
    if window.since is not None:
        since = window.since - (_A_CLOCK_CHANGE if is_plain else dt.timedelta())
        found.append((f"filter[>={kind.changed_name}]", _date(since, zone, is_plain=is_plain)))
    return found


def _date(moment: dt.datetime, zone: dt.tzinfo, *, is_plain: bool) -> str:
    local = moment.astimezone(zone)
    return f"{local:%Y-%m-%d %H:%M:%S}" if is_plain else local.isoformat(timespec="seconds")
