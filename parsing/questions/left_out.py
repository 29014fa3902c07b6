"""What a question leaves out of a figure, and the talk that comes before what it asks."""

from collections.abc import Collection, Sequence

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, gapped

_STAFF = (CashCategory.SALARY, CashCategory.SALARY_ADVANCE)
_ADDED = ("refunds", "purchases", "cost")
"""Figures that somebody may say not to count beside another one."""
_NO_PART_OF_SALES = frozenset({"refunds"})
_GOODS = frozenset({"purchases", "cost"})
"""Goods, which are no expense of the days; whoever leaves them out is told so."""
_SPENT = frozenset({"expenses", "result", "money_out"})
"""What the owner's own may be left out of; sales "without me" were made while he was away."""
NET = (
    "minus",
    "net of",
    "less",
    "за вычетом",
    "за мінусом",
    "за минусом",
    "за вирахуванням",
    "минус",
    "мінус",
)
"""What is taken off a figure that holds it, so that another one is asked for."""
TAKE = frozenset({"take", "leave", "strip", "pull", "keep", "leaving", "taking"})
"""What is done with what stands before "out", and does not count."""
NOT_COUNTED = (
    "не рах", "не счит", "не врахов", "не учит", "не бер", "не бра", "не включ", "not counted",
    "not included",
)  # fmt: skip
"""How it is said after something that it does not count."""
_WHAT = frozenset({"того", "то", "те", "what", "money", "that"})
_ME = frozenset({"я", "i", "me", "собі", "себе", "myself"})
_TOOK = ("взя", "забра", "зня", "сня", "брав", "брал", "took", "take", "taken", "withdr")
_OWN = frozenset({"меня", "мене", "себя", "себе", "me", "myself", "my own", "mine"})
_ENDS = frozenset({"?", ".", ";", "!"})
_OWN_WORDS = 5
"""So many words at most say what the owner took: "того, що взяв я"."""
_BETWEEN = frozenset({"filler", "sign", "joiner"})
_OPENS = frozenset({"how_much", "count", "list", "entries", "why", "compare", "report", "when"})
_TALK_MIN = 4
"""So many words at least are talk; fewer are a part of the question."""


def without_left_out(
    marks: Sequence[Mark],
) -> tuple[tuple[CashCategory, ...], tuple[Mark, ...]]:
    """Take out categories that a figure is asked without: "profit without rent", "крім оренди"."""
    marks = _with_goods(_with_taken_out(marks))
    for at, mark in enumerate(marks):
        if not mark.is_of("filler", "without"):
            continue
        nothing = _is_nothing(marks, at)
        if nothing:
            return (), gapped(marks, at + 1, nothing)
        left, end = _left_from(marks, at + 1)
        if left:
            return left, gapped(marks, at, end)
    return (), tuple(marks)


def _left_from(marks: Sequence[Mark], start: int) -> tuple[tuple[CashCategory, ...], int]:
    """Give the categories that stand there one after another, and the end of the last one."""
    left: list[CashCategory] = []
    place = end = start
    while place < len(marks):
        named = _named(marks[place])
        named = named or _own_at(marks, place)
        if _is_own_taking(marks[place : place + _OWN_WORDS]):
            left.append(CashCategory.OWNER_DRAW)
            place = end = min(place + _OWN_WORDS, len(marks))
            continue
        if not (named or _may_stand_between(marks[place])):
            break
        left += [each for each in named if each not in left]
        place += 1
        end = place if named else end
    return tuple(left), end


