"""Read one operation out of the spans that belong to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.cash import CashCategory
from parsing.amounts import to_money
from parsing.category_sets import PLACED
from parsing.clues import Clues, gather_clues
from parsing.lexicon import Lexicon
from parsing.memory import NOTHING_TAUGHT, Remembered, ShopMemory
from parsing.parties import counterparty_of, find_parties
from parsing.purpose import Decision, decide
from parsing.reading import CashDraft, Missing
from parsing.recall import facts_in, name_meant
from parsing.respelling import is_slipped_word
from parsing.scene import Scene
from parsing.spans import Span, SpanKind
from parsing.verb_rules import OUT

MONEY_KINDS = (SpanKind.AMOUNT, SpanKind.RANGE, SpanKind.NUMBER)
"""What may be an amount."""
_UNCERTAIN = (SpanKind.RANGE, SpanKind.NUMBER)
_PHRASE_REACH = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all operations of a message."""

    today: dt.date
    currency: str
    lexicon: Lexicon
    memory: ShopMemory = NOTHING_TAUGHT


@dataclass(frozen=True, slots=True)
class Operation:
    """A draft, and what it lacks."""

    draft: CashDraft
    missing: tuple[Missing, ...]
    reasons: tuple[str, ...] = ()
    """Why this direction and category."""
    scene: frozenset[str] = frozenset()
    """Who took which part, in words that the guess learns from."""
    is_traded: bool = False
    """Whether it is said to have been sold: no guess turns that."""


def read_operation(
    spans: Sequence[Span], setting: Setting, *, usual_date: dt.date | None
) -> Operation:
    """Read spans as one operation; the usual date is for those that name none."""
    clues = gather_clues(spans, setting.lexicon, setting.memory)
    scene = Scene(clues, find_parties(clues))
    decision = _with_likely_category(scene, decide(scene))
    taught = _taught(clues, decision)
    name = counterparty_of(scene.parties)
    orders = {span.value for span in clues.all(SpanKind.ORDER)}
    amounts = clues.all(SpanKind.AMOUNT)
    is_certain = _is_certain(clues, decision) and not _is_of_bill(clues, decision)
    # "За суботу 18 250, здала в сейф": the day says whose takings, not when they were moved.
    is_takings = decision.category in PLACED and bool(_explaining_dates(clues))
    draft = CashDraft(
        amount=to_money(amounts[0], setting.currency) if is_certain else None,
        direction=decision.direction,
        category=decision.category,
        booked_on=usual_date if is_takings else _day(scene, decision, usual_date, setting.today),
        counterparty=None if name is None else name_meant(name, setting.memory),
        order_reference=orders.pop() if len(orders) == 1 else None,
        remembered=tuple(dict.fromkeys(fact.word for fact in taught)),
    )
    doubts = []
    if is_certain and (
        not amounts[0].is_sure
        or _has_stray_money(clues)
        or _is_hardly_money(amounts[0], decision.category)
    ):
        doubts.append(Missing.AMOUNT)
    if clues.has(SpanKind.DATE_WORD, "attributive") and not scene.getters:
        doubts.append(Missing.DATE)
    if is_takings or _is_day_aside(clues) or not all(map(_is_sure_day, clues.all(SpanKind.DATE))):
        doubts.append(Missing.DATE)
    if not decision.is_direction_sure:
        doubts.append(Missing.DIRECTION)
    if not decision.is_category_sure or _is_only_half_taught(clues, decision, taught):
        doubts.append(Missing.CATEGORY)
    if clues.has(SpanKind.VAGUE, "purpose"):
        draft = replace(draft, category=None)
    missing = draft.missing
    return Operation(
        replace(draft, doubts=tuple(each for each in doubts if each not in missing)),
        missing,
        decision.reasons,
        _marks(scene),
        is_traded=scene.verbs("sell"),
    )


def _marks(scene: Scene) -> frozenset[str]:
    """Say who took which part, and what else is seen only from the whole."""
    parties = {f"{party.part} {party.role}" for party in scene.parties}
    holds = {
        "to us": scene.is_to_us,
        "a buyer": scene.has_buyer,
        "trade": scene.has_trade,
        "an expense": scene.has_expense,
        "goods along": scene.has_goods_along,
        "nobody": not scene.parties,
    }
    return frozenset(parties) | {name for name, is_so in holds.items() if is_so}


