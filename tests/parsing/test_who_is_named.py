"""Who is named beside a telephone, a firm's form or a heading, and what names nobody."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
PREPAID, ADVANCE = CashCategory.CUSTOMER_PREPAYMENT, CashCategory.SALARY_ADVANCE
GOODS, RENT = CashCategory.SUPPLIER_GOODS, CashCategory.RENT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Акварис ТОВ, тройники, накладна 118, віддали 3 400", "Акварис"),
        ("Тэрмик ЧП: муфты 900", "Тэрмик"),
        ("Aquapol LLC, valves 900, paid", "Aquapol"),
        ("Шпаклевка ООО Термик 900", "Термик"),
        ("тов інсталла муфти 6830", "інсталла"),
        ("Prepaid: Kravets, 067 555 12 34, 1500 for a gas column", "Kravets"),
        ("Передоплата: Гонта, замовлення 3318, 2000", "Гонта"),
        ("Предоплата: Кравец, 2000, заказ 3301", "Кравец"),
        ("Refund: Kravets, 1500", "Kravets"),
        ("Хома, 0675551234, предоплата 2000", "Хома"),
        ("kurieru 120, Vasylku na benzyn 300", "Vasylku"),
        ("dala Nini 350 za prybyrannia", "Nini"),
    ],
)
def test_signs_beside_a_word_say_that_it_names_somebody(read: Read, text: str, name: str) -> None:
    assert drafts_of(read(text))[-1].counterparty == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Жовтнева оренда, пані Леся: 11 000", "Леся"),
        ("Травнева оренда 11 000", None),
        ("Январская аренда 12 000", None),
        ("Lystopadova orenda 11 000", None),
    ],
)
def test_a_month_as_an_adjective_is_nobody(read: Read, text: str, name: str | None) -> None:
    draft = only(read(text))
    assert (draft.category, draft.counterparty) == (RENT, name)


@pytest.mark.parametrize(
    "text",
    ["Fatynu na benzyn 400, Prepaid: boiler, 2000", "Refund: Valve, 1500", "Benzynu na 400"],
)
def test_a_thing_is_nobody(read: Read, text: str) -> None:
    assert drafts_of(read(text))[-1].counterparty is None


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("Аванс: Гонта, 0675551234, 2000", IN, PREPAID),
        ("Олег +380675551234 аванс 2000", IN, PREPAID),
        ("Олегу +380675551234 аванс 2000", OUT, ADVANCE),
        ("кур'єр Гонта, 0675551234, аванс 200", OUT, ADVANCE),
        ("дала аванс Олегу 0675551234 500", OUT, ADVANCE),
    ],
)
def test_an_advance_beside_a_telephone_is_a_customers(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


@pytest.mark.parametrize(
    "text",
    [
        "Гидросервис, муфты, отдали 6 830",
        "Тепломір ТОВ, насоси і крани, віддала 12 000",
        "Акватерм: муфти і крани, віддали 3 400",
    ],
)
def test_a_firm_that_heads_its_goods_was_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.is_confident) == (OUT, GOODS, True)
