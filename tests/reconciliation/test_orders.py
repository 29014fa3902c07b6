"""How money finds its orders."""

from collections.abc import Iterable

from reconciliation.decisions import Decisions, customer_marks, payer_marks
from reconciliation.engine import Reconciliation
from reconciliation.links import Ground, LinkKind
from reconciliation.records import Record
from tests.reconciliation.builders import cash, day, line, matched, moment, order, payment

ORDER_KINDS = {LinkKind.ORDER_BANK, LinkKind.ORDER_CASH, LinkKind.ORDER_PAYMENT}
VOLOSHCHUK = "ВОЛОЩУК ЛЮДМИЛА"


def pairs(state: Reconciliation) -> set[tuple[str, str]]:
    return {(link.left, link.right) for link in state.links() if link.kind in ORDER_KINDS}


def questions(state: Reconciliation) -> dict[str, tuple[str, ...]]:
    return {each.record: each.candidates for each in state.questions()}


def keys(records: Iterable[Record]) -> set[str]:
    return {record.key for record in records}


def test_a_number_in_a_messy_purpose_leads_to_its_order() -> None:
    bank = line(purpose="опл за котел Bosch 24 заказ №27518 от 01.10.26, у т.ч. ПДВ 20%")
    assert pairs(matched(order(), order("27519"), bank)) == {("order:27518", bank.key)}


def test_one_sum_for_several_orders_is_shared_out_to_the_cent() -> None:
    bank = line(350_01, "Payment for order 27518, 27519")
    state = matched(order(total=100_01), order("27519", total=250_00), bank)
    amounts = {link.left: link.amount for link in state.links()}
    assert amounts == {"order:27518": 100_01, "order:27519": 250_00}


def test_a_slip_of_the_finger_is_seen_where_money_and_payer_fit_the_other_order() -> None:
    bank = line(13_714_00, "27501", counterparty='ТОВ "АКВАПРОМІНЬ КИЇВ"', tax_id="42557551")
    true = order("27591", 13_714_00, customer="Аквапромінь Київ", tax_id="42557551")
    assert pairs(matched(order("27502"), true, bank)) == {("order:27591", bank.key)}


def test_a_number_of_an_order_that_is_paid_gives_way_to_one_that_wants_the_rest() -> None:
    paid, wants = (
        order("46048", 37_690_00),
        order("46408", 13_990_00, customer="Терещенко Олексій"),
    )
    first = line(37_690_00, "46048", counterparty=VOLOSHCHUK)
    part = line(9_500_00, "Prepayment N46408", counterparty="ТЕРЕЩЕНКО ОЛЕКСІЙ")
    rest = line(4_490_00, "Доплата замовлення № 46048", counterparty="ТЕРЕЩЕНКО СОФІЯ")
    assert pairs(matched(paid, wants, first, part, rest)) == {
        (paid.key, first.key),
        (wants.key, part.key),
        (wants.key, rest.key),
    }


def test_money_without_a_number_finds_the_only_order_of_its_payer_with_its_amount() -> None:
    bank = line(purpose="За товар", counterparty=VOLOSHCHUK)
    other = order("27519", customer="Коваль Андрій")
    assert pairs(matched(order(), other, bank)) == {("order:27518", bank.key)}


def test_equal_amounts_alone_are_asked_and_never_linked() -> None:
    alike = [order(str(number), 46_300_00, customer="") for number in (27518, 27519)]
    bank = line(46_300_00, "За товар", counterparty="АТ БАНК")
    state = matched(*alike, bank)
    assert pairs(state) == set()
    assert questions(state) == {bank.key: ("order:27518", "order:27519")}


def test_a_strange_number_is_not_led_to_an_order_by_its_amount() -> None:
    bank = line(46_300_00, "№23419 конвектор", counterparty="Левченко Людмила")
    assert pairs(matched(order(total=46_300_00, customer="Костенко Дмитро"), bank)) == set()


def test_prepayment_and_balance_and_cents_of_difference_belong_to_one_order() -> None:
    first = line(30_00, "Передоплата 30% 27518", counterparty=VOLOSHCHUK)
    rest = cash(70_50, note="Волощук", happened_at=moment("10-03T12:00"))
    assert pairs(matched(order(), first, rest)) == {
        ("order:27518", first.key),
        ("order:27518", rest.key),
    }


