"""Calls to a portal's REST: both limits kept, refusals told apart, numbers exact.

The address of an inbound webhook is the key itself, so nothing here tells it: failures name the
method and the portal's code, never what was asked where.
"""

import asyncio
import contextlib
import datetime as dt
import itertools
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode

from services.source_trouble import SourceError, Trouble
from sources.bitrix24.limits import Bucket, Now, Operating, Sleep
from sources.calls import Answer, Calls
from sources.fields import Record, record_of

SECONDS_MAX = 65
"""The portal itself cuts a call at sixty."""
_TRIES = 4
_FIRST_PAUSE_SECONDS = 1
_WORDS_MAX = 120

_BY_CODE: Mapping[str, Trouble] = {
    "QUERY_LIMIT_EXCEEDED": Trouble.LIMITED,
    "OVERLOAD_LIMIT": Trouble.REFUSED,
    "PORTAL_DELETED": Trouble.REFUSED,
    "EXPIRED_TOKEN": Trouble.REFUSED,
    "NO_AUTH_FOUND": Trouble.REFUSED,
    "INVALID_CREDENTIALS": Trouble.REFUSED,
    "INSUFFICIENT_SCOPE": Trouble.RIGHTS,
    "ACCESS_DENIED": Trouble.RIGHTS,
    "USER_ACCESS_ERROR": Trouble.RIGHTS,
    "200040300010": Trouble.RIGHTS,
    "INTERNAL_SERVER_ERROR": Trouble.DOWN,
    "ERROR_UNEXPECTED_ANSWER": Trouble.DOWN,
}
_WORTH_ANOTHER_TRY = {"QUERY_LIMIT_EXCEEDED", "INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"}
_BLOCKED = "OPERATION_TIME_LIMIT"
_BY_STATUS: Mapping[int, Trouble] = {
    HTTPStatus.UNAUTHORIZED: Trouble.REFUSED,
    HTTPStatus.FORBIDDEN: Trouble.RIGHTS,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.LIMITED,
}
_SERVER_ERRORS_FROM = 500


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal in the portal's words."""

    code: str
    """In capitals; empty where it gives none."""
    words: str

    @property
    def says_gone(self) -> bool:
        """Say whether it says that what was asked for isn't there."""
        return self.code == "NOT_FOUND" or (not self.code and self.words.lower() == "not found")

    def error(self, method: str, status: int = HTTPStatus.OK) -> SourceError:
        """Give what to raise."""
        trouble = _BY_CODE.get(self.code) or _BY_STATUS.get(status)
        if trouble is None:
            trouble = Trouble.DOWN if status >= _SERVER_ERRORS_FROM else Trouble.UNKNOWN
        return SourceError(trouble, f"{method}: {self.code or status} {self.words}".rstrip())


@dataclass(frozen=True, slots=True)
class Told:
    """What one call gave."""

    result: object
    time: Record
    total: int | None = None
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A call within a batch."""

    method: str
    params: Sequence[tuple[str, str]] = ()
    """Names with PHP's brackets; `$result[key]…` refers to an earlier command."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What the calls of a batch gave, by their keys."""

    told: Mapping[str, Told]
    refused: Mapping[str, Refusal] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)

    def must(self, key: str) -> Told:
        """Give what a command gave.

        Raises:
            SourceError: it was refused, or there is no answer to it.
        """
        if key in self.refused:
            raise self.refused[key].error(self.methods[key])
        if key not in self.told:
            raise SourceError(Trouble.GARBLED, f"no answer to {self.methods[key]} in the batch")
        return self.told[key]


