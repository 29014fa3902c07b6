"""Statement files read and imported, beside well-known parsers of the same formats."""

import asyncio
import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bench.figures import Figure
from ledger.statements import StatementLine
from services.bank.bank_types import FileImported, gather
from services.bank.import_statement import import_statements
from services.messages import Cause
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from sources.bank_files.registry import read_parts
from storage.database import open_database
from storage.migrate import migrate

PEERS = Path(__file__).with_name("statements_peers.py")
LINES = 10_000
MANY = 100_000
TURNS = 3
IBAN = "UA213223130000026007233566001"
FIRST = dt.date(2026, 1, 1)
_MEMORY = """
import re, sys
from sources.bank_files.registry import read_parts
with open(sys.argv[1], "rb") as file:
    lines = sum(1 for _ in read_parts(file))
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
print(lines, int(peak) / 1024)
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A format, how a file of it is made, and how quick reading is to be."""

    name: str
    make: Callable[[int], bytes]
    bound: int
    """Lines a second."""


async def measure() -> list[Figure]:
    """Measure reading format by format, memory, and import into books."""
    theirs = await _ask_peers()
    figures = [_read(kind, theirs.get(kind.name, {})) for kind in KINDS]
    figures.extend([await _memory(kind) for kind in KINDS])
    figures.append(await _imported())
    return figures


def _read(kind: Kind, theirs: dict[str, float]) -> Figure:
    """Read a file a few times; the best turn counts, as for the peers, by seconds of one core."""
    content = kind.make(LINES)
    best = 0.0
    for _ in range(TURNS):
        began = time.process_time()
        parts = read_parts(BytesIO(content))
        lines = sum(isinstance(each, StatementLine) for each in parts)
        best = max(best, lines / (time.process_time() - began))
        assert lines == LINES
    peer = ", ".join(f"{speed:,.0f} {name}" for name, speed in theirs.items()) or "—"
    quickest = max(theirs.values(), default=0.0)
    ratio = f" (is {best / quickest:.1f} times the quickest peer)" if quickest else ""
    return Figure(
        f"{kind.name}: lines a second of one core",
        f"{best:,.0f}",
        peer,
        f"≥ {kind.bound:,}{ratio}",
        best >= kind.bound,
    )


async def _memory(kind: Kind) -> Figure:
    with tempfile.NamedTemporaryFile() as file:
        file.write(kind.make(MANY))
        file.flush()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _MEMORY, file.name, stdout=asyncio.subprocess.PIPE
        )
        shown, _ = await process.communicate()
    _, megabytes = shown.decode().split()
    return Figure(
        f"{kind.name}: peak memory at {MANY:,} lines",
        f"{float(megabytes):.0f} MB",
        "—",
        "< 100 MB",
        float(megabytes) < 100,
    )


async def _imported() -> Figure:
    """Read a statement and post its lines into fresh books, by seconds of one core."""
    content = _camt(LINES)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/books.sqlite3"
        await migrate(url)
        database = await open_database(url)
        shop = Shop("Teplo", "UAH", "Europe/Kyiv", "uk", is_ready=True)
        await database.write(lambda books: books.shop.put(shop))
        await database.write(lambda books: lay_chart(books, till_names=["Till"]))
        cause = Cause("system:bench", None, dt.datetime.now(dt.UTC))
        began = time.process_time()
        read = tuple(gather(read_parts(BytesIO(content))))
        done = await database.write(lambda books: import_statements(books, read, cause))
        speed = LINES / (time.process_time() - began)
        await database.close()
    assert isinstance(done, FileImported)
    assert done.statements[0].counts.new == LINES
    return Figure(
        "CAMT read and posted: lines a second of one core",
        f"{speed:,.0f}",
        "—",
        "≥ 5,000",
        speed >= 5_000,
    )


async def _ask_peers() -> dict[str, dict[str, float]]:
    """Have the peers read the same files where their Python is named."""
    python = os.environ.get("TILLY_PEERS")
    if not python:
        print("TILLY_PEERS names no Python with the peers: they are left out", file=sys.stderr)
        return {}
    with tempfile.TemporaryDirectory() as folder:
        await asyncio.to_thread(_write_all, Path(folder))
        process = await asyncio.create_subprocess_exec(
            python, str(PEERS), folder, stdout=asyncio.subprocess.PIPE
        )
        shown, _ = await process.communicate()
    found: dict[str, dict[str, float]] = json.loads(shown)
    return found


