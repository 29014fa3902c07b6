"""A query in a button: what it asks, as letters that a button's data may hold."""

import base64
import binascii
import json

from handlers.callbacks import AskedCallback
from parsing.questions.query import Query
from parsing.questions.query_json import NoQueryError, query_from_json, query_to_json
from services.messages import Button


def packed_query(query: Query) -> str:
    """Pack a query."""
    told = json.dumps(query_to_json(query), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(told.encode()).decode()


def unpacked_query(packed: str) -> Query | None:
    """Unpack a query; None when an older version packed something else."""
    try:
        return query_from_json(json.loads(base64.urlsafe_b64decode(packed.encode())))
    except (NoQueryError, ValueError, binascii.Error):
        return None


def entries_button(label: str, query: Query) -> Button:
    """Make the button that shows the entries behind a query."""
    return Button(label, data=AskedCallback(page=0, query=packed_query(query)).pack())
