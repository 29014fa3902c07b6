"""Questions about the books in the chat: answered, followed up, opened, kept from who may not."""

import json

import pytest

from sandbox.driver import ChatSide
from tests.conftest import StillClock
from tests.conversations.floor import BOT, Floor, plain, shop_floor
from tests.known_book import lay_known_book
from tests.model_stand_in import model_stand_in

SAID = {
    "en": (
        "how much did we spend on ads in October?", "₴2,500",
        "Understood as: Advertising · October 2026",
        "and in September?", "₴2,000", "What it's made of", "Google Ads",
    ),
    "uk": (
        "скільки витратили на рекламу в жовтні?", "2 500 ₴",
        "Зрозуміла так: Реклама · жовтень 2026",
        "а у вересні?", "2 000 ₴", "З чого це складається", "Google Ads",
    ),
    "ru": (
        "сколько потратили на рекламу в октябре?", "2 500 ₴",
        "Поняла так: Реклама · октябрь 2026",
        "а в сентябре?", "2 000 ₴", "Из чего это складывается", "Google Ads",
    ),
}  # fmt: skip


async def hears(chat: ChatSide) -> str:
    return plain((await chat.hears()).text)


@pytest.mark.parametrize("language", SAID)
async def test_a_question_is_answered_followed_up_and_opened(
    database_url: str, language: str
) -> None:
    asked, figure, understood, then, other, made_of, party = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director", language)
        await chat.types(asked)
        first = plain((await chat.hears()).text)
        assert figure in first
        assert understood in first
        await chat.types(then)
        second = await chat.hears()
        assert other in plain(second.text)
        await floor.restart()
        await chat.presses(second, made_of)
        entries = await chat.hears()
        assert party in entries.text
        await chat.presses(entries, entries.labels[0])
        assert "No." in (await chat.hears()).text or language != "en"


async def test_answers_of_every_kind_read_well(known: Floor) -> None:
    chat = await known.side("director")
    said = {
        "top 2 suppliers in October": "1. TOV Teplodim: ₴18,000\n2. Vent-Service: ₴7,400",
        "who owes us money?": "TOV Arktika: ₴14,000, since 10 October 2026",
        "how many sales in October?": "4 entries, ₴52,500 together",
        "average sale in October": "₴13,125\n₴52,500 in 4 entries",
        "compare sales in October and September": "+₴34,500 (+191.7 %)\nOctober 2026: ₴52,500",
        "order 4601": "The customer paid: ₴10,500",
        "how much is on the bank accounts?": "Bank, first account: ₴38,230",
        "last 2 sales": "1. 20 November 2026 · ₴4,000 · Taras",
        "why was profit lower in November than in October?": "What made the difference:\n· Sales",
        "last week": "Net result: ₴7,300",
        "sales by day last week": "₴9,500\n· 9 November 2026: ₴0\n",
        "and by week?": "· 9–15 Nov 2026: ₴9,500",
        "best day by sales in October": "1. 28 October 2026: ₴20,000",
        "are we on plan?": "No plan is set for these days.",
        "how much?": "How much of what?",
        "how much debt is there?": "Who owes whom?",
        "spent on lemons in October?": "No name is like “lemons” here, and no entry says it.",
        "margin on unicorns in October?": "I don't know what to do with “unicorns”",
        "how much did we pay Ihor in October?": "of Ihor",
    }
    for question, answer in said.items():
        await chat.types(question)
        assert answer in await hears(chat), question


async def test_what_is_asked_at_a_glance_and_cash_stay_as_they_were(known: Floor) -> None:
    chat = await known.side("director")
    await chat.types("today?")
    assert (await chat.hears()).photo is not None
    await chat.types("advertising 300")
    assert "₴300" in await hears(chat)
    await chat.types("good morning")
    assert "didn't record anything" in await hears(chat)


