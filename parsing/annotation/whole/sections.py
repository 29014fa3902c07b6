"""Let "Прихід:" and "Витрата:" hold for all that is told below or behind them, up to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing.annotation.spans import Span, SpanKind

_IN = frozenset(
    "прихід приход надходження поступления поступило доход дохід доходи доходы income in incoming"
    " received receipts takings revenue виторг виручка выручка плюс plus продажі продажи sales"
    " pryhid prihod dohid dohod".split()
)
_OUT = frozenset(
    "витрата витрати расход расходы видатки видатки виплати выплаты expenses expense out outgoing"
    " outgoings spent payouts мінус минус minus vytrata vytraty rashod rashody vydatky".split()
)
_NOUNS = frozenset(
    "прихід приход надходження поступления доход дохід доходи доходы income виторг виручка выручка"
    " витрата витрати расход"
    " расходы видатки expenses expense".split()
)
"""What heads a sentence without a sign behind it, too: "Прихід 2000 кран. Витрата 300 таксі"."""
_MARKS = frozenset({":", "-", "–", "—", "."})
_SENTENCE_ENDS = frozenset({".", ";", "!"})
_OPENS = _SENTENCE_ENDS | {",", ":"}
_OWN = frozenset({SpanKind.VERB, SpanKind.SIGN_WORD})
_WARE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.BRAND,
        SpanKind.COMMON,
        SpanKind.CURRENCY,
        SpanKind.GOODS,
        SpanKind.MODEL,
        SpanKind.NEWLINE,
        SpanKind.PUNCTUATION,
        SpanKind.PURPOSE,
        SpanKind.QUANTITY,
        SpanKind.THING,
        SpanKind.UNIT,
        SpanKind.WORD,
    }
)
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_WARES = frozenset(
    {"office_household", "other_expense", "packaging_supplies", "repairs_maintenance"}
)
"""What may be bought for the shop, and sold in one."""
_BARE = frozenset({SpanKind.AMOUNT, SpanKind.CURRENCY, SpanKind.NEWLINE, SpanKind.PUNCTUATION})
_VERBS = {"+": ("sold", "sell"), "-": ("spent", "spend")}


@dataclass(frozen=True, slots=True)
class _Section:
    sign: str
    heading: Sequence[Span]
    items: Sequence[Sequence[Span]]


def with_signs_of_sections(spans: list[Span]) -> list[Span]:
    """Give the sums below a heading its sign, where one is of income and another of expense.

    Every item becomes a line; what may be sold is sold in one, and bought in the other.
    """
    signed = [at for at, span in enumerate(spans) if _sign_of(span)]
    places = [at for at in signed if _heading_end(spans, at)] if len(signed) > 1 else []
    if len({_sign_of(spans[at]) for at in places}) < len(_VERBS):
        return spans
    told = list(spans[: places[0]])
    for at, end in zip(places, [*places[1:], len(spans)], strict=True):
        begin = _heading_end(spans, at)
        items = _items(spans[begin:end])
        for line in _told_of(_Section(_sign_of(spans[at]), spans[at:begin], items)):
            told.extend([*([_line_end(line[0])] if told else []), *line])
    return told


def _sign_of(span: Span) -> str:
    said = span.text.casefold()
    return "+" if said in _IN else "-" if said in _OUT else ""


def _heading_end(spans: Sequence[Span], at: int) -> int:
    """Say where a heading ends that begins here; nought where none does."""
    before = spans[at - 1] if at else None
    is_first = before is None or before.kind is SpanKind.NEWLINE
    if not _sign_of(spans[at]) or not (is_first or (before and before.text in _OPENS)):
        return 0
    after = spans[at + 1] if at + 1 < len(spans) else None
    if after is None or after.kind is SpanKind.NEWLINE:
        return at + 1 if is_first else 0
    if after.text in _MARKS:
        return at + 2
    is_sentence = is_first or (before is not None and before.text in _SENTENCE_ENDS)
    is_noun = spans[at].text.casefold() in _NOUNS
    return at + 1 if is_sentence and is_noun and after.kind is SpanKind.AMOUNT else 0


def _items(spans: Sequence[Span]) -> list[list[Span]]:
    """Cut what stands below a heading; what has no sum says more of what was told before."""
    items: list[list[Span]] = [[]]
    for span in spans:
        is_border = span.kind in {SpanKind.NEWLINE, SpanKind.JOINER} or span.text in {",", ";"}
        if is_border and _has_sum(items[-1]):
            items.append([])
        elif not is_border or items[-1]:
            items[-1].append(span)
    told = [item for item in items if _has_sum(item)]
    if told and items[-1] and not _has_sum(items[-1]):
        told[-1].extend(items[-1])
    return told


def _has_sum(item: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.AMOUNT for span in item)


def _told_of(section: _Section) -> list[list[Span]]:
    """Give the items with the section's sign; a heading of bare sums says itself what they are."""
    if any(all(span.kind in _BARE for span in item) for item in section.items):
        first, *others = section.items
        return [[*section.heading, *first], *map(list, others)]
    return [_signed(item, section.sign) for item in section.items]


def _signed(item: Sequence[Span], sign: str) -> list[Span]:
    if any(span.kind in _OWN or span.sign for span in item):
        return list(item)
    signed = [replace(it, sign=sign) if it.kind is SpanKind.AMOUNT else it for it in item]
    if not _is_ware(item):
        return signed
    said, value = _VERBS[sign]
    first = item[0]
    return [Span(SpanKind.VERB, first.start, first.start, said, said, value), *signed]


def _is_ware(item: Sequence[Span]) -> bool:
    """Tell whether a thing is all that is named, and nobody who may have paid or got it."""
    is_anybody = any(it.kind is SpanKind.WORD and it.text[0].isupper() for it in item[1:])
    return not is_anybody and all(
        span.kind in _WARE and (span.kind not in _NAMED or span.value in _WARES) for span in item
    )


def _line_end(after: Span) -> Span:
    return Span(SpanKind.NEWLINE, after.start, after.start, "\n", "\n")
