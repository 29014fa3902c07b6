"""What each person asked last, in the database."""

import datetime as dt

from sqlalchemy import Connection, select

from parsing.questions.query import Query
from parsing.questions.query_json import NoQueryError, query_from_json, query_to_json
from services.answers.question_ports import LastQuestion
from storage.tables import last_question
from storage.upsert import upsert


class SqlQuestions:
    """Fulfils services.answers.question_ports.Questions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_of(self, person_id: int) -> LastQuestion | None:
        """Give what a person asked last; what an older version kept otherwise is forgotten."""
        row = self._connection.execute(
            select(last_question).where(last_question.c.person_id == person_id)
        ).first()
        if row is None:
            return None
        try:
            return LastQuestion(query_from_json(row.query), row.asked_at)
        except NoQueryError:
            return None

    def keep(self, person_id: int, query: Query, at: dt.datetime) -> None:
        """Keep what a person asked now, in place of what he asked before."""
        values = {"query": query_to_json(query), "asked_at": at}
        self._connection.execute(
            upsert(self._connection, last_question)
            .values(person_id=person_id, **values)
            .on_conflict_do_update(index_elements=["person_id"], set_=values)
        )
