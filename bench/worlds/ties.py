"""What nobody can tell: money that fits two orders, batches or deposits equally well."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bench.worlds.calendar import DAY
from bench.worlds.records import NOBODY, Customer, Evidence, Order, Role, World
from bench.worlds.settlement_ties import Key, Ties, find_settlement_ties

_CLOSE = 100
_WINDOWS = {"gateway": 4, "courier": 8, "market": 8, "cash": 8, "bank": 25}
"""Days after the order within which money of the kind may be its; as many as after its own."""
_RAILS = {
    "easycard": "gateway", "plata": "gateway", "pos": "gateway", "nova-kurier": "courier",
    "rynok": "market",
}  # fmt: skip
_METHODS = {
    "gateway": {"card_online", "mixed"}, "courier": {"cod", "mixed"}, "market": {"marketplace"},
    "cash": {"cash", "mixed"}, "bank": {"bank_transfer", "mixed"},
}  # fmt: skip

_CUSTOMERS = {Role.ORDER, Role.STRANGER, Role.DUPLICATE}


@dataclass(frozen=True, slots=True)
class _Money:
    key: Key
    rail: str
    order: int
    amount: int
    day: int
    evidence: Evidence
    is_strangers: bool = False

    @property
    def speaks(self) -> bool:
        said = self.evidence
        return bool(said.number or said.family or said.tax_id or said.phone)


def find_ties(world: World) -> Ties:
    """Return everything in the world that its records leave open."""
    ties = Ties()
    _OrderTies(world, ties).find()
    find_settlement_ties(world, ties)
    return ties


def near(one: str, other: str) -> bool:
    """Say whether two numbers are one slip of the finger apart, or equal."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        apart = [place for place in range(len(one)) if one[place] != other[place]]
        if len(apart) == 1:
            return True
        first = apart[0]
        swapped = one[first + 1 : first + 2] + one[first : first + 1]
        return len(apart) == 2 and apart[1] == first + 1 and other[first : first + 2] == swapped
    short, long = sorted((one, other), key=len)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


