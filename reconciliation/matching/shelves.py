"""Under what open orders and claims without a believed number find each other."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from reconciliation.evidence.names import Name, read_name
from reconciliation.evidence.parties import block_of, stems_in, tells_person
from reconciliation.evidence.phones import phone_of, phones_in
from reconciliation.evidence.references import near_numbers, tax_numbers_in
from reconciliation.links import LinkKind
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import BY_HAND
from reconciliation.records import Order
from reconciliation.store import customer_marks, shelf_of

_NEAR_MIN = 4
MINOR_PER_STEP = 100
"""Amounts are looked up by steps this wide, and by the steps beside them."""

_MOST_STEMS = 4
_DAY = dt.timedelta(days=1)
_DAYS_BACK = 4
_WEEK = 7
_WEEKS_BACK = 5
_WEEKS_SOON = 3
_MOST_WORDS = 16
_NAME_MIN = 3
_LEAST = 2
"""Beside the step of nothing there is one of -1."""
_NO_LETTER = frozenset({""})
_Mark = tuple[str, str]


def by_amount(tag: str, size: int) -> Iterator[int]:
    """Give where orders stand that want about an amount."""
    for step in _steps(size):
        yield _of_amount(tag, step)


def is_by_amount(shelf: int) -> bool:
    """Tell whether a shelf has orders that share nothing but an amount."""
    return shelf < 0


def _of_amount(tag: str, step: int) -> int:
    """Name the shelf of an amount alone, which many share, by a number below all others."""
    return -2 * (step + _LEAST) - (tag == "-")


def order_shelves(order: Order, wanted: int, tag: str) -> Iterator[int]:
    """Give where an order stands that wants an amount; the tag tells what it wants it for."""
    name = read_name(order.customer)
    step = wanted // MINOR_PER_STEP
    for stem in _stems(name):
        yield shelf_of(tag, step, stem)
        for letter in _letters(name) | _NO_LETTER:
            yield shelf_of(tag, stem, letter)
    yield _of_amount(tag, step)
    for day in _days(order):
        yield shelf_of(tag, step, day)
    yield from customer_shelves(order, tag)


def customer_shelves(order: Order, tag: str) -> Iterator[int]:
    """Give where all orders of a customer stand, by his phone and his tax number."""
    for mark in customer_marks(order):
        yield shelf_of(tag, *mark)


def total_shelves(order: Order) -> Iterator[int]:
    """Give where an order stands by its whole total, as small numbers: by customer, by day."""
    step = order.total // MINOR_PER_STEP
    yield of_total_shelf(order)
    yield shelf_of(step, order.created_at.toordinal())
    if order.closed_at is not None and order.method in BY_HAND:
        yield shelf_of(step, order.closed_at.toordinal())
    if order.total % MINOR_PER_STEP:
        yield shelf_of("odd", order.total)


def of_total_shelf(order: Order) -> int:
    """Give where an order stands by its whole total and its customer's surname."""
    return shelf_of(order.total // MINOR_PER_STEP, _block_of(order.customer))


def total_shelf(total: int) -> int:
    """Give where all orders of one whole total stand, whatever they want."""
    return shelf_of("total", total)


def claim_of_total_shelves(claim: Claim, size: int) -> Iterator[int]:
    """Give where to look for orders of about a whole total, by the surname that is told."""
    block = _block_of(claim.payer)
    marks = (block,) if block else _words_in(claim) if not claim.payer else ()
    yield from (shelf_of(step, mark) for mark in marks for step in _steps(size))


def week_shelves(order: Order, wanted: int) -> Iterator[int]:
    """Give where an order stands by what it wants, below zero owes, and the week it was made."""
    if wanted:
        yield shelf_of(wanted // MINOR_PER_STEP, "week", order.created_at.toordinal() // _WEEK)


def claim_week_shelves(claim: Claim, amount: int) -> Iterator[int]:
    """Give where to look for orders of late that want or owe about an amount."""
    week = claim.day.toordinal() // _WEEK
    for step in _steps(amount):
        for back in range(_WEEKS_SOON):
            yield shelf_of(step, "week", week - back)


def known_shelves(order: Order) -> Iterator[int]:
    """Give where an order stands by its customer and the week, whatever it wants."""
    week = order.created_at.toordinal() // _WEEK
    for mark in _known_by(order.customer, order.tax_id):
        yield shelf_of(mark, week)
    if order.phone:
        yield shelf_of(("phone", phone_of(order.phone)), week)
    name = read_name(order.customer)
    if name.given and name.stems:
        yield shelf_of(("told", name.stems[0]), week)


def payer_shelves(order: Order, paid: Iterable[Claim]) -> Iterator[int]:
    """Give where an order stands by those who paid for it, beside its customer."""
    week = order.created_at.toordinal() // _WEEK
    for claim in paid:
        if claim.payer:
            for mark in _known_by(claim.payer, claim.tax_id):
                yield shelf_of(mark, week)


def is_untold_back(claim: Claim) -> bool:
    """Tell whether a provider gave money back and names no order."""
    return claim.amount < 0 and claim.kind is LinkKind.ORDER_PAYMENT and not claim.references


def taken_shelf(claim: Claim) -> int:
    """Give where all that a provider took of just this size stands, and what it gave back."""
    return shelf_of("taken", claim.rail, claim.merchant, claim.size)


def claim_known_shelves(claim: Claim) -> Iterator[int]:
    """Give where to look for the orders that the payer of a claim made of late."""
    week = claim.day.toordinal() // _WEEK
    told = (
        *(("phone", phone) for phone in phones_in(claim.text)),
        *(("tax", number) for number in tax_numbers_in(claim.text)),
        *_told_in(claim),
    )
    for mark in (*_known_by(claim.payer, claim.tax_id), *told):
        for back in range(_WEEKS_BACK):
            yield shelf_of(mark, week - back)


def is_nameless(order: Order) -> bool:
    """Tell whether an order's customer is known by a given name at most."""
    return not read_name(order.customer).stems


def _known_by(who: str, tax_id: str) -> Iterator[_Mark]:
    if tax_id:
        yield ("tax", tax_id)
    yield from _initialled(who)


@lru_cache(maxsize=8_000)
def _initialled(who: str) -> tuple[_Mark, ...]:
    """Give a name as it is looked up: its part, with each letter that it may begin with."""
    name = read_name(who)
    return tuple((_block_of(who), letter) for letter in _letters(name)) if name.stems else ()


@lru_cache(maxsize=8_000)
def _block_of(who: str) -> str:
    return block_of(read_name(who))


def _told_in(claim: Claim) -> Iterator[_Mark]:
    """Give the words of a text that tells of some person: maybe for whom another pays."""
    if tells_person(stems_in(claim.text)):
        yield from (("told", stem) for stem in _words_in(claim))


def claim_total_shelves(claim: Claim, size: int) -> Iterator[int]:
    """Give where to look for orders by their whole total, the payer, and the day."""
    block = _block_of(claim.payer)
    marks: set[str | int] = {*_words_in(claim), *((block,) if block else ())}
    marks.update(day.toordinal() for day in claim.days | claim.days_of_numbers)
    if claim.moment is not None:
        marks.add(claim.day.toordinal())
    for mark in marks:
        yield from (shelf_of(step, mark) for step in _steps(size))
    if size % MINOR_PER_STEP:
        yield shelf_of("odd", size)


def claim_shelves(claim: Claim, size: int, tag: str) -> Iterator[int]:
    """Give where a claim of a size looks for orders."""
    names = _names_of(claim)
    stems = {stem for name in names for stem in _stems(name)} | set(_words_in(claim))
    stems |= {f"given {each}" for name in names for each in name.given}
    is_timed = claim.moment is not None
    days = [claim.day - back * _DAY for back in range(_DAYS_BACK)] if is_timed else []
    for step in _steps(size):
        yield _of_amount(tag, step)
        for day in days:
            yield shelf_of(tag, step, day)
        for stem in stems:
            yield shelf_of(tag, step, stem)
    yield from name_shelves(claim, tag)
    for name in names:
        yield from (shelf_of(tag, stem, "") for stem in _stems(name))
    if claim.tax_id:
        yield shelf_of(tag, "tax", claim.tax_id)
    yield from (shelf_of(tag, "phone", phone) for phone in phones_in(claim.text))
    yield from (shelf_of(tag, "tax", number) for number in tax_numbers_in(claim.text))


def told_shelves(claim: Claim, tag: str) -> Iterator[int]:
    """Give where orders stand of those whom the text of a claim may name, at any amount."""
    yield from (shelf_of(tag, stem, "") for stem in _words_in(claim))


def name_shelves(claim: Claim, tag: str) -> Iterator[int]:
    """Give where orders of a claim's name and initial stand."""
    for name in _names_of(claim):
        for letter in _letters(name):
            yield from (shelf_of(tag, stem, letter) for stem in _stems(name))


def _names_of(claim: Claim) -> list[Name]:
    return [name for name in (read_name(claim.payer), *_named_in(claim)) if name.stems]


def _days(order: Order) -> set[dt.date]:
    """Give the days on which an order is likely paid by hand."""
    created = order.created_at.date()
    return {created} if order.closed_at is None else {created, order.closed_at.date()}


def numbers_near(claim: Claim) -> Iterator[str]:
    """Give the numbers that a claim names, and those that a slip of the finger makes of them."""
    for reference in claim.references:
        yield reference.number
        if len(reference.number) >= _NEAR_MIN:
            yield from near_numbers(reference.number)


def _steps(size: int) -> tuple[int, int, int]:
    step = size // MINOR_PER_STEP
    return (step - 1, step, step + 1)


def _named_in(claim: Claim) -> Iterator[Name]:
    """Give the text of a claim as a name, where it has no payer of its own."""
    if claim.text and not claim.payer:
        yield read_name(claim.text)


def _words_in(claim: Claim) -> Iterator[str]:
    """Give the words of a purpose that may be somebody's name for whom another pays."""
    longer = sorted(stem for stem in stems_in(claim.text) if len(stem) >= _NAME_MIN)
    yield from islice(longer, _MOST_WORDS)


def _stems(name: Name) -> tuple[str, ...]:
    """Give the words of a name under which it is looked up; where there are none, given names."""
    return name.stems[:_MOST_STEMS] or tuple(f"given {each}" for each in sorted(name.given))


def _letters(name: Name) -> frozenset[str]:
    if name.given:
        return frozenset(each[0] for each in name.given)
    return frozenset(each[0] for each in name.initials[:1]) or _NO_LETTER
