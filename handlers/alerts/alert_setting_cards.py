"""How the settings of alerts look: every trigger, one with its trial, the hours."""

import datetime as dt
from collections.abc import Iterator, Mapping

from alerts.engine import Policy
from alerts.parameters import Parameter, Unit, complete
from alerts.registry import TRIGGERS
from alerts.trigger import Trigger
from handlers.alerts.alert_cards import set_button
from handlers.alerts.alert_texts import reason_of
from handlers.callbacks import AlertCallback
from handlers.cards import Setting
from ledger.money import Money
from locales.words import Words
from services.alerts.alert_ports import Choice
from services.alerts.set_alerts import CAPS, NIGHTS
from services.alerts.try_alerts import Tried
from services.messages import Button, OutgoingMessage, Tone

ALERT_SET = "alert-set"
"""The conversation's name in what a person is expected to type."""
TRIED_SHOWN = 6
_PER_ROW = 3


def all_card(
    setting: Setting, choices: Mapping[str, Choice], *, edits: int | None = None
) -> OutgoingMessage:
    """Show every trigger, whether it rings."""
    words = setting.words
    rows: list[tuple[Button, ...]] = []
    for trigger in TRIGGERS:
        mark = "🔔" if choices[trigger.name].is_on else "🔕"
        label = f"{mark} {words.plain(f'alert-name-{trigger.name}')}"
        rows.append((set_button(label, "one", trigger.name),))
    data = AlertCallback(what="list", alert_id=0, value="0", opened="").pack()
    rows.append((Button(words.plain("button-back"), data=data),))
    return setting.message(words("alerts-rings"), tuple(rows), edits=edits)


def trigger_card(
    setting: Setting,
    trigger: Trigger,
    choice: Choice,
    tried: Tried,
    told: tuple[str, int] | None,
    *,
    edits: int | None = None,
) -> OutgoingMessage:
    """Show a trigger: what it is about, its numbers, what it would have told in the past month."""
    words = setting.words
    mark = "🔔" if choice.is_on else "🔕"
    lines = [
        f"{mark} <b>{words(f'alert-name-{trigger.name}')}</b>",
        words(f"alert-about-{trigger.name}"),
    ]
    for parameter in trigger.parameters:
        value = value_of(words, parameter, tried.chosen[parameter.name], tried.currency)
        lines.append(words(f"alert-parameter-{parameter.name}", value=value))
    lines += ["", *_tried_lines(words, trigger, tried)]
    rows = tuple(_rows(setting, trigger, choice, tried, told))
    return setting.message("\n".join(lines), rows, edits=edits)


def type_card(
    setting: Setting,
    trigger: Trigger,
    name: str,
    *,
    edits: int | None = None,
    is_out: bool = False,
) -> OutgoingMessage:
    """Ask for a number to be typed; again, with its bounds, where one was out of them."""
    words = setting.words
    parameter = next((each for each in trigger.parameters if each.name == name), None)
    unit = Unit.TIMES if parameter is None else parameter.unit
    never = set_button(words.plain("button-never-mind"), "one", trigger.name)
    lines = [words(f"alert-type-{unit}")]
    if is_out and parameter is not None and unit is not Unit.MONEY:
        lines.insert(0, words("alert-type-between", least=parameter.least, most=parameter.most))
    return setting.message("\n".join(lines), ((never,),), edits=edits)


def hours_card(setting: Setting, policy: Policy, *, edits: int | None = None) -> OutgoingMessage:
    """Show when leaders are told and how often at most."""
    words = setting.words
    night = (policy.quiet_from.hour, policy.quiet_until.hour)
    lines = [
        words("alerts-quiet", night=_night(words, *night)),
        words("alerts-cap", count=policy.cap),
        words("alerts-where"),
    ]
    nights = [
        set_button(
            _ticked(_night(words, *each), each == night), "quiet", value=f"{each[0]}-{each[1]}"
        )
        for each in NIGHTS
    ]
    caps = [
        set_button(
            _ticked(words.plain("button-alerts-cap", count=each), each == policy.cap),
            "cap",
            value=str(each),
        )
        for each in CAPS
    ]
    data = AlertCallback(what="list", alert_id=0, value="0", opened="").pack()
    back = (Button(words.plain("button-back"), data=data),)
    rows = (tuple(nights[:2]), tuple(nights[2:]), tuple(caps), back)
    return setting.message("\n".join(lines), rows, edits=edits)


def value_of(words: Words, parameter: Parameter, value: int, currency: str) -> str:
    """Say a parameter's value, as plain text."""
    if parameter.unit is Unit.MONEY:
        if value == 0:
            return words.plain("alert-any-amount")
        return words.plain("alert-unit-money", amount=Money(value, currency))
    return words.plain(f"alert-unit-{parameter.unit}", count=value)


def _tried_lines(words: Words, trigger: Trigger, tried: Tried) -> Iterator[str]:
    """Tell what it would have told: how often, and the newest of it."""
    if not trigger.reads:
        yield words("alert-not-tried")
        return
    yield words("alert-tried", count=len(tried.found))
    for each in tried.found[:TRIED_SHOWN]:
        yield words("alert-tried-line", day=each.day) + " " + reason_of(words, each)
    if len(tried.found) > TRIED_SHOWN:
        yield words("alerts-more", count=len(tried.found) - TRIED_SHOWN)


def _rows(
    setting: Setting,
    trigger: Trigger,
    choice: Choice,
    tried: Tried,
    told: tuple[str, int] | None,
) -> Iterator[tuple[Button, ...]]:
    words = setting.words
    if told is not None:
        keep = words.plain("button-alert-keep")
        value = f"{told[0]}={told[1]}"
        yield (set_button(keep, "keep", trigger.name, value, Tone.GOOD),)
    elif choice.is_on:
        yield (set_button(words.plain("button-alert-off"), "off", trigger.name),)
    else:
        yield (set_button(words.plain("button-alert-on"), "on", trigger.name, "", Tone.GOOD),)
    standing = complete(trigger.parameters, choice.chosen)
    for parameter in trigger.parameters:
        buttons = [
            set_button(
                _ticked(
                    value_of(words, parameter, each, tried.currency),
                    each == standing[parameter.name],
                ),
                "try",
                trigger.name,
                f"{parameter.name}={each}",
            )
            for each in parameter.choices
        ]
        typed = words.plain(f"button-alert-type-{parameter.name}")
        buttons.append(set_button(typed, "type", trigger.name, parameter.name))
        for start in range(0, len(buttons), _PER_ROW):
            yield tuple(buttons[start : start + _PER_ROW])
    yield (set_button(words.plain("button-back"), "all"),)


def _night(words: Words, begins: int, ends: int) -> str:
    if begins == ends:
        return words.plain("alerts-no-night")
    times = [f"{dt.time(each):%H:%M}" for each in (begins, ends)]
    return words.plain("alerts-night", begins=times[0], ends=times[1])


def _ticked(label: str, is_it: bool) -> str:  # noqa: FBT001 - private
    return f"✓ {label}" if is_it else label
