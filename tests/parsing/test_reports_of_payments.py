"""Reports of what was paid, got, handed over or banked, in whatever words: none is dropped."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
REPAIRS = CashCategory.REPAIRS_MAINTENANCE
DEPOSIT = CashCategory.BANK_DEPOSIT


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("yesterday paid the plumber 400 for coming out", CashCategory.INSTALLER_SERVICES),
        ("handed the courier 180 for coming twice", CashCategory.DELIVERY),
        ("paid the locksmith 600 for coming at night", REPAIRS),
        ("paid 200 for new price tags", CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_a_plan_that_says_what_was_paid_for_drops_no_payment(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    "text",
    [
        "on the 4th the till printer was serviced, 950",
        "the till printer was zapped, 950",
        "the coffee grinder was repaired - 780",
        "відремонтовано принтер чеків, 950",
        "касу обслуговували в четвер, 500",
        "отремонтирован кассовый аппарат 850",
        "весы настроили - 400",
    ],
)
def test_work_that_is_told_as_done_was_paid_for(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, REPAIRS)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("тиждень тому 27к поклали на рахунок через касу банку ніхто не вніс", 27_000),
        ("paid 9 000 into our account over the counter", 9_000),
        ("положил на карту магазина через терминал 5000 наличкой", 5_000),
        ("32k went to the bank before lunch", 32_000),
        ("виручка 31 200 поїхала в банк", 31_200),
        ("инкассаторам отдано 52 300, в 18:15, мешок номер 39", 52_300),
        ("CIT picked up 35 400, seal 88213", 35_400),
    ],
)
def test_what_went_to_a_bank_is_a_deposit(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.category, draft.amount.minor) == (DEPOSIT, amount * 100)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("New day by the clock but it belongs to yesterday - cleaner, 350", CashCategory.SALARY),
        ("midnight already struck, so put it on yesterday: night guard's pay 500",
         CashCategory.SALARY),
        ("північ минула, але це на вчора: таксі 200", CashCategory.FUEL_TRANSPORT),
        ("по часам уже новый день, но относится ко вчера - уборщица 400", CashCategory.SALARY),
        ("за вчора мінус 20", CashCategory.CASH_SHORTAGE),
        ("till was short 40 when I closed yesterday", CashCategory.CASH_SHORTAGE),
    ],
)  # fmt: skip
def test_what_is_told_after_midnight_is_of_the_day_it_names(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (str(draft.booked_on), draft.direction, draft.category) == ("2026-05-19", OUT, category)


@pytest.mark.parametrize("text", ["вже за північ, але продаж учорашній: 1 450"])
def test_a_sale_of_yesterday_is_none_of_today(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (str(draft.booked_on), draft.direction) == ("2026-05-19", IN)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("they got 300 for dinner", CashCategory.OTHER_EXPENSE),
        ("petty cash: bin bags + descaler, 268 all in", CashCategory.OFFICE_HOUSEHOLD),
        ("box of sweets for the notary 260", CashCategory.OTHER_EXPENSE),
        ("подарунок постачальнику 700", CashCategory.OTHER_EXPENSE),
        ("коробка конфет бухгалтеру 310", CashCategory.OTHER_EXPENSE),
        ("таксі | доставка котла | 310", CashCategory.DELIVERY),
        ("Ночной Экспресс, 890 грн, груз 4410-77", CashCategory.DELIVERY),
        ("Нова пошта, відправлення 5512-88, 135 грн", CashCategory.DELIVERY),
    ],
)
def test_what_was_spent_goes_out(read: Read, text: str, category: CashCategory) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    ("text", "order", "amount"),
    [
        ("выдали 3118-й заказ, двенадцать четыреста", "3118", 12_400),
        ("видала замовлення 2815 - 4 300", "2815", 4_300),
        ("handed over order 2210, 1 900", "2210", 1_900),
        ("забрали 3118-й, 9 200", "3118", 9_200),
    ],
)
def test_an_order_that_is_handed_over_was_paid(
    read: Read, text: str, order: str, amount: int
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.direction, draft.order_reference) == (IN, order)
    assert draft.amount.minor == amount * 100


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("продажа и снова продажа!! 760 + 1490", [760, 1490]),
        ("two sales: 450 + 900", [450, 900]),
        ("продаж 500+350", [850]),
        ("3 450 from the client for ord 612 and 180 to the courier who brought it", [3450, 180]),
        ("this morning: tyre set sold 5,600, then 240 out for office coffee", [5600, 240]),
    ],
)
def test_two_payments_are_two_entries(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


def test_what_went_out_after_a_sale_is_no_sale(read: Read) -> None:
    sale, coffee = drafts_of(read("tyre set sold 5,600, then 240 out for office coffee"))
    assert (sale.direction, coffee.direction) == (IN, OUT)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (r"toner cartridge *1 180* _Fokus_ \(cash\)", "Fokus"),
        ("заправил Кангу на Авантаже 1 100", "Авантаже"),
        ("перевзули Дастер, 1400 отримала", None),
        ("refuelled the Kangoo at OKKO 1 200", "OKKO"),
    ],
)
def test_a_firm_is_who_was_paid_and_no_car(read: Read, text: str, who: str | None) -> None:
    assert only(read(text)).counterparty == who


@pytest.mark.parametrize(
    "text",
    [
        "gave the florist a 1000 note, got two 500s back",
        "дала флористу 1000, взяла дві по 500",
        "Sasha ne pryishov, svoi 500 ne viddav",
        "klient ne zabrav, groshi ne viddav 700",
    ],
)
def test_what_changed_nothing_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text", ["order 2815 has paid", "courier slip says 310 or 370, can't read it"]
)
def test_a_payment_of_no_known_sum_is_asked_about(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


def test_what_is_left_of_money_is_of_what_it_was_for(read: Read) -> None:
    draft = only(read("140 returned by the courier, it was left over from the postage money"))
    assert (draft.direction, draft.category) == (IN, CashCategory.DELIVERY)


@pytest.mark.parametrize(
    "text", ["взяла из соседней кассы 1500, сдачи не было", "взяла з сусідньої каси 800 на розмін"]
)
def test_another_till_is_no_customer(read: Read, text: str) -> None:
    assert only(read(text)).category is CashCategory.DESK_TRANSFER


@pytest.mark.parametrize(
    "text",
    [
        "дівчата хто взяв ключ від сейфа??",
        "guys who left the pallet jack in the doorway again??",
        "каса 7 450 на обід",
        "готівки зараз 5 200",
        "cash in the drawer 5 200 right now",
        "bought myself shoes for 2 400 lol",
    ],
)
def test_chat_and_what_lies_there_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Львів-Транс привіз баки, водієві 850", CashCategory.DELIVERY),
        ("the van brought the tanks, 850 to the driver", CashCategory.DELIVERY),
        ("розбили дзеркало, поміняли за 900", REPAIRS),
        ("the mirror cracked, replaced for 900", REPAIRS),
        ("engraver made us a new door plate, 380", REPAIRS),
        ("купили себе чайник 690", CashCategory.OFFICE_HOUSEHOLD),
        ("picked up napkins for 70", CashCategory.OFFICE_HOUSEHOLD),
        ("salary advance 350", CashCategory.SALARY_ADVANCE),
        ("газ на бус 350", CashCategory.FUEL_TRANSPORT),
        ("paid 350 for logbook", CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_who_carried_mended_or_made_it_is_paid(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    "text",
    [
        "наторгувала сьогодні 5 600",
        "поміняв скло на телефоні, взяв 1 800",
        "Жора оплатил ремонт редми, тысяча двести",
    ],
)
def test_what_was_earned_comes_in(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)


def test_an_unknown_thing_is_no_wage_and_no_bill(read: Read) -> None:
    assert only(read("paid 350 for a zorplet")).category is CashCategory.OTHER_EXPENSE


@pytest.mark.parametrize(
    "text",
    [
        "на улице -12, никого",
        "the supplier raised flour to 520",
        "a customer asked how much for the sofa, said 6 800",
        "дзвонили з банку про кредит 50 000",
        "пришло 40 коробок плитки",
        "відпустка з 10 по 24",
        "за Мельником ще висить 1 800",
        "customer tapped 640",
    ],
)
def test_weather_prices_counts_and_debts_are_no_entries(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("дала кур'єру 500, повернув 280", 220),
        ("дал водителю 1000 на бензин, сдачи принес 150", 850),
        ("gave the girl 300 for printer paper, she returned 62", 238),
        ("скотч 85.. вру 95", 95),
        ("чек 0031, бензин 95, 20 л, 1 180", 1_180),
        ("две коробки саморезов по 150 для полок", 300),
        ("two loaders for half a day 900", 900),
        ("баннер на вход 1 300", 1_300),
    ],
)
def test_what_stayed_spent_is_what_moved(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.direction, draft.amount.minor) == (OUT, amount * 100)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("телефон 9 000, 4 000 нал остальное терминал", 4_000),
        ("bouquet 900, 400 cash 500 card", 400),
        ("пальто 3 400, уступила за 3 200", 3_200),
    ],
)
def test_what_was_paid_by_halves_or_for_less_was_sold(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert draft.amount.minor == amount * 100


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("дала уборщице 400", CashCategory.SALARY),
        ("sent 4 500 to the main till", CashCategory.DESK_TRANSFER),
        ("передала на другу точку 3 000", CashCategory.DESK_TRANSFER),
        ("deposited the weekend takings, 27 450", DEPOSIT),
        ("возврат по заказу 3345 на 980", CashCategory.CUSTOMER_REFUND),
    ],
)
def test_a_role_a_till_a_bank_or_an_order_says_what_for(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    ("text", "direction", "category"),
    [
        ("фурнітура з Вірасту 3 450", OUT, CashCategory.SUPPLIER_GOODS),
        ("чехлы и стекла с радиорынка 3 200", OUT, CashCategory.SUPPLIER_GOODS),
        ("+ 1 200 букет", IN, CashCategory.SALE_CASH),
        ("клітка для папуги 780 покупець", IN, CashCategory.SALE_CASH),
        ("чистка кавомашини 450", OUT, REPAIRS),
    ],
)
def test_where_goods_are_from_and_who_sewed_says_which_way(
    read: Read, text: str, direction: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (direction, category)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("index cards 350", CashCategory.OFFICE_HOUSEHOLD),
        ("кабель до терміналу 350", REPAIRS),
        ("тест на ковід 350", CashCategory.OTHER_EXPENSE),
        ("ran out of boxes, got 30 more for 450", CashCategory.PACKAGING_SUPPLIES),
        ("водій Міша просив на солярку, дала 1 500", CashCategory.FUEL_TRANSPORT),
        ("віддала Насті розрахунок 5 900", CashCategory.SALARY),
        ("перевізнику за 12 коробів 960", CashCategory.DELIVERY),
        ("watered-down coffee refunded 65", CashCategory.CUSTOMER_REFUND),
    ],
)
def test_a_word_that_vetoes_elsewhere_only_names_a_thing(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    "text",
    ["invoice for 4 300 sent to the hotel", "курс доллара 41.2", "майстер каже 800 за виїзд"],
)
def test_a_bill_a_rate_and_a_quoted_price_are_no_entries(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("клієнт без карти, дав готівкою 640", 640),
        ("card declined so she paid 900 cash", 900),
        ("не пройшла картка, заплатив готівкою 1 100", 1_100),
        ("половина картою, 2 000 нал", 2_000),
        ("кур'єр приніс 2 300 за замовлення 3403", 2_300),
        ("коли клієнт забирав шафу, доплатив 2 400", 2_400),
    ],
)
def test_cash_that_was_paid_after_all_is_a_sale(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert draft.amount.minor == amount * 100


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("чек не дали, вода 90", "2026-05-20"),
        ("не встигла внести вчора: кур'єр 180", "2026-05-19"),
    ],
)
def test_what_is_denied_beside_a_payment_denies_no_payment(
    read: Read, text: str, day: str
) -> None:
    draft = only(read(text))
    assert (draft.direction, str(draft.booked_on)) == (OUT, day)


def test_money_given_for_an_order_of_ours_goes_out(read: Read) -> None:
    assert only(read("віддала за замовлення води 260")).direction is OUT


def test_a_mistake_that_money_came_back_for_corrects_nothing(read: Read) -> None:
    draft = only(read("за помилку в накладній постачальник повернув 120"))
    assert (draft.direction, draft.category) == (IN, CashCategory.SUPPLIER_GOODS)
