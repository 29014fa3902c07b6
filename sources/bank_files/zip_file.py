"""Statements that are packed: all files of an archive are read, each by its own format."""

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, TypeAlias, cast

from ledger.statements import StatementPart
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.workbook import WORKBOOK_PART
from sources.bank_files.xml_text import chunks, rewindable

ReadEach: TypeAlias = Callable[[BinaryIO], Iterator[StatementPart]]

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_FILES_MAX = 200
_BYTES_MAX = 1 << 28
"""What all files of an archive may unpack to."""
_RATIO_MAX = 200
_RATIO_FROM = 1 << 25
"""Below so many bytes a file may be as compressible as it likes."""
_IN_MEMORY = 1 << 23
_ENCRYPTED = 1
_NOT_MEANT = (Unreadable.UNKNOWN, Unreadable.NO_STATEMENT, Unreadable.EMPTY)
"""Why a file among others is passed over: it is a picture, a note."""


def recognises_zip(head: bytes) -> bool:
    """Tell by the mark of an archive, which new workbooks are too."""
    return head.startswith(_MARKS)


def is_workbook(file: BinaryIO) -> bool:
    """Tell a workbook from other archives.

    Raises:
        UnreadableFileError: the archive is damaged.
    """
    with _opened(file) as archive:
        return WORKBOOK_PART in archive.namelist()


def check_workbook(file: BinaryIO) -> None:
    """Unpack a workbook once, into nothing, to know that it may be.

    Raises:
        UnreadableFileError: it is damaged or unpacks into too much.
    """
    with _opened(file) as archive:
        left = _BYTES_MAX
        for part in archive.infolist():
            for piece in _unpacked(archive, part, left):
                left -= len(piece)


def read_zip(file: BinaryIO, read_each: ReadEach) -> Iterator[StatementPart]:
    """Read the statements of all files of an archive, in their order.

    Raises:
        UnreadableFileError: it is damaged, locked or a bomb; or one of its files can't be read,
            or none of them is a statement.
    """
    refused: UnreadableFileError | None = None
    has_read = False
    with _opened(rewindable(file)) as archive:
        left = _BYTES_MAX
        for part in _parts(archive):
            with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spooled:
                for piece in _unpacked(archive, part, left):
                    left -= len(piece)
                    spooled.write(piece)
                spooled.seek(0)
                try:
                    yield from read_each(cast("BinaryIO", spooled))
                    has_read = True
                except UnreadableFileError as error:
                    if error.reason not in _NOT_MEANT:
                        raise
                    refused = refused or error
    if not has_read:
        raise refused or UnreadableFileError(Unreadable.EMPTY, "an archive without files")


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    file.seek(0)
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        cut = "central directory" in str(error) or "not a zip" in str(error)
        reason = Unreadable.TRUNCATED if cut else Unreadable.DAMAGED
        raise UnreadableFileError(reason, f"archive: {error}") from error


def _parts(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    named = [each for each in archive.infolist() if each.filename]  # a damaged one may have none
    meant = [each for each in named if not each.is_dir() and not _is_hidden(each)]
    if len(meant) > _FILES_MAX:
        raise UnreadableFileError(Unreadable.BOMB, f"an archive of {len(meant)} files")
    yield from meant


def _is_hidden(part: zipfile.ZipInfo) -> bool:
    names = PurePosixPath(part.filename).parts
    return any(name.startswith((".", "__MACOSX")) for name in names)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> Iterator[bytes]:
    """Unpack a file piece by piece, whatever it says of its size."""
    if part.flag_bits & _ENCRYPTED:
        raise UnreadableFileError(Unreadable.LOCKED, "an archive with a password")
    total = 0
    try:
        with archive.open(part) as packed:
            for piece in chunks(packed):
                total += len(piece)
                is_dense = total > _RATIO_FROM and total > _RATIO_MAX * max(part.compress_size, 1)
                if total > left or is_dense:
                    raise UnreadableFileError(Unreadable.BOMB, f"{total} bytes and more")
                yield piece
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError) as error:
        raise UnreadableFileError(Unreadable.DAMAGED, f"archive: {error}") from error
    except (NotImplementedError, RuntimeError) as error:
        raise UnreadableFileError(Unreadable.LOCKED, f"archive: {error}") from error
