"""Turn tokens into typed spans: words by the lexicon, numbers by what stands around them."""

import datetime as dt
from dataclasses import replace

from parsing.annotation.checklists import without_unticked
from parsing.annotation.closings import without_closing
from parsing.annotation.dates import relative_date, weekday_date
from parsing.annotation.dictated import with_signs_dictated
from parsing.annotation.full_names import with_whole_names
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.names_with_roles import with_roles_apart
from parsing.annotation.number_spans import add_number, add_spoken_number
from parsing.annotation.openings import without_opening
from parsing.annotation.shouted import with_shouted_names
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text
from parsing.annotation.whole.whole import as_told_whole

_SPOKEN = frozenset({SpanKind.NUMBER_WORD, SpanKind.MULTIPLIER, SpanKind.DAY_WORD})


def annotate(text: str, *, today: dt.date, lexicon: Lexicon) -> list[Span]:
    """Read cleaned text as typed spans, left to right."""
    tokens = without_unticked(with_signs_dictated(lexicon.read_tokens(text), lexicon))
    tokens = with_shouted_names(text, without_closing(without_opening(tokens)), lexicon)
    message = Text(with_roles_apart(tokens, lexicon), [], lexicon, today)
    index = 0
    while index < len(message.tokens):
        step = add_number if message.tokens[index].is_digits else _add_word
        index = step(message, index)
    spans = with_whole_names(_without_dots_of_titles(message.spans), lexicon)
    return as_told_whole(_with_quoted_names(spans), today)


def _without_dots_of_titles(spans: list[Span]) -> list[Span]:
    """Leave out the dot of "Mr." before a name: no sentence ends there."""
    return [
        span
        for at, span in enumerate(spans)
        if not (span.text == "." and at > 0 and spans[at - 1].value == "title")
    ]


def _with_quoted_names(spans: list[Span]) -> list[Span]:
    """Read a word with a capital between quotation marks as a name: «Термосфера» is no thermos."""
    for at in range(1, len(spans) - 1):
        is_quoted = spans[at - 1].text == "«" and spans[at + 1].text == "»"
        if is_quoted and spans[at].text[0].isupper() and spans[at].kind is not SpanKind.FIRM:
            spans[at] = replace(spans[at], kind=SpanKind.WORD, value="")
    return spans


def _add_word(message: Text, index: int) -> int:
    span, count = message.word_at(index)
    if span.kind in _SPOKEN:
        end = add_spoken_number(message, index)
        if end is not None:
            return end
        span = replace(span, kind=SpanKind.COMMON)
    elif span.folded == "w" or (span.folded in _PLUS and span.text[0].isupper()):
        span = _as_word(message, span)
    elif span.folded in _CONTRACTED:
        span = _as_contracted(message, span, index + count)
    elif span.kind is SpanKind.DATE_WORD:
        span = _dated(span, relative_date(span.value, message.today))
    elif _is_watt(message.last(), span):
        span = replace(span, kind=SpanKind.COMMON, value="common")
    elif span.kind is SpanKind.WEEKDAY:
        span = _dated(span, weekday_date(int(span.value), message.today))
    message.spans.append(span)
    return index + count


def _is_watt(before: Span | None, span: Span) -> bool:
    """Tell whether "вт" belongs to a model such as "LED-60": it is no Tuesday then."""
    return span.folded == "вт" and before is not None and before.kind is SpanKind.MODEL


_CONTRACTED = frozenset({"well", "shell"})


def _as_contracted(message: Text, span: Span, after: int) -> Span:
    """Read "she'll" as no filling station, and "well" as no "we'll" where no verb follows."""
    if span.folded == "shell":
        is_whole = span.text.isalpha()
        return span if is_whole else replace(span, kind=SpanKind.PLAN, value="future")
    is_no_plan = _is_no_plan(message, span, after)
    return replace(span, kind=SpanKind.COMMON, value="common") if is_no_plan else span


def _is_no_plan(message: Text, well: Span, after: int) -> bool:
    """Tell whether "well" is no "we'll": behind it comes no verb."""
    following, _ = message.at(after)
    is_digits = after < len(message.tokens) and message.tokens[after].is_digits
    is_before_somebody = following is None or following.kind in _NO_VERB
    return well.text.lower() == "well" and (is_digits or is_before_somebody)


_NO_VERB = frozenset(
    {SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.PERSON, SpanKind.NAME, SpanKind.NUMBER_WORD}
)
_PLUS = frozenset({"plus", "плюс"})


def _as_word(message: Text, span: Span) -> Span:
    """Read "w" as "with" where it measures nothing, and "Plus" as the end of a firm's name."""
    before = message.last()
    if span.folded == "w":
        is_measure = before is not None and before.text[-1].isdigit()
        return span if is_measure else replace(span, kind=SpanKind.COMMON, value="common")
    if before is None or not before.text[0].isupper() or before.end + 1 != span.start:
        return span
    message.spans[-1] = replace(before, kind=SpanKind.WORD, value="")
    return replace(span, kind=SpanKind.WORD, value="")


def _dated(span: Span, found: dt.date | None) -> Span:
    if found is None:
        return span
    return replace(span, kind=SpanKind.DATE, value=found.isoformat())
