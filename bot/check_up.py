"""What the doctor looks at, one check a function: how it is, and what to do about it."""

import asyncio
import contextlib
import enum
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp

from bot.arrival import WEBHOOK_PATH
from bot.lock import AlreadyRunningError, process_lock
from bot.rivalry import ADVICE
from bot.settings import Settings
from bot.telegram import TelegramClient, TelegramError, TelegramRefusedError, TelegramTokenError
from services.bank.bank_feed_types import BankConnection
from services.crm.crm_types import CrmConnection
from services.people import Role
from services.ports import Books, StorageError
from storage.database import UnknownDatabaseError, is_sqlite, open_database, sqlite_path
from storage.migrate import is_migrated

Looked = TypeVar("Looked")

_SECONDS_MAX = 8.0
_FREE_BYTES_MIN = 200_000_000
_ZONES = ("Europe/Kyiv", "UTC")
_QUARANTINE_SHOWN_MAX = 3
_ODD_MAX = 100
_OWN_ANSWER_SECONDS = 2.0


class Health(enum.StrEnum):
    """How something is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the doctor's."""

    name: str
    health: Health
    found: str
    advice: str = ""


async def check_up(settings: Settings) -> tuple[Diagnosis, ...]:
    """Look at everything; a check that hangs or breaks is a finding of its own."""
    checks: tuple[tuple[str, Callable[[Settings], Awaitable[Diagnosis]]], ...] = (
        ("settings", _settings),
        ("time zones", _zones),
        ("database", _database),
        ("process", _process),
        ("disk", _disk),
        ("shop", _shop),
        ("inbox", _inbox),
        ("banks", _banks),
        ("crm", _crm),
        ("telegram", _telegram),
        ("updates", _updates),
        ("language model", _language_model),
    )
    return tuple([await _within_time(name, check, settings) for name, check in checks])


async def _within_time(
    name: str, check: Callable[[Settings], Awaitable[Diagnosis]], settings: Settings
) -> Diagnosis:
    try:
        async with asyncio.timeout(_SECONDS_MAX):
            return await check(settings)
    except TimeoutError:
        return Diagnosis(name, Health.FAIL, f"no answer in {_SECONDS_MAX:g} seconds")
    except StorageError as error:
        return Diagnosis(name, Health.FAIL, str(error), "see the line about the database")
    except Exception as error:  # noqa: BLE001 - a doctor reports what he cannot look at
        return Diagnosis(name, Health.FAIL, f"{type(error).__name__}: {error}")


async def _settings(settings: Settings) -> Diagnosis:
    if settings.telegram_bot_token is None:
        return Diagnosis(
            "settings",
            Health.WARN,
            "no TELEGRAM_BOT_TOKEN",
            "@BotFather gives one; or: tilly demo",
        )
    way = "webhook" if settings.public_url else "polling"
    return Diagnosis("settings", Health.OK, f"readable; updates come by {way}")


async def _zones(_settings: Settings) -> Diagnosis:
    for zone in _ZONES:
        try:
            ZoneInfo(zone)
        except ZoneInfoNotFoundError:
            return Diagnosis("time zones", Health.FAIL, f"no data of {zone}", "pip install tzdata")
    return Diagnosis("time zones", Health.OK, "known")


async def _database(settings: Settings) -> Diagnosis:
    url = settings.database_url
    try:
        is_file = is_sqlite(url)
    except (UnknownDatabaseError, ValueError) as error:
        return Diagnosis("database", Health.FAIL, str(error), "correct DATABASE_URL")
    if is_file and not sqlite_path(url).exists():
        return Diagnosis(
            "database", Health.WARN, f"none at {sqlite_path(url)} yet", "tilly run makes it"
        )
    try:
        is_current = await is_migrated(url)
    except StorageError as error:
        return Diagnosis(
            "database", Health.FAIL, str(error), "check DATABASE_URL and who may read it"
        )
    if not is_current:
        return Diagnosis("database", Health.WARN, "of another version", "tilly run updates it")
    return Diagnosis("database", Health.OK, "reachable and up to date")


async def _process(settings: Settings) -> Diagnosis:
    if not _has_file(settings):
        return Diagnosis("process", Health.OK, "the database is not in use")
    try:
        with process_lock(settings.database_url):
            return Diagnosis("process", Health.OK, "the database is not in use")
    except AlreadyRunningError as error:
        return Diagnosis(
            "process", Health.OK, f"in use by process {error.process_id}, as when the bot runs"
        )


