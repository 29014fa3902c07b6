"""Tell money that is only made ready, and what somebody bought for himself: the till paid none."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PREPARED = (
    "підготув", "приготув", "подготов", "приготов", "відклал", "відклав", "отложил", "заготов",
    "відрахув", "зарезерв", "set aside", "put aside", "laid aside", "put by", "earmark",
)  # fmt: skip
_ASIDE = frozenset({"aside"})
_READY = frozenset({"ready"})
_SELF = frozenset({"собі", "себе", "myself", "ourselves"})
_OF_SOMEBODY = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM, SpanKind.CASH})
_BY_MANY = ("ли", "ly", "li")
"""Of several it is the shop: "купили собі чайник"."""
_REACH = 3


@woken_by(*_PREPARED, words=("set", *_READY))
def is_only_made_ready(spans: Sequence[Span]) -> bool:
    """Tell whether a sum was only laid aside to be paid: "set aside 18 000 for rent"."""
    if any(span.value in {"safe", "till", "bank"} for span in spans):
        return False
    words = [span.text.lower() for span in spans]
    verbs = [span for span in spans if span.kind is SpanKind.VERB]
    is_put_aside = "set" in words and bool(_ASIDE & set(words))
    is_got_ready = bool(_READY & set(words)) and all(span.value == "receive" for span in verbs)
    is_prepared = any(word.startswith(_PREPARED) for word in words)
    others = [it for it in verbs if not it.text.lower().startswith((*_PREPARED, "set"))]
    return is_got_ready or ((is_prepared or is_put_aside) and not others)


@woken_by(words=_SELF)
def is_bought_for_self(spans: Sequence[Span]) -> bool:
    """Tell whether the one who writes bought something for himself: "купила собі туфлі"."""
    if any(span.kind in _OF_SOMEBODY for span in spans):
        return False
    return any(
        span.kind is SpanKind.VERB
        and span.value == "buy"
        and not span.folded.endswith(_BY_MANY)
        and any(it.folded in _SELF for it in spans[at + 1 : at + 1 + _REACH])
        for at, span in enumerate(spans)
    )


_LENT = ("заня", "позич", "позыч", "одолж", "borrow", "lent", "loan")
_OWN = (
    "из своих", "зі своїх", "із своїх", "из своего кармана", "from my own", "my own money",
    "own pocket", "my pocket", "зі своєї кишені",
)  # fmt: skip


@woken_by(*_LENT)
def is_lent_of_own(spans: Sequence[Span]) -> bool:
    """Tell whether somebody borrowed from the one who writes: "заняла сто, из своих дала"."""
    said = " ".join(span.folded for span in spans)
    is_own = any(each in said for each in _OWN)
    is_lent = any(word.startswith(_LENT) for word in said.split())
    return is_own and is_lent and not any(span.value in {"till", "safe"} for span in spans)


_INCOMES = ("пенсі", "пенси", "pension", "стипенд", "scholarship", "алимент", "алімент", "alimon")
"""What comes to somebody at home, and never to a till."""
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})
_UNTIL = frozenset({"до", "till", "until", "to"})
_OF_THE_SHOP = frozenset({"till", "safe", "staff", "cleaner", "accountant", "customer"})


@woken_by(*_INCOMES)
def is_income_at_home(spans: Sequence[Span]) -> bool:
    """Tell whether the one who writes got his pension: "пенсию принесли, 3800"."""
    is_told = any(
        span.folded.startswith(_INCOMES) and (at == 0 or spans[at - 1].folded not in _UNTIL)
        for at, span in enumerate(spans)
    )
    is_named = any(
        span.kind in {SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS} for span in spans
    )
    return is_told and not is_named and not any(span.value in _OF_THE_SHOP for span in spans)


_HEALTH = frozenset(
    "тиск тиску давление давления давленье пульс пульсу pulse bp pressure температура температуру"
    " temperature fever".split()
)
_LOWEST, _HIGHEST = 35, 250
_MOVING = frozenset(
    {
        *(SpanKind.VERB, SpanKind.CURRENCY, SpanKind.CASH, SpanKind.ORDER, SpanKind.PURPOSE),
        *(SpanKind.GOODS, SpanKind.FIRM, SpanKind.SIGN_WORD, SpanKind.TOTAL),
    }
)


@woken_by(words=_HEALTH)
def is_of_health(spans: Sequence[Span]) -> bool:
    """Tell whether figures are what a doctor measures: "тиск 160 на 100, піду додому"."""
    figures = [span for span in spans if span.kind is SpanKind.AMOUNT]
    is_measured = any(word in _HEALTH for span in spans for word in span.folded.split())
    is_like = all(
        not span.value and not span.sign and _LOWEST <= (span.number or 0) <= _HIGHEST
        for span in figures
    )
    return is_measured and is_like and not any(span.kind in _MOVING for span in spans)


_KIN = frozenset(
    "чоловік муж мама тато папа син сын дочка донька брат сестра подруга коханий жена дружина"
    " husband wife mum mom dad boyfriend hubby хлопець парень".split()
)
_PRESENTED = ("подарув", "подарил", "подарун", "подарок", "gifted", "gave me", "presented")


@woken_by(*_PRESENTED, words=("gave", "bought"))
def is_given_at_home(spans: Sequence[Span]) -> bool:
    """Tell whether one of the family gave a present to the one who writes."""
    opening = [span.folded for span in spans[:2]]
    said = " ".join(span.folded for span in spans)
    is_kin = any(word in _KIN for word in opening)
    is_gift = any(each in said for each in _PRESENTED)
    return is_kin and is_gift and not any(span.value in _OF_THE_SHOP for span in spans[1:])


_MINE = frozenset({"мене", "меня", "my"})
_NEAR = 2


@woken_by(words=_MINE)
def is_own_wage_told(spans: Sequence[Span]) -> bool:
    """Tell whether the one who writes says what he earns: "у мене зарплата 15 000"."""
    is_told = any(
        _MINE & set(span.folded.split())
        and any(it.value == "salary" for it in spans[at + 1 : at + 1 + _NEAR])
        for at, span in enumerate(spans)
    )
    is_state = any(span.folded in {"is", "у"} or span.folded.startswith("у ") for span in spans)
    return is_told and is_state and not any(span.kind is SpanKind.VERB for span in spans)
