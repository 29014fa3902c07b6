"""What words mean beside others: what a gateway took off us is its fee, cash is the tills'."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_TAKES = ("сня", "зня", "взя", "взима", "забра", "забира", "берет", "бере", "удерж", "утрим")
_STANDS = frozenset({"стоит", "стоїть"})
_OFF = frozenset({"с", "со", "з", "із", "зі"})
_PAYERS = ("gateway", "bank", "courier")
_COSTLY = ("затратн", "найзатратн", "наизатратн")
_MOST = ("сам", "найбільш", "наиболее", "найзатратн", "наизатратн")
_OF_WHAT = frozenset({"group", "unit", "shape", "counted", "category", "spec"})
_BEST = ("best_day", "best_week", "best_month")
_ABOUT_MONEY = ("по деньгам", "с деньгами", "по грошах", "по грошам", "з грошима")
_FOR_DAYS = ("за", "протягом", "в течение")
_BY_DAYS = frozenset({"на", "к", "до", "под", "під", "станом"})
_DATED = frozenset({"unit", "month", "period", "weekday", "digits", "number", "when"})
_LONG = frozenset({"unit", "month"})
_IN_CASH = ("готівк", "наличн", "наличк")
_PAID_CASH = ("cash paid", "cash payment")
_OURS = ("our", "ours", "наши", "наших", "наші")
_MONEY = ("money", "cash", "деньги", "денег", "гроші", "грошей")
_HAS = frozenset({"have", "has", "got", "with", "hold", "holds", "holding", "у", "в", "на"})


def as_meant(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put words as they are meant beside the others of their question."""
    marks = _kept_by_payer(_costliest(_plan_stands(marks)))
    return _still_held(_paid_in_cash(_money_of_days(marks)))


def _plan_stands(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take a plan that "стоит" for one that is set, not for what something costs."""
    is_plan = any(mark.is_of("ask", "plan") for mark in marks)
    return tuple(
        mark._replace(section="filler", value="plain")
        if is_plan and fold(mark.text) in _STANDS
        else mark
        for mark in marks
    )


def _costliest(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "the most costly" for what most was spent on, or for the days that it is said of."""
    at = next((at for at, mark in enumerate(marks) if _is_most(marks, at)), None)
    if at is None:
        return tuple(marks)
    begun = at - (at > 0 and marks[at - 1].section == "rank")
    beside = (*marks[:begun], *marks[at + 1 :])
    if any(_is_ranked_otherwise(mark) for mark in beside):
        return tuple(marks)
    said = marks[at]
    top = said._replace(section="rank", value="top")
    spent = said._replace(section="measure", value="expenses")
    is_of_what = any(mark.section in _OF_WHAT for mark in beside)
    kinds = () if is_of_what else (said._replace(section="group", value="category"),)
    return (*marks[:begun], spent, top, *kinds, *marks[at + 1 :])


def _is_ranked_otherwise(mark: Mark) -> bool:
    """Tell whether what is most costly is no category: an order, a worker, the best of days."""
    is_other = mark.is_of("shape", *_BEST) or mark.is_of("ask", "order")
    return is_other or mark.section in {"rank", "measure"}


def _is_most(marks: Sequence[Mark], at: int) -> bool:
    said = fold(marks[at].text)
    led = fold(marks[at - 1].text) if at else ""
    return said.startswith(_COSTLY) and (said.startswith(_MOST) or led.startswith(_MOST))


def _kept_by_payer(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take what a gateway or a bank "took off us" for its fee, and what a gateway took itself."""
    if not any(_is_payer(mark, *_PAYERS) for mark in marks):
        return tuple(marks)
    for at, (one, two) in enumerate(pairwise(marks)):
        verb = next((i for i, mark in enumerate(marks) if _takes(mark)), None)
        if fold(one.text) in _OFF and two.is_of("filler", "us") and verb is not None:
            found = list(marks)
            found[verb] = marks[verb]._replace(section="measure", value="fees")
            return (*found[:at], *found[at + 2 :])
    return _kept_itself(marks)


def _kept_itself(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "забрал себе liqpay" for its fee; what somebody took out of it stays his."""
    at = next((i for i, mark in enumerate(marks) if _is_payer(mark, "gateway")), None)
    is_from = bool(at) and fold(marks[(at or 0) - 1].text) in {*_OFF, "из", "от", "від"}
    if at is None or is_from or any(fold(mark.text) in {"я", "i"} for mark in marks):
        return tuple(marks)
    return tuple(
        mark._replace(section="measure", value="fees")
        if mark.is_of("category", "owner_draw") and _takes(mark)
        else mark
        for mark in marks
    )


def _is_payer(mark: Mark, *kinds: str) -> bool:
    return mark.is_of("place", *kinds) or (mark.section == "bank_name" and "bank" in kinds)


def _takes(mark: Mark) -> bool:
    return fold(mark.text).startswith(_TAKES)


def _money_of_days(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "what about money for the weekend" for what came and went, not for what lies there."""
    at = next(
        (
            i
            for i, mark in enumerate(marks)
            if mark.is_of("measure", "balance") and fold(mark.text).endswith(_ABOUT_MONEY)
        ),
        None,
    )
    if at is None or any(_is_an_end(mark) for mark in marks) or not _are_days_long(marks):
        return tuple(marks)
    return (*marks[:at], marks[at]._replace(value="flow"), *marks[at + 1 :])


def _is_an_end(mark: Mark) -> bool:
    is_end = mark.is_of("when", "end", "until", "ahead") or mark.section in {"shape", "place"}
    return is_end or fold(mark.text) in _BY_DAYS


def _are_days_long(marks: Sequence[Mark]) -> bool:
    """Tell whether a stretch is named, or a day with "за" before it."""
    is_long = any(mark.section in _LONG or mark.is_of("period", "weekend") for mark in marks)
    is_for = any(
        two.section in _DATED and fold(one.text) in _FOR_DAYS for one, two in pairwise(marks)
    )
    is_for = is_for or any(
        mark.section == "period" and fold(mark.text).startswith("за ") for mark in marks
    )
    return is_long or is_for


def _paid_in_cash(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take cash that moved or was paid for that of the tills: "рух готівки", "cash paid out"."""
    is_placed = any(mark.section in {"place", "bank_name", "till_name"} for mark in marks)
    if is_placed or any(mark.is_of("measure", "balance") for mark in marks):
        return tuple(marks)
    found: list[Mark] = []
    for mark in marks:
        said = fold(mark.text)
        is_cash = mark.is_of("measure", "flow") and any(each in said for each in _IN_CASH)
        is_cash = is_cash or (mark.is_of("measure", "money_out") and said.startswith(_PAID_CASH))
        found.append(mark)
        if is_cash:
            found.append(mark._replace(section="place", value="till"))
    return tuple(found)


def _still_held(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "does Petro still have our money" for what he is to account for."""
    named = [mark for mark in marks if mark.section == "name"]
    said = " ".join(fold(mark.text) for mark in marks).split()
    is_ours = any(one in _OURS and two in _MONEY for one, two in pairwise(said))
    is_held = is_ours and not _HAS.isdisjoint(said) and len(named) == 1
    is_other = any(
        mark.section in {"measure", "category", "place", "rank", "group", "shape"}
        for mark in marks
    )
    at = next((i for i, mark in enumerate(marks) if fold(mark.text).endswith(_MONEY)), None)
    if not is_held or is_other or at is None:
        return tuple(marks)
    return (*marks, marks[at]._replace(section="measure", value="advances"))
