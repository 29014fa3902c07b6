"""What Telegram refuses, the sandbox refuses, in Telegram's words."""

import html

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.errors import BadRequestError
from sandbox.texts.formatted import formatted
from sandbox.texts.html import parse_html
from sandbox.texts.styled import utf16_length
from tests.sandbox.conftest import Scene
from tests.sandbox.pictures import PNG

TEXTS = {
    "message text is empty": (" \n", None),
    "message is too long": ("x" * 4_097, None),
    "unsupported parse_mode": ("x", "Rtf"),
    "Unsupported start tag": ("<x>y</x>", "HTML"),
    "Can't find end tag": ("<b>y", "HTML"),
    "Unmatched end tag": ("<b><i>y</b></i>", "HTML"),
    "Unexpected end tag": ("y</b>", "HTML"),
    "is reserved and must be escaped": ("a.b", "MarkdownV2"),
    "Can't find end of Bold": ("*y", "MarkdownV2"),
}


@pytest.mark.parametrize("words", TEXTS)
async def test_a_text_that_cannot_be_is_refused(scene: Scene, words: str) -> None:
    text, mode = TEXTS[words]
    with pytest.raises(TelegramBadRequest, match=words.replace("'", ".")):
        await scene.bot.send_message(scene.ann.id, text, parse_mode=mode)


async def test_a_text_of_4096_characters_and_tags_beside_is_taken(scene: Scene) -> None:
    sent = await scene.bot.send_message(scene.ann.id, f"<b>{'😀' * 4_096}</b>", parse_mode="HTML")
    assert sent.entities is not None
    assert sent.entities[0].length == 8_192


@pytest.mark.parametrize("data", ["x" * 65, "ї" * 33])
async def test_a_button_carries_64_bytes_at_most(scene: Scene, data: str) -> None:
    button = InlineKeyboardButton.model_construct(text="x", callback_data=data)
    markup = InlineKeyboardMarkup.model_construct(inline_keyboard=[[button]])
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await scene.bot.send_message(scene.ann.id, "x", reply_markup=markup)


async def test_an_edit_that_changes_nothing_is_refused(scene: Scene) -> None:
    sent = await scene.bot.send_message(scene.ann.id, "x")
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await scene.bot.edit_message_text("x", chat_id=scene.ann.id, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="to edit not found"):
        await scene.bot.edit_message_text("x", chat_id=scene.ann.id, message_id=99)
    own = await scene.chat.types("mine")
    with pytest.raises(TelegramBadRequest, match="can't be edited"):
        await scene.bot.edit_message_text("x", chat_id=scene.ann.id, message_id=own.message_id)


async def test_a_callback_is_answered_once_and_in_time(scene: Scene) -> None:
    button = InlineKeyboardButton(text="Go", callback_data="go")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await scene.bot.send_message(scene.ann.id, "x", reply_markup=markup)
    message = await scene.chat.hears()
    for late in (0, 16):
        await scene.chat.act("press", message_id=message.message_id, data="go", wait_seconds=0)
        query = (await scene.bot.get_updates(offset=-1))[0].callback_query
        assert query is not None
        scene.hours.now += late
        if not late:
            await scene.bot.answer_callback_query(query.id)
        with pytest.raises(TelegramBadRequest, match="query is too old"):
            await scene.bot.answer_callback_query(query.id)


async def test_replies_topics_and_files_that_are_not_there_are_refused(scene: Scene) -> None:
    to = scene.ann.id
    with pytest.raises(TelegramBadRequest, match="to be replied not found"):
        await scene.bot.send_message(to, "x", reply_to_message_id=99)
    with pytest.raises(TelegramBadRequest, match="thread not found"):
        await scene.bot.send_message(to, "x", message_thread_id=99)
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await scene.bot.send_photo(to, "AgAD")
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await scene.bot.get_file("AgAD")


async def test_a_message_older_than_two_days_stays(scene: Scene) -> None:
    sent = await scene.bot.send_message(scene.ann.id, "x")
    scene.hours.now += 49 * 3_600
    with pytest.raises(TelegramBadRequest, match="can't be deleted"):
        await scene.bot.delete_message(scene.ann.id, sent.message_id)


async def test_what_is_not_acknowledged_comes_again(scene: Scene) -> None:
    await scene.chat.types("one")
    await scene.chat.types("two")
    first = await scene.bot.get_updates()
    assert first == await scene.bot.get_updates()
    rest = await scene.bot.get_updates(offset=first[-1].update_id)
    assert [update.update_id for update in rest] == [first[-1].update_id]
    assert await scene.bot.get_updates(offset=first[-1].update_id + 1) == []


async def test_privacy_mode_shows_a_bot_only_what_is_for_it(scene: Scene) -> None:
    group = await scene.driver.group("G", members=[scene.ann], bots=["echo_bot"])
    side = group.as_(scene.ann)
    for text in ("hello", "/go", "@echo_bot hello"):
        await side.types(text)
    seen = [each.message for each in await scene.bot.get_updates() if each.message]
    assert [each.text for each in seen if each.chat.id == group.id] == ["/go", "@echo_bot hello"]


async def test_a_picture_that_is_none_is_refused(scene: Scene) -> None:
    await scene.chat.sends(PNG)
    with pytest.raises(Exception, match="IMAGE_PROCESS_FAILED"):
        await scene.chat.sends(b"no picture")


@given(st.text(max_size=200), st.sampled_from(["HTML", "MarkdownV2", "Markdown", None]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_taken_or_refused_in_any_mode(text: str, mode: str | None) -> None:
    try:
        styled = formatted(text, mode, None)
    except BadRequestError:
        return
    length = utf16_length(styled.text)
    for entity in styled.entities:
        assert 0 <= int(str(entity["offset"])) < length
        assert int(str(entity["offset"])) + int(str(entity["length"])) <= length


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:

    styled = parse_html(f"<b>{html.escape(text)}</b>")
    assert styled.text == text
