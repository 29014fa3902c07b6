"""What of the shop's cash waits for somebody, and what did not agree on a day."""

import datetime as dt
from dataclasses import dataclass

from ledger.accounts import Account
from services.cash.open_questions import open_drafts
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.tills.count_types import SettledSheet
from services.tills.look_into_till import is_late
from services.tills.transfers import Transfer, TransferState

SHEETS_MAX = 20
"""So many of a till's last counts are looked through for those of a day."""


@dataclass(frozen=True, slots=True)
class TillDifference:
    """A count of a till that did not agree."""

    till: Account
    sheet: SettledSheet
    person: Person | None
    """Who answers for it."""


@dataclass(frozen=True, slots=True)
class WhatWaits:
    """What a director should know besides the figures."""

    open_questions: int
    """Messages about cash that nobody has answered for too long."""
    proposals: int
    """Corrections of closed days that wait for a decision."""
    approvals: int
    """Payouts that wait for a decision."""
    exceptions: int
    """What else of the books needs a person."""
    differences: tuple[TillDifference, ...]
    """Counts of the day that did not agree."""
    missing: tuple[Transfer, ...] = ()
    """Cash between tills that somebody says has not come, or that should have by now."""


def what_waits(books: Books, day: dt.date, now: dt.datetime) -> WhatWaits:
    """Give what waits now, and the differences of a day of the shop."""
    shop = shop_of(books)
    differences = [
        TillDifference(till, sheet, books.people.find(sheet.answerable_id))
        for till in books.accounts.tills()
        for sheet in books.counts.settled(till.key, answerable_id=None, limit=SHEETS_MAX, offset=0)
        if shop.day_of(sheet.settled_at) == day and sheet.difference.minor
    ]
    return WhatWaits(
        open_questions=len(open_drafts(books, now)),
        proposals=len(books.proposals.open()),
        approvals=len(books.approvals.waiting()),
        exceptions=books.exceptions.count_open(),
        differences=tuple(differences),
        missing=tuple(
            each
            for each in books.transfers.on_the_way()
            if each.state is TransferState.REFUSED or is_late(each, now)
        ),
    )
