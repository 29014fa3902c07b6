"""A payment is far above what such payments usually are."""

from collections.abc import Iterator, Mapping, Sequence

from alerts.facts import Facts, Payment
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.parties import party_key
from alerts.trigger import Trigger
from ledger.money import Money

NAME = "odd_expense"
PARTY_MIN, KIND_MIN = 6, 12
"""So many earlier payments say what is usual for a party; of a kind there must be more."""
_SPREAD_PERMYRIAD = 14_826
"""The median deviation of a normal spread to its standard one, in ten thousandths."""
_SPREAD_MIN_PERCENT = 10
"""What is always the same is allowed to change by so much of itself before it is odd."""


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find payments so many spreads above the middle of earlier ones, of the party or the kind."""
    history: dict[str, list[Payment]] = {}
    for each in facts.payments:
        keys = _keys(each)
        if facts.is_asked(each) and each.amount.minor >= chosen["from"]:
            yield from _odd(each, keys, history, chosen)
        for key in keys:
            history.setdefault(key, []).append(each)


def middle(values: Sequence[int]) -> int:
    """Give the median, rounded down between the two middle ones of an even number."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def spread_of(values: Sequence[int], usual: int) -> int:
    """Give how far values usually are from their middle; at least a tenth of that."""
    deviation = middle([abs(each - usual) for each in values])
    scaled = deviation * _SPREAD_PERMYRIAD // 10_000
    return max(scaled, usual * _SPREAD_MIN_PERCENT // 100, 1)


def _keys(payment: Payment) -> tuple[str, ...]:
    currency = payment.amount.currency
    party = party_key(payment.party)
    of_party = (f"party:{party}:{currency}",) if party else ()
    return (*of_party, *((f"kind:{payment.kind}:{currency}",) if payment.kind else ()))


def _odd(
    payment: Payment,
    keys: Sequence[str],
    history: Mapping[str, Sequence[Payment]],
    chosen: Chosen,
) -> Iterator[Finding]:
    """Hold a payment against its party where that is known well, or else against its kind."""
    for key in keys:
        least = PARTY_MIN if key.startswith("party:") else KIND_MIN
        values = [each.amount.minor for each in history.get(key, ())]
        if len(values) < least:
            continue
        usual = middle(values)
        limit = usual + chosen["times"] * spread_of(values, usual)
        if payment.amount.minor > limit:
            yield _finding(payment, key, usual)
        return


def _finding(payment: Payment, key: str, usual: int) -> Finding:
    amount = payment.amount
    by_party = key.startswith("party:")
    return Finding(
        trigger=NAME,
        key=payment.record,
        subject=key.split(":")[1],
        severity=Severity.MIDDLE,
        level=1,
        amount=amount,
        records=(payment.record,),
        reason=f"{NAME}_party" if by_party else NAME,
        day=payment.day,
        known_on=payment.known_on,
        said={
            "who": payment.party,
            "kind": payment.kind or "",
            "amount": amount,
            "usual": Money(usual, amount.currency),
            "day": payment.day,
        },
    )


TRIGGER = Trigger(
    NAME,
    frozenset({"payments"}),
    find,
    (
        Parameter("times", Unit.TIMES, 5, (3, 5, 8, 12), least=2, most=100),
        Parameter("from", Unit.MONEY, 200_000, (50_000, 200_000, 500_000, 2_000_000)),
    ),
    is_on=False,
    is_event=True,
)
