"""A process that has imported everything and forks the bot on demand.

Importing aiogram takes seconds; a fork takes milliseconds. So the bot can be started, killed and
started again hundreds of times within a test. Commands come as lines on standard input:
"start" forks a bot and prints its process id; the end of input ends the zygote.

    python -m tests.crash.zygote DATABASE_URL API_URL
"""

import asyncio
import gc
import os
import signal
import sys

from pydantic import SecretStr

from bot.app import App
from bot.clock import SystemClock
from bot.log import set_up_log
from bot.settings import Settings
from bot.wiring import equip
from storage.database import open_database
from tests.conversations.floor import TOKEN


async def live(database_url: str, api_url: str) -> None:
    """Run the bot until it is killed, or asked to stop."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=api_url,
        database_url=database_url,
        send_per_second=1_000,
        send_per_chat_per_second=100,
        send_chat_burst=1_000,
    )
    app = App(settings, await open_database(database_url), SystemClock(), EQUIPMENT)
    await app.start(with_http=False)
    await app.run(stop)
    await app.stop()


EQUIPMENT = equip()


def main() -> None:
    """Fork on demand."""
    database_url, api_url = sys.argv[1:]
    set_up_log(level="ERROR", form="text")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    # A child that collects garbage would walk, and so copy, all that was imported.
    gc.collect()
    gc.freeze()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        if line.strip() != "start":
            continue
        child = os.fork()
        if child == 0:
            asyncio.run(live(database_url, api_url))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
