"""Column types that carry the books' own values both ways."""

import datetime as dt

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from ledger.text import keepable


class UtcTime(TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """Take a moment to UTC; SQLite keeps no zone, so it is left out there."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment without a zone cannot be kept"
            raise TypeError(message)
        moment = value if value.tzinfo is dt.UTC else value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> dt.datetime | None:
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class OutsideText(TypeDecorator[str]):
    """Text from outside, made keepable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Replace what no database keeps."""
        return value if value is None else keepable(value)
