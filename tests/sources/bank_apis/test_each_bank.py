"""What each bank has of its own: pages, limits, proofs, agreements, pushes."""

import asyncio
import base64
import datetime as dt
import hashlib

import pytest
from aiohttp import web
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from bot.bank_puller import BankPuller, Connected
from categorisation.categorise import Categoriser
from ledger.money import Money
from ledger.statements import StatementEnd, StatementHead, StatementLine
from sandbox.banks.faults import Fault
from sandbox.banks.gocardless import GoCardlessStandIn
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.privatbank import PrivatBankStandIn
from sandbox.banks.server import BanksServer
from sandbox.banks.truth import Account, Movement
from sandbox.banks.wise import WiseStandIn
from services.bank.bank_feed_types import BankApi
from services.bank.bank_types import ReadStatement
from services.bank.import_statement import import_statements
from services.filing.clerk import Clerk
from services.messages import Cause
from services.ports import Database, StorageError
from services.source_trouble import Trouble
from services.team.set_up_shop import lay_chart
from sources.bank_apis.gocardless import GoCardless
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.bank_apis.monobank import ByToken, Monobank
from sources.bank_apis.privatbank import PrivatBank
from sources.bank_apis.signing import BadKeyError, ByCorporateKey, RsaSigner
from sources.bank_apis.wise import Wise
from sources.calls import Calls
from storage.database import open_database
from tests.bank_desk import desk_at
from tests.conftest import NOW, StillClock
from tests.shop import SHOP
from web.bank_hook import bank_hook_routes
from web.server import WebServer

IBAN = "UA213223130000026007233566001"
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


def account(account_id: str = IBAN, currency: str = "UAH") -> Account:
    """An account with a hundred units and some movements."""
    made = Account(account_id, IBAN, currency, opening_minor=10_000)
    for number in range(1, 6):
        made.add(Movement(f"m{number}", NOW - number * HOUR, -100 * number, f"p{number}"))
    return made


def privat(url: str) -> BankApi:
    return PrivatBank("token-of-privat", calls=Calls(url))


def gocardless(url: str) -> BankApi:
    key = GoCardlessKey("id-of-gocardless", "key-of-gocardless", Calls(url))
    return GoCardless(key, GoCardlessStandIn.requisition)


async def test_privatbank_is_read_page_by_page(database: Database, clock: StillClock) -> None:
    bank = PrivatBankStandIn(clock.now)
    bank.page_rows, bank.accounts = 2, [account()]
    async with desk_at(database, clock, bank, privat) as desk:
        await desk.turn(4)
        assert await desk.lines() == 5
        assert await desk.agrees_with(*bank.accounts)
        follows = [
            each for each in bank.faults.calls if "transactions" in each and "follow" in each
        ]
        assert len(follows) == 2


async def test_while_privatbank_closes_its_day_it_is_left_alone(
    database: Database, clock: StillClock
) -> None:
    bank = PrivatBankStandIn(clock.now)
    bank.accounts, bank.phase = [account()], "CLS"
    async with desk_at(database, clock, bank, privat) as desk:
        await desk.turn(5)
        assert (await desk.health()).trouble is Trouble.NOT_READY
        assert len(bank.faults.calls) == 1
        bank.phase = "WRK"
        await desk.turn(14)
        assert await desk.agrees_with(*bank.accounts)


async def test_gocardless_is_read_four_times_in_any_day_and_never_more(
    database: Database, clock: StillClock
) -> None:
    bank = GoCardlessStandIn(clock.now)
    bank.accounts = [account("7e944232", "EUR")]
    bank.accounts[0].number = "LT601010012345678901"
    async with desk_at(database, clock, bank, gocardless) as desk:
        bank.faults.plan(*[Fault.NOTHING] * 3, Fault.BROKEN, Fault.CUT, Fault.BROKEN, Fault.CUT)
        await desk.turn(400, 15 * MINUTE)
        assert await desk.agrees_with(*bank.accounts)
        calls = [each for each in bank.faults.calls if "transactions" in each]
        assert len(calls) <= 4 * 5
        assert (await desk.health()).trouble is None


async def test_gocardless_says_itself_when_to_come_again(
    database: Database, clock: StillClock
) -> None:
    bank = GoCardlessStandIn(clock.now)
    bank.accounts = [account("7e944232", "EUR")]
    async with desk_at(database, clock, bank, gocardless) as desk:
        await desk.turn(1)
        bank._called["7e944232:transactions"] = [NOW - HOUR] * 4  # noqa: SLF001 - others' calls
        await desk.turn(1)
        health = await desk.health()
        assert health.trouble is Trouble.LIMITED
        (feed,) = await database.read(lambda books: books.bank_feeds.feeds())
        assert feed.next_at is not None
        assert feed.next_at - clock.now() > 22 * HOUR


async def test_a_token_that_ended_early_is_replaced(database: Database, clock: StillClock) -> None:
    bank = GoCardlessStandIn(clock.now)
    bank.accounts = [account("7e944232", "EUR")]
    async with desk_at(database, clock, bank, gocardless) as desk:
        await desk.turn(1)
        bank.end_tokens()
        await desk.turn(1)
        assert await desk.agrees_with(*bank.accounts)
        clock.move(25 * HOUR)  # … and one that ended in its time is renewed
        await desk.turn(3)
        assert (await desk.health()).trouble is None


