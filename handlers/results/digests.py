"""Digests: /digest, where each chooses which and when, and what they tell."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk, Reads
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.charts import Kind, drawn
from handlers.results.report_callbacks import DigestCallback
from handlers.results.results import results_message
from handlers.results.today import day_message, own_till_message
from ledger.days import Days, month_later
from locales.words import Words, words_of
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.digest_ports import DigestKind
from services.results.digests import DueDigest, choose_digest, kinds_for
from services.shop import Shop

HOURS: Mapping[DigestKind, tuple[int, ...]] = {
    DigestKind.MORNING: (6, 7, 8, 9, 10, 11),
    DigestKind.EVENING: (17, 18, 19, 20, 21, 22),
    DigestKind.WEEK: (7, 8, 9, 10, 11, 12),
    DigestKind.MONTH: (7, 8, 9, 10, 11, 12),
}
"""What is offered; any other hour is nobody's."""
_ASK, _OFF, _BACK = "ask", "off", "back"
_DAY = dt.timedelta(days=1)
_WEEK_DAYS = 7

router = Router(name="digests")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("digest"))
async def digests_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /digest with what the person has chosen."""
    setting = Setting(words, message.chat.id, dt.date.min, person)
    await desk.reply(await desk.read(lambda books: _card(books, setting, person)))


@router.callback_query(DigestCallback.filter())
async def digest_pressed(
    callback: CallbackQuery,
    callback_data: DigestCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Ask for the hour of a digest, or keep it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, dt.date.min, person)
    kind, hour = DigestKind(callback_data.kind), callback_data.hour

    def act(books: Books) -> OutgoingMessage:
        if hour == _ASK and kind in kinds_for(person):
            return _hours(setting, kind, message_id)
        if hour in {_ASK, _BACK}:
            return _card(books, setting, person, edits=message_id)
        chosen = None if hour == _OFF else int(hour)
        if not choose_digest(books, person, shop, (kind, chosen), desk.cause):
            return setting.say("not-allowed")
        return _card(books, setting, person, edits=message_id)

    await desk.finish(act)


async def write_digest(
    reads: Reads, due: DueDigest, shop: Shop, now: dt.datetime
) -> Sequence[OutgoingMessage]:
    """Write what a digest tells its person: of the whole shop, or of the own till."""
    person, kind = due.person, due.choice.kind
    words = words_of(person.language)
    setting = Setting(words, person.telegram_id, shop.day_of(now), person)
    greeting = words(f"digest-{kind.value}-greeting")
    if kind in {DigestKind.MORNING, DigestKind.EVENING}:
        day = due.day if kind is DigestKind.EVENING else due.day - _DAY
        if person.may(Permission.SEE_DAY):
            told = await day_message(reads, setting, shop, day, now, is_dark=person.likes_dark)
        else:
            told = await reads.read(
                lambda books: own_till_message(books, person, shop, setting, day)
            )
        return (_greeted(greeting, told),)
    days = _days_before(kind, due.day)
    result = await reads.read(lambda books: results_message(books, setting, days, now))
    chart = Kind.FLOW if kind is DigestKind.WEEK else Kind.EXPENSES
    picture = await drawn(reads, setting, chart, days, now, is_dark=person.likes_dark)
    return _greeted(greeting, result), picture


def _days_before(kind: DigestKind, day: dt.date) -> Days:
    """Give the week, or the month, before the day on which a letter is due."""
    first = day - _WEEK_DAYS * _DAY if kind is DigestKind.WEEK else month_later(day, -1)
    return Days(first, day - _DAY)


def _greeted(greeting: str, told: OutgoingMessage) -> OutgoingMessage:
    return replace(told, text=f"{greeting}\n\n{told.text}")


def _card(
    books: Books, setting: Setting, person: Person, *, edits: int | None = None
) -> OutgoingMessage:
    words = setting.words
    chosen = {each.kind: each.hour for each in books.digests.of_person(person.id)}
    rows = []
    for kind in kinds_for(person):
        name, hour = words.plain(f"digest-{kind.value}"), chosen.get(kind)
        off = words.plain("digest-off")
        label = f"{name}: {off if hour is None else _clock(hour)}"
        rows.append((Button(label, data=_data(kind, _ASK)),))
    return setting.message(words("digest-card"), tuple(rows), edits=edits)


def _hours(setting: Setting, kind: DigestKind, edits: int | None) -> OutgoingMessage:
    words = setting.words
    buttons = [Button(_clock(hour), data=_data(kind, str(hour))) for hour in HOURS[kind]]
    last = (
        Button(words.plain("digest-none"), data=_data(kind, _OFF)),
        Button(words.plain("button-back"), data=_data(kind, _BACK)),
    )
    asked = words("digest-when", what=words.plain(f"digest-{kind.value}"))
    return setting.message(asked, (tuple(buttons[:3]), tuple(buttons[3:]), last), edits=edits)


def _data(kind: DigestKind, hour: str) -> str:
    return DigestCallback(kind=kind.value, hour=hour).pack()


def _clock(hour: int) -> str:
    return f"{hour}:00"
