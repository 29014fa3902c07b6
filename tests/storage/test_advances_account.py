"""A shop that was set up earlier gets the account of advances, under a code that is free."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, insert, select

from ledger.advances import ADVANCES
from storage.tables import account, metadata

BEFORE = "0003"


def upgrade(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "migrations"))
    config.attributes["target_metadata"] = metadata
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [((), None), (("3011",), "3722"), (("3011", "3722"), "3723")],
)
def test_a_chart_that_is_laid_gets_the_account(
    tmp_path: Path, codes: tuple[str, ...], expected: str | None
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    with engine.begin() as connection:
        upgrade(connection, BEFORE)
        for place, code in enumerate(codes):
            names = {"en": "Own"}
            row = {"key": f"asset.own.{place}", "code": code, "type": "asset", "names": names}
            connection.execute(insert(account).values(**row, is_open=True))
        upgrade(connection, "head")
        found = connection.execute(select(account).where(account.c.key == ADVANCES)).first()
    engine.dispose()
    assert (found and found.code) == expected
    assert found is None or set(found.names) == {"en", "uk", "ru"}
