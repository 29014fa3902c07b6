"""Read what only the whole message tells of its words and figures, before it is cut into lines."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.as_before import with_sums_as_before
from parsing.annotation.whole.beside_fuel import without_mileage
from parsing.annotation.whole.bills import with_water_among_bills
from parsing.annotation.whole.concluded import with_total_said, with_what_it_came_to
from parsing.annotation.whole.dashed_ranges import with_ranges_joined
from parsing.annotation.whole.day_headings import with_day_headings
from parsing.annotation.whole.days_beside import without_document_days
from parsing.annotation.whole.deposits_retold import without_deposit_retold
from parsing.annotation.whole.edge_days import with_edge_days
from parsing.annotation.whole.either_way import with_either_way
from parsing.annotation.whole.grands import with_one_grand
from parsing.annotation.whole.in_case import without_cases
from parsing.annotation.whole.inside_sums import without_sums_inside, without_tips_inside
from parsing.annotation.whole.kept_here import without_what_was_kept_here
from parsing.annotation.whole.last_periods import (
    with_days_of_last_month,
    with_weekdays_of_last_week,
)
from parsing.annotation.whole.latin_and import with_latin_and
from parsing.annotation.whole.meant import as_meant
from parsing.annotation.whole.names_put_right import with_names_put_right
from parsing.annotation.whole.notes_rejected import with_notes_rejected
from parsing.annotation.whole.noting import without_noting_to_come
from parsing.annotation.whole.offers_refused import without_offer_refused
from parsing.annotation.whole.order_slips import with_orders_put_right
from parsing.annotation.whole.orders_each import with_sum_of_each_order
from parsing.annotation.whole.owed_beside import with_paid_of_due
from parsing.annotation.whole.past_midnight import with_day_before_midnight
from parsing.annotation.whole.plus_besides import with_plus_besides
from parsing.annotation.whole.prices_put_right import with_price_put_right
from parsing.annotation.whole.promises_apart import with_promises_apart
from parsing.annotation.whole.run_on import with_borders_dictated
from parsing.annotation.whole.second_hand import without_second_hand
from parsing.annotation.whole.sections import with_signs_of_sections
from parsing.annotation.whole.short_days import with_short_days
from parsing.annotation.whole.signs_before_list import with_signs_in_turn
from parsing.annotation.whole.streets import with_streets
from parsing.annotation.whole.sums_in_turn import with_sums_in_turn
from parsing.annotation.whole.taken_off_told import without_proved_discount
from parsing.annotation.whole.thousands_left_out import with_thousands_left_out
from parsing.annotation.whole.told_again import (
    with_days_put_right,
    with_sold_instead,
    with_those_given_back,
    without_denied_sum,
)
from parsing.annotation.whole.told_ranges import with_open_sums, with_told_ranges
from parsing.annotation.whole.told_to_do import with_orders_done
from parsing.annotation.whole.totals_of_lists import without_total_of_list
from parsing.annotation.whole.unentered_headings import with_unentered_heading
from parsing.annotation.whole.unsaid import with_unsaid
from parsing.annotation.whole.vague_days import (
    with_backdated,
    with_days_about,
    with_days_in_doubt,
    with_days_of_a_month,
    with_feasts,
    with_vague_days,
)
from parsing.annotation.whole.vague_words import with_vague_meant


def as_told_whole(spans: list[Span], today: dt.date) -> list[Span]:
    """Let each rule read the spans of a message as those before have left them."""
    spans = with_weekdays_of_last_week(with_short_days(with_streets(spans), today), today)
    spans = without_document_days(with_days_of_last_month(spans, today))
    spans = as_meant(with_days_of_a_month(with_edge_days(spans, today), today))
    for rule in _WHAT_IS_SAID if _tells_several(spans) else _WHAT_IS_SAID_OF_ONE:
        spans = rule(spans)
    spans = with_unentered_heading(spans, today)
    spans = with_day_headings(with_day_before_midnight(spans, today), today)
    return with_told_ranges(with_ranges_joined(_until_days(with_open_sums(spans))))


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


_WHAT_IS_SAID = (
    without_second_hand,
    with_latin_and,
    with_promises_apart,
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
    with_days_about,
    without_noting_to_come,
    with_unsaid,
    with_signs_in_turn,
    with_sums_in_turn,
    with_plus_besides,
    with_signs_of_sections,
    with_names_put_right,
    with_days_put_right,
    without_denied_sum,
    with_price_put_right,
    without_proved_discount,
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
    without_tips_inside,
    without_sums_inside,
    with_sum_of_each_order,
    with_notes_rejected,
    without_what_was_kept_here,
    _with_bidding_in_doubt,
)
"""In this order: each reads the spans as those before have left them."""
_OF_SEVERAL = frozenset({
    with_what_it_came_to, with_total_said, without_total_of_list, with_signs_in_turn,
    with_sums_in_turn, with_plus_besides,
    without_denied_sum, with_price_put_right, without_proved_discount, with_sold_instead,
    with_those_given_back,
    with_orders_put_right, without_offer_refused,
    without_deposit_retold, with_paid_of_due, without_mileage, with_water_among_bills,
    with_borders_dictated, with_thousands_left_out, without_tips_inside, without_sums_inside,
    with_sum_of_each_order, with_notes_rejected, without_what_was_kept_here,
})  # fmt: skip
"""Those that weigh one figure against another."""
_WHAT_IS_SAID_OF_ONE = tuple(rule for rule in _WHAT_IS_SAID if rule not in _OF_SEVERAL)


def _tells_several(spans: Sequence[Span]) -> bool:
    """Tell whether more than one figure is told, be it an order's."""
    told = (span.number is not None or span.kind in _FIGURES for span in spans)
    return sum(told) > 1


_FIGURES = frozenset({SpanKind.ORDER, SpanKind.RANGE, SpanKind.VAGUE, SpanKind.MODEL})
