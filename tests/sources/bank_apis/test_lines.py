"""What banks' interfaces say, turned into lines: exact, or refused with a reason."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from ledger.statements import StatementLine
from services.bank.bank_feed_types import RemoteAccount
from services.source_trouble import SourceError, Trouble
from sources.bank_apis import gocardless_line, monobank_line, privatbank_line, wise_line
from sources.fields import OddRecordError, Record, converted
from sources.json_text import parse_json, write_json
from tests.here import DATA, needs_data

FOP = RemoteAccount("a", "UA213223130000026007233566001", "UAH", "monobank")

MONO = """{"id":"ZuHWzqkKGVo=","time":1554466347,"description":"Покупка  щастя\\nтут","mcc":7997,
"hold":false,"amount":-95000,"operationAmount":-3500,"currencyCode":840,"commissionRate":0,
"balance":10050000,"comment":"За каву","receiptId":"XX-XX","invoiceId":"2103.в.27",
"counterEdrpou":"3096889974","counterIban":"UA898999980000355639201001404",
"counterName":"ТОВ «ВОРОНА»"}"""
PRIVAT = """{"AUT_MY_ACC":"UA1","AUT_CNTR_CRF":14360570,"AUT_CNTR_ACC":"UA17305299",
"AUT_CNTR_NAM":"ТОВ ВОРОНА","CCY":"UAH","FL_REAL":"r","PR_PR":"r","DOC_TYP":"p","NUM_DOC":"12",
"DAT_OD":"30.03.2020","OSND":"Оплата за товар","SUM":"472.49","SUM_E":"472.49","REF":"DNH0K0330",
"REFN":"1","DATE_TIME_DAT_OD_TIM_P":"30.03.2020 12:03:00","TRANTYPE":"D"}"""
CARDLESS = """{"transactionId":"6653842207","entryReference":"174945","bookingDate":"2025-06-09",
"valueDate":"2025-06-10","transactionAmount":{"amount":"-10.10","currency":"EUR"},
"creditorName":"PAYPAL","creditorAccount":{"iban":"LU1"},"debtorName":"ME",
"remittanceInformationUnstructuredArray":["one","two"],"bankTransactionCode":"PMNT-CCRD-OTHR",
"balanceAfterTransaction":{"balanceAmount":{"amount":"5.5","currency":"EUR"}}}"""
WISE = """{"type":"DEBIT","date":"2025-03-06T23:47:05.128Z",
"amount":{"value":-7.76,"currency":"EUR","zero":false},
"details":{"type":"CARD","description":"Card transaction of 6.80 GBP issued by Tfl.gov.uk",
"merchant":{"name":"Tfl.gov.uk"}},"runningBalance":{"value":9.41,"currency":"EUR"},
"referenceNumber":"CARD-249281"}"""


def record(text: str) -> Record:
    found = parse_json(text.encode())
    assert isinstance(found, dict)
    return found


def mono(said: Record) -> StatementLine:
    return monobank_line.line_of(said, FOP)


CONVERSIONS: list[tuple[Callable[[Record], StatementLine], str]] = [
    (mono, MONO),
    (privatbank_line.line_of, PRIVAT),
    (gocardless_line.booked_line_of, CARDLESS),
    (gocardless_line.pending_line_of, CARDLESS),
    (wise_line.line_of, WISE),
]


def test_a_movement_of_monobank() -> None:
    line = mono(record(MONO))
    assert line.amount == Money(-95_000, "UAH")
    assert line.booked_on == dt.date(2019, 4, 5)
    assert line.occurred_at == dt.datetime(2019, 4, 5, 12, 12, 27, tzinfo=dt.UTC)
    assert line.purpose == "Покупка щастя тут За каву"
    assert (line.counterparty, line.counterparty_tax_id) == ("ТОВ «ВОРОНА»", "3096889974")
    assert line.counterparty_account == "UA898999980000355639201001404"
    assert (line.external_id, line.reference, line.code) == (
        "ZuHWzqkKGVo=",
        "2103.в.27",
        "MCC 7997",
    )
    assert line.balance == Money(10_050_000, "UAH")
    assert json.loads(line.raw) == json.loads(MONO)


def test_its_day_is_the_one_of_kyiv() -> None:
    late = record(MONO.replace("1554466347", "1554498000"))  # 21:00 UTC
    assert mono(late).booked_on == dt.date(2019, 4, 6)


def test_lent_money_is_no_balance_of_the_shop() -> None:
    lent = RemoteAccount("a", "UA2", "UAH", "monobank", credit=Money(10_000_000, "UAH"))
    assert monobank_line.line_of(record(MONO), lent).balance == Money(50_000, "UAH")


def test_a_movement_of_privatbank() -> None:
    line = privatbank_line.line_of(record(PRIVAT))
    assert line.amount == Money(-47_249, "UAH")
    assert line.booked_on == dt.date(2020, 3, 30)
    assert line.occurred_at == dt.datetime(2020, 3, 30, 9, 3, tzinfo=dt.UTC)
    assert (line.external_id, line.reference) == ("DNH0K0330/1", "12")
    assert line.counterparty_tax_id == "14360570"


@pytest.mark.parametrize(
    ("before", "after", "amount", "is_pending"),
    [
        ('"PR_PR":"r"', '"PR_PR":"p"', -47_249, True),
        ('"PR_PR":"r"', '"PR_PR":"t"', 0, False),
        ('"PR_PR":"r"', '"PR_PR":"n"', 0, False),
        ('"FL_REAL":"r"', '"FL_REAL":"i"', 0, False),
        ('"TRANTYPE":"D"', '"TRANTYPE":"C"', 47_249, False),
        ('"SUM":"472.49"', '"SUM":1', -100, False),
    ],
)
def test_what_privatbank_has_undone_moves_nothing(
    before: str, after: str, amount: int, *, is_pending: bool
) -> None:
    line = privatbank_line.line_of(record(PRIVAT.replace(before, after, 1)))
    assert (line.amount.minor, line.is_pending) == (amount, is_pending)


def test_a_movement_of_gocardless() -> None:
    line = gocardless_line.booked_line_of(record(CARDLESS))
    assert line.amount == Money(-1_010, "EUR")
    assert (line.booked_on, line.valued_on) == (dt.date(2025, 6, 9), dt.date(2025, 6, 10))
    assert (line.counterparty, line.counterparty_account) == ("PAYPAL", "LU1")
    assert line.purpose == "one two"
    assert line.external_id == "6653842207"
    assert line.balance == Money(550, "EUR")
    pending = gocardless_line.pending_line_of(record(CARDLESS))
    assert pending.is_pending
    assert pending.external_id is None


def test_a_movement_of_wise() -> None:
    line = wise_line.line_of(record(WISE))
    assert line.amount == Money(-776, "EUR")
    assert line.booked_on == dt.date(2025, 3, 6)
    assert line.counterparty == "Tfl.gov.uk"
    assert line.external_id == "CARD-249281/DEBIT/CARD"
    assert line.balance == Money(941, "EUR")
    assert b"-7.76" in line.raw


def test_wise_s_lines_of_one_reference_are_told_apart_in_any_order() -> None:
    fee = wise_line.line_of(record(WISE.replace("-7.76", "-0.04")))
    main = wise_line.line_of(record(WISE))
    one, other = wise_line.told_apart([fee, main]), wise_line.told_apart([main, fee])
    assert one == other
    assert len({each.external_id for each in one}) == 2


@pytest.mark.parametrize(
    ("convert", "text", "before", "after", "reason"),
    [
        (mono, MONO, '"amount":-95000', '"amount":-950.5', "amount"),
        (mono, MONO, '"amount":-95000', '"amount":true', "amount"),
        (mono, MONO, '"time":1554466347', '"time":1e99', "time"),
        (mono, MONO, '"time":1554466347', '"time":99999999999999', "time"),
        (mono, MONO, '"id":"ZuHWzqkKGVo="', '"id":" "', "id is missing"),
        (privatbank_line.line_of, PRIVAT, '"472.49"', '"472,49"', "SUM"),
        (privatbank_line.line_of, PRIVAT, '"472.49"', '"472.499"', "SUM"),
        (privatbank_line.line_of, PRIVAT, '"TRANTYPE":"D"', '"TRANTYPE":"X"', "TRANTYPE"),
        (privatbank_line.line_of, PRIVAT, '"30.03.2020"', '"31.02.2020"', "DAT_OD"),
        (privatbank_line.line_of, PRIVAT, '"CCY":"UAH"', '"CCY":"QQQ"', "QQQ"),
        (gocardless_line.booked_line_of, CARDLESS, '"-10.10"', '"ten"', "amount"),
        (gocardless_line.booked_line_of, CARDLESS, "2025-06-09", "2025-13-09", "bookingDate"),
        (wise_line.line_of, WISE, "05.128Z", "05.128", "zone"),
        (wise_line.line_of, WISE, "-7.76", '"much"', "value"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    convert: Callable[[Record], StatementLine], text: str, before: str, after: str, reason: str
) -> None:
    with pytest.raises(OddRecordError, match=reason):
        convert(record(text.replace(before, after, 1)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@pytest.mark.parametrize(("convert", "text"), CONVERSIONS)
@given(data=st.data())
def test_a_record_with_anything_in_it_is_a_line_or_is_set_aside(
    convert: Callable[[Record], StatementLine], text: str, data: st.DataObject
) -> None:
    said = dict(record(text))
    for name in data.draw(st.lists(st.sampled_from(sorted(said)), max_size=3)):
        said[name] = data.draw(JSON)
    lines, spoiled = converted([said, data.draw(JSON)], convert)
    assert 1 <= len(lines) + len(spoiled) <= 2
    assert all(each.reason for each in spoiled)


@pytest.mark.parametrize(
    "body",
    [b"", b"[", b"[{", b"NaN", b'{"a": Infinity}', b"\xff\xfe", b"[" * 100_000, b"<html>"],
)
def test_what_is_no_json_is_garbled(body: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        parse_json(body)
    assert caught.value.trouble is Trouble.GARBLED


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_numbers_keep_their_digits(number: Decimal) -> None:
    text = f'{{"a":[{number:f}],"ї":"\\n"}}'
    found = parse_json(text.encode())
    assert parse_json(write_json(found)) == found


def samples(name: str) -> object:
    return parse_json((DATA / "C-ua-samples" / name).read_bytes())


@needs_data
def test_real_movements_of_ukrainian_banks_are_lines() -> None:
    rows = samples("monobank_statement.json")
    assert isinstance(rows, list)
    lines, spoiled = converted(rows, mono)
    assert (len(lines), spoiled) == (2, ())
    assert [each.is_pending for each in lines] == [False, True]
    told = samples("privatbank_autoclient_transactions.json")
    assert isinstance(told, dict)
    lines, spoiled = converted(told["transactions"], privatbank_line.line_of)
    assert (len(lines), spoiled) == (4, ())
    assert len({each.external_id for each in lines}) == 4


@needs_data
def test_real_movements_of_gocardless_are_lines_of_the_expected_sum() -> None:
    path = DATA / "C-midday-bank-apis" / "transform_cases.jsonl"
    rows = []
    for case_line in path.read_bytes().splitlines():
        case = parse_json(case_line)
        assert isinstance(case, dict)
        call = case.get("actual")
        if case.get("provider") != "gocardless" or not isinstance(call, dict):
            continue
        rows += [
            each["transaction"]
            for each in call.get("args", [])
            if isinstance(each, dict) and isinstance(each.get("transaction"), dict)
        ]
    lines, spoiled = converted(rows, gocardless_line.booked_line_of)
    assert len(lines) >= 4
    assert spoiled == ()
    for row, line in zip(rows, lines, strict=True):
        assert line.amount.to_decimal() == Decimal(row["transactionAmount"]["amount"])
        assert str(line.booked_on) == row["bookingDate"]
