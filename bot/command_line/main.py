"""The tilly command; each of its commands is imported only when it is called."""

import importlib
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class _Entry:
    """A command that is known before it is imported."""

    place: str
    summary: str


_COMMANDS = {
    "run": _Entry("bot.command_line.run:run", "Run the bot."),
    "demo": _Entry("bot.command_line.demo:demo", "Try the bot here, without Telegram."),
    "parse": _Entry("bot.command_line.parse:parse", "Show how a message is understood."),
    "categorise": _Entry("bot.command_line.categorise:categorise", "Propose what bank lines are."),
    "reconcile": _Entry(
        "bot.command_line.reconcile:reconcile", "Agree orders, payments, payouts, bank and cash."
    ),
    "report": _Entry("bot.command_line.report:report", "Print a report from the books."),
    "ask": _Entry("bot.command_line.ask:ask", "Answer a question about the books."),
    "agree": _Entry("bot.command_line.agree:agree", "Ask a bank's client for his yes."),
    "export": _Entry("bot.command_line.export:export", "Give the books to another program."),
    "import": _Entry(
        "bot.command_line.import_files:import_files", "Put bank statements into the books."
    ),
    "verify": _Entry("bot.command_line.verify:verify", "Prove that the books hold."),
    "doctor": _Entry("bot.command_line.doctor:doctor", "Check that everything is in place."),
    "backup": _Entry("bot.command_line.backup:backup", "Copy the books while they are in use."),
    "restore": _Entry("bot.command_line.backup:restore", "Bring a copy of the books back."),
}
"""The registry: a new command is one file and one line here."""


class _Commands(click.Group):
    """Lists commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names, in the order of the registry."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        del ctx
        entry = _COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, name = entry.place.partition(":")
        found = getattr(importlib.import_module(module), name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the registry alone."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in _COMMANDS.items()])


_FIRST_STEPS = """\b
New here?        tilly demo
Have a token?    put TELEGRAM_BOT_TOKEN into .env, then: tilly run
Something off?   tilly doctor"""


@click.group(
    cls=_Commands, epilog=_FIRST_STEPS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="tilly", message="tilly %(version)s")
def main() -> None:
    """Tilly: a shop's finance desk that lives in Telegram."""


if __name__ == "__main__":
    main()
