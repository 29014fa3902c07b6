"""Days are missing between two statements, and money moved in them."""

from collections.abc import Iterator

from alerts.facts import Facts
from alerts.finding import Finding, Severity
from alerts.flagged import found_late, standing
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger

NAME = "statement_gap"


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find gaps between what one statement ends with and the next begins with."""
    for flag in standing(facts, NAME):
        late = found_late(facts, flag, NAME, chosen["later"], Severity.HIGH)
        if late is not None:
            yield late


TRIGGER = Trigger(
    NAME,
    frozenset({"flags"}),
    find,
    (Parameter("later", Unit.DAYS, 0, (0, 1, 3, 7), most=60),),
)
