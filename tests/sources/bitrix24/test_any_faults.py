"""Whatever goes wrong, wherever the process dies: in the end the books are the portal's truth."""

import asyncio
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.banks.faults import Fault
from sandbox.bitrix24.portal import CONTACT, DEAL, Portal
from services.ports import Database
from services.source_trouble import Trouble
from storage.database import open_database
from tests.conftest import StillClock
from tests.crashing_database import CrashingDatabase
from tests.crm_desk import crm_desk_at
from tests.databases import SqliteTemplate
from tests.thorough import times

FAULTS = [each for each in Fault if each is not Fault.SLOW]
"""All but the one that takes as long as it says."""
NIGHT = dt.datetime(2026, 11, 22, 1, 0, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Turn:
    """What people do, then how the calls go wrong, then whether the process dies."""

    acts: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    kills: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """How the books stand beside the portal in the end."""

    differs: dict[str, object]
    trouble: Trouble | None
    names: set[str | None]


def act(portal: Portal, what: str, number: int) -> None:
    """Have somebody do something."""
    alive = list(portal.deals.records)
    row = {"productName": "Pump", "price": f"{10 + number}.50", "quantity": 2}
    if what == "many":
        for _ in range(60):
            portal.add(DEAL, CONTACT_ID=1, OPPORTUNITY=Decimal(number))
    elif what == "sell":
        portal.set_rows(DEAL, portal.add(DEAL, CONTACT_ID=1), [row])
    elif what == "rename":
        portal.edit(CONTACT, 1, NAME=f"Olha {number}")
    elif alive:
        change(portal, what, alive[number % len(alive)], number)


def change(portal: Portal, what: str, deal: int, number: int) -> None:
    """Have somebody change a deal."""
    row = {"productName": "Hose", "price": f"{20 + number}.50", "quantity": 1}
    if what == "close":
        portal.edit(DEAL, deal, STAGE_ID="WON")
    elif what == "reopen":
        portal.edit(DEAL, deal, STAGE_ID="EXECUTING")
    elif what == "reprice":
        portal.set_rows(DEAL, deal, [row, row], quietly=number % 2 == 0)
    elif what == "delete":
        portal.delete(DEAL, deal)


async def play(inner: Database, turns: list[Turn]) -> Outcome:
    """Play turn after turn, then let all go well for a night and say how the books stand."""
    clock = StillClock()
    portal, number = Portal(clock.now), 0
    portal.add(CONTACT, NAME="Olha")
    database = CrashingDatabase(inner)
    async with crm_desk_at(database, clock, portal) as desk:
        for turn in turns:
            for what in turn.acts:
                number += 1
                act(portal, what, number)
            desk.server.faults.plan(*turn.faults)
            database.plan += turn.kills
            await desk.turn(2)
        desk.server.faults.forget()
        database.plan = []
        clock.move(NIGHT - clock.now())
        await desk.turn(4)
        orders = (await desk.documents()).values()
        alive = [each for each in orders if int(each.document.external_id) in portal.deals.records]
        names = {None if (party := e.document.party) is None else party.name for e in alive}
        return Outcome(await desk.differs(), (await desk.health()).trouble, names)


ACTS = st.sampled_from("many sell rename close reopen reprice delete".split())
TURNS = st.lists(
    st.builds(
        Turn,
        st.lists(ACTS, max_size=4).map(tuple),
        st.lists(st.sampled_from(FAULTS), max_size=2).map(tuple),
        st.lists(st.booleans(), max_size=4).map(tuple),
    ),
    max_size=5,
)


def assert_true(outcome: Outcome) -> None:
    assert outcome.differs == {}
    assert outcome.trouble is None
    assert len(outcome.names) <= 1, "each order has its customer's newest name"


@given(turns=TURNS)
@settings(max_examples=times(4, 50))
def test_after_any_faults_the_books_are_the_portal_s_truth(
    sqlite_template: SqliteTemplate,
    tmp_path_factory: pytest.TempPathFactory,
    turns: list[Turn],
) -> None:
    async def run() -> Outcome:
        database = await open_database(sqlite_template.fresh(tmp_path_factory.mktemp("crm")))
        try:
            return await play(database, turns)
        finally:
            await database.close()

    assert_true(asyncio.run(run()))


async def test_each_fault_in_a_row_and_a_kill_at_each_write(database: Database) -> None:
    turns = [
        Turn(("sell", "close", "rename"), (fault,), (False,) * (place % 4) + (True,))
        for place, fault in enumerate(FAULTS)
    ]
    last = Turn(("many", "reprice", "delete", "reopen", "rename"), (), (False, True) * 4)
    outcome = await play(database, [*turns, last])
    assert_true(outcome)
    assert outcome.names == {f"Olha {3 * len(FAULTS) + 5}"}
