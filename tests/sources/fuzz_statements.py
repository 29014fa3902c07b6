"""Break files of all formats at random, and see that each is read or refused.

    python -m tests.sources.fuzz_statements [COUNT] [--seed S] [--only FORMAT …] [--keep FOLDER]

COUNT files of each format are made from small ones. Of each is held: nothing is raised but
UnreadableFileError, it takes two seconds of the processor at most, statements have their heads
and ends in order, their proof of balances agrees with a sum of its own, identifiers identify, all
texts can be kept, and reading it again tells the same. Over all of them memory may not grow.
What fails is kept in FOLDER under its reason. A seed makes the same files again.
"""

import argparse
import gc
import hashlib
import io
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import FrameType

from ledger.currencies import DECIMALS, WITHDRAWN
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from services.bank.bank_types import ReadStatement, gather
from sources.bank_files.errors import UnreadableFileError
from sources.bank_files.registry import read_parts
from tests.sources.fuzz_mutations import broken
from tests.sources.fuzz_seeds import SEEDS

SECONDS_MAX = 2.0
_HANG = 20.0
_GROWTH_MAX = 40 << 20
_PEAK_MAX = 160 << 20
_LOOK_EVERY = 2_000
_AGAIN_EVERY = 16
_MONEY_MAX = Decimal(10) ** 13
"""More than money can be in any currency."""
_PAGE = resource.getpagesize()


class _Hangs(BaseException):
    """Reading was stopped; no reader takes this for an error of its own."""


