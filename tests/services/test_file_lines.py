"""Filing bank lines: alone, by answer, by rule; each line in one place whatever happens."""

import asyncio
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.wiring import new_clerk
from categorisation.categorise import Proposal
from categorisation.rules import Rule
from jobs.teach_clerk import teach_clerk
from services.bank.bank_types import FileImported
from services.bank.import_statement import SUSPENSE, import_statements
from services.filing.clerk import Clerk
from services.filing.filing_ports import FilingState
from services.intake.take_bank_file import take_lines
from services.people import Person
from services.ports import Books, Database
from services.review.answer_lines import LinesFiled, LinesReopened, answer_lines, reopen_lines
from services.review.line_rules import RuleMade, RuleRemoved, make_rule, remove_rule
from services.review.review_lines import review_of
from services.verify_books import verify_books
from storage.database import open_database
from tests.bank_lines import line, statement
from tests.databases import SqliteTemplate
from tests.filed_lines import ADVERTISING, RENT, brings, cause, hired
from tests.thorough import times


def in_suspense(books: Books) -> int:
    return books.balances.of(SUSPENSE, "UAH").minor


def standing(books: Books) -> dict[int, str | None]:
    """Give what each line is filed as; None where it is open or left."""
    accounts = books.banks.accounts()
    lines = [
        each
        for account in accounts
        for each in books.banks.lines_between(account.id, dt.date.min, dt.date.max)
    ]
    filings = books.filings.of_lines([each.id for each in lines])
    return {each.line_id: each.category for each in filings if each.state is FilingState.FILED}


@pytest.fixture
async def accountant(database: Database) -> Person:
    return await database.write(hired)


async def test_an_answer_teaches_and_three_of_a_party_file_the_next_alone(
    database: Database, accountant: Person
) -> None:
    clerk = new_clerk()

    def play(books: Books) -> None:
        balance = 1_000_000
        for day in range(3):
            brings(books, clerk, (day, -500_00, "Zubrowka partners"), opening=balance)
            balance -= 500_00
            (group,) = review_of(books, clerk).groups
            done = answer_lines(
                books, group.line_ids, ADVERTISING, accountant, cause(accountant, day)
            )
            assert isinstance(done, LinesFiled)
        brings(books, clerk, (3, -500_00, "Zubrowka partners"), opening=balance)
        assert review_of(books, clerk).groups == ()
        assert books.balances.of(ADVERTISING, "UAH").minor == 4 * 500_00
        assert in_suspense(books) == 0

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_a_clerk_taught_before_he_is_asked_says_what_others_say(
    database: Database, accountant: Person
) -> None:
    asked, taught = new_clerk(), new_clerk()

    def play(books: Books) -> None:
        names = ("Zubrowka partners", "Kastet", "Zubrowka")
        days = [(day, -500_00 - day, names[day % 3]) for day in range(12)]
        brings(books, asked, *days, opening=1_000_000)
        for group in review_of(books, asked).groups:
            answer_lines(books, group.line_ids, ADVERTISING, accountant, cause(accountant))

    def says(books: Books, clerk: Clerk) -> list[Proposal]:
        (account,) = books.banks.accounts()
        return clerk.propose(
            books, books.banks.lines_between(account.id, dt.date.min, dt.date.max)
        )

    await database.write(play)
    early = await database.read(taught.look)
    assert len(early.told) == 12
    await teach_clerk(database, taught)
    assert (await database.read(taught.look)).told == ()
    taught.take_in(early)  # somebody else has learned it: it is not learned twice
    told = await database.read(lambda books: says(books, taught))
    assert told == await database.read(lambda books: says(books, asked))
    assert {each.category for each in told} == {ADVERTISING}


async def test_two_who_ask_the_clerk_at_once_are_both_answered(
    database: Database, accountant: Person
) -> None:
    clerk = new_clerk()

    def play(books: Books) -> None:
        brings(books, new_clerk(), (0, -500_00, "Zubrowka partners"), opening=1_000_000)
        (group,) = review_of(books, new_clerk()).groups
        answer_lines(books, group.line_ids, ADVERTISING, accountant, cause(accountant))

    def says(books: Books) -> list[Proposal]:
        return clerk.propose(books, books.banks.find_lines([1]))

    await database.write(play)
    told = await asyncio.gather(*(database.read(says) for _ in range(4)))
    assert [each.category for (each,) in told] == [ADVERTISING] * 4


async def test_what_a_write_that_failed_taught_is_forgotten(
    database: Database, accountant: Person
) -> None:
    clerk = new_clerk()

    def first(books: Books) -> tuple[int, ...]:
        brings(books, clerk, (0, -500_00, "Zubrowka"), (1, -700_00, "Kastet"), opening=1_000_000)
        return tuple(each.first_id for each in review_of(books, clerk).groups)

    def fails(books: Books) -> None:
        answer_lines(books, ids, ADVERTISING, accountant, cause(accountant))
        assert review_of(books, clerk).groups == ()
        clerk.propose(books, books.banks.find_lines(ids))
        raise RuntimeError

    ids = await database.write(first)
    with pytest.raises(RuntimeError):
        await database.write(fails)
    groups = await database.read(lambda books: review_of(books, clerk).groups)
    assert len(groups) == 2
    assert all(each.choices == () for each in groups)


