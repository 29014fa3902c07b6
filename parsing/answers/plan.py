"""Read a plan as people type it: "план листопада 1.2 млн, маржа 22%", "plan for May 900k".

A text is a plan only when every word of it is about one; all else is left to cash talk and to
questions. The words are data: plan.toml.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from ledger.days import month_later
from ledger.errors import LedgerError
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.numbers import decimal_of, take_run
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token, clean_text, scan_tokens

SALES_MAX = Decimal(1_000_000_000_000)
_SCALES = {"thousand": Decimal(1_000), "million": Decimal(1_000_000)}
_MONTHS_BACK, _YEAR_MONTHS = 4, 12
_YEARS_AWAY = 3
"""A figure after a month is its year if it is no further than this."""
_TEXT_MAX = 120
_GROUP = 3
_SIGNS = frozenset(",.:;–—-?!%=()")
_PLAN_STEMS = ("план", "plan", "target", "таргет")
_PER_CENT_MAX = 100
_TURNS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class PlanTyped:
    """What somebody typed of a month's plan; without figures it is a question about it."""

    month: dt.date
    """Its first day."""
    sales: Money | None
    margin_permille: int | None

    @property
    def is_question(self) -> bool:
        """Say whether nothing is planned in it."""
        return self.sales is None and self.margin_permille is None


@dataclass(frozen=True, slots=True)
class _Read:
    this_year: int
    says_plan: bool = False
    month: int | None = None
    year: int | None = None
    turn: int | None = None
    sales: Decimal | None = None
    margin: Decimal | None = None
    expects_margin: bool = False


def may_be_plan(text: str) -> bool:
    """Tell at a glance whether a text may say that it is a plan; most texts do not."""
    said = text.casefold()
    return any(word in said for word in _PLAN_STEMS)


def read_plan(
    text: str, *, today: dt.date, currency: str, lexicon: Lexicon, is_command: bool = False
) -> PlanTyped | None:
    """Read a plan; None when the text says anything else, or twice the same.

    Args:
        text: what was typed.
        today: the day it was typed on: a month without a year is the one nearest to it.
        currency: the shop's; a plan in another one is none.
        lexicon: the words of months and currencies.
        is_command: the text stands after /plan, so that it need not say that it is a plan.
    """
    cleaned = clean_text(text)
    if len(cleaned) > _TEXT_MAX:
        return None
    read: _Read | None = _Read(today.year, says_plan=is_command)
    tokens = [each for each in scan_tokens(cleaned) if each.folded]
    at = 0
    while at < len(tokens):
        if read is None:
            return None
        read, at = _take(read, tokens, at, currency, lexicon)
    return None if read is None or not read.says_plan else _typed(read, today, currency)


def _take(
    read: _Read, tokens: Sequence[Token], at: int, currency: str, lexicon: Lexicon
) -> tuple[_Read | None, int]:
    token = tokens[at]
    if token.is_digits:
        return _take_number(read, tokens, at)
    section = "silent" if token.text in _SIGNS else _section(token.folded)
    match section:
        case "plan":
            return replace(read, says_plan=True), at + 1
        case "margin":
            return (None if read.margin else replace(read, expects_margin=True)), at + 1
        case "this" | "next" | "last":
            return (None if read.turn is not None else replace(read, turn=_TURNS[section])), at + 1
        case "sales" | "month" | "silent":
            return read, at + 1
        case _:
            return _take_word(read, tokens, at, currency, lexicon)


def _take_word(
    read: _Read, tokens: Sequence[Token], at: int, currency: str, lexicon: Lexicon
) -> tuple[_Read | None, int]:
    found = lexicon.find(tokens, at)
    if found is None:
        return None, at
    meaning, count = found
    if meaning.kind is SpanKind.MONTH and read.month is None:
        return replace(read, month=int(meaning.value)), at + count
    is_own = meaning.kind is SpanKind.CURRENCY and meaning.value in {"", currency}
    return (read if is_own else None), at + count


def _take_number(read: _Read, tokens: Sequence[Token], at: int) -> tuple[_Read | None, int]:
    run = take_run(tokens, at)
    number, end = decimal_of(run), at + run.token_count
    if number is None:
        return None, end
    following = tokens[end].folded if end < len(tokens) else ""
    scale = _SCALES.get(_section(following))
    if scale is not None:
        is_thousandths = run.separators[-1:] in {(".",), (",",)} and len(run.groups[-1]) == _GROUP
        exact = Decimal(f"{run.groups[0]}.{run.groups[1]}") if is_thousandths else number
        return _with_sales(read, exact * scale), end + 1
    per_cent = following[:1] == "%" or following.startswith(("процент", "відсот", "percent"))
    if per_cent or (read.expects_margin and number < _PER_CENT_MAX):
        is_one = read.margin is None and 0 < number < _PER_CENT_MAX
        return (replace(read, margin=number, expects_margin=False) if is_one else None), end
    is_near = abs(number - read.this_year) <= _YEARS_AWAY and not run.separators
    if is_near and read.month is not None and read.year is None:
        return replace(read, year=int(number)), end
    return _with_sales(read, number), end


def _with_sales(read: _Read, number: Decimal) -> _Read | None:
    is_one = read.sales is None and 0 < number < SALES_MAX and not read.expects_margin
    return replace(read, sales=number) if is_one else None


def _typed(read: _Read, today: dt.date, currency: str) -> PlanTyped | None:
    if read.expects_margin and read.sales is not None:
        return None
    permille = None if read.margin is None else read.margin * 10
    if permille is not None and permille != int(permille):
        return None
    try:
        sales = None if read.sales is None else Money.from_decimal(read.sales, currency)
    except LedgerError:
        return None
    return PlanTyped(_month(read, today), sales, None if permille is None else int(permille))


def _month(read: _Read, today: dt.date) -> dt.date:
    """Give the month that is meant: of a name without a year the nearest one, rather ahead."""
    this = today.replace(day=1)
    if read.month is None:
        return month_later(this, read.turn or 0)
    if read.year is not None:
        return dt.date(read.year, read.month, 1)
    apart = (read.month - this.month) % _YEAR_MONTHS
    is_ahead = apart < _YEAR_MONTHS - _MONTHS_BACK
    return month_later(this, apart if is_ahead else apart - _YEAR_MONTHS)


def _section(word: str) -> str:
    """Give what a word says of a plan; nothing where no list has it."""
    if word in _sections():
        return _sections()[word]
    return next((name for stem, name in _stems() if word.startswith(stem)), "")


@cache
def _sections() -> Mapping[str, str]:
    return {word: name for name, word in _words() if not word.endswith("*")}


@cache
def _stems() -> Sequence[tuple[str, str]]:
    return tuple((word[:-1], name) for name, word in _words() if word.endswith("*"))


def _words() -> Iterator[tuple[str, str]]:
    text = files("parsing.answers").joinpath("plan.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return ((name, word) for name, words in told.items() for word in words)
