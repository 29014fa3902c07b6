"""Leave out where the proof is: "350, receipt in the folder", "(чек є)", "got the slip"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PROOFS = (
    "чек", "квитанц", "квит", "накладн", "розписк", "расписк", "receipt", "slip", "voucher",
    "chek", "kvytanc", "kvitanc",
)  # fmt: skip
_KEPT = (
    "є", "есть", "маю", "имеется", "взя", "забра", "сбере", "збер", "сохран", "лежит", "додан",
    "додаю", "прикр", "прилож", "клад", "покла", "полож", "сунув", "сунул", "папк", "папц",
    "файл", "столі", "столе", "столу", "шухляд", "ящик", "конверт", "сейф", "фото", "скан",
    "сфот", "нижче", "ниже", "тут", "ось", "вот", "в", "у", "на", "до", "к", "при", "без",
    "нема", "нет", "не", "дал", "дав", "дали", "мені", "мне", "їх", "него", "his", "her", "got",
    "have", "has", "had", "kept", "keep", "took", "with", "the", "a", "is", "in", "on", "at",
    "my", "our", "attached", "enclosed", "folder", "drawer", "file", "desk", "envelope",
    "photo", "below", "here", "no", "gave", "me", "pinned", "stapled", "box", "пришпил",
    "brought", "привіз", "привез", "приніс", "принес",
    "підшил", "подшил", "там", "there",
)  # fmt: skip
_SHORT = 3
"""A word as short as this is meant whole, a longer one with any ending."""
_ENDS = frozenset({",", ".", ";", "!", "(", ")", "-", "–", "—", "+", "✅", "👍", "📎", "🧾"})
_OPENINGS = frozenset({"got", "have", "has", "kept", "took", "with", "there"})
"""What may begin such a remark though no sign stands before it: "240 got the receipt"."""


_FOUND = (
    "знайш", "знаш", "найш", "нашл", "нашел", "found", "відшук", "отыск", "znaish", "nashl",
    "nashel",
)  # fmt: skip
_OFF = frozenset({"cash_surplus", "cash_shortage"})


@woken_by(*_FOUND)
def with_proof_found(line: list[Span]) -> list[Span]:
    """Let "found the lost receipt" find no money: a paper stands right before it or behind."""
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if span.value in _OFF and _is_of_paper(line, at)
        else span
        for at, span in enumerate(line)
    ]


def _is_of_paper(line: Sequence[Span], at: int) -> bool:
    if not line[at].text.lower().startswith((*_FOUND, *_LOST)):
        return False
    after = (it for it in line[at + 1 :] if not _is_passed(it))
    where = next(after, None)
    if where is not None and where.kind is SpanKind.PREPOSITION:  # "знайшла в кишені чек"
        next(after, None)
        where = next(after, None)
    before = (it for it in reversed(line[:at]) if it.kind not in _PASSED)
    beside = (where, next(before, None))
    return any(it is not None and _is_paper(it) for it in beside)


def _is_passed(span: Span) -> bool:
    is_few = span.number is not None and span.number < _FEW  # "знайшла два чеки"
    return span.kind in _PASSED or span.folded in _LOST or is_few


_FEW = 10
_PASSED = frozenset({SpanKind.COMMON, SpanKind.PERSON})
_LOST = frozenset({"missing", "lost"})


def _is_paper(span: Span) -> bool:
    is_written = span.text.lower().startswith(_PROOFS)  # "chek" is read as "check"
    return span.kind is SpanKind.DOCUMENT_WORD or is_written or _is_proof(span)


@woken_by(*_PROOFS)
def without_kept_proof(line: Sequence[Span]) -> list[Span]:
    """Take off a remark, behind what was paid, that only says that there is a proof, or where.

    A receipt for a sum, one that is still to come, and one that is what the message is about stay.
    """
    kept = list(line)
    if not any(map(_is_proof, kept)):
        return kept
    start = _end_of_sum(kept)
    while start < len(kept):
        end = next((at for at in range(start, len(kept)) if _is_end(kept[at])), len(kept))
        begins = _begin_of_remark(kept, start, end)
        if begins is not None:
            del kept[begins:end]
            end = begins
        start = end + 1
    return kept


def _end_of_sum(line: Sequence[Span]) -> int:
    sums = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    return sums[0] + 1 if sums else len(line)


def _is_end(span: Span) -> bool:
    return span.text in _ENDS or span.kind is SpanKind.NEWLINE


def _begin_of_remark(line: Sequence[Span], start: int, end: int) -> int | None:
    """Say where in a clause a remark about a proof begins; none if it ends otherwise."""
    begin = end
    while begin > start and (_is_proof(line[begin - 1]) or _is_of_keeping(line[begin - 1])):
        begin -= 1
    if begin > start or not _is_end(line[start - 1]):
        opening = (at for at in range(begin, end) if line[at].first_word in _OPENINGS)
        begin = next(opening, end)
    return begin if any(_is_proof(span) for span in line[begin:end]) else None


def _is_proof(span: Span) -> bool:
    is_said = span.folded.startswith(_PROOFS) or any(
        word.startswith(_PROOFS) for word in span.folded.split(" ")[1:]
    )
    return is_said and span.number is None


def _is_of_keeping(span: Span) -> bool:
    words = span.folded.split(" ")
    return span.number is None and all(
        any(word == each or (len(each) > _SHORT and word.startswith(each)) for each in _KEPT)
        for word in words
    )


BY_PROOFS = (with_proof_found, without_kept_proof)
"""The rules of this room, in the order in which they read a line."""
