"""Money, numbers and dates the way a reader's language writes them."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_skeleton
from babel.numbers import get_currency_symbol

from ledger.days import Days
from ledger.money import Money, decimals_of

MINUS: Final = "\N{MINUS SIGN}"
"""Sits at the height of the digits and never breaks off from them."""
_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
_DAY_LEFT_BEHIND: Final = re.compile(r"(?<=\d) (?=[^\W\d])")
_GROUP_SIZE: Final = 3
_THOUSAND: Final = 1000
_TENTHS: Final = 10
_SHORT_POWERS_MAX: Final = 4

_DATE_LOCALES: Final = {"en": "en_GB"}
"""English is read here by Europeans: the day before the month and 24 hours."""

_SIGNS: Final = {"EUR": "€", "GBP": "£", "UAH": "₴", "USD": "$"}
"""Signs every reader here knows, where CLDR gives some languages only the code."""


@dataclass(frozen=True, slots=True)
class _NumberStyle:
    """How a language writes numbers."""

    decimal_mark: str
    group_mark: str
    is_sign_first: bool
    short_suffixes: tuple[str, ...]
    """What follows a number of units, thousands, millions and so on."""


@dataclass(frozen=True, slots=True)
class _CurrencyStyle:
    """How a language writes amounts of one currency."""

    number: _NumberStyle
    decimals: int
    before: str
    after: str


def format_money(
    money: Money, language: str, *, keeps_decimals: bool = False, has_plus: bool = False
) -> str:
    """Write an amount with its sign; a whole one without decimals unless they are kept."""
    style = _currency_style(money.currency, language)
    whole, fraction = divmod(abs(money.minor), 10**style.decimals)
    digits = _grouped(whole, style.number.group_mark)
    if style.decimals and (fraction or keeps_decimals):
        digits = f"{digits}{style.number.decimal_mark}{fraction:0{style.decimals}d}"
    return f"{_sign(money.minor, has_plus=has_plus)}{style.before}{digits}{style.after}"


def format_short(
    money: Money, language: str, *, has_sign: bool = False, has_plus: bool = False
) -> str:
    """Write an amount in at most four digits, such as "12,4 тис.", rounded half to even."""
    style = _currency_style(money.currency, language)
    amount = abs(money.to_decimal())
    power = 0
    while power < _SHORT_POWERS_MAX and _in_tenths(amount, power) >= _THOUSAND * _TENTHS:
        power += 1
    whole, tenth = divmod(_in_tenths(amount, power), _TENTHS)
    digits = _grouped(whole, style.number.group_mark)
    if tenth:
        digits = f"{digits}{style.number.decimal_mark}{tenth}"
    digits += style.number.short_suffixes[power]
    if has_sign:
        digits = f"{style.before}{digits}{style.after}"
    is_zero = not whole and not tenth
    return f"{_sign(0 if is_zero else money.minor, has_plus=has_plus)}{digits}"


def format_number(number: int, language: str) -> str:
    """Write a whole number in groups of three."""
    return f"{_sign(number)}{_grouped(abs(number), _number_style(language).group_mark)}"


def decimal_mark_of(language: str) -> str:
    """Give what stands before the decimals of a number."""
    return _number_style(language).decimal_mark


def format_day(day: dt.date, language: str) -> str:
    """Write a date in words, such as "3 вересня 2026 р."."""
    return _held(format_date(day, "long", locale=_date_locale(language)))


def begin_line(text: str) -> str:
    """Write the first letter large: months and days of the week are small within a sentence."""
    return text[:1].upper() + text[1:]


def format_week_day(day: dt.date, language: str) -> str:
    """Write a date with its day of the week, short: "вт, 18 лист. 2026 р."."""
    return _held(format_skeleton("yMMMEd", day, locale=_date_locale(language)))


def format_day_short(day: dt.date, language: str) -> str:
    """Write a date without its year, such as "3 вер."."""
    return _held(format_skeleton("MMMd", day, locale=_date_locale(language)))


def format_day_time(moment: dt.datetime, language: str) -> str:
    """Write a moment in its own zone, such as "3 вер. 2026 р., 14:05".

    Raises:
        TypeError: the moment has no zone.
    """
    if moment.tzinfo is None:
        message = "a moment to show must be aware"
        raise TypeError(message)
    locale = _date_locale(language)
    pattern = _day_time_pattern(language)
    return _held(format_datetime(moment, pattern, moment.tzinfo, locale=locale))


def _held(text: str) -> str:
    """Keep a day and its month on one line."""
    return _DAY_LEFT_BEHIND.sub(_NO_BREAK_SPACE, text)


def _sign(minor: int, *, has_plus: bool = False) -> str:
    if minor < 0:
        return MINUS
    return "+" if has_plus and minor else ""


def _grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _in_tenths(amount: Decimal, power: int) -> int:
    scaled = amount.scaleb(1 - _GROUP_SIZE * power)
    return int(scaled.to_integral_value(ROUND_HALF_EVEN))


@cache
def _currency_style(currency: str, language: str) -> _CurrencyStyle:
    number = _number_style(language)
    sign = _SIGNS.get(currency) or get_currency_symbol(currency, Locale.parse(language))
    gap = _NO_BREAK_SPACE if sign[-1].isalpha() else ""
    return _CurrencyStyle(
        number=number,
        decimals=decimals_of(currency),
        before=f"{sign}{gap}" if number.is_sign_first else "",
        after="" if number.is_sign_first else f"{_NO_BREAK_SPACE}{sign}",
    )


@cache
def _number_style(language: str) -> _NumberStyle:
    locale = Locale.parse(language)
    symbols = locale.number_symbols["latn"]
    short = locale.compact_decimal_formats["short"]["other"]
    return _NumberStyle(
        decimal_mark=symbols["decimal"],
        group_mark=symbols["group"],
        is_sign_first=locale.currency_formats["standard"].pattern.startswith("¤"),
        short_suffixes=(
            "",
            *(
                short[str(_THOUSAND**power)].suffix[0].replace("'", "")
                for power in range(1, _SHORT_POWERS_MAX + 1)
            ),
        ),
    )


@cache
def _date_locale(language: str) -> Locale:
    return Locale.parse(_DATE_LOCALES.get(language, language))


@cache
def _day_time_pattern(language: str) -> str:
    locale = _date_locale(language)
    joined = locale.datetime_formats["medium"]
    day, time = locale.date_formats["medium"].pattern, locale.time_formats["short"].pattern
    return str(joined).replace("{1}", day).replace("{0}", time)


def format_days(days: Days, language: str) -> str:
    """Write days in a row: "October 2026", "1–15 листопада 2026 р.", a single day in full."""
    if days.is_one:
        return format_day(days.first, language)
    locale = _date_locale(language)
    if days.first.year <= _LONG_AGO:
        return f"… – {format_day(days.last, language)}"
    if days.whole_months and days.first.year == days.last.year:
        if days.whole_months == _YEAR_MONTHS:
            return str(days.first.year)
        if days.whole_months == 1:
            return format_skeleton("yMMMM", days.first, locale=locale)
        return str(format_interval(days.first, days.last, "yMMMM", locale=locale))
    return _held(format_interval(days.first, days.last, "yMMMMd", locale=locale))


_LONG_AGO: Final = 1990
"""No books are so old: whoever asks of days from then on asks of all of them."""
_YEAR_MONTHS: Final = 12
