"""Every language says the same things, and each of them can be said."""

import ast
import datetime as dt
import re
import timeit
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from ledger.accounts import LANGUAGES
from ledger.cash import CashCategory
from ledger.money import Money
from locales.words import MissingWordsError, words_of
from parsing.annotation.tokens import clean_text
from services.people import Role

TEXT_MAX = 1000
ROOT = Path(str(files("locales"))).parent
SAYERS = ("bot", "handlers", "jobs", "locales")
NAMERS = (
    *SAYERS, "alerts", "categorisation", "ledger", "parsing/questions", "reconciliation",
    "reports", "services",
)  # fmt: skip


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - the visitor's own name
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Give each message's variables."""
    text = files("locales").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, fluent.Junk), entry.content
        if isinstance(entry, fluent.Message):
            assert entry.id.name not in found, f"{entry.id.name} is said twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.found
    return found


def sources() -> Iterator[Path]:
    for room in SAYERS:
        yield from (ROOT / room).rglob("*.py")


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Give every message that code asks for by a literal id, with the arguments it passes."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            said, first = node.func, node.args[0]
            name = said.attr if isinstance(said, ast.Attribute) else getattr(said, "id", "")
            is_said = name in {"", "words", "plain", "say"}
            if is_said and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield path.name, first.value, {each.arg or "" for each in node.keywords}


def sample(name: str) -> str | int | Money | dt.date:
    """Give a plausible argument by its name."""
    match name:
        case "amount" | "balance":
            return Money(123_456_789, "UAH")
        case "day":
            return dt.date(2026, 11, 20)
        case "expires":
            return dt.datetime(2026, 11, 20, 14, 5, tzinfo=dt.UTC)
        case "count":
            return 5
        case _:
            return "<Ігор & Co>"


def test_the_languages_say_the_same_with_the_same_variables() -> None:
    english = messages("en")
    assert messages("uk") == english
    assert messages("ru") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_renders_fits_and_closes_its_tags(language: str) -> None:
    for message_id, variables in messages(language).items():
        said = words_of(language)(message_id, **{name: sample(name) for name in variables})
        assert 0 < len(said.strip()) < TEXT_MAX
        assert "<Ігор" not in said
        assert not re.search(r"[{}\u2068\u2069]", said), message_id
        opened, closed = re.findall(r"<(\w+)>", said), re.findall(r"</(\w+)>", said)
        assert sorted(opened) == sorted(closed), message_id
        assert set(opened) <= {"b", "s", "i", "code"}, message_id


def test_code_asks_only_for_messages_there_are_with_all_their_arguments() -> None:
    english = messages("en")
    for file, message_id, passed in calls():
        if "-" in message_id or message_id in english:
            assert message_id in english, f"{file} asks for {message_id}"
            assert english[message_id] <= passed, f"{file} says {message_id} with {passed}"


@pytest.mark.parametrize(
    ("language", "ending", "others"),
    [
        ("uk", "в", "розніс|зміг|допоміг|певен|впевнений|сам"),
        ("ru", "л", "разнёс|смог|помог|уверен|сам"),
    ],
)
def test_tilly_never_speaks_of_herself_as_a_man(language: str, ending: str, others: str) -> None:
    text = files("locales").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    alone = "раз сам|запомнил|покликав|позвал|розносити самому|разносить самому"
    of_a_man = rf"\bя\b(?: \w+){{0,3}}? (?:\w+{ending}|{others})\b|\b(?:{alone})\b"
    assert re.findall(of_a_man, text, re.IGNORECASE) == []


def names_in_code() -> set[str]:
    """Give what the rooms name by a constant, an enum's value or a piece of a built name."""
    found: set[str] = set()
    for room in NAMERS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                value = node.value if isinstance(node, ast.Constant) else None
                if isinstance(value, str) and " " not in value:
                    pieces = re.split(r"[/.]", value.lower().replace("-", "_"))
                    found.update(each.strip("_") for each in pieces)
    return found - {""}


def is_made_of(text: str, names: set[str]) -> bool:
    """Say whether a text is names joined by a dash."""
    if text in names:
        return True
    cuts = [at for at, letter in enumerate(text) if letter == "_"]
    return any(text[:at] in names and is_made_of(text[at + 1 :], names) for at in cuts)