def _with_goods(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take goods that expenses are asked without for the category: "without rent and goods"."""
    measured = {mark.value for mark in marks if mark.section in {"measure", "counted"}}
    out = next((at for at, mark in enumerate(marks) if mark.is_of("filler", "without")), None)
    is_turn = out == 0 and measured <= _GOODS  # "without rent and goods", after expenses
    if out is None or not (is_turn or measured - _GOODS == {"expenses"}):
        return tuple(marks)
    end = out + 1
    while end < len(marks) and (_is_goods(marks[end]) or _is_left(marks[end])):
        end += 1
    goods = CashCategory.SUPPLIER_GOODS.value
    return tuple(
        mark._replace(section="category", value=goods)
        if out < at < end and _is_goods(mark)
        else mark
        for at, mark in enumerate(marks)
    )


def _is_goods(mark: Mark) -> bool:
    return mark.is_of("measure", *_GOODS)


def _is_left(mark: Mark) -> bool:
    """Tell whether a mark is one of those that are left out, or stands between two of them."""
    return bool(_named(mark)) or _may_stand_between(mark)


def _own_at(marks: Sequence[Mark], at: int) -> tuple[CashCategory, ...]:
    """Give the owner's draws, where he leaves himself out: "without me", "без зарплати і мене"."""
    measured = {mark.value for mark in marks if mark.section == "measure"}
    is_led = marks[at - 1].is_of("filler", "without") or marks[at - 1].section == "joiner"
    is_own = is_led and fold(marks[at].text) in _OWN and bool(measured & _SPENT)
    return (CashCategory.OWNER_DRAW,) if is_own else ()


def _is_own_taking(marks: Sequence[Mark]) -> bool:
    """Tell whether words say what the owner took himself: "того, що взяв я", "what I took"."""
    said = [fold(mark.text) for mark in marks]
    is_what = bool(said) and said[0].rpartition(" ")[2] in _WHAT
    return is_what and any(map(_says_me, marks)) and any(each.startswith(_TOOK) for each in said)


def _says_me(mark: Mark) -> bool:
    return fold(mark.text) in _ME


def _with_taken_out(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "take the wages out", "зарплату не считай" for what is said of it: without.

    So is what is denied by itself after a figure: "who did we pay most, not salaries".
    """
    kept = list(marks)
    for at, mark in enumerate(marks):
        if not (_named(mark) or mark.is_of("measure", *_ADDED)):
            continue
        if _is_denied(marks, at):
            kept[at - 1] = marks[at - 1]._replace(section="filler", value="without")
            continue
        after = " ".join(fold(each.text) for each in marks[at + 1 : at + 3])
        taken = next((i for i in range(at) if fold(marks[i].text) in TAKE), None)
        is_taken = taken is not None and after.startswith("out")
        if is_taken and taken is not None:
            kept[taken] = marks[taken]._replace(section="filler", value="without")
        elif after.startswith(NOT_COUNTED):
            is_one = fold(marks[at + 1].text).startswith(NOT_COUNTED)
            kept[at + 1 : at + 2 + (not is_one)] = [GAP]
            kept.insert(at, marks[at + 1]._replace(section="filler", value="without"))
            return tuple(kept)
    return tuple(kept)


def _is_denied(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a category is denied in a half-sentence of its own, after a figure."""
    after = marks[at + 1 : at + 2]
    is_led = at > 1 and marks[at - 1].is_of("filler", "not") and marks[at - 2].text == ","
    is_alone = all(mark.section == "sign" or mark.is_of("joiner", "and") for mark in after)
    return is_led and is_alone and any(mark.section == "measure" for mark in marks[: at - 2])


def _is_nothing(marks: Sequence[Mark], at: int) -> int:
    """Give the end of what is no part of the figure anyway: sales are told without refunds.

    What somebody holds is told without what he earned. Nought where it is a part.
    """
    measured = {mark.value for mark in marks if mark.section in {"measure", "counted"}}
    none_of = _NO_PART_OF_SALES if "sales" in measured else frozenset[str]()
    none_of |= _GOODS if "expenses" in measured else frozenset[str]()
    none_of |= frozenset({"result"} if measured & {"balance", "advances"} else ())
    is_net = fold(marks[at].text).startswith(NET)
    end = at + 1
    while end < len(marks) and marks[end].section in {"filler", "joiner"}:
        end += 1
    begun = end
    while end < len(marks) and marks[end].section in {"measure", "counted"}:
        if marks[end].value not in none_of:
            return 0
        end += 1
    return 0 if end == begun or is_net else end


def called(marks: Sequence[Mark], left: Collection[CashCategory]) -> tuple[str, ...]:
    """Give how somebody called the categories that he left out."""
    goods = _GOODS if CashCategory.SUPPLIER_GOODS in left else frozenset[str]()
    return tuple(
        mark.text for mark in marks if mark.value in goods or not {*_named(mark)}.isdisjoint(left)
    )


def _may_stand_between(mark: Mark) -> bool:
    """Tell whether a word may stand between "without" and what is left out."""
    is_silent = mark.section in _BETWEEN and mark.text not in _ENDS
    is_silent = is_silent or fold(mark.text) == "того"
    return is_silent or _is_spending(mark)


def _is_spending(mark: Mark) -> bool:
    """Tell whether a word only says that what follows is spent: "без витрат на рекламу"."""
    return mark.is_of("measure", "expenses")


def _named(mark: Mark) -> tuple[CashCategory, ...]:
    if mark.is_of("measure", "staff"):
        return _STAFF
    if mark.is_of("measure", "fees"):
        return (CashCategory.BANK_FEES,)
    return (CashCategory(mark.value),) if mark.section in {"category", "spec"} else ()


def without_talk(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out what is said before the question: "I'm with the accountant, she asks how much…".

    The talk names somebody who says or asks; the question begins with what it wants to know, and
    says what is measured itself.
    """
    says = [at for at, mark in enumerate(marks) if mark.is_of("filler", "says")]
    for at in says:
        opens = range(at + 1, len(marks))
        start = next((each for each in opens if marks[each].section == "ask"), None)
        if start is None or start < _TALK_MIN or marks[start].value not in _OPENS:
            continue
        rest = marks[start:]
        if any(mark.section in {"measure", "counted", "category"} for mark in rest):
            return (GAP, *_of_him(marks[:start], rest), *rest)
    return tuple(marks)


def _of_him(talk: Sequence[Mark], rest: Sequence[Mark]) -> tuple[Mark, ...]:
    """Give who is named in the talk, where the question only says "he"."""
    is_of_him = any(mark.is_of("filler", "them") for mark in rest)
    is_named = any(mark.section == "name" for mark in rest)
    if not is_of_him or is_named:
        return ()
    names = [mark for mark in talk if mark.section == "name" or _is_capital(mark)]
    return (*names[-1:], GAP) if names else ()


def _is_capital(mark: Mark) -> bool:
    return mark.section == "word" and mark.text[0].isupper() and mark.start > 0
