"""What a person makes of an alert; each answer is kept with who gave it, when and why."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from alerts.alert import Alert, AlertEvent, AlertHappened, AlertState
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.resolve_exception import explain_exception
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books

_KINDS = {"unpaid_order": "order_unpaid"}
"""The exceptions that say the same as a trigger, where they have another name."""

_OF_ANYBODY = frozenset({AlertHappened.SEEN, AlertHappened.EXPLAINED})
"""What whoever was given an alert may answer."""


@dataclass(frozen=True, slots=True)
class AlertAnswered:
    """An alert as it stands after somebody has answered."""

    alert: Alert


AlertAnswer = AlertAnswered | NotAllowed | StaleAnswer


def see_alert(books: Books, alert_id: int, person: Person) -> Alert | NotAllowed | StaleAnswer:
    """Give an alert to who may see it."""
    alert = books.alerts.find(alert_id)
    if alert is None:
        return StaleAnswer()
    is_his = alert.assignee_id == person.id
    return alert if is_his or person.may(Permission.SEE_DAY) else NotAllowed()


def saw_alert(books: Books, alert_id: int, person: Person, cause: Cause) -> AlertAnswer:
    """Say that somebody has seen it: nobody else is called in, and it stays on the list."""
    return _answer(books, alert_id, person, cause, _Act(AlertHappened.SEEN, _useful(cause)))


def explain_alert(
    books: Books, alert_id: int, text: str, person: Person, cause: Cause
) -> AlertAnswer:
    """Say why it is so: only a worse one is told again; the exceptions have their answer, too.

    Who was only asked says it to the leaders: it is for them to let it stand.
    """
    is_final = person.may(Permission.SEE_DAY)
    change = _over(cause, useful=True) if is_final else _useful(cause)
    act = _Act(AlertHappened.EXPLAINED, change, text)
    done = _answer(books, alert_id, person, cause, act)
    _explain_exception(books, done, text, person, cause)
    return done


def accept_edit(
    books: Books, alert_id: int, text: str, person: Person, cause: Cause
) -> AlertAnswer:
    """Let an edit of a closed order stand; `text` is what the exceptions keep of it."""
    act = _Act(AlertHappened.ACCEPTED, _over(cause, useful=True))
    done = _answer(books, alert_id, person, cause, act)
    _explain_exception(books, done, text, person, cause)
    return done


def want_back(books: Books, alert_id: int, person: Person, cause: Cause) -> AlertAnswer:
    """Have an edit put back where it was made; the alert closes once the order says it again."""
    act = _Act(AlertHappened.WANTED_BACK, _useful(cause))
    return _answer(books, alert_id, person, cause, act)


def call_useless(books: Books, alert_id: int, person: Person, cause: Cause) -> AlertAnswer:
    """Say that it was of no use: the next of its subject is told only above twice its money."""
    act = _Act(AlertHappened.USELESS, _over(cause, useful=False))
    return _answer(books, alert_id, person, cause, act)


def snooze_alert(
    books: Books, alert_id: int, until: dt.date, person: Person, cause: Cause
) -> AlertAnswer:
    """Put it off until a day."""

    def put_off(alert: Alert) -> Alert:
        return replace(
            alert, state=AlertState.SNOOZED, snoozed_until=until, seen_at=cause.at, useful=True
        )

    act = _Act(AlertHappened.SNOOZED, put_off, until.isoformat())
    return _answer(books, alert_id, person, cause, act)


def assign_alert(
    books: Books, alert_id: int, to_id: int, person: Person, cause: Cause
) -> AlertAnswer:
    """Give it to somebody, who must see to it."""
    to = books.people.find(to_id)
    if to is None or not to.is_active:
        return StaleAnswer()

    def give(alert: Alert) -> Alert:
        return replace(alert, assignee_id=to.id, seen_at=cause.at, useful=True)

    act = _Act(AlertHappened.ASSIGNED, give, to.name)
    return _answer(books, alert_id, person, cause, act)


@dataclass(frozen=True, slots=True)
class _Act:
    """What somebody does, and what comes of it."""

    what: AlertHappened
    change: Callable[[Alert], Alert]
    note: str | None = None


def _answer(books: Books, alert_id: int, person: Person, cause: Cause, act: _Act) -> AlertAnswer:
    alert = see_alert(books, alert_id, person)
    if not isinstance(alert, Alert):
        return alert
    if not person.may(Permission.SEE_DAY) and act.what not in _OF_ANYBODY:
        return NotAllowed()
    if alert.state is AlertState.CLOSED:
        return StaleAnswer()
    event = AlertEvent(act.what, person.actor, cause.at, act.note)
    if _is_said(books, alert, event):
        return AlertAnswered(alert)  # a second tap
    done = books.alerts.change(act.change(alert), event)
    books.audit.record(
        cause,
        what=f"alert_{act.what.value}",
        subject=f"alert:{alert.id}",
        change={"trigger": alert.finding.trigger, "key": alert.finding.key, "note": act.note},
    )
    return AlertAnswered(done)


def _is_said(books: Books, alert: Alert, event: AlertEvent) -> bool:
    """Tell whether the last that happened to an alert is the same answer of the same person."""
    last = next(reversed(books.alerts.history(alert.id)), None)
    return last is not None and replace(last, at=event.at) == event


def _useful(cause: Cause) -> Callable[[Alert], Alert]:
    return lambda alert: replace(alert, seen_at=alert.seen_at or cause.at, useful=True)


def _over(cause: Cause, *, useful: bool) -> Callable[[Alert], Alert]:
    return lambda alert: replace(
        alert,
        state=AlertState.ANSWERED,
        snoozed_until=None,
        seen_at=alert.seen_at or cause.at,
        useful=useful,
        # Answered before it was told again, it is answered as it is by now.
        told_level=max(alert.told_level, alert.finding.level),
    )


def _explain_exception(
    books: Books, done: AlertAnswer, text: str, person: Person, cause: Cause
) -> None:
    """Keep the same answer with the exception that says the same, for who works through those."""
    if isinstance(done, AlertAnswered) and (item := _exception_of(books, done.alert)) is not None:
        explain_exception(books, item.id, text, person, cause)


def _exception_of(books: Books, alert: Alert) -> ExceptionItem | None:
    finding = alert.finding
    kind = _KINDS.get(finding.trigger, finding.trigger)
    standing = books.exceptions.standing_about(finding.records[:1])
    return next((each for each in standing if each.kind == kind), None)
