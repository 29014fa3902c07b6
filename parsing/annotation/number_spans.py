"""Say what a number is: a phone, an order, a time, a model, a day, a quantity, or money."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.dates import (
    day_month_date,
    days_ago,
    full_date,
    is_no_day,
    is_sure_date,
    looks_like_date,
    month_day_date,
    written_date,
)
from parsing.annotation.day_words import (
    add_day_word,
    ends_day_range,
    is_glued_to_digits,
    is_short_day,
    may_be_day,
)
from parsing.annotation.no_money import (
    GLUED_THOUSANDS,
    as_model,
    as_reference,
    as_time,
    begins_another,
    ends_address,
    is_any,
    is_glued,
    is_heads,
    is_part_of_year,
    is_past_month_end,
    is_price_of,
    may_be_two,
    over_point,
    unit_kind,
)
from parsing.annotation.no_number import (
    COLLECTIVE,
    ONE_THOUSAND,
    is_about_so_much,
    is_lone_one,
    is_never_priced,
    is_no_number,
    is_year_word,
)
from parsing.annotation.number_words import take_cents, take_spoken
from parsing.annotation.numbers import (
    NumberRun,
    decimal_of,
    not_endless,
    opens_line,
    take_phone,
    take_run,
)
from parsing.annotation.orders_dictated import add_order_dictated
from parsing.annotation.respelling import is_slipped_word
from parsing.annotation.roubles import is_doubtful_in_roubles
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.spoken_phones import is_number_at, spoken_phone_end
from parsing.annotation.text import Text
from parsing.annotation.whole.grands import is_grand
from parsing.annotation.whole.names_like_words import as_month

_SPOKEN_HOUR_MAX, _DAY_MAX, _DOCUMENT_LENGTH = 12, 31, 4
_YEARS = range(2000, 2100)
_DAYS_IN_UNIT = {"day": 1, "week": 7}
_TIMES = frozenset({"x", "х"})


def add_number(text: Text, index: int) -> int:
    """Add the number that begins with a token of digits; give the token after it."""
    phone = take_phone(text.tokens, index)
    if phone:
        text.spans.append(text.covering(SpanKind.PHONE, index, index + phone))
        return index + phone
    run = take_run(text.tokens, index)
    before, first = text.last(), text.tokens[index]
    if before is not None and before.folded in _TIMES and before.end == first.start:
        run = NumberRun((first.text,), ())  # "19l x2 240" is no 2 240
    elif run.separators == (" ",) and ends_address(text.spans, first):
        run = NumberRun((first.text,), ())  # "taxi to Shevchenka 14 180" is no 14 180
    return _Number(text, index, run).add()


def add_spoken_number(text: Text, index: int) -> int | None:
    """Add the number or day that begins with a word; none if the word is no number here."""
    span, count = text.word_at(index)
    if span.kind is SpanKind.DAY_WORD:
        return add_day_word(text, index, int(span.value), index + count)
    if is_no_number(text, span):
        return None
    if span.value == "0" and (end := spoken_phone_end(text, index)):
        text.spans.append(text.covering(SpanKind.PHONE, index, end))
        return end
    order_end = add_order_dictated(text, index)
    spoken = take_spoken(text.tokens, index, text.lexicon) if order_end is None else None
    if spoken is None or is_lone_one(text, index, spoken):
        return order_end
    end = index + spoken.token_count
    following, following_count = text.at(end)
    if following is not None and following.kind is SpanKind.DAY_WORD and spoken.number in {20, 30}:
        day = int(spoken.number) + int(following.value)
        found = add_day_word(text, index, day, end + following_count)
        if found is not None:
            return found
    number = _Number(text, index, None)
    number.end, number.value, number.is_sure = end, spoken.number, spoken.is_plain
    is_turned = span.kind is SpanKind.MULTIPLIER and is_number_at(text, end)
    number.is_inverted = is_about_so_much(text, span, spoken) or is_turned
    return number.add_spoken()


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
        is_doubtful = False
        for read in (as_reference, as_time, as_model):
            known = read(span, run, self._spans, following)
            if known is not None and read is as_reference and self._is_only_money(known):
                is_doubtful = True
                continue
            if known is not None:
                self._spans.append(known)
                is_named = known.kind is SpanKind.PERCENT
                return self.end + (count if is_named else 0)
        end = self._add_date(span, run, following, count)
        if end is not None:
            return end
        self.value = not_endless(decimal_of(run))
        if self.value is None and not run.separators:
            self._spans.append(replace(span, kind=SpanKind.MODEL))
            return self.end
        is_doubtful = is_doubtful or is_doubtful_in_roubles(span, following)
        self.is_sure = not (is_doubtful or may_be_two(run, self._text.last(), following))
        end = self._add_ago(span, following, count)
        return self._add_amount(following, count) if end is None else end

    def _is_only_money(self, known: Span) -> bool:
        """Tell whether what seems a document's number is the message's only figure."""
        before = self._text.last()
        is_bare = is_any(before, SpanKind.DOCUMENT_WORD) and not is_never_priced(before)
        if not is_bare or not known.text.isdecimal() or len(known.text) >= _DOCUMENT_LENGTH:
            return False
        others = (token.is_digits for at, token in enumerate(self._tokens) if at != self._index)
        return not any(others) and all(span.number is None for span in self._spans)

    def add_spoken(self) -> int:
        """Add a number written in words."""
        following, count = self._text.at(self.end)
        span = self._text.covering(SpanKind.NUMBER, self._index, self.end)
        before = self._text.last()
        if following is not None and following.value == "percent":
            self._spans.append(replace(span, kind=SpanKind.PERCENT, number=self.value))
            return self.end + count
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
        if (
            run.separators == (".",)
            and is_no_day(run)
            and not is_money
            and may_be_day(self._text, self._index, self.end)
        ):
            self._add_day(span, None)
            return self.end
        is_short = is_short_day(self._text, run, self._index, following)
        if run.separators and (looks_like_date(run) or is_short) and not is_money:
            found = replace(span, is_sure=is_sure_date(run) and not is_short)
            self._add_day(found, written_date(run, self._today))
            return self.end + (count if is_any(following, SpanKind.ORDINAL) else 0)
        if is_past_month_end(run, following):
            self._add_day(span, None)
            return self.end + count
        is_day = not run.separators and len(run.groups[0]) <= 2 and not is_money
        if not is_day or not 1 <= int(run.groups[0]) <= _DAY_MAX:
            return self._add_year(span, run)
        return self._add_day_of_month(span, int(run.groups[0]))

    def _add_year(self, span: Span, run: NumberRun) -> int | None:
        before = self._text.last()
        is_year = not run.separators and int(run.groups[0][:9]) in _YEARS
        words = (before, self._text.at(self.end)[0])
        if is_year and (is_any(before, SpanKind.MONTH) or any(map(is_year_word, words))):
            self._spans.append(replace(span, kind=SpanKind.QUANTITY))
            return self.end
        return None

    def _add_day_of_month(self, span: Span, day: int) -> int | None:
        end = self.end
        following, count = self._text.at(end)
        if following is not None and following.text == "-":
            after_dash = self._text.at(end + 1)
            if ends_day_range(self._text, end + 1):
                self._spans.append(replace(span, kind=SpanKind.QUANTITY))
                return end + 3
            if is_any(after_dash[0], SpanKind.ORDINAL):
                end, (following, count) = end + 1, after_dash
            elif is_glued_to_digits(self._text, end):
                return None
        is_ordinal = is_any(following, SpanKind.ORDINAL)
        if is_ordinal:
            end += count
            following, count = self._text.at(end)
        following = as_month(following)
        if following is not None and following.kind is SpanKind.MONTH:
            return self._add_day_and_month(span, day, int(following.value), end + count)
        before = self._text.last()
        is_apart = before is not None and before.end < span.start and not is_glued(following)
        if before is not None and before.kind is SpanKind.MONTH and is_apart:
            month = int(before.value)
            self._spans.pop()
            self._add_day(span, day_month_date(day, month, self._today))
            return end
        return self._add_ordinal(span, day, end) if is_ordinal else None

    def _add_ordinal(self, span: Span, day: int, end: int) -> int:
        """Add "the 5th"; the 5th floor is no day."""
        following, count = self._text.at(end)
        is_floor = following is not None and following.value == "floor"
        if is_floor or is_part_of_year(following, day):
            self._spans.append(replace(span, kind=SpanKind.QUANTITY))
            return end + count
        self._add_day(span, month_day_date(day, self._today))
        return end

    def _add_day_and_month(self, span: Span, day: int, month: int, end: int) -> int:
        """Add "3 січня", with the year if one follows."""
        is_number = end < len(self._tokens) and self._tokens[end].is_digits
        year = int(self._tokens[end].text[:9]) if is_number else 0
        if year not in _YEARS:
            self._add_day(span, day_month_date(day, month, self._today))
            return end
        found = full_date(day, month, year)
        self._add_day(span, found if found is not None and found <= self._today else None)
        return end + 1

    def _add_ago(self, span: Span, following: Span | None, count: int) -> int | None:
        """Read "3 days ago", "два тижні тому"; "days" alone is a quantity."""
        if self.value is None or not is_any(following, SpanKind.UNIT) or following is None:
            return None
        days = _DAYS_IN_UNIT.get(following.value)
        ago, ago_count = self._text.at(self.end + count)
        if ago is None or not (ago.value == "ago" or ago.folded == "back"):
            return None
        if following.value == "hour":
            self._spans.append(replace(span, kind=SpanKind.TIME))
            return self.end + count + ago_count
        if days is None or self.value % 1:
            return None
        self._add_day(span, days_ago(int(self.value) * days, self._today))
        return self.end + count + ago_count

    def _add_day(self, span: Span, found: dt.date | None) -> None:
        value = "" if found is None else found.isoformat()
        self._spans.append(replace(span, kind=SpanKind.DATE, value=value))

    def _add_amount(self, following: Span | None, count: int) -> int:
        """Add an amount or a quantity."""
        if self.value is not None and is_grand(self._text, self.end, following, count):
            self.value, self.is_sure = self.value * 1000, False
            self.end += count
            following, count = self._text.at(self.end)
        unit = unit_kind(following)
        if is_heads(following, self.value) or is_part_of_year(following, self.value):
            span = self._text.covering(SpanKind.QUANTITY, self._index, self.end)
            self._spans.append(replace(span, number=self.value))
            return self.end
        if unit is not None and following is not None and not is_price_of(following, self.value):
            span = self._text.covering(unit, self._index, self.end)
            is_measure = following.value == "measure"
            self._spans.append(replace(span, number=self.value, is_measure=is_measure))
            return over_point(self._tokens, following, self.end + count)
        end = self._multiply(following)
        self.value = not_endless(self.value)
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

    def _add_minor(self, end: int) -> int:
        """Take "20 коп" after the currency into the amount, and "and forty kopecks" as spoken."""
        cents, at = take_cents(self._tokens, end, self._text.lexicon)
        minor, count = self._text.at(at) if cents is not None else (None, 0)
        is_whole = self.value is not None and self.value % 1 == 0
        if minor is None or minor.value != "minor" or not is_whole or self.value is None:
            return end
        self.value += (cents or 0) / Decimal(100)
        return at + count

    def _multiply(self, following: Span | None) -> int:
        """Take "тис", "k", "сотен" after digits into the number."""
        if self._run is None or following is None:
            return self.end
        is_glued = following.start == self._tokens[self.end - 1].end
        is_thousand = following.folded in GLUED_THOUSANDS and (is_glued or self._ends_there())
        is_spoken = following.kind in {SpanKind.MULTIPLIER, SpanKind.NUMBER_WORD}
        is_of_people = following.folded in COLLECTIVE  # "по 400 троим"
        if is_of_people or (following.folded in ONE_THOUSAND and begins_another(self.value)):
            return self.end  # "по 5522 тысячу восемьсот": the thousand begins another number
        if not (is_spoken or is_thousand) or self.value is None:
            return self.end
        groups = self._run.groups
        is_odd = len(groups) > 2 or (self._run.separators and len(groups[-1]) > 2)
        if is_thousand or len(following.text) == 1:
            self.is_sure = self.is_sure and following.folded != "т"
            self.value = None if is_odd else self.value * 1000
            return self._add_hundreds(self.end + 1)
        spoken = take_spoken(self._tokens, self.end, self._text.lexicon, first=self.value)
        is_slipped = is_slipped_word(self._tokens[self.end])
        if spoken is None or spoken.number <= self.value or not (spoken.is_plain or is_slipped):
            return self.end
        self.is_sure = self.is_sure and not is_slipped
        self.value = None if is_odd else spoken.number
        return self.end + spoken.token_count

    def _add_hundreds(self, end: int) -> int:
        """Take the 8 of "2к8", which is 2,800."""
        tokens = self._tokens
        is_one = end < len(tokens) and tokens[end].is_digits and len(tokens[end].text) == 1
        if not is_one or self.value is None or tokens[end].start != tokens[end - 1].end:
            return end
        self.value += int(tokens[end].text) * 100
        return end + 1

    def _ends_there(self) -> bool:
        """Tell whether a "к" apart from its number is thousand and not "to": "ушло 1 к на"."""
        if self.end + 1 >= len(self._tokens):
            return True
        following, _ = self._text.at(self.end + 1)
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
        sign = spans[-1].text if spans else ""
        if not (sign in {"-", "+"} and (spans[-1].end == start or opens_line(spans))):
            return "", currency
        is_apart = (
            len(spans) < 2  # nothing before the sign
            or spans[-2].end < spans[-1].start
            or spans[-2].text in "(:*_"
            or spans[-2].kind is SpanKind.NEWLINE
        )
        return (spans.pop().text if is_apart else ""), currency
