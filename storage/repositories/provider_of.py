"""Whose money an entry is of, among gateways and couriers: a column of entries with documents."""

from sqlalchemy import Column, ColumnElement, case, func, literal, select

from reconciliation.links import LinkKind
from services.filing.file_lines import FILING
from storage.tables import document, journal_entry, match_link

_STANDING = ("made", "confirmed")
_payout = document.alias("payout")


def _named(said: Column[object], source: Column[str]) -> ColumnElement[str]:
    """Give who a document is of: its provider, else whose report it came from."""
    return func.coalesce(said["provider"].as_string(), source)


# A filed bank line is of the gateway whose payout it brought: several that it brought are one's.
_BROUGHT = (
    select(func.max(_named(_payout.c.said, _payout.c.source)))
    .select_from(match_link.join(_payout, _payout.c.key == match_link.c.left_key))
    .where(
        match_link.c.right_key == literal("bank:") + journal_entry.c.external_id,
        match_link.c.kind == LinkKind.PAYOUT_BANK.value,
        match_link.c.state.in_(_STANDING),
    )
    .scalar_subquery()
)
PROVIDER: ColumnElement[object] = case(
    (journal_entry.c.source == FILING, _BROUGHT),
    (document.c.kind != "order", _named(document.c.said, document.c.source)),
)
"""Nothing for what is of nobody: orders, cash, other lines. Entries are joined with documents."""
