import subprocess
import sys

_SCRIPT = """
from bot.lean_aiogram import import_aiogram
import_aiogram()
from aiogram import types
from aiogram.methods import Response, SendMessage, SendPhoto
update = types.Update.model_validate_json(
    '{"update_id": 1, "message": {"message_id": 2, "date": 3, "text": "x",'
    ' "chat": {"id": 7, "type": "private"},'
    ' "reply_to_message": {"message_id": 1, "date": 2, "chat": {"id": 7, "type": "private"}}}}'
)
answer = update.message.answer("y")
print(update.message.reply_to_message.chat.id, answer.model_dump(exclude_unset=True)["text"])
print(Response[types.Message].model_validate(
    {"ok": True, "result": update.message.model_dump()}
).result.text)
print(SendPhoto(chat_id=1, photo="id").photo, types.InlineKeyboardButton(text="z").text)
"""


def test_everything_of_aiogram_still_works() -> None:
    shown = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == ["7 y", "x", "id z"]
