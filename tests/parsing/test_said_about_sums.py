"""What is said about a sum: that it was nearly so much, in which week, what is owed, what for."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Reading, Unclear, Understood
from tests.parsing.drafts import assert_moved, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, GOODS = CashCategory.SALE_CASH, CashCategory.SUPPLIER_GOODS
SALARY, FITTING = CashCategory.SALARY, CashCategory.INSTALLER_SERVICES
DESK, BANK = CashCategory.DESK_TRANSFER, CashCategory.BANK_DEPOSIT


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("вийшло під тисячу за скотч", Missing.AMOUNT),
        ("потратили под 1000 на пакеты", Missing.AMOUNT),
        ("на прошлой или позапрошлой неделе заплатила 400 за уборку", Missing.DATE),
        ("минулого або позаминулого тижня дала 400 за прибирання", Missing.DATE),
    ],
)
def test_nearly_and_one_of_two_weeks_are_asked(read: Read, text: str, missing: Missing) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert missing in reading.missing


@pytest.mark.parametrize("text", ["дала під розписку 1 150", "под заказ 2455 дали 1 150"])
def test_what_lies_under_something_is_no_nearly(read: Read, text: str) -> None:
    reading = read(text)
    assert not isinstance(reading, Unclear) or Missing.AMOUNT not in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("поставщик Вентбуд, за трубы 4400, 2400 отдала, остальное потом", 2400),
        ("за труби 5 200, постачальник Лемех, дала 3 000, решту винні", 3000),
        ("supplier Heatline, pipes 4400, paid 2400, the rest later", 2400),
    ],
)
def test_of_what_a_supplier_is_due_the_part_that_he_got_moved(
    read: Read, text: str, amount: int
) -> None:
    assert_moved(read(text), [(amount, OUT, GOODS)])


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("бойлер 38 000: пятнадцать налом, остальное картой", 15_000),
        ("котел 42 000: двадцять тисяч готівкою, решта карткою", 20_000),
        ("насос 4200: двести налом, остальное картой", 200),
    ],
)
def test_a_part_in_words_is_of_thousands_as_the_price_is(
    read: Read, text: str, amount: int
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == amount * 100
    assert (draft.direction, draft.category, draft.is_confident) == (IN, SALE, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("вчора прибрала Ніна Іванівна зал, дала їй 350", "Ніна Іванівна"),
        ("убрала Галина магазин, дала ей 350", "Галина"),
        ("Halyna cleaned the shop, gave her 350", "Halyna"),
    ],
)
def test_whoever_by_name_cleaned_the_shop_got_a_wage(read: Read, text: str, name: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (OUT, SALARY, name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gave Roman 500 to come and look at a leaking pump", (500, OUT, FITTING)),
        ("supplier Aquatech, collectors, paid 9 450", (9450, OUT, GOODS)),
        ("collectors came, gave them 20 000", (20_000, OUT, BANK)),
        ("передала на другу точку на Франка 3 000 розміну", (3000, OUT, DESK)),
        ("вчора о 18:00 продали насос Atton 25, 4 400 без знижки", (4400, IN, SALE)),
        ("Облэнерго по квитанции 1 264,80", (None, OUT, CashCategory.UTILITIES)),
        ("paid the single tax through the bank desk in cash, 1 902",
         (1902, OUT, CashCategory.TAXES_FEES)),
    ],
)  # fmt: skip
def test_what_is_said_beside_leaves_the_movement(
    read: Read, text: str, told: tuple[int | None, CashDirection, CashCategory]
) -> None:
    draft = only(read(text))
    amount, way, kind = told
    assert (draft.direction, draft.category) == (way, kind)
    assert draft.amount is not None
    assert draft.amount.minor == (126_480 if amount is None else amount * 100)


def test_a_refund_of_an_order_that_was_annulled_is_no_correction(read: Read) -> None:
    draft = only(read("Заказ 3117 аннулирован, вернула аванс 1 200 Савчуку"))
    assert (draft.direction, draft.category) == (OUT, CashCategory.CUSTOMER_REFUND)
    assert (draft.counterparty, draft.order_reference) == ("Савчуку", "3117")


@pytest.mark.parametrize(
    "text",
    [
        "кассу пересчитали, всего 12 300",
        "касу перерахували, всього 12 300",
        "opening at 9, float 1 200",
        "open at 10, float 800",
    ],
)
def test_a_till_that_was_counted_or_opens_moves_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


def test_a_float_that_was_fetched_did_move(read: Read) -> None:
    assert isinstance(read("took the float 800 from the safe at opening"), Understood)


def test_a_bonus_for_a_feast_is_of_each_who_is_named(read: Read) -> None:
    reading = read("премия Олегу 3 000 и Ване 2 000 к новому году")
    assert_moved(reading, [(3000, OUT, SALARY), (2000, OUT, SALARY)])


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("по предоплате 2719 заказчик забрал насос, доплата 2 340,50", "2719"),
        ("по передоплаті 3018 доплата за кран 1 200", "3018"),
        ("по передоплаті 3 000 доплатив 1 200", None),
    ],
)
def test_a_prepayment_may_be_named_by_its_order(read: Read, text: str, order: str | None) -> None:
    reading = read(text)
    drafts = getattr(reading, "drafts", ())
    assert {draft.order_reference for draft in drafts} == {order}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("тричі по 200 вантажникам", 600),
        ("дважды по 150 за такси", 300),
        ("twice 150 to the courier", 300),
        ("3 times 150 to the courier", 450),
    ],
)
def test_a_sum_counts_as_often_as_it_was_paid_to_be_confirmed(
    read: Read, text: str, amount: int
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.amount.minor, draft.is_confident) == (amount * 100, False)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("двічі їздив, 400 за бензин", 400),
        ("тричі дзвонив клієнт, приніс 900 за кран", 900),
        ("three times a week cleaner, 500", 500),
    ],
)
def test_how_often_something_else_was_counts_nothing(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == amount * 100
