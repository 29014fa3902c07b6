"""Bring a handover to its end, or back to its beginning."""

from dataclasses import replace

from services.messages import Cause
from services.ports import Books, StorageError
from services.tills.handover_types import Handover, HandoverState
from services.tills.till_holdings import held_in


def take_over(books: Books, handover: Handover, cause: Cause) -> Handover:
    """Make the till the next person's, with what the books say it holds now.

    Raises:
        StorageError: an entry came in this very moment, so that it holds something else.
    """
    taken = close(books, handover, HandoverState.TAKEN, cause)
    if held_in(books, taken.till) != taken.balances:
        raise StorageError("busy")
    taker = books.people.find(taken.taker_id)
    if taker is not None and taker.till is None:
        books.people.change(replace(taker, till=taken.till))
        books.audit.record(
            cause,
            what="assign_till",
            subject=f"person:{taker.id}",
            change={"role": taker.role.value, "till": taken.till, "is_active": taker.is_active},
        )
    return taken


def close(books: Books, handover: Handover, state: HandoverState, cause: Cause) -> Handover:
    """End a handover; what is taken is what the till holds now."""
    balances = held_in(books, handover.till) if state is HandoverState.TAKEN else handover.balances
    closed = books.handovers.change(
        replace(handover, state=state, balances=balances, settled_at=cause.at)
    )
    tell(books, closed, cause)
    return closed


def offer_again(books: Books, handover: Handover, cause: Cause) -> Handover:
    """Ask the next person anew, with what the till holds now."""
    again = books.handovers.change(
        replace(handover, state=HandoverState.OFFERED, balances=held_in(books, handover.till))
    )
    tell(books, again, cause)
    return again


def tell(books: Books, handover: Handover, cause: Cause) -> None:
    """Tell the audit log where a handover stands."""
    books.audit.record(
        cause,
        what=f"handover_{handover.state}",
        subject=f"handover:{handover.id}",
        change={
            "till": handover.till,
            "giver": handover.giver_id,
            "taker": handover.taker_id,
            "balances": ", ".join(map(str, handover.balances)),
        },
    )
