"""Cash that was carried from a till to the bank, or back, whatever verb says so."""

from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP

_FROM = frozenset({"from", "of", "з", "із", "зі", "из", "с", "со"})
_INTO = frozenset({"to", "into", "в", "у", "на", "до", "in"})
_TILLS, _BANKS = frozenset({"till", "till_name"}), frozenset({"bank", "bank_name"})
_NEAR = 3
_SILENT = frozenset({"the", "our", "наш", "нашої", "нашей", "a"})
_WENT = ("ушл", "пошл", "пішл", "перейш", "went", "gone")
_MOVED = ("measure", "money_in", "money_out")
_KNOWN = frozenset({"category", "counted", "group", "rank", "shape"})


def carried_to_bank(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "внесли из кассы в банк" for cash carried there, "з банку в касу" for cash fetched.

    Where a category, another figure, a count or a rank is named, that says what is asked.
    """
    is_other = any(mark.section == "measure" and not _says_moved(mark) for mark in marks)
    if is_other or any(mark.section in _KNOWN for mark in marks):
        return tuple(marks)
    till, bank = _led(marks, _TILLS), _led(marks, _BANKS)
    if till is None or bank is None:
        return tuple(marks)
    (from_till, of_till), (from_bank, of_bank) = till, bank
    if from_till == from_bank:
        return tuple(marks)
    kind = CashCategory.BANK_DEPOSIT if from_till else CashCategory.CASH_FROM_BANK
    found = [GAP if _says_moved(mark) else mark for mark in marks]
    is_named = marks[of_bank].section == "bank_name"  # which bank it was stays to be told
    at, other = (of_till, of_bank) if is_named else (of_bank, of_till)
    found[at] = marks[at]._replace(section="category", value=kind.value)
    is_one = marks[other].section != "place" or _is_which(marks[other - 1])
    found[other] = marks[other] if is_one else GAP
    return tuple(found)


def _says_moved(mark: Mark) -> bool:
    """Tell whether a figure only says that money went: "ушло", "перевели"."""
    return mark.is_of(*_MOVED) or (mark.section == "measure" and fold(mark.text).startswith(_WENT))


def _is_which(mark: Mark) -> bool:
    """Tell whether a mark says which of several tills is meant: "the second till"."""
    return mark.section == "number"


def _led(marks: Sequence[Mark], kinds: frozenset[str]) -> tuple[bool, int] | None:
    """Give whether money is said to come from such a place or to go there, and where it stands."""
    for at, mark in enumerate(marks):
        is_kind = mark.value in kinds if mark.section == "place" else mark.section in kinds
        if not is_kind:
            continue
        near = [mark for mark in marks[max(at - _NEAR, 0) : at] if not _is_which(mark)]
        words = [word for mark in near for word in fold(mark.text).split() if word not in _SILENT]
        said = words[-1] if words else ""
        if said in _FROM or said in _INTO:
            return said in _FROM, at
    return None
