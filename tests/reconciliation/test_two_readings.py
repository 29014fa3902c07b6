"""What may be read in two ways is asked and not linked, and what has one reading is not."""

import pytest

from reconciliation.engine import Reconciliation
from reconciliation.links import LinkKind
from reconciliation.records import Order, Payment, Record
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

CARD: dict[str, object] = {"customer": KOVAL, "method": "card_online"}
HUDYM: dict[str, object] = {"counterparty": "ГУДИМ Р.Я."}


def assert_asked(state: Reconciliation, money: Record) -> None:
    """See that money is linked to no order and told as such."""
    assert not [pair for pair in pairs(state) if pair[1] == money.key]
    assert ("payment_without_order", money.key) in kinds(state)


@pytest.mark.parametrize(
    ("wanted", "came"),
    [
        ({"method": "bank_transfer"}, payment(13_990_00, created_at=moment("10-02T10:51"))),
        ({}, payment(13_990_00, created_at=moment("10-09T10:51"))),
        ({}, payment(13_990_00, "26076", created_at=moment("10-02T16:38"))),
        ({}, payment(13_989_50, created_at=moment("10-02T16:38"))),
    ],
    ids=["another way", "another week", "another number", "another sum"],
)
def test_a_nameless_card_sum_is_an_orders_only_of_its_way_days_number_and_sum(
    wanted: dict[str, object], came: Payment
) -> None:
    price = order("27400", 13_990_00, created_at=moment("09-20T12:00"))
    paid = line(13_990_00, "27400", booked_on=day("09-21"))
    assert_asked(matched(order("27518", 13_990_00, **(CARD | wanted)), price, paid, came), came)


def test_a_nameless_card_sum_of_few_days_after_is_the_orders_that_says_so() -> None:
    wanted = order("27518", 13_990_00, **CARD)
    came = payment(13_990_00, created_at=moment("10-03T10:51"))
    assert pairs(matched(wanted, came)) == {(wanted.key, came.key)}


def test_nobodys_cash_about_the_rest_of_a_parcel_is_not_for_it() -> None:
    parcel = order("27518", 46_569_00, method="cod")
    first = payment(21_887_43, "27518", provider="nova-kurier", created_at=moment("10-03T09:00"))
    about = cash(24_681_00, happened_at=moment("10-05T12:10"))
    state = matched(parcel, first, about)
    assert pairs(state) == {(parcel.key, first.key)}


@pytest.mark.parametrize(("closed", "is_linked"), [(None, False), (moment("10-05T12:00"), True)])
def test_a_marketplace_takes_more_for_no_order_that_is_still_open(
    closed: object, *, is_linked: bool
) -> None:
    sold = order("27518", 10_620_08, customer=KOVAL, method="marketplace", closed_at=closed)
    more = payment(11_390_00, provider="rynok", created_at=moment("10-03T09:00"), payer=KOVAL)
    assert ((sold.key, more.key) in pairs(matched(sold, more))) is is_linked


def test_far_more_than_a_paid_order_by_its_number_may_be_for_one_of_last_year() -> None:
    sold = order("27518", 3_675_00, customer="Аліна")
    paid = line(3_675_00, "замовлення 27518", counterparty="ЩЕРБА АЛІНА ВІТАЛІЇВНА")
    for payer in (HUDYM, {"counterparty": "ПАТ АКБ «ДНІСТЕР»"}):
        more = line(35_900_00, "#27518", booked_on=day("10-06"), **payer)
        assert_asked(matched(sold, paid, more), more)


def test_an_employees_return_is_no_part_of_what_he_bought() -> None:
    bought = order("27518", 7_420_16, customer="Мороз Олексій Львович")
    back = line(
        1_508_00,
        "Повернення підзвітних коштів, авансовий звіт 375 від 30.09.26",
        counterparty="МОРОЗ ОЛЕКСІЙ",
    )
    assert pairs(matched(bought, back)) == set()


def test_a_number_written_with_the_shops_letters_names_an_order_that_nobody_knows() -> None:
    wanted = order("S89631", 49_334_68, customer="Wojciech Urbanski")
    other = line(21_300_00, "opl zamovlennya S88063", counterparty="Urbański Wojciech")
    assert_asked(matched(wanted, other), other)


def test_a_slip_gives_way_to_the_payment_that_names_the_order_itself() -> None:
    """A number between two orders is of the one that its own payment does not name."""
    slow = order("27516", 13_990_00, customer="Бугай Христина", method="bank_transfer")
    quick = order("27518", 13_990_00, created_at=moment("10-01T12:05"), **CARD)
    between = payment(13_990_00, "27517", created_at=moment("10-01T12:12"))
    named = payment(13_990_00, "27518", created_at=moment("10-01T12:50"))
    state = matched(slow, quick, between, named)
    assert pairs(state) == {(slow.key, between.key), (quick.key, named.key)}


