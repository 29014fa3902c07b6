"""Imports aiogram without building what is not used.

At import aiogram has pydantic build the validators of every type and method that the Bot API
knows, which takes two seconds and a hundred megabytes. Here each module is told the names that
its annotations mean instead, and pydantic builds a validator when it is first used.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import BaseModel


def import_aiogram() -> None:
    """Import aiogram's types and methods; does nothing when they are imported already."""
    if "aiogram.types" in sys.modules:
        return
    with _building_nothing():
        import aiogram.types  # noqa: PLC0415 - it must be imported in here
    # While the types' names are unknown, pydantic puts off the methods by itself.
    import aiogram.methods  # noqa: PLC0415 - the import is what this is for

    names = {name: getattr(aiogram.types, name) for name in aiogram.types.__all__}
    modules = {each.__module__ for each in names.values() if isinstance(each, type)}
    for module in modules:
        known = vars(sys.modules[module])
        known.update({name: found for name, found in names.items() if name not in known})


@contextmanager
def _building_nothing() -> Iterator[None]:
    """Let pydantic ignore for a while that it is told to build."""
    builds = vars(BaseModel)["model_rebuild"]
    setattr(BaseModel, "model_rebuild", classmethod(_put_off))  # noqa: B010 - mypy sees a method
    try:
        yield
    finally:
        setattr(BaseModel, "model_rebuild", builds)  # noqa: B010 - the same


def _put_off(_model: type[BaseModel], /, **_options: object) -> None:
    """Build nothing now."""
