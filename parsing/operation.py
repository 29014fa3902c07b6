"""Read one operation out of the spans that belong to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parsing.amounts import choose_amount
from parsing.clues import Clues, gather_clues
from parsing.direction import Scene
from parsing.lexicon import Lexicon
from parsing.parties import counterparty_of, find_parties
from parsing.purpose import decide
from parsing.reading import CashDraft, Missing
from parsing.spans import Span, SpanKind

MONEY_KINDS = (SpanKind.AMOUNT, SpanKind.RANGE, SpanKind.NUMBER, SpanKind.NUMBER_WORD)
"""What may be an amount."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all operations of a message."""

    today: dt.date
    currency: str
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Operation:
    """A draft, and what it lacks."""

    draft: CashDraft
    missing: tuple[Missing, ...]


def read_operation(
    spans: Sequence[Span], setting: Setting, *, usual_date: dt.date | None
) -> Operation:
    """Read spans as one operation; the usual date is for those that name none."""
    clues = gather_clues(spans, setting.lexicon)
    scene = Scene(clues, find_parties(clues))
    direction, category = decide(scene)
    orders = {span.value for span in clues.all(SpanKind.ORDER)}
    draft = CashDraft(
        amount=choose_amount(clues, setting.currency),
        direction=direction,
        category=category,
        booked_on=_date(scene, setting.today, usual_date),
        counterparty=counterparty_of(scene.parties),
        order_reference=orders.pop() if len(orders) == 1 else None,
    )
    return Operation(draft, _missing(draft))


def _missing(draft: CashDraft) -> tuple[Missing, ...]:
    lacking = (
        (draft.amount, Missing.AMOUNT),
        (draft.direction, Missing.DIRECTION),
        (draft.category, Missing.CATEGORY),
        (draft.booked_on, Missing.DATE),
    )
    return tuple(missing for value, missing in lacking if value is None)


def _date(scene: Scene, today: dt.date, usual_date: dt.date | None) -> dt.date | None:
    """Give the one day that is named; none when days contradict, are vague, or still ahead."""
    clues = scene.clues
    written = {span.value for span in clues.all(SpanKind.DATE)}
    if clues.has(SpanKind.DATE_WORD, "vague", "ago") or "" in written:
        return None
    if not written:
        return None if clues.has(SpanKind.DATE_WORD, "attributive") else usual_date
    if len(written) > 1:
        own = written - {clues.spans[at].value for at in _explaining_dates(clues)}
        return today if own == {today.isoformat()} else None
    is_payment = clues.has(SpanKind.VERB, "pay", "give") or bool(scene.getters)
    if is_payment and _explaining_dates(clues):
        return None
    return dt.date.fromisoformat(written.pop())


def _explaining_dates(clues: Clues) -> list[int]:
    """Give the dates that say what was paid for, not when: "за вчора"."""
    found: list[int] = []
    for index in clues.by_kind.get(SpanKind.DATE, ()):
        before = clues.neighbour(index, -1)
        if before is not None and before.value in {"for", "for_price"}:
            found.append(index)
    return found


def has_money(spans: Sequence[Span]) -> bool:
    """Tell whether anything in the spans may be an amount."""
    return any(span.kind in MONEY_KINDS for span in spans)
