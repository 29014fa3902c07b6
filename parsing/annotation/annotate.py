"""Turn tokens into typed spans: words by the lexicon, numbers by what stands around them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.as_before import with_sums_as_before
from parsing.annotation.beside_fuel import without_mileage
from parsing.annotation.bills import with_water_among_bills
from parsing.annotation.checklists import without_unticked
from parsing.annotation.closings import without_closing
from parsing.annotation.concluded import with_total_said, with_what_it_came_to
from parsing.annotation.dates import relative_date, weekday_date
from parsing.annotation.day_headings import with_day_headings
from parsing.annotation.days_beside import without_document_days
from parsing.annotation.deposits_retold import without_deposit_retold
from parsing.annotation.dictated import with_signs_dictated
from parsing.annotation.edge_days import with_edge_days
from parsing.annotation.either_way import with_either_way
from parsing.annotation.full_names import with_whole_names
from parsing.annotation.grands import with_one_grand
from parsing.annotation.in_case import without_cases
from parsing.annotation.inside_sums import without_sums_inside
from parsing.annotation.kept_here import without_what_was_kept_here
from parsing.annotation.latin_and import with_latin_and
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.meant import as_meant
from parsing.annotation.names_put_right import with_names_put_right
from parsing.annotation.names_with_roles import with_roles_apart
from parsing.annotation.no_money import AT_STREET, is_capital
from parsing.annotation.notes_rejected import with_notes_rejected
from parsing.annotation.noting import without_noting_to_come
from parsing.annotation.number_spans import add_number, add_spoken_number
from parsing.annotation.offers_refused import without_offer_refused
from parsing.annotation.openings import without_opening
from parsing.annotation.order_slips import with_orders_put_right
from parsing.annotation.orders_each import with_sum_of_each_order
from parsing.annotation.owed_beside import with_paid_of_due
from parsing.annotation.past_midnight import with_day_before_midnight
from parsing.annotation.run_on import with_borders_dictated
from parsing.annotation.second_hand import without_second_hand
from parsing.annotation.sections import with_signs_of_sections
from parsing.annotation.shouted import with_shouted_names
from parsing.annotation.signs_before_list import with_signs_in_turn
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text
from parsing.annotation.thousands_left_out import with_thousands_left_out
from parsing.annotation.told_again import (
    with_days_put_right,
    with_sold_instead,
    with_those_given_back,
    without_denied_sum,
)
from parsing.annotation.told_ranges import with_open_sums, with_told_ranges
from parsing.annotation.told_to_do import with_orders_done
from parsing.annotation.totals_of_lists import without_total_of_list
from parsing.annotation.unentered_headings import with_unentered_heading
from parsing.annotation.unsaid import with_unsaid
from parsing.annotation.vague_days import (
    with_backdated,
    with_days_in_doubt,
    with_days_of_a_month,
    with_feasts,
    with_vague_days,
)
from parsing.annotation.vague_words import with_vague_meant

_DASHES = frozenset({"-", "–", "—"})
_SPOKEN = frozenset({SpanKind.NUMBER_WORD, SpanKind.MULTIPLIER, SpanKind.DAY_WORD})
_RANGE_FACTOR = 10
_RANGE_THOUSANDS = 1_000
_FARE_DIGITS = 3
_WEEK_REACH = 2
_MONTH_DAYS = 62
_RANGE_KINDS = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})


def annotate(text: str, *, today: dt.date, lexicon: Lexicon) -> list[Span]:
    """Read cleaned text as typed spans, left to right."""
    tokens = without_unticked(with_signs_dictated(lexicon.read_tokens(text), lexicon))
    tokens = with_shouted_names(text, without_closing(without_opening(tokens)), lexicon)
    message = Text(with_roles_apart(tokens, lexicon), [], lexicon, today)
    index = 0
    while index < len(message.tokens):
        step = add_number if message.tokens[index].is_digits else _add_word
        index = step(message, index)
    spans = with_whole_names(_without_dots_of_titles(message.spans), lexicon)
    spans = _with_streets(_with_quoted_names(spans))
    spans = _with_weekdays_of_last_week(spans, today)
    spans = without_document_days(_with_days_of_last_month(spans, today))
    spans = as_meant(with_days_of_a_month(with_edge_days(spans, today), today))
    for rule in _WHAT_IS_SAID if _tells_several(spans) else _WHAT_IS_SAID_OF_ONE:
        spans = rule(spans)
    spans = with_unentered_heading(spans, today)
    spans = with_day_headings(with_day_before_midnight(spans, today), today)
    return with_told_ranges(_join_ranges(_until_days(with_open_sums(spans))))


def _until_days(spans: list[Span]) -> list[Span]:
    """Read "till" before a day as "until"; after an article or "my" a cash desk is meant.

    "120 back in the till" counts no till.
    """
    for at, span in enumerate(spans):
        if span.kind is SpanKind.BALANCE and at and spans[at - 1].folded == "back":
            spans[at] = replace(span, kind=SpanKind.COMMON, value="common")
        if span.folded != "till" or (at and spans[at - 1].folded in _OF_A_DESK):
            continue
        after = [each for each in spans[at + 1 : at + 3] if each.folded not in {"the", "this"}]
        if after and after[0].kind in {SpanKind.DATE, SpanKind.WEEKDAY, SpanKind.MONTH}:
            spans[at] = replace(span, kind=SpanKind.PREPOSITION, value="until")
    return spans


_OF_A_DESK = frozenset(
    {"the", "my", "our", "this", "a", "in", "into", "from", "to", "of", "counted"}
)


_BIDDING = frozenset({"buy", "grab", "fetch"})


def _with_bidding_in_doubt(spans: list[Span]) -> list[Span]:
    """Doubt the sum of "buy toner, 1 450": it may be done, or still to be done."""
    if not spans or spans[0].folded not in _BIDDING:
        return spans
    return [
        replace(span, is_sure=False) if span.kind is SpanKind.AMOUNT else span for span in spans
    ]


def _without_dots_of_titles(spans: list[Span]) -> list[Span]:
    """Leave out the dot of "Mr." before a name: no sentence ends there."""
    return [
        span
        for at, span in enumerate(spans)
        if not (span.text == "." and at > 0 and spans[at - 1].value == "title")
    ]


def _with_quoted_names(spans: list[Span]) -> list[Span]:
    """Read a word with a capital between quotation marks as a name: «Термосфера» is no thermos."""
    for at in range(1, len(spans) - 1):
        is_quoted = spans[at - 1].text == "«" and spans[at + 1].text == "»"
        if is_quoted and spans[at].text[0].isupper() and spans[at].kind is not SpanKind.FIRM:
            spans[at] = replace(spans[at], kind=SpanKind.WORD, value="")
    return spans


def _with_streets(spans: list[Span]) -> list[Span]:
    """Read the names in "at Lesi Ukrainky 14" as a place, where the number is a house."""
    for house, span in enumerate(spans):
        at = house - 1
        while span.kind is SpanKind.MODEL and at > 0 and is_capital(spans[at]):
            at -= 1
        if 0 <= at < house - 1 and spans[at].folded in AT_STREET:
            if _is_fare(spans, house):
                sure = any(it.value in _RIDES for it in spans[:house])
                spans[house] = replace(
                    span, kind=SpanKind.AMOUNT, number=Decimal(span.text), is_sure=sure
                )
            for place in range(at + 1, house):
                spans[place] = replace(spans[place], kind=SpanKind.PLACE, value="town")
    return spans


def _is_fare(spans: Sequence[Span], house: int) -> bool:
    """Tell whether what might be a house is what it cost: "taxi to Saltivska 310"."""
    is_figure = spans[house].text.isdecimal() and len(spans[house].text) == _FARE_DIGITS
    is_last = all(span.kind in _NOTHING for span in spans[house + 1 :])
    is_paid = any(span.kind in _PAID_FOR for span in spans[:house])
    is_only = not any(span.kind in _RANGE_KINDS for span in spans)
    return is_figure and is_last and is_paid and is_only


_NOTHING = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.NEWLINE})
_RIDES = frozenset({"fuel_transport", "delivery"})
_PAID_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.VERB})


def _with_weekdays_of_last_week(spans: list[Span], today: dt.date) -> list[Span]:
    """Read "last week on Wednesday" as that day of the week before this one."""
    weeks = [at for at, span in enumerate(spans) if span.value == "last_week"]
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE and span.value]
    if len(weeks) != 1 or len(days) != 1 or abs(weeks[0] - days[0]) > _WEEK_REACH:
        return spans
    named = dt.date.fromisoformat(spans[days[0]].value)
    monday = today - dt.timedelta(days=today.weekday() + 7)
    if not monday <= named <= today:
        return spans
    found = monday + dt.timedelta(days=named.weekday())
    spans[days[0]] = replace(spans[days[0]], value=found.isoformat())
    spans[weeks[0]] = replace(spans[weeks[0]], kind=SpanKind.COMMON, value="common")
    return spans


def _with_days_of_last_month(spans: list[Span], today: dt.date) -> list[Span]:
    """Read "last month, on the 29th" as that day of the month before this one."""
    months = [at for at, span in enumerate(spans) if span.value == "last_month"]
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE and span.value]
    if len(months) != 1 or len(days) != 1 or abs(months[0] - days[0]) > _WEEK_REACH:
        return spans
    last_day = today.replace(day=1) - dt.timedelta(days=1)
    named = dt.date.fromisoformat(spans[days[0]].value)
    if named.day <= last_day.day and (today - named).days <= _MONTH_DAYS:
        found = last_day.replace(day=named.day)
        spans[days[0]] = replace(spans[days[0]], value=found.isoformat())
        spans[months[0]] = replace(spans[months[0]], kind=SpanKind.COMMON, value="common")
    return spans


def _add_word(message: Text, index: int) -> int:
    span, count = message.word_at(index)
    if span.kind in _SPOKEN:
        end = add_spoken_number(message, index)
        if end is not None:
            return end
        span = replace(span, kind=SpanKind.COMMON)
    elif span.folded == "w" or (span.folded in _PLUS and span.text[0].isupper()):
        span = _as_word(message, span)
    elif span.folded == "well" and _is_no_plan(message, span, index + count):
        span = replace(span, kind=SpanKind.COMMON, value="common")
    elif span.kind is SpanKind.DATE_WORD:
        span = _dated(span, relative_date(span.value, message.today))
    elif _is_watt(message.last(), span):
        span = replace(span, kind=SpanKind.COMMON, value="common")
    elif span.kind is SpanKind.WEEKDAY:
        span = _dated(span, weekday_date(int(span.value), message.today))
    message.spans.append(span)
    return index + count


def _is_watt(before: Span | None, span: Span) -> bool:
    """Tell whether "вт" belongs to a model such as "LED-60": it is no Tuesday then."""
    return span.folded == "вт" and before is not None and before.kind is SpanKind.MODEL


def _is_no_plan(message: Text, well: Span, after: int) -> bool:
    """Tell whether "well" is no "we'll": behind it comes no verb."""
    following, _ = message.at(after)
    is_digits = after < len(message.tokens) and message.tokens[after].is_digits
    is_before_somebody = following is None or following.kind in _NO_VERB
    return well.text.lower() == "well" and (is_digits or is_before_somebody)


_NO_VERB = frozenset(
    {SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.PERSON, SpanKind.NAME, SpanKind.NUMBER_WORD}
)
_PLUS = frozenset({"plus", "плюс"})


def _as_word(message: Text, span: Span) -> Span:
    """Read "w" as "with" where it measures nothing, and "Plus" as the end of a firm's name."""
    before = message.last()
    if span.folded == "w":
        is_measure = before is not None and before.text[-1].isdigit()
        return span if is_measure else replace(span, kind=SpanKind.COMMON, value="common")
    if before is None or not before.text[0].isupper() or before.end + 1 != span.start:
        return span
    message.spans[-1] = replace(before, kind=SpanKind.WORD, value="")
    return replace(span, kind=SpanKind.WORD, value="")