def _write_all(folder: Path) -> None:
    for kind in KINDS:
        (folder / kind.name).write_bytes(kind.make(LINES))


def _days(count: int) -> Sequence[dt.date]:
    return [FIRST + dt.timedelta(days=300 * number // count) for number in range(count)]


def _minor(number: int) -> int:
    return (number * 7_919) % 900_000 + 100


def _amount(minor: int, mark: str = ".") -> str:
    return f"{minor // 100}{mark}{minor % 100:02}"


def _camt(count: int) -> bytes:
    total = sum(map(_minor, range(count)))
    entries = "".join(
        f'<Ntry><NtryRef>{number}</NtryRef><Amt Ccy="UAH">{_amount(_minor(number))}</Amt>'
        f"<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<ValDt><Dt>{day}</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>E{number}</EndToEndId>"
        f"</Refs><RltdPties><Dbtr><Nm>Buyer {number % 500}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>"
        f"Invoice {number}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        for number, day in enumerate(_days(count))
    )
    balances = "".join(
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="UAH">{amount}</Amt>'
        f"<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{FIRST}</Dt></Dt></Bal>"
        for kind, amount in (("OPBD", "0.00"), ("CLBD", _amount(total)))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>'
        "<GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id>"
        f"<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>UAH</Ccy></Acct>{balances}{entries}</Stmt>"
        "</BkToCstmrStmt></Document>"
    ).encode()


def _mt940(count: int) -> bytes:
    lines = "".join(
        f":61:{day:%y%m%d}{day:%m%d}C{_amount(_minor(number), ',')}NTRF{number}//B{number}\n"
        f":86:Buyer {number % 500} Invoice {number}\n"
        for number, day in enumerate(_days(count))
    )
    total = _amount(sum(map(_minor, range(count))), ",")
    return (
        f":20:1\n:25:{IBAN}\n:28C:1/1\n:60F:C260101EUR0,00\n{lines}:62F:C261231EUR{total}\n-\n"
    ).encode()


def _ofx(count: int) -> bytes:
    lines = "".join(
        f"<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{day:%Y%m%d}<TRNAMT>{_amount(_minor(number))}"
        f"<FITID>{number}<NAME>Buyer {number % 500}<MEMO>Invoice {number}</STMTTRN>\n"
        for number, day in enumerate(_days(count))
    )
    total = _amount(sum(map(_minor, range(count))))
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n"
        "COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260101"
        "<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0"
        "<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>2"
        "<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260101<DTEND>20261231\n"
        f"{lines}</BANKTRANLIST><LEDGERBAL><BALAMT>{total}<DTASOF>20261231</LEDGERBAL></STMTRS>"
        "</STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()


def _one_c(count: int) -> bytes:
    own, other = "40702810900000000001", "40702810900000000002"
    documents = "".join(
        f"СекцияДокумент=Платежное поручение\nНомер={number}\nДата={day:%d.%m.%Y}\n"
        f"Сумма={_amount(_minor(number))}\nПлательщикСчет={other}\nПлательщик=Покупатель\n"
        f"ПлательщикИНН=7701000000\nПолучательСчет={own}\nДатаПоступило={day:%d.%m.%Y}\n"
        f"НазначениеПлатежа=Счет {number}\nКонецДокумента\n"
        for number, day in enumerate(_days(count))
    )
    return (
        "1CClientBankExchange\nВерсияФормата=1.03\nКодировка=Windows\n"
        f"РасчСчет={own}\n{documents}КонецФайла\n"
    ).encode("cp1251")


def _csv(count: int) -> bytes:
    rows = "".join(
        f"{day:%d.%m.%Y};{'-' * (number % 2)}{_amount(_minor(number), ',')};UAH;"
        f"Buyer {number % 500};Invoice {number}\n"
        for number, day in enumerate(_days(count))
    )
    return f"Account;{IBAN}\n\nDate;Amount;Currency;Counterparty;Purpose\n{rows}".encode()


KINDS = (
    Kind("CAMT", _camt, 28_000),
    Kind("MT940", _mt940, 100_000),
    Kind("OFX", _ofx, 100_000),
    Kind("1C", _one_c, 100_000),
    Kind("CSV", _csv, 100_000),
)
