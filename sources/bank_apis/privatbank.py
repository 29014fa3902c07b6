"""PrivatBank's "Autoclient" for business, version 3 of its interface.

Source: public clients of it. A list comes in pages, each with the id of the next; days up to the
bank's last final one do not change any more, later ones are told as they are for the moment.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementEnd, StatementHead, StatementPart
from services.bank.bank_feed_types import Accounts, Cursor, Pace, Page, RemoteAccount
from services.source_trouble import SourceError, Trouble
from sources.bank_apis.privatbank_line import BANK, balances_of, day_of, line_of
from sources.calls import Calls
from sources.fields import (
    KYIV,
    Record,
    converted,
    inner,
    or_garbled,
    record_of,
    records_of,
    text,
)

URL = "https://acp.privatbank.ua/api"
PAGE_ROWS = 100
"""What the bank recommends; it gives five hundred at most."""
OVERLAP_DAYS = 3
_FIRST_DAYS = 31
_PAGES_MAX = 50
_GAP = dt.timedelta(seconds=2)
_REST = dt.timedelta(minutes=10)
_CLOSED_FOR = dt.timedelta(minutes=15)


class PrivatBank:
    """Fulfils services.bank.bank_feed_types.BankApi."""

    scheme = BANK
    pace = Pace(_GAP, _REST)

    def __init__(
        self,
        token: str,
        *,
        client_id: str | None = None,
        since: dt.date | None = None,
        calls: Calls | None = None,
    ) -> None:
        """Take the token, the id of one firm of a group, and from when to read."""
        self._headers = {"token": token, "Content-Type": "application/json;charset=utf8"}
        if client_id is not None:
            self._headers["id"] = client_id
        self._since = since
        self._calls = calls or Calls(URL)

    async def accounts(self, now: dt.datetime, known: Sequence[RemoteAccount]) -> Accounts:
        """List the accounts that have a balance in these days."""
        del known
        await self._last_final_day(now)
        rows = await self._balances("/statements/balance/interim", {}, now)
        found: dict[str, RemoteAccount] = {}
        with or_garbled():
            for each in rows:
                number, currency = text(each, "acc"), text(each, "currency")
                if number is not None and currency in DECIMALS:
                    found[number] = RemoteAccount(number, number, currency, BANK)
        return Accounts(tuple(found.values()))

    async def page(self, account: RemoteAccount, cursor: Cursor, now: dt.datetime) -> Page:
        """Read one page of some days; the last one comes with the balances of the days."""
        if "follow" not in cursor:
            cursor = await self._begin(cursor, now)
        days = {
            "acc": account.id,
            "startDate": _written(cursor["from"]),
            "endDate": _written(cursor["to"]),
            "limit": str(PAGE_ROWS),
        }
        follow = {"followId": cursor["follow"]} if cursor["follow"] else {}
        told = await self._get("/statements/transactions", days | follow, now)
        rows = records_of(told, "transactions")
        lines, spoiled = converted(rows, line_of)
        next_id = _next_id(told)
        if next_id is not None and next_id == cursor["follow"]:
            raise SourceError(Trouble.GARBLED, "a page says that itself is the next one")
        opening = closing = None
        if next_id is None:
            opening, closing = await self._both_balances(account, days, now)
        first, last = dt.date.fromisoformat(cursor["from"]), dt.date.fromisoformat(cursor["to"])
        head = StatementHead(BANK, account.number, account.currency, opening, first, bank=BANK)
        parts: tuple[StatementPart, ...] = (head, *lines, *spoiled, StatementEnd(closing, last))
        if next_id is not None:
            return Page(parts, {**cursor, "follow": next_id}, has_more=True)
        return Page(parts, {"through": cursor["to"]}, now)

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    async def _begin(self, cursor: Cursor, now: dt.datetime) -> Mapping[str, str]:
        """Choose the days to read: those that may have changed, up to today."""
        final = await self._last_final_day(now)
        today = now.astimezone(KYIV).date()
        first = self._since or today - dt.timedelta(days=_FIRST_DAYS)
        if "through" in cursor:
            through = dt.date.fromisoformat(cursor["through"])
            first = through - dt.timedelta(days=OVERLAP_DAYS)
            first = first if final is None else min(first, max(final, first - _STILL_OPEN))
        kept = {"through": cursor["through"]} if "through" in cursor else {}
        return kept | {
            "from": min(first, today).isoformat(),
            "to": today.isoformat(),
            "follow": "",
        }

    async def _last_final_day(self, now: dt.datetime) -> dt.date | None:
        """Ask how the bank's day stands.

        Raises:
            SourceError: it is being closed, or opened; answers may be wrong.
        """
        told = record_of(await self._get("/statements/settings", {}, now))
        with or_garbled():
            state = inner(told, "settings")
            phase = text(state, "phase")
            is_open = phase == "WRK" and text(state, "work_balance") != "Y"
            final = text(state, "date_final_statement")
            day = None if final is None else day_of(final, "date_final_statement")
        if not is_open:
            detail = f"the bank's day is in phase {phase}"
            raise SourceError(Trouble.NOT_READY, detail, _CLOSED_FOR)
        return day

    async def _both_balances(
        self, account: RemoteAccount, days: Mapping[str, str], now: dt.datetime
    ) -> tuple[Money | None, Money | None]:
        rows = await self._balances("/statements/balance", days, now)
        with or_garbled():
            return balances_of(rows, account)

    async def _balances(
        self, path: str, query: Mapping[str, str], now: dt.datetime
    ) -> list[Record]:
        """Read all pages of a list of balances."""
        found: list[Record] = []
        follow: dict[str, str] = {}
        for _ in range(_PAGES_MAX):
            told = await self._get(path, {"limit": str(PAGE_ROWS), **query, **follow}, now)
            found += [record_of(each) for each in records_of(told, "balances")]
            next_id = _next_id(told)
            if next_id is None:
                return found
            follow = {"followId": next_id}
        raise SourceError(Trouble.GARBLED, "a list of balances has no end")

    async def _get(self, path: str, query: Mapping[str, str], now: dt.datetime) -> Record:
        answer = await self._calls.get(path, self._headers, query)
        answer.require_good(now)
        told = record_of(answer.json())
        if told.get("status") != "SUCCESS":
            raise SourceError(Trouble.UNKNOWN, f"status {told.get('status')} {answer.words()}")
        return told


_STILL_OPEN = dt.timedelta(days=14)
"""So long at most a day is read again because the bank has not made it final."""


def _next_id(told: object) -> str | None:
    record = record_of(told)
    if record.get("exist_next_page") is not True:
        return None
    found = record.get("next_page_id")
    if not isinstance(found, str) or not found:
        raise SourceError(Trouble.GARBLED, "there is a next page, but it has no id")
    return found


def _written(day: str) -> str:
    """Write a day as the bank wants it: 30-03-2020."""
    return f"{dt.date.fromisoformat(day):%d-%m-%Y}"
