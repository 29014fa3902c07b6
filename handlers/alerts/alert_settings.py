"""What rings, from which numbers on, tried on the past month first; and when leaders are told."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from alerts.parameters import Parameter, Unit
from alerts.registry import BY_NAME
from alerts.trigger import Trigger
from handlers.alerts.alert_setting_cards import (
    ALERT_SET,
    all_card,
    hours_card,
    trigger_card,
    type_card,
)
from handlers.callbacks import AlertSetCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_known
from handlers.input import place_of, text_of
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from services.alerts.ring_alerts import settings_of
from services.alerts.set_alerts import (
    CAPS,
    choice_of,
    set_parameter,
    set_policy,
    switch_trigger,
)
from services.alerts.try_alerts import try_trigger
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

router = Router(name="alert settings")
router.callback_query.filter(is_known, AlertSetCallback.filter())
typed = Router(name="a typed number of an alert")
typed.message.filter(is_asked, expects(ALERT_SET))


@dataclass(frozen=True, slots=True)
class AlertSetting:
    """Somebody says what rings, in one card."""

    books: Books
    setting: Setting
    person: Person
    cause: Cause
    card: int | None = None

    def press(self, pressed: AlertSetCallback) -> OutgoingMessage:
        """Do what a button says."""
        self.books.expectations.expect(self.person.id, None)
        if not self.person.may(Permission.SET_ALERTS):
            return self.setting.say("not-allowed")
        if pressed.what in {"hours", "quiet", "cap"}:
            return self._when(pressed)
        trigger = BY_NAME.get(pressed.trigger)
        if pressed.what == "all" or trigger is None:
            return self._all()
        return self._of(trigger, pressed)

    def _of(self, trigger: Trigger, pressed: AlertSetCallback) -> OutgoingMessage:
        name, value, _ = (*pressed.value.split("="), "", "")[:3]
        told = (name, int(value)) if value.isdecimal() else None
        match pressed.what:
            case "try" if told is not None:
                return self.show(trigger, told)
            case "type":
                expected = f"{ALERT_SET}:{trigger.name}:{name}"
                self.books.expectations.expect(self.person.id, expected)
                return type_card(self.setting, trigger, name, edits=self.card)
            case "keep" if told is not None:
                done = set_parameter(self.books, trigger.name, told, self.person, self.cause)
            case "on" | "off":
                is_on = pressed.what == "on"
                done = switch_trigger(
                    self.books, trigger.name, self.person, self.cause, is_on=is_on
                )
            case _:
                return self.show(trigger)
        return self._refused(done) or self.show(trigger)

    def show(self, trigger: Trigger, told: tuple[str, int] | None = None) -> OutgoingMessage:
        """Show a trigger, tried on the past month as it is set, or as it would be."""
        choice = choice_of(self.books, trigger.name, self.cause.at)
        chosen = {**choice.chosen, **({} if told is None else {told[0]: told[1]})}
        tried = try_trigger(self.books, trigger, chosen, self.cause.at)
        return trigger_card(self.setting, trigger, choice, tried, told, edits=self.card)

    def _all(self) -> OutgoingMessage:
        choices = {name: choice_of(self.books, name, self.cause.at) for name in BY_NAME}
        return all_card(self.setting, choices, edits=self.card)

    def _when(self, pressed: AlertSetCallback) -> OutgoingMessage:
        policy = settings_of(self.books, self.cause.at).policy
        parts = [int(each) for each in pressed.value.split("-") if each.isdecimal()]
        if pressed.what == "quiet" and len(parts) == 2:  # noqa: PLR2004 - from and until
            policy = replace(policy, quiet_from=dt.time(parts[0]), quiet_until=dt.time(parts[1]))
        elif pressed.what == "cap" and parts and parts[0] in CAPS:
            policy = replace(policy, cap=parts[0])
        if pressed.what != "hours":
            refused = self._refused(set_policy(self.books, policy, self.person, self.cause))
            if refused is not None:
                return refused
        return hours_card(self.setting, policy, edits=self.card)

    def _refused(self, done: NotAllowed | StaleAnswer | None) -> OutgoingMessage | None:
        match done:
            case NotAllowed():
                return self.setting.say("not-allowed")
            case StaleAnswer():
                return self.setting.say("stale")
            case _:
                return None


@router.callback_query()
async def alert_setting_pressed(
    callback: CallbackQuery,
    callback_data: AlertSetCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what a button of the settings says."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> OutgoingMessage:
        return AlertSetting(books, setting, person, desk.cause, message_id).press(callback_data)

    await desk.finish(act)


@typed.message()
async def alert_number_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take a typed number, and show what it would have come to."""
    _, name, of = (*(person.expects or "").split(":"), "", "", "")[:3]
    trigger = BY_NAME.get(name)
    parameter = _parameter(trigger, of)
    value = None if parameter is None else _read(parameter, text_of(message), shop, lexicon)
    if trigger is None or parameter is None or value is None:
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not parameter.allows(value):
        await desk.reply(type_card(setting, trigger, of, is_out=True))
        return

    def act(books: Books) -> OutgoingMessage:
        books.expectations.expect(person.id, None)
        return AlertSetting(books, setting, person, desk.cause).show(trigger, (of, value))

    await desk.finish(act)


def _parameter(trigger: Trigger | None, name: str) -> Parameter | None:
    found = () if trigger is None else trigger.parameters
    return next((each for each in found if each.name == name), None)


def _read(parameter: Parameter, text: str, shop: Shop, lexicon: Lexicon) -> int | None:
    """Read a number of the parameter's unit; money in the shop's currency."""
    text = text.strip().rstrip("%").strip()
    if parameter.unit is not Unit.MONEY:
        return int(text) if text.isdecimal() else None
    amount = read_amount(text, currency=shop.base_currency, lexicon=lexicon)
    return None if amount is None or amount.currency != shop.base_currency else amount.minor
