"""Parse modes: what they mean, what they refuse, and that nothing breaks them."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import BadRequestError
from sandbox.texts.formatted import formatted
from sandbox.texts.html import parse_html
from sandbox.texts.markdown import parse_markdown
from sandbox.texts.markdown_v2 import parse_markdown_v2
from sandbox.texts.styled import Entity, utf16_length, whole

MARKUP = st.text(st.sampled_from("<>/&;abi =\"'*_~|`[]()!\\\n>-.#😀я"), max_size=40)


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<b>a<i>б😀</i></b>c", "aб😀c", [("bold", 0, 4), ("italic", 1, 3)]),
        ("&lt;b&gt; &amp;amp; &#8364; &#x1F600; &nbsp;", "<b> &amp; € 😀 &nbsp;", []),
        ('<pre><code class="language-sql">select</code></pre>', "select", [("pre", 0, 6)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ('<a href="https://a.b/?x=1&amp;y=>">x</a>', "x", [("text_link", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<B>x</B >", "x", [("bold", 0, 1)]),
    ],
)
def test_html_says_what_it_means(
    text: str, plain: str, entities: list[tuple[str, int, int]]
) -> None:
    styled = parse_html(text)
    assert styled.text == plain
    assert [shape(each) for each in styled.entities] == entities


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("яa<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("1 < 2", 'Unclosed start tag "" at byte offset 2'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", ("Expected equal sign in declaration of an attribute of the tag "
         '"a" at byte offset 0')),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
    ],
)  # fmt: skip
def test_html_is_refused_with_its_byte_offset(text: str, reason: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        parse_html(text)
    expected = reason.replace('Unclosed start tag ""', 'Unsupported start tag ""')
    assert refused.value.description == f"Bad Request: can't parse entities: {expected}"


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("*a* _b_ __c__ ~d~ ||e||", "a b c d e",
         [("bold", 0, 1), ("italic", 2, 1), ("underline", 4, 1), ("strikethrough", 6, 1),
          ("spoiler", 8, 1)]),
        ("*a _b_*", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        (r"1\.5 \- 2\!", "1.5 - 2!", []),
        ("```sql\nselect 1```", "select 1", [("pre", 0, 8)]),
        ("`a*b`", "a*b", [("code", 0, 3)]),
        ("[x](https://a\\.b/c\\))", "x", [("text_link", 0, 1)]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 3)]),
        (">a\n>b||\nc", "a\nb\nc", [("expandable_blockquote", 0, 3)]),
    ],
)  # fmt: skip
def test_markdown_v2_says_what_it_means(
    text: str, plain: str, entities: list[tuple[str, int, int]]
) -> None:
    styled = parse_markdown_v2(text)
    assert styled.text == plain
    assert [shape(each) for each in styled.entities] == entities


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("я*a", "Can't find end of Bold entity at byte offset 2"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("*a _b* c_", "Can't find end of Italic entity at byte offset 8"),
    ],
)
def test_markdown_v2_is_refused_with_its_byte_offset(text: str, reason: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        parse_markdown_v2(text)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_the_older_markdown_takes_what_it_took() -> None:
    styled = parse_markdown("*a* _b_ `c*` [d](a.b) 1.5 snake\\_case")
    assert styled.text == "a b c* d 1.5 snake_case"
    kinds = [each["type"] for each in styled.entities]
    assert kinds == ["bold", "italic", "code", "text_link"]
    with pytest.raises(BadRequestError) as refused:
        parse_markdown("snake_case")
    assert refused.value.reason == (
        "can't parse entities: Can't find end of the entity starting at byte offset 5"
    )


def test_commands_mentions_and_addresses_are_seen_in_plain_text() -> None:
    styled = formatted("😀 /start@shop_bot @olga https://a.b/c a@b.cd #tag", None, None)
    assert [shape(each) for each in styled.entities] == [
        ("bot_command", 3, 15),
        ("mention", 19, 5),
        ("url", 25, 13),
        ("email", 39, 6),
        ("hashtag", 46, 4),
    ]


@given(st.text(max_size=60))
def test_any_text_comes_through_html_escaping_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text)).text == html.unescape(html.escape(text))


@given(MARKUP, st.sampled_from(["HTML", "MarkdownV2", "Markdown"]))
def test_no_markup_breaks_a_parser(text: str, mode: str) -> None:
    try:
        styled = formatted(text, mode, None)
    except BadRequestError:
        return
    length = utf16_length(styled.text)
    for entity in styled.entities:
        _, offset, size = shape(entity)
        assert offset >= 0
        assert size > 0
        assert offset + size <= length


@given(st.text(st.characters(), max_size=30))
def test_whatever_is_mended_can_be_sent(text: str) -> None:
    assert "\x00" not in whole(text).encode().decode()


def shape(entity: Entity) -> tuple[str, int, int]:
    return str(entity["type"]), int(str(entity["offset"])), int(str(entity["length"]))
