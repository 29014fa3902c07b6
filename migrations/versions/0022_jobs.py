"""Keep the runs of what the clock calls, and who wants one at once."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "job_run",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=True),
        sa.Column("did", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("asked_by", _ID, nullable=True),
        sa.CheckConstraint(
            "outcome IN ('done', 'failed', 'lost')", name=op.f("ck_job_run_known_outcome")
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (ended_at IS NULL)", name=op.f("ck_job_run_ended_has_outcome")
        ),
        sa.CheckConstraint(
            "(reason IS NULL) OR (outcome = 'failed')", name=op.f("ck_job_run_failed_has_reason")
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR (outcome = 'done') = (failures = 0)",
            name=op.f("ck_job_run_counted"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_job_run_asked_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
    )
    op.create_index("ix_job_run_name", "job_run", ["name", "id"])
    op.create_table(
        "job_call",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_job_call_asked_by_person")
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job_call")),
    )


def downgrade() -> None:
    op.drop_table("job_call")
    op.drop_table("job_run")
