"""A movement of CODA: its records 21, 22, 23, and the information 31, 32, 33 that follows.

Source: Febelfin, Standards of electronic banking, CODA, version 2.6.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.money import Money
from ledger.statements import LinePart, StatementLine
from sources.bank_files.coda_communication import (
    Communication,
    name_in_record,
    read_communication,
)
from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import identity, told

_DETAIL_OF_BATCH = frozenset("567")
"""Types of amounts that make up a batch's; 8 details a single payment, 9 a detail."""
_DETAILS = frozenset("56789")
_CENTURY_FROM = 80
_MILLI = -3
_INFORMATION_MAX = 1_000


@dataclass(slots=True)
class Movement:
    """The records of a movement, or of a detail of one, as they come in."""

    first: str
    """Record 21."""
    is_old: bool
    """Version 1."""
    communication: str = ""
    customer_reference: str = ""
    account: str = ""
    name: str = ""
    information: list[str] = field(default_factory=list)
    """Texts of records 31 to 33, each with its type in front."""
    raw: list[str] = field(default_factory=list)
    parts: list["Movement"] = field(default_factory=list)

    @classmethod
    def begin(cls, line: str, *, is_old: bool) -> "Movement":
        """Take a record 21."""
        return cls(first=line, is_old=is_old, communication=line[62:115], raw=[line])

    def add(self, line: str) -> None:
        """Take a record that goes on."""
        kind = line[:2]
        if kind == "22":
            self.communication = self.communication[:53] + line[10:63]
            self.customer_reference = "" if self.is_old else line[63:98]
        elif kind == "23":
            self.account = _account(line[10:44])
            self.name = line[47:73] if self.is_old else line[47:82]
            self.communication = self.communication[:106].ljust(106)
            self.communication += "" if self.is_old else line[82:125]
        elif kind == "31":
            self.information.append(line[39:113])
        elif self.information and len(self.information[-1]) < _INFORMATION_MAX:
            self.information[-1] += line[10:115] if kind == "32" else line[10:100]

    @property
    def bank_reference(self) -> str:
        """What the bank calls it."""
        return self.first[10:31].strip()

    def read(self, currency: str, lone: set[str], raw: bytes) -> StatementLine:
        """Read it as a line.

        Raises:
            ValueError: there is no such day, or no amount.
            MoneyError: the amount does not fit the currency.
        """
        said = self._said()
        amount = read_amount(self.first[31], self.first[32:47], currency)
        return StatementLine(
            booked_on=read_day(self.first[115:121]),
            amount=amount,
            valued_on=None if self.first[47:53].strip("0 ") == "" else read_day(self.first[47:53]),
            counterparty=self._party(),
            counterparty_account=told(self.account),
            purpose=self._purpose(said),
            reference=self._reference(said),
            external_id=identity(self.bank_reference, lone),
            code=self.first[53:61].strip() or None,
            parts=self._parts(currency),
            raw=raw,
        )

    def _said(self) -> Communication:
        return read_communication(self.communication, is_structured=self.first[61] == "1")

    def _party(self) -> str | None:
        names = (name_in_record(text[1:]) for text in self.information if text[0] == "1")
        return told(tidy(self.name)) or next((name for name in names if name), None)

    def _reference(self, said: Communication) -> str | None:
        reference = told(tidy(self.customer_reference))
        return reference or said.reference

    def _purpose(self, said: Communication) -> str:
        texts = [text[1:] for text in self.information if text[0] != "1"]
        return tidy(" ".join([said.purpose, *texts]))

    def _parts(self, currency: str) -> tuple[LinePart, ...]:
        parts = [each for each in self.parts if each.first[53] in _DETAIL_OF_BATCH]
        if len(parts) < 2:  # noqa: PLR2004 - one is the movement itself
            return ()
        return tuple(each.as_part(currency) for each in parts)

    def as_part(self, currency: str) -> LinePart:
        """Read it as a payment of a batch.

        Raises:
            ValueError: there is no amount.
            MoneyError: the amount does not fit the currency.
        """
        said = self._said()
        return LinePart(
            amount=read_amount(self.first[31], self.first[32:47], currency),
            counterparty=self._party(),
            counterparty_account=told(self.account),
            purpose=self._purpose(said),
            reference=self._reference(said),
        )


def is_detail(line: str) -> bool:
    """Tell a record 21 that details a movement, and is none itself."""
    return line[53] in _DETAILS or line[6:10].strip("0 ") != ""


def read_amount(sign: str, digits: str, currency: str) -> Money:
    """Read an amount with three implied decimals; 1 stands for a debit.

    Raises:
        ValueError: it is no amount.
        MoneyError: it does not fit the currency.
    """
    if sign not in {"0", "1"} or not (digits.isascii() and digits.isdigit()):
        message = f"amount {sign + digits!r}"
        raise ValueError(message)
    amount = Decimal(digits).scaleb(_MILLI)
    return Money.from_decimal(-amount if sign == "1" else amount, currency)


def read_day(digits: str) -> dt.date:
    """Read DDMMYY.

    Raises:
        ValueError: there is no such day.
    """
    try:
        if digits.isascii() and digits.isdigit():
            year = int(digits[4:])
            century = 1900 if year >= _CENTURY_FROM else 2000
            return dt.date(century + year, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        pass
    message = f"day {digits!r}"
    raise ValueError(message)


def _account(text: str) -> str:
    """Give a number; behind a Belgian one of twelve digits its currency may stand."""
    number = text.split(maxsplit=1)[0] if text.strip() else ""
    return number if number.isdigit() else text.replace(" ", "")
