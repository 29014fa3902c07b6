"""Orders made day by day: who, what for, how much, and by which way paid."""

from dataclasses import dataclass, replace

from bench.worlds import names
from bench.worlds.calendar import DAY, weekday
from bench.worlds.dice import Dice
from bench.worlds.goods import ADDITIONS, GOODS
from bench.worlds.people import make_customer
from bench.worlds.plans import CHANNELS, HOUR, METHODS
from bench.worlds.records import Customer
from bench.worlds.styles import Style

DAYS = 50
_PREFIXES = {"TD-4": ("TD-", 4), "A6": ("A", 6), "S5": ("S", 5), "26-4": ("26-", 4)}
_MOST_REMEMBERED = 3_000


@dataclass(frozen=True, slots=True)
class Sale:
    """An order before anything was paid."""

    order_id: str
    number: str
    created: int
    total: int
    customer: Customer
    channel: str
    method: str


def moments(
    dice: Dice, first_day: int, as_of: int, count: int, weekend: float = 0.35
) -> list[int]:
    """Return when the orders are made: by day, with fewer or more at weekends."""
    days = [(day, weekend if weekday(day) > 4 else 1.0) for day in range(first_day, as_of + 1)]
    heaviest = sum(weight for _, weight in days)
    bounds, level = [], 0.0
    for day, weight in days:
        level += weight / heaviest
        bounds.append((level, day))
    made = []
    for place in range(count):
        share = (place + dice.random()) / count
        low, high = 0, len(bounds) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if bounds[middle][0] < share else (low, middle)
        hours = 8 * HOUR + int((dice.random() + dice.random()) * 7.5 * HOUR)
        made.append(bounds[low][1] * DAY + hours)
    return sorted(made)


class Numbers:
    """The shop's own numbers, and the CRM's ids beside them."""

    def __init__(self, dice: Dice, style: Style, count: int) -> None:
        shape = dice.pick(style.number_shapes)
        self.prefix, width = _PREFIXES.get(shape, ("", int(shape[-1])))
        while 9 * 10 ** (width - 1) < count * 1.2:
            width += 1
        low, high = 10 ** (width - 1), 10**width
        self.first = dice.between(low + (high - low) // 9, high - 2 - int(count * 1.05))
        self.next = self.first
        self.count = count
        self.next_id = dice.between(30_000, 90_000) if dice.chance(0.8) else self.first + 7
        self._dice = dice

    def take(self) -> tuple[str, str]:
        """Return the next (CRM id, number)."""
        self.next_id += self._dice.between(1, 4)
        self.next += 2 if self._dice.chance(0.008) else 1
        return str(self.next_id), f"{self.prefix}{self.next}"

    def older(self) -> str:
        """Return a number given before the data begins."""
        return f"{self.prefix}{max(1, self.first - self._dice.between(30, 900))}"


class Counter:
    """Takes orders: remembers its customers and what is asked for."""

    def __init__(self, dice: Dice, style: Style, count: int) -> None:
        self.count = count
        self.numbers = Numbers(dice, style, count)
        self._dice, self._style = dice, style
        self._known: list[Customer] = []

    def customer(self) -> Customer:
        """Return somebody new, somebody known, or a namesake of somebody known."""
        dice, style = self._dice, self._style
        if self._known and dice.chance(style.returning):
            return dice.pick(self._known)
        who = make_customer(
            dice,
            style.westerners,
            company=style.companies,
            trader=style.traders,
            of_town=style.other_people,
        )
        if who.kind == "company" and style.sisters and dice.chance(style.sisters):
            who = self._sister_of_known(who)
        if self._known and who.kind != "company" and dice.chance(style.namesakes):
            other = dice.pick(self._known)
            who = replace(other, phone=who.phone, tax_id=who.tax_id) if other.given else who
        if len(self._known) < _MOST_REMEMBERED:
            self._known.append(who)
        else:
            self._known[dice.between(0, _MOST_REMEMBERED - 1)] = who
        return who

    def known_customer(self) -> Customer | None:
        """Return somebody who ordered before, if anybody did."""
        return self._dice.pick(self._known) if self._known else None

    def _sister_of_known(self, who: Customer) -> Customer:
        """Return a company of a known one's name with another legal form and tax number."""
        firms = [each for each in self._known[-200:] if each.kind == "company"]
        if not firms:
            return who
        known = self._dice.pick(firms)
        legal = self._dice.pick([each for each in names.LEGAL if each != known.surname])
        shown = known.shown.replace(known.surname, legal)
        return replace(known, surname=legal, shown=shown, phone=who.phone, tax_id=who.tax_id)

    def price(self) -> int:
        """Return an order's total in kopecks."""
        dice = self._dice
        if self._style.few_goods:
            return (
                GOODS[dice.weighted(((0, 4), (4, 4), (10, 3), (16, 2), (24, 2), (33, 1)))][1] * 100
            )
        if self._style.other_people:
            return self._small_price()
        total = dice.pick(GOODS)[1] * 100
        kind = dice.weighted((("one", 35), ("more", 20), ("several", 30), ("many", 4)))
        if kind == "more":
            total += dice.pick(ADDITIONS) * 100 * dice.between(1, 3)
        elif kind != "one":
            for _ in range(dice.between(1, 3 if kind == "several" else 9)):
                total += dice.pick(GOODS)[1] * 100
        if dice.chance(self._style.odd_prices):
            total = total * (100 - dice.pick((3, 5, 7, 10, 15))) // 100
            total += dice.between(0, 99) if dice.chance(0.3) else 0
        return total

    def _small_price(self) -> int:
        """Return the total of a basket of small things."""
        dice = self._dice
        return sum(dice.between(8, 190) * 1_000 - 100 for _ in range(dice.between(1, 6)))

    def sell(self, created: int) -> Sale:
        """Return the order that is made at this moment."""
        dice = self._dice
        who = self.customer()
        channel = dice.weighted(self._style.channels or CHANNELS)
        if channel == "showroom" and not 10 * HOUR <= created % DAY <= 19 * HOUR:
            channel = "site"  # the showroom is shut
        method = dice.weighted(METHODS[channel])
        if who.kind == "company" and method in {"cod", "cash"}:
            method = "bank_transfer"
        order_id, number = self.numbers.take()
        return Sale(order_id, number, created, self.price(), who, channel, method)

    def sell_again(self, created: int, before: Sale) -> Sale:
        """Return one more order of the same customer, to be paid together."""
        order_id, number = self.numbers.take()
        return replace(
            before, order_id=order_id, number=number, created=created, total=self.price()
        )
