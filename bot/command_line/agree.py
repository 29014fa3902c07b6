"""tilly agree: asks a bank's client to let Tilly read his accounts."""

import asyncio
import datetime as dt
from collections.abc import Coroutine
from typing import TYPE_CHECKING, TypeVar

import click

from bot.command_line.console import WRONG_INPUT, CommandError, examples, settings, working

if TYPE_CHECKING:
    from bot.settings import Settings
    from sources.bank_apis.agreements import Asked, Institution

Result = TypeVar("Result")

_REDIRECT = "https://t.me"
"""Where the bank leads its client back to when the shop has no address of its own."""


@click.group(
    epilog=examples(
        "tilly agree gocardless --country lv",
        "tilly agree gocardless REVOLUT_REVOLT21",
        "tilly agree monobank",
    )
)
def agree() -> None:
    """Ask a bank's client for his yes: a link that he opens, and what to put into .env after."""


@agree.command()
@click.argument("bank", required=False)
@click.option("--country", default="lv", show_default=True, help="Whose banks to list.")
def gocardless(bank: str | None, country: str) -> None:
    """Begin an agreement with BANK's client through GoCardless; without BANK, list the banks."""
    found = settings()
    if found.tilly_bank_gocardless is None:
        raise CommandError(
            "There is no key to GoCardless.",
            "Put TILLY_BANK_GOCARDLESS=id:key into .env; its user secrets page gives them.",
            exit_code=WRONG_INPUT,
        )
    if bank is None:
        for each in _run(_list(found, country)):
            click.echo(f"{each.id:<40} {each.name}")
        return
    _tell(_run(_begin(found, bank)), "TILLY_BANK_GOCARDLESS_AGREEMENTS")


@agree.command()
def monobank() -> None:
    """Ask a client of monobank for access through the corporate API."""
    found = settings()
    if found.tilly_bank_corporate_key is None:
        raise CommandError(
            "There is no key to monobank's corporate API.",
            "Put TILLY_BANK_CORPORATE_KEY=path/to/key.pem into .env.",
            exit_code=WRONG_INPUT,
        )
    _tell(_run(_ask_monobank(found)), "TILLY_BANK_CORPORATE")


def _tell(asked: "Asked", name: str) -> None:
    click.echo(f"Have the bank's client open: {asked.link}")
    click.echo(f"When he has agreed, put into .env: {name}={asked.id}")


def _run(work: Coroutine[object, object, Result]) -> Result:
    from bot.settings import SettingsError
    from services.source_trouble import SourceError

    try:
        with working("Asking"):
            return asyncio.run(work)
    except SourceError as error:
        raise CommandError(
            f"The bank did not do it ({error.trouble}): {error.detail}",
            "Look at the key in .env, or try again later.",
        ) from None
    except SettingsError as error:
        raise CommandError(error.problems[0], "Correct it in .env.") from None


async def _list(found: "Settings", country: str) -> "tuple[Institution, ...]":
    from bot.bank_connections import gocardless_key_of
    from sources.bank_apis.agreements import institutions

    key = gocardless_key_of(found)
    assert key is not None  # noqa: S101 - asked for
    try:
        return await institutions(key, country, dt.datetime.now(dt.UTC))
    finally:
        await key.close()


async def _begin(found: "Settings", bank: str) -> "Asked":
    from bot.bank_connections import gocardless_key_of
    from sources.bank_apis.agreements import ask_by_gocardless

    key = gocardless_key_of(found)
    assert key is not None  # noqa: S101 - asked for
    try:
        redirect = found.public_url or _REDIRECT
        return await ask_by_gocardless(key, bank, redirect, dt.datetime.now(dt.UTC))
    finally:
        await key.close()


async def _ask_monobank(found: "Settings") -> "Asked":
    from bot.bank_connections import calls_to, corporate_key
    from sources.bank_apis.agreements import ask_by_monobank

    path = found.tilly_bank_corporate_key
    assert path is not None  # noqa: S101 - asked for
    signs, calls = corporate_key(path.read_bytes(), ""), calls_to(found, "monobank")
    try:
        return await ask_by_monobank(signs, calls, dt.datetime.now(dt.UTC))
    finally:
        await calls.close()
