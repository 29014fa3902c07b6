"""Who told an entry: whose chat it came from, whoever decided on it since."""

from collections.abc import Iterable

from ledger.journal import PostedEntry
from services.messages import TELEGRAM
from services.people import Person
from services.ports import Books

_PERSON = "person:"


class Tellers:
    """The people of the shop, to be found by the entries they told."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self._by_telegram_id = {each.telegram_id: each for each in self._people}
        self._by_actor = {each.actor: each for each in self._people}

    def of(self, posted: PostedEntry) -> Person | None:
        """Give who told an entry; None when no person did.

        A private chat has its person's number. What was told nowhere, as a reversal, is of
        whoever decided it.
        """
        place = told_where(posted)
        told = None if place is None else self._by_telegram_id.get(place[0])
        return told or self._by_actor.get(posted.decided_by)

    def decider_of(self, posted: PostedEntry) -> Person | None:
        """Give who decided on an entry as it stands; None when no person did."""
        return self._by_actor.get(posted.decided_by)

    def find(self, person_id: int | None) -> Person | None:
        """Give a person by his number in the books."""
        return None if person_id is None else self._by_actor.get(f"{_PERSON}{person_id}")


def tellers(books: Books) -> Tellers:
    """Give the people of the shop, to be found by the entries they told."""
    return Tellers(books.people.all())


def told_where(posted: PostedEntry) -> tuple[int, int] | None:
    """Give the chat and the message that an entry was told in, if it was told in one."""
    origin = posted.entry.origin
    if origin.source != TELEGRAM:
        return None
    chat, _, rest = origin.external_id.partition("/")
    message = rest.partition("#")[0]
    if not (chat.removeprefix("-").isdecimal() and message.isdecimal()):
        return None
    return int(chat), int(message)


def is_teller(posted: PostedEntry, person: Person) -> bool:
    """Say whether a person told an entry, whoever decided on it since."""
    place = told_where(posted)
    return place is not None and place[0] == person.telegram_id
