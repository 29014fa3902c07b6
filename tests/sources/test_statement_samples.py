"""Files of other projects, held against what these say of them, where TILLY_DATA has them."""

import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path

from ledger.statements import StatementLine
from services.bank.bank_types import ReadStatement
from sources.bank_files.errors import Unreadable
from tests.here import DATA, needs_data
from tests.sources.test_text_files import samples, told_of
from tests.sources.told_statements import Told

pytestmark = needs_data
CAMT = "B-camt-genkgo"
BEANCOUNT = "B-beancount-import-testdata/testdata/source/ofx"
_POSTING = re.compile(
    r"^\d{4}-\d\d-\d\d \*.*\n  \S+ +(?P<amount>-?[\d.]+) (?P<currency>[A-Z]{3})\n"
    r"    date: (?P<day>[\d-]+)\n(?P<more>(?:    \w+: .*\n)*)",
    re.MULTILINE,
)

_OF_A_BANK = re.compile(r'ofx_type: "(?:STMTTRN|INVBANKTRAN)"')


FOLDERS = {
    "beancount-import's test data": "B-beancount-import-testdata",
    "genkgo/camt": CAMT,
    "wolph/mt940": "B-mt940-wolph",
    "ofxparse": "B-ofx-ofxparse",
    "ofxtools": "B-ofx-ofxtools",
    "quiffen": "B-qif-quiffen",
    "BAI2": "B-bai2",
    "pycoda": "B-coda-pycoda",
    "csb43": "B-csb43-aeb43",
    "kilylabs": "B-1c-kilylabs",
    "uabean": "B-ua-uabean",
    "ZenPlugins": "B-zenplugins-bank-api",
}
TABLE = Path(__file__).parents[2] / "docs" / "statements.md"
_ROW = re.compile(
    r"^\| ([^|:]+)[^|]*\| (\d+) \| (\d+) \| (\d+) \| (\d*) ?\| (\d*) ?\| (\d*)", re.MULTILINE
)


def test_the_table_in_the_documentation_says_what_is_read() -> None:
    told = {
        name.strip(): counts for name, *counts in _ROW.findall(TABLE.read_text(encoding="utf-8"))
    }
    found = {}
    for name, folder in FOLDERS.items():
        every = samples(folder, "*").values()
        read = [each for each in every if not isinstance(each, Unreadable)]
        statements = [each for parts in read for each in parts]
        lines = sum(len(each.lines) for each in statements)
        spoiled = sum(len(each.spoiled) for each in statements)
        asked = sum(each is Unreadable.COLUMNS for each in every)
        counts = (len(every), len(read), asked, len(statements), lines, spoiled)
        found[name] = [str(count) if count or at < 3 else "" for at, count in enumerate(counts)]
    assert told == found


def field_of(told: object, *path: str) -> str | None:
    for each in path:
        told = told.get(each) if isinstance(told, dict) else None
    return told if isinstance(told, str) else None


def expected_of(name: str) -> list[object]:
    path = (DATA / CAMT / name).with_suffix(".json")
    told = json.loads(path.read_text(encoding="utf-8"))["getEntries"]
    assert isinstance(told, list)
    return told


def read_samples(folder: str, *patterns: str) -> dict[str, list[Told]]:
    found = samples(folder, *patterns)
    return {name: told for name, told in found.items() if not isinstance(told, Unreadable)}


def test_all_samples_of_camt_say_what_their_project_reads_in_them() -> None:
    read = read_samples(CAMT, "*.xml")
    assert len(read) == 25
    for name, told in read.items():
        last = told[-1]
        entries = expected_of(name)
        assert len(entries) == len(last.lines) + len(last.spoiled), name
        if last.spoiled:
            assert all(each.reason == "no booking date" for each in last.spoiled)
            assert all(field_of(each, "getBookingDate", "0") is None for each in entries)
            continue
        for line, entry in zip(last.lines, entries, strict=True):
            assert_same(line, entry, last)


def assert_same(line: StatementLine, entry: object, told: Told) -> None:
    assert str(line.amount.minor) == field_of(entry, "getAmount", "getAmount")
    assert line.amount.currency == field_of(entry, "getAmount", "getCurrency", "getCode")
    booked = field_of(entry, "getBookingDate", "0") or ""
    assert line.booked_on == dt.date.fromisoformat(booked[:10])
    valued = field_of(entry, "getValueDate", "0")
    assert line.valued_on == (dt.date.fromisoformat(valued[:10]) if valued else None)
    assert line.is_pending == (field_of(entry, "getStatus") != "BOOK")
    account = field_of(entry, "getRecord", "getAccount", "getIdentification")
    assert told.head.account == account
    details = entry.get("getTransactionDetails") if isinstance(entry, dict) else None
    if isinstance(details, list) and len(details) == 1:
        only = "getTransactionDetail"
        assert line.reference == field_of(entry, only, "getReference", "getEndToEndId")
        said = field_of(entry, only, "getRemittanceInformation", "getMessage")
        assert said is None or said in line.purpose


