"""All formats of text together: none takes another's files, and nothing that is broken hurts."""

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.registry import FORMATS
from sources.bank_files.tables.shape import nothing_known
from tests.here import DATA, needs_data
from tests.sources import test_bai2, test_coda, test_csb43, test_mt940, test_one_c
from tests.sources.told_statements import Told, gather, read_path
from tests.thorough import times

SEEDS = {
    "mt940": test_mt940.GERMAN.encode(),
    "1c": (
        test_one_c.header(test_one_c.OWN)
        + test_one_c.document(test_one_c.OWN, test_one_c.OTHER)
        + test_one_c.END
    )
    .replace("і", "и")
    .encode("cp1251"),
    "bai2": test_bai2.report("16,165,2500,V,240107,,B1,C1,TEXT/\n", "88,MORE\n").encode(),
    "coda": (
        test_coda.header()
        + test_coda.opening()
        + test_coda.movement(100, "101090933755493", kind="11")
        + test_coda.movement(50, "A", place="00010001", kind="50")
        + test_coda.party()
        + test_coda.closing(100)
        + test_coda.END
    ).encode(),
    "csb43": (
        test_csb43.account()
        + test_csb43.movement(-100, "COREACME", "ES1".ljust(35) + "M1", "OTHR    X")
        + test_csb43.closing(-100)
        + test_csb43.END
    ).encode(),
}
BY_NAME = {each.name: each for each in FORMATS}
TOKENS = b"\n,\r,\0,\xff\xfe,:61:,:86:,:20:,:62F:,?20,/,-},=,+,22,33,\xb2,\xd9\xa1".split(b",")
PIECES = st.sampled_from([*TOKENS, b"16,", b"88,", b"9" * 400]) | st.binary(max_size=8)
CUTS = st.lists(
    st.tuples(st.integers(0, 2_000), st.integers(0, 90), PIECES), min_size=1, max_size=6
)


@pytest.mark.parametrize("name", SEEDS)
def test_each_file_is_known_by_its_own_format_alone(name: str) -> None:
    known = [each.name for each in FORMATS if each.recognises(SEEDS[name])]
    assert [each for each in known if each != "table"] == [name]  # a table may be any text


@pytest.mark.parametrize(
    "other",
    [
        b"Date;Amount\n01.01.2024;5,00\n",
        b"!Type:Bank\nD01/02/24\nT-5.00\n^\n",
        b"OFXHEADER:100\n\n<OFX></OFX>",
        b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'/>",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"Meet me at\n:20: or later\n",
        b"01,02,03\n04,05,06\n",
        b"",
    ],
)
def test_files_of_other_kinds_are_left_alone(other: bytes) -> None:
    assert not any(BY_NAME[name].recognises(other) for name in SEEDS)


@pytest.mark.parametrize("name", SEEDS)
@given(cuts=CUTS)
@settings(max_examples=times(40, 800))
def test_a_broken_file_is_read_or_refused(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    content = SEEDS[name]
    for place, length, piece in cuts:
        content = content[:place] + piece + content[place + length :]
    with contextlib.suppress(UnreadableFileError):
        gather(BY_NAME[name].read(io.BytesIO(content), nothing_known))


# The copy is freed together with its reader.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", SEEDS)
def test_a_file_that_can_not_be_rewound_is_read_as_well(name: str) -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    told = gather(BY_NAME[name].read(Stream(SEEDS[name]), nothing_known))
    assert told == gather(BY_NAME[name].read(io.BytesIO(SEEDS[name]), nothing_known))
    assert told[0].lines


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("newline", [b"\r\n", b"\r"])
def test_lines_end_as_each_system_ends_them(name: str, newline: bytes) -> None:
    content = SEEDS[name].replace(b"\n", newline)
    assert gather(BY_NAME[name].read(io.BytesIO(content), nothing_known)) == gather(
        BY_NAME[name].read(io.BytesIO(SEEDS[name]), nothing_known)
    )


def samples(folder: str, *patterns: str) -> dict[str, list[Told] | Unreadable]:
    """Read all files of a folder of samples: what is told of each, or why it is refused."""
    found: dict[str, list[Told] | Unreadable] = {}
    root = DATA / folder
    every = (each for pattern in patterns for each in root.rglob(pattern))
    for path in sorted(each for each in every if each.is_file()):
        name = path.relative_to(root).as_posix()
        try:
            found[name] = read_path(path)
        except UnreadableFileError as error:
            found[name] = error.reason
    assert found
    return found


def told_of(found: dict[str, list[Told] | Unreadable], name: str) -> list[Told]:
    told = next(each for path, each in found.items() if path.endswith(name))
    assert not isinstance(told, Unreadable)
    return told


@needs_data
def test_samples_of_mt940_are_read_or_refused_for_a_reason() -> None:
    found = samples("B-mt940-wolph", "*.sta", "mt940*.txt")
    refused = {name for name, told in found.items() if isinstance(told, Unreadable)}
    lone_fields = {"cmxl/account_", "cmxl/available", "cmxl/closing", "cmxl/reference"}
    lone_fields |= {"cmxl/statement", "amount_formats", "currency_in_25", "empty_", "missing_crlf"}
    lone_fields |= {"account_identification", "invalid_statement", "sparkassen"}
    for name in refused - {"mt940_tests/self-provided/gv_codes.sta"}:
        assert any(part in name for part in lone_fields), name
        assert found[name] is Unreadable.UNKNOWN
    assert found["mt940_tests/self-provided/gv_codes.sta"] is Unreadable.TRUNCATED
    for name in ("ASNB/mt940.txt", "jejik/sns.sta", "sberbank/171011_01234945.sta"):
        assert all(each.is_proved for each in told_of(found, name))
    assert all(each.is_proved for each in told_of(found, "sepa_mt9401.sta")[:2])
    (february,) = told_of(found, "february_30.sta")
    assert (len(february.lines), len(february.spoiled)) == (0, 1)
    (mbank,) = told_of(found, "mBank/mt940.sta")
    assert mbank.is_proved
    assert {line.counterparty_account for line in mbank.lines} == {"56114010810000267002001001"}


@needs_data
def test_samples_of_1c_prove_their_totals() -> None:
    for told in samples("B-1c-kilylabs", "*.txt").values():
        if isinstance(told, Unreadable):
            continue
        (statement,) = told
        assert len(statement.lines) == 13
        assert statement.is_proved


@needs_data
def test_samples_of_bai2_are_read() -> None:
    found = samples("B-bai2", "*.bai2")
    assert all(each.is_proved for each in told_of(found, "nwb_example.bai2"))
    assert all(each.is_proved for each in told_of(found, "svb_us_example.bai2"))
    assert not any(isinstance(told, Unreadable) for told in found.values())


@needs_data
def test_samples_of_coda_are_proved() -> None:
    found = samples("B-coda-pycoda", "Coda*.txt")
    for name, told in found.items():
        if isinstance(told, Unreadable):
            assert (name, told) == ("Coda_faulty_version.txt", Unreadable.UNKNOWN)
        else:
            assert all(each.is_proved and not each.spoiled for each in told)


@needs_data
def test_the_sample_of_csb43_is_proved() -> None:
    (statement,) = told_of(samples("B-csb43-aeb43", "*.csb"), "sample_sepa.csb")
    assert statement.is_proved
    assert len(statement.lines) == 14
