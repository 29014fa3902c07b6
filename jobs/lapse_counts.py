"""Ends counts that were left, and says so: a till is not held open by one that nobody makes."""

from collections.abc import Callable, Iterator, Sequence

from ledger.money import Money
from locales.words import Words
from services.leaders import leaders
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Person
from services.ports import Books, Clock, Database
from services.quiet_hours import hushed
from services.tills.count_till import lapse_counts
from services.tills.count_types import Sheet, SheetState, TillCount


async def let_counts_lapse(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Words],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Let counts lapse; run twice, it does nothing the second time."""
    cause = Cause("system:lapse_counts", None, clock.now())

    def lapse(books: Books) -> tuple[QueuedMessage, ...]:
        news = [
            message
            for count in lapse_counts(books, cause)
            for message in _news(books, count, words_of)
        ]
        return books.outbox.add(hushed(books, news, cause.at), cause) if news else ()

    queued = await database.write(lapse)
    announce(queued)
    return len(queued)


def _news(
    books: Books, count: TillCount, words_of: Callable[[str], Words]
) -> Iterator[OutgoingMessage]:
    """Tell who counted; leaders, too, if he had seen a difference and left it at that."""
    counter = books.people.find(count.person_id)
    if counter is not None and counter.is_active:
        words = words_of(counter.language)
        text = words("count-left", till=_till(books, words, count))
        yield _to(counter, text, f"count-left:{count.id}")
    for place, sheet in enumerate(count.sheets):
        if sheet.state is not SheetState.SKIPPED or not sheet.difference:
            continue
        for leader in leaders(books):
            if leader.id == count.person_id:
                continue
            text = _difference(books, words_of(leader.language), count, sheet, counter)
            yield _to(leader, text, f"count-left:{count.id}:{place}:{leader.id}")


def _difference(
    books: Books, words: Words, count: TillCount, sheet: Sheet, counter: Person | None
) -> str:
    way = "short" if sheet.difference.minor < 0 else "over"
    return words(
        f"count-told-left-{way}",
        till=_till(books, words, count),
        name="" if counter is None else counter.name,
        amount=abs(sheet.difference),
        counted=sheet.counted or Money.zero(sheet.currency),
    )


def _till(books: Books, words: Words, count: TillCount) -> str:
    names = {each.key: each.name(words.language) for each in books.accounts.tills()}
    return names.get(count.till, count.till)


def _to(person: Person, text: str, key: str) -> OutgoingMessage:
    return OutgoingMessage(person.telegram_id, text, dedupe_key=key)
