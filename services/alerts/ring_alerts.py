"""Run the triggers over what is new, and say which alerts are told, told again, or over."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from alerts import books_broken, count_short
from alerts.alert import Alert, AlertEvent, AlertHappened, AlertState
from alerts.engine import Policy, awake, plan, settle, told, unheard
from alerts.facts import Broken, Facts
from alerts.finding import Finding, Severity
from alerts.registry import BY_NAME, OF_PAYMENTS, TRIGGERS
from alerts.trigger import Trigger
from services.alerts.alert_facts import facts_now, payments_that_stand, with_names
from services.alerts.alert_ports import AlertSettings, Choice, Mark
from services.messages import Cause
from services.ports import Books
from services.ports import Finding as ProofFinding
from services.posting import shop_of

OVERLAP = dt.timedelta(minutes=10)
"""What was written while another look was on its way may bear an earlier time."""
_EVENTS = frozenset(each.name for each in TRIGGERS if each.is_event)
DAILY_AT = dt.time(9)
"""From then on the daily triggers are run."""


@dataclass(frozen=True, slots=True)
class AlertTelling:
    """Alerts that are told in one message."""

    id: int
    alerts: tuple[Alert, ...]

    @property
    def is_critical(self) -> bool:
        """Say whether the worst of them is critical."""
        return any(each.finding.severity is Severity.CRITICAL for each in self.alerts)


@dataclass(frozen=True, slots=True)
class Rung:
    """What a look came to."""

    tellings: tuple[AlertTelling, ...] = ()
    closed: tuple[Alert, ...] = ()
    """They were told, and are over."""
    unheard: tuple[Alert, ...] = ()
    """Nobody has reacted to them in time."""


def ring_alerts(books: Books, cause: Cause) -> Rung:
    """Look at what came since the last look; what is told is kept as told."""
    shop = shop_of(books)
    settings = settings_of(books, cause.at)
    local = shop.local(cause.at)
    is_daily = settings.daily_on != local.date() and local.time() >= DAILY_AT
    choices = books.alerts.choices()
    looked = [
        each
        for each in TRIGGERS
        if is_on(each, choices) and each.reads and (is_daily or not each.is_daily)
    ]
    standing = books.alerts.open()
    mark = _mark(books, cause.at)
    reads = frozenset(field for each in looked for field in each.reads)
    facts = facts_now(books, reads, settings.mark, standing, cause.at)
    daily_on = local.date() if is_daily else settings.daily_on
    books.alerts.set(replace(settings, mark=mark, daily_on=daily_on))
    _mark_refunds(books, facts, cause)
    found = with_names(books, told_once(found_in(facts, looked, choices, settings), standing))
    found += payments_that_stand(books, standing)
    off = {each.name for each in TRIGGERS if not is_on(each, choices)}
    return keep_found(books, found, {*off, *(each.name for each in looked)}, settings, cause)


def ring_of_books(books: Books, findings: Sequence[ProofFinding], cause: Cause) -> Rung:
    """Say what the proof of the books has found, or that they hold again."""
    settings = settings_of(books, cause.at)
    shop = shop_of(books)
    broken = tuple(Broken(each.invariant, each.detail) for each in findings)
    facts = Facts(shop.day_of(cause.at), shop.base_currency, broken=broken)
    trigger = BY_NAME[books_broken.NAME]
    choices = books.alerts.choices()
    found = found_in(facts, [trigger] if is_on(trigger, choices) else [], choices, settings)
    if books.alerts.settings() is None:
        books.alerts.set(settings)
    return keep_found(books, found, {trigger.name}, settings, cause)


def keep_found(
    books: Books,
    found: Sequence[Finding],
    looked: Collection[str],
    settings: AlertSettings,
    cause: Cause,
) -> Rung:
    """Keep what some triggers have found, and say what is told of it."""
    opened = books.alerts.open()
    standing = {each.finding.name: each for each in opened}
    standing |= books.alerts.standing({each.name for each in found} - standing.keys())
    floors = books.alerts.floors({(each.trigger, each.subject) for each in found})
    settled = settle(found, standing, looked=looked, events=_EVENTS, floors=floors, now=cause.at)
    books.alerts.add(settled.new, _event(AlertHappened.FOUND, cause))
    for each in settled.changed:
        books.alerts.change(each, _event(AlertHappened.WORSE, cause))
    for each in settled.updated:
        books.alerts.change(each)
    closed = _close(books, settled.closed, AlertHappened.CLOSED, cause)
    _close(books, settled.lapsed, AlertHappened.LAPSED, cause)
    if any((settled.new, settled.changed, settled.updated, settled.closed, settled.lapsed)):
        opened = books.alerts.open()
    tellings = _tell(books, opened, settings.policy, cause)
    if tellings:
        opened = books.alerts.open()
    return Rung(tellings, closed, _escalate(books, opened, settings.policy, cause))


def found_in(
    facts: Facts,
    triggers: Iterable[Trigger],
    choices: Mapping[str, Choice],
    settings: AlertSettings,
) -> list[Finding]:
    """Give what holds now and became known since each trigger was switched on."""
    found = []
    for each in triggers:
        choice = choices.get(each.name)
        since = settings.begun_on if choice is None else choice.since_on
        told = {} if choice is None else choice.chosen
        found += [
            finding
            for finding in each.look(facts, told)
            if finding.holds and finding.known_on >= since
        ]
    return found


def told_once(found: Sequence[Finding], standing: Iterable[Alert]) -> list[Finding]:
    """Leave out what would tell one payment a second time: the gravest word about it is enough."""
    rank = {name: place for place, name in enumerate(OF_PAYMENTS)}
    taken = {
        (key, each.finding.trigger)
        for each in standing
        if each.finding.trigger in rank
        for key in each.finding.records[:1]
    }
    spoken = {key for key, _ in taken}
    kept = []
    for each in sorted(found, key=lambda finding: rank.get(finding.trigger, -1)):
        about = each.records[0] if each.trigger in rank and each.records else None
        if about is None or about not in spoken or (about, each.trigger) in taken:
            kept.append(each)
            if about is not None:
                spoken.add(about)
                taken.add((about, each.trigger))
    return kept


def is_on(trigger: Trigger, choices: Mapping[str, Choice]) -> bool:
    """Say whether a trigger rings."""
    choice = choices.get(trigger.name)
    return trigger.is_on if choice is None else choice.is_on


def settings_of(books: Books, at: dt.datetime) -> AlertSettings:
    """Give how leaders are told; from the first look on, and with nothing of before it."""
    found = books.alerts.settings()
    return found or AlertSettings(shop_of(books).day_of(at), Policy(), _mark(books, at))


def rings_of_count(books: Books, short: int) -> bool:
    """Say whether a count that is short is told as an alert, and so by nothing else."""
    trigger = BY_NAME[count_short.NAME]
    return short > 0 and is_on(trigger, books.alerts.choices())


def _mark_refunds(books: Books, facts: Facts, cause: Cause) -> None:
    """Remember which refunds were looked at: their sales may have been found later than they."""
    if facts.refunds:
        books.links.mark_told([each.number for each in facts.refunds], cause.at)


def _mark(books: Books, at: dt.datetime) -> Mark:
    return Mark(*books.alert_facts.newest(), at - OVERLAP)


def _close(
    books: Books, alerts: Iterable[Alert], what: AlertHappened, cause: Cause
) -> tuple[Alert, ...]:
    """Close what is over; give what of it somebody was told."""
    done = []
    for each in alerts:
        closed = replace(each, state=AlertState.CLOSED, snoozed_until=None, closed_at=cause.at)
        kept = books.alerts.change(closed, _event(what, cause))
        if each.tellings:
            done.append(kept)
    return tuple(done)


def _tell(
    books: Books, opened: Sequence[Alert], policy: Policy, cause: Cause
) -> tuple[AlertTelling, ...]:
    local = shop_of(books).local(cause.at)
    woken = [
        books.alerts.change(each, _event(AlertHappened.WOKEN, cause))
        for each in awake(opened, local.date())
    ]
    waiting = [*woken, *(each for each in opened if each.state is AlertState.WAITING)]
    if not waiting:
        return ()
    dawn = local.replace(hour=0, minute=0, second=0, microsecond=0)
    today = books.alerts.told_since(dawn)
    tellings = []
    for message in plan(waiting, policy, local=local, told_today=today).messages:
        kept = tuple(
            books.alerts.change(told(each, cause.at), _event(AlertHappened.TOLD, cause))
            for each in message
        )
        is_critical = all(each.finding.severity is Severity.CRITICAL for each in kept)
        number = books.alerts.tell(kept, cause.at, is_critical=is_critical)
        tellings.append(AlertTelling(number, kept))
    return tuple(tellings)


def _escalate(
    books: Books, opened: Sequence[Alert], policy: Policy, cause: Cause
) -> tuple[Alert, ...]:
    local = shop_of(books).local(cause.at)
    return tuple(
        books.alerts.change(
            replace(each, escalated_at=cause.at), _event(AlertHappened.ESCALATED, cause)
        )
        for each in unheard(opened, policy, local=local)
    )


def _event(what: AlertHappened, cause: Cause) -> AlertEvent:
    return AlertEvent(what, cause.actor, cause.at)
