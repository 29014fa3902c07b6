"""Half-sentences beside a question: why somebody asks, and talk that asks nothing."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP

_REASONS = frozenset(
    {
        "because", "cause", "cuz", "coz", "so that", "so i can", "бо", "тому що", "оскільки",
        "адже", "щоб", "щоби", "аби", "позаяк", "потому что", "поскольку", "ибо", "чтобы", "чтоб",
        "так как", "потому как", "а то", "ато", "раз уж", "since it", "even if", "even when",
        "навіть якщо", "навіть коли", "даже если", "даже когда",
    }
)  # fmt: skip
OR = frozenset({"or", "чи", "або", "или", "либо", "/"})
"""What stands between things of which one is asked for."""
_HENCE = frozenset({"so", "therefore", "тому", "отож", "тож", "поэтому", "так что", "так шо"})
"""What a question follows from stands before these."""
_CONCEDED = frozenset(
    {
        "although", "though", "even though", "as if", "ніби", "наче", "неначе", "начебто", "хоча",
        "хотя", "вроде", "будто", "хоть", "а вроде",
    }
)  # fmt: skip
"""What follows these after a comma says what surprises, and asks nothing."""
_STOPS = frozenset(".!?;\n")
_BREAKS = frozenset(".!?;\n,:()—–")
_SENTENCES = frozenset(".!…")
_STORY = frozenset({"word", "filler", "joiner", "sign", "follow", "period", "gap"})
_ASKED = frozenset({"measure", "counted", "category", "group"})
_NEEDED = ("треба", "потріб", "надо", "нуж", "need", "want", "цікав", "интерес", "хочу")
_TALKS = frozenset({"filler", "word", "name", "sign", "gap", "follow", "joiner", "spec"})


def without_reasons(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out why somebody asks, where the rest asks by itself: "…, бо щось каса худа"."""
    marks = _without_cause(marks)
    for at, mark in enumerate(marks):
        said = fold(mark.text) if mark.section in {"filler", "joiner", "follow"} else ""
        is_after = at > 0 and marks[at - 1].text == ","
        if said not in _REASONS and not (is_after and said in _CONCEDED):
            continue
        is_first = not any(each.section not in {"sign", "filler"} for each in marks[:at])
        ends = {",", *_STOPS} if is_first else _STOPS
        end = next((i for i in range(at + 1, len(marks)) if marks[i].text in ends), len(marks))
        rest = (*marks[:at], GAP, *marks[end:])
        if any(each.section in _ASKED or each.section == "place" for each in rest):
            return without_reasons(rest)
    return tuple(marks)


def without_story(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out a sentence before the question that only tells of somebody: "обед. как идём".

    What it says stands for nothing that can be asked, and the rest asks by itself.
    """
    end = next((at for at, mark in enumerate(marks) if mark.text in _SENTENCES), None)
    if end is None or end + 1 >= len(marks):
        return tuple(marks)
    rest = marks[end + 1 :]
    is_report = any(mark.is_of("ask", "report") for mark in rest)
    is_asked = any(mark.section in _ASKED or mark.section == "ask" for mark in rest)
    told = _STORY | ({"spec", "category", "place"} if is_report else set())
    is_story = all(mark.section in told and mark.section != "name" for mark in marks[:end])
    is_alone = is_report or any(mark.section in _ASKED for mark in rest)
    return (GAP, *rest) if is_story and is_asked and is_alone else tuple(marks)


def _without_cause(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out what leads to a question: "I'm writing to the bank, so I need the profit"."""
    for at, mark in enumerate(marks):
        is_so = mark.section in {"filler", "follow", "joiner"} and fold(mark.text) in _HENCE
        before = [each for each in marks[:at] if each.section not in {"sign", "filler", "gap"}]
        if not is_so or not before or any(each.section in _ASKED for each in before):
            continue
        if any(each.section in _ASKED for each in marks[at:]):
            return (GAP, *marks[at + 1 :])
    return tuple(marks)


def without_says(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out who wants to know, where that is a half-sentence: "податкова питає, який…"."""
    clauses = clauses_of(marks)
    for place, clause in enumerate(clauses[:-1]):
        says = any(marks[at].is_of("filler", "says") for at in clause)
        is_asked = any(marks[at].section not in {*_TALKS, "place", "category"} for at in clause)
        later = [marks[at] for each in clauses[place + 1 :] for at in each]
        if says and not is_asked and any(mark.section in _ASKED for mark in later):
            return (GAP, *marks[clause[-1] + 1 :])
    return tuple(marks)


def without_unwanted(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out a half-sentence that says what is not wanted: "знижок не треба, дай маржу"."""
    clauses = clauses_of(marks)
    for clause in clauses if len(clauses) > 1 else ():
        is_not = any(marks[at].is_of("filler", "not") for at in clause)
        is_need = any(fold(marks[at].text).startswith(_NEEDED) for at in clause)
        rest = [each for at, each in enumerate(marks) if at not in clause]
        if is_not and is_need and any(each.section in _ASKED for each in rest):
            return (*marks[: clause[0]], GAP, *marks[clause[-1] + 1 :])
    return tuple(marks)


def talk_in(marks: Sequence[Mark]) -> frozenset[int]:
    """Give the places of half-sentences that ask nothing, where others do.

    A word or two alone may be what a question is about: "Бондаренко, скільки він винен".
    """
    clauses = clauses_of(marks)
    talk: set[int] = set()
    for clause in clauses:
        is_talk = all(marks[at].section in _TALKS for at in clause)
        is_talk = is_talk and not any(fold(marks[at].text) in OR for at in clause)
        is_topic = all(marks[at].section in {"word", "name", "sign"} for at in clause)
        if len(clauses) > 1 and is_talk and not is_topic:
            talk |= {*clause}
    return frozenset(talk)


def clauses_of(marks: Sequence[Mark]) -> list[list[int]]:
    """Give the places of marks, half-sentence by half-sentence."""
    clauses: list[list[int]] = [[]]
    for at, mark in enumerate(marks):
        if mark.text in _BREAKS or (mark.text == "-" and mark.section == "sign"):
            clauses.append([])
        else:
            clauses[-1].append(at)
    return [clause for clause in clauses if clause]
