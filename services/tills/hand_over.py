"""Hand a till to the next person: offered, taken as it is or after a count, withdrawn."""

from dataclasses import replace

from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.tills.count_till import begin
from services.tills.count_types import CountShown
from services.tills.handover_types import (
    Handover,
    HandoverBusy,
    HandoverOffered,
    HandoverState,
    HandoverTaken,
    HandoverWithdrawn,
    NobodyToTake,
)
from services.tills.settle_count import drop
from services.tills.settle_handover import close, offer_again, take_over, tell
from services.tills.till import till_of
from services.tills.till_holdings import held_in


def who_can_take(books: Books, giver: Person) -> tuple[Person, ...]:
    """Give those who may record cash and answer for the giver's till, or for none."""
    till = till_of(books, giver)
    return tuple(
        each
        for each in books.people.all()
        if each.id != giver.id and each.may(Permission.RECORD_CASH) and each.till in {None, till}
    )


def open_handover(books: Books, person: Person, cause: Cause) -> Handover | None:
    """Give the handover of a person's till that nobody has decided about; an old one is ended."""
    found = books.handovers.open_at(till_of(books, person))
    if found is not None and found.is_too_old(cause.at):
        _end(books, found, HandoverState.EXPIRED, cause)
        return None
    return found


def offer_till(
    books: Books, giver: Person, taker_id: int, cause: Cause
) -> HandoverOffered | HandoverBusy | NobodyToTake | NotAllowed:
    """Offer the giver's till to another person."""
    if not giver.may(Permission.RECORD_CASH):
        return NotAllowed()
    open_ = open_handover(books, giver, cause)
    if open_ is not None:
        return HandoverBusy(open_)
    if taker_id not in {each.id for each in who_can_take(books, giver)}:
        return NobodyToTake()
    till = till_of(books, giver)
    offered = books.handovers.add(
        Handover(
            id=0,
            revision=1,
            till=till,
            giver_id=giver.id,
            taker_id=taker_id,
            state=HandoverState.OFFERED,
            balances=held_in(books, till),
            offered_at=cause.at,
        )
    )
    tell(books, offered, cause)
    return HandoverOffered(offered)


def take_till(
    books: Books, taker: Person, handover_id: int, revision: int, cause: Cause
) -> HandoverOffered | HandoverTaken | HandoverWithdrawn | StaleAnswer | NotAllowed:
    """Take a till as it is; if it holds something else by now, the new figures are asked about."""
    found = _for_taker(books, taker, handover_id, revision, cause)
    if not isinstance(found, Handover):
        return found
    if held_in(books, found.till) != found.balances:
        return HandoverOffered(offer_again(books, found, cause), has_moved=True)
    return HandoverTaken(take_over(books, found, cause))


def count_before_taking(
    books: Books, taker: Person, handover_id: int, revision: int, cause: Cause
) -> CountShown | HandoverWithdrawn | StaleAnswer | NotAllowed:
    """Count a till before it is taken; the count's end is the handover's, too."""
    found = _for_taker(books, taker, handover_id, revision, cause)
    if not isinstance(found, Handover):
        return found
    counting = books.handovers.change(replace(found, state=HandoverState.COUNTING))
    tell(books, counting, cause)
    return begin(books, taker, counting.till, cause, handover=counting)


def withdraw_till(
    books: Books, giver: Person, handover_id: int, cause: Cause
) -> HandoverWithdrawn | StaleAnswer | NotAllowed:
    """Keep the till after all; a count that was begun for it ends."""
    found = books.handovers.find(handover_id)
    if found is None or not found.is_open:
        return StaleAnswer()
    if found.giver_id != giver.id:
        return NotAllowed()
    state = HandoverState.EXPIRED if found.is_too_old(cause.at) else HandoverState.WITHDRAWN
    return HandoverWithdrawn(_end(books, found, state, cause))


def lapse_handovers(books: Books, cause: Cause) -> tuple[Handover, ...]:
    """End the handovers that nobody has decided about for too long; give them."""
    lapsed = []
    for till in books.accounts.tills():
        found = books.handovers.open_at(till.key)
        if found is not None and found.is_too_old(cause.at):
            lapsed.append(_end(books, found, HandoverState.EXPIRED, cause))
    return tuple(lapsed)


def _for_taker(
    books: Books, taker: Person, handover_id: int, revision: int, cause: Cause
) -> Handover | HandoverWithdrawn | StaleAnswer | NotAllowed:
    """Give a handover that a person may answer now."""
    found = books.handovers.find(handover_id)
    if found is None:
        return StaleAnswer()
    if found.taker_id != taker.id or not taker.may(Permission.RECORD_CASH):
        return NotAllowed()
    if found.is_too_old(cause.at):
        return HandoverWithdrawn(_end(books, found, HandoverState.EXPIRED, cause))
    if found.state in {HandoverState.WITHDRAWN, HandoverState.EXPIRED}:
        return HandoverWithdrawn(found)
    is_asked = found.state is HandoverState.OFFERED and found.revision == revision
    return found if is_asked else StaleAnswer()


def _end(books: Books, handover: Handover, state: HandoverState, cause: Cause) -> Handover:
    count = books.counts.open_for(handover.id)
    if count is not None:
        drop(books, count, cause)
    return close(books, handover, state, cause)
