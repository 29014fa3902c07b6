"""What is told loosely: sums and days left open, slips mended at once, offers refused."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear
from tests.parsing.conftest import NOW
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
YESTERDAY = NOW.date() - dt.timedelta(days=1)


def asked(reading: Reading) -> set[Missing]:
    assert isinstance(reading, Unclear), reading
    return set(reading.missing)


@pytest.mark.parametrize(
    "text",
    [
        "got two thousand sth from Ivan for the pump",
        "got five hundred something from Olha for a valve",
        "paid the courier two hundred odd",
        "gave the loaders 400-odd for the boiler",
        "дала кур'єру двісті з копійками",
        "заплатила вантажникам тисячу з гаком",
        "заплатила грузчикам тысячу с хвостиком",
        "отдала курьеру 200 с лишним",
        "Yuri gave it to me yesterday, need to write it in",
        "Юра вчора мені дав, треба записати",
        "Юра вчера отдал деньги, нужно внести в журнал",
    ],
)
def test_a_sum_that_is_left_open_is_asked(read: Read, text: str) -> None:
    assert Missing.AMOUNT in asked(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "at the end of last month I bought tea & bin bags, 260",
        "at the beginning of the month bought tea, 260",
        "paid the courier 260 in the middle of the month",
        "in early May gave the courier 260",
        "early last month gave the courier 260",
        "наприкінці минулого місяця купила чай, 260",
        "на початку травня дала кур'єру 260",
        "на початку місяця заплатила кур'єру 260",
        "в середине апреля дала курьеру 260",
        "в конце прошлого месяца купила чай, 260",
    ],
)
def test_a_day_of_which_only_the_part_of_the_month_is_told_is_asked(read: Read, text: str) -> None:
    assert Missing.DATE in asked(read(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("оренда за кладову тринадцяте число, 4 200 пані Стефанії", dt.date(2026, 5, 13)),
        ("тринадцатое число, аренда 4200", dt.date(2026, 5, 13)),
        ("п'яте число: оренда 4200", dt.date(2026, 5, 5)),
        ("двадцять перше число, оренда 4200", dt.date(2026, 4, 21)),
        ("the thirteenth: rent 4200", dt.date(2026, 5, 13)),
        ("rent, the thirteenth, 4200", dt.date(2026, 5, 13)),
        ("last day of last month paid the rent 4200", dt.date(2026, 4, 30)),
        ("за вчора: оренда 4200", YESTERDAY),
        ("za vchora: orenda 4200", YESTERDAY),
    ],
)
def test_a_day_in_words_is_the_day(read: Read, text: str, day: dt.date) -> None:
    draft = only(read(text))
    assert (draft.booked_on, draft.category) == (day, CashCategory.RENT)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("грузчикам сотку с пятёркой... короче 500 отдала, затащили котёл", 500),
        ("кур'єру 200... коротше 250 дала", 250),
        ("courier 200... well 250 in the end", 250),
        ("courier 200, well, 250 actually", 250),
        ("курьеру дала сто... сто пятьдесят, автозамена", 150),
        ("кур'єру дала стільник... сто п'ятдесят, автовиправлення", 150),
        ("courier 200... 250, autocorrect", 250),
        ("кур'єру 20, 200, описка", 200),
        ("gave the courier 150, so write: one hundred fifty for delivery", 150),
        ("клієнт заплатив за насос 5300 (п'ять тисяч триста) гривень", 5300),
        ("дала монтажнику 950, мелких не было, так и запиши: девятьсот пятьдесят за монтаж", 950),
    ],
)
def test_of_a_sum_said_again_the_last_counts(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "wrong, it should of been 850",
        "shoulda been 850",
        "it was supposed to be 850",
        "wrong! 850 not 580",
        "неправильно, має бути 850",
        "неверно, должно было быть 850",
    ],
)
def test_what_is_called_wrong_is_put_right(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Correction)
    assert reading.change.amount is not None
    assert reading.change.amount.minor == 850_00


@pytest.mark.parametrize(
    "text",
    [
        "paid the courier 200, need to write it in",
        "заплатила кур'єру 200, треба записати",
        "заплатила курьеру 200, надо бы внести",
        "the boss told me to give the courier 200, I did",
        "boss said pay the courier 200. done",
        "шеф сказав заплатити кур'єру 200, я так і зробила",
        "шеф велел заплатить курьеру 200, я так и сделала",
        "Paid the courier 200. Best regards, Anna",
        "Заплатила курьеру 200. С уважением, касса.",
        "Заплатила кур'єру 200. З повагою, касир Ганна",
    ],
)
def test_what_is_said_around_a_payment_leaves_it_as_it_is(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.DELIVERY)
    assert (amounts_of(read(text)), draft.counterparty) == ([200], None)


@pytest.mark.parametrize(
    "text",
    [
        "boss told me to give the loader 400, I didn't",
        "шеф сказав заплатити кур'єру 200, ще не зробила",
        "шеф велел заплатить курьеру 200, не сделала",
    ],
)
def test_what_was_ordered_and_not_done_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "продано чотири термоголовки, сума 3 560; по сімсот хотів, не сторгувались",
        "продала насос за 3560, просил за 3000, не сторговались",
        "sold the pump for 3560, he wanted it for 3000, no deal",
        "продала насос за 3560, давав 3000, не погодилась",
        "sold a pump 3560, he offered 3000 but I refused",
    ],
)
def test_what_was_offered_and_refused_did_not_move(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert amounts_of(read(text)) == [3560]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("part card part cash on #3380: 10k on the terminal, 4 350 cash in hand", 4350),
        ("частина карткою, частина готівкою, 3380: 10к термінал, 4 350 готівка", 4350),
        ("часть картой часть налом по 3380: 10 000 терминал, 4 350 нал", 4350),
    ],
)
def test_a_heading_that_says_both_leaves_the_cash(read: Read, text: str, amount: int) -> None:
    assert only(read(text)).direction is IN
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Mrs. Polishchuk came about 2719, left 4k as a deposit", "2719"),
        ("Поліщук приходила щодо 2719, залишила 4000 завдатку", "2719"),
        ("Полищук приходила насчёт 2719, оставила 4000 предоплаты", "2719"),
        ("re 2719: Polishchuk paid a deposit of 4000", "2719"),
        ("по заявке 2719 внесли предоплату 4000", "2719"),
        ("заявка 2719, Бондар вніс завдаток 4000", "2719"),
    ],
)
def test_what_somebody_came_about_is_the_order(read: Read, text: str, order: str) -> None:
    draft = only(read(text))
    assert (draft.order_reference, draft.category) == (order, CashCategory.CUSTOMER_PREPAYMENT)
    assert amounts_of(read(text)) == [4000]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Зина-уборщица, зп за две недели, 2 200", "Зина"),
        ("Гена-вантажник, 150", "Гена"),
        ("Петро-водій, соляра 1500", "Петро"),
        ("повернули гроші Яні Дмитрук за бракований змішувач. 2 075 грн", "Яні Дмитрук"),
        ("rent 22 000, given to Mr Hlushko himself", "Hlushko"),
    ],
)
def test_who_it_was_is_told_apart_from_what_he_is(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.counterparty) == (OUT, who)


@pytest.mark.parametrize(
    "text",
    [
        "Внёс Петр аванс за тёплый пол 500 долларов + 5000 грн",
        "Петро вніс завдаток за котел 500 доларів і 5000 грн",
        "Petro paid a deposit for the boiler, $500 plus 5000 uah",
    ],
)
def test_two_kinds_of_money_are_two_movements(read: Read, text: str) -> None:
    drafts = drafts_of(read(text))
    assert [(str(each.amount), each.direction) for each in drafts] == [
        ("500.00 USD", IN),
        ("5000.00 UAH", IN),
    ]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("заплатили или нам заплатили за сервис 1300 - из записки Тани не пойму", "direction"),
        ("заплатили чи нам заплатили за сервіс 1300, не розберу", "direction"),
        ("1300 взяв чи віддав, не пойму", "direction"),
        ("Tanya's note: 1300 service, paid or got paid, can't make it out", "direction"),
        ("Ващук, 2 750, за що — не сказав, прийшов, поклав і вийшов", "purpose"),
        ("Ващук принёс 2750, за что не сказал", "purpose"),
        ("Vashchuk brought 2750, didn't say what for", "purpose"),
        ("Ващук приніс 2750, без пояснень", "purpose"),
        ("плюс 800", "purpose"),
    ],
)
def test_what_the_writer_does_not_know_is_asked(read: Read, text: str, lacking: str) -> None:
    assert Missing(lacking) in asked(read(text))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("лампы в зал 6 шт x 85", 510),
        ("лампи 6 шт х 85", 510),
        ("bulbs 6 pcs x 85", 510),
        ("лампы 85 x 6 шт", 510),
    ],
)
def test_pieces_times_a_price_are_multiplied(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


def test_what_somebody_was_to_come_for_is_what_he_took(read: Read) -> None:
    draft = only(read("Назар сказав, що в четвер забере свій аванс. Забрав, у четвер, 1 700."))
    assert (draft.direction, draft.category) == (OUT, CashCategory.SALARY_ADVANCE)
    assert draft.booked_on == dt.date(2026, 5, 14)
