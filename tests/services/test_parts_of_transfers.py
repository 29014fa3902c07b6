"""Cash between tills of which only a part comes: the rest is found, goes back, or is missing."""

from collections.abc import Callable
from dataclasses import replace

from ledger.cash import CashDirection
from ledger.money import Money
from services.cash_types import EntryUndone, NotAllowed
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books
from services.tills.settle_transfer import (
    NoSuchPart,
    Pressed,
    Settled,
    TransferMoved,
    receive_transfer,
    reopen_transfer,
    return_transfer,
    write_off_transfer,
)
from services.tills.transfers import KeptByTransfer, Transfer, TransferState, may_write_off
from tests.services.test_transfers import Stage, Tills, moves, stage
from tests.shop import hire

__all__ = ["stage"]

SHORTAGE = "expense.cash_shortage"
Act = Callable[[Books, Pressed, Person, Cause], Settled]


def comes(tills: Tills, sent: Transfer, minor: int, currency: str = "UAH") -> object:
    """Have Natalka say how much of a transfer has come."""
    by, came = tills.natalka, Money(minor, currency)
    return receive_transfer(tills.books, of(sent), by, tills.cause(by), came)


def of(sent: Transfer) -> Pressed:
    return Pressed(sent.id, sent.revision)


def does(tills: Tills, act: Act, sent: Transfer, person: Person) -> Settled:
    return act(tills.books, of(sent), person, tills.cause(person))


def rest_of(tills: Tills, sent: Transfer) -> Transfer:
    (found,) = [each for each in tills.books.transfers.on_the_way() if each.rest_of == sent.id]
    return found


def shortage(tills: Tills) -> int:
    return tills.books.balances.of(SHORTAGE, "UAH").minor // 100


