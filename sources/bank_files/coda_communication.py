"""What a CODA record says of a payment, free or structured.

Structured communications begin with three digits that say what follows, in columns.
Source: Febelfin, Standards of electronic banking, CODA, version 2.6, annex III.
"""

from collections.abc import Callable
from typing import NamedTuple

from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import told

_BELGIAN_DIGITS = 12


class Communication(NamedTuple):
    """What a payment is for, and the reference in it."""

    purpose: str = ""
    reference: str | None = None


def read_communication(text: str, *, is_structured: bool) -> Communication:
    """Read a communication; figures that stand in columns for a bank's programs are no words."""
    if not is_structured:
        return Communication(tidy(text))
    reader = _READERS.get(text[:3])
    return reader(text[3:]) if reader is not None else Communication()


def name_in_record(text: str) -> str | None:
    """Give the name of the other side in structured information of type 001."""
    return told(tidy(text[3:73])) if text.startswith("001") else None


def _iso_reference(text: str) -> Communication:
    reference = told(tidy(text[:50]))
    return Communication(reference or "", reference)


def _belgian_reference(text: str) -> Communication:
    """Write twelve digits as people know them."""
    digits = text[:_BELGIAN_DIGITS].strip()
    if len(digits) != _BELGIAN_DIGITS or told(digits) is None:
        return Communication(tidy(text))
    return Communication(f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++", digits)


def _number(text: str) -> Communication:
    return Communication(tidy(text[:50]), told(text[:12]))


def _old_direct_debit(text: str) -> Communication:
    """Number 12, day 6, communication 30."""
    return Communication(tidy(text[18:48]), told(text[:12]))


def _terminal(begin: int) -> Callable[[str], Communication]:
    """Read the terminal's name and its town."""

    def read(text: str) -> Communication:
        return Communication(tidy(f"{text[begin : begin + 16]} {text[begin + 16 : begin + 26]}"))

    return read


def _direct_debit(text: str) -> Communication:
    """Day 6, type, scheme, reason, creditor 35, mandate 35, communication 62."""
    return Communication(tidy(text[79:141]), told(tidy(text[44:79])))


_READERS: dict[str, Callable[[str], Communication]] = {
    "100": _iso_reference,
    "101": _belgian_reference,
    "102": _belgian_reference,
    "103": _number,
    "107": _old_direct_debit,
    "111": _terminal(35),
    "113": _terminal(40),
    "114": _terminal(27),
    "115": _terminal(61),
    "127": _direct_debit,
}
