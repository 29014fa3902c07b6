"""What people see of cash between tills: the question, what was decided, by whom and when."""

from dataclasses import dataclass

from handlers.callbacks import TransferCallback, UndoCallback
from ledger.accounts import Account, Chart
from ledger.money import Money
from locales.words import Words
from services.messages import Button, Tone
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.shop import Shop
from services.tills.transfers import (
    Transfer,
    TransferState,
    asked_about,
    may_find,
    may_settle,
    may_take_back,
    may_write_off,
)

TILLS_PER_ROW = 2
_MARKS = {
    TransferState.REFUSED: "✗",
    TransferState.WITHDRAWN: "↩",
    TransferState.RETURNED: "↩",
    TransferState.SHORT: "✗",
}
"""What stands before who decided, where it is no tick."""


@dataclass(frozen=True, slots=True)
class Card:
    """A text and the buttons under it."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who and what is spoken of on cards."""

    shop: Shop
    chart: Chart
    people: tuple[Person, ...]

    def till(self, words: Words, key: str | None) -> str:
        """Name a till."""
        if key is None:
            return words.plain("transfer-somewhere")
        return self.chart[key].name(words.language) if key in self.chart else key

    def name(self, person_id: int | None) -> str:
        """Name a person."""
        return next((each.name for each in self.people if each.id == person_id), "?")


def surroundings(books: Books) -> Surroundings:
    """Look up who and what cards speak of."""
    return Surroundings(shop_of(books), books.accounts.chart(), books.people.all())


def question_card(
    books: Books, words: Words, transfer: Transfer, around: Surroundings, viewer: Person
) -> Card:
    """Ask whether a transfer has arrived, or tell what became of it and what the viewer can do."""
    if transfer.state is TransferState.SENT:
        return _open_card(books, words, transfer, around, viewer)
    asked = _asked(books, words, transfer, around)
    lines, said = [asked, _decided(words, transfer, around)], _said(transfer, around)
    rows: tuple[tuple[Button, ...], ...] = ()
    match transfer.state:
        case TransferState.RECEIVED:
            lines += _balance(books, words, transfer, transfer.to_till)
            rows = (_undo(words, transfer),)
        case TransferState.RETURNED:
            lines += _balance(books, words, transfer, transfer.from_till)
            rows = (_undo(words, transfer),)
        case TransferState.SHORT if may_find(transfer, viewer):
            found = _press(transfer, words.plain("button-was-found"), "open", tone=Tone.GOOD)
            rows = ((found,),)
        case TransferState.REFUSED:
            rows = missing_rows(words, transfer, around, viewer)
        case _:
            pass
    return Card("\n".join(lines), ((said,), *rows))


def _open_card(
    books: Books, words: Words, transfer: Transfer, around: Surroundings, viewer: Person
) -> Card:
    """Ask who is to say so whether a transfer has arrived; others see that it is on its way."""
    asked = asked_about(transfer, around.people, around.chart.tills)
    if any(viewer.id == each.id for each in asked):
        return Card(_asked(books, words, transfer, around), _ways_to_answer(words, transfer))
    back = _press(transfer, words.plain("button-back-in-till"), "back")
    may_return = may_take_back(transfer, viewer, around.chart.tills)
    return Card(line_of(words, transfer, around), ((back,),) if may_return else ())


def missing_rows(
    words: Words, transfer: Transfer, around: Surroundings, viewer: Person
) -> tuple[tuple[Button, ...], ...]:
    """Give what the viewer can say of cash that has not come, one row a kind."""
    people, tills = around.people, around.chart.tills
    rows: list[tuple[Button, ...]] = []
    if may_settle(transfer, viewer, people, tills):
        found = _press(transfer, words.plain("button-found"), "got", tone=Tone.GOOD)
        part = _press(transfer, words.plain("button-part-came"), "part")
        rows += [(found,), (part,)]
    if may_take_back(transfer, viewer, tills):
        rows.append((_press(transfer, words.plain("button-back-in-till"), "back"),))
    if may_write_off(transfer, viewer, people):
        short = _press(transfer, words.plain("button-write-off"), "short", tone=Tone.BAD)
        rows.append((short,))
    return tuple(rows)


def whole_of(books: Books, transfer: Transfer) -> Money | None:
    """Give what was sent in all, where a transfer is only a part of it."""
    parts = [
        each
        for each in books.transfers.of_sending(transfer.entry_number)
        if each.state is not TransferState.WITHDRAWN or each.id == transfer.id
    ]
    whole = sum((each.amount for each in parts), Money.zero(transfer.amount.currency))
    return None if whole == transfer.amount else whole


