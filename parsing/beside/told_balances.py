"""Leave out what the till held beside what was done: "opened with 1500. courier 220"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind
from parsing.no_entry.no_move import AT_CLOSE

_ENDS = frozenset({",", ".", ";", "!", "(", ")"})
_PAIR = 2
_PLACES = frozenset({"till", "safe"})
_DOING = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.GOODS,
        SpanKind.FIRM,
        SpanKind.ORDER,
        SpanKind.SIGN_WORD,
        SpanKind.NAME,
        SpanKind.ROLE,
    }
)
_BESIDE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.BALANCE,
        SpanKind.COMMON,
        SpanKind.CASH,
        SpanKind.DATE,
        SpanKind.PREPOSITION,
        SpanKind.PUNCTUATION,
        SpanKind.TIME,
        SpanKind.WORD,
        SpanKind.PERSON,
    }
)
"""What may stand beside the figure of a balance."""
_LEFT = frozenset(
    "left remains remained remaining залишилось залишилося залишається лишилось лишилося осталось"
    " осталося остается остаётся".split()
)
_BARE = frozenset({SpanKind.AMOUNT, SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.PREPOSITION})
_HELD = AT_CLOSE | {"is", "are", "has", "держит", "стоїть", "лежить", "лежит", "є", "есть"}


def without_balances(spans: Sequence[Span]) -> list[Span]:
    """Quieten each clause that only tells what the till held, if another tells what was done."""
    if sum(span.kind is SpanKind.AMOUNT for span in spans) < _PAIR:
        return list(spans)
    clauses = _clauses(spans)
    told = {at for at, clause in enumerate(clauses) if _is_balance(clause)}
    told = {at for at in told if not _is_of_what_was_sold(clauses, at)}
    if not told or not any(_is_done(each) for at, each in enumerate(clauses) if at not in told):
        return list(spans)
    quiet = {span.start for at in told for span in clauses[at]}
    return [_quietened(span) if span.start in quiet else span for span in spans]


def _clauses(spans: Sequence[Span]) -> list[Piece]:
    clauses: list[Piece] = [[]]
    for span in spans:
        is_joiner = span.kind in {SpanKind.JOINER, SpanKind.NEWLINE} or span.value == "but"
        if is_joiner or span.text in _ENDS:
            clauses.append([])
        else:
            clauses[-1].append(span)
    return clauses


def _is_done(clause: Piece) -> bool:
    """Tell whether a clause has a figure and says what was done with it, or what for."""
    return any(span.kind is SpanKind.AMOUNT for span in clause) and any(
        span.kind in _DOING and span.value not in _PLACES for span in clause
    )


def _is_of_what_was_sold(clauses: Sequence[Piece], at: int) -> bool:
    """Tell whether it is what goods brought: "4 500, 10 percent off, so 4 050 in the till"."""
    is_now = any(span.folded in _NOW for span in clauses[at])
    before = [span for clause in clauses[:at] for span in clause]
    return not is_now and any(span.kind in _SOLD for span in before)


_NOW = _LEFT | {"now", "зараз", "тепер", "сейчас", "теперь"}
_SOLD = frozenset({SpanKind.GOODS, SpanKind.PERCENT, SpanKind.DISCOUNT, SpanKind.BRAND})
_ONLY = frozenset("only just лише тільки лиш только всего".split())


def _is_balance(clause: Piece) -> bool:
    amounts = [span for span in clause if span.kind is SpanKind.AMOUNT]
    if len(amounts) != 1 or amounts[0].sign:
        return False
    kinds = {span.kind for span in clause}
    if any(span.folded in _ONLY for span in clause):
        return False  # "there was only 3 800 in the till, so he got that"
    if any(span.folded in _LEFT for span in clause):
        return kinds <= _BARE | {SpanKind.VERB, SpanKind.WORD, SpanKind.BALANCE} and all(
            span.folded in _LEFT for span in clause if span.kind in {SpanKind.VERB, SpanKind.WORD}
        )
    if SpanKind.BALANCE in kinds:
        return kinds <= _BESIDE
    roles = {span.value for span in clause if span.kind is SpanKind.ROLE}
    is_held = any(word in _HELD for span in clause for word in span.folded.split())
    return roles == {"till"} and is_held and kinds <= _BESIDE | {SpanKind.ROLE}


def _quietened(span: Span) -> Span:
    if span.kind is SpanKind.AMOUNT:
        return replace(span, kind=SpanKind.QUANTITY)
    if span.kind in {SpanKind.PUNCTUATION, SpanKind.DATE}:
        return span
    return replace(span, kind=SpanKind.COMMON, value="common")


_IN_TILL = frozenset(
    {"в касі", "у касі", "в кассе", "in the till", "in till", "in the drawer", "у кассі", "в каси"}
)
_TAKERS = frozenset({SpanKind.ROLE, SpanKind.NAME})


@woken_by(kinds=(SpanKind.BALANCE,))
def with_takings_in_till(line: list[Span]) -> list[Span]:
    """Let "came back for the boiler, 5600 in the till" be what goods brought, and no count."""
    money = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    held = [at for at, span in enumerate(line) if span.kind is SpanKind.BALANCE]
    if len(money) != 1 or len(held) != 1 or line[held[0]].folded not in _IN_TILL:
        return line
    if any(span.kind in {SpanKind.NEGATION, SpanKind.PLAN, SpanKind.QUESTION} for span in line):
        return line
    (at,), (place,) = money, held
    is_of_goods = any(span.kind is SpanKind.GOODS for span in line[:at])
    is_of_goods = is_of_goods and not any(it.kind is SpanKind.QUANTITY for it in line[at:place])
    between = line[at + 1 : place]
    is_from = any(span.value == "from" for span in between)
    is_right_behind = not between or is_from
    is_apart = any(span.text in _ENDS for span in line[:at])
    if not (is_of_goods and is_right_behind and is_apart):
        return line
    quiet = replace(line[place], kind=SpanKind.CASH, value="cash")
    return [*line[:place], quiet, *line[place + 1 :]]
