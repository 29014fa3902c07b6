"""What can be asked of the books: a fixed set of queries, each with its filters.

Whoever asks, in words or through a language model, ends here; docs/questions.md tells each.
"""

import datetime as dt
import enum
from dataclasses import dataclass

from ledger.cash import CashCategory
from ledger.days import Days


class Ask(enum.StrEnum):
    """What kind of answer is wanted."""

    TOTAL = "total"
    COUNT = "count"
    AVERAGE = "average"
    TOP = "top"
    """The largest of a group: suppliers, customers, categories, counterparties."""
    BIGGEST = "biggest"
    """Single entries, the largest first."""
    LAST = "last"
    """Single entries, the newest first."""
    BALANCE = "balance"
    OWED = "owed"
    ORDER = "order"
    COMPARE = "compare"
    WHY = "why"
    """A change split into its largest causes."""
    RESULTS = "results"
    """The whole result of the days."""
    FORECAST = "forecast"
    """How much money there will be when a day ahead is over, of what it is made and how surely."""
    RESTATED = "restated"
    """Days whose result was told otherwise before: from what to what, and what came since."""
    CLOSED = "closed"
    """Whether the books are closed through the days."""
    SERIES = "series"
    """A row for each day, week or month."""


class Measure(enum.StrEnum):
    """What is measured."""

    SALES = "sales"
    REFUNDS = "refunds"
    NET_SALES = "net_sales"
    """Sales less what was given back."""
    EXPENSES = "expenses"
    """All expenses but the cost of goods."""
    RESULT = "result"
    MARGIN = "margin"
    COST = "cost"
    """The cost of the goods that were sold."""
    FEES = "fees"
    PURCHASES = "purchases"
    """Goods that came into stock, paid or not."""
    STAFF = "staff"
    """Wages and advances on them."""
    CATEGORY = "category"
    """One or several cash categories."""
    MONEY_IN = "money_in"
    """Money that came from outside into tills and banks, by cash."""
    MONEY_OUT = "money_out"
    FLOW = "flow"
    """What came in less what went out; only of totals and series."""
    PAID_TO_SUPPLIERS = "paid_to_suppliers"
    PAID_BY_CUSTOMERS = "paid_by_customers"
    MONEY = "money"
    """What is in tills, at banks and gateways."""
    RECEIVABLE = "receivable"
    """What customers owe."""
    PAYABLE = "payable"
    """What the shop owes."""
    PREPAID = "prepaid"
    """What customers have paid ahead, and got nothing for yet; only of what is owed."""
    ADVANCES = "advances"
    """Money that people have to account for."""
    UNFILED = "unfiled"
    IN_TRANSIT = "in_transit"
    """Cash that left the tills for the bank and has not arrived there."""
    DRAFTS = "drafts"
    """Messages about cash that nobody has answered, so that they are not posted."""
    PROBLEMS = "problems"
    """What in the books needs a person."""
    ENTRIES = "entries"
    PLAN = "plan"
    """How far the days' plan has come; only of results."""