async def test_an_agreement_s_end_is_known_before_and_told_after(
    database: Database, clock: StillClock
) -> None:
    bank = GoCardlessStandIn(clock.now)
    bank.accounts = [account("7e944232", "EUR")]
    async with desk_at(database, clock, bank, gocardless) as desk:
        await desk.turn(2)
        assert (await desk.health()).consent_until == NOW + dt.timedelta(days=90)
        clock.move(dt.timedelta(days=91))
        await desk.turn(3)
        assert (await desk.health()).trouble is Trouble.CONSENT


def pem_of(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.fixture(scope="module")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65_537, 2_048)


@pytest.mark.parametrize("has_key", [True, False])
async def test_wise_s_second_proof_is_given_where_there_is_a_key(
    database: Database, clock: StillClock, rsa_key: rsa.RSAPrivateKey, *, has_key: bool
) -> None:
    bank = WiseStandIn(clock.now)
    bank.accounts = [account("64", "EUR")]

    def verify(token: str, signature: str) -> bool:
        try:
            rsa_key.public_key().verify(
                base64.b64decode(signature), token.encode(), padding.PKCS1v15(), hashes.SHA256()
            )
        except InvalidSignature:
            return False
        return True

    bank.verify = verify
    signer = RsaSigner(pem_of(rsa_key)) if has_key else None

    def wise(url: str) -> BankApi:
        return Wise("token-of-wise", signer, calls=Calls(url))

    async with desk_at(database, clock, bank, wise) as desk:
        await desk.turn(3)
        health = await desk.health()
        assert health.trouble is (None if has_key else Trouble.SIGNATURE)
        assert await desk.lines() == (5 if has_key else 0)


