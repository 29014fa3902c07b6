"""One `STMTTRN` of OFX as a statement line."""

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache

from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.lone_ids import identity
from sources.bank_files.ofx_text import plain_text
from sources.bank_files.xml_text import exact_money

_OPENING = re.compile(r"<([A-Z][A-Z0-9._]*)\s*>([^<]*(?:<(?![A-Za-z/!?])[^<]*)*)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+", re.ASCII)
_POINTED_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_INSTANT = re.compile(
    r"(\d{14})(?:\.\d*)?\s*\[([+-]?\d{1,2}(?:\.\d{1,2})?)(?::[^\]]*)?\]", re.ASCII
)
_STAND_INS = frozenset({"000000", "120000"})
"""Times that banks write where they know the day only."""
_DAY_DIGITS = 8
_INSTANT_MAX = 60
_DAY_MINUTES = 24 * 60


def read_line(body: str, currency: str, lone: set[str], raw: bytes) -> StatementLine:
    """Read what stands within `STMTTRN`, or within `STMTTRNP` for a pending one.

    The booking day is the one that is written, whatever zone stands behind it: banks mean their
    own day. `CURRENCY` tells that the amount is in that currency, `ORIGCURRENCY` that it was.
    `FITID` identifies only where it stands once in the statement and counts nothing: banks repeat
    it, or begin anew in each file.

    Raises:
        ValueError: it has no day or amount, or corrects another line.
        MoneyError: the amount does not fit the currency.
    """
    fields = dict(_OPENING.findall(body))
    told = fields.get
    if "CORRECTACTION" in fields:
        message = f"corrects FITID {plain_text(told('CORRECTFITID', '?'))[:40]!r}"
        raise ValueError(message)
    posted, available = told("DTPOSTED") or told("DTTRAN", ""), told("DTAVAIL")
    if "CURSYM" in fields and "CURRENCY" in fields:
        currency = told("CURSYM", "").strip().upper() or currency
    return StatementLine(
        day_of(posted.strip()[:_DAY_DIGITS]),
        amount_of(told("TRNAMT", ""), currency),
        day_of(available.strip()[:_DAY_DIGITS]) if available else None,
        _instant(posted[:_INSTANT_MAX]) if "[" in posted else None,
        plain_text(told("EXTDNAME") or told("NAME", "")) or None,
        plain_text(told("ACCTID", "")) or None,
        None,
        plain_text(told("MEMO", "")),
        _reference(told("CHECKNUM", "")) or _reference(told("REFNUM", "")),
        identity(told("FITID", "").strip(), lone),
        told("TRNTYPE", "").strip() or None,
        raw,
        "DTTRAN" in fields,
    )


def currency_of(body: str) -> str | None:
    """Give the currency that a line names."""
    return dict(_OPENING.findall(body)).get("CURSYM", "").strip().upper() or None


def amount_of(text: str, currency: str) -> Money:
    """Read an amount with a sign, and a point or a comma before its decimals.

    Raises:
        ValueError: it is no amount.
        MoneyError: it does not fit the currency.
    """
    bare = text.strip()
    if "," in bare:
        if _POINTED_THOUSANDS.fullmatch(bare):
            bare = bare.replace(".", "")
        bare = bare.replace(",", "" if _THOUSANDS.fullmatch(bare) else ".")
    return exact_money(bare, currency)


@lru_cache(maxsize=4_096)
def day_of(digits: str) -> dt.date:
    """Read YYYYMMDD.

    Raises:
        ValueError: there is no such day.
    """
    try:
        if len(digits) == _DAY_DIGITS and digits.isascii() and digits.isdigit():
            return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        pass
    message = f"day {digits!r}" if digits else "no day"
    raise ValueError(message)


@lru_cache(maxsize=4_096)
def _instant(text: str) -> dt.datetime | None:
    """Read the instant in UTC where a zone is told and the time is no stand-in for a day."""
    found = _INSTANT.match(text.strip())
    if found is None or found[1][_DAY_DIGITS:] in _STAND_INS:
        return None
    minutes = int(Decimal(found[2]) * 60)
    if abs(minutes) >= _DAY_MINUTES:
        return None
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    try:
        local = dt.datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=zone)
        return local.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def _reference(text: str) -> str | None:
    """Give a number that refers to a document; zeros refer to none."""
    number = plain_text(text)
    return number if number.strip("0") else None
