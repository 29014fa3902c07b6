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
    """"direction", "category", "date", "confirm", "page" or "drop"."""
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


class TillCallback(CallbackData, prefix="tl"):
    """Look into a till: another one, or another page of what was asked for."""

    till: str
    number: int
    """The page begins next to this entry; 0 is the newest page."""
    is_newer: bool
    asked: str
    """What was typed after the command; nothing is today."""

    def pack(self) -> str:
        """Give the data; it stays in our books, so what was asked may be long."""
        asked = self.asked.replace(self.__separator__, " ")
        parts = (self.__prefix__, self.till, str(self.number), str(int(self.is_newer)), asked)
        return self.__separator__.join(parts)


class TransferCallback(CallbackData, prefix="tr"):
    """Say where cash between tills goes, or whether it has arrived, as of one revision of it."""

    transfer_id: int
    revision: int
    action: str
    """"got", "no", or "to" a till."""
    till: str


class CloseCallback(CallbackData, prefix="c"):
    """Close the books through a day, or not."""

    day: str


class LanguageCallback(CallbackData, prefix="l"):
    """Speak another language."""

    language: str
