"""What an order is worth for a claim beside the other orders that the claim may be for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from heapq import nlargest

from reconciliation.links import Ground
from reconciliation.matching.scoring import Weighed, weigh
from reconciliation.matching.standing import Open
from reconciliation.matching.unlikely import KNOWN
from reconciliation.words import REST

_NEARLY = 10
_TWICE = 2
_CLEARLY = 20
"""So many points less, and an order is no rival."""

_BY_NAME = frozenset(
    {
        Ground.NAME,
        Ground.NAME_INITIAL,
        Ground.NAME_SURNAME,
        Ground.NAME_TOLD,
        Ground.NAME_IN_TEXT,
        Ground.TAX_ID,
        Ground.PHONE,
    }
)
_IN_TIME = frozenset({Ground.DAY, Ground.TIME_CLOSE})
_NAMING = frozenset({Ground.NUMBER, Ground.NUMBER_BARE, Ground.NUMBER_NEAR, Ground.DAY_NAMED})
_WHOLE = frozenset({Ground.AMOUNT, Ground.AMOUNT_WHOLE})
_NO_MORE = frozenset({Ground.PAID_AGAIN, Ground.PAID_SINCE})
_OWES_NONE = frozenset({Ground.AMOUNT_EXTRA, Ground.PAID_AGAIN})
_LESS = frozenset({Ground.AMOUNT_LESS, Ground.AMOUNT_PART})
_SAID = frozenset({Ground.NUMBER_NEAR, Ground.AMOUNT_ODD, Ground.DAY_NAMED})


def among(
    found: Open,
    edges: Mapping[str, Weighed],
    wants: Callable[[str, int], int],
    *,
    is_all: bool,
) -> dict[str, Weighed]:
    """Add what it says of each order that no other of the claim wants the sum or has the name.

    `is_all` says that all orders of about that sum are among them; `wants` tells what one wants.
    """
    sign = 1 if found.amount > 0 else -1
    company = _Company(_wanting_first(found, edges))
    return {
        order: weigh((*weighed.grounds, *more))
        if (more := _more(found, order, company, wants(order, sign), is_all=is_all))
        else weighed
        for order, weighed in company.edges.items()
    }


class _Company:
    """The orders of a claim with what speaks for each, as rivals."""

    def __init__(self, edges: Mapping[str, Weighed]) -> None:
        self.edges = edges
        self._best: dict[frozenset[Ground], list[tuple[int, str]]] = {}

    @cached_property
    def is_anothers(self) -> bool:
        """Tell whether somebody of the payer's name had just this sum, maybe to pay it again."""
        return any(map(_is_anothers, self.edges.values()))

    def has_rival(self, order: str, grounds: frozenset[Ground]) -> bool:
        """Tell whether another order has one of the grounds and does not fit clearly worse."""
        best = self._best.get(grounds)
        if best is None:
            best = self._best[grounds] = nlargest(
                2,
                (
                    (weighed.points, other)
                    for other, weighed in self.edges.items()
                    if not grounds.isdisjoint(weighed.grounds)
                    and Ground.PAID_AGAIN not in weighed.grounds
                ),
            )
        least = self.edges[order].points - _CLEARLY
        return any(points > least and other != order for points, other in best)


def _wanting_first(found: Open, edges: Mapping[str, Weighed]) -> Mapping[str, Weighed]:
    """Leave out paid orders that nothing names where another of the payer's fits rather.

    That is one that the text tells, or that wants money, or that had just this sum.
    """
    if any(Ground.NAME_TOLD in weighed.grounds for weighed in edges.values()):
        return {
            order: weighed
            for order, weighed in edges.items()
            if Ground.AMOUNT_EXTRA not in weighed.grounds or Ground.NAME_TOLD in weighed.grounds
        }
    is_again = any(
        weighed.is_alike and Ground.PAID_AGAIN in weighed.grounds for weighed in edges.values()
    )
    is_for_his = not found.claim.says & REST and any(map(_is_for_his, edges.values()))
    is_for_his = is_for_his or any(map(_is_begun, edges.values()))
    is_for_his = is_for_his or (found.amount < 0 and any(map(_is_owed, edges.values())))
    if not is_again and not is_for_his:
        return edges
    return {
        order: weighed
        for order, weighed in edges.items()
        if Ground.AMOUNT_EXTRA not in weighed.grounds or not _NAMING.isdisjoint(weighed.grounds)
    }


