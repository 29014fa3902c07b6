"""Details of MT940 that banks write in words of their own order.

Each reader takes the field and what stands beside it, and gives None where it is not of its kind.
Source: the banks' statements themselves; Dutch, Hungarian and Polish format descriptions.
"""

import re
from collections.abc import Callable

from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import told
from sources.bank_files.mt940_details import (
    Details,
    account_number,
    party_name,
    read_details,
    unwrapped,
)

_LONGEST = 8_192
"""Nothing that a bank writes of one line is longer: what is, is only a text."""
_KNAB = re.compile(r"(.*?)\s*REK: ?([A-Z0-9]+)/NAAM: ?(.*)", re.DOTALL)
_MBANK = re.compile(r"(Z RACH|NA RACH|RACH|OD|DLA|TYT|TNR)\.?: *")
_ABN_BEGINS = r"(?:GIRO|BEA|GEA) |\d\d\.\d\d\.\d\d\.\d{3} +."
_ABN = re.compile(_ABN_BEGINS)
_ABN_GIRO = re.compile(r"GIRO +(\d+) (.+?)(?:  +(.*))?")
_ABN_ACCOUNT = re.compile(r"(\d\d\.\d\d\.\d\d\.\d{3}) +(.+?)(?:  +(.*))?")
_ABN_CARD = re.compile(r"(?:BEA|GEA) +NR:\S+ +\d\d\.\d\d\.\d\d/\d\d\.\d\d (.+?)(?:,PAS\d+.*)?")
_ABN_LABELS = re.compile(
    r"(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\.|VOOR): *"
)
_HUNGARIAN = re.compile(r"[A-Z]{3}\d\d[A-Z]\w+\n(\d{24}|\d{16})\n([^\n]+)(?:\n(.*))?", re.DOTALL)
_HUNGARIAN_WIDTH = 35
_CODE = re.compile(r"999(?:PN\d{4})?|REMIT: ?|\s*\d{3}\s*\Z")
"""A code before a plain text, or instead of one."""
_NON_SWIFT = re.compile(r"^(\d\d)(.*)$", re.MULTILINE)
_NON_SWIFT_PURPOSE = frozenset(f"{number:02}" for number in range(1, 15))
_ACCOUNT_FIRST = re.compile(r"\s*(\d{10})\s+(\S.*)", re.DOTALL)
_DUTCH_DIGITS = 10
_OLD_ACCOUNT = re.compile(r"P?\d{9,10}|[A-Z]{2}\d{2}[A-Z]{4}\d{10}")
_COLUMN = 16
_COLUMNS = re.compile(r"(\S[^\n]{14} )(\S[^\n]*)")


def details_of(texts: list[str], reference: str, supplement: str, own: str) -> Details:
    """Read a line's details.

    Args:
        texts: its fields :86:, of which some banks write one a line of text.
        reference: the customer's reference as it stands in :61:.
        supplement: what stands in the second line of :61:.
        own: the account's number.
    """
    text = texts[0] if len(texts) == 1 else "\n".join(texts)
    if len(text) > _LONGEST:
        return Details(tidy(text))
    if text.startswith(":NS:"):
        return _outside_swift(text.removeprefix(":NS:"))
    read = read_details(text, own)
    if read is None:
        return _unmarked(text, reference, supplement, own)
    if supplement and read.account is None and _OLD_ACCOUNT.fullmatch(supplement):
        return read._replace(account=supplement)
    return read


def _unmarked(text: str, reference: str, supplement: str, own: str) -> Details:
    if reference and supplement and text.startswith(f"{reference} {supplement}"):
        return _repeating(text, reference, supplement)
    if len(own) == _DUTCH_DIGITS and own.isdecimal():
        found = _ACCOUNT_FIRST.fullmatch(text)
        if found is not None:
            return Details(tidy(unwrapped(found[2])), None, account_number(found[1]))
    if _MAY_BE_WORDED.match(text):
        for dialect in _DIALECTS:
            read = dialect(text)
            if read is not None:
                return read
    return _columns(text, reference, supplement)


