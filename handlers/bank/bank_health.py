"""How connections to banks do, in words: in /banks, and told by itself when somebody must act."""

import datetime as dt
from collections.abc import Iterator, Sequence

from handlers.bank.bank_news import account_name
from locales.words import Words, words_of
from services.bank.bank_health import ConnectionSeen, see_connections
from services.bank.bank_opening import OpeningPutRight, opening_put_right
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.source_trouble import Trouble

_PERSON = "person:"
_OPENING_TOLD_FOR = dt.timedelta(days=2)
"""What is put right at night, or over a still day, is told in the hours for it."""
_HOUR = dt.timedelta(hours=1)
_HOURS_SHOWN_MAX = 48
_HOURS_OF_DAY = 24
_REASONS = {
    Trouble.REFUSED: "bank-trouble-refused",
    Trouble.RIGHTS: "bank-trouble-rights",
    Trouble.CONSENT: "bank-trouble-consent",
    Trouble.SIGNATURE: "bank-trouble-signature",
    Trouble.LIMITED: "bank-trouble-limited",
    Trouble.NOT_READY: "bank-trouble-not-ready",
    Trouble.DOWN: "bank-trouble-down",
    Trouble.GARBLED: "bank-trouble-garbled",
    Trouble.UNKNOWN: "bank-trouble-unknown",
}


def connection_lines(words: Words, shop: Shop, seen: ConnectionSeen) -> Iterator[str]:
    """Tell what is wrong with a connection, and what to do; nothing while all is well."""
    bank = _name(words, seen)
    if seen.trouble is not None:
        scheme = seen.connection.scheme
        at = shop.local(seen.connection.next_at)
        reason = words.plain(_REASONS[seen.trouble], bank=scheme, at=at)
        yield _silent(words, bank, reason, (seen.silent_for or dt.timedelta()) // _HOUR)
    elif seen.connection.last_ok_at is None:
        yield words("bank-not-read-yet", bank=bank)
    if seen.consent_days is not None and seen.connection.consent_until is not None:
        day = shop.day_of(seen.connection.consent_until)
        yield words("bank-consent-ends", bank=bank, day=day, days=seen.consent_days)


def opening_line(words: Words, done: OpeningPutRight) -> str:
    """Tell that an account's books begin with another sum now."""
    return words("bank-opening-moved", before=done.moved.before, now=done.moved.now)


def bank_alerts(books: Books, shop: Shop, at: dt.datetime) -> Sequence[OutgoingMessage]:
    """Tell whoever brings statements in what concerns them.

    What waits for a person is told once a day; an opening that was put right, once.
    """
    return (*_of_connections(books, shop, at), *_of_openings(books, at))


def _of_openings(books: Books, at: dt.datetime) -> Iterator[OutgoingMessage]:
    for account in books.banks.accounts():
        done = opening_put_right(books, account)
        if done is None or at - done.at > _OPENING_TOLD_FOR or done.by.startswith(_PERSON):
            continue  # whoever brought the statement has been told in the answer
        for person in _who_imports(books):
            words = words_of(person.language)
            lines = (
                words("bank-file-head", account=account_name(books, words, account)),
                opening_line(words, done),
            )
            yield OutgoingMessage(
                chat_id=person.telegram_id,
                text="\n".join(lines),
                dedupe_key=f"bank-opening:{done.number}:{person.id}",
            )


def _who_imports(books: Books) -> Iterator[Person]:
    for person in books.people.all():
        if person.is_active and person.may(Permission.IMPORT_STATEMENTS):
            yield person


def _of_connections(books: Books, shop: Shop, at: dt.datetime) -> Sequence[OutgoingMessage]:
    waiting = [each for each in see_connections(books, at) if each.wants_word]
    if not waiting:
        return ()
    day = shop.day_of(at).isoformat()
    return tuple(
        OutgoingMessage(
            chat_id=person.telegram_id,
            text="\n\n".join(
                line
                for each in waiting
                for line in connection_lines(words_of(person.language), shop, each)
            ),
            dedupe_key=f"banks:{day}:{person.id}",
        )
        for person in _who_imports(books)
    )


def _silent(words: Words, bank: str, reason: str, hours: int) -> str:
    if hours < 1:
        return words("bank-in-trouble", bank=bank, reason=reason)
    if hours < _HOURS_SHOWN_MAX:
        return words("bank-silent-hours", bank=bank, hours=hours, reason=reason)
    days = hours // _HOURS_OF_DAY
    return words("bank-silent-days", bank=bank, days=days, reason=reason)


def _name(words: Words, seen: ConnectionSeen) -> str:
    """Call a bank by its name; the second connection to it has a number."""
    name = words.plain("bank-name", bank=seen.connection.scheme)
    _, _, number = seen.connection.name.rpartition("-")
    return f"{name} {number}" if number.isdecimal() else name
