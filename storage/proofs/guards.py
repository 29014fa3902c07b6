"""That the database still guards the books itself, and that its file is whole."""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

from services.ports import Finding
from storage.tables import metadata

APPEND_ONLY = (
    "journal_entry",
    "posting",
    "audit_record",
    "raw_record",
    "period_close",
    "document_before",
    "crm_version",
    "crm_mapping",
    "exception_event",
    "plan",
    "told_day",
    "told_figure",
)
KEPT = (
    "bank_line",
    "bank_line_before",
    "bank_statement",
    "crm_record",
    "document",
    "exception_item",
    "line_answer",
    "match_link",
    "spoiled_line",
)
TRIGGERS = frozenset(
    {"journal_entry_seals", "journal_entry_sums", "posting_before_entry"}
    | {f"{table}_keeps_{event}" for table in APPEND_ONLY for event in ("update", "delete")}
    | {f"{table}_keeps_delete" for table in KEPT}
)
"""The triggers that the migrations make."""

_TRIGGERS_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
        SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = current_schema()
    """,
}


def missing_guards(connection: Connection) -> Iterator[Finding]:
    """Look for triggers and unique constraints that are gone."""
    there = set(connection.scalars(text(_TRIGGERS_THERE[connection.dialect.name])))
    for name in sorted(TRIGGERS - there):
        yield Finding("guard_missing", f"trigger {name}")
    inspector = inspect(connection)
    for table in metadata.sorted_tables:
        if not inspector.has_table(table.name):
            yield Finding("table_missing", table.name)
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                yield Finding("column_missing", f"{table.name}.{column.name}")


def damaged_file(connection: Connection) -> Iterator[Finding]:
    """Ask SQLite whether its file is whole and its references lead somewhere."""
    if connection.dialect.name != "sqlite":
        return
    for (answer,) in connection.execute(text("PRAGMA integrity_check")):
        if answer != "ok":
            yield Finding("database_damaged", str(answer))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding("reference_broken", f"{row[0]} row {row[1]} to {row[2]}")
