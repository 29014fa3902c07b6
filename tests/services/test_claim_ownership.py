"""The first code: short-lived, kept as a digest, and never guessed."""

import datetime as dt
from dataclasses import replace

import pytest

from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.team.claim_ownership import (
    TRIES_MAX,
    WrongCode,
    claim_ownership,
    issue_owner_code,
    looks_like_code,
)
from services.team.set_up_shop import SetUpStep, state_of
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import SYSTEM

OLHA, EVE = Newcomer(7, "Olha", "uk"), Newcomer(8, "Eve", "en")


def issued(books: Books) -> str:
    code = issue_owner_code(books, NOW)
    assert code is not None
    return code


async def test_the_right_code_makes_the_owner_and_begins_set_up(database: Database) -> None:
    def play(books: Books) -> None:
        person = claim_ownership(books, issued(books).lower(), OLHA, SYSTEM)
        assert isinstance(person, Person)
        assert (person.role, person.language) == (Role.OWNER, "uk")
        state = state_of(books, person)
        assert state is not None
        assert state.step is SetUpStep.LANGUAGE
        assert issue_owner_code(books, NOW) is None
        causes = [each.cause for each in books.audit.about(f"person:{person.id}")]
        assert "claim_ownership" in causes

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_only_the_newest_code_works_and_only_for_a_day(database: Database) -> None:
    def play(books: Books) -> None:
        old, new = issued(books), issued(books)
        assert isinstance(claim_ownership(books, old, OLHA, SYSTEM), WrongCode)
        late = replace(SYSTEM, at=NOW + dt.timedelta(hours=24))
        assert isinstance(claim_ownership(books, new, OLHA, late), WrongCode)
        assert isinstance(claim_ownership(books, new, OLHA, SYSTEM), Person)

    await database.write(play)


async def test_whoever_guesses_is_not_heard_for_an_hour_even_if_right(database: Database) -> None:
    def play(books: Books) -> None:
        code = issued(books)
        for _ in range(TRIES_MAX):
            assert isinstance(claim_ownership(books, "AAAABBBB", EVE, SYSTEM), WrongCode)
        assert isinstance(claim_ownership(books, code, EVE, SYSTEM), WrongCode)
        later = replace(SYSTEM, at=NOW + dt.timedelta(hours=1))
        assert isinstance(claim_ownership(books, code, EVE, later), Person)

    await database.write(play)


async def test_with_an_owner_codes_lead_nowhere_and_leave_no_trace(database: Database) -> None:
    def play(books: Books) -> None:
        code = issued(books)
        claim_ownership(books, code, OLHA, SYSTEM)
        assert isinstance(claim_ownership(books, code, EVE, SYSTEM), WrongCode)
        assert books.audit.about("telegram:8") == ()

    await database.write(play)


@pytest.mark.parametrize(
    ("text", "is_code"),
    [
        ("ABCD-2345", True),
        ("abcd 2345", True),
        ("ABCD234", False),
        ("ABCD-2340", False),
        ("HELLO WORLD", False),
        ("", False),
    ],
)
def test_a_code_is_told_from_other_text(text: str, *, is_code: bool) -> None:
    assert looks_like_code(text) is is_code
