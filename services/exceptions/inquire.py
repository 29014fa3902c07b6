"""Put an exception to whoever may know: the order's manager in his chat, else on the deal."""

from dataclasses import dataclass

from parsing.memory.same_name import is_same_name
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.inquiry_answers import choices_of, order_of
from services.exceptions.inquiry_ports import Inquiry, Topic, waiting_of
from services.matching.post_links import cash_entries
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.told_by import tellers


@dataclass(frozen=True, slots=True)
class Manager:
    """Who answers for an order."""

    order: str
    name: str
    """As the CRM has it; empty where it names nobody."""
    person: Person | None
    """Who he is here; None when he isn't, or two are called so."""
    is_in_crm: bool
    """Whether he can be asked by a comment on the deal."""


@dataclass(frozen=True, slots=True)
class Inquired:
    """It was put; who puts what waits for an answer no more is among them."""

    inquiry: Inquiry
    item: ExceptionItem
    is_again: bool = False
    """It was put before, and nobody has answered."""


def manager_of(books: Books, item: ExceptionItem) -> Manager | None:
    """Give who answers for the order that an exception is about; None where none is known."""
    key = order_of(item)
    found = books.documents.of_keys([key]) if key else ()
    if not found:
        return None
    order = found[0].document
    name = order.responsible or ""
    connections = {each.name for each in books.crm.connections()}
    is_in_crm = order.source in connections and crm_record_of(key) is not None
    person = _person_called(books, name) if name else None
    if person is None and name and not is_in_crm:
        person = _chosen_before(books, name)
    return Manager(key, name, person, is_in_crm)


def teller_of(books: Books, item: ExceptionItem) -> Person | None:
    """Give who told the cash that an exception is about; None when it is about something else."""
    if not item.about.startswith("cash:"):
        return None
    posted = cash_entries(books, [item.about]).get(item.about)
    person = None if posted is None else tellers(books).of(posted)
    return person if person is not None and person.is_active else None


def crm_record_of(order: str) -> tuple[str, str, int] | None:
    """Give the connection, the kind and the id of the record that an order is; None for others."""
    _, source, external_id = order.split(":", 2)
    entity, _, number = external_id.rpartition("-")
    if not number.isdecimal() or entity == "shop":
        return None
    return source, entity.replace("-", ":") or "deal", int(number)


def ask_person(
    books: Books, item_id: int, to_id: int, person: Person, cause: Cause
) -> Inquired | NotAllowed | StaleAnswer:
    """Put an exception to somebody in his chat.

    Args:
        books: the open books.
        item_id: the exception.
        to_id: the person.
        person: who asks.
        cause: because of what, when.
    """
    to = books.people.find(to_id)
    if to is None or not to.is_active:
        return StaleAnswer()
    return _ask(books, item_id, to, person, cause)


def ask_on_deal(
    books: Books, item_id: int, person: Person, cause: Cause
) -> Inquired | NotAllowed | StaleAnswer:
    """Put an exception to the order's manager by a comment on the deal."""
    return _ask(books, item_id, None, person, cause)


def _ask(
    books: Books, item_id: int, to: Person | None, person: Person, cause: Cause
) -> Inquired | NotAllowed | StaleAnswer:
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    item = books.exceptions.find(item_id)
    if item is None or item.state is ExceptionState.CLOSED:
        return StaleAnswer()
    manager, choices = manager_of(books, item), choices_of(books, item)
    if to is None and (manager is None or not manager.is_in_crm):
        return StaleAnswer()
    if waiting_of(books.inquiries.of_items([item.id])) is not None:
        return StaleAnswer()
    name = manager.name if manager is not None else ""
    new = Inquiry(
        item.id,
        Topic.MANAGER,
        None if to is None else to.id,
        name or (to.name if to is not None else ""),
        manager.order if manager is not None else "",
        choices,
        person.actor,
        cause.at,
    )
    return Inquired(*put(books, item, new, cause, to.name if to is not None else name))


def put(
    books: Books, item: ExceptionItem, new: Inquiry, cause: Cause, name: str
) -> tuple[Inquiry, ExceptionItem]:
    """Keep an inquiry, and in the exception's history to whom it was put."""
    inquiry = books.inquiries.add(new)
    event = ExceptionEvent(Happened.ASKED, new.asked_by, cause.at, name)
    return inquiry, books.exceptions.change(item, event)


def _person_called(books: Books, name: str) -> Person | None:
    called = [e for e in books.people.all() if e.is_active and is_same_name(e.name, name)]
    return called[0] if len(called) == 1 else None


def _chosen_before(books: Books, name: str) -> Person | None:
    """Give who was asked in his place the last time, where nobody else can be reached."""
    last = books.inquiries.last_of_name(name)
    person = None if last is None or last.to_id is None else books.people.find(last.to_id)
    return person if person is not None and person.is_active else None
