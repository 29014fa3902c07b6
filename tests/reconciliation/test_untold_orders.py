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


def test_a_card_is_charged_too_much_by_the_crms_own_id_in_an_orders_very_hours() -> None:
    wanted = order("27518", 1_890_00, method="card_online", **BY_ID)
    charged = payment(2_081_00, "52499", created_at=moment("10-01T12:35"))
    state = matched(wanted, charged)
    assert pairs(state) == {(wanted.key, charged.key)}
    assert ("order_overpaid", wanted.key) in kinds(state)
    old = replace(charged, created_at=moment("10-03T12:35"))
    assert not pairs(matched(wanted, old))


def test_a_card_is_charged_too_much_by_a_slip_of_the_number_in_an_orders_very_hours() -> None:
    wanted = order("27518", 22_500_00, **CARD)
    charged = payment(42_750_00, "7518", created_at=moment("10-01T12:35"))
    assert pairs(matched(wanted, charged)) == {(wanted.key, charged.key)}
    for odd in ({"created_at": moment("10-02T12:35")}, {"payer": "HUDYM ROMAN"}):
        assert not pairs(matched(wanted, replace(charged, **odd)))


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


def test_a_batch_whose_others_tell_its_day_takes_that_day_before_an_untold_batch() -> None:
    taken = [
        payment(139_00, created_at=moment("10-02T17:11")),
        payment(139_00, created_at=moment("10-05T19:34")),
        payment(142_00, created_at=moment("10-05T10:54"), payout="PLT-2"),
    ]
    sent = [payout("PLT-1", 139_00), payout("PLT-2", 281_00)]
    early, late = taken[:2]
    state = matched(
        *(replace(each, provider="plata", merchant="PLT-0093") for each in taken),
        *(
            replace(each, provider="plata", merchant="PLT-0093", paid_on=day("10-07"))
            for each in sent
        ),
    )
    found = {
        (each.left, each.right) for each in state.links() if each.kind is LinkKind.PAYMENT_PAYOUT
    }
    assert {(early.key, "payout:PLT-1"), (late.key, "payout:PLT-2")} <= found


def test_two_charges_by_one_number_are_told_apart_by_their_sums() -> None:
    buyer: dict[str, object] = {"customer": "Ксенія Яковенко", "method": "cod"}
    one, two = order("556720", 13_990_00, **buyer), order("556723", 14_200_00, **buyer)
    courier: dict[str, object] = {"provider": "nova-kurier", "payer": "Яковенко Ксенія"}
    slipped = payment(13_990_00, "556723", created_at=moment("10-04T02:29"), **courier)
    right = payment(14_200_00, "556723", created_at=moment("10-05T03:11"), **courier)
    assert pairs(matched(one, two, slipped, right)) == {
        (one.key, slipped.key),
        (two.key, right.key),
    }


def test_another_buyers_far_larger_charge_by_a_paid_orders_number_is_asked() -> None:
    parcel = order("52624", 1_249_00, method="cod", customer="Опанасюк Мар'яна")
    paid = payment(
        1_249_00, "52624", provider="nova-kurier", created_at=moment("10-03T04:18"),
        payer="Мар'яна О.",
    )  # fmt: skip
    anothers = payment(
        22_900_00, "52624", provider="nova-kurier", created_at=moment("10-05T10:24"),
        payer='ТОВ "Інтерліфт-2"',
    )  # fmt: skip
    state = matched(parcel, paid, anothers)
    assert pairs(state) == {(parcel.key, paid.key)}
    assert ("payment_without_order", anothers.key) in kinds(state)


def test_the_sum_that_was_just_paid_is_paid_again_and_no_part_of_another_order() -> None:
    firm: dict[str, object] = {"customer": "Лагуна-Трейд", "tax_id": "95574501"}
    payer: dict[str, object] = {"counterparty": "ПрАТ «Лагуна-Трейд»", "tax_id": "95574501"}
    late = order("27518", 8_883_01, created_at=moment("09-01T17:07"), **firm)
    unpaid = order("27530", 33_173_10, created_at=moment("09-01T19:53"), **firm)
    paid = line(8_883_01, "27518", booked_on=day("10-06"), **payer)
    again = line(8_883_01, "за плиту", booked_on=day("10-06"), **payer)
    state = matched(late, unpaid, paid, again)
    assert pairs(state) == {(late.key, paid.key), (late.key, again.key)}
    assert ("duplicate_payment", again.key) in kinds(state)


