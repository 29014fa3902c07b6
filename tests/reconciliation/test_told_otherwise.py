"""Money told otherwise than its order is: late, by another number, more, or by another payer."""

from dataclasses import replace

from reconciliation.records import BankLine, Order, Payment
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

SENT: dict[str, object] = {"counterparty": "КОВАЛЬ АНДРІЙ ПЕТРОВИЧ", "tax_id": "3021407711"}
HUDYM: dict[str, object] = {"counterparty": "ГУДИМ Р.Я."}


def of_koval(number: str, total: int, **more: object) -> Order:
    return order(number, total, customer=KOVAL, **more)


def asked(money: str) -> tuple[str, str]:
    return ("payment_without_order", money)


def test_a_total_to_the_kopiyka_is_known_weeks_after_and_a_round_one_is_asked() -> None:
    late = line(59_049_16, booked_on=day("10-29"), counterparty='ФГ "ОБРІЙ ПЛЮС"')
    wanted = order("27518", 59_049_16, customer='ПП "Форвард"')
    assert pairs(matched(wanted, late)) == {(wanted.key, late.key)}
    till = cash(59_049_16, happened_at=moment("10-20T15:00"))
    by_hand = replace(wanted, method="cash")
    assert pairs(matched(by_hand, till)) == {(wanted.key, till.key)}
    round_one = replace(late, amount=59_000_00)
    assert not pairs(matched(replace(wanted, total=59_000_00), round_one))


def test_a_total_of_weeks_before_is_a_relatives_and_no_strangers_of_today() -> None:
    hers = order("27518", 10_400_00, customer="ФОП Решетник Мар'яна Данилівна")
    other = order(
        "28094", 10_400_00, customer="Пломінь Україна ТОВ", created_at=moment("10-22T10:00"),
        closed_at=moment("10-25T10:00"),
    )  # fmt: skip
    paid = line(10_400_00, "оплата", booked_on=day("10-22"), counterparty="РЕШЕТНИК ЛЮБОВ")
    assert pairs(matched(hers, other, paid)) == {(hers.key, paid.key)}


def test_nothing_goes_back_of_an_order_before_anything_came_for_it() -> None:
    paid_one = of_koval("27518", 10_400_00)
    paid = line(10_400_00, "27518", **SENT)
    later = of_koval(
        "27987", 9_729_95, refunded=5_643_37, method="cod", created_at=moment("10-11T20:00")
    )
    courier = payment(
        9_729_95, "27987", provider="nova-kurier", payer=KOVAL, created_at=moment("10-17T05:00")
    )
    back = line(-3_120_00, "Повернення коштів Коваль Андрій", booked_on=day("10-13"), **SENT)
    found = pairs(matched(paid_one, paid, later, courier, back))
    assert found == {(paid_one.key, paid.key), (later.key, courier.key), (paid_one.key, back.key)}


def test_a_sum_that_had_come_for_one_is_no_little_more_than_a_cancelled_one_wanted() -> None:
    kept = of_koval("27518", 14_200_00)
    paid = line(14_200_00, "27518", **SENT)
    cancelled = of_koval("27590", 13_990_00, status="cancelled", closed_at=moment("10-04T09:00"))
    again = line(14_200_00, "оплата", booked_on=day("10-07"), **SENT)
    state = matched(kept, paid, cancelled, again)
    assert (cancelled.key, again.key) not in pairs(state)
    assert ("duplicate_payment", again.key) in kinds(state)


def paid_again(purpose: str, **more: object) -> tuple[str, set[tuple[str, str]]]:
    """Give a second payment by the tax number, and all that is told where 26517 is another's."""
    wanted = of_koval("27518", 20_589_00, tax_id="3021407711", method="card_online")
    card = payment(20_589_00, "27518", created_at=moment("10-01T12:10"))
    other = order("26517", 43_775_00, customer="Білоус Руслан")
    its = line(43_775_00, "26517", counterparty="БІЛОУС РУСЛАН")
    second = line(20_589_00, purpose, booked_on=day("10-04"), **(SENT | more))
    return second.key, kinds(matched(wanted, card, other, its, second))


def test_a_customers_sum_comes_again_by_a_number_that_is_anothers_or_with_the_orders_day() -> None:
    for told in ("Покупка, номер 26517", "рахунок №26999 від 01.10.2026"):
        second, wrong = paid_again(told)
        assert ("duplicate_payment", second) in wrong
        assert ("order_overpaid", "order:26517") not in wrong
    second, wrong = paid_again("Покупка, номер 26999")
    assert asked(second) in wrong


