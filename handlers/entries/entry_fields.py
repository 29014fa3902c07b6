"""Put one field of a posted entry right: a tap asks, a tap or what is typed answers."""

import datetime as dt
import re

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import EntryCallback
from handlers.cards import Setting, entry_card, short_of
from handlers.cash.labels import category_labelled
from handlers.cash.replies import replies_to
from handlers.desk import Desk
from handlers.entries.category_buttons import categories_going, category_rows
from handlers.filters import expects, is_asked, is_known
from handlers.hearing import ANSWER_WORDS_MAX, Hearing
from handlers.input import place_of, text_of, typed_of
from ledger.cash import CashCategory, CashDirection
from ledger.journal import PostedEntry
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount, read_date
from parsing.memory.memory import ShopMemory
from parsing.reading import NotAnEntry, Understood
from services.cash.see_entry import may_see
from services.cash_types import TypedCash
from services.corrections.change_entry import (
    ENTRY,
    Expected,
    NewValue,
    change_entry,
    expect_value,
    expected_value,
    still_told,
)
from services.corrections.correct_cash import draft_of
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import till_in
from services.shop import Shop

NAME_MAX = 60
"""A longer text is no name."""
_NOT_A_SUM = re.compile(r"0+(?:[.,]0*)?|[-–—−]\s*[\d .,]+|[\d .,]{10,}")
"""Nought, a figure with a minus, one that is too long."""
_LIKE_A_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?")

router = Router(name="entry fields")
router.callback_query.filter(is_known, EntryCallback.filter())
typed = Router(name="a typed field of an entry")
typed.message.filter(is_asked, expects(ENTRY))


@router.callback_query()
async def field_pressed(
    callback: CallbackQuery,
    *,
    callback_data: EntryCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Ask for a field of an entry, or take the value that was tapped.

    A card may be older than the till that its reader answers for now.
    """
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    number, value = callback_data.number, _value(callback_data)

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        found = still_told(books, number)
        if not isinstance(found, PostedEntry):
            return replies_to(books, setting, found)
        if not may_see(books, found, person):
            return (setting.say("not-allowed"),)
        if value is not None:
            by_tap = TypedCash(person, chat_id, message_id or 0, "", desk.cause.at)
            outcome = change_entry(books, by_tap, number, value, lexicon, desk.cause)
            return replies_to(books, setting, outcome)
        return (_asked(books, setting, person, found, callback_data, message_id),)

    await desk.finish(act)


@typed.message()
async def field_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take what was typed as the field that was asked for; anything else is cash talk."""
    asked = expected_value(person)
    if asked is None:
        raise SkipHandler
    hearing = Hearing(shop, lexicon, memory)
    value = _typed(asked, message, hearing, words)
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if value is None and _is_slip(asked, message, hearing):
        await desk.finish(lambda books: _asked_again(books, setting, asked.number, asked.field))
        return
    if value is None:
        raise SkipHandler
    told = typed_of(message, person)
    await desk.finish(
        lambda books: replies_to(
            books,
            setting,
            change_entry(books, told, asked.number, value, lexicon, desk.cause),
        )
    )


def _value(pressed: EntryCallback) -> NewValue | None:
    """Read a tapped value; None when the tap only asks."""
    match pressed.field, pressed.value:
        case _, "-":
            return None
        case "category", code:
            return CashCategory(code)
        case "date", day:
            return dt.date.fromisoformat(day)
        case _:
            return None


def _is_slip(asked: Expected, message: Message, hearing: Hearing) -> bool:
    """Tell whether a text can only be a slip in what was asked for: 0, a 35th day, "bread"."""
    text = text_of(message).strip()
    if asked.field == "amount":
        return _NOT_A_SUM.fullmatch(text) is not None
    if asked.field == "date" and _LIKE_A_DAY.fullmatch(text) is not None:
        return True
    is_short = len(text.split()) <= ANSWER_WORDS_MAX
    return is_short and isinstance(hearing.read(message), NotAnEntry)


def _asked_again(books: Books, setting: Setting, number: int, field: str) -> OutgoingMessage:
    """Say what is no answer, and ask once more."""
    posted, words = books.journal.find(number), setting.words
    if posted is None:
        return setting.say("stale")
    lines = (words(f"entry-no-{field}"), short_of(setting, posted))
    keep = _button(number, words.plain("button-leave"), "keep", "-")
    rows = _categories(words, posted, 0) if field == "category" else ()
    return setting.message("\n".join(lines), (*rows, (keep,)))


def _typed(asked: Expected, message: Message, hearing: Hearing, words: Words) -> NewValue | None:
    text, lexicon, now = (
        text_of(message).strip(),
        hearing.lexicon,
        hearing.shop.local(message.date),
    )
    match asked.field:
        case "amount":
            return read_amount(text, currency=hearing.shop.base_currency, lexicon=lexicon)
        case "date":
            return read_date(text, now=now, lexicon=lexicon)
        case "category":
            said = hearing.what(text, now)
            told = None if said is None else said.change.category
            return category_labelled(words, text) or told
        case _:
            reading = hearing.read(message)
            has_letters = any(letter.isalpha() for letter in text)
            is_name = has_letters and len(text) <= NAME_MAX and not isinstance(reading, Understood)
            return text if is_name else None


def _asked(
    books: Books,
    setting: Setting,
    person: Person,
    posted: PostedEntry,
    pressed: EntryCallback,
    message_id: int | None,
) -> OutgoingMessage:
    """Ask for a field; a category is chosen from pages on the same message."""
    words = setting.words
    match pressed.field:
        case "menu":
            return entry_card(books, setting, posted) or setting.say("nothing-to-undo")
        case "keep":
            books.expectations.expect(person.id, None)
            return setting.say("entry-kept", edits=message_id)
        case "category" | "page":
            is_turn = pressed.field == "page"
            expect_value(books, person, "category", posted.number)
            page = int(pressed.value) if is_turn and pressed.value.isdecimal() else 0
            rows = _categories(words, posted, page)
            edits = message_id if is_turn else None
        case field:
            expect_value(books, person, field, posted.number)
            rows = _days(setting, posted.number) if field == "date" else ()
            edits = None
    asked = "category" if pressed.field == "page" else pressed.field
    text = "\n".join((short_of(setting, posted), words(f"entry-ask-{asked}")))
    keep = _button(posted.number, words.plain("button-leave"), "keep", "-")
    return setting.message(text, (*rows, (keep,)), edits=edits)


def _categories(words: Words, posted: PostedEntry, page: int) -> tuple[tuple[Button, ...], ...]:
    till = till_in(posted)
    direction: CashDirection | None = None if till is None else draft_of(posted, till).direction
    return category_rows(
        words,
        categories_going(direction),
        page,
        button=lambda label, field, value: _button(posted.number, label, field, value),
    )


def _days(setting: Setting, number: int) -> tuple[tuple[Button, ...], ...]:
    yesterday = setting.today - dt.timedelta(days=1)
    label = setting.words.plain
    return (
        (
            _button(number, label("button-today"), "date", str(setting.today)),
            _button(number, label("button-yesterday"), "date", str(yesterday)),
        ),
    )


def _button(number: int, label: str, field: str, value: str) -> Button:
    return Button(label, data=EntryCallback(number=number, field=field, value=value).pack())
