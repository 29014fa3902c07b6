"""Read what is given to please: "a box of sweets for the notary" is no packaging and no fee."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import is_bare_whole

_CONTAINERS = (
    "box", "bag", "bottle", "jar", "pack", "packet", "коробк", "коробоч", "пакет", "пляшк",
    "бутилк", "бутылк", "банк", "упаковк", "набір", "набор", "korobk",
)  # fmt: skip
_PRESENTS = (
    "sweet", "chocolate", "candy", "candies", "cognac", "whisky", "whiskey", "wine", "champagne",
    "bouquet", "flower", "cake", "present", "gift", "цукерк", "шоколад", "коньяк", "віскі", "вино",
    "шампанськ", "букет", "квіт", "торт", "тістеч", "подарун", "гостин", "конфет", "виски",
    "шампанск", "цвет", "пирожн", "подар", "гостинец", "сувенір", "сувенир", "brandy", "perfume",
    "rose", "троянд", "розочк", "prosecco", "tulip", "тюльпан", "mimosa", "мімоз", "мимоз",
    "гвоздик",
)  # fmt: skip
_ROSES = frozenset("роз роза розы розу розам розами".split())
"""No stem: many a word that has nothing of a rose begins so, "розпилили" and "розмінна" too."""
_ONLY_PRESENTS = ("тюльпан", "tulip", "мімоз", "мимоз", "гвоздик", "букет", "bouquet", "троянд")
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.WORD})
_FOR = frozenset({"for", "for_whom", "to", "на"})
_RECEIVERS = frozenset({SpanKind.ROLE, SpanKind.PURPOSE, SpanKind.THING, SpanKind.WORD})
_WHO_STAYS = frozenset({"staff", "courier"})
"""Whom the shop pays for nothing else that is called so."""
_OF = frozenset({"of", "з", "с"})
_OF_REACH = 3
_CARRIERS = frozenset({"courier", "loader"})
_PACKAGING = "packaging_supplies"


@woken_by(*_CONTAINERS, *_PRESENTS, words=_ROSES, values=(_PACKAGING,))
def with_gifts(line: list[Span]) -> list[Span]:
    """Let a box of sweets be sweets, and whom they are for no fee, rent or goods."""
    told = _with_boxes_of(line)
    at = next((it for it, span in enumerate(told) if _is_present(span)), -1)
    if at < 0 or any(span.kind is SpanKind.VERB and span.value == "sell" for span in told):
        return told
    # "Хлопцям за розвантаження" is no rose: who stands before it gets what only is a present.
    before = range(at) if told[at].folded.startswith(_ONLY_PRESENTS) else ()
    who = next((it for it in (*range(at + 1, len(told)), *before) if _is_receiver(told, it)), -1)
    if who < 0:
        return told
    if told[at].kind is not SpanKind.PURPOSE or told[at].value != "other_expense":
        told[at] = replace(told[at], kind=SpanKind.PURPOSE, value="other_expense")
    if told[who].value == "customer":
        return [*told[:who], *told[who + 1 :]]  # who gets a present pays nothing
    while who < len(told) and told[who].value not in _WHO_STAYS and _is_receiver(told, who):
        told[who] = replace(told[who], kind=SpanKind.COMMON, value="common")
        who += 1  # "податковій інспекторці"
    return told


def _with_boxes_of(line: Sequence[Span]) -> list[Span]:
    """Let a box be only what something is in: "box of sweets", "коробка цукерок"."""
    told = list(line)
    is_carried = any(it.kind is SpanKind.ROLE and it.value in _CARRIERS for it in line)
    for at, span in enumerate(line):
        is_counted = at > 0 and line[at - 1].number is not None
        if is_carried and is_counted and span.value == _PACKAGING:
            told[at] = replace(span, kind=SpanKind.COMMON, value="common")
            continue
        is_box = span.kind in _NAMED and span.folded.startswith(_CONTAINERS)
        if not is_box or " " in span.text:
            continue
        after = [it for it in line[at + 1 : at + 1 + _OF_REACH] if not _is_of_what(it)]
        is_of = bool(after) and (_is_present(after[0]) or _is_held(span, after[0]))
        if is_of:
            count = told[at - 1] if at else span
            if count.kind is SpanKind.AMOUNT and is_bare_whole(count):
                told[at - 1] = replace(count, kind=SpanKind.QUANTITY)
            told[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return told


def _is_of_what(span: Span) -> bool:
    """Tell whether it stands between a box and what is in it: "коробка латексных перчаток"."""
    is_describing = span.kind is SpanKind.WORD and span.folded.endswith(_DESCRIBING)
    return span.folded in _OF or is_describing


_DESCRIBING = ("их", "ых", "ого", "ої", "ой")


def _is_held(box: Span, ware: Span) -> bool:
    """Tell whether a box holds another thing: "две коробки саморезов"."""
    is_ware = ware.kind in _NAMED and ware.kind is not SpanKind.WORD
    return is_ware and box.value == _PACKAGING and ware.value != _PACKAGING


def _is_present(span: Span) -> bool:
    return span.kind in _NAMED and (span.folded.startswith(_PRESENTS) or span.folded in _ROSES)


def _is_called_gift(told: Sequence[Span]) -> bool:
    """Tell whether it is called a gift outright; flowers may also be sold to a customer."""
    return any(span.folded.startswith(_GIFTS) for span in told)


_GIFTS = ("gift", "present", "подарун", "подар", "podar")


def _is_receiver(line: Sequence[Span], at: int) -> bool:
    """Tell whether somebody of a trade got it: "for the notary", "нотаріусу"."""
    span = line[at]
    is_customer = span.value == "customer" and not _is_called_gift(line[:at])
    if span.kind not in _RECEIVERS or is_customer or _is_present(span):
        return False
    before = [it for it in line[max(0, at - _FOR_REACH) : at] if it.kind not in _DESCRIBED_BY]
    is_for = bool(before) and before[-1].kind is SpanKind.PREPOSITION and before[-1].value in _FOR
    is_for = is_for or (bool(before) and before[-1].folded.endswith(" for"))  # "present for"
    is_dative = not span.text.isascii() and span.folded.endswith(_DATIVE)
    is_person = span.kind is SpanKind.ROLE or span.folded.startswith(_PEOPLE)
    return is_person and (is_for or is_dative)


_FOR_REACH = 4
_DESCRIBED_BY = frozenset({SpanKind.COMMON, SpanKind.WORD})
"""What may stand between "for" and whom it is for: "for our best customer"."""
_DATIVE = ("у", "ю", "ові", "еві", "єві", "ам", "ям", "ці", "ке", "ше", "ше", "иці", "ій", "ой")
_PEOPLE = (
    "notar", "нотар", "inspect", "інспект", "инспект", "doctor", "лікар", "врач", "lawyer",
    "юрист", "адвокат", "бухгалт", "accountant", "auditor", "аудитор", "податков", "налогов",
    "пожежн", "пожарн", "tax", "партнер", "partner",
)  # fmt: skip
