"""Who did something for whom: his work and her payment, trades in names, "I gave", "for us"."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear, files_itself
from tests.parsing.drafts import only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "category", "who"),
    [
        (
            "тільки доїхав експедитор Руслан, віддала 1 600 за рейс",
            CashCategory.DELIVERY,
            "Руслан",
        ),
        ("приїхав водій Олег, отдала 900", CashCategory.DELIVERY, "Олег"),
        ("приїхав кур'єр, віддала 250", CashCategory.DELIVERY, None),
        (
            "прийшов Степан, заплатила 1 200 за монтаж",
            CashCategory.INSTALLER_SERVICES,
            "Степан",
        ),
        ("дед Панас чинил нам калитку, дала 350", CashCategory.REPAIRS_MAINTENANCE, "Панас"),
        ("дід Панько лагодив нам двері, 350 дала", CashCategory.REPAIRS_MAINTENANCE, "Панько"),
        ("Дядько Вася підлатав нам візок, віддала 450", CashCategory.REPAIRS_MAINTENANCE, "Вася"),
        ("Рома закінчив той котел, розрахувалась, 1 800", CashCategory.INSTALLER_SERVICES, "Рома"),
        ("сусід підкинув нам два крани, дала 200 на бензин", CashCategory.FUEL_TRANSPORT, None),
        ("привезли фурнітуру, Олег взяв 4 720 готівкою", CashCategory.SUPPLIER_GOODS, "Олег"),
        ("за інтернет я віддала 350, хлопець зайшов", CashCategory.PHONE_INTERNET, None),
        ("господарка складу приїхала по гроші, дала 3500", CashCategory.RENT, None),
        ("our lightbulb guy again, gave him 90", CashCategory.REPAIRS_MAINTENANCE, None),
    ],
)
def test_what_she_paid_who_writes_went_out(
    read: Read, text: str, category: CashCategory, who: str | None
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (OUT, category, who)


@pytest.mark.parametrize(
    ("text", "category", "way", "who"),
    [
        ("Гена-вантажник підняв бойлер, дала 150", CashCategory.DELIVERY, OUT, "Гена"),
        ("Зина-уборщица, зп за две недели, 2 200", CashCategory.SALARY, OUT, "Зина"),
        ("Слава-курьер 220", CashCategory.DELIVERY, OUT, "Слава"),
        ("Кран, пакля. Юрко-покупець. 570", CashCategory.SALE_CASH, IN, "Юрко"),
        ("вернула Олі Романюк 340 за кран", CashCategory.CUSTOMER_REFUND, OUT, "Олі Романюк"),
        ("Mrs. Polishchuk paid 4 000 for a boiler", CashCategory.SALE_CASH, IN, "Polishchuk"),
        ("rent, 22 000, given to Mr Hlushko himself", CashCategory.RENT, OUT, "Hlushko"),
        ("Роман забрав колонку 9 900", CashCategory.SALE_CASH, IN, "Роман"),
        ("Сергій узяв 500 на фітинги", CashCategory.SUPPLIER_GOODS, OUT, "Сергій"),
        ("Єдиний податок за III квартал 3 028", CashCategory.TAXES_FEES, OUT, None),
        ("шланги підвезли з Дніпра, водію 500", CashCategory.DELIVERY, OUT, None),
        ("Yasmin salary 7 500", CashCategory.SALARY, OUT, "Yasmin"),
        ("12500 prepay from kozak for heat pump", CashCategory.CUSTOMER_PREPAYMENT, IN, "kozak"),
    ],
)
def test_who_is_meant(
    read: Read, text: str, category: CashCategory, way: CashDirection, who: str | None
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (way, category, who)


@pytest.mark.parametrize(
    ("text", "category", "way"),
    [
        ("boss Levan give money to cashbox 10000", CashCategory.OWNER_CONTRIBUTION, IN),
        ("man from Kalush return one tap and I return him money 1 120",
         CashCategory.CUSTOMER_REFUND, OUT),
        ("Petrenko take radiator, give 3400", CashCategory.SALE_CASH, IN),
        ("we pay rent of warehouse 8000", CashCategory.RENT, OUT),
        ("штраф за парковку 680, оплатила налом в терминале", CashCategory.TAXES_FEES, OUT),
        ("через термінал поклала 18 000 на рахунок", CashCategory.BANK_DEPOSIT, OUT),
        ("COD at the post: paid 2 870 for valves we ordered", CashCategory.SUPPLIER_GOODS, OUT),
        ("Каса 1 → каса 2: 4 000", CashCategory.DESK_TRANSFER, OUT),
        ("кеш не сходиться на 60 менше", CashCategory.CASH_SHORTAGE, OUT),
        ("отут шось не б'ється, на 12 грн більше", CashCategory.CASH_SURPLUS, IN),
        ("розбив унітаз, приніс 500", CashCategory.OTHER_INCOME, IN),
        ("Получено от покупателя за смеситель 1 670. С уважением, касса",
         CashCategory.SALE_CASH, IN),
        ("вантажнику за день 900", CashCategory.DELIVERY, OUT),
        ("приїжджали з банку, забрали виручку 24000", CashCategory.BANK_DEPOSIT, OUT),
        ("Олійник замовив котел, поки дав 7000", CashCategory.CUSTOMER_PREPAYMENT, IN),
        ("Олейник заказал котёл, пока дал 7000", CashCategory.CUSTOMER_PREPAYMENT, IN),
        ("решта з канцтоварів 35", CashCategory.OFFICE_HOUSEHOLD, IN),
        ("отримала на НП коробку, за доставку 240", CashCategory.DELIVERY, OUT),
        ("бусику зробили ходову, 1900", CashCategory.FUEL_TRANSPORT, OUT),
        ("замінили помпу на бусі 1750", CashCategory.FUEL_TRANSPORT, OUT),
        ("колодки поменяли на газели, 2200", CashCategory.FUEL_TRANSPORT, OUT),
        ("съездил на базар за муфтами, 1300", CashCategory.SUPPLIER_GOODS, OUT),
        ("Natasha's pay 9000", CashCategory.SALARY, OUT),
        ("welder for the heating manifold 3500", CashCategory.INSTALLER_SERVICES, OUT),
        ("got 6000 up front for underfloor heating", CashCategory.CUSTOMER_PREPAYMENT, IN),
        ("двое парней взяли трубу и фитинги на 2100", CashCategory.SALE_CASH, IN),
        ("новый разводной взамен сломанного 870", CashCategory.REPAIRS_MAINTENANCE, OUT),
        ("fixed the lights on the van, 400", CashCategory.FUEL_TRANSPORT, OUT),
        ("віддала розмінку на другий магазин 1200", CashCategory.DESK_TRANSFER, OUT),
        ("та пара вернулась по бойлер, 5600 в касі", CashCategory.SALE_CASH, IN),
        ("that couple came back for the boiler, 5600 in the till", CashCategory.SALE_CASH, IN),
        ("водій привіз термостати, довелось дати йому 190", CashCategory.DELIVERY, OUT),
        ("пришлось купить новые краны, 640", CashCategory.SUPPLIER_GOODS, OUT),
        ("парковка біля податкової, 45", CashCategory.FUEL_TRANSPORT, OUT),
        ("стояли біля податкової, парковка 45", CashCategory.FUEL_TRANSPORT, OUT),
        ("Fun at the trade fair! Paid the cleaner 400", CashCategory.SALARY, OUT),
        ("якомусь дядькові шайба і гайка, 85", CashCategory.SALE_CASH, IN),
        ("приймав муфти, 50 шт по 18, розрахувався налом", CashCategory.SUPPLIER_GOODS, OUT),
        ("the tap in our loo was dripping so I had a guy in, 340",
         CashCategory.REPAIRS_MAINTENANCE, OUT),
        ("запчастини 640 Кременчук автобусом", CashCategory.SUPPLIER_GOODS, OUT),
    ],
)  # fmt: skip
def test_what_is_told_in_other_ways(
    read: Read, text: str, category: CashCategory, way: CashDirection
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


@pytest.mark.parametrize(
    "text",
    [
        "If I pay 500 for the tap, will he come?",
        "I pay 8000 for rent every month",
        "Дмитрук забрав 3 крани, дала здачу 100",
    ],
)
def test_what_only_sounds_like_it_is_not_filed(read: Read, text: str) -> None:
    assert not files_itself(read(text))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ващук, 2 750, за що — не сказав", Missing.CATEGORY),
        ("got 900 from Oleh, what for he didn't say", Missing.CATEGORY),
        ("плюс 800", Missing.CATEGORY),
        ("Не помню, брала я из кассы или клала 300 гривен", Missing.DIRECTION),
    ],
)
def test_what_nobody_told_is_asked(read: Read, text: str, missing: Missing) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert missing in reading.missing


def test_what_was_forgotten_to_be_written_down_is_of_its_day(read: Read) -> None:
    told = only(read("yesterday's last sale was a boiler 11 900"))
    assert only(read("yesterday's last sale was a boiler 11 900, forgot to put it in")) == told
