"""/alerts: what leaders are told by itself, what they make of it, and where they are told."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from alerts.alert import Alert
from handlers.alerts.alert_cards import (
    ALERT,
    alert_card,
    back_to,
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
from handlers.input import place_of, text_of
from locales.words import Words, words_of
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
        words, card = self.setting.words, self.card or 0
        match pressed.what:
            case "show":
                back = back_to(words, pressed.value, alert.id)
                return alert_card(self.books, self.setting, alert, back=back, edits=self.card)
            case "telling":
                told = self.books.alerts.told_with(alert.id)
                return telling_card(self.books, self.setting, told, edits=self.card)
            case "assign" | "ask":
                people = self.books.people.all()
                asked = f"alert-whom-{pressed.what}"
                return people_card(self.setting, alert.id, people, asked, edits=card)
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
        books, person, cause = self.books, self.person, self.cause
        if pressed.what in _PUT_OFF:
            until = self.setting.today + dt.timedelta(days=_PUT_OFF[pressed.what])
            return self.done(snooze_alert(books, alert.id, until, person, cause))
        if pressed.what in _PLAIN_ANSWERS:
            return self.done(_PLAIN_ANSWERS[pressed.what](books, alert.id, person, cause))
        match pressed.what:
            case "accept":
                text = self.setting.words.plain("alert-accepted")
                return self.done(accept_edit(books, alert.id, text, person, cause))
            case "back-in":
                done = want_back(books, alert.id, person, cause)
                return (*self.done(done), *put_back_news(books, done, person, self.setting.today))
            case "give":
                to = int(pressed.value) if pressed.value.isdecimal() else 0
                return self._give(alert, to)
            case _:
                return self.setting.say("stale")

    def _give(self, alert: Alert, to: int) -> Replies:
        done = assign_alert(self.books, alert.id, to, self.person, self.cause)
        told: tuple[OutgoingMessage, ...] = ()
        if isinstance(done, AlertAnswered):
            asks = alert.finding.trigger == "order_edited"
            said = "alert-asked" if asks else "alert-given"
            told = given_alert(self.books, done.alert, self.person, self.setting.today, said)
        return (*self.done(done), *told)

    def done(self, answer: AlertAnswer, *, explains: bool = False) -> tuple[OutgoingMessage, ...]:
        """Show what came of an answer, here and wherever else it was told."""
        match answer:
            case AlertAnswered(alert):
                shown = alert_card(self.books, self.setting, alert, edits=self.card)
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
    text = text_of(message).strip()
    _, what, alert_id = (*(person.expects or "").split(":"), "", "")[:3]
    if not 0 < len(text) <= TEXT_MAX or what != "explain" or not alert_id.isdecimal():
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> Replies:
        books.expectations.expect(person.id, None)
        talk = AlertTalk(books, setting, person, desk.cause)
        done = explain_alert(books, int(alert_id), text, person, desk.cause)
        return talk.done(done, explains=True)

    await desk.finish(act)
