"""Cash between tills: a tap or words say where it goes, that it has come, wholly or in part."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import TransferCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_known
from handlers.input import place_of, text_of
from handlers.subjects import TRANSFER, transfer_on
from handlers.tills.transfer_cards import question_card, surroundings, which_till_card
from ledger.money import Money
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.arrivals import Arrival, Came, Lacks, Plainly, read_arrival
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import FILED, Cause, OutgoingMessage, Reaction
from services.people import Person
from services.ports import Books
from services.shop import Shop
from services.tills.settle_transfer import (
    NoSuchPart,
    Pressed,
    Settled,
    TransferMoved,
    choose_till,
    receive_transfer,
    refuse_transfer,
    reopen_transfer,
    return_transfer,
    write_off_transfer,
)
from services.tills.transfers import Transfer, may_settle

router = Router(name="transfers")
router.callback_query.filter(is_known, TransferCallback.filter())
typed = Router(name="typed how much of a transfer has come")
typed.message.filter(is_asked, expects(TRANSFER))


async def is_part_perhaps(message: Message) -> bool:
    """Let in what replies to the question, and two figures: nearly every message is neither."""
    return transfer_on(message.reply_to_message) is not None or _may_be_part(text_of(message))


replied = Router(name="typed in reply to whether a transfer has come, or of its own accord")
replied.message.filter(is_part_perhaps)

_ACTS: dict[str, Callable[[Books, Pressed, Person, Cause], Settled | NoSuchPart]] = {
    "got": receive_transfer,
    "no": refuse_transfer,
    "back": return_transfer,
    "short": write_off_transfer,
    "open": reopen_transfer,
}


@dataclass(frozen=True, slots=True)
class _Told:
    """Who says what of a transfer, where."""

    setting: Setting
    person: Person
    cause: Cause


@router.callback_query()
async def transfer_pressed(
    callback: CallbackQuery,
    *,
    callback_data: TransferCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what was tapped; the card tells how the transfer stands then, whoever was quicker."""
    chat_id, message_id = place_of(callback)
    told = _Told(Setting(words, chat_id, shop.day_of(desk.cause.at)), person, desk.cause)
    pressed = Pressed(callback_data.transfer_id, callback_data.revision)
    action = callback_data.action

    def act(books: Books) -> OutgoingMessage:
        if action == "part":
            return _how_much(books, told, pressed, message_id)
        if action == "show":
            shown = books.transfers.find(pressed.transfer_id)
            return _shown(books, told, shown or StaleAnswer(), None)
        if action in _ACTS:
            outcome = _ACTS[action](books, pressed, person, desk.cause)
            return _shown(books, told, outcome, message_id)
        chosen = choose_till(books, pressed, callback_data.till, person, desk.cause)
        return _chosen(books, told, chosen, message_id)

    await desk.finish(act)


@typed.message()
async def part_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take what was typed as how much has come; what is no such answer is cash talk."""
    number = (person.expects or "").partition(":")[2]
    arrival = read_arrival(text_of(message), currency=shop.base_currency, lexicon=lexicon)
    if arrival is None or not number.isdecimal():
        raise SkipHandler
    told = _Told(Setting(words, message.chat.id, shop.day_of(message.date)), person, desk.cause)
    said = arrival

    def take(books: Books) -> OutgoingMessage:
        books.expectations.expect(person.id, None)
        found = books.transfers.find(int(number))
        if found is None:
            return _shown(books, told, StaleAnswer(), None)
        return _filed(_answered(books, told, found, said), message)

    await desk.finish(take)


@replied.message()
async def arrival_told(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take "1,800 came", said in reply to the question, or "1,800 of 2,000" by itself."""
    number = transfer_on(message.reply_to_message)
    arrival = read_arrival(text_of(message), currency=shop.base_currency, lexicon=lexicon)
    if arrival is None or (number is None and not _is_part(arrival)):
        raise SkipHandler
    told = _Told(Setting(words, message.chat.id, shop.day_of(message.date)), person, desk.cause)
    said = arrival

    def look(books: Books) -> Transfer | None:
        if number is not None:
            return books.transfers.find(number)
        return _meant(books, books.transfers.on_the_way(), person, said)

    found = await desk.read(look)
    if found is None:
        raise SkipHandler
    transfer = found
    await desk.finish(lambda books: _filed(_answered(books, told, transfer, said), message))


