"""CAMT.052, 053 and 054: all versions, each field, batches, what is cut off, broken or hostile."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one
from tests.sources.written_statements import (
    IBAN,
    OTHER_IBAN,
    TEXTS,
    camt,
    camt_balance,
    camt_details,
    camt_entry,
    camt_party,
    camt_statement,
    escaped,
    prefixed,
)

BALANCES = camt_balance("OPBD", 10_000) + camt_balance("CLBD", 11_250, "2024-01-31")
VERSIONS = [f"{kind}.001.{number:02}" for kind in ("052", "053", "054") for number in range(2, 14)]
PARTIES = (
    f"<RltdPties>{camt_party('Dbtr', 'ANNA')}{camt_party('Cdtr', 'SHOP BV', IBAN)}</RltdPties>"
)


def lines_of(*entries: str) -> list[StatementLine]:
    told = read_one(camt(camt_statement(*entries)))
    assert not told.spoiled
    return told.lines


def line_of(minor: int = 1_250, details: str = "", **told: str) -> StatementLine:
    if details:
        told["NtryDtls"] = camt_details(details)
    (line,) = lines_of(camt_entry(minor, **told))
    return line


def refused(content: str | bytes) -> Unreadable:
    with pytest.raises(UnreadableFileError) as caught:
        read(content)
    return caught.value.reason


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_is_read_whole(version: str) -> None:
    party = "<Dbtr><Nm>ANNA</Nm></Dbtr>"
    status = "BOOK"
    if version >= f"{version[:3]}.001.08":
        party, status = "<Dbtr><Pty><Nm>ANNA</Nm></Pty></Dbtr>", "<Cd>BOOK</Cd>"
    details = f"<RltdPties>{party}</RltdPties><RmtInf><Ustrd>Invoice 7</Ustrd></RmtInf>"
    entry = camt_entry(Sts=status, NtryDtls=camt_details(details))
    whole = camt(camt_statement(entry, version=version, balances=BALANCES), version=version)
    for document in (whole, prefixed(whole), prefixed(whole, "Doc-1.x")):
        told = read_one(document)
        assert (told.head.format, told.head.account) == (f"camt.{version[:3]}", IBAN)
        assert (told.head.currency, told.head.number) == ("EUR", "7")
        assert (told.head.owner, told.head.bank) == ("SHOP BV", "ABNANL2A")
        assert told.is_proved
        (line,) = told.lines
        assert (line.counterparty, line.purpose, line.is_pending) == ("ANNA", "Invoice 7", False)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: (
            f"<soap:Envelope xmlns:soap='x'><soap:Body>{text}</soap:Body></soap:Envelope>"
        ),
        lambda text: f"<BizMsgEnvlp><AppHdr><Fr>BANK</Fr></AppHdr>{text}</BizMsgEnvlp>",
        lambda text: f"<?xml version='1.0'?><!-- from the bank --><DataPDU>{text}</DataPDU>",
    ],
)
def test_an_envelope_around_the_message_does_not_matter(wrap: object) -> None:
    assert callable(wrap)
    document = camt(camt_statement(camt_entry(), balances=BALANCES)).partition("\n")[2]
    assert read_one(wrap(document)).is_proved


def test_an_entry_tells_its_days_amount_code_and_references() -> None:
    line = line_of(
        -1_250,
        "<Refs><EndToEndId>E2E-7</EndToEndId></Refs><RmtInf><Ustrd>Invoice</Ustrd>"
        "<Ustrd> 7 </Ustrd></RmtInf>",
        AcctSvcrRef="2024010500001",
        BkTxCd="<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>",
    )
    assert line.amount == Money(-1_250, "EUR")
    assert (line.booked_on, line.valued_on) == (dt.date(2024, 1, 5), dt.date(2024, 1, 6))
    assert (line.reference, line.external_id) == ("E2E-7", "2024010500001")
    assert (line.code, line.purpose) == ("PMNT/ICDT/ESCT", "Invoice 7")
    assert line.raw.startswith(b"<Ntry")
    assert line.raw.endswith(b"</Ntry>")
    assert (line.counterparty, line.occurred_at, line.parts) == (None, None, ())


@pytest.mark.parametrize(
    ("booked", "day", "instant"),
    [
        ("<Dt>2024-01-05</Dt>", 5, None),
        ("<Dt>2024-01-05+02:00</Dt>", 5, None),
        ("<Dt>2024-01-05Z</Dt>", 5, None),
        ("<DtTm>2024-01-05T00:00:00+02:00</DtTm>", 5, None),
        ("<DtTm>2024-01-05T10:30:00</DtTm>", 5, None),
        ("<DtTm>2024-01-05T01:30:00.5+02:00</DtTm>", 5, "2024-01-04T23:30:00.500000+00:00"),
        ("<DtTm>2024-01-05T10:30:00Z</DtTm>", 5, "2024-01-05T10:30:00+00:00"),
        ("", 6, None),
    ],
)
def test_the_day_is_the_one_that_the_bank_writes(
    booked: str, day: int, instant: str | None
) -> None:
    line = line_of(BookgDt=booked)
    assert line.booked_on == dt.date(2024, 1, day)
    assert (line.occurred_at.isoformat() if line.occurred_at else None) == instant


@pytest.mark.parametrize(
    ("status", "is_pending"),
    [("BOOK", False), ("PDNG", True), ("FUTR", True), ("<Cd>PDNG</Cd>", True), ("", False)],
)
def test_what_is_not_booked_is_pending(status: str, is_pending: bool) -> None:  # noqa: FBT001 - a case
    assert line_of(Sts=status).is_pending == is_pending


def test_what_is_told_for_information_is_no_line() -> None:
    assert lines_of(camt_entry(Sts="INFO"), camt_entry(Sts="<Cd>INFO</Cd>")) == []


@pytest.mark.parametrize(
    ("minor", "is_reversal", "name"),
    [(1, "", "ANNA"), (-1, "", "SHOP BV"), (-1, "true", "ANNA"), (1, "1", "SHOP BV")],
)
def test_the_other_side_follows_the_direction_and_reversals_keep_their_roles(
    minor: int, is_reversal: str, name: str
) -> None:
    parties = PARTIES.replace(IBAN, "NL02ABNA0123456789")
    line = line_of(minor, parties, RvslInd=is_reversal)
    assert (line.counterparty, line.amount.minor) == (name, minor)


def test_the_statements_own_account_is_never_the_other_side() -> None:
    line = line_of(-1, PARTIES, RvslInd="false")
    assert (line.counterparty, line.counterparty_account) == ("ANNA", OTHER_IBAN)


@pytest.mark.parametrize(
    ("parties", "told"),
    [
        ("<Dbtr><Nm> A &amp; B </Nm></Dbtr>", ("A & B", None, None)),
        ("<Dbtr><Pty><Nm>ANNA</Nm></Pty></Dbtr>", ("ANNA", None, None)),
        ("<Dbtr><Agt><FinInstnId><Nm>BANK</Nm></FinInstnId></Agt></Dbtr>", ("BANK", None, None)),
        ("<Dbtr/><UltmtDbtr><Nm>OLEG</Nm></UltmtDbtr>", ("OLEG", None, None)),
        (
            "<DbtrAcct><Id><Othr><Id>12 34</Id></Othr></Id></DbtrAcct>",
            (None, "12 34", None),
        ),
        ("<DbtrAcct><Id><BBAN>1234</BBAN></Id></DbtrAcct>", (None, "1234", None)),
        (
            f"<DbtrAcct><Id><IBAN>{OTHER_IBAN[:4]} {OTHER_IBAN[4:]}</IBAN></Id></DbtrAcct>",
            (None, OTHER_IBAN, None),
        ),
        (
            (
                "<Dbtr><Id><OrgId><Othr><Id>77</Id><SchmeNm><Cd>CUST</Cd></SchmeNm></Othr>"
                "<Othr><Id>31234567</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></OrgId></Id></Dbtr>"
            ),
            (None, None, "31234567"),
        ),
        (
            (
                "<Dbtr><Id><PrvtId><Othr><Id>1234567890</Id><SchmeNm><Prtry>RNOKPP</Prtry></SchmeNm>"
                "</Othr></PrvtId></Id></Dbtr>"
            ),
            (None, None, "1234567890"),
        ),
    ],
)
def test_a_party_is_told_by_whatever_names_it(
    parties: str, told: tuple[str | None, str | None, str | None]
) -> None:
    line = line_of(1, f"<RltdPties>{parties}</RltdPties>")
    assert (line.counterparty, line.counterparty_account, line.counterparty_tax_id) == told


@pytest.mark.parametrize(
    ("remittance", "purpose"),
    [
        (
            (
                "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18539007547034"
                "</Ref></CdtrRefInf></Strd>"
            ),
            "RF18539007547034",
        ),
        (
            (
                "<Ustrd>Thanks</Ustrd><Strd><RfrdDocInf><Nb>INV-7</Nb></RfrdDocInf>"
                "<AddtlRmtInf>for May</AddtlRmtInf></Strd>"
            ),
            "Thanks INV-7 for May",
        ),
        (
            (
                "<Strd><RfrdDocInf><RfrdDocNb>INV-7</RfrdDocNb></RfrdDocInf><CdtrRefInf>"
                "<CdtrRef>1000</CdtrRef></CdtrRefInf></Strd>"
            ),
            "INV-7 1000",
        ),
        ("<Ustrd/>", "What the bank adds"),
    ],
)
def test_what_it_is_for_is_told_in_words_and_references(remittance: str, purpose: str) -> None:
    line = line_of(1, f"<RmtInf>{remittance}</RmtInf>", AddtlNtryInf="What the bank adds")
    assert line.purpose == purpose


def test_no_reference_is_told_where_the_bank_says_that_there_is_none() -> None:
    refs = "<Refs><EndToEndId>NOTPROVIDED</EndToEndId><ChqNb>000123</ChqNb></Refs>"
    assert line_of(1, refs).reference == "000123"
    assert line_of(1, "<Refs><EndToEndId>Not Provided</EndToEndId></Refs>").reference is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("<Domn><Cd>PMNT</Cd></Domn>", "PMNT"),
        ("<Prtry><Cd>NTRF+103</Cd><Issr>ZKA</Issr></Prtry>", "NTRF+103"),
        ("", None),
    ],
)
def test_the_banks_own_code_stands_in_for_the_common_one(code: str, told: str | None) -> None:
    assert line_of(BkTxCd=code).code == told


def payment(amount: str, more: str = "", way: str = "") -> str:
    direction = f"<CdtDbtInd>{way}</CdtDbtInd>" if way else ""
    return (
        f'<Refs><EndToEndId>E-{amount}</EndToEndId></Refs><Amt Ccy="EUR">{amount}</Amt>{direction}'
        f"<RltdPties>{camt_party('Cdtr', f'N{amount}')}</RltdPties>"
        f"<RmtInf><Ustrd>for {amount}</Ustrd></RmtInf>{more}"
    )


@pytest.mark.parametrize(
    ("payments", "minors"),
    [
        ((payment("10.00"), payment("2.50")), [-1_000, -250]),
        ((payment("13.00", way="DBIT"), payment("0.50", way="CRDT")), [-1_300, 50]),
        ((payment("10.00", way="CRDT"), payment("2.50", way="CRDT")), [-1_000, -250]),
        ((payment("10.00"), payment("2.00")), []),
        ((payment("10.00"), payment("2.50").replace("EUR", "USD")), []),
        ((payment("10.00"), payment("2,50")), []),
        (
            (
                payment("10.00", '<Chrgs><Amt Ccy="EUR">0.30</Amt></Chrgs>' * 2),
                payment("1.90"),
            ),
            [-1_000, -190],
        ),
        (
            (
                payment("10.00"),
                payment(
                    "2.00",
                    '<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">0.50</TtlChrgsAndTaxAmt><Rcrd>'
                    '<Amt Ccy="EUR">0.50</Amt></Rcrd></Chrgs>',
                ),
            ),
            [-1_000, -200],
        ),
        (
            (payment("10.00"), payment("2.00", '<Chrgs><Amt Ccy="USD">0.50</Amt></Chrgs>')),
            [],
        ),
    ],
)
def test_a_batch_is_one_line_with_its_payments_as_parts(
    payments: tuple[str, ...], minors: list[int]
) -> None:
    plain = camt_details(*payments)
    line, same = lines_of(
        camt_entry(-1_250, NtryDtls=plain), camt_entry(-1_250, NtryDtls=f"<Btch/>{plain}")
    )
    assert line.amount == Money(-1_250, "EUR")
    assert [part.amount.minor for part in line.parts] == minors
    assert (same.parts, same.purpose) == (line.parts, line.purpose)
    assert line.counterparty is None
    assert line.purpose.startswith("for 1")
    if minors and minors[0] == -1_000:
        assert line.parts[0].counterparty == "N10.00"
        assert (line.parts[0].reference, line.parts[0].purpose) == ("E-10.00", "for 10.00")
        assert line.parts[0].counterparty_account == OTHER_IBAN


def test_details_may_stand_in_several_groups_or_in_the_entry_itself() -> None:
    one, other = (camt_details(payment(each)) for each in ("10.00", "2.50"))
    (line,) = lines_of(camt_entry(-1_250, NtryDtls=f"{one}</NtryDtls><NtryDtls>{other}"))
    assert len(line.parts) == 2
    document = camt(camt_statement(camt_entry(-1_250, NtryDtls=one + other)))
    bare = document.replace("<NtryDtls>", "").replace("</NtryDtls>", "")
    assert len(read_one(bare).lines[0].parts) == 2


def test_references_identify_only_where_they_stand_once_and_count_nothing() -> None:
    ids = [
        line.external_id
        for line in lines_of(
            camt_entry(1, AcctSvcrRef="BATCH-2024-01"),
            camt_entry(2, AcctSvcrRef="BATCH-2024-01", NtryRef="2024-000017"),
            camt_entry(3, NtryRef="3"),
            camt_entry(4, AcctSvcrRef="NONREF"),
            camt_entry(5, AcctSvcrRef="A&#49;"),
        )
    ]
    assert ids == [None, "2024-000017", None, None, None]
    told = read(camt(*[camt_statement(camt_entry(AcctSvcrRef="2024010500001"))] * 2))
    assert [each.lines[0].external_id for each in told] == ["2024010500001"] * 2


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (camt_entry(BookgDt="<Dt>2024-02-30</Dt>"), "day '2024-02-30'"),
        (camt_entry(BookgDt="<Dt>2024-01-055</Dt>"), "day '2024-01-055'"),
        (camt_entry(BookgDt="<Dt>2024-W01-5</Dt>"), "day '2024-W01-5'"),
        (camt_entry(BookgDt="", ValDt=""), "no booking date"),
        (camt_entry(Amt=""), "no amount"),
        (camt_entry(Amt="12,50"), "amount '12,50'"),
        (camt_entry(Amt="-12.50"), "below zero"),
        (camt_entry(Amt="12.505"), "12.505"),
        (camt_entry(Amt="9" * 70), "amount"),
        (camt_entry(Amt="1" + "0" * 17), "more than the books"),
        (camt_entry(currency="XYZ"), "XYZ"),
        (camt_entry(CdtDbtInd="BOTH"), "direction 'BOTH'"),
    ],
)
def test_a_bad_entry_is_set_aside_and_the_others_stay(bad: str, reason: str) -> None:
    told = read_one(camt(camt_statement(camt_entry(), bad, camt_entry(7), balances=BALANCES)))
    (spoiled,) = told.spoiled
    assert reason in spoiled.reason
    assert spoiled.position == 2
    assert spoiled.raw.startswith(b"<Ntry")
    assert [line.amount.minor for line in told.lines] == [1_250, 7]
    assert not told.is_proved


@pytest.mark.parametrize(
    ("balances", "opening", "closing"),
    [
        (BALANCES, 10_000, 11_250),
        (camt_balance("PRCD", -5) + camt_balance("CLBD", 0), -5, 0),
        (camt_balance("PRCD", 1) + camt_balance("OPBD", 2) + camt_balance("CLAV", 3), 2, None),
        (camt_balance("OPBD", 2) + camt_balance("ITBD", 3), 2, None),
        (camt_balance("OPBD", 2, "2024-13-01") + camt_balance("CLBD", 3, "soon"), None, None),
        (camt_balance("OPBD", 2, currency="XYZ"), None, None),
        ("", None, None),
    ],
)
def test_balances_are_told_by_their_kind(
    balances: str, opening: int | None, closing: int | None
) -> None:
    told = read_one(camt(camt_statement(camt_entry(), balances=balances)))
    assert told.end is not None
    said = (told.head.opening, told.end.closing)
    assert [None if each is None else each.minor for each in said] == [opening, closing]


def test_a_report_of_the_day_closes_with_its_interim_balance() -> None:
    balances = camt_balance("OPBD", 2) + camt_balance("ITBD", 1_252, "2024-01-05")
    statement = camt_statement(camt_entry(), version="052.001.06", balances=balances)
    told = read_one(camt(statement, version="052.001.06"))
    assert told.is_proved
    assert told.end is not None
    assert told.end.closed_on == dt.date(2024, 1, 5)


def test_all_statements_of_a_file_are_told_one_after_the_other() -> None:
    told = read(
        camt(
            camt_statement(camt_entry(1), camt_entry(2)),
            camt_statement(),
            camt_statement(camt_entry(3), balances=BALANCES),
        )
    )
    assert [[line.amount.minor for line in each.lines] for each in told] == [[1, 2], [], [3]]


@pytest.mark.parametrize(
    ("account", "entry", "head", "line"),
    [
        ("<Ccy>EUR</Ccy>", camt_entry(currency="USD"), "EUR", "USD"),
        ("", camt_entry(currency="USD"), "USD", "USD"),
        ("<Ccy>ER</Ccy>", camt_entry(), None, "EUR"),
        ("<Ccy>XXX</Ccy>", camt_entry(), None, "EUR"),
        ("<Ccy>DEM</Ccy>", camt_entry(currency="DEM"), "DEM", "DEM"),
        ("<Ccy>JPY</Ccy>", camt_entry(currency="JPY", Amt="1250"), "JPY", "JPY"),
        ("<Ccy>JPY</Ccy>", camt_entry(currency="JPY", Amt="1250.00"), "JPY", "JPY"),
        ("<Ccy>KWD</Ccy>", camt_entry(currency="KWD", Amt="1.250"), "KWD", "KWD"),
    ],
)
def test_currencies_are_told_as_they_stand(
    account: str, entry: str, head: str | None, line: str
) -> None:
    document = camt(camt_statement(entry)).replace("<Ccy>EUR</Ccy>", account)
    told = read_one(document)
    assert (told.head.currency, told.lines[0].amount) == (head, Money(1_250, line))


def test_an_entry_without_a_currency_has_its_accounts() -> None:
    document = camt(camt_statement(camt_entry())).replace(' Ccy="EUR"', "")
    assert read_one(document).lines[0].amount == Money(1_250, "EUR")
    nowhere = read_one(document.replace("<Ccy>EUR</Ccy>", ""))
    assert "has no currency" in nowhere.spoiled[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "iso-8859-5"])
def test_texts_are_read_in_the_encoding_that_is_declared(encoding: str) -> None:
    entry = camt_entry(NtryDtls=camt_details("<RmtInf><Ustrd>Оплата</Ustrd></RmtInf>"))
    document = camt(camt_statement(entry)).replace("UTF-8", encoding)
    assert read_one(document, encoding).lines[0].purpose == "Оплата"
    marked = camt(camt_statement(entry)).encode("utf-8-sig")
    assert read_one(marked).lines[0].purpose == "Оплата"


WHOLE = camt(camt_statement(camt_entry(), balances=BALANCES))
BOMB = "<!DOCTYPE Document [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1 if n else str()};' * 10}'>" for n in range(12)
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (WHOLE[:-3], Unreadable.TRUNCATED),
        (WHOLE[: WHOLE.index("</Ntry>")], Unreadable.TRUNCATED),
        (WHOLE[: WHOLE.index("<Ntry>") + 3], Unreadable.TRUNCATED),
        (WHOLE.replace("</Ntry>", "</Entry>"), Unreadable.DAMAGED),
        (WHOLE + WHOLE, Unreadable.DAMAGED),
        (WHOLE.replace("SHOP", "\udcff").encode("utf-8", "surrogateescape"), Unreadable.ENCODING),
        (WHOLE.replace("UTF-8", "KLINGON-1"), Unreadable.ENCODING),
        (camt(), Unreadable.NO_STATEMENT),
        (WHOLE.replace("<Document", f"{BOMB}]><Document"), Unreadable.BOMB),
        (
            WHOLE.replace("<Document", f"{BOMB}]><Document").replace("SHOP BV", "&a11;"),
            Unreadable.BOMB,
        ),
        (
            WHOLE.replace("<Document", f"{BOMB}]><Document").replace('Ccy="', 'Ccy="&a11;'),
            Unreadable.BOMB,
        ),
        (
            WHOLE.replace("<Document", "<!DOCTYPE Document SYSTEM 'file:///etc/passwd'><Document"),
            Unreadable.BOMB,
        ),
    ],
)
def test_a_file_that_can_not_be_read_is_refused(content: str | bytes, reason: Unreadable) -> None:
    assert refused(content) is reason


def test_blanks_before_the_declaration_do_not_matter() -> None:
    told = read_one(b" \r\n\n" + camt(camt_statement(camt_entry())).encode())
    assert len(told.lines) == 1


def test_entries_of_other_elements_are_no_lines() -> None:
    strange = f"<Stmt><Acct/>{camt_entry(9)}</Stmt>"
    told = read_one(camt(camt_statement(camt_entry(1), f"<X>{strange}</X>", camt_entry(2))))
    assert [line.amount.minor for line in told.lines] == [1, 2]
    inner = read_one(camt(camt_statement(camt_entry(1), strange, camt_entry(2))))
    assert [line.amount.minor for line in inner.lines] == [1, 2]


def test_a_large_statement_is_told_as_it_streams_in() -> None:
    entry = camt_entry(1, NtryDtls=camt_details(PARTIES))
    told = read_one(camt(camt_statement(entry * 5_000, balances=camt_balance("OPBD", 0))))
    assert (len(told.lines), told.spoiled) == (5_000, [])


MOVES = st.tuples(
    st.sampled_from(sorted(DECIMALS)),
    st.integers(-(10**12), 10**12),
    st.dates(dt.date(1990, 1, 1), dt.date(2089, 12, 31)),
    TEXTS,
    TEXTS,
    st.booleans(),
)


@given(st.lists(MOVES, max_size=5), st.sampled_from(VERSIONS), st.sampled_from(["", "ns"]))
def test_what_is_written_is_read(
    moves: list[tuple[str, int, dt.date, str, str, bool]], version: str, prefix: str
) -> None:
    entries = []
    for currency, minor, day, name, purpose, is_pending in moves:
        side = "Cdtr" if minor < 0 else "Dbtr"
        entries.append(
            camt_entry(
                minor,
                currency,
                Amt=f"{abs(Money(minor, currency)).to_decimal():f}",
                BookgDt=f"<Dt>{day}</Dt>",
                Sts="PDNG" if is_pending else "BOOK",
                NtryDtls=camt_details(
                    f"<RltdPties>{camt_party(side, escaped(name))}</RltdPties>"
                    f"<RmtInf><Ustrd>{escaped(purpose)}</Ustrd></RmtInf>"
                ),
            )
        )
    document = camt(camt_statement(*entries, version=version), version=version)
    told = read_one(prefixed(document, prefix) if prefix else document)
    assert not told.spoiled
    assert [
        (
            line.amount.currency,
            line.amount.minor,
            line.booked_on,
            line.counterparty or "",
            line.purpose,
            line.is_pending,
        )
        for line in told.lines
    ] == moves
