"""Who of the team a question names, and what words hold one thing against another."""

from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.clauses import OR
from parsing.questions.marks import PERSON, Mark, Vocabulary
from parsing.questions.numbers_said import NOTHING
from parsing.questions.periods import Period

_SOLD = ("sales", "refunds")
_OWNERS = ("власни", "хазя", "господар", "хозяи", "хозяй", "владел", "owner", "boss", "шеф")
_TAKEN = (
    "взя", "забра", "зня", "сня", "вивод", "вывод", "вивів", "вывел", "took", "take", "withdr",
    "брав", "брал", "тягн", "витяг", "вытян", "бере", "берет", "берёт",
)  # fmt: skip
_PUT_IN = ("вніс", "вносив", "внес", "вносил", "вклав", "вложил", "поклав", "положил", "put")
_TO_HIM = frozenset({"to", "for", "для", "with", "from", "від", "от"})


def recorder_in(marks: Sequence[Mark], about: Sequence[str]) -> str | None:
    """Give who of the team is named as having taken, sold or recorded something."""
    named = [at for at, mark in enumerate(marks) if mark.value.startswith(PERSON)]
    is_who = len(team_in(marks)) > 1 and any(mark.is_of("ask", "who") for mark in marks)
    is_one = len(about) == 1 or not (is_who or any(map(holds_apart, marks)))
    if not about or not named or not is_one or not _is_called(marks[named[0]], about[0]):
        return None
    before = marks[named[0] - 1] if named[0] else NOTHING
    is_sold = any(mark.is_of("measure", *_SOLD) or _is_receipt(mark) for mark in marks)
    is_sold = is_sold or any(mark.is_of("category", "bank_deposit") for mark in marks)
    is_sold = is_sold and fold(before.text) not in _TO_HIM
    return marks[named[0]].value if is_sold or is_recorded(marks) else None


def till_of_named(marks: Sequence[Mark], vocabulary: Vocabulary) -> str | None:
    """Give the till of the one of the team who is named, if one alone is."""
    team = team_in(marks)
    tills = [each.till for each in vocabulary.people if each.key in team]
    return tills[0] if len(team) == 1 else None


def team_in(marks: Sequence[Mark]) -> frozenset[str]:
    """Give who of the team are named."""
    return frozenset(mark.value for mark in marks if mark.value.startswith(PERSON))


def _is_called(mark: Mark, name: str) -> bool:
    said, known = fold(mark.text), fold(name)
    return said in known or known in said


def _is_receipt(mark: Mark) -> bool:
    return mark.is_of("counted", "sales", "refunds") or mark.is_of("shape", "average_sale")


def is_recorded(marks: Sequence[Mark]) -> bool:
    """Tell whether somebody is said to have taken, rung up or recorded something."""
    return any(
        mark.is_of("measure", "taken", "rung") or mark.is_of("shape", "recorded") for mark in marks
    )


def holds_apart(mark: Mark) -> bool:
    """Tell whether a word holds one thing against another: "or", "vs"."""
    return mark.is_of("ask", "against") or fold(mark.text) in OR


def are_days_apart(marks: Sequence[Mark], periods: Sequence[Period]) -> bool:
    """Tell whether one of two stretches of days or the other is asked for."""
    if len(periods) != 2:  # a pair
        return False
    return any(map(holds_apart, marks[periods[0].end : periods[1].start]))


def taken_by_owner(marks: Sequence[Mark], about: Sequence[str]) -> CashCategory | None:
    """Say what the owner is said to have done with money: taken it, or put it in."""
    if not about or not fold(about[0]).startswith(_OWNERS):
        return None
    if any(mark.section in {"category", "group", "counted"} for mark in marks):
        return None
    said = [fold(mark.text) for mark in marks]
    if any(each.startswith(_PUT_IN) for each in said):
        return CashCategory.OWNER_CONTRIBUTION
    is_taken = any(each.startswith(_TAKEN) for each in said)
    return CashCategory.OWNER_DRAW if is_taken else None
