"""Notice what a shop usually tells on such a day and has not told today.

A habit is what stood in the books on most of the last same weekdays, or in each of the last
months on about this day. Only one finding is given, the surest: a person is asked once a day.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

TAKINGS = "takings"
"""The habit of telling what customers paid, whoever they were."""
WEEKS, WEEKS_MIN = 4, 3
"""A habit of a weekday stood on so many of the last same weekdays."""
OPEN_DAYS, OPEN_DAYS_MIN = 7, 6
"""Takings are missed when they stood on so many of the last days on which anything was told."""
MONTHS, MONTH_DAYS_NEAR, MONTH_DAYS_LATE = 3, 3, 4
"""A habit of the month came within so many days of its day, and is missed so many days later."""
DAYS_LOOKED_AT = 100
"""So far back facts are needed: three months and a little."""
REFUSALS_MAX = 2
"""So often in a row a person says "there was none" before that habit is not asked about again."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An operation that stands in the books: on which day, what for, with whom."""

    day: dt.date
    category: str
    counterparty: str | None


@dataclass(frozen=True, slots=True)
class Habit:
    """What is told again and again."""

    category: str
    """A category's code, or TAKINGS."""
    counterparty: str | None = None

    @property
    def key(self) -> str:
        """Name it, to remember answers under: "delivery|courier"."""
        return f"{self.category}|{(self.counterparty or '').casefold()}"


@dataclass(frozen=True, slots=True)
class MissingEntry:
    """A habit that is not kept today, and on how much it rests."""

    habit: Habit
    seen: int
    """On how many of the days that were looked at it stood."""
    looked_at: int
    last_day: dt.date


@dataclass(frozen=True, slots=True)
class Answers:
    """What people answered to earlier questions."""

    refused: Mapping[str, int] = field(default_factory=dict)
    """Habit key to how often in a row it was answered "there was none"."""
    muted: Collection[str] = ()
    """Keys that nobody wants to be asked about."""

    def may_ask(self, habit: Habit) -> bool:
        """Tell whether a question about a habit is welcome."""
        return habit.key not in self.muted and self.refused.get(habit.key, 0) < REFUSALS_MAX


def find_missing(
    sightings: Iterable[Sighting], *, day: dt.date, takings: Collection[str], answers: Answers
) -> MissingEntry | None:
    """Give what is missing on a day, the surest first; None when nothing is.

    Args:
        sightings: what stands in the books of this day and DAYS_LOOKED_AT before.
        day: the shop's day that is nearly over.
        takings: the categories under which customers pay.
        answers: what was answered before.
    """
    days: dict[Habit, set[dt.date]] = defaultdict(set)
    for each in sightings:
        days[Habit(each.category, each.counterparty)].add(each.day)
        if each.category in takings:
            days[Habit(TAKINGS)].add(each.day)
    is_open = {each for told in days.values() for each in told}
    found = []
    for habit, told in days.items():
        if habit.category in takings or not answers.may_ask(habit) or day in told:
            continue
        missing = _missing(habit, sorted(told), day)
        if missing is None and habit.category == TAKINGS:
            missing = _missing_while_open(habit, told, is_open, day)
        if missing is not None:
            found.append(missing)
    return min(found, key=_sureness, default=None)


def _missing(habit: Habit, told: Sequence[dt.date], day: dt.date) -> MissingEntry | None:
    weekdays = [day - dt.timedelta(weeks=back) for back in range(1, WEEKS + 1)]
    seen = [each for each in weekdays if each in told]
    if len(seen) >= WEEKS_MIN:
        return MissingEntry(habit, len(seen), WEEKS, seen[0])
    return _missing_of_month(habit, told, day)


def _missing_while_open(
    habit: Habit, told: Collection[dt.date], is_open: Collection[dt.date], day: dt.date
) -> MissingEntry | None:
    """Look whether takings were told on nearly every day with entries, and today has some, too."""
    lately = sorted((each for each in is_open if each < day), reverse=True)[:OPEN_DAYS]
    seen = [each for each in lately if each in told]
    if day not in is_open or len(lately) < OPEN_DAYS or len(seen) < OPEN_DAYS_MIN:
        return None
    return MissingEntry(habit, len(seen), OPEN_DAYS, seen[0])


def _missing_of_month(habit: Habit, told: Sequence[dt.date], day: dt.date) -> MissingEntry | None:
    """Look for what came about this day of each of the last months, and has not come now."""
    due = day - dt.timedelta(days=MONTH_DAYS_LATE)
    near = dt.timedelta(days=MONTH_DAYS_NEAR)
    if any(each >= due - near for each in told):
        return None
    months = [_months_before(due, back) for back in range(1, MONTHS + 1)]
    found = [[each for each in told if abs(each - month) <= near] for month in months]
    if not all(found) or _is_of_every_week(told, day):
        return None
    return MissingEntry(habit, MONTHS, MONTHS, found[0][-1])


def _is_of_every_week(told: Sequence[dt.date], day: dt.date) -> bool:
    """Tell whether it comes far more often than once a month, so that no day of it is due."""
    lately = [each for each in told if each >= day - dt.timedelta(weeks=MONTHS * WEEKS)]
    return len(lately) > 2 * MONTHS


def _months_before(day: dt.date, back: int) -> dt.date:
    months = day.year * 12 + day.month - 1 - back
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _sureness(missing: MissingEntry) -> tuple[bool, int, str]:
    """Order findings: takings first, then what was kept most strictly, then by name."""
    is_takings = missing.habit.category == TAKINGS
    return (not is_takings, missing.looked_at - missing.seen, missing.habit.key)