def open_button(words: Words, transfer: Transfer) -> Button:
    """Give the button that shows a transfer among others, with all that can be done about it."""
    label = words.plain("button-transfer-open", amount=transfer.amount)
    return _press(transfer, label, "show")


def _asked(books: Books, words: Words, transfer: Transfer, around: Surroundings) -> str:
    is_open, whole = transfer.state is TransferState.SENT, whole_of(books, transfer)
    message_id = "transfer-ask" if is_open else "transfer-was-sent"
    said = words(
        message_id if whole is None else "transfer-part-of",
        sender=around.name(transfer.sent_by),
        amount=transfer.amount,
        whole=whole or transfer.amount,
        source=around.till(words, transfer.from_till),
        till=around.till(words, transfer.to_till),
    )
    if whole is None or not is_open:
        return said
    return f"{said} {words('transfer-part-ask')}"


def _ways_to_answer(words: Words, transfer: Transfer) -> tuple[tuple[Button, ...], ...]:
    got = _press(transfer, words.plain("button-got-it"), "got", tone=Tone.GOOD)
    no = _press(transfer, words.plain("button-not-so"), "no", tone=Tone.BAD)
    part = _press(transfer, words.plain("button-part-came"), "part")
    return (got, no), (part,)


def which_till_card(
    words: Words, transfer: Transfer, tills: tuple[Account, ...], around: Surroundings
) -> Card:
    """Ask the sender to which till a transfer goes, or tell what became of it."""
    if transfer.to_till is not None or not transfer.is_on_the_way:
        return Card(line_of(words, transfer, around))
    buttons = [
        _press(transfer, each.name(words.language), "to", till=each.key)
        for each in tills
        if each.key != transfer.from_till
    ]
    rows = [
        tuple(buttons[place : place + TILLS_PER_ROW])
        for place in range(0, len(buttons), TILLS_PER_ROW)
    ]
    return Card(words("transfer-which", amount=transfer.amount), tuple(rows))


def got_button(words: Words, transfer: Transfer) -> Button:
    """Give the button that says of one transfer among others that it has arrived."""
    label = words.plain("button-got-amount", amount=transfer.amount)
    return _press(transfer, label, "got", tone=Tone.GOOD)


def line_of(words: Words, transfer: Transfer, around: Surroundings) -> str:
    """Tell a transfer in one line: how it stands, from where, to where, since when."""
    return words(
        f"transfer-line-{transfer.state}",
        amount=transfer.amount,
        source=around.till(words, transfer.from_till),
        till=around.till(words, transfer.to_till),
        sender=around.name(transfer.sent_by),
        at=around.shop.local(transfer.decided_at or transfer.sent_at),
    )


def kept_words(books: Books, words: Words, transfer: Transfer) -> str:
    """Say why an entry of a transfer that is settled stays as it is, and what to do."""
    return words(
        f"transfer-kept-{transfer.state}",
        name=surroundings(books).name(transfer.decided_by),
        amount=transfer.amount,
        number=str(transfer.arrival_number),
    )


def _decided(words: Words, transfer: Transfer, around: Surroundings) -> str:
    return words(
        f"transfer-decided-{transfer.state}",
        name=around.name(transfer.decided_by),
        source=around.till(words, transfer.from_till),
        at=around.shop.local(transfer.decided_at or transfer.sent_at),
    )


def _said(transfer: Transfer, around: Surroundings) -> Button:
    """Give the button that cannot be pressed: it says who decided, and when."""
    at = around.shop.local(transfer.decided_at or transfer.sent_at)
    mark = _MARKS.get(transfer.state, "✓")
    return Button(f"{mark} {around.name(transfer.decided_by)}, {at:%H:%M}", tone=Tone.OFF)


def _undo(words: Words, transfer: Transfer) -> tuple[Button, ...]:
    number = transfer.arrival_number or 0
    label = words.plain("button-undo-number", number=str(number))
    return (Button(label, data=UndoCallback(number=number, is_alone=False).pack()),)


def _balance(books: Books, words: Words, transfer: Transfer, key: str | None) -> list[str]:
    till = key or ""
    names = {each.key: each.name(words.language) for each in books.accounts.tills()}
    balance = books.balances.of(till, transfer.amount.currency)
    return [words("cash-line-till", till=names.get(till, till), balance=balance)]


def _press(
    transfer: Transfer, label: str, action: str, *, till: str = "-", tone: Tone = Tone.PLAIN
) -> Button:
    data = TransferCallback(
        transfer_id=transfer.id, revision=transfer.revision, action=action, till=till
    )
    return Button(label, data=data.pack(), tone=tone)
