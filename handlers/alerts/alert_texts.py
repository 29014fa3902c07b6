"""What an alert says: why it rings, what belongs to it, what became of it."""

import html
from collections.abc import Iterator

from alerts.alert import Alert, AlertEvent, AlertHappened, AlertState
from alerts.finding import Finding, Said, Severity
from handlers.cards import Setting
from handlers.record_lines import record_name
from locales.words import Words, as_name, shorten
from services.ports import Books
from services.records.see_record import see_records

RECORDS_MAX = 4
HISTORY_MAX = 4
NOTE_MAX = 160
_HOURS_OF_DAY = 24
_HOURS_SHOWN_MAX = 48
_MARKS = {
    Severity.CRITICAL: "🚨",
    Severity.HIGH: "🔴",
    Severity.MIDDLE: "🟠",
    Severity.LOW: "🟡",
}
_UNTOLD = frozenset({AlertHappened.FOUND, AlertHappened.TOLD, AlertHappened.WOKEN})
_CHANGES = ("refunded", "cost", "vat")


def mark_of(alert: Alert) -> str:
    """Show how grave it is; what is over has a tick."""
    if alert.state in {AlertState.CLOSED, AlertState.ANSWERED}:
        return "✅"
    return _MARKS[alert.finding.severity]


def reason_of(words: Words, finding: Finding) -> str:
    """Say in a line why it rings."""
    return words(f"alert-{finding.reason}", **_short(finding))


def short_of_alert(words: Words, alert: Alert) -> str:
    """Tell an alert in one line."""
    return f"{mark_of(alert)} {reason_of(words, alert.finding)}"


def alert_lines(books: Books, setting: Setting, alert: Alert) -> Iterator[str]:
    """Tell an alert whole."""
    words, finding = setting.words, alert.finding
    if alert.tellings > 1 and alert.state is AlertState.TOLD:
        yield words("alert-again")
    yield f"{mark_of(alert)} <b>{reason_of(words, finding)}</b>"
    yield from _details(words, finding)
    yield from _records(books, words, finding)
    if alert.state is AlertState.CLOSED:
        yield words("alert-is-closed")
    if alert.snoozed_until is not None:
        yield words("alert-is-snoozed", day=alert.snoozed_until)
    if alert.assignee_id is not None and (person := books.people.find(alert.assignee_id)):
        yield words("alert-assigned", name=person.name)
    told = [each for each in books.alerts.history(alert.id) if each.what not in _UNTOLD]
    for event in told[-HISTORY_MAX:]:
        yield _event_line(books, setting, event)


def _short(finding: Finding) -> dict[str, Said]:
    """Give what the reason is told with, its long names cut."""
    return {
        name: shorten(as_name(value) if name == "who" else value)
        if isinstance(value, str)
        else value
        for name, value in finding.said.items()
    }


def _details(words: Words, finding: Finding) -> Iterator[str]:
    """Tell what the reason has no room for."""
    said = _short(finding)
    who, amount, largest = said.get("who"), said.get("amount"), said.get("largest")
    match finding.trigger:
        case "order_edited":
            yield from _edit_lines(words, said)
        case "unpaid_order" if who and who != said.get("name"):
            yield words("alert-who-unpaid_order", who=who)
        case "low_margin":
            if who:
                yield words("alert-who-low_margin", who=who)
            if amount is not None:
                yield words("alert-margin-short", amount=amount)
        case "first_big_purchase" if largest is not None:
            yield words("alert-largest", amount=largest)
        case "money_short":
            yield from _ahead_lines(words, finding.reason, said)
        case _:
            return


def _ahead_lines(words: Words, reason: str, said: dict[str, Said]) -> Iterator[str]:
    """Tell what must be paid until the day, and between what it may end; not of today."""
    if reason == "money_under":
        return
    if said["due"]:
        yield words("alert-due", due=said["due"])
    yield words("alert-band", low=said["low"], high=said["high"])


def _edit_lines(words: Words, said: dict[str, Said]) -> Iterator[str]:
    """Tell what a closed order said and says, who changed it, and how long after."""
    yield from _change(words, "total", said.get("was"), said.get("total"))
    for name in _CHANGES:
        yield from _change(words, name, said.get(f"{name}_was"), said.get(name))
    fields = str(said.get("fields", "")).casefold().split(",")
    for name in ("lines", "closed_at"):
        if name in fields:
            yield words(f"alert-edit-{name.replace('_', '-')}")
    yield from _change(words, "margin", said.get("margin_was"), said.get("margin"))
    if who := said.get("who"):
        yield words("alert-edit-who", who=who)
    hours = said.get("hours")
    if isinstance(hours, int):
        is_short = hours < _HOURS_SHOWN_MAX
        count = hours if is_short else hours // _HOURS_OF_DAY
        yield words("alert-edit-hours" if is_short else "alert-edit-days", count=count)


def _change(words: Words, name: str, before: Said | None, after: Said | None) -> Iterator[str]:
    if before is not None and after is not None and before != after:
        yield words(f"alert-edit-{name}", before=before, after=after)


def _records(books: Books, words: Words, finding: Finding) -> Iterator[str]:
    keys = finding.records[:RECORDS_MAX]
    found = see_records(books, keys) if keys else {}
    names = [record_name(words, found[key]) for key in keys if key in found]
    if names:
        yield words("alert-records", records=", ".join(names), count=len(names))


def _event_line(books: Books, setting: Setting, event: AlertEvent) -> str:
    person = None
    if event.by.startswith("person:"):
        person = books.people.find(int(event.by.partition(":")[2]))
    shop = books.shop.get()
    day = setting.today if shop is None else shop.day_of(event.at)
    what = event.what.value.replace("_", "-")
    name = "" if person is None else person.name
    told = setting.words(f"alert-was-{what}", day=day, name=name)
    is_said = event.what in {AlertHappened.EXPLAINED, AlertHappened.ASSIGNED}
    note = shorten(event.note or "", NOTE_MAX) if is_said else ""
    return f"{told}: {html.escape(note, quote=False)}" if note else told
