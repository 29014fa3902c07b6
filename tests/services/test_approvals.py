"""Payouts above a limit: what waits, who may decide, what is posted and when."""

import datetime as dt
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError

from ledger.cash import CashCategory, CashDirection
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.reading import CashDraft, Correction, Missing, NotAnEntry, Unclear, Understood
from services.approvals.approvals import (
    LASTS,
    Approval,
    ApprovalState,
    Refusal,
    Withdrawal,
    is_same_human,
)
from services.approvals.decide_approval import (
    Approved,
    Refused,
    Settled,
    approve,
    expire_approvals,
    refuse,
)
from services.approvals.delegate_approval import Delegated, delegate_approval, deputies
from services.approvals.discuss_approval import Said, answer_about_approval, ask_about_approval
from services.approvals.payout_limits import PayoutLimit
from services.approvals.see_approvals import see_approvals
from services.approvals.set_limit import set_limit
from services.approvals.withdraw_approval import Withdrawn, withdraw_approval
from services.cash.answer_draft import CategoryAnswer, GivenAnswer, answer_draft
from services.cash.record_cash import ask_about, record_cash
from services.cash.take_message import Heard, take_message
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    EntryUndone,
    NotAllowed,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.closing.close_period import close_period
from services.corrections.amend_cash import amend_cash
from services.corrections.change_entry import change_entry
from services.corrections.correct_cash import NeedsContext
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.team.manage_team import change_role
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, SHOP, lay, lexicon, record


def uah(whole: int) -> Money:
    return Money(whole * 100, "UAH")


def out(whole: int, category: CashCategory = CashCategory.DELIVERY, **more: object) -> CashDraft:
    draft = CashDraft(uah(whole), CashDirection.OUT, category, DAY)
    return replace(draft, **more)  # type: ignore[arg-type] # a test's shorthand


class Play:
    """A shop with one of each, whose cashier may pay out 5000 at once and 20000 a day."""

    def __init__(self, books: Books) -> None:
        lay(books)
        self.books, self.at = books, NOW
        self._updates = itertools.count(1)
        self.cashier, self.accountant, self.director, self.owner = (
            books.people.add(Newcomer(number, name, "en"), role, NOW)
            for number, (name, role) in enumerate(zip("CADO", Role, strict=True), start=11)
        )
        self.limit(per_payout=5_000, per_day=20_000)

    def limit(
        self,
        role: Role = Role.CASHIER,
        *,
        per_payout: int | None = None,
        per_day: int | None = None,
    ) -> None:
        once, daily = (None if each is None else uah(each) for each in (per_payout, per_day))
        self.books.limits.put(PayoutLimit(role, "UAH", once, daily))

    def cause(self, person: Person) -> Cause:
        item = self.books.inbox.receive([record(next(self._updates))], self.at)[0]
        return Cause(person.actor, item.raw_record_id, self.at)

    def typed(self, message_id: int, person: Person | None = None) -> TypedCash:
        return TypedCash(person or self.cashier, 7, message_id, "gave it away", self.at)

    def say(
        self, message_id: int, *drafts: CashDraft, person: Person | None = None
    ) -> CashRecorded:
        typed = self.typed(message_id, person)
        return record_cash(self.books, typed, drafts, self.cause(typed.person))

    def wait(self, message_id: int = 1, whole: int = 9_000) -> Approval:
        (waiting,) = self.say(message_id, out(whole)).waits
        return waiting

    def edit(self, message_id: int, *drafts: CashDraft) -> object:
        reading = Understood(drafts)
        return amend_cash(self.books, self.typed(message_id), reading, self.cause(self.cashier))

    def approve(self, approval: Approval, person: Person | None = None) -> object:
        by = person or self.director
        return approve(self.books, approval.id, by, self.cause(by))

    def now(self, approval: Approval) -> Approval:
        found = self.books.approvals.find(approval.id)
        assert found is not None
        return found

    def correct(self, message_id: int, change: CashDraft, *, cancels: bool = False) -> object:
        reading = Correction(change, is_cancelled=cancels)
        heard = Heard(reading, None, None)
        typed = self.typed(message_id)
        return take_message(self.books, typed, heard, lexicon(), self.cause(self.cashier))

    def standing(self) -> list[PostedEntry]:
        every = self.books.journal.all()
        return [each for each in every if not each.reversed_by and not each.entry.reverses]

    def till(self) -> Money:
        return self.books.balances.of("till.1", "UAH")


