"""Methods about chats and who is in them."""

from sandbox.errors import BadRequestError
from sandbox.methods.call import Call
from sandbox.sandbox import member
from sandbox.world import Chat, JsonObject


def get_chat(call: Call) -> JsonObject:
    """Tell about a chat."""
    chat = call.chat()
    return call.sandbox.world.chat_object(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


def _member(call: Call, chat: Chat, user_id: int) -> JsonObject:
    world = call.sandbox.world
    if user_id in world.bots:
        status = "member" if user_id in chat.bots else "left"
        status = "administrator" if user_id in chat.admin_bots else status
        return member(world.bots[user_id].as_user(), status)
    person = world.people.get(user_id)
    if person is None:
        raise BadRequestError("user not found")
    return member(person.as_user(), chat.members.get(user_id, "left"))


def get_chat_member(call: Call) -> JsonObject:
    """Tell about a chat's member."""
    return _member(call, call.chat(), call.parameters.number("user_id") or 0)


def get_chat_administrators(call: Call) -> list[JsonObject]:
    """List who runs a chat."""
    chat = call.chat()
    if chat.is_private:
        raise BadRequestError("there are no administrators in the private chat")
    people = [
        person_id
        for person_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]
    return [_member(call, chat, user_id) for user_id in (*people, *chat.admin_bots)]


def get_chat_member_count(call: Call) -> int:
    """Count a chat's members."""
    chat = call.chat()
    return len(chat.members) + len(chat.bots)


def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = call.chat()
    if chat.is_private:
        raise BadRequestError("chat member status can't be changed in private chats")
    chat.bots.discard(call.bot.id)
    chat.admin_bots.discard(call.bot.id)
    call.sandbox.events.add("chat", chat.key)
    return True
