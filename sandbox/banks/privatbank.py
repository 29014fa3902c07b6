"""A stand-in of PrivatBank's "Autoclient": settings, balances, movements in pages.

Made after public clients of the interface (version 3).
"""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web

from sandbox.banks.faults import Faults
from sandbox.banks.truth import Account, Clock, Movement

KYIV = ZoneInfo("Europe/Kyiv")
LIMIT_MAX = 500
_LIMIT = 20
Row = TypeVar("Row")


class PrivatBankStandIn:
    """One firm with a token, and its accounts."""

    prefix = "/privatbank"

    def __init__(self, clock: Clock, token: str = "token-of-privat") -> None:  # noqa: S107 - a play
        self.token = token
        self.accounts: list[Account] = []
        self.faults = Faults()
        self.phase = "WRK"
        self.page_rows: int | None = None
        """Fewer movements a page than were asked for."""
        self.final_days_ago = 2
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """Give its calls."""
        base, around = self.prefix + "/statements", self.faults.around
        return [
            web.get(base + "/settings", around(self._settings)),
            web.get(base + "/balance", around(self._balance)),
            web.get(base + "/balance/interim", around(self._balance)),
            web.get(base + "/transactions", around(self._transactions)),
        ]

    async def _settings(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        now = self._clock().astimezone(KYIV)
        final = now.date() - dt.timedelta(days=self.final_days_ago)
        return _answer(
            "settings",
            settings={
                "phase": self.phase,
                "dates_without_oper_day": [],
                "today": f"{now:%d.%m.%Y} 00:00:00",
                "lastday": f"{now.date() - dt.timedelta(days=1):%d.%m.%Y} 00:00:00",
                "work_balance": "N",
                "server_date_time": f"{now:%d.%m.%Y %H:%M:%S}",
                "date_final_statement": f"{final:%d.%m.%Y} 00:00:00",
            },
        )

    async def _balance(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        first, last = self._days(request)
        rows = [
            self._day(account, first + dt.timedelta(days=number))
            for account in self._asked(request)
            for number in range((last - first).days + 1)
        ]
        return self._paged(request, "balances", rows)

    async def _transactions(self, request: web.Request) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        first, last = self._days(request)
        now = self._clock()
        rows = [
            _row(account, each)
            for account in self._asked(request)
            for each in account.seen(now)
            if first <= each.at.astimezone(KYIV).date() <= last
        ]
        return self._paged(request, "transactions", rows)

    def _asked(self, request: web.Request) -> list[Account]:
        number = request.query.get("acc")
        return [each for each in self.accounts if number in {None, each.number}]

    def _days(self, request: web.Request) -> tuple[dt.date, dt.date]:
        today = self._clock().astimezone(KYIV).date()
        first, last = (request.query.get(name) for name in ("startDate", "endDate"))
        return (
            _read(first) if first else today - dt.timedelta(days=1),
            _read(last) if last else today,
        )

    def _day(self, account: Account, day: dt.date) -> dict[str, object]:
        """Give a day's balances, of what is booked."""
        booked = [
            each for each in account.seen(self._clock()) if not (each.is_hold or each.is_void)
        ]
        before = sum(each.minor for each in booked if each.at.astimezone(KYIV).date() < day)
        of_day = sum(each.minor for each in booked if each.at.astimezone(KYIV).date() == day)
        held = account.opening_minor + before
        return {
            "acc": account.number,
            "nameACC": "ТОВ МИ",
            "currency": account.currency,
            "balanceIn": _major(held),
            "balanceOut": _major(held + of_day),
            "dpd": f"{day:%d.%m.%Y} 00:00:00",
            "is_final_bal": True,
            "state": "a",
        }

    def _paged(self, request: web.Request, kind: str, rows: Sequence[Row]) -> web.Response:
        limit = min(int(request.query.get("limit", _LIMIT)), LIMIT_MAX)
        if self.page_rows is not None and kind == "transactions":
            limit = min(limit, self.page_rows)
        start = int(request.query.get("followId", "0_online").partition("_")[0])
        page, left = rows[start : start + limit], rows[start + limit :]
        more = {"next_page_id": f"{start + limit}_online"} if left else {}
        return _answer(kind, exist_next_page=bool(left), **more, **{kind: page})

    def _refused(self, request: web.Request) -> web.Response | None:
        if request.headers.get("token") != self.token:
            told = {"status": "ERROR", "message": "Invalid token", "code": 401}
            return web.json_response(told, status=401)
        if self.phase != "WRK" and not request.path.endswith("/settings"):
            return web.Response(status=500, text="<html>closed</html>")
        return None


def _row(account: Account, movement: Movement) -> dict[str, object]:
    local = movement.at.astimezone(KYIV)
    reference, _, part = movement.id.partition("/")
    state = "t" if movement.is_void else "p" if movement.is_hold else "r"
    return {
        "AUT_MY_CRF": "31451288",
        "AUT_MY_MFO": "305299",
        "AUT_MY_ACC": account.number,
        "AUT_MY_NAM": "ТОВ МИ",
        "AUT_CNTR_CRF": movement.tax_id,
        "AUT_CNTR_ACC": movement.counterparty_account,
        "AUT_CNTR_NAM": movement.counterparty,
        "CCY": account.currency,
        "FL_REAL": "r",
        "PR_PR": state,
        "DOC_TYP": "p",
        "NUM_DOC": reference[-4:],
        "DAT_KL": f"{local:%d.%m.%Y}",
        "DAT_OD": f"{local:%d.%m.%Y}",
        "OSND": movement.description,
        "SUM": _major(abs(movement.minor)),
        "SUM_E": _major(abs(movement.minor)),
        "REF": reference,
        "REFN": part or "1",
        "TIM_P": f"{local:%H:%M}",
        "DATE_TIME_DAT_OD_TIM_P": f"{local:%d.%m.%Y %H:%M:%S}",
        "ID": "557091731",
        "TRANTYPE": "C" if movement.minor > 0 else "D",
        "TECHNICAL_TRANSACTION_ID": "557091731_online",
    }


def _answer(kind: str, **said: object) -> web.Response:
    return web.json_response({"status": "SUCCESS", "type": kind, **said})


def _major(minor: int) -> str:
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}"


def _read(day: str) -> dt.date:
    number, month, year = (int(each) for each in day.split("-"))
    return dt.date(year, month, number)
