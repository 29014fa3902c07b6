"""What people see of cash between tills: the question, what was decided, by whom and when."""

from dataclasses import dataclass

from handlers.callbacks import TransferCallback, UndoCallback
from ledger.accounts import Account, Chart
from locales.words import Words
from services.messages import Button, Tone
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.shop import Shop
from services.transfers import Transfer, TransferState

TILLS_PER_ROW = 2


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


def question_card(books: Books, words: Words, transfer: Transfer, around: Surroundings) -> Card:
    """Ask whether a transfer has arrived, or tell what became of it."""
    asked = words(
        "transfer-ask" if transfer.state is TransferState.SENT else "transfer-was-sent",
        sender=around.name(transfer.sent_by),
        amount=transfer.amount,
        source=around.till(words, transfer.from_till),
        till=around.till(words, transfer.to_till),
    )
    match transfer.state:
        case TransferState.SENT:
            got = _press(transfer, words.plain("button-got-it"), "got", tone=Tone.GOOD)
            no = _press(transfer, words.plain("button-not-so"), "no", tone=Tone.BAD)
            return Card(asked, ((got, no),))
        case TransferState.RECEIVED:
            lines = [asked, _decided(words, transfer, around), *_balance(books, words, transfer)]
            return Card("\n".join(lines), _received_buttons(words, transfer, around))
        case TransferState.REFUSED:
            text = f"{asked}\n{_decided(words, transfer, around)}"
            found = _press(transfer, words.plain("button-found"), "got", tone=Tone.GOOD)
            return Card(text, ((_said(transfer, around, "✗"),), (found,)))
        case TransferState.WITHDRAWN:
            text = f"{asked}\n{_decided(words, transfer, around)}"
            return Card(text, ((_said(transfer, around, "↩"),),))


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
    """Say why an entry of a received transfer stays as it is, and what to do."""
    return words(
        "transfer-kept",
        name=surroundings(books).name(transfer.decided_by),
        amount=transfer.amount,
        number=str(transfer.arrival_number),
    )


def _decided(words: Words, transfer: Transfer, around: Surroundings) -> str:
    return words(
        f"transfer-decided-{transfer.state}",
        name=around.name(transfer.decided_by),
        at=around.shop.local(transfer.decided_at or transfer.sent_at),
    )


def _said(transfer: Transfer, around: Surroundings, mark: str) -> Button:
    """Give the button that cannot be pressed: it says who decided, and when."""
    at = around.shop.local(transfer.decided_at or transfer.sent_at)
    return Button(f"{mark} {around.name(transfer.decided_by)}, {at:%H:%M}", tone=Tone.OFF)


def _received_buttons(
    words: Words, transfer: Transfer, around: Surroundings
) -> tuple[tuple[Button, ...], ...]:
    number = transfer.arrival_number or 0
    undo = Button(
        words.plain("button-undo-number", number=str(number)),
        data=UndoCallback(number=number, is_alone=False).pack(),
    )
    return ((_said(transfer, around, "✓"),), (undo,))


def _balance(books: Books, words: Words, transfer: Transfer) -> list[str]:
    till = transfer.to_till or ""
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
