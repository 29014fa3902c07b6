"""A line of MT940, and what :60:, :62: and others tell of the page that it stands on.

A reversed credit (RC) is money out, a reversed debit (RD) is money in; expected entries (EC, ED)
stand in MT942 only. The booking day has no year: it is the one nearest to the value day.
Source: SWIFT, Standards MT, category 9, fields 60a, 61 and 62a.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ledger.currencies import DECIMALS, UNTOLD
from ledger.money import Money
from ledger.statements import StatementEnd, StatementLine
from sources.bank_files.lone_ids import identity, told
from sources.bank_files.mt940_dialects import details_of
from sources.bank_files.xml_text import exact_money

_LINE = re.compile(
    r"\s*(\d{6}) ?(\d{4})?\s*([RE]?[CD])[A-Z]?\s*([\d.,]+)"
    r"([A-Z][A-Z0-9 ]{3})?([^\n]*)(?:\n(.*))?",
    re.DOTALL | re.ASCII,
)
_BALANCE = re.compile(r"\s*([CD])(\d{6})\s*(?:([A-Z]{3})\s*)?([\d.,]+)", re.ASCII)
_FLOOR = re.compile(r"\s*([A-Z]{3})")
_SUMMARY = re.compile(r"\s*\d*([A-Z]{3})")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_ACCOUNT = re.compile(r"(.*\d)\s*(?:/\s*)?([A-Z]{3})")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_SIGNS = {"C": 1, "D": -1, "RC": -1, "RD": 1, "EC": 1, "ED": -1}
_CENTURY_FROM = 80
_NO_REFERENCE = frozenset({"N", "EREF", "KREF", "MARF", "PREF", "KREF+", "EREF+", "MARF+"})
_MODULUS = 97
_HALF_A_YEAR = dt.timedelta(days=184)


@dataclass(slots=True)
class Page:
    """A message: what is known before its lines."""

    account: str | None = None
    own: str = ""
    """Its :25: as it stands."""
    lone: set[str] = field(default_factory=set)
    """The bank's references that stand once among the account's lines."""
    bank: str | None = None
    number: str | None = None
    currency: str | None = None
    is_interim: bool = False
    """It is an MT942."""
    has_opening: bool = False
    is_told: bool = False
    """Its head was told, or it goes on with the statement before it."""
    end: StatementEnd | None = None
    goes_on: bool = False
    """It closed with :62M:."""


class Balance(NamedTuple):
    """What :60: and :62: say."""

    amount: Money
    day: dt.date


def read_line(movement: str, details: list[str], page: Page, raw: bytes) -> StatementLine:
    """Read :61: and the :86: that follow it.

    Raises:
        ValueError: there is no such day, or no amount.
        MoneyError: the amount does not fit the currency.
    """
    found = _LINE.fullmatch(movement)
    if found is None:
        message = _fault(movement)
        raise ValueError(message)
    value, entry, mark, amount, code, rest, supplement = found.groups()
    booked_on, valued_on = _days_of(value, entry)
    money = money_of(amount, page.currency or UNTOLD, _SIGNS[mark])
    own, _, banks = rest.partition("//")
    purpose, party, account, reference, tax_id, is_in_reference = details_of(
        details, own, supplement or "", page.own
    )
    if reference is None and own and not is_in_reference:
        reference = told(own)
        reference = None if reference in _NO_REFERENCE else reference
    return StatementLine(
        booked_on,
        money,
        valued_on,
        None,
        party,
        account,
        tax_id,
        purpose,
        reference,
        identity(banks, page.lone) if banks else None,
        code.rstrip() if code else None,
        raw,
        page.is_interim,
    )


def currency_of_balance(text: str) -> str | None:
    """Give the currency of :60: or :62:, where it is told."""
    found = _BALANCE.match(text)
    return found[3] if found is not None else None


def read_balance(text: str, currency: str | None) -> Balance:
    """Read :60: or :62:, of which some banks leave out the currency.

    Raises:
        ValueError: it is no balance.
        MoneyError: the amount does not fit the currency.
    """
    found = _BALANCE.match(text)
    currency = (found[3] if found is not None else None) or currency
    if found is None or currency is None:
        message = f"balance {text[:40]!r}"
        raise ValueError(message)
    sign = 1 if found[1] == "C" else -1
    return Balance(money_of(found[4], currency, sign), day_of(found[2]))


def currency_of_floor(text: str) -> str | None:
    """Give the currency of :34F: or :90:, if it is one."""
    found = _FLOOR.match(text) or _SUMMARY.match(text)
    return found[1] if found is not None and found[1] in DECIMALS else None


def bank_of(text: str) -> str | None:
    """Give the bank's code before the number in :25:, or in its second line (25P)."""
    number, _, second = text.strip().partition("\n")
    before = number.partition("/")[0].strip() if "/" in number else ""
    bic = _BIC.match(second)
    return before or (bic[0] if bic is not None else None)


