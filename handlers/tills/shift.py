"""A shift that ends or begins, told in words: the till is counted, handed over or taken."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from aiogram.types import Message

from handlers.desk import Desk
from handlers.tills.count import count_asked
from handlers.tills.handover import handover_asked
from handlers.tills.handover_cards import offer_card
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.shift import ShiftAct, read_shift
from services.cash.waits_for_person import waits_for_person
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

LENGTH_MAX = 80


async def is_shift(message: Message) -> bool:
    """Let in what tells of a shift by itself, in reply to nothing."""
    typed = message.text or ""
    is_alone = message.reply_to_message is None and len(typed) <= LENGTH_MAX
    return is_alone and read_shift(typed) is not None


router = Router(name="a shift that is told of")
router.message.filter(is_shift)


@router.message()
async def shift_told(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Begin the count, or the handover, as the command for it does."""
    told = read_shift(message.text or "")
    if told is None:
        raise SkipHandler
    match told.act:
        case ShiftAct.COUNT:
            command = CommandObject(command="count", args=told.figures)
            await count_asked(
                message,
                command=command,
                desk=desk,
                person=person,
                shop=shop,
                words=words,
                lexicon=lexicon,
            )
        case ShiftAct.GIVE:
            await handover_asked(message, desk=desk, person=person, words=words)
        case ShiftAct.TAKE:
            await desk.finish(lambda books: _offered(books, words, message, person))


def _offered(
    books: Books, words: Words, message: Message, person: Person
) -> tuple[OutgoingMessage, ...]:
    """Put the till that is offered to a person once more, or say how it comes to him."""
    waiting = waits_for_person(books, person, message.chat.id, message.date)
    if not waiting.handovers:
        return (OutgoingMessage(message.chat.id, words("handover-ask-giver")),)
    return tuple(offer_card(books, person, each) for each in waiting.handovers)
