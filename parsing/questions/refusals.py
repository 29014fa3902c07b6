"""What is refused though it was read: left out, a word would answer wrongly."""

from dataclasses import replace
from itertools import pairwise

from ledger.cash import TRANSFERS, CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.counted_back import in_vain
from parsing.questions.dropped import dropped
from parsing.questions.figures_said import CHANNELLED, LISTED, NO_SERIES
from parsing.questions.further_said import asks_due
from parsing.questions.known_beside import are_sums_recalled, exchanged
from parsing.questions.marks import Mark
from parsing.questions.periods import BEGIN
from parsing.questions.query import (
    BANKS,
    Ask,
    Doubt,
    Group,
    Measure,
    Per,
    Query,
    Unclear,
    is_of_gateways,
    parts_of,
)
from parsing.questions.slots import Slots
from parsing.questions.units_said import UNITS

_NARROWED = frozenset(
    {
        Measure.SALES,
        Measure.NET_SALES,
        Measure.REFUNDS,
        Measure.EXPENSES,
        Measure.FEES,
        Measure.PURCHASES,
        Measure.STAFF,
        Measure.CATEGORY,
        Measure.MONEY_IN,
        Measure.MONEY_OUT,
        Measure.PAID_TO_SUPPLIERS,
        Measure.PAID_BY_CUSTOMERS,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.PREPAID,
        Measure.ADVANCES,
        Measure.ENTRIES,
        Measure.FLOW,
    }
)
"""What a name or a word may narrow down."""
_FOR_ALL = frozenset(
    {
        Measure.RESULT, Measure.MARGIN, Measure.PLAN, Measure.RECEIVABLE, Measure.PAYABLE,
        Measure.PREPAID,
    }
)  # fmt: skip
"""What no till or bank narrows down."""
BY_PLACE = _NARROWED - _FOR_ALL - {Measure.ADVANCES, Measure.FLOW, Measure.ENTRIES}
"""What can be told by how it was paid."""
_OF_RESULT = frozenset({Measure.RESULT, Measure.MARGIN})
_BEST_OF = {Group.DAY: Per.DAY, Group.WEEK: Per.WEEK, Group.MONTH: Per.MONTH}
BOUNDED = frozenset({Group.CUSTOMER, Group.SUPPLIER, Group.COUNTERPARTY, Group.CATEGORY})
"""Groups of which only those count that come to so much, or to no more."""
_OF_FLOW = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.SERIES, Ask.COMPARE, Ask.WHY})
_WAGES = frozenset({CashCategory.SALARY, CashCategory.SALARY_ADVANCE})
_SOLD = frozenset({CashCategory.SALE_CASH})
_OF_OPEN = frozenset(
    {CashCategory.BANK_DEPOSIT, CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS}
)
_CARRIED = frozenset({CashCategory.BANK_DEPOSIT, CashCategory.CASH_FROM_BANK})
_BROUGHT = frozenset({CashCategory.BANK_DEPOSIT, CashCategory.DELIVERY})
"""What couriers are said to hand in: neither is meant."""
_WITH_LIMIT = frozenset({Ask.TOP, Ask.LAST, Ask.BIGGEST, Ask.WHY})
_MEASURED = {
    Group.ORDER: frozenset({Measure.MARGIN}),
    Group.RECORDER: frozenset(
        {Measure.MONEY_IN, Measure.MONEY_OUT, Measure.SALES, Measure.REFUNDS, Measure.CATEGORY}
    ),
    Group.CHANNEL: CHANNELLED,
    Group.WEEKDAY: frozenset(Measure) - NO_SERIES - {Measure.PLAN},
    Group.WEEKEND: frozenset(Measure) - NO_SERIES - {Measure.PLAN},
    Group.PLACE: BY_PLACE,
}
"""What the rows of such a group can be told by."""
_OF_ORDERS = frozenset({Ask.COUNT, Ask.AVERAGE})
_ONLY_ROWS = (Group.CHANNEL, Group.RECORDER, Group.WEEKDAY)
"""Groups that make rows, and narrow nothing down."""
_EARNS = ("зараб", "зароб", "earn", "make")
_PEOPLE = ("customer", "supplier", "counterparty")
_ONE = frozenset({"один", "одного", "одному", "одна", "one", "single", "per", "each", "кожен",
                  "кожного", "каждый", "каждого"})  # fmt: skip
