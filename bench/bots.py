"""The bots that are measured, each in a process of its own: python -m bench.bots tilly|bare …"""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine

TOKEN = "7000001:a-bot-of-the-sandbox"  # noqa: S105 - opens nothing
_ONLY_DEVELOPED_WITH = ("rich",)
"""What structlog takes along where it is installed, and no deployed bot has."""


async def tilly(api_url: str, database: str) -> None:
    """Run Tilly over a file, asking the stand-in for updates."""
    await _tilly(api_url, f"sqlite:///{database}")


async def desk(api_url: str, url: str, public: str, port: str) -> None:
    """Run Tilly over any database; behind a balancer when there is a public address."""
    is_behind = public != "-"
    await _tilly(api_url, url, public_url=public if is_behind else None, port=int(port))


async def _tilly(api_url: str, url: str, *, public_url: str | None = None, port: int = 0) -> None:
    """Run Tilly as it is, with Telegram's limits lifted: a stand-in has none."""
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from pydantic import SecretStr

    from bot.app import App
    from bot.clock import SystemClock
    from bot.log import set_up_log
    from bot.settings import Settings
    from bot.wiring import equip
    from storage.database import open_database

    set_up_log(level="ERROR", form="text")
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=api_url,
        database_url=url,
        public_url=public_url,
        webhook_secret=SecretStr("only-telegram-knows") if public_url else None,
        http_port=port,
        send_per_second=100_000,
        send_per_chat_per_second=10_000,
        send_chat_burst=10_000,
    )
    app = App(settings, await open_database(url), SystemClock(), equip())
    await app.start(with_http=public_url is not None)
    await app.run(await _told_to_stop())
    await app.stop()


async def bare(api_url: str, database: str) -> None:
    """Run the peer: aiogram's own polling, one durable row a message, an answer."""
    import aiosqlite
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    connection = await aiosqlite.connect(f"{database}.bare", isolation_level=None)
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("PRAGMA synchronous = FULL")
    await connection.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, chat INTEGER, text TEXT)")
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def said(message) -> None:  # type: ignore[no-untyped-def]  # imported late
        await connection.execute(
            "INSERT INTO said (chat, text) VALUES (?, ?)", (message.chat.id, message.text)
        )
        await message.answer(f"<b>{len(message.text or '')}</b>", parse_mode="HTML")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await (await _told_to_stop()).wait()
    await dispatcher.stop_polling()
    await polling
    await connection.close()


async def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    return stop


if __name__ == "__main__":
    sys.modules.update(dict.fromkeys(_ONLY_DEVELOPED_WITH))  # type: ignore[arg-type]  # as if absent
    KINDS: dict[str, Callable[..., Coroutine[object, object, None]]] = {
        "tilly": tilly,
        "bare": bare,
        "desk": desk,
    }
    asyncio.run(KINDS[sys.argv[1]](*sys.argv[2:]))
