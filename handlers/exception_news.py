"""Who is told of an exception: whom it was given to, when it is given, and when it settles."""

from collections.abc import Iterable

from handlers.cards import Setting
from handlers.exception_cards import item_card, sentence
from locales.words import words_of
from services.exception_ports import ExceptionItem
from services.exceptions import ExceptionSeen
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.see_record import see_records


def settled_news(books: Books, closed: Iterable[ExceptionItem]) -> tuple[OutgoingMessage, ...]:
    """Tell whoever was to see to them that exceptions have settled by themselves."""
    told = []
    for item in closed:
        person = None if item.assignee_id is None else books.people.find(item.assignee_id)
        if person is None or not person.is_active:
            continue
        words = words_of(person.language)
        record = see_records(books, [item.about]).get(item.about)
        # The sentence is HTML already, so it is put together here and not within the message.
        said = words("exception-settled", what="\n").replace("\n", sentence(words, item, record))
        told.append(OutgoingMessage(person.telegram_id, said))
    return tuple(told)


def given_news(books: Books, item: ExceptionItem, giver: Person) -> tuple[OutgoingMessage, ...]:
    """Show an exception to whom somebody has given it."""
    person = None if item.assignee_id is None else books.people.find(item.assignee_id)
    if person is None or person.id == giver.id:
        return ()
    words = words_of(person.language)
    at = item.opened_at
    today = shop_of(books).day_of(at) if at is not None else item.since
    setting = Setting(words, person.telegram_id, today, person)
    said = words("exception-given", name=giver.name)
    seen = ExceptionSeen(item, books.exceptions.history(item.id))
    return (item_card(books, setting, seen, said=said),)
