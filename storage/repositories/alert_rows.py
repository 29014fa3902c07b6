"""Alerts as rows, both ways; what a reason is told with is kept with its types."""

import datetime as dt
from collections.abc import Mapping

from alerts.alert import Alert, AlertState
from alerts.finding import Finding, Said, Severity
from ledger.money import Money
from storage.prepared import AnyRow


def alert_values(alert: Alert) -> dict[str, object]:
    """Give the columns of an alert, but for its id and revision."""
    return finding_values(alert.finding) | {
        "state": alert.state.value,
        "found_at": alert.found_at,
        "told_at": alert.told_at,
        "told_level": alert.told_level,
        "tellings": alert.tellings,
        "seen_at": alert.seen_at,
        "useful": alert.useful,
        "snoozed_until": alert.snoozed_until,
        "assignee_id": alert.assignee_id,
        "escalated_at": alert.escalated_at,
        "closed_at": alert.closed_at,
    }


def finding_values(finding: Finding) -> dict[str, object]:
    """Give the columns of a finding."""
    return {
        "trigger": finding.trigger,
        "key": finding.key,
        "subject": finding.subject,
        "severity": int(finding.severity),
        "level": finding.level,
        "amount_minor": finding.amount.minor,
        "currency": finding.amount.currency,
        "records": list(finding.records),
        "reason": finding.reason,
        "day": finding.day,
        "known_on": finding.known_on,
        "said": {name: _written(value) for name, value in finding.said.items()},
    }


def alert_of(row: AnyRow) -> Alert:
    """Read an alert."""
    finding = Finding(
        trigger=row.trigger,
        key=row.key,
        subject=row.subject,
        severity=Severity(row.severity),
        level=row.level,
        amount=Money(row.amount_minor, row.currency),
        records=tuple(row.records),
        reason=row.reason,
        day=row.day,
        known_on=row.known_on,
        said=_said(row.said),
    )
    return Alert(
        finding=finding,
        state=AlertState(row.state),
        found_at=row.found_at,
        told_at=row.told_at,
        told_level=row.told_level,
        tellings=row.tellings,
        seen_at=row.seen_at,
        useful=row.useful,
        snoozed_until=row.snoozed_until,
        assignee_id=row.assignee_id,
        escalated_at=row.escalated_at,
        closed_at=row.closed_at,
        id=row.id,
        revision=row.revision,
    )


def _written(value: Said) -> list[str | int]:
    match value:
        case Money(minor, currency):
            return ["money", minor, currency]
        case dt.date():
            return ["date", value.isoformat()]
        case int():
            return ["int", value]
        case str():
            return ["str", value]


def _said(kept: Mapping[str, list[str | int]]) -> dict[str, Said]:
    return {name: _read(*value) for name, value in kept.items()}


def _read(kind: str | int, value: str | int, currency: str | int = "") -> Said:
    match kind:
        case "money":
            return Money(int(value), str(currency))
        case "date":
            return dt.date.fromisoformat(str(value))
        case _:
            return value
