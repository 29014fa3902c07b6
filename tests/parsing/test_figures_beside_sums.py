"""Figures beside sums: plates, sizes of pipe, orders, bounds, sums told in turn, roubles."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear, Understood
from tests.parsing.conftest import NOW
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("солярка 1 900 газель 3344", [1900]),
        ("diesel 2200 van 4471", [2200]),
        ("van 4471 diesel 2200", [2200]),
        ("заправка газелі 3344 900", [900]),
        ("заправка спринтера 4511 на ОККО 2 200 грн", [2200]),
        ("заправка газелі 1875 та мийка 250", [1875, 250]),
        ("масло на бус 1870, мийка 100", [1870, 100]),
        ("мийка 250 на бус 9081", [250]),
        ("солярка 1900, потім газель 1875", [1900, 1875]),
        ("бензин 500 газель 1000", [500, 1000]),
        ("заправка газель 1850", [1850]),
    ],
)
def test_four_odd_digits_behind_a_car_are_its_plate(
    read: Read, text: str, amounts: list[int]
) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1850 Термопласту за трубу 32", [1850]),
        ("продала трубу 25, 640 грн", [640]),
        ("640 за муфты 20", [640]),
        ("paid 1850 to Santehopt for pipe 32", [1850]),
        ("кран . 32 продала 450", [450]),
        ("клапан 50, кур'єр 200", [50, 200]),
        ("продала кран 400, хомут 20", [400, 20]),
    ],
)
def test_what_pipes_measure_is_no_sum(read: Read, text: str, amounts: list[int]) -> None:
    reading = read(text)
    assert amounts_of(reading) == amounts
    if len(amounts) == 1:
        assert isinstance(reading, Understood)
        assert Missing.AMOUNT in reading.drafts[0].doubts


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("за 2817 дали 2700, решту 5 000 перекажуть", "2817"),
        ("часть за 2817 дали наличкой 2700, остальные 5000 переведут", "2817"),
        ("part for 2817 paid cash 2700, remaining 5000 by transfer", "2817"),
        ("за муфти 2817, решту потім", None),
        ("оплата 2817 5200", "2817"),
    ],
)
def test_an_order_is_known_beside_what_is_left_to_pay(
    read: Read, text: str, order: str | None
) -> None:
    draft = only(read(text))
    assert draft.order_reference == order
    assert draft.direction is IN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("доставка 2817 150", [("2817", 150)]),
        ("fitter 2817 1600, loader 300", [("2817", 1600), (None, 300)]),
        (
            "за монтаж 2711 Степану 1600 і за бензин йому ж 200",
            [("2711", 1600), (None, 200)],
        ),
        ("courier 150, loader 400, both for 2801", [("2801", 150), ("2801", 400)]),
        ("курьер 150, грузчик 400, всё на 2801", [("2801", 150), ("2801", 400)]),
        ("вода 90, кава 60, все за 150", [(None, 90), (None, 60)]),
        ("зарплата 4851 9000", [(None, 4851), (None, 9000)]),
    ],
)
def test_an_order_is_known_before_its_sum_and_behind_all(
    read: Read, text: str, told: list[tuple[str | None, int]]
) -> None:
    reading = read(text)
    orders = [draft.order_reference for draft in drafts_of(reading)]
    assert list(zip(orders, amounts_of(reading), strict=True)) == told


@pytest.mark.parametrize(
    "text", ["мийка АА 4512 КК 250", "ва4512кк мийка 250", "мийка ВВ 4455 250"]
)
def test_letters_of_a_plate_name_nobody(read: Read, text: str) -> None:
    assert only(read(text)).counterparty is None


def test_an_order_that_only_its_part_tells_is_kept(read: Read) -> None:
    drafts = drafts_of(read("вчора: Кур'єр 130. Клієнт за 2477 дав 9000"))
    assert [draft.order_reference for draft in drafts] == [None, "2477"]


@pytest.mark.parametrize(
    "text",
    [
        "триста-триста п'ятдесят на воду",
        "сто-сто двадцять кур'єру",
        "сто двадцать-сто тридцать курьеру",
        "тисячу-тисячу двісті за бензин",
        "paid 300 to 350 for the courier",
        "two hundred to two hundred and fifty for water",
    ],
)
def test_bounds_that_begin_alike_are_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [("двадцять-п'ять за стаканчики", 25), ("тисячу-двісті за бензин", 1200)],
)
def test_a_dash_within_one_number_parts_nothing(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("courier & loader 150 + 400", [("delivery", 150), ("delivery", 400)]),
        ("такси + кофе 120 + 60", [("fuel_transport", 120), ("office_household", 60)]),
        ("rent and water 15000+300", [("rent", 15000), ("office_household", 300)]),
        ("кава, бензин: 120, 600", [("office_household", 120), ("fuel_transport", 600)]),
        ("courier 150 + 400", [("delivery", 550)]),
        ("courier and loader 550", [("delivery", 550)]),
    ],
)
def test_sums_in_a_row_are_of_what_stands_in_a_row(
    read: Read, text: str, told: list[tuple[str, int]]
) -> None:
    reading = read(text)
    assert amounts_of(reading) == [amount for _, amount in told]
    assert [draft.category for draft in drafts_of(reading)] == [
        CashCategory(category) for category, _ in told
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("зарплата Олегу і Марті 5000 і 4500", ["Олегу", "Марті"]),
        ("зарплата Оля, Іра, Таня 5000, 6000, 7000", ["Оля", "Іра", "Таня"]),
        ("Петренко і Коваль заплатили 3000 і 4500", ["Петренко", "Коваль"]),
    ],
)
def test_names_and_sums_in_a_row_go_together(read: Read, text: str, names: list[str]) -> None:
    assert [draft.counterparty for draft in drafts_of(read(text))] == names


@pytest.mark.parametrize(
    ("text", "amount"),
    [("оренда, бокс 7, 14 тис", 14000), ("диски та бур на десять, триста двадцять", 320)],
)
def test_a_number_of_a_thing_is_no_sum_of_a_row(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    ["замовлення 2455 і 2456: 3000 і 4000", "orders 2455 and 2456 3000 and 4000"],
)
def test_orders_and_sums_in_a_row_go_together(read: Read, text: str) -> None:
    reading = read(text)
    assert [draft.order_reference for draft in drafts_of(reading)] == ["2455", "2456"]
    assert amounts_of(reading) == [3000, 4000]


@pytest.mark.parametrize("text", ["курьер и грузчик 150/400", "кур'єр 150/400"])
def test_sums_with_a_slash_behind_people_are_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("кофе 120р", 120),
        ("заплатила 500р курьеру", 500),
        ("120руб кофе", 120),
        ("вода 1 200р.", 1200),
        ("аванс Оле 2000р", 2000),
        ("kuryer 150r", 150),
    ],
)
def test_hryvnias_are_called_roubles(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
    assert drafts_of(read(text))[0].direction is OUT


def test_few_roubles_are_read_back(read: Read) -> None:
    draft = only(read("кофе 35р"))
    assert draft.amount is not None
    assert Missing.AMOUNT in draft.doubts


@pytest.mark.parametrize(
    "text", ["2025р звіт", "he paid 900 through the app", "paid 900 via the bank app"]
)
def test_a_year_and_what_an_app_paid_are_no_cash(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry | Question)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("client paid 900 two hours later", 900),
        ("client paid 900 a week later", 900),
        ("paid the courier 300 an hr later", 300),
        ("заплатила кур'єру 300 пізніше", 300),
        ("later paid the courier 300", 300),
    ],
)
def test_what_was_done_later_is_done(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "category", "amount"),
    [
        ("оплатили рекламу на следующий месяц 900", CashCategory.ADVERTISING, 900),
        ("купила на завтра води 90", CashCategory.OFFICE_HOUSEHOLD, 90),
        ("bought water for tomorrow 90", CashCategory.OFFICE_HOUSEHOLD, 90),
        ("нічого не продали, кур'єр 150", CashCategory.DELIVERY, 150),
    ],
)
def test_what_was_paid_for_time_to_come_is_paid(
    read: Read, text: str, category: CashCategory, amount: int
) -> None:
    reading = read(text)
    assert amounts_of(reading) == [amount]
    assert only(reading).category is category


@pytest.mark.parametrize(
    "text",
    [
        "куплю на завтра води 90",
        "треба купити на завтра води 90",
        "will pay 900 two hours later",
        "rest 900 a week later",
        "owner dropped in to check the books",
        "взял кран 450 деньги позже",
        "client paid 500 now 400 later",
    ],
)
def test_what_is_to_be_done_later_or_a_call_is_not(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("owner dropped in, took 7k", [(OUT, 7000)]),
        ("the boss popped in and took 3000", [(OUT, 3000)]),
        ("owner dropped in, left 7000", [(IN, 7000)]),
        ("boss put in 8000 then took 3000 back", [(IN, 8000), (OUT, 3000)]),
        ("директор внес 8000, забрал обратно 3000", [(IN, 8000), (OUT, 3000)]),
        ("власник поклав 8000, взяли 900 за кран", [(IN, 8000), (IN, 900)]),
    ],
)
def test_who_drops_in_brings_nothing_by_it(
    read: Read, text: str, told: list[tuple[CashDirection, int]]
) -> None:
    reading = read(text)
    ways = [draft.direction for draft in drafts_of(reading)]
    assert list(zip(ways, amounts_of(reading), strict=True)) == told


@pytest.mark.parametrize("text", ["vcora kurjeru 120", "včora kurjeru 120", "kuryer 120 vcera"])
def test_a_hook_may_be_left_out_of_a_translit(read: Read, text: str) -> None:
    assert only(read(text)).booked_on == NOW.date() - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("продала 4 вентиля, 4х180", 720),
        ("продав 4 вентилі 4x180", 720),
        ("sold a radiator 22x500, 4 200", 4_200),
    ],
)
def test_a_count_and_its_price_written_as_a_size(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
