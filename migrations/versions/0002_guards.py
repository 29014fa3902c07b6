"""Let the database itself keep the books' invariants.

Postings go in before their entry; the entry's row seals them. Sealing refuses an entry that does
not balance, has fewer than two postings or falls into a closed period, and sums it into the kept
balances. From then on nothing of it can be changed.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("journal_entry", "posting", "audit_record", "raw_record", "period_close")

_KEPT_SUMS = """
    INSERT INTO balance (account_id, currency, debit_minor, credit_minor)
    SELECT account_id, currency,
           SUM(CASE WHEN amount_minor > 0 THEN amount_minor ELSE 0 END),
           SUM(CASE WHEN amount_minor < 0 THEN -amount_minor ELSE 0 END)
      FROM posting WHERE entry_number = NEW.number
     GROUP BY account_id, currency
    ON CONFLICT (account_id, currency) DO UPDATE
       SET debit_minor = balance.debit_minor + excluded.debit_minor,
           credit_minor = balance.credit_minor + excluded.credit_minor;
    INSERT INTO turnover (account_id, currency, booked_on, debit_minor, credit_minor)
    SELECT account_id, currency, NEW.booked_on,
           SUM(CASE WHEN amount_minor > 0 THEN amount_minor ELSE 0 END),
           SUM(CASE WHEN amount_minor < 0 THEN -amount_minor ELSE 0 END)
      FROM posting WHERE entry_number = NEW.number
     GROUP BY account_id, currency
    ON CONFLICT (account_id, currency, booked_on) DO UPDATE
       SET debit_minor = turnover.debit_minor + excluded.debit_minor,
           credit_minor = turnover.credit_minor + excluded.credit_minor;
"""

_SQLITE = [
    """
    CREATE TRIGGER journal_entry_seals BEFORE INSERT ON journal_entry BEGIN
      SELECT RAISE(ABORT, 'entry_without_postings')
       WHERE (SELECT COUNT(*) FROM posting WHERE entry_number = NEW.number) < 2;
      SELECT RAISE(ABORT, 'entry_unbalanced')
       WHERE EXISTS (SELECT 1 FROM posting WHERE entry_number = NEW.number
                      GROUP BY currency HAVING SUM(amount_minor) <> 0);
      SELECT RAISE(ABORT, 'period_closed')
       WHERE NEW.booked_on <= (SELECT MAX(ends_on) FROM period_close);
    END
    """,
    f"CREATE TRIGGER journal_entry_sums AFTER INSERT ON journal_entry BEGIN {_KEPT_SUMS} END",
    """
    CREATE TRIGGER posting_before_entry BEFORE INSERT ON posting BEGIN
      SELECT RAISE(ABORT, 'entry_sealed')
       WHERE EXISTS (SELECT 1 FROM journal_entry WHERE number = NEW.entry_number);
    END
    """,
]

_POSTGRES = [
    """
    CREATE FUNCTION tilly_seal_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT COUNT(*) FROM posting WHERE entry_number = NEW.number) < 2 THEN
        RAISE EXCEPTION 'entry_without_postings';
      END IF;
      IF EXISTS (SELECT 1 FROM posting WHERE entry_number = NEW.number
                  GROUP BY currency HAVING SUM(amount_minor) <> 0) THEN
        RAISE EXCEPTION 'entry_unbalanced';
      END IF;
      IF NEW.booked_on <= (SELECT MAX(ends_on) FROM period_close) THEN
        RAISE EXCEPTION 'period_closed';
      END IF;
      RETURN NEW;
    END $$
    """,
    f"""
    CREATE FUNCTION tilly_sum_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      {_KEPT_SUMS}
      RETURN NULL;
    END $$
    """,
    """
    CREATE FUNCTION tilly_refuse_posting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM journal_entry WHERE number = NEW.entry_number) THEN
        RAISE EXCEPTION 'entry_sealed';
      END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION tilly_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'append_only: % takes no %', TG_TABLE_NAME, TG_OP;
    END $$
    """,
    """
    CREATE TRIGGER journal_entry_seals BEFORE INSERT ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION tilly_seal_entry()
    """,
    """
    CREATE TRIGGER journal_entry_sums AFTER INSERT ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION tilly_sum_entry()
    """,
    """
    CREATE TRIGGER posting_before_entry BEFORE INSERT ON posting
    FOR EACH ROW EXECUTE FUNCTION tilly_refuse_posting()
    """,
]

_FIRST_HEAD = """
    INSERT INTO book_head (id, entry_count, audit_count, audit_hash)
    VALUES (1, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000')
"""

_FUNCTIONS = (
    "tilly_seal_entry",
    "tilly_sum_entry",
    "tilly_refuse_posting",
    "tilly_append_only",
)


def upgrade() -> None:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for statement in _POSTGRES if is_postgres else _SQLITE:
        op.execute(statement)
    for table in APPEND_ONLY:
        for event in ("UPDATE", "DELETE"):
            op.execute(_append_only(table, event, is_postgres=is_postgres))
    op.execute(_FIRST_HEAD)


def downgrade() -> None:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    triggers = [
        ("journal_entry_seals", "journal_entry"),
        ("journal_entry_sums", "journal_entry"),
        ("posting_before_entry", "posting"),
    ] + [
        (f"{table}_keeps_{event.lower()}", table)
        for table in APPEND_ONLY
        for event in ("UPDATE", "DELETE")
    ]
    for name, table in triggers:
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if is_postgres else ""))
    if is_postgres:
        for function in _FUNCTIONS:
            op.execute(f"DROP FUNCTION {function}()")
    op.execute("DELETE FROM book_head")


def _append_only(table: str, event: str, *, is_postgres: bool) -> str:
    name = f"{table}_keeps_{event.lower()}"
    if is_postgres:
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION tilly_append_only()"
        )
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'append_only: {table} takes no {event}'); END"
    )
