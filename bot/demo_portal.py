"""The demo's Bitrix24: the month's orders as a manager of the shop would keep them."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.php import Json
from sandbox.bitrix24.portal import COMPANY, CONTACT, DEAL, Portal
from services.demo import demo_month
from services.demo.demo_month import TAKEN_OFF, Customer, DemoOrder, Fate, Way

_NUMBER, _WAY, _COST = "UF_CRM_NUMBER", "UF_CRM_WAY", "UF_CRM_COST"
_REFUNDED, _CHANNEL = "UF_CRM_REFUNDED", "UF_CRM_CHANNEL"
_WAYS = {
    Way.CARD: "Карткою онлайн",
    Way.TRANSFER: "На рахунок",
    Way.ON_DELIVERY: "Післяплата",
    Way.CASH: "Готівкою в магазині",
}
_WAY_IDS = {way: str(place) for place, way in enumerate(_WAYS, start=41)}
_CHANNELS = {Way.CARD: "Сайт", Way.TRANSFER: "Телефон", Way.CASH: "Шоурум"}
_MARKETPLACE = "Prom.ua"
"""Where what is paid on delivery was ordered."""
_CHANNEL_IDS = {
    said: str(place) for place, said in enumerate((*_CHANNELS.values(), _MARKETPLACE), start=61)
}
_COST_PERMILLE = 710
_EDITED_AT = dt.time(14, 40)
_HUNDRED = 100


@dataclass(slots=True)
class PortalClock:
    """A clock that goes through a month that is over, then with the world's."""

    now: Callable[[], dt.datetime]
    set_to: dt.datetime | None = None

    def __call__(self) -> dt.datetime:
        """Give the portal's moment."""
        return self.set_to or self.now()


@dataclass(frozen=True, slots=True)
class DemoPortal:
    """The portal, and what somebody does in it after it was first read."""

    portal: Portal
    edit_late: Callable[[], tuple[int, ...]]
    """Edits an order that is closed; gives the ids of the deals."""


def demo_portal(today: dt.date, now: Callable[[], dt.datetime]) -> DemoPortal:
    """Build a portal with the month that ended on a day."""
    clock = PortalClock(now)
    portal = Portal(clock)
    play = _Play(portal, clock, today)
    play.all()
    clock.set_to = None
    return DemoPortal(portal, play.edit_late)


class _Play:
    def __init__(self, portal: Portal, clock: PortalClock, today: dt.date) -> None:
        self._portal = portal
        self._clock = clock
        self._today = today
        self._customers: dict[Customer, Json] = {}
        self._managers: tuple[int, ...] = ()

    def all(self) -> None:
        """Play the month in the order in which it happened."""
        self._clock.set_to = self._at(demo_month.MONTH, dt.time(6))
        portal = self._portal
        self._managers = portal.user("Оксана", "Коваль"), portal.user("Тарас", "Мельник")
        for each in (
            Field(_NUMBER, "string", "Номер замовлення"),
            Field(
                _WAY,
                "enumeration",
                "Спосіб оплати",
                items={_WAY_IDS[way]: said for way, said in _WAYS.items()},
            ),
            Field(
                _CHANNEL,
                "enumeration",
                "Канал продажів",
                items={place: said for said, place in _CHANNEL_IDS.items()},
            ),
            Field(_COST, "double", "Собівартість"),
            Field(_REFUNDED, "double", "Повернуто"),
        ):
            portal.custom(DEAL, each)
        acts = [act for each in demo_month.orders() for act in self._acts_on(each)]
        for at, act in sorted(acts, key=lambda each: each[0]):
            self._clock.set_to = at
            act()

    def edit_late(self) -> tuple[int, ...]:
        """Have somebody take money off an order that is closed, the evening before."""
        self._clock.set_to = self._at(1, _EDITED_AT)
        edited = [each for each in demo_month.orders() if each.fate is Fate.EDITED]
        for each in edited:
            lower = _hryvnias(each.total - TAKEN_OFF)
            by = self._managers[1]
            said: Json = {"OPPORTUNITY": lower, "IS_MANUAL_OPPORTUNITY": "Y"}
            self._portal.edit(DEAL, each.id, by, **said)
        self._clock.set_to = None
        return tuple(each.id for each in edited)

    def _acts_on(self, order: DemoOrder) -> Iterator[tuple[dt.datetime, Callable[[], None]]]:
        minute = order.id % 50
        yield self._at(order.made, dt.time(7, minute)), lambda: self._make(order)
        ended = order.ended
        if ended is None:
            if order.made > 1:
                at = self._at(1, dt.time(13, minute))
                yield at, lambda: self._move(order, "EXECUTING")
            return
        stage = "LOSE" if order.fate is Fate.CANCELLED else "WON"
        yield self._at(ended, dt.time(13, minute)), lambda: self._move(order, stage)

    def _make(self, order: DemoOrder) -> None:
        by, portal = self._manager_of(order), self._portal
        said: Json = {
            "ID": order.id,
            "TITLE": f"Замовлення {order.number}",
            "ASSIGNED_BY_ID": by,
            _NUMBER: order.number,
            _WAY: _WAY_IDS[order.way],
            _CHANNEL: _CHANNEL_IDS[_CHANNELS.get(order.way, _MARKETPLACE)],
            _COST: _hryvnias(order.total * _COST_PERMILLE // 1_000),
        }
        portal.add(DEAL, by, **said, **self._customer(order.customer))
        rows: list[Json] = [
            {"productName": each.title, "price": _hryvnias(each.price), "quantity": count}
            for each, count in order.goods
        ]
        portal.set_rows(DEAL, order.id, rows, by)

    def _move(self, order: DemoOrder, stage: str) -> None:
        said: Json = {"STAGE_ID": stage}
        if order.refunded:
            said[_REFUNDED] = _hryvnias(order.refunded)
        self._portal.edit(DEAL, order.id, self._manager_of(order), **said)

    def _customer(self, customer: Customer) -> Json:
        """Give how a deal names its customer, who is taken in when he first buys."""
        if customer not in self._customers:
            phone = [customer.phone]
            if customer.is_firm:
                made = self._portal.add(COMPANY, TITLE=customer.last, PHONE=phone)
                self._customers[customer] = {"COMPANY_ID": made}
            else:
                made = self._portal.add(
                    CONTACT, NAME=customer.first, LAST_NAME=customer.last, PHONE=phone
                )
                self._customers[customer] = {"CONTACT_ID": made}
        return self._customers[customer]

    def _manager_of(self, order: DemoOrder) -> int:
        return self._managers[order.id % len(self._managers)]

    def _at(self, back: int, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(self._today - dt.timedelta(days=back), time, dt.UTC)


def _hryvnias(minor: int) -> Decimal:
    return Decimal(minor) / _HUNDRED
