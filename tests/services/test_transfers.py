"""Cash between tills over real books: sent, received, refused, undone, amended, told twice."""

import datetime as dt
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Correction, Understood
from services.cash.record_cash import record_cash
from services.cash_types import CashAmended, CashRecorded, EntryUndone, NotAllowed, TypedCash
from services.corrections.amend_cash import amend_cash
from services.corrections.correct_cash import Corrected, correct_cash
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database, StorageError
from services.tills.settle_transfer import (
    Pressed,
    TransferMoved,
    choose_till,
    receive_transfer,
    refuse_transfer,
)
from services.tills.transfers import (
    KeptByTransfer,
    Transfer,
    TransferState,
    asked_about,
    may_settle,
)
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, account, hire, lay, lexicon, record

BETWEEN = "asset.cash_between_tills"


def moves(direction: CashDirection, minor: int = 500_000) -> CashDraft:
    return CashDraft(Money(minor, "UAH"), direction, CashCategory.DESK_TRANSFER, DAY)


OUT, IN = moves(CashDirection.OUT), moves(CashDirection.IN)


class Tills:
    """A shop with a till at the front and one in the warehouse, and who works there."""

    def __init__(self, books: Books) -> None:
        lay(books)
        self.books = books
        self._numbers = itertools.count(1)
        self.olha = self.at("till.1", Role.CASHIER, 100)
        self.natalka = self.at("till.2", Role.CASHIER, 101)
        self.director = hire(books, Role.DIRECTOR, 102)

    def at(self, till: str, role: Role, telegram_id: int) -> Person:
        person = replace(hire(self.books, role, telegram_id), till=till)
        self.books.people.change(person)
        return person

    def cause(self, person: Person) -> Cause:
        item = self.books.inbox.receive([record(next(self._numbers))], NOW)[0]
        return Cause(person.actor, item.raw_record_id, NOW)

    def typed(self, person: Person, message_id: int) -> TypedCash:
        return TypedCash(person, person.telegram_id, message_id, "moved 5000", NOW)

    def tells(self, person: Person, draft: CashDraft, message_id: int = 1) -> CashRecorded:
        typed = self.typed(person, message_id)
        return record_cash(self.books, typed, [draft], self.cause(person))

    def sends(self, draft: CashDraft = OUT, message_id: int = 1) -> Transfer:
        posted = self.tells(self.olha, draft, message_id).posted[0]
        sent = self.books.transfers.of_entry(posted.number)
        assert sent is not None
        return sent

    def gets(self, sent: Transfer, person: Person | None = None) -> object:
        by = person or self.natalka
        return receive_transfer(self.books, Pressed(sent.id, sent.revision), by, self.cause(by))

    def refuses(self, sent: Transfer) -> object:
        pressed = Pressed(sent.id, sent.revision)
        return refuse_transfer(self.books, pressed, self.natalka, self.cause(self.natalka))

    def undoes(self, number: int | None, person: Person) -> object:
        return undo_entry(self.books, number or 0, person, self.cause(person))

    def corrects(self, number: int, change: CashDraft) -> Corrected:
        posted = self.books.journal.find(number)
        assert posted is not None
        typed, said = self.typed(self.olha, 50), Correction(change)
        cause = self.cause(self.olha)
        return correct_cash(self.books, typed, said, lexicon(), cause, among=[posted])

    def now(self, transfer: Transfer) -> Transfer:
        found = self.books.transfers.find(transfer.id)
        assert found is not None
        return found

    def balances(self) -> tuple[int, int, int]:
        """Give the two tills and what is between them, in hryvnias."""
        of = self.books.balances.of
        first, second, between = (of(key, "UAH") for key in ("till.1", "till.2", BETWEEN))
        return first.minor // 100, second.minor // 100, between.minor // 100

    def on_the_way(self) -> list[int]:
        return [each.amount.minor // 100 for each in self.books.transfers.on_the_way()]


Play = Callable[[Tills], None]
Stage = Callable[[Play], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    """Give a way to play between two tills, with the books proved at the end."""

    async def run(play: Play) -> None:
        await database.write(lambda books: play(Tills(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_what_leaves_one_till_of_two_is_on_its_way_to_the_other(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        assert (sent.from_till, sent.to_till, sent.state) == ("till.1", "till.2", "sent")
        assert tills.balances() == (-5_000, 0, 5_000)
        assert tills.on_the_way() == [5_000]

    await stage(play)


async def test_a_yes_posts_the_arrival_once(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        got = tills.gets(sent)
        assert isinstance(got, Transfer)
        arrival = tills.books.journal.find(got.arrival_number or 0)
        assert arrival is not None
        assert arrival.entry.origin.source == "transfer"
        assert arrival.entry.counterparty == "P100"
        assert (got.state, got.decided_by) == (TransferState.RECEIVED, tills.natalka.id)
        assert isinstance(tills.gets(sent), TransferMoved)
        assert isinstance(tills.gets(got), TransferMoved)
        assert tills.balances() == (-5_000, 5_000, 0)
        assert tills.on_the_way() == []
        told = tills.books.audit.about(f"transfer:{sent.id}")
        assert [each.cause for each in told] == ["send_transfer", "change_transfer"]

    await stage(play)


async def test_only_who_answers_for_the_till_or_sees_the_shop_says_so(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        assert tills.gets(sent, tills.olha) == NotAllowed()
        stranger = tills.at("till.1", Role.CASHIER, 105)
        assert tills.gets(sent, stranger) == NotAllowed()
        gone = replace(tills.natalka, is_active=False)
        assert tills.gets(sent, gone) == NotAllowed()
        assert isinstance(tills.gets(sent, tills.director), Transfer)

    await stage(play)


async def test_a_no_leaves_it_on_its_way_and_it_may_still_come(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        refused = tills.refuses(sent)
        assert isinstance(refused, Transfer)
        assert tills.on_the_way() == [5_000]
        assert isinstance(tills.refuses(refused), TransferMoved)
        assert isinstance(tills.gets(refused), Transfer)
        assert tills.balances() == (-5_000, 5_000, 0)

    await stage(play)


async def test_an_arrival_that_is_typed_settles_the_transfer(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        first, other = tills.sends(), tills.sends(moves(CashDirection.OUT, 30_000), 2)
        posted = tills.tells(tills.natalka, IN, 3).posted[0]
        assert tills.now(first).arrival_number == posted.number
        assert tills.now(other).state is TransferState.SENT
        assert isinstance(tills.gets(first), TransferMoved)
        assert tills.balances() == (-5_300, 5_000, 300)

    await stage(play)


async def test_an_arrival_that_was_typed_first_is_not_asked_about(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        posted = tills.tells(tills.natalka, IN, 3).posted[0]
        sent = tills.sends()
        assert sent.state is TransferState.RECEIVED
        assert (sent.arrival_number, sent.decided_by) == (posted.number, tills.natalka.id)
        assert tills.sends(message_id=2).state is TransferState.SENT
        assert tills.balances() == (-10_000, 5_000, 5_000)

    await stage(play)


async def test_an_arrival_of_another_time_settles_nothing(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.tells(tills.natalka, IN, 3)
        typed = replace(tills.typed(tills.olha, 1), told_at=NOW + dt.timedelta(days=2))
        record_cash(tills.books, typed, [OUT], tills.cause(tills.olha))
        assert tills.on_the_way() == [5_000]

    await stage(play)


async def test_what_is_undone_on_its_way_is_withdrawn(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        assert isinstance(tills.undoes(sent.entry_number, tills.olha), EntryUndone)
        assert tills.now(sent).state is TransferState.WITHDRAWN
        assert isinstance(tills.gets(sent), TransferMoved)
        assert tills.balances() == (0, 0, 0)

    await stage(play)


async def test_a_corrected_sum_is_asked_about_anew(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        tills.refuses(sent)
        change = CashDraft(Money(450_000, "UAH"), None, None, None)
        assert isinstance(tills.corrects(sent.entry_number, change), CashAmended)
        now = tills.now(sent)
        assert (now.amount.minor, now.state) == (450_000, TransferState.SENT)
        assert isinstance(tills.gets(sent), TransferMoved)
        assert isinstance(tills.gets(now), Transfer)
        assert tills.balances() == (-4_500, 4_500, 0)

    await stage(play)


async def test_what_turns_out_to_be_no_transfer_is_withdrawn_and_the_other_way_round(
    stage: Stage,
) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        fuel = CashDraft(None, None, CashCategory.FUEL_TRANSPORT, None)
        corrected = tills.corrects(sent.entry_number, fuel)
        assert isinstance(corrected, CashAmended)
        assert tills.now(sent).state is TransferState.WITHDRAWN
        back = CashDraft(None, None, CashCategory.DESK_TRANSFER, None)
        number = corrected.recorded.posted[0].number
        assert isinstance(tills.corrects(number, back), CashAmended)
        assert tills.on_the_way() == [5_000]

    await stage(play)


async def test_an_edited_message_takes_its_transfer_along(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        typed = tills.typed(tills.olha, 1)
        reading = Understood((moves(CashDirection.OUT, 400_000),))
        amended = amend_cash(tills.books, typed, reading, tills.cause(tills.olha))
        assert isinstance(amended, CashAmended)
        now = tills.now(sent)
        assert now.entry_number == amended.recorded.posted[0].number
        assert tills.on_the_way() == [4_000]

    await stage(play)


async def test_what_was_received_is_not_unsent_nor_changed(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        tills.gets(sent)
        got, cause = tills.now(sent), tills.cause(tills.olha)
        assert isinstance(tills.undoes(sent.entry_number, tills.olha), KeptByTransfer)
        assert isinstance(tills.undoes(sent.entry_number, tills.director), KeptByTransfer)
        less = CashDraft(Money(450_000, "UAH"), None, None, None)
        assert isinstance(tills.corrects(sent.entry_number, less), KeptByTransfer)
        arrival = got.arrival_number or 0
        accountant, teller = hire(tills.books, Role.ACCOUNTANT, 106), tills.olha
        tills.olha = accountant
        assert isinstance(tills.corrects(arrival, less), KeptByTransfer)
        typed = TypedCash(teller, 100, 1, "moved 4000", NOW)
        reading = Understood((moves(CashDirection.OUT, 400_000),))
        assert isinstance(amend_cash(tills.books, typed, reading, cause), KeptByTransfer)
        assert tills.balances() == (-5_000, 5_000, 0)

    await stage(play)


async def test_words_of_a_received_transfer_may_still_be_put_right(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        tills.gets(sent)
        who = CashDraft(None, None, None, None, counterparty="Petro")
        amended = tills.corrects(sent.entry_number, who)
        assert isinstance(amended, CashAmended)
        now = tills.now(sent)
        assert now.state is TransferState.RECEIVED
        assert now.entry_number == amended.recorded.posted[0].number

    await stage(play)


async def test_an_arrival_that_is_undone_is_on_its_way_again(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        tills.gets(sent)
        assert isinstance(tills.undoes(tills.now(sent).arrival_number, tills.natalka), EntryUndone)
        again = tills.now(sent)
        assert (again.state, again.decided_by) == (TransferState.SENT, None)
        assert tills.balances() == (-5_000, 0, 5_000)
        assert isinstance(tills.gets(again), Transfer)
        assert isinstance(tills.undoes(tills.now(sent).arrival_number, tills.natalka), EntryUndone)
        assert isinstance(tills.undoes(sent.entry_number, tills.olha), EntryUndone)
        assert tills.balances() == (0, 0, 0)

    await stage(play)


async def test_among_three_tills_the_sender_says_which(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.books.accounts.add(account("till.3", "3900"))
        sent = tills.sends()
        assert sent.to_till is None
        assert isinstance(tills.gets(sent, tills.director), TransferMoved)
        pressed, books = Pressed(sent.id, sent.revision), tills.books
        natalka, olha = tills.cause(tills.natalka), tills.cause(tills.olha)
        assert choose_till(books, pressed, "till.3", tills.natalka, natalka) == NotAllowed()
        wrong = choose_till(books, pressed, "till.1", tills.olha, olha)
        assert isinstance(wrong, TransferMoved)
        chosen = choose_till(books, pressed, "till.2", tills.olha, olha)
        assert isinstance(chosen, Transfer)
        again = choose_till(books, pressed, "till.3", tills.olha, olha)
        assert again == TransferMoved(chosen)
        assert isinstance(tills.gets(chosen), Transfer)

    await stage(play)


async def test_an_arrival_says_where_it_went_when_nobody_has_said(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.books.accounts.add(account("till.3", "3900"))
        sent = tills.sends()
        tills.tells(tills.natalka, IN, 3)
        assert tills.now(sent).to_till == "till.2"
        assert tills.now(sent).state is TransferState.RECEIVED

    await stage(play)


async def test_a_shop_of_one_till_has_nothing_between_tills_to_follow(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.books.accounts.change(replace(account("till.2", "3001"), is_open=False))
        posted = tills.tells(tills.olha, OUT).posted[0]
        assert tills.books.transfers.of_entry(posted.number) is None

    await stage(play)


async def test_two_who_change_a_transfer_at_once_are_told_apart(database: Database) -> None:
    def play(books: Books) -> None:
        tills = Tills(books)
        sent = tills.sends()
        books.transfers.change(sent, tills.cause(tills.olha))
        with pytest.raises(StorageError):
            books.transfers.change(sent, tills.cause(tills.olha))

    await database.write(play)


async def test_who_is_asked(database: Database) -> None:
    def play(books: Books) -> None:
        tills = Tills(books)
        sent = tills.sends()

        def asked(*people: Person) -> list[int]:
            return [each.id for each in asked_about(sent, people, books.accounts.tills())]

        olha, natalka, director = tills.olha, tills.natalka, tills.director
        assert asked(olha, natalka, director) == [natalka.id]
        assert asked(olha, director) == [director.id]
        assert asked(olha, replace(natalka, is_active=False)) == [olha.id]
        back = replace(sent, from_till="till.2", to_till="till.1", sent_by=natalka.id)
        anywhere = replace(olha, till=None)
        found = asked_about(back, (anywhere, natalka, director), books.accounts.tills())
        assert found == (anywhere,)
        assert not may_settle(sent, olha, (olha, natalka), books.accounts.tills())

    await database.write(play)
