"""Headings that date what follows, days before a dash, and days something is entered for."""

import datetime as dt
from collections.abc import Callable

import pytest

from parsing.reading import Missing, Reading, Unclear
from tests.parsing.drafts import drafts_of

Read = Callable[[str], Reading]


@pytest.fixture
def today(now: dt.datetime) -> dt.date:
    return now.date()


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("закриваю вчорашній день: Вадиму відпускні 5 600", 1),
        ("вчорашнє: кур'єру 200, пальне 900", 1),
        ("ще з учорашнього: таксі 180", 1),
        ("позавчорашнє: таксі 200", 2),
        ("вчорашні витрати: кава 120, скотч 85", 1),
        ("звіт за вчора: оренда 18 000", 1),
        ("дописываю за вчера: продала кран 640", 1),
        ("закрываю вчерашний день: Вадиму отпускные 5 600", 1),
        ("вчерашние продажи: кран 640, сифон 290", 1),
        ("still doing yesterday's log: sold a heating cable, 2 380", 1),
        ("Yesterday's sheet, paid Olena 2 000 advance", 1),
        ("yesterday's entries: courier 200, diesel 900", 1),
    ],
)
def test_a_heading_dates_what_follows(read: Read, today: dt.date, text: str, back: int) -> None:
    days = {draft.booked_on for draft in drafts_of(read(text))}
    assert days == {today - dt.timedelta(days=back)}


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("записую суботнє: продав бойлер 7 200", 5),
        ("заполняю субботний журнал: продал бойлер 7 200", 5),
        ("finishing up Saturday's book: sold a mixer tap 1 850", 5),
    ],
)
def test_a_heading_names_a_weekday(read: Read, today: dt.date, text: str, weekday: int) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on is not None
    assert draft.booked_on.weekday() == weekday
    assert 0 < (today - draft.booked_on).days <= 7


@pytest.mark.parametrize(
    "text",
    [
        "сьогодні заплатила за вчорашнього кур'єра 220",
        "paid today for yesterday's courier, 220",
        "заплатила за вчерашний вечер уборщице 500",
    ],
)
def test_what_was_paid_for_is_no_heading(read: Read, today: dt.date, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on in {today, None}


@pytest.mark.parametrize(
    "text",
    [
        "{month} {day} - paid Stas 900 for pressure testing",
        "{month} {day} – courier 220",
        "{month} {day}: rent 18 000",
    ],
)
def test_a_month_and_a_day_stand_before_a_dash(read: Read, today: dt.date, text: str) -> None:
    day = today - dt.timedelta(days=3)
    (draft,) = drafts_of(read(text.format(month=f"{day:%b}", day=day.day)))
    assert draft.booked_on == day


@pytest.mark.parametrize(
    "text", ["аванс Олегу 2k, add for вчора", "add на вчера зарплата Коле 5k"]
)
def test_a_day_that_something_is_entered_for(read: Read, today: dt.date, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == today - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("пишу за вчерашний вечер, продала сифон 290", 1),
        ("за вчерашнее утро: курьеру 240", 1),
        ("дописую за вчорашній вечір: таксі 160", 1),
        ("кур'єру 240, це за вчорашній день", 1),
        ("вчорашнім вечором кур'єру 240", 1),
        ("прошлым вечером продала сифон 290", 1),
        ("заношу за субботний вечер, такси 160", 4),
        ("заношу за суботній ранок: таксі 160", 4),
        ("the night before, sold a trap 290", 1),
        ("night before last: courier 240", 2),
    ],
)
def test_a_part_of_a_day_is_of_that_day(read: Read, today: dt.date, text: str, back: int) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == today - dt.timedelta(days=back)


@pytest.mark.parametrize("frame", ["{}: {}", "{} {}", "{}, {}", "{} - {}", "{}. {}", "{}\n{}"])
@pytest.mark.parametrize(
    ("days", "told", "back"),
    [
        ("неділя нд неділ вск вскр воскр вс воскресенье", "кур'єру 240", 3),
        ("субота суб сбт сб субот субб", "продав сифон 290", 4),
        ("п'ятниця птн пт пятн п'ятн", "таксі 160", 5),
        ("четвер чтв чт четв", "продала сифон 290", 6),
        ("середа среда ср срд", "курьеру 240", 7),
        ("вівторок вт втр вторн вівт", "продав сифон 290", 1),
        ("понеділок понедельник пн понед", "таксі 160", 2),
        ("sunday sundays sun", "courier 240", 3),
    ],
)
def test_a_weekday_stands_before_what_was_done(
    read: Read, today: dt.date, frame: str, days: str, told: str, back: int
) -> None:
    for day in days.split():
        for word in (day, day.capitalize()):
            (draft,) = drafts_of(read(frame.format(word, told)))
            assert draft.booked_on == today - dt.timedelta(days=back), word


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("воск: продал сифон 290", 3),
        ("пят продал сифон 290", 5),
        ("чет. курьеру 240", 6),
        ("за пон: курьеру 240", 2),
        ("сер, продав сифон 290", 7),
        ("таксі 160, нед", 3),
    ],
)
def test_a_weekday_cut_to_another_word_is_confirmed(
    read: Read, today: dt.date, text: str, back: int
) -> None:
    reading = read(text)
    (draft,) = drafts_of(reading)
    assert draft.booked_on == today - dt.timedelta(days=back)
    assert draft.doubts


@pytest.mark.parametrize(
    "text",
    ["аренда за 2 нед 3 000", "прибирання раз у нед 400", "чет не сходится, курьеру 240"],
)
def test_such_a_word_elsewhere_is_no_day(read: Read, today: dt.date, text: str) -> None:
    assert {draft.booked_on for draft in drafts_of(read(text))} == {today}


@pytest.mark.parametrize("days", ["Mon-Wed", "пн-ср", "субота-неділя", "сб - вс"])
def test_of_two_weekdays_the_day_is_asked(read: Read, days: str) -> None:
    reading = read(f"{days}: taxi 160")
    assert isinstance(reading, Unclear)
    assert Missing.DATE in reading.missing
