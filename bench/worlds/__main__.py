"""Write a made-up month: python -m bench.worlds --style messy --orders 2000 --seed 1 DIR."""

import argparse
from pathlib import Path

from bench.worlds.dice import Dice
from bench.worlds.month import live
from bench.worlds.styles import STYLES, shifted
from bench.worlds.ties import find_ties
from bench.worlds.writing import Writer


def write_month(
    style_name: str, count: int, seed: int, folder: Path, shift: int | None = None
) -> None:
    """Write the month of a style; a shift moves the style's rates."""
    style = STYLES[style_name] if shift is None else shifted(STYLES[style_name], shift)
    dice = Dice(f"{style_name} {count} {seed}")
    world = live(style, count, dice)
    Writer(world, find_ties(world), dice).write(folder)


def main() -> None:
    """Read the command's words and write the month."""
    parser = argparse.ArgumentParser(prog="python -m bench.worlds", description=__doc__)
    parser.add_argument("--style", choices=sorted(STYLES), default="like_sample")
    parser.add_argument("--orders", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shift", type=int, help="move every rate by chance: a number picks how")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    write_month(asked.style, asked.orders, asked.seed, asked.folder, asked.shift)


if __name__ == "__main__":
    main()
