"""What the buttons about bank files and their lines carry; see `handlers/callbacks.py`."""

from aiogram.filters.callback_data import CallbackData


class BankFileCallback(CallbackData, prefix="bf"):
    """Say whose statement a file is; no account is a new one."""

    file_id: int
    account_id: int


class ReviewCallback(CallbackData, prefix="rv"):
    """Say what a group of bank lines was; it is known by its first line and its size."""

    what: str
    """"file", "other", "part", "later", "show", "undo", "rule", "always", "next", "ask", "askof",
    "line" or "check"."""
    first_id: int
    count: int
    value: str
    """The account's key."""


class LineSplitCallback(CallbackData, prefix="ls"):
    """Split a bank line over accounts."""

    what: str
    """"ask", "share" or "leave"."""
    line_id: int
    minor: int
    """How much of the line, where that is said."""
    value: str
    """The account's key."""


class RuleCallback(CallbackData, prefix="ru"):
    """Look through the rules for bank lines."""

    what: str
    """"list" with a page, "ask", "make" with a typed rule's mark, "remove" with a rule's id."""
    number: int


class AutoCallback(CallbackData, prefix="au"):
    """Look through what was filed alone, or take a line of it back."""

    page: int
    line_id: int
    """Nought takes nothing back."""


class LineQuestionCallback(CallbackData, prefix="lq"):
    """Answer what somebody asked about a bank line."""

    question_id: int


class TableCallback(CallbackData, prefix="tb"):
    """Say how a bank's table is to be read."""

    file_id: int
    question: str
    option: str
