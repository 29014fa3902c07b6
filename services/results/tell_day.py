"""Keep days as they are told, and tell what has changed in them since."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledger.days import Days
from reports.restatements import Restatement, lines_of, restatements_of
from services.ports import Books
from services.posting import shop_of
from services.results.report_results import each_day_results, turnover_results
from services.results.told_day_ports import ToldDay

KEPT_AT_ONCE = 31
"""So many days at most are kept at one time: after a long silence older ones were never told."""
_LOOKED_AT_ONCE = 366
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayRestated:
    """A day whose result was told otherwise before."""

    before: ToldDay
    restatements: tuple[Restatement, ...]
    """By currency."""
    told_at: dt.datetime | None = None
    """When it was told; None while it waits to be."""


def tell_day(books: Books, day: dt.date, now: dt.datetime) -> None:
    """Keep a day that is over as it is told now; one that was told before stays as it was."""
    is_over = day < shop_of(books).day_of(now)
    if is_over and not books.told_days.newest(Days.one(day)):
        _keep(books, day, version=1, now=now)


def tell_days_over(books: Books, now: dt.datetime) -> int:
    """Keep the days that are over and were told by nobody; say how many."""
    yesterday = shop_of(books).day_of(now) - _DAY
    last = books.told_days.last_day()
    first = yesterday if last is None else max(last + _DAY, yesterday - _DAY * (KEPT_AT_ONCE - 1))
    days = [first + _DAY * each for each in range((yesterday - first).days + 1)]
    for day in days:
        tell_day(books, day, now)
    return len(days)


def change_of(books: Books, day: dt.date) -> DayRestated | None:
    """Give how a day has changed since it was told last; None where it has not, or never was."""
    newest = books.told_days.newest(Days.one(day))
    if not newest:
        return None
    (told,) = newest
    late = books.told_days.late_legs(day, told.through_entry)
    found = restatements_of(day, told.lines, late)
    return DayRestated(told, found) if found else None


def changed_days(books: Books, days: Days | None = None) -> Sequence[dt.date]:
    """Give the days that say otherwise now than they were told, of some days or of all."""
    first, last = books.told_days.first_day(), books.told_days.last_day()
    if first is None or last is None:
        return ()
    if days is not None:
        first, last = max(first, days.first), min(last, days.last)
    return tuple(
        day
        for some in _stretches(first, last)
        for day in _changed_in(books, books.told_days.newest(some))
    )


def restate(books: Books, day: dt.date, now: dt.datetime) -> DayRestated | None:
    """Keep what a day says now as the word from now on; give what is to be told of it."""
    books.journal.hold()
    change = change_of(books, day)
    if change is not None:
        _keep(books, day, version=change.before.version + 1, now=now)
    return change


def restatements_told(books: Books, limit: int, offset: int = 0) -> Sequence[DayRestated]:
    """Give the restatements that were told, the last first."""
    return tuple(_told_again(books, each) for each in books.told_days.restated(limit, offset))


def _told_again(books: Books, told: ToldDay) -> DayRestated:
    versions = {each.version: each for each in books.told_days.versions(told.day)}
    before = versions[told.version - 1]
    late = books.told_days.late_legs(told.day, before.through_entry, told.through_entry)
    return DayRestated(before, restatements_of(told.day, before.lines, late), told.told_at)


def _keep(books: Books, day: dt.date, *, version: int, now: dt.datetime) -> None:
    through = books.journal.hold()
    found = turnover_results(books, Days.one(day)).currencies
    lines = (lines_of(each) for each in found)
    some = tuple(each for each in lines if each != type(each).none(each.currency))
    books.told_days.add(ToldDay(day, version, through, now, some))


def _stretches(first: dt.date, last: dt.date) -> Iterator[Days]:
    while first <= last:
        end = min(last, first + _DAY * (_LOOKED_AT_ONCE - 1))
        yield Days(first, end)
        first = end + _DAY


def _changed_in(books: Books, told: Sequence[ToldDay]) -> Iterable[dt.date]:
    now = each_day_results(books, [each.day for each in told]) if told else {}
    for each in told:
        found = now.get(each.day)
        lines = [] if found is None else [lines_of(one) for one in found.currencies]
        earned = {one for one in lines if one != type(one).none(one.currency)}
        if earned != set(each.lines):
            yield each.day
