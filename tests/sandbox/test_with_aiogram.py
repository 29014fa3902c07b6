"""aiogram drives the sandbox over HTTP, as any bot would."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates, SendDice
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
)

from sandbox.limits import SendLimits
from tests.sandbox.bot_api_types import check_log
from tests.sandbox.conftest import NAME, Scene, client
from tests.sandbox.pictures import PNG


def keyboard(data: str = "go") -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="Go", callback_data=data)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


@contextlib.asynccontextmanager
async def polling(bot: Bot) -> AsyncIterator[Dispatcher]:
    """Run aiogram's own polling with an echo, a button and a photo handler."""
    dispatcher = Dispatcher()

    @dispatcher.message(F.photo)
    async def back(message: Message) -> None:
        assert message.photo is not None
        data = await bot.download(message.photo[-1])
        assert data is not None
        await message.answer_photo(BufferedInputFile(data.read(), "back.png"), caption="back")

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.reply(message.html_text, parse_mode="HTML", reply_markup=keyboard())

    @dispatcher.edited_message()
    async def edited(message: Message) -> None:
        await message.answer(f"edited: {message.text}")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("done", show_alert=True)
        assert isinstance(query.message, Message)
        await query.message.edit_text("pressed")

    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    try:
        yield dispatcher
    finally:
        await dispatcher.stop_polling()
        await task


async def test_a_conversation_goes_both_ways_and_fits_the_bot_apis_types(scene: Scene) -> None:
    bot = client(scene.server)
    async with polling(bot):
        await scene.chat.hears()
        sent = await scene.chat.types("hello /there <b> & 🙂")
        answer = await scene.chat.hears()
        assert answer.text == "hello /there <b> & 🙂"
        assert answer.reply_to == sent.message_id
        pressed = await scene.chat.presses(answer, "Go")
        assert (pressed.is_answered, pressed.text, pressed.is_alert) == (True, "done", True)
        assert (await scene.chat.sees_edit(answer)).text == "pressed"
        await scene.chat.edits(sent, "changed")
        assert (await scene.chat.hears()).text == "edited: changed"
        await scene.chat.sends(PNG, name="a.png")
        photo = await scene.chat.hears()
        assert photo.photo is not None
        assert await scene.driver.download(photo.photo) == PNG
    await bot.session.close()
    assert check_log(await scene.driver.log()) > 8


async def test_every_kind_of_message_is_sent_and_fits_the_types(scene: Scene) -> None:
    bot, to = scene.bot, scene.ann.id
    file = BufferedInputFile(PNG, "a.png")
    first = await bot.send_message(to, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard())
    await bot.send_message(
        to, "*y*", parse_mode="MarkdownV2", reply_parameters=ReplyParameters(message_id=1)
    )
    photo = await bot.send_photo(to, file, caption="p")
    assert photo.photo is not None
    await bot.send_photo(to, photo.photo[-1].file_id)
    document = await bot.send_document(to, BufferedInputFile(b"a;b", "a.csv"))
    await bot.send_voice(to, BufferedInputFile(b"OggS" * 99, "v.ogg"))
    album = [InputMediaPhoto(media=file, caption="1"), InputMediaPhoto(media=file)]
    assert len(await bot.send_media_group(to, [*album])) == 2
    await bot.send_chat_action(to, "typing")
    await bot.edit_message_text("z", chat_id=to, message_id=first.message_id)
    await bot.edit_message_caption(chat_id=to, message_id=document.message_id, caption="c")
    await bot.edit_message_reply_markup(
        chat_id=to, message_id=first.message_id, reply_markup=keyboard("2")
    )
    await bot.set_message_reaction(to, first.message_id, [ReactionTypeEmoji(emoji="👍")])
    await bot.pin_chat_message(to, first.message_id)
    await bot.forward_message(to, to, first.message_id)
    await bot.copy_message(to, to, first.message_id)
    await bot.delete_message(to, first.message_id)
    await bot.set_my_commands([BotCommand(command="go", description="Go")])
    own = [BotCommand(command="own", description="Own")]
    await bot.set_my_commands(own, scope=BotCommandScopeChat(chat_id=to))
    assert await scene.chat.commands() == ["own"]
    assert (await bot.get_me()).username == NAME
    await bot.get_chat(to)
    await bot.get_webhook_info()
    assert check_log(await scene.driver.log()) > 20


async def test_refusals_arrive_as_the_right_errors(scene: Scene) -> None:
    bot, to = scene.bot, scene.ann.id
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(999_999, "x")
    with pytest.raises(TelegramNotFound):
        await bot(SendDice(chat_id=to))
    stranger = await scene.driver.person("Eve")
    with pytest.raises(TelegramForbiddenError, match="can't initiate"):
        await bot.send_message(stranger.id, "x")
    await scene.chat.blocks()
    with pytest.raises(TelegramForbiddenError, match="blocked"):
        await bot.send_message(to, "x")
    await scene.chat.unblocks()
    await scene.driver.fault("sendMessage", "retry_after", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(to, "x")
    assert caught.value.retry_after == 7
    await scene.driver.fault("sendMessage", "server_error")
    with pytest.raises(TelegramServerError):
        await bot.send_message(to, "x")
    impostor = client(scene.server, "8:wrong")
    with pytest.raises(TelegramUnauthorizedError):
        await impostor.get_me()
    await impostor.session.close()


async def test_an_upgraded_group_tells_its_new_id(scene: Scene) -> None:
    group = await scene.driver.group("G", members=[scene.ann], bots=[NAME])
    bigger = await group.upgrade()
    with pytest.raises(TelegramMigrateToChat) as caught:
        await scene.bot.send_message(group.id, "x")
    assert caught.value.migrate_to_chat_id == bigger.id
    updates = await scene.bot.get_updates()
    moved = [each.message for each in updates if each.message]
    assert [m.migrate_to_chat_id for m in moved if m.chat.id == group.id] == [bigger.id]
    assert [m.migrate_from_chat_id for m in moved if m.chat.id == bigger.id] == [group.id]


async def test_a_second_poller_ends_the_first(scene: Scene) -> None:
    offset = (await scene.bot.get_updates(offset=-1))[-1].update_id + 1
    first = asyncio.create_task(scene.bot(GetUpdates(offset=offset, timeout=20)))
    await asyncio.sleep(0.1)  # until the first one waits
    second = asyncio.create_task(scene.bot(GetUpdates(offset=offset, timeout=0)))
    with pytest.raises(TelegramConflictError):
        await first
    assert await second == []


async def test_flood_limits_are_met_by_who_wants_them(scene: Scene) -> None:
    scene.sandbox.limits = SendLimits()
    for _ in range(10):
        await scene.bot.send_message(scene.ann.id, "x")
    with pytest.raises(TelegramRetryAfter):
        await scene.bot.send_message(scene.ann.id, "x")
    scene.hours.now += 11
    await scene.bot.send_message(scene.ann.id, "x")
