"""Where one question of a message may end and the next begin."""

from collections.abc import Sequence
from typing import NamedTuple

from parsing.annotation.tokens import fold
from parsing.questions.clauses import OR, without_reasons
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP

_ENDS = frozenset(".!?;\n…")
_STOPS = frozenset(",-–—")
_WH = frozenset(
    "how what what's whats which who whom whose when why where "
    "скільки скіки скока який яка яке які якою хто кому кого коли чому чого де що шо "
    "сколько скоко скок какой какая какое какие каков какова кто кого когда почему чего где "
    "что".split()
)
"""What a question begins with that wants more than a yes."""
_YES = frozenset("do does did is are was were has have чи".split())
_ASKERS = _WH | _YES
_OPENERS = frozenset(
    "and also plus then & + а і й та и да ще еще ещё потім потом плюс также також".split()
)
"""What joins a further question to the one before it."""
_FURTHER = frozenset({"також", "ще", "также", "еще", "ещё"})
_AND = frozenset({"and", "і", "й", "та", "и", "plus", "плюс", "&", "+"})
_CLOSING = frozenset(
    {
        "difference", "the difference", "what's the difference", "difference between", "delta",
        "різниця", "різницю", "яка різниця", "різниці", "разница", "разницу", "какая разница",
        "в чем разница",
    }
)  # fmt: skip
"""What asks, at the end, for the difference of two figures that were named before."""
_SILENT = frozenset({"filler", "sign", "gap", "joiner", "follow"})
_SPENT = ("expenses", "money_out")
_DAYS = frozenset({"month", "weekday", "period", "unit", "when"})
SEAMS_MAX = 6
"""A message of more clauses is a story; only its first ones are looked at."""


class Seam(NamedTuple):
    """A place between two words where a message may be cut."""

    end: int
    """Where what stands before it ends, in characters."""
    start: int
    """Where what stands after it begins, with the word that joins it: "and how much is left"."""
    is_asked: bool
    """What follows opens as a question of its own beside another."""
    is_sentence: bool = False
    """A sentence ends before it."""
    is_joined: bool = False
    """A word joins it to what stands before: "and", "а"."""


def seams_of(marks: Sequence[Mark]) -> tuple[Seam, ...]:
    """Give the places where a message may be cut, left to right; none within why it is asked."""
    marks = [mark for mark in without_reasons(marks) if mark != GAP]
    found: list[Seam] = []
    at = 1
    while at < len(marks):
        first = at
        while at < len(marks) and _parts(marks, at):
            at += 1
        is_seam = at < len(marks) and (at > first or _joins(marks[at]))
        if is_seam and not _is_one(marks, first, at):
            found.append(_seam(marks, first, at))
        at += 1
    return tuple(found[:SEAMS_MAX])


def _is_one(marks: Sequence[Mark], first: int, at: int) -> bool:
    """Tell whether a comma stands within one question.

    It parts a choice from what is asked of it ("rent or fuel, which is more"), a yes or no from
    what follows of it ("is everybody paid, whom do we still owe"), or what a question is about
    from the question ("fuel, how much did we spend").
    """
    if _joins(marks[at]) or any(mark.text != "," for mark in marks[first:at]):
        return False
    stops = [place for place, mark in enumerate(marks) if mark.text in {",", *_ENDS}]
    start = max((place for place in stops if place < first), default=-1) + 1
    end = min((place for place in stops if place > at), default=len(marks))
    words = [word for mark in marks[start:first] for word in _words(mark)]
    is_yes = not _YES.isdisjoint(words[:1]) or "ли" in words
    is_choice = any(fold(mark.text) in OR for mark in marks[start:end])
    is_topic = not any(map(_is_asker, marks[start:first])) and (
        any(mark.is_of("measure", *_SPENT) for mark in marks[at:end])
        or not any(mark.section in _DAYS for mark in marks[start:first])
    )
    return is_choice or ((is_yes or is_topic) and opens_as_asked(marks[at:]))


