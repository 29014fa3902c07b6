"""Calls to a portal: limits kept, refusals told apart, the key never told."""

import datetime as dt

import pytest

from sandbox.banks.faults import Fault
from sandbox.bitrix24.portal import DEAL, Portal
from sandbox.bitrix24.server import PortalServer
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.client import Client, Command
from tests.conftest import StillClock


async def test_more_calls_than_the_bucket_holds_wait_and_none_is_refused(
    client: Client, server: PortalServer, clock: StillClock
) -> None:
    began = clock.now()
    for _ in range(150):
        await client.call("profile")
    assert len(server.asked) == len(server.faults.calls) == 150
    assert dt.timedelta(seconds=50) <= clock.now() - began <= dt.timedelta(seconds=60)


async def test_a_full_bucket_is_waited_for(client: Client, server: PortalServer) -> None:
    server.faults.plan(Fault.LIMITED, Fault.LIMITED)
    told = await client.call("profile")
    assert len(server.faults.calls) == 3
    assert told.total is None


async def test_a_portal_in_trouble_is_asked_again_a_few_times(
    client: Client, server: PortalServer
) -> None:
    server.faults.plan(*[Fault.BROKEN] * 9)
    with pytest.raises(SourceError) as caught:
        await client.call("profile")
    assert caught.value.trouble is Trouble.DOWN
    assert len(server.faults.calls) == 4


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.BLOCKED, Trouble.REFUSED),
        (Fault.EXPIRED, Trouble.REFUSED),
        (Fault.REFUSED, Trouble.REFUSED),
        (Fault.NAMELESS, Trouble.UNKNOWN),
        (Fault.NOUGHT, Trouble.UNKNOWN),
        (Fault.OVERTIME, Trouble.LIMITED),
        (Fault.CUT, Trouble.GARBLED),
        (Fault.HALF, Trouble.DOWN),
        (Fault.LOST, Trouble.DOWN),
    ],
)
async def test_each_failure_is_told_once_and_without_the_key(
    client: Client, server: PortalServer, fault: Fault, trouble: Trouble
) -> None:
    server.faults.plan(fault)
    with pytest.raises(SourceError) as caught:
        await client.call("profile")
    assert caught.value.trouble is trouble
    assert len(server.faults.calls) == 1
    assert server.secret not in str(caught.value)
    assert "127.0.0.1" not in str(caught.value)


async def test_a_method_that_ran_long_rests_before_the_portal_blocks_it(
    client: Client, server: PortalServer, clock: StillClock
) -> None:
    server.seconds_of = lambda method, _answer: 100.0 if method == "user.get" else 0.1
    for _ in range(5):
        await client.call("user.get")
    with pytest.raises(SourceError) as caught:
        await client.call("user.get")
    assert caught.value.trouble is Trouble.LIMITED
    assert len(server.asked) == 5
    assert caught.value.retry_after is not None
    await client.call("profile")
    clock.move(caught.value.retry_after)
    await client.call("user.get")


async def test_a_method_that_is_blocked_within_a_batch_stops_it(
    client: Client, server: PortalServer
) -> None:
    server.operating.seconds_max = 0.0
    with pytest.raises(SourceError) as caught:
        await client.batch({"a": Command("user.get")})
    assert caught.value.trouble is Trouble.LIMITED
    assert caught.value.retry_after is not None


async def test_a_batch_refers_to_its_own_results(client: Client, portal: Portal) -> None:
    for number in range(60):
        portal.add(DEAL, TITLE=f"{number}")
    said = [("entityTypeId", "2"), ("order[id]", "ASC"), ("select[]", "id"), ("start", "-1")]
    batch = await client.batch(
        {
            "a": Command("crm.item.list", [*said, ("filter[>id]", "0")]),
            "b": Command("crm.item.list", [*said, ("filter[>id]", "$result[a][items][49][id]")]),
            "c": Command("crm.item.get", [("entityTypeId", "2"), ("id", "999")]),
        }
    )
    assert batch.must("b").result == {"items": [{"id": each} for each in range(51, 61)]}
    assert batch.refused["c"].says_gone
    with pytest.raises(SourceError):
        batch.must("c")


async def test_the_answer_to_another_batch_is_none(client: Client, server: PortalServer) -> None:
    await client.batch({"a": Command("profile")})
    server.faults.plan(Fault.AGAIN)
    with pytest.raises(SourceError) as caught:
        await client.batch({"a": Command("profile")})
    assert caught.value.trouble is Trouble.GARBLED


async def test_numbers_stay_exact(client: Client, portal: Portal) -> None:
    portal.add(DEAL)
    portal.set_rows(DEAL, 1, [{"productName": "Pump", "price": "899.1", "quantity": 1}])
    told = await client.call("crm.item.get", {"entityTypeId": 2, "id": 1})
    assert str(told.result["item"]["opportunity"]) == "899.1"  # type: ignore[index]  # JSON
