"""Tell a make or a model from a name: "boiler Aton 12 kW"."""

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues

_NOUNS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.BRAND})


QUOTES = frozenset({"«", '"', "“", "„", "'"})


_HOUSES = (
    "друкарн", "типограф", "магазин", "кафе", "кав'ярн", "майстерн", "мастерск", "агентств",
    "студі", "студи", "сервіс", "сервис", "заправк", "аптек", "фірм", "фирм", "компані", "компани",
    "ресторан", "школ", "садок", "готел", "отел", "гостиниц", "hotel", "printer",
    "shop", "cafe", "agency", "studio",
)  # fmt: skip
"""Whose house is called by a name between quotation marks: "друкарня «Колір»"."""


def names_a_thing(clues: Clues, index: int, before: Span) -> bool:
    """Tell whether a word is the make or the model of what stands before it."""
    span = clues.spans[index]
    if before.text in QUOTES and (named := clues.neighbour(index, -2)) is not None:
        is_house = named.text.casefold().startswith(_HOUSES)
        return named.kind in _NOUNS and not is_house  # "термоголовки «Данфос»"
    is_noun = before.kind in _NOUNS and before.value not in _PAID_BY_SOMEBODY
    is_make = is_noun and span.text.isascii() and not before.text.isascii()
    is_model = before.kind is SpanKind.GOODS and _is_model(clues, index, span)
    return before.kind is SpanKind.BRAND or is_make or is_model


_PAID_BY_SOMEBODY = frozenset(
    {"customer_prepayment", "customer_refund", "salary", "salary_advance"}
)
"""What is told with a name: "предоплата Roik 5k"."""
_OBLIQUE = ("у", "ю", "ові", "еві", "єві")
"""Whoever got something or is meant by "of" ends so: no model does."""
_POWERED = frozenset({SpanKind.MODEL, SpanKind.QUANTITY})


def _is_model(clues: Clues, index: int, span: Span) -> bool:
    """Tell whether a word after goods is what they are called: "boiler Aton 12 kW".

    A number of power or size after it says so; else nothing of a person or a firm is to be seen
    in it, and it stands bare between the goods and their price.
    """
    lexicon = clues.lexicon
    after = clues.neighbour(index, 1)
    if any(lexicon.has_ending(span.folded, kind) for kind in _OF_PEOPLE):
        return False
    if after is not None and after.kind in _POWERED:
        return not lexicon.has_ending(span.folded, "dative_name")
    before_goods = clues.neighbour(index, -2)
    is_of_somebody = before_goods is not None and before_goods.kind is SpanKind.PREPOSITION
    is_priced = after is not None and (after.kind is SpanKind.AMOUNT or after.value == "for_price")
    is_bare = is_priced and not is_of_somebody and not span.text.isascii()
    return is_bare and not (
        lexicon.has_ending(span.folded, "firm") or span.folded.endswith(_OBLIQUE)
    )


_OF_PEOPLE = ("surname", "family_name", "plain_surname")
