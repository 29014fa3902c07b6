"""The books on each database: what is added is found again, and nothing else happens."""

import asyncio
import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.exc import DBAPIError

from ledger.accounts import Account, AccountType
from ledger.cash import CashCategory, CashDirection
from ledger.errors import UnknownAccountError
from ledger.journal import Origin, reversal_of
from ledger.money import Money
from services.messages import Button, OutgoingMessage
from services.people import Role
from services.ports import Books, Database
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, account, hire, lay, paid, record


@pytest.fixture
async def books_at(database: Database) -> Database:
    await database.write(lay)
    return database


async def test_an_entry_is_found_again_as_it_was(books_at: Database) -> None:
    posted = (await books_at.write(lambda books: books.journal.add([paid("1")], SYSTEM)))[0]
    assert posted.number == 1
    assert await books_at.read(lambda books: books.journal.find(1)) == posted
    assert await books_at.read(lambda books: books.journal.of_origin("test", "1")) == (posted,)
    assert await books_at.read(lambda books: books.journal.find(2)) is None


async def test_entries_are_numbered_without_gaps_by_many_writers(books_at: Database) -> None:
    async def post(name: int) -> int:
        added = await books_at.write(lambda books: books.journal.add([paid(str(name))], SYSTEM))
        return added[0].number

    numbers = await asyncio.gather(*(post(name) for name in range(12)))
    assert sorted(numbers) == list(range(1, 13))
    assert await books_at.read(lambda books: tuple(books.verification.run())) == ()


async def test_the_same_event_counts_once(books_at: Database) -> None:
    await books_at.write(lambda books: books.journal.add([paid("1")], SYSTEM))
    with pytest.raises(DBAPIError):
        await books_at.write(lambda books: books.journal.add([paid("1")], SYSTEM))
    assert await books_at.read(lambda books: books.journal.count()) == 1
    assert await books_at.read(lambda books: tuple(books.verification.run())) == ()


async def test_a_use_case_that_fails_leaves_nothing(books_at: Database) -> None:
    def fail_after_posting(books: Books) -> None:
        books.accounts.add(Account("asset.gold", "9", AccountType.ASSET, {}))
        books.journal.add([paid("1")], SYSTEM)
        raise KeyError("on purpose")

    with pytest.raises(KeyError):
        await books_at.write(fail_after_posting)
    assert await books_at.read(lambda books: books.journal.count()) == 0
    assert await books_at.read(lambda books: "asset.gold" in books.accounts.chart()) is False
    assert await books_at.read(lambda books: books.audit.about("entry:1")) == ()


async def test_balances_are_kept_as_entries_arrive(books_at: Database) -> None:
    earlier = paid("0", 90_000, direction=CashDirection.IN, category=CashCategory.SALE_CASH,
                   booked_on=DAY - dt.timedelta(days=1))  # fmt: skip
    foreign = paid("2", 700, currency="USD", direction=CashDirection.IN,
                   category=CashCategory.OTHER_INCOME)  # fmt: skip
    await books_at.write(
        lambda books: books.journal.add([earlier, paid("1", 25_000), foreign], SYSTEM)
    )
    of = await books_at.read(
        lambda books: (books.balances.of("till.1", "UAH"), books.balances.of("till.1", "USD"))
    )
    assert of == (Money(65_000, "UAH"), Money(700, "USD"))
    opening = await books_at.read(lambda books: books.balances.before(DAY, ["till.1"]))
    assert [row.balance for row in opening] == [Money(90_000, "UAH")]
    rows = await books_at.read(lambda books: books.balances.trial_balance())
    assert sum(row.debit_minor - row.credit_minor for row in rows) == 0


async def test_a_reversal_restores_the_balance_and_can_be_made_once(books_at: Database) -> None:
    posted = (await books_at.write(lambda books: books.journal.add([paid("1")], SYSTEM)))[0]

    def take_back(books: Books, name: str) -> None:
        books.journal.add(
            [reversal_of(posted, booked_on=DAY, occurred_at=NOW,
                         origin=Origin("reversal", name), narration="back")], SYSTEM
        )  # fmt: skip

    await books_at.write(lambda books: take_back(books, "1"))
    assert await books_at.read(lambda books: books.balances.of("till.1", "UAH").minor) == 0
    found = await books_at.read(lambda books: books.journal.find(1))
    assert found is not None
    assert found.reversed_by == 2
    with pytest.raises(DBAPIError):
        await books_at.write(lambda books: take_back(books, "again"))


async def test_an_unknown_account_is_named(database: Database) -> None:
    await database.write(lambda books: books.accounts.add(account("expense.delivery", "9")))
    with pytest.raises(UnknownAccountError, match="till"):
        await database.write(lambda books: books.journal.add([paid("1")], SYSTEM))


async def test_a_record_that_comes_again_is_received_once(books_at: Database) -> None:
    first = await books_at.write(
        lambda books: books.inbox.receive([record(1), record(2), record(1)], NOW)
    )
    again = await books_at.write(lambda books: books.inbox.receive([record(2), record(3)], NOW))
    assert [item.attempts for item in first] == [0, 0]
    assert [item.payload for item in again] == [record(3).payload]
    pending = await books_at.read(lambda books: books.inbox.pending())
    assert [item.payload for item in pending] == [record(n).payload for n in (1, 2, 3)]


