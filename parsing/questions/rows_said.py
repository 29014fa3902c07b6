"""Whether a question asks for rows: one for each day, week or month, or the best of them."""

from parsing.annotation.tokens import fold
from parsing.questions.counting import are_orders
from parsing.questions.marks import Mark
from parsing.questions.measures import measure_said
from parsing.questions.query import Group, Measure, Per
from parsing.questions.slots import Slots

_SERIES = {
    "by_day": Per.DAY,
    "by_week": Per.WEEK,
    "by_month": Per.MONTH,
    "by_quarter": Per.QUARTER,
    "trend": Per.MONTH,
}
_BEST = {
    "best_day": Group.DAY, "best_week": Group.WEEK, "best_month": Group.MONTH,
    "worst_day": Group.DAY, "worst_week": Group.WEEK, "worst_month": Group.MONTH,
}  # fmt: skip
_GROUPS = {Per.DAY: Group.DAY, Per.WEEK: Group.WEEK, Per.MONTH: Group.MONTH}
_AVERAGE_OF = {
    "average_day": Per.DAY, "average_week": Per.WEEK, "average_month": Per.MONTH,
}  # fmt: skip
WORST = ("worst_day", "worst_week", "worst_month")
"""The shapes that ask for the smallest."""
AVERAGES = {"per_day": Per.DAY, "per_week": Per.WEEK, "per_month": Per.MONTH, **_AVERAGE_OF}
"""The shapes of an average, by what it is of."""


def series_per(slots: Slots) -> Per | None:
    """Say what the rows of a series are, if one is asked for.

    "Sales per week" are rows, unless an average or how much it is a week is asked for.
    """
    said = [each for each in slots.values("shape") if each in _SERIES]
    exact = [each for each in said if each != "trend"]
    if said:
        return _SERIES[(exact or said)[0]]
    is_figure = slots.has("shape", "average", "average_sale", *_AVERAGE_OF)
    is_figure = is_figure or slots.has("ask", "how_much")
    each = next((each for each in slots.values("shape") if each in AVERAGES), None)
    return None if each is None or is_figure or slots.is_counting else AVERAGES[each]


def best_group(slots: Slots) -> Group | None:
    """Say whether the best day, week or month is asked for: "when did we sell most" is a day."""
    found = next((_BEST[each] for each in slots.values("shape") if each in _BEST), None)
    is_when = slots.has("ask", "when") and slots.has("rank", "top", "biggest", "smallest")
    is_days = is_when and measure_said(slots) is not None and not slots.group_words
    return Group.DAY if found is None and is_days else found


def rows_or_best(slots: Slots) -> tuple[Per | None, Group | None]:
    """Say what rows are of, or what the best of them is: "profit by week, which is the worst"."""
    per, best = series_per(slots), best_group(slots)
    is_ranked = per is not None and best is None and slots.has("rank", "smallest", "biggest")
    return (None, _GROUPS[per]) if is_ranked and per in _GROUPS else (per, best)


def counts_orders(slots: Slots) -> bool:
    """Tell whether rows are told by how many orders each had: "busiest day by orders"."""
    is_of_orders = are_orders(slots.marks) or slots.has("group", "order")
    is_of_orders = is_of_orders or slots.has("ask", "order")
    is_other = slots.has("ask", "compare", "against") or slots.has("shape", "average")
    is_sized = bool(slots.at_least) or slots.at_most is not None
    return (
        is_of_orders
        and measure_said(slots) in {None, Measure.SALES}
        and not (is_other or is_sized)
    )


def is_in_and_out(slots: Slots) -> bool:
    """Tell whether money in is only held against money out, which one figure tells with both."""
    is_flow = measure_said(slots) is Measure.FLOW and len(slots.periods) < 2  # days against days
    return is_flow and slots.has("ask", "against") and not slots.has("ask", "compare")


def says_category(mark: Mark) -> bool:
    """Tell whether kinds of expenses are named as such: "categories over 8000"."""
    said = fold(mark.text)
    return mark.section == "group" and any(each in said for each in ("categ", "катег", "стат"))
