"""Read the owner's kin as whom the money went to: "дала зятю шефа 4000"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_KIN = frozenset(
    "зятю зятеві брату братові сину синові сыну куму кумові свату сватові племіннику племінникові"
    " племяннику сестрі сестре доньці дочці дочке дочери мамі маме матері матери батьку батькові"
    " отцу тещі теще тестю дружині жінці жене невістці невестке дядьку дяде тітці тете другу"
    " другові внуку онуку".split()
)
"""Kin in the dative: the money went to them, and the owner answers for it."""


@woken_by(words=_KIN)
def with_owners_kin(line: list[Span]) -> list[Span]:
    """Let "зятю шефа" be one who got money, and not the owner who gave it."""
    told: list[Span] = []
    for span in line:
        before = told[-1] if told else None
        is_owner = span.kind is SpanKind.ROLE and span.value == "owner"
        if before is not None and is_owner and before.folded in _KIN:
            whose = f"{before.text} {span.text}"
            told[-1] = replace(span, start=before.start, text=whose, folded="шефу")
        else:
            told.append(span)
    return told
