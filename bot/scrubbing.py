"""Keeps secrets and people's numbers out of the log."""

import re

_TOKEN = re.compile(r"\d{5,14}(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(?<=://)([^/\s:@]+):[^/\s@]+(?=@)")
_QUOTED_INPUT = re.compile(r"(?s)(input_value=|input=).*?(?=, input_type=|\n|\Z)")
_QUOTED_CONTENT = re.compile(r"(?s)\b(Content: ).*")
"""aiogram ends what it says about an unreadable answer with the answer, lines and all."""
_BEARER = re.compile(r"(?i)\b(bearer|x-token|x-sign|x-2fa-approval)\b(\W{1,4})[\w.~+/=-]{8,}")
_WEBHOOK = re.compile(r"(/rest/\d+/)\w{8,}")
"""The address of a Bitrix24 webhook is its key."""
_SECRET_LETTERS_MIN = 6
_kept_out: set[str] = set()
"""Keys that this process was given, word for word."""
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?"
    r"(?![A-Za-z0-9])"
)
_NUMBER = re.compile(
    r"(?P<kept>"
    r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?"  # a moment
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b"  # an address of a machine
    r")"
    r"|\+?\(?\d(?:[ ().\u00a0\u2009\u202f-]{0,2}\d){8,}"
)


def keep_out(*secrets: str) -> None:
    """Have secrets of no known form taken out of every text from now on."""
    _kept_out.update(each for each in secrets if len(each) >= _SECRET_LETTERS_MIN)


def scrub(text: str) -> str:
    """Take tokens, passwords, card, account and telephone numbers out of a text."""
    for secret in _kept_out:
        text = text.replace(secret, "[key]")
    text = _BEARER.sub(r"\1\2[key]", text)
    text = _WEBHOOK.sub(r"\1[key]", text)
    text = _TOKEN.sub("[token]", text)
    text = _PASSWORD.sub(r"\1:[password]", text)
    text = _QUOTED_INPUT.sub(r"\1[left out]", text)
    text = _QUOTED_CONTENT.sub(r"\1[left out]", text)
    text = _IBAN.sub("[account]", text)
    return _NUMBER.sub(lambda found: found["kept"] or "[number]", text)
