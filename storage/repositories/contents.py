"""Contents of files: each once, under its digest."""

import datetime as dt
import hashlib

from sqlalchemy import Connection

from storage.tables import stored_file
from storage.upsert import upsert


def keep_content(connection: Connection, content: bytes, at: dt.datetime) -> str:
    """Keep a content, once; give its digest."""
    digest = hashlib.sha256(content).hexdigest()
    connection.execute(
        upsert(connection, stored_file)
        .values(digest=digest, content=content, stored_at=at)
        .on_conflict_do_nothing()
    )
    return digest
