"""What can be learned from a message whose meaning people have settled."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ledger.cash import CASH_RULES
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text, fold
from parsing.memory.memory import AMOUNTS_MAX, Remembered, ShopMemory, memory_key
from parsing.operation.clues import gather_clues
from parsing.operation.parties import find_parties
from parsing.reading import CashDraft, Missing

_WORD_MIN = 3
_TAUGHT_TOGETHER_MAX = 3
"""Of more unknown words than this none is known to be what it was about."""
_ANY_DAY = dt.date(2000, 1, 1)
"""What words mean does not depend on the day."""
_TAUGHT_BY = frozenset({Missing.CATEGORY, Missing.DIRECTION, Missing.COUNTERPARTY})
_MISLEADING = frozenset({SpanKind.THING, SpanKind.FIRM, SpanKind.GOODS, SpanKind.BRAND})
_NAMES = frozenset({"person", "surname"})


def lessons_of(
    text: str,
    filed: CashDraft,
    told: AbstractSet[Missing],
    *,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> tuple[Remembered, ...]:
    """Give what the shop's memory should hold from now on, the changed facts only.

    One unknown word is taught at once. Of a few, each may be what it was about: they are used
    as the likely answer until somebody confirms one of them.

    Args:
        text: what was typed first.
        filed: the operation as it was filed in the end.
        told: what people said themselves: answered, corrected or confirmed.
        lexicon: the words of all languages.
        memory: what is remembered up to now.
    """
    if not told & _TAUGHT_BY:
        return ()
    spans = annotate(clean_text(text), today=_ANY_DAY, lexicon=lexicon)
    clues = gather_clues(spans, lexicon, memory)
    parties = [party for party in find_parties(clues) if party.role in _NAMES]
    names = {party.span.start: party.span for party in parties}
    words = [span for span in spans if span.start not in names and _is_open(span)]
    if told & {Missing.CATEGORY, Missing.DIRECTION}:
        taught = _teaching(spans, words, list(names.values()), filed)
        return _facts(taught, filed, told, names.keys(), memory)
    return _nicknames(words, filed, memory)


def _is_open(span: Span) -> bool:
    """Tell whether a word has no meaning of its own yet."""
    return span.kind is SpanKind.WORD and len(span.folded) >= _WORD_MIN and span.text.isalpha()


def _teaching(
    spans: Sequence[Span], words: Sequence[Span], names: Sequence[Span], filed: CashDraft
) -> Sequence[Span]:
    """Choose the words that the lesson is about.

    Words that nobody knew come first; else those that spoke for something else; else names.
    """
    if filed.category is None or _speaks_for_it(spans, filed):
        return ()
    misleading = [span for span in spans if span.kind in _MISLEADING]
    taught = words or misleading or names
    alone = {memory_key(fold(span.text)): span for span in taught}
    return tuple(alone.values()) if len(alone) <= _TAUGHT_TOGETHER_MAX else ()


def _speaks_for_it(spans: Sequence[Span], filed: CashDraft) -> bool:
    """Tell whether the words of the lexicon say as much already."""
    naming = {SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM}
    return any(span.kind in naming and span.value == filed.category for span in spans)


def _facts(
    taught: Sequence[Span],
    filed: CashDraft,
    told: AbstractSet[Missing],
    names: AbstractSet[int],
    memory: ShopMemory,
) -> tuple[Remembered, ...]:
    is_two_way = filed.category is not None and len(CASH_RULES[filed.category].directions) > 1
    direction = filed.direction if Missing.DIRECTION in told and is_two_way else None
    found = []
    for span in taught:
        new = Remembered(
            fold(span.text),
            category=filed.category,
            direction=direction,
            counterparty=span.text if span.start in names else None,
            is_shared=len(taught) > 1,
            amounts=() if filed.amount is None else (filed.amount,),
        )
        found.append(_after(memory.find(fold(span.text)), new))
    return tuple(found)


def _nicknames(
    words: Sequence[Span], filed: CashDraft, memory: ShopMemory
) -> tuple[Remembered, ...]:
    """Learn who is meant by the one word that nobody knew."""
    if len(words) != 1 or filed.counterparty is None:
        return ()
    word = fold(words[0].text)
    known = memory.find(word) or Remembered(word)
    return (replace(known, counterparty=filed.counterparty),)


def _after(known: Remembered | None, new: Remembered) -> Remembered:
    """Join a lesson with what was known: the same again makes it sure, another one doubtful."""
    if known is None:
        return new
    amounts = (*known.amounts, *new.amounts)[-AMOUNTS_MAX:]
    counterparty = known.counterparty or new.counterparty
    if known.category is None or known.category is new.category:
        return replace(
            known,
            category=new.category,
            direction=new.direction or known.direction,
            counterparty=counterparty,
            times=known.times + 1,
            amounts=amounts,
        )
    return replace(new, word=known.word, counterparty=counterparty, is_shared=True)
