"""What a reader tells of a file, gathered by statements."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.registry import read_parts


@dataclass
class Told:
    """A statement as it was told."""

    head: StatementHead
    lines: list[StatementLine] = field(default_factory=list)
    spoiled: list[SpoiledLine] = field(default_factory=list)
    end: StatementEnd | None = None

    @property
    def is_proved(self) -> bool:
        """Whether its lines lead from its opening balance to its closing one."""
        opening, closing = self.head.opening, self.end.closing if self.end else None
        assert opening is not None
        assert closing is not None
        total = Money(sum(each.amount.minor for each in self.lines), opening.currency)
        return opening + total == closing


def gather(parts: Iterable[StatementPart]) -> list[Told]:
    told: list[Told] = []
    for part in parts:
        match part:
            case StatementHead():
                assert not told or told[-1].end is not None
                told.append(Told(part))
            case StatementLine():
                told[-1].lines.append(part)
            case SpoiledLine():
                told[-1].spoiled.append(part)
            case StatementEnd():
                assert told[-1].end is None
                told[-1].end = part
    assert all(each.end is not None for each in told)
    return told


def read(content: str | bytes, encoding: str = "utf-8") -> list[Told]:
    """Read a file by whatever format knows it."""
    whole = content.encode(encoding) if isinstance(content, str) else content
    return gather(read_parts(io.BytesIO(whole)))


def read_one(content: str | bytes, encoding: str = "utf-8") -> Told:
    (told,) = read(content, encoding)
    return told


def read_path(path: Path) -> list[Told]:
    with path.open("rb") as file:
        return gather(read_parts(file))