class Group(enum.StrEnum):
    """What a top is of."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    CATEGORY = "category"
    COUNTERPARTY = "counterparty"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    PLACE = "place"
    """Tills, banks, gateways: how it was paid."""
    ORDER = "order"
    """Orders, by what each left; only of a margin."""
    WEEKDAY = "weekday"
    """Days of the week, by what one of them comes to."""
    RECORDER = "recorder"
    """Who of the team put money into the tills."""
    CHANNEL = "channel"
    """Where sales came from, by their documents."""
    WEEKEND = "weekend"
    """Saturdays and Sundays beside the other days of the week."""
    AGE = "age"
    """How long ago a debt began; only of what customers owe."""


class Per(enum.StrEnum):
    """What an average is of, and what the rows of a series are."""

    ENTRY = "entry"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    """Only of a series."""


TILLS, BANKS, GATEWAYS, COURIERS = "tills", "banks", "gateways", "couriers"
"""Places of one kind together; any other place is an account's key, or a gateway's name."""
GATEWAY_PREFIX = "gateway."
"""What the name of a single gateway or courier stands behind: "gateway.liqpay"."""


def is_of_gateways(place: str | None) -> bool:
    """Tell whether a place is gateways, couriers, or one of them by name."""
    return place in {GATEWAYS, COURIERS} or (place or "").startswith(GATEWAY_PREFIX)


ONLINE, COUNTER = "online", "counter"
"""Channels of one kind together, as documents say where an order came from."""
SOURCE_PREFIX = "source."
"""What the name of a single channel stands behind, as documents write it: "source.prom.ua"."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question, understood."""

    ask: Ask
    measure: Measure
    days: Days
    is_usual_days: bool = False
    """No days were named, so these are the usual ones for such a question."""
    categories: tuple[CashCategory, ...] = ()
    place: str | None = None
    about: str | None = None
    """A name, or a word that stands in the entries, as it was typed."""
    group: Group | None = None
    limit: int = 5
    per: Per = Per.ENTRY
    against: Days | None = None
    compared: Ask = Ask.TOTAL
    """What of the days is held against each other: their total, count or average."""
    order: str | None = None
    older_than_days: int = 0
    younger_than_days: int = 0
    """Only debts are told that began so many days ago at most."""
    share_of: Measure | None = None
    """A figure is told with how much of this it is: of sales, of expenses; the rows of a top with
    how much of their own sum."""
    at_least: int = 0
    """Only entries or debts of so many whole units of the shop's currency are told."""
    is_least: bool = False
    """The smallest come first, not the largest."""
    told_by: str | None = None
    """Only what this one recorded counts: the actor of the books, "person:12"."""
    left_out: tuple[str, ...] = ()
    """Words that nobody knows, and that were left out of it."""
    but: tuple[CashCategory, ...] = ()
    """What expenses or a result are told without."""
    weekdays: tuple[int, ...] = ()
    """Only these days of the week count, Monday nought; none are all of them."""
    at_most: int | None = None
    """Only entries or debts of no more whole units than so many; of orders nought is a loss."""
    is_by_age: bool = False
    """Debts are told the oldest first."""
    others: tuple[str, ...] = ()
    """Names beside the first one, each told by itself."""
    channels: tuple[str, ...] = ()
    """Only what was sold there counts: online, over the counter, or one source by its name;
    several are told each, too."""
    channels_out: tuple[str, ...] = ()
    """What was sold there does not count; all other channels do."""
    is_repeated: bool = False
    """Only customers count who bought more than once."""
    is_usual: bool = False
    """The days are held against what such days usually come to, not against others alone."""
    least_percent: int | None = None
    """Only orders count whose margin is so many per cent of their sale at least."""
    most_percent: int | None = None
    """Only orders count whose margin is fewer per cent of their sale."""
    names_out: tuple[str, ...] = ()
    """Names whose entries do not count, as they were typed."""
    times: int = 0
    """Only names with so many entries at least are told."""
    currency: str | None = None
    """Only what is kept in this currency is told; only of a balance."""
    begun: Days | None = None
    """Only orders and debts that began in these days are told."""
    is_part_paid: bool = False
    """Only orders are told of which something is paid, and not all."""
    over: Measure | None = None
    """Only days, weeks or months count on which the figure is more than this one."""
    is_of_days_had: bool = False
    """An average of a day is of those days alone that had something."""
    is_due: bool = False
    """It is asked until when something is to be paid, or comes, which is not in the books."""
    is_in_percent: bool = False
    """A change is asked for in per cent, however large it is."""

    @property
    def is_aged(self) -> bool:
        """Tell whether only what is older, or younger, than so many days counts."""
        return bool(self.older_than_days or self.younger_than_days)

    @property
    def is_by_channel(self) -> bool:
        """Tell whether only what was sold through some channels counts."""
        return bool(self.channels or self.channels_out)


class Unclear(enum.StrEnum):
    """Why a question is not understood."""

    NO_QUESTION = "no_question"
    """Nothing in it asks of the books."""
    OF_WHAT = "of_what"
    """It does not say what is measured."""
    WHOSE_DEBT = "whose_debt"
    """It does not say who owes whom."""
    WORDS = "words"
    """It has words that cannot narrow such a question down."""
    AHEAD = "ahead"
    """The days have not begun."""
    TOO_FAR = "too_far"
    """Money is forecast for some weeks, and the day is further ahead."""
    STOCK = "stock"
    """It asks how much of something there is; the books hold sums, and no pieces."""
    GOODS = "goods"
    """It asks of single goods, which sales are not kept by."""
    DEADLINE = "deadline"
    """It asks until when something is to be paid or handed in."""
    PLAN = "plan"
    """It asks for a plan of what none is kept of: expenses, a profit, a person."""
    PRIVATE = "private"
    """It asks of somebody's private life."""
    MARGIN_OF = "margin_of"
    """It asks for the margin of customers, goods or suppliers; the books know that of orders."""
    CHANNEL = "channel"
    """It asks of a channel what is not kept by channels: expenses, a profit, debts."""
    NO_DAY = "no_day"
    """It names a day that no month has: 31 November."""
    VAT = "vat"
    """It asks for VAT, which is kept with all other taxes."""
    NOBODY = "nobody"
    """Nobody of the team, who record entries, is called so."""
    EXCHANGE = "exchange"
    """It asks whether currency was exchanged, which is kept as no category of its own."""
    CURRENCY = "currency"
    """It asks by a currency what is not kept so."""
    CLOSED = "closed"
    """It asks how many exceptions were closed; only open ones are told."""
    HEAD = "head"
    """It asks for an average of one person, and nobody is counted."""
    SUPPOSED = "supposed"
    """It asks what there would be if debts were paid, of which only the parts are known."""
    TEAM = "team"
    """It asks who works with cash, which the list of the team tells."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that is not understood, and by which words."""

    reason: Unclear
    words: tuple[str, ...] = ()


def parts_of(days: Days, per: Per) -> tuple[Days, ...]:
    """Cut days into days, calendar weeks or months, the first and the last as far as they go."""
    parts: list[Days] = []
    first = days.first
    while first <= days.last:
        if per is Per.WEEK:
            last = first + dt.timedelta(days=6 - first.weekday())
        elif per is Per.MONTH:
            last = Days.month(first.year, first.month).last
        elif per is Per.QUARTER:
            begun = first.month - (first.month - 1) % _QUARTER
            last = Days.months(first.year, begun, _QUARTER).last
        else:
            last = first
        parts.append(Days(first, min(last, days.last)))
        first = last + dt.timedelta(days=1)
    return tuple(parts)


_QUARTER = 3
FORECAST_DAYS_MAX = 60
"""Further ahead nothing is said of money."""
LIMIT_MAX = 20
"""More rows than these nobody reads in a chat."""
