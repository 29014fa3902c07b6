"""A thin way to the Bot API: plain values in, plain values out, errors that say what to do."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from mimetypes import guess_type
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from services.messages import Attached

Parameters = Mapping[str, object]

_TELEGRAM_URL = "https://api.telegram.org"
_SERVER_ERRORS_FROM = 500
_CONNECTIONS_MAX = 100
_CHUNK_BYTES = 64 * 1024


class TelegramError(Exception):
    """Telegram did not do what it was asked.

    TelegramError
      TelegramAwayError          no answer; it may have been done
        TelegramServerError      Telegram itself is in trouble
      TelegramPausedError        too many requests; wait as long as it says
      TelegramRefusedError       the request is wrong
        TelegramMigratedError    the group lives under a new id
        TelegramForbiddenError   the bot may not write there
        TelegramConflictError    another process asks for the same updates
        TelegramTokenError       the token is not a bot's
    """

    def __init__(self, method: str, description: str) -> None:
        self.method = method
        self.description = description
        super().__init__(f"{method}: {description}")


class FileTooLargeError(Exception):
    """A file is larger than it may be; it was not, or not wholly, downloaded."""


class TelegramAwayError(TelegramError):
    """No answer came; whether it was done is unknown."""


class TelegramServerError(TelegramAwayError):
    """Telegram itself is in trouble."""


class TelegramPausedError(TelegramError):
    """Too many requests."""

    def __init__(self, method: str, description: str, seconds: float) -> None:
        super().__init__(method, description)
        self.seconds = seconds


class TelegramRefusedError(TelegramError):
    """The request is wrong, and stays wrong."""


class TelegramMigratedError(TelegramRefusedError):
    """The group lives under a new id."""

    def __init__(self, method: str, description: str, new_chat_id: int) -> None:
        super().__init__(method, description)
        self.new_chat_id = new_chat_id


class TelegramForbiddenError(TelegramRefusedError):
    """The bot may not write there."""


class TelegramConflictError(TelegramRefusedError):
    """Another process asks for this bot's updates."""


class TelegramTokenError(TelegramRefusedError):
    """The token is not a bot's, or not any more."""


_BY_STATUS: Mapping[int, type[TelegramRefusedError]] = {
    HTTPStatus.UNAUTHORIZED: TelegramTokenError,
    HTTPStatus.FORBIDDEN: TelegramForbiddenError,
    HTTPStatus.CONFLICT: TelegramConflictError,
}


class TelegramClient:
    """Calls methods of the Bot API by name."""

    def __init__(self, token: str, api_url: str | None = None, *, timeout: float = 30.0) -> None:
        self.bot_id = int(token.partition(":")[0])
        base = (api_url or _TELEGRAM_URL).rstrip("/")
        self._prefix = f"{base}/bot{token}/"
        self._files = f"{base}/file/bot{token}/"
        self._address = cache(lambda method: URL(self._prefix + method, encoded=True))
        self._limit = cache(
            lambda patience: aiohttp.ClientTimeout(total=timeout + patience, sock_connect=10)
        )
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        parameters: Parameters,
        *,
        files: Mapping[str, Attached] | None = None,
        patience: float = 0.0,
    ) -> object:
        """Call a method; parameters that are None are left out.

        Args:
            method: Its name, such as "sendMessage".
            parameters: What it is told.
            files: Uploads by name; a parameter refers to one as "attach://name".
            patience: Seconds that Telegram itself may hold the answer back.

        Raises:
            TelegramError: it was not done, or nobody knows whether it was.
        """
        body, headers = _body(parameters, files)
        address, limit = self._address(method), self._limit(patience)
        try:
            async with self._opened().post(
                address, data=body, headers=headers, timeout=limit
            ) as response:
                status, content = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            # The library's own text holds the address, and the address holds the token.
            raise TelegramAwayError(method, type(error).__name__) from None
        return _result(method, status, content)

    async def download(self, file_id: str, *, bytes_max: int) -> bytes:
        """Fetch a file that somebody sent.

        Args:
            file_id: what an update calls it.
            bytes_max: no more is read than this.

        Raises:
            FileTooLargeError: it is larger, or larger than Telegram gives to bots.
            TelegramError: it was not fetched.
        """
        try:
            found = await self.call("getFile", {"file_id": file_id})
        except TelegramRefusedError as error:
            if "too big" in error.description:
                raise FileTooLargeError from error
            raise
        told = found if isinstance(found, dict) else {}
        size, path = told.get("file_size"), told.get("file_path")
        if isinstance(size, int) and size > bytes_max:
            raise FileTooLargeError
        if not isinstance(path, str):
            raise TelegramServerError("getFile", "an answer without a path")
        return await self._read_file(URL(self._files + path), bytes_max)

    async def _read_file(self, address: URL, bytes_max: int) -> bytes:
        content = bytearray()
        try:
            async with self._opened().get(address, timeout=self._limit(0.0)) as response:
                if response.status != HTTPStatus.OK:
                    raise _error("download", response.status, {})
                async for part in response.content.iter_chunked(_CHUNK_BYTES):
                    content += part
                    if len(content) > bytes_max:
                        raise FileTooLargeError
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            # The library's own text holds the address, and the address holds the token.
            raise TelegramAwayError("download", type(error).__name__) from None
        return bytes(content)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()
            # aiohttp closes encrypted connections in the loop's next turns.
            await asyncio.sleep(0)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            encrypted = self._prefix.startswith("https://")
            connector = aiohttp.TCPConnector(
                limit=_CONNECTIONS_MAX,
                ttl_dns_cache=300,
                ssl=ssl.create_default_context() if encrypted else True,
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=_proxy(URL(self._prefix)),
            )
        return self._session


def _proxy(address: URL) -> str | None:
    """Find the proxy that the environment names, once; aiohttp would look for every request."""
    if proxy_bypass(address.host or ""):
        return None
    return getproxies().get(address.scheme)


def _body(
    parameters: Parameters, files: Mapping[str, Attached] | None
) -> tuple[bytes | aiohttp.FormData, dict[str, str]]:
    given = {name: value for name, value in parameters.items() if value is not None}
    if not files:
        return json.dumps(given).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(quote_fields=False)
    for name, value in given.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, file in files.items():
        kind = guess_type(file.name)[0] or "application/octet-stream"
        form.add_field(name, file.content, filename=file.name, content_type=kind)
    return form, {}


def _result(method: str, status: int, content: bytes) -> object:
    try:
        answer = json.loads(content)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise TelegramServerError(method, f"an answer that is not JSON, status {status}")
    if answer.get("ok") is True:
        return answer.get("result")
    raise _error(method, status, answer)


def _error(method: str, status: int, answer: Mapping[str, object]) -> TelegramError:
    description = str(answer.get("description") or f"status {status}")
    hints = answer.get("parameters")
    if isinstance(hints, dict):
        if isinstance(seconds := hints.get("retry_after"), int | float):
            return TelegramPausedError(method, description, float(seconds))
        if isinstance(new_chat_id := hints.get("migrate_to_chat_id"), int):
            return TelegramMigratedError(method, description, new_chat_id)
    if status >= _SERVER_ERRORS_FROM:
        return TelegramServerError(method, description)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return TelegramPausedError(method, description, 1.0)
    if status == HTTPStatus.NOT_FOUND and method == "getMe":
        # This is how Telegram answers to something that was never a token.
        return TelegramTokenError(method, description)
    return _BY_STATUS.get(status, TelegramRefusedError)(method, description)
