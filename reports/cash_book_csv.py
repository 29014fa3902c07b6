"""The cash book as CSV that a spreadsheet of Europe opens right away."""

from collections.abc import Iterator

from reports.cash_book import BookLine, CashBook, TillBook
from reports.cash_book_labels import CashBookLabels
from reports.cash_book_rows import words_of_line
from reports.csv_lines import BOM, csv_line, figure, harmless
from reports.numbers import decimal_mark_of


def write_csv(book: CashBook, labels: CashBookLabels) -> Iterator[str]:
    """Write the head, then each till's lines as they come, every cell quoted.

    Figures have the reader's decimal mark, days are as ISO 8601 has them; text of outside that
    would be a formula begins with an apostrophe.
    """
    mark = decimal_mark_of(labels.language)
    yield BOM + csv_line(labels.columns)
    for till in book.tills:
        for line in till.lines:
            yield csv_line(_cells(till, line, labels, mark))


def _cells(till: TillBook, line: BookLine, labels: CashBookLabels, mark: str) -> tuple[str, ...]:
    return (
        line.booked_on.isoformat(),
        str(line.number),
        harmless(labels.name_till(till.till)),
        figure(line.cash_in, mark),
        figure(line.cash_out, mark),
        figure(line.balance, mark),
        till.currency,
        *map(harmless, words_of_line(line, labels)),
    )
