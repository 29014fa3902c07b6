"""Digests by the clock: what each role is told, once, in the person's language."""

import datetime as dt
import re
from collections.abc import Sequence

import pytest

from handlers.results.digests import write_digest
from jobs.send_digests import send_digests
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.posting import shop_of
from services.results.digest_ports import DigestChoice, DigestKind
from services.results.digests import choose_digest, kinds_for
from tests.conftest import NOW, StillClock
from tests.known_book import lay_known_book

HOUR = dt.timedelta(hours=1)
DAY = 24 * HOUR


async def staffed(database: Database, role: Role, language: str = "en") -> Person:
    def lay(books: Books) -> Person:
        lay_known_book(books)
        return books.people.add(Newcomer(700, "Olena", language), role, NOW)

    return await database.write(lay)


async def wants(database: Database, person: Person, kind: DigestKind, hour: int) -> None:
    def choose(books: Books) -> None:
        cause = Cause(person.actor, None, NOW)
        assert choose_digest(books, person, shop_of(books), (kind, hour), cause)

    await database.write(choose)


async def sent(database: Database, clock: StillClock) -> list[OutgoingMessage]:
    announced: list[QueuedMessage] = []
    await send_digests(database, clock, write_digest, announced.extend)
    return [each.message for each in announced]


def plain(message: OutgoingMessage) -> str:
    return re.sub(r"[\xa0\u202f]", " ", message.text)


async def test_the_evening_tells_the_day_with_its_picture_once(
    database: Database, clock: StillClock
) -> None:
    director = await staffed(database, Role.DIRECTOR)
    await wants(database, director, DigestKind.EVENING, 20)
    assert await sent(database, clock) == []
    clock.move(dt.timedelta(hours=20) - local_time(clock))
    (told,) = await sent(database, clock)
    assert told.chat_id == 700
    assert told.picture is not None
    assert "20\xa0November 2026" in told.text
    assert "In: <b>₴4,000</b>" in told.text
    assert await sent(database, clock) == []
    clock.move(DAY)
    assert len(await sent(database, clock)) == 1


async def test_a_morning_that_was_missed_is_made_up_but_not_by_night(
    database: Database, clock: StillClock
) -> None:
    director = await staffed(database, Role.DIRECTOR, "uk")
    await wants(database, director, DigestKind.MORNING, 8)
    clock.move(DAY + 11 * HOUR - local_time(clock))
    (told,) = await sent(database, clock)
    assert "Доброго ранку" in told.text
    assert "20\xa0листопада 2026" in told.text
    clock.move(DAY + 6 * HOUR)
    assert await sent(database, clock) == []


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_letters_tell_the_week_and_the_month_that_are_over(
    database: Database, clock: StillClock, language: str
) -> None:
    director = await staffed(database, Role.DIRECTOR, language)
    await wants(database, director, DigestKind.WEEK, 9)
    await wants(database, director, DigestKind.MONTH, 9)
    clock.move(3 * DAY + 9 * HOUR - local_time(clock))
    week, flow = await sent(database, clock)
    titles = {"en": "16–22 Nov 2026", "uk": "16–22 лист. 2026 р.", "ru": "16–22 нояб. 2026 г."}
    assert titles[language] in plain(week)
    assert flow.picture is not None
    clock.move(8 * DAY)
    told = await sent(database, clock)
    months = {"en": "November 2026", "uk": "листопад 2026", "ru": "ноябрь 2026"}
    assert any(months[language] in plain(each) for each in told)


async def test_a_cashier_hears_of_the_own_till_alone(
    database: Database, clock: StillClock
) -> None:
    cashier = await staffed(database, Role.CASHIER)
    assert kinds_for(cashier) == (DigestKind.MORNING, DigestKind.EVENING)
    await wants(database, cashier, DigestKind.EVENING, 20)
    clock.move(dt.timedelta(hours=20) - local_time(clock))
    (told,) = await sent(database, clock)
    assert told.picture is None
    assert "Till: " in told.text
    assert "Till 2" not in told.text
    assert "result" not in told.text.lower()


async def test_who_may_not_know_it_any_more_gets_nothing(
    database: Database, clock: StillClock
) -> None:
    cashier = await staffed(database, Role.CASHIER)

    def keep(books: Books) -> None:
        shop, cause = shop_of(books), Cause(cashier.actor, None, NOW)
        assert not choose_digest(books, cashier, shop, (DigestKind.WEEK, 9), cause)
        books.digests.keep(DigestChoice(cashier.id, DigestKind.WEEK, 9, dt.date(2026, 11, 1)))

    await database.write(keep)
    clock.move(3 * DAY + 9 * HOUR - local_time(clock))
    assert await sent(database, clock) == []


async def test_a_death_before_the_write_loses_nothing_and_doubles_nothing(
    database: Database, clock: StillClock
) -> None:
    director = await staffed(database, Role.DIRECTOR)
    await wants(database, director, DigestKind.EVENING, 20)
    clock.move(dt.timedelta(hours=20) - local_time(clock))

    async def dies(*_: object) -> Sequence[OutgoingMessage]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await send_digests(database, clock, dies, lambda _: None)
    assert len(await sent(database, clock)) == 1
    assert await sent(database, clock) == []


async def test_who_turns_it_off_meanwhile_gets_none(database: Database, clock: StillClock) -> None:
    director = await staffed(database, Role.DIRECTOR)
    await wants(database, director, DigestKind.EVENING, 20)
    clock.move(dt.timedelta(hours=20) - local_time(clock))

    async def slowly(*_: object) -> Sequence[OutgoingMessage]:
        await database.write(lambda books: books.digests.drop(director.id, DigestKind.EVENING))
        return (OutgoingMessage(700, "the day"),)

    assert await send_digests(database, clock, slowly, lambda _: None) == 0


def local_time(clock: StillClock) -> dt.timedelta:
    """Give how long the day of the shop has lasted."""
    local = clock.now() + 2 * HOUR
    return dt.timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
