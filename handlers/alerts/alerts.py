"""/alerts: what leaders are told by itself, what they make of it, and where they are told."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from alerts.alert import Alert
from handlers.alerts.alert_cards import (
    ALERT,
    alert_card,
    explain_card,
    list_card,
    people_card,
    telling_card,
)
from handlers.alerts.alert_news import elsewhere, given_alert
from handlers.alerts.put_back import put_back_news
from handlers.callbacks import AlertCallback
from handlers.cards import Setting
from handlers.desk import Desk, Replies
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from handlers.subjects import alert_on
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from parsing.reading import files_itself
from services.alerts.answer_alerts import (
    AlertAnswer,
    AlertAnswered,
    accept_edit,
    assign_alert,
    call_useless,
    explain_alert,
    saw_alert,
    see_alert,
    snooze_alert,
    want_back,
)
from services.cash_types import NotAllowed
from services.messages import Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

TEXT_MAX = 500
_PUT_OFF = {"day": 1, "week": 7}
_PLAIN_ANSWERS = {"seen": saw_alert, "useless": call_useless}

router = Router(name="alerts")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, AlertCallback.filter())
typed = Router(name="a typed word about an alert")
typed.message.filter(is_asked, expects(ALERT))
replied = Router(name="typed in reply to an alert")
replied.message.filter(is_known, F.reply_to_message)


@dataclass(frozen=True, slots=True)
class AlertTalk:
    """Somebody looks at alerts, in one card."""

    books: Books
    setting: Setting
    person: Person
    cause: Cause
    card: int | None = None

    def list(self, page: int = 0) -> OutgoingMessage:
        """Show what stands."""
        if not self.person.may(Permission.SEE_DAY):
            return self.setting.say("not-allowed")
        return list_card(self.setting, self.books.alerts.open(), page, edits=self.card)

    def press(self, pressed: AlertCallback) -> Replies:
        """Do what a button says."""
        if pressed.what == "leave":
            self.books.expectations.expect(self.person.id, None)
            return self.setting.say("alert-left", edits=self.card)
        if pressed.what == "list":
            return self.list(int(pressed.value) if pressed.value.isdecimal() else 0)
        alert = see_alert(self.books, pressed.alert_id, self.person)
        if not isinstance(alert, Alert):
            return self.setting.say("not-allowed" if isinstance(alert, NotAllowed) else "stale")
        return self._show(alert, pressed) or self._act(alert, pressed)

    def _show(self, alert: Alert, pressed: AlertCallback) -> Replies | None:
        """Show what a button leads to; None when it is one that answers."""
        match pressed.what:
            case "show":
                return alert_card(
                    self.books, self.setting, alert, opened=pressed.opened, edits=self.card
                )
            case "telling":
                told = self.books.alerts.told_with(alert.id)
                return telling_card(self.books, self.setting, told, edits=self.card)
            case "assign" | "ask":
                people = self.books.people.all()
                return people_card(self.setting, people, pressed, edits=self.card or 0)
            case "explain":
                return self._ask_why(alert)
            case _:
                return None

    def _ask_why(self, alert: Alert) -> OutgoingMessage:
        """Ask in private, wherever the button was: what is typed in a group nobody reads."""
        self.books.expectations.expect(self.person.id, f"{ALERT}:explain:{alert.id}")
        words = words_of(self.person.language)
        own = Setting(words, self.person.telegram_id, self.setting.today, self.person)
        return explain_card(own, alert)

    def _act(self, alert: Alert, pressed: AlertCallback) -> Replies:
        books, person, cause, opened = self.books, self.person, self.cause, pressed.opened
        if pressed.what in _PUT_OFF:
            until = self.setting.today + dt.timedelta(days=_PUT_OFF[pressed.what])
            return self.done(snooze_alert(books, alert.id, until, person, cause), opened)
        if pressed.what in _PLAIN_ANSWERS:
            return self.done(_PLAIN_ANSWERS[pressed.what](books, alert.id, person, cause), opened)
        match pressed.what:
            case "accept":
                text = self.setting.words.plain("alert-accepted")
                return self.done(accept_edit(books, alert.id, text, person, cause), opened)
            case "back-in":
                done = want_back(books, alert.id, person, cause)
                news = put_back_news(books, done, person, self.setting.today)
                return (*self.done(done, opened), *news)
            case "give":
                to = int(pressed.value) if pressed.value.isdecimal() else 0
                return self._give(alert, to, opened)
            case _:
                return self.setting.say("stale")

    def _give(self, alert: Alert, to: int, opened: str) -> Replies:
        done = assign_alert(self.books, alert.id, to, self.person, self.cause)
        told: tuple[OutgoingMessage, ...] = ()
        if isinstance(done, AlertAnswered):
            asks = alert.finding.trigger == "order_edited"
            said = "alert-asked" if asks else "alert-given"
            told = given_alert(self.books, done.alert, self.person, self.setting.today, said)
        return (*self.done(done, opened), *told)

    def done(
        self, answer: AlertAnswer, opened: str = "", *, explains: bool = False
    ) -> tuple[OutgoingMessage, ...]:
        """Show what came of an answer, here and wherever else it was told."""
        match answer:
            case AlertAnswered(alert):
                shown = alert_card(self.books, self.setting, alert, opened=opened, edits=self.card)
                here = self.setting.chat_id
                today = self.setting.today
                others = elsewhere(self.books, alert, here, today, explains=explains)
                return (shown, *others)
            case NotAllowed():
                return (self.setting.say("not-allowed"),)
            case _:
                return (self.setting.say("stale"),)


@router.message(Command("alerts"))
async def alerts_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /alerts."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    cause = desk.cause
    await desk.reply(
        await desk.read(lambda books: AlertTalk(books, setting, person, cause).list())
    )


@router.callback_query()
async def alert_pressed(
    callback: CallbackQuery,
    callback_data: AlertCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what a button of an alert says; in a group the shop's language stays."""
    chat_id, message_id = place_of(callback)
    spoken = words if chat_id == person.telegram_id else words_of(shop.language)
    setting = Setting(spoken, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> Replies:
        return AlertTalk(books, setting, person, desk.cause, message_id).press(callback_data)

    await desk.finish(act)


@typed.message()
async def alert_typed(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Take what was typed as the reason of an alert."""
    _, what, alert_id = (*(person.expects or "").split(":"), "", "")[:3]
    if what != "explain" or not alert_id.isdecimal():
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await _explain(message, desk, setting, person, int(alert_id))


@replied.message()
async def alert_explained(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take a reply to an alert as its reason, in the leaders' group as well; cash stays cash."""
    alert_id = alert_on(message.reply_to_message)
    if alert_id is None or text_of(message).startswith("/"):
        raise SkipHandler
    is_own = message.chat.type == "private"
    if is_own and files_itself(Hearing(shop, lexicon, memory).read(message)):
        raise SkipHandler
    spoken = words if is_own else words_of(shop.language)
    setting = Setting(spoken, message.chat.id, shop.day_of(message.date), person)
    await _explain(message, desk, setting, person, alert_id)


async def _explain(
    message: Message, desk: Desk, setting: Setting, person: Person, alert_id: int
) -> None:
    text = text_of(message).strip()
    if not 0 < len(text) <= TEXT_MAX:
        raise SkipHandler

    def act(books: Books) -> Replies:
        books.expectations.expect(person.id, None)
        done = explain_alert(books, alert_id, text, person, desk.cause)
        shown, *others = AlertTalk(books, setting, person, desk.cause).done(done, explains=True)
        here = replace(shown, thread_id=message.message_thread_id, reply_to=message.message_id)
        return (here, *others)

    await desk.finish(act)
