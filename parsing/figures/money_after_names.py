"""Tell the money right after a maker's name or a till from the number of a model or a desk."""

from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_BORDERS = frozenset({",", ".", ";", "–", "—"})


def is_off_by(line: Line, at: int) -> bool:
    """Tell whether a till is over or short by a figure, which is no number of it."""
    after = line.at(at + 1)
    return after is not None and (after.value in _OFF or after.kind is SpanKind.SIGN_WORD)


_OFF = frozenset({"cash_surplus", "cash_shortage"})


def is_paid_for_brand(line: Line, at: int) -> bool:
    """Tell whether a maker's name and a figure are all of a part: "courier 200, Vents 450".

    In "Kermi 22, 3 400" what follows is the price.
    """
    before, after, beyond = line.at(at - 2), line.at(at + 1), line.at(at + 2)
    is_firm = before is not None and before.folded in _FIRM_FORMS
    is_opening = before is None or before.text in _BORDERS or before.kind is SpanKind.JOINER
    is_closing = after is None or after.text in _BORDERS or after.kind is SpanKind.JOINER
    is_priced = beyond is not None and beyond.kind in {SpanKind.AMOUNT, SpanKind.CURRENCY}
    is_last_alone = after is None and line.amounts()[0] == at
    return is_closing and not is_priced and not is_last_alone and (is_firm or is_opening)


_FIRM_FORMS = frozenset("тов ооо тзов фоп пп ип чп ао зао пат прат llc ltd".split())
