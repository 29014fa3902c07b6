"""A stand-in of GoCardless Bank Account Data: tokens, an agreement that ends, four calls a day.

Made after the service's documentation and what its users report of its refusals.
"""

import datetime as dt
from collections import defaultdict

from aiohttp import web

from sandbox.banks.faults import Faults
from sandbox.banks.truth import Account, Clock, Movement

DAILY_MAX = 4
_DAY = dt.timedelta(days=1)


class GoCardlessStandIn:
    """One owner's agreement with one bank, and the accounts that it opens."""

    prefix = "/gocardless"
    secret_id = "id-of-gocardless"  # noqa: S105 - a play
    secret_key = "key-of-gocardless"  # noqa: S105 - a play
    requisition = "8126e9fb-93c9-4228-937c-68f0383c2df7"
    agreement = "2dea1b84-97b0-4cb4-8805-302c227587c8"

    def __init__(self, clock: Clock) -> None:
        self.accounts: list[Account] = []
        self.faults = Faults()
        self.status = "LN"
        self.agreed_at = clock()
        self.agreed_days = 90
        self._clock = clock
        self._tokens: dict[str, dt.datetime] = {}
        self._refreshes: dict[str, dt.datetime] = {}
        self._called: dict[str, list[dt.datetime]] = defaultdict(list)

    def routes(self) -> list[web.RouteDef]:
        """Give its calls."""
        base, around = self.prefix, self.faults.around
        account = base + "/accounts/{account}"
        return [
            web.post(base + "/token/new/", self._new_token),
            web.post(base + "/token/refresh/", self._refresh_token),
            web.get(base + "/institutions/", around(self._institutions)),
            web.post(base + "/agreements/enduser/", around(self._agree)),
            web.post(base + "/requisitions/", around(self._ask)),
            web.get(base + "/requisitions/{id}/", around(self._requisition)),
            web.get(base + "/agreements/enduser/{id}/", around(self._agreement)),
            web.get(account + "/details/", around(self._details)),
            web.get(account + "/balances/", around(self._balances)),
            web.get(account + "/transactions/", around(self._transactions)),
        ]

    def end_tokens(self) -> None:
        """Have every token end early."""
        self._tokens.clear()
        self._refreshes.clear()

    @property
    def has_ended(self) -> bool:
        """Say whether the owner has to agree anew."""
        return self._clock() >= self.agreed_at + dt.timedelta(days=self.agreed_days)

    async def _new_token(self, request: web.Request) -> web.Response:
        told = await request.json()
        if (told.get("secret_id"), told.get("secret_key")) != (self.secret_id, self.secret_key):
            return _error(401, "Authentication failed", "No active account found")
        number = len(self._tokens) + len(self._refreshes)
        access, refresh = f"access-{number}", f"refresh-{number}"
        now = self._clock()
        self._tokens[access] = now + _DAY
        self._refreshes[refresh] = now + 30 * _DAY
        return web.json_response(
            {
                "access": access,
                "access_expires": 86_400,
                "refresh": refresh,
                "refresh_expires": 2_592_000,
            }
        )

    async def _refresh_token(self, request: web.Request) -> web.Response:
        told, now = await request.json(), self._clock()
        good_until = self._refreshes.get(str(told.get("refresh")))
        if good_until is None or good_until <= now:
            return _error(401, "Invalid token", "Token is invalid or expired")
        access = f"access-{len(self._tokens)}-again"
        self._tokens[access] = now + _DAY
        return web.json_response({"access": access, "access_expires": 86_400})

    async def _institutions(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        told = {"id": "SANDBOXFINANCE_SFIN0000", "name": "Sandbox Finance"}
        return web.json_response([told | {"transaction_total_days": "90", "countries": ["LV"]}])

    async def _agree(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        told = await request.json()
        self.agreed_days = int(told["access_valid_for_days"])
        return web.json_response({"id": self.agreement, "accepted": None} | told, status=201)

    async def _ask(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        told = await request.json()
        if told.get("agreement") != self.agreement:
            return _error(400, "Invalid agreement", "There is no such agreement")
        self.status = "CR"
        return web.json_response(
            {
                "id": self.requisition,
                "status": "CR",
                "accounts": [],
                "link": f"https://ob.gocardless.com/psd2/start/{self.requisition}",
            },
            status=201,
        )

    async def _requisition(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        return web.json_response(
            {
                "id": self.requisition,
                "status": "EX" if self.has_ended else self.status,
                "institution_id": "SANDBOXFINANCE_SFIN0000",
                "agreement": self.agreement,
                "accounts": [each.id for each in self.accounts],
                "link": f"https://ob.gocardless.com/psd2/start/{self.requisition}",
            }
        )

    async def _agreement(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        return web.json_response(
            {
                "id": self.agreement,
                "accepted": self.agreed_at.isoformat(),
                "access_valid_for_days": self.agreed_days,
                "max_historical_days": 90,
                "access_scope": ["balances", "details", "transactions"],
            }
        )

    async def _details(self, request: web.Request) -> web.Response:
        account = self._account(request, "details")
        if isinstance(account, web.Response):
            return account
        told = {"resourceId": account.id, "iban": account.number, "currency": account.currency}
        return web.json_response({"account": told | {"ownerName": "MY FIRM"}})

    async def _balances(self, request: web.Request) -> web.Response:
        account = self._account(request, "balances")
        if isinstance(account, web.Response):
            return account
        held = account.balance(self._clock(), with_holds=False)
        amount = {"amount": _major(held), "currency": account.currency}
        return web.json_response(
            {"balances": [{"balanceAmount": amount, "balanceType": "interimBooked"}]}
        )

    async def _transactions(self, request: web.Request) -> web.Response:
        account = self._account(request, "transactions")
        if isinstance(account, web.Response):
            return account
        first = dt.date.fromisoformat(request.query.get("date_from", "2000-01-01"))
        told = [each for each in account.told(self._clock()) if each.at.date() >= first]
        rows = [(each.is_hold, _row(account, each)) for each in reversed(told)]
        return web.json_response(
            {
                "transactions": {
                    "booked": [row for is_hold, row in rows if not is_hold],
                    "pending": [row for is_hold, row in rows if is_hold],
                },
                "last_updated": self._clock().isoformat(),
            }
        )

    def _account(self, request: web.Request, endpoint: str) -> Account | web.Response:
        """Give the account that is asked of, the call counted; or why not."""
        if (refused := self._refused(request)) is not None:
            return refused
        if self.has_ended:
            summary = f"End User Agreement (EUA) {self.agreement} has expired"
            return _error(401, summary, "EUA was valid for 90 days", kind="AccessExpiredError")
        asked = request.match_info["account"]
        found = next((each for each in self.accounts if each.id == asked), None)
        if found is None:
            return _error(404, "Not found.", "Not found.")
        now, key = self._clock(), f"{asked}:{endpoint}"
        calls = [each for each in self._called[key] if each > now - _DAY]
        if len(calls) >= DAILY_MAX:
            seconds = int((calls[0] + _DAY - now).total_seconds())
            detail = (
                f"The rate limit for this resource is 4/day. Please try again in {seconds} seconds"
            )
            return _error(429, "Rate limit exceeded", detail)
        self._called[key] = [*calls, now]
        return found

    def _refused(self, request: web.Request) -> web.Response | None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        good_until = self._tokens.get(token)
        if good_until is None or good_until <= self._clock():
            return _error(401, "Invalid token", "Token is invalid or expired")
        return None


def _row(account: Account, movement: Movement) -> dict[str, object]:
    side = "debtor" if movement.minor > 0 else "creditor"
    row: dict[str, object] = {
        "bookingDate": movement.at.date().isoformat(),
        "valueDate": movement.at.date().isoformat(),
        "transactionAmount": {"amount": _major(movement.minor), "currency": account.currency},
        "remittanceInformationUnstructured": movement.description,
        "bankTransactionCode": "PMNT-CCRD-OTHR",
    }
    if movement.counterparty is not None:
        row[f"{side}Name"] = movement.counterparty
    if movement.counterparty_account is not None:
        row[f"{side}Account"] = {"iban": movement.counterparty_account}
    if not movement.is_hold:
        row |= {"transactionId": movement.id, "internalTransactionId": f"hash-of-{movement.id}"}
    return row


def _error(status: int, summary: str, detail: str, kind: str | None = None) -> web.Response:
    told = {"summary": summary, "detail": detail, "status_code": status}
    return web.json_response(told | ({} if kind is None else {"type": kind}), status=status)


def _major(minor: int) -> str:
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}"
