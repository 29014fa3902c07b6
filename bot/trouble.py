"""Says where something failed without repeating what a person wrote."""

import traceback
from pathlib import PurePath


def where_of(error: BaseException) -> str:
    """Name the lines that an exception went through, the innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " > ".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)
