"""Three languages say the same things, each in its own way."""

import datetime as dt
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from ledger.accounts import LANGUAGES
from ledger.cash import CashCategory
from ledger.money import Money
from locales.words import Argument, MissingWordsError, words_of
from services.people import Role


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Give each message's id and the variables that it needs."""
    text = files("locales").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            variables = Variables()
            variables.visit(entry)
            assert entry.id.name not in found
            found[entry.id.name] = variables.names
    return found


ENGLISH = messages("en")
ARGUMENTS: dict[str, Argument] = {
    "amount": Money(1_250_050, "UAH"), "balance": Money(-5, "UAH"), "count": 5,
    "day": dt.date(2026, 11, 20), "expires": dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_messages_and_variables(language: str) -> None:
    assert messages(language) == ENGLISH


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_renders_and_fits(language: str) -> None:
    words = words_of(language)
    for message_id, variables in ENGLISH.items():
        arguments = {name: ARGUMENTS.get(name, "<Іва́н & Co>") for name in variables}
        said = words(message_id, **arguments)
        assert 0 < len(said) < 1_024
        assert "{" not in said
        assert "<І" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_category_and_role_has_a_name(language: str) -> None:
    words = words_of(language)
    names = [words.category(each.value) for each in CashCategory]
    assert len(set(names)) == len(CashCategory)
    assert all(words.role(role) for role in Role)
    assert words.category(None)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "1 operation", 2: "2 operations", 21: "21 operations"}),
        ("uk", {1: "1 операція", 3: "3 операції", 5: "5 операцій", 21: "21 операція"}),
        ("ru", {1: "1 операция", 4: "4 операции", 11: "11 операций", 22: "22 операции"}),
    ],
)
def test_numbers_take_their_forms(language: str, forms: dict[int, str]) -> None:
    for count, said in forms.items():
        assert words_of(language).plain("chart-operations", count=count) == said


def test_outside_text_is_harmless() -> None:
    said = words_of("en")("cash-line-counterparty", name="<b>\u202eevil</b>")
    assert said == "&lt;b&gt;evil&lt;/b&gt;"
    assert words_of("en").plain("cash-line-counterparty", name="<b>") == "<b>"


def test_a_missing_message_or_argument_is_a_mistake_that_shows() -> None:
    with pytest.raises(MissingWordsError):
        words_of("en")("no-such-message")
    with pytest.raises(MissingWordsError):
        words_of("en")("cash-in", amount="1")


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert words_of("fr").language == "en"
