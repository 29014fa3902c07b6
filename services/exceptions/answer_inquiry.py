"""Take the answer to an inquiry as evidence; the accountant makes it good by one tap."""

import datetime as dt
from dataclasses import dataclass, replace

from services.cash_types import CashRecorded, NotAllowed, StaleAnswer
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.file_order_cash import Told, file_order_cash
from services.exceptions.inquiry_answers import IN_TILL, Act, act_of, record_of
from services.exceptions.inquiry_ports import Answer, Choice, Inquiry, InquiryState, answered_of
from services.exceptions.resolve_exception import (
    AboveLimit,
    Resolved,
    close_exception,
    explain_exception,
    link_exception,
    snooze_exception,
    standing_for,
    write_off,
)
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import shop_of

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer is kept, and cash that was said to be in the till is filed."""

    inquiry: Inquiry
    item: ExceptionItem
    recorded: CashRecorded | None = None


def answer_inquiry(
    books: Books,
    inquiry_id: int,
    choice: Choice,
    text: str,
    told: Told,
    cause: Cause,
) -> Answered | NotAllowed | StaleAnswer:
    """Take the answer of whoever was asked.

    Args:
        books: the open books.
        inquiry_id: the inquiry.
        choice: what he chose, one of those that were offered, or words of his own.
        text: what he wrote; who has the money, where somebody else has.
        told: who he is, and the message that his answer came by.
        cause: because of what, when.
    """
    books.documents.hold()
    inquiry = books.inquiries.find(inquiry_id)
    if inquiry is None or inquiry.state is not InquiryState.WAITING:
        return StaleAnswer()
    if inquiry.to_id != told.person.id:
        return NotAllowed()
    answer = Answer(choice.code, told.person.actor, cause.at, choice.record, text)
    kept = keep_answer(books, inquiry, answer)
    if kept is None:
        return StaleAnswer()
    if choice.code != IN_TILL:
        return kept
    recorded = file_order_cash(books, inquiry.order, kept.item.amount, told, cause)
    if recorded is None:
        return StaleAnswer()
    return replace(kept, item=_closed(books, kept.item, told, cause), recorded=recorded)


def keep_answer(books: Books, inquiry: Inquiry, answer: Answer) -> Answered | None:
    """Keep an answer, wherever it came from; None when the exception is settled meanwhile."""
    item = books.exceptions.find(inquiry.item_id)
    if item is None or item.state is ExceptionState.CLOSED:
        return None
    now = books.inquiries.change(replace(inquiry, state=InquiryState.ANSWERED, answer=answer))
    event = ExceptionEvent(Happened.ANSWERED, answer.by, answer.at, answer.text or answer.code)
    awake = replace(item, state=ExceptionState.OPEN, snoozed_until=None)
    return Answered(now, books.exceptions.change(awake, event))


def take_answer(
    books: Books, item_id: int, said: str, told: Told, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer | AboveLimit:
    """Make the last answer about an exception good.

    Args:
        books: the open books.
        item_id: the exception.
        said: the answer in words, for an explanation.
        told: who takes it, and by which message.
        cause: because of what, when.
    """
    person = told.person
    item = standing_for(books, item_id, person)
    if not isinstance(item, ExceptionItem):
        return item
    inquiry = answered_of(books.inquiries.of_items([item.id]))
    if inquiry is None or inquiry.answer is None or item.state is not ExceptionState.OPEN:
        return StaleAnswer()
    act = act_of(books, item, inquiry)
    match act:
        case Act.CASH | Act.HELD:
            holder = inquiry.answer.text if act is Act.HELD else None
            return _file(books, item, inquiry, replace(told, place=inquiry.id), cause, holder)
        case Act.LINK:
            record = record_of(books, item, inquiry.answer)
            return link_exception(books, item.id, record, person, cause)
        case _:
            return _settled(books, item, act, said, person, cause)


def _settled(
    books: Books, item: ExceptionItem, act: Act | None, said: str, person: Person, cause: Cause
) -> Resolved | NotAllowed | StaleAnswer | AboveLimit:
    match act:
        case Act.WRITE_OFF:
            return write_off(books, item.id, person, cause)
        case Act.LATER:
            until = shop_of(books).day_of(cause.at) + _WEEK
            return snooze_exception(books, item.id, until, person, cause)
        case Act.EXPLAIN:
            return explain_exception(books, item.id, said, person, cause)
        case _:
            return StaleAnswer()


def _file(
    books: Books,
    item: ExceptionItem,
    inquiry: Inquiry,
    told: Told,
    cause: Cause,
    holder: str | None,
) -> Resolved | StaleAnswer:
    """File what cash has settled; what is wrong still, is found anew."""
    done = file_order_cash(books, inquiry.order, item.amount, told, cause, holder=holder)
    if done is None:
        return StaleAnswer()
    return Resolved(_closed(books, item, told, cause), done.waits)


def _closed(books: Books, item: ExceptionItem, told: Told, cause: Cause) -> ExceptionItem:
    event = ExceptionEvent(Happened.FILED, told.person.actor, cause.at)
    return close_exception(books, item, event)
