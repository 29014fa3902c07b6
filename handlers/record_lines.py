"""How records, chains and what is wrong are told in a line."""

from collections.abc import Iterable, Iterator, Sequence

from locales.words import Words, shorten
from services.exceptions.exception_ports import ExceptionItem
from services.records.see_chain import Chain, Mark, Step
from services.records.see_record import RecordSeen

_CHAIN_MARKS = {Mark.GREEN: "🟢", Mark.AMBER: "🟠", Mark.RED: "🔴"}
_LINKS_MAX, _LINKS_FIRST = 12, 6
"""More links than these are shortened to the first ones, those amiss, and the last."""


def chain_lines(words: Words, chain: Chain) -> Iterator[str]:
    """Tell a chain: where it begins, each link with what was lost there, what has arrived."""
    head = record_name(words, chain.head)
    yield f"{_CHAIN_MARKS[chain.mark]} " + words("chain-begins", record=head, amount=chain.begins)
    yield from _step_lines(words, chain.at_head)
    links = [each for each in chain.links if each.record.key != chain.head.key]
    for own in (each for each in chain.links if each.record.key == chain.head.key):
        yield from _step_lines(words, own.steps)
    amiss = [each for each in links if each.mark is not Mark.GREEN]
    shown = links if len(links) <= _LINKS_MAX else [*links[:_LINKS_FIRST], *amiss, *links[-1:]]
    for each in dict.fromkeys(shown):
        yield f"↓ {_CHAIN_MARKS[each.mark]} {record_line(words, each.record)}"
        yield from _step_lines(words, each.steps)
    if len(shown) < len(links):
        yield words("chain-more", count=len(links) - len(set(shown)))
    yield words("chain-arrived", amount=chain.arrived)
    yield f"↓ {_CHAIN_MARKS[chain.entries_mark]} {_entries_line(words, chain.entries)}"


def _step_lines(words: Words, steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        sign = "−" if step.amount.minor < 0 else "+"
        what = words.plain(f"chain-{step.what}")
        told = words("chain-step", what=what, sign=sign, amount=abs(step.amount))
        yield f"  {_CHAIN_MARKS[step.mark]} {told}"


def _entries_line(words: Words, numbers: Sequence[int]) -> str:
    if not numbers:
        return words("order-no-entries")
    told = ", ".join(map(str, numbers[:_LINKS_MAX]))
    return words("chain-entries", numbers=told, left=max(0, len(numbers) - _LINKS_MAX))


def record_name(words: Words, record: RecordSeen) -> str:
    """Name a record, as plain text."""
    match record.kind:
        case "bank":
            name = shorten(record.who or record.text)
        case "connection":
            name = words.plain("source-name", name=record.name)
        case _:
            name = record.called(words.language)
    return words.plain(f"record-{record.kind}", name=name)


def record_line(words: Words, record: RecordSeen) -> str:
    """Tell a record in a line."""
    name = record_name(words, record)
    line = words("record-line", record=name, amount=abs(record.amount), day=record.day)
    said = record.who
    if record.kind == "bank":
        said = record.text if record.who else ""  # without a name the text is its name
    return f"{line} · {words('cash-line-counterparty', name=shorten(said))}" if said else line


def sentence(words: Words, item: ExceptionItem, record: RecordSeen | None) -> str:
    """Say what is wrong, as one sentence."""
    name = item.about.rpartition(":")[2] if record is None else record_name(words, record)
    return words(f"exception-{item.kind}", record=name, amount=item.amount)