async def test_an_update_number_with_other_content_is_a_new_version(books_at: Database) -> None:
    await books_at.write(lambda books: books.inbox.receive([record(1, "a")], NOW))
    fresh = await books_at.write(lambda books: books.inbox.receive([record(1, "b")], NOW))
    assert len(fresh) == 1


async def test_handled_and_quarantined_records_are_not_pending(books_at: Database) -> None:
    items = await books_at.write(
        lambda books: books.inbox.receive([record(1), record(2), record(3)], NOW)
    )
    await books_at.write(lambda books: books.inbox.done(items[0].raw_record_id, NOW))
    await books_at.write(
        lambda books: books.inbox.failed(items[1].raw_record_id, reason="odd", is_final=True)
    )
    await books_at.write(
        lambda books: books.inbox.failed(items[2].raw_record_id, reason="later", is_final=False)
    )
    pending = await books_at.read(lambda books: books.inbox.pending())
    assert [(item.raw_record_id, item.attempts) for item in pending] == [
        (items[2].raw_record_id, 1)
    ]
    quarantined = await books_at.read(lambda books: books.inbox.quarantined())
    assert [reason for _, reason in quarantined] == ["odd"]


async def test_a_waiting_message_survives_and_is_sent_once(books_at: Database) -> None:
    message = OutgoingMessage(
        7, "<b>hi</b> \x00", ((Button("Undo", data="u:1"),),), picture=b"\x89PNG", reply_to=5,
        dedupe_key="k", is_silent=True,
    )  # fmt: skip
    queued = await books_at.write(lambda books: books.outbox.add([message, message], SYSTEM))
    assert len(queued) == 1
    assert await books_at.write(lambda books: books.outbox.add([message], SYSTEM)) == ()
    waiting = await books_at.read(lambda books: books.outbox.waiting())
    assert waiting[0].message == message
    await books_at.write(lambda books: books.outbox.sent([(queued[0].id, 77)], NOW))
    assert await books_at.read(lambda books: books.outbox.waiting()) == ()
    later = NOW + dt.timedelta(days=1)
    assert await books_at.write(lambda books: books.outbox.drop_old_pictures(later)) == 1


async def test_people_invitations_and_expectations_are_kept(books_at: Database) -> None:
    person = await books_at.write(lambda books: hire(books, Role.DIRECTOR))
    assert await books_at.read(lambda books: books.people.by_telegram_id(100)) == person
    await books_at.write(lambda books: books.expectations.expect(person.id, "set-up:name"))
    assert await books_at.read(lambda books: books.expectations.of(person.id)) == "set-up:name"
    invitation = await books_at.write(
        lambda books: books.invitations.add(
            digest="d" * 64, role=Role.CASHIER, invited_by=person.id,
            expires_at=NOW + dt.timedelta(hours=1),
        )
    )  # fmt: skip
    assert invitation.is_good(NOW)
    await books_at.write(lambda books: books.invitations.use(invitation, person))
    found = await books_at.read(lambda books: books.invitations.by_digest("d" * 64))
    assert found is not None
    assert not found.is_good(NOW)


async def test_a_group_is_followed_to_its_new_id_with_what_waits(books_at: Database) -> None:
    await books_at.write(lambda books: books.chats.make_leadership(-5, "Leaders"))
    await books_at.write(lambda books: books.outbox.add([OutgoingMessage(-5, "hi")], SYSTEM))
    assert await books_at.write(
        lambda books: books.chats.follow_upgrade(old_chat_id=-5, new_chat_id=-1005)
    )
    assert await books_at.read(lambda books: books.chats.leadership()) == -1005
    waiting = await books_at.read(lambda books: books.outbox.waiting())
    assert [queued.message.chat_id for queued in waiting] == [-1005]


async def test_a_stranger_is_greeted_once(books_at: Database) -> None:
    assert await books_at.write(lambda books: books.chats.greet_stranger(9, NOW))
    assert not await books_at.write(lambda books: books.chats.greet_stranger(9, NOW))


async def test_a_unit_that_fails_among_many_takes_back_only_itself(books_at: Database) -> None:
    def unit(number: int) -> Callable[[Books], int]:
        def post(books: Books) -> int:
            posted = books.journal.add([paid(str(number))], SYSTEM)[0]
            if number % 3 == 0:
                raise KeyError(number)
            return posted.number

        return post

    outcomes = await asyncio.gather(
        *(books_at.write(unit(number)) for number in range(30)), return_exceptions=True
    )
    kept = [outcome for outcome in outcomes if isinstance(outcome, int)]
    assert sorted(kept) == list(range(1, 21))
    assert sum(isinstance(outcome, KeyError) for outcome in outcomes) == 10
    assert await books_at.read(lambda books: tuple(books.verification.run())) == ()


async def test_a_unit_whose_caller_left_is_still_whole(books_at: Database) -> None:
    task = asyncio.create_task(
        books_at.write(lambda books: books.journal.add([paid("1")], SYSTEM))
    )
    await asyncio.sleep(0)
    task.cancel()
    await books_at.write(lambda books: books.journal.add([paid("2")], SYSTEM))
    assert await books_at.read(lambda books: tuple(books.verification.run())) == ()
