"""Refusals as the portal words them."""


class RestError(Exception):
    """A call is refused."""

    def __init__(self, status: int, error: str | int, description: str) -> None:
        self.status = status
        self.error = error
        """A code; with some methods an empty text, with some a nought."""
        self.description = description
        super().__init__(f"{status} {error} {description}")


def invalid(description: str) -> RestError:
    """Refuse an argument."""
    return RestError(400, "INVALID_ARG_VALUE", description)


def not_found() -> RestError:
    """Refuse as the older methods do: without a code."""
    return RestError(400, "", "Not found")
