"""What people do in the sandbox, and what bots see of it."""

import asyncio

import pytest

from sandbox.driven import NothingHeardError, SandboxRefusedError
from sandbox.world import JsonObject
from tests.sandbox.stage import JPEG_START, Stage, keyboard, png


def messages(updates: list[JsonObject]) -> list[JsonObject]:
    return [each["message"] for each in updates if isinstance(each.get("message"), dict)]  # type: ignore[misc]  # checked here


async def test_privacy_mode_shows_commands_mentions_and_replies(stage: Stage) -> None:
    group = await stage.driver.group("G", members=[stage.olga], bots=["shop_bot"])
    side = group.as_(stage.olga)
    said = (await stage.call("sendMessage", chat_id=group.id, text="hello")).result
    heard = await side.hears()
    assert heard.message_id == said["message_id"]
    for text in ("plain", "/report", "/report@other_bot", "/report@shop_bot", "hi @shop_bot"):
        await side.types(text)
    await side.replies(heard, "reply")
    await side.types("@shop_bots")
    seen = [each.get("text") for each in messages(await stage.updates())]
    assert seen == ["/report", "/report@shop_bot", "hi @shop_bot", "reply"]
    await group.change_member(stage.olga, "promote_bot")
    await side.types("plain")
    assert messages(await stage.updates())[-1]["text"] == "plain"


async def test_members_come_and_go_before_the_bots_eyes(stage: Stage) -> None:
    boris = await stage.driver.person("Boris")
    group = await stage.driver.group("G", members=[stage.olga], bots=["shop_bot"])
    await group.change_member(stage.olga, "promote_bot")
    await stage.updates(allowed_updates=["message", "chat_member", "my_chat_member"])
    await group.change_member(boris, "join")
    await group.change_member(boris, "leave")
    await group.change_member(stage.olga, "kick_bot")
    kinds = [next(kind for kind in each if kind != "update_id") for each in await stage.updates()]
    assert kinds[-6:] == [
        "chat_member",
        "message",
        "message",
        "chat_member",
        "message",
        "my_chat_member",
    ]


async def test_blocking_and_unblocking_is_told(stage: Stage) -> None:
    await stage.chat.blocks()
    with pytest.raises(SandboxRefusedError, match="the bot is blocked"):
        await stage.chat.types("x")
    await stage.chat.unblocks()
    changes = [each["my_chat_member"] for each in await stage.updates()]
    statuses = [each["new_chat_member"]["status"] for each in changes if isinstance(each, dict)]
    assert statuses == ["kicked", "member"]


async def test_deep_links_start_bots_and_take_them_into_groups(stage: Stage) -> None:
    boris = await stage.driver.person("Boris")
    group = await stage.driver.group("G", members=[boris])
    await boris.opens_link("https://t.me/Shop_Bot?start=inv-1_x")
    await group.as_(boris).opens_link("https://t.me/shop_bot?startgroup=g1")
    seen = [each.get("text") for each in messages(await stage.updates())]
    assert seen == ["/start inv-1_x", None, "/start@shop_bot g1"]
    with pytest.raises(SandboxRefusedError, match="leads to no bot"):
        await boris.opens_link("https://t.me/nobody?start=1")


async def test_an_album_comes_as_messages_of_one_group(stage: Stage) -> None:
    await stage.chat.sends_album([png(), png(300, 500)], caption="two")
    first, second = messages(await stage.updates())
    assert first["media_group_id"] == second["media_group_id"]
    assert (first.get("caption"), second.get("caption")) == ("two", None)
    sizes = second["photo"]
    assert isinstance(sizes, list)
    assert [(each["width"], each["height"]) for each in sizes] == [
        (54, 90),
        (192, 320),
        (300, 500),
    ]


async def test_a_jpegs_size_is_read_from_its_header(stage: Stage) -> None:
    sent = await stage.chat.sends_photo(JPEG_START)
    photo = sent.raw["photo"]
    assert isinstance(photo, list)
    assert (photo[-1]["width"], photo[-1]["height"]) == (300, 200)