class Client:
    """One portal, opened by an inbound webhook."""

    def __init__(
        self,
        webhook_url: str,
        now: Now,
        *,
        sleep: Sleep = asyncio.sleep,
        calls: Calls | None = None,
    ) -> None:
        self._calls = calls or Calls(webhook_url, seconds_max=SECONDS_MAX)
        self._now = now
        self._sleep = sleep
        self._bucket = Bucket(now, sleep)
        self._operating = Operating(now)
        self._numbers = itertools.count()
        self._nonce = secrets.token_hex(3)
        self.ahead: dt.timedelta | None = None
        """By how much the portal's clock is ahead; None until it has told the time."""
        self.zone: dt.tzinfo = dt.UTC
        """The portal's own, as far as an offset tells it."""

    async def call(
        self, method: str, params: Mapping[str, object] | None = None, *, tries: int = _TRIES
    ) -> Told:
        """Call a method, again where that is worth it; what must not be done twice, once.

        Raises:
            SourceError: it came to nothing.
        """
        self._operating.require(method)
        for attempt in range(tries):
            await self._bucket.take()
            answer = await self._calls.post(f"/{method}.json", {}, params or {})
            told = _read(answer, method)
            if isinstance(told, Told):
                self._operating.note(method, told.time)
                self._set_clock(told.time)
                return told
            if told.code == _BLOCKED:
                raise self._operating.blocked(method)
            if told.code not in _WORTH_ANOTHER_TRY or attempt == tries - 1:
                raise told.error(method, answer.status)
            if told.code == "QUERY_LIMIT_EXCEEDED":
                self._bucket.fill()
            await self._sleep(_FIRST_PAUSE_SECONDS * 2**attempt)
        message = "it is raised after the last try"
        raise AssertionError(message)

    async def batch(self, commands: Mapping[str, Command]) -> Batch:
        """Make up to fifty calls in one; earlier results are referred to by key.

        Keys are this call's own on their way, so that the answer to another one is told apart.

        Raises:
            SourceError: the batch as a whole came to nothing.
        """
        for each in commands.values():
            self._operating.require(each.method)
        mark = f"n{self._nonce}x{next(self._numbers)}_"
        written = {mark + key: _write(each, mark) for key, each in commands.items()}
        told = await self.call("batch", {"halt": 0, "cmd": written})
        parts = record_of(told.result)
        results, errors = _map(parts.get("result")), _map(parts.get("result_error"))
        strangers = [key for key in (*results, *errors) if key not in written]
        if strangers:
            raise SourceError(Trouble.GARBLED, "the answer to another batch")
        found = Batch(
            {
                key: _part(parts, mark + key, results[mark + key])
                for key in commands
                if mark + key in results
            },
            {key: _refusal(errors[mark + key]) for key in commands if mark + key in errors},
            {key: each.method for key, each in commands.items()},
        )
        self._note(found)
        return found

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    def _set_clock(self, time: Record) -> None:
        with contextlib.suppress(ValueError):
            theirs = dt.datetime.fromisoformat(str(time.get("date_start", "")))
            if theirs.tzinfo is not None:
                self.ahead, self.zone = theirs - self._now(), theirs.tzinfo

    def _note(self, found: Batch) -> None:
        """Take note of what each call within a batch took.

        Raises:
            SourceError: one was blocked.
        """
        for key, each in found.told.items():
            self._operating.note(found.methods[key], each.time)
        for key, refused in found.refused.items():
            if refused.code == _BLOCKED:
                raise self._operating.blocked(found.methods[key])


def _read(answer: Answer, method: str) -> Told | Refusal:
    """Read an envelope: whether it is a refusal shows in its keys, not in its values.

    Raises:
        SourceError: it is none.
    """
    try:
        found = answer.json()
    except SourceError:
        if answer.status >= _SERVER_ERRORS_FROM:
            raise SourceError(Trouble.DOWN, f"{method}: HTTP {answer.status}") from None
        raise
    told = record_of(found)
    if "error" in told:
        return _refusal(told)
    if answer.status != HTTPStatus.OK or "result" not in told:
        raise SourceError(Trouble.GARBLED, f"{method}: HTTP {answer.status} without a result")
    return Told(
        told["result"], _map(told.get("time")), _whole(told.get("total")), _whole(told.get("next"))
    )


def _refusal(told: object) -> Refusal:
    """Read a refusal: a code and words, or, with REST 3.0, an object of both."""
    said = _map(told)
    code, words = said.get("error"), said.get("error_description")
    if (inner := _map(code)) is code:
        code, words = inner.get("code"), inner.get("message")
    return Refusal(str(code or "").upper(), str(words or "")[:_WORDS_MAX])


def _part(parts: Record, key: str, result: object) -> Told:
    def of(name: str) -> object:
        return _map(parts.get(name)).get(key)

    time = _map(of("result_time"))
    return Told(result, time, _whole(of("result_total")), _whole(of("result_next")))


def _write(command: Command, mark: str) -> str:
    said = [(name, value.replace("$result[", f"$result[{mark}")) for name, value in command.params]
    return command.method + (f"?{urlencode(said)}" if said else "")


def _map(found: object) -> Record:
    """Give a map; PHP writes an empty one as a list."""
    return found if isinstance(found, Mapping) else {}


def _whole(found: object) -> int | None:
    return found if isinstance(found, int) and not isinstance(found, bool) else None
