"""HTTP calls to an interface: bounded, failures told apart, keys kept quiet."""

import asyncio
import datetime as dt
import email.utils
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp

from services.source_trouble import SourceError, Trouble
from sources.json_text import parse_json, write_json

SECONDS_MAX = 30
"""So long one call may take, answer and all."""
BYTES_MAX = 16 * 1024 * 1024
"""So large an answer may be: some 30,000 movements."""
_CHUNK_BYTES = 64 * 1024
_WORDS_MAX = 120
_SAID = ("errorDescription", "detail", "message", "summary", "error_description", "error")
"""Where interfaces put what is wrong into words."""
_SERVER_ERRORS_FROM = 500
_BY_STATUS: Mapping[int, Trouble] = {
    HTTPStatus.UNAUTHORIZED: Trouble.REFUSED,
    HTTPStatus.FORBIDDEN: Trouble.REFUSED,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.LIMITED,
    HTTPStatus.REQUEST_TIMEOUT: Trouble.DOWN,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, whatever it is."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    charset: str | None = None

    def words(self) -> str:
        """Give what it says is wrong, cut short; nothing where it says nothing readable."""
        try:
            told = json.loads(self.body)
        except (ValueError, RecursionError):
            return ""
        if not isinstance(told, dict):
            return ""
        found = next((told[name] for name in _SAID if isinstance(told.get(name), str)), "")
        return str(found)[:_WORDS_MAX]

    def retry_after(self, now: dt.datetime) -> dt.timedelta | None:
        """Give how long it asks to be left alone (RFC 9110: seconds or a date)."""
        said = self.headers.get("retry-after", "").strip()
        if said.isascii() and said.isdecimal():
            return dt.timedelta(seconds=min(int(said[:9]), dt.timedelta(days=2).total_seconds()))
        try:
            moment = email.utils.parsedate_to_datetime(said)
        except (ValueError, TypeError):
            return None
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
        return max(dt.timedelta(), aware - now)

    def json(self) -> object:
        """Read the body as JSON, its numbers exact.

        Raises:
            SourceError: it is none.
        """
        return parse_json(self.body, self.charset)

    def require_good(self, now: dt.datetime) -> None:
        """Let pass what is an answer to what was asked.

        Raises:
            SourceError: it is not; says which kind of failure it is.
        """
        if self.status in {HTTPStatus.OK, HTTPStatus.CREATED}:
            return
        is_down = self.status >= _SERVER_ERRORS_FROM
        trouble = Trouble.DOWN if is_down else _BY_STATUS.get(self.status, Trouble.UNKNOWN)
        detail = f"HTTP {self.status} {self.words()}".rstrip()
        raise SourceError(trouble, detail, self.retry_after(now))


class Calls:
    """Calls below one address; nothing is followed elsewhere, so that keys stay there."""

    def __init__(
        self,
        base_url: str,
        *,
        seconds_max: int = SECONDS_MAX,
        bytes_max: int = BYTES_MAX,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._limit = aiohttp.ClientTimeout(total=seconds_max, sock_connect=min(10, seconds_max))
        self._bytes_max = bytes_max
        self._session: aiohttp.ClientSession | None = None

    async def get(
        self, path: str, headers: Mapping[str, str], query: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for something; any status is an answer.

        Raises:
            SourceError: there was none in time, or a larger one than there can be.
        """
        return await self._call("GET", path, headers, query or {}, None)

    async def post(
        self, path: str, headers: Mapping[str, str], body: Mapping[str, object] | None = None
    ) -> Answer:
        """Send something as JSON; any status is an answer.

        Raises:
            SourceError: there was none in time, or a larger one than there can be.
        """
        told = None if body is None else write_json(body)
        typed = headers if told is None else {**headers, "Content-Type": "application/json"}
        return await self._call("POST", path, typed, {}, told)

    async def close(self) -> None:
        """Let go of connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _call(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        query: Mapping[str, str],
        body: bytes | None,
    ) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=self._limit, trust_env=True, cookie_jar=aiohttp.DummyCookieJar()
            )
        try:
            async with self._session.request(
                method,
                self._base + path,
                headers={"Accept": "application/json", "User-Agent": "Tilly", **headers},
                params=query,
                data=body,
                allow_redirects=False,
            ) as response:
                return await self._read(response)
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            # Only the kind is told: the message may quote the address.
            raise SourceError(Trouble.DOWN, type(error).__name__) from None

    async def _read(self, response: aiohttp.ClientResponse) -> Answer:
        body = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
            body += chunk
            if len(body) > self._bytes_max:
                raise SourceError(Trouble.GARBLED, f"more than {self._bytes_max} bytes")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, bytes(body), response.charset)
