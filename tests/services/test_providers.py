"""What gateways hold: what their reports tell that they took, less what the bank brought of it."""

from parsing.questions.periods import ever
from services.ports import Books, Database
from services.results.providers import held_by
from tests.conftest import NOW
from tests.matched_shop import PAID, PAYOUT, SETTLED, banked, bring, matched


async def test_what_the_bank_brought_is_held_no_more(laid: Database) -> None:
    def play(books: Books) -> None:
        bring(books, PAID, PAYOUT)
        days = ever(NOW.date())
        (before,) = held_by(books, days, "gateways")
        banked(books, SETTLED)
        matched(books)
        assert before.provider == "easycard"
        assert before.minor > 0
        assert held_by(books, days, "gateways") == ()

    await laid.write(play)
