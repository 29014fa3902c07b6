"""The words a report needs, given by the caller in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayLabels:
    """Every word that a person reads in a day's chart or table."""

    title: str
    """What this is, such as "Cash for the day"."""
    operations: str
    """How many operations there were, number and noun together: "12 operations"."""
    net: str
    cash_in: str
    cash_out: str
    in_tills: str
    """The head of what all tills hold at the end."""
    by_category: str
    tills: str
    till: str
    category: str
    opening: str
    closing: str
    moved: str
    """The head of cash that went to the bank, came from it, or changed tills."""
    total: str
    other: str
    """What the small rest of categories is called."""
    others: str
    """What the rest of the tills is called."""
    no_category: str
    nothing_happened: str
    other_currencies: str
    category_names: Mapping[str, str]
    """Category code to its name."""
    till_names: Mapping[str, str]
    """Till key to its name."""

    def name_category(self, category: str | None) -> str:
        """Give a category's name, or its code where it has no name."""
        if category is None:
            return self.no_category
        return self.category_names.get(category) or category

    def name_till(self, till: str) -> str:
        """Give a till's name, or its key where it has no name."""
        return self.till_names.get(till) or till


@dataclass(frozen=True, slots=True)
class FlowLabels:
    """Every word of a picture of money in and out."""

    title: str
    change: str
    money_in: str
    money_out: str
    on_hand: str
    curve: str
    """The head of the curve."""
    columns: str
    """The head of the columns: by day, by week or by month."""
    highest: str
    """How much the longest column is: "up to ₴84K"."""
    nothing: str
    """Said where nothing came in or went out."""
    other_currencies: str


@dataclass(frozen=True, slots=True)
class PlanLabels:
    """Every word of a picture of a month against its plan."""

    title: str
    day_of: str
    """How far the month is: "day 20 of 30"."""
    sales: str
    """The head of what was sold, with how much of the plan that is."""
    planned: str
    due: str
    """What was to be sold by now."""
    a_day: str
    """What must be sold on each day left, with how many those are: "A day, 11 left"."""
    over: str
    short: str
    usual: str
    usual_month: str
    usual_over: str
    usual_short: str
    to_reach: str
    """The line that leads from what was sold to the plan."""
    no_plan: str
    added_up: str
    """The head of the curve of sales."""
    highest: str
    """How much the top of that curve is: "up to ₴1.2M"."""
    left: str
    """What is left of sales: the margin, with its part of them, or the net result."""
    other_currencies: str
