"""The entries that came of records, as far as they stand."""

from collections import defaultdict
from collections.abc import Iterable

from services.bank.import_statement import BANK
from services.documents.post_documents import DOCUMENT
from services.filing.file_lines import FILING
from services.matching.post_links import CLEARED, MOVED, cash_entries
from services.ports import Books


def entries_of(books: Books, keys: Iterable[str]) -> tuple[int, ...]:
    """Give the numbers of the entries that came of some records and stand, the oldest first."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        kind, _, rest = key.partition(":")
        match kind:
            case "bank":
                wanted[BANK].append(rest)
                wanted[FILING].append(rest)
            case "cash":
                wanted[MOVED].append(key)
            case _:
                wanted[DOCUMENT].append(key)
                wanted[CLEARED].append(key)
    told = [
        posted
        for source, ids in wanted.items()
        for tellings in books.journal.of_origins(source, ids).values()
        for posted in tellings
    ]
    told += cash_entries(books, wanted[MOVED]).values()
    return tuple(sorted({each.number for each in told if each.is_standing}))
