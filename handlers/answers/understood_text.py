"""How a question was understood, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from locales.words import Words, shorten
from parsing.questions.periods import BEGIN
from parsing.questions.query import (
    BANKS,
    COUNTER,
    COURIERS,
    GATEWAY_PREFIX,
    GATEWAYS,
    ONLINE,
    SOURCE_PREFIX,
    TILLS,
    Ask,
    Group,
    Measure,
    Per,
    Query,
)
from reports.numbers import format_days

_AT_END = frozenset({Ask.BALANCE, Ask.OWED, Ask.FORECAST})
_RANKED = frozenset({Group.DAY, Group.WEEK, Group.MONTH, Group.ORDER})
"""What has a word of its own for its worst."""
_OF_DAYS_OPEN = frozenset({Measure.IN_TRANSIT, Measure.DRAFTS, Measure.PROBLEMS})
"""What is told as of now, and of the days that it began in."""
_DAYS_COUNTED = frozenset({Group.DAY, Group.WEEK, Group.MONTH})
_MADE = frozenset({Measure.RESULT, Measure.MARGIN})
"""What no more than nought of is a loss, and not only nothing."""
WEEKDAYS = (
    "weekday-monday", "weekday-tuesday", "weekday-wednesday", "weekday-thursday",
    "weekday-friday", "weekday-saturday", "weekday-sunday",
)  # fmt: skip
"""The days of the week by their number."""
Names = Mapping[str, str]
"""What accounts are called, by key."""


def understood(words: Words, query: Query, names: Names) -> str:
    """Say how a question was understood, as plain text."""
    return " · ".join([_asked(words, query, names), *_filters(words, query, names)])


def _asked(words: Words, query: Query, names: Names) -> str:
    what = measured(words, query, names)
    if query.ask in {Ask.COMPARE, Ask.SERIES} and query.compared is not Ask.TOTAL:
        single = replace(query, ask=query.compared, compared=Ask.TOTAL)
        is_series = query.ask is Ask.SERIES
        what = _asked(words, replace(single, per=Per.ENTRY) if is_series else single, names)
    if query.ask is Ask.TOP and query.compared is Ask.COUNT:
        what = words.plain("asked-count", what=what)
    if query.ask is Ask.ORDER:
        return words.plain("asked-order", order=query.order or "")
    if query.over is not None:
        over = words.plain(f"measure-{query.over}")
        return words.plain(f"asked-over-{query.group}", what=what, over=over)
    said = words.plain(f"asked-{_manner(query)}", what=what)
    is_ranked = query.group in _RANKED
    is_least = query.is_least and query.ask in {Ask.TOP, Ask.BIGGEST} and not is_ranked
    return words.plain("asked-least", what=said) if is_least else said


def _manner(query: Query) -> str:
    """Say how it is asked, in the name of its text."""
    match query.ask:
        case Ask.AVERAGE if query.group is Group.ORDER:
            return "average-order"
        case Ask.COUNT if query.per is not Per.ENTRY:
            return f"count-each-{query.per}"
        case Ask.AVERAGE | Ask.SERIES:
            return f"{query.ask}-{query.per}"
        case Ask.TOP:
            return _ranked(query)
        case Ask.COUNT if query.group is not None:
            return f"count-{query.group}"
        case _:
            return _special(query) or query.ask.value


def _special(query: Query) -> str | None:
    """Give the text of what is asked in a way of its own."""
    if query.ask is Ask.OWED and query.group is Group.ORDER:
        return "unpaid"
    if query.ask is Ask.RESULTS and query.measure is Measure.PLAN:
        return "plan"
    if query.ask is Ask.WHY and query.group is Group.CHANNEL:
        return "why-channel"
    return "total" if query.ask is Ask.BIGGEST and query.is_least else None


def _ranked(query: Query) -> str:
    """Say what a top is of, in the name of its text."""
    is_worst = query.is_least and query.group in _RANKED
    is_bought = query.group is Group.SUPPLIER and query.measure is Measure.PURCHASES
    is_paid_for = query.group is Group.CATEGORY and query.measure is Measure.MONEY_OUT
    group = "paid-for" if is_paid_for else query.group or Group.COUNTERPARTY
    if query.group is Group.WEEKEND and query.compared is Ask.AVERAGE:
        group = "weekend-sale"
    return f"{'worst' if is_worst else 'top'}-{'bought' if is_bought else group}"


def measured(words: Words, query: Query, names: Names) -> str:
    """Say what is measured, as plain text."""
    del names
    if query.measure is Measure.CATEGORY:
        return ", ".join(words.category(each.value) for each in query.categories)
    if query.measure is Measure.IN_TRANSIT and query.place is None:
        return words.plain("measure-on_its_way")
    return words.plain(f"measure-{query.measure}")


def _filters(words: Words, query: Query, names: Names) -> Iterator[str]:
    yield from _narrowed(words, query, names)
    if query.ask is not Ask.ORDER:
        yield _days(words, query)
        if query.against is not None:
            days = format_days(query.against, words.language)
            yield words.plain("asked-against", days=days)
    if query.left_out:
        yield words.plain("asked-left-out", words=shorten(", ".join(query.left_out)))


def _narrowed(words: Words, query: Query, names: Names) -> Iterator[str]:
    """Say what narrows it down, but for days."""
    yield from _of_whom(words, query, names)
    if query.ask is Ask.FORECAST:
        if query.at_least:
            yield words.plain("asked-spending", amount=query.at_least)
        return
    yield from _sized(words, query)
    yield from _told(words, query)
    if query.weekdays:
        days = ", ".join(words.plain(WEEKDAYS[each]) for each in query.weekdays)
        yield words.plain("asked-weekdays", days=days)


def _told(words: Words, query: Query) -> Iterator[str]:
    """Say what is left out, what it is held against, and in which order it is told."""
    yield from _without(words, query)
    if query.times:
        yield words.plain("asked-times", count=query.times)
    if query.currency is not None:
        yield query.currency
    if query.begun is not None:
        yield words.plain("asked-begun", days=format_days(query.begun, words.language))
    if query.share_of is not None:
        yield words.plain("asked-share", of=words.plain(f"measure-{query.share_of}"))
    if query.older_than_days:
        yield words.plain("asked-older", count=query.older_than_days)
    if query.younger_than_days:
        yield words.plain("asked-younger", count=query.younger_than_days)
    ways = (
        (query.group is Group.AGE, "asked-by-age"),
        (query.is_usual, "asked-usual"),
        (query.is_of_days_had, "asked-of-days-had"),
        (query.is_by_age, "asked-oldest"),
        (query.is_repeated, "asked-repeated"),
        (query.is_part_paid, "asked-part-paid"),
    )
    yield from (words.plain(said) for is_said, said in ways if is_said)


def _without(words: Words, query: Query) -> Iterator[str]:
    """Say what does not count: categories, channels, names."""
    left_out = (
        ", ".join(words.category(each.value) for each in query.but),
        ", ".join(_channel(words, each) for each in query.channels_out),
        shorten(f"“{', '.join(query.names_out)}”") if query.names_out else "",
    )
    yield from (words.plain("asked-without", what=each) for each in left_out if each)


def _of_whom(words: Words, query: Query, names: Names) -> Iterator[str]:
    """Say where, of whom and by whom."""
    if query.measure is Measure.IN_TRANSIT and query.place in {None, BANKS}:
        pass  # its own words say where to
    elif query.place == COURIERS and query.measure is Measure.SALES:
        yield words.plain("asked-on-delivery")
    elif query.place in {TILLS, BANKS, GATEWAYS, COURIERS}:
        yield words.plain(f"asked-place-{query.place}")
    elif query.place is not None:
        places = ", ".join(
            names.get(each, each.removeprefix(GATEWAY_PREFIX)) for each in query.place.split()
        )
        yield words.plain("asked-place", place=places)
    if query.channels:
        yield ", ".join(_channel(words, each) for each in query.channels)
    if query.about is not None:
        named = ", ".join((query.about, *query.others))
        yield words.plain("asked-about", about=shorten(named))
    if query.told_by is not None:
        yield words.plain("asked-told-by", name=names.get(query.told_by, query.told_by))


def _channel(words: Words, channel: str) -> str:
    """Name a kind of channels, or a source as documents call it."""
    if channel in {ONLINE, COUNTER}:
        return words.plain(f"channel-{channel}")
    return shorten(channel.removeprefix(SOURCE_PREFIX))


def _sized(words: Words, query: Query) -> Iterator[str]:
    """Say how large what is told is."""
    is_exact = bool(query.at_least) and query.at_least == query.at_most
    if query.at_least:
        key = "asked-exactly" if is_exact else "asked-at-least"
        yield words.plain(key, amount=query.at_least)
    if query.at_most is not None and not is_exact:
        is_none = query.group in _DAYS_COUNTED and query.measure not in _MADE
        key = "asked-at-most" if query.at_most else "asked-none" if is_none else "asked-at-a-loss"
        yield words.plain(key, amount=query.at_most)
    if query.least_percent is not None:
        is_any = query.ask is Ask.WHY and not query.least_percent
        key = "asked-least-percent"
        key = ("asked-fallen" if query.is_least else "asked-grown") if is_any else key
        yield words.plain(key, percent=str(query.least_percent))
    if query.most_percent is not None:
        yield words.plain("asked-most-percent", percent=str(query.most_percent))


def _days(words: Words, query: Query) -> str:
    if query.ask in _AT_END and query.measure not in _OF_DAYS_OPEN:
        return words.plain("asked-at-end-of", day=query.days.last)
    if query.days.first <= BEGIN:
        return words.plain("asked-ever")
    days = format_days(query.days, words.language)
    return words.plain("asked-days-usual", days=days) if query.is_usual_days else days
