"""The month is closed by a checklist that fills itself and by two people's signatures."""

import datetime as dt

import pytest

from handlers.results.close_card import begun_news
from jobs.tell_of_closing import tell_of_closing, watch_closing
from ledger.cash import CashCategory
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from services.ports import Books
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import StillClock
from tests.conversations.floor import Floor, shop_floor
from tests.shop import SYSTEM, paid

OCTOBER = dt.date(2026, 10, 31)
SAID = {
    "en": ("To close", "Tills counted: not yet, Front till", "Explain: Tills counted",
           "count it with me",
           "Sign as accountant", "Sign as director", "is closed",
           "the director's signature: 3\xa0h", "The closing before took"),
    "uk": ("Закриття:", "Каси пораховано: ще ні, Front till", "Пояснити: Каси пораховано",
           "каса стояла зачинена", "Підписати як бухгалтер", "Підписати як директор", "Закрито:",
           "підпис директора: 3\xa0год", "Минуле закриття тривало"),
    "ru": ("Закрытие:", "Кассы посчитаны: ещё нет, Front till", "Объяснить: Кассы посчитаны",
           "касса стояла закрытой", "Подписать как бухгалтер", "Подписать как директор",
           "Закрыто:", "подпись директора: 3\xa0ч", "Прошлое закрытие заняло"),
}  # fmt: skip
Staff = tuple[ChatSide, ChatSide]
HOURS = dt.timedelta(hours=1)


def sold(books: Books) -> None:
    books.journal.add(
        [paid("1", booked_on=dt.date(2026, 10, 5)), paid("2", booked_on=dt.date(2026, 11, 5))],
        SYSTEM,
    )


async def close_with_two(floor: Floor, staff: Staff, language: str, day: str) -> str:
    """Explain the till, sign by both; give what the director sees at the end."""
    _, _, explain, why, as_accountant, as_director, *_ = SAID[language]
    accountant, director = staff
    await accountant.types(f"/close {day}")
    card = await with_buttons(accountant)
    await accountant.presses(card, explain)
    await accountant.hears()
    await accountant.types(why)
    ready = await accountant.hears()
    assert why in ready.text
    assert as_director not in ready.labels
    await accountant.presses(ready, as_accountant)
    await accountant.sees_edit(ready)
    wanted = await with_buttons(director)
    assert isinstance(floor.clock, StillClock)
    floor.clock.move(3 * HOURS)
    await director.presses(wanted, wanted.labels[0])
    shown = await director.sees_edit(wanted)
    await director.presses(shown, as_director)
    return (await director.sees_edit(shown)).text


async def both(floor: Floor, language: str = "en") -> Staff:
    """Give the accountant's chat and the director's."""
    return await floor.side("accountant", language), await floor.side("director", language)


async def with_buttons(chat: ChatSide) -> Seen:
    """Give the next message that asks for something."""
    while not (heard := await chat.hears()).labels:
        pass
    return heard


@pytest.mark.parametrize("language", SAID)
async def test_a_month_is_closed_by_two_people(database_url: str, language: str) -> None:
    begins, tills, *_, closed, held_up, before = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(sold)
        staff = await both(floor, language)
        await staff[0].types("/close")
        card = (await staff[0].hears()).text
        assert begins in card
        assert tills in card
        await floor.restart()
        done = await close_with_two(floor, staff, language, "31.10")
        assert closed in done
        assert held_up in done
        through = await floor.database.read(lambda books: books.periods.open_books())
        assert through.closed_through == OCTOBER
        again = await close_with_two(floor, staff, language, "19.11")
        assert before in again
        assert await floor.database.read(verify_books) == ()


