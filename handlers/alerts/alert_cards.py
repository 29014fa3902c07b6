"""How alerts look: one with what can be done about it, several in one message, the open ones."""

from collections.abc import Sequence

from alerts.alert import Alert, AlertState
from handlers.alerts.alert_texts import alert_lines, mark_of, short_of_alert
from handlers.callbacks import AlertCallback, AlertSetCallback
from handlers.cards import Setting
from locales.words import Words, shorten
from services.messages import Button, OutgoingMessage, Tone
from services.people import Permission, Person
from services.ports import Books

ALERT = "alert"
"""The conversation's name in what a person is expected to type."""
TELLING = "telling"
"""Opened from a message that tells of several."""
PAGE = 8
BUNDLE_SHOWN = 12
_LABEL_MAX = 44
_ACTS = (("seen", "explain"), ("day", "week"), ("assign", "useless"))
_EDIT_ACTS = (("ask", "accept"), ("back-in", "explain"), ("seen", "useless"), ("day", "week"))


def alert_card(
    books: Books,
    setting: Setting,
    alert: Alert,
    *,
    said: str = "",
    opened: str = "",
    edits: int | None = None,
) -> OutgoingMessage:
    """Show one alert: why it rings, the money, the records, what can be done.

    The way back to where it was opened from stays, whatever is done about it.
    """
    lines = [said] if said else []
    lines += alert_lines(books, setting, alert)
    rows = (*_rows(setting, alert, opened), *_back_rows(setting.words, alert.id, opened))
    return setting.message("\n".join(lines), rows, edits=edits)


def telling_card(
    books: Books, setting: Setting, alerts: Sequence[Alert], *, edits: int | None = None
) -> OutgoingMessage:
    """Show alerts that are told in one message: each in a line, a button each."""
    if len(alerts) == 1:
        return alert_card(books, setting, alerts[0], edits=edits)
    words, shown = setting.words, alerts[:BUNDLE_SHOWN]
    lines = [words("alerts-several", count=len(alerts))]
    lines += [
        f"{place}. {short_of_alert(words, each)}" for place, each in enumerate(shown, start=1)
    ]
    if len(shown) < len(alerts):
        lines.append(words("alerts-more", count=len(alerts) - len(shown)))
    buttons = [
        _button(f"{place} {mark_of(each)}", "show", each.id, opened=TELLING)
        for place, each in enumerate(shown, start=1)
    ]
    rows = tuple(tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4))
    return setting.message("\n".join(lines), rows, edits=edits)


def list_card(
    setting: Setting, alerts: Sequence[Alert], page: int, *, edits: int | None = None
) -> OutgoingMessage:
    """Show a page of what stands, the gravest first, and the way to what rings."""
    words = setting.words
    ordered = sorted(
        alerts, key=lambda each: (-each.finding.severity, -each.finding.amount.minor, each.id)
    )
    last = max(0, (len(ordered) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    lines = [words("alerts-open", count=len(ordered))]
    rows: list[tuple[Button, ...]] = [
        (
            _button(
                shorten(f"{mark_of(each)} {_plain(words, each)}", _LABEL_MAX),
                "show",
                each.id,
                opened=str(page),
            ),
        )
        for each in shown
    ]
    turns = [
        _button(words.plain(label), "list", 0, str(other))
        for label, other in (("button-page-before", page - 1), ("button-page-after", page + 1))
        if 0 <= other <= last
    ]
    if turns:
        rows.append(tuple(turns))
    if setting.viewer is not None and setting.viewer.may(Permission.SET_ALERTS):
        rows.append(
            (
                set_button(words.plain("button-alerts-rings"), "all"),
                set_button(words.plain("button-alerts-hours"), "hours"),
            )
        )
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def people_card(
    setting: Setting, people: Sequence[Person], pressed: AlertCallback, *, edits: int
) -> OutgoingMessage:
    """Ask whose it shall be, or who is to be asked, as the button says that was pressed."""
    alert_id, opened = pressed.alert_id, pressed.opened
    rows = [
        (_button(shorten(each.name), "give", alert_id, str(each.id), opened),)
        for each in people
        if each.is_active
    ]
    rows.append((_button(setting.words.plain("button-back"), "show", alert_id, opened=opened),))
    return setting.message(setting.words(f"alert-whom-{pressed.what}"), tuple(rows), edits=edits)


def _back_rows(words: Words, alert_id: int, opened: str) -> tuple[tuple[Button, ...], ...]:
    if opened == TELLING:
        return ((_button(words.plain("button-alert-back"), "telling", alert_id),),)
    if opened.isdecimal():
        return ((_button(words.plain("button-back"), "list", 0, opened),),)
    return ()


def set_button(
    label: str, what: str, trigger: str = "", value: str = "", tone: Tone = Tone.PLAIN
) -> Button:
    """Make a button of the settings."""
    data = AlertSetCallback(what=what, trigger=trigger, value=value).pack()
    return Button(label, data=data, tone=tone)


def explain_card(setting: Setting, alert: Alert) -> OutgoingMessage:
    """Ask for the reason to be typed."""
    lines = [short_of_alert(setting.words, alert), setting.words("alert-ask-explain")]
    never = _button(setting.words.plain("button-never-mind"), "leave", alert.id)
    return setting.message("\n".join(lines), ((never,),))


def _plain(words: Words, alert: Alert) -> str:
    return words.plain(f"alert-{alert.finding.reason}", **dict(alert.finding.said))


def _rows(setting: Setting, alert: Alert, opened: str) -> tuple[tuple[Button, ...], ...]:
    """Give what can be done; who was only given it says why it is so."""
    words, viewer = setting.words, setting.viewer
    if alert.state in {AlertState.CLOSED, AlertState.ANSWERED}:
        return ()
    if viewer is not None and not viewer.may(Permission.SEE_DAY):
        return (_pair(words, alert.id, opened, "seen", "explain"),)
    acts = _EDIT_ACTS if alert.finding.trigger == "order_edited" else _ACTS
    return tuple(_pair(words, alert.id, opened, *each) for each in acts)


def _pair(words: Words, alert_id: int, opened: str, *acts: str) -> tuple[Button, ...]:
    return tuple(
        _button(words.plain(f"button-alert-{act}"), act, alert_id, opened=opened) for act in acts
    )


def _button(label: str, what: str, alert_id: int, value: str = "", opened: str = "") -> Button:
    data = AlertCallback(what=what, alert_id=alert_id, value=value, opened=opened)
    return Button(label, data=data.pack())
