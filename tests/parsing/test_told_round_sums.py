"""What is told round a sum: a receipt that was found, the rest to come, who bought, who erred."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, NotAnEntry, Reading
from tests.parsing.drafts import amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, PREPAID = CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT
GOODS, HOUSEHOLD = CashCategory.SUPPLIER_GOODS, CashCategory.OFFICE_HOUSEHOLD
SALARY, SURPLUS = CashCategory.SALARY, CashCategory.CASH_SURPLUS


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("5 days ago bought bin bags 95, just found the slip", 95, HOUSEHOLD),
        ("found the missing receipt, 350 for coffee yesterday", 350, HOUSEHOLD),
        ("позавчора купила скотч, 75, чек аж зараз знайшла", 75, CashCategory.PACKAGING_SUPPLIES),
        ("нашла чек, три дня назад брала бензин 900", 900, CashCategory.FUEL_TRANSPORT),
        ("chek znaishla, vchora benzyn 800", 800, CashCategory.FUEL_TRANSPORT),
        ("знайшла в кишені чек за бензин на 1 100", 1100, CashCategory.FUEL_TRANSPORT),
        ("found 3 receipts: coffee 120", 120, HOUSEHOLD),
    ],
)
def test_a_receipt_that_was_found_is_no_money_found(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    assert_moved(read(text), [(amount, OUT, category)])


@pytest.mark.parametrize("text", ["found 50 under the counter", "нашла в кассе лишние 50"])
def test_money_that_was_found_is_over(read: Read, text: str) -> None:
    assert_moved(read(text), [(50, IN, SURPLUS)])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("wages: Oleh 9000, Ira 8500. Plus 240 for soap", (240, OUT, HOUSEHOLD)),
        ("зарплата: Оля 9 000, Ігор 8 500. Ще 240 за миючі засоби", (240, OUT, HOUSEHOLD)),
        ("зарплата: Рита 9 000, Влад 8 500, плюс 240 на воду", (240, OUT, HOUSEHOLD)),
        ("wages: Nina 9000, Yurii 8500; and 500 to the cleaner", (500, OUT, SALARY)),
        ("wages: Ira 9000, Lev 8500, bonus 500", (500, OUT, SALARY)),
    ],
)
def test_what_is_added_to_wages_is_its_own_where_it_names_nobody(
    read: Read, text: str, last: tuple[int, CashDirection, CashCategory]
) -> None:
    assert_moved(read(text), [(9000, OUT, SALARY), (8500, OUT, SALARY), last])


@pytest.mark.parametrize(
    ("text", "name", "order"),
    [
        ("100 євро і 3 000 грн від Гнатюка, передоплата за замовлення 2714", "Гнатюка", "2714"),
        ("$300 и 5 000 грн от Кравченко, предоплата по заказу 2630", "Кравченко", "2630"),
        ("50 euro and 1200 uah from Bondar, order 2544 deposit", "Bondar", "2544"),
        ("Лисенко дав $100 і 2 500 грн, замовлення 2801 завдаток", "Лисенко", "2801"),
        ("Kravchenko deposit: $250 + 3 000 UAH, order 2818", "Kravchenko", "2818"),
    ],
)
def test_one_payment_in_two_currencies_is_of_one_customer(
    read: Read, text: str, name: str, order: str
) -> None:
    drafts = drafts_of(read(text))
    told = [(each.counterparty, each.order_reference, each.category) for each in drafts]
    assert told == [(name, order, PREPAID)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "там не Оля, а Олена",
        "не Сидорчук, а Сидоренко",
        "Павло, а не Петро",
        "it's not Iryna, it's Inna",
        "no, it's Pavlo",
        "та ні, то позавчора було",
        "ні-ні, то в понеділок було",
        "не сегодня, а вчера",
        "нет-нет, это позавчера было",
    ],
)
def test_a_bare_contradiction_is_of_what_was_told_before(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ой, то не Гнатюк, то Гнатенко", "Гнатенко"),
        ("no it's Pavlo", "Pavlo"),
        ("to ne Ivan, a Ivanenko", "Ivanenko"),
    ],
)
def test_who_it_was_is_told_and_not_who_it_was_not(read: Read, text: str, name: str) -> None:
    reading = read(text)
    assert isinstance(reading, Correction)
    assert reading.change.counterparty == name


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Бойко дав 10 000 за котел, решту 4 000 потім", 10000),
        ("Сидоренко оставил 5 000 за насос, остаток 2 300 завтра", 5000),
        ("client paid 500, the rest 300 later", 500),
        ("paid half of the sign 4 000, rest 4 000 when done", 4000),
        ("задаток 2 000 за душову, остальное потом 6 000", 2000),
        ("заплатила за рекламу 2 000, остальные 1 500 после праздников", 2000),
        ("paid Ihor 2 000 for the install, the remaining 900 later", 2000),
    ],
)
def test_the_rest_that_comes_later_did_not_move(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize("text", ["решту 900 потім", "остальные 900 завтра"])
def test_nothing_but_the_rest_to_come_is_no_entry(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


def test_what_is_left_after_shopping_came_back(read: Read) -> None:
    assert amounts_of(read("залишок 300 після ринку повернув")) == [300]


def test_the_rest_that_was_taken_moved(read: Read) -> None:
    assert amounts_of(read("решту 900 за котел отримала")) == [900]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kravets radiators: list price 8 000, 5% off, took 7 600", "Kravets"),
        ("Hnatiuk boiler: full price 8 000, paid 7 600", "Hnatiuk"),
        ("Гнатюк насос: по прайсу 8 000, взяла 7 600", "Гнатюк"),
        ("Кравец бойлер: цена 8 000, скидка 5%, взяла 7 600", "Кравец"),
        ("пан Левченко радіатори 3 шт: ціна 8 000, заплатив 7 600", "Левченко"),
        ("Kravets pump - list price 8 000, 5% off, took 7 600", "Kravets"),
    ],
)
def test_a_family_name_ahead_of_goods_bought_them(read: Read, text: str, name: str) -> None:
    reading = read(text)
    assert_moved(reading, [(7600, IN, SALE)])
    assert only(reading).counterparty == name


@pytest.mark.parametrize(
    "text",
    [
        "на базарі огірки по 120, здуріли зовсім",
        "помидоры по 90, ужас",
        "трубы по 320 за метр, совсем озверели",
        "tomatoes at 140 a kilo, daylight robbery",
    ],
)
def test_a_price_that_is_cried_out_at_was_not_paid(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


def test_what_is_given_back_under_a_name_went_out(read: Read) -> None:
    reading = read("Sydorenko boiler: gave 500 back")
    assert_moved(reading, [(500, OUT, CashCategory.CUSTOMER_REFUND)])


def test_what_was_bought_was_paid_however_dear(read: Read) -> None:
    assert amounts_of(read("купили лампочки по 45, жах")) == [45]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Sanplast drop-off, delivery note 5521, 8 240 cash", "Sanplast"),
        ("доставка Аквасвіт, накладна 5521, заплатила 8 240", "Аквасвіт"),
        ("доставка от Термопласт, накладная 771, отдала 8 240", "Термопласт"),
    ],
)
def test_what_a_firm_delivered_with_a_waybill_is_goods(read: Read, text: str, firm: str) -> None:
    reading = read(text)
    assert_moved(reading, [(8240, OUT, GOODS)])
    assert only(reading).counterparty == firm


def test_a_carrier_with_a_waybill_carried(read: Read) -> None:
    reading = read("Укрпошта доставка, накладна 5520, 96")
    assert_moved(reading, [(96, OUT, CashCategory.DELIVERY)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("взяла в Гнатюка 3 400 за насос", "Гнатюка"),
        ("отримала в Савчука 3 400 за радіатори", "Савчука"),
        ("взяла в Мельника 3 400 за кран", "Мельника"),
    ],
)
def test_from_whom_it_was_taken_is_no_place(read: Read, text: str, name: str) -> None:
    reading = read(text)
    assert_moved(reading, [(3400, IN, SALE)])
    assert only(reading).counterparty == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("зробили знижку Марченку на котел, заплатив 1 150", "Марченку"),
        ("дала скидку Оксане на смеситель, отдала 1 150", "Оксане"),
        ("gave Adelina a discount on the taps, paid 1 150", "Adelina"),
        ("клієнтці знижка, заплатила 1 150", None),
    ],
)
def test_who_got_a_discount_and_paid_bought(read: Read, text: str, name: str | None) -> None:
    reading = read(text)
    assert_moved(reading, [(1150, IN, SALE)])
    assert only(reading).counterparty == name


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("нам зробили знижку на папір, заплатила 380", HOUSEHOLD),
        ("постачальник зробив знижку, заплатили 380", GOODS),
        ("got a discount on paper, paid 380", HOUSEHOLD),
    ],
)
def test_a_discount_that_we_got_is_spent(read: Read, text: str, category: CashCategory) -> None:
    assert_moved(read(text), [(380, OUT, category)])
