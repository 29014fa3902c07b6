"""What stands in field :86: of MT940 and MT942, which SWIFT leaves to each bank.

Germany, Austria, Poland and others number subfields ("?20"), the Netherlands name them
("/NAME/"), many write words in an order of their own. What is known of none of these is a text.
Source: DFÜ-Abkommen of Die Deutsche Kreditwirtschaft, appendix 3, chapter 8; format descriptions
of the Dutch banks.
"""

import re
from typing import NamedTuple

from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import told


class Details(NamedTuple):
    """What a line's details say; all of it may be missing."""

    purpose: str = ""
    counterparty: str | None = None
    account: str | None = None
    reference: str | None = None
    tax_id: str | None = None
    is_in_reference: bool = False
    """What :61: has in the customer's reference is the account or the name."""


_SUBFIELDS = {
    mark: re.compile(rf"{re.escape(mark)}([0-367]\d)([^{re.escape(mark)}]*)")
    for mark in "?>~^<|*!§@#"
}
_BEGINS = re.compile(
    rf"\s*(?:\d{{0,3}}\s*([{re.escape(''.join(_SUBFIELDS))}])(?:[0-3][0-9]|6[0-3])"
    r"|(?:\d{3}\s*)?/[A-Z]{2,6}/)"
)
"""What numbers its subfields, by the mark before each number, or names them."""
_PURPOSE_BEGIN = frozenset([f"{number}" for number in range(20, 30)])
_PURPOSE = _PURPOSE_BEGIN | {"60", "61", "62", "63"}
"""What is for a purpose; the sixties go on where all the twenties are full."""
_KNOWN = _PURPOSE | {f"{number:02}" for number in (*range(20), *range(30, 40), *range(64, 80))}
LINE_WIDTH = 65
"""Signs in a line of the field; one that is full goes on in the next."""
_NAMED_WIDTH = LINE_WIDTH - 1
_TAG_WIDTH = len(":86:")
_FILLER = "˙"
"""What a Polish bank writes into subfields that are empty."""
_SUBFIELD_WIDTH = 27
_WIDE = 35
_MARKS = frozenset(
    "EREF KREF MREF CRED DEBT SVWZ ABWA ABWE COAM OAMT IBAN PURP BREF RREF RCMT SQTP MDAT DDAT"
    " MTLG".split()
) | {" BIC"}
"""SEPA's marks within a purpose, each with a "+" behind it, also where words are glued to it."""
_MARK_LETTERS = 4
_NAMED = re.compile(
    r"/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|KREF|CSID|MARF|BENM|ORDP|ISDT|PURP|ULTC|ULTD|ULTB|RTRN"
    r"|PREF|CNTP|ACCT|ADDR|OAMT|CHGS|EXCH|OCMT|INIT|PY|PT|OB|INN|KPP|EDRPOU|ID|SUBD|SUBC|BRANCH"
    r"|SVCL|RREF|TXID)(?=/)"
)
_ULTIMATE = frozenset({"ULTC", "ULTD", "ULTB"})
_POLISH_ACCOUNT = re.compile(r"(?:PL)?\d{26}", re.ASCII)


def read_details(text: str, own: str) -> Details | None:
    """Read details that number or name what they hold; None where they do neither.

    Args:
        text: the field, with the ends of its lines.
        own: the account's number, which some banks repeat.
    """
    begins = _BEGINS.match(text)
    if begins is not None:
        mark: str | None = begins[1]
        if mark is None:
            return _named(unwrapped(text, _NAMED_WIDTH))
        return _numbered(_unwrapped_subfields(text, mark), mark, own)
    if "+" in text:
        joined = unwrapped(text)
        if len(_marked(joined)) > 1:
            return _sepa(joined, "", None, None)
    return None


def unwrapped(text: str, width: int = LINE_WIDTH) -> str:
    """Join lines: a full one goes on in the next, a shorter one has lost a blank at its end.

    Some banks count the tag within the first line's width.
    """
    if "\n" not in text:
        return text
    first, *others = text.split("\n")
    joined = first if len(first) >= width or len(first) + _TAG_WIDTH == width else f"{first} "
    rest = "".join([line if len(line) >= width else f"{line} " for line in others])
    return joined + rest.rstrip()


def _unwrapped_subfields(text: str, mark: str) -> str:
    """Join lines within numbered subfields, where their ends mean nothing.

    Where others are full, or a blank's width is missing, a short line has lost blanks.
    """
    if "\n" not in text:
        return text
    *lines, last = text.replace(f"\n{mark}", mark).split("\n")
    widths = [len(line) for line in lines]
    is_wrapped = LINE_WIDTH in widths or widths[:1] == [LINE_WIDTH - _TAG_WIDTH]
    joined = ""
    for place, line in enumerate(lines):
        missing = LINE_WIDTH - len(line)
        is_full = not missing or (not place and missing == _TAG_WIDTH)
        has_lost = is_wrapped or missing == 1 or (not place and missing == _TAG_WIDTH + 1)
        joined += f"{line} " if has_lost and not is_full else line
    return joined + last


def party_name(text: str | None) -> str | None:
    """Give a name, unless it says that there is none."""
    return told(tidy(text)) if text else None