_WITH_BUT = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.SERIES, Ask.COMPARE, Ask.WHY, Ask.TOP})
_LISTED_BUT = frozenset({Ask.BIGGEST, Ask.LAST, Ask.COUNT})
_BY_USE = frozenset({Ask.TOTAL, Ask.TOP, Ask.COUNT, Ask.LAST, Ask.BIGGEST})
_DEBTS = frozenset({Measure.RECEIVABLE, Measure.PAYABLE})
_PASSED = frozenset({Measure.MONEY_IN, Measure.MONEY_OUT, Measure.FLOW})
_WITH_WEEKDAYS = frozenset({Ask.TOTAL, Ask.AVERAGE, Ask.COUNT, Ask.SERIES, Ask.COMPARE, Ask.TOP})
_CHANNELLED = frozenset(Ask) - {Ask.BALANCE, Ask.OWED, Ask.ORDER, Ask.RESULTS}
_CLOSED = ("closed", "закрил", "закрит", "закрыл", "закрыт", "resolved")
_BESIDE = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE})
"""What of several channels is told one by one."""
OPEN = frozenset({Measure.IN_TRANSIT, Measure.DRAFTS, Measure.PROBLEMS})
"""What is told by itself, narrowed down by days, age and size alone."""
ROWS_MAX = 62
"""So many rows a series has at most, two months of days."""
BEST_MAX = 366
"""The best day is looked for among so many."""


def beyond_books(slots: Slots) -> Unclear | None:
    """Say what of a question no book has: pieces in stock, a deadline, the weather, advice."""
    if slots.has("shape", "stock") and not slots.has("counted"):
        return Unclear.STOCK
    unknown = _ahead(slots) or _uncounted(slots) or exchanged(slots)
    if unknown is not None:
        return unknown
    is_without = bool(slots.but) or slots.has("filler", "without")
    is_without = is_without and (slots.has("measure") or bool(slots.but and slots.periods))
    if slots.has("shape", "elsewhere") and not is_without:
        return Unclear.NO_QUESTION
    is_of_days = slots.has("group", "weekday") or len(slots.weekdays) > 1
    is_of_goods = slots.has("shape", "goods") and not is_of_days
    is_of_goods = is_of_goods and not slots.has("group", "channel")
    is_of_vat = slots.has("shape", "vat") and not (slots.categories or slots.but)
    return Unclear.VAT if is_of_vat else Unclear.GOODS if is_of_goods else None


def _ahead(slots: Slots) -> Unclear | None:
    """Say whether it is asked until when something is to be paid or handed in."""
    is_ahead = slots.has("measure", "to_pay") or slots.has("filler", "due")
    is_ahead = slots.has("ask", "when") and is_ahead and not is_of_gateways(slots.place)
    return Unclear.DEADLINE if slots.has("shape", "deadline") or is_ahead else None


def _uncounted(slots: Slots) -> Unclear | None:
    """Say whether somebody's life, a number of people or closed exceptions are asked about."""
    if slots.has("shape", "private"):
        return Unclear.PRIVATE
    if slots.has("shape", "team"):
        return Unclear.TEAM
    if slots.has("measure", "problems") and any(map(_says_closed, slots.marks)):
        return Unclear.CLOSED
    return Unclear.HEAD if slots.has("shape", "per_head") else None


def _says_closed(mark: Mark) -> bool:
    return mark.is_of("shape", "closed") or fold(mark.text).startswith(_CLOSED)


