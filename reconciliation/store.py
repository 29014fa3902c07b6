"""The records by their kinds, and the indexes by which matching finds them."""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from functools import lru_cache

from reconciliation.evidence.number_runs import telling_groups
from reconciliation.evidence.phones import phone_of
from reconciliation.evidence.references import is_long_id
from reconciliation.evidence.spelling import letters_of
from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record

_LONG = 23
_NO_DIGITS = re.compile(r"\D+")
_NOTHING: Collection[str] = ()
_SIXTY_BITS = (1 << 60) - 1
_FEW = 6
"""So many keys of a shelf are looked through as quickly as a set finds one."""


Keys = dict[str, None]
"""Keys in the order in which they came. Records of one time lie beside each other in memory: what
goes through many in that order is a third quicker than what goes through a set."""


def shelf_of(*shared: Hashable) -> int:
    """Name the shelf of those who share something, by a number that takes half a tuple's room.

    None is below zero. Of sixty bits: no two shelves of a shop ever have one number, and it fits
    in 32 bytes.
    """
    return hash(shared) & _SIXTY_BITS


class Index:
    """Keys of records under what they share; their order never counts.

    Most shelves have one member, so a lone one is kept bare, and few are a tuple: a set of two
    takes three times its room, which at a million orders is half a gigabyte.
    """

    __slots__ = ("_shelves",)

    def __init__(self) -> None:
        self._shelves: dict[Hashable, str | tuple[str, ...] | set[str]] = {}

    def add(self, shelf: Hashable, key: str) -> None:
        """Put a key on a shelf; twice is once."""
        there = self._shelves.get(shelf)
        if there is None or there == key:
            self._shelves[shelf] = key
        elif isinstance(there, str):
            self._shelves[shelf] = (there, key)
        elif isinstance(there, set):
            there.add(key)
        elif key not in there:
            self._shelves[shelf] = (*there, key) if len(there) < _FEW else {*there, key}

    def discard(self, shelf: Hashable, key: str) -> None:
        """Take a key from a shelf, if it is there."""
        there = self._shelves.get(shelf)
        if there == key:
            del self._shelves[shelf]
        elif isinstance(there, set):
            there.discard(key)
            if len(there) == _FEW:
                self._shelves[shelf] = tuple(there)
        elif isinstance(there, tuple) and key in there:
            left = tuple(each for each in there if each != key)
            self._shelves[shelf] = left if len(left) > 1 else left[0]

    def get(self, shelf: Hashable) -> Collection[str]:
        """Give the keys on a shelf."""
        there = self._shelves.get(shelf)
        if there is None:
            return _NOTHING
        return (there,) if isinstance(there, str) else there

    def of_all(self, shelves: Iterable[Hashable]) -> Iterator[str]:
        """Give the keys on each of many shelves, of which nearly all are empty."""
        for shelf in filter(self._shelves.__contains__, shelves):
            yield from self.get(shelf)


class Store:
    """The newest version of each record, by kind, and orders by number."""

    def __init__(self) -> None:
        self.orders: dict[str, Order] = {}
        self.payments: dict[str, Payment] = {}
        self.payouts: dict[str, Payout] = {}
        self.lines: dict[str, BankLine] = {}
        self.cash: dict[str, CashEntry] = {}
        self.by_number = Index()
        self.by_customer = Index()

    def get(self, key: str) -> Record | None:
        """Give a record by its key."""
        kind = key.partition(":")[0]
        if kind == "order":
            return self.orders.get(key)
        if kind == "payment":
            return self.payments.get(key)
        if kind == "payout":
            return self.payouts.get(key)
        return self.lines.get(key) if kind == "bank" else self.cash.get(key)

    def put(self, record: Record) -> Record | None:
        """Keep a record; give what was there instead of it."""
        key = record.key
        before: Record | None
        match record:
            case Order():
                before = self.orders.get(key)
                if before is not None:
                    self._forget_marks(key)
                self._put_order(record)
            case Payment():
                before, self.payments[key] = self.payments.get(key), record
            case Payout():
                before, self.payouts[key] = self.payouts.get(key), record
            case BankLine():
                before, self.lines[key] = self.lines.get(key), record
            case CashEntry():
                before, self.cash[key] = self.cash.get(key), record
        return before

    def take(self, key: str) -> Record | None:
        """Forget a record, and give it."""
        found = self.get(key)
        match found:
            case Order():
                self._forget_marks(key)
                del self.orders[key]
            case Payment():
                del self.payments[key]
            case Payout():
                del self.payouts[key]
            case BankLine():
                del self.lines[key]
            case CashEntry():
                del self.cash[key]
            case None:
                pass
        return found

    def numbered(self, number: str) -> Iterator[Order]:
        """Give the orders of a number."""
        for key in self.by_number.get(number):
            yield self.orders[key]

    def siblings(self, order: Order) -> list[Order]:
        """Give the other orders of the same customer, by his phone or his tax number."""
        keys = {
            key for mark in customer_marks(order) for key in self.by_customer.get(shelf_of(*mark))
        }
        return [self.orders[key] for key in sorted(keys - {order.key})]

    def _put_order(self, order: Order) -> None:
        self.orders[order.key] = order
        for form in number_forms(order.number):
            self.by_number.add(form, order.key)
        for mark in customer_marks(order):
            self.by_customer.add(shelf_of(*mark), order.key)

    def _forget_marks(self, key: str) -> None:
        order = self.orders[key]
        for form in number_forms(order.number):
            self.by_number.discard(form, key)
        for mark in customer_marks(order):
            self.by_customer.discard(shelf_of(*mark), key)


def customer_marks(order: Order) -> Iterator[tuple[str, str]]:
    """Give what tells a customer: his tax number, and his phone without its country's prefix."""
    if order.tax_id:
        yield ("tax", order.tax_id)
    if order.phone:
        yield ("phone", phone_of(order.phone))


@lru_cache(maxsize=100_000)
def number_prefix(number: str) -> str:
    """Give the letters before an order's number, as all alphabets spell them."""
    return letters_of("".join(letter for letter in number if letter.isalpha()))


def number_forms(number: str) -> tuple[str, ...]:
    """Give the forms in which a text may have an order's number: its digits, without zeros.

    One in groups may be told by the longest. A long id has no other form than its own.
    """
    if len(number) > _LONG and is_long_id(number.lower()):
        return (number.lower(),)
    is_plain = number.isdecimal()
    digits = number if is_plain else _NO_DIGITS.sub("", number)
    bare = digits.lstrip("0")
    if not bare:
        return ()
    forms = (digits,) if bare == digits else (digits, bare)
    if is_plain:
        return forms
    return (*forms, *(each for each in _groups_of(number) if each not in forms))


@lru_cache(maxsize=100_000)
def _groups_of(number: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(telling_groups(number)))
