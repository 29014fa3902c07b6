"""What a pressed button means: Telegram knows only a short token, the books know the rest.

A token names the message in the outbox, the button's place on it and a secret of that message.
Nobody can make one up, none works in another chat, and all of them grow too old.
"""

import datetime as dt
import hmac
import re
import secrets
from dataclasses import dataclass

from services.ports import Books

LIVES_DAYS = 45
"""So long a button works: longer than a month is open."""
_SECRET_BYTES = 6
_TOKEN = re.compile(r"([0-9a-z]{1,12})\.([0-9]{1,3})\.([A-Za-z0-9_-]{8})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class TooOld:
    """The button is of another time, of another chat, or of nobody's making."""


def new_secret() -> str:
    """Make the secret of a message's buttons: 48 bits, which is far more than can be tried."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def token_of(message_id: int, place: int, secret: str) -> str:
    """Give what stands on a button in place of its data; at most 26 of Telegram's 64 bytes."""
    return f"{_short(message_id)}.{place}.{secret}"


def meaning_of(books: Books, token: str, *, chat_id: int, at: dt.datetime) -> str | TooOld:
    """Give the data of a button by its token.

    Args:
        books: the open books.
        token: what Telegram brought.
        chat_id: where it was pressed.
        at: when.
    """
    read = _TOKEN.fullmatch(token)
    if read is None:
        return TooOld()
    shown = books.outbox.shown(int(read[1], len(_DIGITS)))
    place = int(read[2])
    if shown is None or place >= len(shown.buttons):
        return TooOld()
    is_good = hmac.compare_digest(shown.secret, read[3]) and shown.chat_id == chat_id
    if not is_good or at - shown.queued_at > dt.timedelta(days=LIVES_DAYS):
        return TooOld()
    return shown.buttons[place].data


def _short(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits or "0"
