"""What gateways and couriers hold, and money there is less of than there was."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.clauses import OR
from parsing.questions.marks import Mark
from parsing.questions.places_said import COURIER_NAMES, gateway_called
from parsing.questions.query import COURIERS, GATEWAY_PREFIX, is_of_gateways
from parsing.questions.slots import Slots

_HOLDS = ("hold", "sitting", "sit on", "трима", "держ", "завис", "застря", "висит", "висят",
          "висить", "висять", "stuck", "keep hold", "должна переч", "винна перер")  # fmt: skip
_PAYS = (
    "pay", "paid", "send", "sent", "transfer", "releas", "land", "arriv", "settl", "перерах",
    "перечисл", "зачисл", "зарах", "виплат", "выплат", "виплач",
    "выплач", "дійшл", "дойшл", "дошл", "дойд", "дійд",
    "прийд", "прийш", "пришл", "придет", "придёт", "переве", "віддал", "отдал", "отдаст", "віддас",
    "скин", "приш", "придут", "закин", "поступ", "надійд",
)  # fmt: skip
_OWES = frozenset(
    {"должна", "должен", "должны", "винна", "винен", "винні", "повинна", "має", "мусить"}
)
_YET = frozenset(
    {"yet", "still", "ще", "еще", "ещё", "досі", "до сих пор", "so far", "пока", "поки"}
)
_CALLED = frozenset({"word", "name", "spec", "category"})
_COMES = ("land", "arriv", "прийд", "приде", "придё", "дійд", "дойд", "надійд", "поступ", "зачисл",
          "зарах", "перерах", "перечисл", "виплат", "выплат", "переве", "скин", "releas", "закин",
          "придут", "прийт")  # fmt: skip
_GETS = ("отрима", "получ", "receiv", "got", "одержа")
_CAME = ("прийш", "пришл", "дошл", "дійшл", "дойшл", "зачисл", "зарах", "arriv", "land", "come")
_COURIER_WORDS = ("курьер", "кур'єр", "courier")
_ALREADY = frozenset({"вже", "уже", "already", "yet"})
_BREAKS = frozenset(",.;:—–")
_BUT = frozenset({"but", "але", "но", "а", "though", "хоча", "хотя"})
_MONEY = (
    "money", "cash", "грош", "деньг", "денег", "баланс", "balance", "бабл", "бабок", "коштів",
    "кошти", "средств", "остат", "залиш",
)  # fmt: skip


_NEAR = 3
"""So near to money stands what says that it is not there: "where is the money"."""
_CASH_IN = frozenset({"money in", "cash in"})
"""What is "no money in October", and nothing that came."""
_WHERE = frozenset({"where", "де", "где", "куди", "куда", "no"})
_OF_MONEY = ("money", "cash", "грош", "деньг", "денег", "кошт", "бабк")


def held_place(slots: Slots) -> str | None:
    """Give the gateway or courier that is said to hold money, or not to have paid it yet."""
    place = slots.place if is_of_gateways(slots.place) else _courier_in(slots.marks)
    is_of_couriers = any(fold(mark.text).startswith(_COURIER_WORDS) for mark in slots.marks)
    if place is None and is_of_couriers and slots.has("ask", "how_much", "count", "who"):
        words = (mark.text for mark in slots.marks)
        told = map(fold, (*words, *slots.loose, *slots.idle, *slots.about))
        return COURIERS if any(each.startswith(_HOLDS) for each in told) else None
    if place is None or slots.has("ask", "why", "compare", "against", "plan"):
        return None
    said = [fold(mark.text) for mark in slots.marks]
    said += [fold(each) for each in (*slots.loose, *slots.idle, *slots.about)]
    is_holding = any(each.startswith(_HOLDS) or f" {each}".find(" hold") >= 0 for each in said)
    is_holding = is_holding or slots.has("measure", "stuck", "in_transit")
    is_holding = is_holding or _is_only_money(slots)
    is_paying = any(word.startswith(_PAYS) for each in said for word in each.split())
    is_open = slots.has("filler", "not") or bool({*said} & (_YET | _OWES)) or slots.names_future
    comes = any(word.startswith(_COMES) for each in said for word in each.split())
    is_asked = bool({*said} & _ALREADY) and any(mark.text == "?" for mark in slots.marks)
    is_open = (
        is_open
        or (slots.has("ask", "when") and comes)
        or (is_asked and comes)
        or slots.has("measure", "owe")
    )
    is_got = any(word.startswith(_GETS) for each in said for word in each.split())
    is_holding = is_holding or (is_got and slots.has("filler", "not"))
    is_ours = slots.has("filler", "we") and not slots.has("filler", "us")
    is_owed = slots.has("measure", "owe") and is_paying
    return place if is_holding or is_owed or (is_paying and is_open and not is_ours) else None


def _is_only_money(slots: Slots) -> bool:
    """Tell whether nothing but a courier's money is named: "деньги с новой почты"."""
    is_money = any(fold(mark.text).startswith(_OF_MONEY) for mark in slots.marks)
    is_other = slots.periods or slots.categories or slots.has("counted") or slots.has("shape")
    return is_money and not is_other and not slots.has("measure") and len(slots.about) <= 1


