"""Read days told in words: "п'ятого листопада", "the fifth of May", "за тридцять перше"."""

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from parsing.annotation.dates import day_month_date, month_day_date
from parsing.annotation.no_money import is_any
from parsing.annotation.numbers import NumberRun
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text

if TYPE_CHECKING:
    import datetime as dt


def add_day_word(text: Text, index: int, day: int, end: int) -> int | None:
    """Read "п'ятого листопада" and "the fifth of": a month or "числа" must make it a day."""
    following, count = text.at(end)
    before = text.last()
    found: dt.date | None = None
    if following is not None and following.folded in {"of", "day of"}:
        month, _ = text.at(end + count)
        if is_any(month, SpanKind.MONTH):
            end, following, count = end + count, *text.at(end + count)
    if following is not None and following.kind is SpanKind.ORDINAL:
        end += count
        following, count = text.at(end)
        found = month_day_date(day, text.today)
    elif before is not None and before.kind is SpanKind.MONTH:
        found = day_month_date(day, int(before.value), text.today)
    elif following is None or following.kind is not SpanKind.MONTH:
        said = " ".join(token.folded for token in text.tokens[index:end])
        if not _is_day_alone(text, said, following):
            return None
        found = month_day_date(day, text.today)
    if following is not None and following.kind is SpanKind.MONTH:
        found = day_month_date(day, int(following.value), text.today)
        end += count
    value = "" if found is None else found.isoformat()
    text.spans.append(replace(text.covering(SpanKind.DATE, index, end), value=value))
    return end


_GENITIVE = ("ого", "его")


_AFTER_A_DAY = frozenset(
    {
        SpanKind.PUNCTUATION,
        SpanKind.NEWLINE,
        SpanKind.PERSON,
        SpanKind.VERB,
        SpanKind.AMOUNT,
        SpanKind.NEGATION,
        SpanKind.COMMON,
        SpanKind.CASH,
    }
)


def _is_day_alone(text: Text, word: str, following: Span | None) -> bool:
    """Tell whether "п'ятнадцятого" or "за тридцять перше" is a day though no month follows."""
    before = text.last()
    if following is not None and following.folded.startswith(_PLACES):
        return False  # "со второго магазина"
    is_last = following is None or following.kind in _AFTER_A_DAY
    is_for = before is not None and before.value == "for_price"
    is_counted = following is not None and following.kind is SpanKind.PURPOSE
    is_named = following is not None and following.kind is SpanKind.NAME
    opens = before is None or before.kind is SpanKind.PUNCTUATION
    is_last = is_last or (opens and is_named)
    if word.isascii():
        is_after = before is not None and before.value == "on_the"
        is_after = is_after or _is_the_alone(text, following)
        is_told = is_after or word.startswith("on the ")
        is_before_somebody = following is not None and following.kind in _AFTER_ON_THE
        return is_told and (is_last or is_before_somebody)
    return (is_last and word.endswith(_GENITIVE)) or (is_for and (is_last or is_counted))


def _is_the_alone(text: Text, following: Span | None) -> bool:
    """Tell whether it stands by itself: "the thirteenth: rent", "rent, the fifth"."""
    *before, the = text.spans[-2:] or [text.covering(SpanKind.PUNCTUATION, 0, 1)]
    is_the = the.folded == "the"
    is_cut = following is None or following.kind in _CUT
    return is_the and is_cut and (not before or before[-1].kind in _CUT)


_PLACES = (
    "магазин", "точк", "склад", "офіс", "офис", "поверх", "этаж", "кас", "цех", "підїзд",
    "подъезд", "обєкт", "объект", "філі", "филиал", "квартир", "відділен", "отделен",
)  # fmt: skip
_AFTER_ON_THE = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.PURPOSE})
_CUT = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE})
_DAY_MAX = 31


def ends_day_range(text: Text, index: int) -> bool:
    """Tell whether a day and a month follow, so that "25-29 Oct" is a stretch of days."""
    is_day = index < len(text.tokens) and text.tokens[index].is_digits
    if not is_day or int(text.tokens[index].text[:3]) > _DAY_MAX:
        return False
    following, _ = text.at(index + 1)
    return is_any(following, SpanKind.MONTH)


def is_glued_to_digits(text: Text, dash: int) -> bool:
    """Tell whether digits follow a dash at once: "Nov 5-6" is no single day."""
    after = dash + 1
    is_digits = after < len(text.tokens) and text.tokens[after].is_digits
    return is_digits and text.tokens[after].start == text.tokens[dash].end


_SUM_LENGTH = 3
"""Beside a figure as long as this a day that no month has is no sum: "32.01 courier 300"."""


def may_be_day(text: Text, index: int, end: int) -> bool:
    """Tell whether a day may stand here: at the beginning, or beside a figure of its own."""
    apart = (
        token.text
        for at, token in enumerate(text.tokens)
        if token.is_digits and not index <= at < end
    )
    return not text.spans or any(len(each) >= _SUM_LENGTH for each in apart)


def is_short_day(text: Text, run: NumberRun, index: int, following: Span | None) -> bool:
    """Tell whether "2.8" opens a line as the day of its sum: "2.8 отдали за муфты 900"."""
    is_first = not text.spans or text.spans[-1].kind is SpanKind.NEWLINE
    if run.separators != (".",) or len(run.groups[1]) != 1 or not is_first:
        return False
    if following is None or following.kind not in _DATED or following.value in _SIZED:
        return False
    line = list(
        takewhile(lambda token: token.text != "\n", text.tokens[index + run.token_count :])
    )
    has_sum = any(token.is_digits and len(token.text) >= _DIGITS_OF_SUM for token in line)
    day, month = map(int, run.groups)
    return has_sum and month > 0 and day_month_date(day, month, text.today) is not None


_DATED = frozenset(
    {SpanKind.VERB, SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM, SpanKind.PURPOSE, SpanKind.WORD}
)
_SIZED = frozenset({"repairs_maintenance"})
"""What has sizes: "2.5 кабель 300"."""
_DIGITS_OF_SUM = 2
