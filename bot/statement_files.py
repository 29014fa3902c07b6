"""Bank files as statements: read by what is known of tables, and by what a person says of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from services.bank.bank_types import FileRead, ReadStatement, TableAsked, gather
from services.intake.report_types import KnownTables, ReportRead
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.registry import read_parts
from sources.bank_files.tables.shape import (
    Question,
    TableShape,
    UnclearTableError,
    shape_of_json,
)
from sources.reports.mapping import mapping_of_json
from sources.reports.reader import read_report

_TABLES_MAX = 50
"""Tables in a file, each of which may be unclear in its own way."""
SAMPLE_ROWS = 3


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file."""

    statements: tuple[ReadStatement, ...]
    questions: tuple[Question, ...]
    """What is open: its likeliest reading was taken."""
    learned: tuple[TableShape, ...] = ()
    """Shapes that somebody's answers completed."""


def read_file(
    file: BinaryIO,
    said: Mapping[str, str],
    known: Mapping[str, TableShape],
    *,
    may_guess: bool = False,
) -> Read:
    """Read a file by what a person has said of it.

    Args:
        file: the file.
        said: the options that were chosen, by the questions' names.
        known: shapes of tables by their fingerprints.
        may_guess: take the likeliest reading where something is open still.

    Raises:
        UnreadableFileError: it can't be read, or not in one way only.
    """
    shapes = dict(known)
    learned: dict[str, TableShape] = {}
    questions: dict[str, Question] = {}
    for _ in range(_TABLES_MAX):
        file.seek(0)
        try:
            statements = tuple(gather(read_parts(file, shapes.get)))
        except UnclearTableError as error:
            shape = _answered(error, said)
            opened = [each for each in error.guess.questions if each.name not in said]
            if opened and not may_guess:
                raise
            if not opened:
                learned[shape.fingerprint] = shape
            questions |= {each.name: each for each in opened}
            shapes[shape.fingerprint] = shape
        else:
            return Read(statements, tuple(questions.values()), tuple(learned.values()))
    raise UnreadableFileError(Unreadable.COLUMNS, "too many tables")


def read_dropped(
    content: bytes, said: Mapping[str, str], known: KnownTables
) -> FileRead | TableAsked | ReportRead:
    """Read a file that came by chat; what is open of a table is to be asked, one thing at a time.

    Raises:
        UnreadableFileError: it can't be read.
    """
    report = read_known_report(BytesIO(content), known)
    if report is not None:
        return report
    shapes = {name: shape_of_json(told) for name, told in known.shapes.items()}
    try:
        read = read_file(BytesIO(content), said, shapes)
    except UnclearTableError as error:
        guess = error.guess
        question = next((each for each in guess.questions if each.name not in said), None)
        if question is None:
            raise
        return TableAsked(
            guess.shape.header, guess.sample[:SAMPLE_ROWS], question.name, question.options
        )
    learned = {each.fingerprint: each.to_json() for each in read.learned}
    return FileRead(read.statements, learned)


def read_known_report(file: BinaryIO, known: KnownTables) -> ReportRead | None:
    """Read a report of orders, payments or payouts; None when the file is no such one.

    Raises:
        UnreadableFileError: it is one, and can't be read.
    """
    own = [mapping_of_json(told) for told in known.reports.values()]
    return read_report(file, own, zone=known.zone, currency=known.currency)


def _answered(error: UnclearTableError, said: Mapping[str, str]) -> TableShape:
    shape = error.guess.shape
    for question in error.guess.questions:
        if question.name in said:
            try:
                shape = shape.answered(question.name, said[question.name])
            except ValueError:
                raise error from None
    return shape
