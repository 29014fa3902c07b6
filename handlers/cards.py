"""What a person sees of an entry: what was understood, the till's balance, a way back."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.callbacks import EntryCallback, OpenEntryCallback, UndoAllCallback, UndoCallback
from handlers.copying import deposit_rows
from handlers.entries.accountant_rows import accountant_rows
from handlers.entries.entry_history import history_lines
from handlers.entries.entry_notes import advance_buttons, entry_notes
from ledger.accounts import Account
from ledger.advances import is_of_advances
from ledger.cash import TRANSFERS, CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from locales.words import Words, as_name, shorten
from services.cash_types import CashRecorded, EntryUndone
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import balances_after, till_in


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and in which words a card is shown."""

    words: Words
    chat_id: int
    today: dt.date
    viewer: Person | None = None
    """Who looks at it, which decides what he can do there; None is as anybody."""

    def message(
        self,
        text: str,
        buttons: tuple[tuple[Button, ...], ...] = (),
        *,
        edits: int | None = None,
        reply_to: int | None = None,
    ) -> OutgoingMessage:
        """Build a message to this chat."""
        return OutgoingMessage(
            self.chat_id, text, buttons, edits=edits, reply_to=None if edits else reply_to
        )

    def say(self, message_id: str, *, edits: int | None = None) -> OutgoingMessage:
        """Build a message of words without arguments."""
        return self.message(self.words(message_id), edits=edits)


def recorded_card(
    books: Books,
    setting: Setting,
    recorded: CashRecorded,
    *,
    before: Sequence[PostedEntry] = (),
    edits: int | None = None,
    is_news: bool = True,
) -> OutgoingMessage:
    """Show what was filed, with a button to take it back; in place of the question about it.

    What it took the place of is shown struck out.
    """
    words = setting.words
    lines = [words("cash-amended")] if before else []
    lines.extend(struck_line(setting, posted, recorded.till) for posted in before)
    for posted in recorded.posted:
        lines.append(_operation(setting, posted, recorded.till))
        details = _details(setting, posted)
        if details:
            lines.append(details)
    lines.extend(slip_line(words, recorded.posted))
    lines.extend(entry_notes(books, words, recorded.posted, before))
    lines.extend(remembered_line(words, recorded.remembered))
    if is_news:
        lines.extend(below_zero_lines(words, recorded, before))
    lines.extend(balance_lines(setting, books.accounts.tills(), recorded.till, recorded.balances))
    match recorded.posted:
        case (only,):
            own = entry_buttons(words, only.number, setting.viewer)
            buttons = (*own, *advance_buttons(words, only), *deposit_rows(books, words, only))
        case several:
            buttons = entry_rows(words, [posted.number for posted in several])
    return setting.message("\n".join(lines), buttons, edits=edits)


def entry_card(books: Books, setting: Setting, posted: PostedEntry) -> OutgoingMessage | None:
    """Show one entry by itself with all that can be done to it; None when it moved no till."""
    till = till_in(posted)
    if till is None:
        return None
    shown = CashRecorded((posted,), till, balances_after(books, [posted], till))
    card = recorded_card(books, setting, shown, is_news=False)
    return replace(card, text="\n".join((card.text, *history_lines(books, setting.words, posted))))


def entry_buttons(
    words: Words, number: int, viewer: Person | None = None
) -> tuple[tuple[Button, ...], ...]:
    """Give the ways to take an entry back or to put it right, as far as the viewer has them."""

    def change(field: str, label: str) -> Button:
        data = EntryCallback(number=number, field=field, value="-").pack()
        return Button(words.plain(label), data=data)

    undo = Button(
        words.plain("button-undo"), data=UndoCallback(number=number, is_alone=True).pack()
    )
    return (
        (undo, change("amount", "button-amount"), change("date", "button-date")),
        (change("category", "button-category"), change("counterparty", "button-counterparty")),
        *accountant_rows(words, number, viewer),
    )


def short_of(setting: Setting, posted: PostedEntry) -> str:
    """Tell an entry in one line, to be spoken of."""
    till = till_in(posted)
    parts = [] if till is None else [_operation(setting, posted, till)]
    if till is None and is_of_advances(posted.entry):
        words, entry = setting.words, posted.entry
        amount = next(leg.amount for leg in entry.postings if leg.amount.minor > 0)
        parts = [words("cash-accounted", amount=amount, category=words.category(entry.category))]
    return " · ".join((*parts, _details(setting, posted)))


def open_button(words: Words, number: int) -> Button:
    """Make the button that shows an entry by itself."""
    label = words.plain("cash-line-number", number=str(number))
    return Button(label, data=OpenEntryCallback(number=number).pack())


def entry_rows(words: Words, numbers: Iterable[int]) -> tuple[tuple[Button, ...], ...]:
    """Give the ways to take back and to put right each of several entries on a card."""
    return tuple(_row_of(words, number) for number in numbers)


def _row_of(words: Words, number: int) -> tuple[Button, ...]:
    """Give the buttons of one of several entries on a card."""
    undo = UndoCallback(number=number, is_alone=False).pack()
    change = EntryCallback(number=number, field="menu", value="-").pack()
    return (
        Button(words.plain("button-undo-number", number=str(number)), data=undo),
        Button(words.plain("button-change-number", number=str(number)), data=change),
    )


