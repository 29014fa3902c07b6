"""The key to GoCardless Bank Account Data: tokens got, renewed and sent; its refusals told apart.

Source: the service's quick start. A token is good for a day, what renews it for thirty.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from services.source_trouble import SourceError, Trouble
from sources.calls import Answer, Calls
from sources.fields import (
    Record,
    inner,
    must,
    or_garbled,
    record_of,
    records_of,
    text,
    whole,
)

URL = "https://bankaccountdata.gocardless.com/api/v2"
_EARLY = dt.timedelta(minutes=5)
"""A token is renewed so long before it ends."""
_TRY_AGAIN = re.compile(r"try again in (\d{1,7}) second", re.IGNORECASE)
_RESET = "http_x_ratelimit_account_success_reset"
_ENDED = re.compile(
    r"(?=.*\b(?:EUA|agreement|access)\b)(?=.*\b(?:expired|suspended)\b)", re.IGNORECASE | re.DOTALL
)


class GoCardlessKey:
    """A pair of id and key, shared by all that it opens."""

    def __init__(self, secret_id: str, secret_key: str, calls: Calls | None = None) -> None:
        self._id = secret_id
        self._key = secret_key
        self._calls = calls or Calls(URL)
        self._access = ""
        self._good_until = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._refresh = ""
        self._renewable_until = self._good_until

    async def get(
        self, path: str, now: dt.datetime, query: Mapping[str, str] | None = None
    ) -> Record:
        """Ask for an object; a token that was ended early is replaced once.

        Raises:
            SourceError: there was none.
        """
        return record_of(await self._asked(path, now, query))

    async def get_list(
        self, path: str, now: dt.datetime, query: Mapping[str, str] | None = None
    ) -> Sequence[object]:
        """Ask for a list.

        Raises:
            SourceError: there was none.
        """
        return records_of(await self._asked(path, now, query))

    async def post(self, path: str, now: dt.datetime, body: Mapping[str, object]) -> Record:
        """Have something made; give what was made.

        Raises:
            SourceError: nothing was.
        """
        answer = await self._calls.post(path, await self._headers(now), body)
        _require_good(answer, now)
        return record_of(answer.json())

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    async def _asked(self, path: str, now: dt.datetime, query: Mapping[str, str] | None) -> object:
        answer = await self._calls.get(path, await self._headers(now), query)
        if answer.status == HTTPStatus.UNAUTHORIZED and not _ENDED.search(_words(answer)):
            self._good_until = self._renewable_until = now
            answer = await self._calls.get(path, await self._headers(now), query)
        _require_good(answer, now)
        return answer.json()

    async def _headers(self, now: dt.datetime) -> Mapping[str, str]:
        if now >= self._good_until:
            await self._new_token(now)
        return {"Authorization": f"Bearer {self._access}"}

    async def _new_token(self, now: dt.datetime) -> None:
        if now < self._renewable_until:
            answer = await self._calls.post("/token/refresh/", {}, {"refresh": self._refresh})
            if answer.status == HTTPStatus.OK:
                self._take(record_of(answer.json()), now)
                return
        told = {"secret_id": self._id, "secret_key": self._key}
        answer = await self._calls.post("/token/new/", {}, told)
        answer.require_good(now)
        self._take(record_of(answer.json()), now)

    def _take(self, told: Record, now: dt.datetime) -> None:
        with or_garbled():
            self._access = must(text(told, "access"), "access")
            seconds = whole(told, "access_expires")
            self._good_until = now + dt.timedelta(seconds=seconds) - _EARLY
            if "refresh" in told:
                self._refresh = must(text(told, "refresh"), "refresh")
                seconds = whole(told, "refresh_expires")
                self._renewable_until = now + dt.timedelta(seconds=seconds) - _EARLY


def _require_good(answer: Answer, now: dt.datetime) -> None:
    """Tell apart what the service alone knows: an agreement that ended, when to come again."""
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        words = _words(answer)
        raise SourceError(Trouble.LIMITED, words[:120], _pause(answer, words, now))
    if answer.status == HTTPStatus.CONFLICT:
        raise SourceError(Trouble.NOT_READY, _words(answer)[:120])
    refusals = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
    if answer.status in refusals and _ENDED.search(_words(answer)):
        raise SourceError(Trouble.CONSENT, _words(answer)[:120])
    answer.require_good(now)


def _pause(answer: Answer, words: str, now: dt.datetime) -> dt.timedelta | None:
    found = _TRY_AGAIN.search(words)
    said = found[1] if found else answer.headers.get(_RESET, "")
    if said.isascii() and said.isdecimal():
        return dt.timedelta(seconds=int(said[:7]))
    return answer.retry_after(now)


def _words(answer: Answer) -> str:
    """Give all that an error says: its sum, its detail, its kind."""
    try:
        told = record_of(answer.json())
        # Some errors have another one inside, under the name of a field.
        inside = [inner(told, name) for name, value in told.items() if isinstance(value, dict)]
        pieces = [
            each.get(name) for each in (told, *inside) for name in ("summary", "detail", "type")
        ]
    except SourceError:
        return ""
    return " ".join(each for each in pieces if isinstance(each, str))