def test_a_relative_pays_the_same_sum_again_within_days_and_a_stranger_does_not() -> None:
    wanted = order("27518", 16_630_00, customer="Галаган Ярослав", method="cod")
    first = payment(
        16_630_00, "27518", provider="nova-kurier", created_at=moment("10-05T06:25")
    )  # fmt: skip
    other = order("27400", 16_630_00, customer=KOVAL, created_at=moment("09-20T12:00"))
    paid = line(16_630_00, "27400", booked_on=day("09-21"), counterparty="КОВАЛЬ АНДРІЙ")
    again = line(16_630_00, booked_on=day("10-10"), counterparty="ГАЛАГАН ЮЛІЯ ГРИГОРІВНА")
    assert ("duplicate_payment", again.key) in kinds(matched(wanted, first, other, paid, again))
    for odd in (replace(again, **HUDYM), replace(again, booked_on=day("10-25"))):  # type: ignore[arg-type]
        assert asked(odd.key) in kinds(matched(wanted, first, other, paid, odd))


def test_a_rest_is_of_the_order_that_was_begun() -> None:
    whole = of_koval("27518", 31_852_50)
    paid = line(31_852_50, "27518", **SENT)
    new = of_koval("27750", 6_500_00, method="marketplace", created_at=moment("10-09T20:00"))
    rest = line(3_187_25, "Balance", booked_on=day("10-09"), **SENT)
    assert (new.key, rest.key) not in pairs(matched(whole, paid, new, rest))


def test_a_part_that_no_word_calls_so_is_asked_if_way_and_time_are_odd_too() -> None:
    wanted = of_koval("27518", 77_250_00, tax_id="3021407711", method="card_online")
    part = line(5_250_00, "оплата", booked_on=day("10-23"), **SENT)
    assert not pairs(matched(wanted, part))
    soon = replace(part, booked_on=day("10-05"))
    assert pairs(matched(wanted, soon)) == {(wanted.key, soon.key)}


COD: dict[str, object] = {"method": "cod"}


def by_courier(number: str, amount: int, when: str) -> Payment:
    carried = {"provider": "nova-kurier", "payer": KOVAL, "created_at": moment(when)}
    return payment(amount, number, **carried)


def test_a_courier_that_names_an_open_order_means_no_paid_one_a_slip_away() -> None:
    one, named = of_koval("27518", 2_080_50, **COD), of_koval("27519", 1_380_50, **COD)
    first = by_courier("27518", 2_080_50, "10-02T10:00")
    told = by_courier("27519", 2_080_50, "10-05T10:00")
    found = pairs(matched(one, named, first, told))
    assert found == {(one.key, first.key), (named.key, told.key)}


def test_a_courier_that_names_one_order_and_tells_another_ones_sum_is_asked() -> None:
    one, named = of_koval("27518", 15_400_00, **COD), of_koval("27519", 14_700_00, **COD)
    told = by_courier("27519", 15_400_00, "10-05T10:00")
    assert asked(told.key) in kinds(matched(one, named, told))


def test_a_number_of_a_paid_order_is_asked_where_one_a_slip_away_wants_as_much() -> None:
    paid_one = order("57492", 16_799_00, customer='ТОВ "Зоряний"')
    paid = line(16_799_00, "57492", counterparty='ТОВ "Зоряний"')
    wanting = order("57429", 27_999_00, customer="Богун Маргарита")
    sent = line(19_039_32, "сплата по счету 57492", counterparty="АТ «КРЕДИТ ЗАХІД»")
    assert not [pair for pair in pairs(matched(paid_one, paid, wanting, sent)) if sent.key in pair]
    found = pairs(matched(paid_one, paid, sent))
    assert (paid_one.key, sent.key) in found


def test_what_an_order_gave_back_just_so_had_come_too_much() -> None:
    wanted = of_koval("27518", 135_868_00, refunded=13_588_80)
    paid = line(135_868_00, "27518", **SENT)
    more = line(13_588_80, "оплата", booked_on=day("10-04"), **SENT)
    back = line(-13_588_80, "Повернення 27518", booked_on=day("10-09"), **SENT)
    state = matched(wanted, paid, more, back)
    assert (wanted.key, more.key) in pairs(state)
    assert ("order_overpaid", wanted.key) in kinds(state)
    kept = replace(wanted, refunded=0)
    assert (wanted.key, more.key) not in pairs(matched(kept, paid, more))


