"""Statements written as banks write them: CAMT, OFX and QIF, from the pieces that a test names."""

import datetime as dt
import re

from hypothesis import strategies as st

IBAN = "NL91ABNA0417164300"
OTHER_IBAN = "DE89370400440532013000"
_MESSAGES = {
    "053": ("BkToCstmrStmt", "Stmt"),
    "052": ("BkToCstmrAcctRpt", "Rpt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}
_ORDER = (
    "NtryRef", "Amt", "CdtDbtInd", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef", "BkTxCd",
    "Chrgs", "NtryDtls", "AddtlNtryInf",
)  # fmt: skip


def camt(*statements: str, version: str = "053.001.02") -> str:
    root, _ = _MESSAGES[version[:3]]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{version}"><{root}>'
        "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-01-31T20:00:00</CreDtTm></GrpHdr>"
        f"{''.join(statements)}</{root}></Document>\n"
    )


def camt_statement(*entries: str, version: str = "053.001.02", balances: str = "") -> str:
    name = _MESSAGES[version[:3]][1]
    return (
        f"<{name}><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><CreDtTm>2024-01-31T20:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>SHOP BV</Nm></Ownr>"
        "<Svcr><FinInstnId><BIC>ABNANL2A</BIC></FinInstnId></Svcr></Acct>"
        f"{balances}{''.join(entries)}</{name}>"
    )


def camt_balance(code: str, minor: int, day: str = "2024-01-05", currency: str = "EUR") -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="{currency}">{decimal(abs(minor))}</Amt>'
        f"<CdtDbtInd>{'DBIT' if minor < 0 else 'CRDT'}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def camt_entry(minor: int = 1_250, currency: str = "EUR", **told: str) -> str:
    """Write an entry; what is named replaces or adds an element of it, nothing leaves it out."""
    fields = {
        "Amt": decimal(abs(minor)),
        "CdtDbtInd": "DBIT" if minor < 0 else "CRDT",
        "Sts": "BOOK",
        "BookgDt": "<Dt>2024-01-05</Dt>",
        "ValDt": "<Dt>2024-01-06</Dt>",
    } | told
    currencies = {"Amt": f' Ccy="{currency}"'}
    inner = "".join(
        f"<{name}{currencies.get(name, '')}>{fields[name]}</{name}>"
        for name in _ORDER
        if fields.get(name)
    )
    return f"<Ntry>{inner}</Ntry>"


def camt_details(*payments: str) -> str:
    return "".join(f"<TxDtls>{payment}</TxDtls>" for payment in payments)


def camt_party(side: str, name: str, account: str = OTHER_IBAN) -> str:
    return (
        f"<{side}><Nm>{name}</Nm></{side}><{side}Acct><Id><IBAN>{account}</IBAN></Id></{side}Acct>"
    )


def prefixed(document: str, prefix: str = "n0") -> str:
    """Write the same with a prefix on each element."""
    text = re.sub(r"<(/?)([A-Z])", rf"<\1{prefix}:\2", document)
    return text.replace("xmlns=", f"xmlns:{prefix}=")


TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S"]), max_size=30
).map(lambda text: " ".join(text.split()))
MOVES = st.tuples(
    st.integers(-(10**12), 10**12),
    st.dates(dt.date(1990, 1, 1), dt.date(2089, 12, 31)),
    TEXTS,
    TEXTS,
)
"""Amounts in minor units, days, names and purposes."""


def escaped(text: str) -> str:
    """Write a text so that nothing in it is markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def decimal(minor: int) -> str:
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}"


OFX_1 = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n"
    "COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
)
OFX_2 = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
)
_SIGN_ON = (
    "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0\n<SEVERITY>INFO\n</STATUS>\n<DTSERVER>20240131\n"
    "<LANGUAGE>ENG\n<FI><ORG>First Bank\n<FID>7\n</FI></SONRS></SIGNONMSGSRSV1>\n"
)


def ofx(*statements: str, header: str = OFX_1) -> str:
    """Write a file; below the header of OFX 2 all leaves are closed."""
    body = f"<OFX>{_SIGN_ON}<BANKMSGSRSV1>{''.join(statements)}</BANKMSGSRSV1></OFX>\n"
    return header + (closed(body) if header == OFX_2 else body)


def ofx_statement(*lines: str, balance: str = "100.00", currency: str = "USD") -> str:
    return (
        "<STMTTRNRS><TRNUID>1\n<STATUS><CODE>0\n<SEVERITY>INFO\n</STATUS>\n"
        f"<STMTRS><CURDEF>{currency}\n<BANKACCTFROM><BANKID>121\n<ACCTID>999988\n"
        "<ACCTTYPE>CHECKING\n</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>20240101\n<DTEND>20240131\n"
        f"{''.join(lines)}</BANKTRANLIST>\n"
        f"<LEDGERBAL><BALAMT>{balance}\n<DTASOF>20240131120000\n</LEDGERBAL>\n"
        "<AVAILBAL><BALAMT>7.00\n<DTASOF>20240131\n</AVAILBAL></STMTRS></STMTTRNRS>\n"
    )


def ofx_line(minor: int = -1_250, fitid: str = "F2024010500017", more: str = "") -> str:
    return (
        f"<STMTTRN><TRNTYPE>DEBIT\n<DTPOSTED>20240105\n<TRNAMT>{decimal(minor)}\n"
        f"<FITID>{fitid}\n{more}</STMTTRN>\n"
    )


def closed(body: str) -> str:
    """Close each leaf, as XML wants it."""
    return re.sub(r"<([A-Z0-9.]+)>([^<\n]+)\n", r"<\1>\2</\1>\n", body)


def qif(*records: str, kind: str = "Bank", account: str = "") -> str:
    named = f"!Account\nN{account}\nT{kind}\n^\n" if account else ""
    return f"{named}!Type:{kind}\n{''.join(records)}"


def qif_record(*fields: str) -> str:
    return "".join(f"{each}\n" for each in fields) + "^\n"
