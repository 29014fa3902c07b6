"""What a shop teaches is used from the next message on, and nothing else changes."""

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.word_lists import load_lexicon
from parsing.lessons import lessons_of
from parsing.memory.memory import (
    AMOUNTS_MAX,
    NOTHING_TAUGHT,
    Remembered,
    ShopMemory,
    memory_key,
    memory_of,
)
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood
from tests.parsing.conftest import NOW

LEXICON = load_lexicon()
DELIVERY, SALARY = CashCategory.DELIVERY, CashCategory.SALARY
OUT, IN = CashDirection.OUT, CashDirection.IN
SAID = frozenset({Missing.CATEGORY, Missing.DIRECTION})


def read(text: str, memory: ShopMemory = NOTHING_TAUGHT) -> Reading:
    return read_message(text, now=NOW, currency="UAH", lexicon=LEXICON, memory=memory)


def only(reading: Reading) -> CashDraft:
    assert isinstance(reading, Understood | Unclear)
    (draft,) = reading.drafts
    return draft


def taught(
    text: str,
    category: CashCategory,
    *,
    told: AbstractSet[Missing] = SAID,
    direction: CashDirection = OUT,
    memory: ShopMemory = NOTHING_TAUGHT,
) -> ShopMemory:
    """Let somebody settle a message, and give what the shop remembers then."""
    proposed = only(read(text, memory))
    filed = replace(proposed, category=category, direction=direction, doubts=())
    lessons = lessons_of(text, filed, told, lexicon=LEXICON, memory=memory)
    facts = {**memory.facts, **{memory_key(each.word): each for each in lessons}}
    return ShopMemory(facts)


@pytest.mark.parametrize(
    ("first", "next_one"),
    [
        ("кабанчик 300", "кабанчику 350"),
        ("кабанчик 300", "за кабанчика віддала 280"),
        ("zorbik 300", "paid 310 for zorbik"),
        ("дзинька 300", "Дзинька 290 сьогодні"),
    ],
)
def test_a_word_is_known_from_the_next_message_on(first: str, next_one: str) -> None:
    memory = taught(first, DELIVERY)
    reading = read(next_one, memory)
    assert isinstance(reading, Understood)
    assert reading.is_confident, reading
    draft = only(reading)
    assert (draft.category, draft.direction) == (DELIVERY, OUT)
    assert draft.remembered


@pytest.mark.parametrize(
    ("first", "next_one"),
    [
        ("gave Ihor 450", "Ihor 500"),
        ("дала Ігорю 450", "Ігор 500"),
        ("дала Ігорю 450", "ігорю 500"),
    ],
)
def test_a_name_is_known_from_the_next_message_on(first: str, next_one: str) -> None:
    memory = taught(first, CashCategory.INSTALLER_SERVICES)
    reading = read(next_one, memory)
    assert isinstance(reading, Understood)
    assert reading.is_confident, reading
    draft = only(reading)
    assert draft.category is CashCategory.INSTALLER_SERVICES
    assert draft.counterparty is not None
    assert memory_key(draft.counterparty.casefold()) in memory.facts


def test_what_the_message_says_itself_stands_above_memory() -> None:
    memory = taught("gave Ihor 450", CashCategory.INSTALLER_SERVICES)
    assert only(read("gave Ihor 500 for petrol", memory)).category is CashCategory.FUEL_TRANSPORT
    assert only(read("зарплата Ihor 9000", memory)).category is SALARY


def test_words_taught_together_are_likely_until_confirmed() -> None:
    memory = taught("прифігачив зюзьку 300", DELIVERY)
    doubtful = only(read("зюзька 250", memory))
    assert doubtful.category is DELIVERY
    assert Missing.CATEGORY in doubtful.doubts
    memory = taught("зюзька 250", DELIVERY, memory=memory)
    reading = read("зюзька 260", memory)
    assert isinstance(reading, Understood)
    assert reading.is_confident


def test_another_meaning_makes_it_doubtful_first() -> None:
    memory = taught("кабанчик 300", DELIVERY)
    memory = taught("кабанчик 300", CashCategory.OFFICE_HOUSEHOLD, memory=memory)
    draft = only(read("кабанчик 310", memory))
    assert draft.category is CashCategory.OFFICE_HOUSEHOLD
    assert Missing.CATEGORY in draft.doubts


def test_a_known_thing_may_mean_something_else_in_this_shop() -> None:
    assert only(read("цукор 300")).category is CashCategory.OFFICE_HOUSEHOLD
    memory = taught("цукор 300", CashCategory.SUPPLIER_GOODS)
    assert only(read("цукор 350", memory)).category is CashCategory.SUPPLIER_GOODS


def test_a_nickname_stands_for_somebody() -> None:
    filed = replace(only(read("зарплата малюку 9000")), counterparty="Петро")
    (fact,) = lessons_of(
        "зарплата малюку 9000",
        filed,
        {Missing.COUNTERPARTY},
        lexicon=LEXICON,
        memory=NOTHING_TAUGHT,
    )
    draft = only(read("аванс малюк 2000", memory_of([fact])))
    assert draft.counterparty == "Петро"


def test_the_way_is_learned_where_it_was_told() -> None:
    memory = taught("Бідося 700", CashCategory.DELIVERY, direction=IN)
    draft = only(read("Бідося 800", memory))
    assert draft.direction is IN


def test_what_was_taught_is_known_in_a_list_too() -> None:
    reading = read("кабанчик 350, оренда 5000", taught("кабанчик 300", SALARY))
    assert isinstance(reading, Understood)
    assert [draft.category for draft in reading.drafts] == [SALARY, CashCategory.RENT]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("кабанчик 300", frozenset[Missing]()),
        ("кабанчик 300", frozenset({Missing.AMOUNT, Missing.DATE})),
        ("оренда 300", SAID),
        ("зюзька цмуля жужиц хрямзик бдзинь 300", SAID),
    ],
)
def test_nothing_is_learned_where_nothing_was_taught(
    text: str, told: AbstractSet[Missing]
) -> None:
    filed = CashDraft(Money(30_000, "UAH"), OUT, CashCategory.RENT, NOW.date())
    assert not lessons_of(text, filed, told, lexicon=LEXICON, memory=NOTHING_TAUGHT)


def test_amounts_are_kept_newest_last() -> None:
    memory = NOTHING_TAUGHT
    for amount in range(100, 100 * (AMOUNTS_MAX + 3), 100):
        memory = taught(f"кабанчик {amount}", DELIVERY, memory=memory)
    (fact,) = memory.facts.values()
    assert len(fact.amounts) == AMOUNTS_MAX
    assert fact.amounts[-1] == Money(100 * (AMOUNTS_MAX + 2) * 100, "UAH")


@given(st.text(max_size=60))
def test_an_empty_memory_changes_nothing_and_any_text_can_be_a_lesson(text: str) -> None:
    assert read(text, ShopMemory()) == read(text)
    filed = CashDraft(Money(1, "UAH"), OUT, DELIVERY, dt.date(2026, 1, 1))
    for fact in lessons_of(text, filed, SAID, lexicon=LEXICON, memory=NOTHING_TAUGHT):
        memory = memory_of([fact])
        assert memory.find(fact.word) == fact
        read(text, memory)


def test_endings_and_alphabets_fall_together(lexicon: Lexicon) -> None:
    del lexicon
    for one, other in (("ігор", "ігорю"), ("игорь", "igor"), ("кабанчик", "кабанчиком")):
        assert memory_key(one) == memory_key(other)
    fact = Remembered("оля", category=SALARY)
    assert memory_of([fact]).find("олі") == fact
