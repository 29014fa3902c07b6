"""Who works here: the list, invitations, roles, tills, leaving."""

from typing import assert_never

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.callbacks import InviteCallback, TeamCallback
from handlers.command_menu import show_menu
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from locales.words import Words, words_of
from services.cash_types import NotAllowed
from services.messages import Button, Cause, OutgoingMessage
from services.people import Permission, Person, Role
from services.ports import Books
from services.shop import Shop
from services.team.invite_person import Invited, invite
from services.team.manage_team import (
    LastOwner,
    NoSuchPerson,
    assign_till,
    change_role,
    remove,
    team,
)

router = Router(name="team")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("team"))
async def team_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /team."""
    if not person.may(Permission.MANAGE_TEAM):
        await desk.reply(OutgoingMessage(message.chat.id, words("not-allowed")))
        return
    await desk.finish(lambda books: _list(books, words, message.chat.id))


@router.message(Command("invite"))
async def invite_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /invite."""
    if not person.may(Permission.MANAGE_TEAM):
        await desk.reply(OutgoingMessage(message.chat.id, words("not-allowed")))
        return
    buttons = tuple(
        (Button(words.role(role), data=InviteCallback(role=role.value).pack()),) for role in Role
    )
    await desk.reply(OutgoingMessage(message.chat.id, words("invite-role"), buttons))


@router.callback_query(InviteCallback.filter())
async def role_chosen(
    callback: CallbackQuery,
    *,
    callback_data: InviteCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    bot: Bot,
) -> None:
    """Make the link."""
    chat_id, message_id = place_of(callback)
    role = Role(callback_data.role)
    # The link names the bot, which only Telegram can tell: it is asked before the books are open.
    address = await create_start_link(bot, "")

    def make(books: Books) -> OutgoingMessage:
        outcome = invite(books, person, role, desk.cause)
        match outcome:
            case NotAllowed():
                return OutgoingMessage(chat_id, words("not-allowed"))
            case Invited(token, _, expires_at):
                link = f"{address}{token}"
                said = words(
                    "invite-link",
                    role=words.role(role),
                    link=link,
                    expires=shop.local(expires_at),
                )
                return OutgoingMessage(
                    chat_id,
                    said,
                    ((Button(words.plain("button-copy-link"), copies=link),),),
                    edits=message_id,
                )
            case _:
                assert_never(outcome)

    await desk.finish(make)


@router.callback_query(TeamCallback.filter())
async def person_changed(
    callback: CallbackQuery,
    callback_data: TeamCallback,
    desk: Desk,
    person: Person,
    words: Words,
    bot: Bot,
) -> None:
    """Show a person, or change him."""
    chat_id, message_id = place_of(callback)
    changed: list[Person] = []

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        if not person.may(Permission.MANAGE_TEAM):
            return (OutgoingMessage(chat_id, words("not-allowed")),)
        if callback_data.action == "list":
            return (_list(books, words, chat_id, edits=message_id),)
        if callback_data.action == "show":
            return (_card(books, words, chat_id, callback_data.person_id, message_id),)
        said, whom = _change(books, words, person, callback_data, desk.cause)
        changed.extend(whom)
        back = ((_button(words.plain("button-back"), 0, "list"),),)
        news = [_news(books, each, callback_data.action) for each in whom if each.id != person.id]
        return (OutgoingMessage(chat_id, said, back, edits=message_id), *news)

    await desk.finish(act)
    for each in changed:
        await show_menu(bot, each)


def _change(
    books: Books, words: Words, actor: Person, tapped: TeamCallback, cause: Cause
) -> tuple[str, tuple[Person, ...]]:
    """Do what was tapped; give the words for it and whom it changed."""
    outcome: Person | NotAllowed | NoSuchPerson | LastOwner
    match tapped.action:
        case "role":
            outcome = change_role(books, actor, tapped.person_id, Role(tapped.value), cause)
            said = "team-role-changed"
        case "till":
            outcome = assign_till(books, actor, tapped.person_id, tapped.value, cause)
            said = "team-till-changed"
        case _:
            outcome = remove(books, actor, tapped.person_id, cause)
            said = "team-removed"
    match outcome:
        case Person():
            return _told(books, words, said, outcome), (outcome,)
        case NotAllowed():
            return words("not-allowed"), ()
        case NoSuchPerson():
            return words("team-gone"), ()
        case LastOwner():
            return words("team-last-owner"), ()
        case _:
            assert_never(outcome)


def _told(books: Books, words: Words, message_id: str, person: Person) -> str:
    match message_id:
        case "team-role-changed":
            return words(message_id, name=person.name, role=words.role(person.role))
        case "team-till-changed":
            tills = {till.key: till.name(words.language) for till in books.accounts.tills()}
            return words(message_id, name=person.name, till=tills.get(person.till or "", ""))
        case _:
            return words(message_id, name=person.name)


def _news(books: Books, person: Person, action: str) -> OutgoingMessage:
    """Tell a person what has changed for him, in his language."""
    words = words_of(person.language)
    match action:
        case "role":
            said = words("team-told-role", role=words.role(person.role))
        case "till":
            tills = {till.key: till.name(words.language) for till in books.accounts.tills()}
            said = words("team-told-till", till=tills.get(person.till or "", ""))
        case _:
            said = words("team-told-removed")
    return OutgoingMessage(person.telegram_id, said)


def _list(
    books: Books, words: Words, chat_id: int, *, edits: int | None = None
) -> OutgoingMessage:
    tills = {till.key: till.name(words.language) for till in books.accounts.tills()}
    lines, rows = [f"<b>{words('team-title')}</b>"], []
    for each in team(books):
        role = words.role(each.role)
        if each.till in tills:
            till = tills[each.till]
            lines.append(words("team-line", name=each.name, role=role, till=till))
        else:
            lines.append(words("team-line-plain", name=each.name, role=role))
        rows.append((_button(each.name, each.id, "show"),))
    return OutgoingMessage(chat_id, "\n".join(lines), tuple(rows), edits=edits)


def _card(
    books: Books, words: Words, chat_id: int, person_id: int, edits: int | None
) -> OutgoingMessage:
    found = books.people.find(person_id)
    if found is None or not found.is_active:
        return OutgoingMessage(chat_id, words("team-gone"))
    roles = [
        (_button(words.plain("button-role", role=words.role(role)), found.id, "role", role.value),)
        for role in Role
        if role is not found.role
    ]
    tills = [
        (
            _button(
                words.plain("button-till", till=till.name(words.language)),
                found.id,
                "till",
                till.key,
            ),
        )
        for till in books.accounts.tills()
        if till.key != found.till
    ]
    leave = (_button(words.plain("button-remove"), found.id, "remove"),)
    back = (_button(words.plain("button-back"), 0, "list"),)
    said = words("team-person", name=found.name, role=words.role(found.role))
    return OutgoingMessage(chat_id, said, (*roles, *tills, leave, back), edits=edits)


def _button(label: str, person_id: int, action: str, value: str = "-") -> Button:
    data = TeamCallback(person_id=person_id, action=action, value=value)
    return Button(label, data=data.pack())
