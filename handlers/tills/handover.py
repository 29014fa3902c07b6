"""The change of shift: a till is handed from one person to the next."""

from typing import assert_never

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import HandoverCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.tills.count_cards import Counter, amounts, count_card, till_name
from handlers.tills.handover_cards import choose_card, name_of, offer_card, waits_card
from locales.words import Words, words_of
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.tills.count_types import CountShown
from services.tills.hand_over import (
    count_before_taking,
    offer_till,
    open_handover,
    take_till,
    who_can_take,
    withdraw_till,
)
from services.tills.handover_types import (
    Handover,
    HandoverBusy,
    HandoverOffered,
    HandoverTaken,
    HandoverWithdrawn,
    NobodyToTake,
)
from services.tills.till import till_of

Said = tuple[OutgoingMessage, ...]

router = Router(name="handover")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("handover"))
async def handover_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /handover with who could take the till, or with what it waits for."""
    chat_id = message.chat.id

    def ask(books: Books) -> OutgoingMessage:
        if not person.may(Permission.RECORD_CASH):
            return OutgoingMessage(chat_id, words("not-allowed"))
        waiting = open_handover(books, person, desk.cause)
        if waiting is not None:
            return _waiting(books, words, chat_id, person, waiting)
        people = who_can_take(books, person)
        return choose_card(books, words, chat_id, till_of(books, person), people)

    await desk.finish(ask)


@router.callback_query(HandoverCallback.filter())
async def handover_pressed(
    callback: CallbackQuery,
    *,
    callback_data: HandoverCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Offer the till, take it, count it first, or keep it."""
    chat_id, edits = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    counter = Counter(setting, person, shop, desk.cause)
    handover_id, revision = callback_data.handover_id, callback_data.revision

    def act(books: Books) -> Said:
        match callback_data.act:
            case "offer":
                return _offer(books, counter, callback_data.person_id, edits)
            case "take":
                return _take(books, counter, handover_id, revision, edits)
            case "count":
                return _count(books, counter, handover_id, revision, edits)
            case _:
                return _keep(books, counter, handover_id, edits)

    await desk.finish(act)


def _offer(books: Books, counter: Counter, taker_id: int, edits: int | None) -> Said:
    words, chat_id = counter.words, counter.setting.chat_id
    outcome = offer_till(books, counter.person, taker_id, counter.cause)
    match outcome:
        case HandoverOffered(handover):
            card = waits_card(books, words, chat_id, handover, edits=edits)
            taker = books.people.find(handover.taker_id)
            return (card,) if taker is None else (card, offer_card(books, taker, handover))
        case HandoverBusy(handover):
            return (_waiting(books, words, chat_id, counter.person, handover),)
        case NobodyToTake():
            till = till_of(books, counter.person)
            people = who_can_take(books, counter.person)
            return (choose_card(books, words, chat_id, till, people),)
        case NotAllowed():
            return (counter.setting.say("not-allowed"),)
        case _:
            assert_never(outcome)


def _take(
    books: Books, counter: Counter, handover_id: int, revision: int, edits: int | None
) -> Said:
    outcome = take_till(books, counter.person, handover_id, revision, counter.cause)
    match outcome:
        case HandoverTaken(handover):
            return (_taken(books, counter, handover, edits), *_told(
                books, handover.giver_id, handover, "handover-told-taken"
            ))  # fmt: skip
        case HandoverOffered(handover, has_moved):
            return (offer_card(books, counter.person, handover, has_moved=has_moved, edits=edits),)
        case _:
            return (_not_taken(books, counter, outcome, edits),)


def _count(
    books: Books, counter: Counter, handover_id: int, revision: int, edits: int | None
) -> Said:
    outcome = count_before_taking(books, counter.person, handover_id, revision, counter.cause)
    if not isinstance(outcome, CountShown):
        return (_not_taken(books, counter, outcome, edits),)
    till = till_name(books, counter.words, outcome.count.till)
    begun = counter.setting.message(counter.words("handover-counting", till=till), edits=edits)
    giver = books.people.find(outcome.count.answerable_id)
    handover = books.handovers.find(handover_id)
    card = count_card(books, counter, outcome.count)
    if giver is None or handover is None:
        return (begun, card)
    told = waits_card(books, words_of(giver.language), giver.telegram_id, handover)
    return (begun, card, told)


def _keep(books: Books, counter: Counter, handover_id: int, edits: int | None) -> Said:
    outcome = withdraw_till(books, counter.person, handover_id, counter.cause)
    match outcome:
        case HandoverWithdrawn(handover):
            till = till_name(books, counter.words, handover.till)
            text = counter.words("handover-kept", till=till)
            kept = counter.decided(text, edits=edits)
            return (kept, *_told(books, handover.taker_id, handover, "handover-told-kept"))
        case StaleAnswer():
            return (counter.setting.say("stale"),)
        case NotAllowed():
            return (counter.setting.say("not-allowed"),)
        case _:
            assert_never(outcome)


def _not_taken(
    books: Books,
    counter: Counter,
    outcome: HandoverWithdrawn | StaleAnswer | NotAllowed,
    edits: int | None,
) -> OutgoingMessage:
    match outcome:
        case HandoverWithdrawn(handover):
            till = till_name(books, counter.words, handover.till)
            name = name_of(books, handover.giver_id)
            text = counter.words("handover-is-over", till=till, name=name)
            return counter.setting.message(text, edits=edits)
        case StaleAnswer():
            return counter.setting.say("stale")
        case NotAllowed():
            return counter.setting.say("not-allowed")
        case _:
            assert_never(outcome)


def _taken(
    books: Books, counter: Counter, handover: Handover, edits: int | None
) -> OutgoingMessage:
    words = counter.words
    text = words(
        "handover-taken",
        till=till_name(books, words, handover.till),
        balances=amounts(words, handover.balances),
    )
    return counter.decided(text, edits=edits)


def _told(books: Books, person_id: int, handover: Handover, message_id: str) -> Said:
    """Tell the other side, in his language, what became of the handover."""
    person = books.people.find(person_id)
    if person is None or not person.is_active:
        return ()
    words = words_of(person.language)
    till = till_name(books, words, handover.till)
    if message_id == "handover-told-kept":
        name = name_of(books, handover.giver_id)
        return (OutgoingMessage(person.telegram_id, words(message_id, name=name, till=till)),)
    said = words(
        message_id,
        name=name_of(books, handover.taker_id),
        till=till,
        balances=amounts(words, handover.balances),
    )
    return (OutgoingMessage(person.telegram_id, said),)


def _waiting(
    books: Books, words: Words, chat_id: int, person: Person, handover: Handover
) -> OutgoingMessage:
    """Show a handover that is open: to its giver with a way back, to others as it is."""
    if handover.giver_id == person.id:
        return waits_card(books, words, chat_id, handover)
    said = words(
        "handover-busy",
        giver=name_of(books, handover.giver_id),
        till=till_name(books, words, handover.till),
        taker=name_of(books, handover.taker_id),
    )
    return OutgoingMessage(chat_id, said)
