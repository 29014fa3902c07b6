"""Who and what may reach which router.

Filters are coroutines, and not aiogram's magic ones: it gives each plain function a thread.
"""

from collections.abc import Awaitable, Callable

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


async def is_stranger(event: TelegramObject, person: Person | None = None) -> bool:
    """Let in who does not work here."""
    return not await is_known(event, person)


_FIGURES = frozenset("0123456789 .,xхXХ×*:=+;\n")


async def is_figures(message: Message) -> bool:
    """Let in figures with nothing beside them."""
    typed = message.text or ""
    return typed[:1].isdigit() and _FIGURES.issuperset(typed)


async def is_command(message: Message) -> bool:
    """Let in what starts with a slash."""
    return message.text is not None and message.text.startswith("/")


async def has_text(message: Message) -> bool:
    """Let in what was typed."""
    return message.text is not None


async def is_setting_up(
    _event: TelegramObject, person: Person | None = None, shop: Shop | None = None
) -> bool:
    """Let in the owner as long as the shop is not ready."""
    is_owner = person is not None and person.is_active and person.role is Role.OWNER
    return is_owner and shop is not None and not shop.is_ready


async def is_asked(
    message: Message, person: Person | None = None, shop: Shop | None = None
) -> bool:
    """Let in what somebody types who was asked to type something."""
    return (
        person is not None and person.expects is not None and await is_talk(message, person, shop)
    )


def expects(conversation: str) -> Callable[..., Awaitable[bool]]:
    """Make a filter that lets in what answers one conversation."""

    async def is_expected(_message: Message, person: Person) -> bool:
        return (person.expects or "").startswith(f"{conversation}:")

    return is_expected


async def is_talk(
    message: Message, person: Person | None = None, shop: Shop | None = None
) -> bool:
    """Let in what somebody of the shop types to the bot alone, be it under a picture.

    One filter and not five: this is the way of nearly every message there is.
    """
    typed = message.text or message.caption
    return (
        typed is not None
        and not typed.startswith("/")
        and await is_known(message, person)
        and await is_private(message)
        and not await is_setting_up(message, person, shop)
    )
