"""monobank: a person's token, or the corporate API's signed calls; both tell the same.

Source: api.monobank.ua/docs. A statement covers at most 31 days and an hour, holds at most 500
movements, the newest first, and may be asked for once a minute with one token.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from services.bank.bank_feed_types import Accounts, Cursor, Pace, Page, RemoteAccount
from services.source_trouble import SourceError, Trouble
from sources.bank_apis.monobank_line import BANK, accounts_of, line_of
from sources.calls import Calls
from sources.fields import KYIV, converted, record_of, records_of

URL = "https://api.monobank.ua"
WINDOW_DAYS = 31
ROWS_MAX = 500
OVERLAP_DAYS = 3
"""So many days are read again each time: what was late, or changed, is found."""
_GAP = dt.timedelta(seconds=60)
_REST = dt.timedelta(minutes=5)


class Signs(Protocol):
    """Proves to the bank who is calling."""

    def headers(self, path: str, now: dt.datetime) -> Mapping[str, str]:
        """Give the headers of a call."""


class ByToken:
    """A person's own token."""

    webhook_path = "/personal/webhook"

    def __init__(self, token: str) -> None:
        self._headers = {"X-Token": token}

    def headers(self, path: str, now: dt.datetime) -> Mapping[str, str]:
        """Give the token, whatever is asked."""
        del path, now
        return self._headers


@dataclass(frozen=True, slots=True)
class _Walk:
    """A stretch of time that is read from its end to its beginning."""

    start: dt.datetime
    end: dt.datetime
    before: int
    """Unix seconds up to which rows are still to come."""
    held: dt.date | None
    """The day of the oldest movement that was not final, as far as read."""

    @property
    def is_first_page(self) -> bool:
        return self.before == int(self.end.timestamp())


class Monobank:
    """Fulfils services.bank.bank_feed_types.BankApi."""

    scheme = "monobank"
    pace = Pace(_GAP, _REST)

    def __init__(
        self,
        signs: Signs,
        *,
        since: dt.date | None = None,
        webhook: str | None = None,
        webhook_path: str = ByToken.webhook_path,
        calls: Calls | None = None,
    ) -> None:
        """Take who signs, from when to read, and where the bank may tell of movements at once."""
        self._signs = signs
        self._since = since
        self._webhook = webhook
        self._webhook_path = webhook_path
        self._calls = calls or Calls(URL)

    async def accounts(self, now: dt.datetime, known: Sequence[RemoteAccount]) -> Accounts:
        """List the accounts; have the bank tell of movements where it does not yet."""
        del known
        path = "/personal/client-info"
        answer = await self._calls.get(path, self._signs.headers(path, now))
        answer.require_good(now)
        info = record_of(answer.json())
        if self._webhook is not None and info.get("webHookUrl") != self._webhook:
            headers = self._signs.headers(self._webhook_path, now)
            # It only makes news quicker: a refusal changes nothing.
            await self._calls.post(self._webhook_path, headers, {"webHookUrl": self._webhook})
        return Accounts(tuple(accounts_of(info)))

    async def page(self, account: RemoteAccount, cursor: Cursor, now: dt.datetime) -> Page:
        """Read one page: the newest of what is left of a stretch of days."""
        walk = _walk_of(cursor, now, self._since)
        path = f"/personal/statement/{account.id}/{int(walk.start.timestamp())}/{walk.before}"
        answer = await self._calls.get(path, self._signs.headers(path, now))
        answer.require_good(now)
        rows = records_of(answer.json())
        lines, spoiled = converted(rows, lambda each: line_of(each, account))
        has_older = len(rows) >= ROWS_MAX
        oldest = min((_seconds(each) for each in lines), default=walk.before)
        if has_older and oldest >= walk.before:
            detail = f"{len(rows)} movements in one second, and no way past them"
            raise SourceError(Trouble.UNKNOWN, detail)
        held = min([each.booked_on for each in lines if each.is_pending], default=walk.held)
        held = held if walk.held is None or held is None else min(held, walk.held)
        if has_older:
            went_on = _Walk(walk.start, walk.end, oldest, held)
            parts = _parts(account, walk, lines, spoiled, balances=(None, None), is_oldest=False)
            return Page(parts, _cursor_in(cursor, went_on), has_more=True)
        is_up_to_now = walk.end >= now.replace(microsecond=0)
        # What is set aside is in the bank's balances all the same: at either end it hides one.
        hidden = {each.position for each in spoiled}
        closing = opening = None
        if 1 not in hidden:
            closing = _closing(account, walk, lines, is_up_to_now=is_up_to_now)
        if len(rows) not in hidden:
            opening = _opening(None if spoiled else closing, lines)
        parts = _parts(account, walk, lines, spoiled, balances=(opening, closing), is_oldest=True)
        return Page(parts, _cursor_after(walk, held), walk.end, has_more=not is_up_to_now)

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()


