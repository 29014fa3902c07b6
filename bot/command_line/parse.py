"""tilly parse: shows how a message is understood."""

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from bot.command_line.console import WRONG_INPUT, CommandError, CurrencyCode, examples

if TYPE_CHECKING:
    from parsing.reading import CashDraft, Reading


class _Zone(click.ParamType[ZoneInfo]):
    """The name of a time zone."""

    name = "zone"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> ZoneInfo:
        """Find the zone."""
        if isinstance(value, ZoneInfo):
            return value
        try:
            return ZoneInfo(str(value))
        except (OSError, ValueError, KeyError):
            self.fail(f"{value!r} is no time zone; they look like Europe/Kyiv", param, ctx)


@click.command(
    epilog=examples(
        'tilly parse "yesterday gave the installer 250 for a callout"',
        'tilly parse --explain "прийшло 1200 за замовлення 512"',
        "tilly parse --jsonl < messages.jsonl",
    )
)
@click.argument("text", required=False)
@click.option("--explain", is_flag=True, help="Say why, word by word.")
@click.option("--jsonl", is_flag=True, help="Read and write JSON lines instead of a text.")
@click.option(
    "--now",
    metavar="TIME",
    help="Read as if it were this local time, such as 2026-11-20T14:05.",
)
@click.option("--zone", type=_Zone(), default="Europe/Kyiv", show_default=True)
@click.option(
    "--currency",
    type=CurrencyCode(),
    default="UAH",
    show_default=True,
    help="When none is written.",
)
def parse(
    text: str | None, *, explain: bool, jsonl: bool, now: str | None, zone: ZoneInfo, currency: str
) -> None:
    """Show what TEXT means as cash: amounts, direction, purpose, day, what is missing.

    With --jsonl, lines of {"id","text","now"} are read from standard input and lines of
    {"id","kind","entries","missing","confident"} are written.
    """
    if jsonl:
        _parse_lines(zone, currency)
        return
    if not text:
        raise CommandError(
            "There is no text to parse.", 'Give one: tilly parse "паливо 800"', exit_code=2
        )
    _parse_one(text, _moment(now, zone), currency, explain=explain)


def _parse_one(text: str, moment: dt.datetime, currency: str, *, explain: bool) -> None:
    from parsing.annotation.word_lists import load_lexicon
    from parsing.explain import explain_message
    from parsing.read_message import read_message

    lexicon = load_lexicon()
    if explain:
        lines = explain_message(text, now=moment, currency=currency, lexicon=lexicon)
        click.echo("\n".join(lines))
        return
    click.echo(
        _as_text(read_message(text, now=moment, currency=currency, lexicon=lexicon), moment)
    )


def _as_text(reading: "Reading", moment: dt.datetime) -> str:
    """Write a reading for a person."""
    from parsing.reading import Question, Unclear, Understood

    if isinstance(reading, Question):
        return f"A question about: {reading.topic.value}"
    if not isinstance(reading, Understood | Unclear):
        return "Not an entry: nothing that moved cash."
    lines = [_draft_line(draft, moment.date()) for draft in reading.drafts]
    if isinstance(reading, Unclear):
        lines.append(f"To be asked: {', '.join(reading.missing)}")
    return "\n".join(lines)


def _draft_line(draft: "CashDraft", today: dt.date) -> str:
    """Write one operation; a question mark stands for what must be asked."""
    booked_on = draft.booked_on
    parts = [
        "?" if draft.direction is None else draft.direction.value,
        "?" if draft.amount is None else str(draft.amount),
        "?" if draft.category is None else draft.category.value,
        "?" if booked_on is None else "today" if booked_on == today else booked_on.isoformat(),
    ]
    if draft.counterparty:
        parts.append(f"with {draft.counterparty}")
    if draft.order_reference:
        parts.append(f"order {draft.order_reference}")
    if draft.doubts:
        parts.append(f"to be confirmed: {' and '.join(draft.doubts)}")
    return ", ".join(parts)


def _parse_lines(zone: ZoneInfo, currency: str) -> None:
    """Read every line of standard input and write its reading."""
    from parsing.annotation.word_lists import load_lexicon
    from parsing.jsonl import reading_to_json
    from parsing.read_message import read_message

    lexicon = load_lexicon()
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        identifier, text, now = _fields(line, number)
        moment = _moment(now, zone)
        reading = read_message(text, now=moment, currency=currency, lexicon=lexicon)
        click.echo(json.dumps(reading_to_json(identifier, reading), ensure_ascii=False))


def _fields(line: str, number: int) -> tuple[str, str, str | None]:
    """Take the id, the text and the time of a line."""
    try:
        given = json.loads(line)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise CommandError(
            f"Line {number} is not what is read here.",
            'Each line is an object: {"id": "1", "text": "паливо 800", "now": "2026-11-20T14:05"}',
            exit_code=WRONG_INPUT,
        )
    now = given.get("now")
    return str(given.get("id", number)), given["text"], None if now is None else str(now)


def _moment(given: str | None, zone: ZoneInfo) -> dt.datetime:
    if given is None:
        return dt.datetime.now(zone)
    try:
        moment = dt.datetime.fromisoformat(given)
    except ValueError:
        raise CommandError(
            f"{given!r} is no time.", "Write it like 2026-11-20T14:05.", exit_code=WRONG_INPUT
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
