"""What a courier collected from customers: cash on delivery, "сколько новая почта собрала"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import PERSON, Mark
from parsing.questions.places_said import COURIER_NAMES, gateway_called

_COLLECTED = ("collect", "take in", "took in", "taken in", "собра", "собир", "зібра", "збира")
_COURIER = ("кур", "courier")
_CALLED = frozenset({"name", "word", "spec", "category"})
_TAKES = ("taken", "money_in")


def collected(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take what a courier is said to have collected for what customers paid through it.

    Who of the team collected something recorded it, and what a courier costs is another thing.
    """
    marks = _cash_on_delivery(marks)
    verb = next((at for at, mark in enumerate(marks) if _is_taking(mark)), None)
    if verb is None or any(mark.value.startswith(PERSON) for mark in marks):
        return tuple(marks)
    if any(mark.section == "measure" for at, mark in enumerate(marks) if at != verb):
        return tuple(marks)
    named = [at for at, mark in enumerate(marks) if _is_courier(mark)]
    is_collected = fold(marks[verb].text).startswith(_COLLECTED)
    called = [at for at, mark in enumerate(marks) if _says_courier(mark)] if is_collected else []
    said = [at for at, mark in enumerate(marks) if mark.is_of("place", "courier")]
    if not (named or called or said):
        return tuple(marks)
    found = list(marks)
    found[verb] = marks[verb]._replace(value="money_in")
    for at, mark in enumerate(marks):
        if mark.section == "place" and (named or called or not mark.is_of("place", "courier")):
            found[at] = mark._replace(section="filler", value="plain")
    for at in named:
        found[at] = marks[at]._replace(section="place", value="gateway")
    for at in called[: 0 if named else None]:
        found[at] = marks[at]._replace(section="place", value="courier")
    return tuple(found)


def _cash_on_delivery(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "how much cash on delivery" for that, not for cash and a delivery that was paid."""
    for at in range(len(marks) - 2):
        cash, on, delivery = marks[at : at + 3]
        is_cash = cash.section in {"ask", "measure", "place"} and fold(cash.text).endswith("cash")
        if is_cash and fold(on.text) == "on" and fold(delivery.text) == "delivery":
            asked = [cash] if cash.section == "ask" else []
            asked = [each._replace(text=each.text.rpartition(" ")[0]) for each in asked]
            text = f"cash on {delivery.text}"
            place = delivery._replace(section="place", value="courier", text=text)
            return (*marks[:at], *asked, place, *marks[at + 3 :])
    return tuple(marks)


def _is_taking(mark: Mark) -> bool:
    is_collected = fold(mark.text).startswith(_COLLECTED)
    return mark.is_of("measure", "taken") or (is_collected and mark.is_of("measure", *_TAKES))


def _is_courier(mark: Mark) -> bool:
    return mark.section in _CALLED and gateway_called(mark.text) in COURIER_NAMES


def _says_courier(mark: Mark) -> bool:
    return mark.section in _CALLED and fold(mark.text).startswith(_COURIER)