def _walk_of(cursor: Cursor, now: dt.datetime, since: dt.date | None) -> _Walk:
    """Go on with a stretch that is half read, else take the next one."""
    if "before" in cursor:
        half_read = [int(cursor[name]) for name in ("from", "to", "before")]
        return _Walk(_at(half_read[0]), _at(half_read[1]), half_read[2], _held(cursor))
    today = now.astimezone(KYIV).date()
    earliest = today - dt.timedelta(days=WINDOW_DAYS - 1)
    if "through" in cursor:
        first = _at(int(cursor["through"])).astimezone(KYIV).date()
        first -= dt.timedelta(days=OVERLAP_DAYS)
        held = _held(cursor)
        if held is not None and earliest < held < first:
            first = held
        elif held is not None and held <= earliest < first:
            first = earliest
    else:
        first = min(since or earliest, today)
    start = _midnight(first)
    end = min(now, _midnight(first + dt.timedelta(days=WINDOW_DAYS)))
    end = end.replace(microsecond=0)
    return _Walk(start, end, int(end.timestamp()), None)


def _cursor_in(cursor: Cursor, walk: _Walk) -> Cursor:
    """Give where a half read stretch is to be read on."""
    kept = {name: cursor[name] for name in ("through",) if name in cursor}
    kept["from"] = str(int(walk.start.timestamp()))
    kept["to"] = str(int(walk.end.timestamp()))
    kept["before"] = str(walk.before)
    return kept if walk.held is None else kept | {"held": walk.held.isoformat()}


def _cursor_after(walk: _Walk, held: dt.date | None) -> Cursor:
    kept = {"through": str(int(walk.end.timestamp()))}
    return kept if held is None else kept | {"held": held.isoformat()}


def _parts(
    account: RemoteAccount,
    walk: _Walk,
    lines: tuple[StatementLine, ...],
    spoiled: tuple[SpoiledLine, ...],
    *,
    balances: tuple[Money | None, Money | None],
    is_oldest: bool,
) -> tuple[StatementPart, ...]:
    """Put a page as a statement, the oldest line first."""
    opening, closing = balances
    first_on = walk.start.astimezone(KYIV).date() if is_oldest else None
    last_on = walk.end.astimezone(KYIV).date()
    if not walk.is_first_page:
        last_on = max((each.booked_on for each in lines), default=last_on)
    head = StatementHead(
        BANK, account.number, account.currency, opening, first_on, bank=account.bank
    )
    return (head, *reversed(lines), *spoiled, StatementEnd(closing, last_on))


def _closing(
    account: RemoteAccount,
    walk: _Walk,
    lines: tuple[StatementLine, ...],
    *,
    is_up_to_now: bool,
) -> Money | None:
    """Give what is held and booked at the end of a stretch that came as one page.

    The bank's balances have in them what is not booked for good; a statement's have not.
    """
    if not walk.is_first_page:
        return None
    if not lines:
        told = account.balance if is_up_to_now else None
        return None if told is None else account.less_credit(told)
    newest = lines[0].balance
    held = sum(each.amount.minor for each in lines if each.is_pending)
    return None if newest is None else newest - Money(held, account.currency)


def _opening(closing: Money | None, lines: tuple[StatementLine, ...]) -> Money | None:
    """Give what was held before the oldest line of a stretch."""
    if closing is not None:
        booked = sum(each.amount.minor for each in lines if not each.is_pending)
        return closing - Money(booked, closing.currency)
    if lines and (after := lines[-1].balance) is not None:
        return after - lines[-1].amount
    return None


def _seconds(line: StatementLine) -> int:
    assert line.occurred_at is not None  # noqa: S101 - every line of this bank has its moment
    return int(line.occurred_at.timestamp())


def _held(cursor: Cursor) -> dt.date | None:
    return dt.date.fromisoformat(cursor["held"]) if "held" in cursor else None


def _at(seconds: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), KYIV).astimezone(dt.UTC)
