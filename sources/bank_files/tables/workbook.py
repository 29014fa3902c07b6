"""Workbooks of Excel, new and old: how they are known, and the door to their sheets.

What reads them is heavy (12 MB): only a file that is one loads it.
"""

from collections.abc import Iterator
from typing import BinaryIO

from sources.bank_files.tables.table import SheetTable

WORKBOOK_PART = "xl/workbook.xml"
"""What every new workbook holds; it is a ZIP."""
_OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an old workbook, or an encrypted new one."""


def recognises_old_workbook(head: bytes) -> bool:
    """Tell by the mark of compound files."""
    return head.startswith(_OLD_MARK)


def open_workbook(file: BinaryIO) -> Iterator[SheetTable]:
    """Read the visible sheets of a workbook, one after the other.

    Raises:
        UnreadableFileError: it is damaged, needs a password, or is too large.
    """
    from sources.bank_files.tables.workbook_sheets import sheets  # noqa: PLC0415 - heavy

    return sheets(file)


def open_old_workbook(file: BinaryIO) -> Iterator[SheetTable]:
    """Read the visible sheets of a workbook of Excel 97 to 2003.

    Raises:
        UnreadableFileError: as `open_workbook`; new workbooks with a password look like old ones.
    """
    from sources.bank_files.tables.workbook_sheets import old_sheets  # noqa: PLC0415 - heavy

    return old_sheets(file)
