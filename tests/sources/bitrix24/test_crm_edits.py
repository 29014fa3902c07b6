"""An edit of a closed order is a fact: before and after, whose it is, how late."""

import datetime as dt
from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from ledger.documents import OrderStage
from ledger.money import Money
from sandbox.bitrix24.portal import COMPANY, DEAL, Portal
from services.crm_edits import ClosedOrderEdit, closed_order_edits
from services.ports import Database
from tests.conftest import NOW, StillClock
from tests.crm_desk import CrmDesk, crm_desk_at

DAY = dt.timedelta(days=1)


@pytest.fixture
async def desk(database: Database, clock: StillClock) -> AsyncIterator[CrmDesk]:
    portal = Portal(clock.now)
    portal.user("Oksana", "Melnyk")
    async with crm_desk_at(database, clock, portal) as opened:
        portal.add(DEAL, OPPORTUNITY=Decimal(100), IS_MANUAL_OPPORTUNITY="Y")
        await opened.turn()
        portal.edit(DEAL, 1, STAGE_ID="WON")
        await opened.turn()
        yield opened


async def edits(desk: CrmDesk, since: dt.datetime = NOW) -> tuple[ClosedOrderEdit, ...]:
    reading = desk.connected.reading
    return await desk.database.read(lambda books: closed_order_edits(books, reading, since))


async def test_closing_an_order_is_no_edit_of_a_closed_one(desk: CrmDesk) -> None:
    assert await edits(desk) == ()


async def test_an_amount_that_changes_after_closing_is_told_with_its_author(desk: CrmDesk) -> None:
    desk.clock.move(3 * DAY)
    desk.portal.edit(DEAL, 1, by=2, OPPORTUNITY=Decimal(80))
    at = desk.clock.now()
    await desk.turn()
    (edit,) = await edits(desk)
    assert (edit.before.money, edit.after.money) == (Money(10_000, "UAH"), Money(8_000, "UAH"))
    assert edit.fields == ("money",)
    assert (edit.edited_by, edit.edited_at, edit.version) == ("Oksana Melnyk", at, 3)
    assert edit.after_closing is not None
    assert edit.after_closing // DAY == 3
    assert await edits(desk, desk.clock.now() + DAY) == ()


async def test_each_edit_is_one_fact(desk: CrmDesk) -> None:
    desk.portal.edit(DEAL, 1, by=2, OPPORTUNITY=Decimal(80))
    await desk.turn()
    desk.portal.edit(DEAL, 1, by=1, STAGE_ID="EXECUTING")
    await desk.turn()
    desk.portal.edit(DEAL, 1, by=1, OPPORTUNITY=Decimal(70))
    await desk.turn()
    first, second = await edits(desk)
    assert (first.fields, first.edited_by) == (("money",), "Oksana Melnyk")
    assert set(second.fields) == {"stage", "closed_at"}
    assert (second.after.stage, second.edited_by) == (OrderStage.OPEN, "Ada Admin")


async def test_product_rows_are_part_of_an_order(desk: CrmDesk) -> None:
    rows: list[dict[str, object]] = [{"productName": "Pump", "price": "1", "quantity": "1"}]
    desk.portal.set_rows(DEAL, 1, rows, by=2)
    await desk.turn()
    (edit,) = await edits(desk)
    assert edit.fields == ("lines",)


async def test_a_deletion_is_an_edit_without_an_author(desk: CrmDesk, clock: StillClock) -> None:
    desk.portal.delete(DEAL, 1)
    clock.move(dt.datetime(2026, 11, 22, 1, 0, tzinfo=dt.UTC) - clock.now())
    await desk.turn()
    (edit,) = await edits(desk)
    assert edit.is_deletion
    assert edit.edited_by is None
    assert edit.after.stage is OrderStage.CANCELLED


async def test_what_does_not_change_the_order_is_none(desk: CrmDesk) -> None:
    desk.portal.edit(DEAL, 1, by=2, TITLE="Another title")
    desk.portal.add(COMPANY, TITLE="A")
    await desk.turn()
    assert await edits(desk) == ()
