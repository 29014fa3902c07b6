"""Who paid for an order before, and what a part or a slipped number is of."""

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


def test_an_order_that_knows_no_surname_learns_it_from_who_pays() -> None:
    wanted = order("70933", 18_598_14, customer="Віталій")
    parts = [
        line(6_199_00, "Аванс Переказ між фізичними особами", counterparty="ЖАДАН В.Л."),
        line(
            6_199_00, "Balance Сплата згідно рахунку 70933", counterparty="ZHADAN VITALII",
            booked_on=day("10-03"),
        ),
        line(6_200_14, "FOR GOODS", counterparty="ЖАДАН В.Л.", booked_on=day("10-04")),
    ]  # fmt: skip
    state = matched(wanted, *parts)
    assert pairs(state) == {(wanted.key, each.key) for each in parts}
    assert kinds(state) == set()


def test_a_little_more_of_who_paid_is_led_to_a_nameless_customers_order() -> None:
    wanted = order("44370", 42_298_20, customer="Юлія")
    payer = "Комаровська Юлія Ярославівна"
    whole = line(42_298_20, "For goods 44370", counterparty=payer)
    more = line(5_00, "Залишок Дякую!", counterparty=payer, booked_on=day("10-06"))
    state = matched(wanted, whole, more)
    assert pairs(state) == {(wanted.key, whole.key), (wanted.key, more.key)}
    assert ("order_overpaid", wanted.key) in kinds(state)


def test_the_rest_of_an_order_a_slip_away_is_not_of_the_paid_one_that_is_named() -> None:
    named = order("554294", 27_750_00, customer="Чорновіл Соломія", method="card_online")
    meant = order("554264", 14_589_00, customer="Прокопенко Маргарита", method="mixed")
    own = payment(27_750_00, "554294", provider="pos", merchant="T20311")
    part = line(5_300_00, "1 з 2: N554264", counterparty="Власюк Софія Федорівна")
    rest = payment(
        9_289_00, "554294", provider="pos", merchant="T20311", created_at=moment("10-04T14:01")
    )
    state = matched(named, meant, own, part, rest)
    assert pairs(state) == {(named.key, own.key), (meant.key, part.key), (meant.key, rest.key)}


def test_more_for_a_paid_order_that_is_named_is_not_a_part_of_one_a_slip_away() -> None:
    named = order("95794", 28_180_00, customer=KOVAL)
    other = order("95894", 16_799_00, customer="Книш Антон")
    whole = line(28_180_00, "рах. 95794", counterparty="КОВАЛЬ АНДРІЙ")
    more = line(
        2_820_00, "Оплата заказа № 95794", counterparty="АТ «МОНОЛІТ БАНК»", booked_on=day("10-06")
    )
    assert pairs(matched(named, other, whole, more)) == {
        (named.key, whole.key),
        (named.key, more.key),
    }


def test_far_too_much_for_a_paid_order_is_nearly_just_one_a_slip_away() -> None:
    named = order("A244337", 6_990_00, customer="Борисенко Віталій", method="card_online")
    meant = order("A244237", 41_283_00, customer="Савчук Юлія", method="card_online")
    own = payment(6_990_00, "A244337", created_at=moment("10-01T12:23"), payer="VITALII BORISENKO")
    slipped = payment(41_288_00, "A244337", created_at=moment("10-01T12:10"))
    assert pairs(matched(named, meant, own, slipped)) == {
        (named.key, own.key),
        (meant.key, slipped.key),
    }


def test_a_first_part_is_of_one_order_and_never_more_than_it() -> None:
    phone = "+380736938832"
    begun = order("648776", 71_689_00, customer="Федір Косенко", phone=phone)
    other = order("648777", 20_980_00, customer="Федір Косенко", phone=phone)
    payer = "КОСЕНКО ФЕДІР ДАНИЛОВИЧ"
    first = line(43_013_50, "задаток Согласно счета № 648767 от 01.10.2026", counterparty=payer)
    rest = line(49_655_50, "РАХ. 648776, 77", counterparty=payer, booked_on=day("10-04"))
    assert pairs(matched(begun, other, first, rest)) == {
        (begun.key, first.key),
        (begun.key, rest.key),
        (other.key, rest.key),
    }


def test_a_third_like_the_first_is_of_the_order_that_was_begun_and_no_extra_of_another() -> None:
    tax_id = "29504207"
    begun = order("67372", 999_00, customer='ПП "Контур"', tax_id=tax_id)
    full = order("67423", 6_185_00, customer='ПП "Контур"', tax_id=tax_id)
    payer = {"counterparty": 'ПП "КОНТУР"', "tax_id": tax_id}
    whole = line(6_185_00, "рах. 67423", **payer)
    thirds = [
        line(333_00, "1 з 3: рах. 67372", **payer),
        line(333_00, "доплата, дякую", booked_on=day("10-04"), **payer),
        line(333_00, "Залишок 67372", booked_on=day("10-06"), **payer),
    ]
    state = matched(begun, full, whole, *thirds)
    assert pairs(state) == {(full.key, whole.key), *((begun.key, each.key) for each in thirds)}


def test_two_equal_sums_that_only_one_order_fits_are_one_payment_and_one_more() -> None:
    wanted = order("95929", 5_814_13, customer="Христина Никифорова", method="card_online")
    other = order("95828", 44_067_10, customer="Никифоров Павло")
    first = payment(5_814_13, created_at=moment("10-04T13:32"))
    again = line(5_814_13, "За техніку", counterparty="НИКИФОРОВА Х.В.", booked_on=day("10-09"))
    state = matched(wanted, other, first, again)
    assert pairs(state) == {(wanted.key, first.key), (wanted.key, again.key)}
    assert ("duplicate_payment", again.key) in kinds(state)


