"""What can be done about an exception, as buttons that know the page one came from."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.bank.balance_buttons import balance_rows
from handlers.callbacks import ExceptionCallback
from handlers.record_lines import record_name
from locales.words import Words, shorten, words_of
from reconciliation.findings import Kind
from services.exceptions.accept_balance import balance_of
from services.exceptions.exception_kinds import OF_THE_BOOKS, ORDER_EDITED
from services.exceptions.exception_ports import ExceptionItem, ExceptionState
from services.exceptions.inquire import manager_of, teller_of
from services.exceptions.inquiry_answers import Act, act_of, choices_of, record_of
from services.exceptions.inquiry_ports import Inquiry, answered_of, waiting_of
from services.exceptions.pick_record import money_in
from services.exceptions.resolve_exception import may_write_off
from services.messages import Button, Tone
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.records.see_record import RecordSeen, see_records

Rows = tuple[tuple[Button, ...], ...]
CANDIDATES_MAX = 4
UNLINKED_MAX = 2
BUTTON_NAME_MAX = 24
_NOT_LINKED = OF_THE_BOOKS | {ORDER_EDITED}
_OF_PROVIDERS = frozenset({Kind.SETTLEMENT_LATE.value, Kind.SETTLEMENT_SHORT.value})
_TO_THE_BANK = frozenset({"cash", "payout"})
"""What is looked for at the bank, and is of no one order."""
_LINKED = frozenset({"order", "payment", "refund", "chargeback", "payout", "bank", "cash"})


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the buttons of one exception."""

    words: Words
    item_id: int
    page: int

    def labelled(
        self, label: str, what: str, value: str = "", *, tone: Tone = Tone.PLAIN
    ) -> Button:
        """Make a button."""
        data = ExceptionCallback(what=what, item_id=self.item_id, value=f"{value}/{self.page}")
        return Button(label, data=data.pack(), tone=tone)

    def of(self, what: str) -> Button:
        """Make the button of an act, by the act's name."""
        return self.labelled(self.words.plain(f"button-exception-{what}"), what)

    def back(self, what: str = "list") -> Button:
        """Make the button that leads back: to the page of the list, or to the exception."""
        return self.labelled(self.words.plain("button-back"), what)


def item_buttons(
    books: Books,
    make: Maker,
    item: ExceptionItem,
    records: Mapping[str, RecordSeen],
    viewer: Person | None,
) -> Rows:
    """Give all that can be done about an exception."""
    if item.state is ExceptionState.CLOSED:
        return ((make.back(),),)
    inquiries = books.inquiries.of_items([item.id])
    act = _act_of(books, item, inquiries)
    rows = [*_taking(books, make, item, inquiries), *_links(make, item, records)]
    if (balance := balance_of(item, books)) is not None:
        rows += balance_rows(make.words, viewer, balance)
    kind = item.about.partition(":")[0]
    if kind in _LINKED and item.kind not in _NOT_LINKED:
        is_of_order = kind not in _TO_THE_BANK and money_in(item) is not None
        name = "other" if is_of_order else "find"
        label = make.words.plain(f"button-exception-{name}")
        rows.append((make.labelled(label, "other"),))
    is_done = item.state is ExceptionState.EXPLAINED  # by words, or by writing it off
    if may_write_off(item) and act is not Act.WRITE_OFF and not is_done:
        label = make.words.plain("button-exception-write-off", amount=item.amount)
        rows.append((make.labelled(label, "off"),))
    rows += _letter(books, make, item, records)
    if waiting_of(inquiries) is None and not is_done:
        rows += _asking(books, make, item, viewer)
    rows.append((make.of("explain"), make.of("assign")))
    if not is_done:
        rows.append((make.of("day"), make.of("week")))
    way = (make.of("chain"),) if kind in _LINKED else ()
    rows.append((*way, make.of("raw")))
    return (*rows, (make.back(),))


