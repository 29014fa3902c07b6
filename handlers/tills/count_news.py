"""What is said when a currency is counted to the end: to who counted, to leaders, to the giver."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from handlers.callbacks import UndoCallback
from handlers.tills.count_cards import (
    Counter,
    amounts,
    count_card,
    reason_card,
    tally_card,
    till_name,
)
from handlers.tills.handover_cards import offer_card
from ledger.money import Money
from locales.words import Words, words_of
from services.alerts.ring_alerts import rings_of_count
from services.cash_types import NotAllowed, StaleAnswer
from services.leaders import leaders
from services.messages import Button, OutgoingMessage
from services.ports import Books
from services.tills.count_types import (
    CountDropped,
    CountOutcome,
    CountShown,
    ReasonAsked,
    Sheet,
    SheetSettled,
    SheetState,
    TillCount,
)
from services.tills.handover_types import Handover

Said = tuple[OutgoingMessage, ...]


def count_messages(
    books: Books,
    counter: Counter,
    outcome: CountOutcome,
    *,
    edits: int | None = None,
    tally_page: int | None = None,
) -> Said:
    """Say what a use case of counting came to, in place of the card that was pressed.

    Args:
        books: the open books.
        counter: who counts.
        outcome: what it came to.
        edits: the card's message.
        tally_page: the page of notes to show, where they are tapped together.
    """
    match outcome:
        case CountShown(count, has_moved):
            sheet = count.current
            if tally_page is not None and sheet and sheet.state is SheetState.WAITING:
                return (tally_card(counter, count, tally_page, edits=edits),)
            return (count_card(books, counter, count, has_moved=has_moved, edits=edits),)
        case ReasonAsked(count):
            return (reason_card(counter, count, edits=edits),)
        case SheetSettled():
            return tuple(_settled(books, counter, outcome, edits))
        case CountDropped():
            return tuple(_dropped(books, counter, outcome, edits))
        case StaleAnswer() | NotAllowed():
            is_stale = isinstance(outcome, StaleAnswer)
            return (counter.setting.say("stale" if is_stale else "not-allowed"),)
        case _:
            assert_never(outcome)


def _settled(
    books: Books, counter: Counter, settled: SheetSettled, edits: int | None
) -> Iterator[OutgoingMessage]:
    count, sheet = settled.count, settled.sheet
    said = _result(books, counter.words, count, sheet)
    decided = counter.decided(said, edits=edits)
    if sheet.entry_number is not None:
        decided = replace(decided, buttons=(*decided.buttons, _undo(counter, sheet.entry_number)))
    yield decided
    if count.is_open:
        yield count_card(books, counter, count)
    if sheet.state is SheetState.BOOKED:
        yield from _news_of_difference(books, counter, count, sheet)
    if sheet.state is SheetState.SKIPPED and sheet.difference:
        yield from _news_of_leaving(books, counter, count, sheet)
    if settled.handover is not None:
        yield from _handed(books, counter, count, settled.handover)


def _undo(counter: Counter, number: int) -> tuple[Button, ...]:
    """Offer the way back from a booked difference, as from any entry."""
    data = UndoCallback(number=number, is_alone=False).pack()
    return (Button(counter.words.plain("button-undo-number", number=str(number)), data=data),)


def _result(books: Books, words: Words, count: TillCount, sheet: Sheet) -> str:
    till = till_name(books, words, count.till)
    counted = sheet.counted or Money.zero(sheet.currency)
    match sheet.state:
        case SheetState.AGREED:
            return words("count-agrees", till=till, amount=counted)
        case SheetState.BOOKED:
            return words(
                f"count-booked-{_way(sheet)}",
                amount=abs(sheet.difference),
                reason=sheet.reason or "",
                till=till,
                balance=counted,
            )
        case _:
            return words("count-skipped", currency=sheet.currency)


def _news_of_difference(
    books: Books, counter: Counter, count: TillCount, sheet: Sheet
) -> Iterator[OutgoingMessage]:
    """Tell directors and owners of a difference that was booked, unless an alert tells it."""
    if rings_of_count(books, -sheet.difference.minor):
        return
    giver = books.people.find(count.answerable_id)
    for leader in leaders(books):
        if leader.id == counter.person.id:
            continue
        words = words_of(leader.language)
        lines = [
            words(
                f"count-told-{_way(sheet)}",
                till=till_name(books, words, count.till),
                name=counter.person.name,
                amount=abs(sheet.difference),
                counted=sheet.counted or Money.zero(sheet.currency),
                expected=sheet.expected or Money.zero(sheet.currency),
                reason=sheet.reason or "",
            )
        ]
        if giver is not None and giver.id != count.person_id:
            lines.append(words("count-told-giver", name=counter.person.name, giver=giver.name))
        yield OutgoingMessage(leader.telegram_id, "\n".join(lines))


def _handed(
    books: Books, counter: Counter, count: TillCount, handover: Handover
) -> Iterator[OutgoingMessage]:
    """Tell both sides that the count completed the handover."""
    words = counter.words
    till = till_name(books, words, handover.till)
    held = amounts(words, handover.balances)
    yield counter.setting.message(words("handover-taken", till=till, balances=held))
    giver = books.people.find(handover.giver_id)
    if giver is None or not giver.is_active:
        return
    words = words_of(giver.language)
    lines = [
        words(
            "handover-told-taken",
            name=counter.person.name,
            till=till_name(books, words, handover.till),
            balances=amounts(words, handover.balances),
        )
    ]
    lines += [
        words(f"handover-told-{_way(each)}", amount=abs(each.difference))
        for each in count.sheets
        if each.state is SheetState.BOOKED
    ]
    yield OutgoingMessage(giver.telegram_id, "\n".join(lines))


def _dropped(
    books: Books, counter: Counter, dropped: CountDropped, edits: int | None
) -> Iterator[OutgoingMessage]:
    """Say that a count is over; one that was off and left at that is told to leaders."""
    yield counter.setting.say("count-dropped", edits=edits)
    for sheet in dropped.count.sheets:
        if sheet.state is SheetState.SKIPPED and sheet.difference:
            yield from _news_of_leaving(books, counter, dropped.count, sheet)
    handover = dropped.handover
    if handover is not None:
        yield offer_card(books, counter.person, handover)


def _news_of_leaving(
    books: Books, counter: Counter, count: TillCount, sheet: Sheet
) -> Iterator[OutgoingMessage]:
    if rings_of_count(books, -sheet.difference.minor):
        return
    for leader in leaders(books):
        if leader.id == counter.person.id:
            continue
        words = words_of(leader.language)
        yield OutgoingMessage(
            leader.telegram_id,
            words(
                f"count-told-left-{_way(sheet)}",
                till=till_name(books, words, count.till),
                name=counter.person.name,
                amount=abs(sheet.difference),
                counted=sheet.counted or Money.zero(sheet.currency),
            ),
        )


def _way(sheet: Sheet) -> str:
    return "short" if sheet.difference.minor < 0 else "over"
