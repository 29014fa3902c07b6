"""Reply markup: what Telegram takes, and what it refuses."""

from sandbox.errors import BadRequestError
from sandbox.world import JsonObject

DATA_BYTES_MAX = 64
BUTTONS_MAX = 100
COPIED_MAX = 256

_INLINE_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def checked_markup(markup: object) -> JsonObject | None:
    """Take a message's reply markup.

    Raises:
        BadRequestError: it is malformed, or a button cannot be.
    """
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise BadRequestError("object expected as reply markup")
    if not any(kind in markup for kind in _KINDS):
        raise BadRequestError("can't parse reply keyboard markup JSON object")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "InlineKeyboardButton")
        buttons = [[_inline_button(button) for button in row] for row in rows]
        kept = [row for row in buttons if row]
        return {"inline_keyboard": kept} if kept else None
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "KeyboardButton")
        return markup | {"keyboard": [[_reply_button(button) for button in row] for row in rows]}
    return dict(markup)


def _rows(rows: object, kind: str) -> list[list[object]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequestError(f"field must be an Array of Arrays of {kind}")
    if sum(len(row) for row in rows) > BUTTONS_MAX:
        raise BadRequestError("reply markup is too long")
    return rows


def _inline_button(button: object) -> JsonObject:
    if not isinstance(button, dict):
        raise BadRequestError("can't parse inline keyboard button: expected an object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise BadRequestError(
            'can\'t parse inline keyboard button: Field "text" must be of type String'
        )
    if not any(action in button for action in _INLINE_ACTIONS):
        raise BadRequestError(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button:
        data = button["callback_data"]
        is_data = isinstance(data, str) and 0 < len(data.encode("utf-8", "replace")) <= (
            DATA_BYTES_MAX
        )
        if not is_data:
            raise BadRequestError("BUTTON_DATA_INVALID")
    _check_new(button)
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise BadRequestError(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    return dict(button)


def _check_new(button: JsonObject) -> None:
    """Refuse what the newest fields of a button cannot hold."""
    if "copy_text" in button:
        copied = button["copy_text"]
        text = copied.get("text") if isinstance(copied, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= COPIED_MAX:
            raise BadRequestError("BUTTON_COPY_TEXT_INVALID")
    if "disabled" in button and not isinstance(button["disabled"], dict):
        raise BadRequestError("can't parse inline keyboard button: expected an object")
    if button.get("style") not in {None, "danger", "success", "primary"}:
        raise BadRequestError("BUTTON_STYLE_INVALID")


def _reply_button(button: object) -> JsonObject:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise BadRequestError("can't parse keyboard button: expected an object with a text")
    return dict(button)
