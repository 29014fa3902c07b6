"""Who is told of an exception: whoever it was given to, was asked about it, or asked."""

from collections.abc import Iterable, Iterator

from handlers.cards import Setting
from handlers.exceptions.exception_cards import item_card
from handlers.exceptions.inquiry_cards import ended_card, question_card
from handlers.record_lines import sentence
from locales.words import words_of
from services.exceptions.answer_inquiry import Answered
from services.exceptions.exception_ports import ExceptionItem, ExceptionState
from services.exceptions.exceptions import ExceptionSeen
from services.exceptions.inquire import Inquired
from services.exceptions.inquiry_ports import Inquiry, InquiryState
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.records.see_record import see_records
from services.review.review_lines import reviewers


def settled_news(books: Books, closed: Iterable[ExceptionItem]) -> tuple[OutgoingMessage, ...]:
    """Tell that exceptions have settled by themselves whoever was to see to them, or was asked."""
    told = []
    closed = tuple(closed)
    for item in closed:
        person = None if item.assignee_id is None else books.people.find(item.assignee_id)
        if person is None or not person.is_active:
            continue
        words = words_of(person.language)
        record = see_records(books, [item.about]).get(item.about)
        # The sentence is HTML already, so it is put together here and not within the message.
        said = words("exception-settled", what="\n").replace("\n", sentence(words, item, record))
        told.append(OutgoingMessage(person.telegram_id, said))
    return (*told, *ended_news(books, closed))


def ended_news(books: Books, items: Iterable[ExceptionItem]) -> Iterator[OutgoingMessage]:
    """Change the questions about exceptions that are settled: nobody need answer them."""
    known = {each.id: each for each in items}
    for inquiry in books.inquiries.of_items(known):
        if inquiry.state is InquiryState.GONE:
            card = ended_card(books, inquiry, known[inquiry.item_id])
            if card is not None:
                yield card


def given_news(books: Books, item: ExceptionItem, giver: Person) -> tuple[OutgoingMessage, ...]:
    """Show an exception to whom somebody has given it."""
    person = None if item.assignee_id is None else books.people.find(item.assignee_id)
    if person is None or person.id == giver.id:
        return ()
    said = words_of(person.language)("exception-given", name=giver.name)
    return (_shown_to(books, item, person, said),)


def inquiry_news(books: Books, put: Iterable[Inquired]) -> Iterator[OutgoingMessage]:
    """Put inquiries to whoever is asked in his chat."""
    for each in put:
        to_id = each.inquiry.to_id
        person = None if to_id is None else books.people.find(to_id)
        if person is not None:
            yield question_card(books, each.inquiry, each.item, person, is_again=each.is_again)
        if each.is_again:
            yield from _unanswered(books, each)


def _unanswered(books: Books, put: Inquired) -> Iterator[OutgoingMessage]:
    """Show an exception to whoever asked about it, since nobody has answered."""
    for person in _askers(books, put.inquiry):
        is_in_crm = put.inquiry.to_id is None
        told = "inquiry-unanswered-crm" if is_in_crm else "inquiry-unanswered"
        said = words_of(person.language)(told, name=put.inquiry.name)
        yield _shown_to(books, put.item, person, said)


def answer_news(books: Books, answered: Answered) -> Iterator[OutgoingMessage]:
    """Show an exception with its answer to whoever asked; the accountants where nobody did."""
    if answered.item.state is ExceptionState.CLOSED:
        return  # the answer itself has settled it
    for person in _askers(books, answered.inquiry):
        yield _shown_to(books, answered.item, person, words_of(person.language)("inquiry-came"))


def failure_news(books: Books, inquiry: Inquiry) -> Iterator[OutgoingMessage]:
    """Tell whoever asked that the CRM takes no comments."""
    item = books.exceptions.find(inquiry.item_id)
    if item is None:
        return
    for person in _askers(books, inquiry):
        yield _shown_to(books, item, person, "")


def _askers(books: Books, inquiry: Inquiry) -> tuple[Person, ...]:
    kind, _, number = inquiry.asked_by.partition(":")
    person = books.people.find(int(number)) if kind == "person" else None
    return reviewers(books) if person is None or not person.is_active else (person,)


def _shown_to(books: Books, item: ExceptionItem, person: Person, said: str) -> OutgoingMessage:
    words = words_of(person.language)
    at = item.opened_at
    today = shop_of(books).day_of(at) if at is not None else item.since
    setting = Setting(words, person.telegram_id, today, person)
    seen = ExceptionSeen(item, books.exceptions.history(item.id))
    return item_card(books, setting, seen, said=said)
