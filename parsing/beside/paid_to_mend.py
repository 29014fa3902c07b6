"""Read what somebody is paid to mend as the shop's upkeep: "сусіду дала 350, щоб починив кран"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_MENDED = (
    "почин", "полагод", "відремонт", "отремонт", "залата", "прочист", "налаштув", "настрои",
    "наладил", "fix", "mend", "repair", "unblock",
)  # fmt: skip
_BY_US = ("ла", "ли", "ly", "la", "gave", "paid")
_SHE = ("а", "я", "a")
_REACH = 3
_TRADES = frozenset({"installer", "handyman", "mechanic"})


@woken_by(values=("so_that",))
def with_paid_to_mend(line: list[Span]) -> list[Span]:
    """Let "so that he mends it" tell what for; what is broken is not sold, the neighbour no buyer.

    Whose trade is told is paid for his work.
    """
    so_that = next((at for at, span in enumerate(line) if span.value == "so_that"), 0)
    mended = _mending_behind(line, so_that)
    if mended < 0 or not any(_is_given_by_us(line, at) for at in range(so_that)):
        return line
    told = [_quiet(span) if _is_beside(span) else span for span in line[:so_that]]
    if any(span.value in _TRADES for span in told):
        return [*told, *line[so_that:]]
    work = replace(line[mended], kind=SpanKind.PURPOSE, value="repairs_maintenance")
    return [
        *told,
        *map(_quiet, line[so_that:mended]),
        work,
        *map(_quiet_goods, line[mended + 1 :]),
    ]


def _mending_behind(line: Sequence[Span], so_that: int) -> int:
    """Say where it is told within a few words that something is to be mended; -1 if it is not."""
    near = range(so_that + 1, min(len(line), so_that + 1 + _REACH))
    return next((at for at in near if line[at].folded.startswith(_MENDED)), -1)


def _is_given_by_us(line: Sequence[Span], at: int) -> bool:
    span, who = line[at], line[at - 1] if at else None
    is_giving = span.kind is SpanKind.VERB and span.value in {"give", "pay"}
    is_hers = who is not None and who.kind is SpanKind.NAME and who.folded.endswith(_SHE)
    return is_giving and span.folded.endswith(_BY_US) and not is_hers


def _is_beside(span: Span) -> bool:
    return span.kind is SpanKind.GOODS or (span.kind is SpanKind.ROLE and span.value == "customer")


def _quiet_goods(span: Span) -> Span:
    return _quiet(span) if span.kind is SpanKind.GOODS else span


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")