def account_number(text: str | None) -> str | None:
    """Give an account's number without the blanks within it."""
    return told(text.replace(" ", "")) if text else None


def _numbered(text: str, mark: str, own: str) -> Details:
    """Read subfields: 00 kind, 20-29 and 60-63 purpose, 30 bank, 31 account, 32-33 name."""
    found: list[tuple[str, str]] = _SUBFIELDS[mark].findall(text)
    fields = dict(found)
    if not len(fields) == len(found) == text.count(mark):
        found = _mended(text, mark)
        fields = dict(found)
    account = fields.get("38") or fields.get("31")
    places = _PURPOSE_BEGIN
    if "29" in fields:
        is_account = _POLISH_ACCOUNT.fullmatch(fields["29"].replace(" ", "")) is not None
        account = account or (fields["29"] if is_account else None)
        places = _PURPOSE_BEGIN - {"29"} if is_account else _PURPOSE
    purpose = _glued([value for key, value in found if key in places])
    if _FILLER in purpose:
        purpose = purpose.replace(_FILLER, "")
    name = fields.get("32")
    if name is not None and "33" in fields:
        name = _glued([name, fields["33"]])
    if mark == ">" and account and own.endswith(account):
        account = fields.get("10")
    return _sepa(purpose, fields.get("00", ""), name, account)


def _mended(text: str, mark: str) -> list[tuple[str, str]]:
    """Tell subfields where the mark stands within a text too, which then goes on."""
    pieces = text.split(mark)[1:]
    found: list[tuple[str, str]] = []
    met: set[str] = set()
    for piece in pieces:
        key = piece[:2]
        if key in _KNOWN and key not in met:
            met.add(key)
            found.append((key, piece[2:]))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}{mark}{piece}".rstrip(mark))
    return found


def _glued(pieces: list[str]) -> str:
    """Join subfields: one of full width goes on in the next, others are words of their own."""
    glued = ""
    for piece in pieces:
        width = len(piece)
        glued += piece if width == _SUBFIELD_WIDTH or width >= _WIDE else f"{piece} "
    return glued


def _sepa(text: str, kind: str, name: str | None, account: str | None) -> Details:
    """Read what SEPA's marks tell within a purpose; the kind of payment stands in for no words."""
    reference = None
    if "MTLG:" in text:
        text = text.replace("MTLG:", "MTLG+")
    if "+" in text and len(marked := _marked(text)) > 1:
        said = [marked[mark] for mark in ("SVWZ", "MTLG", "RCMT") if mark in marked]
        text = " ".join(said) or marked[""]
        reference = told(marked.get("EREF")) or told(marked.get("KREF"))
        account = account or marked.get("IBAN")
        name = name or marked.get("ABWA") or marked.get("ABWE")
    return Details(
        tidy(text) or tidy(kind), party_name(name), account_number(account), tidied(reference)
    )


def _marked(text: str) -> dict[str, str]:
    """Cut a text before each mark; what stands before the first is under ""."""
    pieces = text.split("+")
    marked: dict[str, str] = {}
    mark, said = "", pieces[0]
    for piece in pieces[1:]:
        following = said[-_MARK_LETTERS:]
        if following in _MARKS:
            marked.setdefault(mark, said[:-_MARK_LETTERS])
            mark, said = following, piece
        else:
            said += f"+{piece}"
    marked.setdefault(mark, said)
    return marked


def tidied(reference: str | None) -> str | None:
    """Give a reference with single blanks only."""
    return None if reference is None else tidy(reference)


def _named(text: str) -> Details | None:
    """Read subfields that are named between strokes, as "/NAME/…/REMI/…"."""
    pieces = _NAMED.split(text)
    if len(pieces) == 1:
        return None
    fields: dict[str, str] = {}
    is_ultimate = False
    for place in range(1, len(pieces), 2):
        name, value = pieces[place], pieces[place + 1].strip("/ ")
        is_ultimate = name in _ULTIMATE or (is_ultimate and name in {"NAME", "ID", "IBAN"})
        if value and not is_ultimate:
            fields.setdefault(name, value)
    party = fields.get("NAME") or fields.get("OB")
    account = fields.get("IBAN") or fields.get("ACCT")
    if "CNTP" in fields:
        parts = [*fields["CNTP"].split("/"), "", "", ""]
        account, party = account or parts[0], party or parts[2]
    party = party or fields.get("BENM") or fields.get("ORDP")
    return Details(
        _purpose_named(fields),
        party_name(party),
        account_number(account),
        tidied(told(fields.get("EREF")) or told(fields.get("KREF"))),
        told(fields.get("INN") or fields.get("EDRPOU")),
    )


def _purpose_named(fields: dict[str, str]) -> str:
    purpose = fields.get("REMI") or fields.get("PY") or ""
    if purpose.startswith("USTD//"):
        purpose = purpose.removeprefix("USTD//")
    elif purpose.startswith("STRD/"):
        purpose = purpose.removeprefix("STRD/").removeprefix("CUR/").removeprefix("ISO/")
    return tidy(purpose) or tidy(fields.get("TRTP", ""))
