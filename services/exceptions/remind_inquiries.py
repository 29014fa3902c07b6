"""Ask again, once, whoever has not answered for a day what an exception was put to him for."""

import datetime as dt

from services.exceptions.exception_ports import ExceptionEvent, ExceptionState, Happened
from services.exceptions.inquire import Inquired
from services.matching.match_ports import MATCHER
from services.messages import Cause
from services.ports import Books

AFTER = dt.timedelta(days=1)
"""So long somebody may take to answer."""


def remind_inquiries(books: Books, cause: Cause) -> tuple[Inquired, ...]:
    """Give the inquiries to be put again; that they were is kept in their exceptions' history.

    Args:
        books: the open books, held.
        cause: because of what, when.
    """
    due = []
    for inquiry in books.inquiries.waiting_since(cause.at - AFTER):
        item = books.exceptions.find(inquiry.item_id)
        if item is None or item.state is not ExceptionState.OPEN:
            continue
        is_reminded = any(
            each.what is Happened.REMINDED and each.at >= inquiry.asked_at
            for each in books.exceptions.history(item.id)
        )
        if not is_reminded:
            event = ExceptionEvent(Happened.REMINDED, MATCHER, cause.at, inquiry.name)
            due.append(Inquired(inquiry, books.exceptions.change(item, event), is_again=True))
    return tuple(due)
