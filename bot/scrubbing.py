"""Keeps secrets and people's numbers out of the log."""

import re

_TOKEN = re.compile(r"\d{5,14}(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(?<=://)([^/\s:@]+):[^/\s@]+(?=@)")
_QUOTED_INPUT = re.compile(r"(?s)(input_value=|input=).*?(?=, input_type=|\n|\Z)")
_QUOTED_CONTENT = re.compile(r"(?s)\b(Content: ).*")
"""aiogram ends what it says about an unreadable answer with the answer, lines and all."""
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


def scrub(text: str) -> str:
    """Take tokens, passwords, card, account and telephone numbers out of a text."""
    text = _TOKEN.sub("[token]", text)
    text = _PASSWORD.sub(r"\1:[password]", text)
    text = _QUOTED_INPUT.sub(r"\1[left out]", text)
    text = _QUOTED_CONTENT.sub(r"\1[left out]", text)
    text = _IBAN.sub("[account]", text)
    return _NUMBER.sub(lambda found: found["kept"] or "[number]", text)
