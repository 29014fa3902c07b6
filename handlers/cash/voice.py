"""Voice notes: listened to where a model is set, shown as they were heard, read back for a yes."""

import enum
from dataclasses import dataclass, replace
from typing import Protocol

from aiogram import Router
from aiogram.types import Audio, Message, Voice

from handlers.cards import Setting
from handlers.cash.replies import replies_to
from handlers.desk import Desk
from handlers.filters import is_known, is_private, is_setting_up
from handlers.hearing import Hearing
from handlers.input import typed_of
from handlers.results.today import show_day
from handlers.second_opinion import Adviser
from handlers.tills.till import show_till
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from parsing.reading import Question, QuestionTopic
from services.cash.record_cash import CashFiledInPart
from services.cash.take_spoken import Spoken, ToBeTyped, take_spoken
from services.cash_types import CashAsked, NotAllowed
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

SECONDS_MAX = 60
"""Cash is told in a breath; a longer recording is not listened to."""
_NAMES = {
    "audio/mpeg": "voice.mp3",
    "audio/mp3": "voice.mp3",
    "audio/mp4": "voice.m4a",
    "audio/m4a": "voice.m4a",
    "audio/x-m4a": "voice.m4a",
    "audio/wav": "voice.wav",
    "audio/x-wav": "voice.wav",
    "audio/webm": "voice.webm",
    "audio/flac": "voice.flac",
    "audio/x-flac": "voice.flac",
}
"""What a file of a kind is called; Telegram's own voice notes are Ogg."""


class NotHeard(enum.StrEnum):
    """Why nothing was heard in a recording."""

    OFF = "off"
    """Nobody listens here."""
    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"
    FAILED = "failed"
    """It could not be fetched or written down, or not in time."""
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Recording:
    """A voice note or sound file, as Telegram tells of it."""

    file_id: str
    name: str
    """What a file of its kind is called."""
    bytes_told: int | None


class Listener(Protocol):
    """Who hears what a recording says, or nobody."""

    @property
    def megabytes_max(self) -> int:
        """Say how large a recording may be."""

    async def listen(self, recording: Recording) -> str | NotHeard:
        """Say what is said in a recording, or why nothing was heard; bounded in time."""


class NoListener:
    """Nobody: voice notes are to be typed."""

    megabytes_max = 0

    async def listen(self, recording: Recording) -> str | NotHeard:
        """Hear nothing."""
        del recording
        return NotHeard.OFF


router = Router(name="voice")
router.message.filter(is_private, is_known)


async def has_voice(
    message: Message, person: Person | None = None, shop: Shop | None = None
) -> bool:
    """Let in a voice note or a sound file, once the shop is set up."""
    has_sound = message.voice is not None or message.audio is not None
    return has_sound and not await is_setting_up(message, person, shop)


@router.message(has_voice)
async def voice_came(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
    adviser: Adviser,
    listener: Listener,
) -> None:
    """Listen before the books are touched, then take what was said as drafts."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.RECORD_CASH):
        await desk.reply(setting.say("not-allowed"))
        return
    said = await _said_in(message, listener)
    if isinstance(said, NotHeard):
        await desk.reply(_asked_to_type(setting, message, said, listener))
        return
    # From here on it is as if the words had been typed.
    spoken = message.model_copy(update={"text": said})
    hearing = Hearing(shop, lexicon, memory)
    reading = hearing.read(spoken)
    match reading:
        case Question(QuestionTopic.TODAY):
            await show_day(desk, person, shop, setting)
            return
        case Question(QuestionTopic.BALANCE):
            await show_till(desk, person, setting)
            return
        case _:
            heard = await hearing.hear(spoken, reading, adviser)
    typed = typed_of(spoken, person)

    def take(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = take_spoken(books, typed, heard, desk.cause)
        return _replies(books, setting, spoken, outcome)

    await desk.finish(take)


async def _said_in(message: Message, listener: Listener) -> str | NotHeard:
    sound: Voice | Audio | None = message.voice or message.audio
    if sound is None or isinstance(listener, NoListener):
        return NotHeard.OFF
    if sound.duration > SECONDS_MAX:
        return NotHeard.TOO_LONG
    name = _NAMES.get(sound.mime_type or "", "voice.ogg")
    return await listener.listen(Recording(sound.file_id, name, sound.file_size))


def _asked_to_type(
    setting: Setting, message: Message, why: NotHeard, listener: Listener
) -> OutgoingMessage:
    match why:
        case NotHeard.TOO_LONG:
            text = setting.words("voice-too-long", seconds=SECONDS_MAX)
        case NotHeard.TOO_LARGE:
            text = setting.words("voice-too-large", megabytes=listener.megabytes_max)
        case _:
            text = setting.words(f"voice-{why}")
    return setting.message(text, reply_to=message.message_id)


def _replies(
    books: Books, setting: Setting, spoken: Message, outcome: Spoken
) -> tuple[OutgoingMessage, ...]:
    """Show what was heard, and ask about it, or say what came of it under the same words."""
    said, note = spoken.text or "", spoken.message_id
    match outcome:
        case NotAllowed():
            return (setting.say("not-allowed"),)
        case ToBeTyped():
            heard = setting.words("voice-heard-to-copy", text=said)
            text = "\n".join((heard, setting.words("voice-type-it")))
            return (setting.message(text, reply_to=note),)
        case CashAsked() | CashFiledInPart():
            heard = setting.words("voice-heard", text=said)
            asked = replies_to(books, setting, outcome)
            return (setting.message(heard, reply_to=note), *asked)
        case _:
            heard = setting.words("voice-heard", text=said)
            first, *others = replies_to(books, setting, outcome)
            shown = replace(first, text=f"{heard}\n{first.text}", reply_to=note)
            return (shown, *others)
