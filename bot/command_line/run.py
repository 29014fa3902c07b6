"""tilly run: the bot, its jobs and its HTTP side."""

import asyncio
import signal
from typing import TYPE_CHECKING

import click

from bot.command_line.console import WRONG_INPUT, CommandError, examples, in_loop, settings

if TYPE_CHECKING:
    from bot.app import App
    from bot.settings import Settings

_NO_TOKEN = "There is no TELEGRAM_BOT_TOKEN, so the bot has no way to Telegram."  # noqa: S105 - a text about tokens, no token
_GET_TOKEN = (
    "Get one from @BotFather in Telegram (/newbot) and put it into .env,\n"  # noqa: S105 - a text about tokens, no token
    "or try everything here and now, without Telegram: tilly demo"
)


@click.command(
    epilog=examples(
        "tilly run",
        "TELEGRAM_BOT_TOKEN=123:AAE… tilly run",
        "tilly run --or-demo",
    )
)
@click.option("--or-demo", is_flag=True, help="Without a token, run the demo instead.")
@click.pass_context
def run(context: click.Context, *, or_demo: bool) -> None:
    """Run the bot until Ctrl-C or SIGTERM; what has begun is finished first.

    The settings come from the environment and .env; .env.example explains each.
    """
    found = settings()
    if found.telegram_bot_token is None:
        if not or_demo:
            raise CommandError(_NO_TOKEN, _GET_TOKEN, exit_code=WRONG_INPUT)
        from bot.command_line.demo import demo

        click.echo(f"{_NO_TOKEN} Starting the demo instead.", err=True)
        context.invoke(demo)
        return
    _run_alone(found)


def _run_alone(found: "Settings") -> None:
    from bot.lock import AlreadyRunningError, process_lock
    from bot.log import set_up_log
    from bot.settings import SettingsError
    from bot.telegram import TelegramTokenError
    from storage.database import UnknownDatabaseError
    from web.server import AddressInUseError

    set_up_log(level=found.log_level, form=found.log_format)
    try:
        with process_lock(found.database_url):
            in_loop(_serve(found))
    except AlreadyRunningError as error:
        raise CommandError(f"Not started: {error}.", "Stop that one first.") from None
    except UnknownDatabaseError as error:
        raise CommandError("DATABASE_URL cannot be used.", str(error), exit_code=2) from None
    except SettingsError as error:
        problems = "\n".join(error.problems)
        raise CommandError(problems, "Correct it in .env.", exit_code=WRONG_INPUT) from None
    except TelegramTokenError:
        raise CommandError(
            "Telegram does not know this token.",
            "Copy TELEGRAM_BOT_TOKEN anew from @BotFather (/mybots, API Token).",
            exit_code=WRONG_INPUT,
        ) from None
    except AddressInUseError as error:
        raise CommandError(f"{error}.", "Set HTTP_PORT to a free one.") from None


async def _serve(found: "Settings") -> None:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.app import App
    from bot.clock import SystemClock
    from bot.wiring import equip
    from storage.database import open_database
    from storage.migrate import migrate

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await migrate(found.database_url, lambda step: click.echo(f"books: {step}", err=True))
    equipment = equip(found.language_model, found.voice_model)
    app = App(found, await open_database(found.database_url), SystemClock(), equipment)
    app.advise = lambda advice: click.secho(advice, fg="yellow", err=True)
    try:
        await app.start()
        await _tell_owner_code(app)
        health = f"http://{found.http_host}:{app.http_port}/healthz"
        click.echo(f"Tilly is running ({health}). Stop with Ctrl-C.", err=True)
        await app.run(stop)
        click.echo("Finishing what has begun…", err=True)
    finally:
        await app.stop()


async def _tell_owner_code(app: "App") -> None:
    """Print the way in for the first person, while the shop has nobody."""
    from bot.clock import SystemClock
    from services.team.claim_ownership import issue_owner_code

    now = SystemClock().now()
    code = await app.database.write(lambda books: issue_owner_code(books, now))
    if code is not None:
        click.echo(f"This shop has no owner yet. Send this to your bot to become one: {code}")
