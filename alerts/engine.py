"""From findings to what is told: once, again when worse, bundled, by day, within a cap.

Pure: what was told, the settings and the clock are handed in. Two steps, since a new alert gets
its number in between: `settle` says which alerts are new, worse or over; `plan` says which of
those that wait are told now, and in how many messages.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from alerts.alert import Alert, AlertState
from alerts.finding import Finding, Severity

BUNDLE_FROM = 3
"""From so many at once on they are one message."""
BUNDLE_MAX = 12
"""So many lines a message of several has at most."""
LAPSES = dt.timedelta(days=45)
"""What nobody asked about for so long is looked at no more."""
ESCALATES = {Severity.CRITICAL: dt.timedelta(hours=1), Severity.HIGH: dt.timedelta(hours=6)}
"""So long nobody reacts before somebody is told in person."""
USELESS_TIMES = 2
"""An alert that was of no use: the next of its kind and subject is told above so many times its
money."""


@dataclass(frozen=True, slots=True)
class Policy:
    """When leaders are spoken to, and how often."""

    quiet_from: dt.time = dt.time(20)
    quiet_until: dt.time = dt.time(8)
    cap: int = 12
    """So many messages a day at most; what is critical is not counted."""

    def is_quiet(self, at: dt.time) -> bool:
        """Say whether nothing but what is critical is told now; two equal ends are no night."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until


@dataclass(frozen=True, slots=True)
class Settled:
    """What findings come to for the alerts that there are."""

    new: tuple[Finding, ...]
    changed: tuple[Alert, ...]
    """Found again, and worse: they wait to be told once more."""
    updated: tuple[Alert, ...]
    """Found again otherwise, but no worse: only what is known of them changes."""
    closed: tuple[Alert, ...]
    lapsed: tuple[Alert, ...]


def settle(
    found: Iterable[Finding],
    standing: Mapping[tuple[str, str], Alert],
    *,
    looked: Collection[str],
    events: Collection[str],
    floors: Mapping[tuple[str, str], int],
    now: dt.datetime,
) -> Settled:
    """Say which alerts are new, worse, or over.

    Args:
        found: what triggers have found, each that holds.
        standing: the alerts that are not closed, by their finding's name.
        looked: the triggers that were run; what others found before stays as it is.
        events: the triggers that find what has happened, and nobody can bring to an end.
        floors: the money, by trigger and subject, below which it was said to be of no use.
        now: the moment.
    """
    once = {each.name: each for each in reversed(tuple(found))}
    events_met = [
        each for name, each in standing.items() if name in once and each.finding.trigger in events
    ]
    lapsed = [each for each in events_met if _is_old(each, now)]
    over = {each.id for each in lapsed}
    met = {name: each for name, each in standing.items() if name in once and each.id not in over}
    worse, other = _found_again(met, once)
    gone = [
        each
        for name, each in standing.items()
        if name not in once and each.finding.trigger in looked and each.is_open
    ]
    new = [each for name, each in once.items() if name not in standing]
    return Settled(
        new=tuple(each for each in new if not _is_useless(each, floors)),
        changed=worse,
        updated=other,
        closed=tuple(gone),
        lapsed=tuple(lapsed),
    )


def _found_again(
    met: Mapping[tuple[str, str], Alert], once: Mapping[tuple[str, str], Finding]
) -> tuple[tuple[Alert, ...], tuple[Alert, ...]]:
    """Part alerts into those that are worse, and those of which only something else is known."""
    worse: list[Alert] = []
    other: list[Alert] = []
    for name, each in met.items():
        finding = once[name]
        if finding.level > max(each.told_level, each.finding.level):
            worse.append(_worse(each, finding))
        elif each.is_open and (kept := _no_milder(each, finding)) != each.finding:
            other.append(replace(each, finding=kept))
    return tuple(worse), tuple(other)


def _is_old(alert: Alert, now: dt.datetime) -> bool:
    return alert.is_open and now - alert.found_at >= LAPSES


