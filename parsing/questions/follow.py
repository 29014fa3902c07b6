"""What is asked on: "and in September?", "а по паливу?", "per day, please", "вчера?"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.carried import STATES, carried
from parsing.questions.comparing import (
    against_like,
    before_like,
    is_weekend,
    is_with_days,
    joined,
    part_of_year,
)
from parsing.questions.figures_said import LISTED, is_of_days_alone, rows_of
from parsing.questions.measures import measure_of_group, measure_said
from parsing.questions.month_days import same_part
from parsing.questions.narrowing import is_narrowing, narrowed
from parsing.questions.net_said import net_turn
from parsing.questions.periods import ever
from parsing.questions.query import Ask, Doubt, Group, Measure, Per, Query, Unclear
from parsing.questions.reader import Reader
from parsing.questions.relative import unit_before, unit_of, unit_said, unit_so_far
from parsing.questions.rows_said import AVERAGES, WORST, best_group, series_per
from parsing.questions.slots import Slots
from parsing.questions.turns import is_turn

_SHARED = frozenset(
    {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.COMPARE, Ask.LAST, Ask.BIGGEST, Ask.SERIES}
)
_SUMMED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.COMPARE, Ask.AVERAGE, Ask.SERIES, Ask.RESULTS})
"""What can be told of other days beside."""
_NAMES = frozenset({Group.CUSTOMER, Group.SUPPLIER, Group.COUNTERPARTY})
_ROWS = ("by_day", "by_week", "by_month", "by_quarter", "trend")
_PARTED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.LAST, Ask.BIGGEST})
_OF_ENTRIES = frozenset({Measure.CATEGORY, Measure.FEES, Measure.REFUNDS})
_BOUGHT = frozenset({Measure.SALES, Measure.PAID_BY_CUSTOMERS, Measure.REFUNDS})
_OF_DAYS = frozenset({Measure.RESULT, Measure.MARGIN})
_SIDES = frozenset({Measure.RECEIVABLE, Measure.PAYABLE})
_OF_SAME = frozenset({Ask.LAST, Ask.BIGGEST, Ask.AVERAGE, Ask.COUNT, Ask.COMPARE, Ask.SERIES})
"""What can be told of whatever figure was asked before."""
_OF_PEOPLE = frozenset(
    {CashCategory.SALARY, CashCategory.SALARY_ADVANCE, CashCategory.INSTALLER_SERVICES}
)
_PAID = frozenset({Measure.MONEY_OUT, Measure.EXPENSES, Measure.STAFF})
_WITH = frozenset({"and with", "and to", "and against", "а з", "а із", "а с", "а со"})
_FOR = frozenset({"за", "for", "на"})
_CHANGES = frozenset({Ask.COMPARE, Ask.WHY})


def is_whole_question(slots: Slots) -> bool:
    """Tell whether a text says what is measured and of which days: it needs no other before it.

    What is said of "it" or "them", or only holds these days against others, is none.
    """
    is_of_last = slots.has("filler", "it", "of_it", "them", "instead_of") or _holds_against(slots)
    is_measured = measure_said(slots) is not None or slots.has("shape", "earned_on", "lost_on")
    is_measured = is_measured or bool(slots.categories and slots.has("ask", "how_much", "count"))
    return bool(slots.periods) and is_measured and not is_of_last


def is_fragment(slots: Slots) -> bool:
    """Tell whether a text that does not open as one can only be about what was asked before.

    Such a text says nothing of what is measured, and does not ask anything else: "per day,
    please", "only advertising", "compare with September", "yesterday?".
    """
    if is_turn(slots) or is_of_days_alone(slots):
        return True
    is_of_names = any(each in _NAMES for each in slots.values("group"))
    if is_of_names and _says_only_group(slots) and not slots.has("ask", "who"):
        return True
    is_new = slots.has("measure") or slots.has("counted") or slots.has("group")
    is_average = slots.has("shape", "average", *AVERAGES) and not slots.has("ask", "how_much")
    is_average = is_average or slots.has("shape", "average")
    is_average = is_average and not slots.has("shape", "average_sale")
    if is_average and not (is_new or slots.categories or slots.about or slots.periods):
        return True  # "how much on average?"
    is_new = is_new or slots.has(
        "ask", "why", "report", "order", "plan", "how_much", "count", "who"
    )
    is_whole = bool(slots.periods) and bool(slots.categories or slots.place or slots.is_by_channel)
    is_asked = any(mark.text == "?" for mark in slots.marks)
    is_said = bool(slots.categories or slots.place or slots.about or slots.is_by_channel)
    is_dated = bool(slots.periods) and (is_asked or _holds_against(slots) or _is_for_days(slots))
    is_said = is_said or is_dated
    is_said = is_said or series_per(slots) is not None or best_group(slots) is not None
    is_said = is_said or slots.has("when", "before_that") or is_narrowing(slots)
    is_ranked = slots.has("rank") and not is_narrowing(slots) and best_group(slots) is None
    is_ranked = is_ranked or (bool(slots.weekdays) and best_group(slots) is not None)
    is_new = is_new or is_ranked or slots.has("shape", "average", "average_sale")
    return is_said and not is_new and not is_whole and slots.order is None


def _is_for_days(slots: Slots) -> bool:
    """Tell whether a text is only for how long: "за всю осень", "for the whole year"."""
    said = [fold(mark.text) for mark in slots.marks if mark.section not in {"sign", "gap"}]
    is_led = bool(said) and said[0] in _FOR
    return is_led and len(said) <= len(_FOR)


def follow(reader: Reader, before: Query) -> Query | Doubt:
    """Change what was asked before by what is new: days, a category, a place, a name."""
    slots = reader.slots
    if slots.names_future:
        return Doubt(Unclear.AHEAD)
    found = _followed(reader, before)
    is_nothing = isinstance(found, Doubt) and found.reason is Unclear.NO_QUESTION
    if is_nothing and slots.has("filler", "without"):
        return Doubt(Unclear.WORDS, _left_words(slots))
    is_same_one = slots.has("filler", "them") and not slots.about and before.about is not None
    if isinstance(found, Query) and found.about is None and is_same_one:
        return replace(found, about=before.about)
    return found


def _left_words(slots: Slots) -> tuple[str, ...]:
    """Give what a turn wants left out of the last figure, and no figure is told without."""
    out = [mark.is_of("filler", "without") for mark in slots.marks].index(True)
    return tuple(mark.text for mark in slots.marks[out:] if mark.section not in {"sign", "gap"})


def _followed(reader: Reader, before: Query) -> Query | Doubt:
    slots = reader.slots
    more = net_turn(slots, before) or narrowed(slots, before)
    if more is not None:
        return more
    if before.ask in _SUMMED and (_holds_against(slots) or holds_same_against(slots, before)):
        return _compared(reader, before)
    groups = [Group(each) for each in slots.values("group")]
    parted = _by_group(groups, slots, before) or _of_other_group(groups, reader, before)
    if parted is not None:
        return parted
    is_new = slots.has("ask", "why", "compare", "against", "report", "order", "plan")
    is_new = is_new or slots.has("measure") or slots.has("counted")
    is_new = is_new or bool(groups) or slots.order is not None
    if is_new or slots.has("rank") or slots.has("joiner", "than"):
        is_of_names = before.ask is Ask.TOP and before.group in _NAMES
        if is_of_names and measure_said(slots) in _OF_DAYS:
            return Doubt(Unclear.MARGIN_OF)
        is_of_now = before.ask in STATES and before.is_usual_days
        days = None if is_of_now else before.days  # "what's in the till" is no day of sales
        return _as_meant(reader.read(days), reader, before)
    return _changed(reader, before)


def _says_only_group(slots: Slots) -> bool:
    """Tell whether a turn only says by whom to part a figure: "по людях", "by supplier"."""
    is_more = slots.has("measure") or slots.has("counted") or slots.has("rank")
    is_other = slots.has("ask", "why", "compare", "against", "plan", "count")
    return not (is_more or is_other or slots.about or slots.categories or slots.place)


def _by_group(groups: Sequence[Group], slots: Slots, before: Query) -> Query | None:
    """Tell the last figure by names; None where such a figure has none of that kind."""
    group = next((each for each in groups if each in _NAMES), None)
    if [*groups] == [Group.CATEGORY] and before.about and before.measure is Measure.MONEY_OUT:
        found = replace(before, ask=Ask.TOP, group=Group.CATEGORY, limit=10, share_of=None)
        return replace(found, per=Per.ENTRY) if _says_only_group(slots) else None
    is_part = before.ask is Ask.TOTAL and before.measure in _OF_ENTRIES
    if [*groups] == [Group.CATEGORY] and is_part and _says_only_group(slots):
        return replace(
            before, ask=Ask.LAST, limit=20, per=Per.ENTRY, share_of=None
        )  # "на що саме?"
    if before.ask is Ask.OWED and group is not None and _says_only_group(slots):
        return before  # it names them anyway
    is_sum = before.ask in _PARTED and before.measure in LISTED
    if group is None or not is_sum or not _says_only_group(slots):
        return None
    measure = before.measure
    if group is Group.SUPPLIER or (group is Group.CUSTOMER and measure not in _BOUGHT):
        measure = measure_of_group(group, measure)
    days = slots.periods[0] if slots.periods else before.days
    found = replace(before, ask=Ask.TOP, group=group, measure=measure, days=days)
    return replace(found, limit=slots.number or 10, per=Per.ENTRY, against=None, share_of=None)


def _as_meant(found: Query | Doubt, reader: Reader, before: Query) -> Query | Doubt:
    """Keep of the last question what another figure, list or shape does not name."""
    if not isinstance(found, Query):
        return found
    slots = reader.slots
    named = _days_like(reader, before.days)
    if found.ask is Ask.OWED and before.ask is Ask.OWED and not _says_whose(slots):
        found = replace(found, measure=before.measure)
    if found.ask is Ask.OWED and before.ask not in STATES and named is None:
        found = replace(found, days=Days.one(reader.today))  # what is owed by now
    if found.ask is Ask.RESULTS and before.measure is Measure.PLAN and slots.has("ask", "report"):
        found = replace(found, measure=Measure.PLAN)  # "and how did October close?"
    if found.ask is Ask.LAST and before.ask in STATES and named is None:
        return replace(found, days=ever(reader.today))
    if before.ask not in STATES and found.ask in _OF_SAME and _says_no_figure(slots, found):
        found = replace(found, measure=before.measure, categories=before.categories)
    found = carried(found, slots, before)
    if found.ask in _CHANGES and found.against == before.against and named is not None:
        found = replace(found, against=against_like(before, named))
    is_same = found.days == before.days and named is None
    return replace(found, is_usual_days=before.is_usual_days) if is_same else found


def _says_no_figure(slots: Slots, found: Query) -> bool:
    """Tell whether a turn says how, and not what: "the 10 latest instead"."""
    return measure_said(slots) is None and found.group not in _NAMES and not slots.is_by_channel


def _says_whose(slots: Slots) -> bool:
    """Tell whether a debt is said to be ours or theirs, not only that it is late."""
    is_said = slots.has("group") or slots.has("filler", "us", "we", "whom")
    return is_said or slots.has("measure", "to_pay", "advances") or slots.has("ask", "who")


def _holds_against(slots: Slots) -> bool:
    """Tell whether only other days to hold against are named: "compare with September"."""
    is_asked = slots.has("ask", "compare", "against") or slots.has("joiner", "than")
    is_asked = is_asked or slots.is_than_days
    is_more = slots.has("measure") or slots.has("group") or bool(slots.categories)
    return is_asked and len(slots.periods) <= 1 and not is_more and not slots.has("ask", "why")


def holds_same_against(slots: Slots, before: Query) -> bool:
    """Tell whether the days that were told are held against others: "compare sales with May"."""
    is_more = bool(slots.categories or slots.about or slots.place or slots.group_words)
    if before.ask not in _SUMMED or is_more or not is_with_days(slots):
        return False
    days, measure = slots.periods[0], measure_said(slots)
    is_alike = measure is before.measure or unit_of(days) == unit_of(before.days)
    return is_alike and days != before.days


def _compared(reader: Reader, before: Query) -> Query:
    slots = reader.slots
    measure = before.measure if before.ask is not Ask.RESULTS else Measure.RESULT
    measure = measure_said(slots) or measure
    against = slots.periods[0] if slots.periods else before_like(before.days)
    against = part_of_year(before.days, against)
    if against == before.days and against.is_one:
        against = _week_before(against)  # "than last Sunday", after that very day
    return replace(before, ask=Ask.COMPARE, measure=measure, against=against, group=None)


def _of_other_group(
    groups: Sequence[Group], reader: Reader, before: Query
) -> Query | Doubt | None:
    """Tell another group by the same days, where the last question ranked one."""
    slots = reader.slots
    if before.ask is not Ask.TOP or not groups or slots.has("measure"):
        return None
    group = groups[0]
    found = reader.read(before.days)
    if isinstance(found, Query) and found.ask is Ask.TOP:
        return replace(found, limit=slots.number or before.limit)
    days = slots.periods[0] if slots.periods else before.days
    measure = measure_of_group(group, measure_said(slots))
    is_usual = before.is_usual_days and not slots.periods
    return replace(before, days=days, is_usual_days=is_usual, group=group, measure=measure)


def _changed(reader: Reader, before: Query) -> Query | Doubt:
    slots = reader.slots
    per = series_per(slots)
    named = _days_named(reader, before)
    if before.measure in _SIDES and slots.has("filler", "us", "we", "whom"):
        before = replace(before, measure=_side_said(slots, before.measure))
        return before if named is None else replace(before, days=Days.one(named.last))
    best = best_group(slots)
    if best is not None and (before.ask in _SUMMED or before.ask is Ask.TOP):
        return _best_of(slots, best, before)
    is_shaped = per is not None or slots.has("shape", "average", *AVERAGES)
    is_told = bool(slots.categories or slots.place or slots.about or slots.is_by_channel)
    if not (named or is_shaped or is_told):
        is_amount = slots.has("ask", "how_much", "count")
        return Doubt(Unclear.OF_WHAT if is_amount else Unclear.NO_QUESTION)
    if named is not None and before.against is not None and _is_with(slots):
        return replace(before, against=named)
    days = named or before.days
    changed = replace(
        before,
        days=days,
        is_usual_days=before.is_usual_days and named is None,
        place=slots.place or before.place,
        channels=slots.channels if slots.is_by_channel else before.channels,
        channels_out=slots.channels_out if slots.is_by_channel else before.channels_out,
        about=slots.about[0] if slots.about else before.about,
        told_by=slots.told_by or before.told_by,
        others=slots.about[1:] if slots.about else before.others,
        weekdays=slots.weekdays or before.weekdays,
        limit=slots.number or before.limit,
        against=before.against if named is None else against_like(before, days),
    )
    if changed.ask is Ask.TOTAL and len(slots.periods) > 1:
        changed = replace(changed, per=rows_of(changed, slots.periods))
    return _shaped(reader.slots, per, before, changed)


def _days_named(reader: Reader, before: Query) -> Days | None:
    """Give the days that a turn names after such a question."""
    slots, named = reader.slots, _days_like(reader, before.days)
    if before.ask is Ask.BALANCE and slots.stood_on is not None:
        return Days.one(slots.stood_on)  # "and a week ago?"
    if before.ask is Ask.BALANCE and slots.has("shape", "opening"):
        begun = (named or before.days).first
        return Days.one(begun - dt.timedelta(days=1))  # "and this morning?": as the last ended
    if named == before.days and before.days.is_one and before.ask not in STATES:
        return _week_before(before.days)  # "and last Sunday?", after that very day
    return named


def _week_before(day: Days) -> Days:
    return Days.one(day.first - dt.timedelta(weeks=1))


def _is_with(slots: Slots) -> bool:
    """Tell whether other days are named to hold the same ones against: "and with August"."""
    return any(mark.section == "follow" and fold(mark.text) in _WITH for mark in slots.marks)


def _side_said(slots: Slots, measure: Measure) -> Measure:
    """Say whose debt is asked for after that of the others: "а вони нам?", "and we them?"."""
    if slots.has("filler", "us"):
        return Measure.RECEIVABLE
    return Measure.PAYABLE if slots.has("filler", "them", "whom") else measure


def _shaped(slots: Slots, per: Per | None, before: Query, changed: Query) -> Query:
    """Give what was asked before another shape: an average, rows, entries, a category."""
    if per is None and slots.has("shape", "average", *AVERAGES) and before.ask in _SUMMED:
        return _averaged(slots, changed)
    if per is not None and before.ask is Ask.AVERAGE and not slots.has("shape", *_ROWS):
        return replace(changed, per=per)
    if per is not None:
        is_single = before.ask in {Ask.COUNT, Ask.AVERAGE} and before.per is Per.ENTRY
        compared = before.ask if is_single else Ask.TOTAL
        return replace(changed, ask=Ask.SERIES, per=per, against=None, compared=compared)
    if slots.categories and not slots.about:
        ask = before.ask if before.ask in _SHARED else Ask.TOTAL
        is_of_it = slots.has("filler", "of_it") or _is_of_man(slots, before)
        is_of_it = is_of_it and before.about is not None
        group = changed.group if ask is before.ask else None
        about = before.about if is_of_it else None  # "скільки з того зарплата"
        changed = replace(changed, ask=ask, measure=Measure.CATEGORY, group=group, about=about)
        return replace(changed, categories=slots.categories)
    if slots.has("ask", "entries") and before.measure in LISTED:
        return replace(changed, ask=Ask.LAST, limit=20)
    return changed


def _is_of_man(slots: Slots, before: Query) -> bool:
    """Tell whether what people are paid for is asked after what one of them was: "а зарплата?"."""
    is_paid = before.measure in _PAID or set(before.categories) <= _OF_PEOPLE
    return is_paid and set(slots.categories) <= _OF_PEOPLE


def _averaged(slots: Slots, changed: Query) -> Query:
    """Ask for the average of what was asked before: "а средняя в день?"."""
    said = (AVERAGES[each] for each in slots.values("shape") if each in AVERAGES)
    measure = Measure.RESULT if changed.ask is Ask.RESULTS else changed.measure
    per = next(said, changed.per if changed.ask is Ask.SERIES else Per.ENTRY)
    if per is Per.ENTRY and measure in _OF_DAYS:
        per = Per.DAY  # no entry has a result
    return replace(changed, ask=Ask.AVERAGE, measure=measure, per=per, against=None, group=None)


def _best_of(slots: Slots, group: Group, before: Query) -> Query:
    """Ask for the best of the days that were asked of before: "and which day was best?"."""
    days = slots.periods[0] if slots.periods else before.days
    is_worst = slots.has("shape", *WORST) or slots.has("rank", "smallest")
    is_usual = before.is_usual_days and not slots.periods
    changed = replace(before, ask=Ask.TOP, days=days, is_usual_days=is_usual, group=group)
    return replace(changed, against=None, per=Per.ENTRY, is_least=is_worst, limit=5)


def _days_like(reader: Reader, before: Days) -> Days | None:
    """Give the days that are named; "and in the last?" means what was asked of before."""
    slots = reader.slots
    if slots.periods:
        is_same = slots.has("when", "same")
        return _same_as(before, slots.periods[0]) if is_same else joined(slots.periods)
    if slots.has("when", "this"):
        return unit_so_far(unit_of(before), reader.today)
    if slots.has("when", "before_that"):
        return before_like(before)
    named = next((each for each in slots.marks if each.is_of("when", "previous", "last")), None)
    said = None if named is None else unit_said(named, unit_of(before), reader.today)
    is_told = said == before or (said is not None and is_weekend(before))
    return before_like(before) if is_told else said


def _same_as(before: Days, other: Days) -> Days:
    """Give the same part of other days; of those that hold these already, the part before."""
    found = same_part(before, other)
    if found != before or other.is_one:
        return found
    return same_part(before, unit_before(unit_of(other), other.first))
