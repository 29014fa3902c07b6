"""What is still on its way to the bank: arrivals pay off the oldest deposits first."""

import datetime as dt
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ledger.in_transit import Carried, Deposit, still_carried
from ledger.money import Money

DAY = dt.date(2026, 11, 20)

MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("deposit"), st.integers(1, 1_000)),
        st.tuples(st.just("arrival"), st.integers(1, 1_000)),
    ),
    max_size=30,
)


def money(minor: int) -> Money:
    return Money(minor, "UAH")


def deposits(moves: list[tuple[str, int]]) -> list[Deposit]:
    return [
        Deposit(number, DAY + dt.timedelta(days=number), money(minor))
        for number, (kind, minor) in enumerate(moves, start=1)
        if kind == "deposit"
    ]


def balance(moves: list[tuple[str, int]]) -> int:
    return sum(minor if kind == "deposit" else -minor for kind, minor in moves)


def paid_off(moves: list[tuple[str, int]]) -> list[tuple[int, int]]:
    """Pay deposits off one arrival after the other, as an accountant does with a pencil."""
    left = []
    arrived = sum(minor for kind, minor in moves if kind == "arrival")
    for each in deposits(moves):
        taken = min(arrived, each.amount.minor)
        left.append((each.number, each.amount.minor - taken))
        arrived -= taken
    return [(number, minor) for number, minor in left if minor]


@given(MOVES)
def test_it_is_what_paying_off_one_by_one_leaves(moves: list[tuple[str, int]]) -> None:
    found = still_carried(reversed(deposits(moves)), money(balance(moves)))
    assert [(each.deposit.number, each.left.minor) for each in found] == paid_off(moves)


@given(MOVES)
def test_it_sums_to_the_account_and_is_oldest_first(moves: list[tuple[str, int]]) -> None:
    found = still_carried(reversed(deposits(moves)), money(balance(moves)))
    assert sum(each.left.minor for each in found) == max(0, balance(moves))
    numbers = [each.deposit.number for each in found]
    assert numbers == sorted(numbers)
    assert all(0 < each.left.minor <= each.deposit.amount.minor for each in found)
    assert all(each.left == each.deposit.amount for each in found[1:])


def test_no_deposit_older_than_needed_is_read() -> None:
    read = []

    def newest_first() -> Iterator[Deposit]:
        for number in range(100, 0, -1):
            read.append(number)
            yield Deposit(number, DAY, money(10))

    found = still_carried(newest_first(), money(25))
    assert [each.left.minor for each in found] == [5, 10, 10]
    assert len(read) <= 4


def test_its_age_is_in_whole_days_and_never_below_none() -> None:
    carried = Carried(Deposit(1, DAY, money(10)), money(10))
    assert carried.age_days(DAY + dt.timedelta(days=4)) == 4
    assert carried.age_days(DAY - dt.timedelta(days=1)) == 0