@pytest.mark.parametrize(
    ("typed", "told_back"),
    [
        ("sales 10 to 20 november", "₴18,700"),
        ("выручка с 10 по 20 ноября", "₴18,700"),
        ("виручка з 10 по 20 листопада", "₴18,700"),
        ("payments under 500 in november", "₴140"),
        ("unpaid orders", "TOV Arktika"),
        ("остаток в кассе", "Till 2"),
        ("anything odd i should look at", "what needs attention in the books"),
        ("sales 31 november", "There is no 31 november"),
        ("продажі 31 листопада", "There is no 31 листопада"),
        ("продажи 30 февраля", "There is no 30 февраля"),
    ],
)
async def test_days_and_bounds_are_no_cash_and_states_are_asked_outright(
    known: Floor, typed: str, told_back: str
) -> None:
    chat = await known.side("director")
    await chat.types(typed)
    assert told_back in await hears(chat)


async def test_a_cashier_hears_of_the_own_till_alone(known: Floor) -> None:
    chat = await known.side("cashier")
    for question in ("what is our margin in October?", "how much did we pay Ihor in October?"):
        await chat.types(question)
        assert "can't do that here" in await hears(chat)
    await chat.types("how much cash came in yesterday?")
    answer = await hears(chat)
    assert "₴5,200" in answer
    assert "Front till" in answer


async def test_in_a_group_what_tells_wages_goes_to_the_private_chat(known: Floor) -> None:
    private = await known.side("owner")
    actor = await known.driver.person("Owner", user_id=504)
    group = (await known.driver.group("Leaders", members=[actor], bots=[BOT])).as_(actor)
    await group.types("/leadership")
    await group.hears()
    await group.types("/ask sales in October")
    assert "₴52,500" in await hears(group)
    await group.types("/ask salaries in October")
    assert "in our own chat" in await hears(group)
    assert "₴16,500" in await hears(private)
    await group.types("/ask how was October?")
    assert "Wages" not in await hears(group)


CHOICE = {
    "ask": "total", "measure": "category", "first": "2026-10-01", "last": "2026-10-31",
    "against_first": None, "against_last": None, "categories": ["advertising"], "place": None,
    "about": None, "group": None, "limit": 5, "per": "entry", "order": None, "older_than_days": 0,
}  # fmt: skip
VAGUE = "what did the noisy stuff on walls eat up, brrr zorb?"


async def test_a_model_may_choose_among_the_queries_and_it_is_said(sqlite_url: str) -> None:
    async with (
        model_stand_in() as model,
        shop_floor(sqlite_url, model=model.endpoint, clock=StillClock()) as floor,
    ):
        await floor.database.write(lay_known_book)
        model.calls = json.dumps(CHOICE)
        chat, cashier = await floor.side("director"), await floor.side("cashier")
        await chat.types(VAGUE)
        said = await hears(chat)
        assert "₴2,500" in said
        assert "The language model read it as: Advertising · October 2026" in said
        asked = len(model.asked)
        await chat.types("how much did we spend on ads in October?")
        assert "Understood as" in await hears(chat)
        await cashier.types(VAGUE)
        await hears(cashier)
        assert len(model.asked) == asked


@pytest.mark.parametrize(
    "wrong",
    [
        {"about": "somebody who is not in the question"},
        {"ask": "drop table"},
        {"first": "2027-01-01", "last": "2027-01-31"},
        {"ask": "order", "order": "4601"},
        {"place": "till.1"},
        {"limit": "all"},
    ],
)
async def test_a_choice_that_does_not_bear_checking_is_none(
    sqlite_url: str, wrong: dict[str, object]
) -> None:
    async with (
        model_stand_in() as model,
        shop_floor(sqlite_url, model=model.endpoint, clock=StillClock()) as floor,
    ):
        await floor.database.write(lay_known_book)
        model.calls = json.dumps(CHOICE | wrong)
        chat = await floor.side("director")
        await chat.types("what zorb, brrr quux?")
        said = await hears(chat)
        assert "language model" not in said
        assert len(model.asked) == 1


async def test_who_may_ask_is_told_how_to_and_a_cashier_is_not(floor: Floor) -> None:
    director, cashier = await floor.side("director"), await floor.side("cashier")
    await director.types("hmm well then")
    told = (await director.hears()).text
    assert "who owes us?" in told
    assert "/help" in told
    await cashier.types("hmm well then")
    told = (await cashier.hears()).text
    assert "courier 220" in told
    assert "/help" in told
    assert "who owes us?" not in told
