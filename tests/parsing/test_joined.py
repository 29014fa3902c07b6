"""Two messages in one, joined as people join them, mean both together."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Understood
from tests.parsing.conftest import ReadOnce
from tests.parsing.drafts import Moved, amounts_of, assert_moved, drafts_of, only
from tests.parsing.test_examples import OWN, Message, load
from tests.thorough import times

NOW = "2026-11-18T15:00:00"
IN, OUT = CashDirection.IN, CashDirection.OUT
WORDS_MAX = 9
PAIRS = times(50, 150)
BOTH_MIN = 0.88
"""Of pairs so many are read as both together, be it to be confirmed."""
SILENT_MAX = 0.03
AND = {"en": " and ", "uk": " і ", "ru": " и "}
JOINS: dict[str, Callable[[str], str]] = {
    "by a comma": lambda _: ", ",
    "by and": lambda language: AND[language],
    "by a line": lambda _: "\n",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A message that is read rightly by itself."""

    text: str
    draft: CashDraft


@pytest.fixture(scope="module")
def pairs(read_once: ReadOnce) -> dict[str, list[tuple[Known, Known]]]:
    """Give pairs of short messages of a language, the same in each run."""
    plain = [message for message in load(OWN / "built_on.jsonl") if _is_plain(message)]
    random.Random(11).shuffle(plain)
    told = {language: _known(plain, language, read_once) for language in AND}
    return {
        language: list(zip(known[:PAIRS], known[PAIRS:], strict=True))
        for language, known in told.items()
    }


def _known(plain: list[Message], language: str, read_once: ReadOnce) -> list[Known]:
    """Give as many messages as there are halves of pairs, no more than these are read."""
    known: list[Known] = []
    texts = (message["text"] for message in plain if message["lang"] == language)
    while len(known) < 2 * PAIRS:
        text = next(texts).rstrip(".!")
        reading = read_once(text, NOW)
        if isinstance(reading, Understood) and len(reading.drafts) == 1:
            known.append(Known(text, only(reading)))
    return known


def _is_plain(message: Message) -> bool:
    is_short = len(message["text"].split()) <= WORDS_MAX and "\n" not in message["text"]
    return is_short and message["expect"]["kind"] == "entry"


def _same(told: CashDraft, alone: CashDraft) -> bool:
    """Tell whether all but the day is the same: a day that is told once may hold for both."""
    return replace(told, booked_on=None, doubts=()) == replace(alone, booked_on=None, doubts=())


@pytest.mark.parametrize("language", AND)
@pytest.mark.parametrize("join", JOINS)
def test_a_pair_is_read_as_both(
    join: str,
    language: str,
    pairs: dict[str, list[tuple[Known, Known]]],
    read_once: ReadOnce,
) -> None:
    otherwise: list[str] = []
    silent: list[str] = []
    for first, second in pairs[language]:
        text = f"{first.text}{JOINS[join](language)}{second.text}"
        reading = read_once(text, NOW)
        drafts = reading.drafts if isinstance(reading, Understood) else ()
        alone = (first.draft, second.draft)
        if len(drafts) == len(alone) and all(map(_same, drafts, alone)):
            continue
        otherwise.append(text)
        moved = [(each.amount, each.direction) for each in drafts]
        is_filed = isinstance(reading, Understood) and reading.is_confident
        if is_filed and moved != [(each.amount, each.direction) for each in alone]:
            silent.append(text)
    assert len(otherwise) <= (1 - BOTH_MIN) * PAIRS, otherwise
    assert len(silent) <= SILENT_MAX * PAIRS, silent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "28.02 здала в банк 56 000, переоблік: у шухляді плюс 27 грн проти книги",
            [(56000, OUT, CashCategory.BANK_DEPOSIT), (27, IN, CashCategory.CASH_SURPLUS)],
        ),
        (
            "залишок за ремонт 900 і полагодили ролет на вході, 1 900, майстер Юра",
            [(900, IN, CashCategory.SALE_CASH), (1900, OUT, CashCategory.REPAIRS_MAINTENANCE)],
        ),
        (
            "shef zabrav 5000, a bank za vnesennia vziav 40 komisii",
            [(5000, OUT, CashCategory.OWNER_DRAW), (40, OUT, CashCategory.BANK_FEES)],
        ),
        (
            "paid the rent, 15k, and the light, 2 300",
            [(15000, OUT, CashCategory.RENT), (2300, OUT, CashCategory.UTILITIES)],
        ),
        (
            "такси продавщице 190, скотч прозрачный 6 рул и стретч, всего 410",
            [
                (190, OUT, CashCategory.FUEL_TRANSPORT),
                (410, OUT, CashCategory.PACKAGING_SUPPLIES),
            ],
        ),
    ],
)
def test_each_half_says_what_it_says(text: str, told: list[Moved], read_once: ReadOnce) -> None:
    assert_moved(read_once(text, NOW), told)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("дал грузчику Жене 700, стоп, 750 за подъем ванны", 750),
        ("клиентка дала 2000, вернула ей 350, за плед", 1650),
        ("взяла 300 на мило, купила на 215, решту поклала в касу", 215),
        ("Stretch film 3 rolls x 140 plus tape 85, 505 in total", 505),
        ("корзину на юбилей забрали. 3 400, из них 1000 раньше задатком давали", 2400),
        ("Зелена 20 кв 5 - сифон поставили, взяла з клієнтки 650", 650),
        ("handed the courier 220 plus 30 tip", 250),
        ("Вова привіз 7200 з об'єкта на Грушевського 12, 1500 лишив собі", 7200),
    ],
)
def test_one_story_stays_one(text: str, amount: int, read_once: ReadOnce) -> None:
    assert only(read_once(text, NOW)).amount == Money(amount * 100, "UAH")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("вчора кур'єр 200, прибиральниця 300", ["2026-11-17", "2026-11-17"]),
        ("yesterday: courier 200, diesel 900", ["2026-11-17", "2026-11-17"]),
        ("сьогодні кур'єр 200, а вчора таксі 90", ["2026-11-18", "2026-11-17"]),
    ],
)
def test_a_day_told_first_holds_for_both(text: str, days: list[str], read_once: ReadOnce) -> None:
    drafts = drafts_of(read_once(text, NOW))
    assert [f"{each.booked_on}" for each in drafts] == days


def test_a_day_of_another_sentence_is_confirmed(read_once: ReadOnce) -> None:
    reading = read_once("Вчора кур'єру віддала 200. Бензин 900", NOW)
    assert amounts_of(reading) == [200, 900]
    assert not drafts_of(reading)[1].is_confident


@pytest.mark.parametrize(
    "text", ["Продажі:\n- кран 1200\n- мийка 2400", "two sales: tap 940, sink 1150"]
)
def test_what_a_heading_says_holds_for_its_list(text: str, read_once: ReadOnce) -> None:
    assert {each.direction for each in drafts_of(read_once(text, NOW))} == {IN}


def test_a_day_told_last_of_both_holds_for_both(read_once: ReadOnce) -> None:
    drafts = drafts_of(read_once("rent 18 000 and parking 1 200, both to Vira yesterday", NOW))
    assert [f"{each.booked_on}" for each in drafts] == ["2026-11-17", "2026-11-17"]