def test_balances_in_two_currencies_prove_nothing() -> None:
    (told,) = told_of(samples(CAMT, "*.xml"), "camt053.v2.minimal.xml")
    assert told.end is not None
    assert told.end.closing is not None
    read = ReadStatement(told.head, tuple(told.lines), tuple(told.spoiled), told.end)
    assert (told.end.closing.currency, read.difference) == ("SEK", None)


def test_all_samples_of_ofx_say_what_the_journals_beside_them_do() -> None:
    read = read_samples(BEANCOUNT, "*.ofx")
    lines = {
        line.raw.decode(): line for name in read for told in read[name] for line in told.lines
    }
    by_id: dict[tuple[str, dt.date], StatementLine] = {}
    for raw, line in lines.items():
        identifier = re.search(r"<FITID>([^<\r\n]*)", raw)
        if identifier is not None:
            by_id[identifier[1].strip(), line.booked_on] = line
    compared = 0
    folder = DATA / BEANCOUNT
    for path in folder.rglob("import_results.beancount"):
        for posting in _POSTING.finditer(path.read_text(encoding="utf-8")):
            identifier = re.search(r'ofx_fitid: "(.*)"', posting["more"])
            day = dt.date.fromisoformat(posting["day"])
            told = by_id.get((identifier[1] if identifier else "", day))
            if told is None or _OF_A_BANK.search(posting["more"]) is None:
                continue  # a trade, which is no line of a bank
            compared += 1
            assert told.amount.to_decimal() == Decimal(posting["amount"])
            assert told.amount.currency == posting["currency"]
            memo = re.search(r'ofx_memo: "(.*)"', posting["more"])
            if memo is not None:
                said = [told.purpose, told.counterparty or ""]
                assert memo[1].replace('\\"', '"') in [" ".join(each.split()) for each in said]
    assert compared >= 30


def test_samples_of_ofx_are_read_or_refused_for_a_reason() -> None:
    found = samples("B-ofx-ofxparse", "*.ofx") | samples("B-ofx-ofxtools", "*.ofx")
    refused = {Path(name).stem for name, told in found.items() if isinstance(told, Unreadable)}
    securities = {"investment_401k", "tiaacref", "vanguard", "vanguard401k", "td_ameritrade"}
    answers = {"error_message", "signon_fail", "signon_success", "signon_success_no_message"}
    others = {"account_listing_aggregation", "profrs", "bank_small"}
    assert refused == securities | answers | others
    closing = {
        Path(name).stem: str(told[-1].end.closing)
        for name, told in found.items()
        if not isinstance(told, Unreadable) and told[-1].end is not None
    }
    assert closing["bank_medium"] == "382.34 CAD"
    assert closing["multiple_accounts"] == "222.00 USD"
    assert closing["br_nubank_cc"] == "-1280.91 BRL"
    assert closing["empty_balance"] == "None"
    spoiled = [
        each.reason
        for name, told in found.items()
        if not isinstance(told, Unreadable)
        for statement in told
        for each in statement.spoiled
    ]
    assert len(spoiled) == 7
    assert all("day" in each or "more decimals" in each for each in spoiled)


def test_samples_of_qif_are_read_or_refused_for_a_reason() -> None:
    found = samples("B-qif-quiffen", "*.qif")
    refused = {name for name, told in found.items() if isinstance(told, Unreadable)}
    lists = {"category_inherit", "clear_autoswitch", "nosymbol", "option_autoswitch"}
    lists |= {"unknown_account_type"}
    assert refused == {"empty.qif"} | {f"test_{each}.qif" for each in lists}
    assert not any(
        statement.spoiled
        for told in found.values()
        if not isinstance(told, Unreadable)
        for statement in told
    )
    (whole,) = told_of(found, "test.qif")
    assert (whole.head.account, str(whole.head.opening)) == ("TestExport", "0.0000 XXX")
    assert whole.head.opened_on == dt.date(2020, 2, 10)
    assert whole.lines[0].booked_on == dt.date(2020, 2, 14)
    assert [len(line.parts) for line in whole.lines].count(0) < len(whole.lines)
    (split,) = told_of(found, "test_split.qif")
    assert [part.purpose for part in split.lines[0].parts] == ["[An Account]", "A Category"]
