"""Tells in English why a record was linked, or was not; the chat has words of its own."""

from collections.abc import Iterator

from reconciliation.chain import chains_of
from reconciliation.engine import Reconciliation
from reconciliation.findings import Finding
from reconciliation.links import Ground, Link
from reconciliation.matching.roles import Role
from reconciliation.records import BankLine

_GROUNDS = {
    Ground.CONFIRMED: "a person confirmed it",
    Ground.NUMBER: "the number is named",
    Ground.NUMBER_BARE: "the number stands in the text",
    Ground.NUMBER_NEAR: "the number named is one slip away",
    Ground.NUMBER_OTHER: "but another number is named",
    Ground.AMOUNT: "the amount is just what is wanted",
    Ground.AMOUNT_REST: "the amount is just what was left to pay",
    Ground.AMOUNT_PART: "the amount is a usual part",
    Ground.AMOUNT_LESS: "the amount is less than is wanted",
    Ground.AMOUNT_LITTLE: "but it is a very small part",
    Ground.AMOUNT_MORE: "but the amount is more than is wanted",
    Ground.AMOUNT_OVER: "the amount is a little more than is wanted",
    Ground.AMOUNT_NEARLY: "the amount is a very little more than is wanted",
    Ground.AMOUNT_SUM: "together they make up the sum",
    Ground.AMOUNT_SPLIT: "the parts make up the whole",
    Ground.AMOUNT_RARE: "nothing else wants this amount",
    Ground.AMOUNT_LAST: "when all else is settled, nothing else is left for it",
    Ground.AMOUNT_ODD: "the amount is equal to the cent",
    Ground.AMOUNT_WHOLE: "the amount is the order's whole total, though a little came before",
    Ground.AMOUNT_EXTRA: "but the order has all that it wants",
    Ground.AMOUNT_EQUAL: "just as much came for the order before",
    Ground.AMOUNT_ALONE: "no other order has such a total",
    Ground.AMOUNT_OFF: "the amount is not just what is wanted, though a provider's is",
    Ground.AMOUNT_GROSS: "the text has the batch's own figures",
    Ground.TAX_ID: "the tax number is the customer's",
    Ground.PHONE: "the customer's phone is in the text",
    Ground.PAYER_BEFORE: "the same payer paid for this order before",
    Ground.PAYER_LEARNED: "this payer is known to pay for the customer",
    Ground.NAME: "the name is the customer's",
    Ground.NAME_INITIAL: "surname and initial are the customer's",
    Ground.NAME_SURNAME: "the surname is the customer's",
    Ground.NAME_GIVEN: "the given name is the customer's",
    Ground.NAME_RELATIVE: "the name is partly the customer's",
    Ground.NAME_OTHER: "but somebody else pays",
    Ground.CARD_OTHER: "the card is somebody else's",
    Ground.NAME_IN_TEXT: "the customer's name is in the text",
    Ground.NAME_TOLD: "the text has the customer's whole name",
    Ground.NAME_ALONE: "nobody else of that name wants money",
    Ground.NAME_COMMON: "but others of that name want money too",
    Ground.SAME_CUSTOMER: "it is the same customer's order",
    Ground.TIME_CLOSE: "it was within two hours of the order",
    Ground.DAY: "the day fits",
    Ground.DAY_EARLY: "but it came before the order",
    Ground.DAY_LATE: "but it came long after the order",
    Ground.DAY_AFTER: "but it came more than two weeks after the order",
    Ground.DAY_NAMED: "the text has the order's day",
    Ground.DAY_NAMED_OTHER: "but the text has another day than the order's",
    Ground.METHOD: "the way of payment fits",
    Ground.METHOD_OTHER: "but the order says another way of payment",
    Ground.RAIL: "it goes back by the way it came",
    Ground.PAID_AGAIN: "the order had just this amount already",
    Ground.PAID_SINCE: "but what it wanted then was paid since",
    Ground.GAVE_BACK: "the order gave back just this amount",
    Ground.TAKEN: "the provider took just this amount for it",
    Ground.LISTED: "the provider lists it in this payout",
    Ground.BATCH: "its day's batch and the sums say so",
    Ground.PROVIDER: "it comes from the provider",
}
_ROLES = {
    Role.OWN: "It is between the shop's own accounts.",
    Role.OTHER: "It is no customer's money and no settlement.",
    Role.SETTLEMENT: "It comes from a provider, but no payout fits it.",
    Role.DEPOSIT: "It is cash that was carried to the bank, but no deposit of the till fits it.",
    Role.CLAIM: "It may be a customer's, but no order fits it.",
}


def in_english(grounds: tuple[Ground, ...]) -> str:
    """Tell what speaks for a link."""
    return "; ".join(_GROUNDS[ground] for ground in grounds)


def explain(state: Reconciliation, key: str) -> Iterator[str]:
    """Tell line by line what is known of a record."""
    record = state.store.get(key)
    if record is None:
        yield f"There is no {key}."
        return
    links = sorted(state.links_of(key), key=lambda link: (link.kind, link.left, link.right))
    yield from (_link(link, key) for link in links)
    if not links:
        yield _alone(state, key)
    for order, weighed in state.rivals(key):
        yield f"weighed {order}: {_tenths(weighed.points)} points: {in_english(weighed.grounds)}"
    yield from (_finding(finding) for finding in state.findings_of(key))
    yield from _chains(state, key)


def _link(link: Link, key: str) -> str:
    other = link.right if link.left == key else link.left
    return (
        f"linked to {other}, {_money(link.amount)}: {in_english(link.grounds)}"
        f" (right {link.chance} times in 1000)"
    )


def _alone(state: Reconciliation, key: str) -> str:
    if isinstance(state.store.get(key), BankLine):
        return _ROLES[state.role_of(key)]
    return "Nothing is linked to it."


def _finding(finding: Finding) -> str:
    return (
        f"{finding.kind} {finding.about}: {_money(finding.amount)} {finding.currency}"
        f" since {finding.since}; likely {finding.cause}; next: {finding.step}"
    )


def _chains(state: Reconciliation, key: str) -> Iterator[str]:
    for chain in chains_of(state, key):
        yield f"chain of {chain.about}: {_money(chain.start)} {chain.currency}"
        for step in chain.steps:
            lost = ", ".join(f"{loss} {_money(amount)}" for loss, amount in step.lost)
            after = f" after {lost}" if lost else ""
            yield f"  {step.stage} ({step.state}): {_money(step.left)}{after}"


def _money(minor: int) -> str:
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def _tenths(points: int) -> str:
    sign = "-" if points < 0 else ""
    return f"{sign}{abs(points) // 10}.{abs(points) % 10}"
