"""A page of the cash book as a table, for apps that show one; its text says the same."""

from collections.abc import Collection, Mapping

from handlers.cards import Setting
from locales.words import as_name, shorten
from reports.cash_book import BookLine, CashBook, TillBook, by_number
from services.messages import Grid

_FIGURES = frozenset({1, 2})
"""Columns of money."""


def grid_of(
    setting: Setting,
    book: CashBook,
    names: Mapping[str, str],
    numbers: Collection[int],
    title: str,
) -> Grid:
    """Build the table of one page.

    Args:
        setting: in which words.
        book: the day, of the tills that are shown.
        names: the tills' names by their keys.
        numbers: the entries that stand on the page.
        title: what stands over it.
    """
    words = setting.words
    has_several = len({each.till for each in book.tills}) > 1
    columns = ("number", "sum", "balance", "what")
    rows = [
        _row(setting, till, line, names if has_several else {})
        for till, line in by_number(book.tills)
        if line.number in numbers
    ]
    ends = [
        words.plain(
            f"book-grid-{kind}",
            till=shorten(names.get(each.till, each.till)),
            balance=each.opening if kind == "opening" else each.closing,
        )
        for each in book.tills
        for kind in ("opening", "closing")
    ]
    head = tuple(words.plain(f"book-column-{each}") for each in columns)
    return Grid(title, head, tuple(rows), tuple(ends), _FIGURES)


def _row(
    setting: Setting, till: TillBook, line: BookLine, names: Mapping[str, str]
) -> tuple[str, ...]:
    words = setting.words
    way = "till-in" if line.amount.minor > 0 else "till-out"
    what = [] if line.category is None else [words.category(line.category)]
    what += [shorten(as_name(each)) for each in (line.counterparty,) if each]
    what += [shorten(names[till.till])] if till.till in names else []
    ties = (
        ("book-reversed-by", line.reversed_by),
        ("book-reverses", line.reverses),
        ("book-replaces", line.replaces),
    )
    what += [words.plain(tie, number=str(number)) for tie, number in ties if number is not None]
    return (
        str(line.number),
        words.plain(way, amount=abs(line.amount)),
        words.plain("count-amount", amount=line.balance),
        " · ".join(what),
    )