def _courier_in(marks: Sequence[Mark]) -> str | None:
    """Give the courier that is called by its name, of one word or two."""
    for at, mark in enumerate(marks):
        after = marks[at + 1].text if at + 1 < len(marks) else ""
        for name in (mark.text, f"{mark.text}{after}"):
            called = gateway_called(name)
            if mark.section in _CALLED and called in COURIER_NAMES:
                return f"{GATEWAY_PREFIX}{called}"
    return None


def asks_of_less_money(slots: Slots) -> bool:
    """Tell whether it is asked why there is more or less money, not why a figure changed.

    The money stands beside the word for less, whatever else a later half-sentence says.
    """
    place = next((at for at, mark in enumerate(slots.marks) if _is_money(mark)), None)
    moves = [at for at, mark in enumerate(slots.marks) if _is_moved(mark)]
    moved = min(moves, key=lambda at: abs(at - (place or 0)), default=None)
    if moved is None or (place is None and slots.place is None):
        return False
    near = _clause(slots.marks, max(place or 0, moved))
    is_figure = any(
        mark.section in {"category", "counted", "group"}
        or (mark.section == "measure" and mark.value not in {"balance", "flow"})
        for mark in near
    )
    return not is_figure


def asks_of_missing_money(slots: Slots) -> bool:
    """Tell whether it is asked where the money is: "прибыль есть, а денег нет"."""
    said = [mark for mark in slots.marks if mark.section == "measure"]
    measures = {mark.value for mark in said if fold(mark.text) not in _CASH_IN}
    if "result" not in measures or not measures <= {"result", "balance", "own_moves"}:
        return False
    told = [mark for mark in slots.marks if mark.section != "sign"]
    gone = [at for at, mark in enumerate(told) if _is_gone(mark)]
    is_cash = any(fold(each).startswith(_OF_MONEY) for each in slots.place_words)
    money = [
        at
        for at, mark in enumerate(told)
        if _names_money(mark) or (is_cash and mark.section == "gap")
    ]
    is_near = any(abs(one - two) <= _NEAR for one in gone for two in money)
    return is_near and not any(fold(mark.text) in OR for mark in told)


def _names_money(mark: Mark) -> bool:
    return any(each.startswith(_OF_MONEY) for each in fold(mark.text).split())


def _is_gone(mark: Mark) -> bool:
    return mark.is_of("filler", "not") or not _WHERE.isdisjoint(fold(mark.text).split())


def _clause(marks: Sequence[Mark], at: int) -> Sequence[Mark]:
    """Give what of a half-sentence stands up to a place: "but I have less money"."""
    begins = (
        place + 1
        for place in range(at)
        if marks[place].text in _BREAKS or fold(marks[place].text) in _BUT
    )
    return marks[max(begins, default=0) : at + 1]


def _is_money(mark: Mark) -> bool:
    is_word = mark.section in {"filler", "measure", "word", "ask"}
    return is_word and any(each.startswith(_MONEY) for each in fold(mark.text).split())


def _is_moved(mark: Mark) -> bool:
    return mark.is_of("filler", "up", "down") or mark.section == "age"
