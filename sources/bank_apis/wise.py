"""Wise: statements of a business's balances, by a personal token.

Source: docs.wise.com. A statement covers 469 days at most. Where the law asks for a second proof,
an answer refuses with a one-time token, which is to be sent again with its signature by a key
whose public half is in the profile.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Protocol

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementEnd, StatementHead, StatementLine, StatementPart
from services.bank.bank_feed_types import Accounts, Cursor, Pace, Page, RemoteAccount
from services.source_trouble import SourceError, Trouble
from sources.bank_apis.wise_line import BANK, line_of, money_of, told_apart
from sources.calls import Answer, Calls
from sources.fields import (
    converted,
    inner,
    or_garbled,
    record_of,
    records_of,
    text,
    whole,
)

URL = "https://api.wise.com"
WINDOW_DAYS = 469
OVERLAP_DAYS = 5
_FIRST_DAYS = 90
_GAP = dt.timedelta(seconds=2)
_REST = dt.timedelta(minutes=30)
_CHALLENGE = "x-2fa-approval"


class SignsChallenge(Protocol):
    """Signs a one-time token."""

    def sign(self, text: str) -> str:
        """Give the signature as the header wants it."""


class Wise:
    """Fulfils services.bank.bank_feed_types.BankApi."""

    scheme = BANK
    pace = Pace(_GAP, _REST)

    def __init__(
        self,
        token: str,
        signer: SignsChallenge | None = None,
        *,
        since: dt.date | None = None,
        calls: Calls | None = None,
    ) -> None:
        """Take the token, what signs challenges if anything does, and from when to read."""
        self._headers = {"Authorization": f"Bearer {token}"}
        self._signer = signer
        self._since = since
        self._calls = calls or Calls(URL)

    async def accounts(self, now: dt.datetime, known: Sequence[RemoteAccount]) -> Accounts:
        """List the balances of all profiles."""
        del known
        found: list[RemoteAccount] = []
        for each in records_of(await self._get("/v2/profiles", now)):
            with or_garbled():
                profile = record_of(each)
                number, kind = whole(profile, "id"), text(profile, "type")
            path = f"/v4/profiles/{number}/balances"
            balances = records_of(await self._get(path, now, {"types": "STANDARD"}))
            is_business = (kind or "").upper() == "BUSINESS"
            found += [_account(record_of(one), number, is_business) for one in balances]
        return Accounts(tuple(each for each in found if each.currency in DECIMALS))

    async def page(self, account: RemoteAccount, cursor: Cursor, now: dt.datetime) -> Page:
        """Read one stretch of days, all of it in one answer."""
        start, end = _stretch(cursor, self._since, now)
        profile, _, balance = account.id.partition("-")
        query = {
            "currency": account.currency,
            "intervalStart": _written(start),
            "intervalEnd": _written(end),
            "type": "FLAT",
            "statementLocale": "en",
        }
        path = f"/v1/profiles/{profile}/balance-statements/{balance}/statement.json"
        told = record_of(await self._get(path, now, query))
        lines, spoiled = converted(records_of(told, "transactions"), line_of)
        lines = told_apart(lines)
        with or_garbled():
            closing = money_of(told, "endOfStatementBalance")
        opening = None if spoiled else closing - _sum(lines, account.currency)
        head = StatementHead(
            BANK, account.number, account.currency, opening, start.date(), bank="Wise"
        )
        parts: tuple[StatementPart, ...] = (
            head,
            *lines,
            *spoiled,
            StatementEnd(closing, end.date()),
        )
        is_up_to_now = end == now
        return Page(parts, {"through": end.isoformat()}, end, has_more=not is_up_to_now)

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    async def _get(
        self, path: str, now: dt.datetime, query: Mapping[str, str] | None = None
    ) -> object:
        """Ask, and answer the challenge if there is one.

        Raises:
            SourceError: there was no answer to what was asked.
        """
        answer = await self._calls.get(path, self._headers, query)
        challenge = _challenge_in(answer)
        if challenge is not None:
            if self._signer is None:
                raise SourceError(Trouble.SIGNATURE, "a second proof is asked for; no key is set")
            proof = {_CHALLENGE: challenge, "X-Signature": self._signer.sign(challenge)}
            answer = await self._calls.get(path, {**self._headers, **proof}, query)
            if _challenge_in(answer) is not None:
                raise SourceError(Trouble.SIGNATURE, "the second proof was refused")
        answer.require_good(now)
        return answer.json()


def _challenge_in(answer: Answer) -> str | None:
    is_refused = answer.status == HTTPStatus.FORBIDDEN
    return answer.headers.get(_CHALLENGE) if is_refused else None


def _account(record: Mapping[str, object], profile: int, is_business: bool) -> RemoteAccount:  # noqa: FBT001 - a fact of its profile
    with or_garbled():
        number = whole(record, "id")
        currency = text(record, "currency") or ""
        held = inner(record, "amount")
        balance = money_of(record, "amount") if held and currency in DECIMALS else None
    return RemoteAccount(
        f"{profile}-{number}", f"WISE{number}", currency, BANK, balance, is_business=is_business
    )


def _stretch(
    cursor: Cursor, since: dt.date | None, now: dt.datetime
) -> tuple[dt.datetime, dt.datetime]:
    """Choose what to read: from a day's beginning, with what was read last time."""
    first = since or now.date() - dt.timedelta(days=_FIRST_DAYS)
    if "through" in cursor:
        through = dt.datetime.fromisoformat(cursor["through"])
        first = through.date() - dt.timedelta(days=OVERLAP_DAYS)
    start = dt.datetime.combine(min(first, now.date()), dt.time(), dt.UTC)
    return start, min(now, start + dt.timedelta(days=WINDOW_DAYS))


def _sum(lines: Sequence[StatementLine], currency: str) -> Money:
    booked = sum(each.amount.minor for each in lines if each.amount.currency == currency)
    return Money(booked, currency)


def _written(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"
