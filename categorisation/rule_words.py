"""Read a rule that is told in plain words: "'ЄСВ' out up to 5000 = taxes"."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from categorisation.rules import Direction, Rule
from ledger.money import decimals_of

_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]+)[\"“”»]")
_ACCOUNT = re.compile(r"\b([A-Z]{2}\d{2}[A-Z0-9]{11,30}|\d{14,30})\b")
_TAX_ID = re.compile(r"\b(\d{8}|\d{10}|\d{12})\b")
_FIGURE = r"(\d[\d ]*(?:[.,]\d{1,4})?)"


@dataclass(frozen=True, slots=True)
class ToldRule:
    """What a rule's words say: what a line has, and the name of an account."""

    rule: Rule
    """Its category is not known yet."""
    account: str


def read_rule(text: str, currency: str) -> ToldRule | None:
    """Read a rule in English, Ukrainian or Russian; None when it is none.

    Args:
        text: such as "Zubrowka = advertising" or "усі «оренда» понад 5000 – оренда".
        currency: the money that bare amounts are in.
    """
    parted = _parted(text)
    if parted is None:
        return None
    told, account = parted
    quoted = tuple(each.strip() for each in _QUOTED.findall(told))
    told = _QUOTED.sub(" ", told)
    told, accounts = _taken(told, _ACCOUNT)
    told, least = _bound(told, "least", currency)
    told, most = _bound(told, "most", currency)
    told, tax_ids = _taken(told, _TAX_ID)
    told, direction = _direction(told)
    left = tuple(_bare(each) for each in re.split(r"[,;]", told))
    words = quoted or tuple(each for each in left if each)
    if not (words or accounts or tax_ids):
        return None
    rule = Rule(
        "new",
        "",
        direction,
        words=words,
        accounts=accounts,
        tax_ids=tax_ids,
        minor_min=least or 0,
        minor_max=most,
        currency=currency if least is not None or most is not None else "",
    )
    return ToldRule(rule, account)


@cache
def _words() -> dict[str, list[str]]:
    text = files("categorisation").joinpath("rule_words.toml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = tomllib.loads(text)
    return found


def _parted(text: str) -> tuple[str, str] | None:
    """Part what a line has from the account, at the mark that stands highest on the list."""
    unquoted = _QUOTED.sub(lambda found: "·" * len(found[0]), text)
    for mark in _words()["between"]:
        at = unquoted.lower().rfind(mark)
        if at > 0:
            told, account = text[:at], text[at + len(mark) :].strip(" .\"“”«»'")
            return (told, account) if account else None
    return None


def _taken(text: str, pattern: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    return pattern.sub(" ", text), tuple(pattern.findall(text))


def _bound(text: str, which: str, currency: str) -> tuple[str, int | None]:
    """Take an amount that bounds the line's, in minor units."""
    said = sorted(_words()[which], key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})\s*{_FIGURE}"
    found = re.search(pattern, text, re.IGNORECASE)
    if found is None:
        return text, None
    amount = Decimal(found[1].replace(" ", "").replace(",", "."))
    minor = int(amount * 10 ** decimals_of(currency))
    return text[: found.start()] + " " + text[found.end() :], minor


def _direction(text: str) -> tuple[str, Direction]:
    for direction in (Direction.IN, Direction.OUT):
        pattern = rf"(?<!\w)(?:{'|'.join(_words()[direction.value])})(?!\w)"
        if re.search(pattern, text, re.IGNORECASE):
            return re.sub(pattern, " ", text, flags=re.IGNORECASE), direction
    return text, Direction.BOTH


def _bare(text: str) -> str:
    """Leave out what is said around."""
    around = frozenset(_words()["around"])
    words = [word for word in text.split() if word.lower().strip(".:") not in around]
    return " ".join(words).strip(" .:'’")