class _OrderTies:
    """Looks for orders that money without a readable number may also mean."""

    def __init__(self, world: World, ties: Ties) -> None:
        self._world, self._ties = world, ties
        self._firm: dict[int, int] = defaultdict(int)
        self._weak: list[_Money] = []
        self._weak_of: dict[int, list[Key]] = defaultdict(list)
        self._of_old_numbers: list[_Money] = []
        self._by_number = {order.number: place for place, order in enumerate(world.orders)}
        for money in self._money():
            if not money.evidence.exact:
                self._weak.append(money)
                self._weak_of[money.order].append(money.key)
            elif money.order != NOBODY:
                self._firm[money.order] += money.amount
            elif money.is_strangers and money.evidence.number in self._by_number:
                self._of_old_numbers.append(money)
        self._came: dict[int, int] = defaultdict(int)
        for money in self._money():
            self._came[money.order] += money.amount
        self._joined = {
            order: [other for other, _ in line.parts if other != order]
            for line in world.bank
            for order, _ in line.parts
            if len(line.parts) > 1
        }
        self._by_total: dict[int, list[int]] = defaultdict(list)
        self._by_family: dict[str, list[int]] = defaultdict(list)
        for place, made in enumerate(world.orders):
            if not self._is_full(place):
                self._by_total[made.total // 100].append(place)
                self._by_family[made.customer.family].append(place)

    def find(self) -> None:
        """Mark ties: first of money that says something, then of money that is silent."""
        for speaks in (True, False):
            settled = [
                money
                for money in self._weak
                if money.speaks is speaks and not self._is_tied(money)
            ]
            for money in settled:
                if money.order != NOBODY:
                    self._firm[money.order] += money.amount
        for money in self._of_old_numbers:
            self._see_number_again(money)
        self._see_untold_refunds()
        self._see_seconds()

    def _see_seconds(self) -> None:
        """Leave a second payment open where what came before it may be another order's.

        Then nobody can tell whether it was the second.
        """
        open_orders = {money.order for money in self._money() if money.key in self._ties.records}
        for place, payment in enumerate(self._world.payments):
            if payment.role is Role.DUPLICATE and payment.order in open_orders:
                self._ties.records.add(("payment", place))
        for place, line in enumerate(self._world.bank):
            if line.role is Role.DUPLICATE and any(
                order in open_orders for order, _ in line.parts
            ):
                self._ties.records.add(("bank", place))

    def _see_number_again(self, money: _Money) -> None:
        """Leave money for an old order open where it may be for the one that has its number now.

        It may not where somebody else pays than for that one, which is paid already.
        """
        place = self._by_number[money.evidence.number]
        who, family = self._world.orders[place].customer, money.evidence.family
        is_anothers = family and who.given and family != who.family
        if not (is_anothers and self._is_full(place)):
            self._mark(money, [place])

    def _see_untold_refunds(self) -> None:
        """Leave open what a provider gave back without a number, if other orders fit it too."""
        taken: dict[tuple[str, int], list[int]] = defaultdict(list)
        for payment in self._world.payments:
            if payment.kind == "charge" and payment.order != NOBODY:
                for size in {payment.gross, self._world.orders[payment.order].refunded}:
                    taken[payment.code, size].append(payment.order)
        for place, payment in enumerate(self._world.payments):
            said = payment.evidence
            if payment.kind == "charge" or payment.order == NOBODY or said.number:
                continue
            fitting = set(taken[payment.code, -payment.gross])
            others = {
                other
                for other in fitting - {payment.order}
                if _agrees(said, self._world.orders[other])
            }
            if others or payment.order not in fitting:
                money = _Money(
                    ("payment", place), _RAILS[payment.provider], payment.order, payment.gross,
                    payment.created // DAY, said,
                )  # fmt: skip
                self._mark(money, sorted(others))

    def _money(self) -> Iterable[_Money]:
        """Yield all that came for one order; lines for several are firm at once."""
        for place, payment in enumerate(self._world.payments):
            if payment.kind == "charge":
                owner = NOBODY if payment.role is Role.DUPLICATE else payment.order
                yield _Money(
                    ("payment", place), _RAILS[payment.provider], owner, payment.gross,
                    payment.created // DAY, payment.evidence, payment.role is Role.STRANGER,
                )  # fmt: skip
        yield from self._bank_money()
        for place, entry in enumerate(self._world.cash):
            if entry.order != NOBODY and entry.direction == "in":
                yield _Money(
                    ("cash", place), "cash", entry.order, entry.amount, entry.at // DAY,
                    entry.evidence,
                )  # fmt: skip

    def _bank_money(self) -> Iterable[_Money]:
        for place, line in enumerate(self._world.bank):
            if line.amount <= 0 or line.role not in _CUSTOMERS:
                continue
            if len(line.parts) > 1:
                for order, share in line.parts:
                    self._firm[order] += share
                continue
            owner = line.parts[0][0] if line.role is Role.ORDER else NOBODY
            yield _Money(
                ("bank", place), "bank", owner, line.amount, line.booked_on, line.evidence,
                line.role is Role.STRANGER,
            )  # fmt: skip

    def _is_full(self, place: int) -> bool:
        return self._firm.get(place, 0) >= self._world.orders[place].total - _CLOSE

    def _is_tied(self, money: _Money) -> bool:
        whole = (
            money.order == NOBODY
            or abs(self._world.orders[money.order].total - money.amount) <= _CLOSE
        )
        if not whole and not money.speaks:
            self._mark(money, [])
            return True
        if whole:
            key = money.amount // 100
            places = [
                p for near_key in (key - 1, key, key + 1) for p in self._by_total.get(near_key, ())
            ]
        else:
            places = self._by_family.get(money.evidence.family, [])
        others = [
            place
            for place in places
            if place != money.order and self._fits(money, place, whole=whole)
        ]
        others += [*self._named_instead(money), *self._begun_by(money), *self._joined_to(money)]
        if others:
            self._mark(money, others)
        return bool(others)

    def _fits(self, money: _Money, place: int, *, whole: bool) -> bool:
        order = self._world.orders[place]
        days = money.day - order.created // DAY
        own = self._world.orders[money.order] if money.order != NOBODY else None
        longest = max(_WINDOWS[money.rail], money.day - own.created // DAY if own else 0)
        if not 0 <= days <= longest or self._is_full(place):
            return False
        if whole and abs(order.total - money.amount) > _CLOSE:
            return False
        if not whole and order.total < money.amount:
            return False
        methods = _METHODS[money.rail]
        if order.method not in methods and (own is None or own.method in methods):
            return False
        return _agrees(money.evidence, order)

    def _begun_by(self, money: _Money) -> list[int]:
        """Return orders of which a known customer's money for an older one may be a part."""
        if money.order != NOBODY or money.evidence.number or not money.evidence.family:
            return []
        places = self._by_family.get(money.evidence.family, ())
        return [place for place in places if self._fits(money, place, whole=False)]

    def _joined_to(self, money: _Money) -> list[int]:
        """Return the orders that one transfer pays with its own: the part may be of any."""
        if money.order == NOBODY or money.evidence.number:
            return []
        joined = self._joined.get(money.order, ())
        return [p for p in joined if self._world.orders[p].total >= money.amount]

    def _named_instead(self, money: _Money) -> list[int]:
        """Return another order that the slipped number names and that may as well be meant.

        It has just that total, or nothing tells the payer and no rest makes the sum known. Where
        the number is no slip of its own, only the customer himself and the whole total tell.
        """
        place = self._by_number.get(money.evidence.number, NOBODY)
        if place in {NOBODY, money.order} or money.evidence.exact:
            return []
        order, said = self._world.orders[place], money.evidence
        if abs(order.total - money.amount) <= _CLOSE:
            return [place]
        if money.order != NOBODY and not near(said.number, self._world.orders[money.order].number):
            return [] if self._pays_all_himself(money) else [place]
        is_known = said.family or said.tax_id or said.phone or self._makes_up(money)
        return [place] if not is_known and money.amount < order.total else []

    def _pays_all_himself(self, money: _Money) -> bool:
        """Say whether a customer pays his whole order under a name that the shop has."""
        own, said = self._world.orders[money.order], money.evidence
        is_named = said.family and said.given and own.customer.shown != own.customer.given
        is_he = bool(said.tax_id or said.phone or is_named)
        return is_he and abs(own.total - money.amount) <= _CLOSE

    def _makes_up(self, money: _Money) -> bool:
        """Say whether just this sum is lacking of its own order beside all else that came."""
        if money.order == NOBODY:
            return False
        return abs(self._came[money.order] - self._world.orders[money.order].total) <= _CLOSE

    def _mark(self, money: _Money, others: list[int]) -> None:
        orders = [*others, money.order] if money.order != NOBODY else others
        self._ties.records.add(money.key)
        for place in orders:
            self._ties.records.add(("order", place))
            self._ties.records.update(self._weak_of.get(place, ()))


def _agrees(said: Evidence, order: Order) -> bool:
    if said.number and not near(said.number, order.number):
        return False
    who = order.customer
    if said.phone and said.phone != who.phone:
        return False
    if who.tells_tax_id and said.tax_id and said.tax_id != who.tax_id:
        return False
    if not said.family or who.shown == who.given:
        return True
    return said.family == who.family and _same_given(said.given, who)


def _same_given(said: str, who: Customer) -> bool:
    """Say whether the given name, or a first letter of it, may be the customer's."""
    if not said or not who.given or (who.shown.endswith(who.surname) and who.kind == "trader"):
        return True
    short = len(said) == 1 or who.shown.endswith(".")
    return said[0] == who.given[0] if short else said == who.given
