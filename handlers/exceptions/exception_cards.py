"""How exceptions look: the list, and one with what is wrong, its records and what can be done."""

import html
from collections.abc import Iterator, Mapping, Sequence

from handlers.cards import Setting
from handlers.exceptions.exception_buttons import CANDIDATES_MAX, Maker, item_buttons, link_label
from handlers.exceptions.inquiry_cards import inquiry_lines, said_of
from handlers.record_lines import chain_lines, record_line, record_name, sentence
from ledger.money import Money, decimals_of
from locales.words import shorten
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.exceptions import ExceptionList, ExceptionSeen, severity_of
from services.exceptions.inquiry_answers import order_of
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.records.see_chain import see_chains
from services.records.see_record import RecordSeen, see_records

EXCEPTION = "exception"
"""The conversation's name in what a person is expected to type."""
PAGE = 8
RECORDS_MAX = 8
HISTORY_MAX = 5
RAW_MAX = 2_500
LABEL_MAX = 48
BUTTON_MAX, NAME_MIN, _HEAD_MIN = 37, 11, 3
_EXACT_MAX = 1_000
"""Larger sums are told in whole units where a button has little room; the card is exact."""
_MARKS = {"high": "🔴", "middle": "🟠", "low": "🟡"}
_NOTED = frozenset({Happened.EXPLAINED, Happened.ASSIGNED, Happened.ASKED, Happened.ANSWERED})


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
        (_item_button(setting, each, names.get(each.about), page),) for each in shown
    ]
    turns = [
        Maker(words, 0, other).labelled(words.plain(label), "list")
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
    page: int = 0,
    said: str = "",
    edits: int | None = None,
) -> OutgoingMessage:
    """Show one exception: what is wrong, how much, since when, why, what next."""
    item = seen.item
    keys = [*item.records[:RECORDS_MAX], *item.candidates[:CANDIDATES_MAX]]
    records = see_records(books, keys)
    lines = [said] if said else []
    lines += _item_lines(books, setting, seen, records)
    make = Maker(setting.words, item.id, page)
    rows = item_buttons(books, make, item, records, setting.viewer)
    return setting.message("\n".join(lines), rows, edits=edits)


def raw_card(setting: Setting, make: Maker, told: Sequence[bytes], edits: int) -> OutgoingMessage:
    """Show records as they came."""
    texts = [html.escape(each.decode("utf-8", "replace"), quote=False) for each in told]
    whole = "\n\n".join(f"<pre>{each[: RAW_MAX // len(texts)]}</pre>" for each in texts if each)
    rows = ((make.back("show"),),)
    return setting.message(whole or setting.words("exception-no-raw"), rows, edits=edits)


def chain_card(
    books: Books, setting: Setting, make: Maker, item: ExceptionItem, edits: int
) -> OutgoingMessage:
    """Show the way of the money that an exception is about."""
    told = ["\n".join(chain_lines(setting.words, each)) for each in see_chains(books, item.about)]
    text = "\n\n".join(told) or setting.words("exception-gone")
    return setting.message(text, ((make.back("show"),),), edits=edits)


def people_card(
    setting: Setting, make: Maker, what: str, people: Sequence[Person], edits: int
) -> OutgoingMessage:
    """Ask whose it shall be, or who is to be asked."""
    rows = [
        (make.labelled(shorten(each.name), what, str(each.id)),)
        for each in people
        if each.is_active
    ]
    asked = setting.words(f"exception-whom-{what}")
    return setting.message(asked, (*rows, (make.back("show"),)), edits=edits)


def ask_card(setting: Setting, make: Maker, message_id: str, edits: int) -> OutgoingMessage:
    """Ask for something to be typed."""
    back = make.labelled(setting.words.plain("button-never-mind"), "show")
    return setting.message(setting.words(message_id), ((back,),), edits=edits)


def found_card(
    books: Books, setting: Setting, make: Maker, found: Mapping[str, str]
) -> OutgoingMessage:
    """Offer what was found by what somebody wrote: tokens by the records' keys."""
    records, words = see_records(books, list(found)), setting.words
    lines = [words("exception-found"), *(f"• {record_line(words, e)}" for e in records.values())]
    rows = [
        (make.labelled(link_label(words, records[key]), "pick", token),)
        for key, token in found.items()
        if key in records
    ]
    return setting.message("\n".join(lines), (*rows, (make.back("show"),)))