def unsaid(message_ids: Iterable[str]) -> set[str]:
    """Give the messages that code neither names nor builds the name of."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sources())
    constants = set(re.findall(r"""["']([a-z][a-z_-]+)["']""", source))
    prefixes = set(re.findall(r'f"([a-z]+(?:-[a-z]+)*-)\{', source))
    names = names_in_code()

    def is_built(message_id: str) -> bool:
        return any(
            is_made_of(message_id.removeprefix(prefix).replace("-", "_"), names)
            for prefix in prefixes
            if message_id.startswith(prefix)
        )

    return {each for each in message_ids if each not in constants and not is_built(each)}


def test_every_message_is_said_somewhere() -> None:
    assert unsaid([*messages("en"), "file-zebra", "made-up"]) == {"file-zebra", "made-up"}


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 operation"),
        ("en", 0, "0 operations"),
        ("uk", 1, "1 операція"),
        ("uk", 3, "3 операції"),
        ("uk", 11, "11 операцій"),
        ("uk", 22, "22 операції"),
        ("ru", 21, "21 операция"),
        ("ru", 4, "4 операции"),
        ("ru", 112, "112 операций"),
    ],
)
def test_numbers_take_the_plural_of_the_language(language: str, count: int, said: str) -> None:
    assert words_of(language).plain("chart-operations", count=count) == said


def test_a_minus_never_stays_behind_its_amount() -> None:
    words, owed = words_of("en"), Money(-45_500, "UAH")
    said = words("plain-amount", amount=owed)
    assert said == "−\N{WORD JOINER}₴455"
    assert words("plain-text", text=said) == said
    assert words.plain("plain-amount", amount=owed) == "−₴455"
    assert words_of("uk")("plain-amount", amount=owed) == "−455\N{NO-BREAK SPACE}₴"
    assert clean_text(said) == "-₴455"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "5\xa0h"), ("uk", "5\xa0год"), ("ru", "5\xa0ч")]
)
def test_a_line_never_ends_between_a_number_and_its_unit(language: str, said: str) -> None:
    words = words_of(language)
    assert words.plain("length-hours", hours=5) == said
    mark = "No." if language == "en" else "№"
    assert words("cash-line-number", number=12) == f"{mark}\xa012"
    assert words.plain("cash-line-number", number=12) == f"{mark} 12"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_and_role_has_its_own_name(language: str) -> None:
    words = words_of(language)
    assert len({words.category(each.value) for each in CashCategory}) == len(CashCategory)
    assert len({words.role(each.value) for each in Role}) == len(Role)


def test_outside_text_is_escaped_in_the_chat_and_left_alone_on_buttons() -> None:
    words = words_of("en")
    assert words("welcome-back", name="<b>&") == "Good to see you, &lt;b&gt;&amp;."
    assert words.plain("welcome-back", name="<b>&") == "Good to see you, <b>&."


def test_outside_text_cannot_turn_ours_around() -> None:
    said = words_of("uk")("welcome-back", name="А\u202eвб\u2066г\u200f")
    assert said == "Рада бачити вас, Авбг."


def test_money_and_days_are_written_as_the_language_writes_them() -> None:
    words = words_of("uk")
    assert words("day-in", amount=Money(1_234_50, "UAH")) == "Прийшло: <b>1\u00a0234,50\u00a0₴</b>"
    assert words("close-no", day=dt.date(2026, 11, 3)).startswith("3\xa0листопада 2026")


@pytest.mark.parametrize(
    ("code", "language"),
    [("uk", "uk"), ("uk-UA", "uk"), ("RU", "ru"), ("pl", "en"), ("", "en"), ("en-GB", "en")],
)
def test_telegrams_code_chooses_the_language(code: str, language: str) -> None:
    assert words_of(code).language == language


def test_a_missing_message_or_argument_is_refused() -> None:
    with pytest.raises(MissingWordsError):
        words_of("en")("no-such-words")
    with pytest.raises(MissingWordsError):
        words_of("en")("welcome-back")


def test_words_are_quick_and_shared() -> None:
    words = words_of("uk")
    assert words_of("uk-UA") is words
    money, rounds = Money(25_000, "UAH"), 2_000
    taken = timeit.timeit(
        lambda: words("cash-in", amount=money, category="Доставка"), number=rounds
    )
    assert taken / rounds < 60e-6 * 5, "five times the aim, for slow machines"
