"""What tells one order from others that money may be for, and what is too much for one."""

from reconciliation.links import LinkKind
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

STRANGER: dict[str, object] = {"counterparty": 'ТОВ "ЕКОЛАЙН-2"', "tax_id": "32418085"}


def test_orders_of_another_time_are_no_rivals_for_a_common_price() -> None:
    old = [
        order(str(27000 + place), 14_200_00, created_at=moment("08-20T12:00"), closed_at=None)
        for place in range(8)
    ]
    meant = order("27540", 14_200_00, customer=KOVAL)
    other = line(14_200_00, "For goods", **STRANGER)
    assert pairs(matched(*old, meant, other)) == {(meant.key, other.key)}


def test_of_two_orders_of_that_time_none_is_guessed_for_a_strangers_sum() -> None:
    both = [order(number, 14_200_00, customer=KOVAL) for number in ("27540", "27590")]
    other = line(14_200_00, "For goods", **STRANGER)
    assert pairs(matched(*both, other)) == set()


def test_an_initial_is_enough_where_nobody_else_of_the_name_wants_money() -> None:
    meant = order("27540", 4_991_40, customer="Прокопенко Федір")
    part = line(4_542_19, "За пилосос", counterparty="ПРОКОПЕНКО Ф.О.")
    assert pairs(matched(meant, part)) == {(meant.key, part.key)}
    again = order("27590", 6_800_00, customer="Прокопенко Федір")
    assert pairs(matched(meant, again, part)) == set()


