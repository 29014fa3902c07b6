"""What a card of the bot is about: told by what its buttons do."""

from collections.abc import Iterator

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from handlers.callbacks import (
    AdvanceCallback,
    AlertCallback,
    ApprovalCallback,
    CountCallback,
    DraftCallback,
    EntryCallback,
    GoneEntryCallback,
    MissingCallback,
    TransferCallback,
    UndoCallback,
)
from services.corrections.change_entry import ENTRY
from services.tills.count_types import COUNT

APPROVAL = "approval"
DRAFT = "draft"
TRANSFER = "transfer"
"""Conversations' names in what a person is expected to type."""
_SUBJECT_AT = {ENTRY: 1, DRAFT: 0, APPROVAL: 1, COUNT: 1, TRANSFER: 0}
"""Where the number of what is spoken of stands in what is expected."""


def subjects_on(card: Message | None) -> frozenset[str]:
    """Name what a card of the bot is about: "entry:12", "draft:3"."""
    fields = [EntryCallback.unpack(data).number for data in _carried(card, EntryCallback)]
    count, transfer = count_on(card), transfer_on(card)
    return frozenset(
        (
            *(f"{ENTRY}:{number}" for number in (*entries_on(card), *fields)),
            *(f"{DRAFT}:{number}" for number in drafts_on(card)),
            *(f"{APPROVAL}:{each.approval_id}" for each in payouts_on(card)),
            *(() if count is None else (f"{COUNT}:{count}",)),
            *(() if transfer is None else (f"{TRANSFER}:{transfer}",)),
        )
    )


def subject_of(expected: str) -> str | None:
    """Name what a person was asked to type something about, as subjects_on does."""
    conversation, *rest = expected.split(":")
    place = _SUBJECT_AT.get(conversation)
    return None if place is None or place >= len(rest) else f"{conversation}:{rest[place]}"


def entries_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the entries that a card of the bot is of, be they taken back since."""
    standing = [UndoCallback.unpack(data).number for data in _carried(card, UndoCallback)]
    gone = [GoneEntryCallback.unpack(data).number for data in _carried(card, GoneEntryCallback)]
    return (*standing, *gone)


def waits_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the waiting payouts that can be withdrawn on a card of the bot."""
    withdrawn = (each for each in payouts_on(card) if each.action == "withdraw")
    return tuple(dict.fromkeys(each.approval_id for each in withdrawn))


def payouts_on(card: Message | None) -> tuple[ApprovalCallback, ...]:
    """Give what can be done to waiting payouts on a card of the bot."""
    return tuple(ApprovalCallback.unpack(data) for data in _carried(card, ApprovalCallback))


def drafts_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the questions about cash that a card of the bot puts."""
    carried = (DraftCallback.unpack(data).draft_id for data in _carried(card, DraftCallback))
    return tuple(dict.fromkeys(carried))


def count_on(card: Message | None) -> int | None:
    """Give the number of the count that a card of the bot is about."""
    carried = (CountCallback.unpack(data).count_id for data in _carried(card, CountCallback))
    return next(carried, None)


def transfer_on(card: Message | None) -> int | None:
    """Give the number of the transfer of which a card asks whether it has come."""
    carried = (TransferCallback.unpack(data) for data in _carried(card, TransferCallback))
    return next((each.transfer_id for each in carried if each.action == "part"), None)


def receipts_on(card: Message | None) -> tuple[int, ...]:
    """Give the numbers of the entries of receipts that can be taken back on a card."""
    carried = [AdvanceCallback.unpack(data) for data in _carried(card, AdvanceCallback)]
    return tuple(each.number for each in carried if each.action == "undo")


def missing_on(card: Message | None) -> int | None:
    """Give the number of the question about what was not told that a card puts."""
    carried = (MissingCallback.unpack(data) for data in _carried(card, MissingCallback))
    return next((each.question_id for each in carried), None)


def alert_on(card: Message | None) -> int | None:
    """Give the number of the alert that a card shows, if its reader may explain it."""
    carried = (AlertCallback.unpack(data) for data in _carried(card, AlertCallback))
    return next((each.alert_id for each in carried if each.what == "explain"), None)


def _carried(card: Message | None, kind: type[CallbackData]) -> Iterator[str]:
    """Give what the buttons of one kind carry on a card."""
    if card is None or card.reply_markup is None:
        return
    prefix = f"{kind.__prefix__}{kind.__separator__}"
    for row in card.reply_markup.inline_keyboard:
        for button in row:
            if button.callback_data and button.callback_data.startswith(prefix):
                yield button.callback_data
