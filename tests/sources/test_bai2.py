"""BAI2: records and what continues them, signs by type code, implied decimals."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one

HEAD = "01,BANK,CLIENT,240105,0700,1,80,,2/\n02,CLIENT,BANK,1,240104,2400,{currency},2/\n"
ACCOUNT = "03,0123456789,,010,10000,,,015,12500,,,/\n"
TAIL = "49,0,4/\n98,0,1,6/\n99,0,1,8/\n"


def report(*records: str, currency: str = "") -> str:
    return HEAD.format(currency=currency) + ACCOUNT + "".join(records) + TAIL


def test_a_report_is_read_whole() -> None:
    told = read_one(
        report("16,165,5000,Z,BREF123456,CREF1,ACME INC, INVOICE 7/\n", "16,475,2500,,,CHK 9,/\n")
    )
    head = told.head
    assert (head.format, head.account, head.currency) == ("bai2", "0123456789", "USD")
    assert (head.opening, head.opened_on) == (Money(10_000, "USD"), dt.date(2024, 1, 4))
    assert told.is_proved
    credit, debit = told.lines
    assert (credit.amount, debit.amount) == (Money(5_000, "USD"), Money(-2_500, "USD"))
    assert credit.booked_on == dt.date(2024, 1, 4)
    assert (credit.purpose, credit.reference) == ("ACME INC, INVOICE 7", "CREF1")
    assert (credit.external_id, credit.code) == ("BREF123456", "165")
    assert (debit.purpose, debit.reference, debit.external_id) == ("", "CHK 9", None)


def test_codes_that_inform_are_no_movements() -> None:
    told = read_one(
        report(
            "16,890,0,,,,NOTE/\n", "16,720,100,,,,LOAN/\n", "16,399,1,,,,/\n", "16,400,1,,,,/\n"
        )
    )
    assert [line.amount.minor for line in told.lines] == [1, -1]


def test_a_record_is_continued() -> None:
    told = read_one(
        HEAD.format(currency="GBP")
        + "03,1,,010,10000,,/\n88,015,7500,,/\n88,100,0,,\n"
        + "16,115,7500,S,2500,2500,2500/\n88,AX13612,B096132,AMALGAMATED CORP. LOCKBOX\n"
        + "88,DEPOSIT-MISC. RECEIVABLES/\n16,475,10000,V,240107,,B1,C1,PAID /\n88,IN FULL\n"
        + TAIL
    )
    assert told.is_proved
    deposit, payment = told.lines
    assert deposit.purpose == "AMALGAMATED CORP. LOCKBOX DEPOSIT-MISC. RECEIVABLES"
    assert (deposit.external_id, deposit.reference) == ("AX13612", "B096132")
    assert payment.valued_on == dt.date(2024, 1, 7)
    assert payment.purpose == "PAID IN FULL"
    assert payment.amount == Money(-10_000, "GBP")


def test_funds_by_day_bring_fields_of_their_own() -> None:
    (line,) = read_one(report("16,195,900,D,2,0,400,1,500,BANKREF77,CUST,WIRE IN/\n")).lines
    assert (line.external_id, line.reference, line.purpose) == ("BANKREF77", "CUST", "WIRE IN")


def test_yen_have_no_decimals() -> None:
    told = read_one(report("16,165,2500,,,,/\n", currency="JPY"))
    assert told.lines[0].amount == Money(2_500, "JPY")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("16,165,12.5,,,,X/\n", "amount '12.5'"),
        ("16,165,,,,,X/\n", "no amount"),
        ("16,1A5,10,,,,X/\n", "type code '1A5'"),
        ("16,165,10,V,240230,,,,X/\n", "value day '240230'"),
    ],
)
def test_a_bad_record_is_spoiled_and_the_others_stay(record: str, reason: str) -> None:
    told = read_one(report(record, "16,165,2500,,,,GOOD/\n"))
    assert [(each.reason, each.position) for each in told.spoiled] == [(reason, 4)]
    assert [each.purpose for each in told.lines] == ["GOOD"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (report("16,165,2500,,,,X/\n").removesuffix("99,0,1,8/\n"), Unreadable.TRUNCATED),
        (HEAD.format(currency="") + "16,165,1,,,,/\n" + TAIL, Unreadable.DAMAGED),
        (HEAD.format(currency="") + "hello\n" + TAIL, Unreadable.DAMAGED),
        (HEAD.format(currency="") + "98,0,0,2/\n99,0,1,4/\n", Unreadable.NO_STATEMENT),
    ],
)
def test_a_file_that_is_not_whole_is_refused(content: str, reason: Unreadable) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert refused.value.reason == reason


@given(
    st.lists(
        st.tuples(
            st.integers(-(10**12), 10**12).filter(bool),
            st.lists(st.from_regex(r"[A-Z0-9,]*[A-Z0-9]", fullmatch=True), max_size=30).map(
                " ".join
            ),
        ),
        max_size=5,
    )
)
def test_what_is_written_is_read(movements: list[tuple[int, str]]) -> None:
    records, total = "", 0
    for minor, words in movements:
        total += minor
        first, *others = [words[at : at + 77] for at in range(0, max(len(words), 1), 77)]
        records += f"16,{475 if minor < 0 else 195},{abs(minor)},Z,,,{first}\n"
        records += "".join(f"88,{each}\n" for each in others)
    account = f"03,1,EUR,010,0,,,015,{total},,/\n"
    told = read_one(HEAD.format(currency="USD") + account + records + TAIL)
    assert told.is_proved
    assert [line.amount.minor for line in told.lines] == [minor for minor, _ in movements]
    said = ["".join(line.purpose.split()) for line in told.lines]
    assert said == ["".join(words.split()) for _, words in movements]
