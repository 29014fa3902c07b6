"""tilly report: prints reports from the books."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.console import WRONG_INPUT, CommandError, ask_books, examples, working
from bot.command_line.report_days import report_days
from bot.command_line.report_gap import report_gap_of_days

if TYPE_CHECKING:
    from reports.day import DayReport
    from reports.labels import DayLabels
    from services.ports import Books


class _Reports(click.Group):
    """Takes whatever is no command for the days of a result."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or give all words to the report of any days."""
        if args and args[0] not in self.commands:
            return "days", report_days, args
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Reports,
    epilog=examples(
        "tilly report day 2026-11-20",
        "tilly report month",
        "tilly report last week --json",
        'tilly report "1–15 November"',
        "tilly report order 4812",
        "tilly report gap October",
    ),
)
def report() -> None:
    """Print a report from the books: the cash of a day, or the result of any days.

    Days are said in words, in English, Ukrainian or Russian: week, month, year, October.
    """


report.add_command(report_days)
report.add_command(report_gap_of_days)


@report.command(
    epilog=examples(
        "tilly report day",
        "tilly report day yesterday",
        "tilly report day 2026-11-20 --png day.png",
    )
)
@click.argument("date", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--png", type=click.Path(dir_okay=False, path_type=Path), help="Draw it to this file."
)
def day(date: str | None, *, as_json: bool, png: Path | None) -> None:
    """Print the cash of one DATE (today on the shop's clock when none is given)."""
    from reports.day_table import day_to_json, day_to_table

    found = ask_books(lambda books: _read(books, date))
    if png is not None:
        _draw(found, png)
    elif as_json:
        click.echo(json.dumps(day_to_json(found.report), ensure_ascii=False))
    else:
        click.echo(day_to_table(found.report, found.labels, language="en"))


@report.command(epilog=examples("tilly report order 4812", "tilly report order 4812 --json"))
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object an order.")
def order(number: str, *, as_json: bool) -> None:
    """Print the entries of the order that people call NUMBER."""
    from bot.command_line.order_table import order_to_json, order_to_text
    from services.records.see_order import orders_called

    found, chart = ask_books(lambda books: (orders_called(books, number), books.accounts.chart()))
    if not found:
        raise CommandError(
            f"No order is called {number!r}.",
            "Say its number as customers see it, or its id in the system that it is from.",
            exit_code=WRONG_INPUT,
        )
    for each in found:
        if as_json:
            click.echo(json.dumps(order_to_json(each), ensure_ascii=False))
        else:
            click.echo(order_to_text(each, chart))


@dataclass(frozen=True, slots=True)
class _Found:
    """A report with what is needed to show it."""

    report: "DayReport"
    labels: "DayLabels"
    base_currency: str


def _read(books: "Books", date: str | None) -> _Found:
    from locales.day_labels import labels_of
    from locales.words import words_of
    from services.tills.report_day import report_day

    shop = books.shop.get()
    if shop is None:
        raise CommandError(
            "The shop is not set up yet, so there is nothing to report.",
            "Set it up in the chat with the bot, or try: tilly demo",
        )
    found = report_day(books, _day(date, shop.day_of(dt.datetime.now(dt.UTC))))
    return _Found(
        found, labels_of(words_of("en"), found, books.accounts.tills()), shop.base_currency
    )


def _draw(found: _Found, png: Path) -> None:
    from reports.day_chart import draw_day

    with working("Drawing"):
        picture = draw_day(
            found.report, found.labels, base_currency=found.base_currency, language="en"
        )
    try:
        png.write_bytes(picture)
    except OSError as error:
        raise CommandError(
            f"{png} cannot be written: {error.strerror}.", "Choose another file with --png."
        ) from None
    click.echo(f"Drawn: {png}", err=True)


def _day(given: str | None, today: dt.date) -> dt.date:
    words = {None: today, "today": today, "yesterday": today - dt.timedelta(days=1)}
    if given in words:
        return words[given]
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError:
        raise CommandError(
            f"{given!r} is no date.",
            "Write it like 2026-11-20, or say today or yesterday.",
            exit_code=WRONG_INPUT,
        ) from None
