"""The journal as a Beancount ledger (https://beancount.github.io/docs/beancount_language_syntax)."""

from collections.abc import Iterable, Iterator
from typing import Final

from ledger.accounts import Chart
from ledger.journal import PostedEntry
from reports.exports.account_paths import account_path
from reports.exports.entry_facts import facts_of
from reports.exports.plain_text import one_line

_OPENED_ON: Final = "1900-01-01"
"""Before any entry: a stream cannot know its earliest day when it begins."""


def export_beancount(
    chart: Chart, base_currency: str, entries: Iterable[PostedEntry]
) -> Iterator[str]:
    """Write the options, the accounts, then each entry as it comes.

    Raises:
        UnknownAccountError: a posting's account is not in the chart.
    """
    yield f'option "operating_currency" "{base_currency}"\n\n'
    for account in chart:
        yield f"{_OPENED_ON} open {account_path(account)}\n"
        yield f"  code: {_quoted(account.code)}\n"
        yield f"  name: {_quoted(account.name('en'))}\n"
    paths = {account.key: account_path(account) for account in chart}
    for posted in entries:
        yield _transaction(chart, paths, posted)


def _transaction(chart: Chart, paths: dict[str, str], posted: PostedEntry) -> str:
    entry = posted.entry
    payee = f"{_quoted(entry.counterparty)} " if entry.counterparty else ""
    links = f"^entry-{posted.number}"
    if entry.reverses is not None:
        links += f" ^entry-{entry.reverses}"
    lines = [
        f"\n{entry.booked_on.isoformat()} * {payee}{_quoted(entry.narration)} {links}",
        *(f"  {name}: {value}" for name, value in facts_of(posted, _quoted)),
    ]
    for posting in entry.postings:
        path = paths.get(posting.account) or account_path(chart[posting.account])
        lines.append(f"  {path}  {posting.amount}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