def test_a_very_small_part_is_not_led_to_an_order_by_a_name_alone() -> None:
    wanted = order(total=30_399_05)
    little = line(1_000_00, "Оплата за витяжку", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    state = matched(wanted, little)
    assert pairs(state) == set()
    assert ("payment_without_order", little.key) in kinds(state)


def test_another_given_name_beside_the_surname_is_another_person() -> None:
    wanted = order(total=14_150_00, customer="Нагірний Денис")
    other = line(12_650_00, "за Нагірна Дарина", counterparty="АТ «ПЕРШИЙ ОЩАДНИЙ»")
    assert pairs(matched(wanted, other)) == set()


def test_who_paid_for_an_order_before_pays_too_much_for_it() -> None:
    paid = order(total=4_219_50, customer="Данило Богун")
    whole = line(4_219_50, "ref 27518", counterparty="BOHUN DANYLO", tax_id="6390399319")
    more = line(
        423_95, "Остаточна оплата For goods", counterparty="Богун Данило Маркович",
        tax_id="6390399319", booked_on=day("10-06"),
    )  # fmt: skip
    state = matched(paid, whole, more)
    assert pairs(state) == {(paid.key, whole.key), (paid.key, more.key)}
    assert ("order_overpaid", paid.key) in kinds(state)


def test_a_namesake_of_another_tax_number_pays_for_something_else() -> None:
    paid = order(total=13_124_00, customer="Соловей Ксенія")
    whole = line(13_124_00, "№27518", counterparty="СОЛОВЕЙ КСЕНІЯ", tax_id="3034375273")
    other = line(7_300_00, "Залишок", counterparty="СОЛОВЕЙ КСЕНІЯ", tax_id="2881040718")
    state = matched(paid, whole, other)
    assert pairs(state) == {(paid.key, whole.key)}
    assert ("payment_without_order", other.key) in kinds(state)


def test_one_number_and_a_sum_of_the_customers_orders_made_together_pay_them_all() -> None:
    who: dict[str, object] = {"customer": "Соломія", "phone": "+380983638448"}
    first, second = order("46519", 31_999_00, **who), order("46520", 4_499_00, **who)
    older = order("46102", 4_499_00, created_at=moment("09-22T12:00"), **who)
    whole = line(36_498_00, "оплата по рахунку 46519", counterparty="СУЛИМА С.М.")
    found = pairs(matched(first, second, older, whole))
    assert found == {(first.key, whole.key), (second.key, whole.key)}


def test_cash_of_the_minute_came_first_and_the_named_transfer_is_the_second() -> None:
    sold = order(total=86_678_00, method="cash", created_at=moment("10-03T12:00"))
    till = cash(86_678_00, note="оплата", happened_at=moment("10-05T11:50"))
    later = line(86_678_00, "рах 27518", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("10-08"))
    assert kinds(matched(sold, till, later)) == {("duplicate_payment", later.key)}


def test_a_sum_equal_to_the_kopiyka_by_a_relative_is_a_second_payment() -> None:
    sold = order(total=46_704_54, customer="Гайдук Андрій", method="cod")
    parcel = payment(46_704_54, "27518", provider="nova-kurier", merchant="NK-1")
    second = line(46_704_54, "Перевод на карту", counterparty="ГАЙДУК НІНА ВАДИМІВНА")
    assert ("duplicate_payment", second.key) in kinds(matched(sold, parcel, second))


def test_a_number_of_another_order_of_the_customer_gives_way_to_the_sum() -> None:
    who: dict[str, object] = {"customer": "Костянтин Дашкевич", "phone": "+380956809480"}
    named, meant = order("413307", 38_119_00, **who), order("413370", 52_560_00, **who)
    slipped = line(52_560_00, "N413307", counterparty="Дашкевич Костянтин Львович")
    assert pairs(matched(named, meant, slipped)) == {(meant.key, slipped.key)}


def test_the_terms_one_day_leads_payments_to_a_payout_that_lacks_another() -> None:
    noon = moment("10-01T12:00")
    listed = [payment(amount, payout="EC1001", created_at=noon) for amount in (90_00, 70_00)]
    untold = payment(40_00, created_at=noon)
    batch = payout("EC1001", 130_00)  # without the 70.00 that names it
    state = matched(*listed, untold, batch)
    links = {link.left for link in state.links() if link.kind is LinkKind.PAYMENT_PAYOUT}
    assert links == {each.key for each in (*listed, untold)}
    assert ("settlement_short", batch.key) in kinds(state)


def test_a_firms_money_that_says_nothing_is_a_customers() -> None:
    silent = line(14_050_00, "Дякую!", counterparty='ТОВ "ПРОГРЕС"', tax_id="59090408")
    own = line(9_000_00, "Переказ власних коштів", counterparty='ТОВ "ПРОГРЕС"', tax_id="59090408")
    assert kinds(matched(silent, own)) == {("payment_without_order", silent.key)}


def test_a_sum_of_its_hours_is_an_orders_though_a_transfer_that_names_it_came_later() -> None:
    meant = order("27540", 14_322_50, customer=KOVAL, method="card_online")
    card = payment(14_322_50, created_at=moment("10-02T11:00"))
    transfer = line(
        14_322_50, "оплата по рахунку 27540", counterparty="КОВАЛЬ АНДРІЙ", booked_on=day("10-06")
    )
    state = matched(meant, card, transfer)
    assert pairs(state) == {(meant.key, card.key), (meant.key, transfer.key)}
    assert ("duplicate_payment", transfer.key) in kinds(state)


def test_a_whole_total_at_the_till_is_the_orders_though_a_little_more_came_by_number() -> None:
    meant = order("27540", 40_599_00, customer=KOVAL, method="cash")
    till = cash(40_599_00, happened_at=moment("10-02T17:27"))
    more = line(4_061_90, "27540", counterparty="KOVAL ANDRII", booked_on=day("10-05"))
    state = matched(meant, till, more)
    assert pairs(state) == {(meant.key, till.key), (meant.key, more.key)}
    assert kinds(state) == {("order_overpaid", meant.key)}


def test_another_persons_equal_sum_is_no_reason_to_refuse_who_paid_too_much_at_once() -> None:
    meant = order("27540", 2_650_00, customer=KOVAL, method="card_online")
    his = payment(5_035_00, created_at=moment("10-01T12:08"), payer="ANDRII KOVAL")
    other = payment(2_650_00, created_at=moment("10-06T15:21"), payer="DANYLO HOLUB")
    state = matched(meant, his, other)
    assert pairs(state) == {(meant.key, his.key)}
    assert ("payment_without_order", other.key) in kinds(state)


def test_just_what_was_paid_before_is_no_nameless_part_of_another_order() -> None:
    paid = order("27540", 149_00, customer=KOVAL, method="marketplace")
    first = payment(149_00, "27540", provider="rynok", created_at=moment("10-03T12:00"))
    dearer = order("27590", 1_409_00, customer=KOVAL, created_at=moment("10-08T18:00"))
    again = line(149_00, "Оплата покупки", counterparty=KOVAL, booked_on=day("10-08"))
    state = matched(paid, first, dearer, again)
    assert (dearer.key, again.key) not in pairs(state)


def test_a_parcel_is_not_paid_in_the_hours_of_its_order() -> None:
    near = order("27540", 37_779_00, customer=KOVAL, method="mixed")
    parcel = payment(
        37_250_00, "27548", provider="nova-kurier", payer="Тимчук Ксенія",
        created_at=moment("10-01T12:26"),
    )  # fmt: skip
    state = matched(near, parcel)
    assert pairs(state) == set()
    assert ("payment_without_order", parcel.key) in kinds(state)


def test_a_number_that_has_slipped_is_not_believed_weeks_after_the_order_was_paid() -> None:
    paid = order("464912", 32_348_00, customer=KOVAL)
    first = line(32_348_00, "PMT ORDER 464912", counterparty=KOVAL)
    late = payment(19_490_00, "464112", payer="ANDRII KOVAL", created_at=moment("10-26T13:42"))
    state = matched(paid, first, late)
    assert pairs(state) == {(paid.key, first.key)}
    assert ("payment_without_order", late.key) in kinds(state)


def test_a_card_charged_once_more_in_an_orders_hours_is_not_an_old_orders_money() -> None:
    old = order("27410", 29_990_00, customer=KOVAL, method="card_online",
                created_at=moment("10-01T16:57"), closed_at=moment("10-10T12:00"))  # fmt: skip
    fresh = order("27518", 29_990_00, method="card_online", created_at=moment("10-08T13:20"),
                  refunded=29_990_00)  # fmt: skip
    first = payment(29_990_00, "27518", created_at=moment("10-08T13:40"))
    again = payment(29_990_00, created_at=moment("10-08T15:06"))
    state = matched(old, fresh, first, again)
    assert (old.key, again.key) not in pairs(state)
    assert ("order_unpaid", old.key) in kinds(state)
