"""A small book whose every sum is known by heart: three months of a shop."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, Posting, reversal_of
from ledger.money import Money
from ledger.places import SUSPENSE
from services.messages import Cause
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from tests.conftest import NOW

TODAY = dt.date(2026, 11, 20)
"""A Friday."""
SYSTEM = Cause("system:test", None, NOW)
BANK, SECOND_BANK = "asset.bank.1", "asset.bank.2"
TILL, SECOND_TILL = "till.1", "till.2"


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the book: a posting against a place, or between two accounts."""

    day: str
    debit: str
    credit: str
    amount: int
    """In hryvnias."""
    who: str | None = None
    note: str = ""
    order: str | None = None
    category: CashCategory | None = None


def _cash(  # noqa: PLR0913 - a line of the book
    day: str, category: CashCategory, amount: int, who: str | None = None, note: str = "",
    *, order: str | None = None, till: str = TILL,
) -> Told:  # fmt: skip
    """Tell cash: above zero for cash that came in."""
    way = CashDirection.IN if amount > 0 else CashDirection.OUT
    legs = CashOperation(way, Money(abs(amount) * 100, "UAH"), category).postings(till)
    debit, credit = (leg.account for leg in legs)
    return Told(day, debit, credit, abs(amount), who, note, order, category)


def _bank(  # noqa: PLR0913 - a line of the book
    day: str, account: str | None, amount: int, who: str, note: str = "",
    *, bank: str = BANK, order: str | None = None,
) -> Iterator[Told]:  # fmt: skip
    """Tell a bank line, and what it was filed as; nothing is filed without an account."""
    came_in = amount > 0
    ends = (bank, SUSPENSE) if came_in else (SUSPENSE, bank)
    yield Told(day, *ends, abs(amount), who, note, order)
    if account is not None:
        ends = (SUSPENSE, account) if came_in else (account, SUSPENSE)
        yield Told(day, *ends, abs(amount), who, note, order)


C = CashCategory


def _opening() -> Iterator[Told]:
    own = "equity.opening_balances"
    for place, amount in ((TILL, 30_000), (SECOND_TILL, 1_000), (BANK, 100_000),
                          (SECOND_BANK, 20_000)):  # fmt: skip
        yield Told("2026-08-31", place, own, amount)


def _september() -> Iterator[Told]:
    yield _cash("2026-09-03", C.SALE_CASH, 10_000, "Olena", "boiler", order="4501")
    yield _cash("2026-09-07", C.ADVERTISING, -700, "Drukarnia", "flyers")
    yield from _bank("2026-09-10", "expense.rent", -15_000, "FOP Petrenko", "rent")
    yield _cash("2026-09-15", C.SALARY, -9_000, "Ihor", "September wage")
    yield from _bank("2026-09-17", "expense.advertising", -1_300, "Google Ads")
    yield _cash("2026-09-21", C.SALE_CASH, 8_000, "Taras", "pump", order="4502")
    yield from _bank("2026-09-24", "asset.inventory", -12_000, "TOV Teplodim", "goods")
    yield _cash("2026-09-28", C.DELIVERY, -450, "Nova Poshta", "parcels")
    yield from _bank("2026-09-30", "expense.bank_fees", -120, "Bank")


def _october() -> Iterator[Told]:
    yield _cash("2026-10-02", C.SALE_CASH, 12_000, "Olena", "boiler", order="4601")
    yield _cash("2026-10-05", C.ADVERTISING, -500, "Drukarnia", "leaflets")
    yield from _bank("2026-10-06", "expense.advertising", -2_000, "Google Ads")
    yield from _bank("2026-10-08", "expense.rent", -15_000, "FOP Petrenko", "rent")
    yield Told("2026-10-10", "asset.receivables", "income.sales", 14_000, "TOV Arktika",
               "invoice 650", "4650")  # fmt: skip
    yield _cash("2026-10-12", C.INSTALLER_SERVICES, -1_800, "Ihor", "callout", order="4601")
    yield _cash("2026-10-15", C.SALARY, -9_500, "Ihor", "October wage")
    yield _cash("2026-10-15", C.SALARY, -7_000, "Maryna", "October wage")
    yield from _bank("2026-10-19", "asset.inventory", -18_000, "TOV Teplodim", "goods")
    yield _cash(
        "2026-10-20", C.SALE_CASH, 6_500, "Andrii", "pipes", order="4602", till=SECOND_TILL
    )
    yield _cash("2026-10-22", C.CUSTOMER_REFUND, -1_500, "Olena", "valve back", order="4601")
    yield from _bank("2026-10-23", "asset.inventory", -7_400, "Vent-Service", "goods",
                     bank=SECOND_BANK)  # fmt: skip
    yield _cash("2026-10-26", C.DELIVERY, -380, "Nova Poshta", "parcels")
    yield _cash("2026-10-27", C.FUEL_TRANSPORT, -900, "OKKO", "diesel")
    yield from _bank("2026-10-28", "income.sales", 20_000, "TOV Budmaister", "heat pump",
                     order="4603")  # fmt: skip
    yield Told("2026-10-28", "expense.cost_of_goods", "asset.inventory", 12_000, None, "", "4603")
    yield _cash("2026-10-30", C.SALARY_ADVANCE, -2_000, "Ihor", "advance")
    yield _cash("2026-10-30", C.OWNER_DRAW, -5_000, "Owner", "for himself")
    yield from _bank("2026-10-31", "expense.bank_fees", -150, "Bank")