def _worse(mine: Alert, finding: Finding) -> Alert:
    """Have an alert told again; what somebody put off stays so, unless it is critical now."""
    is_put_off = mine.state is AlertState.SNOOZED and finding.severity is not Severity.CRITICAL
    return replace(
        mine,
        finding=finding,
        state=AlertState.SNOOZED if is_put_off else AlertState.WAITING,
        snoozed_until=mine.snoozed_until if is_put_off else None,
    )


def _no_milder(mine: Alert, finding: Finding) -> Finding:
    """Keep the worst level that was found, so that going up and down is not told each time."""
    return replace(finding, level=max(mine.finding.level, finding.level))


def _is_useless(finding: Finding, floors: Mapping[tuple[str, str], int]) -> bool:
    floor = floors.get((finding.trigger, finding.subject))
    if floor is None or finding.severity is Severity.CRITICAL:
        return False
    return finding.amount.minor <= floor * USELESS_TIMES


@dataclass(frozen=True, slots=True)
class Plan:
    """What is told now: each a message, of one alert or of several."""

    messages: tuple[tuple[Alert, ...], ...]


def plan(waiting: Sequence[Alert], policy: Policy, *, local: dt.datetime, told_today: int) -> Plan:
    """Say which alerts are told now, and together with which.

    Args:
        waiting: the alerts that are to be told.
        policy: quiet hours and cap.
        local: now, by the shop's clock.
        told_today: how many messages of alerts, but critical ones, went out today.
    """
    ordered = sorted(waiting, key=_gravest_first)
    critical = [each for each in ordered if each.finding.severity is Severity.CRITICAL]
    others = [each for each in ordered if each.finding.severity is not Severity.CRITICAL]
    messages = _bundled(critical)
    if policy.is_quiet(local.time()):
        return Plan(tuple(messages))
    room = max(0, policy.cap - told_today)
    bundles = _bundled(others)[:room]
    if room and len(bundles) == room and sum(map(len, bundles)) < len(others):
        # The last message that the day has room for names all that is left, and shows the gravest.
        told = sum(map(len, bundles[:-1]))
        bundles[-1] = tuple(others[told:])
    return Plan((*messages, *bundles))


def _bundled(alerts: Sequence[Alert]) -> list[tuple[Alert, ...]]:
    """Give a few one by one, many in messages of several lines."""
    if len(alerts) < BUNDLE_FROM:
        return [(each,) for each in alerts]
    return [
        tuple(alerts[start : start + BUNDLE_MAX]) for start in range(0, len(alerts), BUNDLE_MAX)
    ]


def _gravest_first(alert: Alert) -> tuple[int, int, dt.datetime, int]:
    return (-alert.finding.severity, -alert.finding.amount.minor, alert.found_at, alert.id)


def told(alert: Alert, at: dt.datetime) -> Alert:
    """Give an alert as it stands once it is told."""
    return replace(
        alert,
        state=AlertState.TOLD,
        told_at=at,
        told_level=alert.finding.level,
        tellings=alert.tellings + 1,
        seen_at=None,
        escalated_at=None,
    )


def awake(standing: Iterable[Alert], today: dt.date) -> tuple[Alert, ...]:
    """Give what was put off until today, as it waits to be told again."""
    return tuple(
        replace(each, state=AlertState.WAITING, snoozed_until=None)
        for each in standing
        if each.snoozed_until is not None and each.snoozed_until <= today
    )


def unheard(standing: Iterable[Alert], policy: Policy, *, local: dt.datetime) -> tuple[Alert, ...]:
    """Give what was told and nobody has reacted to in time; each once, by day unless critical."""
    is_quiet = policy.is_quiet(local.time())
    return tuple(
        each for each in standing if _is_unheard(each, local) and not (is_quiet and _waits(each))
    )


def _is_unheard(alert: Alert, now: dt.datetime) -> bool:
    after = ESCALATES.get(alert.finding.severity)
    if alert.state is not AlertState.TOLD or alert.told_at is None or after is None:
        return False
    is_new = alert.seen_at is None and alert.escalated_at is None
    return is_new and now - alert.told_at >= after


def _waits(alert: Alert) -> bool:
    return alert.finding.severity is not Severity.CRITICAL
