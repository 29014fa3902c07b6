"""Batches, limits, refusals, tokens, events and the control calls of the portal."""

import datetime as dt

import aiohttp
import pytest
from aiohttp import web

from sandbox.banks.faults import Fault
from sandbox.bitrix24.events import Handler
from sandbox.bitrix24.portal import DEAL, Portal
from tests.conftest import StillClock
from tests.sandbox.bitrix24.conftest import Asking, dig, listed


async def test_a_batch_refers_to_its_earlier_results(asking: Asking) -> None:
    list_all = "crm.deal.list?order[ID]=ASC&select[]=ID&start=-1&filter[>ID]="
    told = await asking.result(
        "batch", cmd={"a": list_all + "0", "b": list_all + "$result[a][49][ID]"}
    )
    assert dig(told, "result", "b", 0) == {"ID": "51"}
    assert dig(told, "result_error") == []
    assert dig(told, "result_next") == []


async def test_behind_a_short_page_a_chain_begins_again(asking: Asking) -> None:
    list_all = "crm.deal.list?order[ID]=ASC&select[]=ID&start=-1&filter[>ID]="
    told = await asking.result(
        "batch", cmd={"a": list_all + "100", "b": list_all + "$result[a][49][ID]"}
    )
    assert dig(told, "result", "b", 0) == {"ID": "1"}


async def test_a_batch_has_fifty_commands_and_tells_each_failure(asking: Asking) -> None:
    told = await asking.result("batch", cmd=["crm.deal.get?id=999", "batch?cmd[]=profile"])
    assert dig(told, "result") == []
    codes = [each["error"] for each in listed(told, "result_error")]
    assert codes == ["", "ERROR_BATCH_METHOD_NOT_ALLOWED"]
    halted = await asking.result("batch", halt=1, cmd={"x": "crm.no.such", "y": "profile"})
    assert dig(halted, "result") == []
    status, refused = await asking.call("batch", cmd=["profile"] * 51)
    assert (status, refused["error"]) == (400, "ERROR_BATCH_LENGTH_EXCEEDED")


async def test_the_bucket_is_full_after_fifty_and_leaks_two_a_second(
    asking: Asking, clock: StillClock
) -> None:
    for _ in range(50):
        await asking.result("profile")
    status, told = await asking.call("profile")
    assert (status, told["error"]) == (503, "QUERY_LIMIT_EXCEEDED")
    clock.move(dt.timedelta(seconds=1))
    await asking.result("profile")
    await asking.result("batch", cmd=["profile"] * 50)
    assert (await asking.call("profile"))[0] == 503


async def test_a_method_that_ran_too_long_is_blocked_until_its_minute_falls_out(
    asking: Asking, clock: StillClock
) -> None:
    asking.server.operating.seconds_max = 100.0
    asking.server.seconds_of = lambda _method, _answer: 60.0
    _, first = await asking.call("crm.deal.list")
    assert dig(first, "time", "operating") == 60.0
    _, second = await asking.call("crm.deal.list")
    assert dig(second, "time", "operating") == 120.0
    status, told = await asking.call("crm.deal.list")
    assert (status, told["error"]) == (429, "OPERATION_TIME_LIMIT")
    nested = await asking.result("batch", cmd={"x": "crm.deal.list"})
    error = dig(nested, "result_error", "x", "error")
    assert error == "OPERATION_TIME_LIMIT"
    await asking.result("crm.contact.list")
    resets_at = dig(second, "time", "operating_reset_at")
    assert isinstance(resets_at, int)
    clock.move(dt.datetime.fromtimestamp(resets_at, dt.UTC) - clock.now())
    assert (await asking.call("crm.deal.list"))[0] == 200


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        (Fault.LIMITED, 503, "QUERY_LIMIT_EXCEEDED"),
        (Fault.BLOCKED, 503, "OVERLOAD_LIMIT"),
        (Fault.OVERTIME, 429, "OPERATION_TIME_LIMIT"),
        (Fault.EXPIRED, 401, "expired_token"),
        (Fault.REFUSED, 403, "INVALID_CREDENTIALS"),
        (Fault.BROKEN, 500, "INTERNAL_SERVER_ERROR"),
        (Fault.NAMELESS, 400, ""),
        (Fault.NOUGHT, 400, 0),
    ],
)
async def test_refusals_have_the_portal_s_codes(
    asking: Asking, fault: Fault, status: int, code: str | int
) -> None:
    asking.server.faults.plan(fault)
    came, told = await asking.call("profile")
    assert (came, told["error"]) == (status, code)


