"""Say what a word or a figure is meant as, before anything is made of it."""

from parsing.annotation.cues import Sleepers
from parsing.annotation.spans import Span
from parsing.annotation.whole.bank_orders import with_orders_by_bank
from parsing.annotation.whole.both_paid import with_both_paying
from parsing.annotation.whole.callers import with_callers
from parsing.annotation.whole.counted_out import with_price_by_count
from parsing.annotation.whole.desks import with_desks_counted, with_desks_numbered
from parsing.annotation.whole.done_later import with_done_later, with_paid_for_time_to_come
from parsing.annotation.whole.hours_between import with_hours_between
from parsing.annotation.whole.let_off import without_discount_given
from parsing.annotation.whole.measured import with_sizes_measured
from parsing.annotation.whole.names_like_words import (
    with_names_like_days,
    with_names_like_goods,
    with_names_like_months,
    with_names_like_trades,
    with_names_of_wages,
)
from parsing.annotation.whole.no_bidding import without_jobs_bidding, without_things_bidding
from parsing.annotation.whole.notes_added import with_notes_added
from parsing.annotation.whole.order_of_all import with_order_of_all
from parsing.annotation.whole.orders_of_buyers import with_orders_of_buyers
from parsing.annotation.whole.paid_into_account import with_paid_into_account
from parsing.annotation.whole.plates_written_out import with_plates_written_out
from parsing.annotation.whole.pump_numbers import without_pump_numbers
from parsing.annotation.whole.receipts_summed import with_receipts_summed
from parsing.annotation.whole.rest_to_come import without_rest_to_come
from parsing.annotation.whole.there_and_back import with_way_there_and_back
from parsing.annotation.whole.villages import with_villages
from parsing.annotation.whole.would import with_what_would_be
from parsing.annotation.whole.wrong_place import with_wrong_places

_RULES = Sleepers(
    without_things_bidding,
    without_jobs_bidding,
    with_names_like_goods,
    with_names_like_days,
    with_names_like_months,
    with_names_of_wages,
    without_pump_numbers,
    with_plates_written_out,
    with_order_of_all,
    with_done_later,
    with_paid_for_time_to_come,
    with_hours_between,
    with_callers,
    without_rest_to_come,
    with_sizes_measured,
    with_price_by_count,
    with_villages,
    with_names_like_trades,
    with_desks_numbered,
    with_desks_counted,
    with_paid_into_account,
    with_receipts_summed,
    with_orders_by_bank,
    with_orders_of_buyers,
    with_both_paying,
    with_notes_added,
    without_discount_given,
    with_wrong_places,
    with_what_would_be,
    with_way_there_and_back,
)
"""In this order: each reads the spans as those before have left them."""


def as_meant(spans: list[Span]) -> list[Span]:
    """Let each rule that is woken read a message's spans."""
    for rule in _RULES.awake(spans):
        spans = rule(spans)
    return spans
