"""A portal is read by pages, whatever its people do meanwhile."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest

from sandbox.banks.faults import Fault
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.portal import CONTACT, DEAL, LEFT_OUT, Portal
from sandbox.bitrix24.server import PortalServer
from services.crm.crm_types import CrmDirectory, CrmPage, StageMeaning
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.portal import Bitrix24
from tests.conftest import StillClock


async def walk(
    crm: Bitrix24, entity: str, now: dt.datetime, cursor: dict[str, str] | None = None
) -> list[CrmPage]:
    directory = CrmDirectory(has_shop=True)
    pages = [await crm.page(entity, cursor or {}, directory, now)]
    while pages[-1].has_more:
        pages.append(await crm.page(entity, pages[-1].cursor, directory, now))
    return pages


def ids(pages: Sequence[CrmPage]) -> list[int]:
    return [each.id for page in pages for each in page.records]


async def test_everything_is_read_once_with_ever_more_pages_in_a_call(
    crm: Bitrix24, portal: Portal, server: PortalServer, clock: StillClock
) -> None:
    for number in range(1, 1_231):
        portal.add(DEAL, TITLE=f"{number}")
    clock.move(dt.timedelta(minutes=1))
    pages = await walk(crm, "deal", clock.now())
    assert ids(pages) == list(range(1, 1_231))
    assert [len(each.records) for each in pages] == [50, 100, 200, 400, 480]
    assert pages[0].total == 1_230
    assert pages[-1].through == clock.now()
    assert len(server.faults.calls) == 12
    assert [each.covers for each in pages][-2:] == [(350, 750), (750, None)]


async def test_what_changed_within_the_window_is_read_and_what_changes_now_is_left(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    for _ in range(5):
        portal.add(DEAL)
    clock.move(dt.timedelta(hours=1))
    since = clock.now()
    portal.edit(DEAL, 2, TITLE="anew")
    clock.move(dt.timedelta(seconds=1))
    (page,) = await walk(crm, "deal", clock.now(), {"since": since.isoformat()})
    assert ids([page]) == [2]
    assert page.records[0].changed_at == since


async def test_rows_come_with_their_deals_however_many_there_are(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    for deal in range(1, 31):
        portal.add(DEAL)
        rows = [{"productName": f"{deal}.{n}", "price": 10, "quantity": n} for n in range(1, 8)]
        portal.set_rows(DEAL, deal, rows)
    clock.move(dt.timedelta(minutes=1))
    (page,) = await walk(crm, "deal", clock.now())
    assert all(record.raw.count(b'"productName"') == 7 for record in page.records)
    assert b'"productName":"30.7"' in page.records[-1].raw


async def test_only_what_matters_makes_another_version(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.add(DEAL)

    async def digest() -> str:
        clock.move(dt.timedelta(minutes=1))
        (page,) = await walk(crm, "deal", clock.now())
        return page.records[0].digest

    first = await digest()
    portal.deals.records[1]["LAST_ACTIVITY_TIME"] = clock.now()
    assert await digest() == first
    portal.set_rows(DEAL, 1, [{"productName": "Hose", "price": 0, "quantity": 1}], quietly=True)
    assert await digest() != first


async def test_a_page_dies_in_the_middle_and_is_read_again(
    crm: Bitrix24, portal: Portal, server: PortalServer, clock: StillClock
) -> None:
    for _ in range(120):
        portal.add(DEAL)
    clock.move(dt.timedelta(minutes=1))
    first = await crm.page("deal", {}, CrmDirectory(), clock.now())
    for fault in (Fault.HALF, Fault.CUT, Fault.LOST, Fault.AGAIN):
        server.faults.plan(fault)
        with pytest.raises(SourceError):
            await crm.page("deal", first.cursor, CrmDirectory(), clock.now())
    second = await crm.page("deal", first.cursor, CrmDirectory(), clock.now())
    assert ids([first, second]) == list(range(1, 121))


@pytest.mark.parametrize("value", ["7", None, 0, True, LEFT_OUT])
async def test_a_record_without_an_id_spoils_its_page(
    crm: Bitrix24, portal: Portal, clock: StillClock, value: object
) -> None:
    portal.add(DEAL)
    portal.spoils[DEAL, 1] = {"id": value}
    clock.move(dt.timedelta(minutes=1))
    with pytest.raises(SourceError) as caught:
        await walk(crm, "deal", clock.now())
    assert caught.value.trouble is Trouble.GARBLED


async def test_records_are_fetched_by_id_and_only_what_is_gone_is_said_to_be(
    crm: Bitrix24, portal: Portal
) -> None:
    for _ in range(3):
        portal.add(DEAL)
    portal.delete(DEAL, 2)
    fetched = await crm.fetch("deal", [1, 2, 3])
    assert [each.id for each in fetched.records] == [1, 3]
    assert fetched.gone == (2,)


async def test_orders_of_the_shop_bring_their_payments_and_deals(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.add(DEAL)
    order = portal.order(deal_id=1, price=Decimal(100))
    portal.payment(order, Decimal(60))
    portal.payment(order, Decimal(40))
    clock.move(dt.timedelta(minutes=1))
    (page,) = await walk(crm, "shop_order", clock.now())
    (record,) = page.records
    assert record.names == (("deal", 1),)
    assert record.raw.count(b'"orderId":1') == 2


async def test_stage_history_goes_on_behind_the_last_row(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.add(DEAL)
    first = (await walk(crm, "stage_move", clock.now()))[-1]
    portal.edit(DEAL, 1, STAGE_ID="WON")
    second = await crm.page("stage_move", first.cursor, CrmDirectory(), clock.now())
    assert (ids([first]), ids([second])) == ([1], [2])


async def test_the_directory_has_titles_stages_people_and_how_dates_go(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.add(CONTACT)
    portal.add(DEAL)
    for number in range(130):
        portal.user(f"Worker {number}")
    portal.category("Wholesale")
    portal.custom(DEAL, Field("UF_CRM_17", "enumeration", "Спосіб оплати", items={"1": "Картка"}))
    directory = await crm.directory(CrmDirectory(), clock.now())
    assert len(directory.users) == 131
    assert directory.users["1"] == "Ada Admin"
    field = directory.field_of("deal", "UF_CRM_17")
    assert field is not None
    assert (field.title, dict(field.items), field.is_custom) == (
        "Спосіб оплати", {"1": "Картка"}, True
    )  # fmt: skip
    won = directory.stage_of("deal", "C1:WON")
    assert won is not None
    assert won.meaning is StageMeaning.CLOSED
    assert directory.facts == {"dates": "iso"}
    assert directory.has_shop


async def test_where_offsets_filter_nothing_dates_are_written_plainly(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.add(DEAL)
    portal.ignores_offsets_in_items = True
    clock.move(dt.timedelta(hours=9))
    directory = await crm.directory(CrmDirectory(), clock.now())
    assert directory.facts == {"dates": "plain"}
    since = {"since": (clock.now() - dt.timedelta(minutes=1)).isoformat()}
    page = await crm.page("deal", since, directory, clock.now())
    assert page.records == ()
    portal.edit(DEAL, 1, TITLE="anew")
    clock.move(dt.timedelta(seconds=1))
    assert ids([await crm.page("deal", since, directory, clock.now())]) == [1]


async def test_eyes_that_do_not_see_all_are_refused(
    crm: Bitrix24, portal: Portal, clock: StillClock
) -> None:
    portal.is_admin = False
    with pytest.raises(SourceError) as caught:
        await crm.directory(CrmDirectory(), clock.now())
    assert caught.value.trouble is Trouble.RIGHTS


async def test_a_portal_whose_clock_is_ahead_ends_its_windows_by_it(
    portal: Portal, crm: Bitrix24, clock: StillClock
) -> None:
    portal.add(DEAL)
    portal.clock = lambda: clock.now() + dt.timedelta(minutes=20)
    clock.move(dt.timedelta(minutes=1))
    (page,) = await walk(crm, "deal", clock.now())
    assert page.through == clock.now() + dt.timedelta(minutes=20)
