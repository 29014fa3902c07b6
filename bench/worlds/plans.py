"""How an order's money is meant to go, with the shop's and the customer's lapses."""

from dataclasses import dataclass, replace

from bench.worlds.calendar import DAY, banking_on_or_after
from bench.worlds.dice import Dice
from bench.worlds.styles import Faults, Style

HOUR = 3_600
_SMALL = 70_000
"""Kopecks of an order that is not paid in round hundreds."""
_ROUND = 500_000
_WITH_VOUCHER = ("market", "market")
FAULTS = ("unpaid", "partly", "too_much", "twice", "kept", "one_sided", "chargeback")


@dataclass(frozen=True, slots=True)
class Piece:
    """Money that moves for an order: its way, its amount (negative: back) and when."""

    way: str
    amount: int
    at: int
    twice: bool = False
    chargeback: bool = False
    part: int = 0
    """0 for the whole sum, 1 for a first part, 2 for a later one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of an order by the last day of the data."""

    pieces: tuple[Piece, ...]
    closed: int | None
    status: str
    refunded: int


METHODS = {
    "site": (("card_online", 49), ("bank_transfer", 27), ("cod", 20), ("mixed", 4)),
    "phone": (("bank_transfer", 88), ("cod", 12)),
    "showroom": (("bank_transfer", 44), ("cash", 34), ("card_online", 13), ("mixed", 9)),
    "marketplace": (("marketplace", 1),),
}
CHANNELS = (("site", 38), ("phone", 25), ("showroom", 28), ("marketplace", 9))
"""The showroom is shut a quarter of the time; the site then takes its orders."""
_MIXES = (
    ("cash", "pos"),
    ("bank", "cash"),
    ("gateway", "bank"),
    ("bank", "courier"),
    ("bank", "pos"),
)
_OTHER_WAYS = {
    "bank": ("cash", "gateway"),
    "cash": ("pos", "bank"),
    "gateway": ("bank",),
    "pos": ("cash",),
}


def ways_of(dice: Dice, style: Style, channel: str, method: str) -> tuple[str, ...]:
    """Return the ways the money truly takes, whatever the manager wrote."""
    if method == "mixed":
        return dice.pick(_MIXES)
    way = {
        "bank_transfer": "bank",
        "cod": "courier",
        "cash": "cash",
        "marketplace": "market",
        "card_online": "pos" if channel == "showroom" else "gateway",
    }[method]
    if way in _OTHER_WAYS and dice.chance(style.other_way):
        return (dice.pick(_OTHER_WAYS[way]),)
    if way == "bank" and dice.chance(style.instalments):
        in_many = style.in_many > 0 and dice.chance(style.in_many)
        return ("bank",) * (dice.between(4, 6) if in_many else dice.weighted(((2, 5), (3, 1))))
    if way == "courier" and dice.chance(style.instalments / 2):
        return ("bank", "courier")
    in_two = {"gateway": style.in_parcels, "market": style.vouchers}.get(way, 0.0)
    if in_two and dice.chance(in_two):
        return (way, way)
    return (way,)


def bank_moment(dice: Dice, at: int) -> int:
    """Return when a transfer is booked: few banks book on days of rest."""
    day, second = divmod(at, DAY)
    return at if dice.chance(0.25) else banking_on_or_after(day) * DAY + second


