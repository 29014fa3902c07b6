"""Say what leaders are told by itself: which triggers ring, from which numbers on, and when."""

import datetime as dt
from dataclasses import replace

from alerts.engine import Policy
from alerts.registry import BY_NAME
from services.alerts.alert_ports import Choice
from services.alerts.ring_alerts import settings_of
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

CAPS = (3, 6, 12, 25)
NIGHTS = ((20, 8), (22, 8), (18, 9), (0, 0))
"""From which hour to which nobody is told; twice the same is never."""


def choice_of(books: Books, name: str, at: dt.datetime) -> Choice:
    """Give what is set of a trigger, as it comes if nothing is."""
    found = books.alerts.choices().get(name)
    return found or Choice(BY_NAME[name].is_on, settings_of(books, at).begun_on)


def switch_trigger(
    books: Books, name: str, person: Person, cause: Cause, *, is_on: bool
) -> NotAllowed | StaleAnswer | None:
    """Have a trigger ring, or not: what became so before today is not told."""
    if not person.may(Permission.SET_ALERTS):
        return NotAllowed()
    if name not in BY_NAME:
        return StaleAnswer()
    before = choice_of(books, name, cause.at)
    today = shop_of(books).day_of(cause.at)
    since = today if is_on and not before.is_on else before.since_on
    _choose(books, name, replace(before, is_on=is_on, since_on=since), cause)
    return None


def set_parameter(
    books: Books, name: str, told: tuple[str, int], person: Person, cause: Cause
) -> NotAllowed | StaleAnswer | None:
    """Set a parameter of a trigger, and have it ring."""
    if not person.may(Permission.SET_ALERTS):
        return NotAllowed()
    trigger = BY_NAME.get(name)
    parameters = {} if trigger is None else {each.name: each for each in trigger.parameters}
    parameter, value = parameters.get(told[0]), told[1]
    if parameter is None or not parameter.allows(value):
        return StaleAnswer()
    before = choice_of(books, name, cause.at)
    today = shop_of(books).day_of(cause.at)
    since = before.since_on if before.is_on else today
    chosen = {**before.chosen, parameter.name: value}
    _choose(books, name, Choice(is_on=True, since_on=since, chosen=chosen), cause)
    return None


def set_policy(books: Books, policy: Policy, person: Person, cause: Cause) -> NotAllowed | None:
    """Set the quiet hours and the day's cap."""
    if not person.may(Permission.SET_ALERTS):
        return NotAllowed()
    books.alerts.set(replace(settings_of(books, cause.at), policy=policy))
    change: dict[str, str | int | bool | None] = {
        "quiet_from": policy.quiet_from.isoformat(),
        "quiet_until": policy.quiet_until.isoformat(),
        "cap": policy.cap,
    }
    books.audit.record(cause, what="set_alert_policy", subject="alerts", change=change)
    return None


def _choose(books: Books, name: str, choice: Choice, cause: Cause) -> None:
    books.alerts.choose(name, choice)
    change: dict[str, str | int | bool | None] = {"is_on": choice.is_on}
    change.update(choice.chosen)
    subject = f"alert_trigger:{name}"
    books.audit.record(cause, what="set_alert", subject=subject, change=change)
