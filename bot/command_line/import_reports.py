"""Reports of orders, payments and payouts, from the command line."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from bot.command_line.console import WRONG_INPUT, CommandError, ask_books, change_books
from bot.statement_files import read_known_report
from ledger.documents import Document
from reconciliation.terms import read_terms
from services.exceptions.match_books import match_books
from services.intake.report_types import KnownTables, ReportRead
from services.intake.take_report import ReportTaken, known_tables, take_report
from services.matching.matcher import Matcher
from services.messages import Cause
from services.ports import Books
from sources.bank_files.errors import UnreadableFileError
from sources.reports.mapping import MappingError, mapping_of_json

ACTOR = "system:command_line"
_NO_BOOKS = KnownTables({}, {}, "Europe/Kyiv", "UAH")


def keep_mapping(file: Path, *, dry_run: bool) -> Mapping[str, object]:
    """Read a mapping and keep it in the books, but for a dry run."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        mapping = mapping_of_json(told)
    except (OSError, ValueError, MappingError) as error:
        raise CommandError(
            f"{file.name} is no mapping: {error}.",
            "docs/statements.md shows how one is written.",
            exit_code=WRONG_INPUT,
        ) from None
    if not dry_run:
        cause = Cause(ACTOR, None, dt.datetime.now(dt.UTC))
        change_books(lambda books: books.report_mappings.put(mapping.name, told, cause))
    return dict(told)


def match_now() -> None:
    """Match what came with what the books have."""
    cause = Cause(ACTOR, None, dt.datetime.now(dt.UTC))
    change_books(lambda books: match_books(books, Matcher(read_terms), cause))


def report_lines(
    file: Path, own: Mapping[str, object] | None, *, dry_run: bool, as_json: bool
) -> list[str] | None:
    """Import or show a report; None when the file is none, or can't be read as one."""
    content = file.read_bytes()
    known = _NO_BOOKS if dry_run else ask_books(_known)
    if known is None:
        return None
    if own is not None:
        known = KnownTables(known.shapes, {str(own["name"]): own}, known.zone, known.currency)
    try:
        read = read_known_report(BytesIO(content), known)
    except UnreadableFileError:
        return None  # the reader of statements says why
    if read is None:
        return None
    if dry_run:
        return list(_shown(file, read, as_json=as_json))
    cause = Cause(ACTOR, None, dt.datetime.now(dt.UTC))

    def put(books: Books) -> ReportTaken:
        books.bank_files.keep(content, cause.at)
        return take_report(books, read, cause)

    return [_imported(file, change_books(put), as_json=as_json)]


def _known(books: Books) -> KnownTables | None:
    return None if books.shop.get() is None else known_tables(books)


def _shown(file: Path, read: ReportRead, *, as_json: bool) -> Iterator[str]:
    if not as_json:
        yield f"{file.name}: report {read.name!r}, {len(read.tellings)} documents"
    for each in read.tellings:
        if as_json:
            told = {"file": file.name, "report": read.name, **_told(each.document)}
            yield json.dumps(told, ensure_ascii=False)
        else:
            document = each.document
            yield f"  {document.happened_at:%Y-%m-%d %H:%M}  {document.key}  {document.money}"
    for row in read.spoiled:
        if as_json:
            spoiled = {"row": row.position, "spoiled": row.reason}
            yield json.dumps({"file": file.name, **spoiled}, ensure_ascii=False)
        else:
            yield f"  row {row.position} can't be read: {row.reason}"


def _told(document: Document) -> dict[str, object]:
    return {
        "key": document.key,
        "kind": document.kind,
        "number": document.number,
        "amount": f"{document.money.to_decimal():f}",
        "currency": document.money.currency,
        "fee": None if document.fee is None else f"{document.fee.to_decimal():f}",
        "happened_at": document.happened_at.isoformat(),
        "stage": document.stage,
        "references": {each.kind.value: each.value for each in document.references},
    }


def _imported(file: Path, done: ReportTaken, *, as_json: bool) -> str:
    taken = done.brought.taken
    counts = {
        "new": len(taken.new),
        "changed": len(taken.touched) - len(taken.new),
        "known": taken.known,
        "late": len(taken.late),
        "spoiled": len(done.spoiled),
        "posted": len(done.brought.posted),
    }
    if as_json:
        return json.dumps({"file": file.name, "report": done.name, **counts}, ensure_ascii=False)
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{file.name}: report {done.name!r}: {told or 'nothing in it'}"
