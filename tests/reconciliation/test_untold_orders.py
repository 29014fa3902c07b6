"""Money of providers that names no order by its number, and sums of strangers that nearly fit."""

from dataclasses import replace

import pytest

from reconciliation.links import LinkKind
from reconciliation.records import Payment
from tests.reconciliation.builders import (
    KOVAL,
    cash,
    day,
    kinds,
    line,
    matched,
    moment,
    order,
    pairs,
    payment,
    payout,
)

CARD: dict[str, object] = {"customer": KOVAL, "method": "card_online"}
BY_ID: dict[str, object] = {"key": "order:52499", "customer": KOVAL}


def back(gross: int, when: str, payer: str = "") -> Payment:
    """Give what a provider gave back without a number."""
    return replace(payment(-gross, created_at=moment(when), kind="chargeback"), payer=payer)


def test_a_part_that_names_the_crms_own_id_is_of_that_order() -> None:
    mixed = order("27518", 15_000_00, method="mixed", **BY_ID)
    rest = cash(9_000_00, order_ref="27518")
    part = payment(6_000_00, "52499", created_at=moment("10-02T18:00"))
    assert pairs(matched(mixed, rest, part)) == {(mixed.key, rest.key), (mixed.key, part.key)}


def test_what_goes_back_by_the_crms_own_id_is_of_that_order() -> None:
    wanted = order("27518", 15_000_00, refunded=900_00, method="card_online", **BY_ID)
    paid = payment(15_000_00, "27518")
    some = payment(-400_00, "52499", created_at=moment("10-09T10:00"))
    rest = payment(-500_00, "52499", created_at=moment("10-20T10:00"))
    found = pairs(matched(wanted, paid, some, rest))
    assert found == {(wanted.key, each.key) for each in (paid, some, rest)}


@pytest.mark.parametrize(
    "odd",
    [
        {"created_at": moment("10-21T18:00")},
        {"provider": "nova-kurier", "payer": "Гудим Роман", "created_at": moment("10-04T18:00")},
        {"gross": 19_000_00, "net": 19_000_00, "created_at": moment("10-04T18:00")},
    ],
    ids=["weeks later", "another buyer", "far more"],
)
def test_an_id_is_rather_an_old_number_where_time_buyer_or_sum_is_odd(
    odd: dict[str, object],
) -> None:
    wanted = order("27518", 15_000_00, method="mixed", **BY_ID)
    part = replace(payment(6_000_00, "52499"), **odd)  # type: ignore[arg-type]  # by their names
    state = matched(wanted, part)
    assert pairs(state) == set()
    assert ("payment_without_order", part.key) in kinds(state)


def test_a_chargeback_without_a_number_is_of_the_only_order_with_such_a_charge() -> None:
    one, other = order("27518", 13_990_00, **CARD), order("27519", 13_990_00, **CARD)
    paid = payment(13_990_00, "27518")
    elsewhere = payment(13_990_00, "27519", merchant="EC-4472")
    lost = back(13_990_00, "10-28T10:00")
    found = pairs(matched(one, other, paid, elsewhere, lost))
    assert found == {(one.key, paid.key), (other.key, elsewhere.key), (one.key, lost.key)}


def test_of_two_equal_charges_the_payers_name_tells_which_was_taken_back() -> None:
    one = order("27518", 13_990_00, **CARD)
    other = order("27519", 13_990_00, customer="Гудим Роман", method="card_online")
    charges = [payment(13_990_00, "27518"), payment(13_990_00, "27519")]
    unclear, clear = (
        back(13_990_00, "10-28T10:00"),
        back(13_990_00, "10-28T10:00", payer="R HUDYM"),
    )
    paid = {(one.key, charges[0].key), (other.key, charges[1].key)}
    assert pairs(matched(one, other, *charges, unclear)) == paid
    assert pairs(matched(one, other, *charges, clear)) == paid | {(other.key, clear.key)}


def test_what_was_given_back_already_is_not_taken_back_again() -> None:
    wanted = order("27518", 13_990_00, refunded=13_990_00, status="cancelled", **CARD)
    paid, returned = payment(13_990_00, "27518"), payment(-13_990_00, "27518")
    lost = back(13_990_00, "10-28T10:00")
    found = pairs(matched(wanted, paid, returned, lost))
    assert found == {(wanted.key, paid.key), (wanted.key, returned.key)}


