"""tilly import: puts statements and reports into the books, or shows what is read of them."""

import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bot.command_line.console import WRONG_INPUT, CommandError, examples, working

if TYPE_CHECKING:
    from bot.statement_files import Read
    from services.bank.bank_types import FileImported, NothingToImport, ReadStatement, WhichAccount
    from services.filing.clerk import Clerk
    from services.ports import Books
    from sources.bank_files.errors import UnreadableFileError
    from sources.bank_files.tables.shape import TableShape

ACTOR = "system:command_line"
_ADVICE = {
    "empty": ("there is nothing in it", "Download it from the bank once more."),
    "unknown": (
        "its kind is not known here",
        "Export the statement as CAMT, MT940, OFX, 1C, CSV or XLSX.",
    ),
    "encoding": ("its letters are garbled", "Export it once more, as UTF-8 if the bank asks."),
    "truncated": ("it ends in the middle", "Download it from the bank once more."),
    "damaged": ("it is damaged", "Download it from the bank once more."),
    "locked": ("it needs a password", "Save it without one and try again."),
    "too-large": ("it is too large", "Export fewer days at a time."),
    "bomb": ("it unpacks into far more than it should", "Leave it alone, or ask who made it."),
    "no-statement": ("it holds no bank statement", "Choose the file of the account's movements."),
    "columns": (
        "its columns can be read in more than one way",
        "Say which is right with --answer, or export another format: CAMT, MT940, OFX.",
    ),
}


