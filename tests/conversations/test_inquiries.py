"""The manager, the cashier and the CRM are asked about an exception; one tap makes it good."""

import datetime as dt
from decimal import Decimal

import pytest

from bot.crm_talker import CrmTalker
from bot.wiring import equip
from handlers.exceptions.exception_news import inquiry_news, settled_news
from jobs.look_through_books import look_through_books
from ledger.advances import ADVANCES
from ledger.document_rules import RECEIVABLES
from ledger.money import Money
from reconciliation.terms import read_terms
from sandbox.banks.faults import Fault
from sandbox.bitrix24.portal import DEAL, Portal
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from services.exceptions.exception_ports import Happened
from services.exceptions.match_books import match_books
from services.intake.bring_documents import bring_documents
from services.matching.matcher import Matcher
from services.messages import Cause, QueuedMessage
from services.ports import Books
from services.verify_books import verify_books
from tests.conftest import StillClock
from tests.conversations.floor import Floor, shop_floor
from tests.crm_desk import crm_desk_at
from tests.papers import order, told

SAID = {
    "en": ("Ask Cashier", "asks you", "discount", "There is an answer", "✅ Write off",
           "wrote it off"),
    "uk": ("Спитати: Cashier", "питає", "знижку", "Є відповідь", "✅ Списати", "списано"),
    "ru": ("Спросить: Cashier", "спрашивает", "скидке", "Есть ответ", "✅ Списать", "списано"),
}  # fmt: skip


def system() -> Cause:
    return Cause("system:test", None, dt.datetime.now(dt.UTC))


def sold(books: Books, days: int = 20, paid_by: str = "bank_transfer") -> None:
    """Keep an order of the cashier's that was closed some days ago and is not paid."""
    closed_at = dt.datetime.now(dt.UTC) - dt.timedelta(days=days)
    books.documents.post_from(closed_at.date())
    late = order(
        minor=42_000, lines=(), number="48123", paid_by=paid_by, responsible="Cashier",
        happened_at=closed_at, closed_at=closed_at,
    )  # fmt: skip
    bring_documents(books, [told(late)], system())
    match_books(books, Matcher(read_terms), system())


def balance(books: Books, account: str) -> Money:
    return books.balances.of(account, "UAH")


async def opened(chat: ChatSide, number: str = "48123") -> Seen:
    """Open an exception from the list."""
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, number)
    return await chat.sees_edit(card)


@pytest.mark.parametrize("language", SAID)
async def test_the_manager_answers_by_a_button_and_the_accountant_taps_once(
    database_url: str, language: str
) -> None:
    ask, asks, discount, came, take, done = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(sold)
        manager = await floor.side("cashier", language)
        chat = await floor.side("accountant", language)
        card = await opened(chat)
        await chat.presses(card, ask)
        card = await chat.sees_edit(card)
        assert "⏳" in card.text
        question = await manager.hears()
        assert asks in question.text
        assert "48123" in question.text
        await manager.presses(question, discount)
        question = await manager.sees_edit(question)
        assert "✅" in question.text
        assert not question.labels
        answer = await chat.hears()
        assert came in answer.text
        assert discount in answer.text
        await chat.presses(answer, take)
        answer = await chat.sees_edit(answer)
        assert done in answer.text
        assert (await floor.database.read(lambda books: balance(books, RECEIVABLES))).minor == 0
        assert await floor.database.read(verify_books) == ()


async def test_an_answer_in_words_is_kept_as_the_explanation(floor: Floor) -> None:
    await floor.database.write(sold)
    manager, chat = await floor.side("cashier"), await floor.side("accountant")
    card = await opened(chat)
    await chat.presses(card, "Ask somebody")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Cashier")
    await chat.sees_edit(card)
    question = await manager.hears()
    await manager.presses(question, "In my own words")
    asked = await manager.sees_edit(question)
    await manager.presses(asked, "Never mind")
    question = await manager.sees_edit(asked)
    await manager.presses(question, "In my own words")
    await manager.sees_edit(question)
    await manager.types("He is abroad, his brother brings it on Friday")
    answer = await chat.hears()
    assert "his brother brings it" in answer.text
    await floor.restart()
    await chat.presses(answer, "✅ Keep as the explanation")
    answer = await chat.sees_edit(answer)
    assert "Explained" in answer.text


async def test_what_settles_first_needs_no_answer(floor: Floor) -> None:
    await floor.database.write(sold)
    manager, chat = await floor.side("cashier"), await floor.side("accountant")
    card = await opened(chat)
    await chat.presses(card, "Ask Cashier")
    await chat.sees_edit(card)
    question = await manager.hears()

    def given_away(books: Books) -> tuple[QueuedMessage, ...]:
        (kept,) = books.documents.of_number("48123")
        gone = order(
            minor=0, lines=(), number="48123", happened_at=kept.document.happened_at,
            closed_at=kept.document.closed_at, changed_at=dt.datetime.now(dt.UTC),
        )  # fmt: skip
        bring_documents(books, [told(gone)], system())
        closed = match_books(books, Matcher(read_terms), system()).closed
        return books.outbox.add(settled_news(books, closed), system())

    floor.app.announce(await floor.database.write(given_away))
    ended = await manager.sees_edit(question)
    assert "No need to answer" in ended.text
    assert not ended.labels