def _november() -> Iterator[Told]:
    yield _cash("2026-11-02", C.SALE_CASH, 9_000, "Taras", "radiators", order="4701")
    yield Told("2026-11-02", "expense.cost_of_goods", "asset.inventory", 5_500, None, "", "4701")
    yield _cash("2026-11-03", C.ADVERTISING, -1_000, "Drukarnia", "banner")
    yield Told("2026-11-04", "asset.inventory", "liability.payables", 6_600, "Vent-Service",
               "on credit")  # fmt: skip
    yield from _bank("2026-11-05", "expense.rent", -16_000, "FOP Petrenko", "rent")
    yield _cash("2026-11-06", C.CUSTOMER_PREPAYMENT, 3_000, "Sofiia", "for a boiler", order="4702")
    yield _cash("2026-11-09", C.INSTALLER_SERVICES, -2_200, "Petro", "mounting", order="4701")
    yield from _bank("2026-11-10", "asset.inventory", -11_000, "TOV Teplodim", "goods")
    yield Told("2026-11-11", "asset.receivables", "income.sales", 2_500, "Olena", "invoice 706",
               "4706")  # fmt: skip
    yield _cash("2026-11-12", C.BANK_DEPOSIT, -8_000)
    yield from _bank("2026-11-13", "asset.cash_in_transit", 8_000, "own cash")
    yield _cash("2026-11-13", C.SALE_CASH, 7_000, "Olena", "boiler", order="4703")
    yield Told("2026-11-14", "asset.advances_to_account", TILL, 1_500, "Petro", "for fittings")
    yield _cash("2026-11-16", C.FUEL_TRANSPORT, -600, "WOG", "petrol")
    yield _cash("2026-11-17", C.DESK_TRANSFER, -1_000)
    yield _cash("2026-11-17", C.DESK_TRANSFER, 1_000, till=SECOND_TILL)
    yield from _bank("2026-11-18", None, -3_300, "FOP Nevidomyi")
    yield from _bank("2026-11-18", None, 4_100, "Shevchenko")
    yield _cash("2026-11-19", C.SALE_CASH, 5_200, "Andrii", "pump", order="4704")
    yield _cash("2026-11-19", C.DELIVERY, -260, "Nova Poshta", "parcels")
    yield _cash("2026-11-20", C.SALE_CASH, 4_000, "Taras", "valves", order="4705")
    yield _cash("2026-11-20", C.FUEL_TRANSPORT, -350, "OKKO", "diesel")
    yield _cash("2026-11-20", C.OFFICE_HOUSEHOLD, -140, None, "tea, чай")


def lay_known_book(books: Books) -> None:
    """Set the shop up and put the whole book in."""
    books.shop.put(Shop("Teplo", "UAH", "Europe/Kyiv", "en", is_ready=True))
    lay_chart(books, till_names=("Till", "Till 2"))
    fill_known_book(books)


def fill_known_book(books: Books) -> None:
    """Put the whole book into a shop with two tills; a mistake of October was undone at once."""
    told = [*_opening(), *_september(), *_october(), *_november()]
    books.journal.add([_entry(number, each) for number, each in enumerate(told)], SYSTEM)
    mistake = _cash("2026-10-29", C.OTHER_INCOME, 100_000, "Nobody", "one nought too many")
    (posted,) = books.journal.add([_entry(len(told), mistake)], SYSTEM)
    back = reversal_of(
        posted,
        booked_on=posted.entry.booked_on,
        occurred_at=NOW,
        origin=Origin("reversal", str(posted.number)),
        narration=posted.entry.narration,
    )
    books.journal.add([back], SYSTEM)


def _entry(number: int, told: Told) -> JournalEntry:
    day = dt.date.fromisoformat(told.day)
    amount = Money(told.amount * 100, "UAH")
    return JournalEntry(
        booked_on=day,
        occurred_at=dt.datetime.combine(day, dt.time(9), dt.UTC),
        narration=told.note,
        postings=(Posting(told.debit, amount), Posting(told.credit, -amount)),
        origin=Origin("book", str(number)),
        category=None if told.category is None else told.category.value,
        counterparty=told.who,
        order_reference=told.order,
    )
