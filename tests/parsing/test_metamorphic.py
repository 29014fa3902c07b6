"""The same message in other clothes means the same."""

from collections.abc import Callable

import pytest

from parsing.reading import Reading, Unclear, Understood
from tests.parsing.conftest import ReadOnce
from tests.parsing.test_examples import OWN, Message, load
from tests.thorough import times

SAME_MIN = 0.98
"""A few messages live by their case or their dots: a name, an abbreviation."""
SHARE = times(6, 1)
"""Each message wears a sixth of the clothes in the day, and all of them at night."""

Meaning = tuple[object, ...]


def entries() -> list[Message]:
    return [
        message
        for message in load(OWN / "built_on.jsonl")
        if message["expect"]["kind"] in {"entry", "entries"}
    ]


def meaning(reading: Reading) -> Meaning:
    if not isinstance(reading, Understood | Unclear):
        return (type(reading),)
    told = [(each.amount, each.direction, each.category) for each in reading.drafts]
    return (type(reading), *told)


@pytest.fixture(scope="module")
def meant(read_once: ReadOnce) -> dict[tuple[str, str], Meaning]:
    """What each message means as it was typed."""
    typed = [(each["text"], each["now"]) for each in entries()]
    return {(text, now): meaning(read_once(text, now)) for text, now in typed}


CLOTHES: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "with spaces around": lambda text: f"  {text.replace(' ', '  ')} ",
    "with an emoji": lambda text: f"{text} 👍",
    "with an emoji before": lambda text: f"💸 {text}",
    "with a line's end": lambda text: f"{text}\n",
    "with thanks": lambda text: f"{text}!",
    "with fine spaces": lambda text: text.replace(" ", "\u00a0"),
    "with curly apostrophes": lambda text: text.replace("'", "’"),
    "greeted": lambda text: f"добрий день! {text}",
    "asked for": lambda text: f"запиши: {text}",
    "asked for politely": lambda text: f"занеси плиз {text}",
    "forgotten before": lambda text: f"Tilly, forgot to enter: {text}",
    "with a bullet": lambda text: text if text[0].isdigit() or "\n" in text else f"- {text}",
    "with a proof": lambda text: text if "\n" in text else f"{text}, чек в папці",
    "with its receipt": lambda text: text if "\n" in text else f"{text} (got the receipt)",
    "without ё": lambda text: text.replace("ё", "е").replace("Ё", "Е"),
}


@pytest.mark.parametrize("clothes", CLOTHES)
def test_other_clothes_change_nothing(
    clothes: str, read_once: ReadOnce, meant: dict[tuple[str, str], Meaning]
) -> None:
    messages = entries()[list(CLOTHES).index(clothes) % SHARE :: SHARE]
    dress = CLOTHES[clothes]
    changed = [
        message["text"]
        for message in messages
        if meant[message["text"], message["now"]]
        != meaning(read_once(dress(message["text"]), message["now"]))
    ]
    assert len(changed) <= (1 - SAME_MIN) * len(messages), changed


def test_another_day_of_sending_changes_no_more_than_the_day(
    read_once: ReadOnce, meant: dict[tuple[str, str], Meaning]
) -> None:
    messages = [
        message
        for message in entries()[::SHARE]
        if all(each["date"] == message["now"][:10] for each in message["expect"]["entries"])
    ]
    changed = [
        message["text"]
        for message in messages
        if meant[message["text"], message["now"]]
        != meaning(read_once(message["text"], "2028-02-29T00:00:01"))
    ]
    assert len(changed) <= (1 - SAME_MIN) * len(messages), changed


SLIPS = [
    ("courier yesterday 250", "couroer yesterday 250"),
    ("bought packaging 250", "bougt packging 250"),
    ("дала монтажнику 250 за підключення", "дала монтажинку 250 за підклчюення"),
    ("вчора заплатила за оренду 9000", "вчора заплтила за орнеду 9000"),
    ("зарплата Ользі 9000", "зарпалта Ользі 9000"),
    ("отдала курьеру двести гривен", "отдла куреьру двести гривен"),
    ("предоплата от клиента 5000", "прдоплата от клиента 5000"),
    ("вернула покупателю 700", "вернлуа покупатлю 700"),
    ("віддав грузчикам 300", "виддав грузчикам 300"),
]


@pytest.mark.parametrize(("right", "slipped"), SLIPS)
def test_a_slip_of_the_finger_changes_nothing(
    right: str, slipped: str, read_once: ReadOnce
) -> None:
    now = "2026-11-20T14:30:00"
    assert meaning(read_once(right, now)) == meaning(read_once(slipped, now))
