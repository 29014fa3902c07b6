"""Questions about missing entries in the database."""

import datetime as dt

from sqlalchemy import Connection, insert, select, update

from alerts.missing_entries import Answers, Habit
from services.cash.watch_ports import MissingQuestion, WatchState
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.tables import missing_question


class SqlWatch:
    """Fulfils services.cash.watch_ports.Watch."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def was_asked(self, day: dt.date) -> bool:
        """Tell whether a question was put on a day already."""
        found = self._connection.execute(
            select(missing_question.c.id).where(missing_question.c.asked_on == day)
        )
        return found.first() is not None

    def ask(self, day: dt.date, habit: Habit, person_id: int) -> MissingQuestion:
        """Keep a question that is put to a person."""
        key = added_row(
            self._connection,
            insert(missing_question).values(
                asked_on=day,
                habit=habit.key,
                category=habit.category,
                counterparty=habit.counterparty,
                person_id=person_id,
                state=WatchState.ASKED.value,
            ),
        )
        return MissingQuestion(key, day, habit, person_id, WatchState.ASKED)

    def find(self, question_id: int) -> MissingQuestion | None:
        """Give a question."""
        row = self._connection.execute(
            select(missing_question).where(missing_question.c.id == question_id)
        ).first()
        return None if row is None else _question(row)

    def answer(self, question_id: int, state: WatchState, person_id: int, at: dt.datetime) -> bool:
        """Keep an answer; say whether the question was still open."""
        done = self._connection.execute(
            update(missing_question)
            .where(
                missing_question.c.id == question_id,
                missing_question.c.state == WatchState.ASKED.value,
            )
            .values(state=state.value, answered_by=person_id, answered_at=at)
        )
        return done.rowcount == 1

    def answers(self) -> Answers:
        """Give what all answers so far teach: refusals count from the last time it was told."""
        refused: dict[str, int] = {}
        muted = set()
        rows = self._connection.execute(
            select(missing_question.c.habit, missing_question.c.state).order_by(
                missing_question.c.asked_on
            )
        )
        for habit, state in rows:
            match WatchState(state):
                case WatchState.MUTED:
                    muted.add(habit)
                case WatchState.NONE:
                    refused[habit] = refused.get(habit, 0) + 1
                case WatchState.TOLD:
                    refused.pop(habit, None)
                case WatchState.ASKED:
                    pass
        return Answers(refused, frozenset(muted))


def _question(row: AnyRow) -> MissingQuestion:
    return MissingQuestion(
        id=row.id,
        asked_on=row.asked_on,
        habit=Habit(row.category, row.counterparty),
        person_id=row.person_id,
        state=WatchState(row.state),
    )
