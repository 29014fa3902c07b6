"""What nobody can tell: money that fits two orders, batches or deposits equally well."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.worlds.calendar import DAY, dotted, dotted_short, money_text
from bench.worlds.providers import slot_of
from bench.worlds.records import NOBODY, BankLine, Customer, Evidence, Order, Payout, Role, World

Key = tuple[str, int]
_CLOSE = 100
_MOST_TRIED = 30
_WINDOWS = {"gateway": 4, "courier": 8, "market": 8, "cash": 8, "bank": 25}
"""Days after the order within which money of the kind may be its."""
_RAILS = {
    "easycard": "gateway", "plata": "gateway", "pos": "gateway", "nova-kurier": "courier",
    "rynok": "market",
}  # fmt: skip
_METHODS = {
    "gateway": {"card_online", "mixed"}, "courier": {"cod", "mixed"}, "market": {"marketplace"},
    "cash": {"cash", "mixed"}, "bank": {"bank_transfer", "mixed"},
}  # fmt: skip

_CUSTOMERS = {Role.ORDER, Role.STRANGER, Role.DUPLICATE}


@dataclass(slots=True)
class Ties:
    """Undecidable records, and the pairs that are neither right nor wrong."""

    records: set[Key] = field(default_factory=set)
    pairs: set[tuple[str, int, int]] = field(default_factory=set)
    """Of batches, payouts and deposits: every pair that could be."""


@dataclass(frozen=True, slots=True)
class _Money:
    key: Key
    rail: str
    order: int
    amount: int
    day: int
    evidence: Evidence

    @property
    def speaks(self) -> bool:
        said = self.evidence
        return bool(said.number or said.family or said.tax_id or said.phone)


def find_ties(world: World) -> Ties:
    """Return everything in the world that its records leave open."""
    ties = Ties()
    _OrderTies(world, ties).find()
    _find_batch_ties(world, ties)
    _find_late_ties(world, ties)
    _find_uncounted_ties(world, ties)
    _find_payout_ties(world, ties)
    _find_deposit_ties(world, ties)
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
        for money in self._money():
            if not money.evidence.exact:
                self._weak.append(money)
                self._weak_of[money.order].append(money.key)
            elif money.order != NOBODY:
                self._firm[money.order] += money.amount
        self._came: dict[int, int] = defaultdict(int)
        for money in self._money():
            self._came[money.order] += money.amount
        self._by_number = {order.number: place for place, order in enumerate(world.orders)}
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

    def _money(self) -> Iterable[_Money]:
        """Yield all that came for one order; lines for several are firm at once."""
        for place, payment in enumerate(self._world.payments):
            if payment.kind == "charge":
                owner = NOBODY if payment.role is Role.DUPLICATE else payment.order
                yield _Money(
                    ("payment", place), _RAILS[payment.provider], owner, payment.gross,
                    payment.created // DAY, payment.evidence,
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
                ("bank", place), "bank", owner, line.amount, line.booked_on, line.evidence
            )

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
        others += self._named_instead(money)
        if others:
            self._mark(money, others)
        return bool(others)

    def _fits(self, money: _Money, place: int, *, whole: bool) -> bool:
        order = self._world.orders[place]
        days = money.day - order.created // DAY
        if not 0 <= days <= _WINDOWS[money.rail] or self._is_full(place):
            return False
        if whole and abs(order.total - money.amount) > _CLOSE:
            return False
        if not whole and order.total < money.amount:
            return False
        methods = _METHODS[money.rail]
        own = self._world.orders[money.order] if money.order != NOBODY else None
        if order.method not in methods and (own is None or own.method in methods):
            return False
        return _agrees(money.evidence, order)

    def _named_instead(self, money: _Money) -> list[int]:
        """Return another order that the slipped number names and that may as well be meant.

        It has just that total, or nothing tells the payer and no rest makes the sum known.
        """
        place = self._by_number.get(money.evidence.number, NOBODY)
        if place in {NOBODY, money.order} or money.evidence.exact:
            return []
        order, said = self._world.orders[place], money.evidence
        is_total = abs(order.total - money.amount) <= _CLOSE
        is_known = said.family or said.tax_id or said.phone or self._makes_up(money)
        return [place] if is_total or (not is_known and money.amount < order.total) else []

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


def _tells(line: BankLine, own: Payout, other: Payout) -> bool:
    """Say whether the line's purpose tells its own batch from the other."""
    text = line.purpose
    if own.payout_id in text or (own.code in text and own.code != other.code):
        return True
    for day, another in ((own.slot, other.slot), (own.paid_on, other.paid_on)):
        if day != another and (dotted(day) in text or dotted_short(day) in text):
            return True
    sums = ((own.gross, other.gross), (own.fee, other.fee))
    return any(one != two and money_text(one) in text for one, two in sums)


