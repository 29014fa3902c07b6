"""Going through bank lines: the shop's rules, questions, blind checks, caps."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

line_rule = Table(
    "line_rule",
    metadata,
    Column("id", Id, primary_key=True),
    Column("rule", JSON, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("removed_by", Text),
    Column("removed_at", UtcTime),
)

line_question = Table(
    "line_question",
    metadata,
    Column("id", Id, primary_key=True),
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), nullable=False),
    Column("asked_by", Id, ForeignKey("person.id"), nullable=False),
    Column("asked_of", Id, ForeignKey("person.id"), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("answer", OutsideText),
    Column("answered_at", UtcTime),
)
Index("ix_line_question_line", line_question.c.line_id)

line_check = Table(
    "line_check",
    metadata,
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), primary_key=True),
    Column("put_on", Date, nullable=False),
    Column("filed_as", Text, nullable=False),
    Column("decided", Text),
    Column("decided_by", Text),
    Column("decided_at", UtcTime),
)
Index("ix_line_check_put_on", line_check.c.put_on)

filing_cap = Table(
    "filing_cap",
    metadata,
    Column("currency", String(3), primary_key=True),
    Column("minor", BigInteger, nullable=False),
)
