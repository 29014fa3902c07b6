"""What stands around a table: whose account it is, of which days, with which balances."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ledger.currencies import DECIMALS
from sources.bank_files.tables.amounts import DecimalMark, amount_of, currency_beside
from sources.bank_files.tables.columns import currency_of
from sources.bank_files.tables.days import DayOrder, day_of, is_day
from sources.bank_files.tables.words import folded, words

_IBAN = re.compile(r"(?<![A-Z0-9])([A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8})(?![A-Z0-9])")
_NUMBER = re.compile(
    r"(?<![\w*])(?:[X*x]{2,}[- ]?)?\d(?:[ -]?\d){3,}(?![\w*])|[X*x]{2,}[- ]?\d{3,}"
)
_LONG_NUMBER = re.compile(r"(?<![\w*])(?:\d{16,28}|\d{2}(?: \d{4}){6})(?!\w)")
_CODE = re.compile(r"(?<![^\W\d_])[A-Z]{3}(?![^\W\d_])|[€£₴₽]|(?<=\s)грн")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_AMOUNT = re.compile(r"[-+−(]?\s?\d[\d\s\u00a0\u202f.,']*\d\)?|\d")
_NAME_MAX = 120
_PARTS = re.compile(r"[;\t|]|:(?!\d)")


@dataclass(slots=True)
class Around:
    """What is said outside the rows."""

    account: str | None = None
    currency: str | None = None
    owner: str | None = None
    opening: Decimal | None = None
    closing: Decimal | None = None
    dated: tuple[tuple[dt.date, Decimal], ...] = ()
    """Balances of days, of which it is not said whether they are before the rows or after."""

    def balances(
        self, days: tuple[dt.date, dt.date] | None
    ) -> tuple[Decimal | None, Decimal | None]:
        """Give what the account held before rows of some days, and after them."""
        opening, closing = self.opening, self.closing
        if days is None or days[0] == days[1]:
            return opening, closing
        for day, amount in self.dated:
            if opening is None and day <= days[0]:
                opening = amount
            elif closing is None and day >= days[1]:
                closing = amount
        return opening, closing


def read_around(rows: Iterable[Sequence[str]]) -> Around:
    """Look for the account, its currency, its owner and its balances; the first word counts."""
    found = Around()
    for row in rows:
        cells = [each.strip() for each in row if each.strip()]
        text = " ".join(cells)
        if not text:
            continue
        _look_for_account(found, text)
        _look_for_balances(found, cells, text)
        _look_for_dated(found, cells, text)
        _look_for_owner(found, cells)
    return found


def _look_for_account(found: Around, text: str) -> None:
    speaks = words().says("account", text)
    if found.account is None:
        iban = _IBAN.search(text)
        pattern = _NUMBER if speaks else _LONG_NUMBER
        number = pattern.search(_DAY.sub(" ", text)) if iban is None else None
        if iban is not None and _is_iban(iban[1]):
            found.account = iban[1].replace(" ", "")
        elif number is not None:
            found.account = number[0].replace(" ", "")
    if found.currency is None and (speaks or words().says("currency", text)):
        found.currency = _code_in(text)


def _is_iban(text: str) -> bool:
    bare = text.replace(" ", "")
    return sum(map(str.isdigit, bare)) >= 10 and len(bare) >= 14  # noqa: PLR2004 - no IBAN is shorter


def _code_in(text: str) -> str | None:
    for code in _CODE.findall(text):
        if code in DECIMALS or not code.isascii():
            return currency_of(code)
    return None


def _look_for_balances(found: Around, cells: Sequence[str], text: str) -> None:
    for what in ("opening", "closing"):
        if getattr(found, what) is None and words().says(what, text):
            amount = _amount_after(cells, what)
            if amount is not None:
                setattr(found, what, amount)
                found.currency = found.currency or _currency_of(cells) or _code_in(text)


def _look_for_dated(found: Around, cells: Sequence[str], text: str) -> None:
    day = _DAY.search(text)
    is_told = any(words().says(each, text) for each in ("opening", "closing"))
    if day is None or is_told or not words().says("dated", text):
        return
    amount = _amount_after(cells, "dated")
    if amount is not None:
        found.dated = (*found.dated, (day_of(day[0], DayOrder.DAY_FIRST), amount))
        found.currency = found.currency or _currency_of(cells) or _code_in(text)


def _amount_after(cells: Sequence[str], what: str) -> Decimal | None:
    """Give the first amount that stands behind the words, in their cell or a later one."""
    place = next((at for at, cell in enumerate(cells) if words().says(what, cell)), None)
    if place is None:
        return None
    tail = _DAY.sub(" ", cells[place])
    for cell in (*_AMOUNT.findall(tail)[-1:], *cells[place + 1 :]):
        amount = None if is_day(cell) else _amount(cell)
        if amount is not None:
            return amount
    return None


def _amount(text: str) -> Decimal | None:
    try:
        return amount_of(text, DecimalMark.OPEN)
    except ValueError:
        return None


def _currency_of(cells: Sequence[str]) -> str | None:
    return next((code for cell in cells if (code := currency_beside(cell))), None)


def _look_for_owner(found: Around, cells: Sequence[str]) -> None:
    """Take what follows a word such as "client", in its cell or the next one."""
    if found.owner is not None:
        return
    parts = [part.strip() for cell in cells for part in _PARTS.split(cell) if part.strip()]
    for said, after in pairwise(parts):
        is_name = any(each.isalpha() for each in after) and len(after) <= _NAME_MAX
        if is_name and len(folded(said).split()) <= 3 and words().says("owner", said):  # noqa: PLR2004 - words
            if not words().meanings(after) or " " in after:
                found.owner = after
            return