def _filed(card: OutgoingMessage, message: Message) -> OutgoingMessage:
    """Have a card that tells what was said of a transfer stand by the message that said it."""
    if not card.buttons:
        return card
    return replace(card, reactions=(Reaction(message.message_id, FILED),))


def _may_be_part(text: str) -> bool:
    """Tell whether a text has two figures, as "1,800 of 2,000" has."""
    figures = "".join(sign if sign.isdecimal() or sign in ",. " else "|" for sign in text)
    return sum(any(sign.isdecimal() for sign in each) for each in figures.split("|")) > 1


def _is_part(arrival: Arrival) -> bool:
    return isinstance(arrival, Came) and arrival.whole is not None


def _meant(
    books: Books, coming: Iterable[Transfer], person: Person, arrival: Arrival
) -> Transfer | None:
    """Give the only transfer of a sum that somebody names, if he is to say whether it has come."""
    whole = arrival.whole if isinstance(arrival, Came) else None
    people, tills = books.people.all(), books.accounts.tills()
    same = [
        each for each in coming if each.amount == whole and may_settle(each, person, people, tills)
    ]
    return same[0] if len(same) == 1 else None


def _answered(books: Books, told: _Told, transfer: Transfer, arrival: Arrival) -> OutgoingMessage:
    """Do what somebody typed about whether a transfer has come."""
    pressed = Pressed(transfer.id, transfer.revision)
    if arrival is Plainly.PART:
        return _how_much(books, told, pressed, None)
    came = _came(transfer, arrival)
    if came is None:
        outcome: Settled | NoSuchPart = NoSuchPart(transfer)
    elif came:
        outcome = receive_transfer(books, pressed, told.person, told.cause, came)
    else:
        outcome = refuse_transfer(books, pressed, told.person, told.cause)
    return _shown(books, told, outcome, None)


def _came(transfer: Transfer, arrival: Arrival) -> Money | None:
    """Give how much came as somebody says; None when that cannot be of this transfer."""
    sent = transfer.amount
    match arrival:
        case Came(amount, whole) if whole in {None, sent}:
            return amount
        case Lacks(amount) if amount.currency == sent.currency and amount.minor <= sent.minor:
            return sent - amount
        case Plainly.ALL:
            return sent
        case Plainly():
            return Money.zero(sent.currency)
        case _:
            return None


def _how_much(
    books: Books, told: _Told, pressed: Pressed, message_id: int | None
) -> OutgoingMessage:
    """Ask how much of a transfer has come, or tell how it stands by now."""
    found = books.transfers.find(pressed.transfer_id)
    if found is None:
        return _shown(books, told, StaleAnswer(), None)
    if not may_settle(found, told.person, books.people.all(), books.accounts.tills()):
        return _shown(books, told, NotAllowed(), None)
    if not found.is_on_the_way or found.revision != pressed.revision:
        return _shown(books, told, TransferMoved(found), message_id)
    books.expectations.expect(told.person.id, f"{TRANSFER}:{found.id}")
    text = told.setting.words("transfer-how-much", amount=found.amount)
    return told.setting.message(text)


def _shown(
    books: Books, told: _Told, outcome: Settled | NoSuchPart, message_id: int | None
) -> OutgoingMessage:
    setting = told.setting
    match outcome:
        case NotAllowed():
            return setting.say("not-allowed")
        case StaleAnswer():
            return setting.say("stale")
        case NoSuchPart(transfer):
            books.expectations.expect(told.person.id, f"{TRANSFER}:{transfer.id}")
            return setting.message(setting.words("transfer-too-much", amount=transfer.amount))
        case TransferMoved(transfer) | (Transfer() as transfer):
            around = surroundings(books)
            card = question_card(books, setting.words, transfer, around, told.person)
            return setting.message(card.text, card.buttons, edits=message_id)


def _chosen(
    books: Books, told: _Told, outcome: Settled, message_id: int | None
) -> OutgoingMessage:
    match outcome:
        case TransferMoved(transfer) | (Transfer() as transfer):
            tills, words = books.accounts.tills(), told.setting.words
            card = which_till_card(words, transfer, tills, surroundings(books))
            return told.setting.message(card.text, card.buttons, edits=message_id)
        case _:
            return _shown(books, told, outcome, message_id)
