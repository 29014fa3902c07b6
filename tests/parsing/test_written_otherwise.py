"""What is written otherwise: hyphened numbers, days from the day up, sections, plates, mileage."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("courier seventy-five", 75),
        ("paid the courier two hundred fifty-five", 255),
        ("courier two hundred and fifty-five", 255),
        ("sold a pump, thirty-two hundred", 3200),
        ("twenty-five hundred in for the pump", 2500),
    ],
)
def test_numbers_joined_by_dashes_are_whole(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    ["18-05-2026 кур'єр 350", "2026.05.18 кур'єр 350", "2026-05-18 courier 350"],
)
def test_a_day_may_be_written_from_either_end(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.booked_on == dt.date(2026, 5, 18)
    assert amounts_of(read(text)) == [350]


@pytest.mark.parametrize(
    "text",
    [
        "Прихід:\nкран 420\nнасос 3200\nВитрата:\nкур'єр 350",
        "Приход\nкран 420\nнасос 3200\nРасход\nкурьер 350",
        "Income:\nvalve 420\npump 3200\nExpenses:\ncourier 350",
    ],
)
def test_a_heading_holds_for_all_lines_below_it(read: Read, text: str) -> None:
    ways = [(each.direction, each.amount) for each in drafts_of(read(text))]
    assert [way for way, _ in ways] == [IN, IN, OUT]
    assert amounts_of(read(text)) == [420, 3200, 350]


@pytest.mark.parametrize(
    "text",
    [
        "пробіг на газелі 214 000, скоро ТО",
        "mileage on the van is 214 000, service soon",
        "машина ВВ 4455 перегородила в'їзд",
        "Нова пошта: посилка 20450712345678 у відділенні 12",
        "посылка пришла, отделение 7, заберите",
        "клієнт скинув на монобанк 1500",
    ],
)
def test_figures_of_cars_branches_and_banks_are_no_cash(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "продала насос десь за 3200",
        "продала насос тисячі за три",
        "sold the pump for over 3000",
        "курьеру сколько-то дала",
    ],
)
def test_a_sum_of_which_only_about_how_much_is_told_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    "text",
    [
        "кур'єру було 530 а не 350",
        "fix: 530",
        "заміни 350 на 530",
        "там де кур'єр 350 має бути 530",
        "it was order 2719 not 2791",
        "sorry, wrong, courier 530",
    ],
)
def test_an_entry_is_put_right_in_many_words(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


def test_a_figure_behind_a_customer_is_his_order(read: Read) -> None:
    draft = only(read("повернула клієнту 2719 завдаток 1000"))
    assert (draft.direction, draft.category) == (OUT, CashCategory.CUSTOMER_REFUND)
    assert draft.order_reference == "2719"


def test_of_a_price_what_was_paid_now_is_cash_where_the_rest_goes_by_card(read: Read) -> None:
    reading = read("котел 42000, 10000 зараз, решту на карту")
    assert (only(reading).direction, amounts_of(reading)) == (IN, [10000])


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("note courier three hundred fifty full stop", 350),
        ("note the following comma courier three hundred fifty", 350),
        ("курьеру триста пятьдесят точка", 350),
        ("on the fifteenth courier three hundred fifty", 350),
    ],
)
def test_signs_may_be_dictated(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.DELIVERY)
    assert amounts_of(read(text)) == [amount]


def test_three_in_latin_letters_is_no_lira(read: Read) -> None:
    draft = only(read("try tysyachi dvisti za nasos vid Kovalenka"))
    assert str(draft.amount) == "3200.00 UAH"


@pytest.mark.parametrize(
    "text",
    [
        "let Olha pay the courier 350",
        "if Melnyk comes, take 4000",
        "нехай Оля заплатить кур'єру 350",
    ],
)
def test_what_somebody_is_to_do_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    ["то ж не росход був, а приход", "це не витрата, а прихід", "это не расход, а приход"],
)
def test_a_way_that_is_denied_is_put_right(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


def test_a_weekday_may_be_cut_short(read: Read) -> None:
    draft = only(read("Tues's delivery: hired van 1 100"))
    assert draft.booked_on == dt.date(2026, 5, 19)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("такси до Шевченка 14 180 грн", 180),
        ("доставка на Хрещатик 22 кв 14 350", 350),
        ("таксі до Києва 1 200", 1200),
        ("здачу дала 40 з тисячі, кран 960", 960),
    ],
)
def test_a_house_a_flat_and_change_are_no_price(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
