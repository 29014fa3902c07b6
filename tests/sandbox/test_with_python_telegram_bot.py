"""A second, independent client library drives the sandbox."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.sandbox.bot_api_types import check_log
from tests.sandbox.conftest import NAME, TOKEN, Scene
from tests.sandbox.pictures import PNG

Context = ContextTypes.DEFAULT_TYPE


async def echo(update: Update, _context: Context) -> None:
    assert update.message is not None
    button = InlineKeyboardButton("Go", callback_data="go")
    await update.message.reply_html(
        f"<i>{update.message.text}</i>", reply_markup=InlineKeyboardMarkup([[button]])
    )


async def photo(update: Update, _context: Context) -> None:
    assert update.message is not None
    file = await update.message.photo[-1].get_file()
    await update.message.reply_photo(bytes(await file.download_as_bytearray()), caption="back")


async def pressed(update: Update, _context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("done")
    await update.callback_query.edit_message_text("pressed")


def builder(scene: Scene, token: str = TOKEN) -> Bot:
    base = scene.server.base_url
    return Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot")


async def test_its_application_talks_with_a_person(scene: Scene) -> None:
    app = Application.builder().bot(builder(scene)).build()
    app.add_handler(MessageHandler(filters.PHOTO, photo))
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    app.add_handler(CallbackQueryHandler(pressed))
    async with app:
        assert app.updater is not None
        await app.updater.start_polling(poll_interval=0)
        await app.start()
        await scene.chat.types("hello")
        answer = await scene.chat.hears()
        assert answer.text == "hello"
        assert (await scene.chat.presses(answer, "Go")).text == "done"
        assert (await scene.chat.sees_edit(answer)).text == "pressed"
        await scene.chat.sends(PNG, name="a.png", caption="look")
        back = await scene.chat.hears()
        assert back.photo is not None
        assert await scene.driver.download(back.photo) == PNG
        await app.updater.stop()
        await app.stop()
    assert check_log(await scene.driver.log()) > 5


async def test_refusals_arrive_as_its_own_errors(scene: Scene) -> None:
    async with builder(scene) as bot:
        with pytest.raises(BadRequest, match="Message text is empty"):
            await bot.send_message(scene.ann.id, " ")
        with pytest.raises(BadRequest, match="find end tag"):
            await bot.send_message(scene.ann.id, "<b>x", parse_mode="HTML")
        await scene.driver.fault("sendMessage", "retry_after", retry_after=3)
        with pytest.raises(RetryAfter):
            await bot.send_message(scene.ann.id, "x")
        group = await scene.driver.group("G", members=[scene.ann], bots=[NAME])
        bigger = await group.upgrade()
        with pytest.raises(ChatMigrated) as caught:
            await bot.send_message(group.id, "x")
        assert caught.value.new_chat_id == bigger.id
        await scene.chat.blocks()
        with pytest.raises(Forbidden):
            await bot.send_message(scene.ann.id, "x")
        await bot.set_webhook("https://shop.example/hook", secret_token="s" * 8)
        with pytest.raises(Conflict):
            await bot.get_updates()


async def test_a_wrong_token_is_its_invalid_token(scene: Scene) -> None:
    with pytest.raises(InvalidToken):
        async with builder(scene, "9:wrong"):
            pass
