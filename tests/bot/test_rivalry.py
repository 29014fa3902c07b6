"""Two programs with one token: it is told, once, to whoever can end it; nothing is lost."""

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest
import structlog
from click.testing import CliRunner

from bot import rivalry
from bot.app import App
from bot.clock import SystemClock
from bot.command_line.main import main
from bot.equipment import Equipment
from bot.rivalry import ADVICE, AGAIN_SECONDS, QUIET_SECONDS, WEBHOOK_ADVICE, Rivalry
from bot.settings import Settings
from bot.telegram import TelegramClient
from jobs.tell_of_rival import tell_of_rival
from locales.words import words_of
from services.people import Newcomer, Role
from services.ports import Books, StorageError
from storage.database import open_database
from tests.bot.bench import Bench, running
from tests.bot.bench import words_of as plain_words
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import TOKEN, FakeTelegram, message_update
from tests.bot.scene import Scene
from tests.conftest import NOW, StillClock
from tests.databases import SqliteTemplate

CONFLICT = "Conflict: terminated by other getUpdates request"


class Heard:
    """A clock by hand, and what was told."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.advice: list[str] = []
        self.is_away = False
        self.rivalry = Rivalry(self.tell, now=lambda: self.seconds)

    async def tell(self, advice: str) -> None:
        if self.is_away:
            raise StorageError("busy")
        self.advice.append(advice)

    def has_rival(self) -> bool:
        return self.rivalry.is_on

    async def conflicts(self, times: int, *, every: float = 20.0, said: str = CONFLICT) -> None:
        for _ in range(times):
            self.seconds += every
            await self.rivalry.met(said)


async def test_a_restart_that_overlaps_is_no_rival() -> None:
    heard = Heard()
    await heard.conflicts(3)
    assert heard.advice == []
    assert not heard.has_rival()
    heard.seconds += QUIET_SECONDS + 1
    await heard.conflicts(3)
    assert heard.advice == []


async def test_a_rival_that_lasts_is_told_once_an_hour_until_it_is_gone() -> None:
    heard = Heard()
    await heard.conflicts(20)
    assert heard.advice == [ADVICE]
    assert heard.has_rival()
    await heard.conflicts(int(AGAIN_SECONDS // 20))
    assert heard.advice == [ADVICE] * 2
    heard.rivalry.answered()
    assert heard.has_rival()
    heard.seconds += QUIET_SECONDS + 1
    assert not heard.has_rival()
    heard.rivalry.answered()
    await heard.conflicts(20)
    assert heard.advice == [ADVICE] * 3


async def test_a_webhook_elsewhere_is_told_with_what_helps_there() -> None:
    heard = Heard()
    await heard.conflicts(5, said="Conflict: can't use getUpdates method while webhook is active")
    assert heard.advice == [WEBHOOK_ADVICE]


async def test_what_the_books_could_not_take_is_told_later() -> None:
    heard = Heard()
    heard.is_away = True
    await heard.conflicts(5)
    heard.is_away = False
    await heard.conflicts(1)
    assert heard.advice == [ADVICE]


LANGUAGES = {"en": "Another program", "uk": "ще якась програма", "ru": "ещё какая-то программа"}


def hire_owners(books: Books) -> None:
    for number, language in enumerate(LANGUAGES, start=901):
        books.people.add(Newcomer(number, language, language), Role.OWNER, NOW)
    books.people.add(Newcomer(900, "Director", "en"), Role.DIRECTOR, NOW)


async def test_owners_are_told_once_a_day_each_in_his_language(
    database: TroubledDatabase, clock: StillClock
) -> None:
    await database.write(hire_owners)
    for _ in range(3):
        await tell_of_rival(database, clock, words_of, lambda _: None)
    told = await database.read(lambda books: books.outbox.waiting())
    assert [each.message.chat_id for each in told] == [901, 902, 903]
    for each, said in zip(told, LANGUAGES.values(), strict=True):
        assert said in each.message.text
        assert "tilly doctor" in each.message.text


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a conflict last at once."""
    monkeypatch.setattr(rivalry, "LASTS_SECONDS", 0.2)


@pytest.mark.usefixtures("impatient")
async def test_a_rival_is_told_in_log_console_chat_readiness_and_doctor(
    settings: Settings,
    database: TroubledDatabase,
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    await database.write(hire_owners)
    for _ in range(3):
        telegram.script("getUpdates", 409, CONFLICT)
    console: list[str] = []
    app = App(settings, database, SystemClock(), Equipment(Bench().router(), plain_words))
    app.advise = console.append
    with structlog.testing.capture_logs() as log:
        await app.start()
        await telegram.heard("sendMessage", 3)
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{app.http_port}/readyz") as ready,
        ):
            assert ready.status == 503
            assert "rival" in (await ready.json())["troubles"]
        monkeypatch.chdir(tmp_path)
        environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.url,
            "HTTP_PORT": str(app.http_port),
        }
        runner = CliRunner()
        shown = await asyncio.to_thread(runner.invoke, main, ["doctor", "--json"], env=environment)
        await telegram.push(message_update(1, "still here"))
        await telegram.heard("sendMessage", 4)
        await app.stop()
    checks = {each["name"]: each for each in json.loads(shown.stdout)["checks"]}
    assert checks["updates"]["health"] == "fail"
    assert "Stop the other one" in checks["updates"]["advice"]
    assert shown.exit_code == 1
    assert console == [ADVICE]
    assert sum("stop it, or give it another token" in each["event"] for each in log) == 1
    assert "got still here" in telegram.texts(7)


async def test_the_doctor_names_the_address_that_takes_the_updates(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    client = TelegramClient(scene.bot.token, scene.server.base_url)
    await client.call("setWebhook", {"url": "https://elsewhere.example/hook"})
    await client.close()
    environment = {
        "TELEGRAM_BOT_TOKEN": scene.bot.token,
        "TELEGRAM_API_URL": scene.server.base_url,
        "HTTP_PORT": "1",
    }
    shown = await asyncio.to_thread(CliRunner().invoke, main, ["doctor"], env=environment)
    assert "https://elsewhere.example/hook" in shown.output
    assert shown.exit_code == 1


@pytest.mark.usefixtures("impatient")
async def test_two_programs_with_one_token_lose_nothing_between_them(
    scene: Scene, database: TroubledDatabase, sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    elsewhere = await open_database(sqlite_template.fresh(tmp_path / "other"))
    await database.write(hire_owners)
    await elsewhere.write(hire_owners)
    ours, theirs = Bench(), Bench()
    said = [f"{number}" for number in range(12)]
    async with (
        running(scene.settings(), database, ours) as one,
        running(scene.settings(), elsewhere, theirs) as two,
    ):
        advice: list[str] = []
        one.advise = two.advise = advice.append
        for text in said:
            scene.type(text)
            await asyncio.sleep(0.1)
        async with asyncio.timeout(15):
            while set(said) - {*ours.handled, *theirs.handled} or not advice:
                await asyncio.sleep(0.05)
    assert set(ours.handled) | set(theirs.handled) == set(said)
    assert len(ours.handled) == len(set(ours.handled))
    assert len(theirs.handled) == len(set(theirs.handled))