async def _disk(settings: Settings) -> Diagnosis:
    if not is_sqlite(settings.database_url):
        return Diagnosis("disk", Health.OK, "the database is on a server")
    folder = _nearest_folder(sqlite_path(settings.database_url))
    free = shutil.disk_usage(folder).free
    found = f"{free // 1_000_000:,} MB free at {folder}"
    if free < _FREE_BYTES_MIN:
        return Diagnosis("disk", Health.FAIL, found, "make room before the books stop")
    return Diagnosis("disk", Health.OK, found)


async def _shop(settings: Settings) -> Diagnosis:
    if not await _is_usable(settings):
        return Diagnosis("shop", Health.WARN, "no books yet", "tilly run, then the chat leads on")

    def look(books: Books) -> Diagnosis:
        shop, people = books.shop.get(), books.people.all()
        if shop is None or not shop.is_ready:
            return Diagnosis("shop", Health.WARN, "not set up", "open the chat with the bot")
        if not any(each.role is Role.OWNER and each.is_active for each in people):
            return Diagnosis("shop", Health.FAIL, "nobody owns it", "tilly run prints a code")
        chat = "set" if books.chats.leadership() is not None else "none"
        found = f"{shop.name}: {len(people)} people; leadership chat: {chat}"
        return Diagnosis("shop", Health.OK, found)

    return await _ask(settings, look)


async def _inbox(settings: Settings) -> Diagnosis:
    if not await _is_usable(settings):
        return Diagnosis("inbox", Health.OK, "nothing has come yet")

    def look(books: Books) -> Diagnosis:
        aside = books.inbox.quarantined()
        waiting, unsent = len(books.inbox.pending()), len(books.outbox.waiting())
        found = f"{waiting} to handle, {unsent} to send, {len(aside)} put aside"
        if not aside:
            return Diagnosis("inbox", Health.OK, found)
        shown = "; ".join(
            f"{item.raw_record_id}: {reason}" for item, reason in aside[-_QUARANTINE_SHOWN_MAX:]
        )
        return Diagnosis("inbox", Health.WARN, found, f"the newest: {shown}")

    return await _ask(settings, look)


async def _banks(settings: Settings) -> Diagnosis:
    if not await _is_usable(settings):
        return Diagnosis("banks", Health.OK, "none is read yet")

    def look(books: Books) -> Diagnosis:
        seen = books.bank_feeds.connections()
        troubled = _troubled(seen)
        if troubled:
            return Diagnosis("banks", Health.WARN, "; ".join(troubled), "/banks says what to do")
        calls = ", ".join(f"{each.name} ({each.calls} calls that day)" for each in seen)
        return Diagnosis("banks", Health.OK, calls or "none is read")

    return await _ask(settings, look)


def _troubled(seen: Sequence[BankConnection | CrmConnection]) -> list[str]:
    return [
        f"{each.name}: {each.trouble}, {each.failures} times in a row ({each.detail})"
        for each in seen
        if each.trouble is not None
    ]


async def _crm(settings: Settings) -> Diagnosis:
    if not await _is_usable(settings):
        return Diagnosis("crm", Health.OK, "none is read yet")

    def look(books: Books) -> Diagnosis:
        seen = books.crm.connections()
        troubled = _troubled(seen)
        if troubled:
            return Diagnosis("crm", Health.WARN, "; ".join(troubled), "/crm says what to do")
        odd = sum(len(books.crm.odd(each.name, _ODD_MAX)) for each in seen)
        if odd:
            return Diagnosis("crm", Health.WARN, f"{odd} records can't be read", "see /crm")
        calls = ", ".join(f"{each.name} ({each.calls} calls that day)" for each in seen)
        return Diagnosis("crm", Health.OK, calls or "none is read")

    return await _ask(settings, look)


async def _telegram(settings: Settings) -> Diagnosis:
    if settings.telegram_bot_token is None:
        return Diagnosis("telegram", Health.WARN, "not asked, there is no token")
    token = settings.telegram_bot_token.get_secret_value()
    client = TelegramClient(token, settings.telegram_api_url, timeout=_SECONDS_MAX - 1)
    try:
        me = await client.call("getMe", {})
        return await _chats(client, settings, me)
    except TelegramTokenError:
        return Diagnosis(
            "telegram", Health.FAIL, "does not know this token", "copy it anew from @BotFather"
        )
    except TelegramError as error:
        return Diagnosis("telegram", Health.FAIL, str(error), "check the network and a proxy")
    finally:
        await client.close()