Stage = Callable[[Callable[[Play], None]], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    """Give a way to play, with the books proved at the end."""

    async def run(act: Callable[[Play], None]) -> None:
        await database.write(lambda books: act(Play(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_what_is_above_the_limit_waits_and_is_posted_as_the_askers_when_approved(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()
        assert play.till() == uah(0)
        play.at += dt.timedelta(hours=1)
        done = play.approve(waiting)
        assert isinstance(done, Approved)
        (posted,) = done.recorded.posted
        assert posted.decided_by == play.cashier.actor
        assert posted.raw_record_id == waiting.raw_record_id
        assert posted.entry.origin.external_id == "7/1"
        assert posted.entry.occurred_at == NOW
        assert posted.recorded_at == play.at
        assert (done.approval.decided_by, done.approval.entry_number) == (play.director.id, 1)
        told = play.books.audit.about(waiting.subject)
        assert [(each.cause, each.actor) for each in told] == [
            ("ask_approval", play.cashier.actor),
            ("approve_payout", play.director.actor),
        ]
        assert play.till() == uah(-9_000)

    await stage(act)


async def test_the_limit_itself_and_what_is_no_payout_are_filed(stage: Stage) -> None:
    def act(play: Play) -> None:
        assert not play.say(1, out(5_000)).waits
        assert not play.say(2, out(90_000, CashCategory.BANK_DEPOSIT)).waits
        assert not play.say(3, out(90_000, CashCategory.DESK_TRANSFER)).waits
        sale = out(90_000, CashCategory.SALE_CASH, direction=CashDirection.IN)
        assert not play.say(4, sale).waits
        assert not play.say(5, out(1, amount=Money(900_000, "USD"))).waits
        assert not play.say(6, out(90_000), person=play.owner).waits
        play.limit(per_payout=0)
        assert play.say(7, out(1)).waits

    await stage(act)


async def test_the_sum_of_a_day_counts_what_stands_of_that_person_that_day(stage: Stage) -> None:
    def act(play: Play) -> None:
        for number in range(1, 5):
            assert not play.say(number, out(4_500)).waits
        play.say(5, out(4_500), person=play.owner)
        play.say(6, out(4_500, booked_on=DAY - dt.timedelta(days=1)))
        play.say(7, out(4_500, CashCategory.BANK_DEPOSIT))
        assert not play.say(8, out(2_000)).waits
        assert play.say(9, out(1)).waits
        undone = undo_entry(play.books, 1, play.cashier, play.cause(play.cashier))
        assert isinstance(undone, EntryUndone)
        assert not play.say(10, out(4_500)).waits
        assert play.say(11, out(1)).waits

    await stage(act)


async def test_what_came_late_counts_for_the_day_it_was_told_of(stage: Stage) -> None:
    def act(play: Play) -> None:
        for number in range(1, 4):
            play.say(number, out(4_500))
        play.at += dt.timedelta(hours=20)
        close_period(play.books, DAY, play.owner, play.cause(play.owner))
        late = play.say(4, out(4_500))
        assert late.posted[0].entry.belongs_on == DAY
        assert play.say(5, out(4_500)).waits
        today = DAY + dt.timedelta(days=1)
        for number in range(6, 10):
            assert not play.say(number, out(4_500, booked_on=today)).waits
        assert play.say(10, out(4_500, booked_on=today)).waits

    await stage(act)


async def test_a_payout_is_of_the_shops_day_on_which_it_was_sent(stage: Stage) -> None:
    def act(play: Play) -> None:
        midnight = dt.datetime.combine(DAY + dt.timedelta(days=1), dt.time(), ZoneInfo(SHOP.zone))
        before, after = (midnight + dt.timedelta(minutes=by) for by in (-10, 10))
        play.at = after.astimezone(dt.UTC)
        today = out(4_500, booked_on=None)
        for number in range(1, 5):
            typed = replace(play.typed(number), told_at=before)
            assert not record_cash(play.books, typed, [today], play.cause(play.cashier)).waits
        assert play.books.limits.paid_out(play.cashier.actor, DAY, "UAH") == uah(18_000)
        assert not play.say(5, today).waits
        typed = replace(play.typed(6), told_at=before)
        assert record_cash(play.books, typed, [today], play.cause(play.cashier)).waits

    await stage(act)


async def test_of_several_operations_each_is_weighed_and_the_days_sum_grows_along(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        play.limit(per_payout=5_000, per_day=9_000)
        filed = play.say(1, out(4_000), out(6_000), out(4_500), out(1_000))
        assert [each.origin.external_id for each in filed.waits] == ["7/1#2", "7/1#4"]
        assert [each.entry.origin.external_id for each in filed.posted] == ["7/1", "7/1#3"]
        more = play.say(2, out(100), out(300), out(500), out(100))
        assert [each.origin.external_id for each in more.waits] == ["7/2#3"]
        assert play.till() == uah(-9_000)

    await stage(act)


async def test_a_message_that_comes_again_asks_once(stage: Stage) -> None:
    def act(play: Play) -> None:
        first = play.say(1, out(9_000), out(100))
        again = play.say(1, out(9_000), out(100))
        assert again.waits == first.waits
        assert again.posted == first.posted
        play.approve(first.waits[0])
        third = play.say(1, out(9_000), out(100))
        assert not third.waits
        assert len(play.standing()) == 2

    await stage(act)


async def test_an_answered_draft_waits_too(stage: Stage) -> None:
    def act(play: Play) -> None:
        unclear = Unclear((replace(out(9_000), category=None),), (Missing.CATEGORY,))
        cause = play.cause(play.cashier)
        asked = ask_about(play.books, play.typed(1), unclear, cause)
        assert isinstance(asked, CashAsked)
        given = GivenAnswer(asked.draft.id, 1, CategoryAnswer(CashCategory.RENT))
        filed = answer_draft(play.books, given, play.cashier, lexicon(), cause)
        assert isinstance(filed, CashRecorded)
        (waiting,) = filed.waits
        assert not filed.posted
        assert waiting.draft.category is CashCategory.RENT
        assert isinstance(play.approve(waiting), Approved)
        assert play.till() == uah(-9_000)

    await stage(act)


async def test_who_asked_never_approves_by_any_way(stage: Stage) -> None:
    def act(play: Play) -> None:
        play.limit(Role.DIRECTOR, per_payout=5_000)
        waiting = play.wait()
        assert play.approve(waiting, play.cashier) == NotAllowed()
        cause = play.cause(play.owner)
        promoted = change_role(play.books, play.owner, play.cashier.id, Role.OWNER, cause)
        assert isinstance(promoted, Person)
        assert play.approve(waiting, promoted) == NotAllowed()
        to_him = delegate_approval(play.books, waiting.id, promoted.id, play.owner, cause)
        assert to_him == NotAllowed()
        (own,) = play.say(2, out(9_000), person=play.director).waits
        assert play.approve(own, play.director) == NotAllowed()
        refused = refuse(play.books, own.id, "x", play.director, cause)
        assert refused == NotAllowed()
        assert isinstance(play.approve(own, play.owner), Approved)
        assert play.approve(waiting, play.accountant) == NotAllowed()

    await stage(act)


async def test_a_second_account_of_the_same_human_approves_nothing(stage: Stage) -> None:
    def act(play: Play) -> None:
        olha = play.books.people.add(Newcomer(31, "Olha Koval", "en"), Role.CASHIER, NOW)
        again = play.books.people.add(Newcomer(32, "koval  OLHA", "en"), Role.OWNER, NOW)
        (waiting,) = play.say(1, out(9_000), person=olha).waits
        assert play.approve(waiting, again) == NotAllowed()
        cause = play.cause(play.owner)
        assert again not in deputies(play.books, waiting, play.owner)
        handed = delegate_approval(play.books, waiting.id, again.id, play.owner, cause)
        assert handed == NotAllowed()
        one_word = replace(olha, id=5, telegram_id=5, name="Olha")
        assert not is_same_human(one_word, replace(one_word, id=6, telegram_id=6))

    await stage(act)


async def test_the_table_refuses_that_who_asked_decides(database: Database) -> None:
    waiting = await database.write(lambda books: Play(books).wait())
    own = replace(
        waiting,
        state=ApprovalState.REFUSED,
        decided_by=waiting.asked_by,
        decided_at=NOW,
    )
    for change in (own, replace(waiting, delegated_to=waiting.asked_by)):
        with pytest.raises(IntegrityError):
            await database.write(lambda books, change=change: books.approvals.change(change))  # type: ignore[misc] # a test's shorthand


async def test_two_approvers_at_once_post_it_once(stage: Stage) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()
        assert isinstance(play.approve(waiting), Approved)
        late = play.approve(waiting, play.owner)
        assert isinstance(late, Settled)
        assert late.approval.decided_by == play.director.id
        assert len(play.standing()) == 1
        no = refuse(play.books, waiting.id, "x", play.owner, play.cause(play.owner))
        assert isinstance(no, Settled)

    await stage(act)


async def test_a_refusal_keeps_its_reason_and_posts_nothing(stage: Stage) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()
        cause = play.cause(play.director)
        outcome = refuse(play.books, waiting.id, Refusal.TOO_MUCH, play.director, cause)
        assert isinstance(outcome, Refused)
        assert outcome.approval.reason == "too_much"
        assert isinstance(play.approve(waiting), Settled)
        assert play.standing() == []

    await stage(act)


async def test_a_deputy_of_any_role_decides_this_one_only_and_passes_nothing_on(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        first, second = play.wait(1), play.wait(2, 8_000)
        cause = play.cause(play.director)
        people = deputies(play.books, first, play.director)
        assert {each.id for each in people} == {play.accountant.id, play.owner.id}
        handed = delegate_approval(play.books, first.id, play.accountant.id, play.director, cause)
        assert isinstance(handed, Delegated)
        on = delegate_approval(play.books, first.id, play.owner.id, play.accountant, cause)
        assert on == NotAllowed()
        assert play.approve(second, play.accountant) == NotAllowed()
        seen = see_approvals(play.books, play.accountant).waiting
        assert [each.id for each in seen] == [first.id]
        assert isinstance(play.approve(first, play.accountant), Approved)

    await stage(act)


async def test_a_deputy_who_was_let_go_decides_no_more(stage: Stage) -> None:
    def act(play: Play) -> None:
        waiting, cause = play.wait(), play.cause(play.director)
        delegate_approval(play.books, waiting.id, play.accountant.id, play.director, cause)
        gone = replace(play.accountant, is_active=False)
        play.books.people.change(gone)
        assert play.approve(waiting, gone) == NotAllowed()
        delegate_approval(play.books, waiting.id, play.owner.id, play.director, cause)
        play.books.people.change(play.accountant)
        assert play.approve(waiting, play.accountant) == NotAllowed()

    await stage(act)


async def test_it_lapses_after_a_day_by_the_clock_or_by_a_late_tap(stage: Stage) -> None:
    def act(play: Play) -> None:
        first, second, third = play.wait(1), play.wait(2), play.wait(3)
        play.at += LASTS - dt.timedelta(seconds=1)
        assert expire_approvals(play.books, play.cause(play.owner)) == ()
        assert isinstance(play.approve(third), Approved)
        play.at += dt.timedelta(seconds=1)
        late = play.approve(first)
        assert isinstance(late, Settled)
        assert late.approval.state is ApprovalState.EXPIRED
        system = Cause("system:expire_approvals", None, play.at)
        (lapsed,) = expire_approvals(play.books, system)
        assert lapsed.id == second.id
        assert expire_approvals(play.books, system) == ()
        assert len(play.standing()) == 1

    await stage(act)


async def test_only_who_asked_withdraws(stage: Stage) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()

        def withdraw(person: Person) -> object:
            why = Withdrawal.NOT_CASH
            return withdraw_approval(play.books, waiting.id, why, person, play.cause(person))

        assert withdraw(play.owner) == NotAllowed()
        assert isinstance(withdraw(play.cashier), Withdrawn)
        assert isinstance(withdraw(play.cashier), Settled)
        assert isinstance(play.approve(waiting), Settled)
        assert play.standing() == []

    await stage(act)


async def test_an_edit_replaces_what_waits(stage: Stage) -> None:
    def act(play: Play) -> None:
        first = play.wait()
        same = play.edit(1, out(9_000))
        assert isinstance(same, CashRecorded)
        assert [each.id for each in same.waits] == [first.id]
        larger = play.edit(1, out(9_500))
        assert isinstance(larger, CashRecorded)
        (second,) = larger.waits
        assert play.now(first).reason == Withdrawal.REPLACED
        assert isinstance(play.approve(first), Settled)
        small = play.edit(1, out(4_000))
        assert isinstance(small, CashRecorded)
        assert not small.waits
        assert play.now(second).state is ApprovalState.WITHDRAWN
        assert isinstance(play.approve(second), Settled)
        assert play.till() == uah(-4_000)

    await stage(act)


async def test_an_edit_that_becomes_a_question_withdraws_what_waits(stage: Stage) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()
        unclear = Unclear((replace(out(9_000), category=None),), (Missing.CATEGORY,))
        cause = play.cause(play.cashier)
        assert isinstance(amend_cash(play.books, play.typed(1), unclear, cause), CashAsked)
        assert play.now(waiting).state is ApprovalState.WITHDRAWN
        kept = play.wait(2)
        talk = amend_cash(play.books, play.typed(2), NotAnEntry(), cause)
        assert talk == StaleAnswer()
        assert play.now(kept).state is ApprovalState.WAITING

    await stage(act)


async def test_an_edit_that_makes_a_payout_larger_leaves_the_old_one_until_it_is_approved(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        play.say(1, out(4_000), out(100))
        amended = play.edit(1, out(9_000), out(200))
        assert isinstance(amended, CashAmended)
        (waiting,) = amended.recorded.waits
        assert waiting.replaces == 1
        assert play.till() == uah(-4_200)
        done = play.approve(waiting)
        assert isinstance(done, Approved)
        (posted,) = done.recorded.posted
        assert (posted.entry.replaces, posted.entry.origin.version) == (1, 2)
        assert play.till() == uah(-9_200)
        back = play.edit(1, out(9_000), out(200))
        assert back == StaleAnswer()

    await stage(act)


async def test_an_edit_back_to_what_stands_withdraws_what_waits(stage: Stage) -> None:
    def act(play: Play) -> None:
        play.say(1, out(4_000))
        amended = play.edit(1, out(9_000))
        assert isinstance(amended, CashAmended)
        (waiting,) = amended.recorded.waits
        assert play.edit(1, out(4_000)) == StaleAnswer()
        assert play.now(waiting).state is ApprovalState.WITHDRAWN
        assert play.till() == uah(-4_000)

    await stage(act)


async def test_a_payout_changed_by_buttons_waits_when_it_grows_and_only_then(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        play.say(1, out(4_000))

        def change(number: int, value: Money | str) -> object:
            typed, cause = play.typed(50), play.cause(play.cashier)
            return change_entry(play.books, typed, number, value, lexicon(), cause)

        amended = change(1, uah(9_000))
        assert isinstance(amended, CashAmended)
        (waiting,) = amended.recorded.waits
        assert amended.before == ()
        assert play.till() == uah(-4_000)
        assert isinstance(play.approve(waiting), Approved)
        assert play.till() == uah(-9_000)
        named = change(3, "Petro")
        assert isinstance(named, CashAmended)
        assert not named.recorded.waits
        smaller = change(5, uah(8_000))
        assert isinstance(smaller, CashAmended)
        assert not smaller.recorded.waits

    await stage(act)


async def test_what_was_to_change_an_entry_is_overtaken_when_it_changes_otherwise(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        play.say(1, out(4_000))
        for undone in (False, True):
            last = play.standing()[-1].number
            cause = play.cause(play.cashier)
            amended = change_entry(play.books, play.typed(50), last, uah(9_000), lexicon(), cause)
            assert isinstance(amended, CashAmended)
            (waiting,) = amended.recorded.waits
            if undone:
                undo_entry(play.books, last, play.cashier, cause)
            else:
                change_entry(play.books, play.typed(51), last, "Petro", lexicon(), cause)
            assert play.now(waiting).reason == Withdrawal.OVERTAKEN
            assert isinstance(play.approve(waiting), Settled)
        assert play.standing() == []

    await stage(act)


async def test_a_transfer_turned_into_a_payout_is_a_payout(stage: Stage) -> None:
    def act(play: Play) -> None:
        play.say(1, out(90_000, CashCategory.DESK_TRANSFER))
        typed, cause = play.typed(50), play.cause(play.cashier)
        turned = change_entry(play.books, typed, 1, CashCategory.SALARY, lexicon(), cause)
        assert isinstance(turned, CashAmended)
        assert turned.recorded.waits
        assert play.till() == uah(-90_000)

    await stage(act)


async def test_what_waits_is_put_right_in_words(stage: Stage) -> None:
    def act(play: Play) -> None:
        def amount(whole: int) -> CashDraft:
            return CashDraft(uah(whole), None, None, None)

        first = play.wait()
        larger = play.correct(2, amount(9_500))
        assert isinstance(larger, CashRecorded)
        (second,) = larger.waits
        assert play.now(first).state is ApprovalState.WITHDRAWN
        small = play.correct(3, amount(900))
        assert isinstance(small, CashRecorded)
        assert play.now(second).state is ApprovalState.WITHDRAWN
        assert play.till() == uah(-900)
        third = play.wait(4)
        assert isinstance(play.correct(5, amount(9_000)), NeedsContext)
        gone = play.correct(6, CashDraft(None, None, None, None), cancels=True)
        assert isinstance(gone, Withdrawn)
        assert play.now(third).reason == Withdrawal.BY_ASKER
        undone = play.correct(7, CashDraft(None, None, None, None), cancels=True)
        assert isinstance(undone, EntryUndone)

    await stage(act)


async def test_closed_days_are_no_hindrance_but_for_what_must_be_taken_back(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        waiting = play.wait(1)
        play.say(2, out(4_000))
        amended = play.edit(2, out(9_000))
        assert isinstance(amended, CashAmended)
        (larger,) = amended.recorded.waits
        play.at += dt.timedelta(hours=20)
        close_period(play.books, DAY, play.owner, play.cause(play.owner))
        done = play.approve(waiting)
        assert isinstance(done, Approved)
        entry = done.recorded.posted[0].entry
        assert (entry.booked_on, entry.belongs_on) == (DAY + dt.timedelta(days=1), DAY)
        assert play.approve(larger) == PeriodIsClosed(DAY)
        assert play.now(larger).state is ApprovalState.WAITING

    await stage(act)


async def test_questions_go_to_who_asked_and_answers_back_while_it_stays_open(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        waiting = play.wait()
        cause = play.cause(play.director)
        asked = ask_about_approval(play.books, waiting.id, "For what?", play.director, cause)
        assert isinstance(asked, Said)
        assert asked.to.id == play.cashier.id
        to = play.director.id
        answered = answer_about_approval(
            play.books, waiting.id, to, "The van", play.cashier, cause
        )
        assert isinstance(answered, Said)
        assert answered.to.id == play.director.id
        other = answer_about_approval(play.books, waiting.id, to, "x", play.accountant, cause)
        assert other == NotAllowed()
        nobody = ask_about_approval(play.books, waiting.id, "x", play.accountant, cause)
        assert nobody == NotAllowed()
        assert isinstance(play.approve(waiting), Approved)
        late = answer_about_approval(play.books, waiting.id, to, "x", play.cashier, cause)
        assert isinstance(late, Settled)

    await stage(act)


async def test_each_sees_what_concerns_him(stage: Stage) -> None:
    def act(play: Play) -> None:
        own = play.wait(1)
        (other,) = play.say(2, out(9_000), person=play.books.people.add(
            Newcomer(41, "B", "en"), Role.CASHIER, NOW)).waits  # fmt: skip
        assert [each.id for each in see_approvals(play.books, play.cashier).waiting] == [own.id]
        every = see_approvals(play.books, play.owner)
        assert [each.id for each in every.waiting] == [own.id, other.id]
        play.approve(own)
        assert [each.id for each in see_approvals(play.books, play.cashier).settled] == [own.id]
        assert see_approvals(play.books, play.accountant).settled == ()

    await stage(act)


async def test_limits_are_set_by_directors_below_them_and_by_owners_and_told_to_the_log(
    stage: Stage,
) -> None:
    def act(play: Play) -> None:
        def change(person: Person, role: Role, whole: int | None) -> object:
            limit = PayoutLimit(role, "UAH", None if whole is None else uah(whole))
            return set_limit(play.books, limit, person, play.cause(person))

        assert change(play.accountant, Role.CASHIER, 1) == NotAllowed()
        assert change(play.director, Role.DIRECTOR, 1) == NotAllowed()
        assert isinstance(change(play.director, Role.CASHIER, 100), PayoutLimit)
        assert isinstance(change(play.owner, Role.OWNER, 100), PayoutLimit)
        assert play.say(1, out(101)).waits
        assert play.say(2, out(101), person=play.owner).waits
        change(play.owner, Role.CASHIER, None)
        assert play.books.limits.of(Role.CASHIER, "UAH") is None
        assert not play.say(3, out(101)).waits
        (told, lifted) = play.books.audit.about("payout_limit:cashier:UAH")
        assert (told.actor, lifted.actor) == (play.director.actor, play.owner.actor)
        assert '"per_payout_minor":10000' in told.change.replace(" ", "")

    await stage(act)
