"""Of a note and what went back of it keep what stayed: "gave 500, 115 back" is 385."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.change_left import is_left, keep_what_was_left, leaves_the_rest
from parsing.figures.line import Line, beside, names_bank, texts_of

_PAIR, _TRIPLE = 2, 3
_REACH = 4
"""So many words before a figure the verb may stand that says whose it was."""
_PAID_WITH = frozenset({"give", "pay", "receive", "take"})
_BACK = frozenset({"back", "назад", "обратно"})
_HANDED_BACK = frozenset({"give_back"})
_NOTE = Decimal(50)
"""What somebody hands over is made of notes: it can be divided by this."""
_COIN = Decimal(5)
"""What is handed over with change to be had can be divided by this, or it may be no money."""
_THOUSAND = Decimal(1000)
_TRADED_ALONE = frozenset({"customer_refund", "customer_prepayment", "other_expense"})
_ENDS = frozenset({",", ".", ";", "!", ":", "-", "–", "—", "("})


@woken_by(kinds=(SpanKind.AMOUNT,))
def give_change(line: Line) -> None:
    """Take the change off what was handed over; a price that is named as well proves it."""
    amounts = line.amounts()
    words = line.where(SpanKind.CHANGE)
    if len(amounts) == _TRIPLE and _keep_proven_price(line, words):
        return
    if len(amounts) != _PAIR:
        return
    if words:
        _take_change_off(line, words[0])
    elif not names_bank(line):  # "30k went into the bank, and I got 2k back": both moved
        _take_back_off(line)


def _take_change_off(line: Line, word: int) -> None:
    """Settle a note and a figure beside a word for change, or a price that left some over."""
    given, other = line.amounts()
    if word > other and _drop_what_was_taken(line, given, other):
        return
    if is_left(line, word) and leaves_the_rest(line, given, other, word):
        return
    if is_left(line, word):
        keep_what_was_left(line, given, other)
        return
    change = _change_told(line, word)
    if change is None:
        change = other
        is_price = _is_price_for(line, other) or line.number(other) * 2 > line.number(given)
        if is_price and line.number(other) < line.number(given):
            line.drop(given)
            return
    _keep_what_stays(line, given if change == other else other, change)


def _take_back_off(line: Line) -> None:
    """Settle a note and what went back of it, where no word says change."""
    given, other = line.amounts()
    if _is_put_in_and_taken(line, given, other):
        return
    got_back = [at for at, span in enumerate(line.spans) if span.folded == "back"]
    is_got_back = bool(got_back) and line.at(got_back[0] - 1) == line.spans[other]
    is_said_given = any(_is_giving(span) or _says_back(span) for span in line.spans[other:])
    if is_got_back:
        _quieten_giver(line, given, other)
    if is_got_back or _is_rest_put_back(line, given, other):
        _keep_what_stays(line, given, other)
    elif _is_rest_given(line, given, other):
        _keep_what_stays(line, given, other)
        if not is_said_given:
            line.doubt(given)  # or so much is to be paid yet
    elif (
        _is_note_and_back(line)
        or _is_brought_back_by_him(line)
        or _is_said_back(line, given, other)
    ):
        _keep_what_stays(line, given, other)
        line.doubt(given)


def _is_put_in_and_taken(line: Line, put: int, taken: int) -> bool:
    """Tell whether an owner moved money twice: "boss put in 8000 then took 3000 back"."""
    before = {span.value for span in line.spans[:put] if span.kind is SpanKind.VERB}
    between = {span.value for span in line.spans[put:taken] if span.kind is SpanKind.VERB}
    is_owner = any(span.value in {"owner", "owner_contribution"} for span in line.spans[:put])
    return is_owner and before <= {"put_in"} and between == {"take"}


_BESIDE_BACK = frozenset({SpanKind.COMMON, SpanKind.PERSON})


def _is_said_back(line: Line, given: int, back: int) -> bool:
    """Tell whether "back" stands beside a smaller figure: "gave 900, back was 35", "35 назад"."""
    handed = any(span.value in {"give", "take", "pay"} for span in line.spans[:given])
    handed = handed or any(span.folded == "give" for span in line.spans[:given])
    if not handed or line.number(back) * 2 > line.number(given):
        return False
    before = next(
        (at for at in range(back - 1, given, -1) if line.spans[at].kind not in _BESIDE_BACK), given
    )
    for at in (back + 1, before, *range(before, back)):
        span = line.at(at)
        if span is not None and span.folded in _BACK:
            line.set(at, replace(span, kind=SpanKind.CHANGE, value="change"))
            return True
    return False


def _quieten_giver(line: Line, given: int, back: int) -> None:
    """Let "she gave me 130 back" say nothing of which way the note went."""
    for at in range(given + 1, back):
        if _is_giving(line.spans[at]):
            line.set(at, replace(line.spans[at], kind=SpanKind.CHANGE, value="change"))
        elif line.spans[at].kind is SpanKind.PERSON:
            line.hush(at)


def _is_rest_given(line: Line, given: int, rest: int) -> bool:
    """Tell whether the rest went back to who gave a note: "дав 5000, решту 620 віддала"."""
    before = line.at(rest - 1)
    is_rest = before is not None and before.kind is SpanKind.LEFTOVER
    after = line.at(rest + 1)
    is_given = after is None or after.text in _ENDS or _is_giving(after) or _says_back(after)
    first = _verb_before(line, given, 0)
    giver = line.at(first - 1) if first else None
    is_his = giver is not None and giver.value in {"customer", "other_person"}
    if not (is_rest and is_given and is_his) or line.number(given) % _NOTE:
        return False  # "gave him 1000, gave the other 500 as well": both went
    is_said = after is not None and after.kind is SpanKind.VERB
    for at in (rest - 1, rest + 1) if is_said else (rest - 1,):
        line.set(at, replace(line.spans[at], kind=SpanKind.CHANGE, value="change"))
    return True


def _drop_what_was_taken(line: Line, taken: int, spent: int) -> bool:
    """Of "took 800, spent 615, put the change in" keep what was spent; tell whether it was."""
    between = range(max(taken + 1, spent - _REACH), spent)
    verbs = [at for at in between if line.spans[at].kind is SpanKind.VERB]
    is_told = bool(verbs) and line.spans[verbs[-1]].value == "spend"
    if not is_told or line.number(spent) > line.number(taken):
        return False
    line.drop(taken)
    line.doubt(spent)
    return True


def _is_rest_put_back(line: Line, given: int, back: int) -> bool:
    """Tell whether the second figure is what was left: "took 1000, the rest 240 put back"."""
    rest = line.at(back - 1)
    is_rest = rest is not None and rest.kind is SpanKind.LEFTOVER
    after = line.spans[back + 1 : back + _REACH]
    is_put = any(span.value in _PUT_BACK and span.kind is SpanKind.VERB for span in after)
    taken = line.spans[max(0, given - _REACH) : given]
    is_taken = any(span.value in {"take", "give"} for span in taken)
    if not (is_rest and is_put and is_taken):
        return False
    for at in range(back - 1, min(len(line.spans), back + _REACH)):
        if line.spans[at].kind in {SpanKind.VERB, SpanKind.LEFTOVER, SpanKind.DATE_WORD}:
            line.hush(at)
    return True


_PUT_BACK = frozenset({"put_in", "give_back", "bring", "deposit"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def ask_what_was_left(line: Line) -> None:
    """Ask how much stayed spent of "took 1000 for fuel, put the rest back"."""
    amounts = line.amounts()
    taken = line.spans[: amounts[0]] if len(amounts) == 1 else ()
    if _is_only_change(line, taken):
        line.drop(amounts[0], SpanKind.NUMBER)
        return
    if not any(span.value in {"take", "give"} and span.kind is SpanKind.VERB for span in taken):
        return
    for rest in line.where(SpanKind.LEFTOVER):
        near = line.spans[max(0, rest - 1) : rest + _PAIR]
        is_put = any(span.value in _PUT_BACK and span.kind is SpanKind.VERB for span in near)
        is_back = any(span.folded in _BACK for span in line.spans[rest + 1 : rest + _REACH])
        if is_put and is_back and rest > amounts[0]:
            line.drop(amounts[0], SpanKind.NUMBER)
            return


def _is_only_change(line: Line, before: Sequence[Span]) -> bool:
    """Tell whether the one figure is what went back: "sold a heater and gave 300 change"."""
    is_sold = any(span.value == "sell" and span.kind is SpanKind.VERB for span in before)
    words = line.where(SpanKind.CHANGE)
    return is_sold and len(words) == 1 and beside(line, words[0]) == line.amounts()[0]


def _is_price_for(line: Line, at: int) -> bool:
    """Tell whether a figure is what something cost: "a 1000 note for the tap 385, gave change"."""
    for place in range(at - 1, max(-1, at - _REACH - 1), -1):
        span = line.spans[place]
        if span.value in _FOR:
            return True
        if span.text in _ENDS or span.number is not None:
            return False
    return False


_FOR = frozenset({"for", "for_price"})


def _keep_what_stays(line: Line, given: int, change: int) -> None:
    if line.spans[change].value not in {"", line.spans[given].value}:
        line.doubt(given)
        return  # hryvnias less dollars are nothing
    stays = line.number(given) - line.number(change)
    if stays <= 0:
        line.doubt(given)
        return
    line.drop(change)
    line.put(given, stays, is_sure=line.number(given) % _COIN == 0)


def _keep_proven_price(line: Line, words: list[int]) -> bool:
    """Keep the price of "at 385, gave 500, 115 back": the three figures prove one another."""
    amounts = line.amounts()
    is_given_back = any(line.spans[at].value == "give_back" for at in line.where(SpanKind.VERB))
    is_said = bool(words) or is_given_back or bool(texts_of(line) & _BACK)
    if line.where(SpanKind.CARD) or (not is_said and not line.where(SpanKind.LEFTOVER)):
        return False
    note = max(amounts, key=line.number)
    others = [at for at in amounts if at != note]
    if line.number(note) != sum(map(line.number, others)):
        note = min(amounts, key=line.number)
        others = [at for at in amounts if at != note]
        # "За п'ять триста, дав шість, здача сімсот": the note is told in thousands.
        if line.number(note) * _THOUSAND != sum(map(line.number, others)):
            return False
    change = _change_told(line, words[0]) if words else None
    price = others[0] if change != others[0] else others[1]
    if words and is_left(line, words[0]):
        price = note
    for at in amounts:
        if at != price:
            line.drop(at)
    _quieten_back(line)
    return True


def _change_told(line: Line, word: int) -> int | None:
    """Give the figure of "change 40", or of "здачу дала 40" where somebody gives it."""
    near = beside(line, word)
    after = next((at for at in line.amounts() if at > word), None)
    if near is not None or after is None:
        return near
    between = line.spans[word + 1 : after]
    return after if all(span.kind in _GIVING_IT for span in between) else None


_GIVING_IT = frozenset({SpanKind.VERB, SpanKind.PERSON, SpanKind.COMMON, SpanKind.PREPOSITION})


def _quieten_back(line: Line) -> None:
    """Let what went back be change, so that it tells of no refund."""
    for at in line.where(SpanKind.VERB, SpanKind.LEFTOVER):
        if line.spans[at].value in _HANDED_BACK or line.spans[at].kind is SpanKind.LEFTOVER:
            line.set(at, replace(line.spans[at], kind=SpanKind.CHANGE, value="change"))


def _is_note_and_back(line: Line) -> bool:
    """Tell whether notes were handed over and less went back, though no word says change."""
    given, back = line.amounts()
    note = line.number(given)
    is_note = note % _NOTE == 0 and line.number(back) < note and line.number(back) < note / 2 + 50
    first = _verb_before(line, given, 0)
    second = _back_beside(line, given, back)
    if not is_note or first is None or second is None:
        return False
    is_refund = any(
        line.spans[at].value in _TRADED_ALONE for at in line.where(SpanKind.PURPOSE) if at > given
    )
    is_other_day = bool(line.where(SpanKind.DATE)) and any(
        at > given for at in line.where(SpanKind.DATE)
    )
    if is_refund or is_other_day or line.where(SpanKind.ORDER) or _is_of_another(line, given):
        return False
    _quieten_back(line)
    span = line.spans[second]
    if span.kind is SpanKind.VERB:
        line.set(second, replace(span, kind=SpanKind.CHANGE, value="change"))
    return True


_SOMEBODY_ELSE = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM})
_SPENT_ON = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_BROUGHT = frozenset({"give_back", "bring"})
_TOLD_ANEW = frozenset(
    {*_SOMEBODY_ELSE, SpanKind.PURPOSE, SpanKind.GOODS, SpanKind.ORDER, SpanKind.DATE}
)


def _is_brought_back_by_him(line: Line) -> bool:
    """Tell whether who was given money brought some back: "дала кур'єру 500, повернув 280"."""
    given, back = line.amounts()
    first = _verb_before(line, given, 0)
    if first is None or line.spans[first].value not in {"give", "pay", "take"}:
        return False
    after = range(given + 1, len(line.spans))
    verbs = [at for at in after if line.spans[at].kind is SpanKind.VERB]
    is_back = len(verbs) == 1 and line.spans[verbs[0]].value in _BROUGHT
    border = next((at for at in after if line.spans[at].text in _ENDS), back)
    anew = any(line.spans[at].kind in _TOLD_ANEW for at in range(border, len(line.spans)))
    is_ours = any(line.spans[at].value != "customer" for at in line.where(SpanKind.ROLE))
    is_spent = any(line.spans[at].kind in _SPENT_ON for at in range(given, border))
    is_somebody = is_ours or is_spent or bool(line.where(SpanKind.NAME))
    if not is_back or anew or not is_somebody or line.number(back) >= line.number(given):
        return False
    line.set(verbs[0], replace(line.spans[verbs[0]], kind=SpanKind.CHANGE, value="change"))
    return True


def _is_of_another(line: Line, given: int) -> bool:
    """Tell whether somebody else got the second figure: "paid loaders 600, gave a client 200"."""
    ours = any(
        line.spans[at].value not in {"customer", "title"} for at in line.where(SpanKind.ROLE)
    )
    later = [span for span in line.spans[given + 1 :] if span.kind in _SOMEBODY]
    return ours or any(
        span.value != "him" and span.value not in {"self", "to_us"} for span in later
    )


_SOMEBODY = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM, SpanKind.PERSON})


def _verb_before(line: Line, at: int, start: int) -> int | None:
    """Find the verb that says how a figure came: "dad gave a 500"."""
    for place in range(at - 1, max(start, at - _REACH) - 1, -1):
        span = line.spans[place]
        if span.kind is SpanKind.VERB and span.value in _PAID_WITH:
            return place
        if span.text in _ENDS:
            return None
    return None


def _back_beside(line: Line, given: int, back: int) -> int | None:
    """Find what says that the second figure went back, between the two or behind the second."""
    between = list(range(given + 1, back))
    places: list[int] = [*between, *range(back + 1, min(len(line.spans), back + _REACH))]
    for place in places:
        if _says_back(line.spans[place]):
            return place
    is_rest = any(line.spans[place].kind is SpanKind.LEFTOVER for place in between)
    to_him = any(line.spans[place].value == "him" for place in places)
    if not is_rest or not to_him:
        return None
    return next((place for place in places if _is_giving(line.spans[place])), None)


def _says_back(span: Span) -> bool:
    return span.value in _HANDED_BACK and span.kind is SpanKind.VERB


def _is_giving(span: Span) -> bool:
    return span.kind is SpanKind.VERB and span.value == "give"


@woken_by(kinds=(SpanKind.CHANGE,))
def drop_note_without_change(line: Line) -> None:
    """Of "took it for 385, gave 500, and got the change" only the price stayed."""
    amounts = line.amounts()
    words = line.where(SpanKind.CHANGE)
    if len(amounts) < _PAIR or len(words) != 1 or line.where(SpanKind.CARD):
        return
    note, prices = amounts[-1], amounts[:-1]
    is_behind = words[0] > note and beside(line, words[0]) in {None, note}
    paid = _verb_before(line, note, prices[-1])
    total = sum(map(line.number, prices))
    is_enough = line.number(note) % _NOTE == 0 and total < line.number(note) < total * 3
    if is_behind and paid is not None and is_enough:
        line.drop(note)
        for at in prices:
            line.doubt(at)
