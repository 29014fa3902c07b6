"""Tell a temperature or a score of a match from money: "в Одессе +34", "-15 outside", "2:1"."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind

_WEATHER = (
    "надвор", "вікн", "двор", "улиц", "улице", "вулиц", "окном", "спек", "жар", "мороз", "холод",
    "дощ", "дожд", "сніг", "снег", "градус", "тепл", "outside", "weather", "degree", "heat",
    "freez", "frost", "snow", "rain", "sunny", "°", "hot", "cold", "warm", "celsius", "термометр",
    "прогноз", "погод", "forecast", "thermometer", "туман", "хуртовин", "метел", "ожелед",
    "гололед", "задух", "духот", "парко", "пекло", "стуж", "вьюг", "сонц", "солнц",
    "увімкн", "ввімкн", "включит",
)  # fmt: skip
_HOTTEST = 50
_QUIET = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.COMMON,
        SpanKind.DATE,
        SpanKind.GOODS,
        SpanKind.JOINER,
        SpanKind.NEGATION,
        SpanKind.PERSON,
        SpanKind.PLACE,
        SpanKind.PLAN,
        SpanKind.PREPOSITION,
        SpanKind.PUNCTUATION,
        SpanKind.QUANTITY,
        SpanKind.QUESTION,
        SpanKind.ROLE,
        SpanKind.TIME,
        SpanKind.WORD,
    }
)
_ONLY = frozenset({"всього", "всего", "лише", "only"})
_PLACES_OF_CASH = frozenset({"till", "safe", "bank"})
_STARTS = frozenset({",", ".", "!", ";", ":"})


def is_temperature(spans: Sequence[Span]) -> bool:
    """Tell whether the one figure has a sign, is no heat beyond all heat, and tells of weather."""
    amounts = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(amounts) != 1:
        return False
    (at,) = amounts
    if _is_fever(spans, spans[at]):
        return True
    if not is_like_temperature(spans[at]):
        return False
    clause = _clause_around(spans, at)
    is_quiet = all(
        (span.kind in _QUIET and span.value not in _PLACES_OF_CASH) or span.folded in _ONLY
        for span in clause
    )
    is_said = any(map(_is_of_weather, clause))
    return is_quiet and (is_said or _is_in_a_place(clause))


def _is_of_weather(span: Span) -> bool:
    return any(word.startswith(_WEATHER) for word in (span.folded, *span.folded.split()))


def _is_fever(spans: Sequence[Span], amount: Span) -> bool:
    """Tell whether a bare figure is what a thermometer showed: nobody was paid."""
    is_small = amount.number is not None and amount.number <= _HOTTEST and not amount.value
    is_measured = any(span.folded.startswith(_FEVER) for span in spans)
    return is_small and is_measured and all(span.kind in _QUIET | _NEVER for span in spans)


_FEVER = ("градусник", "температур", "fever", "temperature", "термометр", "thermometer")
_NEVER = frozenset({SpanKind.HARMLESS, SpanKind.CHAT, SpanKind.UNIT})


def is_like_temperature(span: Span) -> bool:
    """Tell whether a signed bare figure may be degrees."""
    is_small = span.number is not None and span.number <= _HOTTEST and span.number % 1 == 0
    return bool(span.sign) and is_small and not span.value


def _clause_around(spans: Sequence[Span], at: int) -> list[Span]:
    start = max((it for it in range(at) if spans[it].text in _STARTS), default=-1)
    end = min(
        (it for it in range(at, len(spans)) if spans[it].text in _STARTS), default=len(spans)
    )
    after = spans[end + 1 :]
    nearby = [span for span in after if _is_of_weather(span)]
    return [*spans[start + 1 : end], *nearby]


def _is_in_a_place(clause: Sequence[Span]) -> bool:
    """Tell whether "в Одессе +34" is all that a clause says."""
    places = [
        span
        for at, span in enumerate(clause)
        if span.kind is SpanKind.PLACE
        or (
            at
            and clause[at - 1].value == "in"
            and span.kind is SpanKind.WORD
            and span.text[0].isupper()
        )
    ]
    rest = [span for span in clause if span not in places]
    return bool(places) and all(
        span.kind
        in {SpanKind.AMOUNT, SpanKind.PREPOSITION, SpanKind.COMMON, SpanKind.DATE, SpanKind.TIME}
        for span in rest
    )
