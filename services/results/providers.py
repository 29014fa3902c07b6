"""Which gateways and couriers took money: as their reports are called, and as people say it."""

from dataclasses import dataclass

from ledger.days import Days
from ledger.document_rules import CLEARING
from ledger.places import PlaceKind, place_of
from parsing.annotation.tokens import fold
from parsing.questions.periods import ever
from parsing.questions.places_said import gateway_called
from parsing.questions.query import COURIERS, GATEWAY_PREFIX, GATEWAYS
from services.ports import Books
from services.results.channels import NOWHERE
from services.results.figure_ports import By, FactFilter

_COURIERS = (
    "nova", "нова", "poshta", "пошт", "почт", "post", "courier", "кур'єр", "курьер", "meest",
    "міст", "dhl", "delivery", "делів", "justin", "glovo", "bolt", "ups",
)  # fmt: skip
ON_DELIVERY = ("cash_on_delivery",)
"""How an order is to be paid that a courier takes the money of."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one of them took and has not paid out, in one currency."""

    provider: str | None
    """None is what no report names anybody of."""
    minor: int
    currency: str


def providers_of(books: Books, place: str, days: Days) -> tuple[str, ...]:
    """Give those of a place that moved money on some days, as their reports are called.

    Args:
        books: the open books.
        place: all gateways, the couriers, or one that is called by a name.
        days: the days.
    """
    sums = books.figures.sums(FactFilter(days, (CLEARING,)), By.PROVIDER)
    known = sorted({each.key for each in sums if each.key})
    return tuple(each for each in known if _is_of(each, place)) or NOWHERE


def held_by(books: Books, days: Days, place: str) -> tuple[Held, ...]:
    """Give what each of a place holds when the days are over, the most first.

    Nearly all are told apart by the documents of one account; others have an account of their own.
    """
    sums = books.figures.sums(FactFilter(ever(days.last), (CLEARING,)), By.PROVIDER)
    told = [(each.key, each.amount) for each in sums]
    chart = books.accounts.chart()
    told += [
        (chart[each.account].name("en"), each.balance)
        for each in books.figures.at_end_of(days.last)
        if each.account != CLEARING and place_of(each.account) is PlaceKind.GATEWAY
    ]
    found = [
        Held(name, amount.minor, amount.currency)
        for name, amount in told
        if amount and (place == GATEWAYS if name is None else _is_of(name, place))
    ]
    return tuple(sorted(found, key=lambda each: (each.currency, -each.minor)))


def _is_of(provider: str, place: str) -> bool:
    if place == GATEWAYS:
        return True
    if place == COURIERS:
        return any(each in fold(provider) for each in _COURIERS)
    return gateway_called(provider) == place.removeprefix(GATEWAY_PREFIX)
