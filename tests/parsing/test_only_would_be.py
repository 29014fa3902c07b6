"""What only would be, what was sent to banks or agreed on, and what is asked or left open."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Question, Reading, Unclear
from tests.parsing.conftest import NOW
from tests.parsing.drafts import Moved, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, TAXI = CashCategory.SALE_CASH, CashCategory.FUEL_TRANSPORT
BILL, UPKEEP = CashCategory.UTILITIES, CashCategory.REPAIRS_MAINTENANCE
TODAY = NOW.date()


@pytest.mark.parametrize(
    "text",
    [
        "сват купил бы эту плитку за 12 тыс, но жена против",
        "сусід узяв би мийку за 4000",
        "кум каже, віддав би 800 за таку драбину",
        "я бы дала 300, да нечем",
        "он бы 700 заплатил за такое",
        "хоть бы 400 отдал",
        "вряд ли заплатит 3000 за плиту",
        "навряд чи він віддасть 500",
        "пообещал премию 1500",
        "мені б 500 на таксі",
        "премію дали б 2000, було б добре",
    ],
)
def test_what_would_be_is_no_entry(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    ("text", "amount", "way"),
    [
        ("заплатила бы меньше, а так отдала 900 за доставку", 900, OUT),
        ("если бы не дождь, продали бы больше, а так продала кран 850", 850, IN),
        ("взяла б/у принтер за 1500", 1500, OUT),
        ("хотя бы 300 заплатил за насос", 300, IN),
        ("мало ли, 300 дала курьеру на всякий", 300, OUT),
        ("вул. Садова 5 б, дала кур'єру 200", 200, OUT),
    ],
)
def test_what_was_done_beside_it_is_read(
    read: Read, text: str, amount: int, way: CashDirection
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.amount.minor, draft.direction) == (amount * 100, way)


@pytest.mark.parametrize(
    "text",
    [
        "покупець скинув 3 100 на ощад",
        "клиентка закинула 1900 на приват",
        "customer paid 4500 onto privat",
        "покупатель оплатил 6200 на счет в банке",
        "скинула постачальнику 8000 на приват",
        "клієнту повернули 900 на приват",
        "klientka skynula 1 900 na pryvat",
        "завдаток 1500 за бойлер поки лежить, клієнт думає",
        "клиент передумал, задаток 900 пока лежит",
        "her deposit of 2000 still sits with us",
        "акт звірки з Мельником підписано, 14 200",
        "сверились с поставщиком на 42 300, подписали акт",
        "reconciled with Aqua, 42 300, signed",
        "поміняла 500 на п'ять по 100",
        "разменяла соседям тысячу на пять по двести",
        "розміняла клієнту 1000, дала дві по 500",
        "Оксана, з днюхою! 40 і краса",
        "ключ від гаража в охоронця, код 7719",
        "мужик хотів знижку на котел за 9к, сказала ні за що",
    ],
)
def test_what_moved_no_cash_of_the_till_is_no_entry(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("кур'єр відніс 20000 на приват", (20_000, OUT, CashCategory.BANK_DEPOSIT)),
        ("клиентка принесла 2700, отнесла на приват", (2_700, IN, SALE)),
        ("при звірці каси не вистачило 55", (55, OUT, CashCategory.CASH_SHORTAGE)),
        ("купила 5 ламп по 100", (500, OUT, CashCategory.OFFICE_HOUSEHOLD)),
        ("got 3 000 from the showroom cash desk", (3_000, IN, CashCategory.DESK_TRANSFER)),
        ("в банке за справку отдала 150", (150, OUT, CashCategory.BANK_FEES)),
        ("mended the hand truck 240", (240, OUT, UPKEEP)),
        ("газ у буса 900", (900, OUT, TAXI)),
        (
            "рассчитались с поставщиком за 4 бака по 1 200",
            (4_800, OUT, CashCategory.SUPPLIER_GOODS),
        ),
    ],
)
def test_what_did_move_is_read(read: Read, text: str, moved: Moved) -> None:
    assert_moved(read(text), [moved])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("від двох до п'яти тисяч за монтаж", Missing.AMOUNT),
        ("от 2 до 2.5 тысяч ушло на краску", Missing.AMOUNT),
        ("from 1 to 2k for the fittings", Missing.AMOUNT),
        ("сумма грузчикам та же что в прошлый раз", Missing.AMOUNT),
        ("запиши те саме, що й учора", Missing.AMOUNT),
        ("put down the same as yesterday", Missing.AMOUNT),
        ("за плиту пришло 4000 или 4500, пересчитаю позже", Missing.AMOUNT),
        ("возврат по 2713 оформи", Missing.AMOUNT),
        ("refund on 2713 please", Missing.AMOUNT),
        ("заправили машину", Missing.AMOUNT),
        ("Свете на канцтовары", Missing.AMOUNT),
        ("Ігорю на матеріали", Missing.AMOUNT),
        ("to Oleh for fittings", Missing.AMOUNT),
        ("в какой-то из тех дней отдала 300 за воду", Missing.DATE),
        ("запиши оренду 9000 на 30 грудня", Missing.DATE),
        ("внеси 250 курьеру на 30 декабря", Missing.DATE),
        ("хз коли, віддала 600 за газ", Missing.DATE),
        ("в прошлые выходные отдала 250 курьеру", Missing.DATE),
        ("під кінець тижня віддала 250 кур'єру", Missing.DATE),
        ("changed 200 usd at the exchange, 8 340 uah in the till", Missing.AMOUNT),
    ],
)
def test_what_is_left_open_is_asked(read: Read, text: str, missing: Missing) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear), reading
    assert missing in reading.missing


@pytest.mark.parametrize(
    "text",
    [
        "хтось заносив 700 за оренду боксу",
        "кто-то записывал 300 за доставку в среду",
        "240 за шурупи записалось чи ще раз сказати",
        "250 курьеру занеслось или повторить",
        "а чего в кассе минус 40",
        "платили ли мы за газ 700",
        "а 300 за таксі внесені",
        "а за газ 700 вносили",
        "чего показывает минус 200 за вчера, я ж сдала ровно",
    ],
)
def test_what_is_asked_without_a_mark_is_a_question(read: Read, text: str) -> None:
    assert isinstance(read(text), Question)


@pytest.mark.parametrize(
    "text",
    [
        "извини, последняя должна быть 620",
        "предыдущий должен быть 700",
        "последняя это Лена, а не Алена",
        "последняя за вчера",
        "остання за вівторок",
        "то был возврат а не продажа",
        "видали всі записи за минулий тиждень",
    ],
)
def test_what_an_entry_should_be_puts_it_right(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    ("text", "days_ago"),
    [
        ("протокол від 1 травня 850, заплатила", 0),
        ("fine 1,700 dated 2 May, paid it only now", 0),
        ("paid for bottled water today, delivered yesterday, 190", 0),
        ("позавчера Гена просил аванс, дала две тысячи", 2),
        ("запиши таксі 200 на вчора", 1),
        ("за вчорашній день ще кран, забрали за 890", 1),
    ],
)
def test_the_day_is_when_it_was_paid(read: Read, text: str, days_ago: int) -> None:
    assert only(read(text)).booked_on == TODAY - dt.timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("такси туда 130, обратно 140, ездила в банк", [(130, OUT, TAXI), (140, OUT, TAXI)]),
        (
            "таксі 90 туди і 95 назад, возила папери в податкову",
            [(90, OUT, TAXI), (95, OUT, TAXI)],
        ),
        ("gas 1340, electricity 800", [(1340, OUT, BILL), (800, OUT, BILL)]),
    ],
)
def test_both_of_two_are_of_one_kind(read: Read, text: str, moved: list[Moved]) -> None:
    assert_moved(read(text), moved)


def test_bills_of_the_house_are_told_together(read: Read) -> None:
    drafts = drafts_of(read("water 612, gas 1 340, internet 280 all paid cash"))
    assert [each.category for each in drafts] == [BILL, BILL, CashCategory.PHONE_INTERNET]


@pytest.mark.parametrize(
    "text",
    ["десь десятого віддала 250 кур'єру", "around the 10th gave the courier 250"],
)
def test_a_day_told_as_about_so_is_confirmed(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.booked_on is not None
    assert (draft.booked_on.day, Missing.DATE in draft.doubts) == (10, True)


def test_yesterday_is_sure_whatever_its_hour(read: Read) -> None:
    assert only(read("десь учора ввечері віддала 250 кур'єру")).doubts == ()
