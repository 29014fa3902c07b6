"""Run the migrations over a connection that the application opened, or over DATABASE_URL."""

import os

from alembic import context
from sqlalchemy import Connection, create_engine


def run(connection: Connection) -> None:
    """Bring one database to the wanted revision."""
    context.configure(
        connection=connection,
        target_metadata=context.config.attributes.get("target_metadata"),
        transaction_per_migration=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with create_engine(os.environ["DATABASE_URL"]).connect() as opened:
        run(opened)
