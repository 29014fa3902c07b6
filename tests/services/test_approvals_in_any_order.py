"""Payouts that wait under any sequence of what people do: one entry each, and only by another."""

import asyncio
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.approvals.approvals import Approval, ApprovalState, Withdrawal
from services.approvals.decide_approval import approve, expire_approvals, refuse
from services.approvals.delegate_approval import delegate_approval
from services.approvals.hold_payout import paid_by
from services.approvals.withdraw_approval import withdraw_approval
from services.corrections.undo_entry import undo_entry
from services.people import Person, Role
from services.ports import Books
from services.team.manage_team import change_role
from services.verify_books import verify_books
from storage.database import open_database
from tests.services.test_approvals import Play, out, uah
from tests.thorough import times

PEOPLE, MESSAGES = 4, 3
LIMIT = 3_000
whole = st.integers(1, 12).map(lambda number: number * 1_000)
people = st.integers(0, PEOPLE - 1)
numbers = st.integers(0, 2)
"""Counted back from the newest one."""
messages = st.integers(1, MESSAGES)
steps = st.one_of(
    st.tuples(st.just("say"), messages, whole),
    st.tuples(st.just("approve"), people, numbers),
    st.tuples(st.just("edit"), messages, whole),
    st.tuples(st.just("approve"), people, numbers),
    st.tuples(st.just("refuse"), people, numbers),
    st.tuples(st.just("delegate"), people, numbers, people),
    st.tuples(st.just("withdraw"), people, numbers),
    st.tuples(st.just("undo"), people, numbers),
    st.tuples(st.just("role"), people, st.sampled_from(list(Role))),
    st.tuples(st.just("role"), st.just(0), st.sampled_from([Role.DIRECTOR, Role.OWNER])),
    st.tuples(st.just("approve"), st.just(0), numbers),
    st.tuples(st.just("wait"), st.integers(1, 20)),
)


class AnyOrder:
    """Does one step after another, whoever it is told to be."""

    def __init__(self, play: Play) -> None:
        self.play = play

    def person(self, place: int) -> Person:
        return self.play.books.people.all()[place]

    def do(self, what: str, *how: object) -> None:
        getattr(self, f"_{what}")(*how)

    def _newest(self, back: int) -> int:
        found = [each.id for each in self.play.books.approvals.changed]
        return found[-1 - back % len(found)] if found else 0

    def _say(self, message: int, amount: int) -> None:
        self.play.say(message, out(amount), person=self.person(0))

    def _edit(self, message: int, amount: int) -> None:
        self.play.cashier = self.person(0)
        self.play.edit(message, out(amount))

    def _approve(self, place: int, number: int) -> None:
        by = self.person(place)
        approve(self.play.books, self._newest(number), by, self.play.cause(by))

    def _refuse(self, place: int, number: int) -> None:
        by = self.person(place)
        refuse(self.play.books, self._newest(number), "no", by, self.play.cause(by))

    def _delegate(self, place: int, number: int, to: int) -> None:
        by = self.person(place)
        deputy = self.person(to).id
        number = self._newest(number)
        delegate_approval(self.play.books, number, deputy, by, self.play.cause(by))

    def _withdraw(self, place: int, number: int) -> None:
        by, why = self.person(place), Withdrawal.BY_ASKER
        number = self._newest(number)
        withdraw_approval(self.play.books, number, why, by, self.play.cause(by))

    def _undo(self, place: int, number: int) -> None:
        by = self.person(place)
        undo_entry(
            self.play.books, self.play.books.journal.count() - number, by, self.play.cause(by)
        )

    def _role(self, place: int, role: Role) -> None:
        owner = self.person(3)
        change_role(self.play.books, owner, self.person(place).id, role, self.play.cause(owner))

    def _wait(self, hours: int) -> None:
        self.play.at += dt.timedelta(hours=hours)
        expire_approvals(self.play.books, self.play.cause(self.person(3)))

    def hold(self) -> None:
        """Check what must be so after every step."""
        books = self.play.books
        found = [books.approvals.find(number) for number in range(1, 40)]
        every = [each for each in found if each is not None]
        standing = {each.number: each for each in self.play.standing()}
        origins = [each.entry.origin.external_id for each in standing.values()]
        assert len(origins) == len(set(origins)), "one effective entry an event"
        for each in every:
            assert each.decided_by != each.asked_by
            assert each.delegated_to != each.asked_by
            assert (each.entry_number is not None) == (each.state is ApprovalState.APPROVED)
            self._is_posted_right(each)
        approved = {each.entry_number for each in every if each.state is ApprovalState.APPROVED}
        for number in standing:
            assert self._is_vouched_for(number, approved)

    def _is_vouched_for(self, number: int, approved: set[int | None]) -> bool:
        """Tell whether an entry is small, was approved, or is no larger than one that was."""
        posted = self.play.books.journal.find(number)
        assert posted is not None
        paid = paid_by(posted, "UAH")
        assert paid is not None
        if paid <= uah(LIMIT) or number in approved:
            return True
        before = self.play.books.journal.find(posted.entry.replaces or 0)
        was = paid_by(before, "UAH")
        is_no_larger = before is not None and was is not None and paid <= was
        return is_no_larger and self._is_vouched_for(posted.entry.replaces or 0, approved)

    def _is_posted_right(self, approval: Approval) -> None:
        if approval.entry_number is None:
            return
        posted = self.play.books.journal.find(approval.entry_number)
        assert posted is not None
        assert posted.decided_by == f"person:{approval.asked_by}"
        assert posted.decided_by != f"person:{approval.decided_by}"
        assert posted.entry.origin.external_id == approval.origin.external_id


class UndoneError(Exception):
    """Takes a played example back."""


def test_in_any_order_one_entry_each_and_only_by_another_persons_yes(sqlite_url: str) -> None:
    reached: set[ApprovalState] = set()

    def play_all(books: Books, played: list[tuple[object, ...]]) -> None:
        order = AnyOrder(Play(books))
        for role in Role:
            order.play.limit(role, per_payout=LIMIT, per_day=3 * LIMIT)
        for what, *how in played:
            order.do(str(what), *how)
            order.hold()
        reached.update(each.state for each in order.play.books.approvals.changed)
        books.flush()  # type: ignore[attr-defined] # only storage's own has it
        assert verify_books(books) == ()
        raise UndoneError

    with asyncio.Runner() as runner:
        database = runner.run(open_database(sqlite_url))

        @settings(max_examples=times(70, 350))
        @given(st.lists(steps, min_size=10, max_size=25))
        def any_order(played: list[tuple[object, ...]]) -> None:
            with pytest.raises(UndoneError):
                runner.run(database.write(lambda books: play_all(books, played)))

        any_order()
        runner.run(database.close())
    assert reached == set(ApprovalState)
