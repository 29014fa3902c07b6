"""A question in the CRM is one comment, and its answer one answer, whatever goes wrong between."""

import contextlib
import datetime as dt
import random

import pytest

from bot.crm_talker import CrmTalker
from bot.wiring import equip
from reconciliation.terms import read_terms
from sandbox.banks.faults import Fault
from sandbox.bitrix24.portal import DEAL, Portal
from services.exceptions.inquire import Inquired, ask_on_deal
from services.exceptions.inquiry_ports import Inquiry, InquiryState
from services.exceptions.match_books import match_books
from services.matching.matcher import Matcher
from services.messages import Cause, QueuedMessage
from services.people import Newcomer, Role
from services.ports import Books, Database, StorageError
from services.verify_books import verify_books
from tests.conftest import NOW, StillClock
from tests.crashing_database import CrashingDatabase
from tests.crm_desk import CrmDesk, crm_desk_at
from tests.thorough import times

FAULTS = (Fault.NOTHING, Fault.LOST, Fault.CUT, Fault.BROKEN, Fault.LIMITED, Fault.REFUSED)
LIVES = times(2, 40)
OLD = dt.timedelta(days=20)


def put(books: Books, clock: StillClock) -> None:
    """Have an accountant ask about the one order that is not paid."""
    person = books.people.add(Newcomer(503, "Iryna", "uk"), Role.ACCOUNTANT, clock.now())
    cause = Cause(person.actor, None, clock.now())
    match_books(books, Matcher(read_terms), cause)
    (item,) = books.exceptions.standing()
    assert isinstance(ask_on_deal(books, item.id, person, cause), Inquired)


def inquiry_in(books: Books) -> Inquiry:
    (item,) = books.exceptions.standing()
    (inquiry,) = books.inquiries.of_items([item.id])
    return inquiry


def unpaid_deal(portal: Portal, clock: StillClock) -> tuple[int, int]:
    """Keep a deal that was done long ago; give its id and its manager's."""
    manager = portal.user("Оксана", "Коваль")
    deal = portal.add(DEAL, ASSIGNED_BY_ID=manager, OPPORTUNITY=420)
    portal.edit(DEAL, deal, manager, STAGE_ID="WON")
    clock.move(OLD)
    return deal, manager


def talker_of(
    desk: CrmDesk, database: Database, clock: StillClock, told: list[QueuedMessage]
) -> CrmTalker:
    return CrmTalker([desk.connected], database, clock, equip().talk, told.extend)


@pytest.mark.parametrize("seed", range(LIVES))
async def test_kills_and_faults_double_no_comment_and_lose_no_answer(
    database: Database, seed: int
) -> None:
    chance, clock = random.Random(seed), StillClock(NOW - OLD)
    portal, crashing = Portal(clock.now), CrashingDatabase(database)
    deal, manager = unpaid_deal(portal, clock)
    async with crm_desk_at(database, clock, portal) as desk:
        await database.write(lambda books: books.documents.post_from((NOW - OLD * 2).date()))
        await desk.turn()
        await database.write(lambda books: put(books, clock))
        told: list[QueuedMessage] = []
        for round_ in range(24):
            crashing.plan = [chance.random() < 0.5] if round_ < 18 else []
            if round_ < 18:
                desk.server.faults.plan(*chance.choices(FAULTS, k=2))
            if round_ == 9:
                portal.comment("deal", deal, "платить [B]брат[/B]", manager)
            with contextlib.suppress(StorageError):
                await talker_of(desk, crashing, clock, told).talk()
            clock.move(dt.timedelta(hours=1, minutes=5))
            if (await database.read(inquiry_in)).comment is None and round_ == 9:
                portal.comments.popitem()  # he answers only what he has seen
        mine = [e for e in portal.comments.values() if "Tilly #" in str(e["COMMENT"])]
        assert len(mine) == 1
        inquiry = await database.read(inquiry_in)
        answered = inquiry.state is InquiryState.ANSWERED
        assert answered == (len(portal.comments) == 2)
        if inquiry.answer is not None:
            assert (inquiry.answer.text, inquiry.answer.by) == ("платить брат", "Оксана Коваль")
            assert len(told) == 1
        assert await database.read(verify_books) == ()


async def test_a_portal_that_takes_no_comments_is_given_up_with_word(database: Database) -> None:
    clock = StillClock(NOW - OLD)
    portal = Portal(clock.now)
    deal, _ = unpaid_deal(portal, clock)
    async with crm_desk_at(database, clock, portal) as desk:
        await database.write(lambda books: books.documents.post_from((NOW - OLD * 2).date()))
        await desk.turn()
        await database.write(lambda books: put(books, clock))
        portal.tables[DEAL].drop(deal)
        told: list[QueuedMessage] = []
        for _ in range(9):
            await talker_of(desk, database, clock, told).talk()
            clock.move(dt.timedelta(hours=1, minutes=5))
        inquiry = await database.read(inquiry_in)
        assert inquiry.state is InquiryState.FAILED
        (message,) = told
        assert "⚠️" in message.message.text
        assert portal.comments == {}
