"""Rules for bank lines, questions about them, blind checks and caps, in the database."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Connection, case, delete, func, insert, select, update

from categorisation.rules import Rule, rule_from_json, rule_to_json
from ledger.money import Money
from services.filing.filing_ports import FilingState
from services.messages import Cause
from services.review.review_ports import LineCheck, LineQuestion, LineRule, RuleUse
from storage.head import Change, Head
from storage.portions import portions
from storage.prepared import AnyRow
from storage.tables import (
    bank_line,
    filing_cap,
    line_check,
    line_filing,
    line_question,
    line_rule,
)


class SqlLineRules:
    """Fulfils services.review.review_ports.LineRules."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def add(self, rule: Rule, cause: Cause) -> LineRule:
        """Keep a rule; its id and name are given here."""
        kept = rule_to_json(rule)
        row = self._connection.execute(
            insert(line_rule)
            .values(rule=kept, made_by=cause.actor, made_at=cause.at)
            .returning(line_rule)
        ).one()
        self._head.append(
            [Change("make_rule", f"line_rule:{row.id}", {"category": rule.category})], cause
        )
        return _rule(row)

    def active(self) -> tuple[LineRule, ...]:
        """Give the rules that hold, the newest first."""
        wanted = select(line_rule).where(line_rule.c.removed_at.is_(None))
        rows = self._connection.execute(wanted.order_by(line_rule.c.id.desc()))
        return tuple(_rule(row) for row in rows)

    def find(self, rule_id: int) -> LineRule | None:
        """Give a rule, be it removed."""
        row = self._connection.execute(
            select(line_rule).where(line_rule.c.id == rule_id)
        ).one_or_none()
        return None if row is None else _rule(row)

    def remove(self, rule_id: int, cause: Cause) -> bool:
        """Have a rule hold no more; False when it did not."""
        done = self._connection.execute(
            update(line_rule)
            .where(line_rule.c.id == rule_id, line_rule.c.removed_at.is_(None))
            .values(removed_at=cause.at, removed_by=cause.actor)
        )
        if not done.rowcount:
            return False
        self._head.append([Change("remove_rule", f"line_rule:{rule_id}", {})], cause)
        return True

    def uses(self) -> Mapping[str, RuleUse]:
        """Give what each rule has done, by name; starter rules too."""
        first = line_filing.c.proposals[0][0].as_string()
        rows = self._connection.execute(
            select(
                line_filing.c.rule,
                func.count().label("hits"),
                func.sum(case((line_filing.c.category != first, 1), else_=0)).label("overruled"),
            )
            .where(line_filing.c.rule.is_not(None), line_filing.c.state == FilingState.FILED.value)
            .group_by(line_filing.c.rule)
        )
        return {row.rule: RuleUse(row.hits, int(row.overruled)) for row in rows}


