"""Files that people and bots sent: kept by id, served back, measured where they are pictures."""

import hashlib
import itertools
import struct
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from sandbox.errors import BadRequestError
from sandbox.world import JsonObject

DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024
UPLOAD_BYTES_MAX = 50 * 1024 * 1024
PHOTO_BYTES_MAX = 10 * 1024 * 1024
KEPT_BYTES_MAX = 256 * 1024 * 1024
"""The oldest files are forgotten past this."""

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ENDINGS = {"photo": ".jpg", "voice": ".oga"}
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"


@dataclass(frozen=True, slots=True)
class File:
    """One file."""

    id: str
    unique_id: str
    name: str
    type: str
    data: bytes
    kind: str
    """"photo", "document", "voice", "audio"."""
    path: str
    """Under which a bot downloads it; no character of it needs escaping in an address."""
    seconds: int | None = None
    """How long it plays, if the person's app told it."""


class Files:
    """All files."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, File] = OrderedDict()
        self._paths: dict[str, File] = {}
        self._numbers = itertools.count(1)
        self._bytes = 0

    def keep(
        self, data: bytes, *, kind: str, name: str, type_: str, seconds: int | None = None
    ) -> File:
        """Keep a file.

        Raises:
            BadRequestError: it is empty, or a photo of no known kind or size.
        """
        if not data:
            raise BadRequestError("file must be non-empty")
        if kind == "photo":
            if len(data) > PHOTO_BYTES_MAX:
                raise BadRequestError("file is too big")
            if picture_size(data) is None:
                raise BadRequestError("IMAGE_PROCESS_FAILED")
        digest = hashlib.sha256(data).hexdigest()
        number = next(self._numbers)
        file = File(
            id=f"F{kind[:2]}{number}-{digest[:16]}",
            unique_id=digest[:16],
            name=name,
            type=type_,
            data=data,
            kind=kind,
            path=f"{kind}s/file_{number}{_ending(kind, name)}",
            seconds=seconds,
        )
        self._files[file.id] = self._paths[file.path] = file
        self._bytes += len(data)
        while self._bytes > KEPT_BYTES_MAX and len(self._files) > 1:
            _, oldest = self._files.popitem(last=False)
            del self._paths[oldest.path]
            self._bytes -= len(oldest.data)
        return file

    def at(self, path: str) -> File | None:
        """Give the file that is downloaded under a path."""
        return self._paths.get(path)

    def find(self, file_id: str) -> File:
        """Give a file.

        Raises:
            BadRequestError: no file has this id.
        """
        try:
            return self._files[file_id]
        except KeyError:
            raise BadRequestError("wrong file_id or the file is temporarily unavailable") from None


def _ending(kind: str, name: str) -> str:
    if kind in _ENDINGS:
        return _ENDINGS[kind]
    ending = Path(name).suffix
    return ending if ending[1:].isascii() and ending[1:].isalnum() else ""


def attached(file: File) -> JsonObject:
    """Show a file as it stands in a message, under the field of its kind."""
    shown: JsonObject = {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }
    if file.kind == "photo":
        return {"photo": _photo_sizes(file, shown)}
    if file.kind in {"voice", "audio"}:
        guessed = max(1, len(file.data) // 4_000)
        told = guessed if file.seconds is None else file.seconds
        shown |= {"duration": told, "mime_type": file.type}
    else:
        shown |= {"file_name": file.name, "mime_type": file.type}
    return {file.kind: shown}


def _photo_sizes(file: File, shown: JsonObject) -> list[JsonObject]:
    width, height = picture_size(file.data) or (1, 1)
    longest = max(width, height)
    sizes = []
    for side in (90, 320, 800, 1_280):
        if side >= longest:
            break
        sizes.append(
            shown
            | {
                "width": max(1, width * side // longest),
                "height": max(1, height * side // longest),
            }
        )
    return [*sizes, shown | {"width": width, "height": height}]


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Read width and height out of a PNG's or JPEG's header."""
    if data.startswith(_PNG) and len(data) >= 24:  # noqa: PLR2004 - the header's length
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data.startswith(_JPEG):
        return _jpeg_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:  # noqa: PLR2004 - JPEG's marker
        marker = data[place + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return int(width), int(height)
        place += 2 + int(struct.unpack(">H", data[place + 2 : place + 4])[0])
    return None
