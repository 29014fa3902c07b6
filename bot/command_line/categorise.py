"""tilly categorise: learns from a file of answered bank lines and proposes for another."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.console import WRONG_INPUT, CommandError, CurrencyCode, examples

if TYPE_CHECKING:
    from bot.command_line.line_table import Table
    from categorisation.categorise import Categoriser, Proposal

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog=examples(
        "tilly categorise --history labelled.csv --lines new.csv",
        "tilly categorise --history labelled.csv --lines new.csv --json > proposed.jsonl",
        "tilly categorise --lines new.csv",
    )
)
@click.option("--history", type=_FILE, help="Answered lines; without it only rules are known.")
@click.option("--lines", "new", type=_FILE, required=True, help="Lines to be proposed for.")
@click.option(
    "--currency",
    type=CurrencyCode(),
    default="UAH",
    show_default=True,
    help="Where a line tells none.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def categorise(history: Path | None, new: Path, *, currency: str, as_json: bool) -> None:
    """Propose what bank lines are, as the bot does: category, confidence, whether alone, why.

    Both files are CSV with a head: date, amount, currency, counterparty, account, tax_id, purpose,
    and category in the history. What cannot be read is told and skipped.
    """
    from bot.command_line.line_table import read_tables

    try:
        answered, asked = read_tables([history, new], currency)
    except ValueError as error:
        raise CommandError(f"{error}.", _ADVICE, exit_code=WRONG_INPUT) from None
    _tell(answered)
    _tell(asked)
    shop = _learned(answered)
    proposals = iter(shop.propose([row.facts for row in asked.rows if row.facts is not None]))
    for number, row in enumerate(asked.rows, start=1):
        proposal = None if row.facts is None else next(proposals)
        if as_json:
            given = _error_json(row.error) if proposal is None else _as_json(proposal)
            click.echo(json.dumps({"line": number, **given}, ensure_ascii=False))
        else:
            click.echo(f"{number}\t{row.error if proposal is None else _as_text(proposal)}")


_ADVICE = "The files are CSV with a head that names at least date and amount."


def _tell(table: "Table") -> None:
    """Say on standard error what was not read, and why."""
    for number, row in enumerate(table.rows, start=1):
        if row.facts is None:
            click.echo(
                f"{table.name}, line {number} of data is not read: {row.error}", file=sys.stderr
            )


def _learned(history: "Table") -> "Categoriser":
    """Learn a history; its own category names are foreign to the starter rules' accounts.

    The rules decide where the history speaks of accounts as they do, and where there is none;
    elsewhere that one of them fits is only a clue.
    """
    from categorisation.categorise import Categoriser
    from categorisation.starter import starter_rules

    rules = starter_rules()
    answered = [(row.facts, row.category) for row in history.rows if row.facts and row.category]
    ours = {rule.category for rule in rules}
    is_ours = 2 * sum(category in ours for _, category in answered) >= len(answered)
    shop = Categoriser(rules if is_ours else (), hints=rules)
    answered.sort(key=lambda each: each[0].booked_on)
    shop.study(answered)
    return shop


def _as_json(proposal: "Proposal") -> dict[str, object]:
    from categorisation.explain import in_english

    return {
        "category": proposal.category or None,
        "confidence": round(proposal.confidence, 3),
        "auto": proposal.auto,
        "reason": in_english(proposal.reason),
        "alternatives": [
            {"category": category, "confidence": round(chance, 3)}
            for category, chance in proposal.alternatives
        ],
    }


def _error_json(error: str) -> dict[str, object]:
    nothing = {"category": None, "confidence": 0.0, "auto": False, "reason": "not read"}
    return {**nothing, "alternatives": [], "error": error}


def _as_text(proposal: "Proposal") -> str:
    from categorisation.explain import in_english

    how = "files alone" if proposal.auto else "asks"
    named = proposal.category or "?"
    return f"{named}\t{proposal.confidence:.3f}\t{how}\t{in_english(proposal.reason)}"
