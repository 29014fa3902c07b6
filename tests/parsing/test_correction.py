"""What a message says of an entry that was told before."""

import datetime as dt

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message, read_reply
from parsing.reading import CashDraft, Correction, Missing, Unclear, Understood
from tests.parsing.conftest import NOW

YESTERDAY = NOW.date() - dt.timedelta(days=1)


def uah(amount: int) -> Money:
    return Money(amount * 100, "UAH")


def read(text: str, lexicon: Lexicon) -> Correction:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Correction), reading
    return reading


@pytest.mark.parametrize(
    ("text", "amount", "instead_of"),
    [
        ("no, 350 not 250", 350, 250),
        ("not 250 but 350", 350, 250),
        ("it should be 350 instead of 250", 350, 250),
        ("sorry it was 350", 350, None),
        ("ні, 350", 350, None),
        ("ні 350", 350, None),
        ("нет 350", 350, None),
        ("no 350", 350, None),
        ("нет 250 а 350", 350, 250),
        ("та нє, там 1450 должно буть а не 1540", 1450, 1540),
        ("не 480 а 840, виправ", 840, 480),
        ("то, что писала утром, было не 900, а 90", 90, 900),
        ("корректировка: не 400 а 440 курьеру", 440, 400),
        ("make that 1,900 instead", 1900, None),
        ("писала 300 а нада 30, поправ плз", 30, 300),
        ("написала 4500, а треба 5400", 5400, 4500),
        ("typed 4500 meant 5400", 5400, 4500),
        ("I put 300, should've been 30", 30, 300),
        ("ввела 700, правильно 770", 770, 700),
        ("поправ на 350", 350, None),
        ("swap the amount for 820", 820, None),
        ("зайвий нуль поставила, там 150", 150, None),
        ("lishnij nol, tam 150", 150, None),
    ],
)
def test_figures(lexicon: Lexicon, text: str, amount: int, instead_of: int | None) -> None:
    correction = read(text, lexicon)
    assert correction.change.amount == uah(amount)
    assert correction.instead_of == (None if instead_of is None else uah(instead_of))
    assert not correction.is_cancelled


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("actually that 900 was for petrol", CashCategory.FUEL_TRANSPORT),
        ("исправь прошлое там аренда а не реклама", CashCategory.RENT),
        ("ой, це була доставка", CashCategory.DELIVERY),
        ("ні, це за оренду", CashCategory.RENT),
        ("это не аванс а зарплата", CashCategory.SALARY),
        ("it's not rent, it's utilities", CashCategory.UTILITIES),
        ("у Колі замість авансу має стояти зарплата", CashCategory.SALARY),
    ],
)
def test_what_it_was_for(lexicon: Lexicon, text: str, category: CashCategory) -> None:
    assert read(text, lexicon).change.category is category


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("виправ попередній, там був Сергій а не Андрій", "Сергій"),
        ("То был не Степан, а Стефан, поменяй", "Стефан"),
        ("нет, это Игорь", "Игорь"),
        ("no, Petro", "Petro"),
    ],
)
def test_who_it_was(lexicon: Lexicon, text: str, name: str) -> None:
    correction = read(text, lexicon)
    assert correction.change == CashDraft(None, None, None, None, name)


@pytest.mark.parametrize(
    "text", ["that was yesterday, not today", "це було вчора", "это было вчера"]
)
def test_when_it_was(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).change == CashDraft(None, None, None, YESTERDAY)


@pytest.mark.parametrize("text", ["переплутав, то був не розхід а прихід", "ошиблась, это приход"])
def test_which_way_it_went(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).change.direction is CashDirection.IN


@pytest.mark.parametrize(
    "text", ["cancel the last", "Скасуй останнє", "убери последнюю запись на 500", "scratch that"]
)
def test_what_is_taken_back(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).is_cancelled


def test_the_currency_alone(lexicon: Lexicon) -> None:
    assert read("ошиблась, там было в долларах", lexicon).currency == "USD"