class SqlLineQuestions:
    """Fulfils services.review.review_ports.LineQuestions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, question: LineQuestion) -> LineQuestion:
        """Keep a question; its id is given here."""
        number = self._connection.scalar(
            insert(line_question)
            .values(
                line_id=question.line_id,
                asked_by=question.asked_by,
                asked_of=question.asked_of,
                asked_at=question.asked_at,
            )
            .returning(line_question.c.id)
        )
        return replace(question, id=number or 0)

    def find(self, question_id: int) -> LineQuestion | None:
        """Give a question."""
        row = self._connection.execute(
            select(line_question).where(line_question.c.id == question_id)
        ).one_or_none()
        return None if row is None else _question(row)

    def answer(self, question_id: int, text: str, at: dt.datetime) -> LineQuestion | None:
        """Keep an answer; None when it was answered before, or never asked."""
        row = self._connection.execute(
            update(line_question)
            .where(line_question.c.id == question_id, line_question.c.answered_at.is_(None))
            .values(answer=text, answered_at=at)
            .returning(line_question)
        ).one_or_none()
        return None if row is None else _question(row)

    def of_lines(self, line_ids: Collection[int]) -> tuple[LineQuestion, ...]:
        """Give what was asked about some lines, the oldest first."""
        return tuple(
            _question(row)
            for some in portions(line_ids)
            for row in self._connection.execute(
                select(line_question)
                .where(line_question.c.line_id.in_(some))
                .order_by(line_question.c.id)
            )
        )


class SqlLineChecks:
    """Fulfils services.review.review_ports.LineChecks."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def put(self, checks: Collection[LineCheck]) -> None:
        """Keep that lines are shown."""
        if checks:
            rows = [
                {"line_id": each.line_id, "put_on": each.put_on, "filed_as": each.filed_as}
                for each in checks
            ]
            self._connection.execute(insert(line_check), rows)

    def find(self, line_id: int) -> LineCheck | None:
        """Give the check of a line."""
        row = self._connection.execute(
            select(line_check).where(line_check.c.line_id == line_id)
        ).one_or_none()
        return None if row is None else _check(row)

    def last_put_on(self) -> dt.date | None:
        """Give the last day on which any was put."""
        last: dt.date | None = self._connection.scalar(select(func.max(line_check.c.put_on)))
        return last

    def unchecked(self, since: dt.date) -> tuple[int, ...]:
        """Give lines booked since a day that were filed alone and never shown, by line."""
        rows = self._connection.execute(
            select(line_filing.c.line_id)
            .join(bank_line, bank_line.c.id == line_filing.c.line_id)
            .outerjoin(line_check, line_check.c.line_id == line_filing.c.line_id)
            .where(
                line_filing.c.state == FilingState.FILED.value,
                line_filing.c.is_auto.is_(True),
                bank_line.c.booked_on >= since,
                line_check.c.line_id.is_(None),
            )
            .order_by(line_filing.c.line_id)
        )
        return tuple(row.line_id for row in rows)

    def open(self) -> tuple[LineCheck, ...]:
        """Give the checks that nobody has answered."""
        wanted = select(line_check).where(line_check.c.decided.is_(None))
        rows = self._connection.execute(wanted.order_by(line_check.c.put_on, line_check.c.line_id))
        return tuple(_check(row) for row in rows)

    def decide(self, line_id: int, decided: str, cause: Cause) -> bool:
        """Keep an answer; False when there is one already."""
        done = self._connection.execute(
            update(line_check)
            .where(line_check.c.line_id == line_id, line_check.c.decided.is_(None))
            .values(decided=decided, decided_by=cause.actor, decided_at=cause.at)
        )
        if not done.rowcount:
            return False
        self._head.append([Change("check_line", f"bank_line:{line_id}", {"as": decided})], cause)
        return True

    def tally(self, since: dt.date) -> tuple[int, int]:
        """Give how many answered checks put since a day were right, and how many there are."""
        is_right = line_check.c.decided == line_check.c.filed_as
        row = self._connection.execute(
            select(
                func.coalesce(func.sum(case((is_right, 1), else_=0)), 0).label("right"),
                func.count().label("answered"),
            ).where(line_check.c.put_on >= since, line_check.c.decided.is_not(None))
        ).one()
        return int(row.right), row.answered


class SqlFilingCaps:
    """Fulfils services.review.review_ports.FilingCaps."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, currency: str, cap: Money | None) -> None:
        """Keep a cap in place of the one before; None is no cap."""
        self._connection.execute(delete(filing_cap).where(filing_cap.c.currency == currency))
        if cap is not None:
            self._connection.execute(insert(filing_cap).values(currency=currency, minor=cap.minor))

    def all(self) -> tuple[Money, ...]:
        """Give the caps."""
        rows = self._connection.execute(select(filing_cap).order_by(filing_cap.c.currency))
        return tuple(Money(row.minor, row.currency) for row in rows)


def _rule(row: AnyRow) -> LineRule:
    rule = replace(rule_from_json(row.rule), name=f"own-{row.id}")
    return LineRule(row.id, rule, row.made_by, row.made_at, row.removed_at)


def _question(row: AnyRow) -> LineQuestion:
    return LineQuestion(
        row.id,
        row.line_id,
        row.asked_by,
        row.asked_of,
        row.asked_at,
        row.answer,
        row.answered_at,
    )


def _check(row: AnyRow) -> LineCheck:
    return LineCheck(row.line_id, row.put_on, row.filed_as, row.decided)
