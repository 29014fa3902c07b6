"""Numbers in groups, of parted orders, and those told as from one to another."""

import pytest

from reconciliation.evidence.references import Told, references
from reconciliation.records import Order
from tests.reconciliation.builders import line, matched, moment, order, pairs

ONE_CUSTOMER: dict[str, object] = {"phone": "+380671234567"}


def orders_of(*numbers: str) -> list[Order]:
    """Give orders of one customer, 100, 200 … each made within the same hour."""
    return [
        order(number, 100_00 * place, created_at=moment(f"10-01T12:{place:02}"), **ONE_CUSTOMER)
        for place, number in enumerate(numbers, start=1)
    ]


@pytest.mark.parametrize(
    ("number", "beside", "text"),
    [
        ("26-0518", "26-0519", "Оплата за рах. 26-0518 від 01.10.2026"),
        ("26-0518", "26-0519", "рах. №0518"),
        ("26-0518", "26-0519", "26/0518"),
        ("26-0518", "25-0518", "зам 26-0518"),
        ("2026/0518", "2026/0519", "рах. №518"),
        ("2026/0518", "2026/0519", "зам 2026-0518"),
        ("ТД00-000518", "ТД00-000519", "ТД00-000518"),
        ("ТД00-000518", "ТД00-000519", "Оплата згідно рахунку ТД00-000518"),
        ("27518-2", "27518-1", "Оплата за рах. 27518-2"),
        ("27518-2", "27518-1", "рах. №27518/2"),
        ("27518-2", "27518", "замовлення 27518-2"),
        ("26-4071-2", "26-4071-1", "зам 26-4071-2"),
    ],
)
def test_a_number_in_groups_is_read_whole_or_by_its_longest(
    number: str, beside: str, text: str
) -> None:
    meant, other = order(number, 1_000_00), order(beside, 1_000_00)
    part = line(700_00, text, counterparty="Сидорчук Ольга Петрівна")
    assert pairs(matched(meant, other, part)) == {(meant.key, part.key)}


def test_an_attempt_told_after_a_number_is_none_of_it() -> None:
    wanted, other = order("27518"), order("27519")
    paid = line(100_00, "замовлення 27518-2")
    assert pairs(matched(wanted, other, paid)) == {(wanted.key, paid.key)}


def test_what_only_tells_a_parted_order_is_asked_unless_the_sum_tells_its_part() -> None:
    one, two = orders_of("27518-1", "27518-2")
    unclear, clear = line(50_00, "зам 27518"), line(200_00, "зам 27518")
    assert pairs(matched(one, two, unclear)) == set()
    assert pairs(matched(one, two, clear)) == {(two.key, clear.key)}


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        (("27518", "27519", "27520", "27521"), "Сплата за рахунками 27518-27521"),
        (("27518", "27519", "27520", "27521"), "рах. 27518 по 27521"),
        (("26-4071", "26-4072", "26-4073"), "За рахунками 26-4071...26-4073"),
        (("TD-4071", "TD-4072", "TD-4073"), "Invoices TD-4071 - TD-4073"),
        (("26-4071-1", "26-4071-2", "26-4071-3"), "26-4071"),
        (("26-4071-1", "26-4071-2", "26-4071-3"), "рах. 26-4071-1 - 26-4071-3"),
        (("27518", "27519", "27520", "27521", "27522", "27523"), "зам. 27518"),
    ],
)
def test_one_sum_pays_all_orders_from_one_number_to_another(
    numbers: tuple[str, ...], text: str
) -> None:
    made = orders_of(*numbers)
    paid = line(sum(each.total for each in made), text, counterparty="Сидорчук Ольга")
    other = order("27599", 9_999_00)
    assert pairs(matched(*made, other, paid)) == {(each.key, paid.key) for each in made}


@pytest.mark.parametrize("text", ["дог. 26-0518", "тел. 067-1234-567", "27521-27518", "24-25"])
def test_what_is_no_row_of_numbers_tells_none_between(text: str) -> None:
    spelled = {each.number for each in references(text) if each.told is Told.SPELLED}
    assert spelled.isdisjoint({"27519", "27520", "260518", "25"})
