"""Days that are no days cash moved on, days that are: documents, watts, what was told late."""

import datetime as dt
from collections.abc import Callable

import pytest

from parsing.reading import CashDraft, NotAnEntry, Reading, Unclear, Understood

Read = Callable[[str], Reading]
TODAY, YESTERDAY = dt.date(2026, 5, 20), dt.date(2026, 5, 19)


def drafts_of(reading: Reading) -> tuple[CashDraft, ...]:
    assert isinstance(reading, Understood | Unclear), reading
    return reading.drafts


@pytest.mark.parametrize(
    "text",
    [
        "постачальник Термофлекс, накладна 318 від 04.05, заплатили готівкою 9 100",
        "договір № 5 від 1 травня, оренда 12 000 готівкою",
        "за рахунком 301 від понеділка дали постачальнику 8000",
        "накладна від 3 травня, віддали постачальнику 5 100",
        "invoice 88 of 3 March, paid the supplier 4500 cash",
        "invoice no 88 dated 03.03.2026 paid 4500 to the supplier",
        "paid the supplier 4500 for invoice 88 from the 3rd of May",
        "счёт 15 от 2 мая, оплатили поставщику наличными 7 200",
        "оплатили по накладной №77 от 10.05 поставщику 3 400",
        "оплата по договору от 01.04.2026 аренда 15 000 нал",
    ],
)
def test_the_day_of_a_document_is_not_the_day_it_was_paid(read: Read, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("вчора оплатили постачальнику накладну 55 від 1.05, 4 000 готівкою", YESTERDAY),
        ("paid the supplier 4500 yesterday for invoice 88 of 3 March", YESTERDAY),
        ("12.05 оплатили поставщику счёт 15 от 2 мая, 7 200", dt.date(2026, 5, 12)),
        ("чек від 12.05 бензин 900", dt.date(2026, 5, 12)),
    ],
)
def test_another_day_beside_it_still_counts(read: Read, text: str, day: dt.date) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("продали лампу 60 Вт за 120", 120),
        ("лампочка 12 Вт 85 грн продали", 85),
        ("sold a bulb, 40 вт, 90", 90),
        ("насос 60 вт продали за 3400", 3400),
        ("продали прожектор 100Вт 640", 640),
    ],
)
def test_after_a_number_the_short_tuesday_is_watts(read: Read, text: str, amount: int) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == amount * 100
    assert draft.booked_on == TODAY


@pytest.mark.parametrize(
    "text",
    ["у вт заплатили кур'єру 200", "вт: кур'єр 200", "в вт курьеру 200", "кур'єру 200 грн у вт"],
)
def test_elsewhere_it_is_tuesday(read: Read, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == YESTERDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ще за 30 квітня не внесли: Наталка взяла аванс 1600", dt.date(2026, 4, 30)),
        ("не внесено за 28-ме: видали Олі аванс 1600", dt.date(2026, 4, 28)),
        ("ще за понеділок не записали: кур'єр 180", dt.date(2026, 5, 18)),
        ("не записали за вчера: такси 170", YESTERDAY),
        ("забыли внести за 10-е: выдали курьеру 160", dt.date(2026, 5, 10)),
        ("за вчера ещё не внесли, такси 170", YESTERDAY),
        ("haven't entered yet for the 12th: taxi 170", dt.date(2026, 5, 12)),
        ("forgot to enter on the 30th: courier 200", dt.date(2026, 4, 30)),
        ("forgot to write on Monday: cleaner 400", dt.date(2026, 5, 18)),
        ("not logged for yesterday: cleaner 300", YESTERDAY),
        ("за вчера ещё такси домой 170", YESTERDAY),
        ("за позавчора ще заплатили кур'єру 90", dt.date(2026, 5, 18)),
        ("also for yesterday: paid the courier 90", YESTERDAY),
    ],
)
def test_what_was_left_unwritten_belongs_to_its_day(read: Read, text: str, day: dt.date) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == day


@pytest.mark.parametrize("text", ["аванс не внесли за понеділок 500", "оренду за вчора не внесли"])
def test_what_was_not_paid_in_stays_none(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "вчора продала муфту за 95 і повернула Лазаренку 480 за брак. сьогодні бензин 1 200",
        "вчера продали кран за 95 и вернули Титову 480 за брак. сегодня бензин 1 200",
        "yesterday sold a valve for 95 and refunded Baker 480 for a faulty pump. today fuel 1200",
        "вчора продали заглушку за 95, повернули клієнту 480 за брак. сьогодні заправка 1200",
        "вчера взяли за прокладки 95 и вернули клиенту 480 за брак, сегодня бензин 1200",
    ],
)
def test_no_figure_with_a_verb_of_its_own_is_lost(read: Read, text: str) -> None:
    drafts = drafts_of(read(text))
    told = [(each.amount.minor // 100, each.booked_on) for each in drafts if each.amount]
    assert told == [(95, YESTERDAY), (480, YESTERDAY), (1200, TODAY)]


def test_a_large_count_apart_from_its_price_is_read_back(read: Read) -> None:
    reading = read("привезли 500 цеглин, за все віддали 1250")
    doubts = [each for draft in drafts_of(reading) for each in draft.doubts]
    assert isinstance(reading, Unclear) or doubts
