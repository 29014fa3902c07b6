"""Ask, once a day at most, about what is usually told and was not; learn from the answer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from alerts.missing_entries import DAYS_LOOKED_AT, TAKINGS, MissingEntry, find_missing
from ledger.cash import CashCategory
from services.cash.watch_ports import MissingQuestion, WatchState
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books
from services.posting import shop_of

TAKINGS_ARE = frozenset({CashCategory.SALE_CASH.value, CashCategory.CUSTOMER_PREPAYMENT.value})


@dataclass(frozen=True, slots=True)
class AskedAboutMissing:
    """A question that was just put: what is missing, and who is asked."""

    question: MissingQuestion
    missing: MissingEntry
    person: Person


@dataclass(frozen=True, slots=True)
class MissingAnswered:
    """The answer was taken."""

    question: MissingQuestion
    state: WatchState


def ask_about_missing(books: Books, cause: Cause) -> AskedAboutMissing | None:
    """Put the day's question, if something is missing and nothing was asked today.

    Whoever told it most often is asked; if he left, somebody else who records cash.
    """
    day = shop_of(books).day_of(cause.at)
    if books.watch.was_asked(day):
        return None
    told = books.journal.sightings(day - dt.timedelta(days=DAYS_LOOKED_AT))
    missing = find_missing(
        (each.sighting for each in told),
        day=day,
        takings=TAKINGS_ARE,
        answers=books.watch.answers(),
    )
    if missing is None:
        return None
    tellers = [each.decided_by for each in told if _is_of(missing, each.sighting.category)]
    person = _whom_to_ask(books.people.all(), tellers)
    if person is None:
        return None
    question = books.watch.ask(day, missing.habit, person.id)
    books.audit.record(
        cause,
        what="ask_about_missing",
        subject=f"missing_question:{question.id}",
        change={"habit": missing.habit.key, "person": person.id},
    )
    return AskedAboutMissing(question, missing, person)


def answer_missing(
    books: Books, question_id: int, state: WatchState, person: Person, cause: Cause
) -> MissingAnswered | StaleAnswer | NotAllowed:
    """Take an answer of whoever was asked, or of somebody who sees the shop."""
    question = books.watch.find(question_id)
    if question is None:
        return StaleAnswer()
    if question.person_id != person.id and not person.may(Permission.SEE_DAY):
        return NotAllowed()
    if not books.watch.answer(question_id, state, person.id, cause.at):
        return StaleAnswer()
    books.audit.record(
        cause,
        what="answer_missing",
        subject=f"missing_question:{question_id}",
        change={"state": state.value},
    )
    return MissingAnswered(question, state)


def _is_of(missing: MissingEntry, category: str) -> bool:
    if missing.habit.category == TAKINGS:
        return category in TAKINGS_ARE
    return category == missing.habit.category


def _whom_to_ask(people: Sequence[Person], tellers: Sequence[str]) -> Person | None:
    able = [each for each in people if each.may(Permission.RECORD_CASH)]
    told = [each for each in able if each.actor in tellers]
    if told:
        return max(told, key=lambda each: tellers.count(each.actor))
    by_trade = (Role.CASHIER, Role.ACCOUNTANT, Role.OWNER, Role.DIRECTOR)
    return min(able, key=lambda each: by_trade.index(each.role), default=None)
