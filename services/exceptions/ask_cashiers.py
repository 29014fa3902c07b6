"""Ask a cashier about each order that was closed for cash which nobody entered."""

from collections import Counter
from collections.abc import Sequence

from services.exceptions.exception_kinds import CASH_NOT_ENTERED
from services.exceptions.exception_ports import ExceptionItem, ExceptionState
from services.exceptions.inquire import Inquired, put
from services.exceptions.inquiry_answers import choices_of_cashier
from services.exceptions.inquiry_ports import Inquiry, Topic
from services.matching.match_ports import MATCHER
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books

ASKED_AT_ONCE = 5
"""More than so many questions at once nobody answers; the rest follow with the next look."""


def ask_cashiers(books: Books, cause: Cause) -> tuple[Inquired, ...]:
    """Put each such order once to the cashier who most likely took its cash."""
    standing = [e for e in books.exceptions.standing() if e.kind == CASH_NOT_ENTERED]
    asked = {each.item_id for each in books.inquiries.of_items([one.id for one in standing])}
    waiting = [e for e in standing if e.state is ExceptionState.OPEN and e.id not in asked]
    put_now = []
    for item in waiting[:ASKED_AT_ONCE]:
        cashier = _cashier_for(books, item)
        if cashier is None:
            continue
        new = Inquiry(
            item.id,
            Topic.CASHIER,
            cashier.id,
            cashier.name,
            item.about,
            choices_of_cashier(),
            MATCHER,
            cause.at,
        )
        put_now.append(Inquired(*put(books, item, new, cause, cashier.name)))
    return tuple(put_now)


def _cashier_for(books: Books, item: ExceptionItem) -> Person | None:
    """Choose who works at the order's store, and told most of the cash since it was closed."""
    people = [e for e in books.people.all() if e.may(Permission.RECORD_CASH)]
    cashiers = [each for each in people if each.role is Role.CASHIER] or people
    at_store = _at_store(books, item, cashiers) or cashiers
    told = Counter(each.decided_by for each in books.journal.sightings(item.since))
    return max(at_store, key=lambda each: (told[each.actor], -each.id), default=None)


def _at_store(books: Books, item: ExceptionItem, cashiers: Sequence[Person]) -> list[Person]:
    (kept,) = books.documents.of_keys([item.about])
    store, tills = (kept.document.store or "").casefold(), books.accounts.tills()
    named = [e.key for e in tills if store in {name.casefold() for name in e.names.values()}]
    first = tills[0].key if tills else None
    return [each for each in cashiers if (each.till or first) in named]
