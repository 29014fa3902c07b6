"""A bot in a process of its own, to be killed at any moment and started anew."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator

from sandbox.server import SandboxServer

LIFE_SECONDS_MAX = 15.0
"""So long a busy machine may take to start the bot, and to have it answer."""
_ANSWERS = ("sendMessage", "editMessageText")


class Victim:
    """The bot in a process of its own, which can be killed."""

    def __init__(self, zygote: asyncio.subprocess.Process) -> None:
        self._zygote = zygote
        self._pid = 0

    async def start(self) -> None:
        """Bring it to life."""
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        self._zygote.stdin.write(b"start\n")
        self._pid = int(await self._zygote.stdout.readline())

    def end(self, number: signal.Signals) -> None:
        """Kill it, or ask it to stop."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, number)

    async def is_gone(self) -> None:
        """Wait until the process is not there any more."""
        while True:
            try:
                os.kill(self._pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def zygote_over(url: str, api_url: str) -> AsyncIterator[Victim]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.crash.zygote", url, api_url,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    victim = Victim(process)
    try:
        yield victim
    finally:
        victim.end(signal.SIGKILL)
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


async def has_answered(server: SandboxServer, count: int) -> None:
    """Wait until the bot has taken updates and sent some answers, or long enough."""
    log = server.sandbox.log
    start = int(str(log[-1]["number"])) if log else 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LIFE_SECONDS_MAX):
            while True:
                fresh = [each for each in reversed(log) if int(str(each["number"])) > start]
                names = [each["method"] for each in fresh]
                if "getUpdates" in names and sum(map(names.count, _ANSWERS)) >= count:
                    return
                await asyncio.sleep(0.005)
