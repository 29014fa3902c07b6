"""tilly verify: proves the books."""

import json

import click

from bot.command_line.console import ask_books, examples, working


@click.command(
    epilog=examples(
        "tilly verify",
        "tilly verify --json | jq .findings",
    )
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(*, as_json: bool) -> None:
    """Prove that the books hold: balances, the audit chain, links, orphans.

    The exit status is 0 when they do and 1 when they do not; what is broken is named.
    """
    from services.verify_books import verify_books

    with working("Proving the books"):
        findings = ask_books(verify_books)
    if as_json:
        found = [{"invariant": each.invariant, "detail": each.detail} for each in findings]
        click.echo(json.dumps({"ok": not found, "findings": found}, ensure_ascii=False))
    elif not findings:
        click.secho("The books hold.", fg="green")
    else:
        for each in findings:
            click.secho(each.invariant, fg="red", nl=False)
            click.echo(f": {each.detail}")
    if findings:
        raise SystemExit(1)
