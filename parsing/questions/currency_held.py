"""Whether there is money in a currency: "а долари в нас є?", "how many euros do we have"."""

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.slots import Slots

_TELLING = frozenset({"measure", "category", "group", "rank", "shape", "counted", "channel"})
_ASKED = ("how_much", "count", "list")
_PRICED = (
    "стоит", "стоят", "кошту", "почем", "почом", "price", "worth", "cost", "rate", "курс", "цен",
    "цін", "рост", "раст", "пада",
)  # fmt: skip
"""What is said of a currency by who asks what it is worth, which no book tells."""


def asks_of_currency(slots: Slots) -> bool:
    """Tell whether it is asked what there is of a currency, and of nothing else."""
    if slots.more.currency is None or slots.figures or slots.told_by is not None:
        return False
    is_narrowed = slots.about or slots.categories or slots.loose or slots.idle
    return not is_narrowed and not any(map(_is_other, slots.marks))


def _is_other(mark: Mark) -> bool:
    """Tell whether a mark asks for anything but what there is."""
    if mark.is_of("measure", "balance") or mark.is_of("ask", *_ASKED):
        return any(each.startswith(_PRICED) for each in fold(mark.text).split())
    is_priced = mark.is_of("filler", "up", "down") or fold(mark.text).startswith(_PRICED)
    return is_priced or mark.section in _TELLING or mark.section == "ask"
