"""Words that no list knows: a name, what entries say, or nothing that narrows a question down."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from parsing.annotation.tokens import fold
from parsing.questions.clauses import OR, talk_in
from parsing.questions.lexicon import QuestionWords
from parsing.questions.marks import PERSON, Mark

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
_OF_PEOPLE = frozenset({"owe", "advances", "to_pay"})
"""What somebody owes: whoever is named beside it is a name."""
_BETWEEN = frozenset({"filler", "sign", "joiner", "gap", "measure", "spec"})
_PAYING = ("pays", "money_in", "money_out", "taken", "rung")
"""What is done by whoever stands before it: "Мельник уже все оплатив"."""
_SETTLED = ("розрахува", "рассчита", "расплат", "розплат", "settled")
_MOVED = ("money_out", "money_in", "pays", "owe", "staff")
_FOR = frozenset({"for", "за", "по"})
RECEIVES = ("отрим", "получ", "got", "get", "receiv", "узяв", "взяв", "взял", "узяла")
"""What somebody does who is paid."""
_WAGES = frozenset({"salary", "salary_advance"})
_IS = frozenset({"is", "are", "goes to", "це", "это"})
_TIMES = frozenset({"раз", "разів", "рази", "часто", "often", "times"})
_ONE = frozenset({"a", "an", "my", "his", "her", "their"})
_SKIPPED = frozenset(
    {
        "the", "a", "an", "our", "my", "all", "any", "some", "this", "that", "his", "her", "their",
        "свої", "своє", "свій", "свою", "свои", "свой", "свое", "его", "її", "його",
    }
)  # fmt: skip


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
    after a preposition, right beside what is measured, or beside another name with "or" between.
    Where nothing else says what is asked about, any word does; who owes something is a name.
    """
    talk = talk_in(marks)
    idle = {at for at in range(len(marks)) if _is_idle(marks, at, words, talk)}
    is_clear = any(mark.section in _SUBJECTS or mark.is_of("ask", *_ASKED) for mark in marks)
    phrases = _phrases(marks, idle)
    named = {at for at, each in enumerate(phrases) if not is_clear or _is_name(marks, each, words)}
    named |= _apart(marks, phrases) | {
        at for at in range(len(phrases)) if _is_paid(marks, phrases[at])
    }
    named |= _beside_names(marks, phrases)
    named -= {at for at in named if _is_purpose(marks, phrases, at, named)}
    if any(mark.is_of("measure", *_OF_PEOPLE) or _is_settled(mark) for mark in marks):
        named = _debtor(marks, phrases, named)
    said = [_POSSESSIVE.sub("", " ".join(marks[at].text for at in each)) for each in phrases]
    about = tuple(each for at, each in enumerate(said) if at in named)
    loose = tuple(each for at, each in enumerate(said) if at not in named)
    return Unknown(about, loose, tuple(marks[at].text for at in sorted(idle)))


def _apart(marks: Sequence[Mark], phrases: Sequence[Sequence[int]]) -> set[int]:
    """Give the phrases that stand side by side with "or", "vs" between: both are names."""
    found: set[int] = set()
    for at in range(len(phrases) - 1):
        between = marks[phrases[at][-1] + 1 : phrases[at + 1][0]]
        if is_apart(between):
            found |= {at, at + 1}
    return found


def _beside_names(marks: Sequence[Mark], phrases: Sequence[Sequence[int]]) -> set[int]:
    """Give the phrases that "and" joins to a known name: they are names, too."""
    found: set[int] = set()
    for at in range(len(phrases) - 1):
        one, other = phrases[at], phrases[at + 1]
        between = marks[one[-1] + 1 : other[0]]
        is_joined = len(between) == 1 and between[0].is_of("joiner", "and")
        if is_joined and {marks[one[-1]].section, marks[other[0]].section} == {"name", "word"}:
            found |= {at, at + 1}
    return found


def _is_settled(mark: Mark) -> bool:
    """Tell whether somebody is said to have settled: what for is no name beside his."""
    return mark.section == "measure" and fold(mark.text).startswith(_SETTLED)


def _is_paid(marks: Sequence[Mark], phrase: Sequence[int]) -> bool:
    """Tell whether a question of payments begins with whom: "Бондаренку за монтажі скільки…"."""
    after = marks[phrase[-1] + 1] if phrase[-1] + 1 < len(marks) else marks[-1]
    is_head = phrase[0] == 0 and marks[0].text[0].isupper()
    is_asked = fold(after.text) in _FOR or after.is_of("ask", "how_much")
    return is_head and is_asked and any(mark.is_of("measure", *_MOVED) for mark in marks)


def is_apart(between: Sequence[Mark]) -> bool:
    """Tell whether words hold what is before them against what is after: "or", "vs"."""
    is_held = any(mark.is_of("ask", "against") or fold(mark.text) in OR for mark in between)
    return is_held and all(
        mark.section in _BETWEEN or mark.is_of("ask", "against") for mark in between
    )


