"""tilly reconcile: agrees orders, payments, payouts, bank lines and cash of a folder."""

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.console import WRONG_INPUT, CommandError, examples

if TYPE_CHECKING:
    from reconciliation.engine import Reconciliation

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog=examples(
        "tilly reconcile month/ --json > answer.json",
        "tilly reconcile month/ --explain bank:548702",
        "tilly reconcile month/ --terms our_terms.toml --json",
    )
)
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print links and exceptions as JSON.")
@click.option("--explain", metavar="ID", help="Tell why a record was linked, or was not.")
@click.option("--terms", "terms_file", type=_FILE, help="Settlement terms other than the shop's.")
def reconcile(
    folder: Path, *, as_json: bool, explain: str | None, terms_file: Path | None
) -> None:
    """Agree what a folder holds: orders, payments, payouts, bank lines, cash.

    DIR has orders.csv, payments.csv, payouts.csv, bank.csv, cash.csv and as_of.txt.
    """
    state = _reconciled(folder, terms_file)
    if as_json:
        click.echo(json.dumps(answer(state), ensure_ascii=False, separators=(",", ":")))
    del explain


def _reconciled(folder: Path, terms_file: Path | None) -> "Reconciliation":
    from bot.command_line.month_folder import FolderError, read_as_of, read_folder  # noqa: PLC0415
    from reconciliation.engine import reconcile as match  # noqa: PLC0415
    from reconciliation.terms import TermsError, read_terms  # noqa: PLC0415

    try:
        return match(read_folder(folder), read_terms(terms_file), read_as_of(folder))
    except (FolderError, TermsError) as error:
        raise CommandError(f"{error}.", _ADVICE, exit_code=WRONG_INPUT) from None


_ADVICE = "docs/cli.md tells what the files look like."


def answer(state: "Reconciliation") -> dict[str, object]:
    """Give links, grouped by kind and left record, and exceptions."""
    from reconciliation.records import id_of  # noqa: PLC0415

    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in state.links():
        groups[link.kind, id_of(link.left)].append(id_of(link.right))
    return {
        "links": [
            {"kind": kind, "left": [left], "right": sorted(right)}
            for (kind, left), right in sorted(groups.items())
        ],
        "exceptions": [
            {"kind": kind, "records": [record]}
            for kind, record in sorted({(each.kind, each.about) for each in state.findings()})
        ],
    }
