"""Told by the way: lists of boxes, orders to come, feasts, tips, bills, days in doubt, tallies."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Reading, Unclear
from tests.parsing.conftest import NOW
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
YESTERDAY = NOW.date() - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("[x] бензин 900\n[ ] шины 6 000", [900]),
        ("[x] courier 200\n[ ] rent 6000\n[x] water 90", [200, 90]),
        ("☑ кур'єр 200\n☐ оренда 6000", [200]),
        ("✅ курьер 200\n❌ аренда 6000", [200]),
    ],
)
def test_of_a_list_of_boxes_what_is_ticked_was_done(
    read: Read, text: str, amounts: list[int]
) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "[ ] rent 6000",
        "hand Maryna fifteen hundred as a bonus from me when she comes in",
        "give Oleh 500 when he comes",
        "віддай кур'єру 200, коли приїде",
        "выдай Марине 1500 премии когда зайдет",
        "Станом на 31 серпня дебіторська заборгованість 112 000",
        "Дебиторка на конец месяца 112 000",
        "receivables as of Friday 112 000",
        "Чоловік подарував квіти на 800 грн, я така щаслива",
        "my husband gave me flowers for 800",
        "та нашо мені ті 500, я й так поможу",
        "зачем мне эти 500, я и так помогу",
        "Поштар приніс рахунок за світло, 1 876, заплачу на тижні",
        "почтальон принёс счёт за свет, 1876, заплачу на неделе",
        "postman brought the electricity bill, 1876, will pay this week",
        "Iryna needs 1500 for curtains tomorrow",
    ],
)
def test_what_is_to_come_or_at_home_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("На Спаса виплатила сторожу 1000 грн", "date"),
        ("on Easter paid the cleaner 1000", "date"),
        ("it was the 3rd I think, or the 4th, fan heater for the office 1 190", "date"),
        ("во вторник или в среду курьеру 200", "date"),
        ("вчора чи позавчора кур'єру 200", "date"),
        ("Forgot amount, client of order 3902 leave deposit", "amount"),
        ("сумму не помню, клиент по 3902 оставил задаток", "amount"),
        ("блин забыл скок взял на хавку", "amount"),
        ("forgot how much I took for lunch", "amount"),
        ("Мишко взяв з каси гроші, обіцяв сказати скільки, і зник", "amount"),
    ],
)
def test_what_is_not_remembered_is_asked(read: Read, text: str, lacking: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing(lacking) in reading.missing


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("дала кур'єру 170 за доставку і 30 зверху на чай", 200, CashCategory.DELIVERY),
        ("paid the courier 170 plus 30 tip", 200, CashCategory.DELIVERY),
        ("дала курьеру 170 за доставку и 30 сверху чаевых", 200, CashCategory.DELIVERY),
        ("грузчикам по 350, трое", 1050, CashCategory.DELIVERY),
        ("вантажники, двоє, по 350", 700, CashCategory.DELIVERY),
        ("по 400 троим грузчикам", 1200, CashCategory.DELIVERY),
        ("toll + parking = 35 + 40", 75, CashCategory.FUEL_TRANSPORT),
        ("got 500 for fuel, spent 380, 120 back in the till", 380, CashCategory.FUEL_TRANSPORT),
        ("купил флешку 256 гигов за 480", 480, CashCategory.OFFICE_HOUSEHOLD),
        ("bought a 256 gb flash drive for 480", 480, CashCategory.OFFICE_HOUSEHOLD),
        ("страховка на 2026 рік 2400", 2400, CashCategory.OTHER_EXPENSE),
        ("батарейки на випадок якщо світла не буде 88 грн", 88, CashCategory.OFFICE_HOUSEHOLD),
        ("batteries in case the power goes out, 88", 88, CashCategory.OFFICE_HOUSEHOLD),
        ("кєш не сходиться на 60 менше", 60, CashCategory.CASH_SHORTAGE),
        ("касса не бьётся, на 60 меньше", 60, CashCategory.CASH_SHORTAGE),
        ("cash doesn't tally, 60 less", 60, CashCategory.CASH_SHORTAGE),
        ("when the courier came I gave him 200", 200, CashCategory.DELIVERY),
        ("Ірині треба 1500 на канцтовари, я дала", 1500, CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_what_went_out_is_counted_whole(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("это не шутка мы реально продали джакузи 64к нал", 64000, CashCategory.SALE_CASH),
        ("no joke, sold the boiler for 64k", 64000, CashCategory.SALE_CASH),
        ("не поверите продали котёл за 64к", 64000, CashCategory.SALE_CASH),
        ("customer short by 50, took 1 900 instead of 1 950", 1900, CashCategory.SALE_CASH),
        ("отут шось не б'ється, на 12 грн більше", 12, CashCategory.CASH_SURPLUS),
        ("не сходится, на 12 больше", 12, CashCategory.CASH_SURPLUS),
    ],
)
def test_what_came_in_is_told_with_a_remark(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, category)
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("тот с субботы вернулся доплатил 1100 за 6221", NOW.date()),
        ("the one from Saturday came back and paid 1100 for 6221", NOW.date()),
        ("yesterday's last sale was a boiler 11 900, forgot to put it in", YESTERDAY),
    ],
)
def test_a_day_of_somebody_is_no_day_of_the_money(read: Read, text: str, day: dt.date) -> None:
    assert only(read(text)).booked_on == day


def test_dollars_are_never_taken_off_hryvnias(read: Read) -> None:
    drafts = drafts_of(read("I change 100 dollar in bank for shop, receive 4 140"))
    assert "4040.00 UAH" not in [str(each.amount) for each in drafts]


def test_who_is_reminded_of_is_paid(read: Read) -> None:
    draft = only(read("Сантехніка Борю пам'ятаєте? Нарешті розрахувалась з ним, 5 600"))
    assert draft.direction is OUT
    assert amounts_of(read("Сантехника Борю помните? Рассчиталась с ним, 5600")) == [5600]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("вчора купила, сьогодні записую: вода 90", YESTERDAY),
        ("bought water yesterday, writing today: 90", YESTERDAY),
        ("це ще п'ятничне: кур'єр 350", dt.date(2026, 5, 15)),
        ("пятничное: курьер 350", dt.date(2026, 5, 15)),
        ("вчора здала в банк виручку за суботу 20000", YESTERDAY),
        ("deposit 4000 Melnyk, install on 25 May", NOW.date()),
        ("предоплата 4000 Мельник, доставка в пятницу", NOW.date()),
        ("квиток на п'ятницю 450 для Романа", NOW.date()),
        ("till was 35 over at closing, put it down for yesterday", YESTERDAY),
    ],
)
def test_of_several_days_the_one_of_the_money_counts(read: Read, text: str, day: dt.date) -> None:
    assert only(read(text)).booked_on == day
