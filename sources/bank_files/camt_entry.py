"""One entry of a CAMT statement as a line: what moved, when, with whom, what for."""

from dataclasses import dataclass, field

from lxml import etree

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import LinePart, StatementLine
from sources.bank_files.camt_parties import NOBODY, Party, other_side
from sources.bank_files.camt_references import Lone, may_identify
from sources.bank_files.camt_xml import bare, child, children, local_name, text_of
from sources.bank_files.xml_text import DAY_MAX, exact_money, iso_day, iso_instant

_SIGNS = {"CRDT": 1, "DBIT": -1}
_INFORMATION = "INFO"
_BOOKED = "BOOK"
_NO_REFERENCE = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF"})
_STRUCTURED = ("{*}Ref", "{*}CdtrRef", "{*}Nb", "{*}RfrdDocNb", "{*}AddtlRmtInf")
"""Within `Strd`: the creditor's reference, a document's number (the longer is of .01), words."""


@dataclass(slots=True)
class Whose:
    """What an entry takes from its statement."""

    account: str | None
    currency: str | None
    lone: Lone
    told: set[str] = field(default_factory=set)
    """External ids that were given to a line already."""


def entry_currency(entry: etree._Element) -> str | None:
    """Give the currency that an entry's amount names."""
    amount = children(entry).get("Amt")
    return None if amount is None else amount.get("Ccy")


def read_entry(entry: etree._Element, whose: Whose, raw: bytes) -> StatementLine | None:
    """Read an entry; None for one that is told for information only.

    The amount is in the entry's own currency, which should be the account's, and keeps the
    direction that `CdtDbtInd` shows: in a reversal (`RvslInd`) too that is where the money went.
    The booking day is as the bank writes it, in its zone; where there is none, the value day.

    Raises:
        ValueError: what it takes is missing, or isn't what it should be.
        MoneyError: the amount does not fit its currency.
    """
    found, details = _sorted_out(entry)
    status = _status(found.get("Sts"))
    if status == _INFORMATION:
        return None
    sign = _sign(text_of(found.get("CdtDbtInd")))
    amount = _amount(found.get("Amt"), whose.currency, sign)
    booked, valued = _first_text(found.get("BookgDt")), _first_text(found.get("ValDt"))
    day = booked or valued
    if day is None:
        message = "no booking date"
        raise ValueError(message)
    is_reversal = text_of(found.get("RvslInd")) in {"true", "1"}
    payment = _Payment(sign, is_reversal, whose.account)
    if len(details) == 1:
        payment.read(details[0])
    elif details:
        payment.read_texts(details)
    return StatementLine(
        iso_day(day[:DAY_MAX]),
        amount,
        None if valued is None else iso_day(valued[:DAY_MAX]),
        iso_instant(day) if "T" in day else None,
        *payment.party,
        payment.purpose or text_of(found.get("AddtlNtryInf")) or "",
        payment.reference,
        _external_id(found, whose),
        _code(found.get("BkTxCd")),
        raw,
        status not in (_BOOKED, None),
        _parts(details, amount, payment) if len(details) > 1 else (),
    )


def _sorted_out(
    entry: etree._Element,
) -> tuple[dict[str, etree._Element], list[etree._Element]]:
    """Give an entry's children by name, and its `TxDtls`.

    They stand within `NtryDtls`, of which there may be several, or (.01) in the entry itself.
    """
    found: dict[str, etree._Element] = {}
    details: list[etree._Element] = []
    for each in entry:
        name = bare(each.tag)
        if name == "NtryDtls":
            details += [inner for inner in each if bare(inner.tag) == "TxDtls"]
        elif name == "TxDtls":
            details.append(each)
        else:
            found[name] = each
    return found, details


@dataclass(slots=True)
class _Payment:
    """What the details of an entry tell of it."""

    sign: int
    is_reversal: bool
    own: str | None
    party: Party = NOBODY
    purpose: str = ""
    reference: str | None = None

    def read(self, detail: etree._Element) -> dict[str, etree._Element]:
        found = children(detail)
        self.party = other_side(
            found.get("RltdPties"),
            takes_debtor=(self.sign > 0) != self.is_reversal,
            own=self.own,
        )
        self.purpose = _purpose(found.get("RmtInf")) or text_of(found.get("AddtlTxInf")) or ""
        self.reference = _reference(found.get("Refs"))
        return found

    def read_texts(self, details: list[etree._Element]) -> None:
        """Take what several payments are for, each once."""
        texts = dict.fromkeys(_purpose(children(each).get("RmtInf")) for each in details)
        self.purpose = " ".join(text for text in texts if text)


