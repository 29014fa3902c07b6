"""Calls that Telegram refuses: the whole description, as a bot gets it."""

import pytest
from aiogram.types import ChatMemberAdministrator

from sandbox.world import JsonObject
from tests.sandbox.stage import Stage, keyboard, png, upload

PRESS: JsonObject = {"text": "Press", "callback_data": "x"}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x", "chat_id": 424_242}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_parameters": {"message_id": 999}},
         "message to be replied not found"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": ""})},
         "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard({"text": "a"})},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [PRESS]}},
         "field must be an Array of Arrays of InlineKeyboardButton"),
        ({"text": "x", "reply_markup": "{oops"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 5}]},
         "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 1"),
        ({"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
         "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1"),
        ({"text": "x", "entities": [{"type": "shout", "offset": 0, "length": 1}]},
         "can't parse MessageEntity: unsupported type specified"),
    ],
)  # fmt: skip
async def test_a_message_that_cannot_be_sent_is_refused(
    stage: Stage, parameters: JsonObject, refusal: str
) -> None:
    asked = {"chat_id": stage.olga.id} | parameters
    answer = await stage.call("sendMessage", **asked)
    assert (answer.status, answer.refusal) == (400, f"Bad Request: {refusal}")


async def test_a_missing_reply_may_be_done_without(stage: Stage) -> None:
    allowed = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await stage.says("x", reply_parameters=allowed)


async def test_unknown_tokens_and_methods_are_refused(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base_url}/bot1:wrong/getMe") as answer:
        assert (answer.status, (await answer.json())["description"]) == (401, "Unauthorized")
    unknown = await stage.call("sendTelepathy")
    assert (unknown.status, unknown.refusal) == (404, "Not Found")


@pytest.mark.parametrize("body", [b"{", b"[]", b"[" * 100_000])
async def test_a_body_that_is_no_json_object_is_refused(stage: Stage, body: bytes) -> None:
    url = f"{stage.base_url}/bot{stage.bot.token}/getMe"
    kind = {"Content-Type": "application/json"}
    async with stage.http.post(url, data=body, headers=kind) as answer:
        assert answer.status == 400


async def test_a_caption_has_1024_characters_at_most(stage: Stage) -> None:
    form = upload("photo", png(), chat_id=str(stage.olga.id), caption="x" * 1_025)
    answer = await stage.call_with_form("sendPhoto", form)
    assert answer.refusal == "Bad Request: message caption is too long"


async def test_others_messages_in_a_group_are_deleted_by_administrators_only(
    stage: Stage,
) -> None:
    group = await stage.driver.group("Leaders", members=[stage.olga], bots=["shop_bot"])
    typed = await group.as_(stage.olga).types("x")
    where = {"chat_id": group.id, "message_id": typed.message_id}
    answer = await stage.call("deleteMessage", **where)
    assert answer.refusal == "Bad Request: message can't be deleted for everyone"
    await group.change_member(stage.olga, "promote_bot")
    assert (await stage.call("deleteMessage", **where)).body["result"] is True


async def test_a_bot_cannot_write_first_nor_to_who_blocked_it(stage: Stage) -> None:
    boris = await stage.driver.person("Boris")
    first = await stage.call("sendMessage", chat_id=boris.id, text="x")
    assert first.refusal == "Forbidden: bot can't initiate conversation with a user"
    await stage.chat.blocks()
    blocked = await stage.call("sendMessage", chat_id=stage.olga.id, text="x")
    assert (blocked.status, blocked.refusal) == (403, "Forbidden: bot was blocked by the user")
    await stage.chat.starts()
    assert await stage.says("back again")


async def test_a_bot_that_was_thrown_out_of_a_group_is_told_so(stage: Stage) -> None:
    group = await stage.driver.group("Leaders", members=[stage.olga], bots=["shop_bot"])
    await group.change_member(stage.olga, "kick_bot")
    answer = await stage.call("sendMessage", chat_id=group.id, text="x")
    assert answer.refusal == "Forbidden: bot was kicked from the group chat"


async def test_administrators_are_shown_with_every_right(stage: Stage) -> None:
    group = await stage.driver.group("Leaders", members=[stage.olga], bots=["shop_bot"])
    await group.change_member(stage.olga, "promote_bot")
    shown = await stage.call("getChatMember", chat_id=group.id, user_id=stage.bot.id)
    assert ChatMemberAdministrator.model_validate(shown.result).can_delete_messages
    assert len((await stage.call("getChatAdministrators", chat_id=group.id)).listed) == 2


@pytest.mark.parametrize(
    ("photo", "refusal"),
    [
        ("https://example.com/x.png", "failed to get HTTP URL content"),
        ("attach://nothing", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_file_that_is_not_here_is_refused(stage: Stage, photo: str, refusal: str) -> None:
    answer = await stage.call("sendPhoto", chat_id=stage.olga.id, photo=photo)
    assert answer.refusal == f"Bad Request: {refusal}"


async def test_files_have_telegrams_sizes_at_most(stage: Stage) -> None:
    chat_id = str(stage.olga.id)
    sent = await stage.chat.sends_document(bytes(20 * 1024 * 1024 + 1), name="big.bin")
    answer = await stage.call("getFile", file_id=sent.document)
    assert answer.refusal == "Bad Request: file is too big"
    photo = upload("photo", png() + bytes(10 * 1024 * 1024), chat_id=chat_id)
    assert (await stage.call_with_form("sendPhoto", photo)).refusal.endswith("file is too big")
    huge = upload("document", bytes(50 * 1024 * 1024 + 1), chat_id=chat_id)
    refused = await stage.call_with_form("sendDocument", huge)
    assert (refused.status, refused.refusal) == (413, "Request Entity Too Large")


async def test_a_closed_topic_takes_no_messages(stage: Stage) -> None:
    forum = await stage.driver.group(
        "Forum", members=[stage.olga], bots=["shop_bot"], is_forum=True
    )
    made = (await stage.call("createForumTopic", chat_id=forum.id, name="Till 1")).result
    where = {"chat_id": forum.id, "message_thread_id": made["message_thread_id"]}
    sent = await stage.call("sendMessage", **where, text="x")
    assert sent.result["is_topic_message"] is True
    await stage.call("closeForumTopic", **where)
    answer = await stage.call("sendMessage", **where, text="x")
    assert answer.refusal == "Bad Request: TOPIC_CLOSED"


async def test_nul_and_halves_of_characters_do_no_harm(stage: Stage) -> None:
    url = f"{stage.base_url}/bot{stage.bot.token}/sendMessage"
    body = '{"chat_id": %d, "text": "a\\u0000b\\ud800c", "reply_markup": {"inline_keyboard": '
    body += '[[{"text": "\\udfff", "callback_data": "\\ud83d"}]]}}'
    kind = {"Content-Type": "application/json"}
    async with stage.http.post(url, data=body % stage.olga.id, headers=kind) as answer:
        assert (await answer.json())["result"]["text"] == "ab\ufffdc"
    assert (await stage.chat.transcript())[-1].text == "ab\ufffdc"


async def test_the_log_keeps_requests_answers_and_statuses(stage: Stage) -> None:
    await stage.says("x")
    await stage.call("sendMessage", chat_id=stage.olga.id, text="")
    sent, refused = (await stage.driver.requests())[-2:]
    assert (sent.method, sent.status, sent.parameters["text"]) == ("sendMessage", 200, "x")
    assert (refused.status, refused.answer["error_code"]) == (400, 400)
    assert await stage.driver.requests(after=sent.number) == [refused]
