"""Take the change off the note that it was given from: "дала решту 300 з двох тисяч" is 1 700."""

from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_REST = ("решт", "здач", "сдач", "change")
_FROM = frozenset({"з", "із", "зі", "из", "с", "from", "of", "out of"})
_NOTES = frozenset(map(Decimal, (100, 200, 500, 1000, 2000, 3000, 5000)))
_BROUGHT = frozenset({"give_back", "bring", "receive"})
_REACH = 2
_BETWEEN = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.PERSON, SpanKind.VERB})


@woken_by(*_REST)
def take_change_from_note(line: Line) -> None:
    """Leave of a note and its change what was kept, to be confirmed."""
    amounts = line.amounts()
    notes = [at for at in amounts if _is_note(line, at)]
    changes = [at for at in amounts if at not in notes and _is_change(line, at)]
    verbs = {line.spans[at].value for at in line.where(SpanKind.VERB)}
    if len(notes) != 1 or len(changes) != 1 or verbs & _BROUGHT:
        return
    note, change = notes[0], changes[0]
    kept = line.number(note) - line.number(change)
    if kept <= 0:
        return
    for at in amounts:
        if at != note and (at == change or line.number(at) == kept):
            line.drop(at)
    line.put(note, kept, is_sure=False)
    for at in line.where(SpanKind.CHANGE, SpanKind.LEFTOVER):
        line.hush(at)
    for at in line.where(SpanKind.VERB):
        if line.spans[at].value == "give":
            line.hush(at)  # that the change was given tells nothing of the way


def _is_note(line: Line, at: int) -> bool:
    before = line.at(at - 1)
    before = line.at(at - 2) if before is not None and before.folded == "a" else before
    is_from = before is not None and before.last_word in _FROM
    return is_from and line.number(at) in _NOTES


def _is_change(line: Line, at: int) -> bool:
    near = line.spans[max(0, at - _REACH) : at + _REACH]
    return any(map(_is_rest, near)) or _is_told_behind_note(line, at)


def _is_told_behind_note(line: Line, at: int) -> bool:
    """Tell whether a figure stands behind "change from 500," and no verb but that it was given."""
    note = next((it for it in range(at - 1, -1, -1) if line.spans[it].kind not in _BETWEEN), at)
    is_given = all(
        span.value == "give" or span.kind is not SpanKind.VERB for span in line.spans[note:at]
    )
    words = line.spans[max(0, note - _REACH - 1) : note]
    return is_given and _is_note(line, note) and any(map(_is_rest, words))


def _is_rest(span: Span) -> bool:
    return any(word.startswith(_REST) for word in span.folded.split())