async def test_a_portal_dies_in_mid_page_and_repeats_one(asking: Asking) -> None:
    asking.server.faults.plan(Fault.HALF)
    with pytest.raises(aiohttp.ClientError):
        await asking.call("crm.deal.list")
    asking.server.faults.plan(Fault.AGAIN)
    again = await asking.result("crm.deal.list", start=50)
    assert dig(again, 0, "ID") == "1"


async def test_tokens_end_after_an_hour_and_a_refresh_is_good_once(
    asking: Asking, clock: StillClock
) -> None:
    server, session = asking.server, asking.session
    pair = server.oauth.issue()

    async def ask(token: object) -> tuple[int, dict[str, object]]:
        url = f"{server.base_url}/rest/app.info"
        async with session.get(url, params={"auth": str(token)}) as response:
            return response.status, await response.json()

    assert (await ask(pair["access_token"]))[0] == 200
    clock.move(dt.timedelta(hours=1))
    status, told = await ask(pair["access_token"])
    assert (status, told["error"]) == (401, "expired_token")
    said = {"grant_type": "refresh_token", "client_id": server.oauth.client_id}
    said |= {"client_secret": server.oauth.client_secret}
    said |= {"refresh_token": str(pair["refresh_token"])}
    url = f"{server.base_url}/oauth/token/"
    async with session.get(url, params=said) as response:
        fresh = await response.json()
    assert (await ask(fresh["access_token"]))[0] == 200
    async with session.get(url, params=said) as response:
        assert (await response.json())["error"] == "invalid_grant"


async def test_events_are_forms_with_a_token_and_only_an_id(
    asking: Asking, portal: Portal
) -> None:
    heard: list[dict[str, str]] = []

    async def hear(request: web.Request) -> web.Response:
        form = await request.post()
        heard.append({name: str(value) for name, value in form.items()})
        return web.Response()

    application = web.Application()
    application.add_routes([web.post("/crm", hear)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    events = asking.server.events
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/crm"
    events.handlers.append(Handler(url, "token-of-events", {"ONCRMDEALUPDATE"}))
    portal.edit(DEAL, 3, TITLE="anew")
    portal.delete(DEAL, 4)
    assert await events.deliver() == 1
    assert heard[0]["event"] == "ONCRMDEALUPDATE"
    assert heard[0]["data[FIELDS][ID]"] == "3"
    assert heard[0]["auth[application_token]"] == "token-of-events"
    events.loses = 1.0
    portal.edit(DEAL, 3, TITLE="lost")
    assert await events.deliver() == 0
    assert await events.deliver() == 0
    await runner.cleanup()


async def test_another_process_plays_over_http(asking: Asking) -> None:
    base, session = asking.server.base_url + "/control", asking.session
    async with session.post(f"{base}/2", json={"TITLE": "New", "OPPORTUNITY": "12.50"}) as made:
        new_id = (await made.json())["id"]
    row = {"productName": "Pump", "price": "10.10", "quantity": "3"}
    async with session.put(f"{base}/2/{new_id}/rows", json={"rows": [row]}) as response:
        assert response.ok
    async with session.patch(f"{base}/2/{new_id}", json={"by": 1, "STAGE_ID": "WON"}) as response:
        assert response.ok
    assert (await asking.items(filter={"id": new_id}))[0]["opportunity"] == 30.3
    spoilt = {"values": {"opportunity": []}, "without": ["title"]}
    async with session.put(f"{base}/2/{new_id}/spoil", json=spoilt) as response:
        assert response.ok
    assert (await asking.items(filter={"id": new_id}))[0]["opportunity"] == []
    async with session.post(f"{base}/faults", json={"faults": ["broken"]}) as response:
        assert response.ok
    assert (await asking.call("profile"))[0] == 500
    async with session.delete(f"{base}/2/{new_id}") as response:
        assert response.ok
    async with session.get(base) as response:
        assert (await response.json())["records"]["2"] == 120
