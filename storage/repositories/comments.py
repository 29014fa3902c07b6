"""What was said of entries."""

from sqlalchemy import Connection, insert, select

from services.corrections.accountant_ports import EntryComment
from storage.tables import entry_comment, journal_entry


class SqlComments:
    """Fulfils services.corrections.accountant_ports.Comments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, comment: EntryComment) -> None:
        """Keep a comment."""
        self._connection.execute(
            insert(entry_comment).values(
                entry_number=comment.entry_number,
                person_id=comment.person_id,
                text=comment.text,
                commented_at=comment.commented_at,
            )
        )

    def about(self, entry_number: int) -> tuple[EntryComment, ...]:
        """Give what was said of an entry and of those it took the place of, oldest first."""
        line = (
            select(journal_entry.c.number, journal_entry.c.replaces)
            .where(journal_entry.c.number == entry_number)
            .cte("line", recursive=True)
        )
        line = line.union_all(
            select(journal_entry.c.number, journal_entry.c.replaces).where(
                journal_entry.c.number == line.c.replaces
            )
        )
        rows = self._connection.execute(
            select(entry_comment)
            .where(entry_comment.c.entry_number.in_(select(line.c.number)))
            .order_by(entry_comment.c.id)
        )
        return tuple(
            EntryComment(row.entry_number, row.person_id, row.text, row.commented_at)
            for row in rows
        )
