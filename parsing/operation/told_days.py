"""Settle which of the days that an operation names is the day its cash moved."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from ledger.cash import CashCategory
from parsing.annotation.respelling import is_slipped_word
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues
from parsing.operation.purpose import Decision
from parsing.operation.scene import Scene

COUNTED = frozenset({CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS})
"""What a count of the till brings to light, on the day it was off."""


def day_of(
    scene: Scene, decision: Decision, usual_date: dt.date | None, today: dt.date
) -> dt.date | None:
    """Give the day that is named; of "yesterday's count: 12 missing" it is yesterday."""
    is_of_yesterday = scene.clues.has(SpanKind.DATE_WORD, "attributive")
    is_nobody_paid = not scene.getters and not scene.clues.has(SpanKind.VERB)
    is_told_late = any(span.folded.startswith(_LATE) for span in scene.clues.spans)
    is_its_day = decision.category in COUNTED or is_nobody_paid or is_told_late
    if is_of_yesterday and is_its_day and usual_date == today:
        return today - dt.timedelta(days=1)
    return _date(scene, usual_date)


_LATE = ("forgot", "missed", "забув", "забул", "забыл", "не запис", "не внес", "пропуст")
"""What is said of an entry that comes late: "forgot to log yesterday's taxi"."""


def is_day_doubtful(scene: Scene) -> bool:
    """Tell whether the day is to be confirmed: told twice, aside, or in a word nobody read."""
    clues = scene.clues
    is_of_yesterday = clues.has(SpanKind.DATE_WORD, "attributive") and not scene.getters
    return (
        is_of_yesterday
        or _is_day_aside(clues)
        or bool(_days_of_events(clues))
        or _are_days_at_odds(clues)
        or _is_day_unread(clues)
        or not all(map(_is_sure_day, clues.all(SpanKind.DATE)))
        or any(span.value == ASIDE and not span.is_sure for span in clues.all(SpanKind.COMMON))
    )


def _are_days_at_odds(clues: Clues) -> bool:
    """Tell whether days of several clauses are told, so that the cash may have moved on any."""
    explaining = {*explaining_dates(clues), *_possessive_dates(clues)}
    told = {
        clues.spans[at].value
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if at not in explaining and not _is_deadline(clues, at)
    }
    return len(told) > 1


_OF_DAYS = (
    "вчор", "вчер", "учор", "учер", "yester", "позавч", "передвч", "понеділ", "понедел", "poned",
    "vchor", "vcher", "pozavch",
)  # fmt: skip
_DAYS = (
    "вчора", "учора", "позавчора", "вчера", "позавчера", "сьогодні", "сегодня", "понеділок",
    "вівторок", "середу", "четвер", "пятницю", "суботу", "неділю", "понедельник", "вторник",
    "среду", "четверг", "пятницу", "субботу", "воскресенье", "yesterday", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "vchora", "vchera", "ponedilok",
)  # fmt: skip
_LETTERS_OF_DAYS = frozenset("".join(sorted(day)) for day in _DAYS)


def _is_day_unread(clues: Clues) -> bool:
    """Tell whether a word that nobody read looks like a day: "передвчора", "позачвора"."""
    return any(
        "".join(sorted(span.folded)) in _LETTERS_OF_DAYS
        or any(part in span.folded for part in _OF_DAYS)
        for span in clues.all(SpanKind.WORD)
        if not span.text[0].isupper()
    )


def _date(scene: Scene, usual_date: dt.date | None) -> dt.date | None:
    """Give the one day that is named; none when days contradict, are vague, or still ahead."""
    clues = scene.clues
    aside = _days_of_rest(clues) | _days_of_people(clues) | _days_of_events(clues)
    written = {
        clues.spans[at].value
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if at not in aside
        if not _is_deadline(clues, at)
    }
    is_today_told = usual_date is not None and usual_date.isoformat() in written
    if "" in written or _has_unread_ago(clues) or (_is_vague_day(clues) and not is_today_told):
        return None
    if not written:
        return usual_date
    if len(written) > 1:
        return _one_of(clues, written, usual_date)
    if _are_days_worked(clues):
        return usual_date  # "взяла зп за п'ятницю" says for which day
    is_payment = clues.has(SpanKind.VERB, "pay", "give") or bool(scene.getters)
    is_payment = is_payment and not clues.has(SpanKind.PURPOSE, *COUNTED)
    is_usual = usual_date is not None and written == {usual_date.isoformat()}
    if is_payment and not is_usual and (explaining := explaining_dates(clues)):
        # "For Wednesday's job" says what for; "за вчора" may also be when.
        return usual_date if set(explaining) <= set(_possessive_dates(clues)) else None
    return dt.date.fromisoformat(written.pop())


def _one_of(clues: Clues, written: set[str], usual_date: dt.date | None) -> dt.date | None:
    """Choose among several days; none where nothing speaks for one."""
    told_aside = {*explaining_dates(clues), *_possessive_dates(clues)}
    own = written - {clues.spans[at].value for at in told_aside}
    beside = {clues.spans[at].value for at in _days_beside_money(clues)} & own
    if len(beside) == 1:
        return dt.date.fromisoformat(beside.pop())
    if usual_date is not None and usual_date.isoformat() in own:
        return usual_date  # "мили в суботу, оплата сьогодні"
    return dt.date.fromisoformat(own.pop()) if len(own) == 1 else None


def _days_beside_money(clues: Clues) -> list[int]:
    """Give the days of the clause with the money: "здала вчора 5 000, чек дали сьогодні".

    A clause that has only the figure tells it of the one before.
    """
    borders = [at for at, span in enumerate(clues.spans) if _is_border(span)]
    money = clues.by_kind.get(SpanKind.AMOUNT, ())
    if len(money) != 1:
        return []
    start = max((at for at in borders if at < money[0]), default=-1)
    end = min((at for at in borders if at > money[0]), default=len(clues.spans))
    if start >= 0 and not any(span.kind in _ACTING for span in clues.spans[start:end]):
        clauses = pairwise((-1, *(at for at in borders if at <= start)))
        paying = [(at, to) for at, to in clauses if _pays(clues.spans[at + 1 : to])]
        before = max((at for at in borders if at < start), default=-1)
        start, end = paying[-1] if paying else (before, end)
    return [at for at in clues.by_kind.get(SpanKind.DATE, ()) if start < at < end]


def _pays(clause: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.VERB and span.value in _PAYING for span in clause)


_PAYING = frozenset({"pay", "give", "buy", "spend", "sell", "receive", "take"})
_ACTING = frozenset({SpanKind.VERB, SpanKind.DATE})


def _is_border(span: Span) -> bool:
    is_mark = span.text in _CLAUSE_ENDS or span.text in {"!", ":"}
    return is_mark or span.kind in {SpanKind.JOINER, SpanKind.NEWLINE} or span.value == "but"


def _is_deadline(clues: Clues, at: int) -> bool:
    """Tell whether a day is when something ends or is due: "till the 20th", "до п'ятниці"."""
    before = clues.neighbour(at, -1)
    if before is not None and before.folded == "the":
        before = clues.neighbour(at, -2)
    return before is not None and (
        before.value in {"to", "until"}
        or (before.folded == "на" and before.kind is SpanKind.PREPOSITION)
        or (before.kind in _FOR_WHAT and before.folded.endswith((" на", " for")))
    )


_FOR_WHAT = frozenset({SpanKind.PURPOSE, SpanKind.THING})
VAGUE_DAYS = frozenset({"vague", "long_ago", "last_week", "last_month", "month_end"})
"""Words for a time that no day can be told from."""
ASIDE = "aside"
"""The value of a day that tells of something beside the money."""
_CLAUSE_ENDS = frozenset({",", ".", ";", "(", ")"})


def _is_vague_day(clues: Clues) -> bool:
    """Tell whether the day is told vaguely, and not only of something beside the money."""
    amounts = clues.by_kind.get(SpanKind.AMOUNT, ())
    for at in clues.by_kind.get(SpanKind.DATE_WORD, ()):
        if clues.spans[at].value not in VAGUE_DAYS:
            continue
        apart = (
            any(span.text in _CLAUSE_ENDS for span in clues.spans[min(at, each) : max(at, each)])
            for each in amounts
        )
        is_aside = clues.spans[at].value == "long_ago" and bool(amounts) and all(apart)
        is_aside = is_aside or _is_of_wage(clues, at)  # "Olena's wage for last week"
        if not is_aside and not _is_of_another_sentence(clues, at):
            return True
    return False


_SENTENCE_ENDS = frozenset({".", "!"})


def _is_of_another_sentence(clues: Clues, at: int) -> bool:
    """Tell whether only a sentence before the money tells of it: "this week is mad."."""
    money = min(clues.by_kind.get(SpanKind.AMOUNT, ()), default=-1)
    ends = [it for it, span in enumerate(clues.spans) if span.text in _SENTENCE_ENDS]
    return any(at < it < money for it in ends)


_OF_DAY = frozenset({"from", "з", "із", "зі", "с", "со"})


_THAT_ONE = frozenset("тот та той те ті one guy lady client that".split())


def _days_of_people(clues: Clues) -> set[int]:
    """Give the days that only tell who is meant: "the guy from yesterday came back, paid"."""
    return {
        at
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if (before := clues.neighbour(at, -1)) is not None
        and before.folded in _OF_DAY
        and (who := clues.neighbour(at, -2)) is not None
        and (who.value == "customer" or who.folded in _THAT_ONE)
    }


_WILL_BE = ("монтаж", "доставк", "встановл", "установк", "install", "deliver", "fitting", "видач",
    "самовив", "самовыв", "pickup", "collection")  # fmt: skip


def _days_of_events(clues: Clues) -> set[int]:
    """Give the days of what is paid ahead for: "deposit 4000, install on 25 May"."""
    amounts = clues.by_kind.get(SpanKind.AMOUNT, ())
    if not clues.has(SpanKind.PURPOSE, "customer_prepayment") or not amounts:
        return set()
    last = max(amounts)
    return {
        at
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if at > last
        and any(it.folded.startswith(_WILL_BE) for it in clues.spans[max(last, at - _NEAR) : at])
    }


def day_of_takings(clues: Clues, usual_date: dt.date | None) -> dt.date | None:
    """Give the day that takings "of Saturday" were put away: another one told, or the usual."""
    explaining = set(explaining_dates(clues))
    own = {
        clues.spans[at].value
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if at not in explaining and clues.spans[at].value
    }
    return dt.date.fromisoformat(own.pop()) if len(own) == 1 else usual_date


def _is_sure_day(span: Span) -> bool:
    return span.is_sure and not is_slipped_word(span)


def _is_day_aside(clues: Clues) -> bool:
    """Tell whether a day may tell of what is still to come: "advance 1500, the rest on Friday"."""
    amounts = clues.by_kind.get(SpanKind.AMOUNT, ())
    for at in clues.by_kind.get(SpanKind.DATE, ()):
        before = clues.spans[max(0, at - 3) : at + 3]
        if amounts and at > max(amounts) and any(it.kind is SpanKind.LEFTOVER for it in before):
            return True
    return False


def _days_of_rest(clues: Clues) -> set[int]:
    """Give the days when the rest is to come: "advance 1500, the rest on Friday"."""
    amounts = clues.by_kind.get(SpanKind.AMOUNT, ())
    return {
        at
        for at in clues.by_kind.get(SpanKind.DATE, ())
        for step in (-1, 1)
        if len(amounts) == 1
        and amounts[0] < at
        and (near := clues.neighbour(at, step)) is not None
        and near.kind is SpanKind.LEFTOVER
        and clues.spans[at].value
        and not any(amounts[0] < verb for verb in clues.by_kind.get(SpanKind.VERB, ()))
    }


def _has_unread_ago(clues: Clues) -> bool:
    """Tell whether "ago" stands behind a time that could not be read; "назад" is also "back"."""
    times = {SpanKind.UNIT, SpanKind.QUANTITY, SpanKind.DATE, SpanKind.VAGUE}
    return any(
        clues.spans[at].value == "ago"
        and (before := clues.neighbour(at, -1)) is not None
        and (before.kind in times or clues.spans[at].folded == "ago")
        for at in clues.by_kind.get(SpanKind.DATE_WORD, ())
    )


_NEAR = 3
_WAGES = frozenset({"salary", "salary_advance"})


def _are_days_worked(clues: Clues) -> bool:
    """Tell whether the days are only those that a wage is of: "зп за пт", "my pay for Sat"."""
    told = clues.by_kind.get(SpanKind.DATE, ())
    return bool(told) and all(_is_of_wage(clues, at) or _is_of_a_shift(clues, at) for at in told)


def _is_of_wage(clues: Clues, at: int) -> bool:
    """Tell whether "for" stands before a day and a wage right before that."""
    before = clues.neighbour(at, -1)
    is_for = before is not None and before.value in {"for", "for_price"}
    return is_for and any(span.value in _WAGES for span in clues.spans[max(0, at - _NEAR) : at])


_ON = frozenset({"в", "у", "on"})
_FOR_WORK = ("за ", "for ")


def _is_of_a_shift(clues: Clues, index: int) -> bool:
    """Tell whether a day says which work was paid: "дала Свете 850 за подмену в субботу"."""
    on, what, sum_ = (clues.neighbour(index, -step) for step in (1, 2, 3))
    if on is not None and on.kind in {SpanKind.PURPOSE, SpanKind.THING}:
        what, sum_ = on, what  # a day that has its "on"
    elif on is None or on.folded not in _ON:
        return False
    is_work = what is not None and what.value == "salary" and what.folded.startswith(_FOR_WORK)
    is_paid = sum_ is not None and sum_.kind in {SpanKind.AMOUNT, SpanKind.NAME, SpanKind.ROLE}
    return is_work and is_paid


def explaining_dates(clues: Clues) -> list[int]:
    """Give the dates that say what was paid for, not when: "за вчора"."""
    found: list[int] = []
    for index in clues.by_kind.get(SpanKind.DATE, ()):
        before, after = clues.neighbour(index, -1), clues.neighbour(index, 1)
        is_heading = index == 1 and after is not None and after.text == ":"  # "за вчора: …"
        if before is not None and before.value in {"for", "for_price"} and not is_heading:
            found.append(index)
    return found


def _possessive_dates(clues: Clues) -> list[int]:
    """Give the days with an English "'s", be it typed or not: "Friday's delivery", "mondays"."""
    return [
        at
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if (span := clues.spans[at]).text.isascii()
        and (span.end - span.start > len(span.text) or span.folded.endswith("days"))
    ]
