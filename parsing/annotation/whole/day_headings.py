"""Read a heading that dates what follows: "closing yesterday's log: …", "суботній журнал: …"."""

import datetime as dt
from dataclasses import replace

from parsing.annotation.dates import relative_date, weekday_date
from parsing.annotation.spans import Span, SpanKind

_WEEKDAYS = {
    "понеділков": 0, "понедельнич": 0, "вівторков": 1, "вторнич": 1, "четвергов": 3,
    "пятнич": 4, "суботн": 5, "субботн": 5, "недільн": 6, "воскресн": 6,
}  # fmt: skip
_BEFORE_YESTERDAY = ("позавч", "позауч", "передвч")
_RECORDS = (
    "log", "book", "sheet", "report", "record", "entr", "journal", "list", "notes", "shift",
    "close", "closing", "day", "page", "ledger", "cashbook", "звіт", "отчет", "журнал", "запис",
    "зошит", "тетрад", "лист", "аркуш", "день", "дня", "дню", "днем", "днём", "змін", "смен",
    "каса", "касу", "касі", "каси", "касс", "відомост", "ведомост", "табел", "книг", "хвост",
    "хвіст", "таблиц", "till", "table", "stuff", "ones",
)  # fmt: skip
_PARTS_OF_DAY = frozenset(
    """вечер вечера вечером вечір вечора вечором утро утра утром ранок ранку ранком ніч ночі ночь
    ночи обід обед обіду обеда evening night morning afternoon""".split()
)
"""What is told of a part of a day belongs to the day: "пишу за вчерашний вечер, …"."""
_YESTERDAY = ("вчор", "учор", "вчер", "yester")
_OF_THINGS = ("нє", "не", "ве", "ное", "вое", "нее", "ні", "ние", "нього", "него", "нему", "ньому")
"""Endings of an adjective that stands for things: "суботнє", "со вчерашнего"."""
_TOTALS = ("витрат", "расход", "трат", "expens", "продаж", "sales", "виплат", "выплат", "payouts")
"""What a list may be of."""
_ENDS = frozenset({":", ",", "-", "–", "—", ";", "."})
_HEADING = frozenset(
    {
        SpanKind.COMMON,
        SpanKind.CORRECTION,
        SpanKind.DATE_WORD,
        SpanKind.DATE,
        SpanKind.HARMLESS,
        SpanKind.JOINER,
        SpanKind.NEGATION,
        SpanKind.PERSON,
        SpanKind.PREPOSITION,
        SpanKind.QUESTION,
        SpanKind.UNIT,
        SpanKind.WORD,
        SpanKind.DOCUMENT_WORD,
        SpanKind.BALANCE,
    }
)
"""What may stand in a heading: nothing that could itself be paid, bought or sold."""
_LENGTH_MAX = 8


def with_day_headings(spans: list[Span], today: dt.date) -> list[Span]:
    """Turn the day of a heading into a date of what it opens; "yesterday's courier" stays."""
    end = next(
        (
            at
            for at, span in enumerate(spans[: _LENGTH_MAX + 1])
            if span.text in _ENDS or span.kind is SpanKind.NEWLINE
        ),
        0,
    )
    heading = spans[:end]
    if not heading or len(spans) == end + 1 or not all(map(_may_head, heading)):
        return spans
    days = [(at, day) for at, span in enumerate(heading) if (day := _day_of(span, today))]
    is_list = spans[end].text == ":" or spans[end].kind is SpanKind.NEWLINE
    is_record = any(map(_is_record, (it for it in heading if _day_of(it, today) is None)))
    told = [it for it in heading if it.kind is SpanKind.DATE and it.value]
    if not days and len(told) == 1 and is_list and is_record and _has_amount(spans[end:]):
        return [*(it if it in told else _quiet(it) for it in heading), *spans[end:]]
    if not days and len(told) == 1 and is_list and all(map(_may_stand_by_day, heading)):
        kept = [it for it in heading if it in told or it.folded not in _FROM]
        return [*(it if it in told else _quiet(it) for it in kept), *spans[end:]]
    if len(days) != 1 or told:
        return spans
    ((at, day),) = days
    is_of_things = heading[at].text.endswith(_OF_THINGS) or any(map(_is_total, heading))
    if not is_record and not (is_list and is_of_things):
        return spans
    dated = replace(heading[at], kind=SpanKind.DATE, value=day.isoformat())
    opened = [dated if place == at else _quiet(it) for place, it in enumerate(heading)]
    return [*opened, *spans[end:]]


_FROM = frozenset({"from", "з", "із", "від", "от"})
"""Behind these a day tells where money comes from; a heading says when it moved."""
_BY_DAY = frozenset({"за", "za", "for", "on", "from", "з", "це", "это", "the", "від", "от"})


def _may_stand_by_day(span: Span) -> bool:
    """Tell whether a heading is a day and nothing else: "за вчора: …"."""
    return span.kind in {SpanKind.DATE, SpanKind.COMMON} or span.folded in _BY_DAY


def _has_amount(spans: list[Span]) -> bool:
    return any(span.kind is SpanKind.AMOUNT for span in spans)


def _quiet(span: Span) -> Span:
    """Let a word of a heading say nothing of money; "sales" still says what the list is of."""
    return span if _is_total(span) else replace(span, kind=SpanKind.COMMON, value="common")


def _is_total(span: Span) -> bool:
    return span.folded.startswith(_TOTALS)


def _may_head(span: Span) -> bool:
    return span.kind in _HEADING or _is_record(span) or _is_total(span)


def _is_record(span: Span) -> bool:
    words = span.folded.split()
    return any(word.startswith(_RECORDS) or word in _PARTS_OF_DAY for word in words)


def _day_of(span: Span, today: dt.date) -> dt.date | None:
    """Give the day that an adjective such as "вчорашній" or "суботній" names."""
    if span.kind is SpanKind.DATE_WORD and span.value == "attributive":
        if not span.folded.startswith(_YESTERDAY + _BEFORE_YESTERDAY):
            return None  # "last week's" names no day
        is_before = span.folded.startswith(_BEFORE_YESTERDAY)
        return relative_date("before_yesterday" if is_before else "yesterday", today)
    if span.kind in {SpanKind.WORD, SpanKind.COMMON}:
        for stem, weekday in _WEEKDAYS.items():
            if span.folded.startswith(stem):
                return weekday_date(weekday, today)
    return None
