"""What the shop has taught: a list by pages, each word with a way to forget it."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import MemoryCallback
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.cash import CASH_RULES, CashDirection
from ledger.money import Money
from locales.words import Words, as_name, shorten
from parsing.memory.memory import Remembered
from services.cash.forget_word import forget_word, mark_of, taught
from services.cash.usual_amount import usual_amounts
from services.cash_types import NotAllowed
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books

PER_PAGE = 8
BUTTON_WORD_MAX = 24
"""A longer word is cut on its button; it stands in full in the list."""
_NO_WORD = "-"

router = Router(name="memory")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("memory"))
async def memory_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /memory."""
    chat_id = message.chat.id

    def show(books: Books) -> OutgoingMessage:
        if not person.may(Permission.RECORD_CASH):
            return OutgoingMessage(chat_id, words("not-allowed"))
        return _page(words, person, taught(books), chat_id=chat_id)

    await desk.finish(show)


@router.callback_query(MemoryCallback.filter())
async def memory_pressed(
    callback: CallbackQuery,
    callback_data: MemoryCallback,
    desk: Desk,
    person: Person,
    words: Words,
) -> None:
    """Turn a page, or forget a word and show the page without it."""
    chat_id, message_id = place_of(callback)

    def act(books: Books) -> OutgoingMessage:
        if not person.may(Permission.RECORD_CASH):
            return OutgoingMessage(chat_id, words("not-allowed"))
        if callback_data.mark != _NO_WORD:
            # A word that somebody else forgot meanwhile is simply not on the list any more.
            outcome = forget_word(books, callback_data.mark, person, desk.cause)
            if isinstance(outcome, NotAllowed):
                return OutgoingMessage(chat_id, words("not-allowed"))
        facts, page = taught(books), callback_data.page
        return _page(words, person, facts, chat_id=chat_id, page=page, edits=message_id)

    await desk.finish(act)


def _page(
    words: Words,
    person: Person,
    facts: Sequence[Remembered],
    *,
    chat_id: int,
    page: int = 0,
    edits: int | None = None,
) -> OutgoingMessage:
    if not facts:
        return OutgoingMessage(chat_id, words("memory-empty"), edits=edits)
    last = (len(facts) - 1) // PER_PAGE
    page = min(max(page, 0), last)
    shown = facts[page * PER_PAGE : (page + 1) * PER_PAGE]
    lines = [f"<b>{words('memory-title')}</b>", *(_line(words, fact) for fact in shown)]
    rows = []
    if person.may(Permission.UNDO_ANY):
        rows += [_button(_forget_label(words, fact), page, mark_of(fact)) for fact in shown]
    if page < last:
        rows.append(_button(words.plain("button-more"), page + 1))
    if page:
        rows.append(_button(words.plain("button-back"), page - 1))
    return OutgoingMessage(chat_id, "\n".join(lines), tuple(rows), edits=edits)


def _line(words: Words, fact: Remembered) -> str:
    """Say what a word stands for; the parts are plain, the line makes them harmless."""
    word = words.plain("memory-word", word=shorten(fact.word))
    return words("memory-line", word=word, meaning=" · ".join(_meaning(words, fact)))


def _meaning(words: Words, fact: Remembered) -> list[str]:
    parts = []
    if fact.counterparty:
        parts.append(shorten(as_name(fact.counterparty)))
    if fact.category is not None:
        parts.append(words.category(fact.category))
    if fact.direction is not None and _says_more(fact):
        parts.append(words.plain(f"memory-way-{fact.direction}"))
    parts.append(words.plain("memory-times", count=fact.times))
    return parts + _usually(words, fact)


def _says_more(fact: Remembered) -> bool:
    """Tell whether a direction is news beside its category: most that go both ways are spent."""
    if fact.category is None:
        return True
    is_spent = CashDirection.OUT in CASH_RULES[fact.category].directions
    return is_spent and fact.direction is CashDirection.IN


def _usually(words: Words, fact: Remembered) -> list[str]:
    """Say what is usual in each currency that enough is known of."""
    currencies = dict.fromkeys(amount.currency for amount in fact.amounts)
    found = (usual_amounts([fact], currency) for currency in currencies)
    return [_range(words, usual.least, usual.most) for usual in found if usual is not None]


def _range(words: Words, least: Money, most: Money) -> str:
    if least == most:
        return words.plain("memory-always", amount=least)
    return words.plain("memory-usually", least=least, most=most)


def _forget_label(words: Words, fact: Remembered) -> str:
    word = words.plain("memory-word", word=shorten(fact.word, BUTTON_WORD_MAX))
    return words.plain("button-forget", word=word)


def _button(label: str, page: int, mark: str = _NO_WORD) -> tuple[Button]:
    return (Button(label, data=MemoryCallback(page=page, mark=mark).pack()),)