def _links(
    make: Maker, item: ExceptionItem, records: Mapping[str, RecordSeen]
) -> list[tuple[Button, ...]]:
    words = make.words
    rows: list[tuple[Button, ...]] = []
    for place, key in enumerate(item.candidates[:CANDIDATES_MAX]):
        if key in records:
            label = link_label(words, records[key])
            rows.append((make.labelled(label, "link", str(place)),))
    for place, key in enumerate(item.records[: UNLINKED_MAX + 1]):
        if place and key in records and item.kind not in OF_THE_BOOKS:
            name = shorten(record_name(words, records[key]))
            label = words.plain("button-exception-unlink", record=name)
            rows.append((make.labelled(label, "unlink", str(place)),))
    return rows


def link_label(words: Words, record: RecordSeen) -> str:
    """Label the link to a record."""
    name = shorten(record_name(words, record), BUTTON_NAME_MAX)
    return words.plain("button-exception-link", record=name, amount=abs(record.amount))


def _taking(
    books: Books, make: Maker, item: ExceptionItem, inquiries: tuple[Inquiry, ...]
) -> list[tuple[Button, ...]]:
    """Give the one tap that makes the answer good."""
    inquiry, act = answered_of(inquiries), _act_of(books, item, inquiries)
    if inquiry is None or inquiry.answer is None or act is None:
        return []
    words, record = make.words, ""
    if act is Act.LINK:
        key = record_of(books, item, inquiry.answer)
        seen = see_records(books, [key]).get(key)
        record = "" if seen is None else shorten(record_name(words, seen), BUTTON_NAME_MAX)
    name = record or shorten(inquiry.answer.text, BUTTON_NAME_MAX)
    label = words.plain(f"button-take-{act}", amount=item.amount, name=name)
    return [(make.labelled(label, "take", tone=Tone.GOOD),)]


def _asking(
    books: Books, make: Maker, item: ExceptionItem, viewer: Person | None
) -> list[tuple[Button, ...]]:
    """Offer to ask the order's manager, or who told the cash, and anybody else."""
    if not choices_of(books, item):
        return []
    words, manager, teller = make.words, manager_of(books, item), teller_of(books, item)
    row = [make.of("askwho")]
    if teller is not None and teller.actor != (viewer.actor if viewer else ""):
        label = words.plain("button-exception-ask", name=shorten(teller.name, BUTTON_NAME_MAX))
        row.insert(0, make.labelled(label, "askto", str(teller.id)))
    if manager is not None and manager.person is not None:
        name = shorten(manager.person.name, BUTTON_NAME_MAX)
        row.insert(0, make.labelled(words.plain("button-exception-ask", name=name), "ask"))
    elif manager is not None and manager.is_in_crm and manager.name:
        name = shorten(manager.name, BUTTON_NAME_MAX)
        row.insert(0, make.labelled(words.plain("button-exception-ask-crm", name=name), "ask"))
    return [(each,) for each in row]


def _letter(
    books: Books, make: Maker, item: ExceptionItem, records: Mapping[str, RecordSeen]
) -> list[tuple[Button, ...]]:
    """Offer a letter to the provider to be copied, in the language that the shop writes in."""
    record, kind = records.get(item.about), item.kind.removeprefix("settlement_")
    if item.kind not in _OF_PROVIDERS or record is None:
        return []
    theirs = words_of(shop_of(books).language)
    name = shorten(record_name(theirs, record))
    said = theirs.plain(
        f"exception-letter-{kind}", record=name, amount=item.amount, day=record.day
    )
    return [(Button(make.words.plain("button-exception-letter"), copies=said),)]


def _act_of(books: Books, item: ExceptionItem, inquiries: tuple[Inquiry, ...]) -> Act | None:
    inquiry, is_open = answered_of(inquiries), item.state is ExceptionState.OPEN
    return None if inquiry is None or not is_open else act_of(books, item, inquiry)
