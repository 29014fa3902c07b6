import pytest

from parsing.annotation.errors import LexiconError
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import VERB_VALUES, SpanKind
from parsing.annotation.tokens import scan_tokens
from parsing.annotation.word_lists import LexiconSource, build_lexicon


def test_every_verb_of_the_lexicon_is_read_by_the_parser(lexicon: Lexicon) -> None:
    patterns = [pattern for word in lexicon.words for pattern in lexicon.words.get(word)]
    verbs = {it.meaning.value for it in patterns if it.meaning.kind is SpanKind.VERB}
    assert verbs == VERB_VALUES


def test_the_longest_phrase_wins_over_its_first_word(lexicon: Lexicon) -> None:
    found = lexicon.find(scan_tokens("day before yesterday"), 0)
    assert found is not None
    assert (found[0].value, found[1]) == ("before_yesterday", 3)


@pytest.mark.parametrize(
    "source",
    [
        '[nonsense]\nword = ["word"]',
        '[amount]\nword = ["word"]',
        '[purpose]\nno_such_category = ["word"]',
        '[goods]\ngoods = ["word"]\n[card]\ncard = ["word"]',
        '[verb]\njuggle = ["juggled"]',
        '[goods]\ngoods = [""]',
        '[month]\n13 = ["undecember"]',
        "not toml at all",
    ],
)
def test_a_faulty_file_is_refused(source: str) -> None:
    with pytest.raises(LexiconError):
        build_lexicon([LexiconSource("en", source)])


def test_a_new_word_needs_no_programming() -> None:
    source = LexiconSource("en", '[thing]\noffice_household = ["samovar*"]')
    found = build_lexicon([source]).find(scan_tokens("Samovars"), 0)
    assert found is not None
    assert found[0].value == "office_household"
