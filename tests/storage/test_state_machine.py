"""The books under any sequence of what people do: the invariants hold after every step."""

import asyncio
import datetime as dt
import itertools
from collections import defaultdict
from contextlib import ExitStack

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from sqlalchemy.exc import DBAPIError

from ledger.cash import CASH_RULES, CashCategory
from ledger.journal import Origin, reversal_of
from ledger.money import Money
from parsing.memory.memory import Remembered
from services.ports import Books
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import migrated_sqlite
from tests.shop import DAY, SYSTEM, lay, paid
from tests.thorough import times

FIRST_DAY = DAY - dt.timedelta(days=9)
WORDS = ("кабанчик", "ігор", "засувка")
days = st.integers(0, 9).map(lambda number: FIRST_DAY + dt.timedelta(days=number))


class TheBooks(RuleBasedStateMachine):
    """Post, reverse, replay, fail half way, close; a plain dictionary keeps the same balances."""

    entries = Bundle("entries")

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._runner = self._stack.enter_context(asyncio.Runner())
        url = self._stack.enter_context(migrated_sqlite().lent())
        self._database = self._runner.run(open_database(url))
        self._runner.run(self._database.write(lay))
        self._names = itertools.count(1)
        self._expected: dict[tuple[str, str], int] = defaultdict(int)
        self._reversed: set[int] = set()
        self._taught: dict[str, Remembered] = {}
        self._closed_through: dt.date | None = None

    def teardown(self) -> None:
        self._runner.run(self._database.close())
        self._stack.close()

    @rule(
        target=entries,
        category=st.sampled_from(CashCategory),
        minor=st.integers(1, 10**12),
        currency=st.sampled_from(["UAH", "USD", "JPY"]),
        day=days,
        data=st.data(),
    )
    def post(
        self,
        category: CashCategory,
        minor: int,
        currency: str,
        day: dt.date,
        data: st.DataObject,
    ) -> int:
        way = data.draw(st.sampled_from(sorted(CASH_RULES[category].directions)))
        entry = paid(
            str(next(self._names)),
            minor,
            category=category,
            direction=way,
            booked_on=day,
            currency=currency,
        )
        try:
            posted = self._runner.run(
                self._database.write(lambda books: books.journal.add([entry], SYSTEM))
            )[0]
        except DBAPIError:
            assert self._closed_through is not None
            assert day <= self._closed_through
            return 0
        for leg in entry.postings:
            self._expected[leg.account, currency] += leg.amount.minor
        return posted.number

    @rule(number=entries)
    def reverse(self, number: int) -> None:
        def take_back(books: Books) -> bool | None:
            posted = books.journal.find(number)
            if posted is None or posted.reversed_by is not None:
                return False
            if not books.periods.open_books().is_open(posted.entry.booked_on):
                return None
            back = reversal_of(
                posted,
                booked_on=posted.entry.booked_on,
                occurred_at=NOW,
                origin=Origin("reversal", str(number)),
                narration="back",
            )
            books.journal.add([back], SYSTEM)
            for leg in back.postings:
                self._expected[leg.account, leg.amount.currency] += leg.amount.minor
            return True

        done = self._runner.run(self._database.write(take_back))
        if done is None:
            return
        assert done is (number != 0 and number not in self._reversed)
        self._reversed.add(number)

    @rule(number=consumes(entries))
    def tell_again(self, number: int) -> None:
        posted = self._runner.run(self._database.read(lambda books: books.journal.find(number)))
        if posted is None:
            return
        try:
            self._runner.run(
                self._database.write(lambda books: books.journal.add([posted.entry], SYSTEM))
            )
        except DBAPIError:
            return
        message = "the same event was posted twice"
        raise AssertionError(message)

    @rule(minor=st.integers(1, 10**6))
    def fail_half_way(self, minor: int) -> None:
        def post_and_fail(books: Books) -> None:
            books.journal.add([paid(str(next(self._names)), minor)], SYSTEM)
            raise KeyError(minor)

        try:
            self._runner.run(self._database.write(post_and_fail))
        except (KeyError, DBAPIError):
            return

    @rule(day=days)
    def close(self, day: dt.date) -> None:
        if self._closed_through is None or day > self._closed_through:
            self._runner.run(self._database.write(lambda books: books.periods.close(day, SYSTEM)))
            self._closed_through = day

    @rule(word=st.sampled_from(WORDS), category=st.sampled_from(CashCategory), data=st.data())
    def teach(self, word: str, category: CashCategory, data: st.DataObject) -> None:
        fact = Remembered(word, category, times=data.draw(st.integers(1, 9)))
        self._runner.run(self._database.write(lambda books: books.memory.keep([fact], SYSTEM)))
        self._taught[word] = fact

    @rule(word=st.sampled_from(WORDS))
    def forget(self, word: str) -> None:
        done = self._runner.run(
            self._database.write(lambda books: books.memory.forget(word, SYSTEM))
        )
        assert done is (self._taught.pop(word, None) is not None)

    @invariant()
    def memory_is_what_a_dictionary_says(self) -> None:
        memory = self._runner.run(self._database.read(lambda books: books.memory.recall()))
        assert {fact.word: fact for fact in memory.facts.values()} == self._taught

    @invariant()
    def the_books_prove_themselves(self) -> None:
        assert self._runner.run(self._database.read(verify_books)) == ()

    @invariant()
    def balances_are_what_a_dictionary_says(self) -> None:
        rows = self._runner.run(self._database.read(lambda books: books.balances.trial_balance()))
        kept = {(row.account, row.currency): row.balance for row in rows if row.balance}
        assert kept == {
            key: Money(minor, key[1]) for key, minor in self._expected.items() if minor
        }


TheBooks.TestCase.settings = settings(
    max_examples=times(8, 200), stateful_step_count=25, deadline=None, derandomize=True
)
TestTheBooks = TheBooks.TestCase
