"""Which of a shop's channels are meant: what documents call them is sorted by what it says."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from parsing.annotation.tokens import fold
from parsing.questions.query import COUNTER, ONLINE, SOURCE_PREFIX, Query
from parsing.questions.sources_said import source_called
from reports.results import RETURNS, SALES
from services.ports import Books
from services.results.figure_ports import By, FactFilter

_KINDS = frozenset({ONLINE, COUNTER})
NOWHERE = ("",)
"""A channel that no document names: nothing was sold there."""
_ONLINE = (
    "site", "сайт", "online", "онлайн", "web", "веб", "internet", "інтернет", "интернет", "http",
    "e-shop", "eshop", "commerce", "insta", "інст", "инст", "facebook", "фейсбук", "telegram",
    "телеграм", "viber", "вайбер", "tiktok", "market", "маркет", "prom", "пром", "rozetka",
    "розетк", "olx", "hotline", "kasta", "horoshop", "хорошоп", ".ua", ".com", ".net", "app",
)  # fmt: skip
_COUNTER = (
    "showroom", "шоурум", "shop", "store", "магазин", "крамниц", "лавк", "зал", "кас", "точк",
    "салон", "counter", "offline", "офлайн", "оффлайн", "walk", "роздріб", "розниц", "retail",
    "pos", "till", "desk", "прилав", "відділ", "отдел",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channels:
    """Some channels of a shop."""

    names: tuple[str | None, ...]
    """As documents call them; None is what no document names a channel of."""
    is_kept: bool = True
    """Documents of those days name channels at all."""


def kind_of(channel: str | None) -> str | None:
    """Say whether a channel is online or over the counter; None where its name does not tell.

    What no document names a channel of was sold over the counter: nobody wrote an order.
    """
    if not channel:
        return COUNTER
    said = fold(channel)
    if any(each in said for each in _ONLINE):
        return ONLINE
    return COUNTER if any(each in said for each in _COUNTER) else None


def channels_of(books: Books, query: Query) -> Channels:
    """Give the channels that a query counts, of those that documents of its days name."""
    sums = books.figures.sums(FactFilter(query.days, (SALES, RETURNS)), By.CHANNEL)
    known = {each.key or None for each in sums}
    kept = _of(known, query.channels) if query.channels else known
    names = sorted(kept - _of(known, query.channels_out), key=lambda each: each or "")
    return Channels(tuple(names) or NOWHERE, is_kept=bool(known - {None}))


def _of(known: Collection[str | None], kinds: Iterable[str]) -> set[str | None]:
    """Give the channels of some kinds, or called so."""
    wanted = set(kinds)
    called = {source_called(each.removeprefix(SOURCE_PREFIX)) for each in wanted - _KINDS}
    return {each for each in known if kind_of(each) in wanted or _is_called(each, called)}


def _is_called(channel: str | None, called: Collection[str]) -> bool:
    return channel is not None and source_called(channel) in called
