"""A workbook as Excel 97 wrote it: sheets of texts, numbers and days in a compound file."""

import datetime as dt
import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_EPOCH = dt.date(1899, 12, 30)
_PLAIN, _DAY = 0, 14
"""Numbers of Excel's own formats."""


def old_workbook(*rows: tuple[str | float | dt.date, ...]) -> bytes:
    """Write a workbook with one sheet; empty texts are no cells."""
    return compound(stream_of(rows))


def stream_of(rows: tuple[tuple[str | float | dt.date, ...], ...]) -> bytes:
    """Write the stream of records that a workbook is, without the compound file around it."""
    name = b"\x05\0Sheet"
    styles = b"".join(_record(0xE0, struct.pack("<HH16x", 0, each)) for each in (_PLAIN, _DAY))
    before = _begin(5) + _record(0x42, struct.pack("<H", 1_200)) + styles
    at = len(before) + 4 + 6 + len(name) + 4
    sheets = _record(0x85, struct.pack("<IH", at, 0) + name)
    cells = b"".join(
        _cell(row, column, value)
        for row, each in enumerate(rows)
        for column, value in enumerate(each)
        if value != ""
    )
    return before + sheets + _record(0x0A) + _begin(0x10) + cells + _record(0x0A)


def compound(stream: bytes) -> bytes:
    """Put a stream into a compound file: the table of its sectors, the directory, the rest."""
    stream = stream.ljust(4_096, b"\0")
    count = -(-len(stream) // _SECTOR)
    chain = [_FAT, _END, *range(3, count + 2), _END]
    chain += [_FREE] * (_SECTOR // 4 - len(chain))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4_096, _END, 0, _END, 0),
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return (
        header
        + struct.pack(f"<{len(chain)}I", *chain)
        + directory.ljust(_SECTOR, b"\0")
        + stream.ljust(count * _SECTOR, b"\0")
    )


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0xDBB, 1_996, 0, 0x600))


def _cell(row: int, column: int, value: str | float | dt.date) -> bytes:
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)
    if isinstance(value, dt.date):
        return _record(0x203, struct.pack("<HHHd", row, column, 1, (value - _EPOCH).days))
    return _record(0x203, struct.pack("<HHHd", row, column, 0, value))


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIII",
        *(spelled, len(spelled), kind, 1, _FREE, _FREE, child, start, size, 0),
    )
