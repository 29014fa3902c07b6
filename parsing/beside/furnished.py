"""Tell what a shop buys to furnish itself from what it buys to sell: "bought two chairs"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_FURNISHINGS = (
    "chair", "armchair", "stool", "table", "shelf", "shelves", "wardrobe", "sofa", "couch",
    "mirror", "rug", "curtain", "blanket", "pillow", "microwave", "toaster", "teapot", "fridge",
    "plate", "knife", "knives", "thermos", "blender", "coffee m", "headphone", "phone case",
    "power bank", "powerbank", "usb", "flowerpot", "flower pot", "plant pot", "watering can",
    "стіл", "стол", "столик", "стільц", "стульч", "стул", "шаф", "шкаф", "крісл", "кресл", "диван",
    "комод", "полич", "дзеркал", "зеркал", "килим", "ковер", "ковр", "ковдр", "одеял", "подуш",
    "плед", "мікрохвил", "микроволн", "тостер", "холодильн", "тарілк", "тарелк", "миск",
    "каструл", "кастрюл", "сковор", "ніж", "нож", "термос", "блендер", "кавомаш", "кофемаш",
    "ноутбук", "ноут", "планшет", "навушн", "наушник", "павербанк", "повербанк", "зарядк",
    "табурет", "горня", "кружк", "чашк", "сервіз", "сервиз", "пилосос", "пылесос", "праск",
    "утюг", "пральк", "стиралк", "вентилятор", "годинник", "часы", "ваз", "парасол", "зонт",
)  # fmt: skip
"""What stands in a shop itself, though a shop of another trade sells it."""
_TREATS = (
    "cake", "pastr", "croissant", "pie", "bread", "bun", "fruit", "cheese", "sausage", "торт",
    "тістеч", "пирожн", "круасан", "круассан", "булоч", "пиріж", "пирожк", "хліб", "хлеб", "фрукт",
    "сир", "сыр", "ковбас", "колбас", "сік", "сок", "juice", "вино", "wine", "пиво", "beer",
    "шоколад", "chocolat", "окуляр", "очки", "glasses", "tablet", "пластин", "кросів", "кросов",
    "лопат", "граб", "shovel", "rake",
)  # fmt: skip
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_OWN = frozenset({"office_household", "other_expense"})
_TRADED = frozenset({SpanKind.GOODS, SpanKind.ORDER, SpanKind.FIRM, SpanKind.NAME})
_ELSEWHERE = frozenset({"supplier_goods", "customer", "supplier"})
_PAIR = 2


@woken_by(values=("buy",))
def with_furnishings(line: list[Span]) -> list[Span]:
    """Let furniture and kitchen things that were bought be for the shop itself."""
    if any(span.value in _ELSEWHERE or span.value == "sell" for span in line):
        return line
    is_bought = any(span.kind is SpanKind.VERB and span.value == "buy" for span in line)
    traded = [at for at, span in enumerate(line) if span.kind in _TRADED]
    if is_bought and traded and all(_is_furnishing(line[at]) for at in traded):
        for at in traded:
            line[at] = replace(line[at], kind=SpanKind.THING, value="office_household")
    return line


@woken_by(values=_OWN)
def with_pairs_of_own(line: list[Span]) -> list[Span]:
    """Let a thing be for the shop as the one it is told with: "coffee and croissants"."""
    if any(span.value in _ELSEWHERE or span.value == "sell" for span in line):
        return line
    for at in range(len(line) - _PAIR):
        first, joiner, second = line[at : at + _PAIR + 1]
        is_joined = joiner.kind is SpanKind.JOINER or joiner.text == ","
        if is_joined and _is_own(first) and _is_like_own(second):
            line[at + _PAIR] = replace(second, kind=first.kind, value=first.value)
        elif is_joined and _is_own(second) and _is_like_own(first):
            line[at] = replace(first, kind=second.kind, value=second.value)
    return line


def _is_own(span: Span) -> bool:
    return span.kind in _NAMED and span.value in _OWN


def _is_like_own(span: Span) -> bool:
    is_like = span.folded.startswith((*_FURNISHINGS, *_TREATS))
    return span.kind is SpanKind.GOODS and is_like


def _is_furnishing(span: Span) -> bool:
    return span.kind is SpanKind.GOODS and span.folded.startswith(_FURNISHINGS)


BY_FURNITURE = (with_furnishings, with_pairs_of_own)
"""The rules of this room, in the order in which they read a line."""