def test_a_strangers_round_sum_that_is_not_quite_an_orders_is_asked() -> None:
    wanted = order("27518", 23_799_15)
    round_sum = line(23_800_00, "Оплата покупки", counterparty="Polina Pavlyuk")
    state = matched(wanted, round_sum)
    assert pairs(state) == set()
    assert ("payment_without_order", round_sum.key) in kinds(state)
    near = line(23_799_65, "Оплата покупки", counterparty="Polina Pavlyuk")
    assert pairs(matched(wanted, near)) == {(wanted.key, near.key)}


def test_a_customers_sum_that_is_not_quite_what_he_paid_is_no_second_payment() -> None:
    firm: dict[str, object] = {"customer": 'ФГ "Прогрес"', "tax_id": "39839272"}
    payer: dict[str, object] = {"counterparty": 'ФГ "ПРОГРЕС"', "tax_id": "39839272"}
    wanted, paid = order("27518", 19_889_00, **firm), line(19_889_00, "27518", **payer)
    about, again = line(19_890_00, "За техніку", **payer), line(19_889_00, "За техніку", **payer)
    state = matched(wanted, paid, about)
    assert pairs(state) == {(wanted.key, paid.key)}
    assert ("payment_without_order", about.key) in kinds(state)
    assert ("duplicate_payment", again.key) in kinds(matched(wanted, paid, again))


def test_what_is_paid_for_a_start_is_no_little_more_than_the_whole() -> None:
    named = order("56249", 27_939_00, customer="Радченко Богдана")
    meant = order("56299", 40_070_00, customer="Андрій Вінник")
    first = line(28_400_00, "Аванс ref 56249", counterparty="ВІННИК ОЛЕСЯ МАРКІВНА")
    assert (named.key, first.key) not in pairs(matched(named, meant, first))


def test_a_prepayment_leaves_the_order_that_was_paid_whole_for_a_like_one_whose_rest_it_is() -> (
    None
):
    parcel = order("56863", 25_300_00, method="cod", created_at=moment("10-01T12:52"))
    whole = payment(25_300_00, "56863", provider="nova-kurier", created_at=moment("10-05T16:36"))
    meant = order("56860", 8_314_20, customer="Павлюк Назар")
    first = line(4_157_00, "Передплата замовлення №56863", booked_on=day("10-03"))
    rest = line(4_157_20, "остаток 56860", counterparty="ПАВЛЮК НАЗАР", booked_on=day("10-07"))
    found = pairs(matched(parcel, whole, meant, first, rest))
    assert found == {(parcel.key, whole.key), (meant.key, first.key), (meant.key, rest.key)}


def test_the_orders_day_in_a_text_makes_a_strangers_late_sum_its() -> None:
    wanted = order("27518", 43_019_00)
    late = line(
        43_019_00, "Оплата від 01.10.2026", counterparty='ПрАТ "ПЛОМІНЬ"', booked_on=day("10-21")
    )
    silent = line(43_019_00, "Оплата", counterparty='ПрАТ "ПЛОМІНЬ"', booked_on=day("10-21"))
    assert pairs(matched(wanted, late)) == {(wanted.key, late.key)}
    assert pairs(matched(wanted, silent)) == set()


def test_an_untold_charge_rides_where_the_others_of_its_day_do() -> None:
    taken = [
        payment(158_00, created_at=moment("10-02T16:37")),
        payment(158_00, created_at=moment("10-03T15:43")),
        payment(39_00, created_at=moment("10-02T15:38"), payout="PLT-1"),
        payment(-50_00, created_at=moment("10-03T12:09"), payout="PLT-2"),
    ]
    sent = [payout("PLT-1", 197_00), payout("PLT-2", 108_00)]
    early, late = taken[:2]
    state = matched(
        *(replace(each, provider="plata", merchant="PLT-0093") for each in taken),
        *(
            replace(each, provider="plata", merchant="PLT-0093", paid_on=day("10-06"))
            for each in sent
        ),
    )
    found = {
        (each.left, each.right) for each in state.links() if each.kind is LinkKind.PAYMENT_PAYOUT
    }
    assert {(early.key, "payout:PLT-1"), (late.key, "payout:PLT-2")} <= found