@pytest.mark.parametrize("text", ["oops, wrong amount", "ошиблась, не туда записала"])
def test_that_something_is_wrong_does_not_say_what(lexicon: Lexicon, text: str) -> None:
    assert not read(text, lexicon).says_what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("350", CashDraft(uah(350), None, None, None)),
        ("yesterday", CashDraft(None, None, None, YESTERDAY)),
        ("that was for delivery", CashDraft(None, None, CashCategory.DELIVERY, None)),
        ("оренда", CashDraft(None, None, CashCategory.RENT, None)),
        ("+350", CashDraft(uah(350), CashDirection.IN, None, None)),
    ],
)
def test_a_reply_says_what_the_entry_should_be(
    lexicon: Lexicon, text: str, expected: CashDraft
) -> None:
    reply = read_reply(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert reply == Correction(expected)


@pytest.mark.parametrize(
    "text", ["thanks!", "why 250?", "ок", "👍", "will bring the rest tomorrow"]
)
def test_a_reply_may_be_talk(lexicon: Lexicon, text: str) -> None:
    assert read_reply(text, now=NOW, currency="UAH", lexicon=lexicon) is None


@pytest.mark.parametrize(
    "text",
    [
        "mistake with the change yesterday",
        "miscounted the change by 50",
        "помилка зі здачею вчора",
        "обрахувалася зі здачею",
        "ошиблась вчера со сдачей на 50",
        "просчиталась со сдачей в пятницу",
    ],
)
def test_a_slip_with_the_change_puts_no_entry_right(lexicon: Lexicon, text: str) -> None:
    correction = read(text, lexicon)
    assert not correction.says_what
    assert not correction.is_cancelled


@pytest.mark.parametrize(
    "text",
    [
        "перепиши на вчора",
        "перенеси на вторник",
        "the other one was tuesday not monday",
        "date's wrong, was yesterday",
        "це за вчора",
        "it's for yesterday",
        "забула дописати що це за вчора",
    ],
)
def test_an_entry_is_moved_to_another_day(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).change.booked_on == YESTERDAY


@pytest.mark.parametrize(
    "text",
    [
        "oj ne ta suma",
        "не та сума у мене",
        "amount's off by a zero",
        "вбила лишний ноль",
        "у попередньому повідомленні переплутано знак",
        "той завдаток був не сьогодні",
        "той запис про бензин – не мій, перепиши на Андрія",
        "split yesterday's courier into delivery and boxes",
    ],
)
def test_that_something_is_wrong_tells_of_an_entry(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).change.amount is None


@pytest.mark.parametrize(
    "text",
    [
        "swapped the tap for 300, paid Ivan",
        "fix the door 500",
        "перенесла 500 в сейф",
        "поставила 300 на телефон",
        "refund to Mrs Hrytsenko 1 320, wrong thermostat, order 2307",
        "забула записати: 300 кур'єру",
        "update of the cash register software 1200",
    ],
)
def test_what_was_done_edits_nothing(lexicon: Lexicon, text: str) -> None:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert not isinstance(reading, Correction)


@pytest.mark.parametrize(
    "text",
    [
        "чек на 890 я провела дважды, второй уберите",
        "кур'єра двічі внесла, один забери",
        "posted twice, remove one",
        "відмотай назад, я поспішила з тим завдатком",
    ],
)
def test_what_was_typed_twice_goes(lexicon: Lexicon, text: str) -> None:
    assert read(text, lexicon).is_cancelled


@pytest.mark.parametrize(
    "text",
    [
        "courier same as yesterday",
        "курьер опять, сумма та же, что вчера",
        "прибиральниці як зазвичай",
        "грузчикам так само як того вівторка",
        "paid the fitter what he asked",
    ],
)
def test_a_sum_as_before_is_asked(lexicon: Lexicon, text: str) -> None:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


def test_a_sum_that_is_told_is_none_of_before(lexicon: Lexicon) -> None:
    reading = read_message("cleaner, the usual 500", now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Understood)
    assert reading.drafts[0].amount == uah(500)
