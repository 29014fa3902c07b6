"""tilly demo: the real bot over a seeded shop and a Telegram of its own."""

import asyncio
import signal
import socket
import tempfile
from contextlib import ExitStack
from pathlib import Path

import click

from bot.command_line.console import CommandError, examples, in_loop

_USUAL_PORT = 8081
_KEPT = Path("data/demo.sqlite3")
_TRY = (
    'Try: as Olha type "дала монтажнику 250 за виїзд", then press what is asked.',
    'Try: as Dmytro ask "today?" and see the day, then undo something of Olha\'s.',
    "Try: as Iryna send /exceptions and follow the way of some money.",
)


@click.command(epilog=examples("tilly demo", "tilly demo --keep", "tilly demo --port 8090"))
@click.option("--keep", is_flag=True, help=f"Keep the books in {_KEPT} and go on with them.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    help=f"0 takes any free one.  [default: {_USUAL_PORT}, or a free one if it is taken]",
)
def demo(*, keep: bool, port: int | None) -> None:
    """Try the bot in the browser, without Telegram, a token or a network.

    It is the same bot with the same books as in Telegram; only Telegram itself is played.
    """
    from bot.log import set_up_log

    set_up_log(level="WARNING", form="text")
    with ExitStack() as stack:
        if keep:
            path = _KEPT
        else:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "demo.sqlite3"
        try:
            in_loop(_play(f"sqlite:///{path}", _usual_or_free() if port is None else port))
        except OSError as error:
            raise CommandError(
                f"The demo cannot listen on port {port}: {error.strerror}.",
                "Choose another: tilly demo --port 0",
            ) from None


def _usual_or_free() -> int:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", _USUAL_PORT))
        except OSError:
            return 0
    return _USUAL_PORT


async def _play(database_url: str, port: int) -> None:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.demo_stage import demo_stage

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with demo_stage(database_url, port=port) as stage:
        click.echo(f"Open {stage.url}")
        for line in _TRY:
            click.echo(line)
        click.echo("Stop with Ctrl-C.", err=True)
        await stage.app.run(stop)