def _dated(span: Span, found: dt.date | None) -> Span:
    if found is None:
        return span
    return replace(span, kind=SpanKind.DATE, value=found.isoformat())


def _join_ranges(spans: list[Span]) -> list[Span]:
    """Join two numbers with a dash between them into a range."""
    joined: list[Span] = []
    for span in spans:
        is_range = (
            len(joined) > 1
            and span.kind in _RANGE_KINDS
            and joined[-1].text in _DASHES
            and joined[-2].kind in _RANGE_KINDS
            and not span.sign
            and not _is_order_before_dash(joined)
            and (
                _is_between(joined[-2], span)
                or _is_spoken(joined[-2], joined[-1], span)
                or _is_between_thousands(joined[-2], joined[-1], span)
            )
        )
        if is_range:
            first = joined[-2]
            del joined[-2:]
            text = f"{first.text}-{span.text}"
            span = replace(first, kind=SpanKind.RANGE, end=span.end, text=text)  # noqa: PLW2901 - the span goes on as what it is now
        joined.append(span)
    return joined


def _is_order_before_dash(spans: Sequence[Span]) -> bool:
    """Tell whether "по 2377 -" names an order: four odd digits, with blanks around the dash."""
    if len(spans) < 3:  # noqa: PLR2004 - "по", digits, a dash
        return False
    before = spans[-3]
    if before.value not in _FOR_ORDER and before.folded.rpartition(" ")[2] not in _FOR_ORDER:
        return False
    low, dash = spans[-2:]
    is_bare = low.text.isdecimal() and len(low.text) == _ORDER_DIGITS and not low.value
    is_odd = is_bare and low.number is not None and bool(low.number % _ROUND)
    return is_odd and low.end < dash.start


