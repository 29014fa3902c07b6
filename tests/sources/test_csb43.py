"""Cuaderno 43: columns, concepts, direct debits."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one

NUMBER = "004912345678901234"
END = "88" + "9" * 18 + "000003\n"


def account(minor: int = 0, currency: str = "978") -> str:
    sign = 1 if minor < 0 else 2
    return f"11{NUMBER}240101240131{sign}{abs(minor):014}{currency}3TIENDA SL".ljust(80) + "\n"


def movement(
    minor: int,
    *texts: str,
    days: tuple[str, str] = ("240105", "240106"),
    references: str = "0000000000" + "0" * 12 + "0" * 16,
) -> str:
    sign = 1 if minor < 0 else 2
    first = f"22    1234{days[0]}{days[1]}12543{sign}{abs(minor):014}{references}".ljust(80)
    return first + "\n" + "".join(f"23{n:02}{text:<76}\n" for n, text in enumerate(texts, 1))


def closing(minor: int) -> str:
    sign = 1 if minor < 0 else 2
    return f"33{NUMBER}{0:05}{0:014}{0:05}{0:014}{sign}{abs(minor):014}978".ljust(80) + "\n"


def test_a_statement_is_read_whole() -> None:
    text = (
        account(10_000)
        + movement(
            -1_250,
            "COMPRA".ljust(38) + "ALMACENES ACME",
            "CORUÑA",
            references="0000000000" + "240105004101" + "5234567890123456",
        )
        + "2401840"
        + "0" * 14
        + "\n"
        + closing(8_750)
        + END
    )
    told = read_one(text, "latin-1")
    head = told.head
    assert (head.format, head.account, head.currency) == ("csb43", NUMBER, "EUR")
    assert (head.bank, head.owner) == ("0049", "TIENDA SL")
    assert (head.opening, head.opened_on) == (Money(10_000, "EUR"), dt.date(2024, 1, 1))
    assert told.is_proved
    assert told.end is not None
    assert told.end.closed_on == dt.date(2024, 1, 31)
    (line,) = told.lines
    assert (line.booked_on, line.valued_on) == (dt.date(2024, 1, 5), dt.date(2024, 1, 6))
    assert line.amount == Money(-1_250, "EUR")
    assert line.purpose == "COMPRA ALMACENES ACME CORUÑA"
    assert (line.reference, line.external_id, line.code) == ("240105004101", None, "12/543")


def test_a_direct_debit_names_creditor_and_mandate() -> None:
    told = read_one(
        account()
        + movement(
            -100,
            "COREACME MOBILE, S.L.U.",
            "ESARDSL45AB1GS03".ljust(35) + "8R4BW4P8DJ439UBC",
            "OTHR    FACT. 38346",
        )
        + closing(-100)
        + END
    )
    (line,) = told.lines
    assert (line.counterparty, line.purpose) == ("ACME MOBILE, S.L.U.", "FACT. 38346")
    assert line.reference == "8R4BW4P8DJ439UBC"


def test_accounts_of_one_file_are_told_apart() -> None:
    text = account() + movement(5) + closing(5) + account() + closing(0) + END
    assert [len(each.lines) for each in read(text)] == [1, 0]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (movement(1, days=("240230", "240301")), "day '240230'"),
        (movement(1).replace("12543200000000000001", "12543200000000000OO1"), "amount"),
        (movement(1).replace("125432", "125433"), "amount"),
    ],
)
def test_a_bad_movement_is_spoiled_and_the_others_stay(bad: str, reason: str) -> None:
    told = read_one(account() + bad + movement(2) + closing(2) + END)
    assert reason in told.spoiled[0].reason
    assert [line.amount.minor for line in told.lines] == [2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (account() + movement(1), Unreadable.TRUNCATED),
        (account() + movement(1)[:30], Unreadable.TRUNCATED),
        (account() + "88\n44\n", Unreadable.DAMAGED),
    ],
)
def test_a_file_that_is_not_whole_is_refused(content: str, reason: Unreadable) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert refused.value.reason == reason


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(2000, 1, 1), dt.date(2079, 12, 31)),
            st.integers(-(10**13), 10**13),
            st.text(st.characters(codec="latin-1", categories=["Lu", "Ll", "Nd"]), max_size=76),
        ).filter(lambda each: not each[2].startswith(("CORE", "COR1"))),
        max_size=5,
    )
)
def test_what_is_written_is_read(movements: list[tuple[dt.date, int, str]]) -> None:
    text = account()
    for day, minor, words in movements:
        text += movement(minor, words, days=(f"{day:%y%m%d}", f"{day:%y%m%d}"))
    told = read_one(text + closing(sum(minor for _, minor, _ in movements)) + END)
    assert told.is_proved
    assert [(line.booked_on, line.amount.minor, line.purpose) for line in told.lines] == movements
