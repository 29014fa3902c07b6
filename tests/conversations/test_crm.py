"""/crm by chat: how far the portal is read; fields are set by buttons, with a preview first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

import pytest

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.portal import COMPANY, DEAL, Portal
from services.source_trouble import Trouble
from tests.conftest import StillClock
from tests.conversations.floor import Floor, shop_floor
from tests.crm_desk import CrmDesk, crm_desk_at

PAYS = Field("UF_CRM_3", "enumeration", "Розрахунок", items={"1": "Готівка", "2": "Бартер"})


def fill(portal: Portal) -> None:
    """Have the portal's owner use fields of his own."""
    portal.custom(DEAL, Field("UF_CRM_1", "string", "Номер замовлення"))
    portal.custom(DEAL, Field("UF_CRM_2", "money", "Витрати на товар"))
    portal.custom(DEAL, PAYS)
    portal.custom(COMPANY, Field("UF_CRM_4", "string", "ЄДРПОУ"))
    firm = portal.add(COMPANY, TITLE="ТОВ «Ворона»", UF_CRM_4="31451288")
    for number in range(1, 8):
        portal.add(
            DEAL,
            OPPORTUNITY=Decimal(number * 100),
            COMPANY_ID=firm,
            UF_CRM_1=f"A-{number}",
            UF_CRM_2=f"{number * 60}|UAH",
            UF_CRM_3="2",
        )
    portal.edit(DEAL, 7, STAGE_ID="EXECUTING")


@asynccontextmanager
async def read_by(floor: Floor) -> AsyncIterator[CrmDesk]:
    """Have the shop's portal read beside the bot."""
    clock = StillClock()
    portal = Portal(clock.now)
    fill(portal)
    async with crm_desk_at(floor.database, clock, portal) as desk:
        await desk.turn()
        yield desk


SAID = {
    "en": ("as I guess it", "Cost of goods", "✓ Keep it so", "Kept", "cost ₴420"),
    "uk": ("як я здогадуюся", "Собівартість", "✓ Хай буде так", "Запам", "собівартість 420 ₴"),
    "ru": (
        "как я догадываюсь",
        "Себестоимость",
        "✓ Пусть будет",
        "Запомнила",
        "себестоимость 420 ₴",
    ),
}


@pytest.mark.parametrize("language", SAID)
async def test_the_owner_sets_a_field_and_sees_his_last_orders(
    database_url: str, language: str
) -> None:
    guessed, role, keep, kept, cost = SAID[language]
    async with shop_floor(database_url, language=language) as floor, read_by(floor) as desk:
        chat = await floor.side("owner", language)
        await chat.types("/crm")
        card = await chat.hears()
        for said in (guessed, "Номер замовлення", "A-7", "A-3", "31451288"):
            assert said in card.text
        assert "A-2" not in card.text
        await chat.presses(card, role)
        asked = await chat.sees_edit(card)
        assert "Витрати на товар: 420|UAH" in asked.text
        await chat.presses(asked, "Витрати на товар")
        would = await chat.sees_edit(asked)
        assert cost in would.text.replace("\u00a0", " ")
        assert (await desk.order(7)).cost is None
        await chat.presses(would, keep)
        assert kept in (await chat.sees_edit(would)).text
        await desk.turn()
        order = await desk.order(7)
        assert order.cost is not None
        assert order.cost.minor == 42_000


@pytest.fixture
async def crm(floor: Floor) -> AsyncIterator[CrmDesk]:
    async with read_by(floor) as desk:
        yield desk


async def test_a_stage_is_given_another_meaning(floor: Floor, crm: CrmDesk) -> None:
    chat = await floor.side("owner")
    await chat.types("/crm")
    card = await chat.hears()
    await chat.presses(card, "Stages")
    card = await chat.sees_edit(card)
    await chat.presses(card, "In delivery: open")
    card = await chat.sees_edit(card)
    await chat.presses(card, "closed")
    card = await chat.sees_edit(card)
    assert "A-7 · ₴700 · closed" in card.text
    await crm.turn()
    assert (await crm.order(7)).stage == "closed"
    assert (await crm.order(6)).stage == "open"


async def test_a_way_to_pay_is_said_value_by_value(floor: Floor, crm: CrmDesk) -> None:
    chat = await floor.side("owner")
    await chat.types("/crm")
    card = await chat.hears()
    await chat.presses(card, "Ways to pay")
    card = await chat.sees_edit(card)
    assert "First say which field" in card.text
    await chat.presses(card, "← Back")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Way to pay")
    card = await chat.sees_edit(card)
    assert "Розрахунок: Бартер" in card.text
    await chat.presses(card, "Розрахунок")
    card = await chat.sees_edit(card)
    await chat.presses(card, "✓ Keep it so")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Ways to pay")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Бартер: –")
    card = await chat.sees_edit(card)
    await chat.presses(card, "bank transfer")
    await chat.sees_edit(card)
    await crm.turn()
    assert (await crm.order(7)).paid_by == "bank_transfer"


async def test_only_an_owner_changes_what_fields_mean(floor: Floor, crm: CrmDesk) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await cashier.types("/crm")
    assert "You can't do that here" in (await cashier.hears()).text
    await accountant.types("/crm")
    card = await accountant.hears()
    assert "A-7" in card.text
    assert card.buttons == ()
    assert (await crm.health()).trouble is None


@pytest.mark.usefixtures("crm")
async def test_two_owners_do_not_overwrite_each_other(floor: Floor) -> None:
    chat = await floor.side("owner")
    await chat.types("/crm")
    first = await chat.hears()
    await chat.presses(first, "Store")
    asked = await chat.sees_edit(first)
    await chat.presses(asked, "Номер замовлення")
    would = await chat.sees_edit(asked)
    await chat.types("/crm")
    second = await chat.hears()
    await chat.presses(second, "Stages")
    stages = await chat.sees_edit(second)
    await chat.presses(stages, "In delivery: open")
    stages = await chat.sees_edit(stages)
    await chat.presses(stages, "paid, not done yet")
    await chat.sees_edit(stages)
    await chat.presses(would, "✓ Keep it so")
    kept = await chat.sees_edit(would)
    assert "Store: Номер замовлення" in kept.text
    mapping = await floor.database.read(lambda books: books.crm.mapping("bitrix24", "deal"))
    assert mapping is not None
    assert (mapping.version, mapping.stages) == (2, {"EXECUTING": "paid"})


async def test_without_a_crm_it_says_how_to_have_one(floor: Floor) -> None:
    chat = await floor.side("owner")
    await chat.types("/crm")
    assert "BITRIX24_WEBHOOK_URL" in (await chat.hears()).text


async def test_trouble_is_told_with_what_to_do(floor: Floor, crm: CrmDesk) -> None:
    crm.server.secret = "another"  # noqa: S105 - of a stand-in
    await crm.turn()
    assert (await crm.health()).trouble is Trouble.REFUSED
    chat = await floor.side("owner")
    await chat.types("/crm")
    assert "it refuses the webhook" in (await chat.hears()).text
