"""Money that was lent, borrowed and given back, and debts that customers bring."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("borrowed 10k from Stepan to pay the supplier", "Stepan"),
        ("we borrowed 3 000 from Olena until Friday", "Olena"),
        ("Stepan lent us 4 000 for a week", "Stepan"),
        ("took a loan of 6 000 from Stepan", "Stepan"),
        ("Stepan paid back the loan, 2 000", "Stepan"),
        ("позичили у Богдана 4 000 на закупівлю", "Богдана"),
        ("Богдан позичив нам 4 000 до п'ятниці", "Богдан"),
        ("Богдан повернув позику 2 500", "Богдан"),
        ("взяли позику у Степана 6 000", "Степана"),
        ("Гена одолжил нам 500 баксов до понедельника", "Гена"),
        ("заняли у Гены 8 000 на товар", "Гены"),
        ("взяли в долг у Степана 6 000", "Степана"),
        ("Гена вернул займ 1 500", "Гена"),
    ],
)
def test_what_is_borrowed_or_brought_back_comes_in(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.OTHER_INCOME)
    assert draft.counterparty == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("lent Stepan 2 000 until Monday", "Stepan"),
        ("yesterday gave Stepan back 5 000 of the loan", "Stepan"),
        ("repaid Stepan 5 000 of the loan", "Stepan"),
        ("returned the loan to Olena 3 000", "Olena"),
        ("вчора віддали Богдану позику 200 доларів", "Богдану"),
        ("позичили Богдану 1 500 до вівторка", "Богдану"),
        ("повернули Богдану позику 3 000", "Богдану"),
        ("віддали Богдану борг 700", "Богдану"),
        ("Богдану віддали 2000 з позики", "Богдану"),
        ("Гене вернули 2 000 займа", "Гене"),
        ("одолжили Гене 1 000 до пятницы", "Гене"),
        ("вернули Гене заём 3 000", "Гене"),
        ("вернули займ Гене 2 500", "Гене"),
    ],
)
def test_what_is_lent_or_given_back_goes_out(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.OTHER_EXPENSE)
    assert draft.counterparty == who


@pytest.mark.parametrize(
    "text",
    [
        "вчера Вітьок оддав долг 1 300 за батарею",
        "Оля оддала борг 700 за фарбу",
        "Вітьок вернув долг 1 300 за батарею",
        "Витя отдал долг 900 за краску",
        "Vitya paid off his debt of 900 for the paint",
    ],
)
def test_a_debt_that_a_customer_brings_is_of_a_sale(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("borrowed a drill from Stepan, paid 200", OUT),
        ("Oleg lent me his van, fuel 500", OUT),
        ("позичив у сусіда дриль, дав 200", OUT),
        ("одолжил у соседа дрель, дал 200", OUT),
        ("занял у Коли 300 на бензин", IN),
        ("позичили в сусідів 1000 на розмін", IN),
    ],
)
def test_a_thing_that_was_lent_is_no_loan(read: Read, text: str, direction: CashDirection) -> None:
    assert only(read(text)).direction is direction


def test_another_till_lends_by_handing_over(read: Read) -> None:
    draft = only(read("the other branch lent us 2 500 in small notes"))
    assert (draft.direction, draft.category) == (IN, CashCategory.DESK_TRANSFER)


@pytest.mark.parametrize(
    ("text", "direction", "category"),
    [
        ("cashed up late yesterday: short by 20", OUT, CashCategory.CASH_SHORTAGE),
        ("mixed it up with the change, short 50", OUT, CashCategory.CASH_SHORTAGE),
        ("напутала со сдачей вчера, недостача 70", OUT, CashCategory.CASH_SHORTAGE),
        ("counted up yesterday, short 45", OUT, CashCategory.CASH_SHORTAGE),
        ("cashed up, over by 35", IN, CashCategory.CASH_SURPLUS),
        ("cashed up: 20 over", IN, CashCategory.CASH_SURPLUS),
        ("зняла касу вчора пізно: не вистачає 20", OUT, CashCategory.CASH_SHORTAGE),
        ("зняли касу: зайвих 25", IN, CashCategory.CASH_SURPLUS),
        ("сняла кассу вчера поздно: не хватает 20", OUT, CashCategory.CASH_SHORTAGE),
        ("сняли кассу, лишние 15", IN, CashCategory.CASH_SURPLUS),
    ],
)
def test_what_a_count_was_off_by_is_no_sale(
    read: Read, text: str, direction: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (direction, category)
