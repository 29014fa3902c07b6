"""What the words say clearly is heard where the rules see nothing, or something else."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear, files_itself
from tests.parsing.drafts import Moved, assert_moved, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("листівки для ТЦ 1250, друкарня", (1250, OUT, CashCategory.ADVERTISING)),
        ("каса 2 передала нам розмін 700", (700, IN, CashCategory.DESK_TRANSFER)),
        ("каса 2 дала мені 1500 розміну", (1500, IN, CashCategory.DESK_TRANSFER)),
    ],
)
def test_it_is_read_back_as_what_the_words_say(read: Read, text: str, told: Moved) -> None:
    reading = read(text)
    assert_moved(reading, [told])
    assert not files_itself(reading)


def test_the_words_settle_which_way_the_rules_only_think_it_went(read: Read) -> None:
    reading = read("our bookkeeper's pay for June, 4k, she collected")
    assert_moved(reading, [(4000, OUT, CashCategory.SALARY)])
    assert files_itself(reading)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("about a hundred for stamps", Missing.AMOUNT),
        ("around a thousand went on paint", Missing.AMOUNT),
        ("12.500 petrol??", Missing.AMOUNT),
        ("фарба 640?", Missing.AMOUNT),
        ("16.14 паркування 80", Missing.DATE),
        ("дала охоронцю 19.13 300", Missing.DATE),
    ],
)
def test_what_is_rough_or_impossible_is_asked(read: Read, text: str, missing: Missing) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert missing in reading.missing


def test_a_question_with_a_word_that_asks_stays_one(read: Read) -> None:
    assert not isinstance(read("хто взяв 640?"), Unclear)


def test_the_price_of_a_ride_at_the_end_of_its_clause_is_no_house(read: Read) -> None:
    reading = read("такси с трубами на Троещину 410, клиентке Оле вернула 900")
    assert_moved(
        reading,
        [(410, OUT, CashCategory.DELIVERY), (900, OUT, CashCategory.CUSTOMER_REFUND)],
    )


def test_a_house_beside_a_sum_stays_a_house(read: Read) -> None:
    draft = only(read("такси на Троещину 14, дала 300"))
    assert draft.amount is not None
    assert draft.amount.minor == 300_00
