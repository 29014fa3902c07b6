"""Books with words as nasty as they come, for the tests of exports."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from hypothesis import strategies as st

from ledger.accounts import Account, AccountType, Chart
from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money

CHART = Chart(
    [
        Account("till.1", "301", AccountType.ASSET, {"en": "Till", "uk": "Каса"}),
        Account("asset.cash_in_transit", "333", AccountType.ASSET, {"en": "Cash in transit"}),
        Account("liability.customer_prepayments", "681", AccountType.LIABILITY, {}),
        Account("equity.owner_draws", "672", AccountType.EQUITY, {"en": 'The "owner"; \\ draws'}),
        Account("income.sales", "702", AccountType.INCOME, {"en": "=Sales", "uk": "Продаж"}),
        Account("expense.other", "9 44", AccountType.EXPENSE, {"en": "Other"}),
        Account("витрати", "949", AccountType.EXPENSE, {"en": "Odd key"}),
    ]
)

NASTY = (
    'quotes "inside" and \\ backslash\\',
    "semicolon; pipe | comma, hash # caret ^link",
    "two  spaces\ttab\nnew line\r\nagain\x0bvertical",
    "emoji 🧾 مرحبا שלום \u202eright to left\u202c",
    "date:2020-99-99, date2:x",
    "[2020-13-45] [=2020-02-31]",
    "* (7) ! status",
    "=1+1",
    "+380 44",
    "-5",
    "@here",
    "\ttab first",
    "\\",
    '"',
    "\x00\x07\x1b[31m\x7f\x85\u2028\ufeff",
    "\ud800 half a pair",
    "; only a comment",
    "|",
    "",
    "2020-01-01 open Assets:Stolen",
    "x" * 3000,
)

_words = st.one_of(st.sampled_from(NASTY), st.text(max_size=60))
_keys = st.sampled_from([account.key for account in CHART])
_minors = st.integers(-(10**14), 10**14).filter(bool)


def posted_entry(number: int, text: str, postings: Sequence[Posting]) -> PostedEntry:
    """Build an entry that says a text wherever one can be said."""
    at = dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
    entry = JournalEntry(
        booked_on=dt.date(2026, 3, 31) - dt.timedelta(days=number % 400),
        occurred_at=at,
        narration=text,
        postings=tuple(postings),
        origin=Origin("telegram", str(number)),
        category=text or None,
        counterparty=text or None,
        order_reference=text or None,
        reverses=number - 1 if number % 5 == 0 else None,
    )
    return PostedEntry(number, entry, at, text or "person:1", None)


def nasty_books() -> list[PostedEntry]:
    """Build one entry for each nasty text, in turn in three currencies."""
    return [
        posted_entry(number, text, _pair("till.1", "витрати", Money(10**9 + number, currency)))
        for number, text in enumerate(NASTY, start=1)
        for currency in (("UAH", "JPY", "KWD")[number % 3],)
    ]


@st.composite
def books(draw: st.DrawFn) -> list[PostedEntry]:
    """Draw entries of two or four postings with any words."""
    draw_pair = partial(_draw_pair, draw)
    return [
        posted_entry(
            number,
            draw(_words),
            [leg for _ in range(draw(st.integers(1, 2))) for leg in draw_pair()],
        )
        for number in range(1, draw(st.integers(1, 25)))
    ]


def balances(entries: Sequence[PostedEntry]) -> dict[tuple[str, str], int]:
    """Sum the postings by account key and currency; nothing for what comes to zero."""
    totals: dict[tuple[str, str], int] = {}
    for posted in entries:
        for posting in posted.entry.postings:
            at = (posting.account, posting.amount.currency)
            totals[at] = totals.get(at, 0) + posting.amount.minor
    return {at: minor for at, minor in totals.items() if minor}


def _draw_pair(draw: st.DrawFn) -> tuple[Posting, Posting]:
    debit, credit = draw(st.lists(_keys, min_size=2, max_size=2, unique=True))
    return _pair(debit, credit, Money(draw(_minors), draw(st.sampled_from(["UAH", "JPY", "KWD"]))))


def _pair(debit: str, credit: str, amount: Money) -> tuple[Posting, Posting]:
    return (Posting(debit, amount), Posting(credit, -amount))
