"""A portal is read on schedule into real books, over HTTP, whatever its people do."""

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from bot.crm_puller import CrmPuller
from ledger.documents import DocumentKind, OrderStage
from sandbox.banks.faults import Fault
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.portal import COMPANY, CONTACT, DEAL, Portal
from services.crm.crm_ports import Hint
from services.intake.pull_crm import reserve_crm_call
from services.ports import Database, StorageError
from services.source_trouble import Trouble
from tests.conftest import StillClock
from tests.crm_desk import NAME, CrmDesk, crm_desk_at

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def desk(database: Database, clock: StillClock) -> AsyncIterator[CrmDesk]:
    async with crm_desk_at(database, clock, Portal(clock.now)) as opened:
        yield opened


def sell(portal: Portal, amount: str = "100", **said: object) -> int:
    made = portal.add(DEAL, 1, **said)
    portal.set_rows(DEAL, made, [{"productName": "Pump", "price": amount, "quantity": 1}])
    return made


async def test_a_portal_comes_in_whole_and_stays_in_step(desk: CrmDesk) -> None:
    portal = desk.portal
    contact = portal.add(CONTACT, NAME="Ольга", LAST_NAME="Коваль", PHONE=["+380501112233"])
    for number in range(130):
        sell(portal, str(number), CONTACT_ID=contact)
    await desk.turn()
    assert await desk.differs() == {}
    order = await desk.order(1)
    assert order.party is not None
    assert (order.party.name, order.party.phone) == ("Коваль Ольга", "+380501112233")
    portal.edit(DEAL, 3, STAGE_ID="WON")
    portal.edit(DEAL, 4, STAGE_ID="LOSE")
    sell(portal, "77.70")
    await desk.turn()
    assert await desk.differs() == {}
    assert (await desk.order(3)).stage is OrderStage.CLOSED
    assert (await desk.health()).trouble is None


