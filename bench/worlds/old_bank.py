"""A bank that keeps little: purposes and names cut short, and no tax numbers."""

from dataclasses import replace

from bench.worlds.dice import Dice
from bench.worlds.names import LEGAL, LEGAL_LONG
from bench.worlds.records import BankLine, Evidence
from bench.worlds.styles import Style

_BEFORE = ("", "", "", "Надх. ", "Зарах.: ", "KL ")
"""What the bank puts before a purpose."""
_FORMS = frozenset(
    word.lower()
    for form in (*LEGAL, *LEGAL_LONG.values(), "ФОП", "Фізична особа-підприємець")
    for word in form.split()
)


def cut_short(dice: Dice, style: Style, line: BankLine) -> BankLine:
    """Return the line as the bank keeps it, and what can still be read of its order."""
    purpose = f"{dice.pick(_BEFORE)}{line.purpose}"[: style.purpose_cut].rstrip()
    said = line.evidence
    is_told = bool(said.number) and said.number.upper() in purpose.upper()
    family, given = _read(line.counterparty, style.name_cut, said)
    evidence = Evidence(
        said.number if is_told else "",
        said.exact and is_told,
        family,
        given,
        phone=said.phone if said.phone and said.phone[3:] in purpose else "",
    )
    return replace(
        line,
        purpose=purpose,
        counterparty=line.counterparty[: style.name_cut].rstrip(),
        tax_id="",
        evidence=evidence,
    )


def _read(shown: str, width: int, said: Evidence) -> tuple[str, str]:
    """Return the surname and what of the given name is left of a name; of a form, nothing."""
    if len(shown) <= width:
        return said.family, said.given
    cut = shown[: width + 1]
    words = [word for word in cut.split() if word.lower() not in _FORMS]
    is_torn = not cut[-1].isspace()
    whole = len(words) - is_torn
    if whole <= 0:
        return "", ""
    return said.family, said.given if whole > 1 else said.given[:1]
