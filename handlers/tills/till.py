"""A person's till: what it has and what moved it, looked through, and tills opened and closed."""

import re
from typing import assert_never

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import TillCallback
from handlers.cards import Setting, balance_lines
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.tills.till_page import TillPage
from handlers.tills.transfer_cards import surroundings
from ledger.cash import CashCategory
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from services.cash_types import NotAllowed
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.tills.look_into_till import Ear, Look, look_into_till
from services.tills.open_till import (
    LastTill,
    NoSuchTill,
    TillAwaited,
    TillChange,
    TillClosed,
    TillNameTaken,
    TillNotEmpty,
    TillOpened,
    TooManyTills,
    close_till,
    open_till,
)
from services.tills.till import till_balances
from services.tills.till_book import Turn

CATEGORY_WORD_MIN = 3
"""So many letters of a category's name are needed to mean it."""
_CHANGE = re.compile(r"([+\-−–])\s+(\S.*)")

router = Router(name="till")
router.message.filter(is_private, is_known)
pages = Router(name="pages of a till")
pages.callback_query.filter(is_known, TillCallback.filter())


async def show_till(desk: Desk, person: Person, setting: Setting) -> None:
    """Tell what the person's till has now."""
    if not person.may(Permission.SEE_TILL):
        await desk.reply(setting.say("not-allowed"))
        return
    held = await desk.read(lambda books: till_balances(books, person))
    lines = balance_lines(setting, [held.till], held.till.key, held.balances)
    await desk.reply(setting.message("\n".join(lines)))


@router.message(Command("till"))
async def till_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /till: today's entries, those that are asked for, or a till opened or closed."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    asked = command.args or ""
    change = _CHANGE.fullmatch(asked.strip())
    if change is not None:
        act = open_till if change[1] == "+" else close_till
        await desk.finish(
            lambda books: _changed(setting, act(books, person, change[2], desk.cause))
        )
        return
    await _show(desk, person, setting, lexicon, Look(asked=asked))


@pages.callback_query()
async def page_pressed(
    callback: CallbackQuery,
    *,
    callback_data: TillCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Turn a page, or look into another till."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    turn = Turn(callback_data.number or None, callback_data.is_newer)
    look = Look(callback_data.till, callback_data.asked, turn)
    await _show(desk, person, setting, lexicon, look, edits=message_id)


async def _show(
    desk: Desk,
    person: Person,
    setting: Setting,
    lexicon: Lexicon,
    look: Look,
    *,
    edits: int | None = None,
) -> None:
    at = desk.cause.at
    ear = Ear(lexicon, lambda word: categories_like(setting.words, word))

    def see(books: Books) -> OutgoingMessage:
        view = look_into_till(books, person, look, ear, at)
        if isinstance(view, NotAllowed):
            return setting.say("not-allowed")
        page = TillPage(setting, person, surroundings(books), at)
        return page.message(look, view, edits=edits)

    # Looking changes nothing, and a long look shall not keep those waiting who write.
    await desk.reply(await desk.read(see))


def categories_like(words: Words, word: str) -> list[CashCategory]:
    """Give the categories whose names, or one of their words, begin like a word."""
    wanted = word.casefold()
    if len(wanted) < CATEGORY_WORD_MIN:
        return []
    return [
        category
        for category in CashCategory
        if any(part.startswith(wanted) for part in words.category(category).casefold().split())
    ]


def _changed(setting: Setting, outcome: TillChange) -> tuple[OutgoingMessage, ...]:
    """Say what became of a till, also to those who answer for another one now."""
    said = [setting.message(_said(setting.words, outcome))]
    if isinstance(outcome, TillClosed):
        for person in outcome.moved:
            words = words_of(person.language)
            text = words("team-told-till", till=outcome.first.name(words.language))
            said.append(OutgoingMessage(person.telegram_id, text))
    return tuple(said)


def _said(words: Words, outcome: TillChange) -> str:
    match outcome:
        case TillOpened(till, was_closed):
            message_id = "till-opened-again" if was_closed else "till-opened"
            return words(message_id, till=till.name(words.language), code=till.code)
        case TooManyTills():
            return words("till-too-many")
        case NoSuchTill(name):
            return words("till-unknown", till=name)
        case NotAllowed():
            return words("not-allowed")
        case TillClosed() | TillNameTaken() | TillNotEmpty() | TillAwaited() | LastTill():
            return words(_TILL_WORDS[type(outcome)], till=outcome.till.name(words.language))
        case _:
            assert_never(outcome)


_TILL_WORDS: dict[type[TillChange], str] = {
    TillClosed: "till-closed",
    TillNameTaken: "till-name-taken",
    TillNotEmpty: "till-not-empty",
    TillAwaited: "till-awaited",
    LastTill: "till-last",
}
