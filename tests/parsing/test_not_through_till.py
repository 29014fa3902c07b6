"""Money that did not go through the till, sums that are not told, who alone was paid."""

from collections.abc import Callable

import pytest

from parsing.reading import Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Ілля купив за свої скотч 80, маркери 60 і лампу 240, гроші йому ще не віддала",
        "Олег сам заплатил за парковку 90, пока не отдала",
        "Oleh paid for parking himself, 90, haven't given it back to him yet",
        "бак Федака 1290 пішов під чесне слово, гроші в кінці місяця",
        "отпустила под честное слово насос 3400, деньги потом",
        "gave the pump away on credit, 3400, he pays on Monday",
        "я на касі з 14:00, прийняла від Олі 7 310, усе зійшлося",
        "приняла смену у Тани, в кассе 6200",
        "took over the till from Olia, 7310 in it, all matches",
    ],
)
def test_nothing_went_through_the_till(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    "text",
    [
        "left 500 in the till, took the rest to the bank",
        "залишила собі 400, решту здала",
        "оставила 500 на размен, остальное сдала в банк",
        "sold couplings at 45 apiece, Sashko knows how many",
        "муфти пішли по 38, кількість запитай у Колі",
        "продала уголки по 27, сколько штук не помню",
    ],
)
def test_what_is_not_told_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Ілля купив за свої лампу 240, гроші йому віддала", 240),
        ("прибиральниці не платила, тільки мийнику вікон, 350", 350),
        ("сдала в банк 20000, оставила 500 на размен", 20_000),
        ("sold couplings at 45 apiece, 4 of them", 180),
    ],
)
def test_what_did_go_is_read(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
