"""The first day: the owner sets the shop up, people are invited, strangers stay outside."""

import asyncio
import datetime as dt

import pytest

from services.people import Role
from services.team.claim_ownership import issue_owner_code
from tests.conversations.floor import BOT, STAFF, Floor, shop_floor

LANGUAGES = {"en": "English", "uk": "Українська", "ru": "Русский"}
CITIES = {"en": "Kyiv", "uk": "Київ", "ru": "Киев"}


async def owner_code(floor: Floor) -> str:
    now = dt.datetime.now(dt.UTC)
    code = await floor.database.write(lambda books: issue_owner_code(books, now))
    assert code is not None
    return code


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_sends_the_code_owns_the_shop_and_sets_it_up(
    database_url: str, language: str
) -> None:
    async with shop_floor(database_url, language=None) as floor:
        ann = await floor.driver.person("Ann", language_code=language)
        chat = await ann.opens(BOT)
        await chat.hears()
        await chat.types((await owner_code(floor)).lower())
        await chat.hears()
        question = await chat.hears()
        await chat.presses(question, LANGUAGES[language])
        await chat.hears()
        await chat.types("Тепло & Вода")
        await chat.presses(await chat.hears(), "EUR")
        await chat.presses(await chat.hears(), CITIES[language])
        await chat.presses(await chat.hears(), "2")
        await chat.hears()
        await chat.types("Зал")
        question = await chat.hears()
        await chat.presses(question, question.labels[0])
        await chat.hears()
        await chat.types("1 250,50")
        await chat.presses(await chat.hears(), "0")
        assert "Тепло & Вода" in (await chat.hears()).text
        shop = await floor.database.read(lambda books: books.shop.get())
        assert shop is not None
        assert (shop.is_ready, shop.base_currency, shop.language) == (True, "EUR", language)
        tills = await floor.database.read(lambda books: books.accounts.tills())
        assert next(till.name("en") for till in tills) == "Зал"
        balance = await floor.database.read(lambda books: books.balances.of("till.1", "EUR"))
        assert balance.minor == 125_050


async def test_wrong_answers_in_set_up_are_explained_and_asked_again(database_url: str) -> None:
    async with shop_floor(database_url, language=None) as floor:
        ann = await floor.driver.person("Ann")
        chat = await ann.opens(BOT)
        await chat.hears()
        await chat.types(await owner_code(floor))
        await chat.hears()
        await chat.presses(await chat.hears(), "English")
        await chat.hears()
        await chat.types("Shop")
        await chat.hears()
        await chat.types("doubloons")
        assert "doubloons" in (await chat.hears()).text
        await chat.types("czk")
        await chat.hears()
        await chat.types("Atlantis <b>")
        assert "Atlantis <b>" in (await chat.hears()).text
        await chat.types("прага")
        question = await chat.hears()
        await chat.presses(question, "Back")
        assert "city" in (await chat.hears()).text


async def test_a_wrong_code_opens_nothing(database_url: str) -> None:
    async with shop_floor(database_url, language=None) as floor:
        await owner_code(floor)
        eve = await floor.driver.person("Eve")
        chat = await eve.opens(BOT)
        await chat.hears()
        await chat.types("ABCD-EFGH")
        await chat.hears_nothing()
        assert await floor.database.read(lambda books: books.people.all()) == ()


async def test_an_invitation_takes_one_person_in(floor: Floor) -> None:
    owner = await floor.side("owner")
    await owner.types("/invite")
    menu = await owner.hears()
    await owner.presses(menu, "cashier")
    link = (await owner.sees_edit(menu)).text.splitlines()[-1]
    olha = await floor.driver.person("Olha <3", language_code="uk")
    chat = await olha.chat_with(BOT)
    await chat.opens_link(link)
    assert "касир" in (await chat.hears()).text
    assert "Olha <3" in (await owner.hears()).text
    assert "till" in await chat.commands()
    eve = await floor.driver.person("Eve")
    late = await eve.chat_with(BOT)
    await late.opens_link(link)
    assert "already" in (await late.hears()).text