def test_a_nameless_charge_that_fits_two_orders_alike_is_asked() -> None:
    waits = order("94114", 13_990_00, customer="Дубовий Олексій", method="card_online")
    fresh = order("94160", 13_990_00, method="card_online", created_at=moment("10-02T13:07"))
    own = payment(13_990_00, "94160", created_at=moment("10-02T13:48"))
    nameless = payment(13_990_00, created_at=moment("10-02T14:18"))
    state = matched(waits, fresh, own, nameless)
    assert (fresh.key, nameless.key) not in pairs(state)


def test_money_for_an_order_that_was_cancelled_later_is_known_to_the_kopiyka() -> None:
    cancelled = order(
        "52444", 31_600_47, customer="Тамара Сулима", method="card_online", status="cancelled"
    )
    came = cash(31_600_47, note="техніка", happened_at=moment("10-03T16:45"))
    state = matched(cancelled, came)
    assert pairs(state) == {(cancelled.key, came.key)}
    assert ("order_overpaid", cancelled.key) in kinds(state)


def test_a_courier_takes_no_part_that_nobody_asked_of_it() -> None:
    wanted = order("24399", 35_860_90, customer="Шанс Схід")
    paid = payment(
        9_400_00, "TTN15174747615461", provider="nova-kurier", merchant="NK-60417",
        payer='ФГ "Шанс"', created_at=moment("10-04T18:05"),
    )  # fmt: skip
    assert ("payment_without_order", paid.key) in kinds(matched(wanted, paid))


def test_what_goes_back_to_a_customers_whole_name_is_of_the_order_he_paid_in_cash() -> None:
    who = "Лазаренко Ярослав Борисович"
    paid = order("34807", 26_999_00, customer=who, method="cash")
    came = cash(26_999_00, note="клієнт Лазаренко")
    back = line(
        -2_969_89, "Повернення коштів за неотриманий товар", counterparty=who,
        booked_on=day("10-06"),
    )  # fmt: skip
    state = matched(paid, came, back)
    assert pairs(state) == {(paid.key, came.key), (paid.key, back.key)}
    assert ("refund_one_sided", paid.key) in kinds(state)


def test_a_transfer_for_several_orders_lacks_what_a_relative_began() -> None:
    phone = "+380985620856"
    orders = [
        order("525921", 890_00, customer="Кирило Литвин", phone=phone),
        order("525922", 5_770_00, customer="Кирило Литвин", phone=phone),
        order("525923", 3_150_00, customer="Кирило Литвин", phone=phone),
    ]
    begun = line(445_00, "задаток №525921", counterparty="ЛИТВИН ОЛЕНА")
    rest = line(
        9_365_00, "Переказ (замовлення № 525921)", counterparty="ЛИТВИН КИРИЛО",
        booked_on=day("10-04"),
    )  # fmt: skip
    state = matched(*orders, begun, rest)
    assert pairs(state) == {(orders[0].key, begun.key), *((each.key, rest.key) for each in orders)}
    assert kinds(state) == set()


def test_two_parts_make_up_the_whole_though_a_little_more_came_since() -> None:
    wanted = order("526163", 22_500_00, customer="Анастасія Гавриленко")
    payer = "ГАВРИЛЕНКО АНАСТАСІЯ БОРИСІВНА"
    parts = [
        line(16_800_00, "оплата", counterparty="ГАВРИЛЕНКО АНАСТАСІЯ"),
        line(5_700_00, "2 з 2: Рах.№526163", counterparty=payer, booked_on=day("10-04")),
        line(100_00, "Остаточна оплата 526163", counterparty=payer, booked_on=day("10-06")),
    ]
    state = matched(wanted, *parts)
    assert pairs(state) == {(wanted.key, each.key) for each in parts}
    assert ("order_overpaid", wanted.key) in kinds(state)


def test_a_nameless_charge_is_nothing_more_for_an_order_paid_on_delivery() -> None:
    paid = order("525313", 62_750_00, customer="Козаченко Степан Кирилович", method="cod")
    own = payment(
        62_750_00, "525313", provider="nova-kurier", merchant="NK-60417",
        payer="Козаченко Степан", created_at=moment("10-03T21:21"),
    )  # fmt: skip
    other = payment(2_300_00, payer="STEPAN KOZACHENKO", created_at=moment("10-17T10:37"))
    assert ("payment_without_order", other.key) in kinds(matched(paid, own, other))


def test_cash_in_the_hours_of_an_order_is_its_own_though_a_transfer_names_it_later() -> None:
    wanted = order("57291", 18_719_00, closed_at=moment("10-01T12:40"))
    other = order("57292", 20_000_00, customer=KOVAL)
    came = cash(18_719_00, happened_at=moment("10-01T12:30"))
    again = line(18_719_00, "рах. № 57291", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("10-05"))
    state = matched(wanted, other, came, again)
    assert pairs(state) == {(wanted.key, came.key), (wanted.key, again.key)}
    assert ("duplicate_payment", again.key) in kinds(state)


def test_a_part_that_names_its_order_is_not_all_of_an_older_one_a_slip_away() -> None:
    named = order("77696", 1_019_00, customer="Дарина Іванчук", method="mixed")
    older = order(
        "76696", 200_00, customer="Аграрний-Сервіс", method="card_online",
        created_at=moment("09-16T14:00"),
    )  # fmt: skip
    part = payment(200_00, "77696", created_at=moment("10-02T15:41"))
    rest = line(819_00, "рах. 77696", counterparty="ІВАНЧУК ДАРИНА", booked_on=day("10-04"))
    found = pairs(matched(named, older, part, rest))
    assert found == {(named.key, part.key), (named.key, rest.key)}
