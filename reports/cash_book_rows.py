"""What the file of a cash book says of a line beyond its figures."""

from reports.cash_book import BookLine
from reports.cash_book_labels import CashBookLabels
from reports.exports.plain_text import one_line


def remarks_of(line: BookLine, labels: CashBookLabels) -> str:
    """Say how a line is tied to others: taken back, in the place of another, of another day."""
    numbered = (
        (labels.reversed_by, line.reversed_by),
        (labels.reverses, line.reverses),
        (labels.replaces, line.replaces),
    )
    said = [text.replace("{number}", str(number)) for text, number in numbered if number]
    if line.belongs_on is not None:
        said.append(labels.belongs_on.replace("{day}", line.belongs_on.isoformat()))
    return "; ".join(said)


def words_of_line(line: BookLine, labels: CashBookLabels) -> tuple[str, ...]:
    """Give the columns from the category to the remarks, each on one line."""
    return tuple(
        one_line(text or "")
        for text in (
            labels.name_category(line.category),
            line.account_code,
            line.counterparty,
            line.order_reference,
            line.narration,
            line.told_by,
            remarks_of(line, labels),
        )
    )
