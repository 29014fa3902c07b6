"""What is told, when, and how often: whatever is found, in whatever order."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alerts.alert import Alert, AlertState
from alerts.engine import BUNDLE_MAX, Policy, plan, settle, told, unheard
from alerts.finding import Finding, Severity
from ledger.money import Money

NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
DAY = NOW.date()


def finding(number: int = 1, level: int = 1, severity: Severity = Severity.MIDDLE) -> Finding:
    amount = Money(number, "UAH")
    return Finding("t", str(number), "s", severity, level, amount, (), "t", DAY, DAY)


def alert(number: int, severity: Severity, state: AlertState = AlertState.WAITING) -> Alert:
    return Alert(finding(number, severity=severity), state, NOW, id=number)


severities = st.lists(st.sampled_from(Severity), max_size=500)


@given(severities, st.integers(1, 30), st.integers(0, 30), st.integers(0, 23))
def test_the_cap_holds_by_day_and_no_critical_one_is_ever_lost(
    given_severities: list[Severity], cap: int, told_today: int, hour: int
) -> None:
    waiting = [alert(number, each) for number, each in enumerate(given_severities)]
    policy, local = Policy(cap=cap), NOW.replace(hour=hour)
    messages = plan(waiting, policy, local=local, told_today=told_today).messages
    critical = {each.id for each in waiting if each.finding.severity is Severity.CRITICAL}
    spoken = [each.id for message in messages for each in message]
    assert len(spoken) == len(set(spoken))
    assert critical <= set(spoken)
    others = [each for each in messages if each[0].finding.severity is not Severity.CRITICAL]
    room = 0 if policy.is_quiet(local.time()) else max(0, cap - told_today)
    assert len(others) <= room
    if room:
        assert len(spoken) == len(waiting)
    for message in messages[:-1]:
        assert len(message) <= BUNDLE_MAX


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 5)), max_size=60))
def test_nothing_is_told_again_unless_it_is_worse(finds: list[tuple[int, int]]) -> None:
    standing: dict[tuple[str, str], Alert] = {}
    worst: dict[str, int] = {}
    for number, level in finds:
        found = finding(number, level)
        settled = settle([found], standing, looked=(), events=(), floors={}, now=NOW)
        is_news = bool(settled.new or settled.changed)
        assert is_news == (level > worst.get(found.key, 0))
        worst[found.key] = max(level, worst.get(found.key, 0))
        for new in settled.new:
            standing[new.name] = Alert(new, AlertState.WAITING, NOW, id=number)
        for each in (*settled.changed, *settled.updated):
            standing[each.finding.name] = each
        standing = {name: told(each, NOW) for name, each in standing.items()}


def test_what_is_found_no_more_is_over_only_if_its_trigger_was_run() -> None:
    mine = alert(1, Severity.HIGH, AlertState.TOLD)
    standing = {mine.finding.name: mine}
    assert settle([], standing, looked=(), events=(), floors={}, now=NOW).closed == ()
    assert settle([], standing, looked={"t"}, events=(), floors={}, now=NOW).closed == (mine,)
    answered = {mine.finding.name: replace(mine, state=AlertState.ANSWERED)}
    assert settle([], answered, looked={"t"}, events=(), floors={}, now=NOW).closed == ()


def test_what_was_of_no_use_is_told_only_above_twice_its_money_unless_it_is_critical() -> None:
    floors = {("t", "s"): 10}

    def news(each: Finding) -> bool:
        return bool(settle([each], {}, looked=(), events=(), floors=floors, now=NOW).new)

    assert not news(finding(20))
    assert news(finding(21))
    assert news(finding(5, severity=Severity.CRITICAL))


def test_an_event_that_nobody_asks_about_lapses_and_what_stands_does_not() -> None:
    old = replace(alert(1, Severity.HIGH, AlertState.TOLD), found_at=NOW - dt.timedelta(days=45))
    standing = {old.finding.name: old}
    found = [old.finding]
    assert settle(found, standing, looked={"t"}, events={"t"}, floors={}, now=NOW).lapsed == (old,)
    assert settle(found, standing, looked={"t"}, events=(), floors={}, now=NOW).lapsed == ()


def test_nobody_reacting_is_noticed_once_and_by_day_unless_critical() -> None:
    critical = told(alert(1, Severity.CRITICAL), NOW)
    high, low = told(alert(2, Severity.HIGH), NOW), told(alert(3, Severity.LOW), NOW)
    seen = replace(told(alert(4, Severity.HIGH), NOW), seen_at=NOW)
    every = (critical, high, low, seen)
    policy = Policy()
    assert unheard(every, policy, local=NOW + dt.timedelta(minutes=59)) == ()
    assert unheard(every, policy, local=NOW + dt.timedelta(hours=1)) == (critical,)
    assert unheard(every, policy, local=NOW + dt.timedelta(hours=6)) == (critical, high)
    night = NOW + dt.timedelta(hours=9)
    assert unheard(every, policy, local=night) == (critical,)
    called = replace(critical, escalated_at=NOW)
    assert unheard([called], policy, local=night) == ()
