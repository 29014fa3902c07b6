"""When the shop sleeps: what the clock tells people then makes no sound."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from services.messages import OutgoingMessage
from services.ports import Books

OPENS = dt.time(8)
CLOSES = dt.time(20)
"""Outside these hours of the shop's clock nobody is reminded, and news come silently."""


def is_by_day(books: Books, now: dt.datetime) -> bool:
    """Say whether people may be spoken to; nobody is before there is a shop."""
    shop = books.shop.get()
    return shop is not None and OPENS <= shop.local(now).time() < CLOSES


def hushed(
    books: Books, messages: Iterable[OutgoingMessage], now: dt.datetime
) -> tuple[OutgoingMessage, ...]:
    """Let messages of the clock come without a sound by night."""
    if is_by_day(books, now):
        return tuple(messages)
    return tuple(replace(each, is_silent=True) for each in messages)
