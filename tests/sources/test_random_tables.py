"""A table of whatever layout is read back exactly, or asked about; never is it silently wrong."""

import contextlib
import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.money import Money
from ledger.statements import StatementLine, StatementPart
from sources.bank_files.errors import UnreadableFileError
from sources.bank_files.registry import read_parts
from sources.bank_files.tables.shape import TableShape, UnclearTableError
from tests.thorough import times

NAMES = {
    "day": ("Date", "Дата операції", "Data księgowania", "Buchungstag", "Fecha", "Дата проводки"),
    "amount": ("Amount", "Сума", "Kwota", "Betrag", "Importe", "Сумма"),
    "debit": ("Debit", "Дебет", "Obciążenia", "Soll", "Cargo", "Списание"),
    "credit": ("Credit", "Кредит", "Uznania", "Haben", "Abono", "Зачисление"),
    "indicator": ("Debit/Credit", "Дебет/Кредит", "Strona", "Soll/Haben", "Signo", "Д/К"),
    "balance": ("Balance", "Залишок", "Saldo", "Kontostand", "Saldo", "Остаток"),
    "purpose": ("Description", "Призначення платежу", "Tytuł", "Verwendungszweck", "Concepto",
                "Назначение платежа"),
    "name": ("Counterparty", "Контрагент", "Nadawca/Odbiorca", "Auftraggeber/Empfänger",
             "Beneficiario/Ordenante", "Контрагент"),
}  # fmt: skip
INDICATORS = (("D", "C"), ("Дебет", "Кредит"), ("Wn", "Ma"), ("S", "H"), ("Cargo", "Abono"),
              ("Д", "К"))  # fmt: skip
DAYS = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%y", "%d-%m-%Y %H:%M:%S", "%Y%m%d")
MARKS = ((".", ""), (",", ""), (",", "."), (".", ","), (",", " "), (",", "\xa0"), (".", "'"))


@dataclass(frozen=True)
class Moved:
    day: dt.date
    minor: int
    purpose: str
    name: str


texts = st.text("абвгґ ABCdef,;\"'|0123", max_size=12).map(lambda text: f"п{text}x".strip())
movements = st.builds(
    Moved,
    day=st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)),
    minor=st.integers(-99_999_999, 99_999_999).map(lambda minor: minor or 1),
    purpose=texts,
    name=texts,
)


@dataclass(frozen=True)
class Layout:
    language: int
    sign: str
    day: str
    marks: tuple[str, str]
    delimiter: str
    encoding: str
    has_balance: bool
    order: int
    direction: int


def is_used(layout: Layout) -> bool:
    """Only who writes English or Cyrillic may put the month first."""
    return layout.day != "%m/%d/%Y" or layout.language in {0, 1, 5}


layouts = st.builds(
    Layout,
    language=st.integers(0, 5),
    sign=st.sampled_from(["amount", "columns", "indicator"]),
    day=st.sampled_from(DAYS),
    marks=st.sampled_from(MARKS),
    delimiter=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    has_balance=st.booleans(),
    order=st.integers(0, 1_000),
    direction=st.sampled_from([1, -1, 0]),
).filter(is_used)


def amount_text(minor: int, marks: tuple[str, str]) -> str:
    text = f"{Decimal(minor).scaleb(-2):,.2f}"
    return text.replace(",", "\0").replace(".", marks[0]).replace("\0", marks[1])


def columns_of(layout: Layout) -> dict[str, Callable[[Moved, int], str]]:
    def amount(minor: int) -> str:
        return amount_text(minor, layout.marks)

    found: dict[str, Callable[[Moved, int], str]] = {
        "day": lambda moved, _: moved.day.strftime(layout.day),
        "purpose": lambda moved, _: moved.purpose,
        "name": lambda moved, _: moved.name,
    }
    if layout.sign == "columns":
        found["debit"] = lambda moved, _: amount(-moved.minor) if moved.minor < 0 else ""
        found["credit"] = lambda moved, _: amount(moved.minor) if moved.minor > 0 else ""
    else:
        is_signed = layout.sign == "amount"
        found["amount"] = lambda moved, _: amount(moved.minor if is_signed else abs(moved.minor))
    if layout.sign == "indicator":
        words = INDICATORS[layout.language]
        found["indicator"] = lambda moved, _: words[moved.minor > 0]
    if layout.has_balance:
        found["balance"] = lambda _, balance: amount(balance)
    return found


def written(rows: Sequence[Moved], layout: Layout) -> bytes:
    columns = columns_of(layout)
    names = list(columns)
    random.Random(layout.order).shuffle(names)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=layout.delimiter)
    writer.writerow([NAMES[name][layout.language] for name in names])
    balances = dict(balanced(rows, falling=layout.direction < 0))
    for place, row in enumerate(rows):
        writer.writerow([columns[name](row, balances[place]) for name in names])
    return out.getvalue().encode(layout.encoding)


def balanced(rows: Sequence[Moved], *, falling: bool) -> list[tuple[int, int]]:
    """The balance after each row, which may stand newest first."""
    told, balance = [], 123_456
    places = range(len(rows) - 1, -1, -1) if falling else range(len(rows))
    for place in places:
        balance += rows[place].minor
        told.append((place, balance))
    return told


def read(content: bytes, shape: TableShape | None = None) -> list[StatementPart]:
    return list(read_parts(io.BytesIO(content), lambda _: shape))


def lines(parts: Sequence[StatementPart]) -> list[tuple[dt.date, Decimal, str, str | None]]:
    return [
        (each.booked_on, each.amount.to_decimal(), each.purpose, each.counterparty)
        for each in parts
        if isinstance(each, StatementLine)
    ]


def truths(layout: Layout) -> dict[str, str]:
    order = {"%m/%d/%Y": "mdy"}.get(layout.day, "dmy")
    return {"day_order": order, "decimal": layout.marks[0], "sign": "signed"}


@settings(max_examples=times(60, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(movements, min_size=1, max_size=8), layout=layouts)
def test_any_layout_is_read_back_or_asked(rows: list[Moved], layout: Layout) -> None:
    if layout.direction:
        rows.sort(key=lambda row: row.day, reverse=layout.direction < 0)
    content = written(rows, layout)
    expected = [
        (row.day, Money(row.minor, "UAH").to_decimal(), row.purpose, row.name) for row in rows
    ]
    try:
        parts = read(content)
    except UnclearTableError as unclear:
        shape = unclear.guess.shape
        for question in unclear.guess.questions:
            truth = truths(layout)[question.name]
            assert truth in question.options
            shape = shape.answered(question.name, truth)
        parts = read(content, shape)
    assert lines(parts) == expected


@settings(max_examples=times(60, 600), deadline=None)
@given(
    rows=st.lists(movements, min_size=1, max_size=5),
    layout=layouts,
    cuts=st.lists(st.tuples(st.integers(0, 2_000), st.binary(max_size=3)), max_size=4),
    end=st.integers(0, 2_000),
)
def test_a_mutilated_table_is_read_or_refused(
    rows: list[Moved], layout: Layout, cuts: list[tuple[int, bytes]], end: int
) -> None:
    content = bytearray(written(rows, layout))
    for place, put in cuts:
        content[place % (len(content) + 1) : place % (len(content) + 1) + 1] = put
    with contextlib.suppress(UnreadableFileError):
        read(bytes(content[: end or None]))
