"""What the Bot API learned last: tables, messages for one member, reactions, copied text."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage, SendRichMessage
from aiogram.types import (
    CopyTextButton,
    DisabledButton,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputRichBlockParagraph,
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichMessage,
    ReactionTypeEmoji,
    ReactionTypeUnion,
    RichBlockTableCell,
)

from tests.sandbox.bot_api_types import check_log
from tests.sandbox.conftest import NAME, Scene


def table(*rows: tuple[str, ...]) -> InputRichBlockTable:
    cells = [
        [RichBlockTableCell(text=each, align="left", valign="top") for each in row] for row in rows
    ]
    return InputRichBlockTable(cells=cells, is_striped=True)


async def test_a_table_is_sent_seen_and_changed(scene: Scene) -> None:
    rich = InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text="The day", size=3),
            table(("No.", "In"), ("1", "250")),
            InputRichBlockParagraph(text="That is all."),
        ]
    )
    sent = await scene.bot(SendRichMessage(chat_id=scene.ann.id, rich_message=rich))
    shown = await scene.chat.hears()
    assert shown.tables == ((("No.", "In"), ("1", "250")),)
    changed = InputRichMessage(blocks=[table(("No.", "In"), ("2", "300"))])
    await scene.bot(
        EditMessageText(chat_id=scene.ann.id, message_id=sent.message_id, rich_message=changed)
    )
    assert (await scene.chat.sees_edit(shown)).tables == ((("No.", "In"), ("2", "300")),)
    await scene.bot(EditMessageText(chat_id=scene.ann.id, message_id=sent.message_id, text="text"))
    again = await scene.chat.sees_edit(shown)
    assert (again.text, again.tables) == ("text", ())
    assert check_log(await scene.driver.log()) > 2


@pytest.mark.parametrize(
    "rich",
    [
        InputRichMessage(html="<b>x</b>"),
        InputRichMessage(blocks=[]),
        InputRichMessage(blocks=[table(("a", "b"), ("c",))]),
        InputRichMessage(blocks=[InputRichBlockSectionHeading(text="x", size=9)]),
    ],
)
async def test_a_rich_message_that_cannot_be_is_refused(
    scene: Scene, rich: InputRichMessage
) -> None:
    with pytest.raises(TelegramBadRequest):
        await scene.bot(SendRichMessage(chat_id=scene.ann.id, rich_message=rich))


async def test_a_message_for_one_member_is_seen_by_nobody_else(scene: Scene) -> None:
    eve = await scene.driver.person("Eve")
    group = await scene.driver.group("Talk", members=[scene.ann, eve], bots=[NAME])
    for_eve = EphemeralMessageParameters(receiver_user_id=eve.id)
    sent = await scene.bot(
        SendMessage(chat_id=group.id, text="only you", ephemeral_message_parameters=for_eve)
    )
    assert (sent.message_id, sent.ephemeral_message_id) == (0, 1)
    assert (await group.as_(eve).hears()).text == "only you"
    await group.as_(scene.ann).hears_nothing()
    assert await group.as_(scene.ann).transcript() == []
    for_nobody = EphemeralMessageParameters(receiver_user_id=999)
    for chat_id, receiver in ((group.id, for_nobody), (scene.ann.id, for_eve)):
        with pytest.raises(TelegramBadRequest):
            await scene.bot(
                SendMessage(chat_id=chat_id, text="x", ephemeral_message_parameters=receiver)
            )


async def test_only_known_reactions_stand_and_one_at_a_time(scene: Scene) -> None:
    said = await scene.chat.types("hello")
    await scene.bot.set_message_reaction(
        scene.ann.id, said.message_id, [ReactionTypeEmoji(emoji="👍")]
    )
    assert [each.reactions for each in await scene.chat.transcript()][-1] == ("👍",)
    for emoji in ("✅", "👍👍"):
        wrong: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=each) for each in emoji]
        with pytest.raises(TelegramBadRequest, match="REACTION"):
            await scene.bot.set_message_reaction(scene.ann.id, said.message_id, wrong)
    await scene.bot.set_message_reaction(scene.ann.id, said.message_id, [])
    assert [each.reactions for each in await scene.chat.transcript()][-1] == ()


async def test_buttons_copy_or_say_what_was_decided(scene: Scene) -> None:
    def keyboard(copied: str) -> InlineKeyboardMarkup:
        copies = InlineKeyboardButton(text="Copy", copy_text=CopyTextButton(text=copied))
        shut = InlineKeyboardButton(text="Olha, 14:02", disabled=DisabledButton())
        return InlineKeyboardMarkup(inline_keyboard=[[copies], [shut]])

    await scene.bot.send_message(scene.ann.id, "x", reply_markup=keyboard("12400"))
    shown = await scene.chat.hears()
    assert shown.button("Copy").copies == "12400"
    with pytest.raises(KeyError):
        await scene.chat.presses(shown, "Olha")
    with pytest.raises(TelegramBadRequest, match="COPY_TEXT"):
        await scene.bot.send_message(scene.ann.id, "x", reply_markup=keyboard("x" * 257))