def _day(
    scene: Scene, decision: Decision, usual_date: dt.date | None, today: dt.date
) -> dt.date | None:
    """Give the day that is named; of "yesterday's count: 12 missing" it is yesterday."""
    is_of_yesterday = scene.clues.has(SpanKind.DATE_WORD, "attributive")
    is_nobody_paid = not scene.getters and not scene.clues.has(SpanKind.VERB)
    is_its_day = decision.category in _COUNTED or is_nobody_paid
    if is_of_yesterday and is_its_day and usual_date == today:
        return today - dt.timedelta(days=1)
    return _date(scene, usual_date)


def _taught(clues: Clues, decision: Decision) -> list[Remembered]:
    """Give what the shop has taught that spoke for the decision."""
    return [
        fact
        for fact in facts_in(clues.spans, clues.memory)
        if (fact.category is not None and fact.category is decision.category)
        or (fact.category is None and fact.direction in {None, decision.direction})
    ]


def _is_only_half_taught(clues: Clues, decision: Decision, taught: Sequence[Remembered]) -> bool:
    """Tell whether a category rests on nothing but words that were learned along with others."""
    for_it = [fact for fact in taught if fact.category is not None]
    is_named = clues.has(SpanKind.PURPOSE, str(decision.category))
    return bool(for_it) and not is_named and not any(fact.is_sure for fact in for_it)


_SMALL_CHANGE, _SPOKEN_SMALL = 10, 100
_COUNTED = frozenset({CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS})


def _is_hardly_money(amount: Span, category: CashCategory | None) -> bool:
    """Tell whether a figure is so small that it may count things; a till may be off by 3."""
    # "Забрал свои пятнадцать" may be fifteen thousand.
    least = _SPOKEN_SMALL if amount.text[0].isalpha() else _SMALL_CHANGE
    is_small = amount.number is not None and amount.number < least
    return is_small and not amount.value and not amount.sign and category not in _COUNTED


def _is_certain(clues: Clues, decision: Decision) -> bool:
    """Tell whether there is one amount, and no doubt which."""
    amounts = clues.all(SpanKind.AMOUNT)
    if len(amounts) != 1 or any(clues.has(kind) for kind in _UNCERTAIN) or _is_vague(clues):
        return False
    return not _may_be_thousands(amounts[0]) or decision.category in _COUNTED


def _is_of_bill(clues: Clues, decision: Decision) -> bool:
    """Tell whether the one figure right after "bill" may be its number: "paid the bill 512"."""
    (at,) = clues.by_kind[SpanKind.AMOUNT]
    before = clues.neighbour(at, -1)
    is_bill = before is not None and before.kind is SpanKind.DOCUMENT_WORD
    return is_bill and not clues.spans[at].is_sure and decision.category is None


def _may_be_thousands(amount: Span) -> bool:
    """Tell whether "two and a half" or "2,5" of no currency may be said of thousands."""
    number = amount.number
    if number is None or amount.value or amount.sign or not 0 < number < _SPOKEN_SMALL:
        return False
    return number % 1 != 0 and number * 10 % 1 == 0 and not amount.text.endswith("0")


def _is_vague(clues: Clues) -> bool:
    """Tell whether the amount is called uncertain: by a phrase, or by a word right beside it."""
    for at in clues.by_kind.get(SpanKind.VAGUE, ()):
        if clues.spans[at].value == "purpose":
            continue
        reach = _PHRASE_REACH if " " in clues.spans[at].folded else 1
        steps = (*range(-reach, 0), *range(1, reach + 1))
        near = (clues.neighbour(at, step) for step in steps)
        if any(span is not None and span.kind in MONEY_KINDS for span in near):
            return True
    return False


def _has_stray_money(clues: Clues) -> bool:
    """Tell whether a currency or "thousand" stands away from the amount."""
    return clues.has(SpanKind.CURRENCY) or clues.has(SpanKind.MULTIPLIER)


