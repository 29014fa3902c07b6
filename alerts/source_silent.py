"""A bank account has told nothing for days."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.flagged import found_late, standing
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "source_silent"


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find accounts whose statements have stopped coming."""
    for flag in standing(facts, NAME):
        late = found_late(facts, flag, NAME, chosen["later"], Severity.MIDDLE)
        if late is not None:
            yield late


TRIGGER = Trigger(
    NAME,
    frozenset({"flags"}),
    find,
    (Parameter("later", Unit.DAYS, 0, (0, 2, 5, 10), most=60),),
)
