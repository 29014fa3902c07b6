"""Misfortune on order, and Telegram's flood limits."""

import asyncio

import pytest
from aiohttp import ClientError

from tests.sandbox.stage import Stage


async def test_the_next_calls_are_told_to_wait(stage: Stage) -> None:
    await stage.driver.fault("sendMessage", "retry_after", times=2, retry_after=7)
    for _ in range(2):
        answer = await stage.call("sendMessage", chat_id=stage.olga.id, text="x")
        assert (answer.status, answer.refusal) == (429, "Too Many Requests: retry after 7")
        assert answer.body["parameters"] == {"retry_after": 7}
    assert await stage.says("x")


async def test_a_server_error_is_telegrams(stage: Stage) -> None:
    await stage.driver.fault("*", "server_error")
    answer = await stage.call("getMe")
    assert (answer.status, answer.refusal) == (500, "Internal Server Error")


async def test_a_bad_gateway_speaks_html(stage: Stage) -> None:
    await stage.driver.fault("getMe", "bad_gateway")
    async with stage.http.get(f"{stage.base_url}/bot{stage.bot.token}/getMe") as answer:
        assert answer.status == 502
        assert answer.content_type == "text/html"


@pytest.mark.parametrize(("kind", "said"), [("drop_before", []), ("drop_after", ["x"])])
async def test_a_connection_is_dropped_before_or_after_the_work(
    stage: Stage, kind: str, said: list[str]
) -> None:
    await stage.driver.fault("sendMessage", kind)
    with pytest.raises(ClientError):
        await stage.call("sendMessage", chat_id=stage.olga.id, text="x")
    shown = await stage.chat.transcript()
    assert [each.text for each in shown if each.sender == "Shop"] == said
    (logged,) = [each for each in await stage.driver.requests() if each.method == "sendMessage"]
    assert logged.status == 0


async def test_an_answer_can_be_slow(stage: Stage) -> None:
    await stage.driver.fault("getMe", "slow", seconds=0.1)
    begun = asyncio.get_running_loop().time()
    await stage.call("getMe")
    assert asyncio.get_running_loop().time() - begun >= 0.1


async def test_faults_can_be_forgotten(stage: Stage) -> None:
    await stage.driver.fault("*", "server_error", times=9)
    await stage.driver.clear_faults()
    assert (await stage.call("getMe")).status == 200


async def test_limits_are_off_unless_turned_on(stage: Stage) -> None:
    for _ in range(40):
        await stage.says("x")
    await stage.driver.flood_limits(are_on=True)
    statuses = [
        (await stage.call("sendMessage", chat_id=stage.olga.id, text="x")).status
        for _ in range(11)
    ]
    assert statuses == [200] * 10 + [429]
    stage.time.seconds += 11
    assert await stage.says("x")


async def test_a_group_takes_20_messages_a_minute(stage: Stage) -> None:
    group = await stage.driver.group("Leaders", members=[stage.olga], bots=["shop_bot"])
    await stage.driver.flood_limits(are_on=True)
    for _ in range(20):
        assert (await stage.call("sendMessage", chat_id=group.id, text="x")).status == 200
    answer = await stage.call("sendMessage", chat_id=group.id, text="x")
    assert answer.refusal == "Too Many Requests: retry after 61"


async def test_all_chats_together_take_30_messages_a_second(stage: Stage) -> None:
    await stage.driver.flood_limits(are_on=True, chat_per_second=100)
    statuses = [
        (await stage.call("sendMessage", chat_id=stage.olga.id, text="x")).status
        for _ in range(31)
    ]
    assert statuses.count(429) == 1
