"""Tell what is said to lie in a safe, a box or a drawer: it is counted there, nothing moved."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_AT_REST = (
    "сейфі", "сейфе", "скриньці", "шухляді", "коробці", "коробочці", "гаманці", "конверті",
    "ящику", "ящичку", "касі", "скарбничці", "банці", "шкатулці", "папці", "ящике", "ящичке",
    "коробке", "коробочке", "кошельке", "конверте", "кассе", "шкатулке", "копилке", "банке",
    "папке", "тумбочке", "тумбочці", "столі", "столе", "кишені", "кармане",
)  # fmt: skip
"""Where something lies, as its case ending says; "у сейф" is where it goes."""
_NAMED = (
    "сейф", "скринька", "шухляда", "коробка", "гаманець", "конверт", "ящик", "каса", "касса",
    "кошелек", "шкатулка", "копилка", "скарбничка",
)  # fmt: skip
"""What holds, named first: "сейф: 45 000 станом на вечір"."""
_ENGLISH = frozenset(
    "safe drawer box tin wallet envelope till register purse cashbox strongbox lockbox kassa jar"
    " pouch float".split()
)
_HELD = (
    "зараз", "сейчас", "now", "лежит", "лежать", "лежат", "залишилос", "залишаєт", "залишок",
    "залишк", "лишилос", "лишаєт", "осталос", "остает", "остаёт", "остаток", "остатк", "тримаємо",
    "тримаю", "держим", "держу", "has", "have", "holds", "hold", "held", "contains", "left",
    "there's", "theres", "is", "are", "sitting", "sits", "станом", "состояни", "moment", "as of",
    "currently", "current", "стоїть", "маємо", "є", "есть", "наявн", "налич", "ранок", "ранку",
    "утро", "утру", "вечір", "вечер", "було", "было", "was", "were", "рівно", "ровно", "exactly",
    "разом", "всього", "всего", "keep", "keeping", "morning", "tonight", "today", "remain",
    "remains", "remaining", "there", "момент", "tonight's", "імеєм", "имеем", "імеется",
    "имеется", "наліч", "хранится", "зберігається", "нині", "тепер", "теперь", "пока", "поки",
    "сьогодні", "сегодня", "порахувала", "порахував", "посчитала", "посчитал", "пересчитала",
    "пересчитал", "перерахувала", "counted",
)  # fmt: skip
_WHOLE_HELD = frozenset(word for word in _HELD if len(word) <= 3)  # "is", "є"
_STEMS_HELD = tuple(word for word in _HELD if len(word) > 3)
_BESIDE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.BALANCE,
        SpanKind.CASH,
        SpanKind.COMMON,
        SpanKind.CURRENCY,
        SpanKind.DATE,
        SpanKind.DATE_WORD,
        SpanKind.JOINER,
        SpanKind.PERSON,
        SpanKind.PREPOSITION,
        SpanKind.PUNCTUATION,
        SpanKind.QUESTION,
        SpanKind.TIME,
        SpanKind.UNIT,
        SpanKind.CHANGE,
        SpanKind.VAGUE,
    }
)
_OF_CASH = frozenset(
    "готівки налички нала налічки грошей денег наличных наличных cash money нал".split()
)
_NOW = frozenset("зараз сейчас now moment currently have маємо имеем нині тепер теперь".split())
"""Beside these "готівки" and "cash" tell what there is."""
_OFF = (
    "менш", "меньш", "більш", "больш", "less", "more", "брак", "вистач", "хват", "missing",
    "short", "lack", "over", "under", "зайв", "лишн", "extra", "мінус", "минус", "плюс", "plus",
    "minus", "хвата",
)  # fmt: skip
"""What says that a till is off, which is money short or over."""
_STILL = frozenset({"пока", "поки", "still", "досі", "покищо"})
_LIES = frozenset({"лежит", "лежить", "lies", "sits", "висит", "висить", "here"})
_UNKNOWN_MAX = 1
_NEAR = 3


@woken_by(*_AT_REST, *_NAMED, words=_ENGLISH, kinds=(SpanKind.CASH,))
def is_told_to_lie(spans: Sequence[Span]) -> bool:
    """Tell whether one sum is said to be in something that holds money, and nothing else is."""
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_put_in = any(span.value == "owner_contribution" for span in spans)
    if len(amounts) != 1 or amounts[0].sign or is_put_in:
        return False
    holders = [at for at in range(len(spans)) if _is_holder(spans, at)]
    if not holders:
        return False
    held = [at for at, span in enumerate(spans) if at not in holders and _is_held(span)]
    others = [it for at, it in enumerate(spans) if at not in holders and at not in held]
    if any(word.startswith(_OFF) for span in spans for word in span.folded.split()):
        return False  # "у касі на 15 менше", "till was short 40"
    unknown = [span for span in others if span.kind is SpanKind.WORD]
    if not all(span.kind in _BESIDE or _is_unread(span) for span in others):
        return False
    if len(unknown) > _UNKNOWN_MAX or any(span.text[0].isupper() for span in unknown):
        return False
    return bool(held) or any(_is_at_rest(spans[at]) for at in holders)


@woken_by(words=_STILL)
def is_deposit_kept(spans: Sequence[Span]) -> bool:
    """Tell whether what was paid ahead is only said to lie there: "завдаток 1000 поки лежить"."""
    words = {word for span in spans for word in _words(span)}
    is_ahead = any(span.value in _AHEAD for span in spans)
    is_kept = not words.isdisjoint(_STILL) and not words.isdisjoint(_LIES)
    is_one = sum(span.kind is SpanKind.AMOUNT for span in spans) == 1
    return is_ahead and is_kept and is_one and not any(it.kind in _DONE for it in spans)


_AHEAD = frozenset({"customer_prepayment", "salary_advance"})
_DONE = frozenset({SpanKind.VERB, SpanKind.SIGN_WORD})


def _is_unread(span: Span) -> bool:
    return span.kind is SpanKind.WORD or (span.kind is SpanKind.ROLE and span.value in _TILLS)


_TILLS = frozenset({"till", "safe"})


def _words(span: Span) -> list[str]:
    return span.text.lower().replace("’", "'").split()


def _is_at_rest(span: Span) -> bool:
    return any(word in _AT_REST for word in _words(span))


_IN = frozenset({"в", "у", "на", *_AT_REST})


def _is_holder(spans: Sequence[Span], at: int) -> bool:
    span = spans[at]
    if _is_at_rest(span):
        is_in = _words(span)[0] in _IN
        return is_in or span.kind is not SpanKind.THING  # "справка в банке 50"
    words = _words(span)
    if not words:  # a line's end
        return False
    is_bought = span.kind is SpanKind.PURPOSE and words[-1] not in _ENGLISH
    if any(word in _ENGLISH for word in words) and not is_bought:
        before = [it.folded for it in spans[max(0, at - _NEAR) : at]]
        return not {"into", "to", "from"} & {*before, *words}
    if span.kind is SpanKind.CASH and words[-1] in _OF_CASH:
        return any(word in _NOW for it in spans for word in _words(it))
    is_led = at > 0 and spans[at - 1].kind is SpanKind.PREPOSITION
    return not is_led and words[0] in _NAMED and len(words) == 1


def _is_held(span: Span) -> bool:
    if span.kind is SpanKind.AMOUNT:
        return False
    words = _words(span)
    return any(word in _WHOLE_HELD or word.startswith(_STEMS_HELD) for word in words)
