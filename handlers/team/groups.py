"""Groups: commands of people who are known, never cash talk; upgrades are followed."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.answers.asking import Asking, ask_outright
from handlers.cards import Setting
from handlers.command_menu import commands_of
from handlers.desk import Desk
from handlers.filters import is_command, is_known, is_private
from handlers.results.named_days import named_day, named_days
from handlers.results.question_reader import QuestionReader
from handlers.results.results import results_message
from handlers.results.today import show_day
from locales.words import Words
from parsing.questions.relative import unit_so_far
from services.alerts.alert_places import bind_alerts
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.team.leadership_chat import follow_upgrade, make_leadership

_OFF = frozenset({"off", "no", "ні", "нет", "-"})

router = Router(name="groups")


async def is_group(event: Message | CallbackQuery) -> bool:
    """Let in what happens in a group."""
    return not await is_private(event)


async def is_upgrade(message: Message) -> bool:
    """Let in the word that a group lives under a new id."""
    return message.migrate_to_chat_id is not None


router.message.filter(is_group)
router.edited_message.filter(is_group)


@router.message(is_upgrade)
async def group_upgraded(message: Message, desk: Desk) -> None:
    """Follow a group to the id that Telegram gave it."""
    new_chat_id = message.migrate_to_chat_id or 0

    def follow(books: Books) -> tuple[OutgoingMessage, ...]:
        follow_upgrade(
            books, old_chat_id=message.chat.id, new_chat_id=new_chat_id, cause=desk.cause
        )
        return ()

    await desk.finish(follow)


@router.message(Command("leadership"), is_known)
async def leadership_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Make this group the leadership chat."""
    chat_id, title = message.chat.id, message.chat.title or ""

    def make(books: Books) -> OutgoingMessage:
        refused = make_leadership(books, person, chat_id=chat_id, title=title, cause=desk.cause)
        if refused is not None:
            return only_to(message, person, words("not-allowed"))
        return OutgoingMessage(chat_id, words("leadership-made"), reply_to=message.message_id)

    await desk.finish(make)


@router.message(Command("alerts"), is_known)
async def alerts_asked(
    message: Message, command: CommandObject, desk: Desk, person: Person, words: Words
) -> None:
    """Have alerts told in this group, or in its topic; "off" lets go of it."""
    chat_id = message.chat.id
    thread_id = message.message_thread_id if message.is_topic_message else None
    is_off = (command.args or "").strip().casefold() in _OFF

    def bind(books: Books) -> OutgoingMessage:
        at = None if is_off else (chat_id, thread_id)
        if bind_alerts(books, person, at, desk.cause) is not None:
            return only_to(message, person, words("not-allowed"))
        said = words("alerts-unbound" if is_off else "alerts-bound")
        return OutgoingMessage(chat_id, said, reply_to=message.message_id, thread_id=thread_id)

    await desk.finish(bind)


@router.message(Command("today"), is_known)
async def today_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Tell a day in the leadership chat, to who may see it."""
    chat_id = message.chat.id
    leadership = await desk.read(lambda books: books.chats.leadership())
    if leadership != chat_id or not person.may(Permission.SEE_DAY):
        is_elsewhere = person.may(Permission.SEE_DAY)
        said = words("group-today-elsewhere" if is_elsewhere else "not-allowed")
        await desk.reply(only_to(message, person, said))
        return
    setting = Setting(words, chat_id, shop.day_of(message.date))
    day = named_day(command, setting.today, question_reader)
    if day is None:
        await desk.reply(only_to(message, person, words("today-how")))
        return
    await show_day(desk, person, shop, setting, day)


@router.message(Command("week", "month"), is_known)
async def unit_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Tell the week, the month or named days in the leadership chat, without what wages are in."""
    chat_id, now = message.chat.id, desk.cause.at
    setting = Setting(words, chat_id, shop.day_of(message.date))

    def look(books: Books) -> tuple[OutgoingMessage, ...]:
        if books.chats.leadership() != chat_id or not person.may(Permission.SEE_DAY):
            return ()
        so_far = unit_so_far(command.command, setting.today)
        days = named_days(command, setting.today, question_reader, so_far)
        if days is None:
            return (only_to(message, person, words("results-how")),)
        return (results_message(books, setting, days, now, hides_parts=True),)

    await desk.reply(*await desk.read(look))


@router.message(Command("ask"), is_known)
async def question_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer a question in the leadership chat; what wages could be read from goes apart."""
    chat_id = message.chat.id
    leadership = await desk.read(lambda books: books.chats.leadership())
    if leadership != chat_id or not person.may(Permission.SEE_DAY):
        await desk.reply()
        return
    setting = Setting(words, chat_id, shop.day_of(message.date), person)
    asking = Asking(shop, question_reader)
    await ask_outright(desk, asking, setting, person, command.args or "")


def only_to(message: Message, person: Person, text: str) -> OutgoingMessage:
    """Answer in a group so that nobody else is bothered, where Telegram knows how."""
    return OutgoingMessage(
        message.chat.id,
        text,
        reply_to=message.message_id,
        is_silent=True,
        only_for=person.telegram_id,
    )


async def is_ours(message: Message, person: Person | None = None) -> bool:
    """Let in a command that a person has in his own chat."""
    command = (message.text or "").partition(" ")[0].partition("@")[0].removeprefix("/")
    return person is not None and command in commands_of(person)


@router.message(is_command, is_known, is_ours)
async def command_elsewhere(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Say where a command is answered: silence looks like a bot that is down."""
    await desk.reply(only_to(message, person, words("group-elsewhere")))


@router.message()
async def anything_else(_message: Message, desk: Desk) -> None:
    """Keep out of a group's talk."""
    await desk.reply()


@router.edited_message()
async def anything_edited(_message: Message, desk: Desk) -> None:
    """Keep out of a group's talk."""
    await desk.reply()
