"""Let what is paid down on bottles and crates go out: no customer orders them."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CONTAINERS = (
    "бутл", "бутель", "бутил", "бутыл", "балон", "баллон", "тар", "ящик", "піддон", "поддон",
    "палет", "паллет", "кег", "каністр", "канистр", "bottle", "cylinder", "crate", "pallet", "keg",
    "container", "canister",
)  # fmt: skip
_COMING_IN = frozenset({"receive", "take", "give_back", "bring", "sell"})
_REACH = 4


@woken_by(*_CONTAINERS)
def with_containers_paid_down(line: list[Span]) -> list[Span]:
    """Read a deposit for containers as an expense, to be confirmed: a customer's comes in."""
    said = {span.value for span in line}
    is_from = any(span.kind is SpanKind.PREPOSITION and span.value == "from" for span in line)
    if said & _COMING_IN or "customer" in said or is_from:
        return line
    for at, span in enumerate(line):
        after = range(at + 1, min(len(line), at + 1 + _REACH))
        is_deposit = span.kind is SpanKind.PURPOSE and span.value == "customer_prepayment"
        found = [it for it in after if line[it].folded.startswith(_CONTAINERS)]
        if is_deposit and found:
            return [
                _spent(it, is_deposit=place == at, is_container=place == found[0])
                for place, it in enumerate(line)
            ]
    return line


def _spent(span: Span, *, is_deposit: bool, is_container: bool) -> Span:
    if is_deposit:
        return replace(span, value="other_expense")
    if is_container:
        return replace(span, kind=SpanKind.COMMON, value="common")
    return replace(span, is_sure=False) if span.kind is SpanKind.AMOUNT else span