def test_what_comes_after_an_order_was_closed_is_no_little_more_unless_it_says_so() -> None:
    paid = line(100_799_00, "27518", counterparty="ПИЛИПЕНКО ПОЛІНА ОЛЕКСІЇВНА")
    whole = order("27518", 100_799_00, customer="Пилипенко Поліна")
    silent = line(
        3_100_00, "За духову шафу", counterparty="ПИЛИПЕНКО ПОЛІНА ОЛЕКСІЇВНА",
        booked_on=day("10-09"),
    )  # fmt: skip
    rest = replace(silent, purpose="Доплата")
    assert pairs(matched(whole, paid, silent)) == {(whole.key, paid.key)}
    assert pairs(matched(whole, paid, rest)) == {(whole.key, paid.key), (whole.key, rest.key)}


def test_whom_a_tills_note_names_the_cash_is_of() -> None:
    named = order("58676", 15_880_00, customer="Войтенко Антон", method="cash")
    other = order("58600", 15_880_00, customer="Нечай Леся", method="cash")
    taken = cash(15_880_00, note="клієнт Войтенко", happened_at=moment("10-01T12:02"))
    assert pairs(matched(named, other, taken)) == {(named.key, taken.key)}
    paid_since = line(15_880_00, "оплата 58676", booked_on=day("10-04"))
    assert (other.key, taken.key) not in pairs(matched(named, other, taken, paid_since))


def test_a_refund_without_a_number_is_asked_where_another_order_of_his_gave_something_back() -> (
    None
):
    buyer: dict[str, object] = {"customer": "Олексій Решетник", "phone": "+380679495062"}
    gave = order("94912", 8_940_00, refunded=47_00, method="card_online", **buyer)
    kept = order("95069", 9_870_00, created_at=moment("10-03T16:23"), **buyer)
    payer: dict[str, object] = {"counterparty": "Решетник Олексій Маркович"}
    card = payment(8_940_00, "94912", payer="OLEKSII RESHETNYK")
    paid = line(9_870_00, "95069", booked_on=day("10-03"), **payer)
    returned = line(-447_00, "Повернення коштів за товар", booked_on=day("10-04"), **payer)
    found = pairs(matched(gave, kept, card, paid, returned))
    assert found == {(gave.key, card.key), (kept.key, paid.key)}


def test_of_two_charges_of_one_second_the_larger_id_came_again() -> None:
    wanted = order("27518", 100_00, **CARD)
    one = replace(payment(100_00, "27518"), key="payment:EA999")
    other = replace(one, key="payment:EA1000")
    assert ("duplicate_payment", other.key) in kinds(matched(wanted, one, other))


def test_what_goes_back_to_a_stranger_who_sent_it_by_mistake_is_no_customers_refund() -> None:
    owed = order("27520", 46_300_00, refunded=46_300_00, status="cancelled", customer=KOVAL)
    paid = line(46_300_00, "27520", counterparty="КОВАЛЬ АНДРІЙ")
    sent = line(46_300_00, "№23419 конвектор", counterparty="Левченко Людмила Михайлівна")
    returned = replace(
        sent, key="bank:back", amount=-46_300_00, booked_on=day("10-06"),
        purpose="Повернення помилково перерахованих коштів",
    )  # fmt: skip
    state = matched(owed, paid, sent, returned)
    assert pairs(state) == {(owed.key, paid.key)}
    assert {("refund_one_sided", owed.key), ("payment_without_order", sent.key)} <= kinds(state)


def test_all_that_a_customer_owes_may_come_at_once_without_a_word() -> None:
    made = [
        order(
            str(27_518 + place),
            1_000_77 * place,
            created_at=moment(f"10-01T12:0{place}"),
            customer=KOVAL,
        )
        for place in range(1, 7)
    ]
    paid = line(sum(each.total for each in made), "оплата", counterparty="КОВАЛЬ АНДРІЙ")
    assert pairs(matched(*made, paid)) == {(each.key, paid.key) for each in made}


def test_a_reference_that_is_one_orders_number_and_anothers_id_is_whichs_sum_and_time_fit() -> (
    None
):
    by_id = order("8087", 3_534_00, key="order:8105", method="cod", customer="Поліна")
    by_number = order("8105", 13_990_00, key="order:8140", method="card_online", customer=KOVAL)
    paid = payment(
        3_534_00, "8105", provider="nova-kurier", created_at=moment("10-04T04:08"),
        payer="Давиденко Поліна",
    )  # fmt: skip
    assert pairs(matched(by_id, by_number, paid)) == {(by_id.key, paid.key)}
    whole = payment(13_990_00, "8105")
    assert pairs(matched(by_id, by_number, whole)) == {(by_number.key, whole.key)}
