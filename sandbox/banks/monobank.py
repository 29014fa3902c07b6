"""A stand-in of monobank's personal API, as strict as the bank about how often and how much.

Made after the bank's description of its API and public clients: once a minute a call and token,
31 days and an hour, 500 movements, the newest first, amounts in minor units.
"""

import asyncio
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from sandbox.banks.faults import Faults
from sandbox.banks.truth import Account, Clock, Movement

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

WINDOW_SECONDS = 2_682_000
ROWS_MAX = 500
GAP_SECONDS = 60
_NUMBERS = {"UAH": 980, "USD": 840, "EUR": 978, "PLN": 985}
_HOOK_SECONDS = 5


class MonobankStandIn:
    """One client of the bank, with a token, accounts and a webhook."""

    prefix = "/monobank"

    def __init__(self, clock: Clock, token: str = "token-of-mono") -> None:  # noqa: S107 - a play
        self.token = token
        self.accounts: list[Account] = []
        self.faults = Faults()
        self.webhook = ""
        self.refusal = "Unknown 'X-Token'"
        """What is said to whoever proves nothing."""
        self.rows_max = ROWS_MAX
        self.spoiled: set[str] = set()
        """Movements whose amount is told as nonsense."""
        self.prove: Callable[[web.Request], bool] | None = None
        """Checks the signature of a call, where the client is a firm and has no token."""
        self._clock = clock
        self._called_at: dict[str, dt.datetime] = {}

    def routes(self) -> list[web.RouteDef]:
        """Give its calls."""
        around, base = self.faults.around, self.prefix
        statement = base + "/personal/statement/{account}/{start}"
        return [
            web.get(base + "/personal/client-info", around(self._client_info)),
            web.get(statement, around(self._statement)),
            web.get(statement + "/{end}", around(self._statement)),
            web.post(base + "/personal/webhook", around(self._set_webhook)),
            web.post(base + "/personal/corp/webhook", around(self._set_webhook)),
            web.post(base + "/personal/auth/request", around(self._ask)),
        ]

    def is_known(self, request: web.Request) -> bool:
        """Say whether the caller proves who he is."""
        if self.prove is not None:
            return self.prove(request)
        return request.headers.get("X-Token") == self.token

    async def tell(self, account: Account, movement: Movement) -> int:
        """Tell the webhook of a movement; give the status that came back."""
        now = self._clock()
        item = _row(account, movement, account.balances_after(now)[movement.id])
        data = {"account": account.id, "statementItem": item}
        limit = aiohttp.ClientTimeout(total=_HOOK_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.post(self.webhook, json={"type": "StatementItem", "data": data}) as answer,
        ):
            return answer.status

    async def _client_info(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request, "client-info")) is not None:
            return refused
        now = self._clock()
        return web.json_response(
            {
                "clientId": "3MSaMMtczs",
                "name": "Мазепа Іван",
                "webHookUrl": self.webhook,
                "permissions": "psf",
                "accounts": [
                    {
                        "id": each.id,
                        "sendId": each.id[-8:],
                        "balance": each.balance(now),
                        "creditLimit": 0,
                        "type": "fop" if each.kind == "business" else "black",
                        "currencyCode": _NUMBERS[each.currency],
                        "cashbackType": "UAH",
                        "maskedPan": [],
                        "iban": each.number,
                    }
                    for each in self.accounts
                ],
                "jars": [],
            }
        )

    async def _statement(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request, "statement")) is not None:
            return refused
        asked = request.match_info
        account = next((each for each in self.accounts if each.id == asked["account"]), None)
        now = self._clock()
        start = int(asked["start"])
        end = int(asked.get("end") or now.timestamp())
        if account is None:
            return _error(404, "Account not found")
        if start > end or end - start > WINDOW_SECONDS:
            return _error(400, "Period must be no more than 31 days")
        after = account.balances_after(now)
        told = [each for each in account.told(now) if start <= int(each.at.timestamp()) <= end]
        told = told[::-1][: self.rows_max]
        rows = [_row(account, each, after[each.id]) for each in told]
        for row in rows:
            if row["id"] in self.spoiled:
                row["amount"] = "12,5"
        return web.json_response(rows)

    async def _ask(self, request: web.Request) -> web.Response:
        if not self.is_known(request):
            return _error(403, "Unknown key")
        url = "https://mbnk.app/auth/request-1"
        return web.json_response({"tokenRequestId": "request-1", "acceptUrl": url})

    async def _set_webhook(self, request: web.Request) -> web.Response:
        if not self.is_known(request):
            return _error(403, self.refusal)
        url = str((await request.json())["webHookUrl"])
        try:
            async with asyncio.timeout(_HOOK_SECONDS), aiohttp.ClientSession() as session:
                status = (await session.get(url)).status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        if status != web.HTTPOk.status_code:
            return _error(400, "webHookUrl must answer 200")
        self.webhook = url
        return web.json_response({})

    def _refused(self, request: web.Request, method: str) -> web.Response | None:
        if not self.is_known(request):
            return _error(403, self.refusal)
        now, before = self._clock(), self._called_at.get(method)
        if before is not None and (now - before).total_seconds() < GAP_SECONDS:
            return _error(429, "Too many requests")
        self._called_at[method] = now
        return None


def _row(account: Account, movement: Movement, balance: int) -> dict[str, object]:
    row: dict[str, object] = {
        "id": movement.id,
        "time": int(movement.at.timestamp()),
        "description": movement.description,
        "mcc": 4829,
        "originalMcc": 4829,
        "hold": movement.is_hold,
        "amount": movement.minor,
        "operationAmount": movement.minor,
        "currencyCode": _NUMBERS[account.currency],
        "commissionRate": 0,
        "cashbackAmount": 0,
        "balance": balance,
    }
    told = {
        "counterName": movement.counterparty,
        "counterIban": movement.counterparty_account,
        "counterEdrpou": movement.tax_id,
    }
    return row | {name: value for name, value in told.items() if value is not None}


def _error(status: int, words: str) -> web.Response:
    return web.json_response({"errorDescription": words}, status=status)