def _is_for_his(weighed: Weighed) -> bool:
    """Tell whether an order is the payer's and still wants as much."""
    grounds = weighed.grounds
    if Ground.AMOUNT_EXTRA in grounds or _IN_TIME.isdisjoint(grounds):
        return False
    return weighed.is_alike and not _LESS.isdisjoint(grounds)


def _is_owed(weighed: Weighed) -> bool:
    """Tell whether an order is the payer's and is said to give something back, if not as much."""
    return weighed.is_alike and _OWES_NONE.isdisjoint(weighed.grounds)


def _is_begun(weighed: Weighed) -> bool:
    """Tell whether an order is the payer's and had a part of just this sum."""
    grounds = weighed.grounds
    return weighed.is_alike and Ground.AMOUNT_EQUAL in grounds and not _LESS.isdisjoint(grounds)


def _more(
    found: Open, order: str, company: _Company, wanted: int, *, is_all: bool
) -> tuple[Ground, ...]:
    weighed = company.edges[order]
    if not _NO_MORE.isdisjoint(weighed.grounds):
        return ()
    if not _WHOLE.isdisjoint(weighed.grounds):
        return _of_amount(order, company) if is_all else ()
    return _of_name(found, order, company, wanted)


def _of_amount(order: str, company: _Company) -> tuple[Ground, ...]:
    if company.has_rival(order, _WHOLE) or company.is_anothers:
        return ()
    is_only = (Ground.AMOUNT_LAST,) if _is_likely(company.edges[order]) else ()
    return (Ground.AMOUNT_RARE, *is_only)


def _is_anothers(weighed: Weighed) -> bool:
    """Tell whether an order is of the payer's name and had just this sum."""
    is_his = weighed.is_alike or Ground.NAME_RELATIVE in weighed.grounds
    return is_his and Ground.PAID_AGAIN in weighed.grounds


def _of_name(found: Open, order: str, company: _Company, wanted: int) -> tuple[Ground, ...]:
    weighed = company.edges[order]
    if Ground.AMOUNT_LITTLE in weighed.grounds:
        return ()
    rivals = company.has_rival(order, _BY_NAME)
    if rivals and _is_small_part(found, weighed, wanted):
        return (Ground.NAME_COMMON,)
    named = not found.strange and not _BY_NAME.isdisjoint(weighed.grounds)
    is_extra = Ground.AMOUNT_EXTRA in weighed.grounds
    is_alone = named and not rivals and (is_extra or found.size <= _TWICE * wanted)
    return (Ground.NAME_ALONE,) if is_alone else ()


def _is_small_part(found: Open, weighed: Weighed, wanted: int) -> bool:
    """Tell whether only a name speaks for a part of a sum."""
    if Ground.AMOUNT_LESS not in weighed.grounds or not KNOWN.isdisjoint(weighed.grounds):
        return False
    return _NEARLY * found.size < wanted * (_NEARLY - 1)


def _is_likely(weighed: Weighed) -> bool:
    """Tell whether nothing is odd about money for an order but, maybe, who pays."""
    grounds = weighed.grounds
    if Ground.NUMBER_OTHER in grounds or _IN_TIME.isdisjoint(grounds):
        return False
    if not _SAID.isdisjoint(grounds):
        return True
    if Ground.AMOUNT_ALONE in grounds:
        return True
    return not (weighed.is_against and Ground.METHOD_OTHER in grounds)
