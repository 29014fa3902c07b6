"""Tell a list of what is to be done, bought or brought: "Купить: скотч 5 шт, маркеры 10"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_AHEAD = (
    "todo", "to do", "to-do", "to buy", "to get", "to order", "to bring", "to pay", "to call",
    "shopping list", "wish list", "wishlist", "plan", "plans", "price list", "prices", "reminder",
    "for tomorrow", "tomorrow", "need", "needed", "купити", "докупити", "замовити", "заплатити",
    "оплатити", "взяти", "завезти", "зробити", "план", "плани", "прайс", "ціни", "заявки",
    "заявка", "список покупок", "на завтра", "нагадування", "треба", "потрібно", "купить",
    "докупить", "заказать", "заплатить", "оплатить", "взять", "сделать", "планы", "цены",
    "напоминание", "надо", "нужно",
)  # fmt: skip
_WRITING = ("запис", "запиш", "занес", "внес", "допис", "write", "note", "record", "log", "enter")
_DONE = frozenset({SpanKind.CASH, SpanKind.TOTAL})
_OPENING_MAX = 5


@woken_by(*_AHEAD)
def is_list_ahead(spans: Sequence[Span]) -> bool:
    """Tell whether a heading says that what follows is still to be done, and nothing was."""
    end = next((at for at, span in enumerate(spans) if _ends_heading(span)), -1)
    heading = spans[: max(end, 0)]
    if not 0 < len(heading) <= _OPENING_MAX or any(span.number is not None for span in heading):
        return False
    if any(span.kind in _DONE or _has_acted(span) for span in spans):
        return False
    if any(word.startswith(_WRITING) for span in heading for word in span.text.lower().split()):
        return False  # "надо записать: курьеру 300" was done
    said = " ".join(span.text.lower() for span in heading)
    return any(f" {said} ".find(f" {word} ") >= 0 for word in _AHEAD)


def _ends_heading(span: Span) -> bool:
    return span.text == ":" or span.kind is SpanKind.NEWLINE


def _has_acted(span: Span) -> bool:
    return span.kind is SpanKind.VERB and span.value != "unsure"
