"""CODA: columns, communications, batches that count once."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one

IBAN = "BE68539007547034"


def columns(*pieces: tuple[int, str], width: int = 128) -> str:
    """Write texts into columns, which are counted from 1."""
    line = [" "] * width
    for begin, text in pieces:
        line[begin - 1 : begin - 1 + len(text)] = text
    return "".join(line) + "\n"


def amount(minor: int) -> str:
    return f"{int(minor < 0)}{abs(minor) * 10:015}"


def header(version: str = "2") -> str:
    return columns((1, "0000005012472505"), (61, "KREDBEBB"), (128, version))


def opening(minor: int = 0, account: str = f"2001{IBAN}") -> str:
    return columns(
        (1, f"1{account}"),
        (40, "EUR"),
        (43, amount(minor)),
        (59, "040124"),
        (65, "SHOP BV"),
        (126, "007"),
    )


def movement(
    minor: int,
    words: str = "",
    *,
    place: str = "00010000",
    kind: str = "00",
    days: tuple[str, str] = ("050124", "060124"),
    reference: str = "",
) -> str:
    return columns(
        (1, f"21{place}"),
        (11, reference),
        (32, amount(minor)),
        (48, days[0]),
        (54, f"{kind[0]}0150000"),
        (62, kind[1]),
        (63, words[:53]),
        (116, days[1]),
        (122, "0010 0"),
    )


def closing(minor: int) -> str:
    return columns(
        (1, f"8001{IBAN}"), (39, "EUR"), (42, amount(minor)), (58, "060124"), (128, "0")
    )


def party(name: str = "VIVIUM", account: str = "NL10INGB0000000001", more: str = "") -> str:
    return columns((1, "2300010000"), (11, account), (45, "EUR"), (48, name), (83, more))


END = columns((1, "9"), (17, "000010"), (128, "2"))


def test_a_statement_is_read_whole() -> None:
    words = "INVOICE 7 OF THE FIFTH OF JANUARY, PAID IN FULL BY THE CUSTOMER, WITH THANKS"
    told = read_one(
        header()
        + opening(10_000)
        + movement(-2_550, words, reference="SWQSZ0187BOVSBBNONTVA")
        + columns((1, "2200010000"), (11, words[53:]), (64, "E2E-7"), (99, "GEBABEBB"))
        + party()
        + columns((1, "3100010001"), (32, "001500000"), (41, "CONTRACT 12"))
        + closing(7_450)
        + END
    )
    head = told.head
    assert (head.format, head.account, head.currency) == ("coda", IBAN, "EUR")
    assert (head.bank, head.owner, head.number) == ("KREDBEBB", "SHOP BV", "007")
    assert head.opened_on == dt.date(2024, 1, 4)
    assert told.is_proved
    (line,) = told.lines
    assert (line.booked_on, line.valued_on) == (dt.date(2024, 1, 6), dt.date(2024, 1, 5))
    assert line.amount == Money(-2_550, "EUR")
    assert (line.counterparty, line.counterparty_account) == ("VIVIUM", "NL10INGB0000000001")
    assert line.purpose == f"{words} CONTRACT 12"
    assert (line.reference, line.external_id) == ("E2E-7", "SWQSZ0187BOVSBBNONTVA")
    assert line.code == "00150000"


def test_a_batch_counts_once_and_has_its_payments_as_parts() -> None:
    told = read_one(
        header()
        + opening()
        + movement(-300, "WAGES", kind="10")
        + movement(-100, "ANNA", place="00010001", kind="50")
        + party("ANNA")
        + movement(-200, "OLEG", place="00010002", kind="50")
        + party("OLEG")
        + movement(50, "COSTS", place="00020000", kind="30")
        + movement(50, "COSTS", place="00020001", kind="80")
        + closing(-250)
        + END
    )
    assert told.is_proved
    wages, costs = told.lines
    assert [(part.amount.minor, part.counterparty) for part in wages.parts] == [
        (-100, "ANNA"),
        (-200, "OLEG"),
    ]
    assert costs.parts == ()


@pytest.mark.parametrize(
    ("words", "purpose", "reference"),
    [
        ("101090933755493", "+++090/9337/55493+++", "090933755493"),
        ("103000000000012", "000000000012", "000000000012"),
        ("1149313843849005695040309120" + "48LANGERBRUGGE    GENT", "LANGERBRUGGE GENT", None),
        ("107740907316152050309PAIEMT.BETALING", "PAIEMT.BETALING", "740907316152"),
        ("105000000000100000", "", None),
    ],
)
def test_structured_communications_are_put_in_words(
    words: str, purpose: str, reference: str | None
) -> None:
    told = read_one(header() + opening() + movement(1, words, kind="01") + closing(1) + END)
    assert (told.lines[0].purpose, told.lines[0].reference) == (purpose, reference)


def test_a_direct_debit_tells_its_mandate() -> None:
    words = "127" + "050124111" + "BE12ZZZ".ljust(35) + "MANDATE-1".ljust(35) + "SUBSCRIPTION MAY"
    told = read_one(
        header()
        + opening()
        + movement(-1, words, kind="01")
        + columns((1, "2200010000"), (11, words[53:106]))
        + party(more=words[106:])
        + closing(-1)
        + END
    )
    assert (told.lines[0].purpose, told.lines[0].reference) == ("SUBSCRIPTION MAY", "MANDATE-1")


def test_version_one_has_a_belgian_number() -> None:
    told = read_one(
        header("1")
        + columns((1, "10001539007547034"), (19, "EUR"), (43, amount(0)), (59, "040124"))
        + movement(500, "CASH")
        + columns((1, "2300010000"), (11, "310180203454"), (48, "VIVIUM"), (74, "RUE ROYALE"))
        + closing(500)
        + END
    )
    assert told.head.account == "539007547034"
    (line,) = told.lines
    assert (line.counterparty, line.counterparty_account) == ("VIVIUM", "310180203454")
    assert line.purpose == "CASH"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (movement(1, days=("050124", "300224")), "day '300224'"),
        (movement(1).replace("0000000000000010", "00000000000000A0"), "amount"),
        (movement(1).replace("0000000000000010", "0000000000000011"), "0.011"),
    ],
)
def test_a_bad_movement_is_spoiled_and_the_others_stay(bad: str, reason: str) -> None:
    told = read_one(header() + opening() + bad + movement(2) + closing(2) + END)
    assert reason in told.spoiled[0].reason
    assert [line.amount.minor for line in told.lines] == [2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (header() + opening() + movement(1) + closing(1), Unreadable.TRUNCATED),
        (header() + opening() + movement(1)[:90], Unreadable.TRUNCATED),
        (header() + movement(1) + END, Unreadable.DAMAGED),
        (header() + opening() + "hello\n" + END, Unreadable.DAMAGED),
        (header("5") + opening() + END, Unreadable.UNKNOWN),
        (header() + END, Unreadable.NO_STATEMENT),
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
            st.integers(-(10**11), 10**11),
            st.text(st.characters(codec="cp1252", categories=["Lu", "Ll", "Nd"]), max_size=53),
        ),
        max_size=5,
    )
)
def test_what_is_written_is_read(movements: list[tuple[dt.date, int, str]]) -> None:
    text = header() + opening()
    for day, minor, words in movements:
        text += movement(minor, words, days=("000000", f"{day:%d%m%y}"))
    told = read_one(text + closing(sum(minor for _, minor, _ in movements)) + END)
    assert told.is_proved
    assert [(line.booked_on, line.amount.minor, line.purpose) for line in told.lines] == movements
