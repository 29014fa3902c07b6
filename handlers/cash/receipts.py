"""Photos and documents: with cash words, in reply to them, in an album, or alone."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery, Document, Message, PhotoSize

from handlers.approvals.approval_news import refreshed_cards
from handlers.callbacks import ReceiptCallback
from handlers.cards import Setting, short_of
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.subjects import drafts_on, entries_on, payouts_on
from locales.words import Words, shorten
from services.cash.keep_receipt import (
    OneOfAlbum,
    ReceiptTied,
    WhichEntryProved,
    expect_words,
    key_of_entry,
    key_of_origin,
    message_key,
    served_receipt,
    take_along,
    take_receipt,
    tie_receipt,
    told_in,
)
from services.cash.receipt_ports import Receipt, ReceiptKind
from services.cash_types import NotAllowed, NothingToUndo
from services.messages import Attached, Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

NAME_MAX = 80
_HARMFUL = '\\/:*?"<>|'

router = Router(name="receipts")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


async def has_paper(message: Message) -> bool:
    """Let in a photo or a document."""
    return bool(message.photo) or message.document is not None


def receipt_of(message: Message, person: Person) -> Receipt | None:
    """Read the photo or document of a message; None when it has neither."""
    file: PhotoSize | Document
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        kind, file, name = ReceiptKind.PHOTO, largest, f"receipt-{message.message_id}.jpg"
    elif message.document is not None:
        kind, file = ReceiptKind.DOCUMENT, message.document
        name = file_name(message.document.file_name or f"receipt-{message.message_id}")
    else:
        return None
    return Receipt(
        id=0,
        told_in=None,
        chat_id=message.chat.id,
        message_id=message.message_id,
        album=message.media_group_id,
        person_id=person.id,
        kind=kind,
        name=name,
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        sent_at=message.date,
    )


@dataclass(frozen=True, slots=True)
class KeptWithWords:
    """What is to be said of a photo or document that came under words."""

    instead: tuple[OutgoingMessage, ...] | None = None
    """What to say instead of an answer to the words when they tell of nothing: "here it is"."""
    beside: tuple[OutgoingMessage, ...] = ()


def keep_with_words(
    books: Books, setting: Setting, message: Message, person: Person, outcome: object
) -> KeptWithWords:
    """Keep the photo or document that came under words with what the words led to.

    Args:
        books: the open books.
        setting: where it came.
        message: the photo or document with its words.
        person: who sent it.
        outcome: what the words came to.
    """
    proves = told_in(outcome, message.chat.id, message.message_id)
    if person.expects is not None and proves is not None:
        take_along(books, person, proves)
    receipt = receipt_of(message, person)
    if receipt is None:
        return KeptWithWords()
    if proves is not None:
        kept = take_receipt(books, receipt, person, proves=proves)
        return KeptWithWords(beside=tuple(_album_settled(setting, kept)))
    proves = _replied_key(books, message)
    said = _said(setting, message, take_receipt(books, receipt, person, proves=proves))
    return KeptWithWords(instead=said)


def _album_settled(setting: Setting, outcome: object) -> Iterator[OutgoingMessage]:
    """Put in place of the question about an album what its words say, if they came later."""
    match outcome:
        case ReceiptTied(receipt, _, is_answer=True):
            said = _tied(setting, outcome, edits=None)
            yield replace(said, edits_key=_album_key(receipt))
        case _:
            pass


def _album_key(receipt: Receipt) -> str | None:
    """Name the question about an album, so that it can be settled by a later picture of it."""
    return receipt.album and f"receipt-album:{receipt.chat_id}:{receipt.album}"


@router.message(has_paper)
async def paper_came(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Keep a photo or document that came without words."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    receipt = receipt_of(message, person)

    def keep(books: Books) -> tuple[OutgoingMessage, ...]:
        if receipt is None:
            return ()
        proves = _replied_key(books, message)
        outcome = take_receipt(books, receipt, person, proves=proves)
        return (*_said(setting, message, outcome), *_shown_anew(books, outcome))

    await desk.finish(keep)


def _shown_anew(books: Books, outcome: object) -> tuple[OutgoingMessage, ...]:
    """Give who decides on a payout the receipt of it that came now."""
    match outcome:
        case ReceiptTied(Receipt(told_in=str(key))) if (place := _place_in(key)) is not None:
            return refreshed_cards(books, *place)
        case _:
            return ()


def _place_in(key: str) -> tuple[int, int] | None:
    """Give the chat and the message that a key names, if it names any."""
    chat, _, message = key.partition("/")
    is_place = message.isdecimal() and chat.lstrip("-").isdecimal()
    return (int(chat), int(message)) if is_place else None


@router.callback_query(ReceiptCallback.filter())
async def receipt_pressed(
    callback: CallbackQuery,
    *,
    callback_data: ReceiptCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Tie a receipt to the entry that was tapped, wait for words, or show it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    receipt_id, number = callback_data.receipt_id, callback_data.number

    def act(books: Books) -> OutgoingMessage:
        match callback_data.what:
            case "tie":
                outcome = tie_receipt(books, receipt_id, number, person, desk.cause)
                return _tied(setting, outcome, edits=message_id)
            case "words":
                said = "receipt-type" if expect_words(books, receipt_id, person) else "stale"
                return setting.say(said, edits=message_id)
            case _:
                return _shown(setting, served_receipt(books, receipt_id, person))

    await desk.finish(act)


def _replied_key(books: Books, message: Message) -> str | None:
    """Name the message that a photo replies to: one with words, or a card of the bot."""
    replied = message.reply_to_message
    if replied is None:
        return None
    about = next(_told_on(books, replied), None)
    if about is not None:
        return about
    if replied.from_user is not None and replied.from_user.is_bot:
        return None
    return message_key(replied.chat.id, replied.message_id)


def _told_on(books: Books, card: Message) -> Iterator[str]:
    """Name the messages of which a card shows what they told, asked, or wait for."""
    for number in entries_on(card):
        posted = books.journal.find(number)
        if posted is not None:
            yield key_of_entry(posted)
    for draft in map(books.drafts.look_up, drafts_on(card)):
        if draft is not None and draft.chat_id == card.chat.id:
            yield message_key(draft.chat_id, draft.message_id)
    for waiting in (books.approvals.find(each.approval_id) for each in payouts_on(card)):
        if waiting is not None and waiting.chat_id == card.chat.id:
            yield key_of_origin(waiting.origin)


def _said(
    setting: Setting,
    message: Message,
    outcome: ReceiptTied | WhichEntryProved | OneOfAlbum | NotAllowed,
) -> tuple[OutgoingMessage, ...]:
    match outcome:
        case OneOfAlbum():
            return ()
        case ReceiptTied(receipt) if receipt.album is not None:
            # The message that the album came with is answered.
            return tuple(_album_settled(setting, outcome))
        case ReceiptTied() | NotAllowed():
            return (_tied(setting, outcome, edits=None),)
        case WhichEntryProved(receipt, likely):
            rows = [
                (
                    _button(
                        _label(short_of(setting, posted)),
                        ReceiptCallback(receipt_id=receipt.id, what="tie", number=posted.number),
                    ),
                )
                for posted in likely
            ]
            other = ReceiptCallback(receipt_id=receipt.id, what="words", number=0)
            rows.append((_button(setting.words.plain("button-receipt-words"), other),))
            said = "\n".join(_asked(setting, receipt))
            asked = setting.message(said, tuple(rows), reply_to=message.message_id)
            return (replace(asked, dedupe_key=_album_key(receipt)),)
        case _:
            assert_never(outcome)


def _asked(setting: Setting, receipt: Receipt) -> Iterator[str]:
    """Ask what a paper proves; a statement on paper may have been meant as one."""
    yield setting.words("receipt-which")
    viewer = setting.viewer
    is_document = receipt.kind is ReceiptKind.DOCUMENT
    if is_document and viewer is not None and viewer.may(Permission.IMPORT_STATEMENTS):
        yield setting.words("receipt-no-statement")


def _tied(
    setting: Setting, outcome: ReceiptTied | NotAllowed | NothingToUndo, *, edits: int | None
) -> OutgoingMessage:
    match outcome:
        case ReceiptTied(_, ()):
            return setting.say("receipt-kept", edits=edits)
        case ReceiptTied(_, entries):
            told = "\n".join(short_of(setting, each) for each in entries)
            text = "\n".join((setting.words("receipt-kept-with"), told))
            return setting.message(text, edits=edits)
        case NotAllowed():
            return setting.say("not-allowed")
        case NothingToUndo():
            return setting.say("stale", edits=edits)
        case _:
            assert_never(outcome)


def _shown(setting: Setting, served: Attached | NotAllowed | None) -> OutgoingMessage:
    match served:
        case Attached():
            text = setting.words("receipt-shown", name=served.name)
            return OutgoingMessage(setting.chat_id, text, document=served)
        case NotAllowed():
            return setting.say("not-allowed")
        case _:
            return setting.say("receipt-not-here")


def _label(line: str) -> str:
    """Make a line of a card into a button's plain label."""
    return shorten(html.unescape(line.replace("<b>", "").replace("</b>", "")))


def file_name(name: str) -> str:
    """Keep of a file's name what no file system trips over."""
    kept = "".join("_" if each in _HARMFUL or not each.isprintable() else each for each in name)
    return kept.strip(" .")[-NAME_MAX:] or "receipt"


def _button(label: str, data: ReceiptCallback) -> Button:
    return Button(label, data=data.pack())