async def test_one_person_never_signs_both_and_a_cashier_none(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(sold)
        owner, cashier = await floor.side("owner"), await floor.side("cashier")
        await cashier.types("/close")
        assert "can't do that" in (await cashier.hears()).text
        await owner.types("/close October")
        card = await owner.hears()
        assert "Sign as director" not in card.labels
        await owner.presses(card, "Explain: Tills counted")
        await owner.hears()
        await owner.types("counted by the landlord")
        ready = await owner.hears()
        await owner.presses(ready, "Sign as director")
        half = await owner.sees_edit(ready)
        assert "✍️ Director: Owner" in half.text
        await owner.presses(half, "Sign as accountant")
        await owner.sees_edit(half)
        assert "two different people" in (await owner.hears()).text
        through = await floor.database.read(lambda books: books.periods.open_books())
        assert through.closed_through is None


async def test_a_signature_lapses_when_entries_come_after_it(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(sold)
        accountant, director = await floor.side("accountant"), await floor.side("director")
        await accountant.types("/close October")
        card = await accountant.hears()
        await accountant.presses(card, "Explain: Tills counted")
        await accountant.hears()
        await accountant.types("the till was away")
        ready = await accountant.hears()
        await accountant.presses(ready, "Sign as accountant")
        await accountant.sees_edit(ready)
        wanted = await director.hears()
        assert "Accountant has signed" in wanted.text
        late = paid("9", booked_on=dt.date(2026, 10, 30), category=CashCategory.RENT)
        await floor.database.write(lambda books: books.journal.add([late], SYSTEM))
        await director.presses(wanted, "Open the checklist")
        shown = await director.sees_edit(wanted)
        await director.presses(shown, "Sign as director")
        half = await director.sees_edit(shown)
        assert "Accountant: not signed yet" in half.text
        told = await accountant.hears()
        assert "Entries came after your signature" in told.text
        await accountant.presses(told, "Open the checklist")
        anew = await accountant.sees_edit(told)
        await accountant.presses(anew, "Sign as accountant")
        assert "is closed" in (await accountant.sees_edit(anew)).text
        assert "is closed" in (await director.hears()).text
        assert await floor.database.read(verify_books) == ()


async def test_foreign_money_needs_a_rate(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        dollars = paid("1", 10_000, booked_on=dt.date(2026, 10, 5), currency="USD")
        await floor.database.write(lambda books: books.journal.add([dollars], SYSTEM))
        accountant = await floor.side("accountant")
        await accountant.types("/close October")
        card = await accountant.hears()
        assert "USD lacks one" in card.text
        await accountant.presses(card, "Rate of USD")
        assert "October 2026" in (await accountant.hears()).text
        await accountant.types("41.25")
        shown = (await accountant.hears()).text
        assert "1 USD = 41.25 UAH" in shown
        assert "✅ Rates of foreign money present" in shown
        assert "−\N{WORD JOINER}₴4,125" in shown
        await accountant.types("/close gibberish")
        assert "/close October" in (await accountant.hears()).text
        await accountant.types("/close today")
        assert "can't be closed" in (await accountant.hears()).text


async def test_late_facts_stand_in_the_open_month_and_point_back(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(sold)
        staff = await both(floor)
        await close_with_two(floor, staff, "en", "19.11")
        cashier, (_, director) = await floor.side("cashier"), staff
        await cashier.types("18.11 courier 300")
        assert "that period is closed" in (await cashier.hears()).text
        await director.types("/close 19.11")
        shown = (await director.hears()).text
        while "One later entry" not in shown:
            shown = (await director.hears()).text
        assert "−\N{WORD JOINER}₴300" in shown
        assert await floor.database.read(verify_books) == ()


async def test_the_clock_begins_a_closing_and_tells_of_it_once(sqlite_url: str) -> None:
    clock = StillClock(dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC))
    async with shop_floor(sqlite_url, clock=clock) as floor:
        await floor.database.write(sold)
        accountant = await floor.side("accountant")
        run = (floor.database, clock, begun_news, floor.app.announce)
        assert await tell_of_closing(*run) == 1
        news = await accountant.hears()
        assert "One thing is left" in news.text
        assert "Tills counted" in news.text
        assert await tell_of_closing(*run) == 0
        clock.move(5 * HOURS)
        assert await watch_closing(floor.database, clock) == 1
        database = await open_database(floor.url)
        kept = await database.read(lambda books: books.closings.open())
        await database.close()
        assert [each.days.last for each in kept] == [OCTOBER]
