"""Make a price and a count one amount: "2 boilers at 15000", "3 × 200", "4 taps, 320 per tap"."""

from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import COUNT_MAX, Line, is_bare_whole

TIMES = frozenset({"×", "x", "*", "х", "@"})
_COUNTS = frozenset({SpanKind.QUANTITY, SpanKind.AMOUNT})
_PAIR = 2


@woken_by(kinds=(SpanKind.AMOUNT,))
def multiply(line: Line) -> None:
    """Make "2 boilers at 15000" and "3 × 200" one amount."""
    for at in line.amounts():
        if at >= len(line.spans) or line.spans[at].kind is not SpanKind.AMOUNT:
            continue
        count = count_for(line, at)
        if count is not None:
            number = line.spans[count].number
            if number is not None and number > 0:
                product = number * line.number(at)
                line.drop(count)
                line.put(at, product)
                _drop_repeated_total(line, at, product)
                if _may_be_of_a_size(line, count, at) or is_told_of_one(line, at, barely=True):
                    line.doubt(at)
                _hush_price_word(line, at)
        elif (count := _count_later(line, at)) is not None:
            line.put(at, line.number(at) * (line.spans[count].number or 1), is_sure=False)
        elif _is_price_of_one(line, at):
            line.doubt(at)


def is_told_of_one(line: Line, at: int, *, barely: bool = False) -> bool:
    """Tell whether a price is that of one, where several are told: "4 valves, one is 185".

    Args:
        line: the line while it is settled.
        at: where the price stands.
        barely: whether no word beside "one" has to say so: "4 valves, one 185".
    """
    one = next((it for it in range(at - 1, max(-1, at - 1 - _REACH), -1) if _is_one(line, it)), -1)
    between = line.spans[one + 1 : at]
    if one < 0 or not all(span.kind in _BESIDE_ONE or _is_price(span) for span in between):
        return False
    if barely:
        return not between
    if any(span.folded.rpartition(" ")[2] in _OTHERS for span in line.spans[at:]):
        return False  # "two mixers, one for 980 and the other 1 450"
    return any(
        span.kind in _COUNTS and (span.number or 0) > 1 and is_bare_whole(span)
        for span in line.spans[:one]
    )


def _is_one(line: Line, at: int) -> bool:
    span = line.spans[at]
    return span.kind is SpanKind.COMMON and span.value == "1"


def _is_price(span: Span) -> bool:
    return span.kind is SpanKind.PLAN and span.value == "price"


def _hush_price_word(line: Line, at: int) -> None:
    """Let "one costs" before a price that was counted out be no mere price."""
    for place in range(max(0, at - _REACH), at):
        if _is_price(line.spans[place]):
            line.hush(place)


_REACH = 3
_OTHERS = frozenset(
    "other another second інший інша інші другий друга друге другой другая второй вторая второе"
    " third третій третий".split()
)
_BESIDE_ONE = frozenset({SpanKind.COMMON, SpanKind.UNIT, SpanKind.PREPOSITION})


def _may_be_of_a_size(line: Line, count: int, at: int) -> bool:
    """Tell whether a price may be a metre's and not a thing's: "two rolls 40 m, 398 each"."""
    is_sized = any(span.is_measure for span in line.spans[count + 1 : at])
    return is_sized and line.number(at) / (line.spans[count].number or 1) < _DEAR


_DEAR = 1_000


def _count_later(line: Line, at: int) -> int | None:
    """Find the count that follows a price: "the meter is 620, five pieces were taken"."""
    if len(line.amounts()) != 1:
        return None
    for place in range(at + 2, len(line.spans)):
        count = line.spans[place]
        is_count = count.kind is SpanKind.QUANTITY and not count.is_measure
        if is_count and line.spans[place - 1].kind is SpanKind.VERB:
            return place if 1 < (count.number or 0) <= COUNT_MAX else None
    return None


def _is_price_of_one(line: Line, at: int) -> bool:
    before, after = line.at(at - 1), line.at(at + 1)
    has_by = before is not None and (before.value == "by" or before.folded == "by")
    is_at_price = before is not None and before.folded in TIMES
    is_each = after is not None and (after.kind is SpanKind.EACH or after.folded == "штука")
    is_each = is_each or (before is not None and before.kind is SpanKind.EACH)
    is_each = is_each or is_told_of_one(line, at)
    return has_by or is_at_price or is_each or _is_per_thing(line, at)


def _is_per_thing(line: Line, at: int) -> bool:
    """Tell whether "per container", "/pc" or "за кран" says that a price is that of one."""
    per, thing = line.at(at + 1), line.at(at + 2)
    if per is None:
        return False
    if per.folded in _PER:
        return thing is not None and thing.kind in _THINGS
    is_phrase = per.folded.startswith("за ")
    is_for = per.value == "for_price" or per.folded in _A
    one = per.folded.rpartition(" ")[2] if is_phrase else thing.text.casefold() if thing else ""
    return (is_for or is_phrase) and any(
        span.kind in _THINGS
        and span.text.casefold() != one
        and span.text.casefold()[:_ALIKE] == one[:_ALIKE]
        and line.spans[place].number is not None
        for place, span in enumerate(line.spans[1:at])
    )


