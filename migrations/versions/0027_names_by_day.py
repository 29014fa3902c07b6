"""Find the entries of a name by their days, too."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_INDEX, _TABLE = "ix_journal_entry_counterparty", "journal_entry"
_IS_NAMED = sa.text("counterparty IS NOT NULL")


def upgrade() -> None:
    _index_of("counterparty", "booked_on")


def downgrade() -> None:
    _index_of("counterparty")


def _index_of(*columns: str) -> None:
    """Put the index in the place of the one that is called so."""
    op.drop_index(_INDEX, _TABLE)
    op.create_index(
        _INDEX, _TABLE, list(columns), sqlite_where=_IS_NAMED, postgresql_where=_IS_NAMED
    )
