"""The records and links around one record, as far as its money went."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reconciliation.links import LinkKind
from services.matching.match_ports import MatchLink
from services.ports import Books
from services.records.see_record import RecordSeen, see_records

_REACH = 3
"""How many links away from a record its chain goes: order, payment, payout, bank."""


@dataclass(frozen=True, slots=True)
class Web:
    """The records and links around one."""

    records: Mapping[str, RecordSeen]
    links: tuple[MatchLink, ...]

    def rights(self, left: str, *kinds: LinkKind) -> list[MatchLink]:
        """Give the links of a left record."""
        return [
            each
            for each in self.links
            if each.left == left and each.kind in kinds and each.right in self.records
        ]

    def riding(self, payout: str) -> list[RecordSeen]:
        """Give the payments that a payout brings."""
        return [
            self.records[each.left]
            for each in self.links
            if each.right == payout
            and each.kind == LinkKind.PAYMENT_PAYOUT
            and each.left in self.records
        ]

    def ways_from(self, key: str, kinds: Collection[LinkKind]) -> list[str]:
        """Give the other ends of a record's links, each once."""
        ends = [
            each.right if each.left == key else each.left
            for each in self.links
            if each.kind in kinds and key in {each.left, each.right}
        ]
        return list(dict.fromkeys(ends))


def web_of(books: Books, key: str) -> Web:
    """Gather the records and standing links around a record."""
    keys, links = {key}, dict[int, MatchLink]()
    for _ in range(_REACH):
        found = books.matches.of_records(keys)
        links |= {each.id: each for each in found if each.is_standing}
        keys |= {end for each in links.values() for end in (each.left, each.right)}
    return Web(see_records(books, keys), tuple(links[each] for each in sorted(links)))
