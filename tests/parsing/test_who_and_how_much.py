"""Who paid whom, how much of what was told moved, and what was only promised or measured."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import Correction, NotAnEntry, Question, Reading, Unclear
from tests.parsing.drafts import assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, PREPAID = CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT
REFUND, GOODS = CashCategory.CUSTOMER_REFUND, CashCategory.SUPPLIER_GOODS
FITTING, DELIVERY = CashCategory.INSTALLER_SERVICES, CashCategory.DELIVERY
UTILITIES = CashCategory.UTILITIES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("доставка в Корчівку 320, баба Стефа заплатила", "Стефа"),
        ("доставка до Бердичева 350, заплатила Оксана", "Оксана"),
        ("доставка в Сквиру 420, Савчук заплатив", "Савчук"),
        ("доставка в Белиловку 600, дед Иван рассчитался", "Иван"),
        ("за доставку до Фастова 450 розрахувалась Світлана", "Світлана"),
        ("доставка в село Зозів 350, баба Ганна заплатила", "Ганна"),
        ("delivery to Sarny 500, Mrs Kovalenko paid in cash", "Kovalenko"),
        ("delivery to Popilnia 380, granny Olha paid us for it", "Olha"),
        ("dostavka v Ruzhyn 350, baba Halia zaplatyla", "Halia"),
    ],
)
def test_who_is_told_to_have_paid_for_our_delivery_bought_it(
    read: Read, text: str, name: str
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (IN, SALE, name)


@pytest.mark.parametrize(
    "text",
    [
        "доставка в Корчівку 320, заплатила",
        "доставка 300, я заплатила",
        "доставка в Корчівку 320, водій Ігор, заплатила",
        "delivery 350, Olha paid the driver",
    ],
)
def test_a_delivery_that_we_paid_for_stays_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, DELIVERY)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Романові наперед за підключення котла 1 500", 1500),
        ("Сергею вперед за монтаж котла 2 500", 2500),
        ("дала Назару вперед за монтаж бойлера 1 800", 1800),
        ("to Hnat upfront for boiler room fitting 4 000", 4000),
        ("монтажнику наперед за котельню 3 500", 3500),
    ],
)
def test_money_ahead_to_whom_stands_in_the_dative_goes_out(
    read: Read, text: str, amount: int
) -> None:
    assert_moved(read(text), [(amount, OUT, FITTING)])


@pytest.mark.parametrize("text", ["Сидоренко наперед за котел 4 000", "від Гната наперед 4 000"])
def test_money_ahead_from_somebody_is_paid_down(read: Read, text: str) -> None:
    assert_moved(read(text), [(4000, IN, PREPAID)])


@pytest.mark.parametrize(
    "text",
    [
        "Гриценко занесёт 1 200 в среду",
        "Ткач донесе 1 500 у п'ятницю",
        "Савчук довезёт 900 в понедельник",
        "Оля заскочить 400",
        "Остап докладе 300 в касу",
        "Мельник погасит 2 000",
        "сосед возвратит 500",
        "Коваль внесе решту 700",
        "they will drop off 4 200 on Monday",
    ],
)
def test_what_somebody_will_bring_is_a_promise(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Гриценко заніс 700 за кран", 700),
        ("Лысенко занёс 2 000 за насос", 2000),
        ("Ткач доніс 300 за кран", 300),
    ],
)
def test_what_somebody_brought_is_none(read: Read, text: str, amount: int) -> None:
    assert_moved(read(text), [(amount, IN, SALE)])


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("хозяин положил в кассу 400 долл", 40000, "USD"),
        ("взяли за котел 300 долл., ордер 3110", 30000, "USD"),
        ("клієнт дав 250 дол. за насос", 25000, "USD"),
        ("customer paid 200 usd. for a pump", 20000, "USD"),
        ("клієнт заплатив 50 євр за кран", 5000, "EUR"),
        ("клиент дал 50 евр. за кран", 5000, "EUR"),
        ("кур'єру 90 грив.", 9000, "UAH"),
        ("курьеру 150 гр.", 15000, "UAH"),
    ],
)
def test_currencies_are_known_cut_short(read: Read, text: str, minor: int, currency: str) -> None:
    assert only(read(text)).amount == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("кур'єру 300, з них 50 чайові", 300),
        ("курьеру отдала 240, из них 40 на чай", 240),
        ("courier 260, 60 of it tip", 260),
        ("paid the loaders 500, of which 50 is a tip", 500),
        ("грузчикам отдали 600 из них сотня чаевые", 600),
    ],
)
def test_a_tip_that_is_part_of_a_sum_is_not_added(read: Read, text: str, amount: int) -> None:
    assert_moved(read(text), [(amount, OUT, DELIVERY)])


@pytest.mark.parametrize("text", ["desk 1 has 6,215 in it", "till 2 has 4 300 right now"])
def test_what_a_desk_has_moved_nowhere(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("took 5k over to desk 2 from my till", 5000),
        ("moved 3k to desk 2", 3000),
        ("desk 1 to desk 2, 3000", 3000),
    ],
)
def test_the_number_of_a_desk_is_no_sum(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert (draft.amount, draft.category) == (
        Money(amount * 100, "UAH"),
        CashCategory.DESK_TRANSFER,
    )


@pytest.mark.parametrize(
    ("text", "amount"), [("bought a desk 2 300", 2300), ("desk 4 drawers 5 600", 5600)]
)
def test_a_desk_that_was_bought_keeps_its_price(read: Read, text: str, amount: int) -> None:
    assert_moved(read(text), [(amount, OUT, CashCategory.OFFICE_HOUSEHOLD)])


@pytest.mark.parametrize(
    "text", ["кур'єру 260, з них 60 на бензин", "курьеру 260, из них 60 на бензин"]
)
def test_what_a_sum_holds_is_not_paid_besides(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.amount == Money(26000, "UAH")
    assert draft.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Просимо повідомити залишок готівки станом на 18:00",
        "просьба сообщить остаток по кассе №2",
        "kindly advise the cash balance as of 18:00",
    ],
)
def test_a_formal_request_for_the_balance_is_a_question(read: Read, text: str) -> None:
    assert isinstance(read(text), Question)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("знижку дали 200, взяли з клієнта 3 100", 3100),
        ("скидку дали 150, взяли с клиента 2 850 за насос", 2850),
        ("клієнт дав 500+100, кран 560, решту віддала", 560),
        ("клиент дал 1000+500, насос 1 380, сдачу отдала", 1380),
        ("customer gave 500+200, valve 655, gave the change", 655),
    ],
)
def test_a_discount_and_notes_that_were_added_are_no_sales(
    read: Read, text: str, amount: int
) -> None:
    assert_moved(read(text), [(amount, IN, SALE)])


@pytest.mark.parametrize(
    "text", ["sold 100 euros at the booth, got 4 450", "продала 150 usd в киоске, получила 6 250"]
)
def test_money_that_was_changed_is_asked_about(read: Read, text: str) -> None:
    assert isinstance(read(text), Unclear)


@pytest.mark.parametrize(
    ("text", "amount", "name"),
    [
        ("вернула Сергею 640, муфты не те", 640, "Сергею"),
        ("повернула Оксані 310, фітинги не те", 310, "Оксані"),
        ("повернули Ользі 210, лампочки не те", 210, "Ользі"),
        ("refund Кравцю 1 250 cash", 1250, "Кравцю"),
        ("возврат Бондарю 900 нал", 900, "Бондарю"),
    ],
)
def test_what_was_wrong_with_wares_corrects_no_entry(
    read: Read, text: str, amount: int, name: str
) -> None:
    assert_moved(read(text), [(amount, OUT, REFUND)])
    assert only(read(text)).counterparty == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ткачук 1 100 за муфти, Оксана 240 за кран, обидві готівкою",
            [(1100, "Ткачук"), (240, "Оксана")],
        ),
        (
            "Сидоренко 3 000 за котёл и Нина 500 за шланг, оба оплатили",
            [(3000, "Сидоренко"), (500, "Нина")],
        ),
        (
            "Lysenko 2 100 for taps, Halyna 380 for hose, both paid cash",
            [(2100, "Lysenko"), (380, "Halyna")],
        ),
    ],
)
def test_both_who_paid_are_customers(read: Read, text: str, told: list[tuple[int, str]]) -> None:
    drafts = drafts_of(read(text))
    assert [(each.amount, each.counterparty) for each in drafts] == [
        (Money(amount * 100, "UAH"), name) for amount, name in told
    ]
    assert {(each.direction, each.category) for each in drafts} == {(IN, SALE)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Коваль два насоса по 2 500, нал", "Коваль"),
        ("Бондар 2 змішувачі по 1 200, нал", "Бондар"),
        ("предоплата Huk 3k за бойлер", "Huk"),
        ("предоплата Stoik 5 000 за котел", "Stoik"),
        ("дядько Іван із села Ходорків заплатив 1 200 за насос", "Іван"),
        ("3 бойлери по 4 350 для готелю «Явір», гроші взяла", "Явір"),
    ],
)
def test_who_paid_is_known_by_a_name_like_a_word(read: Read, text: str, name: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.counterparty) == (IN, name)


@pytest.mark.parametrize(
    ("text", "amount", "name"),
    [
        ("для школи «Промінь» 2 бойлери по 7 000, гроші взяла", 14000, "Промінь"),
        ("4 смесителя по 1 200 для отеля «Сосна», деньги взяли", 4800, "Сосна"),
        ("3 toilets at 3 900 for the Oak hotel, took the money", 11700, "Oak"),
    ],
)
def test_goods_for_a_house_whose_money_was_taken_are_sold(
    read: Read, text: str, amount: int, name: str
) -> None:
    assert_moved(read(text), [(amount, IN, SALE)])
    assert only(read(text)).counterparty == name


def test_a_village_is_nobody(read: Read) -> None:
    draft = only(read("a man from the village of Zoziv paid 400 for a hose"))
    assert (draft.direction, draft.counterparty) == (IN, None)


@pytest.mark.parametrize(
    ("text", "amount", "name"),
    [
        ("hoses for stock from Rehau 3 900", 3900, "Rehau"),
        ("краны от Valtec на склад 8 000", 8000, "Valtec"),
        ("картриджі на склад від Ecosoft 6 100", 6100, "Ecosoft"),
        ("Sanbud driver dropped off pipes, paid 5 150 cash", 5150, "Sanbud"),
        ("Grundfos driver brought pumps, paid on delivery 14 000", 14000, "Grundfos"),
        ("pipes from Valrom, their courier wanted cash: 4 300", 4300, "Valrom"),
        ("трубы от Водолея, их курьер взял наличными 5 400", 5400, "Водолея"),
    ],
)
def test_a_maker_from_whom_goods_came_sold_them(
    read: Read, text: str, amount: int, name: str
) -> None:
    assert_moved(read(text), [(amount, OUT, GOODS)])
    assert only(read(text)).counterparty == name


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("електрику за квітень 1840", 1840),
        ("элєктрику за сєнтябрь 1 200", 1200),
        ("елєктроенергія за дєкабрь 2 050", 2050),
        ("сплатила елєктрику 1 900", 1900),
        ("воду за фєвраль заплатили 410", 410),
    ],
)
def test_bills_of_a_month_are_known_as_people_spell_them(
    read: Read, text: str, amount: int
) -> None:
    assert_moved(read(text), [(amount, OUT, UTILITIES)])


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("електрику 500 за розетку", CashCategory.REPAIRS_MAINTENANCE),
        ("електричка до Києва 45", CashCategory.FUEL_TRANSPORT),
    ],
)
def test_an_electrician_and_a_train_are_no_bill(
    read: Read, text: str, category: CashCategory
) -> None:
    assert only(read(text)).category is category


@pytest.mark.parametrize(
    "text",
    [
        "ni, ne tomu klientu zapysala",
        "ta ne tuda zapysala",
        "та ні, не тому записала",
        "no no, that was the other customer, fix",
        "not Bondar, the other one",
        "нет, не тот, поправь",
    ],
)
def test_a_bare_correction_is_asked_about(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    ("text", "amount", "way", "category"),
    [
        ("власник забрав 18к із сейфа", 18000, OUT, CashCategory.OWNER_DRAW),
        ("the owner took 20k from the safe", 20000, OUT, CashCategory.OWNER_DRAW),
        ("директор взял 8к из сейфа", 8000, OUT, CashCategory.OWNER_DRAW),
        (
            "yesterday the boss came by and left 6 000 for change",
            6000,
            IN,
            CashCategory.OWNER_CONTRIBUTION,
        ),
        ("bank collection: 64 500, bag 118", 64500, OUT, CashCategory.BANK_DEPOSIT),
    ],
)
def test_the_owner_and_the_bank_collect(
    read: Read, text: str, amount: int, way: CashDirection, category: CashCategory
) -> None:
    assert_moved(read(text), [(amount, way, category)])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("три дня назад за газ отдали 1 120 не занесла", dt.date(2026, 5, 17)),
        ("у вівторок заплатили за світло 1 120 не записала", dt.date(2026, 5, 19)),
    ],
)
def test_what_was_not_entered_is_an_entry_of_its_day(read: Read, text: str, day: dt.date) -> None:
    assert_moved(read(text), [(1120, OUT, UTILITIES)])
    assert only(read(text)).booked_on == day


@pytest.mark.parametrize(
    "text",
    [
        "3412 was settled by bank transfer, 5 600",
        "2981 came by bank transfer, 6 100",
        "3155 прийшло на рахунок, 9 300",
        "заміряли піддон, 90 на 80",
        "measured the door: 80 x 200",
        "померяли ванну 170 на 75",
        "вчера клиент не внес 500",
    ],
)
def test_what_went_by_bank_or_was_measured_moves_no_cash(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()