def _outside_swift(text: str) -> Details:
    """Read field :NS:, 01-14 purpose, 15-16 name, 34 account."""
    found: list[tuple[str, str]] = _NON_SWIFT.findall(text)
    fields = dict(found)
    purpose = " ".join([value for key, value in found if key in _NON_SWIFT_PURPOSE])
    name = f"{fields.get('15', '')} {fields.get('16', '')}"
    return Details(
        tidy(purpose) or tidy(fields.get("17", "")),
        party_name(name),
        account_number(fields.get("34", "").strip()),
    )


def _repeating(text: str, reference: str, supplement: str) -> Details:
    """Read details that begin as :61: ends: the other side's account, then its name."""
    rest = text[len(reference) + len(supplement) + 1 :]
    purpose = tidy(unwrapped(rest.strip("\n")))
    return Details(purpose, party_name(supplement), reference, is_in_reference=True)


def _columns(text: str, reference: str, supplement: str) -> Details:
    """Read plain text; in :61: the account may stand in sixteen columns before a name."""
    purpose = unwrapped(text)
    code = _CODE.match(purpose)
    if code is not None:
        purpose = purpose[code.end() :]
    purpose = told(tidy(purpose)) or ("" if supplement.startswith("/") else tidy(supplement))
    found = _COLUMNS.fullmatch(reference) if len(reference) > _COLUMN else None
    if found is None:
        return Details(purpose)
    number = found[1].strip()
    account = told(number) if _OLD_ACCOUNT.fullmatch(number) else None
    return Details(purpose, party_name(found[2]), account, is_in_reference=True)


def _knab(text: str) -> Details | None:
    if "REK:" not in text:
        return None
    found = _KNAB.fullmatch(unwrapped(text))
    if found is None:
        return None
    return Details(tidy(found[1]), party_name(found[3]), found[2])


def _mbank(text: str) -> Details | None:
    """Read "OD: payer; TYT.: purpose; Z RACH.: account; TNR: number"."""
    if "TYT.:" not in text and "TNR:" not in text:
        return None
    fields: dict[str, str] = {}
    kind, *pieces = unwrapped(text).split(";")
    for piece in pieces:
        found = _MBANK.match(piece.lstrip())
        if found is not None:
            fields.setdefault(found[1], piece.lstrip()[found.end() :].strip())
        elif fields:
            last = next(reversed(fields))
            fields[last] += f";{piece}"
    name = fields.get("OD") or fields.get("DLA")
    account = fields.get("Z RACH") or fields.get("NA RACH") or fields.get("RACH")
    return Details(
        tidy(fields.get("TYT", "")) or tidy(kind),
        party_name(name),
        account_number(account),
        told(fields.get("TNR")),
    )


def _abn_amro(text: str) -> Details | None:
    if not _ABN.match(text):
        return None
    joined = unwrapped(text)
    card = _ABN_CARD.fullmatch(joined)
    if card is not None:
        return Details(tidy(joined), party_name(card[1]))
    found = _ABN_GIRO.fullmatch(joined) or _ABN_ACCOUNT.fullmatch(joined)
    if found is None:
        return None
    return Details(tidy(found[3] or ""), party_name(found[2]), found[1])


def _labelled(text: str) -> Details | None:
    """Read "SEPA OVERBOEKING  IBAN: …  BIC: …  NAAM: …  OMSCHRIJVING: …  KENMERK: …"."""
    if "IBAN: " not in text and "NAAM: " not in text:
        return None
    kind, *pieces = _ABN_LABELS.split(unwrapped(text))
    fields = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return Details(
        tidy(fields.get("OMSCHRIJVING", "")) or tidy(kind),
        party_name(fields.get("NAAM")),
        account_number(fields.get("IBAN")),
        told(fields.get("KENMERK")) or told(fields.get("BETALINGSKENM.")),
    )


def _hungarian(text: str) -> Details | None:
    found = _HUNGARIAN.fullmatch(text.strip())
    if found is None:
        return None
    purpose = tidy(unwrapped(found[3] or "", _HUNGARIAN_WIDTH))
    return Details(purpose, party_name(found[2]), found[1])


_DIALECTS: tuple[Callable[[str], Details | None], ...] = (
    _knab,
    _mbank,
    _abn_amro,
    _labelled,
    _hungarian,
)
_MAY_BE_WORDED = re.compile(rf"{_ABN_BEGINS}|[^:\n]*+[:\n]")
"""What no text of theirs is without: one look spares most texts five."""
