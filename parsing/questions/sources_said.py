"""Which single source of sales a question names: Prom, the site, the showroom, the phone."""

from collections.abc import Iterator, Sequence

from parsing.annotation.tokens import fold
from parsing.memory.memory import memory_key
from parsing.questions.marks import Mark, Place, Vocabulary, marks_of
from parsing.questions.query import SOURCE_PREFIX, Measure, Query

_FAMILIES: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "prom": (
        frozenset("prom promua пром прома прому проме промі промом промуа".split()),
        ("promua", "промуа"),
    ),
    "site": (frozenset({"site", "sites"}), ("сайт",)),
    "showroom": (frozenset(), ("showroom", "шоурум", "шоуром")),
    "phone": (
        frozenset("phone телефон телефону телефона телефоном телефоні телефоне".split()),
        (),
    ),
    "rozetka": (frozenset(), ("rozetk", "розетк", "розетц")),
    "olx": (frozenset({"olx", "olxua", "олх", "олікс"}), ()),
    "instagram": (
        frozenset("insta інста інсту інсті інсти инста инсту инсте инсты".split()),
        ("instagram", "інстаграм", "инстаграм"),
    ),
    "facebook": (frozenset({"fb", "фб"}), ("facebook", "фейсбук")),
    "telegram": (frozenset(), ("telegram", "телеграм")),
    "viber": (frozenset(), ("viber", "вайбер")),
    "tiktok": (frozenset(), ("tiktok", "тікток", "тикток")),
}
"""What sources are called everyday: whole words, and what words begin with."""
_ENDING_MAX = 3
_KEY_MIN = 4
"""Shorter names stand as they are, in no other case."""
_PARTS_MAX = 4
"""Prom . ua, шоу - рум."""
_HEARD = frozenset({"word", "name", "channel"})
_ELSE = frozenset({"category", "spec"})
"""What a phone or an advertisement is where nothing is sold."""
_PHONE = "phone_internet"
_OF_SALES = frozenset(
    {"sales", "refunds", "refund_rate", "margin", "cost", "money_in", "result", "profitability"}
)
_SOLD = frozenset({Measure.SALES, Measure.REFUNDS, Measure.COST, Measure.MARGIN})
_NARROWING = frozenset({"по", "from", "via"})


def source_called(name: str) -> str:
    """Give what a source is known by, in whatever language: prom.ua and Пром are one."""
    said = "".join(each for each in fold(name) if each.isalnum())
    return next((known for known in _FAMILIES if _is_of(said, known)), said)


def _is_of(said: str, family: str) -> bool:
    whole, stems = _FAMILIES[family]
    begins = (each for each in stems if said.startswith(each))
    return said in whole or any(len(said) - len(each) <= _ENDING_MAX for each in begins)


def sources_of(names: Sequence[str]) -> tuple[Place, ...]:
    """Give the sources that documents name, each once, by the first of its names."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(source_called(name), name)
    return tuple(
        Place(SOURCE_PREFIX + name, (called,)) for called, name in known.items() if called
    )


def heard_in(text: str, vocabulary: Vocabulary, before: Query | None = None) -> tuple[Mark, ...]:
    """Cut a question into marks, a source that the shop sells through among them."""
    marks, sources = marks_of(text, vocabulary), vocabulary.sources
    is_of_sales = before is not None and before.measure in _SOLD
    return tuple(_with_sources(marks, sources, is_of_sales=is_of_sales)) if sources else marks


def _with_sources(
    marks: Sequence[Mark], sources: Sequence[Place], *, is_of_sales: bool
) -> Iterator[Mark]:
    """Mark sources for what they are.

    Args:
        marks: the words of a question.
        sources: what the shop sells through.
        is_of_sales: the last question was of something sold, so that this may go on from it.
    """
    found = dict(_found(marks, sources))
    spans = {at for start, (count, _) in found.items() for at in range(start, start + count)}
    beside = [mark for at, mark in enumerate(marks) if at not in spans]
    is_sold, is_told = _is_sold(beside), is_of_sales or _tells_of_sales(beside)
    at = 0
    while at < len(marks):
        count, key = found.get(at, (1, ""))
        is_plain = marks[at].section == "channel"
        is_word = marks[at].section not in _ELSE or marks[at].value != _PHONE
        if key and (is_plain or (is_sold and (is_word or is_told))):
            text = " ".join(mark.text for mark in marks[at : at + count])
            yield Mark("channel", key, text, marks[at].start, marks[at + count - 1].end)
        elif at + 1 in found and is_sold and fold(marks[at].text) in _NARROWING:
            yield marks[at]._replace(section="filler", value="plain")
        else:
            count = 1
            yield marks[at]
        at += count


def _found(
    marks: Sequence[Mark], sources: Sequence[Place]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Give where sources are named, of how many marks, and which."""
    at = 0
    while at < len(marks):
        count, key = _source_at(marks, at, sources)
        if key:
            yield at, (count, key)
        at += count


def _source_at(marks: Sequence[Mark], at: int, sources: Sequence[Place]) -> tuple[int, str]:
    if marks[at].section not in _HEARD | _ELSE:
        return 1, ""
    for count in range(min(_PARTS_MAX, len(marks) - at), 0, -1):
        parts = marks[at : at + count]
        if parts[-1].section in {"sign", "filler"}:
            continue
        said = source_called("".join(mark.text for mark in parts).removeprefix("the "))
        for source in sources:
            if _is_same(said, source.names[0], is_one=count == 1):
                return count, source.key
    return 1, ""


def _is_same(said: str, called: str, *, is_one: bool) -> bool:
    if said == called:
        return True
    is_long = min(len(said), len(called)) >= _KEY_MIN and not {said, called} & {*_FAMILIES}
    return is_one and is_long and memory_key(said) == memory_key(called)


def _is_sold(marks: Sequence[Mark]) -> bool:
    """Tell whether nothing is asked of that is spent."""
    measures = {mark.value for mark in marks if mark.section == "measure"}
    return measures <= _OF_SALES and all(mark.section not in _ELSE for mark in marks)


def _tells_of_sales(marks: Sequence[Mark]) -> bool:
    """Tell whether sales or orders are named: a phone alone is what is paid for."""
    return any(
        mark.section == "measure"
        or mark.is_of("counted", "orders")
        or mark.is_of("shape", "average_sale")
        for mark in marks
    )
