"""How the control API reads what it is asked, and shows chats."""

from aiohttp import web

from sandbox.errors import ControlError
from sandbox.world import Chat, JsonObject, Person, World

Asked = JsonObject


async def body_of(request: web.Request) -> Asked:
    """Read a JSON body.

    Raises:
        ControlError: it is no object.
    """
    try:
        asked = await request.json()
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        message = "a JSON object is expected"
        raise ControlError(message)
    return asked


def text_in(asked: Asked, name: str) -> str | None:
    """Give a text, if it is there."""
    value = asked.get(name)
    return None if value is None else str(value)


def number_in(asked: Asked, name: str) -> int | None:
    """Give a whole number, if it is there.

    Raises:
        ControlError: something else is.
    """
    value = asked.get(name)
    if value is None or value == "":
        return None
    try:
        return int(str(value))
    except ValueError:
        message = f"{name} must be a whole number"
        raise ControlError(message) from None


def numbers_in(asked: Asked, name: str) -> list[int]:
    """Give a list of whole numbers; nothing is an empty one."""
    values = asked.get(name)
    return [int(str(value)) for value in values] if isinstance(values, list) else []


def person_under(world: World, person_id: object) -> Person:
    """Find a person by what a request says.

    Raises:
        KeyError: there is none.
    """
    return world.people[int(str(person_id))]


def chat_under(world: World, key: object) -> Chat:
    """Find a chat by its key."""
    return world.by_key(str(key))


def chat_shown(chat: Chat) -> JsonObject:
    """Show a chat to the page and the driver."""
    bots = sorted(chat.bots)
    shown: JsonObject = {
        "key": chat.key,
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "is_forum": chat.is_forum,
        "member_ids": list(chat.members),
        "bot_ids": bots,
        "topics": [
            {"id": number, "name": name, "is_closed": number in chat.closed_topics}
            for number, name in chat.topics.items()
        ],
        "pinned": chat.pinned,
        "migrated_to": chat.upgraded_to,
    }
    if chat.is_private:
        shown |= {"bot_id": bots[0], "user_id": chat.id, "blocked": chat.is_blocked}
    return shown