def _parts(details: list[etree._Element], amount: Money, whole: _Payment) -> tuple[LinePart, ...]:
    """Tell the payments of a batch, if their amounts are told and make up the entry's.

    What `CdtDbtInd` says of a detail is believed where the sum is right with it; else all go the
    entry's way. Charges that banks keep back explain what is missing; nothing else does, and then
    there are no parts: they would not be a breakdown of the line.
    """
    told, charges = [], 0
    for detail in details:
        payment = _Payment(whole.sign, whole.is_reversal, whole.own)
        found = payment.read(detail)
        part_amount = _part_amount(found, amount.currency)
        if part_amount is None:
            return ()
        own_sign = _SIGNS.get(text_of(found.get("CdtDbtInd")) or "", whole.sign)
        charges += sum(
            _charges(each, amount.currency) for each in detail if local_name(each) == "Chrgs"
        )
        told.append((part_amount.minor, own_sign, payment))
    for signs in ([own for _, own, _ in told], [whole.sign] * len(told)):
        total = sum(sign * minor for sign, (minor, _, _) in zip(signs, told, strict=True))
        if abs(total - amount.minor) in {0, charges}:
            return tuple(
                _part(Money(sign * minor, amount.currency), payment)
                for sign, (minor, _, payment) in zip(signs, told, strict=True)
            )
    return ()


def _part(amount: Money, payment: _Payment) -> LinePart:
    party = payment.party
    return LinePart(amount, party.name, party.account, payment.purpose, payment.reference)


def _part_amount(found: dict[str, etree._Element], currency: str) -> Money | None:
    """Find a detail's amount in the entry's currency: its own, the one booked, the instructed."""
    candidates = [found["Amt"]] if "Amt" in found else []
    inner = children(found.get("AmtDtls"))
    for name in ("TxAmt", "CntrValAmt", "InstdAmt"):
        candidates += inner[name].iter("{*}Amt") if name in inner else ()
    for element in candidates:
        if element.get("Ccy") == currency:
            try:
                return exact_money(text_of(element) or "", currency)
            except (ValueError, MoneyError):
                return None
    return None


def _charges(element: etree._Element, currency: str) -> int:
    """Sum up a detail's charges, in minor units; what can't be read explains nothing."""
    found = children(element)
    totals = [found["TtlChrgsAndTaxAmt"]] if "TtlChrgsAndTaxAmt" in found else None
    minor = 0
    for amount in totals or element.iter("{*}Amt"):
        if amount.get("Ccy", currency) != currency:
            return 0
        try:
            minor += exact_money(text_of(amount) or "", currency).minor
        except (ValueError, MoneyError):
            return 0
    return minor


def _amount(element: etree._Element | None, account_currency: str | None, sign: int) -> Money:
    text = text_of(element)
    if element is None or text is None:
        message = "no amount"
        raise ValueError(message)
    currency = element.get("Ccy") or account_currency
    if currency is None:
        message = f"amount {text[:40]!r} has no currency"
        raise ValueError(message)
    if text.startswith("-"):
        # The schema knows none: whether it turns the direction around is anybody's guess.
        message = f"amount {text[:40]!r} below zero"
        raise ValueError(message)
    return exact_money(text, currency, sign)


def _sign(direction: str | None) -> int:
    try:
        return _SIGNS[direction or ""]
    except KeyError:
        message = f"direction {direction!r}"
        raise ValueError(message) from None


def _status(element: etree._Element | None) -> str | None:
    return text_of(element) or _first_text(element)


def _first_text(element: etree._Element | None) -> str | None:
    """Give the text of the only child: `Dt` or `DtTm` of a date, `Cd` or `Prtry` of a status."""
    if element is None or not len(element):
        return None
    return text_of(element[0])


def _external_id(found: dict[str, etree._Element], whose: Whose) -> str | None:
    for name in ("AcctSvcrRef", "NtryRef"):
        reference = text_of(found.get(name))
        if reference is None or reference in whose.told:
            continue
        spelled = reference.encode("utf-8", "replace")
        if spelled in whose.lone and may_identify(spelled):
            whose.told.add(reference)
            return reference
    return None


def _reference(references: etree._Element | None) -> str | None:
    if references is None:
        return None
    for name in ("EndToEndId", "ChqNb"):
        reference = text_of(child(references, name))
        if reference is not None and reference.upper() not in _NO_REFERENCE:
            return reference
    return None


def _purpose(remittance: etree._Element | None) -> str:
    """Join what a payment is for: free words first, then structured references."""
    if remittance is None:
        return ""
    pieces: list[str | None] = []
    for element in remittance:
        if bare(element.tag) == "Ustrd":
            pieces.append(element.text)
        else:
            pieces.extend(text_of(each) for each in element.iter(*_STRUCTURED))
    return " ".join([piece.strip() for piece in pieces if piece]).strip()


def _code(element: etree._Element | None) -> str | None:
    """Join domain, family and sub-family as "PMNT/RCDT/ESCT"; else the bank's own code."""
    if element is None or not len(element):
        return None
    first = element[0]
    if local_name(first) != "Domn":
        return text_of(children(first).get("Cd"))
    codes = []
    for part in first:
        codes += [text_of(part)] if not len(part) else [text_of(each) for each in part]
    return "/".join([code for code in codes if code]) or None
