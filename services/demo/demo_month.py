"""A month of the demo's orders and their money, in days before today; nothing is by chance.

Most of it agrees. What doesn't is in `FATES`: each is something that happens in a shop sooner or
later, and that the desk should find by itself.
"""

import enum
import functools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MONTH = 31
"""So many days are behind the demo."""
ORDERS = 60
FIRST_NUMBER = 48_101
TAKEN_OFF = 120_000
"""What somebody takes off an order after it was closed."""
_NEWEST, _A_DAY = 30, 2
"""How long ago the first order was made, and how many are made in a day."""
_COURIER_DAYS = 4
"""The courier pays out together what he took within so many days."""


class Way(enum.StrEnum):
    """How an order is paid."""

    CARD = "card_online"
    TRANSFER = "bank_transfer"
    ON_DELIVERY = "cash_on_delivery"
    CASH = "cash"


class Fate(enum.Enum):
    """What becomes of an order."""

    USUAL = enum.auto()
    CANCELLED = enum.auto()
    UNPAID = enum.auto()
    PAID_SHORT = enum.auto()
    PAID_TWICE = enum.auto()
    PAID_TOGETHER = enum.auto()
    """With the next one that is paid so, in one transfer."""
    REFUNDED = enum.auto()
    """By the gateway and by the CRM's word."""
    REFUND_ONLY_TOLD = enum.auto()
    REFUND_NOT_TOLD = enum.auto()
    EDITED = enum.auto()
    """After it was closed, and not in the customer's favour."""


FATES = {
    10: (Fate.UNPAID, Way.TRANSFER),
    14: (Fate.CANCELLED, Way.TRANSFER),
    22: (Fate.REFUND_ONLY_TOLD, Way.CARD),
    26: (Fate.REFUNDED, Way.CARD),
    28: (Fate.USUAL, Way.CARD),
    30: (Fate.PAID_TOGETHER, Way.TRANSFER),
    33: (Fate.PAID_TOGETHER, Way.TRANSFER),
    36: (Fate.PAID_SHORT, Way.TRANSFER),
    37: (Fate.CANCELLED, Way.CASH),
    40: (Fate.PAID_TWICE, Way.CARD),
    42: (Fate.USUAL, Way.CARD),
    46: (Fate.REFUND_NOT_TOLD, Way.CARD),
    48: (Fate.EDITED, Way.CARD),
}
"""Orders of which something is to be seen, by their place in the month."""

LOST_PAYOUT, SHORT_PAYOUT = 15, 8
"""Card payouts of so many days ago: one that never reached the bank, one of which something was
missing there."""
SHORT_BY = 15_000
CARDS, COURIER = "easycard", "nova-kurier"
_FEE_PERMILLE = {CARDS: 15, COURIER: 20}


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who buys."""

    first: str
    last: str
    phone: str
    is_firm: bool = False

    @property
    def name(self) -> str:
        """Give the name as banks write it."""
        return self.last if self.is_firm else f"{self.last} {self.first}"


@dataclass(frozen=True, slots=True)
class Goods:
    """Something that is sold."""

    title: str
    price: int
    """In minor units, tax included."""


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """An order; days are days before today."""

    id: int
    fate: Fate
    way: Way
    customer: Customer
    goods: tuple[tuple[Goods, int], ...]
    """What, and how many of it."""
    made: int
    ended: int | None
    """When it was closed or cancelled; None while it is open."""

    @property
    def number(self) -> str:
        """Give what people call it."""
        return str(FIRST_NUMBER + self.id - 1)

    @property
    def total(self) -> int:
        """Give what is to be paid."""
        return sum(each.price * count for each, count in self.goods)

    @property
    def refunded(self) -> int:
        """Give what the CRM says was given back: the first of the goods."""
        told = {Fate.REFUNDED, Fate.REFUND_ONLY_TOLD}
        return self.goods[0][0].price if self.fate in told else 0


@dataclass(frozen=True, slots=True)
class DemoPayment:
    """A customer's money at a provider; below zero where it went back."""

    id: str
    provider: str
    order: DemoOrder
    amount: int
    day: int
    payout: str | None
    """None while it waits to be paid out."""

    @property
    def fee(self) -> int:
        """Give what the provider keeps; of what goes back he keeps nothing more."""
        return max(0, self.amount) * _FEE_PERMILLE[self.provider] // 1_000


@dataclass(frozen=True, slots=True)
class DemoPayout:
    """What a provider sent."""

    id: str
    provider: str
    day: int
    payments: list[DemoPayment] = field(default_factory=list)

    @property
    def net(self) -> int:
        """Give what was sent."""
        return sum(each.amount - each.fee for each in self.payments)


