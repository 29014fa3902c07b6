"""What a bank cuts short, a marketplace masks and a shop numbers anew."""

from reconciliation.records import Payment
from tests.reconciliation.builders import (
    KOVAL,
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


def bought(gross: int, order_ref: str = "", payer: str = "") -> Payment:
    return payment(
        gross, order_ref, provider="rynok", merchant="RYN-2764", payer=payer,
        created_at=moment("10-04T10:00"),
    )  # fmt: skip


def test_a_given_name_and_a_letter_tell_whose_the_money_is() -> None:
    wanted = [
        order("27540", 4_246_00, customer="Арсен Гаврилюк", method="marketplace"),
        order("27550", 4_246_00, customer="Арсен Нечай", method="marketplace"),
    ]
    paid = bought(4_246_00, "M89713901", "Арсен Г.")
    assert pairs(matched(*wanted, paid)) == {(wanted[0].key, paid.key)}


def test_a_masked_name_is_not_everybody_of_that_letter() -> None:
    wanted = order("27540", 4_544_00, customer="Костянтин Кваша", method="marketplace")
    paid = bought(4_544_00, payer="Денис К.")
    assert ("payment_without_order", paid.key) in kinds(matched(wanted, paid))


def test_a_buyer_whom_a_marketplace_names_is_not_another_customer() -> None:
    wanted = order("51917", 29_990_00, customer="Філоненко Мар'яна", method="marketplace")
    paid = bought(29_990_00, "M51055705", "Пархоменко Руслан")
    assert {("payment_without_order", paid.key), ("order_unpaid", wanted.key)} <= kinds(
        matched(wanted, paid)
    )


def test_a_provider_takes_just_the_sum_and_not_one_about_it() -> None:
    wanted = [
        order("27540", 4_544_00, customer="Кваша Костянтин", method="marketplace"),
        order("27550", 4_545_00, customer="Кравець Денис", method="marketplace"),
    ]
    paid = bought(4_545_00)
    assert pairs(matched(*wanted, paid)) == {(wanted[1].key, paid.key)}


def test_a_name_that_was_cut_off_within_its_form_is_nobodys() -> None:
    given_back = order(
        "41647", 1_998_00, status="cancelled", refunded=1_998_00, customer="ФОП Андрусяк"
    )
    came = line(1_998_00, "рах. 41647", counterparty="ФОП АНДРУСЯК МАР'ЯНА")
    backs = [
        line(
            -999_00, text, counterparty="Фізична особа-підпри",
            booked_on=day("10-08"),
        )
        for text in ("Возврат средств по заказу 41647", "Зарах.: Возврат средств по заказу 4")
    ]  # fmt: skip
    found = pairs(matched(given_back, came, *backs))
    assert {right for _, right in found} == {came.key, *(each.key for each in backs)}


def test_a_transfer_between_own_accounts_is_known_by_its_words_alone() -> None:
    own = line(
        357_000_00, "Зарах.: Переказ між власними рахунк", counterparty="ТОВ «ДОМАШНЯ ТЕХНІКА"
    )
    assert kinds(matched(own)) == set()


def test_a_line_brings_many_batches_though_it_has_room_to_name_only_one() -> None:
    batches = [
        payout(f"RSV-EC2026-{place}", net, paid_on=day("10-06"))
        for place, net in enumerate((2_389_00, 4_256_79, 1_967_04, 785_00, 270_00))
    ]
    brought = line(
        9_667_83, "RSV-EC2026-0 RSV-EC2026-", counterparty="ТОВ «ІЗІКАРД ПЕЙМЕНТ",
        booked_on=day("10-06"),
    )  # fmt: skip
    state = matched(*batches, brought)
    assert {link.left for link in state.links()} == {each.key for each in batches}
    assert kinds(state) == set()


def test_more_than_ever_came_does_not_go_back_to_somebody_else() -> None:
    paid = order("62965", 7_764_00, customer="Криворучко Вадим")
    came = line(7_764_00, "ref 62965", counterparty="КРИВОРУЧКО ВАДИМ")
    of_last_year = line(
        -26_500_00, "Повернення за рах. №62965 згідно за", counterparty="ПОЛТОРАК МИРОСЛАВ МА",
        booked_on=day("10-20"),
    )  # fmt: skip
    state = matched(paid, came, of_last_year)
    assert pairs(state) == {(paid.key, came.key)}
    assert kinds(state) == set()


def test_numbers_in_short_after_commas_are_no_sum_of_money() -> None:
    phone = "+380975247856"
    orders = [
        order("34402", 85_085_10, customer="Голуб Назар", phone=phone),
        order("34403", 17_100_00, customer="Голуб Назар", phone=phone),
        order("34404", 48_900_00, customer="Голуб Назар", phone=phone),
    ]
    begun = line(25_525_00, "Prepayment замовлення 34402", counterparty="Голуб Віра Романівна")
    rest = line(
        125_560_10, "ЗА РАХУНКАМИ 34402,03,04, У Т.Ч. ПДВ 20% - 20926.68", booked_on=day("10-04"),
        counterparty="ГОЛУБ НАЗАР АНТОНОВИЧ",
    )  # fmt: skip
    state = matched(*orders, begun, rest)
    assert pairs(state) == {(orders[0].key, begun.key), *((each.key, rest.key) for each in orders)}
    assert kinds(state) == set()


def test_two_surnames_a_letter_apart_are_no_relatives() -> None:
    wants_rest = order("71804", 184_10, customer="Мар'яна Куценко", method="card_online")
    own = order("72194", 259_00, customer="Софія Луценко", created_at=moment("10-10T17:37"))
    part = line(75_00, "Аванс 72194", counterparty="ЛУЦЕНКО СОФІЯ", booked_on=day("10-12"))
    rest = line(184_00, "Переказ", counterparty="ЛУЦЕНКО СОФІЯ", booked_on=day("10-14"))
    assert pairs(matched(wants_rest, own, part, rest)) == {
        (own.key, part.key),
        (own.key, rest.key),
    }


def test_an_order_of_several_ways_is_not_paid_by_one() -> None:
    delivered = order("93813", 4_499_00, customer="Лещенко Олексій", method="cod")
    others = [
        order(number, 4_499_00, customer=KOVAL, method="mixed") for number in ("93514", "93529")
    ]
    paid = payment(
        4_499_00, provider="nova-kurier", merchant="NK-60417", created_at=moment("10-06T08:02")
    )
    assert pairs(matched(delivered, *others, paid)) == {(delivered.key, paid.key)}


def test_a_patronymic_that_was_cut_off_is_no_surname() -> None:
    paid = order("66560", 1_429_00, customer="Собко Віра")
    whole = line(1_429_00, "рах. 66560", counterparty="АТ «МОНОЛІТ БАНК»")
    more = line(
        500_00, "Остаточна оплата Оплата зам", counterparty="СОБКО ВІРА ГРИГОРІВН",
        booked_on=day("10-08"),
    )  # fmt: skip
    state = matched(paid, whole, more)
    assert pairs(state) == {(paid.key, whole.key), (paid.key, more.key)}


def test_a_patronymic_that_was_cut_off_makes_nobody_a_company() -> None:
    wanted = [
        order("27540", 4_246_00, customer="Шелест Данило"),
        order("27550", 4_246_00, customer="Нечай Данило"),
    ]
    paid = line(4_246_00, "Переказ", counterparty="ШЕЛЕСТ ДАНИЛО ГО")
    assert pairs(matched(*wanted, paid)) == {(wanted[0].key, paid.key)}


def test_a_bank_that_settles_its_terminals_is_known_by_what_it_says() -> None:
    batch = payout("B20310-2553", 1_025_49, provider="pos", merchant="T20310")
    brought = line(
        1_025_49, "Зарах. торг. еквайринг за 01.10.202", counterparty="АТ «ЦЕНТРАЛЬНИЙ БАНК"
    )
    state = matched(batch, brought)
    assert {(link.left, link.right) for link in state.links()} == {(batch.key, brought.key)}
    assert ("payment_without_order", brought.key) not in kinds(state)


def test_nearly_a_whole_total_is_nothing_more_for_a_paid_order_a_slip_away() -> None:
    paid = order("33815", 27_999_00, customer="Підгірна Мар'яна", method="marketplace")
    own = bought(27_999_00, "33815")
    older = line(
        26_750_00, "Переказ (замовлення № 33415)", counterparty="Підгірна Мар'яна Борисівна",
        booked_on=day("10-10"),
    )  # fmt: skip
    assert ("payment_without_order", older.key) in kinds(matched(paid, own, older))
