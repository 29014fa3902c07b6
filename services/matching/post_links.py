"""Post what links come to: lines out of suspense, cash of orders, what orders use up.

Everything here is worked out from the links that stand, so it may be done for any records at any
time and twice; a link that is gone takes back just what followed from it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.document_rules import (
    CLEARING,
    PREPAYMENTS,
    RECEIVABLES,
    cleared_by,
    counts_at,
    due_of,
)
from ledger.documents import Document, DocumentKind
from ledger.journal import PostedEntry, Posting
from ledger.money import Money, sum_money
from reconciliation.links import LinkKind
from services.bank.bank_ports import BankLine
from services.documents.post_documents import order_named, posting_begun
from services.documents.post_standing import Wanted, post_standing
from services.filing.file_lines import opened, party_of, post_filings, take_back_filing
from services.filing.filing_ports import Filing, FilingState
from services.matching.match_ports import CLERK, MATCHER, MatchLink
from services.matching.match_records import account_of_category
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of

CLEARED = "clearing"
"""The source of entries by which an order uses up customers' money; the external id is its key."""
MOVED = "cash_of_order"
"""The source of entries that make an order's cash customers' money; the external id is the
cash entry's key."""
OPENING = "equity.opening_balances"
IN_TRANSIT = "asset.cash_in_transit"
_FILED_AS = {
    LinkKind.ORDER_BANK.value: PREPAYMENTS,
    LinkKind.PAYOUT_BANK.value: CLEARING,
    LinkKind.CASH_BANK.value: IN_TRANSIT,
}
_BEFORE = "before_match"
"""Under this name a filing's reason keeps what a line was left as."""


def post_links(books: Books, keys: Collection[str], cause: Cause) -> None:
    """Bring what was posted in step with the links of some records.

    Args:
        books: the open books, held.
        keys: the records whose links, or who themselves, may have changed.
        cause: who, because of what, when.
    """
    alone = Cause(MATCHER, cause.raw_record_id, cause.at)
    links = [each for each in books.matches.of_records(keys) if each.is_standing]
    by_left, by_right = _grouped(links, "left"), _grouped(links, "right")
    of_kind = defaultdict(list)
    for key in sorted(keys):
        of_kind[key.partition(":")[0]].append(key)
    _file_lines(books, of_kind["bank"], by_right, alone)
    _move_cash(books, of_kind["cash"], by_right, alone)
    _clear_orders(books, of_kind["order"], by_left, alone)


def _grouped(links: Iterable[MatchLink], side: str) -> Mapping[str, list[MatchLink]]:
    found: dict[str, list[MatchLink]] = defaultdict(list)
    for each in links:
        found[getattr(each, side)].append(each)
    return found


def _file_lines(
    books: Books, keys: Sequence[str], links: Mapping[str, list[MatchLink]], cause: Cause
) -> None:
    lines = {each.id: each for each in books.banks.find_lines([id_of_line(key) for key in keys])}
    filings = {each.line_id: each for each in books.filings.of_lines(list(lines))}
    to_file: list[tuple[BankLine, str]] = []
    for line_id, line in lines.items():
        of_line = links.get(f"bank:{line_id}", [])
        category = _FILED_AS[of_line[0].kind] if of_line else None
        filing = filings.get(line_id)
        if filing is not None and filing.state is FilingState.FILED:
            is_ours = filing.decided_by == MATCHER
            may_be = is_ours or (filing.decided_by == CLERK and category is not None)
            if not may_be or filing.category == category:
                continue
            filings[line_id] = _put_back(books, filing, cause)
        if category is not None:
            to_file.append((line, category))
    numbers = post_filings(books, to_file, cause)
    for line, category in to_file:
        _keep_filed(books, line, category, filings.get(line.id), numbers[line.id], cause)


def _put_back(books: Books, filing: Filing, cause: Cause) -> Filing:
    """Put a line back into suspense, as what it was left as before it was matched."""
    standing = None if filing.entry_number is None else books.journal.find(filing.entry_number)
    if standing is not None and standing.reversed_by is None:
        take_back_filing(books, standing, cause)
    before, back = str(filing.reason.get(_BEFORE, "")), opened(filing)
    if before:
        back = replace(back, state=FilingState.LEFT, category=before)
    return books.filings.change([back])[0]


def _keep_filed(
    books: Books,
    line: BankLine,
    category: str,
    before: Filing | None,
    number: int,
    cause: Cause,
) -> None:
    if before is None:
        new = Filing(line.id, FilingState.OPEN, party_of(line), (), {})
        books.filings.add([_filed(new, category, number, cause)])
    else:
        books.filings.change([_filed(before, category, number, cause)])


def _filed(before: Filing, category: str, number: int, cause: Cause) -> Filing:
    was_left = before.category if before.state is FilingState.LEFT else None
    return replace(
        before,
        state=FilingState.FILED,
        category=category,
        is_auto=False,
        entry_number=number,
        decided_by=cause.actor,
        decided_at=cause.at,
        reason={**before.reason, _BEFORE: was_left or ""},
    )


