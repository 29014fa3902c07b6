"""A query as plain values and back: for the command line, for what was asked before, for buttons.

What comes back is checked, since a language model may have written it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.questions.query import (
    COUNTER,
    LIMIT_MAX,
    ONLINE,
    SOURCE_PREFIX,
    Ask,
    Group,
    Measure,
    Per,
    Query,
)

Plain: TypeAlias = str | int | bool | list[str] | list[int] | dict[str, str] | None
QueryJson: TypeAlias = dict[str, Plain]
_TEXT_MAX = 200
_AGE_MAX = 4_000
_WEEK = 7
_AMOUNT_MAX = 10**9
_PERCENT_MAX = 100


class NoQueryError(ValueError):
    """Values that make no query."""


def query_to_json(query: Query) -> QueryJson:
    """Give a query as plain values."""
    return {
        "ask": query.ask.value,
        "measure": query.measure.value,
        "days": _days_to_json(query.days),
        "usual_days": query.is_usual_days,
        "categories": [each.value for each in query.categories],
        "place": query.place,
        "about": query.about,
        "group": None if query.group is None else query.group.value,
        "limit": query.limit,
        "per": query.per.value,
        "against": None if query.against is None else _days_to_json(query.against),
        "order": query.order,
        "older_than_days": query.older_than_days,
        "younger_than_days": query.younger_than_days,
        "is_least": query.is_least,
        "compared": query.compared.value,
        "share_of": None if query.share_of is None else query.share_of.value,
        "at_least": query.at_least,
        "told_by": query.told_by,
        "left_out": list(query.left_out),
        "but": [each.value for each in query.but],
        "weekdays": list(query.weekdays),
        "at_most": query.at_most,
        "is_by_age": query.is_by_age,
        "others": list(query.others),
        "channels": list(query.channels),
        "channels_out": list(query.channels_out),
        "is_repeated": query.is_repeated,
        "is_usual": query.is_usual,
        "least_percent": query.least_percent,
        "most_percent": query.most_percent,
        "names_out": list(query.names_out),
        "times": query.times,
        "currency": query.currency,
        "begun": None if query.begun is None else _days_to_json(query.begun),
        "is_part_paid": query.is_part_paid,
        "is_due": query.is_due,
        "is_in_percent": query.is_in_percent,
        "over": None if query.over is None else query.over.value,
        "is_of_days_had": query.is_of_days_had,
    }


def query_from_json(told: Mapping[str, object]) -> Query:
    """Build a query of plain values.

    Raises:
        NoQueryError: they make none.
    """
    try:
        return _query(told)
    except (KeyError, TypeError, ValueError) as error:
        raise NoQueryError(str(error)) from error


def _query(told: Mapping[str, object]) -> Query:
    ask, days = Ask(str(told["ask"])), _days(told["days"])
    group = None if told.get("group") is None else Group(str(told["group"]))
    categories = told.get("categories") or []
    if not isinstance(categories, list) or (ask is Ask.TOP and group is None):
        message = "a list of categories and a top's group are needed"
        raise NoQueryError(message)
    measure = Measure(str(told["measure"]))
    if measure is Measure.CATEGORY and not categories:
        message = "which categories is not said"
        raise NoQueryError(message)
    per = Per(str(told.get("per") or Per.ENTRY))
    if ask is Ask.SERIES and per is Per.ENTRY:
        message = "a series is of days, weeks or months"
        raise NoQueryError(message)
    found = Query(
        ask=ask,
        measure=measure,
        days=days,
        is_usual_days=told.get("usual_days") is True,
        categories=tuple(CashCategory(each) for each in categories),
        place=_text(told.get("place")),
        about=_text(told.get("about")),
        group=group,
        limit=_whole(told.get("limit", 5), LIMIT_MAX),
        per=per,
        against=None if told.get("against") is None else _days(told["against"]),
        order=_text(told.get("order")),
        older_than_days=_whole(told.get("older_than_days", 0), _AGE_MAX, least=0),
        is_least=told.get("is_least") is True,
        compared=Ask(str(told.get("compared") or Ask.TOTAL)),
        share_of=None if told.get("share_of") is None else Measure(str(told["share_of"])),
        at_least=_whole(told.get("at_least", 0), _AMOUNT_MAX, least=0),
        told_by=_text(told.get("told_by")),
        left_out=_texts(told.get("left_out")),
        but=tuple(CashCategory(each) for each in _texts(told.get("but"))),
        weekdays=_weekdays(told.get("weekdays")),
        at_most=_bound(told.get("at_most"), _AMOUNT_MAX),
        is_by_age=told.get("is_by_age") is True,
        others=_texts(told.get("others")),
        channels=_channels(told.get("channels")),
        is_repeated=told.get("is_repeated") is True,
        is_usual=told.get("is_usual") is True,
        least_percent=_bound(told.get("least_percent"), _PERCENT_MAX),
        most_percent=_bound(told.get("most_percent"), _PERCENT_MAX),
    )
    return _narrowed(found, told)


def _narrowed(query: Query, told: Mapping[str, object]) -> Query:
    """Narrow a query down by what stands beside its days and places."""
    return replace(
        query,
        younger_than_days=_whole(told.get("younger_than_days", 0), _AGE_MAX, least=0),
        channels_out=_channels(told.get("channels_out")),
        names_out=_texts(told.get("names_out")),
        times=_whole(told.get("times", 0), _AGE_MAX, least=0),
        currency=_text(told.get("currency")),
        begun=None if told.get("begun") is None else _days(told["begun"]),
        is_part_paid=told.get("is_part_paid") is True,
        is_due=told.get("is_due") is True,
        is_in_percent=told.get("is_in_percent") is True,
        over=None if told.get("over") is None else Measure(str(told["over"])),
        is_of_days_had=told.get("is_of_days_had") is True,
    )


def _days_to_json(days: Days) -> dict[str, str]:
    return {"first": days.first.isoformat(), "last": days.last.isoformat()}


def _days(told: object) -> Days:
    if not isinstance(told, Mapping):
        message = "days have a first and a last"
        raise NoQueryError(message)
    first, last = (dt.date.fromisoformat(str(told[end])) for end in ("first", "last"))
    return Days(first, last)


def _text(told: object) -> str | None:
    if told is None or told == "":
        return None
    if not isinstance(told, str) or len(told) > _TEXT_MAX:
        message = "a name or a place is a short text"
        raise NoQueryError(message)
    return told


def _texts(told: object) -> tuple[str, ...]:
    if not told:
        return ()
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        message = "a list of texts is wanted"
        raise NoQueryError(message)
    return tuple(told)


def _channels(told: object) -> tuple[str, ...]:
    found = _texts(told)
    if not all(each in {ONLINE, COUNTER} or each.startswith(SOURCE_PREFIX) for each in found):
        message = "a channel is online, over the counter, or a source by its name"
        raise NoQueryError(message)
    return found


def _weekdays(told: object) -> tuple[int, ...]:
    if not told:
        return ()
    if not isinstance(told, list) or not all(each in range(_WEEK) for each in told):
        message = "days of the week are from nought to six"
        raise NoQueryError(message)
    return tuple(told)


def _bound(told: object, most: int) -> int | None:
    return None if told is None else _whole(told, most, least=0)


def _whole(told: object, most: int, *, least: int = 1) -> int:
    if type(told) is not int:
        message = f"{told!r} is no whole number"
        raise NoQueryError(message)
    return max(least, min(told, most))
