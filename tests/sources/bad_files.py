"""Files that are refused as a whole, each by the reason that is true of it."""

import io
import struct
import zipfile
from collections.abc import Mapping

from tests.sources import test_mt940, test_one_c, test_packed_tables
from tests.sources.written_statements import ofx, ofx_line, ofx_statement

_CAMT_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_CAMT = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>'
    "<Id>1</Id><Acct><Id><IBAN>UA213223130000026007233566001</IBAN></Id><Ccy>UAH</Ccy></Acct>"
    '<Ntry><Amt Ccy="UAH">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>'
    "<BookgDt><Dt>2026-11-20</Dt></BookgDt><AddtlNtryInf>TEXT</AddtlNtryInf></Ntry>"
    "</Stmt></BkToCstmrStmt></Document>"
)
_LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
_CSV = b"Date,Amount,Currency,Description\n2026-11-03,-250.00,UAH,Callout\n"
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"


def locked_archive() -> bytes:
    """Pack a table with a password, as the archive's own flags say."""
    content = bytearray(test_packed_tables.packed({"november.csv": _CSV}))
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def locked_workbook() -> bytes:
    """Write a compound file as Excel does for a workbook with a password.

    [MS-OFFCRYPTO] puts the package into the stream "EncryptedPackage" of an OLE file.
    """
    sector = 512
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6sIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096,
                          0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)  # fmt: skip
    header += b"\xff\xff\xff\xff" * 109
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(sector, b"\xff")
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage", "")
    folder = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(name) + 2, 5 if not at else 2, 1, *(0xFFFFFFFF,) * 3)
        + bytes(36)
        + struct.pack("<IQ", 0xFFFFFFFE, 0)
        for at, name in enumerate(names)
    )
    return header[:sector].ljust(sector, b"\xff") + table + folder


def swollen_workbook() -> bytes:
    """Write a workbook whose sheet unpacks into far more than it is."""
    content = io.BytesIO(test_packed_tables.workbook(("Date", "Amount", "Description")))
    swollen = io.BytesIO()
    with (
        zipfile.ZipFile(content) as old,
        zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            more = bytes(40 << 20) if name.endswith("sheet1.xml") else b""
            new.writestr(name, old.read(name) + more)
    return swollen.getvalue()


_OFX = ofx(ofx_statement(ofx_line())).encode()
_ONE_C = (
    test_one_c.header(test_one_c.OWN)
    + test_one_c.document(test_one_c.OWN, test_one_c.OTHER)
    + test_one_c.END
).encode()

BAD_FILES: Mapping[str, tuple[bytes, str]] = {
    "cut.xml": ((_CAMT_HEAD + _CAMT).encode()[:-40], "truncated"),
    "cut.sta": (test_mt940.GERMAN.encode()[: test_mt940.GERMAN.index(":62F:")], "truncated"),
    "cut.xlsx": (test_packed_tables.workbook(("Date", "Amount"))[:-300], "truncated"),
    "cut.1c": (_ONE_C[: len(_ONE_C) // 2], "truncated"),
    "cut.ofx": (_OFX[:-60], "truncated"),
    "letters.xml": ((_CAMT_HEAD + _CAMT.replace("TEXT", "Оренда")).encode("cp1251"), "encoding"),
    "picture.xlsx": (_PNG + bytes(range(256)) * 9, "unknown"),
    "program.csv": (b"MZ\x90\0\3\0\0\0" + bytes(range(256)) * 9, "unknown"),
    "answer.csv": (b'{"error": [1, 2],\n "at": [3, 4]}\n', "unknown"),
    "prices.csv": (b"Article;Name;Price\n1;Pump;100,00\n2;Valve;20,00\n", "no-statement"),
    "entities.xml": (
        f'{_CAMT_HEAD}<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>'
        f"{_CAMT.replace('TEXT', '&l9;')}".encode(),
        "bomb",
    ),
    "outside.xml": (
        f'{_CAMT_HEAD}<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>'
        f"{_CAMT.replace('TEXT', '&l;')}".encode(),
        "bomb",
    ),
    "noughts.zip": (test_packed_tables.packed({"noughts.csv": bytes(40 << 20)}), "bomb"),
    "swollen.xlsx": (swollen_workbook(), "bomb"),
    "locked.zip": (locked_archive(), "locked"),
    "locked.xlsx": (locked_workbook(), "locked"),
    "blank.csv": (b" \r\n\t \r\n", "empty"),
}
"""By name, which says nothing true: the content and the reason."""
