"""Cards of entries that were taken back since: they say so, and lose the buttons of those."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from handlers.callbacks import GoneEntryCallback, UndoCallback
from handlers.cards import Setting, entry_rows, short_of, struck_line
from ledger.journal import PostedEntry
from locales.words import Words, words_of
from parsing.annotation.segments import OPERATIONS_MAX
from services.cash_types import CashAmended, EntryUndone
from services.messages import Button, OutgoingMessage
from services.ports import Books
from services.posting import till_in

_IN_A_ROW = 4
_UNDO = f"{UndoCallback.__prefix__}{UndoCallback.__separator__}"


def keyed_card(card: OutgoingMessage, posted: Sequence[PostedEntry]) -> OutgoingMessage:
    """Let a card of new entries be found by them later."""
    return replace(card, dedupe_key=_key(posted[0].number)) if posted else card


def gone_cards(
    books: Books, setting: Setting, outcome: object, *, edits: int | None
) -> tuple[OutgoingMessage, ...]:
    """Change the cards of what an outcome took back; one that somebody has deleted stays away.

    Args:
        books: the open books.
        setting: where it happened.
        outcome: of a use case; most take nothing back.
        edits: the message that the answer takes the place of.
    """
    match outcome:
        case CashAmended(before=gone):
            pass
        case EntryUndone(undone=undone):
            gone = (undone,)
        case _:
            return ()
    return cards_without(books, setting, gone, edits=edits)


def cards_without(
    books: Books, setting: Setting, gone: Iterable[PostedEntry], *, edits: int | None
) -> tuple[OutgoingMessage, ...]:
    """Change each card of entries that were taken back once, however many of them it has."""
    cards = {card.dedupe_key: card for each in gone for card in _cards_of(books, each)}
    return tuple(
        replace(changed, edits_key=key, is_only_change=True)
        for key, card in cards.items()
        if key is not None and (edits is None or books.outbox.telegram_id_of(key) != edits)
        for changed in _changed(books, setting, card)
    )


def _cards_of(books: Books, posted: PostedEntry) -> Iterator[OutgoingMessage]:
    """Give the card of an entry, which is known by the first one that was filed with it."""
    last = posted.number
    keys = [_key(number) for number in range(max(last - OPERATIONS_MAX, 0) + 1, last + 1)]
    for card in books.outbox.of_keys(keys):
        if posted.number in _numbers_on(card):
            yield card


def _changed(books: Books, setting: Setting, card: OutgoingMessage) -> Iterator[OutgoingMessage]:
    """Show a card as its entries stand now, in the words of its chat."""
    there = setting
    if card.chat_id != setting.chat_id:
        person = books.people.by_telegram_id(card.chat_id)
        if person is None:
            return
        there = Setting(words_of(person.language), card.chat_id, setting.today)
    shown = [each for number in _numbers_on(card) if (each := books.journal.find(number))]
    now = {each.number: _now(books, each) for each in shown if each.reversed_by is not None}
    standing = [each.number for each in shown if each.number not in now]
    rows = (*entry_rows(there.words, standing), *_gone_rows(there.words, now))
    yield there.message("\n".join(_lines(there, shown, now)), rows)


def _lines(
    setting: Setting, shown: Sequence[PostedEntry], now: Mapping[int, int | None]
) -> Iterator[str]:
    for posted in shown:
        if posted.number not in now:
            yield short_of(setting, posted)
            continue
        struck = struck_line(setting, posted, till_in(posted) or "")
        became = now[posted.number]
        after = setting.words("cash-became", number=str(became)) if became else ""
        yield f"{struck} {after}".strip()


def _gone_rows(words: Words, now: Mapping[int, int | None]) -> tuple[tuple[Button, ...], ...]:
    """Lead to what became of each; a reply to the card still speaks of it by this."""
    buttons = [
        Button(
            words.plain("cash-line-number", number=str(became or number)),
            data=GoneEntryCallback(number=became or number).pack(),
        )
        for number, became in now.items()
    ]
    return tuple(tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW))


def _now(books: Books, posted: PostedEntry) -> int | None:
    """Give the number of what stands in the place of an entry that was taken back."""
    origin = posted.entry.origin
    tellings = books.journal.of_origin(origin.source, origin.external_id)
    return next((each.number for each in tellings if each.reversed_by is None), None)


def _numbers_on(card: OutgoingMessage) -> Iterable[int]:
    return [
        UndoCallback.unpack(button.data).number
        for row in card.buttons
        for button in row
        if button.data.startswith(_UNDO)
    ]


def _key(number: int) -> str:
    return f"card:{number}"
