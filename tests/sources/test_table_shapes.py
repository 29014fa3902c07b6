"""What a table means is told as data: what is sure, what is open, what a person has said."""

import io
import json
from decimal import Decimal

import pytest

from ledger.statements import SpoiledLine, StatementEnd, StatementHead, StatementLine
from sources.bank_files.registry import read_parts
from sources.bank_files.tables.shape import (
    TableGuess,
    TableShape,
    UnclearTableError,
    shape_of_json,
)
from tests.here import DATA, needs_data

UNCLEAR = b"Date,Amount,Description\n03/04/2026,250.00,Callout\n05/04/2026,40.00,Fuel\n"
OTHER = b"Date,Sum,Description\n03/04/2026,250.00,Callout\n"


def guess(content: bytes) -> TableGuess:
    with pytest.raises(UnclearTableError) as caught:
        list(read_parts(io.BytesIO(content)))
    return caught.value.guess


def lines(content: bytes, shape: TableShape | None = None) -> list[StatementLine]:
    known = {shape.fingerprint: shape} if shape is not None else {}
    told = read_parts(io.BytesIO(content), known.get)
    return [each for each in told if isinstance(each, StatementLine)]


def test_what_is_open_is_told_with_some_rows() -> None:
    found = guess(UNCLEAR)
    assert {each.name: each.options for each in found.questions} == {
        "day_order": ("dmy", "mdy"),
        "sign": ("signed", "inverted"),
    }
    assert found.sample[0] == ("03/04/2026", "250.00", "Callout")


def test_what_a_person_has_said_is_asked_no_more() -> None:
    shape = guess(UNCLEAR).shape.answered("day_order", "dmy").answered("sign", "inverted")
    kept = shape_of_json(json.loads(json.dumps(shape.to_json())))
    assert kept == shape
    first = lines(UNCLEAR, kept)[0]
    assert (first.booked_on.isoformat(), first.amount.to_decimal()) == (
        "2026-04-03",
        Decimal(-250),
    )
    with pytest.raises(UnclearTableError):
        lines(OTHER, kept)


@pytest.mark.parametrize(("question", "option"), [("day_order", "x"), ("no", "dmy")])
def test_an_answer_that_is_none_is_refused(question: str, option: str) -> None:
    shape = guess(UNCLEAR).shape
    with pytest.raises(ValueError, match=option):
        shape.answered(question, option)


@pytest.mark.parametrize("told", [{}, {"columns": [], "header": [], "width": 1}])
def test_what_is_no_shape_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no shape"):
        shape_of_json(told)


def test_the_balance_proves_what_would_be_asked() -> None:
    proved = b"Date,Amount,Balance,Description\n03/13/2026,250.00,750.00,Callout\n"
    proved += b"03/14/2026,40.00,710.00,Fuel\n03/15/2026,-90.00,800.00,Refund\n"
    parts = list(read_parts(io.BytesIO(proved)))
    amounts = [each.amount.to_decimal() for each in parts if isinstance(each, StatementLine)]
    assert amounts == [-250, -40, 90]
    assert isinstance(parts[0], StatementHead)
    assert parts[0].opening is not None
    assert parts[0].opening.to_decimal() == Decimal(1000)


def test_a_row_that_cannot_be_read_spoils_nothing_else() -> None:
    content = "Дата;Сума;Опис\n13.11.2026;-5,00;a\n31.02.2026;-6,00;b\n14.11.2026;x;c\n"
    content += "15.11.2026;-7,00;d\nРазом;-12,00;\n15.11.2026;-7,00;d;e;f\n"
    parts = list(read_parts(io.BytesIO(content.encode("cp1251"))))
    spoiled = [each for each in parts if isinstance(each, SpoiledLine)]
    assert [each.purpose for each in parts if isinstance(each, StatementLine)] == ["a", "d"]
    assert [(each.position, each.reason) for each in spoiled] == [
        (3, "day '31.02.2026'"),
        (4, "amount 'x'"),
        (7, "5 cells instead of 3"),
    ]
    assert spoiled[0].raw == "31.02.2026;-6,00;b".encode("cp1251")


def test_operations_that_failed_moved_nothing_and_held_ones_are_pending() -> None:
    content = "Дата;Сума;Валюта;Опис;Статус\n13.11.2026;-5,00;UAH;a;Виконано\n"
    content += "14.11.2026;-6,00;UAH;b;Відхилено\n15.11.2026;-7,00;UAH;c;В обробці\n"
    told = lines(content.encode())
    assert [(each.purpose, each.is_pending) for each in told] == [("a", False), ("c", True)]


def test_rows_of_several_accounts_are_statements_of_their_own() -> None:
    content = "Account,Currency,Date,Amount,Description\n"
    rows = (("UA1234567890", "UAH"), ("UA1234567891", "UAH"), ("UA1234567890", "EUR"))
    for day in (13, 14):
        content += "".join(f"{one},{of},2026-11-{day},-{day}.00,x\n" for one, of in rows)
    heads = [
        (each.account, each.currency)
        for each in read_parts(io.BytesIO(content.encode()))
        if isinstance(each, StatementHead)
    ]
    assert heads == list(rows)


def test_an_id_that_comes_twice_is_no_id() -> None:
    row = "2026-11-13,-5.00,fee,T{}\n".format
    head = "Date,Amount,Description,Transaction ID\n"
    once = lines((head + "".join(row(number) for number in range(500))).encode())
    assert (once[0].external_id, once[0].reference) == ("T0", None)
    twice = lines((head + "".join(row(number) for number in (*range(500), 7))).encode())
    assert (twice[0].external_id, twice[0].reference) == (None, "T0")


@needs_data
@pytest.mark.parametrize(
    ("name", "closing", "count"),
    [
        ("monobank", "100000.00", 4),
        ("wise_csv", "2009.50", 4),
        ("privatbank_xlsx", "8414.78", 3),
        ("sensebank", None, 6),
    ],
)
def test_real_files_are_read(name: str, closing: str | None, count: int) -> None:
    folder = DATA / "B-ua-uabean" / "tests" / "importers" / name
    file = next(each for each in sorted(folder.iterdir()) if each.suffix in {".csv", ".xlsx"})
    parts = list(read_parts(io.BytesIO(file.read_bytes())))
    end = parts[-1]
    assert isinstance(end, StatementEnd)
    told = None if end.closing is None else str(end.closing.to_decimal())
    assert told == closing
    assert sum(isinstance(each, StatementLine) for each in parts) == count
