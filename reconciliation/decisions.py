"""What people decided; it stands above every score."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reconciliation.evidence.names import read_name
from reconciliation.records import Order

Pair = tuple[str, str]
"""The keys of the two records, as a link names them: left, right."""


@dataclass(frozen=True)
class Decisions:
    """Links that a person confirmed or refused, and who was seen to pay for whom.

    `payers` leads from `payer_marks` of who paid to `customer_marks` of whom he paid for.
    `amounts` says what of a confirmed link's money is its order's, in minor units.
    """

    confirmed: frozenset[Pair] = frozenset()
    refused: frozenset[Pair] = frozenset()
    payers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    amounts: Mapping[Pair, int] = field(default_factory=dict)

    def confirmed_of(self, right: str) -> frozenset[str]:
        """Give the left records that a person linked to a right one."""
        return self._confirmed_by_right.get(right, _NOBODY)

    def confirmed_with(self, left: str) -> frozenset[Pair]:
        """Give the links of a left record that a person confirmed."""
        return frozenset(pair for pair in self.confirmed if pair[0] == left)

    @cached_property
    def _confirmed_by_right(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for left, right in self.confirmed:
            found[right] = found.get(right, _NOBODY) | {left}
        return found

    def pays_for(self, marks: frozenset[str], customer: frozenset[str]) -> bool:
        """Tell whether one of these payers is known to pay for this customer."""
        return any(customer & self.payers.get(mark, _NOBODY) for mark in marks)


_NOBODY: frozenset[str] = frozenset()


def payer_marks(name: str, tax_id: str, account: str) -> frozenset[str]:
    """Give what a payer is recognised by; an account stands for him better than a name."""
    marks = {f"account:{account}" if account else "", f"tax:{tax_id}" if tax_id else ""}
    read = read_name(name)
    if read.stems and (read.given or read.is_company):
        marks.add("name:" + " ".join([*read.stems, *sorted(read.given)]))
    return frozenset(marks - {""})


def customer_marks(order: Order) -> frozenset[str]:
    """Give what a customer is recognised by."""
    read = read_name(order.customer)
    named = "name:" + " ".join([*read.stems, *sorted(read.given)]) if read.stems else ""
    phone = f"phone:{order.phone}" if order.phone else ""
    tax = f"tax:{order.tax_id}" if order.tax_id else ""
    return frozenset({named, phone, tax} - {""})
