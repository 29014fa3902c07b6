"""The server that gives applications their tokens, each refresh token good once."""

import datetime as dt
import secrets
from collections.abc import Mapping

from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.limits import Clock
from sandbox.bitrix24.php import Json

_LIVES_SECONDS = 3600
_REFRESH_DAYS = 180


class OAuth:
    """One application and its tokens."""

    client_id = "local.6a1b"
    client_secret = "secret-of-the-application"  # noqa: S105 - a play

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._access: dict[str, dt.datetime] = {}
        self._refresh: dict[str, dt.datetime] = {}

    def issue(self) -> Json:
        """Give a new pair of tokens."""
        now = self._clock()
        access, refresh = secrets.token_hex(16), secrets.token_hex(16)
        self._access[access] = now + dt.timedelta(seconds=_LIVES_SECONDS)
        self._refresh[refresh] = now + dt.timedelta(days=_REFRESH_DAYS)
        told: Json = {"access_token": access, "refresh_token": refresh, "user_id": 1}
        told |= {"expires": int(self._access[access].timestamp()), "expires_in": _LIVES_SECONDS}
        return told | {"scope": "crm,sale,user", "domain": "oauth.bitrix.info", "status": "L"}

    def refresh(self, said: Mapping[str, str]) -> Json:
        """Give a new pair for a refresh token, which is used up.

        Raises:
            RestError: the application or the token isn't known.
        """
        if (said.get("client_id"), said.get("client_secret")) != (
            self.client_id,
            self.client_secret,
        ):
            raise RestError(401, "invalid_client", "Client is not known")
        if said.get("grant_type") != "refresh_token":
            raise RestError(400, "invalid_request", "Unknown grant type")
        good_until = self._refresh.pop(said.get("refresh_token", ""), None)
        if good_until is None or good_until <= self._clock():
            raise RestError(400, "invalid_grant", "Invalid refresh token")
        return self.issue()

    def require_access(self, token: str) -> None:
        """Let a token in.

        Raises:
            RestError: it has ended, or there is none such.
        """
        good_until = self._access.get(token)
        if good_until is None:
            raise RestError(401, "NO_AUTH_FOUND", "Wrong authorization data")
        if good_until <= self._clock():
            raise RestError(401, "expired_token", "The access token provided has expired")
