"""The bank against the CRM for some days, from the books."""

from collections import defaultdict

from ledger.days import Days
from ledger.money import Money
from ledger.places import PlaceKind, place_of
from reports.gap import CUSTOMERS, Gap, Leg, gap_of
from services.documents.post_documents import DOCUMENT
from services.ports import Books
from services.posting import shop_of
from services.results.figure_ports import By, FactFilter


def report_gap(books: Books, days: Days) -> tuple[Gap, ...]:
    """Lead from what the CRM sold to what the bank received.

    Returns:
        One a currency that anything was sold or paid in, the shop's own first and always.
    """
    chart = books.accounts.chart()
    gateways = (each.key for each in chart if place_of(each.key) is PlaceKind.GATEWAY)
    beside = tuple(dict.fromkeys((*CUSTOMERS, *gateways)))
    every = tuple(each.key for each in chart)
    whole = books.figures.sums(FactFilter(days, every, beside=beside), By.ACCOUNT)
    of_orders = books.figures.sums(
        FactFilter(days, every, beside=beside, source=DOCUMENT), By.ACCOUNT
    )
    ordered = {(each.key, each.amount.currency): each.amount for each in of_orders}
    legs: dict[str, list[Leg]] = defaultdict(list)
    for each in whole:
        currency = each.amount.currency
        told = ordered.get((each.key, currency), Money.zero(currency))
        legs[currency] += [
            Leg(each.key or "", is_of_order=True, amount=told),
            Leg(each.key or "", is_of_order=False, amount=each.amount - told),
        ]
    unfiled = {each.money_in.currency: each.money_in for each in books.figures.unfiled(days)}
    base = shop_of(books).base_currency
    others = sorted({*legs, *unfiled} - {base})
    gaps = [
        gap_of(days, legs.get(code, ()), unfiled.get(code, Money.zero(code)))
        for code in (base, *others)
    ]
    return (gaps[0], *(each for each in gaps[1:] if not each.is_empty))
