"""Measure everything and print the table: python -m bench [name …]."""

import asyncio
import importlib
import sys

from bench.figures import as_table

BENCHES = (
    "conversation",
    "desk",
    "posting",
    "book",
    "results",
    "year_report",
    "chart",
    "parsing",
    "statements",
    "categorise",
    "matching",
    "alerts",
)


async def main(names: list[str]) -> None:
    """Run the named benchmarks, or all, one after another."""
    figures = []
    for name in names or BENCHES:
        measured = await importlib.import_module(f"bench.{name}").measure()
        figures.extend(measured)
    print(as_table(figures))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
