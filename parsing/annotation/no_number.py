"""Words for numbers that count nothing where they stand: a lone "one", a garage."""

from parsing.annotation.no_money import is_any
from parsing.annotation.number_words import SpokenNumber
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text

_GARAGE = "СТО"
ONE_THOUSAND = frozenset({"тысячу", "тисячу"})
"""One of them: after digits it counts nothing, unless they end in 1."""


def is_lone_one(text: Text, index: int, spoken: SpokenNumber) -> bool:
    """Tell whether a lone "one" or "none" counts nothing: no currency follows it."""
    is_one = spoken.number <= 1 and spoken.token_count == 1
    return is_one and not is_any(text.at(index + 1)[0], SpanKind.CURRENCY)


def is_no_number(text: Text, span: Span) -> bool:
    """Tell whether a number word is none here: a lone "т", a thousand after digits, a garage."""
    before = text.last()
    is_after_number = before is not None and before.kind is SpanKind.AMOUNT
    is_loud = all(token.text.isupper() for token in text.tokens if token.text.isalpha())
    is_garage = span.text == _GARAGE and not is_loud
    is_thousand = span.kind is SpanKind.MULTIPLIER and span.folded not in ONE_THOUSAND
    return is_garage or (is_thousand and (len(span.text) == 1 or is_after_number))


COLLECTIVE = frozenset(
    "двом трьом чотирьом двум трем четырем двоим троим четверым двоє троє двое трое".split()
)
"""How many people got something: no part of the sum before."""


_NEVER_PRICED = frozenset(
    "form page chapter форма форму форме форми формі страница странице стр сторінка сторінці"
    " глава розділ кабинет кабінет".split()
)
"""What a bare figure behind these numbers is never paid."""


def is_year_word(span: Span | None) -> bool:
    """Tell whether a word makes four digits a year: "2026 рік"."""
    return span is not None and span.folded in _YEAR_WORDS


_YEAR_WORDS = frozenset("year рік року році год года году".split())


def is_never_priced(span: Span | None) -> bool:
    """Tell whether a bare figure behind a word is no price: "form 20", "page 14"."""
    return span is not None and span.folded in _NEVER_PRICED


_HUNDREDS = frozenset({"сотни", "сотні", "сотень", "сотен"})
_THOUSANDS = frozenset({"тысяч", "тисяч", "тыщ", "тищ", "тісяч"})
_SOME_THOUSANDS = frozenset({"тисячі", "тысячи", "тыщи", "тищі"})


def is_about_so_much(text: Text, span: Span, spoken: SpokenNumber) -> bool:
    """Tell whether what is counted comes first, or alone: "тысяч пять", "сотни две", "тисячі за".

    "Из тысячи" is of one.
    """
    if span.folded in _SOME_THOUSANDS and spoken.token_count == 1:
        before = text.last()
        return before is None or before.value != "from"
    is_plural = span.kind is SpanKind.MULTIPLIER and span.folded in _THOUSANDS
    return (span.folded in _HUNDREDS or is_plural) and spoken.token_count > 1