_PEOPLE = (
    ("Олена", "Бондар"), ("Сергій", "Мельник"), ("Наталія", "Кравець"), ("Андрій", "Шевчук"),
    ("Тетяна", "Поліщук"), ("Віктор", "Гончар"), ("Ірина", "Савчук"), ("Максим", "Ткаченко"),
    ("Ганна", "Лисенко"), ("Юрій", "Романюк"), ("Софія", "Дячук"), ("Павло", "Костенко"),
    ("Марія", "Яременко"), ("Роман", "Захарчук"), ("Оксана", "Білик"), ("Богдан", "Чорний"),
    ("Людмила", "Вербицька"), ("Ігор", "Паламар"), ("Катерина", "Остапчук"), ("Денис", "Журба"),
)  # fmt: skip
_OF_FIRMS = frozenset({2, 13, 24, 35, 46, 57})
_FIRMS = ("ТОВ Тепломонтаж-Сервіс", "ТОВ Готель Липки", "ОСББ Квітковий дім")
GOODS = (
    Goods("Котел газовий 24 кВт", 3_140_000), Goods("Бойлер 80 л", 1_240_000),
    Goods("Радіатор сталевий 500x1000", 386_000), Goods("Насос циркуляційний 25/60", 274_500),
    Goods("Труба PEX 16, 100 м", 318_000), Goods("Колектор на 6 контурів", 462_000),
    Goods("Змішувач для кухні", 219_000), Goods("Рушникосушка", 247_500),
    Goods("Бак розширювальний 24 л", 118_500), Goods("Термостат кімнатний", 189_900),
    Goods("Фільтр для води", 96_400), Goods("Конвектор 2 кВт", 164_000),
)  # fmt: skip
_USUAL_WAYS = (Way.CARD,) * 4 + (Way.TRANSFER,) * 2 + (Way.ON_DELIVERY,) * 3 + (Way.CASH,)


@functools.cache
def orders() -> tuple[DemoOrder, ...]:
    """Give the month's orders, the oldest first."""
    chance = random.Random(1_991)  # noqa: S311 - what is bought in a demo is no secret
    return tuple(_order(place, chance) for place in range(ORDERS))


def _order(place: int, chance: random.Random) -> DemoOrder:
    fate, way = FATES.get(place, (Fate.USUAL, chance.choice(_USUAL_WAYS)))
    kinds = chance.sample(GOODS, chance.choice((1, 1, 2, 3)))
    goods = tuple((each, chance.choice((1, 1, 1, 2))) for each in kinds)
    if fate in {Fate.REFUNDED, Fate.REFUND_ONLY_TOLD, Fate.REFUND_NOT_TOLD, Fate.EDITED}:
        goods = ((GOODS[2], 1), (GOODS[1], 1))
    made = _NEWEST - place // _A_DAY
    ended = made - chance.choice((1, 2, 3))
    customer = _customer(place, fate, chance)
    return DemoOrder(place + 1, fate, way, customer, goods, made, ended if ended > 0 else None)


def _customer(place: int, fate: Fate, chance: random.Random) -> Customer:
    if fate is Fate.PAID_TOGETHER:
        return Customer("", _FIRMS[0], "+380445550101", is_firm=True)
    if place in _OF_FIRMS:
        return Customer("", _FIRMS[place % len(_FIRMS)], "+380445550101", is_firm=True)
    number = chance.randrange(len(_PEOPLE))
    first, last = _PEOPLE[number]
    return Customer(first, last, f"+3806755501{number:02}")


def transfers() -> Iterator[tuple[int, tuple[DemoOrder, ...], int]]:
    """Give what came to the bank for orders: the day, the orders, the amount."""
    together = tuple(each for each in orders() if each.fate is Fate.PAID_TOGETHER)
    yield together[-1].made - 1, together, sum(each.total for each in together)
    for each in orders():
        is_paid = each.fate in {Fate.USUAL, Fate.PAID_SHORT}
        if each.way is Way.TRANSFER and is_paid and each.made > 1:
            short = 50_000 if each.fate is Fate.PAID_SHORT else 0
            yield each.made - 1, (each,), each.total - short


def paid_in_cash() -> Iterator[DemoOrder]:
    """Give the orders that were paid for at the till, on the day when they were closed."""
    for each in orders():
        if each.way is Way.CASH and each.fate is Fate.USUAL and each.ended is not None:
            yield each


@functools.cache
def payments() -> tuple[DemoPayment, ...]:
    """Give what providers took and gave back."""
    found: list[DemoPayment] = []
    for each in orders():
        if each.way is Way.CARD:
            found += _by_card(each)
        elif each.way is Way.ON_DELIVERY and each.ended is not None:
            sent = _COURIER_DAYS * (each.ended // _COURIER_DAYS) - 2
            found.append(_payment("1", COURIER, each, each.total, (each.ended, sent)))
    return tuple(found)


def _by_card(order: DemoOrder) -> list[DemoPayment]:
    made = order.made
    found = [_payment("1", CARDS, order, order.total, (made, made - 1))]
    if order.fate is Fate.PAID_TWICE:
        found.append(_payment("2", CARDS, order, order.total, (made, made - 1)))
    if order.fate in {Fate.REFUNDED, Fate.REFUND_NOT_TOLD}:
        # On the same day: a gateway would carry on a batch in which more went back than came.
        back = -order.goods[0][0].price
        found.append(_payment("3", CARDS, order, back, (made, made - 1)))
    return found


def _payment(
    word: str, provider: str, order: DemoOrder, amount: int, days: tuple[int, int]
) -> DemoPayment:
    day, sent = days
    payout = f"{'EC' if provider == CARDS else 'NK'}-{FIRST_NUMBER - sent}" if sent > 0 else None
    return DemoPayment(f"{order.number}-{word}", provider, order, amount, day, payout)


def payouts() -> Sequence[DemoPayout]:
    """Give what providers sent, with what it is made of."""
    found: dict[str, list[DemoPayment]] = defaultdict(list)
    for each in payments():
        if each.payout is not None:
            found[each.payout].append(each)
    return [
        DemoPayout(name, mine[0].provider, FIRST_NUMBER - int(name.partition("-")[2]), mine)
        for name, mine in found.items()
    ]
