"""Names as they were typed, and as their bearers are called."""

import pytest

from parsing.memory.first_names import called


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        ("Петру", "uk", "Петро"),
        ("петрові", "uk", "Петро"),
        ("Петру", "ru", "Пётр"),
        ("Пете", "ru", "Петя"),
        ("Ользі", "uk", "Ольга"),
        ("Яринці", "uk", "Яринка"),
        ("Ігорю", "uk", "Ігор"),
        ("Игорю", "ru", "Игорь"),
        ("Михайлові", "uk", "Михайло"),
        ("Сергієві", "uk", "Сергій"),
        ("Сергею", "uk", "Сергей"),
        ("Марії", "uk", "Марія"),
        ("Павлу", "ru", "Павел"),
        ("Артему", "ru", "Артём"),
        ("Петру Олегу", "uk", "Петро Олег"),
    ],
)
def test_a_first_name_is_given_in_its_nominative(typed: str, language: str, name: str) -> None:
    assert called(typed, language) == name


@pytest.mark.parametrize(
    "typed",
    ["Петро", "Олександра", "Саша", "Савчуку", "Петру Савчуку", "Petru", "Romashka", "", "ТОВ"],
)
@pytest.mark.parametrize("language", ["uk", "ru", "en", ""])
def test_what_is_called_so_already_or_is_not_known_stays(typed: str, language: str) -> None:
    assert called(typed, language) == typed
