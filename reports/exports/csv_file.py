"""The journal as a table, one posting a line (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from ledger.accounts import Chart
from ledger.journal import PostedEntry, Posting

COLUMNS: Final = (
    "entry_number",
    "booked_on",
    "account_code",
    "account_key",
    "account_name",
    "debit",
    "credit",
    "currency",
    "narration",
    "category",
    "counterparty",
    "order_reference",
    "reverses",
    "recorded_at",
    "decided_by",
)
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet runs a cell that begins with one of these."""


def export_csv(
    chart: Chart, base_currency: str, entries: Iterable[PostedEntry], *, language: str = "en"
) -> Iterator[str]:
    """Write the head, then the lines of each entry as it comes.

    Raises:
        UnknownAccountError: a posting's account is not in the chart.
    """
    del base_currency  # Every line names its own currency.
    yield _line(COLUMNS)
    for posted in entries:
        for posting in posted.entry.postings:
            yield _line(_cells(chart, posted, posting, language))


def _cells(chart: Chart, posted: PostedEntry, posting: Posting, language: str) -> tuple[str, ...]:
    entry = posted.entry
    account = chart[posting.account]
    amount = f"{abs(posting.amount).to_decimal():f}"
    is_debit = posting.amount.minor > 0
    return (
        str(posted.number),
        entry.booked_on.isoformat(),
        _text(account.code),
        _text(account.key),
        _text(account.name(language)),
        amount if is_debit else "",
        "" if is_debit else amount,
        posting.amount.currency,
        _text(entry.narration),
        _text(entry.category or ""),
        _text(entry.counterparty or ""),
        _text(entry.order_reference or ""),
        "" if entry.reverses is None else str(entry.reverses),
        posted.recorded_at.isoformat(),
        _text(posted.decided_by),
    )


def _text(text: str) -> str:
    """Guard a cell of words against being read as a formula."""
    writable = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return f"'{writable}" if writable.startswith(_FORMULA_STARTS) else writable


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
