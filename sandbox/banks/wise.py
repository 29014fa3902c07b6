"""A stand-in of Wise: profiles, balances, statements, and the second proof that the law asks for.

Made after docs.wise.com.
"""

import datetime as dt
import json
import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.banks.faults import Faults
from sandbox.banks.truth import Account, Clock, Movement

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_DAYS_MAX = 469
_PROFILE = 12345


class WiseStandIn:
    """One business with a token, and its balances; an account's id is its balance's number."""

    prefix = "/wise"

    def __init__(self, clock: Clock, token: str = "token-of-wise") -> None:  # noqa: S107 - a play
        self.token = token
        self.accounts: list[Account] = []
        self.faults = Faults()
        self.verify: Callable[[str, str], bool] | None = None
        """Checks a signature of a one-time token; with it, statements ask for one."""
        self._clock = clock
        self._challenges: set[str] = set()

    def routes(self) -> list[web.RouteDef]:
        """Give its calls."""
        base, around = self.prefix, self.faults.around
        statement = "/v1/profiles/{profile}/balance-statements/{balance}/statement.json"
        return [
            web.get(base + "/v2/profiles", around(self._profiles)),
            web.get(base + "/v4/profiles/{profile}/balances", around(self._balances)),
            web.get(base + statement, around(self._statement)),
        ]

    async def _profiles(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        return web.json_response([{"id": _PROFILE, "type": "BUSINESS"}])

    async def _balances(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        now = self._clock()
        rows = [
            f'{{"id":{each.id},"currency":"{each.currency}","type":"STANDARD",'
            f'"amount":{_money(each, each.balance(now))}}}'
            for each in self.accounts
        ]
        return _json(f"[{','.join(rows)}]")

    async def _statement(self, request: web.Request) -> web.Response:
        refused = self._refused(request) or self._challenge(request)
        if refused is not None:
            return refused
        asked = request.match_info["balance"]
        account = next((each for each in self.accounts if each.id == asked), None)
        if account is None:
            return web.json_response({"message": "Not found"}, status=404)
        start, end = (
            dt.datetime.fromisoformat(request.query[name])
            for name in ("intervalStart", "intervalEnd")
        )
        if end - start > dt.timedelta(days=WINDOW_DAYS_MAX):
            return web.json_response({"message": "interval is too long"}, status=400)
        now = self._clock()
        after = account.balances_after(now)
        told = [each for each in account.told(now) if start <= each.at <= end]
        held = after[told[-1].id] if told else account.balance(now)
        rows = [_row(account, each, after[each.id]) for each in reversed(told)]
        return _json(
            f'{{"accountHolder":{{"type":"BUSINESS"}},"transactions":[{",".join(rows)}],'
            f'"endOfStatementBalance":{_money(account, held)}}}'
        )

    def _challenge(self, request: web.Request) -> web.Response | None:
        """Ask for the second proof, or take it."""
        if self.verify is None:
            return None
        token = request.headers.get("x-2fa-approval", "")
        signature = request.headers.get("X-Signature", "")
        if token in self._challenges and self.verify(token, signature):
            self._challenges.discard(token)
            return None
        challenge = secrets.token_hex(16)
        self._challenges.add(challenge)
        headers = {"x-2fa-approval": challenge, "x-2fa-approval-result": "REJECTED"}
        return web.json_response({"message": "Forbidden"}, status=403, headers=headers)

    def _refused(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == f"Bearer {self.token}":
            return None
        told = {"error": "invalid_token", "error_description": "Invalid token"}
        return web.json_response(told, status=401)


def _row(account: Account, movement: Movement, held: int) -> str:
    """Write a movement; its amounts are JSON numbers with the digits that they have."""
    is_in = movement.minor > 0
    details = {
        "type": "DEPOSIT" if is_in else "TRANSFER",
        "description": movement.description,
        "paymentReference": None,
    }
    if is_in:
        details |= {"senderName": movement.counterparty}
    elif movement.counterparty is not None:
        details |= {"recipient": {"name": movement.counterparty}}  # type: ignore[dict-item]  # JSON of mixed kinds
    kind = "CREDIT" if is_in else "DEBIT"
    date = f"{movement.at:%Y-%m-%dT%H:%M:%S}.{movement.at.microsecond // 1000:03}Z"
    return (
        f'{{"type":"{kind}","date":"{date}","amount":{_money(account, movement.minor)},'
        f'"totalFees":{_money(account, 0)},"details":{json.dumps(details, ensure_ascii=False)},'
        f'"exchangeDetails":null,"runningBalance":{_money(account, held)},'
        f'"referenceNumber":"{movement.id}"}}'
    )


def _money(account: Account, minor: int) -> str:
    sign = "-" if minor < 0 else ""
    value = f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}"
    return f'{{"value":{value},"currency":"{account.currency}","zero":{str(not minor).lower()}}}'


def _json(text: str) -> web.Response:
    return web.Response(text=text, content_type="application/json")