async def test_another_process_learns_from_the_books_alone(
    database: Database, accountant: Person
) -> None:
    one, other = new_clerk(), new_clerk()

    def play(books: Books) -> None:
        brings(books, one, (0, -500_00, "Zubrowka partners"), opening=1_000_000)
        (group,) = review_of(books, one).groups
        answer_lines(books, group.line_ids, ADVERTISING, accountant, cause(accountant))
        brings(books, one, (1, -500_00, "Zubrowka partners"), opening=950_000)

    await database.write(play)
    mine = await database.read(lambda books: review_of(books, one).groups)
    his = await database.read(lambda books: review_of(books, other).groups)
    assert mine == his
    assert mine[0].choices[0] == ADVERTISING


async def test_the_shop_s_own_money_between_its_accounts_is_left_to_matching(
    database: Database, accountant: Person
) -> None:
    clerk = new_clerk()
    other = "UA843052990000026001234567890"

    def play(books: Books) -> tuple[FilingState, ...]:
        for account, partner, minor in ((other, None, 100), (None, other, -5_000)):
            made = line(0, minor, "transfer", counterparty_account=partner)
            told = statement(made) if account is None else statement(made, account=account)
            done = import_statements(books, [told], cause(accountant))
            assert isinstance(done, FileImported)
            take_lines(books, clerk, done.statements, cause(accountant))
        ids = list(range(1, 3))
        return tuple(each.state for each in books.filings.of_lines(ids))

    assert await database.write(play) == (FilingState.OPEN, FilingState.LEFT)


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["bring", "answer", "reopen", "rule", "unrule"]),
        st.integers(0, 5),
        st.sampled_from([ADVERTISING, RENT]),
    ),
    max_size=14,
)


@given(steps=_STEPS)
@settings(max_examples=times(6, 60))
def test_whatever_is_done_each_line_is_in_one_place(
    steps: list[tuple[str, int, str]],
    sqlite_template: SqliteTemplate,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    import asyncio  # noqa: PLC0415 - Hypothesis calls no coroutine

    url = sqlite_template.fresh(tmp_path_factory.mktemp("filed"))
    held, told = asyncio.run(_play(steps, url))
    assert held == told


class Player:
    """An accountant who does one thing after the other."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.clerk = new_clerk()
        self.brought: list[tuple[int, int, str]] = []

    def does(self, books: Books, what: str, which: int, category: str, number: int) -> None:
        """Do a step; what there is nothing for is nothing."""
        because, name = cause(self.person, number), f"Party {'ABCDEF'[which]}"
        known = books.filings.of_lines(range(1, len(self.brought) + 1))
        chosen = [each.line_id for each in known][which : which + 2]
        match what:
            case "bring":
                opening = 1_000_000 + sum(minor for _, minor, _ in self.brought)
                self.brought.append((len(self.brought), -100 * (which + 1), name))
                brings(books, self.clerk, self.brought[-1], opening=opening)
            case "answer" if chosen:
                answer_lines(books, chosen, category, self.person, because, only_open=False)
            case "reopen" if chosen:
                reopen_lines(books, chosen, self.person, because)
            case "rule":
                rule = Rule("new", category, words=(name,))
                assert isinstance(make_rule(books, rule, self.person, because), RuleMade)
            case "unrule":
                for each in books.line_rules.active()[:1]:
                    gone = remove_rule(books, each.id, self.person, because)
                    assert isinstance(gone, RuleRemoved)


async def _play(
    steps: list[tuple[str, int, str]], url: str
) -> tuple[dict[str, int], dict[str, int]]:
    """Play, proving the books after each step; give what accounts hold, and should."""
    database = await open_database(url)
    player = Player(await database.write(hired))
    for number, step in enumerate(steps):
        await database.write(
            lambda books, step=(*step, number): player.does(books, *step)  # type: ignore[misc]  # a lambda's default has no type
        )
        assert await database.read(verify_books) == ()
    filed = await database.read(standing)
    minor_of = {at: minor for at, (_, minor, _) in enumerate(player.brought, start=1)}
    accounts = (SUSPENSE, ADVERTISING, RENT)
    told = dict.fromkeys(accounts, 0)
    for at, minor in minor_of.items():
        told[filed.get(at) or SUSPENSE] -= minor
    held = await database.read(
        lambda books: {key: books.balances.of(key, "UAH").minor for key in accounts}
    )
    await database.close()
    return held, told


async def test_reopened_lines_ask_again_and_unteach(
    database: Database, accountant: Person
) -> None:
    clerk = new_clerk()

    def play(books: Books) -> None:
        brings(books, clerk, (0, -500_00, "Zubrowka partners"), opening=1_000_000)
        (group,) = review_of(books, clerk).groups
        answer_lines(books, group.line_ids, ADVERTISING, accountant, cause(accountant))
        done = reopen_lines(books, group.line_ids, accountant, cause(accountant, 1))
        assert isinstance(done, LinesReopened)
        (again,) = review_of(books, clerk).groups
        assert "because" in again.filings[0].reason
        assert again.filings[0].reason["count"] == 0

    await database.write(play)
    assert await database.read(verify_books) == ()
