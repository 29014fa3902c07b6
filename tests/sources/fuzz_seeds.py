"""Small files of every format, for the fuzzer to break, and the pieces that it puts into them."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.sources import test_packed_tables, test_text_files
from tests.sources.old_workbook import compound, stream_of
from tests.sources.written_statements import (
    IBAN,
    OFX_2,
    camt,
    camt_balance,
    camt_details,
    camt_entry,
    camt_party,
    camt_statement,
    ofx,
    ofx_line,
    ofx_statement,
    prefixed,
    qif,
    qif_record,
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to break: as it is, or a part of it before it is packed."""

    content: bytes
    pack: Callable[[bytes], bytes] = bytes


_PAYMENT = (
    "<Refs><EndToEndId>E2E-1</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy='EUR'>6.25</Amt></TxAmt>"
    "</AmtDtls><RltdPties>" + camt_party("Dbtr", "ANNA") + camt_party("Cdtr", "SHOP BV", IBAN)
) + "</RltdPties><RmtInf><Ustrd>Invoice 7</Ustrd></RmtInf>"
_CAMT = camt(
    camt_statement(
        camt_entry(NtryDtls=camt_details(_PAYMENT), AcctSvcrRef="2024010500001"),
        camt_entry(
            -1_250,
            NtryDtls=camt_details(_PAYMENT, _PAYMENT),
            RvslInd="true",
            BkTxCd="<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>",
        ),
        camt_entry(100, Sts="PDNG", BookgDt="<DtTm>2024-01-05T10:00:00+02:00</DtTm>"),
        balances=camt_balance("OPBD", 10_000) + camt_balance("CLBD", 10_000, "2024-01-31"),
    ),
    camt_statement(camt_entry(), balances=camt_balance("PRCD", -5)),
)
_OFX = ofx(
    ofx_statement(
        ofx_line(more="<NAME>Anna &amp; Co\n<MEMO>Invoice 7\n<CHECKNUM>17\n"),
        ofx_line(99, "F2024010500018", "<CURRENCY><CURRATE>1.1\n<CURSYM>EUR\n</CURRENCY>"),
    ),
    ofx_statement(ofx_line(5, "F2024010500019")),
)
_QIF = qif(
    qif_record("D1/ 1'24", "T100.00", "POpening Balance", "L[Till]"),
    qif_record("D1/25'24", "T-1,250.50", "PAnna", "MInvoice 7", "N17", "LSales"),
    qif_record("D1/26/2024", "T-3.00", "SFuel", "EA", "$-1.00", "SFood", "$-2.00"),
    account="Till",
) + qif(kind="Invst")
_CSV = (
    f"Account;{IBAN}\nOpening balance;100,00 EUR\n\nDate;Amount;Balance;Currency;Name;Purpose\n"
    "25.01.2024;-12,50;87,50;EUR;Anna;Invoice 7\n26.01.2024;1.234,00;1.321,50;EUR;Oleg;\n"
    '27.01.2024;-1,50;1.320,00;EUR;"A;B";"two\nlines"\n'
).encode()
_DAY_TIME = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")
_ROWS: tuple[tuple[str | float | dt.date, ...], ...] = (
    ("Дата", "Сума", "Валюта", "Опис"),
    (dt.date(2026, 11, 3), -250.5, "UAH", "Виклик"),
    (dt.date(2026, 11, 4), 1_000.0, "UAH", "Оплата"),
)


def _in_archive(
    files: dict[str, bytes], name: str, content: bytes, compression: int = zipfile.ZIP_STORED
) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for each, told in (files | {name: content}).items():
            archive.writestr(zipfile.ZipInfo(each), told, compression)
    return packed.getvalue()


def _parts_of(archive: bytes) -> list[Seed]:
    """Give an archive, and each of its files to be broken before it is packed again.

    Nothing in them tells when they were made: a seed makes the same files on any day.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        files = {
            each: _DAY_TIME.sub(b"2026-01-01T00:00:00", opened.read(each))
            for each in opened.namelist()
        }
        compression = opened.infolist()[0].compress_type
    whole = _in_archive(files, *next(iter(files.items())), compression)
    inner = [Seed(told, partial(_in_archive, files, name)) for name, told in files.items()]
    return [Seed(whole), *inner]


SEEDS: dict[str, list[Seed]] = {
    "camt": [
        Seed(_CAMT.encode()),
        Seed(prefixed(_CAMT.replace("053.001.02", "053.001.13")).encode()),
        Seed(_CAMT.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")),
    ],
    "ofx": [
        Seed(_OFX.encode()),
        Seed(ofx(ofx_statement(ofx_line(more="<MEMO>Оплата\n")), header=OFX_2).encode()),
    ],
    "qif": [Seed(_QIF.encode()), Seed(_QIF.replace("Anna", "Анна, кав'ярня").encode("cp1251"))],
    **{name: [Seed(content)] for name, content in test_text_files.SEEDS.items()},
    "csv": [Seed(_CSV), Seed(test_packed_tables.CSV), Seed(_CSV.replace(b";", b"\t"))],
    "xlsx": _parts_of(test_packed_tables.workbook(*_ROWS)),
    "xls": [Seed(compound(stream_of(_ROWS))), Seed(stream_of(_ROWS), compound)],
    "html": [Seed(test_packed_tables.PAGE.encode(each)) for each in ("utf-8", "cp1251")],
    "xml": [Seed(test_packed_tables.SHEET.encode())],
    "zip": _parts_of(
        _in_archive(
            {"a.csv": _CSV, "b.ofx": _OFX.encode(), "inner.zip": _in_archive({}, "c.qif", b"!")},
            "d.xml",
            _CAMT.encode(),
        )
    ),
}  # fmt: skip
"""By format: all of the registry's, tables and archives by what they come in."""

_WORDS = re.compile(rb"</?[\w:.]+[^<>]{0,40}>|:\d\d[A-Z]?:|!?[A-Za-z:]{2,}|[\d.,'-]{2,}|[^\w\s]")
_NASTY = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\r\n\r\n",
    b"\x1a", b"\xc2\xa0", "−".encode(), "٣".encode(), "²".encode(), "İ".encode(), b"NaN", b"1e999",
    b"Infinity", b"-", b"--5", b"9" * 30, b"9" * 5_000, b"0" * 40, b"100000000000000000.00",
    b"00000000", b"30.02.2024", b"0000-00-00", b"9999-12-31", b"XXX", b"JPY", b"KWD", b"XYZ",
    b"<!DOCTYPE x [<!ENTITY a 'bbbb'>]>", b"&a;", b"&#0;", b"&#xD800;", b"&#1114112;",
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"?>", b"<", b">", b'"', b"'", b";", b",",
    b"utf-8", b"undefined", b"utf-7", b"idna", b"punycode", b"rot13", b"8859-1", b"65001",
    b"CHARSET:", b"ENCODING:", b'encoding="', b'colspan="999999999"', b'ss:Index="99999"',
    b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"{", b"true", b"1", b"\\", b"%s", b"{0}",
)  # fmt: skip
TOKENS: list[bytes] = sorted(
    {word for seeds in SEEDS.values() for each in seeds for word in _WORDS.findall(each.content)}
    | set(_NASTY)
)
"""The words of all formats, and what readers have stumbled over."""
