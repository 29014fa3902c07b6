"""Ends handovers that nobody decided about in time, and tells both sides."""

from collections.abc import Callable, Sequence

from locales.words import Words
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.quiet_hours import hushed
from services.tills.hand_over import lapse_handovers
from services.tills.handover_types import Handover


async def let_handovers_lapse(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Words],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Let handovers lapse; run twice, it does nothing the second time."""
    cause = Cause("system:lapse_handovers", None, clock.now())

    def lapse(books: Books) -> tuple[QueuedMessage, ...]:
        news = [
            message
            for handover in lapse_handovers(books, cause)
            for message in _news(books, handover, words_of)
        ]
        return books.outbox.add(hushed(books, news, cause.at), cause) if news else ()

    queued = await database.write(lapse)
    announce(queued)
    return len(queued)


def _news(
    books: Books, handover: Handover, words_of: Callable[[str], Words]
) -> list[OutgoingMessage]:
    """Tell giver and taker, each in his language, with whom the till stays."""
    giver = books.people.find(handover.giver_id)
    names = {each.key: each.name for each in books.accounts.tills()}
    news = []
    for person_id in (handover.giver_id, handover.taker_id):
        person = books.people.find(person_id)
        if person is None or not person.is_active:
            continue
        words = words_of(person.language)
        till = names[handover.till](words.language)
        text = words("handover-is-over", till=till, name="" if giver is None else giver.name)
        key = f"handover-lapsed:{handover.id}:{person_id}"
        news.append(OutgoingMessage(person.telegram_id, text, dedupe_key=key))
    return news