def without_difference(marks: Sequence[Mark], text: str) -> str | None:
    """Give a message without its closing "and the difference?"; None where none is asked."""
    telling = [at for at, mark in enumerate(marks) if mark.section not in _SILENT]
    if len(telling) < 2 or fold(marks[telling[-1]].text) not in _CLOSING:  # beside another
        return None
    between = marks[telling[-2] + 1 : telling[-1]]
    apart = (mark for mark in between if _joins(mark) or mark.text in {*_ENDS, *_STOPS})
    first = next(apart, None)
    return None if first is None else text[: first.start].strip()


def _parts(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a sign ends a clause, and is none of a number or a date: "1.11"."""
    mark = marks[at]
    if mark.text in _ENDS:
        return at + 1 == len(marks) or mark.text == "\n" or marks[at + 1].start > mark.end
    is_comma = mark.text == ","
    near = marks[at - 1 : at + 2]
    return is_comma and not all(each.section in {"digits", "sign"} for each in near)


def _joins(mark: Mark) -> bool:
    """Tell whether a word joins what follows it, wherever it stands: "and", "а скільки"."""
    return not (_AND | {"а"}).isdisjoint(_words(mark)[:1]) or mark.text in _AND


def _words(mark: Mark) -> list[str]:
    return fold(mark.text).split()


def _seam(marks: Sequence[Mark], first: int, at: int) -> Seam:
    signs = [mark for mark in marks[first:at] if mark.text in _ENDS]
    end = signs[-1].end if signs else marks[first].start
    return Seam(
        end,
        marks[at].start,
        _is_asked(marks, first, at),
        is_sentence=bool(signs),
        is_joined=not _OPENERS.isdisjoint((marks[at].text, *_words(marks[at])[:1])),
    )


def _is_asked(marks: Sequence[Mark], first: int, at: int) -> bool:
    """Tell whether a question of its own follows.

    Behind a comma alone another must have been asked before, else it is what the question is
    about: "fuel, how much did we spend".
    """
    opens = opens_as_asked(marks[at:]) or _contrasts(marks[at])
    ends = [mark.text for mark in marks[first:at] if mark.text in _ENDS]
    if "?" in ends:
        rest = (mark.text for mark in marks[at:] if mark.text in _ENDS)
        return opens or next(rest, "") == "?"
    return opens and (_joins(marks[at]) or bool(ends) or any(map(_wants, marks[:first])))


def _contrasts(mark: Mark) -> bool:
    """Tell whether a word turns to something else: "витрати за жовтень, а за вересень?"."""
    said = _words(mark)
    return said[:1] == ["а"] and not _FURTHER & {*said[1:]}


def opens_as_asked(marks: Sequence[Mark]) -> bool:
    """Tell whether a clause begins with a question word, behind what joins it."""
    for mark in marks:
        said = [word for word in _words(mark) if word not in _OPENERS]
        if said or not _words(mark):
            return bool(said) and (said[0] in _ASKERS or _is_asker(mark))
    return False


def _is_asker(mark: Mark) -> bool:
    is_question = mark.section == "ask" and mark.value != "compare"
    return is_question or not _ASKERS.isdisjoint(_words(mark)[:1])


def _wants(mark: Mark) -> bool:
    """Tell whether a word asks for more than a yes."""
    return _is_asker(mark) and _YES.isdisjoint(_words(mark)[:1])


def pieces_of(text: str, seams: Sequence[Seam]) -> tuple[str, ...]:
    """Cut a message at some of its seams."""
    starts = (0, *(seam.start for seam in seams))
    ends = (*(seam.end for seam in seams), len(text))
    return tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))


def without_and(piece: str, marks: Sequence[Mark]) -> str:
    """Leave out the "and" of a piece where with it a phrase means something else: "and why"."""
    first, _, rest = piece.partition(" ")
    is_phrase = bool(marks) and marks[0].section not in {"joiner", "follow"}
    return rest.strip() if is_phrase and rest.strip() and fold(first) in _AND else piece
