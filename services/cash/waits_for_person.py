"""What of the shop's cash waits for one person's word: a question, a till, cash, a payout."""

import datetime as dt
from dataclasses import dataclass

from services.approvals.approvals import Approval, may_decide
from services.cash.drafts import Draft
from services.cash.newest_question import draft_before_him
from services.people import Person
from services.ports import Books
from services.tills.handover_types import Handover, HandoverState
from services.tills.transfers import Transfer, TransferState, asked_about


@dataclass(frozen=True, slots=True)
class WaitsForPerson:
    """What a yes or a no of a person may be about."""

    draft: Draft | None
    """The question about cash that he has had before him last."""
    handovers: tuple[Handover, ...] = ()
    """Tills that he is asked to take."""
    transfers: tuple[Transfer, ...] = ()
    """Cash that he is asked about whether it has come."""
    approvals: tuple[Approval, ...] = ()
    """Payouts that he may decide, the oldest first."""

    @property
    def is_other(self) -> bool:
        """Tell whether anything but a question about cash waits."""
        return bool(self.handovers or self.transfers or self.approvals)

    @property
    def is_any(self) -> bool:
        """Tell whether anything waits."""
        return self.draft is not None or self.is_other


def waits_for_person(
    books: Books, person: Person, chat_id: int, at: dt.datetime
) -> WaitsForPerson:
    """Give what waits for a person's word now."""
    people, tills = books.people.all(), books.accounts.tills()
    offered = [books.handovers.open_at(till.key) for till in tills]
    askers = {each.id: each for each in people}
    return WaitsForPerson(
        draft=draft_before_him(books, chat_id, person, at),
        handovers=tuple(
            each
            for each in offered
            if each is not None
            and each.taker_id == person.id
            and each.state is HandoverState.OFFERED
            and not each.is_too_old(at)
        ),
        transfers=tuple(
            each
            for each in books.transfers.on_the_way()
            if each.state is TransferState.SENT
            and any(person.id == asked.id for asked in asked_about(each, people, tills))
        ),
        approvals=tuple(
            each
            for each in books.approvals.waiting()
            if each.asked_by in askers and may_decide(each, person, askers[each.asked_by])
        ),
    )
