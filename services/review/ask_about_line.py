"""Ask somebody of the team what a bank line was for; the answer stays with the line."""

from dataclasses import dataclass

from services.bank.bank_ports import BankLine
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.review.review_ports import LineQuestion

ANSWER_MAX = 500


@dataclass(frozen=True, slots=True)
class LineAsked:
    """Somebody is asked about a line."""

    question: LineQuestion
    line: BankLine
    of: Person


@dataclass(frozen=True, slots=True)
class LineAnswered:
    """Somebody has said what a line was for."""

    question: LineQuestion
    line: BankLine
    by: Person
    to: Person


def may_be_asked(books: Books, person: Person) -> tuple[Person, ...]:
    """Give who else works here."""
    return tuple(each for each in books.people.all() if each.is_active and each.id != person.id)


def ask_about_line(
    books: Books, line_id: int, of_id: int, person: Person, cause: Cause
) -> LineAsked | NotAllowed | StaleAnswer:
    """Put a question about a line to somebody."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    lines = books.banks.find_lines([line_id])
    asked = next((each for each in may_be_asked(books, person) if each.id == of_id), None)
    if not lines or asked is None:
        return StaleAnswer()
    question = books.line_questions.add(
        LineQuestion(0, line_id, person.id, asked.id, asked_at=cause.at)
    )
    books.audit.record(
        cause, what="ask_about_line", subject=f"bank_line:{line_id}", change={"of": asked.actor}
    )
    return LineAsked(question, lines[0], asked)


def answer_about_line(
    books: Books, question_id: int, text: str, person: Person, cause: Cause
) -> LineAnswered | NotAllowed | StaleAnswer:
    """Keep what somebody says of a line that he was asked about."""
    question = books.line_questions.find(question_id)
    if question is None or question.answered_at is not None:
        return StaleAnswer()
    if question.asked_of != person.id:
        return NotAllowed()
    asker = books.people.find(question.asked_by)
    answered = books.line_questions.answer(question_id, text[:ANSWER_MAX], cause.at)
    lines = books.banks.find_lines([question.line_id])
    if asker is None or answered is None or not lines:
        return StaleAnswer()
    books.audit.record(
        cause,
        what="answer_about_line",
        subject=f"bank_line:{question.line_id}",
        change={"text": text[:ANSWER_MAX]},
    )
    return LineAnswered(answered, lines[0], person, asker)
