"""What only new Bot API servers know goes out in an older form where it is refused."""

import pytest

from services.messages import Button, Grid, OutgoingMessage, Reaction, Tone
from tests.bot.fake_telegram import FakeTelegram
from tests.bot.test_sender import Desk, desk, say

__all__ = ["desk"]

GRID = Grid("The day", ("No.", "In"), (("1", "250"),), ("Closing: 250",), frozenset({1}))


def filed(text: str = "filed") -> OutgoingMessage:
    return say(text, reactions=(Reaction(41, "👍"),))


async def test_a_reaction_is_set_beside_the_answer(desk: Desk, telegram: FakeTelegram) -> None:
    await desk.send(filed(), say("undone", reactions=(Reaction(41, ""),)))
    assert telegram.texts() == ["filed", "undone"]
    assert {str(each["reaction"]) for each in telegram.of("setMessageReaction")} == {
        "[{'type': 'emoji', 'emoji': '👍'}]",
        "[]",
    }


@pytest.mark.parametrize("status", [400, 403, 429, 500])
async def test_a_reaction_that_fails_disturbs_nothing(
    desk: Desk, telegram: FakeTelegram, status: int
) -> None:
    telegram.script("setMessageReaction", status, "REACTION_INVALID")
    await desk.send(filed(), say("next"))
    assert telegram.texts() == ["filed", "next"]
    assert len(telegram.of("setMessageReaction")) == 1
    assert await desk.left() == ()


async def test_a_reaction_waits_for_its_answer_over_a_restart(
    desk: Desk, telegram: FakeTelegram
) -> None:
    await desk.queue(filed())
    await desk.sender.load()
    await desk.settled()
    assert telegram.of("setMessageReaction")[0]["message_id"] == 41


async def test_a_table_goes_out_as_blocks(desk: Desk, telegram: FakeTelegram) -> None:
    await desk.send(say("<b>The day</b>", grid=GRID), say("x", grid=GRID, edits=3))
    rich = telegram.of("sendRichMessage")[0]["rich_message"]
    assert telegram.of("editMessageText")[0]["rich_message"] == rich
    assert isinstance(rich, dict)
    heading, table, foot = rich["blocks"]
    assert (heading["text"], foot["text"]) == ("The day", "Closing: 250")
    assert [[cell["text"] for cell in row] for row in table["cells"]] == [
        ["No.", "In"],
        ["1", "250"],
    ]
    assert table["cells"][1][1]["align"] == "right"


@pytest.mark.parametrize(("status", "said"), [(404, "Not Found"), (400, "unknown block")])
async def test_where_no_table_is_known_its_text_goes_out(
    desk: Desk, telegram: FakeTelegram, status: int, said: str
) -> None:
    telegram.script("sendRichMessage", status, said)
    await desk.send(say("<b>The day</b>", grid=GRID))
    assert telegram.texts() == ["<b>The day</b>"]


async def test_what_cannot_be_for_one_alone_is_an_ordinary_answer(
    desk: Desk, telegram: FakeTelegram
) -> None:
    telegram.script("sendMessage", 400, "ephemeral messages are not supported")
    await desk.send(say("you can't", chat_id=-5, only_for=7))
    first, second = telegram.of("sendMessage")
    assert first["ephemeral_message_parameters"] == {"receiver_user_id": 7}
    assert "ephemeral_message_parameters" not in second


async def test_where_no_button_can_be_disabled_it_leads_nowhere(
    desk: Desk, telegram: FakeTelegram
) -> None:
    telegram.script(
        "sendMessage",
        400,
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    rows = ((Button("✓ Olha, 14:02", tone=Tone.OFF), Button("Undo", "u:1", tone=Tone.BAD)),)
    await desk.send(say("done", buttons=rows))
    shown = telegram.of("sendMessage")[1]["reply_markup"]
    assert isinstance(shown, dict)
    shut, undo = shown["inline_keyboard"][0]
    assert shut == {"text": "✓ Olha, 14:02", "callback_data": "-"}
    assert undo["callback_data"].count(".") == 2
    assert "style" not in undo