@dataclass(slots=True)
class Tally:
    """What came of a format's files."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    failed: dict[str, int] = field(default_factory=dict)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=sorted(SEEDS), default=sorted(SEEDS))
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGVTALRM, _stop)
    failed = 0
    for name in asked.only:
        began = time.process_time()
        tally, grown = _fuzz(name, asked.count, asked.seed, asked.keep)
        failed += sum(tally.failed.values())
        print(  # noqa: T201 - it tells whoever started it
            f"{name}: {asked.count:,} files, {tally.read:,} read, {tally.refused:,} refused, "
            f"{sum(tally.failed.values()):,} failed; slowest {tally.slowest:.2f} s, "
            f"memory {grown / (1 << 20):+.0f} MB, {time.process_time() - began:.0f} s",
            flush=True,
        )
        for reason, times in tally.failed.items():
            print(f"    {times:,} × {reason}", flush=True)  # noqa: T201 - the same
    return 1 if failed else 0


def _fuzz(name: str, count: int, seed: int, keep: Path) -> tuple[Tally, int]:
    """Make and read a format's files; give what came of them, and by how much memory grew."""
    tally, warm, peak = Tally(), 0, 0
    for number, content in enumerate(made(name, count, seed)):
        reason = _judge(content, tally, again=not number % _AGAIN_EVERY)
        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        if peak and highest > peak + _PEAK_MAX:
            reason = reason or f"took {(highest - peak) >> 20} MB of memory"
        peak = highest
        if reason is not None:
            _keep(keep, name, reason, content, tally)
        if number % _LOOK_EVERY == 0 and number <= max(count // 4, _LOOK_EVERY):
            warm = _held()
    grown = _held() - warm
    if grown > _GROWTH_MAX:
        tally.failed[f"memory grew by {grown >> 20} MB"] = 1
    return tally, grown


def made(name: str, count: int, seed: int) -> Iterator[bytes]:
    """Make broken files of a format, the same ones for the same seed."""
    for number in range(count):
        chance = random.Random(f"{seed}/{name}/{number}")
        origin = chance.choice(SEEDS[name])
        yield origin.pack(broken(chance, origin.content))


def _judge(content: bytes, tally: Tally, *, again: bool) -> str | None:
    """Say what is wrong with how a file is read; None where nothing is."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, _HANG)
    try:
        parts, reason, is_whole = told_of(content)
        if again and reason is None and told_of(content)[0] != parts:
            reason = "told otherwise the second time"
    except _Hangs:
        return f"over {_HANG} s in {_place_of(sys.exc_info()[1])}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    spent = (time.process_time() - began) / (2 if again else 1)
    tally.slowest = max(tally.slowest, spent)
    tally.read, tally.refused = tally.read + is_whole, tally.refused + (not is_whole)
    if reason is None and spent > SECONDS_MAX:
        return f"over {SECONDS_MAX} s"
    return reason or next(faults(parts, is_whole=is_whole), None)


def told_of(content: bytes) -> tuple[list[StatementPart], str | None, bool]:
    """Read a file: what it told, what was raised that may not be, whether it was read whole."""
    parts: list[StatementPart] = []
    try:
        parts.extend(read_parts(io.BytesIO(content)))
    except UnreadableFileError:
        return parts, None, False
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return parts, f"{type(error).__name__} in {_place_of(error)}", False
    return parts, None, True


def faults(parts: Sequence[StatementPart], *, is_whole: bool) -> Iterator[str]:
    """Name what is wrong in what was told."""
    yield from _out_of_order(parts, is_whole=is_whole)
    for part in parts:
        yield from _not_keepable(part)
    for statement in gather(parts):
        yield from _not_proved(statement)
        ids = [each.external_id for each in statement.lines if each.external_id is not None]
        if len(ids) != len(set(ids)):
            yield "one identifier for two lines"
        currency = statement.head.currency
        if currency is not None and currency not in DECIMALS and currency not in WITHDRAWN:
            yield "a currency that is none"


def _out_of_order(parts: Sequence[StatementPart], *, is_whole: bool) -> Iterator[str]:
    is_open = False
    for part in parts:
        if isinstance(part, StatementHead) == is_open:
            yield f"{type(part).__name__} where there should be none"
        is_open = not isinstance(part, StatementEnd)
    if is_whole and (is_open or not parts):
        yield "no end"


def _not_proved(statement: ReadStatement) -> Iterator[str]:
    """Add up in decimals what the statement says it differs by in minor units."""
    opening, closing = statement.head.opening, statement.end.closing
    said = statement.difference
    if opening is None or closing is None or opening.currency != closing.currency:
        if said is not None:
            yield "a proof without balances"
        return
    moved = [
        each.amount.to_decimal()
        for each in statement.lines
        if not each.is_pending and each.amount.currency == closing.currency
    ]
    left = closing.to_decimal() - opening.to_decimal() - sum(moved, Decimal(0))
    is_right = said is not None and said.to_decimal() == left and said.currency == closing.currency
    if not (is_right or (said is None and abs(left) > _MONEY_MAX)):
        yield "a proof that is none"


def _not_keepable(part: StatementPart) -> Iterator[str]:
    match part:
        case StatementHead():
            texts = [part.account, part.currency, part.number, part.bank, part.owner]
        case StatementLine():
            texts = [part.purpose, part.counterparty, part.counterparty_account, part.reference]
            texts += [part.counterparty_tax_id, part.external_id, part.code]
            for each in part.parts:
                texts += [each.purpose, each.counterparty, each.counterparty_account]
                texts += [each.reference]
        case SpoiledLine():
            texts = [part.reason]
        case _:
            texts = []
    for text in texts:
        if text is not None and ("\0" in text or text != text.encode(errors="replace").decode()):
            yield f"a text of {type(part).__name__} that can't be kept"


def _held() -> int:
    """Give the memory in use after all that can be freed is."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


def _place_of(error: BaseException | None) -> str:
    """Name where something was raised, in this project's own words if it was there."""
    frames = traceback.extract_tb(None if error is None else error.__traceback__)
    own = [each for each in frames if "/sources/bank_files/" in each.filename]
    told = [*own[-1:], *frames[-1:]]
    return ", ".join(f"{Path(each.filename).name}:{each.lineno}" for each in told)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _Hangs


def _keep(folder: Path, name: str, reason: str, content: bytes, tally: Tally) -> None:
    """Keep the first few files of each reason."""
    tally.failed[reason] = tally.failed.get(reason, 0) + 1
    if tally.failed[reason] <= 3:
        digest = hashlib.sha256(content).hexdigest()[:12]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}-{digest}").write_bytes(content)
        (folder / f"{name}-{digest}.txt").write_text(f"{reason}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
