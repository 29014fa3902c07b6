"""Figures of money that never was in this till, and what there was none of."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear, Understood
from tests.parsing.drafts import assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, REFUND = CashCategory.SALE_CASH, CashCategory.CUSTOMER_REFUND
SHORTAGE = CashCategory.CASH_SHORTAGE


@pytest.mark.parametrize(
    "text",
    [
        "касирка з другої точки каже, у них 9 300 за день",
        "the other shop did 9 300 today",
        "the girls called, they made 9 300 today",
        "neighbours took 20 000 today",
        "у них сегодня 9300, хвастается",
        "cash at close 9 310",
        "closing cash 9 310",
        "готівка на закриття 9 310",
        "нал на закрытии 9 310",
        "cash at end of day 5200",
        "здала зміну Ірині, різниця 0",
        "till handed to Olha, difference 0",
        "смену сдала, недостача 0",
        "каса зійшлась, різниці нуль",
        "розбився унітаз, 2300 коштував, списуємо",
        "a tile got smashed, cost 340, written off",
        "разбили бачок, стоил 900, спишем со склада",
        "карткою 6 400, готівки нуль",
        "все по терминалу 6 400, налички ноль",
        "terminal 6 400, cash zero today",
        "обменник рядом берёт доллар по 41,80",
        "банк продає євро по 45,20",
        "the exchange next door buys dollars at 41.80",
        "клієнт взяв у борг насос на 1700",
        "постоянный клиент забрал в долг на 1 700",
        "дала насос у борг Бондарю 1700",
        "занесла за аренду, но хозяина не было, 12 000 у меня",
        "landlord wasn't there, the 12 000 rent is still with me",
        "she'll bring 500 tomorrow",
    ],
)
def test_what_was_never_in_this_till_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount", "way"),
    [
        ("у них сьогодні купили муфти 870", 870, OUT),
        ("the shop sold 8 700 today", 8700, IN),
        ("they took 500 today for the delivery", 500, OUT),
        ("cash takings at close 9 310", 9310, IN),
        ("недостача 20", 20, OUT),
        ("банк списав 50 комісії", 50, OUT),
        ("термінал 6 400, готівкою 2 000", 2000, IN),
        ("дед принес 500 за то что в долг брал", 500, IN),
        ("Семенюк доніс решту боргу за радіатори 600", 600, IN),
        ("Олексієнко заплатив 4 200, ще 800 боргу", 4200, IN),
        ("позичила касі своїх 1000 до завтра", 1000, IN),
    ],
)
def test_what_was_stays_an_entry(read: Read, text: str, amount: int, way: CashDirection) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.amount.minor, draft.direction) == (amount * 100, way)


@pytest.mark.parametrize(
    "text",
    [
        "продажі 5400, повернень 0",
        "продажі 5400, 0 повернень",
        "sales 5400, refunds zero",
        "готівка 5400, повернень нуль",
        "продажи 5400, возвратов ноль",
    ],
)
def test_what_there_was_none_of_is_left_out(read: Read, text: str) -> None:
    assert_moved(read(text), [(5400, IN, SALE)])


@pytest.mark.parametrize("text", ["courier 0", "в кассе опять разница", "в касі знову різниця"])
def test_a_sum_that_is_not_told_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("клієнт доплатив різницю 300 за більший котел", IN, SALE),
        ("клиент доплатил разницу 300", IN, SALE),
        ("customer paid the difference 300", IN, SALE),
        ("повернула різницю 300 клієнту", OUT, REFUND),
        ("вернули разницу 300", OUT, REFUND),
        ("взял дешевле, разница ему 300", OUT, REFUND),
        ("різниця каси 20", OUT, SHORTAGE),
    ],
)
def test_a_difference_goes_the_way_that_is_told(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


@pytest.mark.parametrize(
    "text",
    [
        "різниця 300",
        "доплатила різницю 300",
        "Bondar 2600 cash",
        "Бондаренко готівка 2600",
        "вчора Бондар 2600 готівка",
        "Bondar, 2600 cash",
    ],
)
def test_a_sum_that_nothing_is_told_of_is_asked(read: Read, text: str) -> None:
    assert isinstance(read(text), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "Кравець віддав борг за насос",
        "Bondar paid his debt for the boiler",
        "Хома вернул долг за трубу",
    ],
)
def test_a_debt_that_somebody_settled_lacks_its_sum(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert reading.missing == (Missing.AMOUNT,)


@pytest.mark.parametrize(
    "text",
    [
        "wrong surname in that one, it was Hryn",
        "surname was wrong, Hryn",
        "the last two are duplicates",
        "that's a duplicate, drop it",
        "ті дві записи однакові, залиш одну",
        "эти записи дублируются",
    ],
)
def test_a_name_or_an_entry_too_many_is_put_right(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    "text",
    [
        "Cash 7.800 Romanenko, 2533",
        "нал 7 800 Романенко, 2533",
        "Романенко 2533, 7 800",
        "2533, Романенко, 7 800",
        "Романенко, котел 7 800, 2533",
        "передоплата 7 800 Романенко 2533",
        "Романенко доплатив 7 800 і забрав котел, 2533",
        "Romanenko picked up the boiler, 2533, paid 7 800 cash",
    ],
)
def test_a_bare_figure_beside_a_buyer_is_his_order(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.order_reference) == (IN, "2533")
    assert not draft.is_confident


@pytest.mark.parametrize("text", ["зп Ірина 5 000, Оля 4851", "таксі Олег 1 200, 1233"])
def test_a_figure_of_another_payment_is_no_order(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Understood)
    assert len(drafts_of(reading)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "кур'єр привіз 4 200 за замовлення 3310, собі взяв 150",
        "курьер привёз 4 200, себе взял 150",
        "courier brought 4 200, took 150 for himself",
        "Олег привіз 4 200 від клієнта, 150 собі",
    ],
)
def test_what_somebody_kept_of_what_he_brought_is_no_movement(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.amount.minor, draft.direction, draft.is_confident) == (420_000, IN, False)


def test_what_an_owner_took_of_what_he_brought_is_his(read: Read) -> None:
    drafts = drafts_of(read("директор привіз 4 200, собі взяв 150"))
    assert [each.direction for each in drafts] == [IN, OUT]
