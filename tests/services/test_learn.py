"""What answers teach and what filing leaves behind: over real books on each database."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.memory.memory import AMOUNTS_MAX, Remembered, memory_of
from parsing.read_message import read_message
from parsing.reading import CashDraft, Correction, Missing, Reading, Unclear, Understood
from services.cash.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    ConfirmAnswer,
    CorrectionAnswer,
    DateAnswer,
    DirectionAnswer,
    DraftAnswer,
    GivenAnswer,
    answer_draft,
)
from services.cash.forget_word import NothingToForget, forget_word, mark_of, taught
from services.cash.learn import keep_amounts, learn_from
from services.cash.record_cash import ask_about, record_cash
from services.cash.take_message import Heard, Taken, take_message
from services.cash.usual_amount import UsualAmounts, doubt_unusual, usual_amounts, with_amount
from services.cash_types import CashAsked, CashRecorded, NotAllowed, TypedCash
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Role
from services.ports import Books, Database
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, hire, lay, lexicon, record


def hryvnias(*amounts: int) -> tuple[Money, ...]:
    return tuple(Money(amount * 100, "UAH") for amount in amounts)


BOAR = Remembered("кабанчик", CashCategory.DELIVERY, CashDirection.OUT)
USED_TO = replace(BOAR, amounts=hryvnias(150, 200, 300))
SENT = CashDraft(
    Money(25_000, "UAH"), CashDirection.OUT, CashCategory.DELIVERY, DAY, remembered=("кабанчик",)
)


class Desk:
    """A cashier's desk over one open unit of work, in a shop that has taught something."""

    def __init__(self, books: Books, *facts: Remembered) -> None:
        lay(books)
        self.books, self.person = books, hire(books)
        books.memory.keep(facts, SYSTEM)
        item = books.inbox.receive([record(1)], NOW)[0]
        self.cause = Cause(self.person.actor, item.raw_record_id, NOW)

    def typed(self, message_id: int = 1) -> TypedCash:
        return TypedCash(self.person, 7, message_id, "кабанчик 250", NOW)

    def takes(self, *drafts: CashDraft, message_id: int = 1) -> Taken:
        heard = Heard(Understood(drafts), None, None)
        return take_message(self.books, self.typed(message_id), heard, lexicon(), self.cause)

    def asks(self, doubtful: Unclear | Understood) -> int:
        outcome = ask_about(self.books, self.typed(), doubtful, self.cause)
        assert isinstance(outcome, CashAsked)
        return outcome.draft.id

    def answers(self, draft_id: int, *answers: DraftAnswer) -> object:
        outcome: object = None
        for revision, answer in enumerate(answers, start=1):
            given = GivenAnswer(draft_id, revision, answer)
            outcome = answer_draft(self.books, given, self.person, lexicon(), self.cause)
        return outcome

    def told(self, draft_id: int) -> set[Missing]:
        draft = self.books.drafts.find(draft_id)
        assert draft is not None
        return set(draft.told)

    def amounts(self, word: str = "кабанчик") -> Sequence[Money]:
        fact = self.books.memory.recall().find(word)
        assert fact is not None
        return fact.amounts


Play = Callable[[Desk], None]
Stage = Callable[..., Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    """Give a way to play at a desk, with the books proved at the end."""

    async def run(play: Play, *facts: Remembered) -> None:
        await database.write(lambda books: play(Desk(books, *facts)))
        assert await database.read(verify_books) == ()

    return run


async def test_a_draft_keeps_what_was_told_over_several_answers(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        nothing = CashDraft(None, None, None, None)
        draft_id = desk.asks(Unclear((nothing,), (Missing.AMOUNT, Missing.DATE)))
        amount, way = AmountAnswer(Money(500, "UAH")), DirectionAnswer(CashDirection.OUT)
        assert isinstance(desk.answers(draft_id, amount, DateAnswer(DAY), way), CashAsked)
        assert desk.told(draft_id) == {Missing.AMOUNT, Missing.DATE, Missing.DIRECTION}

    await stage(play)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (ConfirmAnswer(), {Missing.DIRECTION, Missing.CATEGORY}),
        (AmountAnswer(Money(1, "UAH")), {Missing.AMOUNT}),
        (CategoryAnswer(CashCategory.RENT), {Missing.CATEGORY}),
        (
            CorrectionAnswer(Correction(CashDraft(Money(1, "UAH"), None, None, None, "Ihor"))),
            {Missing.AMOUNT, Missing.COUNTERPARTY, Missing.DIRECTION, Missing.CATEGORY},
        ),
    ],
)
async def test_what_an_answer_to_a_likely_reading_tells(
    stage: Stage, answer: DraftAnswer, told: set[Missing]
) -> None:
    def play(desk: Desk) -> None:
        draft_id = desk.asks(Understood((replace(SENT, doubts=(Missing.CATEGORY,)),)))
        assert isinstance(desk.answers(draft_id, answer), CashRecorded)
        assert desk.told(draft_id) == told

    await stage(play)


