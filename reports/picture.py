"""PNG files written quickly, for pictures of few colours."""

import struct
import zlib
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_COMPRESSION: Final = 1
"""The quickest: a chart is mostly one colour and packs well all the same."""
_PALETTE_MAX: Final = 256
_TRUE_COLOUR: Final = 2
_INDEXED_COLOUR: Final = 3
_CODES: Final = 1 << 15


def encode_png(pixels: memoryview, *, exact_colours: Iterable[str]) -> bytes:
    """Write rows of opaque RGBA pixels as a PNG, with a palette where the colours fit one.

    Args:
        pixels: height by width by four bytes.
        exact_colours: the colours, as "#RRGGBB", that areas are filled with; the blends at
            the edges of letters may change by a shade too small to see.
    """
    image = np.asarray(pixels)
    height, width = image.shape[:2]
    codes = _codes(image)
    is_used = np.zeros(_CODES, np.bool_)
    is_used[codes] = True
    used = np.flatnonzero(is_used)
    if len(used) > _PALETTE_MAX:
        return _file(width, height, b"", image[:, :, :3].reshape(height, width * 3))
    numbers = np.zeros(_CODES, np.uint8)
    numbers[used] = np.arange(len(used))
    return _file(width, height, _palette(used, exact_colours), numbers[codes])


def _codes(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Number each pixel by the upper five bits of its red, green and blue."""
    pixels: npt.NDArray[np.uint32] = image.view("<u4")[:, :, 0]
    codes = pixels >> 3
    codes &= 0x001F
    shifted = pixels >> 6
    shifted &= 0x03E0
    codes |= shifted
    np.right_shift(pixels, 9, out=shifted)
    shifted &= 0x7C00
    codes |= shifted
    return codes.astype(np.intp)


def _palette(used: npt.NDArray[np.intp], exact_colours: Iterable[str]) -> bytes:
    """Give each code its colour: the exact one where one is known, else the middle of it."""
    five_bits = np.stack((used & 31, used >> 5 & 31, used >> 10), axis=1)
    colours = (five_bits << 3 | five_bits >> 2).astype(np.uint8)
    exact = {int(_codes(pixel)[0, 0]): pixel for pixel in map(_pixel, exact_colours)}
    for place, code in enumerate(used.tolist()):
        if code in exact:
            colours[place] = exact[code][0, 0, :3]
    return colours.tobytes()


def _pixel(colour: str) -> npt.NDArray[np.uint8]:
    """Read "#RRGGBB" as a picture of one opaque pixel."""
    channels = bytes.fromhex(colour.removeprefix("#")) + b"\xff"
    return np.frombuffer(channels, np.uint8).reshape(1, 1, 4)


def _file(width: int, height: int, palette: bytes, body: npt.NDArray[np.uint8]) -> bytes:
    rows = np.zeros((height, body.shape[1] + 1), np.uint8)
    rows[:, 1:] = body  # The byte before each row says that it is not filtered.
    colour_type = _INDEXED_COLOUR if palette else _TRUE_COLOUR
    header = struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", palette) if palette else b"",
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), _COMPRESSION)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
