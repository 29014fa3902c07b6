"""Of a price that was told and one that was taken, the second: "стоила 3200, уступила за 2900"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_PAIR = 2
_PRICED = (
    "стоил", "стоял", "стояв", "стояла", "коштув", "просил", "хотіли", "хотели", "cost", "priced",
    "listed", "asked", "asking", "wanted", "was", "був", "була", "було", "был", "была", "было",
    "уцін", "уцен", "цін", "цен",
)  # fmt: skip
_LET_GO = (
    "уступ", "поступ", "відда", "отда", "gave", "let", "спуст", "прода", "sold", "пішов", "пішла",
    "ушел", "ушёл", "ушла", "went", "took", "забра", "взяв", "взял", "скинул", "скинув",
    "сторгов", "сторгув", "домов", "сошлись", "зійшлис", "came down",
)  # fmt: skip
_CHEAPER = ("уступ", "поступ", "скинул", "скинув", "спуст", "let", "came down")
"""What is only said of letting something go for less than it was priced at."""
_AT = frozenset({"for", "за", "на", "по", "at", "to", "down to"})
_ENDS = frozenset({",", ".", ";", "-", "–", "—"})
_SUPPLIERS = frozenset({"supplier", "landlord", "installer", "courier"})


@woken_by(*_PRICED, *_CHEAPER)
def take_marked_down(line: Line) -> None:
    """Drop the price that was asked where less was taken for the same thing, to be confirmed."""
    amounts = line.amounts()
    if len(amounts) != _PAIR or line.where(SpanKind.CARD, SpanKind.CHANGE, SpanKind.ORDER):
        return
    price, taken = amounts
    is_less = line.number(price) / 2 <= line.number(taken) < line.number(price)
    goods = line.where(SpanKind.GOODS)
    told = [at for at in range(price) if _starts(line, at, _PRICED)]
    border = next((at for at in range(price, taken) if line.spans[at].text in _ENDS), price)
    let_go = [at for at in range(price + 1, taken) if _starts(line, at, _LET_GO)]
    is_told = bool(told) or any(_starts(line, at, _CHEAPER) for at in let_go)
    if not is_less or not is_told or any(border < at for at in goods):
        return
    before = line.at(taken - 1)
    is_at = before is not None and before.folded.rpartition(" ")[2] in _AT
    if not is_at or not let_go:
        return
    line.drop(price)
    line.doubt(taken)
    if goods and not any(line.spans[at].value in _SUPPLIERS for at in line.where(SpanKind.ROLE)):
        _sell(line, let_go[0])
    for at in told:
        if line.spans[at].kind is not SpanKind.ROLE:
            line.hush(at)


def _sell(line: Line, at: int) -> None:
    """Let "віддала за" tell of a sale: the ware went and money came."""
    line.set(at, replace(line.spans[at], kind=SpanKind.VERB, value="sell"))


def _starts(line: Line, at: int, stems: tuple[str, ...]) -> bool:
    return line.spans[at].text.lower().startswith(stems)
