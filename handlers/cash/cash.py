"""What a person types about cash: filed, asked about, followed when it is edited."""

import datetime as dt

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.answers.asking import Asking, answer_asked, question_in
from handlers.approvals.approval_news import approval_news
from handlers.bank.bank_files import bank_file_came, is_bank_file
from handlers.callbacks import DraftCallback, UndoAllCallback, UndoCallback
from handlers.cards import Setting, undone_all_card
from handlers.cash.draft_replies import draft_replies
from handlers.cash.labels import with_label
from handlers.cash.questions import question
from handlers.cash.reactions import reacting
from handlers.cash.receipts import keep_with_words
from handlers.cash.refund_cards import sale_answer
from handlers.cash.replies import replies_to
from handlers.cash.still_asked import still_asked
from handlers.desk import Desk
from handlers.entries.gone_cards import cards_without
from handlers.entries.notices import notices
from handlers.filters import is_known, is_talk
from handlers.hearing import Hearing
from handlers.input import place_of, typed_of
from handlers.results.question_reader import QuestionReader
from handlers.results.today import show_day
from handlers.second_opinion import Adviser
from handlers.tills.till import show_till
from ledger.cash import CashCategory, CashDirection
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from parsing.reading import (
    NotAnEntry,
    Question,
    QuestionTopic,
    Unclear,
    Understood,
    files_itself,
)
from services.advances.told_of_advance import receipts_in
from services.cash.answer_draft import (
    CategoryAnswer,
    ConfirmAnswer,
    DateAnswer,
    DirectionAnswer,
    DraftAnswer,
    GivenAnswer,
    NotCashAnswer,
    answer_draft,
)
from services.cash.take_message import Heard, NoCash, take_message
from services.cash_types import EntryUndone, NothingToUndo, StaleAnswer
from services.corrections.amend_cash import amend_cash
from services.corrections.undo_entry import undo_entry
from services.corrections.undo_message import undo_message
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

router = Router(name="cash")
router.callback_query.filter(is_known)


@router.message()
async def cash_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
    adviser: Adviser,
    question_reader: QuestionReader,
) -> None:
    """Understand a message and file it, ask about it, or answer what it asks."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.RECORD_CASH):
        await desk.reply(setting.say("not-allowed"))
        return
    typed = typed_of(message, person)
    hearing = Hearing(shop, lexicon, memory)
    reading = hearing.read(message)
    if isinstance(reading, NotAnEntry | Question) and await is_bank_file(message, person):
        await bank_file_came(message, desk, person)
        return
    asking = Asking(shop, question_reader)
    asked = await question_in(desk, asking, setting, typed.text, reading)
    if asked is not None:
        await answer_asked(desk, setting, person, asked)
        return
    match reading:
        case Question(QuestionTopic.TODAY):
            await show_day(desk, person, shop, setting)
            return
        case Question(QuestionTopic.BALANCE):
            await show_till(desk, person, setting)
            return
        case _:
            pass
    heard = with_label(await hearing.hear(message, reading, adviser), words, typed.text)

    def take(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = take_message(books, typed, heard, lexicon, desk.cause)
        again = still_asked(setting) if isinstance(outcome, NoCash) else None
        if again is not None:
            return (again,)
        kept = keep_with_words(books, setting, message, person, outcome)
        said = replies_to(books, setting, outcome) if kept.instead is None else kept.instead
        said = reacting(books, setting, said, outcome, told_in=message.message_id)
        return (*said, *kept.beside)

    await desk.finish(take)


@router.edited_message(is_talk)
async def cash_edited(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Follow an edit: what was filed from the message is booked anew."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    typed, reading = typed_of(message, person), Hearing(shop, lexicon, memory).read(message)

    def follow(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = amend_cash(books, typed, reading, desk.cause)
        receipts = receipts_in(books, typed)
        match outcome:
            case NothingToUndo() if receipts is not None:
                return replies_to(books, setting, receipts)
            case NothingToUndo() if isinstance(reading, Understood | Unclear):
                heard = Heard(reading, None, None)
                taken = take_message(books, typed, heard, lexicon, desk.cause)
                said = replies_to(books, setting, taken)
                return reacting(books, setting, said, taken, told_in=message.message_id)
            case StaleAnswer() if not files_itself(reading):
                return (setting.say("amend-kept"), *approval_news(books))
            case NothingToUndo() | StaleAnswer():
                return approval_news(books)
            case _:
                said = replies_to(books, setting, outcome)
                return reacting(books, setting, said, outcome, told_in=message.message_id)

    await desk.finish(follow)


@router.callback_query(UndoCallback.filter())
async def undo_pressed(
    callback: CallbackQuery,
    callback_data: UndoCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take an entry back; its card becomes the word of it when it held nothing else."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    edits = message_id if callback_data.is_alone else None

    def undo(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = undo_entry(books, callback_data.number, person, desk.cause)
        return reacting(books, setting, replies_to(books, setting, outcome, edits=edits), outcome)

    await desk.finish(undo)


@router.callback_query(UndoAllCallback.filter())
async def undo_all_pressed(
    callback: CallbackQuery,
    callback_data: UndoAllCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take back all that a message told; what cannot be is told for itself."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def undo(books: Books) -> tuple[OutgoingMessage, ...]:
        outcomes = undo_message(books, callback_data.number, person, desk.cause)
        undone = [each for each in outcomes if isinstance(each, EntryUndone)]
        if not outcomes:
            return (setting.say("stale", edits=message_id),)
        said: list[OutgoingMessage] = []
        for each in outcomes:
            if not isinstance(each, EntryUndone):
                said += replies_to(books, setting, each)
        if undone:
            card = undone_all_card(books, setting, undone, edits=message_id)
            told = (note for each in undone for note in notices(books, setting, each))
            gone = cards_without(
                books, setting, [each.undone for each in undone], edits=message_id
            )
            said = [*reacting(books, setting, (card,), undone[-1]), *told, *gone, *said]
        return tuple(said)

    await desk.finish(undo)


@router.callback_query(DraftCallback.filter())
async def draft_answered(
    callback: CallbackQuery,
    *,
    callback_data: DraftCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take a tapped answer to what a draft lacks."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    answer = _answer(callback_data)

    def take(books: Books) -> tuple[OutgoingMessage, ...]:
        if answer is None:
            draft = books.drafts.find(callback_data.draft_id)
            if draft is None or draft.revision != callback_data.revision:
                return (setting.say("stale", edits=message_id),)
            page = int(callback_data.value)
            return (question(setting, draft, page=page, edits=message_id),)
        given = GivenAnswer(callback_data.draft_id, callback_data.revision, answer)
        outcome = answer_draft(books, given, person, lexicon, desk.cause)
        said = draft_replies(books, setting, given.draft_id, outcome, edits=message_id)
        return reacting(books, setting, said, outcome)

    await desk.finish(take)


def _answer(tapped: DraftCallback) -> DraftAnswer | None:
    """Read a tapped answer; None for turning a page."""
    match tapped.field:
        case "direction":
            return DirectionAnswer(CashDirection(tapped.value))
        case "category":
            return CategoryAnswer(CashCategory(tapped.value))
        case "date":
            return DateAnswer(dt.date.fromisoformat(tapped.value))
        case "confirm":
            return ConfirmAnswer()
        case "page":
            return None
        case _:
            return sale_answer(tapped) or NotCashAnswer()
