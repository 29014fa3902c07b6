"""What is in a person's till."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.cards import Setting, balance_lines
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from locales.words import Words
from services.people import Permission, Person
from services.shop import Shop
from services.till import till_balances

router = Router(name="till")
router.message.filter(is_private, is_known)


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
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /till."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    await show_till(desk, person, setting)