def _move_cash(
    books: Books, keys: Sequence[str], links: Mapping[str, list[MatchLink]], cause: Cause
) -> None:
    """Make cash that was told as a sale the customers' money, since its order is the sale."""
    entries = cash_entries(books, keys)
    wanted: dict[str, Wanted | None] = {}
    for key in keys:
        of_order = [each for each in links.get(key, ()) if each.kind == LinkKind.ORDER_CASH]
        wanted[key] = _moved(entries.get(key), of_order)
    post_standing(books, MOVED, wanted, cause)


def _moved(posted: PostedEntry | None, links: Sequence[MatchLink]) -> Wanted | None:
    if posted is None or not links or posted.entry.category is None:
        return None
    account, entry = account_of_category(posted.entry.category), posted.entry
    amount = _sum(links)
    if account == PREPAYMENTS or not amount:
        return None
    return Wanted(
        postings=_legs(account, PREPAYMENTS, amount),
        day=entry.belongs_on or entry.booked_on,
        at=entry.occurred_at,
        narration=entry.narration,
        counterparty=entry.counterparty,
        order_reference=entry.order_reference,
    )


def _clear_orders(
    books: Books, keys: Sequence[str], links: Mapping[str, list[MatchLink]], cause: Cause
) -> None:
    """Have closed orders use up what was paid for them."""
    orders = {each.document.key: each.document for each in books.documents.of_keys(keys)}
    is_begun = posting_begun(books)
    of_orders = [each for key in keys for each in links.get(key, ())]
    money = _Money.of(books, of_orders, is_begun)
    day_of = shop_of(books).day_of
    wanted: dict[str, Wanted | None] = {}
    for key in keys:
        order = orders.get(key)
        paid = [each for each in links.get(key, ()) if money.counts(each)]
        if order is None or not paid:
            wanted[key] = None
            continue
        against = RECEIVABLES if is_begun(order) else OPENING
        days = [day_of(counts_at(order)), *(money.days[each.right] for each in paid)]
        wanted[key] = _cleared(order, _sum(paid), against, max(days))
    post_standing(books, CLEARED, wanted, cause)


def _cleared(order: Document, paid: Money, against: str, day: dt.date) -> Wanted | None:
    amount = cleared_by(paid, due_of(order))
    if not amount:
        return None
    return Wanted(
        postings=_legs(PREPAYMENTS, against, amount),
        day=day,
        at=counts_at(order),
        narration=order.number or order.external_id,
        counterparty=None if order.party is None else order.party.name,
        order_reference=order_named(order),
    )


@dataclass(frozen=True, slots=True)
class _Money:
    """What is known of money that is linked to orders."""

    days: Mapping[str, dt.date]
    """When each record's money came."""
    left_out: frozenset[str]
    """Chargebacks, which orders don't bear, and what is from before the books."""

    @classmethod
    def of(
        cls, books: Books, links: Sequence[MatchLink], is_begun: Callable[[Document], bool]
    ) -> "_Money":
        keys = {each.right for each in links}
        shop = shop_of(books)
        documents = books.documents.of_keys({each for each in keys if not _is_moved(each)})
        days = {each.document.key: shop.day_of(each.document.happened_at) for each in documents}
        lines = books.banks.find_lines([id_of_line(key) for key in keys if key[:5] == "bank:"])
        filed = {
            each.line_id
            for each in books.filings.of_lines([one.id for one in lines])
            if each.category == PREPAYMENTS
        }
        days |= {f"bank:{each.id}": each.line.booked_on for each in lines if each.id in filed}
        cash = cash_entries(books, [key for key in keys if key[:5] == "cash:"])
        days |= {key: each.entry.belongs_on or each.entry.booked_on for key, each in cash.items()}
        left_out = frozenset(
            each.document.key
            for each in documents
            if each.document.kind is DocumentKind.CHARGEBACK or not is_begun(each.document)
        )
        return cls(days, left_out)

    def counts(self, link: MatchLink) -> bool:
        """Tell whether a link's money is the customers' in the books."""
        return link.right in self.days and link.right not in self.left_out


def _is_moved(key: str) -> bool:
    """Tell whether a record is no document: a bank's line, or cash."""
    return key.startswith(("bank:", "cash:"))


def id_of_line(key: str) -> int:
    """Give the line's id in a record's key."""
    return int(key.partition(":")[2])


def cash_entries(books: Books, keys: Sequence[str]) -> Mapping[str, PostedEntry]:
    """Give the standing entries of some cash records, by their keys."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        _, source, external_id = key.split(":", 2)
        by_source[source].append(external_id)
    return {
        f"cash:{source}:{external_id}": each
        for source, ids in by_source.items()
        for external_id, told in books.journal.of_origins(source, ids).items()
        for each in told
        if each.is_standing
    }


def _legs(debit: str, credit: str, amount: Money) -> tuple[Posting, Posting]:
    """Give two legs, the debit first; an amount below zero goes the other way."""
    if amount.minor < 0:
        debit, credit, amount = credit, debit, -amount
    return Posting(debit, amount), Posting(credit, -amount)


def _sum(links: Sequence[MatchLink]) -> Money:
    return sum_money([each.amount for each in links], links[0].amount.currency)
