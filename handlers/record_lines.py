"""How records, chains and what is wrong are told in a line."""

from collections.abc import Iterator

from locales.words import Words, shorten
from services.exceptions.exception_ports import ExceptionItem
from services.records.see_chain import Chain, Mark
from services.records.see_record import RecordSeen

_CHAIN_MARKS = {Mark.GREEN: "🟢", Mark.AMBER: "🟠", Mark.RED: "🔴"}


def chain_lines(words: Words, chain: Chain) -> Iterator[str]:
    """Tell a chain: where it begins, what it went through, what was lost, what has arrived."""
    head = record_name(words, chain.head)
    yield f"{_CHAIN_MARKS[chain.mark]} " + words("chain-begins", record=head, amount=chain.begins)
    for each in chain.records:
        if each.key != chain.head.key:
            yield "↓ " + record_line(words, each)
    for step in chain.steps:
        sign = "−" if step.amount.minor < 0 else "+"
        what = words.plain(f"chain-{step.what}")
        told = words("chain-step", what=what, sign=sign, amount=abs(step.amount))
        yield f"{_CHAIN_MARKS[step.mark]} {told}"
    yield words("chain-arrived", amount=chain.arrived)


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
