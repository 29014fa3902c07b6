"""All that runs by the clock, and when."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.equipment import Equipment
from bot.settings import Settings
from jobs.advise_lines import advise_lines
from jobs.ask_about_missing import ask_what_is_missing
from jobs.draft_reminders import remind_of_drafts
from jobs.expire_approvals import let_approvals_lapse
from jobs.lapse_counts import let_counts_lapse
from jobs.lapse_handovers import let_handovers_lapse
from jobs.look_through_books import look_through_books
from jobs.match_records import match_records
from jobs.nightly_verification import verify_at_night
from jobs.remind_of_advances import remind_of_advances
from jobs.remind_of_transfers import remind_of_transfers
from jobs.ring_alerts import ring
from jobs.scheduler import Job, Work
from jobs.send_digests import send_digests
from jobs.sweep_job_runs import sweep_job_runs
from jobs.sweep_sent_pictures import sweep_sent_pictures
from jobs.tell_of_alerts import tell_of_alerts
from jobs.tell_of_banks import tell_of_banks
from jobs.tell_of_closing import tell_of_closing, watch_closing
from jobs.tell_of_lines import tell_of_lines
from jobs.tell_of_restatements import tell_of_restatements
from locales.words import words_of
from services.filing.clerk import Clerk
from services.matching.matcher import Matcher
from services.messages import QueuedMessage
from services.ports import Clock, Database
from services.running.job_types import Daily, Every, JobPlan

_SWEEP_AT = dt.time(4, 15)
_SWEEP_RUNS_AT = dt.time(4, 45)
_LINES_AT = dt.time(9, 0)
_RESTATE_AT = dt.time(9, 20)
_CLOSING_AT = dt.time(9, 40)
_LETTER_AT = dt.time(9, 30)
_REMIND_AT = dt.time(10, 30)

_MADE_UP_ALWAYS = dt.timedelta(days=1)
_MADE_UP_BY_DAY = dt.timedelta(hours=3)
"""What speaks to people is not made up later: who asks about a day the next morning is odd."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What jobs work with."""

    settings: Settings
    database: Database
    clock: Clock
    equipment: Equipment
    clerk: Clerk
    matcher: Matcher
    announce: Callable[[Sequence[QueuedMessage]], None]


Makes: TypeAlias = Callable[[Desk], Iterator[Job]]


def jobs_of(desk: Desk) -> tuple[Job, ...]:
    """Give every job that this process runs."""
    groups: tuple[Makes, ...] = (_books, _lapses, _reminders, _news)
    return tuple(job for makes in groups for job in makes(desk))


def _books(desk: Desk) -> Iterator[Job]:
    """Match, prove, tidy up."""
    database, clock, equipment, announce = (
        desk.database,
        desk.clock,
        desk.equipment,
        desk.announce,
    )
    news = equipment.exception_news
    yield _every(
        "match_records",
        1,
        lambda: match_records(database, clock, desk.matcher, news, announce),
    )
    yield _every(
        "look_through_books",
        15,
        lambda: look_through_books(database, clock, news, equipment.inquiry_news, announce),
    )
    if (ask := equipment.accounts_of) is not None:
        yield _every("advise_lines", 3, lambda: advise_lines(database, ask))
    yield _by_night(
        "nightly_verification",
        desk.settings.verify_at,
        lambda: verify_at_night(database, clock, equipment.alert_news, announce),
    )
    yield _every("watch_closing", 30, lambda: watch_closing(database, clock))
    yield _by_night("sweep_sent_pictures", _SWEEP_AT, lambda: sweep_sent_pictures(database, clock))
    yield _by_night("sweep_job_runs", _SWEEP_RUNS_AT, lambda: sweep_job_runs(database, clock))


def _lapses(desk: Desk) -> Iterator[Job]:
    """End what nobody decided on in time."""
    known = (desk.database, desk.clock, words_of, desk.announce)
    news = desk.equipment.approval_news
    yield _every(
        "expire_approvals",
        3,
        lambda: let_approvals_lapse(desk.database, desk.clock, news, desk.announce),
    )
    yield _every("lapse_handovers", 15, lambda: let_handovers_lapse(*known))
    yield _every("lapse_counts", 15, lambda: let_counts_lapse(*known))


def _reminders(desk: Desk) -> Iterator[Job]:
    """Ask people once more."""
    database, clock, announce = desk.database, desk.clock, desk.announce
    if (again := desk.equipment.ask_again) is not None:
        yield _every(
            "draft_reminders", 5, lambda: remind_of_drafts(database, clock, again, announce)
        )
    if (asked := desk.equipment.transfer_asked_again) is not None:
        yield _every(
            "transfer_reminders",
            5,
            lambda: remind_of_transfers(database, clock, asked, announce),
        )
    yield _by_day(
        "remind_of_advances",
        _REMIND_AT,
        lambda: remind_of_advances(database, clock, words_of, announce),
    )


def _news(desk: Desk) -> Iterator[Job]:
    """Tell people of what waits for them."""
    database, clock, announce = desk.database, desk.clock, desk.announce
    news = desk.equipment.alert_news
    yield _every("ring_alerts", 1, lambda: ring(database, clock, news, announce))
    if (letter := desk.equipment.alert_letter) is not None:
        yield _by_day(
            "tell_of_alerts",
            _LETTER_AT,
            lambda: tell_of_alerts(database, clock, letter, announce),
        )
    alerts = desk.equipment.bank_alerts
    yield _every("tell_of_banks", 15, lambda: tell_of_banks(database, clock, alerts, announce))
    if (morning := desk.equipment.morning) is not None:
        yield _by_day(
            "tell_of_lines",
            _LINES_AT,
            lambda: tell_of_lines(database, clock, desk.clerk, morning, announce),
        )
    yield _by_day(
        "tell_of_restatements",
        _RESTATE_AT,
        lambda: tell_of_restatements(database, clock, desk.equipment.restatement_news, announce),
    )
    closing = desk.equipment.closing_news
    yield _by_day(
        "tell_of_closing",
        _CLOSING_AT,
        lambda: tell_of_closing(database, clock, closing, announce),
    )
    if (put := desk.equipment.missing_question) is not None:
        yield _by_day(
            "ask_what_is_missing",
            desk.settings.ask_at,
            lambda: ask_what_is_missing(database, clock, put, announce),
        )
    if (write := desk.equipment.write_digest) is not None:
        yield _every("send_digests", 5, lambda: send_digests(database, clock, write, announce))


def _every(name: str, minutes: int, work: Work) -> Job:
    rhythm = Every(minutes)
    return Job(JobPlan(name, rhythm, dt.timedelta(minutes=minutes)), work)


def _by_night(name: str, at: dt.time, work: Work) -> Job:
    return Job(JobPlan(name, Daily(at), _MADE_UP_ALWAYS), work)


def _by_day(name: str, at: dt.time, work: Work) -> Job:
    return Job(JobPlan(name, Daily(at), _MADE_UP_BY_DAY), work)
