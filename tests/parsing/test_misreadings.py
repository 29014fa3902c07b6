"""Kinds of messages that were misread once: parts, change, couriers, models, bosses, odd jobs."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import (
    Correction,
    Missing,
    NotAnEntry,
    Reading,
    Unclear,
)
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "cash"),
    [
        ("взяла за насос усього 8 400, з них карткою 3 400, решта налом", 5000),
        ("продали бойлер, за все 5000, 2000 терміналом, решта готівкою", 3000),
        ("клиентка за ванну всего 12 500, терминалом 7 500, остальное наличкой", 5000),
        ("всего 13 200, из них картой 6 000, остальное нал", 7200),
        ("sold two heaters, total 6,000, card 2,500, the rest in cash", 3500),
        ("4,000 altogether, 1,500 by card, rest cash", 2500),
    ],
)
def test_of_a_total_with_a_card_part_the_rest_is_cash(read: Read, text: str, cash: int) -> None:
    draft = only(read(text))
    assert draft.direction is IN
    assert draft.amount is not None
    assert draft.amount.minor == cash * 100


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("продала змішувач, дав дві тисячі, решти відрахувала 640", 1360),
        ("за кран дали 1000, відрахувала решту 250", 750),
        ("взяв сифон, дав 500, здачі відрахувала 140", 360),
        ("смеситель, дал пятьсот, сдачи отсчитала 120", 380),
        ("клиент дал 2000 за смеситель, отсчитала сдачи 640", 1360),
        ("customer gave 2000 for a tap, counted out 640 change", 1360),
        ("отримала 2150 за клапан, дала решти 50, бо було 2200", 2150),
    ],
)
def test_change_that_was_counted_out_is_taken_off(read: Read, text: str, stays: int) -> None:
    draft = only(read(text))
    assert draft.direction is IN
    assert draft.amount is not None
    assert draft.amount.minor == stays * 100


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("courier handed over COD for parcel 20450012345678 - 2,199", 2199),
        ("courier brought the cash on delivery for order 4410, 3,100", 3100),
        ("Нова пошта принесла накладений платіж готівкою 3 865 грн, ттн 20450912345678", 3865),
        ("кур'єр віддав післяплату 2 300 за посилку 4512", 2300),
        ("курьер привёз наложенный платёж 1 540 наличными, ТТН 59000123456789", 1540),
        ("получила от курьера наложку 2 450", 2450),
    ],
)
def test_cash_on_delivery_that_is_brought_is_a_sale(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text", ["віддали кур'єру накладений платіж 2 300 за запчастини", "paid the courier COD 900"]
)
def test_cash_on_delivery_that_we_may_pay_is_asked(read: Read, text: str) -> None:
    assert isinstance(read(text), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "продали котел Атон 12 кВт за 15 000",
        "продали насос Каскад 1,1 кВт за 4 300",
        "колонка Вектор 6 200 готівкою",
        "продала радіатор Марек 10 секцій 3 200",
        "продали бойлер Новатек 80 л 6 900",
        "продали водонагреватель Тайфун 50 литров за 5 400",
        "sold a Dnipro-M drill for 2 100",
    ],
)
def test_a_model_is_nobody_who_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.counterparty is None
    assert draft.category is CashCategory.SALE_CASH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("кран Петренко 400", "Петренко"),
        ("продали кран Шевчуку за 400", "Шевчуку"),
        ("насос Мельник забрав 3 000", "Мельник"),
        ("взяли в Сантехцентрі труби на 3 410", "Сантехцентрі"),
        ("взяли у Гідромаркеті фітинги на 1 870", "Гідромаркеті"),
        ("закупились в Сантехмире кранами на 2 200", "Сантехмире"),
        ("got elbows at Screwfix for 310", "Screwfix"),
        ("bought fittings at Plumbworld for 1 250", "Plumbworld"),
        ("Termoplast rep gave us 1 300 back for the returned pipes", "Termoplast"),
        ("представник Термобуду віддав нам 640 за браковані крани", "Термобуду"),
        ("представитель Аквастроя вернул 1 300 за трубы", "Аквастроя"),
    ],
)
def test_whoever_paid_or_sold_is_named(read: Read, text: str, name: str) -> None:
    assert only(read(text)).counterparty == name


@pytest.mark.parametrize(
    "text",
    [
        "взяли в Сантехцентрі труби на 3 410",
        "got elbows at Screwfix for 310",
        "got some fittings from Plumbworld for 310",
        "взяли в Акватории трубы на 2 000",
        "в Епіцентрі взяли шланги на 560",
    ],
)
def test_goods_got_at_a_shop_are_bought(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.SUPPLIER_GOODS)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("half a grand to the courier", 500),
        ("gave the installer hlaf a grand", 500),
        ("курьеру пол тысячи", 500),
        ("кур'єру пів тисячі", 500),
        ("paid wages to Oleg 20 grand", 20_000),
        ("сдали в банк полтора миллиона", 1_500_000),
    ],
)
def test_thousands_are_said_in_many_ways(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "зарплата Ірі дві з половиною",
        "аванс Лене две с половиной",
        "wages for Tom, three and a half",
        "зарплата Ігорю 2,5",
        "дала майстру дві з половиною",
    ],
)
def test_what_may_be_thousands_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


def test_a_currency_settles_it(read: Read) -> None:
    assert only(read("паливо 2,50 грн")).amount is not None


@pytest.mark.parametrize(
    "text",
    [
        "bossman put in 20 grand",
        "the gaffer chucked in 500",
        "boss put in 5000",
        "шеф закинул в кассу 10 000",
        "хозяин докинул 3000",
        "директор докинув 2 000",
        "бос вкинув у касу 8 000",
    ],
)
def test_what_the_boss_puts_in_is_his_contribution(read: Read, text: str) -> None:
    assert only(read(text)).category is CashCategory.OWNER_CONTRIBUTION


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Bondar 780, Kravets 1,200 and Lysenko 340, all sales", [780, 1200, 340]),
        ("Smith 40, Jones 75, Brown 120 - sales", [40, 75, 120]),
        ("Bondar 780\nKravets 1200\nall sales", [780, 1200]),
        ("Гаврилюк 450; Мороз 1 100; Кузьменко 95; усе продажі", [450, 1100, 95]),
        ("Титов 500, Орлов 900, Белова 1 300. все продажи", [500, 900, 1300]),
        ("Бондар 780\nКравець 1200\nЛисенко 340\nусе продаж", [780, 1200, 340]),
    ],
)
def test_the_last_words_say_what_all_were(read: Read, text: str, amounts: list[int]) -> None:
    reading = read(text)
    assert amounts_of(reading) == amounts
    assert {each.category for each in drafts_of(reading)} == {CashCategory.SALE_CASH}
    assert {each.direction for each in drafts_of(reading)} == {IN}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("хлопчина скосив бур'ян, дала 400", CashCategory.OTHER_EXPENSE),
        ("дядько почистив трубу, віддала йому 500", CashCategory.OTHER_EXPENSE),
        ("сосед вскопал клумбу у входа, заплатили 350", CashCategory.OTHER_EXPENSE),
        ("парень помыл окна, отдала 250", CashCategory.OTHER_EXPENSE),
        ("some kid shovelled the snow, gave him a hundred", CashCategory.OTHER_EXPENSE),
        ("neighbour's kid mowed the lawn, gave him 150", CashCategory.OTHER_EXPENSE),
        ("мужики занесли ванну, 900 им из кассы", CashCategory.DELIVERY),
        ("пацани розвантажили машину, дали їм 600", CashCategory.DELIVERY),
        ("two lads unloaded the van, paid them 400", CashCategory.DELIVERY),
    ],
)
def test_a_strangers_small_job_is_paid(read: Read, text: str, category: CashCategory) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    "text",
    [
        "мужик купил кран, дал 500",
        "сусід заплатив за кран 300",
        "the guy took a boiler, gave 5000",
    ],
)
def test_a_stranger_who_buys_is_a_customer(read: Read, text: str) -> None:
    assert only(read(text)).category is CashCategory.SALE_CASH


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Полищук внесла 2 500 предоплаты и 640 за смеситель", [2500, 640]),
        ("Коваленко заплатил 3000 предоплату за котел и 500 за шланги", [3000, 500]),
        ("Шевченко внесла 1 000 завдатку і 320 за кран", [1000, 320]),
        ("Ткаченко: передоплата 5 000 та 780 за сифон", [5000, 780]),
        ("Harris left a 2000 deposit and paid 450 for a tap", [2000, 450]),
    ],
)
def test_a_deposit_and_a_price_are_two(read: Read, text: str, amounts: list[int]) -> None:
    reading = read(text)
    assert amounts_of(reading) == amounts
    assert [each.category for each in drafts_of(reading)] == [
        CashCategory.CUSTOMER_PREPAYMENT,
        CashCategory.SALE_CASH,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ні, там інша сума була",
        "ні, сума інша",
        "не, там сумма не та",
        "нет, там другая сумма была",
        "no, it was a different amount",
    ],
)
def test_that_the_sum_was_another_is_a_correction(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)


@pytest.mark.parametrize(
    "text",
    [
        "оплатили накладную 3094 Сантехопту",
        "оплачена накладная 3094",
        "paid invoice 3094 to Plumbworld",
        "заплатили за накладною 1188 постачальнику",
        "оплатили рахунок 5120 Термобуду",
    ],
)
def test_a_document_paid_without_a_sum_is_asked_for_it(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    "text", ["paid the supplier's invoice 771", "заплатили за накладною 88 постачальнику"]
)
def test_a_short_number_of_a_document_is_not_filed_silently(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear) or Missing.AMOUNT in only(reading).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Інкасація переїхала на четвер, 40 тисяч лежать у сейфі",
        "инкассация перенеслась, 40 тысяч лежат в сейфе",
        "bank run moved to Thursday, 40 grand still sitting in the safe",
        "put aside 2 boilers for Prokopenko, order 9033, he's collecting next week",
        "відклали 2 котли для Прокопенка, замовлення 9033, забере наступного тижня",
        "задаток 2000 не взяли",
        "didn't take the 2000 deposit",
    ],
)
def test_what_moved_no_cash_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("courier 2000", 2000),
        ("вчора кур'єр 2500", 2500),
        ("установщик 3000", 3000),
        ("landlord 12 000", 12000),
    ],
)
def test_a_role_and_an_amount_say_all_there_is_to_say(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert amounts_of(read(text)) == [amount]
    assert (draft.direction, draft.doubts) == (OUT, ())


@pytest.mark.parametrize(
    "text",
    [
        "Валерию тысячу с чем-то за установку",
        "три тисячі з гаком за доставку",
        "300 and change to the courier",
        "монтажнику две тысячи с хвостиком",
    ],
)
def test_so_much_and_something_is_no_amount(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


def test_a_till_is_no_until(read: Read) -> None:
    draft = only(read("moved 6k from the shop till to the warehouse till yesterday"))
    assert draft.category is CashCategory.DESK_TRANSFER
    assert draft.booked_on is not None
    assert draft.booked_on == only(read("yesterday fuel 100")).booked_on


@pytest.mark.parametrize(
    "text",
    [
        "courier 200, sold a pump for 999999999999",
        "кур'єр 200, продала насос за 9999999999",
        "курьер 200 + продали котёл за 99999999999",
    ],
)
def test_an_absurd_price_beside_another_sum_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing
