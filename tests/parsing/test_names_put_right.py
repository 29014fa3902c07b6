"""Who was meant, put right in the same breath."""

import datetime as dt

import pytest

from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message
from parsing.reading import CashDraft, NotAnEntry, Understood

NOW = dt.datetime(2026, 11, 30, 14, 10, tzinfo=dt.UTC)


def draft_of(text: str, lexicon: Lexicon) -> CashDraft:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Understood), reading
    (draft,) = reading.drafts
    return draft


@pytest.mark.parametrize(
    ("text", "amount", "who"),
    [
        ("paid Stepan 1,400 for fitting - sorry, Taras", 1400, "Taras"),
        ("paid Stepan, no, Taras 1,400 for fitting", 1400, "Taras"),
        ("paid Stepan 1,400 for fitting, I mean Taras", 1400, "Taras"),
        ("заплатила Степану 1400 за монтаж, точніше Тарасу", 1400, "Тарасу"),
        ("отдала Серёже 2 300 за монтаж, вернее Саше", 2300, "Саше"),
        (
            "аванс 3 000 Степану... перепрошую, Стефанії, Степан брав минулого тижня",
            3000,
            "Стефанії",
        ),
        ("аванс не Кате, а Косте, четыре пятьсот", 4500, "Косте"),
        ("advance not to Katya but to Kostya, 4,500", 4500, "Kostya"),
    ],
)
def test_the_last_name_is_who_was_meant(
    text: str, amount: int, who: str, lexicon: Lexicon
) -> None:
    draft = draft_of(text, lexicon)
    assert draft.amount is not None
    assert (int(draft.amount.to_decimal()), draft.counterparty) == (amount, who)


def test_two_who_got_something_stay_two(lexicon: Lexicon) -> None:
    text = "Кате 300 за уборку, нет, Косте 400 за доставку"
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert not isinstance(reading, Understood) or reading.drafts[0].counterparty != "Косте"


def test_what_tells_no_sum_is_left_alone(lexicon: Lexicon) -> None:
    reading = read_message("аванс был не Кате, а Косте", now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "«Тримай три тисячі, решту завезу, як поставите», – Кириченко, зам 2877",
        "«Держи три тысячи, остальное завезу», – Кириченко, заказ 2877",
    ],
)
def test_who_says_it_is_the_payer_and_no_bidding(text: str, lexicon: Lexicon) -> None:
    assert draft_of(text, lexicon).counterparty == "Кириченко"
