"""Where a language model is reached; apart from the client, which is heavy to import."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is reached, and how long it may take."""

    model: str
    api_key: str
    base_url: str | None
    """Of any OpenAI-compatible service; None for OpenAI's own."""
    seconds: int
