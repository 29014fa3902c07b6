"""What people do in a dialogue, one step at a time."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types a message: the same in each language."""

    who: str
    en: str
    uk: str
    ru: str
    is_edit: bool = False
    """Whether it changes what that person typed last."""


@dataclass(frozen=True, slots=True)
class Sends:
    """Somebody sends a photo, with words under it or in reply to what was said last."""

    who: str
    en: str = ""
    uk: str = ""
    ru: str = ""
    is_reply: bool = False
    """Whether it replies to the last card that this person sees."""


@dataclass(frozen=True, slots=True)
class Opens:
    """Somebody new comes in: by the link that was shown last, or by the first run's code."""

    who: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Somebody taps a button: its words by their id in the locale files, or as they stand.

    The name of a part on stage stands for that person's name; a part of a label will do, so
    that "…" may stand for an argument at its end.
    """

    who: str
    label: str
    arguments: dict[str, str] = field(default_factory=dict)
    is_too_old: bool = False
    """Whether the button is so old that nobody knows any more what it meant."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Time passes."""

    by: dt.timedelta


@dataclass(frozen=True, slots=True)
class Runs:
    """The clock calls a job, by the name that it has on stage."""

    job: str


Step = Types | Sends | Opens | Taps | Waits | Runs


@dataclass(frozen=True, slots=True)
class Scene:
    """A dialogue from its beginning to its end, in a shop of its own."""

    title: str
    about: str
    steps: tuple[Step, ...]
    is_new: bool = False
    """Whether the shop has nobody yet."""


def says(who: str, text: str) -> Types:
    """Have somebody type what is the same in each language: a command, a figure."""
    return Types(who, en=text, uk=text, ru=text)
