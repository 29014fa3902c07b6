"""A portal that a dialogue's shop reads."""

from decimal import Decimal

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.portal import COMPANY, DEAL, Portal
from services.ports import Clock, Database
from tests.conftest import StillClock
from tests.crm_desk import crm_desk_at
from tests.handlers.chat import Announce

_STAGES = {
    "NEW": "Нова",
    "EXECUTING": "У доставці",
    "WON": "Виконано",
    "LOSE": "Відмова",
}
_SOLD = (
    ("ТОВ «Тепло плюс»", "48250.50", "31000|UAH", "2"),
    ("ФОП Ворона О. І.", "3200", "2100|UAH", "1"),
    ("ТОВ «Зубрівка»", "12700", "9050|UAH", "3"),
)


def _portal(clock: Clock) -> Portal:
    """Build a small shop's portal, with the fields that its owner made."""
    portal = Portal(clock.now)
    for each in portal.statuses.records.values():
        each["NAME"] = _STAGES.get(str(each["STATUS_ID"]), each["NAME"])
    portal.custom(DEAL, Field("UF_CRM_1", "string", "Номер замовлення"))
    portal.custom(DEAL, Field("UF_CRM_2", "money", "Витрати на товар"))
    choices = {"1": "Готівка", "2": "Рахунок", "3": "Розстрочка"}
    portal.custom(DEAL, Field("UF_CRM_3", "enumeration", "Спосіб оплати", items=choices))
    for number, (name, amount, cost, pays) in enumerate(_SOLD, start=2211):
        firm = portal.add(COMPANY, TITLE=name)
        made = portal.add(DEAL, COMPANY_ID=firm, OPPORTUNITY=Decimal(amount))
        portal.edit(DEAL, made, UF_CRM_1=f"A-{number}", UF_CRM_2=cost, UF_CRM_3=pays)
    portal.edit(DEAL, 1, STAGE_ID="EXECUTING")
    return portal


async def portal_is_read(database: Database, clock: Clock, _announce: Announce) -> None:
    """Read a portal for the first time, or on."""
    assert isinstance(clock, StillClock)
    async with crm_desk_at(database, clock, _portal(clock)) as desk:
        await desk.turn()
