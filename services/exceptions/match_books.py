"""Match what the books have: links are kept, what follows from them is posted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.find_in_books import find_in_books, look_for_faults
from services.exceptions.keep_exceptions import due_to_wake, keep_exceptions, wake_exceptions
from services.matching.match_ports import LinkState, MatchLink
from services.matching.matcher import Matcher
from services.matching.post_links import post_links
from services.messages import Cause
from services.ports import Books

PORTION = 40
"""So many records, more or less, are brought in step in one unit: people write in between."""

_Links: TypeAlias = Mapping[tuple[str, str], MatchLink]


@dataclass(frozen=True, slots=True)
class Matched:
    """What a run of matching changed."""

    made: int = 0
    dropped: int = 0
    touched: frozenset[str] = frozenset()
    """The records that were looked at."""
    closed: tuple[ExceptionItem, ...] = ()
    """What was wrong and is not any more."""

    def __add__(self, other: "Matched") -> "Matched":
        """Take two runs for one."""
        return Matched(
            self.made + other.made,
            self.dropped + other.dropped,
            self.touched | other.touched,
            self.closed + other.closed,
        )


def match_books(books: Books, matcher: Matcher, cause: Cause) -> Matched:
    """Bring links, and what was posted of them, in step with all records, in this one unit.

    Args:
        books: the open books, in a unit of work of its own.
        matcher: who matches, in this process.
        cause: who, because of what, when.
    """
    books.documents.hold()
    is_new = matcher.take_in(matcher.look(books, cause.at))
    done = Matched()
    while some := match_portion(books, matcher, cause):
        done += some
    return done + tidy_up(books, cause, is_new=is_new or bool(done.touched))


def match_portion(
    books: Books, matcher: Matcher, cause: Cause, *, records_max: int = PORTION
) -> Matched | None:
    """Bring some of what the matcher has taken in, and the books have not, in step.

    Records whose links join them go together, so that no money is linked twice in between.

    Args:
        books: the open books, in a unit of work of its own.
        matcher: who matches, in this process.
        cause: who, because of what, when.
        records_max: so many records, and those that links join to them.

    Returns:
        What was changed; nothing when there is nothing left, or when somebody has meanwhile said
        what matching did not know: then the matcher begins anew with the next look.
    """
    books.documents.hold()
    if not matcher.knows_all_decided(books):
        matcher.forget()
        return None
    touched, known, found = _neighbourhood(books, matcher, matcher.waiting(records_max))
    if not touched:
        return None
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
    matcher.settle(touched)
    return Matched(len(made), len(dropped), touched, closed)


def is_untidy(books: Books, cause: Cause, *, is_new: bool) -> bool:
    """Say whether `tidy_up` would change anything; it changes nothing itself."""
    is_off = is_new and look_for_faults(books, cause.at).are_news
    return is_off or bool(due_to_wake(books, cause.at))


def tidy_up(books: Books, cause: Cause, *, is_new: bool) -> Matched:
    """Keep what the books find themselves, where any record is new, and wake what is due."""
    closed = find_in_books(books, cause) if is_new else ()
    wake_exceptions(books, cause)
    return Matched(closed=closed)


def _neighbourhood(
    books: Books, matcher: Matcher, keys: Collection[str]
) -> tuple[frozenset[str], _Links, _Links]:
    """Give records with those that links join to them, and their links: kept, and as found."""
    known: dict[tuple[str, str], MatchLink] = {}
    found: dict[tuple[str, str], MatchLink] = {}
    touched: frozenset[str] = frozenset()
    new = frozenset(keys)
    while new:
        touched |= new
        known |= {(each.left, each.right): each for each in books.matches.of_records(new)}
        found |= matcher.links_of(new)
        ends = {key for pair in (*known, *found) for key in pair}
        new = matcher.waiting_of(ends - touched)
    return touched, known, found


def _made(known: _Links, found: _Links) -> tuple[list[MatchLink], list[MatchLink]]:
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