async def test_monobank_s_corporate_calls_are_signed(
    database: Database, clock: StillClock
) -> None:
    key = ec.generate_private_key(ec.SECP256K1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    bank = MonobankStandIn(clock.now)
    bank.accounts = [account("kKGVoZuHWzqVoZuH")]

    def prove(request: web.Request) -> bool:
        told = request.headers
        path = request.path.removeprefix(bank.prefix)
        signed = (told["X-Time"] + told["X-Request-Id"] + path).encode()
        key.public_key().verify(
            base64.b64decode(told["X-Sign"]), signed, ec.ECDSA(hashes.SHA256())
        )
        is_mine = told["X-Key-Id"] == hashlib.sha1(point).hexdigest()  # noqa: S324 - its name
        return is_mine and int(told["X-Time"]) == int(clock.now().timestamp())

    bank.prove = prove

    def corporate(url: str) -> BankApi:
        return Monobank(ByCorporateKey(pem_of(key), "request-1"), calls=Calls(url))

    async with desk_at(database, clock, bank, corporate) as desk:
        await desk.turn(2)
        assert await desk.agrees_with(*bank.accounts)


def test_a_key_of_another_kind_is_refused_in_words(rsa_key: rsa.RSAPrivateKey) -> None:
    curve = pem_of(ec.generate_private_key(ec.SECP256K1()))
    for make in (
        lambda: RsaSigner(curve),
        lambda: RsaSigner(b"hello"),
        lambda: ByCorporateKey(pem_of(rsa_key), "r"),
    ):
        with pytest.raises(BadKeyError, match="key"):
            make()


async def test_the_same_lines_by_file_and_from_the_bank_are_one(
    database: Database, clock: StillClock
) -> None:
    bank = MonobankStandIn(clock.now)
    bank.accounts = [account("kKGVoZuHWzqVoZuH")]
    told = bank.accounts[0].seen(NOW)
    lines = tuple(
        StatementLine(each.at.date(), Money(each.minor, "UAH"), purpose=each.description)
        for each in told[:3]
    )
    day = NOW.date()
    head = StatementHead("camt.053", IBAN, "UAH", Money(10_000, "UAH"), day)
    closing = Money(10_000 + sum(each.minor for each in told[:3]), "UAH")
    read = ReadStatement(head, lines, (), StatementEnd(closing, day))
    cause = Cause("system:test", None, NOW)
    await database.write(lambda books: lay_chart(books, till_names=["Till"]))
    await database.write(lambda books: books.shop.put(SHOP))
    await database.write(lambda books: import_statements(books, [read], cause))

    def by_token(url: str) -> BankApi:
        return Monobank(ByToken("token-of-mono"), calls=Calls(url))

    async with desk_at(database, clock, bank, by_token) as desk:
        await desk.turn(12)
        assert await desk.lines() == 5
        assert await desk.agrees_with(*bank.accounts)
        await database.write(lambda books: import_statements(books, [read], cause))
        assert await desk.lines() == 5


@pytest.mark.parametrize("is_firm", [False, True])
async def test_a_push_of_monobank_has_the_account_read_at_once(
    database: Database, clock: StillClock, *, is_firm: bool
) -> None:
    bank = MonobankStandIn(clock.now)
    signs: ByToken | ByCorporateKey = ByToken("token-of-mono")
    if is_firm:
        signs = ByCorporateKey(pem_of(ec.generate_private_key(ec.SECP256K1())), "request-1")
        bank.prove = lambda request: "X-Sign" in request.headers
    bank.accounts = [account("kKGVoZuHWzqVoZuH")]
    pullers: list[BankPuller] = []

    async def hint(account_id: str) -> bool:
        return await pullers[0].hint(account_id)

    hook = WebServer("127.0.0.1", 0, bank_hook_routes("/bank/monobank/unguessable", hint))
    await hook.start()

    def pushed(url: str) -> BankApi:
        address = f"http://127.0.0.1:{hook.port}/bank/monobank/unguessable"
        return Monobank(signs, webhook=address, webhook_path=signs.webhook_path, calls=Calls(url))

    async with desk_at(database, clock, bank, pushed) as desk:
        pullers.append(desk.puller)
        await desk.turn(2)
        assert bank.webhook.endswith("/unguessable")
        assert any("corp/webhook" in each for each in bank.faults.calls) == is_firm
        new = bank.accounts[0].add(Movement("m9", clock.now(), -700, "pushed"))
        await desk.turn(1)
        assert not await desk.agrees_with(*bank.accounts)
        assert [await bank.tell(bank.accounts[0], new) for _ in range(2)] == [200, 200]
        strange = Account("strange", IBAN)
        assert await bank.tell(strange, strange.add(new)) == 200
        await desk.turn(1)
        assert await desk.agrees_with(*bank.accounts)
    await hook.stop()


async def test_a_bank_in_trouble_does_not_hold_up_another(
    database: Database, clock: StillClock
) -> None:
    mono, other = MonobankStandIn(clock.now), PrivatBankStandIn(clock.now)
    mono.token, other.accounts = "changed", [account()]
    server = BanksServer([mono, other])
    await server.start()
    await database.write(lambda books: lay_chart(books, till_names=["Till"]))
    await database.write(lambda books: books.shop.put(SHOP))
    apis: list[BankApi] = [
        Monobank(ByToken("token-of-mono"), calls=Calls(server.base_url + mono.prefix)),
        privat(server.base_url + other.prefix),
    ]
    puller = BankPuller(
        [Connected(each.scheme, each, "k") for each in apis], database, clock, Clerk(Categoriser)
    )
    for _ in range(3):
        assert await puller.pull_due()
        clock.move(MINUTE)
    health = {
        each.name: each.trouble
        for each in await database.read(lambda books: books.bank_feeds.connections())
    }
    assert health == {"monobank": Trouble.REFUSED, "privatbank": None}
    await puller.close()
    await server.stop()


async def test_two_processes_never_make_one_call_twice(
    database_url: str, clock: StillClock
) -> None:
    bank = MonobankStandIn(clock.now)
    bank.accounts = [account("kKGVoZuHWzqVoZuH")]
    server = BanksServer([bank])
    await server.start()
    databases = [await open_database(database_url) for _ in range(2)]
    await databases[0].write(lambda books: lay_chart(books, till_names=["Till"]))
    await databases[0].write(lambda books: books.shop.put(SHOP))
    pullers = []
    for each in databases:
        api = Monobank(ByToken("token-of-mono"), calls=Calls(server.base_url + bank.prefix))
        connected = Connected("monobank", api, "k")
        pullers.append(BankPuller([connected], each, clock, Clerk(Categoriser)))
    for number in range(30):
        bank.accounts[0].add(Movement(f"n{number}", clock.now(), number + 1, f"n{number}"))
        for outcome in await asyncio.gather(
            *(each.pull_due() for each in pullers * 2), return_exceptions=True
        ):
            assert outcome is True or isinstance(outcome, StorageError)
        clock.move(20 * dt.timedelta(seconds=1) if number % 2 else 3 * MINUTE)
    (health,) = await databases[0].read(lambda books: books.bank_feeds.connections())
    assert health.trouble is None
    assert health.calls == len(bank.faults.calls)
    for puller, opened in zip(pullers, databases, strict=True):
        await puller.close()
        await opened.close()
    await server.stop()


async def test_a_stop_waits_for_no_bank(database: Database, clock: StillClock) -> None:
    bank = MonobankStandIn(clock.now)
    bank.faults.slow_seconds = 1.0
    bank.faults.plan(*[Fault.SLOW] * 3)

    def by_token(url: str) -> BankApi:
        return Monobank(ByToken("token-of-mono"), calls=Calls(url))

    async with desk_at(database, clock, bank, by_token) as desk:
        running = asyncio.create_task(desk.puller.run())
        async with asyncio.timeout(5):
            while not bank.faults.calls:
                await asyncio.sleep(0.01)
        desk.puller.stop()
        running.cancel()
        async with asyncio.timeout(0.5):
            await asyncio.gather(running, return_exceptions=True)
        (health,) = await database.read(lambda books: books.bank_feeds.connections())
        assert health.next_at > clock.now()