def test_what_is_over_of_one_order_pays_the_customers_other_orders() -> None:
    phone = "+380674946685"
    orders = [
        order("50519", 28_190_00, customer="Ростислав", phone=phone),
        order("50520", 7_809_00, customer="Ростислав", phone=phone),
        order("50521", 28_060_00, customer="Ростислав", phone=phone),
    ]
    bank = line(64_059_00, "Сплата згідно рахунку 50519", counterparty="Давиденко Ростислав")
    state = matched(*orders, bank)
    assert {left for left, _ in pairs(state)} == keys(orders)
    assert sum(link.amount for link in state.links()) == 64_059_00


def test_a_card_payment_without_a_name_is_known_by_its_minute() -> None:
    close = order("27519", created_at=moment("10-01T12:00"), method="card_online")
    earlier = order(created_at=moment("09-28T12:00"), method="card_online")
    card = payment(created_at=moment("10-01T12:12"))
    assert pairs(matched(close, earlier, card)) == {("order:27519", card.key)}


def test_a_refund_goes_to_the_order_that_owes_it_and_a_suppliers_invoice_does_not() -> None:
    cancelled = order(status="cancelled", refunded=100_00)
    back = line(-100_00, "Повернення оплати, рах. 27518", booked_on=day("10-08"))
    supplier = line(-100_00, "Оплата за товар зг. рах. №27518", counterparty='ТОВ "БОШ"')
    assert pairs(matched(cancelled, back, supplier)) == {(cancelled.key, back.key)}


def test_a_phone_in_the_purpose_stands_for_the_customer() -> None:
    known = order(phone="+380501685548")
    bank = line(purpose="За техніку, 80501685548", counterparty="ТРЕТЯК ВАДИМ")
    assert pairs(matched(known, bank)) == {(known.key, bank.key)}


def test_other_currencies_are_never_mixed() -> None:
    assert pairs(matched(order(), line(purpose="№27518", currency="EUR"))) == set()


def test_a_refused_link_is_not_made_again_and_a_confirmed_one_stands_above_all() -> None:
    bank = line(purpose="№27518")
    refused = Decisions(refused=frozenset({("order:27518", bank.key)}))
    assert pairs(matched(order(), bank, decisions=refused)) == set()
    confirmed = Decisions(confirmed=frozenset({("order:27519", bank.key)}))
    state = matched(order(), order("27519"), bank, decisions=confirmed)
    assert pairs(state) == {("order:27519", bank.key)}
    assert next(iter(state.links())).grounds == (Ground.CONFIRMED,)


def test_a_payer_who_was_confirmed_once_pays_for_that_customer_again() -> None:
    wanted, bank = order(), line(purpose="Переказ", counterparty="ТРЕТЯК ВАДИМ", tax_id="123456")
    rival = order("27519", customer="Коваль Андрій")
    assert pairs(matched(wanted, rival, bank)) == set()
    marks = payer_marks(bank.counterparty, bank.tax_id, bank.counterparty_account)
    learned = Decisions(payers=dict.fromkeys(marks, customer_marks(wanted)))
    assert pairs(matched(wanted, rival, bank, decisions=learned)) == {(wanted.key, bank.key)}


def test_an_order_that_is_corrected_later_takes_its_money_with_it() -> None:
    bank = line(250_00, "За товар", counterparty=VOLOSHCHUK)
    state = matched(order(total=100_00, closed_at=None), bank)
    assert pairs(state) == set()
    change = state.arrive([order(total=250_00)])
    assert pairs(state) == {("order:27518", bank.key)}
    assert {"order:27518", bank.key} <= change.records


def test_a_machines_own_number_is_never_given_up_for_a_sum_that_fits_better() -> None:
    named, other = "1590f37cad06b14cb123f6a45b2bdf4c", "0b517c01a5b46fd3e16b389ea6f4ad3a"
    unnamed = {"customer": "", "method": ""}
    part = payment(53_65, named)
    lacking: list[Record] = [order(named, 99_35, **unnamed), part]
    beside: list[Record] = [order(other, 75_27, **unnamed), payment(22_56, other)]
    state = matched(*lacking, *beside)
    assert [left for left, right in pairs(state) if right == part.key] == [f"order:{named}"]
    assert keys([lacking[0], beside[0]]) <= {each.about for each in state.findings()}
