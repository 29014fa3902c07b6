"""What buttons carry: ids and short codes, 64 bytes at most; the truth is in the books."""

from aiogram.filters.callback_data import CallbackData


class UndoCallback(CallbackData, prefix="u"):
    """Take an entry back."""

    number: int
    is_alone: bool
    """Whether its card shows nothing else."""


class EntryCallback(CallbackData, prefix="e"):
    """Put one field of an entry right."""

    number: int
    field: str
    """"menu", "amount", "date", "category", "page", "counterparty" or "keep"."""
    value: str


class DraftCallback(CallbackData, prefix="d"):
    """Answer what a draft lacks, as of one revision of it."""

    draft_id: int
    revision: int
    field: str
    """"direction", "category", "date", "confirm", "page", "sale", "wrong" or "drop"."""
    value: str


class SetUpCallback(CallbackData, prefix="s"):
    """Answer a step of set-up, about an account where it asks about several in turn."""

    step: str
    about: str
    value: str


class InviteCallback(CallbackData, prefix="i"):
    """Invite into a role."""

    role: str


class TeamCallback(CallbackData, prefix="t"):
    """Look at a person, or change him."""

    person_id: int
    action: str
    """"show", "role", "till" or "remove"."""
    value: str


class AccountsCallback(CallbackData, prefix="a"):
    """Turn a page of the chart of accounts."""

    page: int


class MemoryCallback(CallbackData, prefix="m"):
    """Turn a page of what the shop has taught, or forget a word on it."""

    page: int
    mark: str
    """What stands for the word, or "-" to forget none."""


class CloseCallback(CallbackData, prefix="c"):
    """Close the books through a day, or not."""

    day: str


class AdvanceCallback(CallbackData, prefix="v"):
    """Do something about who holds money to account for."""

    action: str
    """"list", "show", "receipts", "change", "all", "pay", "team", "link", "undo" or "turn"."""
    number: int
    """An entry of the holder's, or the entry itself."""
    seen: int
    """The holder's last entry when it was shown."""
    value: str


class SpendingCallback(CallbackData, prefix="w"):
    """Answer a question about what a holder spent, as of one revision of it."""

    spending_id: int
    revision: int
    field: str
    """"category", "page", "advance", "till", "own" or "drop"."""
    value: str


class RefundCallback(CallbackData, prefix="r"):
    """Turn a page of the refunds, or set from what amount their sale is asked for."""

    action: str
    """"page" or "ask_from"."""
    value: int


class LanguageCallback(CallbackData, prefix="l"):
    """Speak another language."""

    language: str
