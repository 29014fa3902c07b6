"""Give the books to another program."""

from collections.abc import Iterator

from reports.exports.registry import EXPORTS
from services.ports import Books
from services.posting import shop_of


class UnknownFormatError(ValueError):
    """A format that no exporter writes."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name!r} is no format; there are {', '.join(sorted(EXPORTS))}")


def export_books(books: Books, format_name: str) -> Iterator[str]:
    """Write every entry in a format, piece by piece.

    The pieces are read from the books as they are taken: take them inside the unit of work.

    Raises:
        UnknownFormatError: there is no such format.
    """
    try:
        exporter = EXPORTS[format_name]
    except KeyError:
        raise UnknownFormatError(format_name) from None
    return exporter(books.accounts.chart(), shop_of(books).base_currency, books.journal.all())
