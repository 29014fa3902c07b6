"""A supplier who was paid before is paid to an account number that he never had."""

from collections.abc import Iterator

from alerts.facts import Facts, Payment
from alerts.finding import Finding, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.parties import by_party
from alerts.trigger import Trigger

NAME = "new_account"
_TAIL = 4


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find the first payment to each further account of a party that was paid so often before."""
    for key, payments in by_party(facts.payments).items():
        known: dict[str, Payment] = {}
        times = 0
        for each in payments:
            account = _bare(each.account)
            if account is None:
                continue
            is_new = account not in known and times >= chosen["known"]
            if is_new and facts.is_asked(each):
                yield _finding(key, each, list(known.values())[-1])
            known[account] = each
            times += 1


def _finding(key: str, paid: Payment, before: Payment) -> Finding:
    return Finding(
        trigger=NAME,
        key=f"{key}:{_bare(paid.account)}",
        subject=key,
        severity=Severity.CRITICAL,
        level=1,
        amount=paid.amount,
        records=(paid.record, before.record),
        reason=NAME,
        day=paid.day,
        known_on=paid.known_on,
        said={
            "who": paid.party,
            "amount": paid.amount,
            "account": _tail(paid.account),
            "was": _tail(before.account),
            "day": before.day,
        },
    )


def _bare(account: str | None) -> str | None:
    return "".join(each for each in account if each.isalnum()).upper() if account else None


def _tail(account: str | None) -> str:
    return f"···{(_bare(account) or '')[-_TAIL:]}"


TRIGGER = Trigger(
    NAME,
    frozenset({"payments"}),
    find,
    (Parameter("known", Unit.TIMES, 2, (1, 2, 3, 5), least=1, most=50),),
    is_event=True,
)