async def test_while_nothing_happens_a_round_is_a_call_for_each_kind(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn(3)
    before = len(desk.server.faults.calls)
    await desk.turn()
    assert len(desk.server.faults.calls) - before <= 6
    documents = await desk.documents()
    assert documents["1"].version == 1


async def test_a_first_load_goes_on_where_it_was(desk: CrmDesk) -> None:
    for _ in range(1_000):
        desk.portal.add(DEAL, OPPORTUNITY=Decimal(5))
    desk.clock.move(MINUTE)
    while (await desk.puller.step(desk.connected)) and len(await desk.documents()) < 100:
        pass
    feed = await desk.feed()
    assert feed.through is None
    assert (feed.done, feed.total) == (150, 1_000)
    asked = len(desk.server.faults.calls)
    await desk.turn()
    assert await desk.differs() == {}
    assert (await desk.feed()).done == 1_000
    assert len(desk.server.faults.calls) - asked < 20


async def test_a_customer_who_is_renamed_is_so_on_his_orders(desk: CrmDesk) -> None:
    company = desk.portal.add(COMPANY, TITLE="ТОВ «Ворона»")
    sell(desk.portal, COMPANY_ID=company)
    await desk.turn()
    desk.portal.edit(COMPANY, company, TITLE="ТОВ «Сорока»")
    await desk.turn()
    party = (await desk.order(1)).party
    assert party is not None
    assert party.name == "ТОВ «Сорока»"


async def test_whoever_changed_an_order_is_named(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn()
    oksana = desk.portal.user("Oksana", "Melnyk")
    desk.portal.edit(DEAL, 1, by=oksana, OPPORTUNITY=Decimal(90), IS_MANUAL_OPPORTUNITY="Y")
    await desk.turn()
    assert (await desk.order(1)).changed_by == "#2"
    await desk.turn(3, dt.timedelta(hours=7))
    assert (await desk.order(1)).changed_by == "Oksana Melnyk"


async def test_at_night_deletions_and_quiet_edits_are_found(
    desk: CrmDesk, clock: StillClock
) -> None:
    for number in range(60):
        sell(desk.portal, str(number + 1))
    await desk.turn(2, HOUR)
    desk.portal.delete(DEAL, 7)
    rows = [{"productName": "Other", "price": "5", "quantity": 1}]
    desk.portal.set_rows(DEAL, 9, rows, quietly=True)
    await desk.turn(2)
    assert set(await desk.differs()) == {"7", "9"}
    clock.move(dt.datetime(2026, 11, 22, 1, 0, tzinfo=dt.UTC) - clock.now())
    await desk.turn(2)
    assert await desk.differs() == {}
    assert (await desk.order(7)).stage is OrderStage.CANCELLED
    sweep = (await desk.feed()).sweep
    assert sweep is not None
    assert (sweep.theirs, sweep.ours, sweep.late, sweep.deleted) == (59, 60, 1, 1)
    assert not sweep.agreed
    await desk.turn(1, dt.timedelta(hours=24))
    await desk.turn(2)
    again = (await desk.feed()).sweep
    assert again is not None
    assert again.agreed


async def test_an_event_has_its_record_read_soon(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn(2)
    desk.portal.edit(DEAL, 1, OPPORTUNITY=Decimal(55), IS_MANUAL_OPPORTUNITY="Y")
    assert await desk.puller.hint(Hint("deal", 1))
    assert not await desk.puller.hint(Hint("lead", 1))
    await desk.turn(1, MINUTE)
    assert await desk.differs() == {}


async def test_an_event_of_a_deletion_cancels_the_order_at_once(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn(2)
    desk.portal.delete(DEAL, 1)
    await desk.puller.hint(Hint("deal", 1))
    await desk.turn(1, MINUTE)
    assert await desk.differs() == {}


async def test_a_deletion_that_is_only_said_cancels_nothing(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn(2)
    await desk.puller.hint(Hint("deal", 1))
    await desk.puller.hint(Hint("deal", 999))
    await desk.turn(1, MINUTE)
    assert (await desk.order(1)).stage is OrderStage.OPEN
    assert "999" not in await desk.documents()


async def test_payments_of_the_shop_follow_their_orders(desk: CrmDesk) -> None:
    deal = sell(desk.portal)
    order = desk.portal.order(deal_id=deal, price=Decimal(100))
    payment = desk.portal.payment(order, Decimal(100), paid="Y", datePaid=desk.clock.now())
    await desk.turn()
    payments = await desk.documents(DocumentKind.PAYMENT)
    assert payments["1"].document.money.minor == 10_000
    assert len(await desk.documents()) == 1
    desk.portal.payments.records[payment]["paid"] = "N"
    desk.portal.orders.records[order]["dateUpdate"] = desk.clock.now()
    await desk.turn(2)
    payments = await desk.documents(DocumentKind.PAYMENT)
    assert payments["1"].document.money.minor == 0


async def test_a_record_that_cannot_be_read_is_set_aside_until_it_can(desk: CrmDesk) -> None:
    sell(desk.portal)
    sell(desk.portal, "200")
    desk.portal.spoils[DEAL, 1] = {"opportunity": "many"}
    await desk.turn()
    assert set(await desk.documents()) == {"2"}
    (odd,) = await desk.database.read(lambda books: books.crm.odd(NAME, 5))
    assert (odd.entity, odd.id, odd.reason) == ("deal", 1, "the total is no amount")
    desk.portal.spoils.clear()
    desk.portal.edit(DEAL, 1, TITLE="mended")
    await desk.turn(2)
    assert await desk.differs() == {}
    assert await desk.database.read(lambda books: books.crm.odd(NAME, 5)) == ()


async def test_a_call_is_one_process_s_only(desk: CrmDesk, clock: StillClock) -> None:
    await desk.turn()
    desk.clock.move(HOUR)
    first, other = [
        await desk.database.write(lambda books: reserve_crm_call(books, NAME, clock.now()))
        for _ in range(2)
    ]
    assert first is not None
    assert other is None


async def test_a_webhook_that_is_refused_waits_for_a_person(desk: CrmDesk) -> None:
    await desk.turn()
    desk.server.secret = "another"  # noqa: S105 - of a stand-in
    before = len(desk.server.asked)
    await desk.turn(4)
    health = await desk.health()
    assert health.trouble is Trouble.REFUSED
    assert health.failures == 1
    assert len(desk.server.asked) == before


async def test_eyes_that_lose_their_rights_delete_nothing(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn()
    desk.portal.is_admin = False
    await desk.turn(2, dt.timedelta(hours=13))
    assert (await desk.health()).trouble is Trouble.RIGHTS
    assert (await desk.order(1)).stage is OrderStage.OPEN


async def test_one_kind_in_trouble_does_not_hold_up_the_others(desk: CrmDesk) -> None:
    sell(desk.portal)
    desk.portal.add(COMPANY, TITLE="A")
    desk.portal.spoils[COMPANY, 1] = {"id": "none"}
    await desk.turn(2)
    assert await desk.differs() == {}
    health = await desk.health()
    assert (health.trouble, health.failed_entity) == (Trouble.GARBLED, "company")
    desk.portal.spoils.clear()
    await desk.turn(9, MINUTE * 20)
    assert (await desk.health()).trouble is None


async def test_a_new_field_changes_what_orders_say(desk: CrmDesk) -> None:
    sell(desk.portal)
    await desk.turn()
    assert (await desk.order(1)).number == "1"
    desk.portal.custom(DEAL, Field("UF_CRM_17", "string", "Номер замовлення"))
    desk.portal.edit(DEAL, 1, UF_CRM_17="A-1")
    await desk.turn(2, dt.timedelta(hours=13))
    assert (await desk.order(1)).number == "A-1"


async def test_a_full_bucket_and_a_busy_portal_only_cost_time(desk: CrmDesk) -> None:
    for number in range(60):
        sell(desk.portal, str(number))
    desk.server.faults.plan(Fault.LIMITED, Fault.BROKEN, Fault.NOTHING, Fault.LIMITED)
    await desk.turn(3)
    assert await desk.differs() == {}
    assert (await desk.health()).trouble is None


async def test_two_processes_at_once_read_each_thing_once(
    desk: CrmDesk, clock: StillClock
) -> None:
    for number in range(300):
        sell(desk.portal, str(number))
    clock.move(MINUTE)
    pullers = [CrmPuller([desk.connected], desk.database, clock) for _ in range(3)]

    async def pull(puller: CrmPuller) -> None:
        for _ in range(6):
            with contextlib.suppress(StorageError):
                await puller.pull_due()

    await asyncio.gather(*map(pull, pullers))
    assert await desk.differs() == {}
    assert {each.version for each in (await desk.documents()).values()} == {1}
    listed = [each for each in desk.server.asked if each == "crm.item.productrow.list"]
    assert len(listed) == 16
