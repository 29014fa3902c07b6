"""Clear a message's spans of what is said beside the money, and settle each line's amounts."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import Sleepers, woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.days_beside import with_days_left_unwritten
from parsing.beside.beside import BY_NEIGHBOURS
from parsing.beside.came_by import BY_COMING
from parsing.beside.carried import with_goods_carried, with_goods_driven
from parsing.beside.cash_terminals import BY_MACHINES
from parsing.beside.containers import with_containers_paid_down
from parsing.beside.currency_bought import with_currency_bought
from parsing.beside.delivered import BY_DELIVERY
from parsing.beside.discount_given import with_discount_given
from parsing.beside.done_for_us import BY_WORK
from parsing.beside.failed_cards import without_failed_cards
from parsing.beside.firm_endings import with_legal_forms_ahead, with_utility_firms
from parsing.beside.freight_numbers import without_freight_numbers
from parsing.beside.fuel_grades import with_fuel_grades
from parsing.beside.furnished import BY_FURNITURE
from parsing.beside.gifts import with_gifts
from parsing.beside.goods_by_waybill import with_goods_by_waybill
from parsing.beside.got_besides import with_bonus_from_trade, with_old_things_sold
from parsing.beside.headed_by_buyer import BY_BUYERS
from parsing.beside.hired import with_hire_paid
from parsing.beside.hosted import (
    with_opening_treats,
    with_people_clothed,
    with_people_hosted,
    with_staff_equipped,
)
from parsing.beside.jobs_told import with_jobs_told
from parsing.beside.left_unwritten import BY_UNWRITTEN
from parsing.beside.list_numbers import without_list_numbers
from parsing.beside.loans import with_debt_to_customer, with_loans
from parsing.beside.makers_paid import BY_MAKERS
from parsing.beside.mended import with_things_mended
from parsing.beside.not_told_what_for import with_what_for_untold
from parsing.beside.notes import with_notes_counted
from parsing.beside.noughts import without_noughts
from parsing.beside.odd_jobs import with_cleaning_by_name, with_odd_jobs
from parsing.beside.on_delivery import with_cash_on_delivery
from parsing.beside.order_lists import with_order_list
from parsing.beside.orders_handed import with_orders_handed
from parsing.beside.origins import BY_ORIGINS
from parsing.beside.own_money import with_own_put_in, with_own_taken_back
from parsing.beside.own_places import with_own_rooms, with_parts_of_tools
from parsing.beside.owner_takes import with_owner_at_safe
from parsing.beside.packing import with_packing
from parsing.beside.paid_to_mend import with_paid_to_mend
from parsing.beside.paid_to_us import (
    with_callers_advance,
    with_change_handed_in,
    with_customers_phone,
    with_debt_got,
    with_difference_paid,
    with_firm_paying,
    with_handed_in_for_order,
    with_last_one_taken,
    with_left_for_order,
    with_money_down,
    with_order_on_delivery,
    with_our_work,
    with_paid_ahead,
    with_some_back,
    with_unspent_brought_back,
)
from parsing.beside.present_tense import with_had_to, with_present_told
from parsing.beside.proofs_kept import BY_PROOFS
from parsing.beside.relatives import with_quiet_relatives
from parsing.beside.said_by_nouns import BY_NOUNS
from parsing.beside.shorthand import with_shorthand
from parsing.beside.sign_offs import without_sign_off
from parsing.beside.sites import with_sites
from parsing.beside.still_to_come import without_still_to_come
from parsing.beside.summed_up import with_sums_up
from parsing.beside.till_signs import with_till_signs
from parsing.beside.till_to_till import (
    with_change_for_another_desk,
    with_till_of_another_desk,
    with_till_to_till,
)
from parsing.beside.tips import with_tips
from parsing.beside.titled import with_himself, with_titled_names
from parsing.beside.told_balances import with_takings_in_till, without_balances
from parsing.beside.unsure_way import without_unsure_way
from parsing.beside.vehicles import with_parts_of_ours, with_vehicle_mended
from parsing.beside.where_for import (
    BY_BILLS,
    with_couriers_to_offices,
    with_leaks_mended,
    with_machines_hired,
    with_own_things_replaced,
    with_places_for,
    with_rides_to_banks,
    with_shifts_paid,
    with_treats,
)
from parsing.beside.work_done import with_work_told
from parsing.figures.amounts import settle_amounts

_CLAUSE_ENDS = frozenset({",", ".", ";", "!"})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.WORD})
_BACK = frozenset({"back", "назад", "обратно"})


def tidy(spans: Sequence[Span]) -> list[Span]:
    """Take off list numbers and clauses of purpose, quieten relative ones, settle the amounts."""
    tidied: list[Span] = []
    for line in _lines(with_sums_up(without_balances(without_list_numbers(spans)))):
        told = line
        for rule in RULES.awake(line):
            told = rule(told)
        tidied.extend(settle_amounts(told))
    return tidied


@woken_by(values=("bargain",))
def _with_haggled_price(line: list[Span]) -> list[Span]:
    """Let "4 200 on the label" be no mere price where it was haggled down and then paid."""
    bargain = next((at for at, span in enumerate(line) if span.value == "bargain"), 0)
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if at < bargain and span.kind is SpanKind.PLAN and span.value == "price"
        else span
        for at, span in enumerate(line)
    ]


@woken_by(kinds=(SpanKind.PLAN,))
def _with_price_paid(line: list[Span]) -> list[Span]:
    """Let a price be no mere price where the next words say it was paid: "it costs 90, paid"."""
    price = next((at for at, span in enumerate(line) if span.value == "price"), -1)
    last = [span for span in line if span.kind is not SpanKind.NEWLINE][-2:]
    is_sum = any(span.kind is SpanKind.AMOUNT for span in line[price + 1 :])
    is_paid = len(last) > 1 and last[0].text == "," and last[1].value in {"pay", "buy"}
    if price >= 0 and is_sum and is_paid and last[1].kind is SpanKind.VERB:
        line[price] = replace(line[price], kind=SpanKind.COMMON, value="common")
    return line


def _lines(spans: Sequence[Span]) -> list[list[Span]]:
    """Cut into lines, each with its end."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        lines[-1].append(span)
        if span.kind is SpanKind.NEWLINE or span.text == ";":
            lines.append([])
    return lines


