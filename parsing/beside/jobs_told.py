"""Read a job that is told by its deed alone: "колектор перекрутив Борис, 350"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.crews import CREW
from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_BY_MANY = ("али", "или", "яли", "їли", "ели", "ули", "вали", "зли", "гли", "рли", "сли")
_BY_ONE = ("ив", "ав", "яв", "їв", "ув", "ил", "ал", "ял", "ел", "ул")
_DONE = ("ed",)
_DONE_WORDS = frozenset({"laid", "hung", "dug", "bent", "rewound", "rehung", "relaid", "rebuilt"})
_DOING = ("ання", "ення", "яння", "іння", "ація", "яція", "ание", "ение", "яние", "ация", "ing")
_DEED_MIN = 5
_NO_DEEDS = (
    "розби", "злама", "поламал", "тріс", "лопн", "поте", "проті", "проте", "разби", "слом",
    "полом", "треснул", "сгорел", "згорі", "перегор", "зіпсу", "испорт", "загуб", "потеря",
    "забу", "забы",
    "хоті", "хоте", "дзвон", "звон", "обіця", "обеща", "пита", "спраш", "чека", "жда", "виріш",
    "реши", "диви", "смотр", "сказа", "каза", "говор", "проси", "попрос", "дума", "зна", "прийш",
    "приш", "захот", "сподоб", "понрав", "обра", "выбра", "вибра", "оціни", "оцени", "нам",
    "уеха", "уїха", "поеха", "поїха", "приеха", "приїха", "купи", "накупи", "придба", "продав",
    "продал", "прода", "затащ", "затяг", "занес", "занос", "вынес", "винес", "прино", "приве",
    "crack", "broke", "smash", "burst", "leak", "need", "want", "ask", "call", "promis", "wait",
    "lik", "look", "us", "unus", "damag", "reserv", "interest", "branded",
)  # fmt: skip
"""What happened to a thing, or was thought and said of it, is no work."""
_NETS = (
    "каналіз", "канализ", "опален", "отоплен", "водопров", "водопос", "heating", "sewer", "drain",
)  # fmt: skip
"""What has pipes, too, though its name alone means a bill."""
_WORKERS = frozenset({"staff", "installer", "handyman"})
_TOLD = frozenset(
    {
        *(SpanKind.GOODS, SpanKind.NAME, SpanKind.ROLE, SpanKind.WORD, SpanKind.COMMON),
        *(SpanKind.AMOUNT, SpanKind.PUNCTUATION, SpanKind.PREPOSITION, SpanKind.QUANTITY),
        *(SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.PLACE, SpanKind.JOINER, SpanKind.CURRENCY),
    }
)
"""Nothing else may be told: what is known says better what was done."""
_OURS = ("наш", "our", "нам", "магазин", "shop", "зал", "вітрин", "витрин", "офіс", "офис")


_INSIDE = frozenset({"в", "у", "на", "in", "at"})
_JOB = "installer_services"


@woken_by(*_NETS, kinds=(SpanKind.GOODS,), values=(_JOB,))
def with_jobs_told(line: list[Span]) -> list[Span]:
    """Let an unknown deed done to wares be a fitter's job; "at a school" is only where.

    It is to be confirmed, unless a fitter is named: a customer may have paid for it.
    """
    is_one = sum(span.kind is SpanKind.AMOUNT for span in line) == 1
    if not is_one or not all(_is_told(line, place) for place in range(len(line))):
        return line
    known = next((it for it, span in enumerate(line) if _is_job(span)), -1)
    at = known if known >= 0 else _deed(line)
    is_there = any(span.value == "customer" for span in line)
    if at < 0 or (at == known and not is_there) or any(it.folded.startswith(_OURS) for it in line):
        return line
    is_ours = any(span.value in _WORKERS for span in line)
    told = [_told(span, is_sure=is_ours) for span in line]
    if at != known:
        told[at] = replace(line[at], kind=SpanKind.THING, value=_JOB)
    return told


def _told(span: Span, *, is_sure: bool) -> Span:
    if span.kind is SpanKind.AMOUNT:
        return span if is_sure else replace(span, is_sure=False)
    is_quiet = span.kind is SpanKind.GOODS or span.value == "customer" or _is_net(span)
    return replace(span, kind=SpanKind.COMMON, value="common") if is_quiet else span


def _is_job(span: Span) -> bool:
    return span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value == _JOB


def _is_net(span: Span) -> bool:
    is_bill = span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value == "utilities"
    return is_bill and span.folded.startswith(_NETS)


def _is_told(line: Sequence[Span], at: int) -> bool:
    span = line[at]
    if span.kind is SpanKind.ROLE:
        is_there = span.value == "customer" and at > 0 and line[at - 1].folded in _INSIDE
        return is_there or span.value in _WORKERS or span.folded in CREW
    if span.kind is SpanKind.PREPOSITION:
        return span.value not in {"from", "to", "for_price"}
    return span.kind in _TOLD or _is_net(span) or _is_job(span)


def _deed(line: Sequence[Span]) -> int:
    """Give the place of what was done; what one did needs somebody who did it."""
    is_somebody = any(it.kind in {SpanKind.NAME, SpanKind.ROLE} or _is_name(it) for it in line)
    ends = (*_BY_MANY, *_DONE, *(_BY_ONE if is_somebody else ()))
    for at, span in enumerate(line):
        if _is_deed(span, (*ends, *_DOING) if _is_of_wares(line, at) else ends):
            return at
    return -1


def _is_of_wares(line: Sequence[Span], at: int) -> bool:
    """Tell whether wares come next, over an article and what kind: "running the water pipes"."""
    after = [span for span in line[at + 1 : at + 1 + _REACH] if span.kind is not SpanKind.COMMON]
    kinds = [span.kind for span in after[:2]]
    return kinds[:1] == [SpanKind.GOODS] or kinds == [SpanKind.WORD, SpanKind.GOODS]


_REACH = 4


def _is_name(span: Span) -> bool:
    return span.kind is SpanKind.WORD and span.text.istitle()


def _is_deed(span: Span, ends: tuple[str, ...]) -> bool:
    word = span.folded
    is_word = span.kind is SpanKind.WORD and span.text[0].islower()
    is_done = len(word) >= _DEED_MIN and word.endswith(ends) and not word.startswith(_NO_DEEDS)
    return is_word and (is_done or word in _DONE_WORDS)
