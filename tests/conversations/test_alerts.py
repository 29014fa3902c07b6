"""Leaders are told what matters in their group, answer it there, and say what rings by chat."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from handlers.alerts.alert_news import alert_letter, alert_news
from jobs.ring_alerts import ring
from jobs.tell_of_alerts import tell_of_alerts
from ledger.documents import Document, OrderStage
from services.intake.bring_documents import bring_documents
from services.messages import Cause
from services.ports import Books
from tests.conftest import StillClock
from tests.conversations.floor import BOT, STAFF, Floor, shop_floor
from tests.papers import order, told, uah

DAYS = dt.timedelta(days=1)


@asynccontextmanager
async def ringing(url: str, language: str = "en") -> AsyncIterator[tuple[Floor, StillClock]]:
    """Open a shop in which alerts were looked at once, so that what comes next is new."""
    clock = StillClock()
    async with shop_floor(url, language=language, clock=clock) as floor:
        await floor.database.write(lambda books: books.documents.post_from(dt.date(2026, 11, 1)))
        await has_looked_by_itself(floor)
        await looks(floor, clock)
        yield floor, clock


async def has_looked_by_itself(floor: Floor) -> None:
    """Wait until the look that the bot takes when it starts is over."""

    def is_over(books: Books) -> bool:
        run = books.jobs.newest_of("ring_alerts")
        return run is not None and run.ended_at is not None

    async with asyncio.timeout(10):
        while not await floor.database.read(is_over):
            await asyncio.sleep(0.01)


async def looks(floor: Floor, clock: StillClock) -> int:
    clock.move(dt.timedelta(minutes=1))
    return await ring(floor.database, clock, alert_news, floor.app.announce)


async def brings(floor: Floor, clock: StillClock, *documents: Document) -> None:
    cause = Cause("system:test", None, clock.now())

    def bring(books: Books) -> None:
        bring_documents(books, [told(each) for each in documents], cause)

    await floor.database.write(bring)


async def edited(floor: Floor, clock: StillClock, number: str = "410", to: int = 42_000) -> None:
    """Have an order closed, and changed two days later."""
    at = clock.now()
    sold = order(number, 50_000, happened_at=at, closed_at=at, lines=(), cost=uah(30_000))
    await brings(floor, clock, sold)
    clock.move(2 * DAYS)
    now = clock.now()
    await brings(
        floor, clock,
        order(number, to, happened_at=at, closed_at=at, lines=(), cost=uah(30_000),
              changed_at=now, changed_by="Vasyl"),
    )  # fmt: skip


SAID = {
    "en": ("I tell what matters here now", "was changed after it was closed", "₴500 → ₴420",
           "2 days after closing", "✏️ Explain", "Ask who", "asks why this was changed",
           "Why is it so", "Cashier explained: he got a discount"),
    "uk": ("Тепер кажу важливе тут", "змінили після закриття", "500 ₴ → 420 ₴",
           "Через 2 дні після закриття", "✏️ Пояснити", "Запитати", "питає, чому це змінили",
           "Чому так", "пояснює Cashier: he got a discount"),
    "ru": ("Теперь говорю о важном здесь", "изменили после закрытия", "500 ₴ → 420 ₴",
           "Через 2 дня после закрытия", "✏️ Объяснить", "Спросить",
           "спрашивает, почему это изменили", "Почему так",
           "объясняет Cashier: he got a discount"),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
async def test_an_edited_order_is_asked_about_from_the_groups_topic(
    database_url: str, language: str
) -> None:
    bound, what, change, after, explain, ask, asked, why, done = SAID[language]
    async with ringing(database_url, language) as (floor, clock):
        cashier = await floor.side("cashier", language)
        await floor.side("director", language)
        director = await floor.driver.person(
            "Director", language_code=language, user_id=STAFF["director"][0]
        )
        made = await floor.driver.group("Leaders", members=[director], bots=[BOT])
        topic = await made.add_topic("Money")
        group = made.as_(director)
        await group.types("/alerts", thread_id=topic)
        heard = await group.hears()
        assert bound in heard.text
        await edited(floor, clock)
        assert await looks(floor, clock) == 1
        card = await group.hears()
        assert card.thread_id == topic
        text = card.text.replace("\u00a0", " ")
        for said in (what, change, after, "Vasyl", "N-410"):
            assert said in text
        await group.presses(card, ask)
        card = await group.sees_edit(card)
        await group.presses(card, "Cashier")
        card = await group.sees_edit(card)
        mine = await cashier.hears()
        assert asked in mine.text
        await cashier.presses(mine, explain)
        assert why in (await cashier.hears()).text
        await cashier.types("he got a discount")
        assert done in (await cashier.hears()).text
        card = await group.sees_edit(card)
        assert done in card.text
        await group.types("the boss agreed", reply_to=card, thread_id=topic)
        again = await group.hears()
        assert "the boss agreed" in again.text
        assert again.thread_id == topic
        await group.presses(card, "✅")
        assert (await group.sees_edit(card)).buttons == ()
        assert await looks(floor, clock) == 0


async def test_a_reply_to_an_alert_is_its_reason_and_cash_stays_cash(sqlite_url: str) -> None:
    async with ringing(sqlite_url) as (floor, clock):
        director = await floor.side("director")
        await edited(floor, clock)
        await looks(floor, clock)
        card = await director.hears()
        await director.types("courier 220", reply_to=card)
        assert "Delivery" in (await director.hears()).text
        await director.types("he brought one back", reply_to=card)
        assert "Director explained: he brought one back" in (await director.hears()).text


async def test_an_edit_is_wanted_back_and_closes_once_it_is(database_url: str) -> None:
    async with ringing(database_url) as (floor, clock):
        director, accountant = await floor.side("director"), await floor.side("accountant")
        owner = await floor.side("owner")
        at = clock.now()
        await edited(floor, clock)
        await looks(floor, clock)
        card = await director.hears()
        twin = await owner.hears()
        await director.presses(card, "Put back")
        card = await director.sees_edit(card)
        assert "Director wants it put back" in card.text
        assert "Director wants it put back" in (await owner.sees_edit(twin)).text
        assert "wants this put back in the CRM" in (await accountant.hears()).text
        again = order("410", 50_000, happened_at=at, closed_at=at, lines=(), cost=uah(30_000),
                      changed_at=clock.now() + DAYS)  # fmt: skip
        await brings(floor, clock, again)
        await looks(floor, clock)
        assert "Settled" in (await director.sees_edit(card)).text


async def test_several_are_one_message_and_each_is_opened_from_it(database_url: str) -> None:
    async with ringing(database_url) as (floor, clock):
        director = await floor.side("director")
        for number in ("410", "411", "412"):
            await edited(floor, clock, number)
        assert await looks(floor, clock) == 1
        card = await director.hears()
        assert "3 things you should know" in card.text
        await director.presses(card, "2 🔴")
        card = await director.sees_edit(card)
        assert "N-411" in card.text
        assert "N-412" not in card.text
        await director.presses(card, "Not useful")
        card = await director.sees_edit(card)
        assert "of no use" in card.text
        await director.presses(card, "All of them")
        card = await director.sees_edit(card)
        assert [button.label for row in card.buttons for button in row] == ["1 🔴", "2 ✅", "3 🔴"]
        await director.presses(card, "3 🔴")
        card = await director.sees_edit(card)
        await director.presses(card, "Ask")
        card = await director.sees_edit(card)
        await director.presses(card, "Back")
        card = await director.sees_edit(card)
        await director.presses(card, "Ask")
        card = await director.sees_edit(card)
        await director.presses(card, "Cashier")
        card = await director.sees_edit(card)
        await director.presses(card, "All of them")
        assert "3 things you should know" in (await director.sees_edit(card)).text
        await director.types("/alerts")
        listed = await director.hears()
        assert "2 alerts stand" in listed.text
        await director.presses(listed, "N-410")
        shown = await director.sees_edit(listed)
        await director.presses(shown, "In a week")
        shown = await director.sees_edit(shown)
        assert "Put off until" in shown.text
        await director.presses(shown, "Back")
        assert "alerts stand" in (await director.sees_edit(shown)).text


async def test_numbers_are_tried_on_the_past_month_before_they_are_kept(
    database_url: str,
) -> None:
    async with ringing(database_url) as (floor, clock):
        at = clock.now()
        opened = {"stage": OrderStage.OPEN, "happened_at": at, "closed_at": None, "lines": ()}
        await brings(
            floor, clock,
            order("410", 500_000, cost=uah(405_000), **opened),
            order("411", 500_000, cost=uah(395_000), **opened),
        )  # fmt: skip
        assert await looks(floor, clock) == 0
        director = await floor.side("director")
        await director.types("/alerts")
        card = await director.hears()
        assert "Nothing rings" in card.text
        await director.presses(card, "What rings")
        card = await director.sees_edit(card)
        await director.presses(card, "Margin below plan")
        card = await director.sees_edit(card)
        assert "Planned margin: 15%" in card.text
        assert "it would not have rung" in card.text
        await director.presses(card, "20%")
        card = await director.sees_edit(card)
        assert "would have rung once" in card.text
        assert "N-410" in card.text
        await director.presses(card, "Other margin…")
        await director.sees_edit(card)
        await director.types("2200")
        card = await director.hears()
        assert "It can be from 1 to 95" in card.text
        await director.types("22")
        card = await director.hears()
        assert "would have rung 2 times" in card.text
        await director.presses(card, "Keep it so")
        card = await director.sees_edit(card)
        assert "Planned margin: 22%" in card.text
        await director.presses(card, "Switch off")
        card = await director.sees_edit(card)
        assert card.text.startswith("🔕")


async def test_quiet_hours_and_the_cap_are_set_and_a_cashier_sets_nothing(
    database_url: str,
) -> None:
    async with ringing(database_url) as (floor, _):
        director, cashier = await floor.side("director"), await floor.side("cashier")
        await director.types("/alerts")
        card = await director.hears()
        await director.presses(card, "When and where")
        card = await director.sees_edit(card)
        assert "20:00–08:00" in card.text
        await director.presses(card, "22:00–08:00")
        card = await director.sees_edit(card)
        await director.presses(card, "3/day")
        card = await director.sees_edit(card)
        assert "22:00–08:00" in card.text
        assert "At most 3 messages" in card.text
        await cashier.types("/alerts")
        assert "can't" in (await cashier.hears()).text
        policy = await floor.database.read(lambda books: books.alerts.settings())
        assert policy is not None
        assert policy.policy.cap == 3


async def test_on_monday_leaders_hear_how_many_were_useful(database_url: str) -> None:
    async with ringing(database_url) as (floor, clock):
        director = await floor.side("director")
        await edited(floor, clock)
        await looks(floor, clock)
        card = await director.hears()
        await director.presses(card, "Accept")
        assert "Director accepted it" in (await director.sees_edit(card)).text
        clock.move(DAYS)
        told_of = await tell_of_alerts(floor.database, clock, alert_letter, floor.app.announce)
        assert told_of == 2
        letter = (await director.hears()).text
        assert "Last week: 1 alert, 1 useful, 0 of no use, 0 without an answer." in letter
        assert "Closed order changed: 1, useful 1" in letter
