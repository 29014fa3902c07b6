"""What was heard in a voice note: whatever it is, nothing is filed without a yes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, NotAnEntry, Reading, Unclear, Understood
from services.cash.answer_draft import ConfirmAnswer, GivenAnswer, answer_draft
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce
from services.cash.take_message import Heard, NoCash
from services.cash.take_spoken import Spoken, ToBeTyped, take_spoken
from services.cash_types import CashAsked, CashRecorded, NotAllowed, TypedCash
from services.messages import Cause
from services.people import Person
from services.ports import Books, Database
from tests.conftest import NOW
from tests.shop import DAY, SHOP, hire, lay, lexicon, record

MESSAGES = Path(__file__).parents[1] / "parsing" / "messages" / "measured_on.jsonl"
COURIER = CashDraft(Money(22_000, "UAH"), CashDirection.OUT, CashCategory.DELIVERY, DAY)
SALE = CashDraft(Money(90_000, "UAH"), CashDirection.IN, CashCategory.SALE_CASH, DAY)


def staff(books: Books) -> tuple[Person, Cause]:
    lay(books)
    person = hire(books)
    item = books.inbox.receive([record(1)], NOW)[0]
    return person, Cause(person.actor, item.raw_record_id, NOW)


def take(books: Books, person: Person, cause: Cause, reading: Reading, place: int = 1) -> Spoken:
    typed = TypedCash(person, 7, place, "courier 220", NOW)
    return take_spoken(books, typed, Heard(reading, None, None), cause)


async def test_a_sure_operation_waits_for_a_yes(database: Database) -> None:
    def play(books: Books) -> None:
        person, cause = staff(books)
        asked = take(books, person, cause, Understood((COURIER,)))
        assert isinstance(asked, CashAsked)
        assert asked.draft.missing == ()
        assert tuple(books.journal.all()) == ()
        given = GivenAnswer(asked.draft.id, asked.draft.revision, ConfirmAnswer())
        assert isinstance(answer_draft(books, given, person, lexicon(), cause), CashRecorded)
        assert books.balances.of("till.1", "UAH") == Money(-22_000, "UAH")

    await database.write(play)


async def test_several_sure_operations_wait_one_by_one(database: Database) -> None:
    def play(books: Books) -> None:
        person, cause = staff(books)
        asked = take(books, person, cause, Understood((COURIER, SALE)))
        assert isinstance(asked, CashFiledInPart)
        assert asked.recorded is None
        assert [each.draft.known.amount for each in asked.asked] == [COURIER.amount, SALE.amount]
        assert tuple(books.journal.all()) == ()

    await database.write(play)


async def test_more_than_a_few_are_to_be_typed(database: Database) -> None:
    def play(books: Books) -> None:
        person, cause = staff(books)
        assert take(books, person, cause, Understood((COURIER,) * 4)) == TooMuchAtOnce()
        assert take(books, person, cause, Unclear((), (Missing.AMOUNT,))) == TooMuchAtOnce()
        assert take(books, person, cause, NotAnEntry()) == NoCash()

    await database.write(play)


@pytest.mark.parametrize("expects", ["count:1", "approval:3:refuse"])
async def test_who_was_asked_to_type_is_not_answered_for_by_voice(
    database: Database, expects: str
) -> None:
    def play(books: Books) -> None:
        person, cause = staff(books)
        books.expectations.expect(person.id, expects)
        assert take(books, person, cause, Understood((COURIER,))) == ToBeTyped()

    await database.write(play)


async def test_who_was_let_go_meanwhile_is_refused(database: Database) -> None:
    def play(books: Books) -> None:
        person, cause = staff(books)
        books.people.change(replace(person, is_active=False))
        assert take(books, person, cause, Understood((COURIER,))) == NotAllowed()

    await database.write(play)


async def test_nothing_that_anybody_says_is_filed_at_once(database: Database) -> None:
    lines = MESSAGES.read_text(encoding="utf-8").splitlines()[::4]
    said = [str(json.loads(line)["text"]) for line in lines]
    now = SHOP.local(NOW)
    readings = [read_message(each, now=now, currency="UAH", lexicon=lexicon()) for each in said]
    assert sum(isinstance(each, Understood) for each in readings) > 30

    def play(books: Books) -> None:
        person, cause = staff(books)
        for place, reading in enumerate(readings, start=1):
            take(books, person, cause, reading, place)
        assert tuple(books.journal.all()) == ()

    await database.write(play)
