"""What is jotted down in short is read as the long form would be."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from ledger.cash import CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Correction, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import drafts_of

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


def told(draft: CashDraft) -> tuple[CashDirection | None, Decimal | None, str | None]:
    amount = None if draft.amount is None else draft.amount.to_decimal()
    return draft.direction, amount, draft.order_reference


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 3 300 pump", (IN, Decimal(3300), None)),
        ("out 75 drinking water", (OUT, Decimal(75), None)),
        ("advance 2 Petro 1500", (OUT, Decimal(1500), None)),
        ("gave Olha her 2 400 back, 5512 was the order number", (OUT, Decimal(2400), "5512")),
        ("3350 — це номер замовлення, повернула Ользі 900", (OUT, Decimal(900), "3350")),
        ("прийняла завдаток 1500 під замовлення 3312", (IN, Decimal(1500), "3312")),
        ("внесла предоплату 2000 под заказ 7134", (IN, Decimal(2000), "7134")),
        ("накл 44-10233, перевізнику віддала 480", (OUT, Decimal(480), None)),
        ("1,8к Эдику, запускал каскад 3х50 кВт", (OUT, Decimal(1800), None)),
        ("с пятисотки вернула покупателю сто сорок: сифон", (IN, Decimal(360), None)),
        ("клієнт завіз назад три зайві крани, повернула йому 1 200", (OUT, Decimal(1200), None)),
        ("One thousand one hundred sixty for diesel", (OUT, Decimal(1160), None)),
        ("6 valves x 150 = 900, minus 100 discount, paid in cash", (IN, Decimal(800), None)),
    ],
)
def test_short_forms_are_one_entry(
    read: Read,
    text: str,
    expected: tuple[CashDirection, Decimal, str | None],
) -> None:
    assert [told(draft) for draft in drafts_of(read(text))] == [expected]


def test_two_currencies_are_not_added_up(read: Read) -> None:
    found = drafts_of(read("customer gave 100 euro plus 500 hryvnia for a towel rail"))
    assert [str(draft.amount) for draft in found] == ["100.00 EUR", "500.00 UAH"]


@pytest.mark.parametrize(
    "text",
    [
        "sold a mixer and gave 150 change",
        "продала кран і дала 60 решти",
        "продал насос и дал 200 сдачи",
    ],
)
def test_change_alone_says_not_what_was_paid(read: Read, text: str) -> None:
    assert isinstance(read(text), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "almost paid 900 to a fake courier",
        "мало не віддала 500 шахраю",
        "чуть не отдала 800 мошеннику",
        "в начале смены в ящике 1 920",
    ],
)
def test_what_nearly_happened_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


def test_the_other_way_puts_an_entry_right(read: Read) -> None:
    assert isinstance(read("that last one was out, not in"), Correction)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("приїхав, купив сифон за 210", IN),
        ("кто-то купил гофру, 95", IN),
        ("видано Петренку аванс 2 000", OUT),
        ("для хозяина выдано 4000", OUT),
    ],
)
def test_who_came_bought_and_what_is_handed_out_left(
    read: Read, text: str, way: CashDirection
) -> None:
    assert [draft.direction for draft in drafts_of(read(text))] == [way]


@pytest.mark.parametrize("text", ["then 240 out\ncoffee", "sold 240 out\n\ncoffee"])
def test_a_line_that_ends_in_a_word_that_looks_ahead_is_read(read: Read, text: str) -> None:
    assert [draft.amount for draft in drafts_of(read(text))] == [Money(240_00, "UAH")]
