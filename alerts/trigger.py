"""What a trigger is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from alerts.facts import Facts
from alerts.finding import Finding
from alerts.parameters import Chosen, Parameter, complete

Find = Callable[[Facts, Chosen], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One thing to look out for: what it reads, what is set, how it is found."""

    name: str
    reads: frozenset[str]
    """The fields of `Facts` that it looks at."""
    find: Find
    parameters: tuple[Parameter, ...] = ()
    is_on: bool = True
    """Whether it rings before anybody has said so."""
    is_event: bool = False
    """Whether it finds what has happened, and nobody can bring to an end: after some weeks
    without an answer it is looked at no more."""
    is_daily: bool = False
    """Whether it is looked at once a day: it goes through many days, and changes slowly."""

    def look(self, facts: Facts, told: Chosen) -> tuple[Finding, ...]:
        """Give what it finds, with the parameters that are told and the usual others."""
        return tuple(self.find(facts, complete(self.parameters, told)))
