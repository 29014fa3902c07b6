"""What is found when all else is settled, and what is not believed however well it fits."""

from reconciliation.findings import Kind
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
)

# What only one is left for


def test_a_strangers_transfer_belongs_to_the_only_order_that_is_left_for_its_sum() -> None:
    paid, left = order(total=8_640_00), order("27540", 8_640_00, customer=KOVAL)
    own = line(8_640_00, "Оплата замовлення 27518", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    other = line(8_640_00, "Переказ на картку", counterparty='ТОВ "ЕКОЛАЙН-2"', tax_id="32418085")
    assert pairs(matched(paid, left, own, other)) == {(paid.key, own.key), (left.key, other.key)}


def test_where_two_are_left_for_a_strangers_sum_nobody_guesses() -> None:
    left = [order("27540", 8_640_00, customer=KOVAL), order("27550", 8_640_00)]
    other = line(8_640_00, "Переказ на картку", counterparty='ТОВ "ЕКОЛАЙН-2"')
    state = matched(*left, other)
    assert pairs(state) == set()
    assert ("payment_without_order", other.key) not in kinds(state) or not list(state.links())


def test_the_rest_of_a_sum_is_known_once_the_doubtful_part_of_it_is_settled() -> None:
    wanted = order("27560", 11_800_00, customer="Пономаренко Денис", method="mixed")
    part = line(7_100_00, "задаток рах-фактури №27560", counterparty="ПЛЮЩ СОЛОМІЯ")
    rest = cash(4_700_00, note="Пономаренко", happened_at=moment("10-04T15:17"))
    assert pairs(matched(wanted, part, rest)) == {(wanted.key, part.key), (wanted.key, rest.key)}


def test_who_is_told_by_his_whole_name_is_paid_for_by_another() -> None:
    wanted = order("27560", 35_000_00, customer="ФОП Тищенко Мирослав Юрійович")
    part = line(3_100_00, "задаток за Тищенко Мирослав", counterparty='ТОВ "КРИНИЦЯ"')
    assert pairs(matched(wanted, part)) == {(wanted.key, part.key)}


def test_the_orders_day_in_a_purpose_tells_it_from_one_of_a_like_number() -> None:
    named = order("37314", 37_289_00, customer="Ганжа Петро", created_at=moment("09-24T18:08"))
    meant = order("37814", 17_650_00, customer="Ващенко Федір", created_at=moment("09-25T18:13"))
    own = payment(37_289_00, "37314", created_at=moment("09-25T18:10"))
    part = line(
        4_900_00, "Передплата за заказ номер 37314 от 25.09.26", counterparty="АТ «КРЕДИТ ЗАХІД»",
        booked_on=day("09-28"),
    )  # fmt: skip
    rest = line(12_750_00, "Доплата №37814", counterparty="ЕКОЛАЙН", booked_on=day("09-29"))
    found = pairs(matched(named, meant, own, part, rest))
    assert (named.key, part.key) not in found
    assert (meant.key, rest.key) in found


def test_a_slipped_number_of_one_customers_several_orders_is_made_good_by_the_sum() -> None:
    phone = "+380938238543"
    orders = [
        order("61086", 17_990_00, customer="Горбач Данило", phone=phone),
        order("61087", 33_447_00, customer="Горбач Данило", phone=phone),
        order("61088", 29_399_00, customer="Горбач Данило", phone=phone),
    ]
    strangers = [order("61068", 9_500_00, customer=KOVAL), order("61078", 900_00, customer=KOVAL)]
    total = sum(each.total for each in orders)
    for purpose in ("За рахунками 61088 і 61087 і 61088", "рах. 61068; 61087; 61088", "Зам 61096"):
        bank = line(total, purpose, counterparty="HORBACH DANYLO")
        state = matched(*orders, *strangers, bank)
        assert pairs(state) == {(each.key, bank.key) for each in orders}, purpose
        assert sum(link.amount for link in state.links()) == total


def test_two_equal_card_payments_without_a_number_are_one_payment_and_one_more() -> None:
    wanted = order("60950", 5_282_35, customer="Зоя Одинець", method="card_online")
    first = payment(5_282_35, created_at=moment("10-01T12:20"))
    second = payment(5_282_35, created_at=moment("10-01T12:41"))
    state = matched(wanted, first, second)
    assert ("duplicate_payment", second.key) in kinds(state)
    assert (Kind.ORDER_OVERPAID.value, wanted.key) not in kinds(state)


def test_a_whole_total_finds_its_order_though_a_little_came_before() -> None:
    wanted = order("82812", 89_349_00, customer="Раїса Ткач", method="card_online")
    card = payment(89_349_00)
    more = line(5_00, "оплата по рахунку 82812", counterparty="ТКАЧ РАЇСА", booked_on=day("10-06"))
    state = matched(wanted, card, more)
    assert pairs(state) == {(wanted.key, card.key), (wanted.key, more.key)}
    assert ("order_overpaid", wanted.key) in kinds(state)


# What is not believed, though the sum is right


def test_a_namesake_of_another_father_does_not_pay_for_an_order_of_a_like_number() -> None:
    paid = order("24935", 9_870_00, customer="Вінник Арсен Вадимович")
    own = line(9_870_00, "Замовлення 24935", counterparty="ВІННИК АРСЕН ВАДИМОВИЧ")
    other = line(34_090_00, "Покупка, номер 24035", counterparty="ВІННИК АРСЕН МАРКОВИЧ")
    state = matched(paid, own, other)
    assert pairs(state) == {(paid.key, own.key)}
    assert ("payment_without_order", other.key) in kinds(state)


def test_a_like_number_is_not_believed_of_an_order_that_wants_nothing_more() -> None:
    paid = order("26292", 27_999_00, customer="Скиба Соломія")
    own = line(27_999_00, "замовлення № 26292", counterparty="АТ «КРЕДИТ ЗАХІД»")
    other = line(22_850_00, "Рах.№24292 вiд 29.08.26", counterparty="SKYBA SOLOMIIA")
    assert pairs(matched(paid, own, other)) == {(paid.key, own.key)}


def test_money_older_than_the_order_or_its_minute_is_not_for_it() -> None:
    late = order("25519", 14_200_00, created_at=moment("10-14T14:52"))
    early = line(14_200_00, "оплата", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("09-21"))
    assert pairs(matched(late, early)) == set()
    card = payment(14_200_00, created_at=moment("10-14T08:30"))
    assert (
        pairs(matched(order("25519", 14_200_00, created_at=moment("10-14T14:52")), card)) == set()
    )


def test_a_suppliers_bonus_and_an_employees_return_are_no_customers_rest() -> None:
    wanted = order("37455", 45_870_00, customer="Яцюк Владислав")
    part = line(27_064_00, "Order no. 37455", counterparty="ЯЦЮК ВЛАДИСЛАВ")
    bonus = line(
        18_806_00, "Премія за обсяг закупівель зг. угоди 4914", counterparty="АТ «ПІВНІЧ»"
    )
    returned = line(
        18_806_00, "Повернення підзвітних коштів, авансовий звіт 57017 від 21.10.26",
        counterparty='ТОВ "ПІВНІЧ"',
    )  # fmt: skip
    assert pairs(matched(wanted, part, bonus)) == {(wanted.key, part.key)}
    assert pairs(matched(wanted, part, returned)) == {(wanted.key, part.key)}


def test_an_unknown_number_written_first_keeps_money_from_an_order_of_its_sum() -> None:
    wanted = order("39200", 2_790_00, customer="Савчук Ілона")
    other = line(2_790_00, "23709 пилосос Zelmer", counterparty="ТОВ «Оазис Плюс»")
    dated = line(2_790_00, "За техніку 18883 від 21.08.26", counterparty="ТОВ «Оазис Плюс»")
    assert pairs(matched(wanted, other)) == set()
    assert pairs(matched(wanted, dated)) == set()


def test_a_payment_long_after_an_order_is_not_its_by_the_sum_alone() -> None:
    unpaid = order("56587", 16_405_00, method="card_online", created_at=moment("09-01T13:14"))
    card = payment(16_405_00, created_at=moment("10-06T13:45"))
    assert pairs(matched(unpaid, card)) == set()


def test_a_cancelled_order_that_returned_nothing_wants_no_strangers_money() -> None:
    cancelled = order("21983", 81_300_00, status="cancelled", customer=KOVAL)
    other = line(81_300_00, "За техніку", counterparty="Дзюба Данило Олексійович")
    assert pairs(matched(cancelled, other)) == set()


def test_an_orders_own_id_as_a_reference_gives_way_to_a_number_a_slip_away() -> None:
    by_id = order("32579", 15_880_00, key="order:37750", created_at=moment("09-16T19:00"))
    meant = order(
        "377510", 15_880_00, customer=KOVAL, method="card_online", created_at=moment("10-23T11:54")
    )
    card = payment(15_880_00, "37750", created_at=moment("10-23T12:35"))
    assert pairs(matched(by_id, meant, card)) == {(meant.key, card.key)}


def test_a_second_payment_by_number_is_not_led_to_an_order_of_a_like_number() -> None:
    named = order("589331", 14_200_00, customer="Петро Ярошенко", method="cod")
    like = order("589333", 14_200_00, customer="Любов", method="marketplace")
    first = payment(14_200_00, "589331", provider="nova-kurier")
    other = payment(14_200_00, "589333", provider="rynok")
    again = line(14_200_00, "#589331", counterparty="ДЗЮБА В.Ю.", booked_on=day("10-06"))
    state = matched(named, like, first, other, again)
    assert (named.key, again.key) in pairs(state)
    assert ("duplicate_payment", again.key) in kinds(state)


def test_an_old_number_that_happens_to_be_an_id_is_money_without_an_order() -> None:
    paid = order("67988", 5_810_00, key="order:61496", customer="Пилипенко Антон")
    own = line(5_810_00, "Order 67988", counterparty="ПИЛИПЕНКО АНТОН")
    strange = payment(1_390_00, "61496/M17017457", created_at=moment("10-12T14:00"))
    state = matched(paid, own, strange)
    assert pairs(state) == {(paid.key, own.key)}
    assert ("payment_without_order", strange.key) in kinds(state)


def test_a_payment_stays_with_the_order_it_names_though_two_of_like_numbers_make_up_its_sum() -> (
    None
):
    named = order("48149", 15_060_00, customer="Дячук Софія")
    near = order("48142", 12_400_00, customer=KOVAL)
    sibling = order("48123", 3_860_00, customer=KOVAL)
    paid = payment(16_260_00, "48149")
    state = matched(named, near, sibling, paid)
    assert pairs(state) == {(named.key, paid.key)}
    assert ("order_overpaid", named.key) in kinds(state)
