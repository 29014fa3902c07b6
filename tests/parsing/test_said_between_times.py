"""What is said between times: numbers of papers, one of several, home affairs, to-dos, asking."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    "text",
    [
        "The accountant called, 27 minutes on the phone, all about some form 20",
        "бухгалтер дзвонила пів години про форму 20",
        "page 14 of the manual is missing",
        "Давление скачет, 160 на 100, домой пойду",
        "тиск 160 на 100, піду додому",
        "my blood pressure is 160 over 100, going home",
        "Пенсию мне принесли, 3800, радуюсь",
        "got my pension today, 3800",
        "стипендию дочке дали 2000",
        "Соседка заняла до пенсии сто гривен, из своих дала",
        "сусідка позичила сто гривень до пенсії, зі своїх дала",
        "neighbour borrowed 100 till payday, gave it from my own",
        "позвонить Денисенко насчёт десяти тысяч",
        "подзвонити Денисенку щодо десяти тисяч",
        "call Denysenko about the ten thousand",
        "нагадати Олегу про 500",
        "we wait the money from Rembud company, they say tomorrow 20 000",
        "still waiting for 20 000 from Rembud",
        "Remember the couple from Obukhiv? They want their deposit back, 3000, on Thursday",
        "Помнишь пару из Обухова? Хотят задаток назад, 3000, сказала прийти в четверг",
    ],
)
def test_what_moved_no_money_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "can u show me last 5 entries",
        "could u tell me sales for monday",
        "Kindly confirm yesterday's closing balance.",
        "please confirm the total for Monday",
        "Підтвердіть вчорашній залишок",
        "Подтвердите вчерашний остаток на закрытие",
        "уточніть скільки вчора було в касі",
        "расходы за неделю",
        "expenses today",
        "баланс",
        "середній чек за тиждень",
        "порівняй травень і квітень",
    ],
)
def test_asking_in_other_words_is_a_question(read: Read, text: str) -> None:
    assert isinstance(read(text), Question)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Не помню, брала я из кассы или клала 300 гривен", "direction"),
        ("не пам'ятаю, брала я з каси чи клала 300", "direction"),
        ("can't remember if I took 300 from the till or put it in", "direction"),
        ("300, внесла или взяла - не помню", "direction"),
        ("Петро лишив гроші в конверті, скільки — не рахувала", "amount"),
        ("Петя оставил деньги в конверте, сколько — не считала", "amount"),
    ],
)
def test_what_is_said_not_to_be_known_is_asked(read: Read, text: str, lacking: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing(lacking) in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("sold 4 pieces valve, one piece is 185", 740),
        ("sold 4 valves, one costs 185", 740),
        ("продала 4 крани, одна штука 185", 740),
        ("продала 4 крана, за штуку 185", 740),
        ("продала муфты 32, 5 шт по 40", 200),
        ("приймав муфти 32, 50 шт по 18 грн, розрахувався готівкою", 900),
    ],
)
def test_a_price_of_one_is_multiplied(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "sold two mixers, one for 980 and the other 1,450",
        "продала два змішувачі, один за 980 другий за 1 450",
    ],
)
def test_a_price_of_one_beside_that_of_the_other_is_its_own(read: Read, text: str) -> None:
    assert amounts_of(read(text)) == [980, 1450]


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("Зміна 2:\nнадлишок 8 грн", 8, CashCategory.CASH_SURPLUS),
        ("Смена 1: излишек 8 грн", 8, CashCategory.CASH_SURPLUS),
        ("Shift 2: over by 8", 8, CashCategory.CASH_SURPLUS),
        ("котел з 4 ряду відвантажив, гроші 21 400 від Гаврилюка в касі", 21400, "sale_cash"),
        ("the money from Havryliuk for the boiler, 21 400, is in the till", 21400, "sale_cash"),
    ],
)
def test_what_came_into_the_till_is_told_beside_its_place(
    read: Read, text: str, amount: int, category: str
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory(category))
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("зарплату Сєні оддав на руки 7 тищ, остальне на карту", 7000, CashCategory.SALARY),
        ("зарплату Сені віддав на руки 7000, решту на картку", 7000, CashCategory.SALARY),
        ("paid Senia his wages 7000 in hand, the rest to his card", 7000, CashCategory.SALARY),
        ("for petrol on OKKO station give 900, back was 35", 865, CashCategory.FUEL_TRANSPORT),
        ("дала 900 на бензин, назад 35", 865, CashCategory.FUEL_TRANSPORT),
        ("дала 900 на бензин, 35 назад", 865, CashCategory.FUEL_TRANSPORT),
        ("світло, показник 20417, заплатила 2 963", 2963, CashCategory.UTILITIES),
        ("газ: показники лічильника 4512, сплатила 1 340", 1340, CashCategory.UTILITIES),
    ],
)
def test_what_was_paid_is_told_beside_other_figures(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)
    assert amounts_of(read(text)) == [amount]


def test_what_came_from_who_is_remembered_is_an_entry(read: Read) -> None:
    draft = only(read("Пам'ятаєш того з котлом? Заплатив 3000 за насос"))
    assert (draft.direction, draft.category) == (IN, CashCategory.SALE_CASH)
