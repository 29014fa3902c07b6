"""Set-up over real books: each step is kept, can be taken again, and says why it refuses."""

from collections.abc import Awaitable, Callable

import pytest

from ledger.money import Money
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.shop import Shop
from services.team.set_up_shop import (
    SKIP,
    Refused,
    SetUpStep,
    answer,
    begin,
    go_back,
    lay_chart,
    record_opening,
    state_of,
)
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import SYSTEM

ANSWERS = ("uk", "Teplo", "UAH", "Europe/Kyiv", "2", "Hall", SKIP)


class SetUp:
    """An owner who answers, over one open unit of work."""

    def __init__(self, books: Books) -> None:
        self.books = books
        books.shop.put(Shop("", "UAH", "Europe/Kyiv", "en", is_ready=False))
        lay_chart(books, till_names=())
        self.owner = books.people.add(Newcomer(7, "Olha", "en"), Role.OWNER, NOW)
        begin(books, self.owner)

    def say(self, *answers: str) -> Refused | None:
        """Answer in turn; give what became of the last answer."""
        outcome = None
        for said in answers:
            outcome = answer(self.books, self.owner, said, SYSTEM)
        return outcome

    def tell(self, minor: int) -> bool:
        """Tell what the till that is asked about holds."""
        return record_opening(self.books, self.owner, Money(minor, "UAH"), SYSTEM)

    def back_to(self, step: SetUpStep) -> None:
        """Go back until a step is asked."""
        for _ in range(20):
            if self.place == (step, ""):
                return
            go_back(self.books, self.owner)
        raise AssertionError(self.place)

    @property
    def place(self) -> tuple[SetUpStep, str] | None:
        """Say what is asked now."""
        state = state_of(self.books, self.owner)
        if state is None:
            return None
        return state.step, state.account.key if state.account else ""


Play = Callable[[SetUp], None]
Stage = Callable[[Play], Awaitable[None]]


@pytest.fixture
def stage(database: Database) -> Stage:
    """Give a way to play at set-up, with the books proved at the end."""

    async def run(play: Play) -> None:
        await database.write(lambda books: play(SetUp(books)))
        assert await database.read(verify_books) == ()

    return run


async def test_the_steps_follow_each_other_to_the_end(stage: Stage) -> None:
    def play(set_up: SetUp) -> None:
        assert set_up.say(*ANSWERS) is None
        assert set_up.place == (SetUpStep.OPENING, "till.1")
        assert [set_up.tell(100), set_up.tell(0)] == [False, True]
        assert state_of(set_up.books, set_up.owner) is None
        shop = set_up.books.shop.get()
        assert shop == Shop("Teplo", "UAH", "Europe/Kyiv", "uk", is_ready=True)
        held = set_up.books.balances.of("equity.opening_balances", "UAH")
        assert held == Money(-100, "UAH")

    await stage(play)


async def test_a_till_given_up_returns_its_balance_and_opens_again(stage: Stage) -> None:
    def play(set_up: SetUp) -> None:
        set_up.say(*ANSWERS)
        set_up.tell(100)
        go_back(set_up.books, set_up.owner)
        set_up.tell(100)
        set_up.books.expectations.expect(set_up.owner.id, "set-up:opening:till.2")
        set_up.tell(200)
        set_up.books.expectations.expect(set_up.owner.id, "set-up:tills")
        set_up.say("1")
        assert [till.key for till in set_up.books.accounts.tills()] == ["till.1"]
        assert not set_up.books.balances.of("till.2", "UAH")
        set_up.back_to(SetUpStep.TILLS)
        set_up.say("2")
        assert [till.key for till in set_up.books.accounts.tills()] == ["till.1", "till.2"]

    await stage(play)


async def test_money_in_the_books_keeps_the_currency(stage: Stage) -> None:
    def play(set_up: SetUp) -> None:
        set_up.say(*ANSWERS)
        set_up.tell(100)
        set_up.back_to(SetUpStep.CURRENCY)
        assert set_up.say("EUR") == Refused("currency-kept", "UAH")
        assert set_up.say("uah ") is None

    await stage(play)


@pytest.mark.parametrize(
    ("before", "said", "what"),
    [
        (0, "Klingon", "language"),
        (2, "BTC", "currency"),
        (2, "", "currency"),
        (3, "../../etc/passwd", "zone"),
        (3, "", "zone"),
        (4, "0", "tills"),
        (4, "²", "tills"),
        (4, "9" * 5000, "tills"),
    ],
)
async def test_an_answer_that_cannot_be_is_refused_with_what_it_is(
    stage: Stage, before: int, said: str, what: str
) -> None:
    def play(set_up: SetUp) -> None:
        set_up.say(*ANSWERS[:before])
        place = set_up.place
        assert set_up.say(said) == Refused(what, said)
        assert set_up.place == place

    await stage(play)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Київ", "Europe/Kyiv"),
        ("львов", "Europe/Kyiv"),
        ("new york", "America/New_York"),
        ("WARSAW", "Europe/Warsaw"),
    ],
)
async def test_a_zone_is_found_by_its_city(stage: Stage, said: str, zone: str) -> None:
    def play(set_up: SetUp) -> None:
        assert set_up.say("en", "Shop", "EUR", said) is None
        shop = set_up.books.shop.get()
        assert shop is not None
        assert shop.zone == zone

    await stage(play)
