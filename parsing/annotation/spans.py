"""The typed pieces of a message: what each stretch of text is, and where it stands."""

import enum
from dataclasses import dataclass
from decimal import Decimal


class SpanKind(enum.StrEnum):
    """What a stretch of text is; the second half are also the section names of a lexicon file."""

    WORD = "word"
    """A word that no lexicon knows."""
    PUNCTUATION = "punctuation"
    """A single sign that is no part of a word or number."""
    NEWLINE = "newline"
    """The end of a line."""
    NUMBER = "number"
    """Digits that could not be read as one plain number."""
    AMOUNT = "amount"
    """A number that may be money; the value is its currency, empty when none was written."""
    RANGE = "range"
    """Two numbers with a dash: somewhere between."""
    QUANTITY = "quantity"
    """A number of pieces, litres, days."""
    PERCENT = "percent"
    """A number with a percent sign."""
    TIME = "time"
    """A time of day."""
    DATE = "date"
    """A calendar day; the value is its ISO form, empty when there is no such day yet."""
    PHONE = "phone"
    """A telephone number."""
    MODEL = "model"
    """Digits of a product's or a document's name."""
    ORDER = "order"
    """The number of an order; the value is its digits."""

    CURRENCY = "currency"
    """A currency's name or sign; the value is its ISO code."""
    MULTIPLIER = "multiplier"
    """Thousand or million; the value is the factor."""
    DATE_WORD = "date_word"
    """Today, yesterday and their like."""
    MONTH = "month"
    """A month's name; the value is its number."""
    WEEKDAY = "weekday"
    """A weekday's name; the value counts from 0 for Monday."""
    ORDINAL = "ordinal"
    """What makes a number a day of the month: 5th, 5-го."""
    ORDER_WORD = "order_word"
    """What stands before an order's number."""
    DOCUMENT_WORD = "document_word"
    """What stands before the number of a bill, waybill, bag, room."""
    UNIT = "unit"
    """What is counted: pieces, litres, days."""
    EACH = "each"
    """The price of one, so that the sum is a product."""
    VERB = "verb"
    """What was done with money."""
    PURPOSE = "purpose"
    """A word that names a cash category outright."""
    THING = "thing"
    """A thing or service that usually means a cash category."""
    FIRM = "firm"
    """A known firm's name; the value is the category it usually means."""
    GOODS = "goods"
    """What the shop itself trades in: bought for stock, sold to customers."""
    ROLE = "role"
    """Who: customer, courier, installer, owner, bank."""
    NAME = "name"
    """A person's first name."""
    PLACE = "place"
    """A town or another place that is never a counterparty."""
    PREPOSITION = "preposition"
    """From, to, for, at."""
    PERSON = "person"
    """I, he, they."""
    TOTAL = "total"
    """The sum of what was named before: the amount beside it is the one."""
    DISCOUNT = "discount"
    """What was taken off a price."""
    CHANGE = "change"
    """What a customer gets back of his note."""
    LEFTOVER = "leftover"
    """Money that comes back unspent."""
    SIGN_WORD = "sign_word"
    """Plus or minus as a word."""
    NUMBER_WORD = "number_word"
    """A number in words; the value is its digits."""
    DAY_WORD = "day_word"
    """A day of the month in words: fifth, п'ятого; the value is its number."""
    ADDRESS = "address"
    """Street, avenue: a number soon after it is a house."""
    BRAND = "brand"
    """A maker's name: a number directly after it may be a model."""
    VAGUE = "vague"
    """About, a couple, or: the amount is not certain."""
    PLAN = "plan"
    """Not done yet: a plan, promise, request, condition, debt, price."""
    NEGATION = "negation"
    """It did not happen."""
    HARMLESS = "harmless"
    """What may be denied without denying the money: it did not fit."""
    CARD = "card"
    """Paid otherwise than in cash."""
    CASH = "cash"
    """Cash, money."""
    BALANCE = "balance"
    """A count of the till, not a movement."""
    EXCHANGE = "exchange"
    """Changing money, or money that is not the till's: which way it went must be asked."""
    QUESTION = "question"
    """A question word: strong, weak, or the topic it asks about."""
    CORRECTION = "correction"
    """It corrects something written before."""
    CHAT = "chat"
    """Whatever surrounds it, this files nothing."""
    JOINER = "joiner"
    """And, also."""
    COMMON = "common"
    """A usual word that says nothing about money and is never a name."""


LEXICON_KINDS = frozenset(list(SpanKind)[list(SpanKind).index(SpanKind.CURRENCY) :])
"""The kinds that a lexicon file may have as a section."""

VERB_VALUES = frozenset(
    "give pay receive take sell buy give_back bring carry deposit withdraw move put_in spend"
    " unsure".split()
)
"""The verbs that a lexicon may name: what was done with money."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the cleaned text that means one thing."""

    kind: SpanKind
    start: int
    end: int
    text: str
    folded: str
    value: str = ""
    number: Decimal | None = None
    sign: str = ""
    """A plus or minus written directly before an amount."""
    is_sure: bool = True
    """False for a number that may also be read otherwise: "350 400", "two fifty"."""
    is_measure: bool = False
    """Whether a quantity is so many litres or metres, which may be the size of one."""

    @property
    def first_word(self) -> str:
        """The first word, folded; nothing of a line's end."""
        return next(iter(self.folded.split()), "")

    @property
    def last_word(self) -> str:
        """The last word, folded; nothing of a line's end."""
        return next(reversed(self.folded.split()), "")
