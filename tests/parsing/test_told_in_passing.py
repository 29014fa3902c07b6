"""The hour beside the day, money that was spent in part, orders handed over, codes, slips."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, NotAnEntry, Reading
from tests.parsing.conftest import NOW
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
YESTERDAY = NOW.date() - dt.timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "Already past 12, but put it down for yesterday: guard's pay 600",
        "put 600 down for yesterday's cleaner",
        "Past midnight already, put this down as yesterday: cleaner 600",
        "вже за 12, але постав на вчора: охоронцю зарплата 600",
        "уже за полночь, но поставь на вчера: охраннику зарплата 600",
        "уже после 12, но запиши на вчера: охраннику зарплата 600",
    ],
)
def test_the_clock_says_nothing_of_money(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.SALARY)
    assert draft.booked_on == YESTERDAY
    assert amounts_of(read(text)) == [600]


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("gave Pasha 1000 for petrol, he filled up for 870 and brought the rest", 870),
        ("gave Pasha 1000 for paper, he spent 870 and brought back the rest", 870),
        ("брав у Світлани 800 на канцелярію, вийшло 615, решту повернув", 615),
        ("взяв 1000 на бензин, вийшло 870, решту повернув", 870),
        ("дала Павлу 1000 на бензин, він заправився на 870 і решту приніс", 870),
        ("дала Паше 1000 на бензин, он заправился на 870 и сдачу принёс", 870),
        ("брал у Светланы 800 на канцелярию, вышло 615, остальное вернул", 615),
    ],
)
def test_of_money_given_what_was_spent_went_out(read: Read, text: str, spent: int) -> None:
    assert only(read(text)).direction is OUT
    assert amounts_of(read(text)) == [spent]


@pytest.mark.parametrize(
    "text",
    [
        "клієнт дав 1000, вийшло 615, решту повернула",
        "клиент дал 1000, вышло 615, сдачу отдала",
        "customer gave 1000, it came to 615, gave back the rest",
    ],
)
def test_of_a_customers_note_what_it_came_to_came_in(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert amounts_of(read(text)) == [615]


@pytest.mark.parametrize(
    "text",
    [
        "Сергій здав 140 грн, лишилось від грошей на кабель",
        "Сергей сдал 140 грн, осталось от денег на кабель",
        "Serhii handed in 140, left over from the cable money",
    ],
)
def test_what_was_left_of_money_given_comes_in(read: Read, text: str) -> None:
    assert only(read(text)).direction is IN


@pytest.mark.parametrize(
    ("text", "order", "amount"),
    [
        ("замовлення 1984 видала, вісім дев'ятсот", "1984", 8900),
        ("замовлення 2101 віддали, три двісті", "2101", 3200),
        ("заказ 1984 выдала, восемь девятьсот", "1984", 8900),
        ("заказ 2101 отдали, 3 200", "2101", 3200),
        ("order 1984 handed over, eight nine hundred", "1984", 8900),
    ],
)
def test_an_order_named_before_its_handing_over_is_sold(
    read: Read, text: str, order: str, amount: int
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert draft.order_reference == order
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "parcel locker code is 4471, grab it after 3",
        "the door code is 2580, use it after 6",
        "код поштомату 4471, забери після 3",
        "код от почтомата 4471, забери после трёх",
        "у залі всього +16, увімкніть хтось обігрівач",
        "в зале всего +16, включите кто-нибудь обогреватель",
        "only +16 in the shop, turn the heater on someone",
        "cash in the till at closing 14 260",
        "в касі на закриття 14 260",
        "в кассе на закрытие 14 260",
        "2788 скасували, грошей ні туди ні сюди",
        "2788 отменили, денег ни туда ни сюда",
        "2788 cancelled, no money either way",
    ],
)
def test_a_code_a_cold_room_and_a_balance_are_no_entries(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "ой, не ту кнопку нажала, то ж предоплата була",
        "oops, pressed the wrong button, that was a deposit",
        "шось я наплутала, там должна буть оренда",
        "щось я наплутав, там має бути оренда",
        "что-то я напутала, там должна быть аренда",
        "I mixed something up, that should be rent",
        "не Олегу, а Остапу",
        "not Oleg, but Ostap",
        "та запись про банк - это вчера было, не сегодня",
        "той запис про банк - це вчора було, не сьогодні",
        "that bank entry was yesterday, not today",
    ],
)
def test_a_slip_without_a_figure_is_asked_about(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Correction)
    assert reading.change.amount is None


@pytest.mark.parametrize(
    "text",
    [
        "тиждень тому поклали на рахунок 27к, пропустила внести",
        "неделю назад положили на счёт 27к, пропустила внести",
        "a week ago we put 27k into the account, forgot to enter it",
    ],
)
def test_a_deposit_nobody_entered_is_of_its_day(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.BANK_DEPOSIT)
    assert draft.booked_on == NOW.date() - dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Терморынок: термоголовки 8 шт, отдали им наличкой 6 240", "Терморынок"),
        ("Сантехцентр: крани 5 шт, віддали їм готівкою 3 100", "Сантехцентр"),
        ("Aquatrade: valves 8 pcs, gave them cash 6 240", "Aquatrade"),
        ('Сплачено КП "Водоканал" <вода> 486,20', "Водоканал"),
        ("taxi *210* _Bolt_ \\[late shift\\]", "Bolt"),
        ("таксі *180* _Uklon_ \\[вечір\\]", "Uklon"),
    ],
)
def test_a_firm_before_a_colon_or_in_markup_got_it(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.counterparty) == (OUT, who)
