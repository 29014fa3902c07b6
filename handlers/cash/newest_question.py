"""What is typed answers the newest question: one about cash goes before an older one."""

from aiogram.types import Message

from handlers.desk import Desk
from handlers.hearing import Hearing
from handlers.subjects import subject_of, subjects_on
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from services.cash.newest_question import draft_asked_last
from services.cash.take_message import bare_answer
from services.people import Person
from services.shop import Shop


async def is_for_older(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> bool:
    """Let in what does not answer a question about cash that came after what was asked for.

    A reply to a card speaks of what the card is about, whichever question is the newest.
    """
    about = subjects_on(message.reply_to_message)
    if about:
        return subject_of(person.expects or "") in about
    chat_id, at = message.chat.id, message.date
    draft = await desk.read(lambda books: draft_asked_last(books, chat_id, person, at))
    if draft is None:
        return True
    hearing = Hearing(shop, lexicon, memory)
    heard = hearing.bare(message, hearing.read(message))
    return bare_answer(draft, message.text or "", heard) is None