_SO_THAT = frozenset({"so_that"})
_ASIDE = _SO_THAT | {"because"}


@woken_by(values=_ASIDE)
def _without_so_that(line: list[Span]) -> list[Span]:
    """Leave out what the money is to make possible: "so we can give change"."""
    kept: list[Span] = []
    is_aside = False
    # "Дала решти 50, бо було 2200": the note is told there.
    openings = _SO_THAT if any(it.kind is SpanKind.CHANGE for it in line) else _ASIDE
    for span in line:
        if span.value in openings and any(each.kind is SpanKind.AMOUNT for each in kept):
            is_aside = True
        elif span.text in _CLAUSE_ENDS or span.kind is SpanKind.NEWLINE:
            is_aside = False
        if not is_aside:
            kept.append(span)
    return kept


@woken_by(values=("without",))
def _without_what_is_missing(line: list[Span]) -> list[Span]:
    """Leave out "without delivery": it names what was not paid for."""
    kept: list[Span] = []
    for span in line:
        if kept and kept[-1].value == "without" and span.kind in _NAMED:
            kept.pop()
            continue
        kept.append(span)
    return kept


@woken_by(words=_BACK)
def _with_whole_give_back(line: list[Span]) -> list[Span]:
    """Read "gave him his deposit back" as one verb."""
    whole = list(line)
    for at, span in enumerate(line):
        if span.kind is not SpanKind.VERB or span.value != "give":
            continue
        for later in line[at + 1 :]:
            if later.text in _CLAUSE_ENDS or later.kind is SpanKind.VERB or later.value == "to_us":
                break
            if later.folded in _BACK and not _is_of_a_thing(line, later):
                whole[at] = replace(span, value="give_back")
                break
    return whole


def _is_of_a_thing(line: Sequence[Span], back: Span) -> bool:
    """Tell whether "back" says where a thing is: "a lock for the back door"."""
    at = line.index(back)
    is_article = at > 0 and line[at - 1].folded in {"the", "a"}
    return is_article and at + 1 < len(line) and line[at + 1].kind in _NAMED


RULES = Sleepers(
    without_sign_off,
    with_titled_names,
    *BY_NOUNS,
    with_himself,
    *BY_MACHINES,
    with_till_to_till,
    with_till_of_another_desk,
    with_change_for_another_desk,
    with_owner_at_safe,
    with_present_told,
    with_had_to,
    without_noughts,
    with_till_signs,
    with_takings_in_till,
    with_what_for_untold,
    *BY_PROOFS,
    without_failed_cards,
    without_unsure_way,
    *BY_UNWRITTEN,
    with_currency_bought,
    _with_haggled_price,
    _with_price_paid,
    with_fuel_grades,
    with_utility_firms,
    with_legal_forms_ahead,
    *BY_BUYERS,
    with_sites,
    with_packing,
    with_goods_by_waybill,
    with_discount_given,
    *BY_MAKERS,
    with_orders_handed,
    without_freight_numbers,
    with_shorthand,
    with_order_list,
    without_still_to_come,
    with_loans,
    with_debt_to_customer,
    with_tips,
    with_containers_paid_down,
    with_hire_paid,
    with_old_things_sold,
    with_bonus_from_trade,
    *BY_ORIGINS,
    *BY_COMING,
    with_vehicle_mended,
    with_parts_of_ours,
    with_goods_carried,
    with_goods_driven,
    with_own_taken_back,
    with_own_put_in,
    with_things_mended,
    *BY_DELIVERY,
    with_our_work,
    with_customers_phone,
    with_callers_advance,
    with_difference_paid,
    with_change_handed_in,
    with_paid_ahead,
    with_money_down,
    with_left_for_order,
    with_handed_in_for_order,
    with_order_on_delivery,
    with_firm_paying,
    with_debt_got,
    with_last_one_taken,
    with_unspent_brought_back,
    with_some_back,
    *BY_WORK,
    with_work_told,
    with_jobs_told,
    with_gifts,
    with_treats,
    with_opening_treats,
    with_people_clothed,
    with_people_hosted,
    with_staff_equipped,
    *BY_FURNITURE,
    with_shifts_paid,
    with_machines_hired,
    *BY_NEIGHBOURS,
    with_places_for,
    with_own_rooms,
    with_parts_of_tools,
    *BY_BILLS,
    with_own_things_replaced,
    with_rides_to_banks,
    with_couriers_to_offices,
    with_leaks_mended,
    with_days_left_unwritten,
    with_cash_on_delivery,
    with_odd_jobs,
    with_cleaning_by_name,
    with_notes_counted,
    _with_whole_give_back,
    with_quiet_relatives,
    with_paid_to_mend,
    _without_so_that,
    _without_what_is_missing,
)
"""In this order: each reads a line as those before have left it."""
