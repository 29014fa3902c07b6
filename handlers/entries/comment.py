"""Say something of an entry: a tap asks, what is typed stays with the entry."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import CommentCallback
from handlers.cards import Setting, short_of
from handlers.desk import Desk
from handlers.entries.notices import notices
from handlers.filters import expects, is_asked, is_known
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from parsing.reading import files_itself
from services.cash_types import NotAllowed, NothingToUndo
from services.corrections.comment_entry import EntryCommented, comment_entry
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

COMMENT = "comment"
"""The conversation's name in what a person is expected to type."""
TEXT_MAX = 1_000
"""A longer text is no comment."""

router = Router(name="comment")
router.callback_query.filter(is_known, CommentCallback.filter())
typed = Router(name="a typed comment")
typed.message.filter(is_asked, expects(COMMENT))


@router.callback_query()
async def comment_pressed(
    callback: CallbackQuery,
    callback_data: CommentCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Ask for a comment, or leave it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    number = callback_data.number

    def act(books: Books) -> OutgoingMessage:
        if callback_data.is_left:
            books.expectations.expect(person.id, None)
            return setting.say("comment-left", edits=message_id)
        if not person.may(Permission.SEE_CASH_BOOK):
            return setting.say("not-allowed")
        posted = books.journal.find(number)
        if posted is None:
            return setting.say("nothing-to-undo")
        books.expectations.expect(person.id, f"{COMMENT}:{number}")
        leave = CommentCallback(number=number, is_left=True).pack()
        text = "\n".join((short_of(setting, posted), words("comment-ask")))
        button = Button(words.plain("button-never-mind"), data=leave)
        return setting.message(text, ((button,),))

    await desk.finish(act)


@typed.message()
async def comment_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Keep what was typed with the entry; a whole cash sentence is cash talk."""
    text = text_of(message).strip()
    is_cash = files_itself(Hearing(shop, lexicon, memory).read(message))
    if is_cash or not 0 < len(text) <= TEXT_MAX:
        raise SkipHandler
    number = int((person.expects or "").rpartition(":")[2])
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        books.expectations.expect(person.id, None)
        outcome = comment_entry(books, number, text, person, desk.cause)
        match outcome:
            case EntryCommented(posted):
                lines = (words("comment-kept"), short_of(setting, posted))
                kept = setting.message("\n".join(lines))
                return (kept, *notices(books, setting, outcome))
            case NotAllowed():
                return (setting.say("not-allowed"),)
            case NothingToUndo():
                return (setting.say("nothing-to-undo"),)

    await desk.finish(act)
