"""Settlement terms: who pays out when, what is late, what is tolerated; data, not code."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

_DEFAULT = Path(__file__).with_name("terms.toml")
_DAY = dt.timedelta(days=1)
_WEEK_DAYS = 7
_WHOLE = 100_000
_PERCENT = re.compile(r"(\d{1,2})(?:\.(\d{1,3}))? ?%")


class TermsError(ValueError):
    """A settlement-terms file says something that cannot be."""


@dataclass(frozen=True, slots=True)
class Provider:
    """How one provider settles.

    `batch` is day, week or cutoff; `after` is the least and the most days between a batch's end
    and its payout, banking days unless there are `weekdays`.
    """

    name: str
    names: tuple[str, ...] = ()
    methods: frozenset[str] = frozenset()
    batch: str = "day"
    weekdays: frozenset[int] = frozenset()
    after: tuple[int, int] = (1, 3)
    late_after_days: int = 10
    fee: "Tariff | None" = None
    """None where nothing is agreed, or it isn't known."""

    on_delivery: bool = False
    """Paid when the goods are there, so never in the hours of the order."""
    names_buyer: bool = False
    """Its reports name who bought, not whose card paid."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a provider keeps of each charge: so many hundred-thousandths of it, and a fixed sum."""

    rate: int
    """In hundred-thousandths: 1.5 % is 1500."""
    fixed: int = 0
    """In minor units."""
    least: int = 0
    """In minor units; no charge costs less."""
    refunds_too: bool = False
    """Whether what is given back brings its part of the fee back."""

    def of(self, gross: int) -> int:
        """Give the fee of a charge, or of a refund, below zero; rounded half up once."""
        if gross <= 0:
            return -self._of(-gross) if self.refunds_too else 0
        return max(self._of(gross) + self.fixed, self.least)

    def _of(self, amount: int) -> int:
        return (amount * self.rate + _WHOLE // 2) // _WHOLE


@dataclass(frozen=True)
class Calendar:
    """Which days banks work."""

    weekend: frozenset[int] = frozenset({6, 7})
    holidays: frozenset[tuple[int, int]] = frozenset()

    def is_banking(self, day: dt.date) -> bool:
        """Tell whether banks work that day."""
        return day.isoweekday() not in self.weekend and (day.month, day.day) not in self.holidays

    def add(self, day: dt.date, banking_days: int) -> dt.date:
        """Go forward so many banking days; none is the day itself, or the next that is one."""
        known = self._added.get((day, banking_days))
        if known is None:
            known = self._added[(day, banking_days)] = self._walk(day, banking_days)
        return known

    def between(self, first: dt.date, last: dt.date) -> int:
        """Count the banking days after the first day up to the last; none if it is not later."""
        count = 0
        while first < last:
            first += _DAY
            count += self.is_banking(first)
        return count

    def _walk(self, day: dt.date, banking_days: int) -> dt.date:
        left = banking_days
        while left > 0 or not self.is_banking(day):
            day += _DAY
            left -= self.is_banking(day)
        return day

    @cached_property
    def _added(self) -> dict[tuple[dt.date, int], dt.date]:
        return {}


@dataclass(frozen=True)
class Terms:
    """All that is agreed and wished."""

    calendar: Calendar = field(default_factory=Calendar)
    tolerance: Mapping[str, int] = field(default_factory=dict)
    providers: Mapping[str, Provider] = field(default_factory=dict)
    other_provider: Provider = field(default_factory=lambda: Provider(""))
    kinds: tuple[str, ...] = ()
    release_prefixes: tuple[str, ...] = ()
    deposit_categories: frozenset[str] = frozenset()
    categories_without_order: frozenset[str] = frozenset()
    unpaid_after_days: int = 14
    payout_to_bank_days: int = 7
    deposit_to_bank_days: int = 7
    deposit_banking_days: int = 2

    def tolerates(self, currency: str) -> int:
        """Give the difference, in minor units, that is none."""
        told = self.tolerance.get(currency)
        return told if told is not None else self.tolerance.get("other", 0)

    def provider(self, name: str) -> Provider:
        """Give how a provider settles; one that is not named settles as the others do."""
        return self.providers.get(name, self.other_provider)

    def is_release(self, payout: str) -> bool:
        """Tell by its key whether a payout releases a reserve."""
        return payout.partition(":")[2].startswith(self.release_prefixes)

    def batch_end(self, provider: str, day: dt.date) -> dt.date:
        """Give the last day of the batch that takes what was paid on a day."""
        how = self.provider(provider)
        if how.batch == "week":
            return day + (_WEEK_DAYS - day.isoweekday()) * _DAY
        return day

    def batch_of(self, provider: str, day: dt.date) -> dt.date:
        """Give a day that all have in common whose payments ride in one batch."""
        if self.provider(provider).batch == "cutoff":
            return self.payout_days(provider, day)[0]
        return self.batch_end(provider, day)

    def payout_days(self, provider: str, day: dt.date) -> tuple[dt.date, dt.date]:
        """Give the first and the last day on which a day's payments should be paid out."""
        how, end = self.provider(provider), self.batch_end(provider, day)
        if not how.weekdays:
            return self.calendar.add(end, how.after[0]), self.calendar.add(end, how.after[1])
        paid = end + how.after[0] * _DAY
        while paid.isoweekday() not in how.weekdays:
            paid += _DAY
        return paid, self.calendar.add(paid, 0)


def read_terms(path: Path | None = None) -> Terms:
    """Read settlement terms from a file, or those that come with Tilly.

    Raises:
        TermsError: the file is no TOML, or a value in it cannot be.
    """
    try:
        found = tomllib.loads((path or _DEFAULT).read_text(encoding="utf-8"))
        return _terms(found)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"{path or _DEFAULT}: {error}"
        raise TermsError(message) from error


def _terms(found: Mapping[str, object]) -> Terms:
    limits = _table(found, "limits")
    days = {name: _whole(value) for name, value in limits.items()}
    return Terms(
        calendar=Calendar(
            frozenset(_whole(day) for day in _list(found, "weekend")),
            frozenset(_month_day(str(day)) for day in _list(found, "holidays")),
        ),
        tolerance={name: _whole(value) for name, value in _table(found, "tolerance").items()},
        providers={
            provider.name: provider
            for provider in (_provider(each) for each in _list(found, "provider"))
        },
        other_provider=_provider({"name": "", **_table(found, "other_provider")}),
        kinds=tuple(str(kind) for kind in _list(_table(found, "exceptions"), "kinds")),
        release_prefixes=tuple(
            str(prefix) for prefix in _list(_table(found, "releases"), "prefixes")
        ),
        deposit_categories=_names(_table(found, "cash"), "deposits"),
        categories_without_order=_names(_table(found, "cash"), "without_order"),
        **days,
    )


def _provider(found: object) -> Provider:
    if not isinstance(found, dict):
        message = f"a provider is a table, not {found!r}"
        raise TermsError(message)
    batch = str(found.get("batch", "day"))
    if batch not in {"day", "week", "cutoff"}:
        message = f"a batch is a day, a week or a cutoff, not {batch!r}"
        raise TermsError(message)
    least, most = (_whole(each) for each in _list(found, "after") or (1, 3))
    return Provider(
        name=str(found["name"]),
        names=tuple(str(name) for name in _list(found, "names")),
        methods=_names(found, "methods"),
        batch=batch,
        weekdays=frozenset(_whole(day) for day in _list(found, "weekdays")),
        after=(least, most),
        late_after_days=_whole(found.get("late_after_days", 10)),
        fee=_tariff(_table(found, "fee")),
        on_delivery=found.get("on_delivery") is True,
        names_buyer=found.get("names_buyer") is True,
    )


def _tariff(found: Mapping[str, object]) -> Tariff | None:
    """Read what is agreed of fees: a rate such as "1.5 %", and what is fixed, in minor units."""
    if not found:
        return None
    rate = _PERCENT.fullmatch(str(found.get("rate", "0 %")))
    if rate is None:
        message = f"{found['rate']!r} is no rate; one is written like 1.5 %"
        raise TermsError(message)
    return Tariff(
        int(rate[1]) * 1000 + int((rate[2] or "").ljust(3, "0")),
        _whole(found.get("fixed", 0)),
        _whole(found.get("least", 0)),
        refunds_too=found.get("refunds_too") is True,
    )


def _table(found: Mapping[str, object], name: str) -> dict[str, object]:
    value = found.get(name, {})
    if not isinstance(value, dict):
        message = f"{name} is a table"
        raise TermsError(message)
    return value


def _list(found: Mapping[str, object], name: str) -> list[object]:
    value = found.get(name, [])
    if not isinstance(value, list):
        message = f"{name} is a list"
        raise TermsError(message)
    return value


def _names(found: Mapping[str, object], name: str) -> frozenset[str]:
    return frozenset(str(each) for each in _list(found, name))


def _whole(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        message = f"{value!r} is no whole number of days or minor units"
        raise TermsError(message)
    return value


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)
