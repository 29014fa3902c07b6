"""Drafts of before questions were dated count from the day the books were brought up to date."""

import datetime as dt

from alembic import command
from sqlalchemy import NullPool, create_engine, text

from storage.database import open_database
from storage.migrate import _config, migrate

BEFORE = "0003"
"""The last step whose drafts have no time."""


async def test_an_older_draft_is_kept_and_dated_now(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/older.sqlite3"
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, BEFORE)
        connection.execute(
            text(
                "INSERT INTO person (id, telegram_id, name, role, language, is_active, joined_at) "
                "VALUES (1, 7, 'Ann', 'cashier', 'en', 1, '2026-11-20 10:00:00')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO draft (id, revision, chat_id, person_id, message_id, text, known, "
                "missing, state) VALUES (1, 3, 7, 1, 5, '250', '{\"amount_minor\": null, "
                '"currency": null, "direction": null, "category": null, "booked_on": null, '
                '"counterparty": null, "order_reference": null}\', \'["amount"]\', \'open\')'
            )
        )
    start = dt.datetime.now(dt.UTC)
    await migrate(url)
    database = await open_database(url)
    draft = await database.read(lambda books: books.drafts.open_in(7, 1))
    await database.close()
    assert draft is not None
    assert (draft.revision, draft.text, draft.reminded_at) == (3, "250", None)
    assert start - dt.timedelta(seconds=5) <= draft.asked_at <= dt.datetime.now(dt.UTC)
