"""What buttons carry: ids and short codes, 64 bytes at most; the truth is in the books."""

from aiogram.filters.callback_data import CallbackData


class UndoCallback(CallbackData, prefix="u"):
    """Take an entry back."""

    number: int
    is_alone: bool
    """Whether its card shows nothing else."""


class UndoAllCallback(CallbackData, prefix="ua"):
    """Take back all that a message told."""

    number: int
    """One of its entries."""


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


class CountCallback(CallbackData, prefix="count"):
    """Go on with a count of a till, as of one revision of it, or begin one."""

    count_id: int
    revision: int
    place: int
    """Which of the till's currencies it is about."""
    act: str
    """"tally", "add", "number", "loose", "done", "skip", "drop", "sure", "again", "forgot",
    "compare", "book", "why", "look" or "mine"."""
    value: str


class CountHistoryCallback(CallbackData, prefix="counted"):
    """Turn a page of the counts of a till."""

    till: str
    page: int


class HandoverCallback(CallbackData, prefix="handover"):
    """Offer a till to a person, answer the offer, or take it back."""

    handover_id: int
    revision: int
    act: str
    """"offer", "take", "count" or "keep"."""
    person_id: int


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
    """"got", "part", "no", "back", "short", "open", "show", or "to" a till."""
    till: str


class PictureCallback(CallbackData, prefix="p"):
    """Draw a day's picture on another ground."""

    day: str
    is_dark: bool


class MissingCallback(CallbackData, prefix="missing"):
    """Answer a question about what was not told."""

    question_id: int
    state: str
    """"none" or "muted"."""


class ReceiptCallback(CallbackData, prefix="paper"):
    """Say what a receipt proves, or show it."""

    receipt_id: int
    what: str
    """"tie" to an entry, wait for "words", or "show"."""
    number: int


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


class CashBookCallback(CallbackData, prefix="book"):
    """Turn to a day, a till or a page of the cash book."""

    day: str
    till: str
    """A till's key, or "-" for all of them."""
    page: int


class CashGridCallback(CallbackData, prefix="grid"):
    """Turn to a day, a till or a page of the cash book, shown as a table."""

    day: str
    till: str
    """A till's key, or "-" for all of them."""
    page: int


class GoneEntryCallback(CallbackData, prefix="gone"):
    """Show an entry that was taken back, or what stands in its place, from its old card."""

    number: int


class OpenEntryCallback(CallbackData, prefix="open"):
    """Show an entry of the cash book by itself."""

    number: int


class SplitCallback(CallbackData, prefix="split"):
    """Split an entry: ask how, or say what a part of it was for."""

    number: int
    minor: int
    """The part in minor units of the entry's currency; 0 as long as it is not said."""
    field: str
    """"ask", "category", "page" or "leave"."""
    value: str


class CommentCallback(CallbackData, prefix="comment"):
    """Say something of an entry, or not."""

    number: int
    is_left: bool


class OverdueCallback(CallbackData, prefix="overdue"):
    """Look at what waits for an answer, settle it, or leave it out."""

    draft_id: int
    """0 to turn a page."""
    field: str
    """"page", "settle", "drop", "reason" or "leave"."""
    value: str


class ProposalCallback(CallbackData, prefix="proposal"):
    """Look at a proposed correction, book it, or leave the entry as it is."""

    proposal_id: int
    field: str
    """"show", "book" or "leave"."""


class ApprovalCallback(CallbackData, prefix="pay"):
    """Decide on a payout that waits, or look at it."""

    approval_id: int
    action: str
    """"show", "approve", "refuse", "reason", "ask", "answer", "deputies", "delegate", "withdraw",
    "back" or "list"."""
    value: str


class LimitsCallback(CallbackData, prefix="lim"):
    """Look at a role's limits of payouts, or change one."""

    role: str
    action: str
    """"list", "show", "ask" or "lift"."""
    field: str
    """"payout" or "day", where it is about one of them."""


class AskedCallback(CallbackData, prefix="q"):
    """Look at the entries that an answer is made of."""

    page: int
    query: str
    """The question as it was understood, as JSON in the letters of base64."""

    def pack(self) -> str:
        """Give the data; it stays in our books, so it may be long."""
        parts = (self.__prefix__, str(self.page), self.query)
        return self.__separator__.join(parts)


class CrmCallback(CallbackData, prefix="cr"):
    """Look at what a CRM's fields and stages mean, or say it."""

    what: str
    """"show"; "role", "pick" and "keep" a field; "stages", "stage" and "mean"; "ways", "way" and
    "by"."""
    entity: str
    about: str
    """The role, the stage's code, or the id of what is chosen."""
    value: str
    """The field's name, the meaning, or the way to pay."""
    page: int


class BalanceCallback(CallbackData, prefix="ba"):
    """Settle a balance that no statement explains."""

    what: str
    """"accept", "send" or "reopen"."""
    account_id: int
    day: str
    """That of the statement that begins otherwise; empty for what the account began with."""


class ExceptionCallback(CallbackData, prefix="ex"):
    """Look through what needs a person, or do something about one of it."""

    what: str
    """"list", "show", "chain", "raw", "link" with a candidate's place, "unlink" with a record's,
    "other" to write which, "pick" with what was found, "off", "take" what was answered, "ask",
    "askwho", "askto" and "give" with a person's id, "explain", "assign", "day" or "week"."""
    item_id: int
    value: str
    """What it says, then "/" and the page of the list that one came from."""

    @property
    def said(self) -> str:
        """Give what it says."""
        return self.value.partition("/")[0]

    @property
    def page(self) -> int:
        """Give the page that one came from."""
        page = self.value.partition("/")[2]
        return int(page) if page.isdecimal() else 0


class AlertCallback(CallbackData, prefix="al"):
    """Look through what leaders are told, or answer one of it."""

    what: str
    """"list" with a page, "show", "telling"; "seen", "explain", "useless", "day", "week",
    "assign", "give" with a person's id; "ask", "accept", "back-in" of an order."""
    alert_id: int
    value: str
    opened: str
    """Where the card was opened from and leads back to: "telling", or a page of the list."""


class AlertSetCallback(CallbackData, prefix="as"):
    """Say what rings, from which numbers on, and when."""

    what: str
    """"all", "one", "try" a value of a parameter, "type" one, "keep" it, "on", "off"; "hours",
    "quiet", "cap"."""
    trigger: str
    value: str
    """"days=21", or the page."""


class JobCallback(CallbackData, prefix="jb"):
    """Have a job run at once; without a name, show the jobs as they are now."""

    name: str


class InquiryCallback(CallbackData, prefix="iq"):
    """Answer what was asked about an exception."""

    what: str
    """"choose" with a choice's place, "words" to write, "holder" with the id of who has the money
    or nothing for a name that is written, "back" to the choices."""
    inquiry_id: int
    value: str