def _with_likely_category(scene: Scene, decision: Decision) -> Decision:
    """Take a payout for a thing that no word list knows for other expenses, to be confirmed."""
    is_received = decision.direction is not OUT and scene.verbs("receive")
    if decision.category is not None or not (is_received or decision.direction is OUT):
        return decision
    named = {party.index for party in scene.parties}
    has_thing = any(
        span.kind is SpanKind.WORD and index not in named and len(span.text) > 2  # noqa: PLR2004 - the figure says what it is here
        for index, span in enumerate(scene.clues.spans)
    )
    if not has_thing:
        return decision
    is_brought = scene.verbs("bring") and not scene.named("customer")
    spent = CashCategory.SUPPLIER_GOODS if is_brought else CashCategory.OTHER_EXPENSE
    likely = CashCategory.SALE_CASH if is_received else spent
    return replace(decision, category=likely, is_category_sure=False)


def _date(scene: Scene, usual_date: dt.date | None) -> dt.date | None:
    """Give the one day that is named; none when days contradict, are vague, or still ahead."""
    clues = scene.clues
    aside = _days_of_rest(clues)
    written = {
        clues.spans[at].value
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if at not in aside
        if (before := clues.neighbour(at, -1)) is None
        or (before.value not in {"to", "until"} and before.folded != "на")
    }
    is_today_told = usual_date is not None and usual_date.isoformat() in written
    if "" in written or _has_unread_ago(clues) or (_is_vague_day(clues) and not is_today_told):
        return None
    if not written:
        return usual_date
    if len(written) > 1:
        told_aside = {*_explaining_dates(clues), *_possessive_dates(clues)}
        own = written - {clues.spans[at].value for at in told_aside}
        if usual_date is not None and usual_date.isoformat() in own:
            return usual_date  # "мили в суботу, оплата сьогодні"
        return dt.date.fromisoformat(own.pop()) if len(own) == 1 else None
    is_payment = clues.has(SpanKind.VERB, "pay", "give") or bool(scene.getters)
    is_payment = is_payment and not clues.has(SpanKind.PURPOSE, *_COUNTED)
    is_usual = usual_date is not None and written == {usual_date.isoformat()}
    if is_payment and not is_usual and (explaining := _explaining_dates(clues)):
        # "For Wednesday's job" says what for; "за вчора" may also be when.
        return usual_date if set(explaining) <= set(_possessive_dates(clues)) else None
    return dt.date.fromisoformat(written.pop())


_VAGUE_DAYS = frozenset({"vague", "long_ago", "last_week", "last_month"})
_CLAUSE_ENDS = frozenset({",", ".", ";", "(", ")"})


def _is_vague_day(clues: Clues) -> bool:
    """Tell whether the day is told vaguely, and not only of something beside the money."""
    amounts = clues.by_kind.get(SpanKind.AMOUNT, ())
    for at in clues.by_kind.get(SpanKind.DATE_WORD, ()):
        if clues.spans[at].value not in _VAGUE_DAYS:
            continue
        apart = (
            any(span.text in _CLAUSE_ENDS for span in clues.spans[min(at, each) : max(at, each)])
            for each in amounts
        )
        is_aside = clues.spans[at].value == "long_ago" and bool(amounts) and all(apart)
        if not is_aside:
            return True
    return False


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
        and before.kind in times
        for at in clues.by_kind.get(SpanKind.DATE_WORD, ())
    )


def _explaining_dates(clues: Clues) -> list[int]:
    """Give the dates that say what was paid for, not when: "за вчора"."""
    found: list[int] = []
    for index in clues.by_kind.get(SpanKind.DATE, ()):
        before = clues.neighbour(index, -1)
        if before is not None and before.value in {"for", "for_price"}:
            found.append(index)
    return found


def _possessive_dates(clues: Clues) -> list[int]:
    """Give the days with an English "'s", which reading has taken off: "Friday's delivery"."""
    return [
        at
        for at in clues.by_kind.get(SpanKind.DATE, ())
        if (span := clues.spans[at]).text.isascii() and span.end - span.start > len(span.text)
    ]


def has_money(spans: Sequence[Span]) -> bool:
    """Tell whether anything in the spans may be an amount."""
    return any(span.kind in MONEY_KINDS for span in spans)
