"""Who and what may reach which router.

Filters are coroutines, and not aiogram's magic ones: it gives each plain function a thread.
"""

from aiogram.types import CallbackQuery, Message, TelegramObject

from services.people import Person, Role
from services.shop import Shop


async def is_known(_event: TelegramObject, person: Person | None = None) -> bool:
    """Let in who works here."""
    return person is not None and person.is_active


async def is_private(event: Message | CallbackQuery) -> bool:
    """Let in what happens in a person's own chat with the bot."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == "private"


async def has_text(message: Message) -> bool:
    """Let in what was typed."""
    return message.text is not None


async def has_words(message: Message) -> bool:
    """Let in what was typed, be it under a picture."""
    return message.text is not None or message.caption is not None


async def is_setting_up(
    _event: TelegramObject, person: Person | None = None, shop: Shop | None = None
) -> bool:
    """Let in the owner as long as the shop is not ready."""
    is_owner = person is not None and person.is_active and person.role is Role.OWNER
    return is_owner and shop is not None and not shop.is_ready