def _item_lines(
    books: Books, setting: Setting, seen: ExceptionSeen, records: Mapping[str, RecordSeen]
) -> Iterator[str]:
    item, words = seen.item, setting.words
    mark = _MARKS[severity_of(item, setting.today)]
    yield f"{mark} <b>{sentence(words, item, records.get(item.about))}</b>"
    days = max(0, (setting.today - item.since).days)
    yield words("exception-since", day=item.since, days=days)
    yield words("exception-cause", cause=words.plain(f"cause-{item.cause}"))
    yield words("exception-step", step=words.plain(f"step-{_step_of(item)}"))
    shown = [records[key] for key in item.records[:RECORDS_MAX] if key in records]
    for each in shown:
        yield "• " + record_line(words, each)
    if len(item.records) > RECORDS_MAX:
        yield words("exception-more", count=len(item.records) - RECORDS_MAX)
    if item.state is not ExceptionState.OPEN:
        yield words(f"exception-is-{item.state}")
    if item.assignee_id is not None and (person := books.people.find(item.assignee_id)):
        yield words("exception-assigned", name=person.name)
    yield from inquiry_lines(books, setting, item)
    for event in seen.history[1:][-HISTORY_MAX:]:
        yield _event_line(books, setting, event)


def _step_of(item: ExceptionItem) -> str:
    """Give what is best done next; where no order is known there is no manager of it to ask."""
    has_order = item.step != "ask_manager" or order_of(item)
    return item.step if has_order else "ask_anybody"


def _event_line(books: Books, setting: Setting, event: ExceptionEvent) -> str:
    words, person = setting.words, None
    if event.by.startswith("person:"):
        person = books.people.find(int(event.by.partition(":")[2]))
    shop = books.shop.get()
    day = setting.today if shop is None else shop.day_of(event.at)
    by = "" if event.by.startswith(("person:", "system:")) else event.by
    told = words(
        f"exception-was-{event.what}".replace("_", "-"),
        day=day,
        name=by if person is None else person.name,
    )
    if not event.note or event.what not in _NOTED:
        return told
    note = said_of(words, event.note) if event.what is Happened.ANSWERED else event.note
    return f"{told}: {html.escape(shorten(note, LABEL_MAX), quote=False)}"


def _item_button(
    setting: Setting, item: ExceptionItem, record: RecordSeen | None, page: int
) -> Button:
    words = setting.words
    name = item.about.rpartition(":")[2] if record is None else record_name(words, record)
    mark = _MARKS[severity_of(item, setting.today)]
    what, amount = words.plain(f"exception-short-{item.kind}"), _brief(item.amount)

    def label(record: str) -> str:
        return words.plain(
            "button-exception-item",
            mark=mark,
            record=record,
            amount=amount,
            what=what,
        )

    # Telephones cut what is too long at the end, where it says what is wrong.
    room = max(NAME_MIN, BUTTON_MAX - len(label("")))
    is_text = record is not None and record.kind == "bank"
    fitted = shorten(name, room) if is_text else _fitted(name, room)
    return Maker(words, item.id, page).labelled(label(fitted), "show")


def _brief(amount: Money) -> Money:
    unit: int = 10 ** decimals_of(amount.currency)
    if abs(amount.minor) < _EXACT_MAX * unit:
        return amount
    return Money((amount.minor + unit // 2) // unit * unit, amount.currency)


def _fitted(name: str, room: int) -> str:
    """Cut a name to its room; the number at its end stays, since it tells it apart."""
    dotted = name.rpartition(" ·")
    head, mark, tail = dotted if dotted[1] else name.rpartition(" ")
    if not mark or len(tail) > room - _HEAD_MIN or not any(map(str.isdecimal, tail)):
        return shorten(name, room)
    return f"{shorten(head, max(_HEAD_MIN, room - len(mark + tail)))}{mark}{tail}"
