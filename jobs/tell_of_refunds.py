"""Tells the directors once a day of refunds that somebody should look at."""

from collections.abc import Callable, Iterator, Sequence

from locales.words import Words
from services.list_refunds import RefundSeen, refunds_to_tell
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Person, Role
from services.ports import Books, Clock, Database


async def tell_of_refunds(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Words],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Tell directors and owners, in one message, of what others sold and paid back themselves."""
    now = clock.now()
    cause = Cause("system:tell_of_refunds", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        found = () if shop is None else refunds_to_tell(books, shop, now)
        if shop is None or not found:
            return ()
        people = books.people.all()
        messages = [
            OutgoingMessage(
                chat_id=person.telegram_id,
                text="\n".join(_lines(words_of(person.language), people, theirs)),
                dedupe_key=f"refunds:{shop.day_of(now).isoformat()}:{person.id}",
            )
            for person in people
            if _is_to_know(person) and (theirs := _of_others(found, person))
        ]
        return books.outbox.add(messages, cause)

    queued = await database.write(tell)
    announce(queued)
    return len(queued)


def _is_to_know(person: Person) -> bool:
    return person.is_active and person.role in {Role.DIRECTOR, Role.OWNER}


def _of_others(found: Sequence[RefundSeen], person: Person) -> list[RefundSeen]:
    """Leave out what somebody did himself: he knows."""
    return [each for each in found if each.posted.decided_by != person.actor]


def _lines(words: Words, people: Sequence[Person], found: Sequence[RefundSeen]) -> Iterator[str]:
    names = {each.actor: each.name for each in people}
    yield words("refunds-look")
    for each in found:
        entry, number = each.posted.entry, str(each.posted.number)
        who = names.get(each.posted.decided_by, each.posted.decided_by)
        yield words(
            "refunds-line", number=number, day=entry.booked_on, amount=each.amount, who=who
        )
        if each.is_own:
            yield words("refund-own")
        if each.over is not None:
            yield words("refund-over", amount=each.over)
        if each.is_broken:
            yield words("refund-broken", number=str(each.sale_number))