_FOR_ORDER = frozenset({"by", "for", "for_price", "on", "за", "по"})
_ORDER_DIGITS, _ROUND = 4, 50


def _is_between_thousands(low: Span, dash: Span, high: Span) -> bool:
    """Tell whether "5-6 тисяч" is written as one: the thousand is of both."""
    is_glued = low.end == dash.start and dash.end == high.start and low.text.isdecimal()
    if not is_glued or low.number is None or high.number is None or high.text.isdecimal():
        return False
    return low.number < high.number / _RANGE_THOUSANDS <= low.number * _RANGE_FACTOR


def _is_spoken(low: Span, dash: Span, high: Span) -> bool:
    """Tell whether bounds are told in one word: "тисячу-півтори", "дві-три тисячі"."""
    is_glued = low.end == dash.start and dash.end == high.start
    return is_glued and low.text[0].isalpha() and high.text[0].isalpha()


def _is_between(low: Span, high: Span) -> bool:
    """Tell whether two figures may bound one: the second is higher, but not out of all reason."""
    if low.number is None or high.number is None:
        return True
    if low.number >= _RANGE_THOUSANDS and low.text.isdecimal() and high.text[-1].isalpha():
        return False  # "order 3318 — 9 thousand"
    return low.number < high.number <= low.number * _RANGE_FACTOR


