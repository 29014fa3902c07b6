"""Suppliers by name, cash on delivery, change, mending, tips out of a sum, hours, other tills."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import Moved, amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
GOODS, SALE = CashCategory.SUPPLIER_GOODS, CashCategory.SALE_CASH
UPKEEP, WORK = CashCategory.REPAIRS_MAINTENANCE, CashCategory.INSTALLER_SERVICES
PAY, WATER, FUEL = CashCategory.SALARY, CashCategory.UTILITIES, CashCategory.FUEL_TRANSPORT


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("supplier Tkachenko, pipes 14 260", "Tkachenko"),
        ("постачальник Ткаченко, труби 14260", "Ткаченко"),
        ("поставщик Иванов, муфты 3000", "Иванов"),
        ("постачальник Водолій, муфти 1420", "Водолій"),
        ("Термосвіт ТОВ — муфти і льон, 2 367", "Термосвіт"),
        ("Dyhtulych LLC - gaskets 2367", "Dyhtulych"),
        ("Коваль ФОП 2300 за муфти", "Коваль"),
        ("supplier Aqua, cash on delivery 900", "Aqua"),
        ("Ткачу наперед за труби 4000", "Ткачу"),
        ("Ткачу вперёд за трубы 4000", "Ткачу"),
    ],
)
def test_who_supplies_is_paid(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (OUT, GOODS, who)


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("Ткач наперед за труби 4000", IN, CashCategory.CUSTOMER_PREPAYMENT),
        ("продала Термосвіт ТОВ труби 4500", IN, SALE),
        ("customer Tkachenko, pipes 300", IN, SALE),
        ("paid 780 cash on delivery at the post office", OUT, GOODS),
        ("заплатила накладений платіж на пошті 780", OUT, GOODS),
        ("новапошта видала накладений платіж 780", IN, SALE),
        ("здала в касу офісу 2500", OUT, CashCategory.DESK_TRANSFER),
        ("передала на касу складу 2 500", OUT, CashCategory.DESK_TRANSFER),
        ("мішки для мусора 110", OUT, CashCategory.OFFICE_HOUSEHOLD),
        ("Термосвіт ТОВ забрав кран 4500", IN, SALE),
        ("задаток Ткачу за труби 4000", OUT, GOODS),
        ("завдаток від Ткача за труби 4000", IN, CashCategory.CUSTOMER_PREPAYMENT),
        ("Марті наперед за зміну 600", OUT, CashCategory.SALARY_ADVANCE),
        ("завдаток за оренду 12000", OUT, CashCategory.RENT),
        ("предоплата за рекламу 900", OUT, CashCategory.ADVERTISING),
        ("prepaid the internet 350", OUT, CashCategory.PHONE_INTERNET),
        ("аванс за бензин 500", OUT, FUEL),
        ("заплатила вперед за воду 90", OUT, CashCategory.OFFICE_HOUSEHOLD),
        ("предоплата за доставку 300", IN, CashCategory.CUSTOMER_PREPAYMENT),
        ("від Коваля завдаток за оренду перфоратора 500", IN, CashCategory.OTHER_INCOME),
        ("повернули борг клієнту 500", OUT, CashCategory.CUSTOMER_REFUND),
        ("клієнти повернули борг 500", IN, SALE),
        ("повернула Ткачу борг 500", OUT, CashCategory.OTHER_EXPENSE),
    ],
)
def test_which_way_it_went_and_what_for(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


@pytest.mark.parametrize(
    "text", ["накладений платіж 780", "client paid cod at the post office 780"]
)
def test_cash_on_delivery_alone_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.DIRECTION in reading.missing


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Мельник наконец закрыл долг за трубы, 2 600", "Мельник"),
        ("Ткач нарешті закрив борг за труби 2600", "Ткач"),
        ("Melnyk finally paid off his debt for pipes 2600", "Melnyk"),
        ("Коваль вчора доплатив 500 за котел", "Коваль"),
    ],
)
def test_a_name_is_known_before_at_last(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.counterparty) == (IN, who)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("дід дав 1000 за кран решти віддала 385", 615),
        ("дед дал 1000 за кран сдачи отдала 385", 615),
        ("man gave 1000 for a tap change gave back 385", 615),
        ("баба дала 500 за лампочку здачі дала 120", 380),
    ],
)
def test_change_is_known_behind_its_verb(read: Read, text: str, amount: int) -> None:
    reading = read(text)
    assert amounts_of(reading) == [amount]
    assert only(reading).direction is IN


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("соседу дала 350 чтобы починил кран", UPKEEP),
        ("дали 900 Івану щоб полагодив ворота", UPKEEP),
        ("кран потік, сантехніку сусідньому дала 350 шоб починив", WORK),
    ],
)
def test_what_is_paid_to_mend_is_no_sale(read: Read, text: str, category: CashCategory) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


def test_a_customer_who_pays_to_have_it_mended_buys(read: Read) -> None:
    assert only(read("клієнт дав 350 щоб починили кран")).direction is IN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("зп Олегу 5000 плюс 300 за воду", [(5000, OUT, PAY), (300, OUT, WATER)]),
        ("Олегу зарплата 5000 і плюс 200 за бензин", [(5000, OUT, PAY), (200, OUT, FUEL)]),
        (
            "зарплата:\nОлег 5000\nМарта 4500\nплюс 300 за воду",
            [(5000, OUT, PAY), (4500, OUT, PAY), (300, OUT, WATER)],
        ),
        ("rent 5000 plus 200 for power", [(5000, OUT, CashCategory.RENT), (200, OUT, WATER)]),
        ("зарплата Олегу 5000 плюс 300 премія", [(5300, OUT, PAY)]),
        ("taxi 220 plus 30 tip", [(250, OUT, FUEL)]),
    ],
)
def test_a_plus_before_another_expense_adds_nothing(
    read: Read, text: str, told: list[Moved]
) -> None:
    assert_moved(read(text), told)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("courier 260, tips 60 out of the 260", [260]),
        ("кур'єр 260, чайові 60 з тих 260", [260]),
        ("courier 260, 60 of those 260 tips", [260]),
        ("courier 260, tips 60", [260, 60]),
    ],
)
def test_a_tip_out_of_a_sum_is_no_sum_of_its_own(
    read: Read, text: str, amounts: list[int]
) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize("text", ["tips 60 out of the 260", "чаевые 60 из 260"])
def test_a_tip_out_of_what_was_not_told_is_read_back(read: Read, text: str) -> None:
    assert Missing.AMOUNT in drafts_of(read(text))[0].doubts


@pytest.mark.parametrize(
    "text",
    [
        "2614 is being delivered thursday between 10 and 12",
        "2614 доставляють у четвер між 10 і 12",
        "девочки, кому чай?",
        "хто буде каву",
        "girls, who wants tea",
    ],
)
def test_appointments_and_treats_are_no_entries(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("грузчики в четверг с 10 до 12, 300", [300]),
        ("courier came thursday between 10 and 12, gave 300", [300]),
        ("pump being delivered, paid the courier 300", [300]),
    ],
)
def test_hours_are_no_sums(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "paid the guys",
        "paid the workers today",
        "поставщику остаток долга отдала",
        "доплатила постачальнику залишок",
    ],
)
def test_who_is_told_to_be_paid_without_a_sum_is_asked_for_it(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    "text",
    [
        "та сума була за інше замовлення",
        "эта сумма была за другой заказ",
        "ті гроші були від іншого клієнта",
    ],
)
def test_a_sum_for_another_order_puts_right(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    "text",
    [
        "the supplier got 4 000",
        "our supplier got 4 000 for pipes",
        "supplier Heatline collected 4 000",
        "постачальник отримав 4 000 за труби",
        "постачальник Кліматек отримав від нас 4 000",
        "поставщик получил наличкой 4 000",
    ],
)
def test_a_supplier_who_got_money_was_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.SUPPLIER_GOODS)


def test_what_is_got_from_a_supplier_comes_in(read: Read) -> None:
    assert only(read("отримали від постачальника 4 000 за брак")).direction is IN


@pytest.mark.parametrize(
    "text",
    [
        "дала покупателю сдачу с тысячи, двести сорок, он взял сифон",
        "сдачи с 1000 дала 240, за сифон",
        "дала клієнту решту з 1000, двісті сорок, взяв сифон",
        "gave him change from a thousand, 240, he took a trap",
    ],
)
def test_change_behind_its_note_leaves_what_was_kept(read: Read, text: str) -> None:
    assert amounts_of(read(text)) == [760]
