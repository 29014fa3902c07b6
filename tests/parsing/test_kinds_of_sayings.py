"""Kinds of sayings by people never seen: sizes, passives, change left, unmarked questions."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.tokens import scan_tokens
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear, files_itself
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Ponomarenko, 2 boilers 50 l, each 5 450, all paid", [10900]),
        ("продали 2 бойлери 80 л по 7200", [14400]),
        ("2 бойлера по 80 л, каждый 7200", [14400]),
        ("кабель 15 м по 120", [1800]),
        ("Trash bin, 2 containers, we pay 310 per container, paid", [620]),
        ("продала 4 крани, 320 за кран", [1280]),
        ("4 taps 320/pc", [1280]),
        ("счетчик воды 620 грн, взяли пять штук", [3100]),
        ("3 angle valves, 145/piece, he asked and I made round 400", [400]),
        ("взяв кран 485, дав 500, здачу 15 лишив", [500]),
        ("client gave 5 000, needed is 4 780, change given, floor drain", [4780]),
        ("Панчук взял клапан, отдал 5 тысяч 60", [5060]),
        ("недостача: по книге 9 410, в наличии 9 390", [20]),
        ("30k went into the bank, and I got 2k back from our account", [30000, 2000]),
        ("boiler 12000, paid 7000 now, the rest on Friday", [7000]),
        ("Доставка Деливери 480, простите, 840 гривен", [840]),
        ("по 800 Лені та Олегу за понаднормові", [800, 800]),
        ("сантехніку Миколі за підключення бойлера на Алмазному 900", [900]),
    ],
)
def test_what_moved_is_the_amount(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("Petro was given 500 for fuel", OUT, CashCategory.FUEL_TRANSPORT),
        ("the cleaner got paid 400", OUT, CashCategory.SALARY),
        ("we were paid 3400 for the boiler", IN, CashCategory.SALE_CASH),
        ("I received my bonus – 1 000 from the till", OUT, CashCategory.SALARY),
        ("отримала свою зарплату 12000", OUT, CashCategory.SALARY),
        ("500 out to the courier", OUT, CashCategory.DELIVERY),
        ("till paid 300 to the courier", OUT, CashCategory.DELIVERY),
        ("курʼєр прийшов по свої 300, віддала", OUT, CashCategory.DELIVERY),
        ("вернули долг Гидрострою 12 000 за фитинги", OUT, CashCategory.SUPPLIER_GOODS),
        ("Коваленко віддав борг 3000 за радіатор", IN, CashCategory.SALE_CASH),
        (
            "650 from the till for fix the lamps, electrician",
            OUT,
            CashCategory.REPAIRS_MAINTENANCE,
        ),
        ("надо записать: курьеру 300", OUT, CashCategory.DELIVERY),
    ],
)
def test_which_way_it_went(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday gave Lyuda 500 for stationery, today she gave back 130",
        "учора дала Люді 500 на канцтовари, сьогодні повернула 130",
        "вчера дала Люде 500 на канцтовары, сегодня вернула 130",
    ],
)
def test_what_came_back_is_of_what_was_given(read: Read, text: str) -> None:
    given, back = drafts_of(read(text))
    assert (given.direction, back.direction) == (OUT, IN)
    assert back.category is given.category
    assert Missing.DIRECTION in back.doubts


def test_a_service_taken_for_after_a_sale_came_in(read: Read) -> None:
    _, service = drafts_of(read("продала бойлер Atlantic 80л, 7 990, і за доставку взяли ще 350"))
    assert service.direction is IN
    assert Missing.DIRECTION in service.doubts


@pytest.mark.parametrize(
    "text",
    [
        "а по 4410 чувак доплатил или нет",
        "чи хтось заносив 1150 за ту доставку в п'ятницю",
        "а 990 за вывеску уже кто-то вносил",
        "I wonder if somebody recorded 300 for the courier",
    ],
)
def test_a_question_needs_no_mark(read: Read, text: str) -> None:
    assert isinstance(read(text), Question)


@pytest.mark.parametrize(
    "text",
    [
        "Grundfos UPS 25-40 з понеділка вже по 5 280, переклейте цінники",
        "supplier said 12000 for the next batch",
        "майже продала насос за 5200, передумали",
        "С днём рождения, Инночка! Здоровья и тысячу поводов для улыбки",
        "girl took the black mixer, 7 900, tapped her phone on the machine",
    ],
)
def test_what_moved_no_cash_is_talk(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize("text", ["чи 480 чи 840 пошта", "чи 1 300 чи 1 800 за доставку"])
def test_either_or_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("мужик с Котовского за радики отдал 9 600", None),
        ("till came up short by 75, God knows why", None),
        ("в субботу Толян с Пересыпи взял колено, 870 налик", "Толян"),
        ("Приходив Степанович, віддав борг за змішувач, 1 350 грн", "Степанович"),
        ("новая пошта 265 за насос", "новая пошта"),
    ],
)
def test_who_it_was(read: Read, text: str, who: str | None) -> None:
    assert only(read(text)).counterparty == who


def test_what_is_promised_is_read_back(read: Read) -> None:
    assert not files_itself(read("купила цветы 900, обещали потом вернуть"))


@pytest.mark.parametrize(
    "word", ["зробила", "поїхав", "сделала", "стояла", "really", "however", "вынула"]
)
def test_an_ordinary_word_is_no_slip_of_another(lexicon: Lexicon, word: str) -> None:
    (token,) = lexicon.read_tokens(word)
    assert token.folded == word
    assert len(scan_tokens(word)) == 1


def test_a_verb_is_no_slip_of_one_with_another_prefix(lexicon: Lexicon) -> None:
    swapped, other = lexicon.read_tokens("вренула вынесло")
    assert swapped.folded == "вернула"
    assert other.folded == "вынесло"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("paid Sanpolimer for fittings, eight thuosand two hundred", [8200]),
        ("полторы тыссячи грузчикам", [1500]),
        ("took 60 tohusand to privatbank", [60000]),
    ],
)
def test_a_slip_in_thousand_keeps_the_sum(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


def test_a_slip_in_a_month_or_a_currency_is_seen_after_a_number(read: Read) -> None:
    assert str(only(read("12 апрлея Денису за чистку котла 1 100")).booked_on) == "2026-04-12"
    amount = only(read("Панченко дав 600 долраів за кондиціонер")).amount
    assert amount is not None
    assert amount.currency == "USD"


@pytest.mark.parametrize(
    "text",
    [
        "тисяа двісті п'ятдесят за обігрівач від таксиста",
        "позачвора Степанові за пуск котла 1200 дала",
    ],
)
def test_what_may_be_half_read_is_read_back(read: Read, text: str) -> None:
    assert not files_itself(read(text))


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("заказ 4401 — 2 000 задаток, 4402 — доплата 5 600", ["4401", "4402"]),
        ("Олегу 1800 за 4401, Петру 2200 за 4402, монтаж", ["4401", "4402"]),
    ],
)
def test_sums_belong_to_their_orders(read: Read, text: str, orders: list[str]) -> None:
    assert [draft.order_reference for draft in drafts_of(read(text))] == orders


def test_goods_of_their_own_are_sold_and_prepaid_apart(read: Read) -> None:
    sold, prepaid = drafts_of(read("sold a tap 450 and a 2000 deposit for a boiler"))
    assert sold.category is CashCategory.SALE_CASH
    assert prepaid.category is CashCategory.CUSTOMER_PREPAYMENT


def test_a_bare_price_is_asked(read: Read) -> None:
    assert isinstance(read("бойлер 14000"), Unclear)