def through_bank(**more: object) -> BankLine:
    return line(2_247_00, "KL Оплата за витяжка", counterparty="АТ «КРЕДИТ ЗАХІД»", **more)


def test_of_two_sums_of_which_one_was_given_back_the_first_came_by_the_orders_way() -> None:
    wanted = of_koval("27518", 2_247_00, refunded=2_247_00)
    first = through_bank()
    card = payment(2_247_00, "27518", created_at=moment("10-03T13:32"))
    back = payment(-2_247_00, "27518", created_at=moment("10-06T17:11"))
    price = order("27600", 2_247_00, created_at=moment("10-20T12:00"), status="open")
    state = matched(wanted, price, first, card, back)
    assert (wanted.key, first.key) in pairs(state)
    assert ("duplicate_payment", card.key) in kinds(state)


def test_a_cards_hour_is_no_open_orders_that_waits_for_a_transfer() -> None:
    waiting = of_koval("27518", 4_499_00, status="open", closed_at=None)
    price = order("27400", 4_499_00, created_at=moment("09-20T12:00"))
    paid = line(4_499_00, "27400", booked_on=day("09-21"))
    card = payment(4_499_00, created_at=moment("10-01T12:49"))
    assert asked(card.key) in kinds(matched(waiting, price, paid, card))
    closed = of_koval("27518", 4_499_00)
    assert (closed.key, card.key) in pairs(matched(closed, price, paid, card))


def test_an_odd_part_by_name_alone_is_asked_where_the_order_is_paid_another_way() -> None:
    wanted = order("63066", 41_869_50, customer="Клименко Артем", method="cod", closed_at=None)
    part = line(
        13_915_57, "Payment for goods", booked_on=day("10-06"),
        counterparty="КЛИМЕНКО АРТЕМ ПАВЛОВИЧ",
    )  # fmt: skip
    state = matched(wanted, part)
    assert not pairs(state)
    assert asked(part.key) in kinds(state)
    by_transfer = replace(wanted, method="bank_transfer")
    assert pairs(matched(by_transfer, part)) == {(wanted.key, part.key)}


def test_an_unknown_number_is_asked_where_only_the_surname_is_the_customers() -> None:
    wanted = order("83030", 37_650_00, customer="ФОП Базилевич")
    told = line(
        37_650_00, "Оплата замовлення №434498 в т.ч. ПДВ 6275.00", booked_on=day("10-04"),
        counterparty="ФОП БАЗИЛЕВИЧ З.К.",
    )  # fmt: skip
    assert not pairs(matched(wanted, told))
    untold = replace(told, purpose="Оплата за товар")
    assert pairs(matched(wanted, untold)) == {(wanted.key, untold.key)}


def test_a_sum_is_the_payers_own_again_rather_than_his_relatives() -> None:
    his = order("52324", 14_200_00, customer="Новицька Христина Павлівна")
    hers = order("53410", 14_200_00, customer="ФОП Новицька Любов Григорівна")
    paid = line(
        14_200_00, "Оплата замовлення № 52324", booked_on=day("10-02"),
        counterparty="Новицька Христина Павлівна",
    )  # fmt: skip
    again = line(
        14_200_00, "Поповнення рахунку", booked_on=day("10-04"),
        counterparty="Новицька Христина Павлівна",
    )  # fmt: skip
    others = [order(number, 14_200_00, customer=KOVAL) for number in ("60001", "60002")]
    state = matched(his, hers, *others, paid, again)
    assert (hers.key, again.key) not in pairs(state)
    assert ("duplicate_payment", again.key) in kinds(state)


def test_a_usual_share_is_no_extra_of_an_order_that_was_paid_another_way() -> None:
    wanted = order("66175", 31_999_00, customer="Ніна Ткач", method="cod")
    courier = payment(
        31_999_00, "66175", provider="nova-kurier", payer="Ніна Ткач",
        created_at=moment("10-04T12:00"),
    )  # fmt: skip
    sent = line(
        17_600_00, "За техніку", booked_on=day("10-04"), counterparty="ТКАЧ НІНА СТЕПАНІВНА"
    )
    state = matched(wanted, courier, sent)
    assert (wanted.key, sent.key) not in pairs(state)
    assert asked(sent.key) in kinds(state)
