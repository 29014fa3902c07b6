"""Close the books through a day: a checklist that fills itself, and two people's signatures."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from handlers.results.close_card import (
    closing_card,
    closing_news,
    explain_card,
    item_of,
    rate_card,
    signed_news,
)
from handlers.results.question_reader import QuestionReader
from handlers.results.result_callbacks import CloseCallback
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_date
from parsing.answers.rate import read_rate
from parsing.questions.marks import Vocabulary
from parsing.questions.periods import read_days_in_words
from services.cash_types import NotAllowed, StaleAnswer
from services.closing.close_books import (
    NotReady,
    OtherPersonNeeded,
    Signed,
    explain_item,
    give_rate,
    see_closing,
    sign_closing,
)
from services.closing.closing_ports import ClosingSeen, Part
from services.messages import Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

CLOSING = "closing"
"""The conversation's name in what a person is expected to type."""
EXCUSE_MIN, EXCUSE_MAX = 3, 500

router = Router(name="close")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_private, is_known)
typed = Router(name="a typed word on a closing")
typed.message.filter(is_asked, expects(CLOSING))

Seen = ClosingSeen | NotAllowed | StaleAnswer


@router.message(Command("close"))
async def close_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    question_reader: QuestionReader,
) -> None:
    """Answer /close with the checklist of the month before, or of the day or month it names."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.CLOSE_PERIOD):
        await desk.reply(setting.say("not-allowed"))
        return
    day = setting.today.replace(day=1) - dt.timedelta(days=1)
    if command.args:
        vocabulary = Vocabulary(question_reader.words, question_reader.lexicon)
        named = read_days_in_words(command.args, setting.today, vocabulary)
        said = read_date(command.args, now=shop.local(message.date), lexicon=lexicon)
        if said is None and named is None:
            await desk.reply(setting.say("close-how"))
            return
        day = said if said is not None else named.last if named is not None else day
    now = desk.cause.at
    await desk.finish(
        lambda books: _told(books, setting, day, see_closing(books, day, person, now))
    )


def _told(
    books: Books, setting: Setting, day: dt.date, seen: Seen, edits: int | None = None
) -> OutgoingMessage:
    match seen:
        case NotAllowed():
            return setting.say("not-allowed", edits=edits)
        case StaleAnswer():
            return setting.message(setting.words("close-no", day=day), edits=edits)
        case ClosingSeen():
            return closing_card(books, setting, seen, edits=edits)


@router.callback_query(CloseCallback.filter())
async def close_pressed(
    callback: CallbackQuery,
    callback_data: CloseCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Look again, ask for a word on an item, or sign."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    pressed = _Pressed(setting, person, callback_data, desk.cause, message_id)
    await desk.finish(pressed.act)


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A pressed button of a closing, and where and by whom."""

    setting: Setting
    person: Person
    data: CloseCallback
    cause: Cause
    edits: int | None

    @property
    def day(self) -> dt.date:
        return dt.date.fromisoformat(self.data.day)

    def act(self, books: Books) -> tuple[OutgoingMessage, ...]:
        match self.data.what:
            case "sign":
                return self._sign(books)
            case "excuse" | "rate":
                return (self._ask(books),)
            case "leave":
                books.expectations.expect(self.person.id, None)
                return (self.setting.say("close-left", edits=self.edits),)
            case _:
                return (self._show(books),)

    def _show(self, books: Books) -> OutgoingMessage:
        seen = see_closing(books, self.day, self.person, self.cause.at)
        return _told(books, self.setting, self.day, seen, self.edits)

    def _ask(self, books: Books) -> OutgoingMessage:
        seen = see_closing(books, self.day, self.person, self.cause.at)
        if not isinstance(seen, ClosingSeen) or seen.closing.closed_at is not None:
            return _told(books, self.setting, self.day, seen, self.edits)
        what, value = self.data.what, self.data.value
        books.expectations.expect(self.person.id, f"{CLOSING}:{self.day}:{what}:{value}")
        card = rate_card if what == "rate" else explain_card
        return card(books, self.setting, seen, value)

    def _sign(self, books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = sign_closing(books, self.day, Part(self.data.value), self.person, self.cause)
        match outcome:
            case Signed(seen):
                news = closing_news if outcome.is_closed else signed_news
                return (self._card(books, seen), *news(books, outcome, self.person))
            case NotReady(seen):
                return (self._card(books, seen), self.setting.say("close-not-ready"))
            case OtherPersonNeeded(seen):
                return (self._card(books, seen), self.setting.say("close-other-person"))
            case NotAllowed() | StaleAnswer():
                return (_told(books, self.setting, self.day, outcome, self.edits),)

    def _card(self, books: Books, seen: ClosingSeen) -> OutgoingMessage:
        return closing_card(books, self.setting, seen, edits=self.edits)


@typed.message()
async def word_typed(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Take an explanation of an item, or a rate."""
    _, ends_on, what, value = (person.expects or "").split(":", 3)
    day, text = dt.date.fromisoformat(ends_on), text_of(message).strip()
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    rate = read_rate(text)
    if what == "rate" and rate is None:
        raise SkipHandler
    if what != "rate" and not EXCUSE_MIN <= len(text) <= EXCUSE_MAX:
        raise SkipHandler

    def keep(books: Books) -> OutgoingMessage:
        books.expectations.expect(person.id, None)
        if what == "rate" and rate is not None:
            seen = give_rate(books, day, value, rate, person, desk.cause)
        else:
            seen = explain_item(books, day, item_of(value), text, person, desk.cause)
        return _told(books, setting, day, seen)

    await desk.finish(keep)
