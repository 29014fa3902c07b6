"""What buttons of results, plans and closings carry, as those of callbacks.py do."""

from aiogram.filters.callback_data import CallbackData


class CloseCallback(CallbackData, prefix="c"):
    """Look at the closing of the books through a day, explain an item, give a rate, or sign."""

    day: str
    what: str
    """"show", "why", "excuse" an item, "rate" of a currency, "sign" a part, or "leave"."""
    value: str
    """The item, the currency or the part."""


class PlanCallback(CallbackData, prefix="pl"):
    """Set the plan of a month that was read back, or leave it."""

    month: str
    sales_minor: int
    """0 plans no sales."""
    margin_permille: int
    """0 plans no margin."""
    version: int
    """The newest version of the month's plan when it was read back; 0 for none."""
    answer: str
    """"yes" or "no"."""


class RestatementsCallback(CallbackData, prefix="rs"):
    """Turn a page of the days that were told otherwise."""

    page: int


class FiguresCallback(CallbackData, prefix="fb"):
    """Show the figures of a part of a result, each as a button."""

    first: str
    last: str
    part: str
    """"earned", "cash" or "places"."""
    is_turned: bool
    """Whether the message is itself such a board, and turns to this one."""


class FigureCallback(CallbackData, prefix="fg"):
    """Show the entries that a figure is made of."""

    first: str
    last: str
    what: str
    currency: str
    page: int
    is_of_channel: bool
    channel: str
    """In the letters of base64, which need no separator; nothing is no channel."""


class TurnedCallback(CallbackData, prefix="tn"):
    """Turn a result to other days."""

    first: str
    last: str
    unit: str
    """Of `parsing.questions.relative.UNITS`: what the next turn goes by."""


class RawCallback(CallbackData, prefix="raw"):
    """Show the raw record of an entry."""

    number: int
