"""What comes in parts, beyond what is wanted, or once more."""

import dataclasses

from reconciliation.findings import Cause
from tests.reconciliation.builders import (
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

HER = "Гринько Олена"


def test_a_charge_and_a_refund_of_one_order_do_not_take_each_others_place() -> None:
    both = order(total=5_854_00, customer=HER, status="cancelled", refunded=5_854_00)
    records = [
        payment(3_500_00, "27516", payer="OLENA HRYNKO"),
        payment(2_354_00, "27518", created_at=moment("10-03T12:00"), payer="OLENA HRYNKO"),
        payment(-2_354_00, "27518", created_at=moment("10-06T10:00"), payer="OLENA HRYNKO"),
        payment(-3_500_00, "27518", created_at=moment("10-06T11:00"), payer="OLENA PETRUK"),
    ]
    state = matched(both, *records)
    assert pairs(state) == {(both.key, each.key) for each in records}


def test_two_parts_whose_numbers_slipped_are_known_by_the_whole_that_they_make() -> None:
    wanted = order(total=3_824_15, customer=HER)
    first = line(1_800_00, "Invoice 2718", counterparty="АТ «Кредит Захід»")
    rest = line(2_024_15, "доплата рах 27578", counterparty="ТОВ «Явір»", booked_on=day("10-04"))
    assert pairs(matched(wanted, first, rest)) == {(wanted.key, first.key), (wanted.key, rest.key)}


def test_an_exact_number_of_an_unpaid_order_gives_way_to_one_that_wants_just_the_rest() -> None:
    begun = order("27518", 5_691_60, customer='ТОВ "Діброва"')
    named = order("27512", 13_290_50, customer="Мар'яна")
    first = line(3_794_00, "рах 27518", counterparty='ТОВ "ДІБРОВА"')
    rest = line(1_897_60, "рах 27512", counterparty='ФГ "Ладо-2"', booked_on=day("10-04"))
    assert (begun.key, rest.key) in pairs(matched(begun, named, first, rest))


def test_a_prepayment_is_of_the_order_that_wanted_it_then_though_it_was_paid_in_full_since() -> (
    None
):
    wanted = order(total=3_150_00, customer="Коваль Арсен")
    first = line(500_00, "завдаток", counterparty="КОВАЛЬ АРСЕН АНТОНОВИЧ")
    whole = line(3_150_00, "замовлення 27518", counterparty="КОВАЛЬ АРСЕН", booked_on=day("10-06"))
    state = matched(wanted, first, whole)
    assert pairs(state) == {(wanted.key, first.key), (wanted.key, whole.key)}
    assert ("order_overpaid", wanted.key) in kinds(state)


def test_a_small_sum_of_the_customer_is_more_for_his_paid_order() -> None:
    paid = order(total=42_751_00, customer="Степан Остапчук", method="cod")
    own = payment(42_751_00, "27518", provider="nova-kurier", payer="Остапчук Степан")
    more = line(99_50, "за доставку", counterparty="ОСТАПЧУК СТЕПАН", booked_on=day("10-06"))
    assert pairs(matched(paid, own, more)) == {(paid.key, own.key), (paid.key, more.key)}


def test_money_of_somebody_with_two_orders_goes_to_the_one_that_wants_it() -> None:
    paid = order("27518", 48_900_00, customer='ТОВ "Форпост"', phone="0991112233")
    wants = order("27640", 13_990_00, customer='ТОВ "Форпост"', phone="0991112233")
    own = line(48_900_00, "рах 27518", counterparty='ТОВ "ФОРПОСТ"', tax_id="22525043")
    part = line(3_200_00, "Переказ", counterparty='ТОВ "ФОРПОСТ"', tax_id="22525043",
                booked_on=day("10-04"))  # fmt: skip
    assert (wants.key, part.key) in pairs(matched(paid, wants, own, part))


def test_a_total_that_only_one_order_has_tells_whose_a_nameless_second_payment_is() -> None:
    paid, others = order(total=59_789_00), [order(f"2753{n}", 1_000_00 + n) for n in range(5)]
    own = line(59_789_00, "рах 27518", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    again = payment(59_789_00, created_at=moment("10-04T10:05"))
    state = matched(paid, *others, own, again)
    assert ("duplicate_payment", again.key) in kinds(state)
    twin = order("27590", 59_789_00, customer=HER, status="cancelled", refunded=59_789_00)
    assert ("duplicate_payment", again.key) not in kinds(matched(paid, twin, own, again))


def test_cash_that_nobody_is_named_for_is_no_second_payment_of_a_paid_order() -> None:
    paid = order(total=4_499_00, method="cash", closed_at=moment("10-01T12:40"))
    alike = order("27590", 4_499_00, customer=HER, created_at=moment("10-20T12:00"))
    own = cash(4_499_00, order_ref="27518", happened_at=moment("10-01T12:30"))
    other = cash(4_499_00, happened_at=moment("10-01T12:10"))
    assert pairs(matched(paid, alike, own, other)) == {(paid.key, own.key)}


def test_as_many_equal_sums_as_orders_that_fit_alike_pay_them_in_turn() -> None:
    closed = moment("10-01T12:50")
    orders = [
        order(number, 4_499_00, customer=name, method="cash", closed_at=closed)
        for number, name in (("27511", "Гук Ніна"), ("27512", "Сава Лев"))
    ]
    sums = [cash(4_499_00, happened_at=moment(f"10-01T12:{at}")) for at in (20, 30)]
    state = matched(*orders, *sums)
    assert pairs(state) == {(orders[0].key, sums[0].key), (orders[1].key, sums[1].key)}
    assert not [kind for kind, _ in kinds(state) if kind == "order_unpaid"]


def test_money_that_came_to_an_order_before_it_was_cancelled_was_for_it() -> None:
    kept = order(total=36_400_00, status="cancelled", method="cash", channel="showroom",
                 closed_at=moment("10-05T06:00"))  # fmt: skip
    given = cash(36_400_00, happened_at=moment("10-01T17:05"), note="оплата")
    state = matched(kept, given)
    assert pairs(state) == {(kept.key, given.key)}
    assert ("order_overpaid", kept.key) in kinds(state)


def test_a_refund_by_the_bank_shows_that_the_order_was_paid_by_the_bank() -> None:
    back = order(
        total=36_999_00, status="cancelled", refunded=36_999_00, customer=HER, method="card_online"
    )
    came = line(36_999_00, "Переказ", counterparty='ТОВ "ОАЗА"', tax_id="86807408")
    went = line(-36_999_00, "Повернення коштів, замовлення 27518", counterparty="ГРИНЬКО ОЛЕНА",
                booked_on=day("10-07"))  # fmt: skip
    assert (back.key, came.key) in pairs(matched(back, came, went))


def test_the_payer_behind_a_banks_own_account_is_read_from_the_text() -> None:
    wanted = order(total=2_276_00, customer="Кравець Раїса")
    parts = [
        line(900_00, "Аванс за товар. Від: Кравець Раїса Львівна", booked_on=day("10-02"),
             counterparty="Транзитний рахунок за платежами фізичних осіб"),
        line(1_376_00, "Платник: КРАВЕЦЬ Р.Л.; друга частина", booked_on=day("10-04"),
             counterparty="Транзитний рахунок за платежами фізичних осіб"),
    ]  # fmt: skip
    assert pairs(matched(wanted, *parts)) == {(wanted.key, each.key) for each in parts}


def test_a_customers_tax_number_in_the_text_names_him() -> None:
    wanted, other = (
        order(total=3_227_50, customer=HER, tax_id="8631863169"),
        order("27590", 3_227_50),
    )
    came = line(3_227_50, "ІПН 8631863169; переказ", counterparty="АТ «Кредит Захід»")
    assert pairs(matched(wanted, other, came)) == {(wanted.key, came.key)}


def test_the_phone_of_another_keeps_a_slipped_number_from_making_up_a_sum() -> None:
    pair = [
        order(number, total, customer="Прокопенко Петро", phone="+380974945248")
        for number, total in (("27518", 4_139_00), ("27519", 14_200_00))
    ]
    meant = order("28612", 18_340_00, customer="Філоненко Христина", phone="+380736553180")
    came = line(
        18_340_00, "0736553180; замовлення 27548", counterparty="СУЗІР'Я ТОВ", tax_id="77661859"
    )
    state = matched(*pair, meant, came)
    assert not {(each.key, came.key) for each in pair} & pairs(state)


def test_a_number_that_slipped_to_a_strangers_order_is_made_good_by_the_customers_own() -> None:
    own = [order(f"2751{n}", total, customer=HER, phone="0991112233")
           for n, total in ((1, 23_800_00), (2, 4_499_00), (3, 15_880_00))]  # fmt: skip
    stranger = order("27812", 4_499_00, customer="Нечай Степан")
    came = line(44_179_00, "замовлення №27511 і 27812 і 27513", counterparty="ГРИНЬКО ОЛЕНА")
    assert pairs(matched(*own, stranger, came)) == {(each.key, came.key) for each in own}


def test_one_of_two_counted_parts_is_a_part_and_the_last_is_the_rest() -> None:
    first, last = payments_of("1 з 2: за товар"), payments_of("2 из 2: за товар")
    assert first != last


def payments_of(purpose: str) -> set[tuple[str, str]]:
    """Match a sum that says so beside the paid order of its payer."""
    paid = order(total=11_800_00, customer="Червінко Арсен Маркович")
    own = line(11_800_00, "замовлення 27518", counterparty="Червінко Арсен Маркович", key="bank:1")
    more = line(
        5_900_00, purpose, counterparty="ЧЕРВІНКО А.М.", key="bank:2", booked_on=day("10-05")
    )
    return pairs(matched(paid, own, more))


def test_cash_of_somebody_else_is_no_second_payment_of_an_order_of_the_same_sum() -> None:
    paid = order(total=12_400_00, customer="Мельник Сергій")
    others = [order(f"2753{n}", 1_000_00 + n) for n in range(5)]
    own = payment(12_400_00, "27518", payer="SERHII MELNYK")
    sale = cash(12_400_00, happened_at=moment("10-11T10:20"), note="бойлер 12 400 Савчук")
    known = dataclasses.replace(sale, party="Савчук")
    assert (paid.key, known.key) not in pairs(matched(paid, *others, own, known))
    nobodys = dataclasses.replace(sale, note="бойлер")
    assert (paid.key, nobodys.key) not in pairs(matched(paid, *others, own, nobodys))
    again = dataclasses.replace(sale, party="Мельник", note="Мельник")
    state = matched(paid, *others, own, again)
    assert (paid.key, again.key) in pairs(state)
    twice = next(each for each in state.findings() if again.key in each.records)
    assert twice.cause is Cause.TAKEN_TOO


HIS = {"customer": "Жадан Павло", "phone": "+380938491899"}
BEGUN = line(2_682_00, "задаток 29893", counterparty="ЖАДАН П.Я.", booked_on=day("10-01"))


def test_of_a_sum_for_several_orders_each_has_what_it_lacked() -> None:
    one, other = order("29893", 8_940_00, **HIS), order("29894", 38_980_00, **HIS)
    for told in ("№29893 та 29894", "№29893 та 94", "рах. 29893/94", "замовлення 29893, 94"):
        both = line(45_238_00, told, counterparty="ЖАДАН П.Я.", booked_on=day("10-02"))
        state = matched(one, other, BEGUN, both)
        assert pairs(state) == {
            (one.key, BEGUN.key),
            (one.key, both.key),
            (other.key, both.key),
        }, told
        assert kinds(state) == set()
        shares = {link.left: link.amount for link in state.links() if link.right == both.key}
        assert shares == {one.key: 6_258_00, other.key: 38_980_00}


def test_what_is_over_of_the_rest_of_an_order_is_another_of_that_customer() -> None:
    one, other = order("29893", 8_940_00, **HIS), order("29894", 38_980_00, **HIS)
    both = line(45_238_00, "рах. 29893", counterparty="ЖАДАН П.Я.", booked_on=day("10-02"))
    state = matched(one, other, BEGUN, both)
    assert (other.key, both.key) in pairs(state)
    assert kinds(state) == set()


def test_of_three_numbers_the_last_two_may_be_told_in_short() -> None:
    three = [
        order(number, total, **HIS)
        for number, total in (("31245", 37_080_00), ("31247", 64_399_00), ("31248", 4_045_50))
    ]
    all_of = line(105_524_50, "замовлень 31245 та 47 та 48", counterparty="ЖАДАН П.Я.")
    assert pairs(matched(*three, all_of)) == {(each.key, all_of.key) for each in three}


def test_a_customers_money_for_an_order_that_nobody_knows_is_asked_about() -> None:
    tax = {"tax_id": "9595911544"}
    paid = order("30495", 54_090_00, customer="Федорук Маргарита", **tax)
    own = line(54_090_00, "Зам 30495", counterparty="ФЕДОРУК МАРГАРИТА", **tax)
    wanted = order("30999", 60_000_00, customer="Федорук Маргарита", **tax)
    for told in ("Зам 28685", "оплата, дог. 31390", "Аванс за замовлення INV28685"):
        old = line(
            13_090_00,
            told,
            counterparty="ФЕДОРУК МАРГАРИТА АНТОНІВНА",
            booked_on=day("10-20"),
            **tax,
        )
        state = matched(paid, own, old)
        assert pairs(state) == {(paid.key, own.key)}, told
        assert ("payment_without_order", old.key) in kinds(state)
        if "дог" not in told:
            assert (wanted.key, old.key) not in pairs(matched(paid, own, wanted, old))


def test_a_bare_number_beside_an_unknown_orders_is_no_orders() -> None:
    known = order("29265", 35_926_74, customer=HER, refunded=35_926_74, method="cod")
    old = line(11_290_00, "Invoice 27997, папір 29265", counterparty="АТ «КРЕДИТ ЗАХІД»")
    assert pairs(matched(known, old)) == set()
    apart = line(11_290_00, "Balance faktura nr 2926 541", counterparty="АТ «КРЕДИТ ЗАХІД»")
    its = order("2926541", 35_926_74, customer=HER)
    assert pairs(matched(its, apart)) == {(its.key, apart.key)}


def test_a_part_that_comes_again_is_a_second_payment() -> None:
    wanted = order(total=3_150_00, customer=HER, phone="+380671112233")
    records = [
        line(1_700_00, "замовлення 27518", counterparty=HER, booked_on=day("10-02")),
        line(1_450_00, "замовлення 27518", counterparty=HER, booked_on=day("10-05")),
        line(1_450_00, "доплата", counterparty=HER, booked_on=day("10-06")),
    ]
    state = matched(wanted, *records)
    assert pairs(state) == {(wanted.key, each.key) for each in records}
    assert ("duplicate_payment", records[2].key) in kinds(state)


def test_a_refund_without_a_number_is_of_the_order_that_its_payer_paid() -> None:
    paid = order(total=22_500_00, customer="Денис Миколайчук")
    name = {"counterparty": "МИКОЛАЙЧУК ДЕНИС СТЕПАНОВИЧ"}
    own = line(22_500_00, "рахунок 27518", **name)
    back = line(-18_225_00, "Повернення коштів згідно заяви", booked_on=day("10-08"), **name)
    state = matched(paid, own, back)
    assert pairs(state) == {(paid.key, own.key), (paid.key, back.key)}
    assert ("refund_one_sided", paid.key) in kinds(state)
    other = line(
        -18_225_00, "Повернення коштів згідно заяви", counterparty="МИКОЛАЙЧУК ІННА ЮРІЇВНА",
        booked_on=day("10-08"),
    )  # fmt: skip
    assert (paid.key, other.key) not in pairs(matched(paid, own, other))
