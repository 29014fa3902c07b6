"""Asks a model, where one is set, about bank lines that nothing else knows."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from parsing.advice.line_proposal import LineNote
from services.ports import Database
from services.review.advise_lines import keep_advice, unknown_lines

AccountsOf = Callable[[Sequence[LineNote], Mapping[str, str]], Awaitable[dict[int, str] | None]]
"""Gives an account for each line, by place, where it knows one; None when it can't be asked."""


async def advise_lines(database: Database, accounts_of: AccountsOf) -> int:
    """Ask about a few lines at once until none is left or no answer comes; give how many were."""
    asked = 0
    while True:
        unknown = await database.read(unknown_lines)
        if unknown is None:
            return asked
        advice = await accounts_of(unknown.notes, unknown.accounts)
        if advice is None:
            return asked
        lines = unknown.lines
        await database.write(lambda books, told=advice, of=lines: keep_advice(books, of, told))  # type: ignore[misc]  # a lambda's default has no type
        asked += len(lines)
