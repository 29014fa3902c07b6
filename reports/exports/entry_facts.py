"""What a plain-text journal tells of an entry beside its postings, by name."""

from collections.abc import Callable, Iterator

from ledger.journal import PostedEntry


def facts_of(posted: PostedEntry, written: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Give each fact that there is by name, its text as the journal writes texts."""
    entry = posted.entry
    yield "number", str(posted.number)
    if entry.reverses is not None:
        yield "reverses", str(entry.reverses)
    texts = (
        ("category", entry.category),
        ("counterparty", entry.counterparty),
        ("order", entry.order_reference),
        ("decided-by", posted.decided_by),
        ("recorded-at", posted.recorded_at.isoformat()),
    )
    for name, text in texts:
        if text:
            yield name, written(text)
