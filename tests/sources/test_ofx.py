"""OFX 1 and 2: each field, all encodings, several statements, what is broken or hostile."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one
from tests.sources.written_statements import (
    MOVES,
    OFX_1,
    OFX_2,
    closed,
    decimal,
    escaped,
    ofx,
    ofx_line,
    ofx_statement,
)


def line_of(more: str = "", **changed: str) -> StatementLine:
    told = read_one(ofx(ofx_statement(changed_line(more, **changed))))
    assert not told.spoiled
    return told.lines[0]


def changed_line(more: str = "", **changed: str) -> str:
    """Write a line in which the tags that are named hold something else."""
    text = ofx_line(more=more)
    for tag, value in changed.items():
        before, found, after = text.partition(f"<{tag}>")
        assert found
        text = f"{before}{found}{value}\n{after.partition(chr(10))[2]}"
    return text


def refused(content: str | bytes) -> Unreadable:
    with pytest.raises(UnreadableFileError) as caught:
        read(content)
    return caught.value.reason


@pytest.mark.parametrize("header", [OFX_1, OFX_2, ""])
def test_a_statement_is_read_whole(header: str) -> None:
    more = "<NAME>Anna &amp; Co\n<MEMO>Invoice 7\n<CHECKNUM>17\n<REFNUM>99\n<DTAVAIL>20240106\n"
    told = read_one(ofx(ofx_statement(ofx_line(more=more)), header=header))
    head = told.head
    assert (head.format, head.account, head.currency) == ("ofx", "999988", "USD")
    assert (head.bank, head.opening) == ("First Bank", None)
    assert told.end is not None
    assert (told.end.closing, told.end.closed_on) == (Money(10_000, "USD"), dt.date(2024, 1, 31))
    (line,) = told.lines
    assert (line.booked_on, line.valued_on) == (dt.date(2024, 1, 5), dt.date(2024, 1, 6))
    assert (line.amount, line.code) == (Money(-1_250, "USD"), "DEBIT")
    assert (line.counterparty, line.purpose) == ("Anna & Co", "Invoice 7")
    assert (line.reference, line.external_id) == ("17", "F2024010500017")
    assert (line.is_pending, line.parts, line.occurred_at) == (False, (), None)
    assert line.raw.startswith(b"<STMTTRN><TRNTYPE>DEBIT")
    assert line.raw.endswith(b"</STMTTRN>")


def test_leaves_may_be_closed_or_not_whatever_the_header_says() -> None:
    body = ofx(ofx_statement(ofx_line(more="<MEMO>Invoice 7\n")), header="")
    for document in (OFX_2 + body, OFX_1 + closed(body), OFX_1 + body.replace("\n", "")):
        told = read_one(document)
        assert (told.lines[0].purpose, told.head.account) == ("Invoice 7", "999988")
        assert told.end is not None
        assert told.end.closing == Money(10_000, "USD")


def test_cards_and_the_cash_of_investments_have_statements_too() -> None:
    card = ofx_statement(ofx_line()).replace("STMTRS", "CCSTMTRS").replace("BANKACCT", "CCACCT")
    assert read_one(ofx(card)).lines[0].amount.minor == -1_250
    inner = ofx_line(5)
    cash = (
        "<INVSTMTTRNRS><INVSTMTRS><DTASOF>20240131\n<CURDEF>USD\n<INVACCTFROM><BROKERID>b.com\n"
        "<ACCTID>77\n</INVACCTFROM><INVTRANLIST><BUYSTOCK><INVBUY><INVTRAN><FITID>1\n</INVTRAN>"
        f"</INVBUY></BUYSTOCK><INVBANKTRAN>{inner}<SUBACCTFUND>CASH\n</INVBANKTRAN></INVTRANLIST>"
        "<INVBAL><AVAILCASH>9.00\n</INVBAL></INVSTMTRS></INVSTMTTRNRS>"
    )
    told = read_one(ofx(cash))
    assert (told.head.account, told.head.currency) == ("77", "USD")
    assert [line.amount.minor for line in told.lines] == [5]
    assert told.end is not None
    assert told.end.closing is None
    assert refused(ofx(cash.replace(inner, ""))) is Unreadable.NO_STATEMENT


def test_each_of_several_statements_has_its_own() -> None:
    other = ofx_statement(ofx_line(7), balance="1.00", currency="eur").replace("999988", "55")
    told = read(ofx(ofx_statement(ofx_line()), ofx_statement(), other))
    assert [each.head.account for each in told] == ["999988", "999988", "55"]
    assert [each.head.currency for each in told] == ["USD", "USD", "EUR"]
    assert [len(each.lines) for each in told] == [1, 0, 1]
    ends = [each.end.closing for each in told if each.end is not None]
    assert ends == [Money(10_000, "USD"), Money(10_000, "USD"), Money(100, "EUR")]
    assert [each.lines[0].external_id for each in (told[0], told[2])] == ["F2024010500017"] * 2


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("-12.50", -1_250), ("+12.50", 1_250), ("12.5", 1_250), ("12", 1_200), (" 12.50 ", 1_250),
        ("-12,50", -1_250), ("1,234.56", 123_456), ("-1.234,56", -123_456), (".5", 50),
        ("1,234,567.89", 123_456_789), ("1.234.567,89", 123_456_789), ("12.500", 1_250),
        ("0", 0), ("-0.00", 0),
    ],
)  # fmt: skip
def test_amounts_have_a_point_or_a_comma_before_their_decimals(text: str, minor: int) -> None:
    assert line_of(TRNAMT=text).amount == Money(minor, "USD")


@pytest.mark.parametrize(
    ("posted", "instant"),
    [
        ("20240105", None),
        ("20240105120000", None),
        ("20240105120000[0:GMT]", None),
        ("20240105000000.000[-5:EST]", None),
        ("20240105101530.123[-5:EST]", "2024-01-05T15:15:30+00:00"),
        ("20240105101530[+5.5:IST]", "2024-01-05T04:45:30+00:00"),
        ("20240105101530[-3]", "2024-01-05T13:15:30+00:00"),
        ("20240105101530[99:NEVER]", None),
        ("20240105996199[0:GMT]", None),
    ],
)
def test_the_day_is_the_one_that_is_written(posted: str, instant: str | None) -> None:
    line = line_of(DTPOSTED=posted)
    assert line.booked_on == dt.date(2024, 1, 5)
    assert (line.occurred_at.isoformat() if line.occurred_at else None) == instant


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("<PAYEE><NAME>Anna\n<CITY>Kyiv\n</PAYEE>", ("Anna", None, "", None)),
        ("<NAME>Ann\n<EXTDNAME>Anna Maria\n", ("Anna Maria", None, "", None)),
        (
            "<NAME>Anna\n<BANKACCTTO><BANKID>1\n<ACCTID>7788\n</BANKACCTTO>",
            ("Anna", "7788", "", None),
        ),
        ("<MEMO> a &lt;b&gt; &quot;c&quot; &#8364;&nbsp;5 \n", (None, None, 'a <b> "c" €\xa05', None)),  # noqa: E501 - one line a case
        ("<MEMO><![CDATA[AT&T <STMTTRN> </MEMO>]]>\n", (None, None, "AT&T <STMTTRN> </MEMO>", None)),  # noqa: E501 - one line a case
        ("<MEMO>1 < 2 & 3\n<CHECKNUM>0000\n<REFNUM>R-1\n", (None, None, "1 < 2 & 3", "R-1")),
        ("<MEMO>\n<NAME>\n<CHECKNUM>\n", (None, None, "", None)),
    ],
)  # fmt: skip
def test_who_and_what_for_are_read_as_they_are_meant(
    more: str, told: tuple[str | None, str | None, str, str | None]
) -> None:
    line = line_of(more)
    said = (line.counterparty, line.counterparty_account, line.purpose, line.reference)
    assert said == told


def test_data_that_looks_like_lines_adds_none() -> None:
    fake = "<![CDATA[</STMTTRN><STMTTRN><TRNAMT>1000000<DTPOSTED>20240105</STMTTRN>]]>"
    told = read_one(ofx(ofx_statement(ofx_line(more=f"<MEMO>{fake}\n"), ofx_line(1, "B"))))
    assert [line.amount.minor for line in told.lines] == [-1_250, 1]
    assert told.lines[0].purpose.startswith("</STMTTRN><STMTTRN>")
    padded = ofx(ofx_statement(ofx_line(more=f"<MEMO>{'x' * ((1 << 20) - 700)}{fake}\n")))
    for shift in range(0, 40, 3):
        shifted = padded.replace("xxxx", "x" * (4 + shift), 1)
        assert [line.amount.minor for line in read_one(shifted).lines] == [-1_250]


def test_data_without_an_end_takes_no_time() -> None:
    more = f"<MEMO>{'<![CDATA[' * 60_000}\n"
    assert refused(ofx(ofx_statement(ofx_line(more=more)))) is Unreadable.TRUNCATED


@pytest.mark.parametrize(
    ("more", "currency", "amount"),
    [
        ("<CURRENCY><CURRATE>1.1\n<CURSYM>EUR\n</CURRENCY>", "USD", "EUR"),
        ("<CURRENCY><CURRATE>1.1\n<CURSYM>eur\n</CURRENCY>", "USD", "EUR"),
        ("<ORIGCURRENCY><CURRATE>1.1\n<CURSYM>EUR\n</ORIGCURRENCY>", "USD", "USD"),
        ("", "usd", "USD"),
        ("", "JPY", "JPY"),
        ("<CURRENCY><CURSYM>UAH\n</CURRENCY>", "", "UAH"),
        ("", "", "XXX"),
    ],
)
def test_the_currency_is_the_statements_or_the_lines(
    more: str, currency: str, amount: str
) -> None:
    line = changed_line(more, TRNAMT="-1250")
    told = read_one(ofx(ofx_statement(line, currency=currency)))
    assert told.lines[0].amount.currency == amount
    assert told.lines[0].amount.to_decimal() == -1_250


def test_a_currency_that_is_none_spoils_the_lines_and_is_not_told() -> None:
    told = read_one(ofx(ofx_statement(ofx_line(), currency="BUX")))
    assert (told.head.currency, told.lines) == (None, [])
    assert "BUX" in told.spoiled[0].reason


def test_an_identifier_stands_once_and_counts_nothing() -> None:
    ids = ["A-1", "A-1", "17", "000000", "NONREF", "2024010500001", ""]
    told = read_one(ofx(ofx_statement(*[ofx_line(1, each) for each in ids])))
    assert [line.external_id for line in told.lines] == [None] * 5 + ["2024010500001", None]


def test_what_is_not_posted_yet_is_pending() -> None:
    pending = (
        "<BANKTRANLISTP><DTASOF>20240131\n<STMTTRNP><TRNTYPE>POS\n<DTTRAN>20240131\n"
        "<DTEXPIRE>20240207\n<TRNAMT>-3.00\n<NAME>Fuel\n</STMTTRNP></BANKTRANLISTP>"
    )
    for lines in ((ofx_line(),), ()):
        document = ofx(ofx_statement(*lines)).replace("</STMTRS>", f"{pending}</STMTRS>")
        told = read_one(document)
        line = told.lines[-1]
        assert (line.is_pending, line.counterparty, line.amount.minor) == (True, "Fuel", -300)
        assert (line.booked_on, line.external_id) == (dt.date(2024, 1, 31), None)
        assert len(told.lines) == len(lines) + 1
        assert told.end is not None
        assert told.end.closing == Money(10_000, "USD")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"DTPOSTED": "20240230"}, "day '20240230'"),
        ({"DTPOSTED": "2024"}, "day '2024'"),
        ({"DTPOSTED": ""}, "no day"),
        ({"TRNAMT": ""}, "amount ''"),
        ({"TRNAMT": "1O.00"}, "amount '1O.00'"),
        ({"TRNAMT": "1.234.567"}, "amount '1.234.567'"),
        ({"TRNAMT": "12.505"}, "12.505"),
        ({"TRNAMT": "NaN"}, "amount 'NaN'"),
        ({"TRNAMT": "9" * 40}, "more than the books"),
    ],
)
def test_a_bad_line_is_set_aside_and_the_others_stay(changed: dict[str, str], reason: str) -> None:
    told = read_one(ofx(ofx_statement(ofx_line(1, "A"), changed_line(**changed), ofx_line(2))))
    (spoiled,) = told.spoiled
    assert reason in spoiled.reason
    assert (spoiled.position, [line.amount.minor for line in told.lines]) == (2, [1, 2])
    assert spoiled.raw.startswith(b"<STMTTRN>")


def test_a_correction_of_another_line_is_left_to_a_person() -> None:
    more = "<CORRECTFITID>F1\n<CORRECTACTION>DELETE\n"
    told = read_one(ofx(ofx_statement(ofx_line(more=more))))
    assert told.spoiled[0].reason == "corrects FITID 'F1'"


@pytest.mark.parametrize(
    ("balance", "closing"),
    [("", None), ("soon", None), ("-1,234.50", -123_450), ("0.001", None)],
)
def test_a_balance_that_can_not_be_read_proves_nothing(balance: str, closing: int | None) -> None:
    told = read_one(ofx(ofx_statement(ofx_line(), balance=balance)))
    assert told.end is not None
    assert (told.end.closing.minor if told.end.closing else None) == closing


MEMO = "<MEMO>Оплата, спасибо\n"
CYRILLIC = ofx(ofx_statement(ofx_line(more=MEMO)))
ONE_LINE = OFX_1.replace("\n", " ")


@pytest.mark.parametrize(
    ("document", "encoding"),
    [
        (CYRILLIC, "utf-8"),
        (CYRILLIC, "utf-8-sig"),
        (CYRILLIC, "utf-16"),
        (CYRILLIC, "utf-16-le"),
        (CYRILLIC, "utf-16-be"),
        (CYRILLIC.replace("CHARSET:1252", "CHARSET:1251"), "cp1251"),
        (CYRILLIC.replace("CHARSET:1252", "CHARSET:windows-1251"), "cp1251"),
        (CYRILLIC.replace("CHARSET:1252", "CHARSET:ISO-8859-5"), "iso-8859-5"),
        (CYRILLIC.replace(OFX_1, ONE_LINE.replace("1252", "1251")), "cp1251"),
        (
            CYRILLIC.replace(OFX_1, ONE_LINE.replace("1252", "1251").replace(" ", "") + "\n"),
            "cp1251",
        ),
        (CYRILLIC.replace(OFX_1, OFX_2.replace("UTF-8", "windows-1251")), "cp1251"),
    ],
)
def test_texts_are_read_in_the_encoding_that_they_are_in(document: str, encoding: str) -> None:
    assert read_one(document, encoding).lines[0].purpose == "Оплата, спасибо"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (OFX_1, Unreadable.TRUNCATED),
        (CYRILLIC[:-8], Unreadable.TRUNCATED),
        (CYRILLIC[: CYRILLIC.index("<MEMO>")], Unreadable.TRUNCATED),
        (f"{OFX_1}<OFX></OFX>", Unreadable.NO_STATEMENT),
        (f"{OFX_1}<OFX>{ofx_line()}</OFX>", Unreadable.DAMAGED),
        (CYRILLIC.replace("<STMTTRN>", "<STMTTRN >"), Unreadable.DAMAGED),
        (CYRILLIC.replace(OFX_1, OFX_2).encode("cp1251"), Unreadable.ENCODING),
        (CYRILLIC.replace("1252", "undefined").encode("cp1251"), Unreadable.ENCODING),
        (CYRILLIC.replace("1252", "punycode").encode("cp1251"), Unreadable.ENCODING),
        (CYRILLIC.replace("1252", "hex").encode("cp1251"), Unreadable.ENCODING),
        (CYRILLIC.encode("utf-16")[:-1], Unreadable.ENCODING),
        (CYRILLIC.replace("<OFX>", "<!DOCTYPE x [<!ENTITY a 'b'>]><OFX>"), Unreadable.BOMB),
        ("OFXHEADER:100\n<OFX><STMTRS>" + "x" * (1 << 24), Unreadable.DAMAGED),
    ],
)
def test_a_file_that_can_not_be_read_is_refused(content: str | bytes, reason: Unreadable) -> None:
    assert refused(content) is reason


def test_what_the_bank_answers_instead_is_told() -> None:
    answer = (
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500\n<SEVERITY>ERROR\n"
        "<MESSAGE>Wrong password\n</STATUS></SONRS></SIGNONMSGSRSV1></OFX>"
    )
    with pytest.raises(UnreadableFileError) as caught:
        read(OFX_1 + answer)
    assert caught.value.reason is Unreadable.NO_STATEMENT
    assert caught.value.detail == "the bank answered: Wrong password"


def test_the_root_may_have_a_prefix_and_blanks_in_its_end() -> None:
    document = ofx(ofx_statement(ofx_line()), header=OFX_2)
    for root in ("ofx:OFX", "OFX "):
        renamed = document.replace("<OFX>", f"<{root.strip()}>").replace("</OFX>", f"</{root}>")
        assert len(read_one(renamed).lines) == 1


def test_a_large_statement_is_told_as_it_streams_in() -> None:
    told = read_one(ofx(ofx_statement(*[ofx_line(1, f"F{n:09}") for n in range(20_000)])))
    assert len({line.external_id for line in told.lines}) == 20_000


@given(st.lists(MOVES, max_size=5), st.sampled_from([OFX_1, OFX_2]), st.integers(-(10**9), 10**9))
def test_what_is_written_is_read(
    moves: list[tuple[int, dt.date, str, str]], header: str, balance: int
) -> None:

    lines = [
        changed_line(
            f"<NAME>{escaped(name)}\n<MEMO>{escaped(memo)}\n",
            DTPOSTED=f"{day:%Y%m%d}",
            TRNAMT=decimal(minor),
        )
        for minor, day, name, memo in moves
    ]
    told = read_one(ofx(ofx_statement(*lines, balance=decimal(balance)), header=header))
    assert [
        (line.amount.minor, line.booked_on, line.counterparty or "", line.purpose)
        for line in told.lines
    ] == moves
    assert told.end is not None
    assert told.end.closing == Money(balance, "USD")
