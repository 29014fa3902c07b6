"""Cash between tills: a tap says where it goes, that it has arrived, or that it has not."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.callbacks import TransferCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known
from handlers.input import place_of
from handlers.transfer_cards import question_card, surroundings, which_till_card
from locales.words import Words
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.settle_transfer import (
    Pressed,
    Settled,
    TransferMoved,
    choose_till,
    receive_transfer,
    refuse_transfer,
)
from services.shop import Shop
from services.transfers import Transfer

router = Router(name="transfers")
router.callback_query.filter(is_known, TransferCallback.filter())


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
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    pressed = Pressed(callback_data.transfer_id, callback_data.revision)

    def act(books: Books) -> OutgoingMessage:
        match callback_data.action:
            case "got":
                outcome = receive_transfer(books, pressed, person, desk.cause)
            case "no":
                outcome = refuse_transfer(books, pressed, person, desk.cause)
            case _:
                outcome = choose_till(books, pressed, callback_data.till, person, desk.cause)
        is_question = callback_data.action != "to"
        return _shown(books, setting, outcome, message_id, is_question=is_question)

    await desk.finish(act)


def _shown(
    books: Books,
    setting: Setting,
    outcome: Settled,
    message_id: int | None,
    *,
    is_question: bool,
) -> OutgoingMessage:
    match outcome:
        case NotAllowed():
            return setting.say("not-allowed")
        case StaleAnswer():
            return setting.say("stale")
        case TransferMoved(transfer) | (Transfer() as transfer):
            around = surroundings(books)
            if is_question:
                card = question_card(books, setting.words, transfer, around)
            else:
                tills = books.accounts.tills()
                card = which_till_card(setting.words, transfer, tills, around)
            return setting.message(card.text, card.buttons, edits=message_id)
