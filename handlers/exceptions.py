"""/exceptions: what needs a person, the gravest first, and what he does about it."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import ExceptionCallback
from handlers.cards import Setting
from handlers.desk import Desk, Replies
from handlers.exception_cards import (
    EXCEPTION,
    ask_card,
    chain_card,
    item_card,
    list_card,
    people_card,
    raw_card,
)
from handlers.exception_news import given_news
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from ledger.documents import DocumentKind
from locales.words import Words
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions import ExceptionSeen, list_exceptions, see_exception
from services.messages import Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.resolve_exception import (
    AboveLimit,
    Resolved,
    assign_exception,
    explain_exception,
    link_exception,
    snooze_exception,
    unlink_exception,
    write_off,
)
from services.see_record import raw_of_record
from services.shop import Shop

TEXT_MAX = 500
RAW_RECORDS_MAX = 3
_PUT_OFF = {"day": 1, "week": 7}

router = Router(name="exceptions")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, ExceptionCallback.filter())
typed = Router(name="something typed of an exception")
typed.message.filter(is_asked, expects(EXCEPTION))

Outcome = Resolved | NotAllowed | StaleAnswer | AboveLimit


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody goes through exceptions in one card."""

    books: Books
    setting: Setting
    person: Person
    cause: Cause
    card: int | None = None

    def press(self, pressed: ExceptionCallback) -> Replies:
        """Do what a button says."""
        self.books.expectations.expect(self.person.id, None)
        if pressed.what == "list":
            page = int(pressed.value) if pressed.value.isdecimal() else 0
            return self.list(page)
        seen = see_exception(self.books, pressed.item_id, self.person)
        if not isinstance(seen, ExceptionSeen):
            return self.setting.say("not-allowed" if seen else "exception-gone")
        if pressed.what == "give":
            return self._give(seen.item.id, pressed.value)
        return self._show(seen, pressed) or self._act(seen, pressed)

    def _give(self, item_id: int, to: str) -> Replies:
        """Give it to somebody, who is shown it."""
        to_id = int(to) if to.isdecimal() else 0
        outcome = assign_exception(self.books, item_id, to_id, self.person, self.cause)
        told = outcome.item if isinstance(outcome, Resolved) else None
        news = () if told is None else given_news(self.books, told, self.person)
        return (self.done(item_id, outcome), *news)

    def list(self, page: int = 0) -> OutgoingMessage:
        """Show what is open."""
        listed = list_exceptions(self.books, self.person, self.cause.at)
        if isinstance(listed, NotAllowed):
            return self.setting.say("not-allowed")
        return list_card(self.books, self.setting, listed, page, edits=self.card)

    def show(self, item_id: int, said: str = "") -> OutgoingMessage:
        """Show one as it stands now."""
        seen = see_exception(self.books, item_id, self.person)
        if not isinstance(seen, ExceptionSeen):
            return self.setting.say("not-allowed" if seen else "exception-gone")
        return item_card(self.books, self.setting, seen, said=said, edits=self.card)

    def done(self, item_id: int, outcome: Outcome) -> OutgoingMessage:
        """Show what came of an act."""
        words = self.setting.words
        match outcome:
            case NotAllowed():
                return self.setting.say("not-allowed")
            case StaleAnswer():
                return self.show(item_id, words("stale"))
            case AboveLimit(limit):
                return self.show(item_id, words("exception-above-limit", limit=limit))
            case Resolved(item):
                return self.show(item.id)

    def _show(self, seen: ExceptionSeen, pressed: ExceptionCallback) -> OutgoingMessage | None:
        """Show what a button leads to; None when it is one that changes something."""
        item, card = seen.item, self.card or 0
        match pressed.what:
            case "show":
                return self.show(item.id)
            case "chain":
                return chain_card(self.books, self.setting, item, edits=card)
            case "raw":
                told = [raw_of_record(self.books, each) for each in item.records[:RAW_RECORDS_MAX]]
                return raw_card(self.setting, item.id, [each for each in told if each], card)
            case "assign":
                people = self.books.people.all()
                return people_card(self.setting, item.id, people, edits=card)
            case "explain" | "other":
                self.books.expectations.expect(
                    self.person.id, f"{EXCEPTION}:{pressed.what}:{item.id}"
                )
                asked = f"exception-ask-{pressed.what}"
                return ask_card(self.setting, item.id, asked, edits=card)
            case _:
                return None

    def _act(self, seen: ExceptionSeen, pressed: ExceptionCallback) -> OutgoingMessage:
        books, item, person, cause = self.books, seen.item, self.person, self.cause
        value = int(pressed.value) if pressed.value.isdecimal() else 0
        match pressed.what:
            case "link" if value < len(item.candidates):
                candidate = item.candidates[value]
                return self.done(item.id, link_exception(books, item.id, candidate, person, cause))
            case "unlink" if 0 < value < len(item.records):
                record = item.records[value]
                return self.done(item.id, unlink_exception(books, item.id, record, person, cause))
            case "off":
                return self.done(item.id, write_off(books, item.id, person, cause))
            case "day" | "week":
                until = self.setting.today + dt.timedelta(days=_PUT_OFF[pressed.what])
                return self.done(item.id, snooze_exception(books, item.id, until, person, cause))
            case _:
                return self.show(item.id, self.setting.words("stale"))

    def take(self, what: str, item_id: int, text: str) -> OutgoingMessage:
        """Take what was typed: why it is so, or the number of the order that it is of."""
        self.books.expectations.expect(self.person.id, None)
        if what == "explain":
            outcome: Outcome = explain_exception(
                self.books, item_id, text, self.person, self.cause
            )
            return self.done(item_id, outcome)
        found = self.books.documents.of_number(text.lstrip("№#").strip())
        orders = [each for each in found if each.document.kind is DocumentKind.ORDER]
        if len(orders) != 1:
            said = self.setting.words("order-none", number=text[:TEXT_MAX])
            return self.show(item_id, said)
        key = orders[0].document.key
        return self.done(
            item_id, link_exception(self.books, item_id, key, self.person, self.cause)
        )


@router.message(Command("exceptions"))
async def exceptions_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /exceptions."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    cause = desk.cause
    await desk.reply(await desk.read(lambda books: Sitting(books, setting, person, cause).list()))


@router.callback_query()
async def exception_pressed(
    callback: CallbackQuery,
    callback_data: ExceptionCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what a button of the list, or of one exception, says."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> Replies:
        return Sitting(books, setting, person, desk.cause, message_id).press(callback_data)

    await desk.finish(act)


@typed.message()
async def exception_typed(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Take what was asked to be typed."""
    text = text_of(message).strip()
    _, what, item_id = (*(person.expects or "").split(":"), "", "")[:3]
    if not 0 < len(text) <= TEXT_MAX or not item_id.isdecimal():
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> OutgoingMessage:
        return Sitting(books, setting, person, desk.cause).take(what, int(item_id), text)

    await desk.finish(act)
