"""Take off what was paid in the notes that were not taken: "30к в термінал, 200 випльовує"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_MACHINES = ("термінал", "терминал", "terminal", "банкомат", "atm", "ібокс", "айбокс", "ibox")
_AT_BANKS = frozenset({"bank", "bank_deposit", "deposit", "cash_from_bank"})
_REJECTING = (
    "reject", "refus", "spat", "spit", "випльов", "виплюн", "выплю", "выплев", "забрак", "отверг",
    "відхил", "отклон",
)  # fmt: skip
_ACCEPTING = (
    "прийм",
    "прийня",
    "прийн",
    "приня",
    "приним",
    "взя",
    "бере",
    "брал",
    "accept",
    "tak",
    "took",
)
_BORDERS = frozenset({",", ".", ";", "(", "-", "–", "—"})
_OTHERS = frozenset({SpanKind.NAME, SpanKind.FIRM, SpanKind.ORDER, SpanKind.GOODS, SpanKind.CARD})
_PLACES = frozenset({"bank", "till", "cashier"})
_DRAWING = frozenset({"withdraw"})
_PAIR, _FEW = 2, 4
"""Notes that are not taken are a small part of what was brought."""


def with_notes_rejected(spans: list[Span]) -> list[Span]:
    """Leave out the notes that were not taken, and what became of them; to be confirmed."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR:
        return spans
    paid_in, rejected = sums
    borders = [at for at in range(paid_in + 1, rejected) if spans[at].text in _BORDERS]
    whole, part = spans[paid_in].number, spans[rejected].number
    if not borders or whole is None or part is None or part * _FEW > whole:
        return spans
    told, clause = spans[: borders[-1]], spans[borders[-1] :]
    if not _is_paid_in(told) or not _is_rejected(clause):
        return spans
    told[paid_in] = replace(told[paid_in], number=whole - part, is_sure=False)
    return [_as_paid_in(span) for span in told]


def _is_paid_in(told: Sequence[Span]) -> bool:
    """Tell whether something was brought to a bank or put into a machine."""
    is_drawn = any(span.value in _DRAWING or span.value == "from" for span in told)
    return not is_drawn and any(span.value in _AT_BANKS or _is_machine(span) for span in told)


def _is_machine(span: Span) -> bool:
    return any(word.startswith(_MACHINES) for word in span.folded.split())


def _is_rejected(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says that notes were not taken, and names nobody else."""
    is_other = any(
        span.kind in _OTHERS or (span.kind is SpanKind.ROLE and span.value not in _PLACES)
        for span in clause
        if not _is_machine(span)
    )
    return not is_other and any(_rejects(at, clause) for at in range(len(clause)))


def _rejects(at: int, clause: Sequence[Span]) -> bool:
    span = clause[at]
    if span.folded.startswith(_REJECTING) or span.value == "give_back":
        return True
    after = clause[at + 1 : at + 1 + _PAIR]
    is_denied = span.kind is SpanKind.NEGATION or span.folded == "didnt"
    return is_denied and any(it.folded.startswith(_ACCEPTING) for it in after)


def _as_paid_in(span: Span) -> Span:
    """Let a machine be where money was paid in, and no place that cash comes from."""
    if span.kind is SpanKind.VERB and span.value == "put_in":
        return replace(span, value="deposit")
    if span.value == "cash_from_bank" or _is_machine(span):
        return replace(span, kind=SpanKind.PURPOSE, value="bank_deposit")
    return span
