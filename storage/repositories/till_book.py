"""The cash book of a till, read by the index of its postings: bounded however long it is."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, ScalarSelect, and_, func, or_, select

from ledger.journal import PostedEntry
from services.tills.till_book import NEWEST, TillBookPage, Turn, Wanted, WantedWord
from storage.repositories.journal import SqlJournal
from storage.tables import account, journal_entry, posting

WINDOW = 50_000
"""A look for words goes through so many postings of a till at a time."""
DAY_MAX = 10_000
"""Of a day with more entries only so many are looked at from where a page begins."""
_LEGS_MAX = 2
"""An entry rarely moves one till twice, as an exchange does."""
_ANY_LETTER = str.maketrans(dict.fromkeys("'’ʼ`ёЁ", "_"))
"""What people type in one way or another stands for any letter."""

_reversal = journal_entry.alias("reversal")
_number = posting.c.entry_number
_STANDING = (
    select(_number)
    .join(journal_entry, journal_entry.c.number == _number)
    .where(
        journal_entry.c.reverses.is_(None),
        ~select(_reversal.c.number).where(_reversal.c.reverses == _number).exists(),
    )
)


class SqlTillBook:
    """Fulfils services.tills.till_book.TillBook."""

    def __init__(self, connection: Connection, journal: SqlJournal) -> None:
        self._connection = connection
        self._journal = journal

    def page(self, till: str, wanted: Wanted, turn: Turn, size: int) -> TillBookPage:
        """Give a page of what is wanted; what was taken back is left out."""
        is_turned = turn.number is not None
        conditions = [posting.c.account_id == _id_of(till), *map(_says, wanted.words)]
        if wanted.day is not None:
            conditions.append(_number.in_(self._of_day(wanted.day, turn)))
        end = self._end(till, turn) if wanted.words else None
        conditions += _beyond(turn.number, is_above=turn.is_newer)
        conditions += _beyond(end, is_above=not turn.is_newer)
        found = self._found(conditions, size + 1, is_newer=turn.is_newer)
        if turn.is_newer and len(found) <= size:
            return self.page(till, wanted, NEWEST, size)
        has_more = len(found) > size
        return TillBookPage(
            entries=self._journal.numbered(found[:size])[::-1] if found else (),
            has_newer=is_turned and (not turn.is_newer or has_more),
            has_older=turn.is_newer or has_more,
            looked_back_to=None if has_more or turn.is_newer else end,
        )

    def debits(self, account_key: str, currency: str, limit: int) -> Sequence[PostedEntry]:
        """Give the last entries that stand and debit an account, the newest first."""
        conditions = [
            posting.c.account_id == _id_of(account_key),
            posting.c.amount_minor > 0,
            posting.c.currency == currency,
        ]
        found = self._found(conditions, limit, is_newer=False)
        return self._journal.numbered(found)[::-1] if found else ()

    def _found(
        self, conditions: Sequence[ColumnElement[bool]], limit: int, *, is_newer: bool
    ) -> list[int]:
        """Give numbers of entries from where the page begins on, each once."""
        ordered = _number if is_newer else _number.desc()
        rows = self._connection.scalars(
            _STANDING.where(*conditions).order_by(ordered).limit(limit * _LEGS_MAX)
        )
        return list(dict.fromkeys(rows))[:limit]

    def _of_day(self, day: dt.date, turn: Turn) -> Sequence[int]:
        """Give the entries of a day, whatever they moved.

        A look of its own: left to themselves, databases go through the till from its end.
        """
        number = journal_entry.c.number
        entries = select(number).where(journal_entry.c.booked_on == day)
        if turn.number is not None:
            beyond = number > turn.number if turn.is_newer else number < turn.number
            entries = entries.where(beyond)
        ordered = number if turn.is_newer else number.desc()
        return self._connection.scalars(entries.order_by(ordered).limit(DAY_MAX)).all()

    def _end(self, till: str, turn: Turn) -> int | None:
        """Give the entry at which a look for words ends, if the till goes on there."""
        reached = select(_number).where(posting.c.account_id == _id_of(till))
        if turn.number is not None:
            reached = reached.where(
                _number > turn.number if turn.is_newer else _number < turn.number
            )
        ordered = _number if turn.is_newer else _number.desc()
        return self._connection.scalar(reached.order_by(ordered).offset(WINDOW).limit(1))


def _beyond(number: int | None, *, is_above: bool) -> list[ColumnElement[bool]]:
    """Keep to one side of an entry, in both tables: then neither is read as a whole."""
    if number is None:
        return []
    columns = (_number, journal_entry.c.number)
    return [column > number if is_above else column < number for column in columns]


def _id_of(key: str) -> ScalarSelect[int]:
    return select(account.c.id).where(account.c.key == key).scalar_subquery()


def _says(word: WantedWord) -> ColumnElement[bool]:
    """Say that an entry has a word, or moves the figure; whoever turns pages sees the same."""
    columns = [journal_entry.c.order_reference]
    if not word.is_figure:
        columns += [journal_entry.c.narration, journal_entry.c.counterparty]
    said: list[ColumnElement[bool]] = [
        column.like(pattern, escape="\\") for column in columns for pattern in _patterns(word.text)
    ]
    if word.amount is not None:
        minor = word.amount.minor
        is_amount = func.abs(posting.c.amount_minor) == minor
        said.append(and_(is_amount, posting.c.currency == word.amount.currency))
    if word.categories:
        said.append(journal_entry.c.category.in_(sorted(word.categories)))
    return or_(*said)


def _patterns(text: str) -> list[str]:
    """Give what to look for: databases fold the case of few alphabets, people write three ways."""
    ways = dict.fromkeys((text.lower(), text.lower().capitalize(), text.upper()))
    escaped = (way.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for way in ways)
    return [f"%{way.translate(_ANY_LETTER)}%" for way in escaped]
