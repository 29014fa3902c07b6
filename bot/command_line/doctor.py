"""tilly doctor: checks that everything is in place."""

import json

import click

from bot.command_line.console import examples, in_loop, settings, working

_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command(
    epilog=examples(
        "tilly doctor",
        "tilly doctor --json | jq '.checks[] | select(.health != \"ok\")'",
    )
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def doctor(*, as_json: bool) -> None:
    """Check settings, time zones, the database, the disk, the shop and the bot's token.

    Each line says how it is and what to do. The exit status is 1 when something fails.
    """
    from bot.check_up import Health, check_up

    found = settings()
    with working("Looking"):
        checks = in_loop(check_up(found))
    is_well = all(each.health is not Health.FAIL for each in checks)
    if as_json:
        lines = [
            {
                "name": each.name,
                "health": each.health.value,
                "found": each.found,
                "advice": each.advice,
            }
            for each in checks
        ]
        click.echo(json.dumps({"ok": is_well, "checks": lines}, ensure_ascii=False))
    else:
        for each in checks:
            click.secho(f"{each.health.value:<5}", fg=_COLOURS[each.health.value], nl=False)
            click.echo(f"{each.name:<11} {each.found}")
            if each.advice:
                click.echo(f"{'':<16} {each.advice}")
    if not is_well:
        raise SystemExit(1)
