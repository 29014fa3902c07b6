"""Turns of speech that were misread once: each stays mended."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message
from parsing.reading import CashDraft, Correction, Missing, NotAnEntry, Reading, Understood

NOW = dt.datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("Europe/Kyiv"))  # a Friday
OUT, IN = CashDirection.OUT, CashDirection.IN


def read_now(text: str, lexicon: Lexicon) -> Reading:
    return read_message(text, now=NOW, currency="UAH", lexicon=lexicon)


def only(reading: Reading) -> CashDraft:
    assert isinstance(reading, Understood), reading
    (draft,) = reading.drafts
    return draft


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("paid the rent two thousand three hundred fifteen hryvnias and forty kopecks", "2315.40"),
        ("за свет тысяча шестьсот сорок гривен тридцать копеек", "1640.30"),
        ("оренда тисяча двісті гривень п'ятдесят копійок", "1200.50"),
        ("paid the courier 200 hryvnias and 3 cables", "200"),
        ("за душевую 5к по терминалу прошло и 1 450 наличными", "1450"),
        ("convector 4500, took off 10 percent for a regular, so 4050 in the drawer", "4050"),
        ("haggled from 8900 down to 8500, customer paid for the boiler", "8500"),
        ("купила скотч за 2000, тобто 1 990", "1990"),
        ("A4 paper, 5 packs by 189", "945"),
        ("взял у Марины 2000 на закупку уголков, купил на 1 640, остальное вернул", "1640"),
        ("від Ярика назад 340, брав 1500 на кліпси", "340"),
        ("1750 from order 3126... sorry 1570", "1570"),
        ("аванс Дімі 1,5к не 2к", "1500"),
        ("вернул долг за трубы, vsego 17 tys.", "17000"),
        ("пупырка и скотч стошестдесят", "160"),
        ("доплата за обігрівач 1 5оо", "1500"),
        ("краны по чеку, отпускные Кате 5 600, она с 12 по 26 отдыхает", "5600"),
    ],
)
def test_the_amount_is_what_moved(lexicon: Lexicon, text: str, amount: str) -> None:
    draft = only(read_now(text, lexicon))
    assert draft.amount is not None
    assert draft.amount.to_decimal() == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last week on wednesday paid the courier 200", dt.date(2026, 11, 11)),
        ("в прошлом месяце 29-го за пленку отдала 640", dt.date(2026, 10, 29)),
        ("diesel nine hundred eighty on the second", dt.date(2026, 11, 2)),
        ("fuel 980 on the twenty ninth of october", dt.date(2026, 10, 29)),
        ("мінус шістсот за таргет це п'ятнадцятого", dt.date(2026, 11, 15)),
        ("2 days back gave the courier 165", dt.date(2026, 11, 18)),
        ("Ruslan advance 1500 and Ihor wage 7 200, both on monday", dt.date(2026, 11, 16)),
        ("paid today 480 for the rubbish they took away last week", dt.date(2026, 11, 20)),
        ("дві години тому кур'єру 180", dt.date(2026, 11, 20)),
        ("22 жовт. скотч 140", dt.date(2026, 10, 22)),
    ],
)
def test_the_day_is_the_one_that_is_meant(lexicon: Lexicon, text: str, day: dt.date) -> None:
    reading = read_now(text, lexicon)
    assert isinstance(reading, Understood), reading
    assert {draft.booked_on for draft in reading.drafts} == {day}


@pytest.mark.parametrize(
    "text",
    ["35.05 courier 300", "32 жовтня паливо 500", "бензин 900, число не вспомню, на той неделе"],
)
def test_a_day_that_cannot_be_or_is_vague_is_asked(lexicon: Lexicon, text: str) -> None:
    reading = read_now(text, lexicon)
    assert not isinstance(reading, Understood)


def test_a_day_with_slashes_is_read_back(lexicon: Lexicon) -> None:
    draft = only(read_now("licence renewed on 5/11 for 1,199.00 in cash", lexicon))
    assert draft.booked_on == dt.date(2026, 11, 5)
    assert Missing.DATE in draft.doubts


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ой дали завдаток за радіатори 3000, пані Оксана", CashCategory.CUSTOMER_PREPAYMENT),
        ("недостача 48грн перерахувала тричі", CashCategory.CASH_SHORTAGE),
        ("вчора ввечері з каси в сейф переклала 12000 шоб не лежало", CashCategory.DESK_TRANSFER),
        ("єдиний податок сплатила через касу банку, 7 480 готівкою", CashCategory.TAXES_FEES),
        ("поклала 28к на рахунок у Приваті", CashCategory.BANK_DEPOSIT),
        ("We are 85 short in the drawer tonight and nobody knows why", CashCategory.CASH_SHORTAGE),
        ("помили буса 350", CashCategory.FUEL_TRANSPORT),
    ],
)
def test_what_happened_is_no_talk(lexicon: Lexicon, text: str, category: CashCategory) -> None:
    assert only(read_now(text, lexicon)).category is category


@pytest.mark.parametrize(
    "text",
    [
        "зарплата Глебу 6 900, отдадим послезавтра",
        "котел клієнту порахували 31 200, пішов думати",
        "The client prepaid 10 000, it arrived on our account, the drawer is untouched",
        "порахувала касу, все сходиться, 5 640",
        "print(5000) sale",
    ],
)
def test_what_did_not_move_cash_is_talk(lexicon: Lexicon, text: str) -> None:
    assert isinstance(read_now(text, lexicon), NotAnEntry)


def test_oops_alone_speaks_of_what_was_told_before(lexicon: Lexicon) -> None:
    assert isinstance(read_now("ой, 350", lexicon), Correction)


def test_of_several_operations_each_part_is_weighed(lexicon: Lexicon) -> None:
    reading = read_now("Водоканал 412,30 і газ 1 096", lexicon)
    assert isinstance(reading, Understood)
    assert [draft.category for draft in reading.drafts] == [CashCategory.UTILITIES] * 2
    assert [draft.direction for draft in reading.drafts] == [OUT, OUT]


def test_who_brought_goods_back_was_paid(lexicon: Lexicon) -> None:
    text = "The customer brought back two radiators at 2,900 each, and I paid him for both"
    draft = only(read_now(text, lexicon))
    assert draft.direction is OUT or Missing.DIRECTION in draft.doubts


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("prepaymnt 8k ordr 3172 kotel", "8000", CashCategory.CUSTOMER_PREPAYMENT),
        ("custmr pd for delivry 300", "300", CashCategory.SALE_CASH),
        ("sat toilet papr 412.60", "412.60", CashCategory.OFFICE_HOUSEHOLD),
        ("60 w lamp, paid 85 for it", "85", CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_words_without_their_vowels_are_known(
    lexicon: Lexicon, text: str, amount: str, category: CashCategory
) -> None:
    draft = only(read_now(text, lexicon))
    assert draft.amount is not None
    assert (draft.amount.to_decimal(), draft.category) == (Decimal(amount), category)


@pytest.mark.parametrize(
    "text",
    [
        "Installers for order 7003 (underfloor heating, 64 m2): Roman 1800, Yura 2200",
        "монтажникам по замовленню 7003: Роман 1800, Юра 2200",
    ],
)
def test_what_stands_before_a_colon_holds_for_every_part(lexicon: Lexicon, text: str) -> None:
    reading = read_now(text, lexicon)
    assert isinstance(reading, Understood)
    assert [draft.order_reference for draft in reading.drafts] == ["7003", "7003"]
    assert {draft.category for draft in reading.drafts} == {CashCategory.INSTALLER_SERVICES}


def test_names_before_a_house_are_a_street(lexicon: Lexicon) -> None:
    draft = only(read_now("gave yura 670 for the pressure test at Lesi Ukrainky 14", lexicon))
    assert draft.counterparty != "Ukrainky"
    assert draft.amount is not None


def test_what_is_left_of_a_sum_is_all_that_came_back(lexicon: Lexicon) -> None:
    draft = only(read_now("mykola brought back 180, change from the 1000 i gave him", lexicon))
    assert (draft.direction, draft.amount and draft.amount.to_decimal()) == (IN, Decimal(180))


def test_what_was_asked_for_and_given_is_no_plan(lexicon: Lexicon) -> None:
    draft = only(read_now("taras asked for an advance so i gave him 3000 til payday", lexicon))
    assert draft.category is CashCategory.SALARY_ADVANCE


def test_paper_sizes_do_not_run_into_the_price(lexicon: Lexicon) -> None:
    draft = only(read_now("папір А4 320 грн", lexicon))
    assert draft.amount is not None
    assert draft.amount.to_decimal() == Decimal(320)
