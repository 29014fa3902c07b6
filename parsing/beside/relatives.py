"""Quieten a clause that only says which thing or who: "the 500 that he took for fittings"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CLAUSE_ENDS = frozenset({",", ".", ";", "!"})
_THAT = frozenset({"що", "что", "шо", "that", "which", "who", "what"})
_HE = frozenset({"self", "other_person"})
_RELATIVE_REACH = 3
"""So far behind "which" the verb of its clause may stand."""


@woken_by(words=_THAT, values=("relative", "buy", *_HE))
def with_quiet_relatives(line: list[Span]) -> list[Span]:
    """Let the verb of "that he took for fittings" not be taken for what happened."""
    quiet: list[Span] = []
    since, is_aside = -1, False
    for at, span in enumerate(line):
        if (
            span.value == "relative"
            or _is_that_of_a_clause(line, at)
            or _is_he_after_a_thing(line, at)
        ):
            since = at
        is_aside = (since == at or is_aside) and span.text not in _CLAUSE_ENDS
        is_near = since >= 0 and at - since <= _RELATIVE_REACH
        if is_aside and span.kind in {SpanKind.DATE, SpanKind.DATE_WORD}:
            # When something else happened: "що клієнт заплатив у вівторок".
            span = replace(span, kind=SpanKind.COMMON)  # noqa: PLW2901 - the span goes on as what it is now
        is_noun = span.value == "buy" and at > 0 and line[at - 1].kind is SpanKind.PREPOSITION
        if span.kind is SpanKind.GOODS and is_aside and _is_said_of_him(line, since):
            span = replace(span, kind=SpanKind.COMMON)  # noqa: PLW2901 - the span goes on as what it is now
        if span.kind is SpanKind.NAME and is_aside and since == at - 1:
            span = replace(span, value="aside")  # noqa: PLW2901 - the span goes on as what it is now
        if (span.kind in {SpanKind.VERB, SpanKind.PERSON} and is_near) or is_noun:
            span = replace(span, kind=SpanKind.COMMON)  # noqa: PLW2901 - the span goes on as what it is now
        quiet.append(span)
    # Where nothing else was done, "note the 2 500 that I gave Ihor" tells the thing itself.
    return quiet if _acts(quiet) or not _acts(line) else list(line)


def _is_said_of_him(line: Sequence[Span], since: int) -> bool:
    """Tell whether a clause only says who is meant: "Мурад, що труби возить, взяв за рейс"."""
    who = line[since - 2] if since > 1 and line[since - 1].text == "," else None
    is_who = who is not None and who.kind in {SpanKind.NAME, SpanKind.ROLE}
    end = next((at for at in range(since, len(line)) if line[at].text in _CLAUSE_ENDS), -1)
    return is_who and end > 0 and not any(it.kind is SpanKind.AMOUNT for it in line[since:end])


def _acts(line: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.VERB for span in line)


def _is_that_of_a_clause(line: Sequence[Span], at: int) -> bool:
    """Tell whether a question word only opens a clause: "…, що ми їм позичали"."""
    if line[at].folded not in _THAT or at < 1 or at + 1 >= len(line):
        return False
    if all(span.kind in _OPENING for span in line[:at]):
        return False  # "запиши что я в среду …" tells the thing itself
    is_before_him = line[at + 1].kind is SpanKind.PERSON
    is_of_thing = line[at - 1].kind in _THINGS | {SpanKind.ROLE, SpanKind.NAME}
    before = line[max(0, at - _RELATIVE_REACH) : at]
    is_of_thing = is_of_thing or any(span.value == "debt" for span in before)
    is_question = line[at].kind is SpanKind.QUESTION
    if line[at].folded == "what":
        return line[at - 1].folded in {"of", "from"}  # "the rest of what I gave him"
    return is_before_him or is_of_thing or (is_question and line[at - 1].text == ",")


_OPENING = frozenset({SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.QUESTION, SpanKind.NAME})
_THINGS = frozenset(
    {SpanKind.AMOUNT, SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.CASH}
)


def _is_he_after_a_thing(line: Sequence[Span], at: int) -> bool:
    """Tell whether "the 500 he took" only tells which: he stands right after the thing."""
    is_he = line[at].kind is SpanKind.PERSON and line[at].value in _HE
    if is_he and _is_he_of_before(line, at):
        return True
    if not is_he or at == 0 or line[at - 1].kind not in _THINGS or at + 1 >= len(line):
        return False
    others = [span for place, span in enumerate(line) if place != at + 1]
    return line[at + 1].kind is SpanKind.VERB and any(
        span.kind is SpanKind.VERB for span in others
    )


def _is_he_of_before(line: Sequence[Span], at: int) -> bool:
    """Tell whether ", he bought it last week" tells of another time than what was done."""
    is_after = at > 0 and line[at - 1].text == "," and line[at].value == "other_person"
    is_bought = at + 1 < len(line) and line[at + 1].value == "buy"
    done = any(span.value == "give_back" for span in line[:at])
    return is_after and is_bought and done