def checked(found: Query | Doubt, slots: Slots) -> Query | Doubt:
    """Refuse what has a word that cannot narrow it down, or that no query gives."""
    if isinstance(found, Doubt):
        return found
    is_of_all = found.group is Group.RECORDER
    if slots.is_of_recorder and found.told_by is None and slots.about and not is_of_all:
        return Doubt(Unclear.NOBODY, slots.about)
    if found.is_by_channel and not is_of_channels(found):
        return Doubt(Unclear.PLAN if found.measure is Measure.PLAN else Unclear.CHANNEL)
    if slots.more.currency is not None and found.ask is not Ask.BALANCE:
        return Doubt(Unclear.CURRENCY)
    words = _in_vain(found, slots)
    if words is not None:
        return Doubt(Unclear.WORDS, words)
    is_due = found.ask is Ask.OWED and found.measure in _DEBTS and asks_due(slots)
    return replace(found, is_due=True) if is_due else found


def is_of_channels(found: Query) -> bool:
    """Tell whether a query can be told of some channels alone."""
    is_alone = len(found.channels) < 2 or found.ask in _BESIDE  # a pair
    is_kept = found.ask in _CHANNELLED and found.group in {None, *_BEST_OF, Group.CHANNEL}
    is_kept = is_kept or found.group in {Group.WEEKDAY, Group.CUSTOMER}
    return is_alone and is_kept and found.measure in CHANNELLED and found.place is None


def is_readable(found: Query) -> bool:
    """Tell whether a query can be answered: a series is of what sums up over few enough days.

    By place are told what places narrow down, and money in less money out as a sum alone.
    """
    if found.measure in OPEN:
        return found.ask is Ask.OWED
    if found.ask is Ask.OWED and found.group is Group.ORDER:
        return found.measure is Measure.RECEIVABLE
    if found.group in _MEASURED:
        is_single = found.ask in _OF_ORDERS or found.compared is Ask.AVERAGE
        is_told = found.ask is Ask.TOP or (found.group is Group.CHANNEL and found.ask is Ask.WHY)
        is_told = is_told or (found.group is Group.ORDER and is_single)
        return is_told and found.measure in _MEASURED[found.group]
    if found.group is Group.AGE:
        return found.ask is Ask.OWED and found.measure in {Measure.RECEIVABLE, Measure.PAYABLE}
    is_of_flow = found.measure is not Measure.FLOW or found.ask in _OF_FLOW
    is_row_of_sums = found.ask is Ask.SERIES and found.compared is Ask.TOTAL
    is_of_names = not found.others or found.ask in {Ask.TOTAL, Ask.COUNT} or is_row_of_sums
    if not is_of_flow or not is_of_names:
        return False
    return _is_short(found)


def _is_short(found: Query) -> bool:
    """Tell whether days, weeks or months are few enough to be rows, if they are."""
    if found.ask is not Ask.SERIES and found.group not in _BEST_OF:
        return True
    if found.measure in NO_SERIES:
        return False
    per = found.per if found.group is None else _BEST_OF.get(found.group, found.per)
    is_short = found.ask is Ask.SERIES or found.measure in _OF_RESULT
    if found.days.first == BEGIN and not is_short:
        return not found.is_least  # the emptiest of all days has no sales, and no meaning
    return len(parts_of(found.days, per)) <= (ROWS_MAX if is_short else BEST_MAX)


def _in_vain(found: Query, slots: Slots) -> tuple[str, ...] | None:
    """Give the words that would be left out; None where there are none."""
    beyond = tuple(mark.text for mark in slots.marks if _is_beyond(mark, found))
    beyond = beyond or _of_people(found, slots)
    beyond = beyond or _first(found, slots) or _of_others(found, slots)
    words = (
        beyond
        or dropped(found, slots)
        or _narrowing(found, slots)
        or _excluded(found, slots)
        or _figures(found, slots)
        or in_vain(slots.marks, is_limited=found.ask in _WITH_LIMIT)
        or _categories(found, slots)
    )
    words = words or _bank_of_carried(found, slots)
    if words:
        return words
    if found.group is Group.PLACE or (found.place is not None and found.measure in _FOR_ALL):
        is_kept = found.group is Group.PLACE and found.measure in BY_PLACE
        return None if is_kept else slots.places_apart or slots.place_words
    if not is_readable(found):
        return slots.shape_words or slots.group_words or slots.measure_words
    if found.about is None:
        return None
    is_vague = (
        (len(slots.about) > 1 and not found.others)
        or found.measure not in _NARROWED
        or found.ask is Ask.WHY
    )
    return (slots.about or (found.about,)) if is_vague else None


