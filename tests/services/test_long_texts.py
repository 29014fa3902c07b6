"""Texts beyond what Telegram takes: each part whole, nothing lost, parted at a sensible place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.long_texts import CAPTION_MAX, TEXT_MAX, in_parts, parted
from services.messages import Attached, Button, OutgoingMessage

BUTTONS = ((Button("More", "more"),),)


def seen(text: str) -> str:
    return re.sub(r"<[^<>]*>", "", text)


def test_a_short_message_stays_as_it_is() -> None:
    message = OutgoingMessage(1, "x" * TEXT_MAX, BUTTONS, reply_to=3)
    assert in_parts(message) == (message,)


def test_a_long_list_is_parted_between_its_lines() -> None:
    lines = [f"№ {number} <b>−250 ₴</b> · Доставка &amp; Ко" for number in range(300)]
    message = OutgoingMessage(1, "\n".join(lines), BUTTONS, reply_to=3, dedupe_key="k")
    made = in_parts(message)
    assert [line for each in made for line in each.text.split("\n")] == lines
    assert [each.buttons for each in made] == [()] * (len(made) - 1) + [BUTTONS]
    assert [each.reply_to for each in made] == [3] + [None] * (len(made) - 1)
    assert [each.dedupe_key for each in made][:2] == ["k", "k:2"]


def test_a_tag_that_is_open_is_closed_and_opened_again() -> None:
    first, second = parted(f"<blockquote><b>{'word ' * 1_000}</b></blockquote>", TEXT_MAX)
    assert first.startswith("<blockquote><b>word")
    assert first.endswith("word</b></blockquote>")
    assert second.startswith("<blockquote><b>word")


def test_a_file_goes_with_the_first_part_and_a_caption_is_shorter() -> None:
    message = OutgoingMessage(1, "line\n" * 300, document=Attached("a.csv", b"1"))
    first, second = in_parts(message)
    assert len(first.text) <= CAPTION_MAX
    assert (first.document, second.document) == (message.document, None)


def test_what_changes_a_message_stays_one_and_says_that_it_goes_on() -> None:
    (only,) = in_parts(OutgoingMessage(1, "line\n" * 2_000, BUTTONS, edits=5))
    assert only.text.endswith("…")
    assert len(only.text) <= TEXT_MAX
    assert only.buttons == BUTTONS


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_one_endless_word_is_parted_all_the_same(letter: str) -> None:
    parts = list(parted(letter * 9_000, TEXT_MAX))
    assert "".join(parts) == letter * 9_000
    assert all(len(each.encode("utf-16-le")) // 2 <= TEXT_MAX for each in parts)


@given(
    st.lists(
        st.sampled_from(["<b>a</b>", "b ", "\n", "&lt;", "<i>", "</i>", "😀", "\n\n"]), max_size=80
    )
)
def test_nothing_is_lost_and_each_part_is_whole(pieces: list[str]) -> None:
    text, is_open = "", False
    for piece in pieces:
        if piece in {"<i>", "</i>"}:
            if (piece == "<i>") == is_open:
                continue
            is_open = not is_open
        text += piece
    text += "</i>" if is_open else ""
    parts = list(parted(text, 10, 15))
    assert "".join("".join(map(seen, parts)).split()) == "".join(seen(text).split())
    for part in parts:
        for tag in ("b", "i"):
            assert part.count(f"<{tag}>") == part.count(f"</{tag}>")