def test_a_providers_very_sum_a_slip_away_makes_the_number_doubtful() -> None:
    named = order("27518", 4_436_00, **CARD)
    slipped = order("27519", 4_516_00, customer="Куценко Софія", method="card_online")
    first = payment(2_218_00, "27518", created_at=moment("10-01T12:08"))
    came = payment(4_516_00, "27518", created_at=moment("10-01T12:20"))
    assert (named.key, came.key) not in pairs(matched(named, slipped, first, came))


def test_more_than_was_wanted_is_of_no_one_order_of_a_customers_several() -> None:
    first, second = (
        order(number, total) for number, total in (("27518", 4_654_00), ("27590", 4_477_00))
    )
    paid: list[Record] = [
        line(4_654_00, "27518", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА"),
        payment(4_477_00, "27590"),
    ]
    more = line(500_00, "доплата", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА", booked_on=day("10-06"))
    assert_asked(matched(first, second, *paid, more), more)
    assert (first.key, more.key) in pairs(matched(first, *paid[:1], more))


def _twice_paid(*, first_day: str) -> tuple[Order, Order, list[Record]]:
    """Give two orders of namesakes, one paid before the sum of a day and one after."""
    before = order("27518", 15_880_00, phone="+380671141694")
    since = order("27590", 15_880_00, phone="+380631308026", created_at=moment("10-02T16:58"))
    paid: list[Record] = [
        line(15_880_00, "27518", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day(first_day)),
        line(15_880_00, "27590", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("10-06")),
    ]
    return before, since, paid


def test_a_sum_between_two_payments_of_namesakes_is_neither_ones_surely() -> None:
    before, since, paid = _twice_paid(first_day="10-02")
    between = line(15_880_00, "Дякую!", counterparty="ВОЛОЩУК Л.П.", booked_on=day("10-03"))
    assert_asked(matched(before, since, *paid, between), between)


def test_a_provider_takes_money_for_one_order_at_a_time() -> None:
    named = order("29147", 3_207_00, customer="Щерба Маргарита", method="marketplace")
    other = order("29157", 99_00, customer="Ясінська Олеся", method="marketplace")
    own = payment(99_00, provider="rynok", payer="Олеся Я.", created_at=moment("10-03T09:00"))
    more = payment(3_307_00, "29147/M61744664", provider="rynok", created_at=moment("10-04T09:00"))
    state = matched(named, other, own, more)
    assert pairs(state) == {(named.key, more.key), (other.key, own.key)}


def test_what_a_provider_took_too_much_is_no_others_of_the_customer() -> None:
    first = order("27518", 2_886_00, **CARD, phone="+380501306211")
    second = order(
        "27590", 2_637_00, **CARD, phone="+380501306211", created_at=moment("10-01T12:05")
    )
    bank = line(2_886_00, "Поповнення рахунку", counterparty="КОВАЛЬ АНДРІЙ")
    more = payment(2_737_00, "27590", payer="ANDRII KOVAL")
    state = matched(first, second, bank, more)
    assert pairs(state) == {(first.key, bank.key), (second.key, more.key)}


def test_a_number_that_lost_its_first_digit_may_begin_with_a_zero() -> None:
    meant = order("307637", 70_520_00, customer="Олеся Лупій")
    rest = line(70_520_00, "оплата №07637", counterparty="Лупій Любов Борисівна")
    assert pairs(matched(meant, rest)) == {(meant.key, rest.key)}


def test_a_customers_order_beside_the_named_ones_makes_up_their_sum() -> None:
    three = [
        order(f"30899{place}", 1_000_00 * place, phone="+380676912835") for place in (5, 6, 7)
    ]
    together = line(18_000_00, "Invoices 308995р + 30896 + 308997", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    assert pairs(matched(*three, together)) == {(each.key, together.key) for each in three}


@pytest.mark.parametrize(("is_lone", "found"), [(True, 1), (False, 0)])
def test_a_deposit_of_weeks_ago_is_shown_only_by_a_line_that_shows_no_other(
    *, is_lone: bool, found: int
) -> None:
    def deposit(amount: int, when: str) -> Record:
        return cash(
            amount, direction="out", category="bank_deposit", happened_at=moment(f"{when}T19:00")
        )

    old, near = deposit(24_400_00, "10-05"), deposit(24_500_00, "10-20")
    shown = line(
        24_400_00,
        "Готівкова виручка магазину",
        counterparty="Самоінкасація",
        booked_on=day("10-22"),
    )
    state = matched(*([old] if is_lone else [old, near]), shown)
    carried = [link.left for link in state.links() if link.kind is LinkKind.CASH_BANK]
    assert carried.count(old.key) == found
    assert len(carried) == 1


def test_a_strangers_sum_is_no_rest_of_what_nothing_was_paid_for_yet() -> None:
    wanted = order(total=37_900_00, method="mixed")
    strange = line(13_700_00, "оплата", counterparty="КИРИЛЕНКО ВЛАДИСЛАВ", booked_on=day("10-05"))
    first = line(
        24_200_00, "задаток 27518", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("10-06")
    )
    assert_asked(matched(wanted, strange, first), strange)
    early = line(
        24_200_00, "задаток 27518", counterparty="ВОЛОЩУК ЛЮДМИЛА", booked_on=day("10-04")
    )
    assert (wanted.key, strange.key) in pairs(matched(wanted, strange, early))


def test_an_order_that_was_paid_since_gives_way_to_the_one_that_is_named() -> None:
    named = order("27518", 48_900_00, customer=KOVAL, method="mixed")
    near = order("27538", 37_200_00, customer="Панасюк Ростислав", method="card_online")
    came = payment(37_200_00, "27518", provider="pos", created_at=moment("10-01T13:15"))
    since = payment(37_200_00, "27538", created_at=moment("10-04T15:36"))
    state = matched(named, near, came, since)
    assert pairs(state) == {(named.key, came.key), (near.key, since.key)}


def test_a_prepayment_is_of_the_order_it_names_and_not_the_whole_of_a_like_one() -> None:
    named = order("27518", 9_376_50, customer=KOVAL, method="mixed")
    near = order("27514", 4_600_00, customer="Лещенко Данило", method="cod")
    came = line(4_600_00, "Аванс #27518/1", counterparty="ПАТ АКБ «ДНІСТЕР»")
    assert (near.key, came.key) not in pairs(matched(named, near, came))


def test_a_card_charged_twice_waits_for_all_orders_that_it_may_be_for() -> None:
    other = order("27518", 10_400_00, **CARD)
    own = order("27590", 10_400_00, customer="Руслан Базилевич", created_at=moment("09-27T15:05"))
    paid: list[Record] = [
        payment(10_400_00, "27518", payer="ANDRII KOVAL"),
        line(10_400_00, "27590", counterparty="БАЗИЛЕВИЧ РУСЛАН", booked_on=day("09-28")),
    ]
    again = payment(10_400_00, payer="RUSLAN BAZYLEVYCH", created_at=moment("10-01T13:40"))
    assert (other.key, again.key) not in pairs(matched(other, own, *paid, again))


def test_a_payer_whom_his_bank_names_in_the_text_is_no_namesake_of_another_father() -> None:
    trader = order(
        "27518", 4_177_00, customer="ФОП Шелест Мирослав Антонович", tax_id="1144486315"
    )
    paid = line(4_177_00, "27518", counterparty="ФОП SHELEST MYROSLAV", tax_id="1144486315")
    more = line(
        199_50,
        "Платник: ШЕЛЕСТ МИРОСЛАВ КИРИЛОВИЧ; Оплата покупки",
        counterparty="АТ «МОНОЛІТ БАНК» ТРАНЗИТНИЙ",
        booked_on=day("10-03"),
    )
    assert_asked(matched(trader, paid, more), more)


def test_the_customers_own_orders_make_up_a_sum_before_strangers_do() -> None:
    """Another's two orders come to just as much as the two of his that he tells wrongly."""
    kryn: dict[str, object] = {"customer": 'ПП "Криниця-Трейд-81"', "tax_id": "51604402"}
    own = [
        order(number, total, **kryn)
        for number, total in (("70287", 17_650_00), ("70288", 5_250_00), ("70289", 15_640_00))
    ]
    others = [
        order("70229", 2_650_00, customer=KOVAL),
        order("70257", 20_250_00, customer="ФОП Магура Юлія"),
    ]
    came = line(
        38_540_00,
        "Оплата замовлень 70257, 80288, 70289",
        counterparty='ПП "КРИНИЦЯ-ТРЕЙД-81"',
        tax_id="51604402",
    )
    assert pairs(matched(*own, *others, came)) == {(each.key, came.key) for each in own}


def test_a_customers_transfer_is_no_whole_of_an_order_that_a_marketplace_pays() -> None:
    sold: dict[str, object] = {
        "customer": KOVAL,
        "method": "marketplace",
        "phone": "+380682604246",
    }
    first, second = (order(number, 26_970_00, **sold) for number in ("27518", "27590"))
    paid = payment(26_970_00, "27518", provider="rynok", created_at=moment("10-04T05:07"))
    less = payment(23_463_90, provider="rynok", payer=KOVAL, created_at=moment("10-05T06:33"))
    own = line(
        26_970_00, "За техніку", counterparty="КОВАЛЬ АНДРІЙ ІВАНОВИЧ", booked_on=day("10-06")
    )
    state = matched(first, second, paid, less, own)
    assert (second.key, own.key) not in pairs(state)
    assert ("duplicate_payment", own.key) in kinds(state)


def test_somebody_elses_part_is_not_for_an_order_that_was_cancelled_before() -> None:
    gone = order("27518", 45_779_00, customer=KOVAL, status="cancelled")
    part = line(
        10_050_00, "Друга частина 27518", counterparty='ТОВ "МАЯК"', booked_on=day("10-12")
    )
    assert_asked(matched(gone, part), part)


def test_a_namesakes_far_larger_sum_is_not_for_what_he_cancelled() -> None:
    wanted = order(total=19_125_00, status="cancelled")
    more = line(29_900_00, "Переказ коштів", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА")
    assert_asked(matched(wanted, more), more)


def test_whom_a_banks_text_pays_for_is_no_other_customer() -> None:
    begun = order(total=36_400_00, customer="ФОП Бойчук Костянтин", tax_id="3381967551")
    part = line(
        5_000_00, "Перша частина", counterparty="ФОП БОЙЧУК КОСТЯНТИН", tax_id="3381967551"
    )
    other = line(36_400_00, "Оплата покупки за Білоус Кирило", counterparty="АТ «ПЕРШИЙ ОЩАДНИЙ»")
    assert_asked(matched(begun, part, other), other)


def test_a_little_more_is_asked_where_two_paid_orders_of_a_firm_may_have_it() -> None:
    firm: dict[str, object] = {"customer": 'ПП "Добробут"', "tax_id": "86141151"}
    paid = order("27518", 68_140_00, method="card_online", **firm)
    other = order("27590", 60_000_00, **firm)
    money: list[Record] = [
        payment(68_140_00, "27518"),
        line(60_000_00, "27590", counterparty='ПП "ДОБРОБУТ"', tax_id="86141151"),
    ]
    more = line(2_700_00, "Оплата покупки", counterparty='ПП "ДОБРОБУТ"', tax_id="86141151")
    assert (paid.key, more.key) not in pairs(matched(paid, other, *money, more))


def test_a_little_more_that_tells_the_day_of_another_paper_is_asked() -> None:
    paid = order(total=33_860_00)
    first = line(33_860_00, "27518", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА")
    for told, is_linked in (("Оплата від 03.08.2026", False), ("Оплата від 01.10.2026", True)):
        more = line(
            1_000_00, told, counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА", booked_on=day("10-08")
        )
        assert ((paid.key, more.key) in pairs(matched(paid, first, more))) is is_linked


def test_a_card_charge_by_a_number_that_fits_in_nothing_else_is_asked() -> None:
    firm = order(total=6_175_65)
    for sum_, is_linked in ((13_990_00, False), (6_175_65, True)):
        came = payment(sum_, "27518", created_at=moment("10-03T15:20"))
        assert ((firm.key, came.key) in pairs(matched(firm, came))) is is_linked


def test_a_like_number_makes_no_far_larger_sum_the_customers() -> None:
    sold = order("344892", 23_770_00, customer="Дарина Лазаренко")
    first = line(15_400_00, "Аванс 344892", counterparty="ЛАЗАРЕНКО ДАРИНА")
    more = line(24_550_00, "номер 344392", counterparty="ЛАЗАРЕНКО ДАРИНА", booked_on=day("10-08"))
    assert_asked(matched(sold, first, more), more)


@pytest.mark.parametrize(
    ("when", "is_linked"), [("10-06", True), ("10-09", False), ("10-20", False)]
)
def test_a_little_more_that_nothing_calls_a_rest_comes_soon(when: str, *, is_linked: bool) -> None:
    paid = order(total=89_750_00)
    first = line(89_750_00, "27518", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА")
    more = line(
        4_090_00, "За витяжку", counterparty="ВОЛОЩУК ЛЮДМИЛА ПЕТРІВНА", booked_on=day(when)
    )
    assert ((paid.key, more.key) in pairs(matched(paid, first, more))) is is_linked
