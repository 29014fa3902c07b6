"""What a benchmark comes to: a figure, its peer's, the bound that was set."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured line of the table."""

    what: str
    tilly: str
    peer: str
    bound: str
    holds: bool


def percentile(seconds: Sequence[float], share: float) -> float:
    """Give the time, in milliseconds, that a share of the runs stayed under."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1_000


def as_table(figures: Sequence[Figure]) -> str:
    """Write figures as a Markdown table."""
    rows = ["| what | Tilly | peer | bound | holds |", "| --- | --- | --- | --- | --- |"]
    rows.extend(
        f"| {each.what} | {each.tilly} | {each.peer} | {each.bound} | "
        f"{'yes' if each.holds else '**no**'} |"
        for each in figures
    )
    return "\n".join(rows)
