"""What stands under a person's own message: whether it is filed, or asked about.

A reaction is beside the answer and never instead of it; nobody has to see it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.cards import Setting
from ledger.journal import PostedEntry
from services.advances.account_for import AccountedFor, SpendingAsked
from services.cash.record_cash import CashFiledInPart
from services.cash_types import CashAmended, CashAsked, CashRecorded, EntryUndone
from services.corrections.correct_cash import WhichEntry
from services.messages import ASKED, FILED, TELEGRAM, OutgoingMessage, Reaction
from services.ports import Books


def reacting(
    books: Books,
    setting: Setting,
    said: Sequence[OutgoingMessage],
    outcome: object,
    *,
    told_in: int | None = None,
) -> tuple[OutgoingMessage, ...]:
    """Have the first answer in a chat set what stands under the messages that it is about.

    Args:
        books: the open books.
        setting: the chat.
        said: the answers.
        outcome: what came of a message, a tap or an edit.
        told_in: the message itself; None where something was tapped.
    """
    reactions = tuple(_reactions(books, setting.chat_id, outcome, told_in))
    place = next((at for at, each in enumerate(said) if each.chat_id == setting.chat_id), None)
    if place is None or not reactions:
        return tuple(said)
    first = replace(said[place], reactions=reactions)
    return (*said[:place], first, *said[place + 1 :])


def _reactions(
    books: Books, chat_id: int, outcome: object, told_in: int | None
) -> Iterator[Reaction]:
    own = () if told_in is None else (told_in,)
    match outcome:
        case (
            CashRecorded(posted=posted, waits=())
            | CashAmended(recorded=CashRecorded(posted=posted, waits=()))
        ) if posted:
            for number in dict.fromkeys((*own, *_told_in(chat_id, posted))):
                yield Reaction(number, FILED)
        case AccountedFor():
            yield from (Reaction(number, FILED) for number in own)
        case CashAsked() | SpendingAsked() | WhichEntry() | CashFiledInPart():
            yield from (Reaction(number, ASKED) for number in own)
        case EntryUndone(undone=undone):
            for number in _told_in(chat_id, [undone]):
                told = books.journal.of_message(chat_id, number)
                if all(each.reversed_by or each.entry.reverses for each in told):
                    yield Reaction(number, "")
        case _:
            return


def _told_in(chat_id: int, posted: Iterable[PostedEntry]) -> Iterator[int]:
    """Give the messages of a chat in which entries were told."""
    for each in posted:
        chat, _, message = each.entry.origin.external_id.partition("#")[0].partition("/")
        is_here = each.entry.origin.source == TELEGRAM and chat == str(chat_id)
        if is_here and message.isdecimal():
            yield int(message)