def undone_card(
    books: Books, setting: Setting, undone: EntryUndone, *, edits: int | None
) -> OutgoingMessage:
    """Show that an entry was taken back."""
    amount = abs(_on_till(undone.undone, undone.till))
    lines = [
        setting.words("cash-undone", number=str(undone.undone.number), amount=amount),
        *entry_notes(books, setting.words, (), (undone.undone,)),
        *balance_lines(setting, books.accounts.tills(), undone.till, undone.balances),
    ]
    return setting.message("\n".join(lines), edits=edits)


def undone_all_card(
    books: Books, setting: Setting, undone: Sequence[EntryUndone], *, edits: int | None
) -> OutgoingMessage:
    """Show that several entries were taken back, and what the tills have after the last."""
    balances = {each.till: each.balances for each in undone}
    tills = books.accounts.tills()
    lines = [
        setting.words(
            "cash-undone",
            number=str(each.undone.number),
            amount=abs(_on_till(each.undone, each.till)),
        )
        for each in undone
    ]
    for till, money in balances.items():
        lines += balance_lines(setting, tills, till, money)
    return setting.message("\n".join(lines), edits=edits)


def which_card(
    setting: Setting, entries: Sequence[PostedEntry], *, are_all: bool = False
) -> OutgoingMessage:
    """Ask which of several entries is meant; each, or all, can be taken back right there."""
    words = setting.words
    lines, rows = [words("ask-which-all" if are_all else "ask-which")], []
    for posted in entries:
        till = till_in(posted)
        if till is None:
            continue
        lines.append(short_of(setting, posted))
        label = words.plain("button-undo-number", number=str(posted.number))
        rows.append(
            (Button(label, data=UndoCallback(number=posted.number, is_alone=False).pack()),)
        )
    if are_all and len(rows) > 1:
        label = words.plain("button-undo-all", count=len(rows))
        data = UndoAllCallback(number=entries[0].number).pack()
        rows.append((Button(label, data=data),))
    return setting.message("\n".join(lines), tuple(rows))


def balance_lines(
    setting: Setting, tills: Iterable[Account], till: str, balances: Iterable[Money]
) -> list[str]:
    """Tell what a till has now, a line a currency."""
    names = {each.key: each.name(setting.words.language) for each in tills}
    return [
        setting.words("cash-line-till", till=names.get(till, till), balance=balance)
        for balance in balances
    ]


def below_zero_lines(
    words: Words, recorded: CashRecorded, before: Sequence[PostedEntry]
) -> Iterator[str]:
    """Ask what is missing where a till has gone below zero by this; where it was there, nothing.

    No till holds less than nothing: some cash came in that nobody entered.
    """
    for balance in recorded.balances:
        moved = _moved(recorded.posted, recorded.till, balance.currency)
        was = balance.minor - moved + _moved(before, recorded.till, balance.currency)
        if balance.minor < 0 <= was:
            yield words("till-below-zero", balance=balance)


def _moved(entries: Iterable[PostedEntry], till: str, currency: str) -> int:
    """Add up what entries did to a till, in minor units."""
    return sum(
        leg.amount.minor
        for each in entries
        for leg in each.entry.postings
        if leg.account == till and leg.amount.currency == currency
    )


def slip_line(words: Words, posted: Iterable[PostedEntry]) -> list[str]:
    """Ask for the bank's slip, in a line if anything was carried there."""
    is_deposit = any(each.entry.category == CashCategory.BANK_DEPOSIT for each in posted)
    return [words("deposit-slip")] if is_deposit else []


def remembered_line(words: Words, remembered: Sequence[str]) -> list[str]:
    """Tell which words were understood as the shop has taught, in a line if there are any."""
    if not remembered:
        return []
    quoted = ", ".join(words.plain("memory-word", word=shorten(word)) for word in remembered)
    return [words("cash-line-remembered", words=quoted)]


def _operation(setting: Setting, posted: PostedEntry, till: str) -> str:
    moved = _on_till(posted, till)
    category = posted.entry.category
    way = "in" if moved.minor > 0 else "out"
    kind = f"cash-moved-{way}" if category in TRANSFERS else f"cash-{way}"
    return setting.words(kind, amount=abs(moved), category=setting.words.category(category))


def struck_line(setting: Setting, posted: PostedEntry, till: str) -> str:
    """Tell an entry that something else took the place of."""
    moved = _on_till(posted, till)
    return setting.words(
        "cash-was-in" if moved.minor > 0 else "cash-was-out",
        amount=abs(moved),
        category=setting.words.category(posted.entry.category),
        number=str(posted.number),
    )


def _details(setting: Setting, posted: PostedEntry) -> str:
    entry, words = posted.entry, setting.words
    parts = [words("cash-line-number", number=str(posted.number))]
    if entry.counterparty:
        parts.append(words("cash-line-counterparty", name=as_name(entry.counterparty)))
    if entry.order_reference:
        parts.append(words("cash-line-order", order=entry.order_reference))
    if entry.belongs_on is not None:
        parts.append(words("cash-line-belongs", day=entry.belongs_on))
    elif entry.booked_on != setting.today:
        parts.append(words("cash-line-day", day=entry.booked_on))
    return " · ".join(parts)


def _on_till(posted: PostedEntry, till: str) -> Money:
    return next(leg.amount for leg in posted.entry.postings if leg.account == till)