async def test_only_the_owner_invites(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/invite")
    assert "can't" in (await chat.hears()).text


async def test_the_owner_changes_roles_and_lets_people_go(floor: Floor) -> None:
    chat = await floor.side("owner")
    await chat.types("/team")
    listed = await chat.hears()
    await chat.presses(listed, "Cashier")
    card = await chat.sees_edit(listed)
    await chat.presses(card, "Role: director")
    assert "director" in (await chat.sees_edit(card)).text
    await chat.types("/team")
    listed = await chat.hears()
    await chat.presses(listed, "Accountant")
    card = await chat.sees_edit(listed)
    await chat.presses(card, "Remove")
    await chat.sees_edit(card)
    people = await floor.database.read(lambda books: books.people.all())
    assert next(person.role for person in people) is Role.DIRECTOR
    assert not people[2].is_active


async def test_the_last_owner_stays(floor: Floor) -> None:
    chat = await floor.side("owner")
    await chat.types("/team")
    listed = await chat.hears()
    await chat.presses(listed, "Owner")
    card = await chat.sees_edit(listed)
    await chat.presses(card, "Remove")
    assert "needs an owner" in (await chat.sees_edit(card)).text


async def test_a_stranger_gets_one_polite_line_and_nothing_else(floor: Floor) -> None:
    eve = await floor.driver.person("Eve", language_code="uk")
    chat = await eve.opens(BOT)
    assert "запрошення" in (await chat.hears()).text
    await chat.types("courier 220")
    await chat.types("/today")
    await chat.hears_nothing()
    assert await floor.database.read(lambda books: books.journal.count()) == 0


async def test_everybody_speaks_his_own_language(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/language")
    asked = await chat.hears()
    await chat.presses(asked, "Українська")
    assert "українською" in (await chat.sees_edit(asked)).text
    await chat.types("/till")
    assert "₴" in (await chat.hears()).text
    await chat.types("дякую")
    assert "кур'єр" in (await chat.hears()).text


async def test_a_group_becomes_the_leadership_chat_and_is_followed(floor: Floor) -> None:
    await floor.side("owner")
    ann = await floor.driver.person("Owner", user_id=504)
    group = await floor.driver.group("Leaders", members=[ann], bots=[BOT])
    side = group.as_(ann)
    await side.types("/leadership")
    await side.hears()
    assert await floor.database.read(lambda books: books.chats.leadership()) == group.id
    bigger = await group.upgrade()
    async with asyncio.timeout(5):
        while await floor.database.read(lambda books: books.chats.leadership()) == group.id:
            await asyncio.sleep(0.01)
    new_side = bigger.as_(ann)
    await new_side.types("/today")
    assert (await new_side.hears()).photo is not None


async def test_only_an_owner_makes_a_leadership_chat_and_cash_talk_is_left_alone(
    floor: Floor,
) -> None:
    await floor.side("cashier")
    olha = await floor.driver.person("Cashier", user_id=501)
    group = await floor.driver.group("Talk", members=[olha], bots=[BOT])
    side = group.as_(olha)
    await side.types("/leadership")
    assert "can't" in (await side.hears()).text
    await side.types("courier 220")
    await side.hears_nothing()


async def test_a_command_of_ones_own_chat_is_not_left_without_a_word_in_a_group(
    floor: Floor,
) -> None:
    ann = await floor.driver.person("Owner", user_id=STAFF["owner"][0])
    group = (await floor.driver.group("Talk", members=[ann], bots=[BOT])).as_(ann)
    await group.types("/exceptions")
    assert "in our own chat" in (await group.hears()).text
    await group.types("/weather")
    await group.types("courier 220")
    await group.hears_nothing()


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        ("cashier", ("Cash", "/count"), ("bank statement", "why is this month down")),
        ("accountant", ("bank statement", "The books", "/review"), ("/limits",)),
        ("director", ("why is this month down", "/limits"), ("/jobs",)),
        ("owner", ("You and me", "/jobs"), ()),
    ],
)
async def test_help_tells_each_role_what_it_may_do_in_groups(
    floor: Floor, role: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    chat = await floor.side(role)
    await chat.types("/help")
    told = (await chat.hears()).text
    assert all(each in told for each in there)
    assert not any(each in told for each in not_there)
