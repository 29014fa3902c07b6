"""What the shop has taught: its words and what they stand for there."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from ledger.audit import ChangeValue
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from ledger.text import keepable
from parsing.memory.memory import Remembered, ShopMemory, memory_of
from services.messages import Cause
from storage.head import Change, Head
from storage.prepared import AnyRow, Prepared
from storage.tables import remembered
from storage.upsert import upsert

_STAMP = Prepared(select(func.max(remembered.c.revision).label("revision")))
_FACTS = Prepared(
    select(remembered).where(remembered.c.is_forgotten.is_(False)).order_by(remembered.c.id)
)


class SqlMemory:
    """Fulfils services.ports.Memory.

    A forgotten word keeps its row, so that the stamp grows by forgetting as it does by teaching.
    """

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def stamp(self) -> int:
        """Give a number that grows whenever something is taught or forgotten."""
        (row,) = _STAMP.rows(self._connection)
        return row.revision or 0

    def recall(self) -> ShopMemory:
        """Give everything that is not forgotten, the oldest first."""
        return memory_of(_fact(row) for row in _FACTS.rows(self._connection))

    def keep(self, facts: Sequence[Remembered], cause: Cause) -> None:
        """Keep facts in place of what was remembered of their words."""
        if not facts:
            return
        revision = self._next_revision()
        for fact in facts:
            values = {**_content(fact), "revision": revision, "is_forgotten": False}
            self._connection.execute(
                upsert(self._connection, remembered)
                .values(word=fact.word, **values)
                .on_conflict_do_update(index_elements=["word"], set_=values)
            )
        self._head.append(
            [Change("remember_word", _subject(fact.word), _content(fact)) for fact in facts], cause
        )

    def forget(self, word: str, cause: Cause) -> bool:
        """Forget a word; say whether it was remembered."""
        done = self._connection.execute(
            update(remembered)
            .where(remembered.c.word == word, remembered.c.is_forgotten.is_(False))
            .values(revision=self._next_revision(), is_forgotten=True)
        )
        if not done.rowcount:
            return False
        self._head.append([Change("forget_word", _subject(word), {"is_forgotten": True})], cause)
        return True

    def _next_revision(self) -> int:
        """Give the next revision; the head is taken first, or two writers could get the same."""
        self._head.take()
        return self.stamp() + 1


def _subject(word: str) -> str:
    return f"word:{keepable(word)}"


def _content(fact: Remembered) -> dict[str, ChangeValue]:
    """Give what the row keeps of a fact, which is also what the audit log is told."""
    return {
        "category": fact.category,
        "direction": fact.direction,
        "counterparty": fact.counterparty,
        "times": fact.times,
        "is_shared": fact.is_shared,
        "amounts": [[amount.minor, amount.currency] for amount in fact.amounts],
    }


def _fact(row: AnyRow) -> Remembered:
    return Remembered(
        word=row.word,
        category=row.category and CashCategory(row.category),
        direction=row.direction and CashDirection(row.direction),
        counterparty=row.counterparty,
        times=row.times,
        is_shared=row.is_shared,
        amounts=tuple(Money(minor, currency) for minor, currency in row.amounts),
    )
