"""Say what a number is: a phone, an order, a time, a model, a day, a quantity, or money."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from parsing.dates import day_month_date, days_ago, looks_like_date, month_day_date, written_date
from parsing.lexicon import Lexicon
from parsing.no_money import GLUED_THOUSANDS, as_model, as_reference, as_time, is_any
from parsing.number_words import take_spoken
from parsing.numbers import NumberRun, decimal_of, take_phone, take_run
from parsing.spans import Span, SpanKind
from parsing.tokens import Token

ENDLESS = Decimal(10) ** 12
_SPOKEN_HOUR_MAX = 12
_DAY_MAX = 31
_YEARS = range(2000, 2100)
_DAYS_IN_UNIT = {"day": 1, "week": 7}
_GRANDS = frozenset({"штук", "штуки", "штуку"})
_AFTER_A_GRAND = frozenset({SpanKind.PREPOSITION, SpanKind.PUNCTUATION, SpanKind.COMMON})
_COUNTABLE = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.BRAND, SpanKind.WORD})


@dataclass(frozen=True, slots=True)
class Text:
    """A message while it is read: its tokens, and the spans that were found so far."""

    tokens: Sequence[Token]
    spans: list[Span]
    lexicon: Lexicon
    today: dt.date
    looked_up: dict[int, tuple[Span, int]] = field(default_factory=dict)

    def at(self, index: int) -> tuple[Span | None, int]:
        """Give the word at a token and how many tokens it covers; none for digits and the end."""
        if index >= len(self.tokens) or self.tokens[index].is_digits:
            return None, 0
        return self.word_at(index)

    def word_at(self, index: int) -> tuple[Span, int]:
        """Give the word or phrase at a token that is no number; looked up once."""
        known = self.looked_up.get(index)
        if known is None:
            known = self.looked_up[index] = self.lexicon.span_at(self.tokens, index)
        return known

    def last(self) -> Span | None:
        """Give the span before."""
        return self.spans[-1] if self.spans else None

    def covering(self, kind: SpanKind, index: int, end: int) -> Span:
        """Make a span of the tokens from one up to another."""
        parts = self.tokens[index:end]
        text, folded = (
            " ".join(each) for each in zip(*((it.text, it.folded) for it in parts), strict=False)
        )
        return Span(kind, parts[0].start, parts[-1].end, text, folded)


def add_number(text: Text, index: int) -> int:
    """Add the number that begins with a token of digits; give the token after it."""
    phone = take_phone(text.tokens, index)
    if phone:
        text.spans.append(text.covering(SpanKind.PHONE, index, index + phone))
        return index + phone
    return _Number(text, index, take_run(text.tokens, index)).add()


def add_spoken_number(text: Text, index: int) -> int | None:
    """Add the number or day that begins with a word; none if the word is no number here."""
    span, count = text.word_at(index)
    if span.kind is SpanKind.DAY_WORD:
        return _add_day_word(text, index, int(span.value), index + count)
    before = text.last()
    is_after_number = before is not None and before.kind is SpanKind.AMOUNT
    if span.kind is SpanKind.MULTIPLIER and (len(span.text) == 1 or is_after_number):
        return None
    spoken = take_spoken(text.tokens, index, text.lexicon)
    if spoken is None or (spoken.number <= 1 and spoken.token_count == 1):
        return None
    end = index + spoken.token_count
    following, following_count = text.at(end)
    if following is not None and following.kind is SpanKind.DAY_WORD and spoken.number in {20, 30}:
        day = int(spoken.number) + int(following.value)
        found = _add_day_word(text, index, day, end + following_count)
        if found is not None:
            return found
    number = _Number(text, index, None)
    number.end, number.value, number.is_sure = end, spoken.number, spoken.is_plain
    number.is_inverted = span.kind is SpanKind.MULTIPLIER and _is_number_at(text, end)
    return number.add_spoken()


def _is_number_at(text: Text, index: int) -> bool:
    if index < len(text.tokens) and text.tokens[index].is_digits:
        return True
    span, _ = text.at(index)
    return span is not None and span.kind is SpanKind.NUMBER_WORD


def _add_day_word(text: Text, index: int, day: int, end: int) -> int | None:
    """Read "п'ятого листопада" and "the fifth of": a month or "числа" must make it a day."""
    following, count = text.at(end)
    before = text.last()
    found: dt.date | None = None
    if following is not None and following.kind is SpanKind.ORDINAL:
        end += count
        following, count = text.at(end)
        found = month_day_date(day, text.today)
    elif before is not None and before.kind is SpanKind.MONTH:
        found = day_month_date(day, int(before.value), text.today)
    elif following is None or following.kind is not SpanKind.MONTH:
        return None
    if following is not None and following.kind is SpanKind.MONTH:
        found = day_month_date(day, int(following.value), text.today)
        end += count
    value = "" if found is None else found.isoformat()
    text.spans.append(replace(text.covering(SpanKind.DATE, index, end), value=value))
    return end


class _Number:
    """A number among its neighbours."""

    def __init__(self, text: Text, index: int, run: NumberRun | None) -> None:
        self._text = text
        self._tokens = text.tokens
        self._spans = text.spans
        self._today = text.today
        self._index = index
        self._run = run
        self.end = index + (run.token_count if run is not None else 1)
        self.value: Decimal | None = None
        self.is_sure = True
        self.is_inverted = False

    def add(self) -> int:
        """Add a number written in digits."""
        run = self._run
        assert run is not None  # noqa: S101 - spoken numbers come in by add_spoken
        span = self._text.covering(SpanKind.NUMBER, self._index, self.end)
        following, count = self._text.at(self.end)
        for read in (as_reference, as_time, as_model):
            known = read(span, run, self._spans, following)
            if known is not None:
                self._spans.append(known)
                is_named = known.kind is SpanKind.PERCENT
                return self.end + (count if is_named else 0)
        end = self._add_date(span, run, following, count)
        if end is not None:
            return end
        self.value = _not_endless(decimal_of(run))
        if self.value is None and not run.separators:
            self._spans.append(replace(span, kind=SpanKind.MODEL))
            return self.end
        self.is_sure = not _may_be_two(run, following)
        end = self._add_ago(span, following, count)
        return self._add_amount(following, count) if end is None else end

    def add_spoken(self) -> int:
        """Add a number written in words."""
        following, count = self._text.at(self.end)
        span = self._text.covering(SpanKind.NUMBER, self._index, self.end)
        before = self._text.last()
        is_money = is_any(following, SpanKind.CURRENCY, SpanKind.MULTIPLIER)
        is_at = before is not None and before.value in {"at_time", "until", "in"}
        if self.value is not None and is_at and self.value <= _SPOKEN_HOUR_MAX and not is_money:
            self._spans.append(replace(span, kind=SpanKind.TIME))
            return self.end
        end = self._add_ago(span, following, count)
        return self._add_amount(following, count) if end is None else end

    def _add_date(
        self, span: Span, run: NumberRun, following: Span | None, count: int
    ) -> int | None:
        """Add a day if the number is one."""
        is_money = is_any(following, SpanKind.CURRENCY, SpanKind.MULTIPLIER)
        if run.separators and looks_like_date(run) and not is_money:
            self._add_day(span, written_date(run, self._today))
            return self.end + (count if is_any(following, SpanKind.ORDINAL) else 0)
        is_day = not run.separators and len(run.groups[0]) <= 2 and not is_money  # noqa: PLR2004
        if not is_day or not 1 <= int(run.groups[0]) <= _DAY_MAX:
            return self._add_year(span, run)
        return self._add_day_of_month(span, int(run.groups[0]))

    def _add_year(self, span: Span, run: NumberRun) -> int | None:
        before = self._text.last()
        is_year = not run.separators and int(run.groups[0][:9]) in _YEARS
        if is_year and before is not None and before.kind is SpanKind.MONTH:
            self._spans.append(replace(span, kind=SpanKind.QUANTITY))
            return self.end
        return None

    def _add_day_of_month(self, span: Span, day: int) -> int | None:
        end = self.end
        following, count = self._text.at(end)
        if following is not None and following.text == "-":
            end += 1
            following, count = self._text.at(end)
            if self._ends_day_range(end):
                self._spans.append(replace(span, kind=SpanKind.QUANTITY))
                return end + 2
            if not is_any(following, SpanKind.ORDINAL):
                return None
        is_ordinal = is_any(following, SpanKind.ORDINAL)
        if is_ordinal:
            end += count
            following, count = self._text.at(end)
        if following is not None and following.kind is SpanKind.MONTH:
            self._add_day(span, day_month_date(day, int(following.value), self._today))
            return end + count
        before = self._text.last()
        if before is not None and before.kind is SpanKind.MONTH and before.end < span.start:
            month = int(before.value)
            self._spans.pop()
            self._add_day(span, day_month_date(day, month, self._today))
            return end
        if is_ordinal:
            self._add_day(span, month_day_date(day, self._today))
            return end
        return None

    def _ends_day_range(self, index: int) -> bool:
        """Tell whether a day and a month follow, so that "25-29 Oct" is a stretch of days."""
        is_day = index < len(self._tokens) and self._tokens[index].is_digits
        if not is_day or int(self._tokens[index].text[:3]) > _DAY_MAX:
            return False
        following, _ = self._text.at(index + 1)
        return is_any(following, SpanKind.MONTH)

    def _add_ago(self, span: Span, following: Span | None, count: int) -> int | None:
        """Read "3 days ago", "два тижні тому"; "days" alone is a quantity."""
        if self.value is None or not is_any(following, SpanKind.UNIT) or following is None:
            return None
        days = _DAYS_IN_UNIT.get(following.value)
        if days is None or self.value % 1:
            return None
        ago, ago_count = self._text.at(self.end + count)
        if ago is None or ago.value != "ago":
            return None
        self._add_day(span, days_ago(int(self.value) * days, self._today))
        return self.end + count + ago_count

    def _add_day(self, span: Span, found: dt.date | None) -> None:
        value = "" if found is None else found.isoformat()
        self._spans.append(replace(span, kind=SpanKind.DATE, value=value))

    def _add_amount(self, following: Span | None, count: int) -> int:
        """Add an amount or a quantity."""
        if self._is_grand(following, count):
            self.value, self.is_sure = (self.value or Decimal(0)) * 1000, False
            self.end += count
            following, count = self._text.at(self.end)
        if is_any(following, SpanKind.UNIT):
            quantity = self._text.covering(SpanKind.QUANTITY, self._index, self.end)
            self._spans.append(replace(quantity, number=self.value))
            return self.end + count
        end = self._multiply(following)
        self.value = _not_endless(self.value)
        currency = ""
        following, count = self._text.at(end)
        if following is not None and following.kind is SpanKind.CURRENCY:
            currency, end = following.value, self._add_minor(end + count)
        span = self._text.covering(SpanKind.AMOUNT, self._index, end)
        sign, currency = self._take_before(span, currency)
        is_number = self.value is not None and currency != "?" and not self.is_inverted
        self._spans.append(
            replace(
                span,
                kind=SpanKind.AMOUNT if is_number else SpanKind.NUMBER,
                number=self.value,
                value=currency,
                sign=sign,
                is_sure=self.is_sure,
            )
        )
        return end

    def _is_grand(self, following: Span | None, count: int) -> bool:
        """Tell whether "5 штук" may be five thousand: nothing is named that could be counted."""
        if following is None or following.folded not in _GRANDS or self.value is None:
            return False
        after, _ = self._text.at(self.end + count)
        is_last = after is None or after.kind in _AFTER_A_GRAND
        is_countless = not any(span.kind in _COUNTABLE for span in self._spans)
        return is_last and is_countless and any(span.kind is SpanKind.VERB for span in self._spans)

    def _add_minor(self, end: int) -> int:
        """Take "20 коп" after the currency into the amount."""
        tokens = self._tokens
        is_pair = end < len(tokens) and tokens[end].is_digits and len(tokens[end].text) <= 2  # noqa: PLR2004
        minor, count = self._text.at(end + 1) if is_pair else (None, 0)
        is_whole = self.value is not None and self.value % 1 == 0
        if minor is None or minor.value != "minor" or not is_whole or self.value is None:
            return end
        self.value += Decimal(tokens[end].text) / 100
        return end + 1 + count

    def _multiply(self, following: Span | None) -> int:
        """Take "тис", "k", "сотен" after digits into the number."""
        if self._run is None or following is None:
            return self.end
        is_glued = following.start == self._tokens[self.end - 1].end
        is_thousand = following.folded in GLUED_THOUSANDS and (is_glued or self._ends_there())
        is_spoken = following.kind in {SpanKind.MULTIPLIER, SpanKind.NUMBER_WORD}
        if not (is_spoken or is_thousand) or self.value is None:
            return self.end
        groups = self._run.groups
        is_odd = len(groups) > 2 or (self._run.separators and len(groups[-1]) > 2)  # noqa: PLR2004
        if is_thousand or len(following.text) == 1:
            self.is_sure = self.is_sure and following.folded != "т"
            self.value = None if is_odd else self.value * 1000
            return self._add_hundreds(self.end + 1)
        spoken = take_spoken(self._tokens, self.end, self._text.lexicon, first=self.value)
        if spoken is None or not spoken.is_plain or spoken.number <= self.value:
            return self.end
        self.value = None if is_odd else spoken.number
        return self.end + spoken.token_count

    def _add_hundreds(self, end: int) -> int:
        """Take the 8 of "2к8", which is 2,800."""
        tokens = self._tokens
        is_one = end < len(tokens) and tokens[end].is_digits and len(tokens[end].text) == 1
        if not is_one or tokens[end].start != tokens[end - 1].end or self.value is None:
            return end
        self.value += int(tokens[end].text) * 100
        return end + 1

    def _ends_there(self) -> bool:
        """Tell whether a "к" apart from its number is thousand and not "to": "ушло 1 к на"."""
        after = self.end + 1
        if after >= len(self._tokens):
            return True
        following, _ = self._text.at(after)
        return is_any(
            following, SpanKind.PREPOSITION, SpanKind.CURRENCY, SpanKind.PUNCTUATION, SpanKind.CASH
        )

    def _take_before(self, span: Span, currency: str) -> tuple[str, str]:
        """Take a currency and a sign that stand before the number out of the spans."""
        spans, start = self._spans, span.start
        if spans and spans[-1].kind is SpanKind.CURRENCY:
            before = spans.pop()
            if currency and before.value != currency:
                return "", "?"
            currency, start = before.value, before.start
        if not spans or spans[-1].text not in {"-", "+"} or spans[-1].end != start:
            return "", currency
        is_apart = (
            len(spans) < 2  # noqa: PLR2004 - nothing before the sign
            or spans[-2].end < spans[-1].start
            or spans[-2].text in "(:*_"
            or spans[-2].kind is SpanKind.NEWLINE
        )
        return (spans.pop().text if is_apart else ""), currency


def _not_endless(value: Decimal | None) -> Decimal | None:
    """Take a row of digits that no money has for a name: it is never computed with."""
    return value if value is not None and value < ENDLESS else None


def _may_be_two(run: NumberRun, following: Span | None) -> bool:
    """Tell whether "350 400" may be two numbers: three digits, a space, three that are no 000."""
    if run.separators != (" ",) or len(run.groups[0]) < 3:  # noqa: PLR2004 - 12 500 is one
        return False
    return run.groups[1] != "000" and not is_any(following, SpanKind.CURRENCY)
