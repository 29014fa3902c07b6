"""tilly export: gives the books to another program."""

import sys
from pathlib import Path

import click

from bot.command_line.console import WRONG_INPUT, CommandError, ask_books, examples, working


@click.command(
    epilog=examples(
        "tilly export beancount -o books.beancount",
        "tilly export csv > books.csv",
    )
)
@click.argument("format_name", metavar="FORMAT")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of the terminal.",
)
def export(format_name: str, output: Path | None) -> None:
    """Write every entry as FORMAT: beancount, hledger or csv."""
    from services.export_books import UnknownFormatError, export_books
    from services.ports import Books

    target = output.with_name(output.name + ".partial") if output is not None else None

    def write(books: Books) -> None:
        pieces = export_books(books, format_name)
        if target is None:
            sys.stdout.writelines(pieces)
            return
        with target.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)

    try:
        with working("Writing the books"):
            ask_books(write)
    except UnknownFormatError as error:
        raise CommandError(f"{error}.", "Name one of these.", exit_code=WRONG_INPUT) from None
    except OSError as error:
        raise CommandError(
            f"{output} cannot be written: {error.strerror}.", "Choose another file with -o."
        ) from None
    if target is not None and output is not None:
        target.replace(output)
        click.echo(f"Written: {output}", err=True)
