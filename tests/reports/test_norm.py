"""What is usual of a weekday."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.norm import Norm, norm_of
from tests.papers import uah


@pytest.mark.parametrize(
    ("nets", "usual"),
    [
        ([], None),
        ([100], None),
        ([100, 300], 200),
        ([100, 900, 200], 200),
        ([-100, 100, 300, 10_000], 200),
    ],
)
def test_the_middle_is_usual(nets: list[int], usual: int | None) -> None:
    found = norm_of([uah(each) for each in nets])
    assert (None if found is None else found.usual) == (None if usual is None else uah(usual))


@pytest.mark.parametrize(
    ("usual", "net", "percent"),
    [(1_000, 1_220, 22), (1_000, 780, -22), (1_000, 1_000, 0), (0, 500, None), (-500, 100, None)],
)
def test_a_difference_is_told_in_per_cent_of_a_gain(
    usual: int, net: int, percent: int | None
) -> None:
    assert Norm(uah(usual), 4).percent_of(uah(net)) == percent


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=9))
def test_the_usual_lies_within_what_was(nets: list[int]) -> None:
    found = norm_of([uah(each) for each in nets])
    assert found is not None
    assert min(nets) <= found.usual.minor <= max(nets)
