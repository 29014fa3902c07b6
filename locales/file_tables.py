"""Reports as tables for files, in a language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ledger.money import Money
from locales.result_rows import ResultRow, Sums, closing_lines, result_rows, title_of
from locales.words import Words, as_name
from reports.bar_picture import BarPart, BarPicture
from reports.cash_flow import CashFlow
from reports.file_table import Cell, FileRow, FileTable, Span, summed
from reports.labels import FlowLabels, PlanLabels
from reports.numbers import format_days
from reports.plan_path import PlanPath
from reports.told_results import ToldResults

_AMOUNT, _BEFORE = 1, 2


def results_table(words: Words, told: ToldResults, names: Mapping[str, str]) -> FileTable:
    """Lay out a result: its totals are sums over its rows."""
    listed = list(result_rows(words, told, names))
    plain = [FileRow((row.label, row.amount, row.before)) for row in listed]
    rows = [
        FileRow(
            (
                row.label,
                _figure(listed, plain, place, _AMOUNT),
                _figure(listed, plain, place, _BEFORE),
            ),
            is_bold=row.is_head or row.is_total,
            is_part=row.is_part,
        )
        for place, row in enumerate(listed)
    ]
    return FileTable(
        words.language,
        title_of(words, told),
        (
            words.plain("file-what"),
            words.plain("file-amount"),
            words.plain("results-column-before"),
        ),
        tuple(rows),
        tuple(closing_lines(words, told, names)),
    )


def picture_table(words: Words, picture: BarPicture) -> FileTable:
    """Lay out what a picture shows, part by part; what has a sum gets it."""
    has_before = any(row.before is not None for part in picture.parts for row in part.rows)
    has_notes = any(row.note for part in picture.parts for row in part.rows)
    columns = [words.plain("file-what"), words.plain("file-amount")]
    if has_before:
        columns.append(words.plain("results-column-before"))
    if has_notes:
        columns.append(words.plain("file-note"))
    rows: list[FileRow] = []
    for part in picture.parts:
        if part.rows:
            rows.extend(_part(words, part, len(rows), has_before=has_before, has_notes=has_notes))
    if not rows:
        rows.append(FileRow((picture.nothing, *[None] * (len(columns) - 1))))
    title = f"{picture.title} · {picture.days}"
    return FileTable(words.language, title, tuple(columns), tuple(rows))


def flow_table(words: Words, flow: CashFlow, labels: FlowLabels) -> FileTable:
    """Lay out money in and out day by day."""
    rows = [
        FileRow((each.days.first, each.money_in, each.money_out, each.after))
        for each in flow.steps
    ]
    last = len(rows) - 1
    totals = (
        summed(flow.money_in, rows, [Span(1, 0, last)]),
        summed(flow.money_out, rows, [Span(2, 0, last)]),
    )
    rows.append(FileRow((words.plain("chart-total"), *totals, flow.after), is_bold=True))
    return FileTable(
        words.language,
        f"{labels.title} · {format_days(flow.days, words.language)}",
        (words.plain("file-day"), labels.money_in, labels.money_out, words.plain("file-on-hand")),
        tuple(rows),
    )


def plan_table(words: Words, path: PlanPath, labels: PlanLabels) -> FileTable:
    """Lay out a month against its plan day by day."""
    planned: Sequence[Money | None] = path.planned_sales or [None] * path.month.count
    made = zip(path.days, path.sales, planned, strict=False)
    rows = [FileRow((each.day, each.sales, sold, due, each.left)) for each, sold, due in made]
    left = words.plain("results-margin" if path.is_margin else "results-net")
    last = len(rows) - 1
    if rows:
        totals = (
            summed(path.sold, rows, [Span(1, 0, last)]),
            path.sold,
            path.due,
            summed(path.kept, rows, [Span(4, 0, last)]),
        )
        rows.append(FileRow((words.plain("chart-total"), *totals), is_bold=True))
    columns = ("file-day", "picture-plan-sold", "file-added-up", "picture-plan-planned")
    return FileTable(
        words.language,
        f"{labels.title} · {format_days(path.month, words.language)}",
        (*(words.plain(each) for each in columns), left),
        tuple(rows),
    )


def listed_table(
    words: Words, title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], figure: int
) -> FileTable:
    """Lay out a list with its sum; the sum is left out where currencies differ.

    Args:
        words: the language.
        title: what it is.
        columns: their names.
        rows: as many cells a row; names as they were typed.
        figure: the column that is summed.
    """
    laid = [FileRow(tuple(each)) for each in rows]
    amounts = [each for each in (row.cells[figure] for row in laid) if isinstance(each, Money)]
    if amounts and len({each.currency for each in amounts}) == 1:
        total = Money(sum(each.minor for each in amounts), amounts[0].currency)
        cells: list[Cell] = [None] * len(columns)
        cells[0] = words.plain("chart-total")
        cells[figure] = summed(total, laid, [Span(figure, 0, len(laid) - 1)])
        laid.append(FileRow(tuple(cells), is_bold=True))
    return FileTable(words.language, title, tuple(columns), tuple(laid))


def shown_name(words: Words, name: str | None) -> str:
    """Give a counterparty's name, or say that nobody is named."""
    return as_name(name) if name else words.plain("answer-row-nobody")


def _figure(
    listed: Sequence[ResultRow], plain: Sequence[FileRow], place: int, column: int
) -> Cell:
    cell = plain[place].cells[column]
    if not isinstance(cell, Money):
        return cell
    places = list(_summed_places(listed, place))
    return summed(cell, plain, [Span(column, first, last) for first, last in _runs(places)])


def _summed_places(listed: Sequence[ResultRow], place: int) -> Iterator[int]:
    """Give the rows that a row is the sum of; none where it is no sum."""
    match listed[place].sums:
        case Sums.PARTS:
            for at in range(place + 1, len(listed)):
                if not listed[at].is_part:
                    return
                yield at
        case Sums.ABOVE:
            head = max(at for at in range(place) if listed[at].is_head)
            for at in range(head + 1, place):
                if listed[at].counts and listed[at].amount is not None:
                    yield at
        case None:
            return


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Put rows that stand together into one."""
    first = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[first], places[at - 1]
            first = at


def _part(
    words: Words, part: BarPart, start: int, *, has_before: bool, has_notes: bool
) -> Iterator[FileRow]:
    """Give a part's head, its rows and its sum."""

    def tail(before: Cell, note: str) -> tuple[Cell, ...]:
        return (*((before,) if has_before else ()), *((note,) if has_notes else ()))

    yield FileRow((part.head, None, *tail(None, "")), is_bold=True)
    rows: list[FileRow] = [FileRow(("", None))] * (start + 1)
    for row in part.rows:
        amount: Cell = row.amount
        if part.is_waterfall and row.is_whole and len(rows) > start + 1:
            amount = summed(row.amount, rows, [Span(_AMOUNT, start + 1, len(rows) - 1)])
        made = FileRow((row.name, amount, *tail(row.before, row.note)), is_bold=row.is_whole)
        rows.append(made)
        yield made
    if not part.is_waterfall:
        total = Money(sum(each.amount.minor for each in part.rows), part.rows[0].amount.currency)
        span = Span(_AMOUNT, start + 1, len(rows) - 1)
        cells = (words.plain("chart-total"), summed(total, rows, [span]), *tail(None, ""))
        yield FileRow(cells, is_bold=True)
