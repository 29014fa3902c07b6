"""Reminds people in private of money that they have not accounted for, by day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from locales.words import Words
from services.advances.advances import Holder, shown_name
from services.advances.remind_advances import Reminder, remind_advances
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database


async def remind_of_advances(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Words],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Remind who is due, everybody in one message of all that is open."""
    now = clock.now()
    cause = Cause("system:remind_of_advances", None, now)

    def remind(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        if shop is None:
            return ()
        messages = [
            OutgoingMessage(
                chat_id=each.person.telegram_id,
                text="\n".join(_lines(books, words_of(each.person.language), each, now)),
                dedupe_key=f"advances:{shop.day_of(now).isoformat()}:{each.person.id}",
            )
            for each in remind_advances(books, shop, now)
        ]
        return books.outbox.add(messages, cause)

    queued = await database.write(remind)
    announce(queued)
    return len(queued)


def _lines(books: Books, words: Words, reminder: Reminder, now: dt.datetime) -> Iterator[str]:
    for told, known in (("own", reminder.own), ("given", reminder.given)):
        if known:
            yield words(f"advances-remind-{told}")
            for holder in known:
                yield _line(books, words, holder, now)


def _line(books: Books, words: Words, holder: Holder, now: dt.datetime) -> str:
    name = shown_name(books, holder)
    held = [each for each in holder.balances if each.minor > 0]
    parts = [words("advance-holds", name=name, amount=each) for each in held]
    shop = books.shop.get()
    if holder.since is not None and shop is not None:
        days = (shop.day_of(now) - holder.since).days
        parts.append(words("advance-since", day=holder.since, count=days))
    return " · ".join(parts)
