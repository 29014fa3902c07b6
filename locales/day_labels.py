"""The words of a day's picture and table."""

from collections.abc import Iterable

from ledger.accounts import Account
from ledger.cash import CashCategory
from locales.words import Words
from reports.day import DayReport
from reports.labels import DayLabels


def labels_of(words: Words, report: DayReport, tills: Iterable[Account]) -> DayLabels:
    """Give the words for a report on tills, in one language."""
    count = sum(each.operation_count for each in report.currencies)
    return DayLabels(
        title=words.plain("chart-title"),
        operations=words.plain("chart-operations", count=count),
        net=words.plain("chart-net"),
        cash_in=words.plain("chart-in"),
        cash_out=words.plain("chart-out"),
        in_tills=words.plain("chart-in-tills"),
        by_category=words.plain("chart-by-category"),
        tills=words.plain("chart-tills"),
        till=words.plain("chart-till"),
        category=words.plain("chart-category"),
        opening=words.plain("chart-opening"),
        closing=words.plain("chart-closing"),
        moved=words.plain("chart-moved"),
        total=words.plain("chart-total"),
        other=words.plain("chart-other"),
        others=words.plain("chart-others"),
        no_category=words.plain("chart-no-category"),
        nothing_happened=words.plain("chart-nothing"),
        other_currencies=words.plain("chart-currencies"),
        category_names={each.value: words.category(each.value) for each in CashCategory},
        till_names={till.key: till.name(words.language) for till in tills},
    )
