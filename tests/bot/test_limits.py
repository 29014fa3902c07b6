from bot.limits import SendLimits, Throttle


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def throttle(time: Time, **limits: float) -> Throttle:
    return Throttle(SendLimits(**limits), now=time.now, sleep=time.sleep)  # type: ignore[arg-type] # ints pass as floats


async def moments(held: Throttle, time: Time, chats: list[int]) -> list[float]:
    found = []
    for chat in chats:
        await held.wait(chat)
        found.append(round(time.seconds - 100, 3))
    return found


async def test_a_quick_conversation_is_not_slowed() -> None:
    time = Time()
    assert await moments(throttle(time), time, [7] * 10) == [0.0] * 10


async def test_after_its_burst_a_chat_gets_one_a_second() -> None:
    time = Time()
    held = throttle(time, chat_burst=2)
    assert await moments(held, time, [7] * 5) == [0.0, 0.0, 1.0, 2.0, 3.0]


async def test_a_group_gets_no_more_than_its_share_of_any_minute() -> None:
    time = Time()
    found = await moments(throttle(time), time, [-100] * 45)
    assert found[19:21] == [0.0, 60.0]
    assert found[39:41] == [60.0, 120.0]


async def test_all_chats_together_stay_under_the_limit_of_every_second() -> None:
    time = Time()
    found = await moments(throttle(time, per_second=5), time, list(range(1, 14)))
    assert [found.count(moment) for moment in (0.0, 1.0, 2.0)] == [5, 5, 3]


async def test_a_pause_holds_every_chat() -> None:
    time = Time()
    held = throttle(time)
    held.pause(7)
    assert await moments(held, time, [1, 2]) == [7.0, 7.0]


async def test_a_chat_that_was_quiet_has_its_burst_again() -> None:
    time = Time()
    held = throttle(time, chat_burst=2)
    await moments(held, time, [7, 7])
    time.seconds += 60
    assert await moments(held, time, [7, 7, 7]) == [60.0, 60.0, 61.0]
