"""Reminders of advances and news of refunds, by the clock."""

import datetime as dt

from handlers.alerts.alert_news import alert_news
from jobs.remind_of_advances import remind_of_advances
from jobs.ring_alerts import ring
from ledger.advances import ADVANCES
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from locales.words import words_of
from parsing.reading import CashDraft
from services.advances.advances import holders
from services.advances.turn_advance import link_holder
from services.cash.record_cash import record_cash
from services.cash_types import TypedCash
from services.messages import Cause, QueuedMessage
from services.people import Person, Role
from services.ports import Books, Database
from tests.conftest import NOW, StillClock
from tests.shop import DAY, hire, lay

DAYS = dt.timedelta(days=1)


def file(books: Books, person: Person, message_id: int, category: CashCategory, name: str) -> None:
    is_sale = category is CashCategory.SALE_CASH
    draft = CashDraft(
        Money(90_000, "UAH"),
        CashDirection.IN if is_sale else CashDirection.OUT,
        category,
        DAY,
        name,
        against=ADVANCES if category is CashCategory.FUEL_TRANSPORT else None,
    )
    typed = TypedCash(person, 7, message_id, "typed", NOW)
    record_cash(books, typed, [draft], Cause(person.actor, None, NOW))


async def reminded(database: Database, clock: StillClock) -> list[tuple[int, str]]:
    announced: list[QueuedMessage] = []
    await remind_of_advances(database, clock, words_of, announced.extend)
    return [(each.message.chat_id, each.message.text) for each in announced]


async def test_the_giver_is_reminded_after_three_days_then_weekly_in_one_message(
    database: Database, clock: StillClock
) -> None:
    def give(books: Books) -> None:
        lay(books)
        person = hire(books)
        file(books, person, 1, CashCategory.FUEL_TRANSPORT, "Petro")
        file(books, person, 2, CashCategory.FUEL_TRANSPORT, "Olena")

    await database.write(give)
    clock.move(2 * DAYS)
    assert await reminded(database, clock) == []
    clock.move(DAYS)
    ((chat, text),) = await reminded(database, clock)
    assert chat == 100
    assert "Petro has ₴900" in text
    assert "Olena has ₴900" in text
    for _ in range(6):
        clock.move(DAYS)
        assert await reminded(database, clock) == []
    clock.move(DAYS)
    assert len(await reminded(database, clock)) == 1


async def test_nobody_is_woken_at_night(database: Database, clock: StillClock) -> None:
    def give(books: Books) -> None:
        lay(books)
        file(books, hire(books), 1, CashCategory.FUEL_TRANSPORT, "Petro")

    await database.write(give)
    clock.move(4 * DAYS + dt.timedelta(hours=9))
    assert await reminded(database, clock) == []
    clock.move(dt.timedelta(hours=10))
    assert len(await reminded(database, clock)) == 1


async def test_a_holder_of_the_team_is_reminded_himself(
    database: Database, clock: StillClock
) -> None:
    def give(books: Books) -> None:
        lay(books)
        giver, owner = hire(books), hire(books, Role.OWNER, 300)
        member = hire(books, telegram_id=200)
        file(books, giver, 1, CashCategory.FUEL_TRANSPORT, "Petro")
        cause = Cause(owner.actor, None, NOW)
        link_holder(books, owner, holders(books)[0].number, member.id, cause)

    await database.write(give)
    clock.move(3 * DAYS)
    ((chat, text),) = await reminded(database, clock)
    assert chat == 200
    assert text.startswith("You still have")


async def test_leaders_hear_once_of_refunds_to_look_at(
    database: Database, clock: StillClock
) -> None:
    def refund(books: Books) -> None:
        lay(books)
        cashier, director = hire(books), hire(books, Role.DIRECTOR, 200)
        hire(books, Role.OWNER, 300)
        hire(books, Role.ACCOUNTANT, 400)
        file(books, cashier, 1, CashCategory.SALE_CASH, "Koval")
        file(books, cashier, 2, CashCategory.CUSTOMER_REFUND, "Koval")
        file(books, cashier, 3, CashCategory.SALE_CASH, "Bondar")
        file(books, director, 4, CashCategory.CUSTOMER_REFUND, "Bondar")

    await database.write(refund)
    announced: list[QueuedMessage] = []
    await ring(database, clock, alert_news, announced.extend)
    texts = {each.message.chat_id: each.message.text for each in announced}
    assert set(texts) == {200, 300}
    assert texts[200].count("of a sale of their own") == 1
    clock.move(dt.timedelta(hours=1))
    await ring(database, clock, alert_news, announced.extend)
    assert len(announced) == 2
