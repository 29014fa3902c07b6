"""What matching needs of the books: which records there are, and the links between them."""

import datetime as dt
import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.journal import PostedEntry
from ledger.money import Money

MATCHER = "system:matcher"
"""Who decides what is matched by machine."""


CLERK = "system:clerk"
"""Who files lines alone, by rules and what was learned: less than a link, which has evidence."""
MATCHED_AS = ("liability.customer_prepayments", "asset.gateway_clearing", "asset.cash_in_transit")
"""The accounts that matched lines are filed in; who files a line there leaves it to matching."""
MATCHED_CASH = ("sale_cash", "customer_prepayment", "customer_refund", "bank_deposit")
"""The categories of cash that may have to do with an order or the bank."""


class LinkState(enum.StrEnum):
    """Where a link stands."""

    MADE = "made"
    """Made by the machine alone."""
    CONFIRMED = "confirmed"
    """A person said so."""
    REFUSED = "refused"
    """A person said no: it is never made again."""
    DROPPED = "dropped"
    """The machine made it once and doesn't any more."""


STANDING = frozenset({LinkState.MADE, LinkState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class MatchLink:
    """Two records that belong together, or are said not to.

    Records are named by their keys: a document by its own, "bank:12" by the line's id,
    "cash:telegram:7/1043" by the entry's source and external id.
    """

    kind: str
    """Of `reconciliation.links.LinkKind`: what the left record and the right one are."""
    left: str
    right: str
    amount: Money
    """What of the right record stands for the left one."""
    grounds: tuple[str, ...]
    """What speaks for it, of `reconciliation.links.Ground`."""
    permille: int
    """How often in a thousand such a link is right."""
    state: LinkState = LinkState.MADE
    decided_by: str | None = None
    decided_at: dt.datetime | None = None
    id: int = 0
    revision: int = 1

    @property
    def is_standing(self) -> bool:
        """Tell whether its records belong together."""
        return self.state in STANDING


@dataclass(frozen=True, slots=True)
class CashNews:
    """What became of cash since somebody looked."""

    last: int
    """The number of the last entry that was posted."""
    numbers: Mapping[str, int | None]
    """The standing entry, by the key of each; none where it was taken back."""


class Matches(Protocol):
    """Links and the records that they may join; links are never deleted."""

    def line_versions(self) -> Mapping[int, int]:
        """Give the version of each booked line that no person has filed as something else."""

    def cash_after(self, number: int, since: dt.date) -> CashNews:
        """Give the cash entries that may be matched, of what was posted after an entry.

        Args:
            number: the entry's number; 0 is before all.
            since: the first day that counts.
        """

    def entries(self, numbers: Collection[int]) -> tuple[PostedEntry, ...]:
        """Give some entries, by number."""

    def standing_keys(self) -> frozenset[str]:
        """Give the records that standing links join."""

    def decided(self) -> tuple[MatchLink, ...]:
        """Give the links that people decided on, by id."""

    def of_records(self, keys: Collection[str]) -> tuple[MatchLink, ...]:
        """Give every link of some records, whatever its state."""

    def find(self, link_id: int) -> MatchLink | None:
        """Give a link."""

    def add(self, links: Sequence[MatchLink], at: dt.datetime) -> tuple[MatchLink, ...]:
        """Keep new links, in order; their ids are given here."""

    def change(self, links: Sequence[MatchLink]) -> tuple[MatchLink, ...]:
        """Keep where links stand now; each revision grows by one.

        Raises:
            StorageError: somebody changed one in this very moment.
        """