async def test_what_did_not_come_with_a_part_stays_on_its_way(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        got = comes(tills, sent, 450_000)
        assert isinstance(got, Transfer)
        assert (got.state, got.amount.minor) == (TransferState.RECEIVED, 450_000)
        rest = rest_of(tills, sent)
        assert (rest.state, rest.amount.minor) == (TransferState.REFUSED, 50_000)
        assert rest.decided_by == tills.natalka.id
        assert tills.balances() == (-5_000, 4_500, 500)
        assert isinstance(comes(tills, sent, 50_000), TransferMoved)

    await stage(play)


async def test_no_more_can_come_than_was_sent_and_no_other_money(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        assert comes(tills, sent, 500_001) == NoSuchPart(sent)
        assert comes(tills, sent, 100, "USD") == NoSuchPart(sent)
        assert tills.balances() == (-5_000, 0, 5_000)

    await stage(play)


async def test_the_rest_may_come_in_parts_too(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        comes(tills, sent, 300_000)
        rest = rest_of(tills, sent)
        comes(tills, rest, 150_000)
        last = rest_of(tills, rest)
        assert last.amount.minor == 50_000
        assert isinstance(tills.gets(last), Transfer)
        assert tills.balances() == (-5_000, 5_000, 0)
        assert tills.on_the_way() == []
        parts = tills.books.transfers.of_sending(sent.entry_number)
        assert [each.amount.minor for each in parts] == [300_000, 150_000, 50_000]

    await stage(play)


async def test_a_smaller_arrival_that_is_typed_is_a_part_of_the_only_transfer(
    stage: Stage,
) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        posted = tills.tells(tills.natalka, moves(CashDirection.IN, 450_000), 3).posted[0]
        assert tills.now(sent).arrival_number == posted.number
        assert tills.on_the_way() == [500]
        tills.tells(tills.natalka, moves(CashDirection.IN, 50_000), 4)
        assert tills.on_the_way() == []

    await stage(play)


async def test_of_two_transfers_a_smaller_arrival_is_a_part_of_neither(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.sends()
        tills.sends(message_id=2)
        tills.tells(tills.natalka, moves(CashDirection.IN, 450_000), 3)
        assert tills.on_the_way() == [5_000, 5_000]

    await stage(play)


async def test_the_rest_goes_back_to_the_till_that_it_had_left(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        comes(tills, sent, 450_000)
        rest = rest_of(tills, sent)
        assert does(tills, return_transfer, rest, tills.natalka) == NotAllowed()
        back = does(tills, return_transfer, rest, tills.olha)
        assert isinstance(back, Transfer)
        assert back.state is TransferState.RETURNED
        assert tills.balances() == (-4_500, 4_500, 0)
        assert isinstance(does(tills, return_transfer, rest, tills.olha), TransferMoved)
        assert isinstance(tills.undoes(back.arrival_number, tills.olha), EntryUndone)
        assert tills.balances() == (-5_000, 4_500, 500)
        assert tills.now(rest).state is TransferState.SENT

    await stage(play)


async def test_a_shortage_is_booked_neither_by_the_sender_nor_by_who_found_it_missing(
    stage: Stage,
) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        assert isinstance(does(tills, write_off_transfer, sent, tills.director), TransferMoved)
        comes(tills, sent, 450_000)
        rest = rest_of(tills, sent)
        for person in (tills.olha, tills.natalka):
            assert does(tills, write_off_transfer, rest, person) == NotAllowed()
        short = does(tills, write_off_transfer, rest, tills.director)
        assert isinstance(short, Transfer)
        assert short.state is TransferState.SHORT
        assert (shortage(tills), tills.balances()) == (500, (-5_000, 4_500, 0))
        entry = tills.books.journal.find(short.arrival_number or 0)
        assert entry is not None
        assert entry.entry.category == "cash_shortage"
        again = does(tills, write_off_transfer, rest, tills.director)
        assert again == TransferMoved(short)

    await stage(play)


async def test_the_sender_books_no_shortage_whatever_he_is(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        tills.olha = tills.at("till.1", Role.OWNER, 110)
        sent = tills.sends()
        comes(tills, sent, 450_000)
        rest = rest_of(tills, sent)
        assert does(tills, write_off_transfer, rest, tills.olha) == NotAllowed()
        people = tills.books.people.all()
        finder = tills.at("till.2", Role.DIRECTOR, 111)
        found = replace(rest, decided_by=finder.id)
        assert not may_write_off(found, finder, (*people, finder))
        assert may_write_off(found, finder, (tills.olha, finder))

    await stage(play)


async def test_a_shortage_is_taken_back_when_the_cash_is_found(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        comes(tills, sent, 450_000)
        rest = rest_of(tills, sent)
        does(tills, write_off_transfer, rest, tills.director)
        short = tills.now(rest)
        assert does(tills, reopen_transfer, short, tills.olha) == NotAllowed()
        again = does(tills, reopen_transfer, short, tills.director)
        assert isinstance(again, Transfer)
        assert shortage(tills) == 0
        assert isinstance(tills.gets(again), Transfer)
        assert tills.balances() == (-5_000, 5_000, 0)

    await stage(play)


async def test_an_arrival_that_is_undone_is_one_with_its_rest_again(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        comes(tills, sent, 450_000)
        assert isinstance(tills.undoes(sent.entry_number, tills.olha), KeptByTransfer)
        assert isinstance(tills.undoes(tills.now(sent).arrival_number, tills.natalka), EntryUndone)
        again = tills.now(sent)
        assert (again.amount.minor, again.state) == (500_000, TransferState.SENT)
        assert tills.on_the_way() == [5_000]
        assert isinstance(tills.undoes(sent.entry_number, tills.olha), EntryUndone)
        assert tills.balances() == (0, 0, 0)

    await stage(play)


async def test_what_is_settled_of_the_rest_keeps_its_sending(stage: Stage) -> None:
    def play(tills: Tills) -> None:
        sent = tills.sends()
        comes(tills, sent, 450_000)
        rest = rest_of(tills, sent)
        does(tills, write_off_transfer, rest, tills.director)
        assert isinstance(tills.undoes(tills.now(sent).arrival_number, tills.natalka), EntryUndone)
        kept = tills.undoes(sent.entry_number, tills.olha)
        assert kept == KeptByTransfer(tills.now(rest))
        assert tills.on_the_way() == [4_500]
        accountant = hire(tills.books, Role.ACCOUNTANT, 120)
        assert isinstance(tills.gets(tills.now(sent), accountant), Transfer)

    await stage(play)
