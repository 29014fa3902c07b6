"""Alerts, their history and settings in the database."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from alerts.alert import Alert, AlertEvent, AlertHappened, AlertState
from alerts.engine import Policy
from alerts.finding import Finding
from services.alerts.alert_ports import AlertCount, AlertSettings, Choice, Mark
from services.ports import StorageError
from storage.new_row import added_row
from storage.portions import portions
from storage.prepared import Prepared
from storage.repositories.alert_rows import alert_of, alert_values, finding_values
from storage.tables import alert, alert_choice, alert_event, alert_policy, alert_telling
from storage.upsert import upsert

_OPEN = (AlertState.WAITING.value, AlertState.TOLD.value, AlertState.SNOOZED.value)
_HOUR = 60
_SETTINGS = Prepared(select(alert_policy))
_CHOICES = Prepared(select(alert_choice))
_OPEN_ALERTS = Prepared(
    select(alert).where(or_(*(alert.c.state == each for each in _OPEN))).order_by(alert.c.id)
)
_last = (
    select(func.coalesce(func.max(alert_event.c.place), 0) + 1)
    .where(alert_event.c.alert_id == bindparam("its"))
    .scalar_subquery()
)
_TELL = Prepared(
    insert(alert_event).values(place=_last),
    fills=("alert_id", "what", "by", "at", "note"),
)


class SqlAlerts:
    """Fulfils services.alerts.alert_ports.Alerts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self) -> AlertSettings | None:
        """Give how leaders are told; None before the first look."""
        row = _SETTINGS.first(self._connection)
        if row is None:
            return None
        return AlertSettings(
            begun_on=row.begun_on,
            policy=Policy(_time(row.quiet_from), _time(row.quiet_until), row.cap),
            mark=Mark(row.last_entry, row.last_line, row.read_through),
            chat_id=row.chat_id,
            thread_id=row.thread_id,
            daily_on=row.daily_on,
        )

    def set(self, settings: AlertSettings) -> None:
        """Keep how leaders are told."""
        policy, mark = settings.policy, settings.mark
        values = {
            "begun_on": settings.begun_on,
            "quiet_from": _minutes(policy.quiet_from),
            "quiet_until": _minutes(policy.quiet_until),
            "cap": policy.cap,
            "chat_id": settings.chat_id,
            "thread_id": settings.thread_id,
            "last_entry": mark.entry,
            "last_line": mark.line,
            "read_through": mark.through,
            "daily_on": settings.daily_on,
        }
        self._connection.execute(
            upsert(self._connection, alert_policy)
            .values(id=1, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )

    def choices(self) -> Mapping[str, Choice]:
        """Give what the shop has set, by trigger."""
        rows = _CHOICES.rows(self._connection)
        return {row.trigger: Choice(row.is_on, row.since_on, dict(row.chosen)) for row in rows}

    def choose(self, trigger: str, choice: Choice) -> None:
        """Keep what the shop has set of a trigger."""
        values = {
            "is_on": choice.is_on,
            "since_on": choice.since_on,
            "chosen": dict(choice.chosen),
        }
        self._connection.execute(
            upsert(self._connection, alert_choice)
            .values(trigger=trigger, **values)
            .on_conflict_do_update(index_elements=["trigger"], set_=values)
        )

    def open(self) -> tuple[Alert, ...]:
        """Give those that wait, are told or put off, the oldest first."""
        return tuple(alert_of(row) for row in _OPEN_ALERTS.rows(self._connection))

    def standing(self, names: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Alert]:
        """Give those of some triggers and keys that are not closed, answered ones too."""
        stands = alert.c.state != AlertState.CLOSED.value
        return {
            each.finding.name: each
            for some in portions(names)
            for each in self._alerts(stands, tuple_(alert.c.trigger, alert.c.key).in_(some))
        }

    def find(self, alert_id: int) -> Alert | None:
        """Give one."""
        found = self._alerts(alert.c.id == alert_id)
        return found[0] if found else None

    def history(self, alert_id: int) -> tuple[AlertEvent, ...]:
        """Give what became of one, the oldest first."""
        rows = self._connection.execute(
            select(alert_event)
            .where(alert_event.c.alert_id == alert_id)
            .order_by(alert_event.c.place)
        )
        return tuple(AlertEvent(AlertHappened(row.what), row.by, row.at, row.note) for row in rows)

    def floors(self, subjects: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """Give, by trigger and subject, the money of the last one that was of no use."""
        found: dict[tuple[str, str], int] = {}
        for some in portions(subjects):
            rows = self._connection.execute(
                select(alert.c.trigger, alert.c.subject, alert.c.amount_minor, alert.c.useful)
                .where(
                    tuple_(alert.c.trigger, alert.c.subject).in_(some),
                    alert.c.useful.is_not(None),
                )
                .order_by(alert.c.id)
            )
            for trigger, subject, minor, useful in rows:
                if useful:
                    found.pop((trigger, subject), None)
                else:
                    found[trigger, subject] = minor
        return found

    def add(self, findings: Sequence[Finding], event: AlertEvent) -> None:
        """Keep new ones, which wait to be told."""
        for each in findings:
            key = added_row(
                self._connection,
                insert(alert).values(
                    **finding_values(each),
                    revision=1,
                    state=AlertState.WAITING.value,
                    found_at=event.at,
                    told_level=0,
                    tellings=0,
                ),
            )
            self._tell_of(key, event)

    def change(self, changed: Alert, event: AlertEvent | None = None) -> Alert:
        """Keep where one stands now, and what happened; its revision grows by one."""
        done = self._connection.execute(
            update(alert)
            .where(alert.c.id == changed.id, alert.c.revision == changed.revision)
            .values(alert_values(changed) | {"revision": changed.revision + 1})
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        if event is not None:
            self._tell_of(changed.id, event)
        return replace(changed, revision=changed.revision + 1)

    def tell(self, alerts: Sequence[Alert], at: dt.datetime, *, is_critical: bool) -> int:
        """Keep that some were told in one message; give the message's number."""
        key = added_row(
            self._connection,
            insert(alert_telling).values(told_at=at, is_critical=is_critical, alerts=len(alerts)),
        )
        for some in portions([each.id for each in alerts]):
            self._connection.execute(
                update(alert).where(alert.c.id.in_(some)).values(telling_id=key)
            )
        return key

    def told_since(self, at: dt.datetime) -> int:
        """Say how many messages were told since a moment, critical ones left out."""
        is_then = and_(alert_telling.c.told_at >= at, alert_telling.c.is_critical.is_(False))
        return self._connection.scalar(select(func.count()).where(is_then)) or 0

    def telling_of(self, alert_id: int) -> tuple[int, int] | None:
        """Give the message that told one last, and how many it told; None before."""
        row = self._connection.execute(
            select(alert_telling.c.id, alert_telling.c.alerts)
            .join(alert, alert.c.telling_id == alert_telling.c.id)
            .where(alert.c.id == alert_id)
        ).first()
        return None if row is None else (row[0], row[1])

    def told_with(self, alert_id: int) -> tuple[Alert, ...]:
        """Give all that were told by the same message as one, the gravest first."""
        its = select(alert.c.telling_id).where(alert.c.id == alert_id).scalar_subquery()
        found = self._alerts(alert.c.telling_id == its)
        return tuple(
            sorted(
                found,
                key=lambda each: (-each.finding.severity, -each.finding.amount.minor, each.id),
            )
        )

    def counts(self, first: dt.datetime, until: dt.datetime) -> tuple[AlertCount, ...]:
        """Count what was told from a moment on and before another one, by trigger."""
        is_then = and_(alert.c.told_at >= first, alert.c.told_at < until)
        rows = self._connection.execute(
            select(
                alert.c.trigger,
                func.count(),
                func.count().filter(alert.c.useful.is_(True)),
                func.count().filter(alert.c.useful.is_(False)),
            )
            .where(is_then)
            .group_by(alert.c.trigger)
            .order_by(alert.c.trigger)
        )
        return tuple(AlertCount(*row) for row in rows)

    def _tell_of(self, alert_id: int, event: AlertEvent) -> None:
        _TELL.run(
            self._connection,
            {
                "its": alert_id,
                "alert_id": alert_id,
                "what": event.what.value,
                "by": event.by,
                "at": event.at,
                "note": event.note,
            },
        )

    def _alerts(self, *where: ColumnElement[bool]) -> tuple[Alert, ...]:
        wanted = select(alert).where(*where).order_by(alert.c.id)
        return tuple(alert_of(row) for row in self._connection.execute(wanted).all())


def _time(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes, _HOUR))


def _minutes(time: dt.time) -> int:
    return time.hour * _HOUR + time.minute
