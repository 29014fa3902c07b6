"""What the Bot API refuses, in Telegram's own words.

BotApiError
├── BadRequestError
├── UnauthorizedError
├── ForbiddenError
├── NotFoundError
├── ConflictError
├── TooManyRequestsError
├── TooLargeError
├── InternalServerError
└── ChatUpgradedError
"""

from collections.abc import Mapping


class BotApiError(Exception):
    """A refusal with Telegram's code, description and parameters."""

    code = 400
    kind = "Bad Request"

    def __init__(self, reason: str, parameters: Mapping[str, object] | None = None) -> None:
        self.reason = reason
        self.parameters = dict(parameters or {})
        super().__init__(self.description)

    @property
    def description(self) -> str:
        """Give the description as Telegram writes it."""
        return f"{self.kind}: {self.reason}"

    def body(self) -> dict[str, object]:
        """Give the answer's body."""
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class BadRequestError(BotApiError):
    """The request cannot be carried out as it is."""


class UnauthorizedError(BotApiError):
    """No bot has this token."""

    code = 401

    def __init__(self) -> None:
        super().__init__("")

    @property
    def description(self) -> str:
        """Give the description as Telegram writes it."""
        return "Unauthorized"


class ForbiddenError(BotApiError):
    """The bot may not do this there."""

    code = 403
    kind = "Forbidden"


class NotFoundError(BotApiError):
    """There is no such method."""

    code = 404

    def __init__(self) -> None:
        super().__init__("")

    @property
    def description(self) -> str:
        """Give the description as Telegram writes it."""
        return "Not Found"


class ConflictError(BotApiError):
    """Two ways of getting updates at once."""

    code = 409
    kind = "Conflict"


class TooManyRequestsError(BotApiError):
    """A flood limit was hit."""

    code = 429
    kind = "Too Many Requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", {"retry_after": retry_after})


class TooLargeError(BotApiError):
    """More was uploaded than Telegram takes."""

    code = 413

    def __init__(self) -> None:
        super().__init__("")

    @property
    def description(self) -> str:
        """Give the description as Telegram writes it."""
        return "Request Entity Too Large"


class InternalServerError(BotApiError):
    """Telegram itself failed."""

    code = 500

    def __init__(self) -> None:
        super().__init__("")

    @property
    def description(self) -> str:
        """Give the description as Telegram writes it."""
        return "Internal Server Error"


class ChatUpgradedError(BotApiError):
    """The group lives under a new id."""

    def __init__(self, new_chat_id: int) -> None:
        super().__init__(
            "group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_chat_id}
        )


class ControlError(Exception):
    """The control API was asked for something that cannot be."""
