"""What nobody can tell of settlements: batches, payouts and deposits that fit equally well."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bench.worlds.calendar import DAY, dotted, dotted_short, money_text
from bench.worlds.providers import slot_of
from bench.worlds.records import NOBODY, BankLine, Payout, Role, World

Key = tuple[str, int]
_MOST_TRIED = 30


@dataclass(slots=True)
class Ties:
    """Undecidable records, and the pairs that are neither right nor wrong."""

    records: set[Key] = field(default_factory=set)
    pairs: set[tuple[str, int, int]] = field(default_factory=set)
    """Of batches, payouts and deposits: every pair that could be."""


def find_settlement_ties(world: World, ties: Ties) -> None:
    """Mark what is open of batches, of payouts at the bank, and of the till's deposits."""
    _find_batch_ties(world, ties)
    _find_late_ties(world, ties)
    _find_uncounted_ties(world, ties)
    _find_payout_ties(world, ties)
    _find_deposit_ties(world, ties)


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
    ways = sum(later[wanted[0] - gross, wanted[1] - net] for gross, net in _sums_of(sums[:middle]))
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
