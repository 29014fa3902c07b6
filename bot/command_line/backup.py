"""tilly backup and tilly restore: a copy of the books, and back."""

from pathlib import Path

import click

from bot.command_line.console import CommandError, examples, in_loop, settings, working

_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog=examples(
        "tilly backup books-2026-11-20.sqlite3",
        "tilly backup /mnt/usb/books.sqlite3",
    )
)
@click.argument("file", type=_NEW_FILE)
def backup(file: Path) -> None:
    """Copy the books to FILE, whole and consistent, while the bot works on."""
    from storage.backup import BackupError, back_up

    url = settings().database_url
    try:
        with working("Copying the books"):
            in_loop(back_up(url, file))
    except (BackupError, OSError) as error:
        raise CommandError(
            f"No copy was made: {error}.", "Nothing was changed; correct this and try again."
        ) from None
    click.echo(f"Copied: {file} ({file.stat().st_size:,} bytes)")


@click.command(
    epilog=examples(
        "tilly restore books-2026-11-20.sqlite3",
        "tilly restore --yes books-2026-11-20.sqlite3",
    )
)
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, *, yes: bool) -> None:
    """Bring the books back from FILE; stop the bot first.

    What is there now is kept beside it.
    """
    from bot.lock import AlreadyRunningError
    from storage.backup import BackupError

    url = settings().database_url
    if not yes:
        click.confirm(f"Replace the books with {file}?", abort=True, err=True)
    try:
        with working("Bringing the books back"):
            _restore_alone(file, url)
    except AlreadyRunningError as error:
        raise CommandError(f"Nothing was changed: {error}.", "Stop it, then try again.") from None
    except (BackupError, OSError) as error:
        raise CommandError(
            f"Nothing was brought back: {error}.", "The books are as they were."
        ) from None
    click.echo("The books are back. Prove them with: tilly verify")


def _restore_alone(file: Path, url: str) -> None:
    from bot.lock import process_lock
    from storage.backup import restore as bring_back

    with process_lock(url):
        in_loop(bring_back(file, url))
