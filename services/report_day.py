"""The cash of one day, from the books."""

import datetime as dt

from reports.day import CashMovement, DayReport, TillOpening, summarise_day
from services.ports import Books


def report_day(books: Books, day: dt.date) -> DayReport:
    """Sum up what the tills did on a day of the shop."""
    tills = [account.key for account in books.accounts.chart() if account.is_till]
    openings = [TillOpening(row.account, row.balance) for row in books.balances.before(day, tills)]
    movements = [
        CashMovement(
            entry_number=moved.posted.number,
            occurred_at=moved.posted.entry.occurred_at,
            till=moved.till,
            amount=moved.amount,
            category=moved.posted.entry.category,
            narration=moved.posted.entry.narration,
            counterparty=moved.posted.entry.counterparty,
            reverses=moved.posted.entry.reverses,
        )
        for moved in books.journal.till_movements(day)
    ]
    return summarise_day(day, openings=openings, movements=movements)
