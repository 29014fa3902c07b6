"""Puts one message before Telegram, and reads what Telegram says to it."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.telegram import TelegramClient, TelegramForbiddenError, TelegramRefusedError
from services.long_texts import CAPTION_MAX, TEXT_MAX
from services.messages import Attached, Button, Grid, OutgoingMessage, QueuedMessage, Tone
from services.press_button import token_of

_UPLOAD = "upload"
_ATTACHED = f"attach://{_UPLOAD}"
_FALLBACKS_MAX = 7
"""A message may lose its topic, its target, its formatting, all that is new, and still go out."""

_TAG = re.compile(r"<[^<>]*>")

_UNCHANGED = "message is not modified"
_CHAT_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was kicked")
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NO_TEXT = "there is no text in the message to edit"
_NO_TOPIC = "message thread not found"
_BAD_HTML = "can't parse entities"
_BAD_BUTTON = "inline keyboard button"
_DEAD = "-"
"""What a button carries that cannot be pressed, where no button can be shown so."""
_TOO_LONG = ("message is too long", "message caption is too long", "text is too long")


class UnreachableChatError(Exception):
    """Nobody reads there any more."""

    def __init__(self, description: str) -> None:
        self.description = description
        super().__init__(description)


@dataclass(frozen=True, slots=True)
class _Form:
    """A message and how it is to be shown."""

    message: OutgoingMessage
    keyboard: Mapping[str, object] | None
    is_plain: bool = False
    edits_caption: bool = False
    has_old_buttons: bool = False
    """Whether buttons are in the form that every app and server has known for long."""


async def deliver(client: TelegramClient, queued: QueuedMessage) -> int | None:
    """Send or edit a message; give Telegram's id of it, None where nothing was to be sent.

    What Telegram refuses for its form goes out in a simpler one.

    Raises:
        UnreachableChatError: the bot may not write there, or the chat is gone.
        TelegramError: it was not sent, or nobody knows.
    """
    if queued.message.is_only_change and queued.message.edits is None:
        return None
    form = _Form(queued.message, _keyboard(queued, is_old=False))
    for _ in range(_FALLBACKS_MAX):
        try:
            return await _send(client, form)
        except TelegramForbiddenError as error:
            raise UnreachableChatError(error.description) from error
        except TelegramRefusedError as error:
            said = error.description.lower()
            if _is_settled(form.message, said):
                return form.message.edits
            if any(words in said for words in _CHAT_GONE):
                raise UnreachableChatError(error.description) from error
            simpler = _simpler(form, said) or _older(form, queued, said)
            if simpler is None:
                raise
            form = simpler
    return await _send(client, form)


def _is_settled(message: OutgoingMessage, said: str) -> bool:
    """Tell whether nothing is to be sent: it is shown so already, or what it changes is gone."""
    is_gone = any(words in said for words in _NOTHING_TO_EDIT)
    return _UNCHANGED in said or (message.is_only_change and is_gone)


def _simpler(form: _Form, said: str) -> _Form | None:
    """Choose a form that Telegram may take where it refused this one."""
    message = form.message
    if _BAD_HTML in said and not form.is_plain:
        return replace(form, message=replace(message, text=_plain(message.text)), is_plain=True)
    if any(words in said for words in _TOO_LONG):
        return _shortened(form)
    if message.edits is not None:
        if _NO_TEXT in said and not form.edits_caption:
            return replace(form, edits_caption=True)
        if any(words in said for words in _NOTHING_TO_EDIT) or _upload(message) is not None:
            return replace(form, message=replace(message, edits=None), edits_caption=False)
    if _NO_TOPIC in said and message.thread_id is not None:
        return replace(form, message=replace(message, thread_id=None))
    return None


def _older(form: _Form, queued: QueuedMessage, said: str) -> _Form | None:
    """Choose a form without what not every Bot API server knows yet, the newest first."""
    message = form.message
    if message.grid is not None:
        return replace(form, message=replace(message, grid=None))
    if message.only_for is not None:
        return replace(form, message=replace(message, only_for=None))
    if _BAD_BUTTON in said and not form.has_old_buttons:
        return replace(form, keyboard=_keyboard(queued, is_old=True), has_old_buttons=True)
    return None


def _shortened(form: _Form) -> _Form | None:
    has_caption = form.edits_caption or _upload(form.message) is not None
    limit = CAPTION_MAX if has_caption else TEXT_MAX
    text = form.message.text if form.is_plain else _plain(form.message.text)
    cut = text if len(text) < limit else text[: limit // 2] + "…"
    if form.is_plain and cut == form.message.text:
        return None
    return replace(form, message=replace(form.message, text=cut), is_plain=True)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


async def _send(client: TelegramClient, form: _Form) -> int | None:
    message = form.message
    common: dict[str, object] = {
        "chat_id": message.chat_id,
        "reply_markup": form.keyboard,
    }
    parse_mode = None if form.is_plain else "HTML"
    if message.only_for is not None and message.edits is None:
        common["ephemeral_message_parameters"] = {"receiver_user_id": message.only_for}
    if message.edits is not None:
        method, own = _edit(form, parse_mode)
    else:
        method, own = _fresh(message, parse_mode)
    upload = _upload(message)
    files = None if upload is None else {_UPLOAD: upload}
    return _message_id(await client.call(method, common | own, files=files))


def _upload(message: OutgoingMessage) -> Attached | None:
    if message.document is not None:
        return message.document
    return None if message.picture is None else Attached("picture.png", message.picture)


def _fresh(message: OutgoingMessage, parse_mode: str | None) -> tuple[str, dict[str, object]]:
    own: dict[str, object] = {
        "message_thread_id": message.thread_id,
        "disable_notification": message.is_silent or None,
        "parse_mode": parse_mode,
    }
    if message.reply_to is not None:
        own["reply_parameters"] = {
            "message_id": message.reply_to,
            "allow_sending_without_reply": True,
        }
    if message.document is not None:
        return "sendDocument", own | {"document": _ATTACHED, "caption": message.text}
    if message.picture is not None:
        return "sendPhoto", own | {"photo": _ATTACHED, "caption": message.text}
    if message.grid is not None:
        return "sendRichMessage", own | {"parse_mode": None, "rich_message": rich_of(message.grid)}
    return "sendMessage", own | {"text": message.text}


def _edit(form: _Form, parse_mode: str | None) -> tuple[str, dict[str, object]]:
    message = form.message
    own: dict[str, object] = {"message_id": message.edits}
    if message.picture is not None:
        media = {"type": "photo", "media": _ATTACHED, "caption": message.text}
        if parse_mode is not None:
            media["parse_mode"] = parse_mode
        return "editMessageMedia", own | {"media": media}
    if message.grid is not None:
        return "editMessageText", own | {"rich_message": rich_of(message.grid)}
    own["parse_mode"] = parse_mode
    if form.edits_caption:
        return "editMessageCaption", own | {"caption": message.text}
    return "editMessageText", own | {"text": message.text}


def rich_of(grid: Grid) -> Mapping[str, object]:
    """Give a table as the blocks of a rich message."""

    def cell(column: int, text: str, *, is_header: bool = False) -> dict[str, object]:
        align = "right" if column in grid.right else "left"
        made: dict[str, object] = {"text": text, "align": align, "valign": "top"}
        return made | {"is_header": True} if is_header else made

    head = [cell(column, text, is_header=True) for column, text in enumerate(grid.head)]
    rows = [[cell(column, text) for column, text in enumerate(row)] for row in grid.rows]
    blocks: list[object] = [
        {"type": "heading", "size": 3, "text": grid.title},
        {"type": "table", "cells": [head, *rows], "is_striped": True, "is_compact": True},
    ]
    if grid.foot:
        blocks.append({"type": "paragraph", "text": "\n".join(grid.foot)})
    return {"blocks": blocks}


def _keyboard(queued: QueuedMessage, *, is_old: bool) -> Mapping[str, object] | None:
    if not queued.message.buttons:
        return None
    with_data = [each for row in queued.message.buttons for each in row if each.data]
    places = {id(button): place for place, button in enumerate(with_data)}

    def shown(button: Button) -> Mapping[str, object]:
        place = places.get(id(button))
        token = "" if place is None else token_of(queued.id, place, queued.secret)
        return _old_button(button, token) if is_old else _button(button, token)

    return {"inline_keyboard": [[shown(each) for each in row] for row in queued.message.buttons]}


def _button(button: Button, token: str) -> Mapping[str, object]:
    own: dict[str, object] = {"text": button.label}
    if button.tone is Tone.OFF:
        return own | {"disabled": {}}
    if button.tone:
        own["style"] = button.tone.value
    if button.url:
        return own | {"url": button.url}
    if button.copies:
        return own | {"copy_text": {"text": button.copies}}
    return own | {"callback_data": token}


def _old_button(button: Button, token: str) -> Mapping[str, object]:
    """Give a button without colours; one that cannot be pressed leads nowhere."""
    own: dict[str, object] = {"text": button.label}
    return own | ({"url": button.url} if button.url else {"callback_data": token or _DEAD})


def _message_id(answer: object) -> int | None:
    found = answer.get("message_id") if isinstance(answer, dict) else None
    # What only one person sees has no number in its chat: Telegram says nought.
    return found if isinstance(found, int) and found else None