async def test_a_lesson_without_news_leaves_the_memory_as_it_is(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        before = desk.books.memory.stamp()
        assert learn_from(desk.books, "", SENT, frozenset(), lexicon(), desk.cause) == ()
        assert desk.books.memory.stamp() == before

    await stage(play, BOAR)


async def test_an_entry_that_memory_decided_keeps_its_amount_with_the_word(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        outcome = desk.takes(SENT)
        assert isinstance(outcome, CashRecorded)
        assert outcome.remembered == ("кабанчик",)
        assert desk.amounts() == hryvnias(250)
        desk.takes(SENT)
        assert desk.amounts() == hryvnias(250), "a message that is told again counts once"

    await stage(play, BOAR)


async def test_an_ordinary_entry_leaves_the_memory_alone(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        before = desk.books.memory.stamp()
        outcome = desk.takes(replace(SENT, remembered=()))
        assert isinstance(outcome, CashRecorded)
        assert outcome.remembered == ()
        assert desk.books.memory.stamp() == before

    await stage(play, BOAR)


async def test_a_word_forgotten_meanwhile_is_not_revived_by_an_amount(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        desk.books.memory.forget("кабанчик", desk.cause)
        assert isinstance(desk.takes(SENT), CashRecorded)
        assert desk.books.memory.recall().facts == {}

    await stage(play, BOAR)


async def test_an_amount_that_a_lesson_holds_is_not_kept_twice(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        learned = with_amount(BOAR, Money(25_000, "UAH"))
        desk.books.memory.keep([learned], desk.cause)
        keep_amounts(desk.books, [SENT], desk.cause, learned=[learned])
        assert desk.amounts() == hryvnias(250)

    await stage(play, BOAR)


async def test_an_unusual_amount_is_read_back_and_a_yes_makes_it_usual(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        asked = desk.takes(replace(SENT, amount=Money(250_000, "UAH")))
        assert isinstance(asked, CashAsked)
        assert asked.draft.missing == ()
        kept = desk.books.drafts.find(asked.draft.id)
        assert kept is not None
        assert kept.known.remembered == ("кабанчик",)
        filed = desk.answers(asked.draft.id, ConfirmAnswer())
        assert isinstance(filed, CashRecorded)
        assert filed.remembered == ("кабанчик",)
        assert desk.amounts() == hryvnias(150, 200, 300, 2500)
        again = desk.takes(replace(SENT, amount=Money(260_000, "UAH")), message_id=2)
        assert isinstance(again, CashRecorded)

    await stage(play, USED_TO)


async def test_several_operations_of_one_message_are_filed_as_they_stand(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        outcome = desk.takes(SENT, replace(SENT, amount=Money(250_000, "UAH")))
        assert isinstance(outcome, CashRecorded)
        assert outcome.remembered == ("кабанчик",)
        assert desk.amounts() == hryvnias(150, 200, 300, 250, 2500)

    await stage(play, USED_TO)


@pytest.mark.parametrize(
    "answer", [CategoryAnswer(CashCategory.RENT), DirectionAnswer(CashDirection.IN)]
)
async def test_memory_that_is_contradicted_has_decided_nothing(
    stage: Stage, answer: DraftAnswer
) -> None:
    def play(desk: Desk) -> None:
        draft_id = desk.asks(Understood((replace(SENT, doubts=(Missing.CATEGORY,)),)))
        filed = desk.answers(draft_id, answer)
        assert isinstance(filed, CashRecorded)
        assert filed.remembered == ()

    await stage(play, BOAR)


async def test_an_answer_teaches_a_word_that_the_next_message_is_read_by(stage: Stage) -> None:
    def read(desk: Desk) -> Reading:
        memory = desk.books.memory.recall()
        return read_message(
            "кабанчик 250", now=NOW, currency="UAH", lexicon=lexicon(), memory=memory
        )

    def play(desk: Desk) -> None:
        unclear = read(desk)
        assert isinstance(unclear, Unclear)
        draft_id = desk.asks(unclear)
        way = DirectionAnswer(CashDirection.OUT)
        filed = desk.answers(draft_id, way, CategoryAnswer(CashCategory.DELIVERY))
        assert isinstance(filed, CashRecorded)
        (fact,) = taught(desk.books)
        assert (fact.word, fact.category) == ("кабанчик", CashCategory.DELIVERY)
        assert fact.amounts == hryvnias(250)
        again = read(desk)
        assert isinstance(again, Understood)
        assert again.drafts[0].remembered == ("кабанчик",)
        assert isinstance(desk.takes(*again.drafts, message_id=2), CashRecorded)
        assert desk.amounts() == hryvnias(250, 250)

    await stage(play)


async def test_a_cashier_forgets_nothing_and_a_director_does(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        director = hire(desk.books, Role.DIRECTOR, telegram_id=200)
        mark = mark_of(BOAR)
        assert forget_word(desk.books, mark, desk.person, desk.cause) == NotAllowed()
        assert taught(desk.books) == (BOAR,)
        assert forget_word(desk.books, mark, director, SYSTEM) == BOAR
        assert forget_word(desk.books, mark, director, SYSTEM) == NothingToForget()
        assert taught(desk.books) == ()

    await stage(play, BOAR)


async def test_undoing_an_entry_leaves_what_the_shop_taught(stage: Stage) -> None:
    def play(desk: Desk) -> None:
        record_cash(desk.books, desk.typed(), [SENT], desk.cause)
        undo_entry(desk.books, 1, desk.person, desk.cause)
        assert taught(desk.books) == (replace(BOAR, amounts=hryvnias(250)),)

    await stage(play, BOAR)


@pytest.mark.parametrize(
    ("amount", "is_far"),
    [
        (Money(150_000, "UAH"), False),
        (Money(150_001, "UAH"), True),
        (Money(3_000, "UAH"), False),
        (Money(2_999, "UAH"), True),
        (Money(9_000_000, "USD"), False),
    ],
)
def test_an_amount_is_far_beyond_five_times_what_was_filed(amount: Money, *, is_far: bool) -> None:
    doubted = doubt_unusual(replace(SENT, amount=amount), memory_of([USED_TO]))
    assert (Missing.AMOUNT in doubted.doubts) is is_far


def test_two_amounts_are_not_enough_to_say_what_is_usual() -> None:
    young = replace(BOAR, amounts=hryvnias(150, 200))
    assert usual_amounts([young], "UAH") is None
    dear = replace(SENT, amount=Money(90_000_000, "UAH"))
    assert doubt_unusual(dear, memory_of([young])) == dear


def test_what_is_usual_with_any_of_the_words_is_usual() -> None:
    fittings = Remembered("фітинг", amounts=hryvnias(900, 1000, 5000))
    usual = usual_amounts([USED_TO, fittings], "UAH")
    assert usual == UsualAmounts(Money(15_000, "UAH"), Money(500_000, "UAH"))


def test_the_oldest_amounts_make_room() -> None:
    fact = BOAR
    for amount in range(1, AMOUNTS_MAX + 3):
        fact = with_amount(fact, Money(amount, "UAH"))
    assert [amount.minor for amount in fact.amounts] == list(range(3, AMOUNTS_MAX + 3))
