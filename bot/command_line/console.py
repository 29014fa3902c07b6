"""What all commands share: errors for people, signs of life, the way to the books."""

import asyncio
import itertools
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import IO, TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from bot.settings import Settings
    from services.ports import Books, Database

Result = TypeVar("Result")

WRONG_INPUT = 2
_QUIET_SECONDS = 2.0
_DATABASE_ADVICE = {
    "busy": "Another program holds it: close that one and try again.",
    "full": "The disk is full: make room and try again.",
    "unreachable": "Check DATABASE_URL and that you may read and write there: tilly doctor",
}


class CommandError(click.ClickException):
    """What went wrong in one sentence, and what to do in another."""

    def __init__(self, what: str, advice: str = "", *, exit_code: int = 1) -> None:
        super().__init__(what)
        self.advice = advice
        # click reads this attribute; its own annotation calls it the class's.
        vars(self)["exit_code"] = exit_code

    def show(self, file: IO[str] | None = None) -> None:
        """Print both to standard error."""
        click.secho(self.message, fg="red", err=file is None, file=file)
        if self.advice:
            click.echo(self.advice, err=file is None, file=file)


class CurrencyCode(click.ParamType[str]):
    """A currency's code."""

    name = "currency"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Check that money can be in it."""
        from ledger.errors import LedgerError
        from ledger.money import decimals_of

        code = str(value).upper()
        try:
            decimals_of(code)
        except LedgerError:
            self.fail(f"{value!r} is no currency; they look like UAH", param, ctx)
        return code


def examples(*lines: str) -> str:
    """Write examples for the end of a command's help, kept as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def settings() -> "Settings":
    """Read the settings, or tell which of them is wrong and end with status 2."""
    from bot.settings import SettingsError, read_settings

    try:
        return read_settings()
    except SettingsError as error:
        raise CommandError(
            "Tilly cannot start with these settings:\n"
            + "\n".join(f"  {problem}" for problem in error.problems),
            "Correct them in .env or the environment; .env.example explains each.",
            exit_code=WRONG_INPUT,
        ) from None


def in_loop(work: Coroutine[object, object, Result]) -> Result:
    """Run asynchronous work to its end, with the books' troubles put into words."""
    from services.ports import StorageError

    try:
        return asyncio.run(work)
    except StorageError as error:
        raise CommandError(
            f"The books cannot be reached ({error.reason}).",
            _DATABASE_ADVICE.get(error.reason, "Look for what is wrong: tilly doctor"),
        ) from None


@asynccontextmanager
async def books_at(url: str) -> "AsyncIterator[Database]":
    """Open books that are there already and up to date."""
    from storage.database import (
        UnknownDatabaseError,
        is_sqlite,
        open_database,
        sqlite_path,
    )
    from storage.migrate import is_migrated

    try:
        is_file = is_sqlite(url)
    except (UnknownDatabaseError, ValueError) as error:
        raise CommandError("DATABASE_URL cannot be used.", str(error), exit_code=2) from None
    if is_file and not sqlite_path(url).exists():
        raise CommandError(
            f"There are no books at {sqlite_path(url)} yet.",
            "Set DATABASE_URL to where they are, or start some: tilly run, or tilly demo",
        )
    if not await is_migrated(url):
        raise CommandError(
            "The books were kept by another version of Tilly.",
            "Start the bot once, it brings them up to date: tilly run",
        )
    database = await open_database(url)
    try:
        yield database
    finally:
        await database.close()


def ask_books(use_case: "Callable[[Books], Result]") -> Result:
    """Read from the books that the settings name."""
    url = settings().database_url

    async def ask() -> Result:
        async with books_at(url) as database:
            return await database.read(use_case)

    return in_loop(ask())


def change_books(
    use_case: "Callable[[Books], Result]",
    *,
    first: "Callable[[Database], Awaitable[None]] | None" = None,
) -> Result:
    """Change the books that the settings name, in one unit of work; something may go before it."""
    url = settings().database_url

    async def change() -> Result:
        async with books_at(url) as database:
            if first is not None:
                await first(database)
            return await database.write(use_case)

    return in_loop(change())


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show signs of life on standard error when something takes over two seconds."""
    ended = threading.Event()

    def show() -> None:
        if ended.wait(_QUIET_SECONDS):
            return
        if not sys.stderr.isatty():
            click.echo(f"{what}…", err=True)
            return
        for sign in itertools.cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"):
            click.echo(f"\r{sign} {what}… ", err=True, nl=False)
            if ended.wait(0.1):
                click.echo("\r\033[K", err=True, nl=False)
                return

    watcher = threading.Thread(target=show, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
