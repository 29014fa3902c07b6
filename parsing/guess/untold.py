"""See that no word says what a sum was for: what is likely there is a guess at random."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind

_HANDING = frozenset({"give", "pay", "put_in", "take", "bring", "move", "carry", "deposit"})
_NAMING_NOTHING = frozenset(
    {
        *(SpanKind.AMOUNT, SpanKind.CURRENCY, SpanKind.MULTIPLIER, SpanKind.CASH),
        *(SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.TIME, SpanKind.BALANCE),
        *(SpanKind.PERSON, SpanKind.COMMON, SpanKind.PREPOSITION, SpanKind.JOINER),
        *(SpanKind.PUNCTUATION, SpanKind.NEWLINE),
    }
)


_ANYBODY = (
    "мужик", "мужчин", "чолов", "жінк", "жінц", "женщин", "дядьк", "тітк", "тітц", "тетк", "тетк",
    "хлоп", "пацан", "парн", "дівчин", "девушк", "бабус", "бабк", "дід", "the lady", "lady",
    "the guy", "guy", "man", "the man", "woman", "the woman", "bloke", "chap", "lad", "the lad",
    "lads", "the lads", "guys", "the guys",
)  # fmt: skip
"""Who may be a customer, or anybody who did something for the shop."""


def is_to_anybody(spans: Sequence[Span]) -> bool:
    """Tell whether somebody got a sum and no word says what for: "віддав мужику 700"."""
    people = [span for span in spans if span.kind is SpanKind.ROLE]
    if len(people) != 1 or not people[0].folded.startswith(_ANYBODY):
        return False
    others = [span for span in spans if span.kind is not SpanKind.ROLE]
    verbs = [span for span in others if span.kind is SpanKind.VERB]
    is_given = len(verbs) == 1 and verbs[0].value in {"give", "pay"}
    is_bare = all(span.kind in _NAMING_NOTHING or span.kind is SpanKind.VERB for span in others)
    return is_given and is_bare and spans.index(people[0]) > spans.index(verbs[0])


_BARE_SUM = frozenset(
    {SpanKind.SIGN_WORD, SpanKind.AMOUNT, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.DATE}
)
_FLOATS = frozenset({"for_float"})
_OWN = ("own", "свої", "своїх", "свои", "своих", "власн", "особист", "личн")
"""Whose own money it was tells what for."""


_SIGNED = frozenset(
    {SpanKind.AMOUNT, SpanKind.CURRENCY, SpanKind.DATE, SpanKind.PUNCTUATION, SpanKind.SIGN_WORD}
)


def names_nothing(spans: Sequence[Span]) -> bool:
    """Tell whether money was only handed over: "gave them 700 as agreed", "put 900 in the till".

    Who "they" are and what it was for no word says: what is likely there is a guess at random.
    """
    if all(span.kind in _BARE_SUM or span.kind is SpanKind.PUNCTUATION for span in spans):
        return True  # "плюс 800"
    if _names_only_somebody(spans):
        return True
    verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
    if any(word.startswith(_OWN) for span in spans for word in span.folded.split()):
        return False
    if sum(span.value == "till" for span in spans) > 1 or any(it.value in _FLOATS for it in spans):
        return False  # from one till to another
    if all(span.kind in _SIGNED for span in spans):
        return True  # "плюс 800"
    return (
        bool(verbs)
        and verbs <= _HANDING
        and all(
            span.kind in _NAMING_NOTHING or span.kind is SpanKind.VERB or span.value == "till"
            for span in spans
        )
    )


def _names_only_somebody(spans: Sequence[Span]) -> bool:
    """Tell whether only a name stands beside the sum: "Bondar 2600 cash"."""
    who = [span for span in spans if span.kind in {SpanKind.NAME, SpanKind.WORD}]
    others = [span for span in spans if span not in who]
    is_name = bool(who) and len(who) <= _NAME_AND_FAMILY
    is_name = is_name and all(span.text[0].isupper() for span in who)
    return is_name and all(span.kind in _BARE_SUM or span.text == "," for span in others)


_NAME_AND_FAMILY = 2