async def _chats(client: TelegramClient, settings: Settings, me: object) -> Diagnosis:
    """See that the bot may still write where the shop's leaders read."""
    name = me.get("username") if isinstance(me, dict) else None
    found = f"knows the bot as @{name}"
    if not await _is_usable(settings):
        return Diagnosis("telegram", Health.OK, found)
    chat_id = await _ask(settings, lambda books: books.chats.leadership())
    if chat_id is None:
        return Diagnosis("telegram", Health.OK, found)
    try:
        await client.call("getChat", {"chat_id": chat_id})
    except TelegramRefusedError as error:
        return Diagnosis(
            "telegram",
            Health.WARN,
            f"{found}, but the leadership chat refuses it: {error.description}",
            "add the bot to that chat again",
        )
    return Diagnosis("telegram", Health.OK, f"{found}; the leadership chat is open to it")


async def _updates(settings: Settings) -> Diagnosis:
    """See that nobody else takes what people write to the bot.

    Asking for updates would take them from the bot that runs, so that one is asked instead.
    """
    if settings.telegram_bot_token is None:
        return Diagnosis("updates", Health.WARN, "not looked for, there is no token")
    if await _running_has_rival(settings):
        found = "another program takes messages that are meant for this bot"
        return Diagnosis("updates", Health.FAIL, found, " ".join(ADVICE.split()))
    token = settings.telegram_bot_token.get_secret_value()
    client = TelegramClient(token, settings.telegram_api_url, timeout=_SECONDS_MAX - 3)
    try:
        info = await client.call("getWebhookInfo", {})
    except TelegramError:
        return Diagnosis("updates", Health.WARN, "unknown", "see the line about telegram")
    finally:
        await client.close()
    pushed_to = str(info.get("url") or "") if isinstance(info, dict) else ""
    own = "" if settings.public_url is None else settings.public_url + WEBHOOK_PATH
    if pushed_to in {"", own}:
        return Diagnosis("updates", Health.OK, "nobody else is seen to take them")
    return Diagnosis(
        "updates",
        Health.FAIL,
        f"Telegram pushes them to another address: {pushed_to}",
        "stop the program there, then start this one anew: it takes them back",
    )


async def _running_has_rival(settings: Settings) -> bool:
    """Ask the bot that runs with these settings, if one does."""
    limit = aiohttp.ClientTimeout(total=_OWN_ANSWER_SECONDS)
    address = f"http://{settings.http_host}:{settings.http_port}/readyz"
    with contextlib.suppress(aiohttp.ClientError, TimeoutError, ValueError, OSError):
        async with aiohttp.ClientSession(timeout=limit) as session, session.get(address) as answer:
            told = await answer.json()
            return isinstance(told, dict) and told.get("has_rival") is True
    return False


async def _ask(settings: Settings, look: Callable[[Books], Looked]) -> Looked:
    database = await open_database(settings.database_url)
    try:
        return await database.read(look)
    finally:
        await database.close()


async def _is_usable(settings: Settings) -> bool:
    return _has_file(settings) and await is_migrated(settings.database_url)


def _has_file(settings: Settings) -> bool:
    url = settings.database_url
    return not is_sqlite(url) or sqlite_path(url).exists()


def _nearest_folder(path: Path) -> Path:
    return next(each for each in path.absolute().parents if each.exists())


async def _language_model(settings: Settings) -> Diagnosis:
    endpoint = settings.language_model or settings.voice_model
    if endpoint is None:
        return Diagnosis("language model", Health.OK, "off: what is unclear is asked")
    from parsing.advice.language_model import LanguageModel  # noqa: PLC0415 - heavy

    model = LanguageModel(endpoint)
    try:
        problem = await model.look()
    finally:
        await model.close()
    if problem is None:
        names = ", ".join(filter(None, (settings.llm_model, settings.llm_voice_model)))
        return Diagnosis("language model", Health.OK, f"{names}: reachable")
    return Diagnosis(
        "language model",
        Health.WARN,
        problem,
        "Tilly asks without it; check LLM_BASE_URL, LLM_API_KEY and the models",
    )