_WHAT_IS_SAID = (
    without_second_hand,
    with_latin_and,
    with_what_it_came_to,
    with_total_said,
    without_total_of_list,
    without_cases,
    with_orders_done,
    with_either_way,
    with_vague_meant,
    with_sums_as_before,
    with_backdated,
    with_feasts,
    with_vague_days,
    with_days_in_doubt,
    without_noting_to_come,
    with_unsaid,
    with_signs_in_turn,
    with_signs_of_sections,
    with_names_put_right,
    with_days_put_right,
    without_denied_sum,
    with_sold_instead,
    with_those_given_back,
    with_orders_put_right,
    with_one_grand,
    without_offer_refused,
    with_thousands_left_out,
    without_deposit_retold,
    with_paid_of_due,
    without_mileage,
    with_water_among_bills,
    with_borders_dictated,
    without_sums_inside,
    with_sum_of_each_order,
    with_notes_rejected,
    without_what_was_kept_here,
    _with_bidding_in_doubt,
)
"""In this order: each reads the spans as those before have left them."""
_OF_SEVERAL = frozenset({
    with_what_it_came_to, with_total_said, without_total_of_list, with_signs_in_turn,
    without_denied_sum, with_sold_instead, with_those_given_back, with_orders_put_right,
    without_offer_refused,
    without_deposit_retold, with_paid_of_due, without_mileage, with_water_among_bills,
    with_borders_dictated, without_sums_inside,
    with_sum_of_each_order, with_notes_rejected, without_what_was_kept_here,
})  # fmt: skip
"""Those that weigh one figure against another."""
_WHAT_IS_SAID_OF_ONE = tuple(rule for rule in _WHAT_IS_SAID if rule not in _OF_SEVERAL)


def _tells_several(spans: Sequence[Span]) -> bool:
    """Tell whether more than one figure is told, be it an order's."""
    told = (span.number is not None or span.kind in _FIGURES for span in spans)
    return sum(told) > 1


_FIGURES = frozenset({SpanKind.ORDER, SpanKind.RANGE, SpanKind.VAGUE, SpanKind.MODEL})
