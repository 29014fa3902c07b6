"""MT940 and MT942: SWIFT's rules, and what banks make of field :86:."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.money import Money
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one

GERMAN = """\
:20:STARTUMS
:25:50880050/0194787400
:28C:00004/001
:60F:C240101EUR1000,00
:61:2401020102CR250,50NTRFNONREF//B4E07XM00J000023
:86:166?00GUTSCHRIFT?10931?20EREF+RE-2024-77?21SVWZ+Rechnung 77 vom 0
2.01.?22 Danke?30DRESDEFF508?31DE14508800500194785000?32KARL?33 K
AUFMANN GMBH?34000
:61:2401030103DR50,00N024NONREF
:86:805?00ENTGELTABSCHLUSS?106666?20Pauschalen
:62F:C240103EUR1200,50
-
"""


def line_of(movement: str, details: str = "", account: str = "NL81ASNB9999999999") -> str:
    between = f":86:{details}\n" if details else ""
    return (
        f":20:1\n:25:{account}\n:28C:1/1\n:60F:C240101EUR0,00\n:61:{movement}\n{between}"
        ":62F:C240131EUR0,00\n-\n"
    )


def test_a_german_statement_is_read_whole() -> None:
    told = read_one(GERMAN)
    assert told.head.format == "mt940"
    assert told.head.account == "50880050/0194787400"
    assert (told.head.number, told.head.bank) == ("00004", "50880050")
    assert told.head.opening == Money(100_000, "EUR")
    assert told.head.opened_on == dt.date(2024, 1, 1)
    assert told.end is not None
    assert told.end.closed_on == dt.date(2024, 1, 3)
    assert told.is_proved
    first, second = told.lines
    assert first.amount == Money(25_050, "EUR")
    assert first.counterparty == "KARL KAUFMANN GMBH"
    assert first.counterparty_account == "DE14508800500194785000"
    assert first.purpose == "Rechnung 77 vom 02.01. Danke"
    assert (first.reference, first.external_id) == ("RE-2024-77", "B4E07XM00J000023")
    assert first.code == "NTRF"
    assert first.raw.startswith(b":61:2401020102CR250,50")
    assert first.raw.endswith(b"?34000")
    assert second.purpose == "Pauschalen"
    assert (second.reference, second.external_id, second.counterparty) == (None, None, None)


@pytest.mark.parametrize(
    ("mark", "amount"),
    [("C", 1000), ("D", -1000), ("RC", -1000), ("RD", 1000), ("CR", 1000), ("RDR", 1000)],
)
def test_a_reversal_goes_the_other_way(mark: str, amount: int) -> None:
    (line,) = read_one(line_of(f"2401050105{mark}10,00NTRFNONREF")).lines
    assert line.amount == Money(amount, "EUR")


@pytest.mark.parametrize(
    ("value", "entry", "booked_on"),
    [
        ("240105", "0104", dt.date(2024, 1, 4)),
        ("240102", "1231", dt.date(2023, 12, 31)),
        ("231231", "0102", dt.date(2024, 1, 2)),
        ("240105", "", dt.date(2024, 1, 5)),
        ("240105", "    ", dt.date(2024, 1, 5)),
    ],
)
def test_the_booking_day_is_in_the_nearest_year(
    value: str, entry: str, booked_on: dt.date
) -> None:
    (line,) = read_one(line_of(f"{value}{entry}C1,NTRFNONREF")).lines
    assert line.booked_on == booked_on
    assert line.valued_on == dt.datetime.strptime(value, "%y%m%d").replace(tzinfo=dt.UTC).date()


@pytest.mark.parametrize(
    ("movement", "reason"),
    [
        ("2402300301D6,00NTRFNONREF", "day '240230'"),
        ("2401320101D6,00NTRFNONREF", "day '240132'"),
        ("2401010101DNTRFNONREF", "no amount"),
        ("2401010101X6,00NTRFNONREF", "no credit or debit"),
        ("2401010101C6,001NTRFNONREF", "0.001"),
    ],
)
def test_a_bad_line_is_spoiled_and_the_others_stay(movement: str, reason: str) -> None:
    told = read_one(line_of(f"{movement}\n:61:240102C1,00NMSC"))
    assert len(told.lines) == 1
    (spoiled,) = told.spoiled
    assert reason.split("0.0", maxsplit=1)[0] in spoiled.reason
    assert movement.encode() in spoiled.raw


DIALECTS = {
    "structured, Netherlands": (
        (
            "/TRTP/SEPA OVERBOEKING/IBAN/NL10INGB0000000001/BIC/INGBNL2A/NAME/J. Jansen BV"
            "/REMI/Factuur 12/34 januari/EREF/E2E-1"
        ),
        ("J. Jansen BV", "NL10INGB0000000001", "Factuur 12/34 januari", "E2E-1"),
    ),
    "ING": (
        "/EREF/E2E-2//CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV//REMI/USTD//Kosten mei/",
        ("ING BANK NV", "NL32INGB0000012345", "Kosten mei", "E2E-2"),
    ),
    "Rabobank": (
        "/EREF/NOTPROVIDED/BENM//NAME/JOHN DOE/REMI/Reference 2013/ISDT/2013-01-02",
        ("JOHN DOE", None, "Reference 2013", None),
    ),
    "Knab": (
        "FACTUUR 201403110\nREK: NL65INGB0123456789/NAAM: PICQER",
        ("PICQER", "NL65INGB0123456789", "FACTUUR 201403110", None),
    ),
    "mBank": (
        (
            "911 TRANSAKCJA; Z RACH.: \n56114010810000267002001001; OD: JAN NOWAK; "
            "TYT.: PRZELEW SRODKOW   ; \nTNR: 179171073864111.010001"
        ),
        ("JAN NOWAK", "56114010810000267002001001", "PRZELEW SRODKOW", "179171073864111.010001"),
    ),
    "Poland, tildes": (
        (
            "020~00PRZELEW~20FAKTURA 7~21 Z MAJA~22˙~3010600076~310000777777777777~32HUTA SZKLA"
            "~38PL08106000760000777777777777"
        ),
        ("HUTA SZKLA", "PL08106000760000777777777777", "FAKTURA 7 Z MAJA", None),
    ),
    "ABN AMRO, old": (
        "GIRO   428428 KPN - DIGITENNE    BETREFT FACTUUR 20-05-2011",
        ("KPN - DIGITENNE", "428428", "BETREFT FACTUUR 20-05-2011", None),
    ),
    "ABN AMRO, labels": (
        (
            "SEPA OVERBOEKING                 IBAN: NL46ABNA0499998748        B\n"
            "IC: ABNANL2A                    NAAM: INT TESTING                O\n"
            "MSCHRIJVING: FACTUUR 7           KENMERK: K-1"
        ),
        ("INT TESTING", "NL46ABNA0499998748", "FACTUUR 7", "K-1"),
    ),
    "marks without numbers": (
        "EREF+E2E-3 SVWZ+Miete Mai",
        (None, None, "Miete Mai", "E2E-3"),
    ),
    "words": ("Thanks for all\nthe fish", (None, None, "Thanks for all the fish", None)),
    "a mark within words": (
        "166?00X?20Wie geht's? Gut?21EUR 5+5?32A",
        ("A", None, "Wie geht's? Gut EUR 5+5", None),
    ),
    "nothing": ("NONREF", (None, None, "", None)),
    "the kind only": ("809?00ZINSEN", (None, None, "ZINSEN", None)),
}


@pytest.mark.parametrize("bank", DIALECTS)
def test_details_are_read_in_each_banks_words(bank: str) -> None:
    details, expected = DIALECTS[bank]
    (line,) = read_one(line_of("2401050105C1,00NTRFNONREF", details)).lines
    said = (line.counterparty, line.counterparty_account, line.purpose, line.reference)
    assert said == expected


def test_an_account_and_name_that_stand_in_the_movement_are_found() -> None:
    details = "NL47INGB9999999999 hr paulissen\n\nBetaling sieraden\n\n\n"
    (line,) = read_one(
        line_of("2001010101D65,00NOVBNL47INGB9999999999\nhr paulissen", details)
    ).lines
    assert line.counterparty == "hr paulissen"
    assert line.counterparty_account == "NL47INGB9999999999"
    assert (line.purpose, line.reference) == ("Betaling sieraden", None)
    (line,) = read_one(
        line_of("110617D44,95N0600733959555      T-MOBILE NETHERLANDS BV", "FACTUUR 9")
    ).lines
    assert (line.counterparty, line.counterparty_account) == (
        "T-MOBILE NETHERLANDS BV",
        "0733959555",
    )


def test_a_time_of_day_that_is_wrapped_begins_no_field() -> None:
    full = ("EREF 1234567890 " * 9)[:63]
    (line,) = read_one(line_of("240105C1,00NTRFNONREF", f"{full}10\n:25:33 Fo")).lines
    assert line.purpose.endswith("10:25:33 Fo")


def test_pages_of_a_statement_become_one() -> None:
    page = (
        ":20:P{n}\n:25:111\n:28C:7/{n}\n:60{a}:C240101EUR{o},00\n:61:240101C5,00NTRF\n"
        ":62{b}:C240101EUR{c},00\n-\n"
    )
    first = page.format(n=1, a="F", o=0, b="M", c=5)
    second = page.format(n=2, a="M", o=5, b="F", c=10)
    told = read_one(first + second)
    assert len(told.lines) == 2
    assert told.is_proved
    other = page.format(n=2, a="M", o=6, b="F", c=11)
    assert [len(each.lines) for each in read(first + other)] == [1, 1]


def test_a_reference_that_stands_twice_identifies_nothing() -> None:
    twice = line_of("240105C1,NTRFNONREF//4711000111\n:61:240105C2,NTRFNONREF//4711000111")
    assert [each.external_id for each in read_one(twice).lines] == [None, None]
    (line,) = read_one(line_of("240105C1,NTRFNONREF//12")).lines
    assert line.external_id is None


def test_an_interim_report_is_pending_and_has_no_balance() -> None:
    told = read_one(
        "{1:F01X}{2:O942ABNANL2AXXXXN}{4:\n:20:1\n:25:GB00\n:28C:1/1\n:34F:EURD0,00\n"
        ":13D:2401051730+0000\n:61:2401050105D0,42NMSC\n:86:Costs\n:90D:1EUR0,42\n-}\n"
    )
    assert (told.head.format, told.head.currency) == ("mt942", "EUR")
    assert told.head.opening is None
    assert told.end is not None
    assert told.end.closing is None
    assert told.lines[0].is_pending


@pytest.mark.parametrize(
    ("written", "account", "currency"),
    [
        ("70011110/4005287001EUR", "70011110/4005287001", "EUR"),
        ("DE89370400440532013000", "DE89370400440532013000", "EUR"),
        ("COBADEFFXXX/DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "EUR"),
        ("MU17BOMM0101101030300200000MUR", "MU17BOMM0101101030300200000MUR", "EUR"),
    ],
)
def test_an_account_is_told_without_its_currency(
    written: str, account: str, currency: str
) -> None:
    told = read_one(line_of("240105C1,NMSC", account=written))
    assert (told.head.account, told.head.currency) == (account, currency)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866"])
def test_cyrillic_is_read_in_each_encoding(encoding: str) -> None:
    text = line_of("240105C1,NMSC", "Оплата за товар, рахунок № 7 від 5 січня")
    text = text.replace("і", "и").replace("№", "N")
    (line,) = read_one(text.encode(encoding)).lines
    assert line.purpose == "Оплата за товар, рахунок N 7 вид 5 сичня"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp850", "cp1250", "cp852"])
def test_accents_are_read_in_each_encoding(encoding: str) -> None:
    words = "Zażółć gęślą jaźń" if encoding in {"cp1250", "cp852"} else "Müller für Größe"
    (line,) = read_one(line_of("240105C1,NMSC", words).encode(encoding)).lines
    assert line.purpose == words
    assert words.encode(encoding) in line.raw


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("Дания", "cp1251"), ("Café", "cp1252"), ("Öl für Zürich", "cp850"), ("Дания", "cp866")],
)
def test_a_word_or_two_tell_the_code_page(words: str, encoding: str) -> None:
    (line,) = read_one(line_of("240105C1,NMSC", words).encode(encoding)).lines
    assert line.purpose == words


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (GERMAN[: GERMAN.index(":62F:")], Unreadable.TRUNCATED),
        (GERMAN[: GERMAN.index(":62F:") + 9], Unreadable.TRUNCATED),
        ("{1:F01X}{4:\n" + GERMAN.removesuffix("-\n"), Unreadable.TRUNCATED),
        (":20:1\n:25:2\n", Unreadable.UNKNOWN),
        (":20:1\n:28D:1/1\n:50H:/1\n:30:240101\n", Unreadable.UNKNOWN),
        (
            GERMAN.replace("KARL", "Öäü Öäü Öäü").encode().replace(b"GUT", b"\xff", 1),
            Unreadable.ENCODING,
        ),
    ],
)
def test_a_file_that_is_not_whole_is_refused(content: str | bytes, reason: Unreadable) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert refused.value.reason == reason


WORDS = st.text(
    st.characters(codec="ascii", exclude_characters="?+/:;-\n\r", min_codepoint=33), min_size=1
)


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(2000, 1, 1), dt.date(2079, 12, 31)),
            st.integers(-(10**12), 10**12),
            st.lists(WORDS, min_size=1, max_size=8)
            .map(" ".join)
            .filter(lambda text: len(text) < 200),
        ),
        max_size=6,
    )
)
def test_what_is_written_is_read(movements: list[tuple[dt.date, int, str]]) -> None:
    total, text = 0, ":20:X\n:25:DE89370400440532013000\n:28C:1\n:60F:C240101EUR0,00\n"
    for day, minor, purpose in movements:
        total += minor
        mark, amount = "D" if minor < 0 else "C", f"{abs(minor) // 100},{abs(minor) % 100:02}"
        wrapped = "\n".join(
            f"SVWZ+{purpose}"[at : at + 65] for at in range(0, len(purpose) + 5, 65)
        )
        text += f":61:{day:%y%m%d%m%d}{mark}{amount}NTRFNONREF\n:86:{wrapped}\n"
    mark = "D" if total < 0 else "C"
    text += f":62F:{mark}240131EUR{abs(total) // 100},{abs(total) % 100:02}\n-\n"
    told = read_one(text)
    assert told.is_proved
    assert [(each.booked_on, each.amount.minor) for each in told.lines] == [
        (day, minor) for day, minor, _ in movements
    ]
    said = ["".join(each.purpose.split()) for each in told.lines]
    assert said == ["".join(purpose.split()) for _, _, purpose in movements]
