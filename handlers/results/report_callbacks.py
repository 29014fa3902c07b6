"""What the buttons of pictures, files and digests carry."""

from aiogram.filters.callback_data import CallbackData


class ChartCallback(CallbackData, prefix="ch"):
    """Draw a picture of some days."""

    kind: str
    """Of `handlers.results.charts.Kind`."""
    first: str
    last: str
    ground: str
    """"dark" or "light"; "own" is what the person likes."""


class FileCallback(CallbackData, prefix="fl"):
    """Send a report as a file, or ask which."""

    kind: str
    """"results", "answer", or a picture's kind."""
    first: str
    last: str
    query: str
    """An answer's question in the letters of base64, else "-"."""
    how: str
    """"xlsx", "csv" or "pdf"; "ask" asks which."""

    def pack(self) -> str:
        """Give the data; it stays in our books, so the question may be long."""
        parts = (self.__prefix__, self.kind, self.first, self.last, self.query, self.how)
        return self.__separator__.join(parts)


class DigestCallback(CallbackData, prefix="dg"):
    """Choose the hour of a digest."""

    kind: str
    """Of `services.results.digest_ports.DigestKind`."""
    hour: str
    """"ask" asks for it, "off" is none, "back" shows what is chosen."""
