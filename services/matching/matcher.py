"""Who matches: the state of matching, brought up to what the books have.

Each process has its own and all come to the same, since what stands follows from the records
alone. It is asked within a unit of work of its own, after whatever brought new records was
committed; whoever's write comes to nothing has it begin anew.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ledger.money import Money
from reconciliation.decisions import Decisions, customer_marks, payer_marks
from reconciliation.engine import Reconciliation
from reconciliation.findings import Finding
from reconciliation.links import Link
from reconciliation.records import BankLine, Order, Record
from reconciliation.terms import Terms
from services.matching.match_ports import LinkState, MatchLink
from services.matching.match_records import (
    bank_record,
    cash_record,
    id_in,
    line_key,
    record_of,
)
from services.ports import Books
from services.posting import shop_of

_DAWN = dt.date.min


@dataclass(frozen=True, slots=True)
class Look:
    """What was read of the books at once."""

    today: dt.date
    records: tuple[Record, ...]
    gone: tuple[str, ...] = ()
    """Records that are in the books no more, as the books call them."""
    is_all: bool = True
    """There is no more to read; otherwise the next look goes on."""


@dataclass(frozen=True, slots=True)
class _Unread:
    """What is new in the books and not read yet."""

    documents: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    cash: dict[str, int] = field(default_factory=dict)
    """The number of each entry, by its key."""

    def __bool__(self) -> bool:
        return bool(self.documents or self.lines or self.cash)


class Matcher:
    """Keeps one state of matching up to date."""

    def __init__(self, read_terms: Callable[[], Terms]) -> None:
        """Take what gives the shop's settlement terms."""
        self._read_terms = read_terms
        self.forget()

    def forget(self) -> None:
        """Begin anew with the next look."""
        self._state: Reconciliation | None = None
        self._decided: tuple[MatchLink, ...] | None = None
        self._documents: dict[int, int] = {}
        self._lines: dict[int, int] = {}
        self._cash: dict[str, int] = {}
        self._cash_since, self._cash_until = _DAWN, 0
        """The day that cash counts from, and the last entry that was seen."""
        self._unread = _Unread()
        self._read: list[Record] = []
        """What waits to be matched until all that is new is read."""
        self._gone: list[str] = []
        self._names = _Names()
        self._pending: dict[str, None] = {}
        """What waits to be kept, the first to come first."""

    @property
    def state(self) -> Reconciliation:
        """Give the state of matching as of the last look."""
        assert self._state is not None  # noqa: S101 - whoever asks has looked before
        return self._state

    def look(self, books: Books, at: dt.datetime, most: int | None = None) -> Look:
        """Read what the books have that is not taken in yet; it is to be taken in next.

        Args:
            books: the open books.
            at: now.
            most: so many records at once, when not all; the next look goes on from there.
        """
        today = shop_of(books).day_of(at)
        decided = books.matches.decided()
        if decided != self._decided:
            self.forget()
            self._decided = decided
            # What stands may speak of records that are gone since somebody looked last.
            self._put(books.matches.standing_keys())
            self._put(each.about for each in books.exceptions.standing())
        gone = () if self._unread else tuple(self._note_new(books))
        records = tuple(self._read_some(books, most))
        return Look(today, records, gone, is_all=not self._unread)

    def take_in(self, look: Look) -> bool:
        """Match what was read, once all of it is. It asks nothing of the books.

        Returns:
            Whether anything was new.
        """
        self._read += look.records
        self._gone += look.gone
        if not look.is_all:
            return False
        records, gone, self._read, self._gone = self._read, self._gone, [], []
        if self._state is None:
            # Decisions name records by what matching calls them, so the names came first.
            self._state = Reconciliation(self._read_terms(), look.today, self._decisions(records))
            self._state.arrive(records)
            self._put(self._names.of_records(self._noteworthy(records)))
            return bool(records)
        touched = set(
            self._state.arrive(records, [self._names.inner(each) for each in gone]).records
        )
        if self._state.as_of != look.today:
            touched |= self._state.turn(look.today).records
        self._put(self._names.of_records(touched))
        return bool(touched)

    def knows_all_decided(self, books: Books) -> bool:
        """Say whether people have said nothing of links since the last look."""
        return self._decided == books.matches.decided()

    def waiting(self, count_max: int) -> frozenset[str]:
        """Give some of the records whose links or findings may be others than the books have."""
        return frozenset(islice(self._pending, count_max))

    def waiting_of(self, keys: Collection[str]) -> frozenset[str]:
        """Give those of some records that wait, too."""
        return frozenset(each for each in keys if each in self._pending)

    def settle(self, keys: Collection[str]) -> None:
        """Take some records for kept as they are found."""
        for each in keys:
            self._pending.pop(each, None)

    def links_of(self, keys: Collection[str]) -> Mapping[tuple[str, str], MatchLink]:
        """Give the links that records should have, by what they join."""
        found: dict[tuple[str, str], MatchLink] = {}
        for key in keys:
            for link in self.state.links_of(self._names.inner(key)):
                kept = self._kept(link)
                found[kept.left, kept.right] = kept
        return found

    def findings_of(self, key: str) -> Iterator[Finding]:
        """Give what is wrong with a record, named as the books name records."""
        for found in self.state.findings_of(self._names.inner(key)):
            yield Finding(
                kind=found.kind,
                records=self._outer(found.records),
                amount=found.amount,
                currency=found.currency,
                since=found.since,
                cause=found.cause,
                step=found.step,
                candidates=self._outer(found.candidates),
            )

    def _put(self, keys: Iterable[str]) -> None:
        self._pending |= dict.fromkeys(keys)

    def _noteworthy(self, records: Iterable[Record]) -> Iterator[str]:
        """Give the records that something is to be kept of: of most cash there is nothing."""
        for each in records:
            if any(self.state.links_of(each.key)) or any(self.state.findings_of(each.key)):
                yield each.key

    def _note_new(self, books: Books) -> Iterator[str]:
        """Note what is to be read; give the records that are gone, as the books call them."""
        documents = books.documents.versions()
        new = [each for each, version in documents.items() if self._documents.get(each) != version]
        self._unread.documents.extend(sorted(new))
        lines = books.matches.line_versions()
        new = [each for each, version in lines.items() if self._lines.get(each) != version]
        self._unread.lines.extend(new)
        for line_id in [*(self._lines.keys() - lines.keys())]:
            del self._lines[line_id]
            yield line_key(line_id)
        yield from self._note_new_cash(books)

    def _note_new_cash(self, books: Books) -> Iterator[str]:
        since = books.documents.posted_from() or _DAWN
        if since != self._cash_since:
            self._cash_since, self._cash_until = since, 0
        news = books.matches.cash_after(self._cash_until, since)
        over = {key for key, number in news.numbers.items() if number is None}
        if self._cash_until == 0:
            over |= self._cash.keys() - news.numbers.keys()
        for key, number in news.numbers.items():
            if number is not None and self._cash.get(key) != number:
                self._unread.cash[key] = number
        for key in sorted(over & self._cash.keys()):
            del self._cash[key]
            yield key
        self._cash_until = news.last

    def _read_some(self, books: Books, most: int | None) -> Iterator[Record]:
        """Read what was noted: documents, then lines, then cash."""
        documents = _taken(self._unread.documents, most)
        yield from self._new_documents(books, documents)
        left = None if most is None else most - len(documents)
        lines = _taken(self._unread.lines, left)
        yield from self._new_lines(books, lines)
        left = None if left is None else left - len(lines)
        yield from self._new_cash(books, left)

    def _new_documents(self, books: Books, ids: Sequence[int]) -> Iterator[Record]:
        shop = shop_of(books)
        for kept in sorted(books.documents.of_ids(ids), key=lambda each: each.id):
            document = kept.document
            key = self._names.give(document.key, id_in(document))
            self._documents[kept.id] = kept.version
            yield record_of(document, key, shop)

    def _new_lines(self, books: Books, ids: Sequence[int]) -> Iterator[Record]:
        numbers = {each.id: each.number for each in books.banks.accounts()} if ids else {}
        for line in books.banks.find_lines(ids):
            key = line_key(line.id)
            self._names.give(key, key)
            self._lines[line.id] = line.version
            yield bank_record(line, numbers[line.account_id])

    def _new_cash(self, books: Books, most: int | None) -> Iterator[Record]:
        shop, unread = shop_of(books), self._unread.cash
        new = {unread.pop(key): key for key in [*islice(unread, most)]}
        self._cash |= {key: number for number, key in new.items()}
        for posted in books.matches.entries(new):
            key = new[posted.number]
            record = cash_record(posted, self._names.give(key, key), shop)
            if record is not None:
                yield record

    def _decisions(self, records: Iterable[Record]) -> Decisions:
        by_key = {each.key: each for each in records}
        pairs: dict[LinkState, set[tuple[str, str]]] = {state: set() for state in LinkState}
        payers: dict[str, frozenset[str]] = {}
        amounts: dict[tuple[str, str], int] = {}
        for link in self._decided or ():
            left, right = self._names.inner(link.left), self._names.inner(link.right)
            pairs[link.state].add((left, right))
            amounts[left, right] = link.amount.minor
            order, line = by_key.get(left), by_key.get(right)
            is_told = link.state is LinkState.CONFIRMED
            if is_told and isinstance(order, Order) and isinstance(line, BankLine):
                marks = payer_marks(line.counterparty, line.tax_id, line.counterparty_account)
                for mark in marks:
                    payers[mark] = payers.get(mark, frozenset()) | customer_marks(order)
        return Decisions(
            frozenset(pairs[LinkState.CONFIRMED]),
            frozenset(pairs[LinkState.REFUSED]),
            payers,
            amounts,
        )

    def _kept(self, link: Link) -> MatchLink:
        record = self.state.store.get(link.right)
        assert record is not None  # noqa: S101 - a link joins records that are there
        return MatchLink(
            kind=link.kind.value,
            left=self._names.outer(link.left),
            right=self._names.outer(link.right),
            amount=Money(link.amount, record.currency),
            grounds=tuple(each.value for each in link.grounds),
            permille=link.chance,
        )

    def _outer(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._names.outer(each) for each in keys)


def _taken(ids: list[int], most: int | None) -> Sequence[int]:
    """Take some from the front of a list."""
    some = ids[:most]
    del ids[:most]
    return some


class _Names:
    """What the books call records, and what matching does: it knows sources' own ids alone."""

    def __init__(self) -> None:
        self._inner: dict[str, str] = {}
        self._outer: dict[str, str] = {}

    def give(self, key: str, wanted: str) -> str:
        """Give what matching calls a record: as is wanted, unless another one has that name."""
        known = self._inner.get(key)
        if known is not None:
            return known
        name, times = wanted, 1
        while name in self._outer:
            times += 1
            name = f"{wanted}~{times}"
        self._inner[key], self._outer[name] = name, key
        return name

    def inner(self, key: str) -> str:
        """Give what matching calls a record; its own name when it is not known here."""
        return self._inner.get(key, key)

    def outer(self, name: str) -> str:
        """Give what the books call a record."""
        return self._outer.get(name, name)

    def of_records(self, names: Iterable[str]) -> frozenset[str]:
        """Give what the books call some records."""
        return frozenset(self._outer.get(each, each) for each in names)
