"""Who is on the other side of a payment that CAMT tells of."""

from typing import NamedTuple

from lxml import etree

from sources.bank_files.camt_xml import account_number, bare, child, children, text_of

_TAX_SCHEMES = ("TXID", "COID", "NIDN", "SREN", "SRET")
"""Codes of ExternalOrganisationIdentification and its like that name a person to the state."""
_TAX_WORDS = ("tax", "vat", "edrpou", "drfo", "rnokpp", "ipn", "inn", "nip", "kbo", "kvk", "siren")
_NO_SCHEME = len(_TAX_SCHEMES)


class Party(NamedTuple):
    """The other side, as far as it is told."""

    name: str | None = None
    account: str | None = None
    tax_id: str | None = None


NOBODY = Party()


def other_side(related: etree._Element | None, *, takes_debtor: bool, own: str | None) -> Party:
    """Find the side that isn't the account's own.

    Money in comes from the debtor, money out goes to the creditor; in a reversal both keep the
    roles of the first payment. Banks differ in returns, so an account number decides where both
    are told and one is the statement's own.
    """
    if related is None:
        return NOBODY
    found = children(related)
    account = account_number(found.get("DbtrAcct" if takes_debtor else "CdtrAcct"))
    if account is not None and account == own:
        across = account_number(found.get("CdtrAcct" if takes_debtor else "DbtrAcct"))
        if across is not None and across != own:
            takes_debtor, account = not takes_debtor, across
    side = "Dbtr" if takes_debtor else "Cdtr"
    name, tax_id = _named(found.get(side))
    if name is None and "Ultmt" + side in found:
        name, ultimate_tax_id = _named(found["Ultmt" + side])
        tax_id = tax_id or ultimate_tax_id
    return Party(name, account, tax_id)


def _named(party: etree._Element | None) -> tuple[str | None, str | None]:
    """Read a party's name and tax id: its own (.02), within `Pty` (.08), or a bank's in `Agt`."""
    name = tax_id = None
    for each in () if party is None else party:
        match bare(each.tag):
            case "Nm":
                name = text_of(each)
            case "Id":
                tax_id = _tax_id(each)
            case "Pty":
                return _named(each)
            case "Agt":
                return text_of(child(child(each, "FinInstnId"), "Nm")), None
            case _:
                pass
    return name, tax_id


def _tax_id(identified: etree._Element) -> str | None:
    """Choose the identifier that the state knows a party by, not a bank's customer number."""
    for old in identified.iter("{*}TaxIdNb"):
        return text_of(old)
    ranked = []
    for other in identified.iter("{*}Othr", "{*}OthrId", "{*}PrtryId"):
        found = children(other)
        rank, number = _rank(found.get("SchmeNm")), text_of(found.get("Id"))
        if rank is not None and number is not None:
            ranked.append((rank, number))
    return min(ranked, key=lambda each: each[0])[1] if ranked else None


def _rank(scheme: etree._Element | None) -> int | None:
    """Rank a scheme, best first; None for those that are no tax id, such as SEPA's creditor id."""
    if scheme is None:
        return _NO_SCHEME
    found = children(scheme)
    code, proprietary = text_of(found.get("Cd")), text_of(found.get("Prtry"))
    if code in _TAX_SCHEMES:
        return _TAX_SCHEMES.index(code)
    if proprietary is not None and any(word in proprietary.lower() for word in _TAX_WORDS):
        return 0
    return _NO_SCHEME if code is None and proprietary is None else None
