"""A person's word about links: it stands above every score, until the opposite is said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ledger.documents import DocumentKind
from ledger.money import Money, sum_money
from reconciliation.links import Ground, LinkKind
from services.cash_types import NotAllowed, StaleAnswer
from services.matching.match_ports import LinkState, MatchLink
from services.matching.post_links import cash_entries, id_of_line, post_links
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import till_in

SURE = 1000
_PAYMENTS = frozenset({DocumentKind.PAYMENT, DocumentKind.REFUND, DocumentKind.CHARGEBACK})


@dataclass(frozen=True, slots=True)
class LinkDecided:
    """Where a link stands by a person's word."""

    link: MatchLink


def confirm_link(
    books: Books, left: str, right: str, person: Person, cause: Cause
) -> LinkDecided | NotAllowed | StaleAnswer:
    """Say that two records belong together; what follows is posted at once.

    Args:
        books: the open books.
        left: the record that is named first: the order, the payment, the payout, the deposit.
        right: the other one.
        person: who says so.
        cause: because of what, when.
    """
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    return _confirmed(books, left, right, None, person, cause)


def split_money(
    books: Books, right: str, parts: Mapping[str, Money], person: Person, cause: Cause
) -> tuple[LinkDecided, ...] | NotAllowed | StaleAnswer:
    """Say what of some money is for which order; what else it was linked to is refused.

    Args:
        books: the open books.
        right: the record of the money.
        parts: how much is for which order; together all of it.
        person: who says so.
        cause: because of what, when.
    """
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    whole = amount_of(books, right)
    if whole is None or sum_money(list(parts.values()), whole.currency) != whole:
        return StaleAnswer()
    for each in books.matches.of_records([right]):
        if each.is_standing and each.right == right and each.left not in parts:
            _decided(books, each, LinkState.REFUSED, person, cause)
    done = [_confirmed(books, left, right, part, person, cause) for left, part in parts.items()]
    decided = tuple(each for each in done if isinstance(each, LinkDecided))
    return decided or StaleAnswer()


def _confirmed(
    books: Books, left: str, right: str, part: Money | None, person: Person, cause: Cause
) -> LinkDecided | StaleAnswer:
    """Confirm a link of a part, or of what is left of the right record."""
    kind, whole = kind_of(left, right), amount_of(books, right)
    of_right = [each for each in books.matches.of_records([right]) if each.right == right]
    mine = next((each for each in of_right if each.left == left), None)
    is_said = mine is not None and mine.state is LinkState.CONFIRMED
    if kind is None or whole is None or (is_said and part in {None, mine and mine.amount}):
        return StaleAnswer()
    taken = [each.amount.minor for each in of_right if each.is_standing and each is not mine]
    rest = part or Money(whole.minor - sum(taken), whole.currency)
    if mine is None:
        new = MatchLink(kind, left, right, rest, (Ground.CONFIRMED.value,), SURE)
        mine = books.matches.add([new], cause.at)[0]
    elif part is not None or not mine.is_standing:
        mine = replace(mine, amount=rest)
    return _decided(books, mine, LinkState.CONFIRMED, person, cause)


def refuse_link(
    books: Books, link_id: int, person: Person, cause: Cause
) -> LinkDecided | NotAllowed | StaleAnswer:
    """Say that two records don't belong together: it is taken back, and never made again."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    books.documents.hold()
    link = books.matches.find(link_id)
    if link is None or link.state is LinkState.REFUSED:
        return StaleAnswer()
    return _decided(books, link, LinkState.REFUSED, person, cause)


def _decided(
    books: Books, link: MatchLink, state: LinkState, person: Person, cause: Cause
) -> LinkDecided:
    said = replace(link, state=state, decided_by=person.actor, decided_at=cause.at)
    (now,) = books.matches.change([said])
    books.audit.record(
        cause,
        what="decide_link",
        subject=f"link:{now.id}",
        change={"left": now.left, "right": now.right, "state": state.value},
    )
    post_links(books, {now.left, now.right}, cause)
    return LinkDecided(now)


def kind_of(left: str, right: str) -> str | None:
    """Say what a link of two records is; None when such two are never linked."""
    one, other = left.partition(":")[0], right.partition(":")[0]
    pairs = {("order", each.value): LinkKind.ORDER_PAYMENT for each in _PAYMENTS}
    pairs |= {(each.value, "payout"): LinkKind.PAYMENT_PAYOUT for each in _PAYMENTS}
    pairs |= {
        ("order", "bank"): LinkKind.ORDER_BANK,
        ("order", "cash"): LinkKind.ORDER_CASH,
        ("payout", "bank"): LinkKind.PAYOUT_BANK,
        ("cash", "bank"): LinkKind.CASH_BANK,
    }
    found = pairs.get((one, other))
    return None if found is None else found.value


def amount_of(books: Books, key: str) -> Money | None:
    """Give the money of a record, below zero when it left; None when there is no such record."""
    kind = key.partition(":")[0]
    if kind == "bank":
        lines = books.banks.find_lines([id_of_line(key)])
        return lines[0].line.amount if lines else None
    if kind == "cash":
        posted = cash_entries(books, [key]).get(key)
        if posted is None:
            return None
        till = till_in(posted)
        return next(leg.amount for leg in posted.entry.postings if leg.account == till)
    found = books.documents.of_keys([key])
    return found[0].document.money if found else None
