"""A name that no word list holds is told from other unknown words by what stands around it."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import drafts_of, only

Read = Callable[[str], Reading]
OUT = CashDirection.OUT


@pytest.mark.parametrize("name", ["Лемех", "Кобза", "Стецюра", "Кульчиба"])
@pytest.mark.parametrize(
    "frame",
    [
        "{} нарешті закрив борг за радіатори, 3 100",
        "{} учора ввечері закрив борг, 850",
        "{} із Вишневого доніс борг 640",
        "{}, що брав у нас насос, віддав 1 200",
        "{}: повернення завдатку 2 000",
        "{} за кабель і розетки 1 120",
        "передоплата: {}, 2 000 за котел",
        "{} монтажник взяв 800 за виїзд",
        "завдаток: {}, 067 555 12 34, 1500 за колонку, зам 2491",
    ],
)
def test_an_unknown_word_that_opens_a_message_is_who_is_told_of(
    read: Read, frame: str, name: str
) -> None:
    assert only(read(frame.format(name))).counterparty == name


@pytest.mark.parametrize("name", ["Kryvda", "Olsen", "Zablotska"])
@pytest.mark.parametrize(
    "frame",
    [
        "{} finally paid the 900 he owed",
        "{} at last brought the 900 he owed",
        "{} from accounts took 640 for stamps and envelopes",
        "{}: refund of the deposit 1 500",
        "{} the fitter took 900",
        "Prepayment: {}, 1500 for a boiler",
    ],
)
def test_so_it_is_in_english(read: Read, frame: str, name: str) -> None:
    assert only(read(frame.format(name))).counterparty == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ромбуд ТОВ, крани і згони, накладна 551, віддали 4 300", "Ромбуд"),
        ("Гудвин ООО: трубы, 5 600 отдали", "Гудвин"),
        ("Bestpipe LLC, elbows and tees, invoice 88, paid 2 300", "Bestpipe"),
        ("поставщик Вентбуд, муфты, 2400 отдала", "Вентбуд"),
        ("постачальник Бош-сервіс забрав 4 800 за плати", "Бош-сервіс"),
        ("Бош-центр, муфти, накладна 331, 4 500", "Бош-центр"),
    ],
)
def test_a_firm_that_heads_what_it_was_paid_for_is_who_got_it(
    read: Read, text: str, name: str
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category, draft.counterparty) == (
        OUT,
        CashCategory.SUPPLIER_GOODS,
        name,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ущільнювач за кран 45",
        "Дозаправив генератор, 620",
        "Шпалера: 300 за рулон",
        "Ганчірки, рукавички, накладна 12, 240",
        "Червнева оренда 12 000",
        "Травневе світло 1 340",
        "Вивіска за 4 500, поставили",
        "Промазали, заплатили двічі, 300",
        "Штуцер за 45, взяли два",
        "Возвращённый товар, отдала 700",
        "Электрощит за 3 400 продали",
        "Приходящая уборщица 500",
        "Новий монтажник взяв 800",
        "Помыли рабочую машину, 350",
        "Local plumber took 900",
        "Laminating took 120",
        "Doorbell finally fixed, 250",
        "Gravel, invoice 441, 1 900",
        "I've just been paid 1 040 for cutting pipe to size",
        "доставка фури з Хмельницького 2 450",
        "доставка труб с Каховского 1 450",
    ],
)
def test_other_words_that_open_a_message_and_towns_are_nobody(read: Read, text: str) -> None:
    assert {draft.counterparty for draft in drafts_of(read(text))} <= {None}


def test_whom_something_is_from_may_be_called_as_a_town_is(read: Read) -> None:
    assert only(read("від Хмельницького за бойлер 4 500")).counterparty == "Хмельницького"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("взяла в Лемеха за насос 3 400", "Лемеха"),
        ("взяв в Кульчиби 1 200 за кран", None),
        ("були в Хмельницькому, заправка 900", None),
        ("купили в Одесі кран 400", None),
    ],
)
def test_behind_a_place_word_the_ending_tells_who_from_where(
    read: Read, text: str, name: str | None
) -> None:
    assert only(read(text)).counterparty == name


def test_goods_that_were_brought_from_a_town_are_a_delivery_that_was_paid(read: Read) -> None:
    draft = only(read("доставка труб з Кропивницького 1 450"))
    assert (draft.direction, draft.category) == (OUT, CashCategory.DELIVERY)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Оскару зп 9 700 і ще премія 500", ["Оскару", "Оскару"]),
        ("Марку зарплата 9 700 и ещё премия 500", ["Марку", "Марку"]),
        ("wages to Marek 9 700 and a bonus 500", ["Marek", "Marek"]),
        ("Левко взяв триста на бензин і ще тисячу авансу", ["Левко", "Левко"]),
        ("Оскару зп 9 700, премія Левку 500", ["Оскару", "Левку"]),
        ("Оскару зп 9 700, премія вантажникам 500", ["Оскару", None]),
        ("Оскару зп 9 700, вода в офіс 160", ["Оскару", None]),
    ],
)
def test_a_wage_of_nobody_right_behind_one_is_of_the_same_person(
    read: Read, text: str, names: list[str | None]
) -> None:
    assert [draft.counterparty for draft in drafts_of(read(text))] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rostychenku na benzyn 300", "Rostychenku"),
        ("dala tioti Rai 400 za myttia vikon", "Rai"),
        ("zaplatyla Stepankovi 700 za vyizd", "Stepankovi"),
    ],
)
def test_whom_something_is_given_is_known_in_latin_letters(
    read: Read, text: str, name: str
) -> None:
    assert only(read(text)).counterparty == name


def test_a_day_in_latin_letters_stays_a_day(read: Read) -> None:
    assert only(read("Nini zaplatyla 350 za prybyrannia")).counterparty is None
