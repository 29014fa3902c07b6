"""GoCardless Bank Account Data: accounts at European banks, opened by their owner's agreement.

Source: the service's documentation. An account may be asked for its movements four times within
twenty-four hours, and as often for its balances; an agreement ends after ninety days or so.
"""

import datetime as dt
from collections.abc import Sequence

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementEnd, StatementHead, StatementLine, StatementPart
from services.bank.bank_feed_types import Accounts, Cursor, Pace, Page, RemoteAccount
from services.source_trouble import SourceError, Trouble
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.bank_apis.gocardless_line import balance_of, booked_line_of, pending_line_of
from sources.fields import (
    converted,
    inner,
    instant,
    or_garbled,
    record_of,
    records_of,
    text,
    whole,
)

BANK = "gocardless"
DAILY_MAX = 4
OVERLAP_DAYS = 10
"""As long as anything pending may take to be booked, on another day."""
_FIRST_DAYS = 89
_GAP = dt.timedelta(seconds=2)
_REST = dt.timedelta(hours=6, minutes=5)
_LIST_EVERY = dt.timedelta(hours=24)
_ENDED = frozenset({"EX", "SU", "RJ", "UA", "GA"})
"""States of an agreement that is over, or was never made."""
_LINKED = "LN"


class GoCardless:
    """Fulfils services.bank.bank_feed_types.BankApi, for one agreement ("requisition")."""

    scheme = BANK
    pace = Pace(_GAP, _REST, daily_max=DAILY_MAX, accounts_every=_LIST_EVERY)

    def __init__(
        self, key: GoCardlessKey, requisition: str, *, since: dt.date | None = None
    ) -> None:
        self._key = key
        self._requisition = requisition
        self._since = since

    async def accounts(self, now: dt.datetime, known: Sequence[RemoteAccount]) -> Accounts:
        """List what the agreement opens, and say when it ends; only new accounts are asked of."""
        told = await self._key.get(f"/requisitions/{self._requisition}/", now)
        with or_garbled():
            status, agreement = text(told, "status"), text(told, "agreement")
            bank = text(told, "institution_id") or BANK
        if status in _ENDED:
            raise SourceError(Trouble.CONSENT, f"the agreement is in state {status}")
        if status != _LINKED:
            raise SourceError(Trouble.CONSENT, f"nobody agreed yet: state {status}")
        until = None if agreement is None else await self._until(agreement, now)
        there = {each.id: each for each in known}
        found = [
            there.get(str(each)) or await self._describe(str(each), bank, now)
            for each in records_of(told, "accounts")
        ]
        return Accounts(tuple(each for each in found if each is not None), until)

    async def page(self, account: RemoteAccount, cursor: Cursor, now: dt.datetime) -> Page:
        """Read all days that may have changed: the service knows no pages."""
        first = self._since or now.date() - dt.timedelta(days=_FIRST_DAYS)
        if "through" in cursor:
            through = dt.date.fromisoformat(cursor["through"])
            first = through - dt.timedelta(days=OVERLAP_DAYS)
        path = f"/accounts/{account.id}"
        told = await self._key.get(f"{path}/transactions/", now, {"date_from": f"{first}"})
        movements = record_of(told.get("transactions"))
        booked, spoiled = converted(records_of(movements, "booked"), booked_line_of)
        waiting = records_of(movements, "pending") if "pending" in movements else []
        pending, odd = converted(waiting, pending_line_of)
        closing = await self._balance(account, booked, now)
        opening = None
        if closing is not None and not spoiled:
            opening = closing - _sum(booked, account.currency)
        lines = sorted(booked, key=lambda each: each.booked_on)
        head = StatementHead(
            BANK, account.number, account.currency, opening, first, bank=account.bank
        )
        end = StatementEnd(closing, max([now.date(), *(each.booked_on for each in lines)]))
        parts: tuple[StatementPart, ...] = (head, *lines, *pending, *spoiled, *odd, end)
        return Page(parts, {"through": now.date().isoformat()}, now)

    async def close(self) -> None:
        """Let go of connections."""
        await self._key.close()

    async def _balance(
        self, account: RemoteAccount, booked: Sequence[StatementLine], now: dt.datetime
    ) -> Money | None:
        """Ask for the balance; movements are worth having without it."""
        try:
            told = await self._key.get(f"/accounts/{account.id}/balances/", now)
            with or_garbled():
                records = [record_of(each) for each in records_of(told, "balances")]
                return balance_of(records, booked, account.currency)
        except SourceError:
            return None

    async def _until(self, agreement: str, now: dt.datetime) -> dt.datetime | None:
        """Say when an agreement ends."""
        told = await self._key.get(f"/agreements/enduser/{agreement}/", now)
        with or_garbled():
            accepted = text(told, "accepted")
            if accepted is None:
                return None
            days = dt.timedelta(days=whole(told, "access_valid_for_days"))
            return instant(accepted, "accepted") + days

    async def _describe(
        self, account_id: str, bank: str, now: dt.datetime
    ) -> RemoteAccount | None:
        """Ask what an account is; one without a number or currency can't be kept."""
        told = await self._key.get(f"/accounts/{account_id}/details/", now)
        with or_garbled():
            said = inner(told, "account")
            number = text(said, "iban") or text(said, "bban") or text(said, "resourceId")
            currency = text(said, "currency")
        if number is None or currency not in DECIMALS:
            return None
        return RemoteAccount(account_id, number, currency, bank)


def _sum(lines: Sequence[StatementLine], currency: str) -> Money:
    return Money(sum(each.amount.minor for each in lines), currency)