class _Answer(click.ParamType[tuple[str, str]]):
    """What a person says of a table: a question's name and the option."""

    name = "question=option"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Take it apart."""
        name, mark, option = str(value).partition("=")
        if not mark or not name or not option:
            self.fail(f"{value!r} is no answer; they look like day_order=dmy", param, ctx)
        return name, option


@click.command(
    "import",
    epilog=examples(
        "tilly import statement.csv",
        "tilly import january.xlsx february.zip --account 2",
        "tilly import statement.csv --answer day_order=dmy",
        "tilly import payments.csv --mapping easycard.json",
        "tilly import statement.xml --dry-run --json",
    ),
)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--dry-run", is_flag=True, help="Only show what is read; no books are needed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a statement.")
@click.option("--account", type=int, metavar="N", help="Whose it is, where a file doesn't say.")
@click.option(
    "--answer",
    "answers",
    type=_Answer(),
    multiple=True,
    help="Say what is open in a table: day_order=dmy.",
)
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Keep this JSON as what the columns of such reports mean.",
)
def import_files(
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    as_json: bool,
    account: int | None,
    answers: tuple[tuple[str, str], ...],
    mapping: Path | None,
) -> None:
    """Put the statements in each FILE into the books: CAMT, MT940, OFX, 1C, CSV, XLSX, zipped.

    Reports of orders, payments and payouts, as CSV or XLSX, are known by their columns' titles.
    What the books know already is known again, however files overlap.
    """
    from bot.command_line.import_reports import keep_mapping, match_now, report_lines
    from bot.wiring import new_clerk

    said = dict(answers)
    refused = 0
    clerk = None if dry_run else new_clerk()
    own = None if mapping is None else keep_mapping(mapping, dry_run=dry_run)
    for file in files:
        if _is_too_large(file, as_json=as_json):
            refused += 1
            continue
        with working(f"Reading {file.name}"), _printed_apart():
            told = report_lines(file, own, dry_run=dry_run, as_json=as_json)
        if told is not None:
            click.echo("\n".join(told))
            continue
        with working(f"Reading {file.name}"):
            done = _one(file, said, account, clerk, as_json=as_json)
        refused += not done
    if not dry_run and refused < len(files):
        with working("Matching"):
            match_now()
    if refused:
        raise click.exceptions.Exit(1)


def _one(
    file: Path,
    said: Mapping[str, str],
    account: int | None,
    clerk: "Clerk | None",
    *,
    as_json: bool,
) -> bool:
    """Import one file, or show it where there is no clerk; say whether it could be."""
    from bot.statement_files import read_file
    from sources.bank_files.errors import UnreadableFileError

    try:
        content = file.read_bytes()
        known = {} if clerk is None else _known_shapes()
        with _printed_apart():
            read = read_file(BytesIO(content), said, known, may_guess=clerk is None)
    except OSError as error:
        raise CommandError(
            f"{file} cannot be read: {error.strerror}.", "Check that it is there and yours."
        ) from None
    except UnreadableFileError as error:
        _refuse(file, error, as_json=as_json)
        return False
    if clerk is None:
        lines = _shown(file, read, as_json=as_json)
    else:
        lines = _imported(file, content, read, account, clerk, as_json=as_json)
    for line in lines:
        click.echo(line)
    return True


def _is_too_large(file: Path, *, as_json: bool) -> bool:
    """Refuse what no statement is as large as, before it is read into memory."""
    from sources.bank_files.errors import Unreadable, UnreadableFileError
    from sources.bank_files.registry import BYTES_MAX

    size = file.stat().st_size
    if size <= BYTES_MAX:
        return False
    _refuse(file, UnreadableFileError(Unreadable.TOO_LARGE, f"{size} bytes"), as_json=as_json)
    return True


def _printed_apart() -> "redirect_stdout[TextIO]":
    """Keep out of the output what a library prints of a broken workbook: JSON may be read on."""
    return redirect_stdout(sys.stderr)


def _known_shapes() -> "dict[str, TableShape]":
    """Give the shapes of tables that the shop has taught."""
    from bot.command_line.console import ask_books
    from sources.bank_files.tables.shape import shape_of_json

    told = ask_books(lambda books: books.bank_shapes.all())
    return {name: shape_of_json(each) for name, each in told.items()}


def _refuse(file: Path, error: "UnreadableFileError", *, as_json: bool) -> None:
    reason = error.reason.value
    if as_json:
        refused = {"reason": reason, "detail": error.detail}
        click.echo(json.dumps({"file": file.name, "refused": refused}, ensure_ascii=False))
        return
    what, advice = _ADVICE[reason]
    detail = f" ({error.detail})" if reason == "columns" else ""
    click.secho(f"{file.name} is not imported: {what}{detail}.", fg="red", err=True)
    click.echo(advice, err=True)


def _shown(file: Path, read: "Read", *, as_json: bool) -> Iterator[str]:
    from bot.command_line.statement_json import statement_text, statement_to_json

    for each in read.statements:
        if as_json:
            told = {"file": file.name, **statement_to_json(each)}
            if read.questions:
                told["open"] = [
                    {"question": asked.name, "options": list(asked.options)}
                    for asked in read.questions
                ]
            yield json.dumps(told, ensure_ascii=False)
        else:
            yield statement_text(file.name, each)


def _imported(
    file: Path,
    content: bytes,
    read: "Read",
    account: int | None,
    clerk: "Clerk",
    *,
    as_json: bool,
) -> Iterator[str]:
    from bot.command_line.console import change_books
    from bot.command_line.statement_json import imported_text, imported_to_json
    from jobs.teach_clerk import teach_clerk
    from services.bank.bank_types import FileImported
    from services.bank.import_statement import import_statements
    from services.bank.whose_statement import Chosen
    from services.intake.take_bank_file import take_lines
    from services.messages import Cause

    cause = Cause(ACTOR, None, dt.datetime.now(dt.UTC))

    def put(books: "Books") -> "FileImported | WhichAccount | NothingToImport":
        _check(books, account)
        digest = books.bank_files.keep(content, cause.at)
        chosen = None if account is None else Chosen(account)
        outcome = import_statements(books, read.statements, cause, file=digest, chosen=chosen)
        if not isinstance(outcome, FileImported):
            raise _unclear(file, outcome)
        take_lines(books, clerk, outcome.statements, cause)
        for shape in read.learned:
            books.bank_shapes.put(shape.fingerprint, shape.to_json(), cause)
        return outcome

    outcome = change_books(put, first=lambda database: teach_clerk(database, clerk))
    for each in outcome.statements if isinstance(outcome, FileImported) else ():
        told = imported_to_json(each)
        yield (
            json.dumps({"file": file.name, **told}, ensure_ascii=False)
            if as_json
            else imported_text(file.name, each)
        )


def _check(books: "Books", account: int | None) -> None:
    """Refuse books that can't take a statement, and an account that there is none of."""
    if books.shop.get() is None:
        raise CommandError(
            "The shop is not set up yet, so there are no books for a statement.",
            "Set it up in the chat with the bot, or only look: tilly import FILE --dry-run",
        )
    known = {each.id: each for each in books.banks.accounts()}
    if account is not None and account not in known:
        there = ", ".join(f"{each.id} ({each.number})" for each in known.values()) or "none yet"
        raise CommandError(
            f"There is no bank account {account}.",
            f"There are: {there}.",
            exit_code=WRONG_INPUT,
        )


def _lack(statement: "ReadStatement") -> str:
    """Say why nobody can tell whose statement it is."""
    number = statement.head.account
    if number is None:
        return "it doesn't say whose account it is of"
    if statement.currency is None:
        return f"it names account {number} and no currency"
    return f"account {number} may be one of several"


def _unclear(file: Path, outcome: "WhichAccount | NothingToImport") -> CommandError:
    from services.bank.bank_types import NothingToImport

    if isinstance(outcome, NothingToImport):
        return CommandError(f"{file.name} is not imported: {_ADVICE['no-statement'][0]}.")
    accounts = "; ".join(
        f"--account {each.id} is {each.number} in {each.currency}" for each in outcome.accounts
    )
    return CommandError(
        f"{file.name} is not imported: {_lack(outcome.statement)}.",
        f"Say whose it is: {accounts}." if accounts else "Import a file that says it first.",
    )
