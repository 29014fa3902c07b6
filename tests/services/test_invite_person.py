"""Invitations, the team and groups, over real books."""

import datetime as dt
from dataclasses import replace

from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books, Database
from services.team.choose_language import choose_language
from services.team.invite_person import AlreadyIn, BadInvitation, Invited, Joined, accept, invite
from services.team.leadership_chat import follow_upgrade, make_leadership
from services.team.manage_team import (
    LastOwner,
    NoSuchPerson,
    assign_till,
    change_role,
    remove,
    team,
)
from tests.conftest import NOW
from tests.shop import SYSTEM, hire, lay

IHOR = Newcomer(7, "Ihor", "uk")


def invited(books: Books, owner: Person, role: Role = Role.CASHIER) -> str:
    made = invite(books, owner, role, SYSTEM)
    assert isinstance(made, Invited)
    return made.token


async def test_a_link_takes_one_person_in_and_names_the_inviter(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        token = invited(books, owner, Role.DIRECTOR)
        joined = accept(books, token, IHOR, SYSTEM)
        assert isinstance(joined, Joined)
        assert (joined.person.role, joined.inviter) == (Role.DIRECTOR, owner)
        again = accept(books, token, replace(IHOR, telegram_id=8), SYSTEM)
        assert again == BadInvitation("used")

    await database.write(play)


async def test_links_do_not_repeat_fit_and_are_kept_as_digests(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        tokens = {invited(books, owner) for _ in range(20)}
        assert len(tokens) == 20
        assert all(22 <= len(token) <= 64 for token in tokens)
        assert all(books.invitations.by_digest(token) is None for token in tokens)

    await database.write(play)


async def test_an_old_or_unknown_link_says_which(database: Database) -> None:
    def play(books: Books) -> None:
        token = invited(books, hire(books, Role.OWNER))
        late = Cause("system:test", None, NOW + dt.timedelta(hours=48))
        assert accept(books, token, IHOR, late) == BadInvitation("expired")
        assert accept(books, token + "x", IHOR, SYSTEM) == BadInvitation("unknown")

    await database.write(play)


async def test_ones_own_link_stays_good(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        token = invited(books, owner)
        mine = Newcomer(owner.telegram_id, owner.name, "en")
        assert accept(books, token, mine, SYSTEM) == AlreadyIn(owner)
        assert isinstance(accept(books, token, IHOR, SYSTEM), Joined)

    await database.write(play)


async def test_only_the_owner_manages(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        for number, role in enumerate((Role.CASHIER, Role.ACCOUNTANT, Role.DIRECTOR)):
            actor = hire(books, role, telegram_id=200 + number)
            assert invite(books, actor, Role.OWNER, SYSTEM) == NotAllowed()
            assert change_role(books, actor, actor.id, Role.OWNER, SYSTEM) == NotAllowed()
            assert remove(books, actor, owner.id, SYSTEM) == NotAllowed()
            refused = make_leadership(books, actor, chat_id=-1, title="T", cause=SYSTEM)
            assert refused == NotAllowed()

    await database.write(play)


async def test_whoever_left_comes_back_as_the_same_person(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        first = accept(books, invited(books, owner), IHOR, SYSTEM)
        assert isinstance(first, Joined)
        remove(books, owner, first.person.id, SYSTEM)
        assert [each.id for each in team(books)] == [owner.id]
        assert remove(books, owner, first.person.id, SYSTEM) == NoSuchPerson()
        back = accept(books, invited(books, owner, Role.ACCOUNTANT), IHOR, SYSTEM)
        assert isinstance(back, Joined)
        assert (back.person.id, back.person.role) == (first.person.id, Role.ACCOUNTANT)

    await database.write(play)


async def test_the_shop_is_never_left_without_an_owner(database: Database) -> None:
    def play(books: Books) -> None:
        owner, other = hire(books, Role.OWNER), hire(books, Role.CASHIER, telegram_id=2)
        assert change_role(books, owner, owner.id, Role.CASHIER, SYSTEM) == LastOwner()
        assert remove(books, owner, owner.id, SYSTEM) == LastOwner()
        change_role(books, owner, other.id, Role.OWNER, SYSTEM)
        assert isinstance(remove(books, owner, owner.id, SYSTEM), Person)

    await database.write(play)


async def test_a_till_must_be_there(database: Database) -> None:
    def play(books: Books) -> None:
        lay(books)
        owner = hire(books, Role.OWNER)
        given = assign_till(books, owner, owner.id, "till.2", SYSTEM)
        assert isinstance(given, Person)
        assert given.till == "till.2"
        assert assign_till(books, owner, owner.id, "till.9", SYSTEM) == NotAllowed()

    await database.write(play)


async def test_the_leadership_chat_is_one_and_follows_its_group(database: Database) -> None:
    def play(books: Books) -> None:
        owner = hire(books, Role.OWNER)
        for chat_id in (-1, -2):
            make_leadership(books, owner, chat_id=chat_id, title="T", cause=SYSTEM)
        assert books.chats.leadership() == -2
        assert follow_upgrade(books, old_chat_id=-2, new_chat_id=-1002, cause=SYSTEM)
        assert not follow_upgrade(books, old_chat_id=-3, new_chat_id=-1003, cause=SYSTEM)
        assert books.chats.leadership() == -1002

    await database.write(play)


async def test_a_language_that_is_not_spoken_becomes_english(database: Database) -> None:
    def play(books: Books) -> None:
        person = hire(books)
        assert choose_language(books, person, "uk", SYSTEM).language == "uk"
        assert choose_language(books, person, "pl", SYSTEM).language == "en"

    await database.write(play)
