"""Tell what somebody sent to an account: "клієнтка скинула 2 700 на приват" is no cash."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ONTO = frozenset({"на", "to", "on", "onto", "na"})
_ACCOUNTS = ("на рахун", "на счет", "to the account", "to our account")
_SENT = frozenset({"give", "pay", "move", "give_back", "unsure"})
_OURS = frozenset({"bank", "till", "safe", "owner", "our_bank"})
_CLAUSE_ENDS = frozenset({",", ".", ";", ":", "-", "–", "—"})


@woken_by(values=("bank", "bank_deposit"))
def is_sent_to_bank(spans: Sequence[Span]) -> bool:
    """Tell whether a customer paid into a bank, or somebody was sent his money there.

    What a courier carried to a bank is cash that was paid in.
    """
    verbs = [span for span in spans if span.kind is SpanKind.VERB]
    others = [at for at, span in enumerate(spans) if _is_other(span)]
    onto = next((at for at in range(len(spans)) if _is_account(spans, at)), -1)
    if len(verbs) != 1 or not others or onto < 0 or verbs[0].value not in _SENT:
        return False
    if any(span.kind is SpanKind.CASH and span.value != "money" for span in spans):
        return False
    told = spans[min(others[0], spans.index(verbs[0])) : onto]
    return others[0] < onto and not any(span.text in _CLAUSE_ENDS for span in told)


def _is_other(span: Span) -> bool:
    return span.kind is SpanKind.ROLE and span.value not in _OURS


def _is_account(spans: Sequence[Span], at: int) -> bool:
    """Tell whether it is "на приват" or "на рахунок у банку"."""
    span = spans[at]
    if span.value == "bank_deposit":
        return span.folded.startswith(_ACCOUNTS)
    return at > 0 and span.value == "bank" and spans[at - 1].folded in _ONTO
