"""What months are planned to come to, what days were told as, and how months are closed."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

plan = Table(
    "plan",
    metadata,
    Column("month", Date, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("currency", String(3)),
    Column("sales_minor", BigInteger),
    Column("margin_permille", Integer),
    Column("set_by", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    CheckConstraint("version >= 1", name="counted_from_one"),
    CheckConstraint("sales_minor IS NULL OR sales_minor > 0", name="sells_something"),
    CheckConstraint("margin_permille IS NULL OR margin_permille BETWEEN 1 AND 999", name="a_part"),
    CheckConstraint("sales_minor IS NOT NULL OR margin_permille IS NOT NULL", name="says_it"),
    CheckConstraint("(currency IS NULL) = (sales_minor IS NULL)", name="money_of_a_currency"),
)

told_day = Table(
    "told_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("through_entry", BigInteger, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    CheckConstraint("version >= 1", name="counted_from_one"),
    CheckConstraint("through_entry >= 0", name="after_some_entry"),
)

told_figure = Table(
    "told_figure",
    metadata,
    Column("day", Date, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("currency", String(3), primary_key=True),
    Column("sales_minor", BigInteger, nullable=False),
    Column("refunds_minor", BigInteger, nullable=False),
    Column("cost_minor", BigInteger, nullable=False),
    Column("other_income_minor", BigInteger, nullable=False),
    Column("expenses_minor", BigInteger, nullable=False),
    Column("result_minor", BigInteger, nullable=False),
    CheckConstraint(
        "result_minor = sales_minor - refunds_minor - cost_minor + other_income_minor"
        " - expenses_minor",
        name="adds_up",
    ),
    ForeignKeyConstraint(["day", "version"], ["told_day.day", "told_day.version"]),
)

closing = Table(
    "closing",
    metadata,
    Column("ends_on", Date, primary_key=True),
    Column("first_on", Date, nullable=False),
    Column("begun_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    Column("told_at", UtcTime),
    CheckConstraint("first_on <= ends_on", name="begins_before"),
)

closing_item = Table(
    "closing_item",
    metadata,
    Column("ends_on", Date, ForeignKey("closing.ends_on"), primary_key=True),
    Column("item", String(24), primary_key=True),
    Column("done_at", UtcTime),
    Column("excuse", OutsideText),
    Column("excused_by", Text),
    Column("open_count", Integer, nullable=False),
    CheckConstraint("(excuse IS NULL) = (excused_by IS NULL)", name="excused_by_somebody"),
    CheckConstraint("open_count >= 0", name="counted"),
)

closing_sign = Table(
    "closing_sign",
    metadata,
    Column("ends_on", Date, ForeignKey("closing.ends_on"), primary_key=True),
    Column("part", String(12), primary_key=True),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("signed_at", UtcTime, nullable=False),
    Column("through_entry", BigInteger, nullable=False),
    UniqueConstraint("ends_on", "person_id"),
    CheckConstraint("part IN ('accountant', 'director')", name="known_part"),
)

closing_rate = Table(
    "closing_rate",
    metadata,
    Column("ends_on", Date, ForeignKey("closing.ends_on"), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("quote", String(3), nullable=False),
    Column("rate", String(32), nullable=False),
    Column("said_by", Text, nullable=False),
    Column("said_at", UtcTime, nullable=False),
    CheckConstraint("currency <> quote", name="of_another_currency"),
)
