"""What the driver gives back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.world import JsonObject


class SandboxRefusedError(Exception):
    """The sandbox says no to what a test wants."""


class NothingHeardError(AssertionError):
    """A bot was expected to do something and did not in time."""

    def __init__(self, what: str, transcript: Sequence[str]) -> None:
        self.what = what
        super().__init__(f"{what} did not come; last in the chat:\n" + "\n".join(transcript))


@dataclass(frozen=True, slots=True)
class BotAccount:
    """A registered bot."""

    id: int
    username: str
    token: str


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """A Bot API request and its answer; status 0 is an answer that never went out."""

    number: int
    bot_id: int
    method: str
    parameters: JsonObject
    status: int
    answer: JsonObject


@dataclass(frozen=True, slots=True)
class SeenButton:
    """A button under a message."""

    label: str
    data: str
    url: str
    copies: str = ""
    """What it puts on the clipboard."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it."""

    message_id: int
    sender: str
    text: str
    """The text, or the caption."""
    buttons: tuple[tuple[SeenButton, ...], ...]
    photo: str | None
    """The largest photo's file id."""
    reply_to: int | None
    raw: JsonObject
    thread_id: int | None = None
    document: str | None = None
    """The document's file id."""
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The cells of its tables, row by row."""
    reactions: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the labels of all buttons."""
        return tuple(button.label for row in self.buttons for button in row)

    def button(self, label: str) -> SeenButton:
        """Find a button by its label, its data, or a part of the label that no other has.

        Raises:
            KeyError: no button, or more than one, has it.
        """
        every = [button for row in self.buttons for button in row]
        found = [each for each in every if label in {each.label, each.data}] or [
            each for each in every if label in each.label
        ]
        if len(found) != 1:
            message = f"{label!r} is on {len(found)} buttons of {self.labels}"
            raise KeyError(message)
        return found[0]


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """How a bot answered a pressed button."""

    is_answered: bool
    text: str
    is_alert: bool
    url: str = ""


def seen(message: JsonObject) -> Seen:
    """Read a message of the control API."""
    markup, document = message.get("reply_markup"), message.get("document")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    photo, replied, sender = (
        message.get("photo"),
        message.get("reply_to_message"),
        message.get("from"),
    )
    return Seen(
        message_id=int(str(message["message_id"])),
        sender=str(sender.get("first_name")) if isinstance(sender, dict) else "",
        text=str(message.get("text") or message.get("caption") or ""),
        buttons=tuple(
            tuple(
                SeenButton(
                    str(each["text"]),
                    str(each.get("callback_data", "")),
                    str(each.get("url", "")),
                    str(each.get("copy_text", {}).get("text", "")),
                )
                for each in row
            )
            for row in rows
        ),
        photo=str(photo[-1]["file_id"]) if isinstance(photo, list) else None,
        reply_to=int(replied["message_id"]) if isinstance(replied, dict) else None,
        raw=message,
        thread_id=_number(message.get("message_thread_id")),
        document=str(document["file_id"]) if isinstance(document, dict) else None,
        tables=_tables(message.get("rich_message")),
        reactions=_reactions(message.get("reactions")),
    )


def _tables(rich: object) -> tuple[tuple[tuple[str, ...], ...], ...]:
    blocks = rich.get("blocks", []) if isinstance(rich, dict) else []
    return tuple(
        tuple(tuple(str(cell["text"]) for cell in row) for row in block["cells"])
        for block in blocks
        if block["type"] == "table"
    )


def _reactions(shown: object) -> tuple[str, ...]:
    return tuple(str(each["emoji"]) for each in shown) if isinstance(shown, list) else ()


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))