def account_and_currency(text: str) -> tuple[str | None, str | None]:
    """Read :25:: an IBAN, or a number with the bank's before it; some write the currency too."""
    number = text.strip().split("\n")[0].strip()
    last = number.rpartition("/")[2].replace(" ", "")
    if is_iban(last):
        return last, None
    found = _ACCOUNT.fullmatch(number)
    if found is not None and found[2] in DECIMALS:
        number = found[1]
        last = number.rpartition("/")[2].replace(" ", "")
        return (last if is_iban(last) else number), found[2]
    return number or None, None


def is_iban(text: str) -> bool:
    """Tell an IBAN by its check digits (ISO 13616)."""
    if not _IBAN.fullmatch(text):
        return False
    moved = text[4:] + text[:4]
    return int("".join([str(int(sign, 36)) for sign in moved])) % _MODULUS == 1


@lru_cache(maxsize=4_096)
def day_of(digits: str) -> dt.date:
    """Read YYMMDD.

    Raises:
        ValueError: there is no such day.
    """
    year = int(digits[:2])
    try:
        return dt.date(
            year + (1900 if year >= _CENTURY_FROM else 2000), int(digits[2:4]), int(digits[4:6])
        )
    except ValueError:
        message = f"day {digits!r}"
        raise ValueError(message) from None


@lru_cache(maxsize=4_096)
def _days_of(value: str, entry: str | None) -> tuple[dt.date, dt.date]:
    """Read when a line was booked and when it counts: MMDD in the year nearest to YYMMDD.

    Raises:
        ValueError: there is no such day.
    """
    valued_on = day_of(value)
    if entry is None:
        return valued_on, valued_on
    nearest: dt.date | None = None
    for year in (valued_on.year, valued_on.year - 1, valued_on.year + 1):
        try:
            day = dt.date(year, int(entry[:2]), int(entry[2:]))
        except ValueError:
            continue
        if nearest is None or abs(day - valued_on) < abs(nearest - valued_on):
            nearest = day
    if nearest is None or abs(nearest - valued_on) > _HALF_A_YEAR:
        message = f"day {entry!r}"
        raise ValueError(message)
    return nearest, valued_on


def money_of(text: str, currency: str, sign: int) -> Money:
    """Read an amount with a comma before its decimals; some banks write a point.

    Raises:
        ValueError: it is no amount.
        MoneyError: it does not fit the currency.
    """
    whole, _, fraction = text.partition(",")
    if len(fraction) == DECIMALS.get(currency) and whole.isdigit() and fraction.isdigit():
        return Money(sign * int(whole + fraction), currency)
    if "," in text and "." in text:
        text = text.replace("," if text.rfind(".") > text.rfind(",") else ".", "")
    return exact_money(text.replace(",", "."), currency, sign)


def _fault(text: str) -> str:
    head = text.strip()[:40]
    if not re.match(r"\d{6}", head):
        return f"no day: {head!r}"
    if not re.match(r"\d{6} ?(?:\d{4})?\s*(?:R?[CD]|E[CD])", head):
        return f"no credit or debit: {head!r}"
    return f"no amount: {head!r}"