def _find_payout_ties(world: World, ties: Ties) -> None:
    by_net: dict[tuple[str, int], list[int]] = defaultdict(list)
    lines_of: dict[int, list[int]] = defaultdict(list)
    for place, payout in enumerate(world.payouts):
        by_net[payout.provider, payout.net // 100].append(place)
    for place, line in enumerate(world.bank):
        for batch in line.payouts:
            lines_of[batch].append(place)
    for line in world.bank:
        if len(line.payouts) != 1:
            continue
        own = line.payouts[0]
        pieces = len(lines_of[own]) > 1
        key = (world.payouts[own].net if pieces else line.amount) // 100
        provider = world.payouts[own].provider
        for other in (each for k in (key - 1, key, key + 1) for each in by_net[provider, k]):
            if _could_be(world, line, other, lines_of[other]):
                lines = {*lines_of[own], *lines_of[other]}
                _leave_open(ties, "payout_bank", ("payout", {own, other}), lines)


def _could_be(world: World, line: BankLine, other: int, lines: list[int]) -> bool:
    """Say whether the line might as well be the other batch's."""
    own, their = world.payouts[line.payouts[0]], world.payouts[other]
    if other == line.payouts[0] or not 0 <= line.booked_on - their.paid_on <= 7:
        return False
    if _tells(line, own, their):
        return False
    return not any(_tells(world.bank[each], their, own) for each in lines)


def _find_batch_ties(world: World, ties: Ties) -> None:
    """Of equal charges that name no batch, one late: which of them was late?"""
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, payment in enumerate(world.payments):
        if place not in world.listed:
            alike[payment.code, payment.net].append(place)
    for places in alike.values():
        for late in places:
            if world.payments[late].delay:
                _leave_late_open(world, ties, late, places)


def _leave_late_open(world: World, ties: Ties, late: int, places: list[int]) -> None:
    day, own = world.payments[late].created // DAY, world.payout_of.get(late, NOBODY)
    for other in places:
        theirs = world.payout_of.get(other, NOBODY)
        if theirs == own or abs(world.payments[other].created // DAY - day) > 7:
            continue
        ties.records.update((("payment", late), ("payment", other)))
        batches = {own, theirs} - {NOBODY}
        ties.records.update(("payout", batch) for batch in batches)
        ties.pairs.update(("payment_payout", one, b) for one in (late, other) for b in batches)


def _find_late_ties(world: World, ties: Ties) -> None:
    """Of charges that name no batch, some of which ride later: other ones would make it up too."""
    inside: dict[int, list[int]] = defaultdict(list)
    outside: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, payment in enumerate(world.payments):
        batch = world.payout_of.get(place, NOBODY)
        slot = slot_of(payment.provider, payment.created // DAY)
        if place in world.listed:
            continue
        if batch != NOBODY:
            inside[batch].append(place)
        if batch == NOBODY or world.payouts[batch].slot != slot:
            outside[payment.code, slot].append(place)
    for batch, places in inside.items():
        payout = world.payouts[batch]
        others = [each for each in outside[payout.code, payout.slot] if each not in places]
        if others and _is_other_way(world, places, others):
            _leave_batch_open(ties, batch, [*places, *others])


def _is_other_way(world: World, places: list[int], others: list[int]) -> bool:
    """Say whether some other of the charges come to the same sums; of many, they surely do."""
    if len(places) + len(others) > _MOST_TRIED:
        return True
    sums = [(world.payments[each].gross, world.payments[each].net) for each in (*places, *others)]
    wanted = tuple(map(sum, zip(*sums[: len(places)], strict=True)))
    middle = len(sums) // 2
    later = Counter(_sums_of(sums[middle:]))
    ways = sum(
        later[wanted[0] - gross, wanted[1] - net] for gross, net in _sums_of(sums[:middle])
    )
    return ways > 1


def _sums_of(amounts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sums that some of the amounts come to, each way once."""
    found = [(0, 0)]
    for gross, net in amounts:
        found += [(had + gross, kept + net) for had, kept in found]
    return found


def _find_uncounted_ties(world: World, ties: Ties) -> None:
    """Of two equal charges of a batch that counts one of them, only one may name it."""
    inside: dict[int, list[int]] = defaultdict(list)
    for place, batch in world.payout_of.items():
        if world.payments[place].net == world.payouts[batch].amiss:
            inside[batch].append(place)
    for batch, places in inside.items():
        if not all(place in world.listed for place in places) and len(places) > 1:
            _leave_batch_open(ties, batch, places)


def _leave_batch_open(ties: Ties, batch: int, places: list[int]) -> None:
    ties.records.add(("payout", batch))
    ties.records.update(("payment", place) for place in places)
    ties.pairs.update(("payment_payout", place, batch) for place in places)


def _leave_open(ties: Ties, kind: str, left: tuple[str, set[int]], lines: set[int]) -> None:
    book, places = left
    ties.records.update((book, place) for place in places)
    ties.records.update(("bank", line) for line in lines)
    ties.pairs.update((kind, place, line) for place in places for line in lines)


def _find_deposit_ties(world: World, ties: Ties) -> None:
    line_of = {
        line.deposit: place for place, line in enumerate(world.bank) if line.role is Role.DEPOSIT
    }
    by_amount: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(world.cash):
        if entry.category == "bank_deposit":
            by_amount[entry.amount].append(place)
    for entry_place, line_place in line_of.items():
        line = world.bank[line_place]
        for other in by_amount.get(line.amount, ()):
            days = line.booked_on - world.cash[other].at // DAY
            if other == entry_place or not 0 <= days <= 6:
                continue
            lines = {line_place, line_of.get(other, line_place)}
            _leave_open(ties, "cash_bank", ("cash", {entry_place, other}), lines)
