"""The journal as an hledger journal (https://hledger.org/hledger.html#journal)."""

from collections.abc import Iterable, Iterator
from typing import Final

from ledger.accounts import AccountType, Chart
from ledger.journal import PostedEntry
from ledger.money import decimals_of
from reports.exports.account_paths import account_path
from reports.exports.entry_facts import facts_of
from reports.exports.plain_text import one_line

_TYPE_LETTERS: Final = {
    AccountType.ASSET: "A",
    AccountType.LIABILITY: "L",
    AccountType.EQUITY: "E",
    AccountType.INCOME: "R",
    AccountType.EXPENSE: "X",
}
_DESCRIPTION_MARKS: Final = str.maketrans({";": ",", "|": "¦"})
"""hledger has no escapes: ";" would start a comment and "|" would end the payee."""
_TAG_MARKS: Final = str.maketrans({",": ";"})
"""A comma would end the tag's value."""


def export_hledger(
    chart: Chart, base_currency: str, entries: Iterable[PostedEntry]
) -> Iterator[str]:
    """Write the accounts, then each entry as it comes; a currency is declared at first sight.

    Raises:
        UnknownAccountError: a posting's account is not in the chart.
    """
    paths: dict[str, str] = {}
    yield "decimal-mark .\n"
    for account in chart:
        paths[account.key] = account_path(account)
        yield f"account {paths[account.key]}  ; type:{_TYPE_LETTERS[account.type]}\n"
    yield _commodity(base_currency)
    declared = {base_currency}
    for posted in entries:
        for posting in posted.entry.postings:
            if posting.amount.currency not in declared:
                declared.add(posting.amount.currency)
                yield f"\n{_commodity(posting.amount.currency)}"
        yield _transaction(chart, paths, posted)


def _commodity(currency: str) -> str:
    """Declare a currency and its decimals; without any, hledger wants the bare mark."""
    return f"commodity 1000.{'0' * decimals_of(currency)} {currency}\n"


def _transaction(chart: Chart, paths: dict[str, str], posted: PostedEntry) -> str:
    entry = posted.entry
    parts = [_description(part) for part in (entry.counterparty, entry.narration) if part]
    description = " | ".join(filter(None, parts))
    lines = [
        f"\n{entry.booked_on.isoformat()} * ({posted.number}) {description}".rstrip(),
        *(f"    ; {name}:{value}" for name, value in facts_of(posted, _tag)),
    ]
    for posting in entry.postings:
        path = paths.get(posting.account) or account_path(chart[posting.account])
        lines.append(f"    {path}  {posting.amount}")
    return "\n".join(lines) + "\n"


def _tag(text: str) -> str:
    return one_line(text).translate(_TAG_MARKS)


def _description(text: str) -> str:
    return one_line(text).translate(_DESCRIPTION_MARKS)
