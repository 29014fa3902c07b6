"""A till's entries, found by day, number, figure and word, and turned page by page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage.repositories.till_book
from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.cash_types import NotAllowed
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.tills.look_into_till import PAGE_ENTRIES, Ear, Look, TillView, look_into_till
from services.tills.till_book import NEWEST, Turn, Wanted, WantedWord
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, hire, lay, lexicon

EAR = Ear(lexicon(), lambda word: [CashCategory.RENT] if word == "rent" else [])


def entry(  # noqa: PLR0913 - what an entry may say
    name: str,
    hryvnias: int = -250,
    *,
    till: str = "till.1",
    category: CashCategory = CashCategory.DELIVERY,
    who: str | None = None,
    order: str | None = None,
    days_ago: int = 0,
) -> JournalEntry:
    way = CashDirection.IN if hryvnias > 0 else CashDirection.OUT
    operation = CashOperation(way, Money(abs(hryvnias) * 100, "UAH"), category)
    return JournalEntry(
        DAY - dt.timedelta(days=days_ago),
        NOW - dt.timedelta(days=days_ago),
        name,
        operation.postings(till),
        Origin("test", name),
        category=category.value,
        counterparty=who,
        order_reference=order,
    )


def staff(books: Books) -> Person:
    lay(books)
    return hire(books)


def view(books: Books, person: Person, look: Look) -> TillView:
    found = look_into_till(books, person, look, EAR, NOW)
    assert isinstance(found, TillView)
    return found


def numbers(found: TillView) -> list[int]:
    return [each.number for each in found.page.entries]


ASKED = {
    "courier": [6, 1],
    "COURIER": [6, 1],
    "КУР'ЄР": [2],
    "кур’єру": [2],
    "ihor": [3],
    "Ігор": [4],
    "250": [6, 4, 1],
    "5 000": [3],
    "1245": [5],
    "courier 250": [6, 1],
    "ihor 250": [],
    "rent": [7],
    "yesterday": [5],
    "19.11": [5],
    "№ 3": [],
    "100%": [],
    "_": [],
    "nothing like it": [],
}


@pytest.mark.parametrize("asked", ASKED)
async def test_what_is_asked_is_found_newest_first(database: Database, asked: str) -> None:
    def play(books: Books) -> None:
        person = staff(books)
        books.journal.add(
            [
                entry("courier"),
                entry("Кур'єру за доставку", -100),
                entry("callout", -5_000, who="Ihor P."),
                entry("монтаж", -250, who="Ігор"),
                entry("sold", 900, category=CashCategory.SALE_CASH, order="A-1245", days_ago=1),
                entry("Courier again"),
                entry("landlord", -8_000, category=CashCategory.RENT),
                entry("courier elsewhere", till="till.2"),
            ],
            SYSTEM,
        )
        assert numbers(view(books, person, Look(asked=asked))) == ASKED[asked]

    await database.write(play)


async def test_a_number_is_found_at_once_even_of_what_was_undone(database: Database) -> None:
    def play(books: Books) -> None:
        person = staff(books)
        books.journal.add([entry("a"), entry("b", till="till.2"), entry("c", -3)], SYSTEM)
        undo_entry(books, 1, hire(books, Role.DIRECTOR, 9), Cause("person:2", None, NOW))
        for asked in ("1", "№1", "No. 1", "#1"):
            found = view(books, person, Look(asked=asked)).found
            assert found is not None
            assert (found.number, found.reversed_by) == (1, 4)
        assert view(books, person, Look(asked="2")).found is None
        three = view(books, person, Look(asked="3"))
        assert (three.found is not None, numbers(three)) == (True, [3])

    await database.write(play)


async def test_today_is_shown_without_what_was_undone(database: Database) -> None:
    def play(books: Books) -> None:
        person = staff(books)
        books.journal.add([entry("a"), entry("b"), entry("c", days_ago=1)], SYSTEM)
        undo_entry(books, 1, hire(books, Role.DIRECTOR, 9), Cause("person:2", None, NOW))
        found = view(books, person, Look())
        assert (found.day, numbers(found)) == (DAY, [2])
        assert found.balances == (Money(-50_000, "UAH"),)

    await database.write(play)


async def test_pages_are_turned_to_and_fro(database: Database) -> None:
    def play(books: Books) -> None:
        person = staff(books)
        books.journal.add([entry(f"courier {number}") for number in range(25)], SYSTEM)
        first = view(books, person, Look())
        assert (numbers(first), first.page.has_newer) == (list(range(25, 15, -1)), False)
        second = view(books, person, Look(turn=Turn(16)))
        assert numbers(second) == list(range(15, 5, -1))
        assert (second.page.has_newer, second.page.has_older) == (True, True)
        last = view(books, person, Look(turn=Turn(6)))
        assert (numbers(last), last.page.has_older) == ([5, 4, 3, 2, 1], False)
        back = view(books, person, Look(turn=Turn(5, is_newer=True)))
        assert numbers(back) == list(range(15, 5, -1))
        top = view(books, person, Look(turn=Turn(15, is_newer=True)))
        assert (numbers(top), top.page.has_newer) == (list(range(25, 15, -1)), False)

    await database.write(play)


async def test_a_long_look_stops_and_goes_on_where_it_stopped(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.repositories.till_book, "WINDOW", 10)

    def play(books: Books) -> None:
        person = staff(books)
        books.journal.add(
            [entry("needle"), *(entry(f"hay {number}") for number in range(24))], SYSTEM
        )
        found = view(books, person, Look(asked="needle"))
        assert (numbers(found), found.page.looked_back_to) == ([], 15)
        found = view(books, person, Look(asked="needle", turn=Turn(16)))
        assert (numbers(found), found.page.looked_back_to) == ([], 5)
        found = view(books, person, Look(asked="needle", turn=Turn(6)))
        assert (numbers(found), found.page.looked_back_to) == ([1], None)

    await database.write(play)


async def test_an_entry_that_moves_a_till_twice_is_shown_once(database: Database) -> None:
    def play(books: Books) -> None:
        person = staff(books)
        exchange = JournalEntry(
            DAY,
            NOW,
            "changed money",
            (
                Posting("till.1", Money(10_000, "USD")),
                Posting("income.other", Money(-10_000, "USD")),
                Posting("till.1", Money(-410_000, "UAH")),
                Posting("income.other", Money(410_000, "UAH")),
            ),
            Origin("test", "x"),
        )
        books.journal.add([exchange, entry("a")], SYSTEM)
        assert numbers(view(books, person, Look())) == [2, 1]

    await database.write(play)


async def test_other_tills_are_for_who_sees_the_shop(database: Database) -> None:
    def play(books: Books) -> None:
        cashier = staff(books)
        director = hire(books, Role.DIRECTOR, 9)
        books.journal.add([entry("a"), entry("b", till="till.2")], SYSTEM)
        other = Look(till="till.2")
        assert look_into_till(books, cashier, other, EAR, NOW) == NotAllowed()
        assert view(books, cashier, Look()).others == ()
        seen = view(books, director, other)
        assert (numbers(seen), [each.key for each in seen.others]) == ([2], ["till.1", "till.2"])
        assert view(books, director, Look(till="till.77")).till.key == "till.1"
        gone = replace(director, is_active=False)
        assert look_into_till(books, gone, Look(), EAR, NOW) == NotAllowed()

    await database.write(play)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text("aкЄ'%_\\ 1", min_size=1, max_size=5), min_size=1, max_size=24),
    asked=st.text("aкЄ'%_\\1", min_size=1, max_size=2),
)
async def test_pages_together_are_all_that_has_the_word(
    sqlite_url: str, texts: Sequence[str], asked: str
) -> None:
    from storage.database import open_database  # noqa: PLC0415 - one for each example

    def play(books: Books) -> None:
        if "till.1" not in books.accounts.chart():
            staff(books)
        told = books.journal.count()
        added = books.journal.add(
            [
                replace(entry(f"{told + place}"), narration=text)
                for place, text in enumerate(texts)
            ],
            SYSTEM,
        )
        wanted, turn, found = Wanted(words=(WantedWord(asked),)), NEWEST, []
        while True:
            page = books.till_book.page("till.1", wanted, turn, PAGE_ENTRIES)
            found += [each.number for each in page.entries if each.number > told]
            if not page.has_older:
                break
            turn = Turn(page.entries[-1].number)
        loose = asked.casefold().replace("'", "")
        expected = [
            each.number
            for each in reversed(added)
            if ("'" in asked) or loose in each.entry.narration.casefold()
        ]
        assert found == [each for each in expected if each in found]
        if "'" not in asked and asked in (asked.lower(), asked.upper()):
            exactly = [each.number for each in reversed(added) if asked in each.entry.narration]
            assert set(exactly) <= set(found)
        assert set(found) <= set(expected)

    database = await open_database(sqlite_url)
    await database.write(play)
    await database.close()
