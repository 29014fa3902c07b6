"""Providers batch what they took, hold, forget and send."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from bench.worlds.calendar import (
    DAY,
    FRIDAY,
    TUESDAY,
    WEDNESDAY,
    banking_after,
    banking_on_or_after,
    iso,
    weekday,
)
from bench.worlds.dice import Dice
from bench.worlds.paying import NEVER
from bench.worlds.records import NOBODY, Payout, World
from bench.worlds.styles import Style


def slot_of(provider: str, day: int) -> int:
    """Return the day that names the batch of money taken on the day."""
    if provider == "nova-kurier":
        day += 2
        while weekday(day) not in {TUESDAY, FRIDAY}:
            day += 1
        return day
    if provider == "rynok":
        return day + 6 - weekday(day)
    return day


def _sent_on(dice: Dice, provider: str, slot: int) -> int:
    if provider == "plata":
        return banking_after(slot, dice.pick((2, 2, 3)))
    if provider == "nova-kurier":
        return banking_on_or_after(slot)
    if provider == "rynok":
        return banking_on_or_after(slot + 1 + WEDNESDAY)
    return banking_after(slot)


class Settlement:
    """Sends every provider's batches of a world, in the order of time."""

    def __init__(self, world: World, dice: Dice, style: Style) -> None:
        self._world, self._dice, self._style = world, dice, style
        self._serial = {
            "pos": dice.between(1_100, 4_000),
            "nova-kurier": dice.between(20_000, 90_000),
            "plata": dice.between(10_000, 90_000),
            "rynok": dice.between(10_000, 90_000),
        }

    def send_all(self) -> None:
        """Write the payouts, and which payment went with which."""
        streams: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for place, payment in enumerate(self._world.payments):
            if payment.delay < NEVER:
                slot = slot_of(payment.provider, payment.created // DAY + payment.delay)
                streams[payment.provider, payment.code][slot].append(place)
        for (provider, code), slots in sorted(streams.items()):
            self._send_stream(provider, code, slots)

    def _send_stream(self, provider: str, code: str, slots: dict[int, list[int]]) -> None:
        carried: list[int] = []
        for slot in sorted(slots):
            places = carried + slots[slot]
            paid_on = _sent_on(self._dice, provider, slot)
            if sum(self._world.payments[place].net for place in places) <= 0:
                carried = places
                continue
            carried = []
            if paid_on <= self._world.as_of:
                self._send((provider, code), (slot, paid_on), places)

    def _send(self, stream: tuple[str, str], when: tuple[int, int], places: list[int]) -> None:
        dice, world, (slot, paid_on), (provider, code) = self._dice, self._world, when, stream
        left_out = self._left_out(provider, places)
        counted = [world.payments[place] for place in places if place != left_out]
        gross = sum(payment.gross for payment in counted)
        fee = sum(payment.fee for payment in counted)
        held = 0
        if gross - fee > 500_000 and dice.chance(self._style.faults.reserve):
            held = (gross - fee) * dice.pick((5, 8, 10)) // 100 // 100 * 100
        amiss = held + (world.payments[left_out].net if left_out != NOBODY else 0)
        payout = Payout(
            self._name(provider, code, slot), provider, code, paid_on, gross, fee,
            gross - fee - held, slot, len(counted), amiss=amiss,
        )  # fmt: skip
        whole = dice.chance(self._style.providers.payout_untold / 3)
        for place in places:
            world.payout_of[place] = len(world.payouts)
            untold = whole or dice.chance(self._style.providers.payout_untold / 1.5)
            surely = world.payments[place].delay or place == left_out
            if provider != "pos" and (surely or not untold):
                world.listed.add(place)
        world.payouts.append(payout)
        release = banking_on_or_after(paid_on + dice.between(10, 25))
        if held and release <= world.as_of:
            name = f"RSV-{payout.payout_id}"
            world.payouts.append(
                replace(
                    payout, payout_id=name, paid_on=release, gross=held, fee=0, net=held, count=0,
                    slot=release, releases=True, amiss=0,
                )
            )  # fmt: skip

    def _left_out(self, provider: str, places: list[int]) -> int:
        """Return a charge that names its batch though the batch's sums are without it."""
        rate = self._style.faults.payout_short / 2
        if provider == "pos" or len(places) < 3 or not self._dice.chance(rate):
            return NOBODY
        payments = [self._world.payments[place] for place in places]
        whole = sum(payment.net for payment in payments)
        for place, payment in zip(places, payments, strict=True):
            if payment.kind == "charge" and 0 < payment.net < whole // 2:
                return place
        return NOBODY

    def _name(self, provider: str, code: str, slot: int) -> str:
        if provider in self._serial:
            self._serial[provider] += self._dice.between(1, 12)
        own = self._style.other_wording
        if provider == "easycard":
            on = iso(slot).replace("-", "")
            return f"{on}/{code[3:]}" if own else f"EC{on}-{code[3:]}"
        if provider == "pos":
            return f"B{code[1:]}-{self._serial['pos']}"
        if provider == "plata":
            return f"PLT-{self._serial['plata']:07}"
        if provider == "nova-kurier":
            return f"{'REG' if own else 'NKR'}-{self._serial['nova-kurier']}"
        week = date.fromordinal(slot).isocalendar().week
        return f"RYN-W{week:02}-{self._serial['rynok']}"
