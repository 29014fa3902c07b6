"""tilly report gap DAYS: the bank against the CRM."""

import json
from typing import TYPE_CHECKING

import click

from bot.command_line.console import ask_books, examples
from bot.command_line.report_days import days_said

if TYPE_CHECKING:
    from reports.gap import Gap

_LANGUAGE = "en"


@click.command(
    "gap",
    epilog=examples("tilly report gap yesterday", "tilly report gap last month --json"),
)
@click.argument("days", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def report_gap_of_days(days: tuple[str, ...], *, as_json: bool) -> None:
    """Print what leads from the CRM's sales of some DAYS to what the bank received.

    The parts add up exactly: timing, fees, refunds, cash that is not at the bank, exchange,
    sales past the CRM, other entries, and what nobody has said yet.
    """
    from reports.gap_json import gap_to_json
    from services.results.report_gap import report_gap

    gaps = ask_books(lambda books: report_gap(books, days_said(books, " ".join(days))))
    if as_json:
        click.echo(json.dumps(gap_to_json(gaps), ensure_ascii=False))
    else:
        click.echo("\n\n".join(map(_table, gaps)))


def _table(gap: "Gap") -> str:
    from locales.pictures import gap_picture
    from locales.words import words_of
    from reports.day_table import aligned
    from reports.numbers import format_money

    picture = gap_picture(words_of(_LANGUAGE), gap)
    rows = [
        [row.name, format_money(row.amount, _LANGUAGE, keeps_decimals=True)]
        for part in picture.parts
        for row in part.rows
    ]
    told = aligned(rows) if rows else picture.nothing
    return f"{picture.title} · {picture.days}\n{told}"
