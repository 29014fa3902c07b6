"""Own money that moved from one place of the shop to another: "з першої каси в другу"."""

from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING

_MOVED = (
    "move", "moving", "shift", "transfer", "перекин", "перекид", "перевел", "перевод", "перевед",
    "переказ", "перенес", "переніс", "переносил", "переміст", "переміщ", "перемест", "перемещ",
    "переклал", "переклад", "перелож", "перегнал", "переганял", "перегон",
)  # fmt: skip
_TILLS, _BANKS = frozenset({"till", "till_name"}), frozenset({"bank", "bank_name"})
_INTO = frozenset({"в", "во", "у", "на", "до", "to", "into", "the", "to the", "into the"})
_OUT_OF = frozenset({"з", "із", "зі", "від", "с", "со", "из", "от", "from", "from the", "out of"})
_OF_TILL = ("у", "ую", "ої", "ой", "second", "first", "third", "other")
_BETWEEN = ("between", "among", "між", "между")
_AT_BANK = ("bank", "банк", "счет", "рахун", "account")
_PLACED = frozenset({"place", "till_name", "bank_name"})
_PAIR = 2
_BEYOND = Mark("shape", "beyond", "", 0, 0)


def moved_between(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put money that is said to have moved from one place to another as a move of its kind.

    It left the first one, so that this one is kept; between banks no move has a category, so that
    the words are refused.
    """
    between = _between_tills(marks)
    if between is not None:
        said = marks[between]._replace(section="category", value=CashCategory.DESK_TRANSFER.value)
        return (*marks[:between], said, GAP, *marks[between + 2 :])
    verb = next((at for at, mark in enumerate(marks) if _is_move(mark)), None)
    places = [at for at in range(len(marks)) if _kind_at(marks, at)]
    if verb is None or len(places) != _PAIR or not _are_from_to(marks, *places):
        return tuple(marks)
    kinds = (_kind_at(marks, places[0]), _kind_at(marks, places[1]))
    found = list(marks)
    category = _CATEGORIES.get(kinds)
    said = marks[verb]
    found[verb] = (
        _BEYOND._replace(text=said.text)
        if category is None
        else said._replace(section="category", value=category.value)
    )
    for at in _spoken(marks, places[0 if kinds[0] == "bank" else 1]):
        found[at] = GAP
    return tuple(found)


_CATEGORIES = {
    ("till", "till"): CashCategory.DESK_TRANSFER,
    ("till", "bank"): CashCategory.BANK_DEPOSIT,
    ("bank", "till"): CashCategory.CASH_FROM_BANK,
}
"""What moves are called by where they began and ended."""


def _between_tills(marks: Sequence[Mark]) -> int | None:
    """Give where moves between tills are named, and between no other places: "між касами"."""
    places = [at for at, mark in enumerate(marks) if mark.section in _PLACED]
    at = places[0] - 1 if len(places) == 1 else -1
    is_of_tills = at >= 0 and marks[at + 1].is_of("place", "till")
    is_of_tills = is_of_tills and not any(fold(mark.text).startswith(_AT_BANK) for mark in marks)
    is_between = at >= 0 and not any(mark.is_of("filler", "without") for mark in marks[:at])
    is_between = is_between and fold(marks[at].text).endswith(_BETWEEN)
    return at if is_of_tills and is_between and marks[at].is_of("measure", "own_moves") else None


def _is_move(mark: Mark) -> bool:
    is_other = mark.section in {"place", "till_name", "bank_name", "name", "category"}
    is_other = is_other or mark.is_of("measure", "own_moves")
    return not is_other and fold(mark.text).startswith(_MOVED)


def _kind_at(marks: Sequence[Mark], at: int) -> str:
    """Say what kind of place stands there, be it only by its number: "в другу"."""
    mark = marks[at]
    for kind, known in (("till", _TILLS), ("bank", _BANKS)):
        if mark.section in known or (mark.section == "place" and mark.value in known):
            return kind
    before = marks[at - 1] if at else NOTHING
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_number = mark.section == "number" and fold(mark.text).endswith(_OF_TILL)
    is_led = fold(before.text) in _INTO
    is_alone = after.section not in {"place", "unit", "month", "number", "digits", "measure"}
    return "till" if is_number and is_led and is_alone else ""


def _are_from_to(marks: Sequence[Mark], first: int, second: int) -> bool:
    """Tell whether money is said to have left the first place for the second one."""
    led = (mark for mark in reversed(marks[:first]) if mark.section not in {"number", "digits"})
    is_from = fold(next(led, NOTHING).text) in _OUT_OF
    return is_from and any(fold(mark.text) in _INTO for mark in marks[first + 1 : second])


def _spoken(marks: Sequence[Mark], at: int) -> tuple[int, ...]:
    """Give the marks that name a place, its number among them."""
    beside = (at - 1, at + 1)
    numbers = (
        i
        for i in beside
        if marks[at].section == "place"
        and 0 <= i < len(marks)
        and marks[i].section in {"number", "digits"}
        and len(marks[i].value) == 1
    )
    return (at, *numbers)
