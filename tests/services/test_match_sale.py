"""Which sale a refund is of: what is clear, and what must be asked."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from services.advances.advance_ports import Sale
from services.cash.match_sale import Refund, candidates_of, clear_one

DAY = dt.date(2026, 11, 3)


def sale(
    number: int, major: int, name: str | None = None, order: str | None = None, refunded: int = 0
) -> Sale:
    amount, back = Money(major * 100, "UAH"), Money(refunded * 100, "UAH")
    return Sale(number, DAY, amount, name, order, back)


def refund(major: int, name: str | None = None, order: str | None = None) -> Refund:
    return Refund(Money(major * 100, "UAH"), name, order)


def clear(of: Refund, *sales: Sale) -> tuple[int, str] | None:
    found = clear_one(candidates_of(of, sales))
    return None if found is None else (found.sale.number, found.evidence)


def test_the_same_order_is_the_sale_whatever_else_is_equal() -> None:
    assert clear(refund(500, None, "512"), sale(1, 900, None, "512"), sale(2, 500)) == (1, "order")


def test_a_name_tells_the_sale_in_whatever_ending() -> None:
    assert clear(refund(500, "Іваненку"), sale(1, 900, "Іваненко"), sale(2, 900, "Бондар")) == (
        1,
        "name",
    )
    both = sale(1, 900, "Іваненко"), sale(2, 500, "Іваненко")
    assert clear(refund(500, "Іваненку"), *both) == (2, "name_and_amount")


def test_an_equal_amount_is_clear_when_it_is_the_only_one() -> None:
    assert clear(refund(500), sale(1, 900), sale(2, 500)) == (2, "amount")
    assert clear(refund(500), sale(1, 500), sale(2, 500)) is None


def test_what_speaks_against_a_sale_rules_it_out() -> None:
    assert clear(refund(500, "Коваль"), sale(1, 500, "Бондар")) is None
    assert clear(refund(500, None, "512"), sale(1, 500, None, "513")) is None


def test_more_than_is_left_is_never_clear() -> None:
    assert clear(refund(500, None, "512"), sale(1, 900, None, "512", refunded=600)) is None
    assert clear(refund(500, None, "512"), sale(1, 500, None, "512", refunded=500)) is None
    too_small = sale(1, 400, "Коваль")
    assert clear(refund(500, "Коваль"), too_small, sale(2, 500)) is None


def test_a_rest_is_an_equal_amount_too() -> None:
    assert clear(refund(300), sale(1, 900, refunded=600)) == (1, "amount")


@given(
    st.lists(
        st.tuples(
            st.integers(1, 5), st.sampled_from([None, "A", "B"]), st.sampled_from([None, "7", "8"])
        ),
        max_size=6,
    ),
    st.integers(1, 5),
    st.sampled_from([None, "A", "B"]),
    st.sampled_from([None, "7", "8"]),
)
def test_what_is_clear_covers_the_refund_and_has_no_equal(
    sold: list[tuple[int, str | None, str | None]], major: int, name: str | None, order: str | None
) -> None:
    sales = [sale(at, *each) for at, each in enumerate(sold, start=1)]
    found = candidates_of(refund(major, name, order), sales)
    chosen = clear_one(found)
    if chosen is None:
        return
    assert chosen.sale.left.minor >= major * 100
    assert [each for each in found if each.score == chosen.score] == [chosen]