def moment_of(dice: Dice, way: str, after: int) -> int:
    """Return when money given this way arrives, for an order or a part before it."""
    if way in {"gateway", "pos"}:
        late = dice.between(1, 3) * DAY if way == "gateway" and dice.chance(0.1) else 0
        return after + late + dice.between(90, 2_700)
    if way == "bank":
        days = dice.weighted(((0, 25), (1, 35), (2, 18), (3, 12), (4, 6), (7, 4)))
        return bank_moment(dice, (after // DAY + days) * DAY + max(after % DAY, 9 * HOUR))
    if way == "cash":
        days = dice.weighted(((0, 70), (1, 15), (3, 10), (6, 5)))
        opens = max(10 * HOUR + dice.between(0, 8 * HOUR), after % DAY + 120 if not days else 0)
        return (after // DAY + days) * DAY + min(opens, DAY - 60)
    return after + dice.between(DAY, 6 * DAY)


def _shares(dice: Dice, style: Style, ways: tuple[str, ...], total: int) -> list[int]:
    count = len(ways)
    if count == 1:
        return [total]
    if ways == _WITH_VOUCHER:
        voucher = max(1_000, total * dice.pick((5, 10, 15)) // 100 // 100 * 100)
        return [total - voucher, voucher]
    is_round = ways[0] == "bank" and total > 2 * _ROUND and style.round_first > 0
    if is_round and count < 3 and dice.chance(style.round_first):
        return [_ROUND, total - _ROUND]
    if count > 2 or dice.chance(0.3):
        share = total // count // 100 * 100
        return [*[share] * (count - 1), total - share * (count - 1)]
    step = 10_000 if total >= _SMALL else 500
    first = max(100, total * dice.between(15, 75) // 100 // step * step)
    return [first, total - first]


def _paid(dice: Dice, style: Style, ways: tuple[str, ...], order: tuple[int, int]) -> list[Piece]:
    total, created = order
    pieces: list[Piece] = []
    after = created + _put_off(dice, style, ways)
    for place, (way, amount) in enumerate(
        zip(ways, _shares(dice, style, ways, total), strict=True)
    ):
        is_voucher = ways == _WITH_VOUCHER and place > 0
        at = after if is_voucher else moment_of(dice, way, after)
        part = 0 if len(ways) == 1 else min(place + 1, 2)
        pieces.append(Piece(way, amount, at, part=part))
        after = at if way != "bank" else at + DAY * (ways[-1] == "bank")
        if ways == ("gateway", "gateway"):
            after += dice.between(1, 5) * DAY
    return pieces


def _put_off(dice: Dice, style: Style, ways: tuple[str, ...]) -> int:
    """Return how long after the goods a customer pays who was given time."""
    if style.deferred and ways == ("bank",) and dice.chance(style.deferred):
        return dice.between(12, 40) * DAY
    if style.cash_later and ways == ("cash",) and dice.chance(style.cash_later):
        return dice.between(3, 15) * DAY
    return 0


def _draw_fault(dice: Dice, faults: Faults) -> str:
    left = dice.random()
    for name in FAULTS:
        left -= float(getattr(faults, name))
        if left < 0:
            return name
    return ""


def _back(dice: Dice, style: Style, piece: Piece, amount: int, after: int) -> Piece:
    """Return the money's way back: mostly parcels are repaid by the bank."""
    way = "bank" if piece.way == "courier" and not style.back_by_courier else piece.way
    at = after + dice.between(HOUR, 3 * DAY)
    if way == "cash":
        at = at // DAY * DAY + dice.between(10 * HOUR, 19 * HOUR)
        at = at if at > after else at + DAY
    if way == "bank":
        at = banking_on_or_after(at // DAY) * DAY + at % DAY
    return Piece(way, -amount, at)


def make_plan(
    dice: Dice, style: Style, order: tuple[int, int], ways: tuple[str, ...], as_of: int
) -> Plan:
    """Return what becomes of an order of (total, moment made) by the end of the as-of day."""
    total, created = order
    end = (as_of + 1) * DAY
    pieces = _paid(dice, style, ways, order)
    fault = _draw_fault(dice, style.faults)
    if fault == "kept" or (not fault and dice.chance(style.cancelled)):
        return _cancelled(dice, style, pieces, (created, end), keeps=fault == "kept")
    if not fault and style.retried and ways == ("gateway",) and dice.chance(style.retried):
        return _retried(dice, pieces[0], end)
    pieces = _spoiled(dice, pieces, fault, style.at_once)
    if style.thrice and fault == "twice" and len(pieces) > 1 and dice.chance(style.thrice):
        pieces = [*pieces, _again(dice, pieces[-1])]
    settled = max((piece.at for piece in pieces if not piece.twice), default=created + DAY)
    swift = ways[0] in {"cash", "pos"} and len(ways) == 1
    wait = dice.between(600, HOUR) if swift else dice.between(HOUR, DAY * dice.pick((2, 4, 8)))
    closed = settled + wait
    if "bank" in ways and dice.chance(style.on_account):
        closed = created + dice.between(DAY, 3 * DAY)
    after = closed
    if style.deferred and len(pieces) == 1 and settled - created > 8 * DAY:
        closed, after = created + dice.between(DAY // 4, 3 * DAY), max(closed, settled)
    refunded = _given_back(dice, style, pieces, (fault, total, after, end))
    shown = tuple(piece for piece in pieces if piece.at < end)
    if closed >= end:
        return Plan(shown, None, "open", refunded)
    return Plan(shown, closed, "closed", refunded)


def _given_back(
    dice: Dice, style: Style, pieces: list[Piece], case: tuple[str, int, int, int]
) -> int:
    """Add what is given back to the pieces; return what the CRM says of it."""
    fault, total, closed, end = case
    if fault == "one_sided":
        return _one_sided(dice, style, pieces, (total, closed))
    back = None
    if not fault and dice.chance(style.partly_returned) and len(pieces) == 1:
        given = max(10_000, total * dice.between(5, 80) // 100 // 1_000 * 1_000)
        back = _back(dice, style, pieces[0], min(given, total), closed)
    if fault == "twice" and dice.chance(0.3) and pieces[-1].at < end:
        back = _back(dice, style, pieces[-1], pieces[-1].amount, pieces[-1].at + DAY)
    over = sum(piece.amount for piece in pieces) - total
    if fault == "too_much" and style.over_returned and dice.chance(style.over_returned):
        back = _back(dice, style, pieces[-1], over, pieces[-1].at + DAY)
    if back is None or back.at >= end:
        return 0
    if style.back_in_parts and dice.chance(style.back_in_parts):
        first = -back.amount // 300 * 100
        rest = replace(back, amount=back.amount + first, at=back.at + dice.between(1, 5) * DAY)
        if first and rest.at < end:
            pieces += [replace(back, amount=-first), rest]
            return -back.amount
    pieces.append(back)
    return -back.amount


def _spoiled(dice: Dice, pieces: list[Piece], fault: str, at_once: float = 0.0) -> list[Piece]:
    last = pieces[-1]
    if fault == "unpaid":
        return []
    if fault == "partly":
        short = max(300, last.amount * dice.between(4, 60) // 100)
        return [*pieces[:-1], replace(last, amount=last.amount - short)]
    if fault == "too_much":
        return _too_much(dice, pieces)
    if fault == "twice" and len(pieces) == 1:
        again = _again(dice, last)
        is_soon = again.way == "gateway" and again.at - last.at < HOUR
        if is_soon and at_once and dice.chance(at_once):
            again = replace(again, at=last.at)
        return [last, again]
    if fault == "chargeback" and len(pieces) == 1 and last.way == "gateway":
        at = last.at + dice.between(4 * DAY, 25 * DAY)
        return [last, replace(last, amount=-last.amount, at=at, chargeback=True)]
    return pieces


def _too_much(dice: Dice, pieces: list[Piece]) -> list[Piece]:
    """Let the last part be too large, or one more transfer follow."""
    last = pieces[-1]
    more = dice.pick((500, 10_000, 50_000, last.amount // 10 + 200, last.amount * 9 // 10))
    if dice.chance(0.3):
        at = bank_moment(dice, last.at + dice.between(1, 6) * DAY)
        return [*pieces, Piece("bank", min(more, last.amount // 2), at, part=2)]
    return [*pieces[:-1], replace(last, amount=last.amount + more)]


def _retried(dice: Dice, first: Piece, end: int) -> Plan:
    """Return a charge that was given back within minutes and then made again."""
    back = replace(first, amount=-first.amount, at=first.at + dice.between(120, 900))
    again = replace(first, at=back.at + dice.between(60, 1_800), twice=True)
    closed = again.at + dice.between(HOUR, 3 * DAY)
    pieces = tuple(piece for piece in (first, back, again) if piece.at < end)
    returned = first.amount if len(pieces) > 1 else 0
    is_closed = closed < end
    return Plan(pieces, closed if is_closed else None, "closed" if is_closed else "open", returned)


def _again(dice: Dice, first: Piece) -> Piece:
    """Return the same sum once more: at once by the same way, or later by another."""
    ways = {"gateway": ("bank", "gateway"), "bank": ("gateway", "bank"), "courier": ("bank",)}
    others = ways.get(first.way, ("bank",))
    if first.way in others and dice.chance(0.6):
        wait = dice.between(60, 1_200) if first.way == "gateway" else DAY * dice.between(0, 4)
        at = first.at + wait
        return replace(
            first, at=at if first.way == "gateway" else bank_moment(dice, at), twice=True
        )
    day = first.at // DAY + dice.between(1, 6)
    at = day * DAY + dice.between(10 * HOUR, 18 * HOUR)
    at = bank_moment(dice, at) if others[0] == "bank" else at
    return Piece(others[0], first.amount, at, twice=True)


def _one_sided(dice: Dice, style: Style, pieces: list[Piece], order: tuple[int, int]) -> int:
    total, closed = order
    amount = max(5_000, total * dice.between(5, 100) // 100)
    if dice.chance(0.5):
        return amount
    pieces.append(_back(dice, style, pieces[-1], amount, closed))
    return 0 if dice.chance(0.7) else max(0, amount - dice.pick((2_000, 15_000, 40_000)))


def _cancelled(
    dice: Dice, style: Style, pieces: list[Piece], span: tuple[int, int], *, keeps: bool
) -> Plan:
    created, end = span
    if not keeps and dice.chance(0.2):
        closed = created + dice.between(HOUR, 5 * DAY)
        return Plan(
            (), closed if closed < end else None, "cancelled" if closed < end else "open", 0
        )
    settled = max(piece.at for piece in pieces)
    closed = settled + dice.between(6 * HOUR, 5 * DAY)
    backs = [_back(dice, style, piece, piece.amount, closed) for piece in pieces]
    if keeps:
        kept_all = dice.chance(0.6)
        backs = [] if kept_all else [replace(b, amount=b.amount * 7 // 10) for b in backs]
    last = max((back.at for back in backs), default=closed)
    if max(closed, last) >= end:
        return Plan(tuple(piece for piece in pieces if piece.at < end), None, "open", 0)
    return Plan((*pieces, *backs), closed, "cancelled", -sum(back.amount for back in backs))
