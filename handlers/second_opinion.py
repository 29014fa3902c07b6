"""Ask a language model about what stayed unsettled, where the shop has set one."""

import datetime as dt
from typing import Protocol

from parsing.advice.proposal import may_be_asked_about, told_in, with_proposal
from parsing.annotation.lexicon import Lexicon
from parsing.reading import Reading, Unclear


class Adviser(Protocol):
    """A language model, or nobody."""

    async def answer(self, text: str, *, today: dt.date, currency: str) -> str | None:
        """Say in the form of parsing.advice.proposal what a message means; None for no answer."""


class NoAdviser:
    """Nobody: what is unsettled is asked."""

    async def answer(self, text: str, *, today: dt.date, currency: str) -> str | None:
        """Give no answer."""
        del text, today, currency
        return None


async def second_opinion(
    reading: Reading,
    text: str,
    adviser: Adviser,
    *,
    now: dt.datetime,
    currency: str,
    lexicon: Lexicon,
) -> Reading:
    """Complete an unclear reading by what the adviser says, if that bears checking."""
    if isinstance(adviser, NoAdviser) or not isinstance(reading, Unclear):
        return reading
    told = told_in(text, now=now, currency=currency, lexicon=lexicon)
    if not told.numbers or not may_be_asked_about(reading):
        return reading
    answer = await adviser.answer(text, today=now.date(), currency=currency)
    return reading if answer is None else with_proposal(reading, answer, told, today=now.date())
