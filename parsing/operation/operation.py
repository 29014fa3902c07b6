"""Read one operation out of the spans that belong to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.cash import CashCategory
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.weather import is_like_temperature
from parsing.figures.amounts import to_money
from parsing.memory.memory import NOTHING_TAUGHT, Remembered, ShopMemory
from parsing.memory.recall import facts_in, name_meant
from parsing.operation.bought_and_sold import is_traded
from parsing.operation.category_sets import PLACED
from parsing.operation.clues import Clues, gather_clues
from parsing.operation.comings import is_taken_for_service, is_taken_for_what_came
from parsing.operation.parties import counterparty_of, find_parties
from parsing.operation.purpose import Decision, decide
from parsing.operation.scene import Scene
from parsing.operation.stories import is_settled_for_counted
from parsing.operation.told_days import (
    COUNTED,
    day_of,
    day_of_takings,
    explaining_dates,
    is_day_doubtful,
)
from parsing.operation.verb_rules import OUT
from parsing.operation.who_acts import is_given_by_us
from parsing.reading import CashDraft, Missing

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
    is_outright: bool = False
    """Whether it is said outright who sold or who gave: no guess turns that."""


_OUTRIGHT = (
    is_traded,
    is_given_by_us,
    is_taken_for_what_came,
    is_taken_for_service,
    is_settled_for_counted,
)


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
    is_takings = decision.category in PLACED and bool(explaining_dates(clues))
    draft = CashDraft(
        amount=to_money(amounts[0], setting.currency) if is_certain else None,
        direction=decision.direction,
        category=decision.category,
        booked_on=day_of_takings(clues, usual_date)
        if is_takings
        else day_of(scene, decision, usual_date, setting.today),
        counterparty=None if name is None else name_meant(name, setting.memory),
        order_reference=orders.pop() if len(orders) == 1 else None,
        remembered=tuple(dict.fromkeys(fact.word for fact in taught)),
    )
    doubts: list[Missing] = []
    if is_certain and _is_amount_doubtful(clues, decision):
        doubts.append(Missing.AMOUNT)
    if is_takings or is_day_doubtful(scene):
        doubts.append(Missing.DATE)
    if not decision.is_direction_sure:
        doubts.append(Missing.DIRECTION)
    if not decision.is_category_sure or _is_only_half_taught(clues, decision, taught):
        doubts.append(Missing.CATEGORY)
    if clues.has(SpanKind.VAGUE, "purpose") and not _names_what_for(clues):
        draft = replace(draft, category=None)
    missing = draft.missing
    return Operation(
        replace(draft, doubts=tuple(each for each in doubts if each not in missing)),
        missing,
        decision.reasons,
        is_outright=any(tell(scene) for tell in _OUTRIGHT),
    )


def _is_amount_doubtful(clues: Clues, decision: Decision) -> bool:
    """Tell whether the one sum is to be confirmed: computed, beside other figures, cut off."""
    (amount, *_) = clues.all(SpanKind.AMOUNT)
    return (
        not amount.is_sure
        or _may_count_goods(clues)
        or _has_stray_money(clues)
        or _is_hardly_money(amount, decision.category)
        or _is_of_change(clues)
        or _may_be_cut_off(clues)
    )


def _names_what_for(clues: Clues) -> bool:
    """Tell whether what it was for is told after all: only the writing down was forgotten."""
    return clues.has(SpanKind.PURPOSE) or clues.has(SpanKind.THING)


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


def _is_of_change(clues: Clues) -> bool:
    """Tell whether the one figure is what went back of a note that is not told: "сдачи 350".

    What somebody who is named brings back is what is left of money that he had.
    """
    (at,) = clues.by_kind[SpanKind.AMOUNT]
    near = (clues.neighbour(at, -1), clues.neighbour(at, 1))
    if not any(each is not None and each.kind is SpanKind.CHANGE for each in near):
        return False
    verbs = [place for place in clues.by_kind.get(SpanKind.VERB, ()) if place < at]
    return not any(
        clues.spans[place].value in _BROUGHT and name < place
        for place in verbs
        for name in clues.by_kind.get(SpanKind.NAME, ())
    )


def _may_count_goods(clues: Clues) -> bool:
    """Tell whether the one figure may say how many: "на склад прийшло 24 радіатори"."""
    (at,) = clues.by_kind[SpanKind.AMOUNT]
    amount, after = clues.spans[at], clues.neighbour(at, 1)
    is_small = amount.number is not None and amount.number < _SPOKEN_SMALL
    is_bare = is_small and amount.text.isdecimal() and not amount.value and not amount.sign
    return is_bare and after is not None and after.kind is SpanKind.GOODS


_BROUGHT = frozenset({"give_back", "bring"})


def _may_be_cut_off(clues: Clues) -> bool:
    """Tell whether a number in words follows a word that nobody read: "тисяа двісті"."""
    (at,) = clues.by_kind[SpanKind.AMOUNT]
    before = clues.neighbour(at, -1)
    is_unread = before is not None and before.kind is SpanKind.WORD
    is_like = is_unread and before is not None and before.folded.startswith(_LIKE_NUMBERS)
    return is_like and clues.spans[at].text[0].isalpha()


_LIKE_NUMBERS = (
    "тис", "тыс", "чоти", "четы", "пят", "шіст", "шест", "сімс", "семь", "восем", "вісі", "девя",
    "деят", "десят", "двіс", "двес", "трис", "поло", "thou", "tho", "hund", "tys", "thr", "fif",
)  # fmt: skip


_SMALL_CHANGE, _SPOKEN_SMALL = 10, 100


def _is_hardly_money(amount: Span, category: CashCategory | None) -> bool:
    """Tell whether a figure is so small that it may count things; a till may be off by 3."""
    # "Забрал свои пятнадцать" may be fifteen thousand.
    least = _SPOKEN_SMALL if amount.text[0].isalpha() else _SMALL_CHANGE
    is_small = amount.number is not None and amount.number < least
    is_small = is_small and not amount.value and not amount.sign
    return (is_small or is_like_temperature(amount)) and category not in COUNTED


def _is_certain(clues: Clues, decision: Decision) -> bool:
    """Tell whether there is one amount, and no doubt which."""
    amounts = clues.all(SpanKind.AMOUNT)
    if len(amounts) != 1 or any(clues.has(kind) for kind in _UNCERTAIN) or _is_vague(clues):
        return False
    return not _may_be_thousands(amounts[0]) or decision.category in COUNTED


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
        near = [clues.neighbour(at, step) for step in steps]
        last = near[-1]
        if last is not None and (last.kind is SpanKind.PREPOSITION or last.folded == "a"):
            near.append(clues.neighbour(at, reach + 1))  # "десь за 3200", "about a thousand"
        if any(span is not None and span.kind in MONEY_KINDS for span in near):
            return True
    return False


def _has_stray_money(clues: Clues) -> bool:
    """Tell whether a currency or "thousand" stands away from the amount."""
    return clues.has(SpanKind.CURRENCY) or clues.has(SpanKind.MULTIPLIER)


def _is_bare_adjective(clues: Clues, index: int) -> bool:
    """Tell whether a word only says of what kind: "бумажка какая-то мятая"; "за теплий" names."""
    before = clues.neighbour(index, -1)
    is_told_for = before is not None and before.kind is SpanKind.PREPOSITION
    return clues.spans[index].folded.endswith(_OF_QUALITY) and not is_told_for


_OF_QUALITY = ("ая", "яя", "ый", "ий", "ое", "ее")
"""How an adjective ends, which names nothing by itself."""


def _with_likely_category(scene: Scene, decision: Decision) -> Decision:
    """Take a payout for a thing that no word list knows for other expenses, to be confirmed."""
    is_received = decision.direction is not OUT and scene.verbs("receive")
    if decision.category is not None or not (is_received or decision.direction is OUT):
        return decision
    named = {party.index for party in scene.parties}
    has_thing = any(
        span.kind is SpanKind.WORD
        and index not in named
        and len(span.text) > 2
        and not _is_bare_adjective(scene.clues, index)
        for index, span in enumerate(scene.clues.spans)
    )
    if not has_thing:
        return decision
    is_brought = scene.verbs("bring") and not scene.named("customer")
    spent = CashCategory.SUPPLIER_GOODS if is_brought else CashCategory.OTHER_EXPENSE
    likely = CashCategory.SALE_CASH if is_received else spent
    return replace(decision, category=likely, is_category_sure=False)


def has_money(spans: Sequence[Span]) -> bool:
    """Tell whether anything in the spans may be an amount."""
    return any(span.kind in MONEY_KINDS for span in spans)
