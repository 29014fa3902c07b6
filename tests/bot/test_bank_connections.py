"""Which banks are read follows from the settings; their keys show nowhere."""

import asyncio
import io
import logging
import socket
from pathlib import Path

import aiohttp
import pytest
import structlog
from aiohttp import web

from bot.bank_connections import connections_of, hook_path
from bot.bank_puller import BankPuller
from bot.check_up import Health, check_up
from bot.clock import SystemClock
from bot.log import set_up_log
from bot.settings import Settings, SettingsError, read_settings
from categorisation.categorise import Categoriser
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.privatbank import PrivatBankStandIn
from sandbox.banks.server import BanksServer
from sandbox.banks.truth import Account, Movement
from services.filing.clerk import Clerk
from services.source_trouble import Trouble
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from tests.bot.bench import Bench, running
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import TOKEN
from tests.bot.scene import Scene
from tests.conftest import StillClock
from tests.shop import SHOP, lay_shop


def settings(**said: object) -> Settings:
    return Settings.model_validate(said)


async def closed(made: Settings) -> list[str]:
    connections = connections_of(made)
    for each in connections:
        await each.api.close()
    return [each.name for each in connections]


async def test_each_key_is_a_connection_of_its_own() -> None:
    made = settings(
        tilly_bank_monobank="token-one, token-two",
        tilly_bank_privatbank="client:token-three",
        tilly_bank_gocardless="identity:secret-four",
        tilly_bank_gocardless_agreements="8126e9fb,9126e9fb",
        tilly_bank_wise="token-five",
    )
    names = ["monobank", "monobank-2", "privatbank", "gocardless", "gocardless-2", "wise"]
    assert await closed(made) == names
    assert await closed(settings()) == []
    again = connections_of(settings(tilly_bank_monobank="token-one"))
    other = connections_of(settings(tilly_bank_monobank="token-nine"))
    assert again[0].key_print == connections_of(made)[0].key_print != other[0].key_print


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("TILLY_BANK_GOCARDLESS=abc", "TILLY_BANK_GOCARDLESS: it is an id and a key"),
        ("TILLY_BANK_GOCARDLESS_AGREEMENTS=abc", "TILLY_BANK_GOCARDLESS is missing"),
        ("TILLY_BANK_CORPORATE=abc", "TILLY_BANK_CORPORATE_KEY is missing"),
        ("TILLY_BANK_CORPORATE_KEY=/nowhere", "TILLY_BANK_CORPORATE_KEY: there is no such file"),
        ("TILLY_BANK_SINCE=soon", "TILLY_BANK_SINCE: "),
        ("TILLY_BANK_STAND_INS=here", "TILLY_BANK_STAND_INS: an address starts with"),
    ],
)
def test_half_a_key_is_refused_in_words(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / ".env"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert caught.value.problems[0].startswith(said)


def test_a_file_that_holds_no_key_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_text("hello", encoding="utf-8")
    with pytest.raises(SettingsError, match="TILLY_BANK_WISE_KEY: it is no private key"):
        connections_of(settings(tilly_bank_wise="t-o-k-e-n", tilly_bank_wise_key=path))


def test_no_key_passes_into_the_log() -> None:
    made = settings(tilly_bank_monobank="uZo9_x-odd.token", tilly_bank_gocardless_agreements="r",
                    tilly_bank_gocardless="identity:hushhush")  # fmt: skip
    connections_of(made)
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        set_up_log(level="INFO", form="json", stream=stream)
        log = structlog.get_logger()
        log.warning("said uZo9_x-odd.token", detail={"key": ["hushhush"]})
        log.warning("Authorization: Bearer abcdefgh.ijkl", header="X-Token: 'abc-def-ghi'")
    finally:
        root.handlers[:], root.level = before
        structlog.reset_defaults()
    told = stream.getvalue()
    for secret in ("uZo9", "hushhush", "abcdefgh", "abc-def"):
        assert secret not in told
    assert "uZo9" not in repr(made)


def test_nobody_can_guess_where_monobank_pushes_to() -> None:
    url = "https://shop.example.org"
    made = settings(public_url=url, webhook_secret="long-and-random")  # noqa: S106 - opens nothing
    other = settings(public_url=url, webhook_secret="long-and-other")  # noqa: S106 - the same
    assert hook_path(settings()) is None
    path = hook_path(made)
    assert path is not None
    assert path != hook_path(other)
    assert "long-and-random" not in path


async def test_the_app_reads_banks_and_lets_monobank_push(
    scene: Scene, database: TroubledDatabase
) -> None:
    clock = SystemClock()
    privat, mono = PrivatBankStandIn(clock.now), MonobankStandIn(clock.now)
    account = Account("a", "UA213223130000026007233566001", opening_minor=10_000)
    account.add(Movement("m1", clock.now(), 2_500, "sale"))
    privat.accounts, mono.accounts = [account], [Account("b", "UA1")]
    server = BanksServer([privat, mono])
    await server.start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    await database.write(lay_shop)
    made = scene.settings(
        public_url=f"http://127.0.0.1:{port}",
        http_port=port,
        webhook_secret=TOKEN[-20:],
        tilly_bank_privatbank=privat.token,
        tilly_bank_monobank=mono.token,
        tilly_bank_stand_ins=server.base_url,
    )
    async with running(made, database, Bench()), asyncio.timeout(15):
        while not mono.webhook or await database.read(lambda books: books.journal.count()) < 2:
            await asyncio.sleep(0.1)
        pushed = mono.accounts[0].add(Movement("m2", clock.now(), 1, "pushed"))
        assert await mono.tell(mono.accounts[0], pushed) == 200
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}/bank/monobank/guessed"
            assert (await session.post(url, data=b"{}")).status == 404
            assert (await session.post(mono.webhook, data=b"[1]")).status == 400
    held = await database.read(lambda books: books.balances.of("asset.bank.1", "UAH"))
    assert held.minor == 12_500
    await server.stop()


