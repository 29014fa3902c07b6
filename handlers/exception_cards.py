"""How exceptions look: the list, and one with what is wrong, its records and what can be done."""

import html
from collections.abc import Iterator, Mapping, Sequence

from handlers.callbacks import ExceptionCallback
from handlers.cards import Setting
from locales.words import Words, shorten
from services.exception_ports import ExceptionEvent, ExceptionItem, ExceptionState
from services.exceptions import ExceptionList, ExceptionSeen, severity_of
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.resolve_exception import accounts_of
from services.see_chain import Chain, Mark, see_chains
from services.see_record import RecordSeen, see_records

EXCEPTION = "exception"
"""The conversation's name in what a person is expected to type."""
PAGE = 8
CANDIDATES_MAX = 4
UNLINKED_MAX = 2
RECORDS_MAX = 8
HISTORY_MAX = 5
RAW_MAX = 2_500
LABEL_MAX = 48
_MARKS = {"high": "🔴", "middle": "🟠", "low": "🟡"}
_CHAIN_MARKS = {Mark.GREEN: "🟢", Mark.AMBER: "🟠", Mark.RED: "🔴"}


def list_card(
    books: Books, setting: Setting, listed: ExceptionList, page: int, *, edits: int | None = None
) -> OutgoingMessage:
    """Show a page of what is open, the gravest first, a button each."""
    words, items = setting.words, listed.items
    if not items and not listed.waiting:
        lines = [words("exceptions-none")]
    else:
        lines = [words("exceptions-open", count=len(items))]
    if listed.waiting:
        lines.append(words("exceptions-waiting", count=listed.waiting))
    if listed.closed_today:
        lines.append(words("exceptions-closed", count=listed.closed_today))
    last = max(0, (len(items) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = items[page * PAGE : (page + 1) * PAGE]
    names = see_records(books, [each.about for each in shown])
    rows: list[tuple[Button, ...]] = [
        (_item_button(setting, each, names.get(each.about)),) for each in shown
    ]
    turns = [
        _button(words.plain(label), "list", 0, str(other))
        for label, other in (("button-page-before", page - 1), ("button-page-after", page + 1))
        if 0 <= other <= last
    ]
    if turns:
        rows.append(tuple(turns))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def item_card(
    books: Books,
    setting: Setting,
    seen: ExceptionSeen,
    *,
    said: str = "",
    edits: int | None = None,
) -> OutgoingMessage:
    """Show one exception: what is wrong, how much, since when, why, what next."""
    item = seen.item
    keys = [*item.records[:RECORDS_MAX], *item.candidates[:CANDIDATES_MAX]]
    records = see_records(books, keys)
    lines = [said] if said else []
    lines += _item_lines(books, setting, seen, records)
    rows = _item_buttons(setting, item, records)
    return setting.message("\n".join(lines), rows, edits=edits)


def raw_card(setting: Setting, item_id: int, told: Sequence[bytes], edits: int) -> OutgoingMessage:
    """Show records as they came."""
    texts = [html.escape(each.decode("utf-8", "replace"), quote=False) for each in told]
    whole = "\n\n".join(f"<pre>{each[: RAW_MAX // len(texts)]}</pre>" for each in texts if each)
    back = _button(setting.words.plain("button-back"), "show", item_id)
    return setting.message(whole or setting.words("exception-no-raw"), ((back,),), edits=edits)


def chain_card(
    books: Books, setting: Setting, item: ExceptionItem, *, edits: int
) -> OutgoingMessage:
    """Show the way of the money that an exception is about."""
    told = ["\n".join(chain_lines(setting.words, each)) for each in see_chains(books, item.about)]
    back = _button(setting.words.plain("button-back"), "show", item.id)
    text = "\n\n".join(told) or setting.words("exception-gone")
    return setting.message(text, ((back,),), edits=edits)


def people_card(
    setting: Setting, item_id: int, people: Sequence[Person], *, edits: int
) -> OutgoingMessage:
    """Ask whose it shall be."""
    rows = [
        (_button(shorten(each.name), "give", item_id, str(each.id)),)
        for each in people
        if each.is_active
    ]
    rows.append((_button(setting.words.plain("button-back"), "show", item_id),))
    return setting.message(setting.words("exception-ask-whom"), tuple(rows), edits=edits)


def ask_card(setting: Setting, item_id: int, message_id: str, *, edits: int) -> OutgoingMessage:
    """Ask for something to be typed."""
    back = _button(setting.words.plain("button-never-mind"), "show", item_id)
    return setting.message(setting.words(message_id), ((back,),), edits=edits)


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
    name = shorten(record.who or record.text) if record.kind == "bank" else record.name
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


def _item_lines(
    books: Books, setting: Setting, seen: ExceptionSeen, records: Mapping[str, RecordSeen]
) -> Iterator[str]:
    item, words = seen.item, setting.words
    mark = _MARKS[severity_of(item, setting.today)]
    yield f"{mark} <b>{sentence(words, item, records.get(item.about))}</b>"
    days = max(0, (setting.today - item.since).days)
    yield words("exception-since", day=item.since, days=days)
    yield words("exception-cause", cause=words.plain(f"cause-{item.cause}"))
    yield words("exception-step", step=words.plain(f"step-{item.step}"))
    shown = [records[key] for key in item.records[:RECORDS_MAX] if key in records]
    for each in shown:
        yield "• " + record_line(words, each)
    if len(item.records) > RECORDS_MAX:
        yield words("exception-more", count=len(item.records) - RECORDS_MAX)
    if item.state is not ExceptionState.OPEN:
        yield words(f"exception-is-{item.state}")
    if item.assignee_id is not None and (person := books.people.find(item.assignee_id)):
        yield words("exception-assigned", name=person.name)
    for event in seen.history[1:][-HISTORY_MAX:]:
        yield _event_line(books, setting, event)


def _event_line(books: Books, setting: Setting, event: ExceptionEvent) -> str:
    person = None
    if event.by.startswith("person:"):
        person = books.people.find(int(event.by.partition(":")[2]))
    shop = books.shop.get()
    day = setting.today if shop is None else shop.day_of(event.at)
    told = setting.words(
        f"exception-was-{event.what}".replace("_", "-"),
        day=day,
        name="" if person is None else person.name,
    )
    note = shorten(event.note or "", LABEL_MAX) if event.what in {"explained", "assigned"} else ""
    return f"{told}: {html.escape(note, quote=False)}" if note else told


def _item_buttons(
    setting: Setting, item: ExceptionItem, records: Mapping[str, RecordSeen]
) -> tuple[tuple[Button, ...], ...]:
    words, back = setting.words, _button(setting.words.plain("button-back"), "list", 0, "0")
    if item.state is ExceptionState.CLOSED:
        return ((back,),)
    rows: list[tuple[Button, ...]] = [
        (_candidate(words, item, place, records[key]),)
        for place, key in enumerate(item.candidates[:CANDIDATES_MAX])
        if key in records
    ]
    rows += [
        (_button(_unlink_label(words, records[key]), "unlink", item.id, str(place)),)
        for place, key in enumerate(item.records[: UNLINKED_MAX + 1])
        if place and key in records
    ]
    if item.kind == "payment_without_order":
        rows.append((_button(words.plain("button-exception-other"), "other", item.id),))
    if accounts_of(item) is not None:
        label = words.plain("button-exception-write-off", amount=item.amount)
        rows.append((_button(label, "off", item.id),))
    rows.append(_pair(words, item.id, "explain", "assign"))
    rows.append(_pair(words, item.id, "day", "week"))
    rows.append(_pair(words, item.id, "chain", "raw"))
    return (*rows, (back,))


def _unlink_label(words: Words, record: RecordSeen) -> str:
    return words.plain("button-exception-unlink", record=shorten(record_name(words, record)))


def _pair(words: Words, item_id: int, *acts: str) -> tuple[Button, ...]:
    return tuple(_button(words.plain(f"button-exception-{act}"), act, item_id) for act in acts)


def _candidate(words: Words, item: ExceptionItem, place: int, record: RecordSeen) -> Button:
    name = shorten(record_name(words, record))
    label = words.plain("button-exception-link", record=name, amount=abs(record.amount))
    return _button(label, "link", item.id, str(place))


def _item_button(setting: Setting, item: ExceptionItem, record: RecordSeen | None) -> Button:
    words = setting.words
    name = item.about.rpartition(":")[2] if record is None else record_name(words, record)
    label = words.plain(
        "button-exception-item",
        mark=_MARKS[severity_of(item, setting.today)],
        record=shorten(name, LABEL_MAX // 2),
        amount=item.amount,
        what=words.plain(f"exception-short-{item.kind}"),
    )
    return _button(label, "show", item.id)


def _button(label: str, what: str, item_id: int, value: str = "") -> Button:
    return Button(label, data=ExceptionCallback(what=what, item_id=item_id, value=value).pack())
