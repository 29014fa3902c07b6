"""Whatever a bank does and whatever goes wrong, the books are the bank's truth in the end."""

import asyncio
import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from aiohttp import web
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.banks.faults import OF_PORTALS, Fault, Faults
from sandbox.banks.gocardless import GoCardlessStandIn
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.privatbank import PrivatBankStandIn
from sandbox.banks.truth import Account, Movement
from sandbox.banks.wise import WiseStandIn
from services.bank.bank_feed_types import BankApi
from services.ports import Database
from services.source_trouble import Trouble
from sources.bank_apis.gocardless import GoCardless
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.bank_apis.monobank import ByToken, Monobank
from sources.bank_apis.privatbank import PrivatBank
from sources.bank_apis.signing import ByCorporateKey
from sources.bank_apis.wise import Wise
from sources.calls import Calls
from storage.database import open_database
from tests.bank_desk import desk_at
from tests.conftest import StillClock
from tests.crashing_database import CrashingDatabase
from tests.databases import SqliteTemplate
from tests.thorough import times

IBAN = "UA213223130000026007233566001"
MINUTE = dt.timedelta(minutes=1)
Result = TypeVar("Result")
AnyStandIn = MonobankStandIn | PrivatBankStandIn | GoCardlessStandIn | WiseStandIn


def monobank(clock: StillClock) -> MonobankStandIn:
    return MonobankStandIn(clock.now)


FIRM = ec.generate_private_key(ec.SECP256K1())
"""The key of a firm that monobank knows."""


def of_a_firm(clock: StillClock) -> MonobankStandIn:
    """The bank where calls are signed and no token opens anything."""
    bank = MonobankStandIn(clock.now)

    def prove(request: web.Request) -> bool:
        said = request.headers
        path = request.path.removeprefix(bank.prefix)
        signed = (said["X-Time"] + said["X-Request-Id"] + path).encode()
        FIRM.public_key().verify(
            base64.b64decode(said["X-Sign"]), signed, ec.ECDSA(hashes.SHA256())
        )
        return True

    bank.prove = prove
    return bank


def by_a_firm(url: str) -> BankApi:
    told = FIRM.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Monobank(ByCorporateKey(told, "request-1"), calls=Calls(url))


def privatbank(clock: StillClock) -> PrivatBankStandIn:
    bank = PrivatBankStandIn(clock.now)
    bank.page_rows = 2
    return bank


@dataclass(frozen=True)
class Play:
    """How a bank is played with."""

    bank: Callable[[StillClock], AnyStandIn]
    api: Callable[[str], BankApi]
    every: dt.timedelta
    """Between two looks while things go wrong."""
    after: dt.timedelta
    """… and when all goes well."""
    acts: str = "new equal hold final changed late dropped"
    account_id: str = "kKGVoZuHWzqVoZuH"
    looks: int = 11
    """So often it is looked when all goes well: each look is a page."""


PLAYS = {
    "monobank": Play(
        monobank,
        lambda url: Monobank(ByToken("token-of-mono"), calls=Calls(url)),
        3 * MINUTE,
        60 * MINUTE,
    ),
    "monobank of a firm": Play(of_a_firm, by_a_firm, 3 * MINUTE, 60 * MINUTE),
    "privatbank": Play(
        privatbank,
        lambda url: PrivatBank("token-of-privat", calls=Calls(url)),
        6 * MINUTE,
        21 * MINUTE,
        "new equal hold final changed late void",
        IBAN,
        looks=40,
    ),
    "gocardless": Play(
        lambda clock: GoCardlessStandIn(clock.now),
        lambda url: GoCardless(
            GoCardlessKey("id-of-gocardless", "key-of-gocardless", Calls(url)),
            GoCardlessStandIn.requisition,
        ),
        200 * MINUTE,
        200 * MINUTE,
    ),
    "wise": Play(
        lambda clock: WiseStandIn(clock.now),
        lambda url: Wise("token-of-wise", calls=Calls(url)),
        20 * MINUTE,
        60 * MINUTE,
        "new equal changed late",
        "64",
    ),
}


@dataclass(frozen=True)
class Turn:
    """What happens at the bank, then how the calls go wrong, then whether the process dies."""

    acts: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    kills: tuple[bool, ...] = ()