def _categories(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give categories that such a figure is not kept by: what is owed, a margin."""
    is_kept = found.measure is Measure.CATEGORY or found.ask is Ask.ORDER
    is_kept = is_kept or (found.ask is Ask.BALANCE and is_of_gateways(found.place))
    is_kept = is_kept or (found.measure in OPEN and set(slots.categories) <= _OF_OPEN)
    is_kept = is_kept or (found.measure is Measure.ADVANCES and set(slots.categories) <= _WAGES)
    is_kept = is_kept or found.measure is Measure.PREPAID
    is_brought = found.measure is Measure.MONEY_IN and bool(found.about)
    is_kept = is_kept or (is_brought and set(slots.categories) == _BROUGHT)
    is_staff = found.measure is Measure.STAFF and set(slots.categories) <= _WAGES
    if is_kept or is_staff or not slots.categories or set(slots.categories) <= _SOLD:
        return ()
    return tuple(mark.text for mark in slots.marks if mark.section == "category")


def _bank_of_carried(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give the single bank that cash was carried to: what left a till names none yet."""
    is_carried = bool(found.categories) and set(found.categories) <= _CARRIED
    is_bank = (found.place or "").startswith("asset.bank.")
    return slots.place_words if is_carried and is_bank else ()


def _figures(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give numbers that nothing is done with; whether a balance is enough is for who reads it."""
    if found.ask is Ask.BALANCE or found.group is Group.AGE:
        return ()  # bands are of days as they are kept
    if are_sums_recalled(found, slots):
        return ()
    if found.at_most is not None and not _is_sized(found):
        return (str(found.at_most),)
    if (
        found.at_least
        and found.measure not in OPEN
        and found.ask not in {Ask.OWED, Ask.BIGGEST, Ask.LAST, Ask.TOTAL}
        and found.group not in {*_BEST_OF, *BOUNDED}
        and not _is_counted(found)
    ):
        return (str(found.at_least),)
    is_limited = found.ask in _WITH_LIMIT or (
        found.ask is Ask.OWED and (found.is_by_age or slots.has("rank"))
    )
    is_limited = is_limited and slots.number is not None
    return slots.figures if len(slots.figures) > is_limited else ()


def _of_people(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give the words for a part of customers, or for one of them on average, which no query is."""
    if found.ask in {Ask.TOP, Ask.COUNT, Ask.OWED}:
        return ()
    for one, two in pairwise(slots.marks):
        is_part = one.is_of("shape", "share") and two.is_of("group", *_PEOPLE)
        is_each = fold(one.text) in _ONE and two.is_of("group", *_PEOPLE)
        if is_part or (is_each and found.ask is Ask.AVERAGE):
            return one.text, two.text
    return ()


def _first(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give the word that asks for the first of all entries, which are told the newest first."""
    if found.ask is not Ask.LAST or found.days.first != BEGIN:
        return ()
    return tuple(mark.text for mark in slots.marks if mark.is_of("number", "1"))


def _of_others(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give who else may have earned what the shop is not said to have: "how much does he earn"."""
    is_ours = slots.has("filler", "we", "us") or found.measure is not Measure.RESULT
    verbs = (mark for mark in slots.marks if mark.is_of("measure", "result"))
    is_earned = any(mark.text.casefold().startswith(_EARNS) for mark in verbs)
    return slots.loose if is_earned and not is_ours else ()


def _is_sized(found: Query) -> bool:
    """Tell whether rows or entries can be told by their size."""
    is_list = found.ask in {Ask.OWED, Ask.BIGGEST, Ask.LAST}
    is_list = is_list or found.group in {Group.ORDER, *_BEST_OF} or _is_counted(found)
    is_list = is_list or (found.ask is Ask.TOP and found.group in BOUNDED)
    return is_list or found.measure is Measure.UNFILED


def _is_counted(found: Query) -> bool:
    """Tell whether single entries are counted, of which each has a size."""
    return found.ask is Ask.COUNT and found.group is None and found.measure in LISTED


def _narrowing(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give what narrows down other figures than this: what is left out, days of the week."""
    without = tuple(each.value for each in found.but)
    is_kept = found.measure in {Measure.EXPENSES, Measure.RESULT} and found.ask in _WITH_BUT
    is_apart = found.measure is Measure.CATEGORY and set(found.but).isdisjoint(found.categories)
    is_kept = is_kept or (is_apart and found.ask is Ask.TOTAL)  # "rent without utilities"
    is_kept = is_kept or (found.measure is Measure.EXPENSES and found.ask in _LISTED_BUT)
    is_kept = is_kept or (found.measure in _PASSED and _may_pass_without(found))
    if without and not is_kept:
        return slots.but_words or without
    groups = [mark for mark in slots.marks if mark.is_of("group", *_ONLY_ROWS)]
    told = {found.group} | ({Group.CHANNEL} if _is_by_payer(found) else set())
    told |= {Group.CHANNEL} if len(found.channels) > 1 else set()  # each of them is told
    told |= {Group.WEEKDAY} if found.group is Group.WEEKEND else set()
    apart = tuple(mark.text for mark in groups if mark.value not in told)
    if apart:
        return apart
    is_by_day = found.measure not in NO_SERIES and found.group in {None, Group.DAY, Group.WEEKDAY}
    is_by_day = is_by_day and found.ask in _WITH_WEEKDAYS and found.measure not in OPEN
    if found.weekdays and not is_by_day:
        return slots.shape_words or slots.measure_words or ("?",)
    return ()


def _may_pass_without(found: Query) -> bool:
    """Tell whether money that moved can be told without some of it.

    The shop's own moves are no part of it, and a bank's fees are paid to nobody else; what else
    it was for is known of tills, and of all that went out by where it was filed.
    """
    but, place = {*found.but}, found.place or ""
    is_of_tills = all(each.startswith("till") for each in place.split()) and bool(place)
    is_of_name = found.about is not None and but <= {CashCategory.BANK_FEES}
    is_of_banks = place in {"", BANKS} or place.startswith("asset.bank.")
    is_by_use = found.measure is Measure.MONEY_OUT and found.about is None and is_of_banks
    is_by_use = is_by_use and found.ask in _BY_USE and found.group in {None, Group.COUNTERPARTY}
    return but <= TRANSFERS or is_of_tills or is_of_name or is_by_use


def _is_by_payer(found: Query) -> bool:
    """Tell whether money is told by who paid it, which is where it comes from."""
    return found.group is Group.COUNTERPARTY and found.measure is Measure.MONEY_IN


def _excluded(found: Query, slots: Slots) -> tuple[str, ...]:
    """Give what is to be left out of a figure, which no query does: "без доставки"."""
    words: list[str] = []
    marks = slots.marks
    is_of_days = any(mark.section == "counted" and mark.value in UNITS for mark in marks)
    if is_of_days or found.measure is Measure.NET_SALES:
        return ()  # "days without sales" are counted
    if found.group in _BEST_OF and found.ask is Ask.COUNT:
        return ()  # so is "which day was without expenses"
    for at, mark in enumerate(marks[:-1]):
        if mark.is_of("filler", "without"):
            after = next((each for each in marks[at + 1 :] if each.section != "filler"), None)
            if after is not None and after.section not in {"gap", "sign"}:
                words += [mark.text, after.text]
    return tuple(words)


def _is_beyond(mark: Mark, found: Query) -> bool:
    """Tell whether a mark asks for what no query gives: a share, what sells best, pieces."""
    if mark.is_of("rank", "smallest"):
        return found.ask not in {Ask.TOP, Ask.BIGGEST} and not found.is_by_age
    is_told = found.share_of is not None or found.measure is Measure.PLAN
    if mark.is_of("shape", "share"):
        return not is_told and found.ask is not Ask.COMPARE
    return mark.is_of("shape", "beyond") and found.group is not Group.RECORDER
