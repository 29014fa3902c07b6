"""Match what the books have: links are kept, what follows from them is posted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from services.exception_ports import ExceptionItem
from services.find_in_books import find_in_books
from services.keep_exceptions import keep_exceptions, wake_exceptions
from services.match_ports import LinkState, MatchLink
from services.matcher import Matcher
from services.messages import Cause
from services.ports import Books
from services.post_links import post_links


@dataclass(frozen=True, slots=True)
class Matched:
    """What a run of matching changed."""

    made: int
    dropped: int
    touched: frozenset[str]
    """The records that were looked at."""
    closed: tuple[ExceptionItem, ...] = ()
    """What was wrong and is not any more."""


def match_books(books: Books, matcher: Matcher, cause: Cause) -> Matched:
    """Bring links, and what was posted of them, in step with all records.

    Args:
        books: the open books, in a unit of work of its own.
        matcher: who matches, in this process.
        cause: who, because of what, when.
    """
    books.documents.hold()
    touched = matcher.catch_up(books, cause.at)
    if not touched:
        wake_exceptions(books, cause)
        return Matched(0, 0, touched)
    known = {(each.left, each.right): each for each in books.matches.of_records(touched)}
    found = matcher.links_of(touched)
    made, changed = _made(known, found)
    dropped = [
        replace(each, state=LinkState.DROPPED)
        for pair, each in known.items()
        if each.is_standing and pair not in found
    ]
    books.matches.add(made, cause.at)
    books.matches.change([*changed, *dropped])
    post_links(books, _concerned(touched, [*made, *changed, *dropped]), cause)
    closed = keep_exceptions(books, matcher, touched, cause)
    closed += find_in_books(books, cause)
    wake_exceptions(books, cause)
    matcher.settle()
    return Matched(len(made), len(dropped), touched, closed)


def _made(
    known: Mapping[tuple[str, str], MatchLink], found: Mapping[tuple[str, str], MatchLink]
) -> tuple[list[MatchLink], list[MatchLink]]:
    """Give the links that are new, and those that stand otherwise than they did."""
    new: list[MatchLink] = []
    changed: list[MatchLink] = []
    for pair in sorted(found):
        link, mine = found[pair], known.get(pair)
        if mine is None:
            new.append(link)
        elif mine.state is not LinkState.REFUSED and not _says_the_same(mine, link):
            state = LinkState.CONFIRMED if mine.state is LinkState.CONFIRMED else LinkState.MADE
            changed.append(
                replace(
                    mine,
                    state=state,
                    kind=link.kind,
                    amount=link.amount,
                    grounds=link.grounds,
                    permille=link.permille,
                )
            )
    return new, changed


def _says_the_same(mine: MatchLink, link: MatchLink) -> bool:
    is_same = (mine.amount, mine.grounds, mine.permille) == (
        link.amount,
        link.grounds,
        link.permille,
    )
    return mine.is_standing and is_same


def _concerned(touched: Collection[str], links: Collection[MatchLink]) -> frozenset[str]:
    return frozenset(touched) | {key for each in links for key in (each.left, each.right)}