async def test_documents_voices_and_contacts_arrive(stage: Stage) -> None:
    await stage.chat.sends_document(b"a,b", name="Звіт.csv", caption="/import")
    await stage.chat.sends_voice(b"OggS", seconds=75)
    await stage.chat.shares_contact("+380501112233")
    document, voice, contact = messages(await stage.updates())
    assert isinstance(document["document"], dict)
    assert document["document"]["file_name"] == "Звіт.csv"
    assert document["caption_entities"] == [{"type": "bot_command", "offset": 0, "length": 7}]
    assert isinstance(voice["voice"], dict)
    assert voice["voice"]["duration"] == 75
    assert "contact" in contact


async def test_a_forward_tells_where_it_is_from(stage: Stage) -> None:
    group = await stage.driver.group("G", members=[stage.olga], bots=["shop_bot"])
    typed = await group.as_(stage.olga).types("gave 250")
    await group.as_(stage.olga).forwards(typed, stage.chat)
    forwarded = messages(await stage.updates())[-1]
    origin = forwarded["forward_origin"]
    assert isinstance(origin, dict)
    assert (forwarded["text"], origin["sender_user"]["id"]) == ("gave 250", stage.olga.id)


async def test_topics_hold_their_own_messages(stage: Stage) -> None:
    forum = await stage.driver.group("F", members=[stage.olga], bots=["shop_bot"], is_forum=True)
    thread = await forum.add_topic("Till 1")
    typed = await forum.as_(stage.olga).types("/report", thread_id=thread)
    assert typed.thread_id == thread
    assert messages(await stage.updates())[-1]["message_thread_id"] == thread
    with pytest.raises(SandboxRefusedError, match="there is no topic"):
        await forum.as_(stage.olga).types("x", thread_id=999)


async def test_only_ones_own_messages_can_be_changed(stage: Stage) -> None:
    await stage.says("from the bot")
    heard = await stage.chat.hears()
    with pytest.raises(SandboxRefusedError, match="only one's own"):
        await stage.chat.edits(heard, "x")


async def test_every_chat_counts_its_own_messages(stage: Stage) -> None:
    group = await stage.driver.group("G", members=[stage.olga], bots=["shop_bot"])
    await stage.chat.types("x")
    first = await group.as_(stage.olga).types("/x")
    supergroup = await group.upgrade()
    anew = await supergroup.as_(stage.olga).types("/y")
    assert first.message_id == 1
    assert anew.message_id == 2


async def test_nobody_presses_a_button_that_is_not_there(stage: Stage) -> None:
    await stage.says("x", reply_markup=keyboard({"text": "Undo", "callback_data": "undo"}))
    heard = await stage.chat.hears()
    with pytest.raises(KeyError):
        await stage.chat.presses(heard, "Redo")
    with pytest.raises(SandboxRefusedError, match="no such button"):
        await stage.chat.act("press", message_id=heard.message_id, data="redo")


async def test_silence_is_told_with_what_was_said_last(stage: Stage) -> None:
    await stage.chat.types("anybody?")
    with pytest.raises(NothingHeardError, match=r"Olga: anybody\?"):
        await stage.chat.hears(timeout_seconds=0.05)
    await stage.chat.hears_nothing(0.01)


async def test_what_happens_is_streamed_as_server_sent_events(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base_url}/sandbox/stream?after=0") as stream:
        async with asyncio.timeout(5):
            lines = [await stream.content.readline() for _ in range(2)]
    assert lines[0].startswith(b"id: 1")
    assert lines[1].startswith(b"data: {")


async def test_the_control_api_refuses_in_words(stage: Stage) -> None:
    with pytest.raises(SandboxRefusedError, match="there is no chat"):
        await stage.driver.get("/sandbox/messages", chat="nowhere")
    with pytest.raises(SandboxRefusedError, match="is missing or unknown"):
        await stage.driver.post("/sandbox/people", {})
    with pytest.raises(SandboxRefusedError, match="nobody can 'fly'"):
        await stage.chat.act("fly")
    with pytest.raises(SandboxRefusedError, match="there is no fault"):
        await stage.driver.fault("getMe", "meteorite")
