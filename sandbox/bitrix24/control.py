"""What a test, or a curious person, does to the portal over HTTP; a real one has none of it."""

from aiohttp import web

from sandbox.banks.faults import Fault, Faults
from sandbox.bitrix24.events import Events
from sandbox.bitrix24.php import Json, listed, mapped, whole
from sandbox.bitrix24.portal import LEFT_OUT, Portal
from sandbox.bitrix24.values import reader_of


def control_routes(portal: Portal, faults: Faults, events: Events) -> list[web.RouteDef]:
    """Build the calls below /control."""
    acts = _Acts(portal, faults, events)
    record = "/control/{type}/{id}"
    return [
        web.get("/control", acts.look),
        web.post("/control/faults", acts.plan),
        web.post("/control/events", acts.deliver),
        web.post("/control/{type}", acts.make),
        web.patch(record, acts.edit),
        web.delete(record, acts.delete),
        web.put(record + "/rows", acts.set_rows),
        web.put(record + "/spoil", acts.spoil),
    ]


class _Acts:
    def __init__(self, portal: Portal, faults: Faults, events: Events) -> None:
        self._portal = portal
        self._faults = faults
        self._events = events

    async def look(self, _request: web.Request) -> web.Response:
        """Say what there is, and what was asked."""
        counts = {str(key): len(table.ids) for key, table in self._portal.tables.items()}
        told = {"records": counts, "calls": len(self._faults.calls), "sent": self._events.sent}
        return web.json_response(told)

    async def plan(self, request: web.Request) -> web.Response:
        """Have the next calls go wrong."""
        said = await request.json()
        try:
            self._faults.plan(*(Fault(str(each)) for each in listed(said.get("faults"))))
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"ok": True})

    async def deliver(self, request: web.Request) -> web.Response:
        """Send the events that wait, or set how many are lost."""
        said = await request.json()
        self._events.loses = float(said.get("loses", self._events.loses))
        return web.json_response({"taken": await self._events.deliver()})

    async def make(self, request: web.Request) -> web.Response:
        """Make a record."""
        type_id, said = _type(request), await request.json()
        by = whole(said.pop("by", 1)) or 1
        made = self._portal.add(type_id, by, **self._values(type_id, said))
        return web.json_response({"id": made})

    async def edit(self, request: web.Request) -> web.Response:
        """Change a record, as somebody."""
        type_id, said = _type(request), await request.json()
        by = whole(said.pop("by", 1)) or 1
        self._portal.edit(type_id, _id(request), by, **self._values(type_id, said))
        return web.json_response({"ok": True})

    async def delete(self, request: web.Request) -> web.Response:
        """Delete a record."""
        self._portal.delete(_type(request), _id(request))
        return web.json_response({"ok": True})

    async def set_rows(self, request: web.Request) -> web.Response:
        """Set a record's product rows."""
        said = await request.json()
        rows = [mapped(each) for each in listed(said.get("rows"))]
        by = whole(said.get("by", 1)) or 1
        quietly = bool(said.get("quietly"))
        self._portal.set_rows(_type(request), _id(request), rows, by, quietly=quietly)
        return web.json_response({"ok": True})

    async def spoil(self, request: web.Request) -> web.Response:
        """Tell a record's fields with other values, or leave some out."""
        said = mapped(await request.json())
        spoils: Json = dict(mapped(said.get("values")))
        spoils |= dict.fromkeys((str(each) for each in listed(said.get("without"))), LEFT_OUT)
        self._portal.spoils[_type(request), _id(request)] = spoils
        return web.json_response({"ok": True})

    def _values(self, type_id: int, said: Json) -> Json:
        """Read values as their fields have them."""
        fields, zone = self._portal.tables[type_id].fields, self._portal.zone
        return {
            name: reader_of(fields[name], zone)(value) if name in fields else value
            for name, value in said.items()
        }


def _type(request: web.Request) -> int:
    return whole(request.match_info["type"]) or 0


def _id(request: web.Request) -> int:
    return whole(request.match_info["id"]) or 0
