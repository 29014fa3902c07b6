"""That the database still guards the books itself, and that its file is whole."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, text

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
    "inquiry",
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


_COLUMNS_THERE = {
    "sqlite": """
        SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table'
    """,
    "postgresql": """
        SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
           AND n.nspname = current_schema()
    """,
}
"""Each table's columns, all at once: a hundred questions took longer than all other proofs."""


def missing_guards(connection: Connection) -> Iterator[Finding]:
    """Look for triggers, tables and columns that are gone."""
    kind = connection.dialect.name
    there = set(connection.scalars(text(_TRIGGERS_THERE[kind])))
    for name in sorted(TRIGGERS - there):
        yield Finding("guard_missing", f"trigger {name}")
    columns: defaultdict[str, set[str]] = defaultdict(set)
    for table_name, column_name in connection.execute(text(_COLUMNS_THERE[kind])):
        columns[table_name].add(column_name)
    for table in metadata.tables.values():
        if table.name not in columns:
            yield Finding("table_missing", table.name)
            continue
        for column in table.columns:
            if column.name not in columns[table.name]:
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