def act(account: Account, what: str, now: dt.datetime, number: int) -> None:
    """Have something happen at the bank."""
    held = [each for each in account.movements.values() if each.is_hold]
    final = [each for each in account.movements.values() if not each.is_hold]
    known = f"m{number}"
    if what in {"new", "hold"}:
        minor = (1_000 + 37 * number) * (-1) ** number
        account.add(Movement(known, now - MINUTE, minor, f"p {number}", is_hold=what == "hold"))
    elif what == "equal":
        account.add(Movement(known, now - MINUTE, -120, "coffee"))
    elif what == "final" and held:
        account.change(held[0].id, is_hold=False, minor=held[0].minor - 3)
    elif what == "dropped" and held:
        account.drop(held[0].id)
    elif what == "changed" and final:
        account.change(final[-1].id, minor=final[-1].minor + 5)
    elif what == "void" and final:
        account.change(final[-1].id, is_void=True)
    elif what == "late":
        at = now - dt.timedelta(hours=30)
        account.add(Movement(known, at, 11 + number, f"late {number}", told_from=now))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the books stand beside the bank in the end."""

    agrees: bool
    lines: int
    booked: int
    trouble: Trouble | None

    @property
    def is_the_truth(self) -> bool:
        """Tell whether the books are what the bank says, and nothing is left to mend."""
        return self.agrees and self.lines >= self.booked and self.trouble is None


async def play(name: str, inner: Database, turns: list[Turn]) -> Outcome:
    """Play turn after turn, then let all go well and say how the books stand."""
    rules, clock = PLAYS[name], StillClock()
    bank = rules.bank(clock)
    faults: Faults = bank.faults
    account = Account(rules.account_id, IBAN, opening_minor=100_000)
    bank.accounts = [account]
    database = CrashingDatabase(inner)
    number = 0
    async with desk_at(database, clock, bank, rules.api) as desk:
        for turn in turns:
            for what in turn.acts:
                number += 1
                if what in rules.acts.split():
                    act(account, what, clock.now(), number)
            faults.plan(*turn.faults)
            database.plan += turn.kills
            await desk.turn(2, rules.every)
        faults.forget()
        database.plan = []
        await desk.turn(rules.looks, rules.after)
        booked = [each for each in account.seen(clock.now()) if not each.is_hold]
        agrees, lines = await desk.agrees_with(account), await desk.lines()
        return Outcome(agrees, lines, len(booked), (await desk.health()).trouble)


ACTS = st.sampled_from(["new", "equal", "hold", "final", "changed", "late", "dropped", "void"])
FAULTS = [each for each in Fault if each not in {Fault.SLOW, *OF_PORTALS}]
"""All but the one that takes as long as it says."""
TURNS = st.lists(
    st.builds(
        Turn,
        st.lists(ACTS, max_size=3).map(tuple),
        st.lists(st.sampled_from(FAULTS), max_size=2).map(tuple),
        st.lists(st.booleans(), max_size=3).map(tuple),
    ),
    max_size=6,
)


@pytest.mark.parametrize("name", PLAYS)
@given(turns=TURNS)
@settings(max_examples=times(3, 25))
def test_after_any_faults_the_books_are_the_bank_s_truth(
    name: str,
    sqlite_template: SqliteTemplate,
    tmp_path_factory: pytest.TempPathFactory,
    turns: list[Turn],
) -> None:
    async def run() -> Outcome:
        url = sqlite_template.fresh(tmp_path_factory.mktemp("pull"))
        database = await open_database(url)
        try:
            return await play(name, database, turns)
        finally:
            await database.close()

    outcome = asyncio.run(run())
    assert outcome.is_the_truth, outcome


@pytest.mark.parametrize(
    ("header", "minutes"), [("1200", 20), ("Fri, 20 Nov 2026 13:30:00 GMT", 60)]
)
@pytest.mark.parametrize("name", PLAYS)
async def test_a_bank_that_says_when_to_come_again_is_left_alone_until_then(
    name: str, database: Database, header: str, minutes: int
) -> None:
    rules, clock = PLAYS[name], StillClock()
    bank = rules.bank(clock)
    account = Account(rules.account_id, IBAN, opening_minor=100_000)
    account.add(Movement("m1", clock.now() - MINUTE, -700, "p 1"))
    bank.accounts = [account]
    bank.faults.limited_headers = {"Retry-After": header}
    bank.faults.plan(Fault.LIMITED)
    until = clock.now() + minutes * MINUTE
    async with desk_at(database, clock, bank, rules.api) as desk:
        await desk.turn(1)
        assert (await desk.health()).trouble is Trouble.LIMITED
        assert len(bank.faults.calls) == 1
        while clock.now() < until:
            await desk.turn(1, MINUTE)
        assert len(bank.faults.calls) == 1
        await desk.turn(4)
        assert await desk.agrees_with(account)
        assert (await desk.health()).trouble is None


@pytest.mark.parametrize("name", PLAYS)
async def test_each_fault_in_a_row_and_a_kill_at_each_write(name: str, database: Database) -> None:
    turns = [
        Turn(("new", "hold", "late"), (fault,), (False, place % 2 == 0))
        for place, fault in enumerate(FAULTS)
    ]
    last = Turn(("final", "changed", "void", "equal", "equal"))
    outcome = await play(name, database, [*turns, last])
    assert outcome.is_the_truth, outcome
