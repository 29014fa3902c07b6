"""Take the change off the note that it was given from: "дала решту 300 з двох тисяч" is 1 700."""

from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_REST = ("решт", "здач", "сдач", "change")
_FROM = frozenset({"з", "із", "зі", "из", "с", "from", "of", "out of"})
_NOTES = frozenset(map(Decimal, (100, 200, 500, 1000, 2000, 3000, 5000)))
_BROUGHT = frozenset({"give_back", "bring", "receive"})
_REACH = 2


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
    return before is not None and before.folded in _FROM and line.number(at) in _NOTES


def _is_change(line: Line, at: int) -> bool:
    near = line.spans[max(0, at - _REACH) : at + _REACH]
    return any(span.folded.startswith(_REST) for span in near)
