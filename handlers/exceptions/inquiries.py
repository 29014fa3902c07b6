"""Whoever was asked about an exception answers: by a button, or in his own words."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import InquiryCallback
from handlers.cards import Setting, recorded_card
from handlers.desk import Desk, Replies
from handlers.exceptions.exception_news import answer_news
from handlers.exceptions.inquiry_cards import (
    answered_card,
    holder_card,
    question_card,
    typing_card,
)
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.answer_inquiry import Answered, answer_inquiry
from services.exceptions.file_order_cash import Told
from services.exceptions.inquiry_answers import HOLDER, WORDS
from services.exceptions.inquiry_ports import Choice, Inquiry, InquiryState
from services.messages import Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

INQUIRY = "inquiry"
"""The conversation's name in what a person is expected to type."""
TEXT_MAX = 500

router = Router(name="inquiries")
router.callback_query.filter(is_private, is_known, InquiryCallback.filter())
typed = Router(name="an answer in words")
typed.message.filter(is_asked, expects(INQUIRY))


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody answers an inquiry."""

    books: Books
    setting: Setting
    person: Person
    cause: Cause
    message_id: int
    """His message, or the card whose button he pressed."""

    def press(self, pressed: InquiryCallback) -> Replies:
        """Do what a button says."""
        self.books.expectations.expect(self.person.id, None)
        inquiry = self.books.inquiries.find(pressed.inquiry_id)
        if inquiry is None or inquiry.to_id != self.person.id:
            return self.setting.say("not-allowed")
        if inquiry.state is not InquiryState.WAITING:
            return self.setting.say("stale")
        number = int(pressed.value) if pressed.value.isdecimal() else None
        match pressed.what:
            case "choose" if number is not None and number < len(inquiry.choices):
                return self._chosen(inquiry, inquiry.choices[number])
            case "holder" if number is not None:
                holder = self.books.people.find(number)
                name = "" if holder is None else holder.name
                return self.answer(inquiry, Choice(HOLDER), name)
            case "holder" | "words":
                return self._ask_to_type(inquiry, pressed.what)
            case _:
                return self._put_again(inquiry)

    def answer(self, inquiry: Inquiry, choice: Choice, text: str) -> Replies:
        """Take an answer, and tell of it."""
        books, words = self.books, self.setting.words
        self.books.expectations.expect(self.person.id, None)
        told = Told(self.person, self.setting.chat_id, self.message_id)
        outcome = answer_inquiry(books, inquiry.id, choice, text, told, self.cause)
        match outcome:
            case NotAllowed():
                return self.setting.say("not-allowed")
            case StaleAnswer():
                return self.setting.say("stale")
            case Answered(now, item, recorded):
                filed = () if recorded is None else (recorded_card(books, self.setting, recorded),)
                shown = answered_card(books, words, now, item, self.person)
                return (shown, *filed, *answer_news(books, outcome))

    def _chosen(self, inquiry: Inquiry, choice: Choice) -> Replies:
        if choice.code == HOLDER:
            return holder_card(self.setting, inquiry, self.books.people.all(), self.message_id)
        return self.answer(inquiry, choice, "")

    def _ask_to_type(self, inquiry: Inquiry, what: str) -> OutgoingMessage:
        self.books.expectations.expect(self.person.id, f"{INQUIRY}:{what}:{inquiry.id}")
        return typing_card(self.setting, inquiry, f"inquiry-ask-{what}", self.message_id)

    def _put_again(self, inquiry: Inquiry) -> OutgoingMessage:
        item = self.books.exceptions.find(inquiry.item_id)
        if item is None:
            return self.setting.say("stale")
        return question_card(self.books, inquiry, item, self.person, edits=self.message_id)


@router.callback_query()
async def inquiry_pressed(
    callback: CallbackQuery,
    callback_data: InquiryCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take an answer by a button, or show what it leads to."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    card = message_id or 0

    def act(books: Books) -> Replies:
        return Reply(books, setting, person, desk.cause, card).press(callback_data)

    await desk.finish(act)


@typed.message()
async def inquiry_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take an answer in words; a whole cash sentence is cash talk."""
    text = text_of(message).strip()
    _, what, number = (*(person.expects or "").split(":"), "", "")[:3]
    is_cash = Hearing(shop, lexicon, memory).hears_cash(message)
    if not 0 < len(text) <= TEXT_MAX or not number.isdecimal() or is_cash:
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> Replies:
        inquiry = books.inquiries.find(int(number))
        if inquiry is None:
            return setting.say("stale")
        choice = Choice(HOLDER if what == "holder" else WORDS)
        reply = Reply(books, setting, person, desk.cause, message.message_id)
        return reply.answer(inquiry, choice, text)

    await desk.finish(act)
