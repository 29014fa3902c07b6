"""Hear that nobody said what a sum was for: "2 750, за що — не сказав", "didn't say what for"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WHAT_FOR = (
    "за що", "за шо", "на що", "на шо", "за что", "за чо", "на что", "what for", "for what",
    "what its for", "what it was for", "what that was for", "нащо", "навіщо", "зачем", "для чого",
    "для чего", "za scho", "za shcho", "za chto",
)  # fmt: skip
_UNTOLD = (
    "не сказ", "не поясн", "не уточн", "не призн", "не говор", "не каз", "не объясн", "не знаю",
    "не зна", "не помн", "не пам", "не зрозум", "не пон", "не розібр", "не разобр", "не ясно",
    "невідомо", "неизвестно", "незрозуміло", "непонятно", "хз", "didnt say", "did not say",
    "wont say", "wouldnt say", "not said", "no idea", "dont know", "dunno", "not sure", "idk",
    "unclear", "cant remember", "dont remember", "forgot", "забу", "забы", "never said",
    "ne skaza", "ne znayu", "hz",
)  # fmt: skip
_LENGTH = 8
_TOLD = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_SIGNS = frozenset({",", "-", "–", "—", ":", "(", ")", "…", "."})


@woken_by("what", "нащо", "навіщо", "зачем", words=("що", "шо", "что", "чо", "чого", "чего"))
def with_what_for_untold(line: list[Span]) -> list[Span]:
    """Turn a remark behind a sum that what it was for is not known into just that: it is asked.

    Signs may part the question from who did not say: "за що — не сказав".
    """
    sums = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if len(sums) != 1:
        return line
    for start in range(len(line)):
        for end in range(start + 2, min(len(line), start + _LENGTH) + 1):
            if start <= sums[0] < end or not _is_untold(line[start:end]):
                continue
            if any(it.kind in _TOLD for it in (*line[:start], *line[end:])):
                return line
            vague = replace(line[start], kind=SpanKind.VAGUE, value="purpose", folded="purpose")
            return [*line[:start], vague, *line[end:]]
    return line


def _is_untold(remark: Sequence[Span]) -> bool:
    words = " ".join(span.folded for span in remark if span.text not in _SIGNS)
    for asked in _WHAT_FOR:
        before, found, after = words.partition(asked)
        if found and before.strip() == "" and _is_one_of(after.strip()):
            return True
        if found and after.strip() == "" and _is_one_of(before.strip()):
            return True
    return False


def _is_one_of(said: str) -> bool:
    words = said.split()
    others = " ".join(words[1:])  # "він так і не сказав"
    is_untold = any(said.startswith(each) or others.startswith(each) for each in _UNTOLD)
    return is_untold and len(words) <= _WORDS_MAX


_WORDS_MAX = 4