_PER = frozenset({"per", "/"})
_A = frozenset({"a", "an"})
_ALIKE = 4
_THINGS = frozenset(
    {
        SpanKind.GOODS,
        SpanKind.THING,
        SpanKind.PURPOSE,
        SpanKind.WORD,
        SpanKind.UNIT,
        SpanKind.BRAND,
        SpanKind.ROLE,
    }
)


def count_for(line: Line, at: int) -> int | None:
    """Find the count that a price belongs to: before it, or after "×"; none if there is none."""
    before = line.at(at - 1)
    after = line.at(at + 1)
    is_at = before is not None and before.value == "at_time" and line.number(at) > COUNT_MAX / 5
    is_each = _is_price_of_one(line, at) or is_at
    if not is_each:
        if after is not None and after.folded in TIMES and is_bare_whole(line.at(at + 2)):
            return at + 2
        return None
    is_counted = after is not None and after.kind is SpanKind.QUANTITY and after.number is not None
    if is_counted and before is not None and before.value == "by":
        return at + 1  # "по 5 200 2 шт"
    proven = _proven_count(line, at)
    proven = _count_sold(line, at + 1) if proven is None else proven
    proven = _count_before(line, at, before) if proven is None else proven
    return _count_of_them(line, at) if proven is None else proven


def _count_of_them(line: Line, at: int) -> int | None:
    """Find how many got as much, told afterwards: "200 each, three of them", "їх було троє"."""
    for place in range(at + 1, len(line.spans)):
        count, before, after = line.spans[place], line.at(place - 1), line.at(place + 1)
        if count.folded in _SO_MANY and is_bare_whole(count):
            return place
        is_few = count.kind in _COUNTS and is_bare_whole(count) and line.number(place) > 1
        is_told = (before is not None and before.folded in _THEY) or (
            after is not None and after.folded in _OF_THEM
        )
        if is_few and is_told:
            return place
    return None


_SO_MANY = frozenset("двоє троє четверо пятеро двое трое пятеро двоим троим двом трьом".split())
"""How many people there were."""
_THEY = frozenset("їх их було было were".split())
_OF_THEM = frozenset({"of them", "of those"})


def _count_before(line: Line, at: int, before: Span | None) -> int | None:
    for place in range(at - 1, -1, -1):
        span = line.spans[place]
        if span.kind is SpanKind.QUANTITY and span.number is not None:
            sized = _count_of_sized(line, place) if span.is_measure else None
            return place if sized is None else sized
        if span.kind is SpanKind.AMOUNT:
            return place if is_bare_whole(span) or (before and before.folded in TIMES) else None
        if span.kind is SpanKind.NEWLINE or span.text in {";", "."}:
            return _count_of_people(line, at, place)
    return None


def _count_of_sized(line: Line, size: int) -> int | None:
    """Find how many things there are of a size: the 2 of "2 boilers 80 l at 7200"."""
    for place in range(size - 1, -1, -1):
        count, thing = line.spans[place], line.spans[place + 1]
        if count.text in {";", "."} or count.kind is SpanKind.NEWLINE:
            return None
        is_count = count.kind in _COUNTS and not count.is_measure and is_bare_whole(count)
        is_counted = thing.kind in _THINGS or place + 1 == size
        if is_count and is_counted:
            return place
    return None


def _count_of_people(line: Line, at: int, end: int) -> int | None:
    """Find how many got "300 each" in the sentence before: "two lads carried it. 300 each"."""
    each = line.at(at + 1)
    if each is None or each.folded not in _TO_EACH:
        return None
    for place in range(end - 1, -1, -1):
        after = line.spans[place + 1]
        if line.spans[place].kind is SpanKind.QUANTITY and after.kind is SpanKind.ROLE:
            return place
    return None


_TO_EACH = frozenset({"кожному", "кожній", "каждому", "каждой", "each", "apiece", "на брата"})


def _count_sold(line: Line, each: int) -> int | None:
    """Find the count that ends "150 a piece, sold 4"."""
    last = len(line.spans) - 1
    before, price = line.at(last - 1), line.at(each)
    is_price = price is not None and price.kind is SpanKind.EACH and each >= last - _PAIR - 1
    is_told = is_price and before is not None and before.value in _TRADED
    return last if is_told and is_bare_whole(line.spans[last]) else None


_TRADED = frozenset({"sell", "buy", "take", "receive"})


def _proven_count(line: Line, at: int) -> int | None:
    """Find a count that, times the price, gives another figure of the line."""
    price = line.number(at)
    totals = {line.number(other) for other in line.amounts() if other != at}
    for place in range(at):
        number = line.spans[place].number
        if number is not None and line.spans[place].kind in _COUNTS and number * price in totals:
            return place
    return None


def _drop_repeated_total(line: Line, at: int, product: Decimal) -> None:
    for other in line.amounts():
        if other != at and line.number(other) == product:
            line.drop(other)
