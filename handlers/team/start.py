"""The way in: a deep link, the owner's code, or back again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from aiogram import Bot, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from handlers.command_menu import show_menu
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import newcomer_of
from handlers.team.help import help_text
from handlers.team.set_up import set_up_question
from handlers.team.strangers import strangers_line
from locales.words import Words, words_of
from services.messages import Cause, OutgoingMessage
from services.people import Newcomer, Person
from services.ports import Books
from services.team.claim_ownership import WrongCode, claim_ownership, looks_like_code
from services.team.invite_person import AlreadyIn, BadInvitation, Joined, accept

router = Router(name="start")
router.message.filter(is_private)
codes = Router(name="first code")
codes.message.filter(is_private)


async def is_code(message: Message) -> bool:
    """Let in what could be the one-time code."""
    return message.text is not None and looks_like_code(message.text)


@dataclass(slots=True)
class Arrival:
    """Somebody at the door: who, where, in which words, and what became of him."""

    newcomer: Newcomer
    message: Message
    words: Words
    cause: Cause
    joined: list[Person] = field(default_factory=list)


@router.message(CommandStart(deep_link=True))
async def link_opened(
    message: Message, command: CommandObject, desk: Desk, words: Words, bot: Bot
) -> None:
    """Take in whoever opened a good invitation, or the owner by a link with the code."""
    token = command.args or ""
    step = _claim if looks_like_code(token) else _accept
    await _let_in(step, token, message, desk, words, bot)


@codes.message(is_code)
async def code_typed(message: Message, desk: Desk, words: Words, bot: Bot) -> None:
    """Make the owner of whoever types the right code."""
    await _let_in(_claim, message.text or "", message, desk, words, bot)


async def _let_in(
    step: Callable[[Books, str, Arrival], tuple[OutgoingMessage, ...]],
    token: str,
    message: Message,
    desk: Desk,
    words: Words,
    bot: Bot,
) -> None:
    if message.from_user is None:
        await desk.reply()
        return
    arrival = Arrival(newcomer_of(message.from_user), message, words, desk.cause)
    await desk.finish(lambda books: step(books, token, arrival))
    for person in arrival.joined:
        await show_menu(bot, person)


@router.message(CommandStart(), is_known)
async def came_back(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Greet who works here."""
    text = f"{words('welcome-back', name=person.name)}\n\n{help_text(words, person)}"

    def greet(books: Books) -> tuple[OutgoingMessage, ...]:
        asked = set_up_question(books, person, message.chat.id)
        return (asked,) if asked else (OutgoingMessage(message.chat.id, text),)

    await desk.finish(greet)


def _claim(books: Books, code: str, arrival: Arrival) -> tuple[OutgoingMessage, ...]:
    person = claim_ownership(books, code, arrival.newcomer, arrival.cause)
    match person:
        case WrongCode():
            return strangers_line(books, arrival.message, arrival.words, arrival.cause.at)
        case Person():
            arrival.joined.append(person)
            chat_id = arrival.message.chat.id
            said = words_of(person.language)("welcome-owner", name=person.name)
            asked = set_up_question(books, person, chat_id)
            welcome = OutgoingMessage(chat_id, said)
            return (welcome, asked) if asked else (welcome,)
        case _:
            assert_never(person)


def _accept(books: Books, token: str, arrival: Arrival) -> tuple[OutgoingMessage, ...]:
    chat_id, words = arrival.message.chat.id, arrival.words
    outcome = accept(books, token, arrival.newcomer, arrival.cause)
    match outcome:
        case BadInvitation(reason):
            return (OutgoingMessage(chat_id, words(f"invite-bad-{reason}")),)
        case AlreadyIn(person):
            role = words.role(person.role)
            return (OutgoingMessage(chat_id, words("invite-already", role=role)),)
        case Joined(person, inviter):
            arrival.joined.append(person)
            return (_welcome(person, chat_id), *_told(inviter, person))
        case _:
            assert_never(outcome)


def _welcome(person: Person, chat_id: int) -> OutgoingMessage:
    words = words_of(person.language)
    said = words("welcome-person", name=person.name, role=words.role(person.role))
    return OutgoingMessage(chat_id, f"{said}\n\n{help_text(words, person)}")


def _told(inviter: Person | None, person: Person) -> tuple[OutgoingMessage, ...]:
    if inviter is None:
        return ()
    words = words_of(inviter.language)
    said = words("invite-accepted", name=person.name, role=words.role(person.role))
    return (OutgoingMessage(inviter.telegram_id, said),)