def _is_purpose(
    marks: Sequence[Mark], phrases: Sequence[Sequence[int]], at: int, named: Container[int]
) -> bool:
    """Tell whether a word only says what the answer is for: "for a meeting with the agency"."""
    first = phrases[at][0]
    if any(_looks_named(marks, each) for each in phrases[at]):
        return False
    before = [fold(mark.text) for mark in marks[max(0, first - 2) : first]]
    is_led = len(before) == 2 and before[0] == "for" and before[1] in _ONE  # a pair
    is_told = any(mark.section in _NAMED_BESIDE for mark in marks[:first])
    if is_led and is_told:
        return True
    is_after = at > 0 and at - 1 in named and phrases[at - 1][-1] >= first - 3
    return is_after and before[-2:-1] == ["with"] and _is_purpose(marks, phrases, at - 1, named)


def _debtor(marks: Sequence[Mark], phrases: Sequence[Sequence[int]], named: set[int]) -> set[int]:
    """Give the one who owes or is owed: the likeliest name; what it is owed for is left out."""
    if len(phrases) < 2 or len(named) > 1:  # one may be a name
        free = set(range(len(phrases))) if len(phrases) == 1 else named
        told = {at for at in free if not _is_led_by(marks, phrases[at], _FOR)}
        return told if len(told) == 1 else free
    return named or {0}


def _is_led_by(marks: Sequence[Mark], phrase: Sequence[int], words: Container[str]) -> bool:
    before = [
        fold(mark.text) for mark in marks[: phrase[0]] if mark.text.casefold() not in _SKIPPED
    ]
    return bool(before) and before[-1] in words


def _phrases(marks: Sequence[Mark], idle: Container[int]) -> list[list[int]]:
    """Give the places of words that follow each other, but for idle ones."""
    phrases: list[list[int]] = []
    for at, mark in enumerate(marks):
        if mark.section not in _SECTIONS or at in idle:
            continue
        if phrases and phrases[-1][-1] == at - 1 and not _is_other(mark, marks[at - 1]):
            phrases[-1].append(at)
        else:
            phrases.append([at])
    return phrases


def _is_other(mark: Mark, before: Mark) -> bool:
    """Tell whether one of two words is a name of the team's, and the other none of the same."""
    is_of_team = mark.value.startswith(PERSON) or before.value.startswith(PERSON)
    return is_of_team and mark.value != before.value


def _is_idle(marks: Sequence[Mark], at: int, words: QuestionWords, talk: Container[int]) -> bool:
    mark = marks[at]
    if _is_done(marks, at):
        return True
    if at in talk and mark.section == "word" and mark.text.islower():
        return True
    is_lower = mark.section == "word" and mark.text.islower()
    is_verb_like = is_lower and fold(mark.text).endswith(words.endings)
    return is_verb_like and not _is_led(marks, at, words)


def _is_done(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a verb only says what is done so often: "сколько раз ходили на мойку"."""
    mark, before = marks[at], marks[at - 1] if at else marks[at]
    is_often = before.is_of("ask", "count") and fold(before.text).split()[-1] in _TIMES
    is_lower = mark.section == "word" and mark.text.islower()
    is_thing = any(each.section in {"category", "spec"} for each in marks[at + 1 :])
    return is_often and is_lower and is_thing


def _is_name(marks: Sequence[Mark], phrase: Sequence[int], words: QuestionWords) -> bool:
    first, last = phrase[0], phrase[-1]
    if any(_looks_named(marks, at) for at in phrase) or _is_led(marks, first, words):
        return True
    beside = [marks[at] for at in (first - 1, last + 1) if 0 <= at < len(marks)]
    after = last + 1
    while after < len(marks) and marks[after].section == "filler":
        after += 1
    is_payer = after < len(marks) and marks[after].is_of("measure", *_PAYING)
    if first == 0 and _is_receiver(marks, last + 1):
        return True
    if _is_shared(marks, first, last):
        return True
    return is_payer or any(mark.section in _NAMED_BESIDE for mark in beside)


def _is_shared(marks: Sequence[Mark], first: int, last: int) -> bool:
    """Tell whether words stand between a share and its whole: "частка теплодіму в закупівлях".

    So they do at the end: "what share of purchases is teplodim".
    """
    led, after = marks[max(0, first - 2) : first], marks[last + 1 : last + 3]
    if any(mark.is_of("shape", "share") for mark in led):
        return bool(after) and after[-1].section == "measure"
    is_share = any(mark.is_of("shape", "share") for mark in marks[:first])
    return is_share and bool(led) and fold(led[-1].text) in _IS


def _is_receiver(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether somebody is said to have got wages: "коваленко отримала зарплату"."""
    is_got = at < len(marks) and fold(marks[at].text).startswith(RECEIVES)
    is_wages = any(mark.value in _WAGES for mark in marks if mark.section == "category")
    return is_got and (is_wages or any(mark.is_of("measure", "staff") for mark in marks))


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
