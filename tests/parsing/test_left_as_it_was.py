"""Prices of what nobody bought, notes exchanged for notes, and figures that are no sum."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory
from parsing.reading import Correction, NotAnEntry, Reading
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "the couple looked over the 8400 stove and left without buying",
        "customer examined the heater for 4 600, purchased nothing",
        "guy held the 980 tap for ten minutes but walked out with nothing",
        "жінка дивилась бойлер за 8 400, але нічого не купила",
        "клієнтка передумала, радіатор за 2 900 не забрала",
        "хлопець питав насос за 4 700 та пішов ні з чим",
        "покупатель развернулся и ушёл, насос за 3 600 не взял",
        "дед приценивался к крану 780, так и не купил",
        "broke a 500 into small change at the pharmacy next door",
        "changed a damaged 100 for a good one with the baker",
        "розмінялась на базарі, 500 по 50",
        "розбила 1000 дрібними у кав'ярні",
        "поменяла клиенту рваную 200 на две сотни",
        "разбил пятисотку на сотни у соседей",
    ],
)
def test_the_till_is_as_it_was(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("клієнт взяв насос за 3 600, шланг не взяв", 3600),
        ("чек не взял, за кран дал 560", 560),
        ("bought the drill for 1250, didn't take the case", 1250),
        ("changed the bulbs in the hall, 450", 450),
        ("got 500 change from the boss for the till, small notes", 500),
        ("раковина стоила 3200, уступила за 2900", 2900),
        ("кран коштував 780, поступилась за 700", 700),
        ("asked 4600 for the pump, he took it for 4300", 4300),
        ("ОККО 95-й 40 л 2 240", 2240),
        ("бензин АИ-92 15л 780", 780),
        ("водій взяв 1500 на коробки, купив на 1 260, решту приніс", 1260),
        ("курьер взял 800 на скотч, купил на 640, остальное вернул", 640),
    ],
)
def test_the_sum_that_moved(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "amount", "order"),
    [
        ("клієнт забрав 2419, дав 5 150", 5150, "2419"),
        ("Boyko collected 3316 and paid 7 200", 7200, "3316"),
        ("покупатель принёс 4600 за 3318", 4600, "3318"),
        ("5200 cash for 2477", 5200, "2477"),
        ("eight four hundred for the pump, order 1877 picked up", 8400, "1877"),
    ],
)
def test_an_order_and_its_sum(read: Read, text: str, amount: int, order: str) -> None:
    draft = only(read(text))
    assert amounts_of(read(text)) == [amount]
    assert draft.order_reference == order


@pytest.mark.parametrize(
    "text",
    [
        "single tax for the 3rd quarter 4100 cash",
        "єдиний податок за 2-й квартал 4100",
        "налог за 1-е полугодие 4100 наличкой",
    ],
)
def test_a_part_of_the_year_is_no_day(read: Read, text: str) -> None:
    draft, today = only(read(text)), only(read("податок 4100"))
    assert draft.booked_on == today.booked_on
    assert draft.category is CashCategory.TAXES_FEES


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Харьковводоканал 871,30", CashCategory.UTILITIES),
        ("Полтаваобленерго 1 930", CashCategory.UTILITIES),
        ("Kharkivvodokanal 640,20", CashCategory.UTILITIES),
        ("масло для генератора 420", CashCategory.REPAIRS_MAINTENANCE),
        ("oil for the generator 420", CashCategory.REPAIRS_MAINTENANCE),
        ("видла премію Вадиму за план 3000", CashCategory.SALARY),
        ("выдла премю Вадиму за план 3000", CashCategory.SALARY),
    ],
)
def test_what_it_was_for(read: Read, text: str, category: CashCategory) -> None:
    assert only(read(text)).category is category


@pytest.mark.parametrize(
    "text",
    ["нє, та сума була не така, поміняй", "сумма там не такая, измени", "that sum wasn't right"],
)
def test_a_sum_that_was_wrong_is_a_correction(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)
