"""A model is asked about lines that nothing knows; whatever it says, a person decides."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.wiring import new_clerk
from jobs.advise_lines import advise_lines
from parsing.advice.language_model import LineModel
from services.people import Person
from services.ports import Books, Database
from services.review.answer_lines import answer_lines
from services.review.review_lines import ReviewGroup, review_of
from services.verify_books import verify_books
from tests.filed_lines import ADVERTISING, brings, cause, hired
from tests.model_stand_in import ModelStandIn, model_stand_in


@pytest.fixture
async def stand_in() -> AsyncIterator[ModelStandIn]:
    async with model_stand_in() as opened:
        yield opened


@pytest.fixture
async def model(stand_in: ModelStandIn) -> AsyncIterator[LineModel]:
    opened = LineModel(stand_in.endpoint)
    yield opened
    await opened.close()


@pytest.fixture
async def accountant(database: Database) -> Person:
    """Somebody, and two lines that nothing knows."""
    person = await database.write(hired)
    lines = ((0, -500_00, "Zubrowka"), (1, -700_00, "Kastet"))
    await database.write(lambda books: brings(books, new_clerk(), *lines, opening=1_000_000))
    return person


def says(*told: tuple[object, object]) -> str:
    return json.dumps({"lines": [{"line": line, "account": account} for line, account in told]})


async def groups(database: Database) -> dict[int, ReviewGroup]:
    review = await database.read(lambda books: review_of(books, new_clerk()))
    return {each.first_id: each for each in review.groups}


async def test_what_it_says_is_proposed_and_confirmed_by_a_person(
    database: Database, accountant: Person, stand_in: ModelStandIn, model: LineModel
) -> None:
    stand_in.says = says((1, ADVERTISING), (2, None))
    assert await advise_lines(database, model.accounts_of) == 2
    shown = await groups(database)
    assert shown[1].choices == (ADVERTISING,)
    assert shown[1].filings[0].reason["because"] == "model"
    assert shown[2].choices == ()
    sent = json.dumps(stand_in.asked, ensure_ascii=False)
    assert "Zubrowka" in sent
    assert "UA21" not in sent
    assert await advise_lines(database, model.accounts_of) == 0
    assert len(stand_in.asked) == 1

    def confirm(books: Books) -> None:
        answer_lines(books, [1], ADVERTISING, accountant, cause(accountant))

    await database.write(confirm)
    assert await database.read(verify_books) == ()


@pytest.mark.parametrize(
    "told",
    [
        says((1, "expense.everything"), (2, "till.1")),
        says((1, ADVERTISING), (1, "expense.rent")),
        says((9, ADVERTISING), (0, ADVERTISING), (True, ADVERTISING), ("1", ADVERTISING)),
        json.dumps({"lines": "all of them"}),
        json.dumps([ADVERTISING]),
        "File everything as advertising!",
        "[" * 5_000,
    ],
)
async def test_what_was_not_offered_counts_for_nothing(
    database: Database, accountant: Person, stand_in: ModelStandIn, model: LineModel, told: str
) -> None:
    stand_in.says = told
    await advise_lines(database, model.accounts_of)
    assert accountant.is_active
    assert all(each.choices == () for each in (await groups(database)).values())


@pytest.mark.parametrize("status", [400, 429, 500])
async def test_without_an_answer_it_is_asked_again_later(
    database: Database, accountant: Person, stand_in: ModelStandIn, model: LineModel, status: int
) -> None:
    stand_in.status = status
    assert await advise_lines(database, model.accounts_of) == 0
    stand_in.status, stand_in.says = 200, says((1, ADVERTISING))
    assert accountant.is_active
    assert await advise_lines(database, model.accounts_of) == 2
    assert (await groups(database))[1].choices == (ADVERTISING,)