async def test_a_key_that_a_bank_quotes_is_kept_nowhere(database: TroubledDatabase) -> None:
    clock = StillClock()
    bank = MonobankStandIn(clock.now, token="quoted-by-bank")  # noqa: S106 - a play
    server = BanksServer([bank])
    await server.start()
    made = settings(tilly_bank_monobank="sEcret.token-9", tilly_bank_stand_ins=server.base_url)
    bank.refusal = "Unknown 'X-Token' sEcret.token-9"
    await database.write(lambda books: lay_chart(books, till_names=["Till"]))
    await database.write(lambda books: books.shop.put(SHOP))
    puller = BankPuller(connections_of(made), database, clock, Clerk(Categoriser))
    await puller.pull_due()
    (health,) = await database.read(lambda books: books.bank_feeds.connections())
    assert health.detail == "HTTP 403 Unknown 'X-Token' [key]"
    await puller.close()
    await server.stop()


KEY = "sEcret.token-9"


class Quoting:
    """A bank that refuses all, and says back what it was sent."""

    prefix = ""

    def routes(self) -> list[web.RouteDef]:
        """Give its calls: any."""
        return [web.route("*", "/{any:.*}", self._refuse)]

    async def _refuse(self, request: web.Request) -> web.Response:
        sent = f"{dict(request.headers)} {await request.text()}"
        told = {"message": f"{KEY} opens nothing", "detail": f"{KEY} {sent}", "summary": sent}
        return web.json_response(told, status=401, reason=KEY)


@pytest.mark.parametrize(
    "said",
    [
        {"tilly_bank_monobank": KEY},
        {"tilly_bank_privatbank": f"client:{KEY}"},
        {"tilly_bank_gocardless": f"identity:{KEY}", "tilly_bank_gocardless_agreements": "r-1"},
        {"tilly_bank_wise": KEY},
    ],
)
async def test_whatever_any_bank_says_back_its_key_is_in_no_log_and_no_book(
    database: TroubledDatabase, said: dict[str, object]
) -> None:
    server = BanksServer([Quoting()])
    await server.start()
    made = settings(tilly_bank_stand_ins=server.base_url, **said)
    await database.write(lambda books: lay_chart(books, till_names=["Till"]))
    await database.write(lambda books: books.shop.put(SHOP))
    stream, root = io.StringIO(), logging.getLogger()
    before = root.handlers[:], root.level
    puller = BankPuller(connections_of(made), database, StillClock(), Clerk(Categoriser))
    try:
        set_up_log(level="DEBUG", form="json", stream=stream)
        await puller.pull_due()
    finally:
        root.handlers[:], root.level = before
        structlog.reset_defaults()
        await puller.close()
        await server.stop()
    (health,) = await database.read(lambda books: books.bank_feeds.connections())
    assert health.trouble is Trouble.REFUSED
    assert "a bank gave nothing" in stream.getvalue()
    assert KEY not in stream.getvalue()
    assert KEY not in repr(health)


async def test_the_doctor_names_a_bank_in_trouble(sqlite_url: str) -> None:
    database, clock = await open_database(sqlite_url), StillClock()
    bank = MonobankStandIn(clock.now)
    server = BanksServer([bank])
    await server.start()
    await database.write(lambda books: lay_chart(books, till_names=["Till"]))
    await database.write(lambda books: books.shop.put(SHOP))
    made = settings(
        tilly_bank_monobank="wrong-token", tilly_bank_stand_ins=server.base_url,
        database_url=sqlite_url,
    )  # fmt: skip
    puller = BankPuller(connections_of(made), database, clock, Clerk(Categoriser))
    before = {each.name: each for each in await check_up(made)}["banks"]
    await puller.pull_due()
    after = {each.name: each for each in await check_up(made)}["banks"]
    assert (before.health, before.found) == (Health.OK, "none is read")
    assert after.health is Health.WARN
    assert "monobank: refused, 1 times in a row" in after.found
    await puller.close()
    await database.close()
    await server.stop()
