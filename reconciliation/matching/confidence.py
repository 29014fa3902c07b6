"""Turns what speaks for a link into how often, in a thousand, such a link is right.

Measured over forty worlds of another hand with 98,000 links (docs/matching.md).
"""

from reconciliation.links import Ground

_BY_POINTS = ((120, 999), (100, 997), (90, 995), (70, 985), (0, 960))
_BY_GROUND = {
    Ground.CONFIRMED: 1000,
    Ground.LISTED: 999,
    Ground.NUMBER: 999,
    Ground.AMOUNT_SUM: 990,
    Ground.AMOUNT_SPLIT: 985,
    Ground.AMOUNT_LESS: 950,
    Ground.BATCH: 997,
    Ground.AMOUNT: 995,
}


def of_points(points: int) -> int:
    """Give the chance for an order's link by its points."""
    return next((chance for least, chance in _BY_POINTS if points >= least), 0)


def of_grounds(grounds: tuple[Ground, ...]) -> int:
    """Give the chance for a settlement's or a deposit's link: that of its first ground."""
    return next((_BY_GROUND[ground] for ground in grounds if ground in _BY_GROUND), 900)
