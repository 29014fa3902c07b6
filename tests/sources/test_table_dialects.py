"""Statements of banks of many countries are read by every field, without their ever being met."""

import io

import pytest
from openpyxl import Workbook

from bot.command_line.statement_json import statement_to_json
from bot.statement_files import read_file
from sources.bank_files.tables.csv_text import open_csv
from tests.sources.dialect import Dialect, Line
from tests.sources.dialects_of_others import DIALECTS as OTHERS
from tests.sources.dialects_of_some import DIALECTS as SOME

DIALECTS = (*SOME, *OTHERS)
FIELDS = ("booked_on", "valued_on", "amount", "counterparty", "counterparty_account",
          "counterparty_tax_id", "purpose", "reference", "external_id")  # fmt: skip


def read(content: bytes) -> tuple[dict[str, object], tuple[Line, ...], tuple[str, ...]]:
    found = read_file(io.BytesIO(content), {}, {}, may_guess=True)
    (told,) = map(statement_to_json, found.statements)
    lines = told["lines"]
    assert isinstance(lines, list)
    return (
        told,
        tuple(tuple(line[each] for each in FIELDS) for line in lines),
        tuple(each.name for each in found.questions),
    )


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_a_dialect_is_read_by_every_field(dialect: Dialect) -> None:
    told, lines, asked = read(dialect.text.encode(dialect.encoding))
    assert lines == tuple((*line[:6], line[6] or None, *line[7:]) for line in dialect.lines)
    head = tuple(told[each] for each in ("account", "currency", "opening", "closing"))
    assert head == dialect.head
    assert asked == dialect.asked
    assert told["spoiled"] == []


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_a_dialect_reads_the_same_from_a_workbook(dialect: Dialect) -> None:
    content = dialect.text.encode(dialect.encoding)
    workbook = Workbook()
    for cells, _ in open_csv(io.BytesIO(content)).rows():
        workbook.active.append([cell.replace("\n", " ") or None for cell in cells])
    packed = io.BytesIO()
    workbook.save(packed)
    told, lines, asked = read(packed.getvalue())
    known, known_lines, known_asked = read(content)
    assert (lines, asked) == (known_lines, known_asked)
    assert told == known | {"format": "xlsx"}
