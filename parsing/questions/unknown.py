"""Words that no list knows: a name, what entries say, or nothing that narrows a question down."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from parsing.annotation.tokens import fold
from parsing.questions.lexicon import QuestionWords
from parsing.questions.marks import Mark

_SECTIONS = frozenset({"name", "word"})
_NAMED_BESIDE = frozenset({"measure", "category", "counted", "group"})
"""What an unknown word stands right beside is what it narrows down: "grundfos payments"."""
_SUBJECTS = frozenset({"measure", "category", "counted", "group", "place", "order"})
_ASKED = ("why", "plan", "compare", "report")
"""Where one of these is read, a question is of something without its unknown words."""
_POSSESSIVE = re.compile(r"['’ʼ`´]s$")
"""Olha's."""
_OPENING = frozenset("\"'«“„‘")
_FIRMS = frozenset("тов тзов фоп фп пп ат пат ооо ип зао ао llc ltd inc tov fop".split())
"""What stands before a firm's name."""
_SKIPPED = frozenset({"the", "a", "an", "our", "my", "all", "any", "some", "this", "that"})


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the unknown words of a question are."""

    about: tuple[str, ...] = ()
    """Names, and words that narrow a question down, phrase by phrase."""
    loose: tuple[str, ...] = ()
    """Words that stand by themselves: they may be left out where the rest is clear."""
    idle: tuple[str, ...] = ()
    """Words that tell nothing, by their ending: verbs, adverbs."""


def unknown_of(marks: Sequence[Mark], words: QuestionWords) -> Unknown:
    """Say which unknown words narrow a question down, and which may be left out.

    A name is known, has a capital letter, stands in quotes or in other letters than the rest,
    after a preposition, or right beside what is measured. Where nothing else says what is asked
    about, any word does.
    """
    idle = {at for at in range(len(marks)) if _is_idle(marks, at, words)}
    is_clear = any(mark.section in _SUBJECTS or mark.is_of("ask", *_ASKED) for mark in marks)
    about: list[str] = []
    loose: list[str] = []
    for phrase in _phrases(marks, idle):
        is_name = not is_clear or _is_name(marks, phrase, words)
        said = _POSSESSIVE.sub("", " ".join(marks[at].text for at in phrase))
        (about if is_name else loose).append(said)
    return Unknown(tuple(about), tuple(loose), tuple(marks[at].text for at in sorted(idle)))


def _phrases(marks: Sequence[Mark], idle: Container[int]) -> list[list[int]]:
    """Give the places of words that follow each other, but for idle ones."""
    phrases: list[list[int]] = []
    for at, mark in enumerate(marks):
        if mark.section not in _SECTIONS or at in idle:
            continue
        if phrases and phrases[-1][-1] == at - 1:
            phrases[-1].append(at)
        else:
            phrases.append([at])
    return phrases


def _is_idle(marks: Sequence[Mark], at: int, words: QuestionWords) -> bool:
    mark = marks[at]
    is_lower = mark.section == "word" and mark.text.islower()
    is_verb_like = is_lower and fold(mark.text).endswith(words.endings)
    return is_verb_like and not _is_led(marks, at, words)


def _is_name(marks: Sequence[Mark], phrase: Sequence[int], words: QuestionWords) -> bool:
    first, last = phrase[0], phrase[-1]
    if any(_looks_named(marks, at) for at in phrase) or _is_led(marks, first, words):
        return True
    beside = [marks[at] for at in (first - 1, last + 1) if 0 <= at < len(marks)]
    return any(mark.section in _NAMED_BESIDE for mark in beside)


def _looks_named(marks: Sequence[Mark], at: int) -> bool:
    mark = marks[at]
    if mark.section == "name":
        return True
    is_capital = mark.text[0].isupper() and mark.start > 0
    is_foreign = mark.text.isascii() and any(
        not each.text.isascii() for each in marks if each.text
    )
    return is_capital or is_foreign


def _is_led(marks: Sequence[Mark], at: int, words: QuestionWords) -> bool:
    """Tell whether a word stands after a preposition or an opening quote."""
    before = at - 1
    while before >= 0 and marks[before].text.casefold() in _SKIPPED:
        before -= 1
    if before < 0:
        return False
    if marks[before].section == "when" and marks[before].value == "ahead":
        return False  # "going to hit the plan"
    said = marks[before].text.casefold()
    return said in _FIRMS or said in _OPENING or said.rpartition(" ")[2] in words.naming