async def asked_at_the_till(floor: Floor) -> tuple[ChatSide, Seen]:
    """Have the cashier asked about an order that was closed for cash."""
    await floor.database.write(lambda books: sold(books, days=1, paid_by="cash"))
    clock = StillClock(dt.datetime.now(dt.UTC).replace(hour=12))
    cashier = await floor.side("cashier")
    await look_through_books(floor.database, clock, settled_news, inquiry_news, floor.app.announce)
    question = await cashier.hears()
    assert "closed for cash" in question.text
    return cashier, question


async def test_the_cashier_says_that_it_is_in_the_till(floor: Floor) -> None:
    cashier, question = await asked_at_the_till(floor)
    await cashier.presses(question, "It's in the till")
    question = await cashier.sees_edit(question)
    assert "It's in the till" in question.text
    assert "+₴420" in (await cashier.hears()).text
    assert (await floor.database.read(lambda books: balance(books, "till.1"))).minor == 42_000


async def test_whoever_has_not_answered_for_a_day_is_asked_once_more(floor: Floor) -> None:
    chat = await floor.side("accountant")
    cashier, _ = await asked_at_the_till(floor)
    later = dt.datetime.now(dt.UTC).replace(hour=12) + dt.timedelta(days=1, hours=1)
    clock = StillClock(later)
    for _ in range(2):
        await look_through_books(
            floor.database, clock, settled_news, inquiry_news, floor.app.announce
        )
    again = await cashier.hears()
    assert again.text.startswith("🔔 Nobody has answered")
    assert "No answer from Cashier" in (await chat.hears()).text
    await cashier.presses(again, "It's in the till")
    assert "+₴420" in (await cashier.hears()).text
    history = await floor.database.read(lambda books: books.exceptions.history(1))
    assert [each.what for each in history].count(Happened.REMINDED) == 1


async def test_the_cashier_names_who_has_the_money(floor: Floor) -> None:
    chat = await floor.side("accountant")
    cashier, question = await asked_at_the_till(floor)
    await cashier.presses(question, "Somebody else has it")
    people = await cashier.sees_edit(question)
    await cashier.presses(people, "Another name")
    await cashier.sees_edit(people)
    await cashier.types("Ihor")
    answer = await chat.hears()
    assert "Somebody else has it: Ihor" in answer.text
    await chat.presses(answer, "₴420 is with Ihor")
    answer = await chat.sees_edit(answer)
    assert "entered the cash" in answer.text
    assert (await floor.database.read(lambda books: balance(books, ADVANCES))).minor == 42_000


async def test_a_manager_who_is_not_here_is_asked_on_the_deal_once(floor: Floor) -> None:
    closed = dt.datetime.now(dt.UTC) - dt.timedelta(days=20)
    clock = StillClock(closed)
    portal = Portal(clock.now)
    manager = portal.user("Оксана", "Коваль")
    deal = portal.add(DEAL, ASSIGNED_BY_ID=manager, OPPORTUNITY=Decimal(420))
    portal.edit(DEAL, deal, manager, STAGE_ID="WON")
    clock.move(dt.timedelta(days=20))
    await floor.database.write(lambda books: books.documents.post_from(closed.date()))
    chat = await floor.side("accountant")
    async with crm_desk_at(floor.database, clock, portal) as desk:
        await desk.turn()
        await floor.database.write(lambda books: match_books(books, Matcher(read_terms), system()))
        words = equip().talk
        talker = CrmTalker([desk.connected], floor.database, clock, words, floor.app.announce)
        card = await opened(chat, "Order")
        await chat.presses(card, "Ask Оксана Коваль on the deal")
        assert "Asked on the deal" in (await chat.sees_edit(card)).text
        desk.server.faults.plan(Fault.NOTHING, Fault.LOST)
        for _ in range(3):
            await talker.talk()
            clock.move(dt.timedelta(minutes=5))
        (comment,) = portal.comments.values()
        assert comment["ENTITY_ID"] == deal
        assert "not paid" in str(comment["COMMENT"])
        assert "2 – A discount was agreed" in str(comment["COMMENT"])
        portal.comment("deal", deal, "[B]2[/B]", manager)
        await talker.talk()
        answer = await chat.hears()
        assert "Оксана Коваль: A discount was agreed" in answer.text
        await chat.presses(answer, "✅ Write off")
        assert "wrote it off" in (await chat.sees_edit(answer)).text
