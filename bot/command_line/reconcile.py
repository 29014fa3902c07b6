"""tilly reconcile: agrees orders, payments, payouts, bank lines and cash of a folder."""

import gc
import json
from collections import Counter, defaultdict
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
        "tilly reconcile month/",
        "tilly reconcile month/ --json > answer.json",
        "tilly reconcile month/ --explain bank:548702",
        "tilly reconcile month/ --terms our_terms.toml --json",
    )
)
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print links and exceptions as JSON.")
@click.option("--explain", metavar="ID", help="Tell why a record was linked, or was not.")
@click.option("--terms", "terms_file", type=_FILE, help="Settlement terms other than Tilly's own.")
def reconcile(
    folder: Path, *, as_json: bool, explain: str | None, terms_file: Path | None
) -> None:
    """Agree what a folder holds: orders, payments, payouts, bank lines, cash.

    DIR has orders.csv, payments.csv, payouts.csv, bank.csv, cash.csv and as_of.txt.
    """
    gc.disable()  # everything is kept to the end anyway
    state = _reconciled(folder, terms_file)
    if explain is not None:
        _explain(state, explain)
    elif as_json:
        click.echo(json.dumps(answer(state), ensure_ascii=False, separators=(",", ":")))
    else:
        _summarise(state)


def _reconciled(folder: Path, terms_file: Path | None) -> "Reconciliation":
    from bot.command_line.month_folder import (
        FolderError,
        read_as_of,
        read_folder,
    )
    from reconciliation.engine import reconcile as match
    from reconciliation.terms import TermsError, read_terms

    try:
        return match(read_folder(folder), read_terms(terms_file), read_as_of(folder))
    except (FolderError, TermsError) as error:
        raise CommandError(f"{error}.", _ADVICE, exit_code=WRONG_INPUT) from None


_ADVICE = "docs/cli.md tells what the files look like."


def answer(state: "Reconciliation") -> dict[str, object]:
    """Give links, grouped by kind and left record, and exceptions by what they are about."""
    from reconciliation.records import id_of

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


def _explain(state: "Reconciliation", identifier: str) -> None:
    """Print what is known of a record; an id without its kind is looked for among all kinds."""
    from reconciliation.explain import explain

    kinds = ("order", "payment", "payout", "bank", "cash")
    keys = [identifier, *(f"{kind}:{identifier}" for kind in kinds)]
    known = [key for key in keys if state.store.get(key) is not None]
    if not known:
        raise CommandError(
            f"There is no {identifier} in these files.",
            "Ids look like order:48211, payment:…, payout:…, bank:… or cash:….",
            exit_code=WRONG_INPUT,
        )
    for key in known:
        click.echo(key)
        for line in explain(state, key):
            click.echo(f"  {line}")


def _summarise(state: "Reconciliation") -> None:
    """Print how much was linked and what is wrong, the most money first."""
    kinds = Counter(link.kind.value for link in state.links())
    click.echo(f"As of {state.as_of}, {sum(kinds.values())} links:")
    for kind, count in sorted(kinds.items()):
        click.echo(f"  {count:>8} {kind}")
    found = sorted(state.findings(), key=lambda each: (each.kind, -each.amount, each.about))
    click.echo(f"{len(found)} exceptions:")
    for each in found:
        whole, cents = divmod(each.amount, 100)
        money = f"{whole}.{cents:02d} {each.currency}"
        click.echo(f"  {each.kind:<22} {each.about:<28} {money:>18}  since {each.since}")
