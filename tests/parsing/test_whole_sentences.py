"""Shapes of whole sentences: halves, lists, what comes later, what did not move the till."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.tokens import scan_tokens
from parsing.annotation.word_lists import LexiconSource, build_lexicon
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear
from tests.parsing.drafts import amounts_of, drafts_of

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("half cash half card, 4000 altogether, Moroz, circulation pump", [2000]),
        ("половина карткою, половина готівкою, разом 4000, насос Мороз", [2000]),
        ("половина картой, половина наличными, вместе 4000, насос Мороз", [2000]),
        ("total 9800 half on the card so 4900 in my till. ord 2981", [4900]),
        ("від пані за умивальник 3 по 500 і 4 по 100", [1900]),
        ("3 x 500 and 4 x 100 from a lady for a sink", [1900]),
        ("Petro brought 300 back, 700 went on couplings", [300]),
        ("bubblewrap 2 rolls 310x2", [620]),
        ("насос по 5 200 2 шт продали", [10400]),
        ("Гідротех прислав хлопця, дала йому 12600 по рахунку 778", [12600]),
        ("по заказам кеш сегодня: 3301 - 4200, 3307 - 1 980, 3312 - 15 000", [4200, 1980, 15000]),
        ("продажи нал 450; 1 200; 89.50", [450, 1200, 89]),
        ("із сейфа в касу 2к", [2000]),
        ("оренда грудень 15к", [15000]),
    ],
)
def test_what_moved_is_the_amount(read: Read, text: str, sums: list[int]) -> None:
    assert amounts_of(read(text)) == sums


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("Мельники розрахувались за монтаж бойлера 2800", IN, CashCategory.SALE_CASH),
        ("13.02 вернули Мельник за душевой набор 1 090", OUT, CashCategory.CUSTOMER_REFUND),
        ("received from the Sydorenkos for fitting their radiators 3,400", IN, None),
        ("hosting guy 450", OUT, CashCategory.PHONE_INTERNET),
        ("помили газельку 250", OUT, CashCategory.FUEL_TRANSPORT),
        ("unspent 60 from the diesel money back in the till", IN, CashCategory.FUEL_TRANSPORT),
        ("комісія банку 40 за розмін", OUT, CashCategory.BANK_FEES),
        ("половина оренди 7000, решту на тому тижні", OUT, CashCategory.RENT),
        ("half of the rent, 7000, second half next week", OUT, CashCategory.RENT),
        ("единый налог закинула налом через кассу ощада 1 600", OUT, CashCategory.TAXES_FEES),
        ("парни затащили котёл на четвёртый, на двоих 400", OUT, CashCategory.DELIVERY),
    ],
)
def test_who_gave_and_what_for(
    read: Read, text: str, way: CashDirection, category: CashCategory | None
) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.direction is way
    assert category in {None, draft.category}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Olha 8000 and Ira 7500 - wages", CashCategory.SALARY),
        ("Ольге 8000 и Ире 7500 зарплата", CashCategory.SALARY),
        ("аванс Віталіку 2500 і Оксані теж 2500", CashCategory.SALARY_ADVANCE),
    ],
)
def test_what_a_list_is_for_holds_for_everybody(
    read: Read, text: str, category: CashCategory
) -> None:
    drafts = drafts_of(read(text))
    assert [draft.category for draft in drafts] == [category, category]


def test_a_service_told_after_a_sale_may_have_been_paid_by_the_buyer(read: Read) -> None:
    _, service = drafts_of(read("Ivanchuk: 4000 prepayment for a pump, then 150 delivery"))
    assert Missing.DIRECTION in service.doubts


@pytest.mark.parametrize(
    "text",
    [
        "хозяин положил в сейф 20000 своих",
        "till 12,450 at closing",
        "we agreed on 6,500 for the pump",
        "happy bday Vita!! 30 and gorgeous",
        "transferred 15 600 to Grundfos from the account",
        "бош тронік подорожчав, тепер 11 990",
        "Павленко клянется в понедельник занести 7000",
        "back in 20 grabbing lunch",
    ],
)
def test_what_did_not_move_the_till_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "was the 4 500 from Tkachenko recorded or no",
        "is the rent paid",
        "на доставку за прошлую неделю скок ушло",
    ],
)
def test_a_question_needs_no_mark(read: Read, text: str) -> None:
    assert isinstance(read(text), Question)


def test_who_only_does_not_know_asks_nothing(read: Read) -> None:
    (draft,) = drafts_of(read("в кассе минус 60, куда делись не знаю"))
    assert draft.category is CashCategory.CASH_SHORTAGE


@pytest.mark.parametrize("text", ["3415 забрали и рассчитались полностью", "отдала Роману"])
def test_a_sum_that_is_not_told_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


def test_a_list_may_be_a_text_with_commas() -> None:
    source = LexiconSource("en", '[thing]\noffice_household = """\nsamovar*, tea\n set"""')
    lexicon = build_lexicon([source])
    found = lexicon.find(scan_tokens("tea set"), 0)
    assert found is not None
    assert found[1] == len(("tea", "set"))


def test_what_was_spent_never_came_in(read: Read) -> None:
    (draft,) = drafts_of(read("Petro spent 1300 on materials"))
    assert draft.direction is OUT
    assert Missing.DIRECTION not in draft.doubts
