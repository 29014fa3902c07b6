"""Payouts that wait, as people see them and tap: late, twice, by the wrong person, in words."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest_asyncio

from handlers.approvals.approval_news import approval_news
from jobs.expire_approvals import let_approvals_lapse
from ledger.money import Money
from services.approvals.approvals import LASTS, Withdrawal
from services.approvals.payout_limits import PayoutLimit
from services.messages import OutgoingMessage, QueuedMessage, Tone
from services.people import Newcomer, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat, labels, till
from tests.shop import SHOP, lexicon

CASHIER, ACCOUNTANT, DIRECTOR, OWNER = 1, 2, 3, 4
PAID = "paid rent 9000"


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A shop with one of each, whose cashier may pay out 5000 at once."""

    def staff(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Hall",))
        for user, role in enumerate(Role, start=1):
            books.people.add(Newcomer(user, role.value.title(), "en"), role, NOW)
        books.limits.put(PayoutLimit(Role.CASHIER, "UAH", Money(500_000, "UAH")))

    database = await open_database(sqlite_url)
    await database.write(staff)
    yield Chat(database, clock, lexicon())
    assert await database.read(verify_books) == ()
    await database.close()


def to(user: int, messages: list[OutgoingMessage]) -> list[OutgoingMessage]:
    return [each for each in messages if each.chat_id == user]


async def ask(chat: Chat, text: str = PAID) -> dict[int, OutgoingMessage]:
    """Have the cashier ask for a payout, and give what each one sees of it."""
    said = await chat.say(CASHIER, text)
    return {each.chat_id: each for each in said}


async def test_the_asker_and_the_deciders_see_all_that_matters(chat: Chat) -> None:
    await chat.say(CASHIER, "petrol 700")
    cards = await ask(chat, "gave Ihor <b>9000 for mounting, order 55")
    assert set(cards) == {CASHIER, DIRECTOR, OWNER}
    own, card = cards[CASHIER], cards[DIRECTOR]
    assert own.text.splitlines()[:2] == [
        "<b>Waits for approval</b>, not recorded yet:",
        "<b>−\N{WORD JOINER}₴9,000</b> · Installer",
    ]
    assert "Your limit is ₴5,000 per payout." in own.text
    assert "I've asked Director, Owner." in own.text
    assert "20\xa0Nov 2026, 14:30" not in own.text
    assert "21\xa0Nov 2026, 14:30" in own.text
    assert labels(own) == ["Withdraw", "Not cash"]
    assert "Cashier asks to pay out <b>₴9,000</b> · Installer" in card.text
    assert "“gave Ihor &lt;b&gt;9000 for mounting, order 55”" in card.text
    assert "Ihor · order 55" in card.text.splitlines()
    assert "Cashier has paid out on 20\xa0November 2026: ₴700" in card.text
    assert "Hall: <b>−\N{WORD JOINER}₴700</b>" in card.text
    assert labels(card) == ["Approve", "Refuse", "Ask", "Delegate"]
    assert [each.tone for each in card.buttons[0]] == [Tone.GOOD, Tone.BAD]


async def test_what_is_above_the_days_limit_says_so(chat: Chat) -> None:
    limit = PayoutLimit(Role.CASHIER, "UAH", None, Money(100_000, "UAH"))
    await chat.database.write(lambda books: books.limits.put(limit))
    await chat.say(CASHIER, "petrol 700")
    cards = await ask(chat, "petrol 400")
    assert "Your limit is ₴1,000 a day, and you have paid out ₴700 already." in cards[CASHIER].text


async def test_of_several_operations_the_card_and_the_question_come_apart(chat: Chat) -> None:
    said = to(CASHIER, await chat.say(CASHIER, "petrol 700\npaid rent 9000"))
    card, waiting = said
    assert "₴700" in card.text
    assert "₴9,000" not in card.text
    assert "Waits for approval" in waiting.text
    assert await till(chat) == Money(-70_000, "UAH")


async def test_two_taps_file_it_once_and_the_late_one_learns_who_was_quicker(chat: Chat) -> None:
    cards = await ask(chat)
    first = await chat.press(DIRECTOR, cards[DIRECTOR], "Approve")
    (entry,) = (each for each in to(CASHIER, first) if each.edits_key is None)
    assert "Approved: Director" in entry.text
    assert "−\N{WORD JOINER}₴9,000" in entry.text
    assert entry.reply_to is not None
    assert {"Undo", "Amount"} <= set(labels(entry))
    changed = {each.edits_key for each in first if each.edits_key}
    assert changed == {cards[user].dedupe_key for user in (CASHIER, DIRECTOR, OWNER)}
    for each in first:
        if each.edits_key:
            ((off,),) = each.buttons
            assert off.tone is Tone.OFF
            assert off.label.startswith("Approved: Director, 20.11, 14:30")
    for user, label in ((DIRECTOR, "Approve"), (OWNER, "Approve"), (OWNER, "Refuse")):
        (late,) = await chat.press(user, cards[user], label)
        assert late.edits is not None
        assert "Approved: Director" in late.text
    assert await till(chat) == Money(-900_000, "UAH")


async def test_the_wrong_hands_decide_nothing(chat: Chat) -> None:
    cards = await ask(chat)
    for user in (CASHIER, ACCOUNTANT):
        for label in ("Approve", "Refuse", "Ask", "Delegate"):
            (said,) = await chat.press(user, cards[DIRECTOR], label)
            assert "can't do that" in said.text
    for label in ("Withdraw", "Not cash"):
        (said,) = await chat.press(OWNER, cards[CASHIER], label)
        assert "can't do that" in said.text
    assert await till(chat) == Money(0, "UAH")
    await chat.press(OWNER, cards[OWNER], "Approve")
    assert await till(chat) == Money(-900_000, "UAH")


async def test_a_usual_reason_is_told_in_the_readers_language(chat: Chat) -> None:
    def speak(books: Books) -> None:
        person = books.people.find(1)
        assert person is not None
        books.people.change(
            type(person)(person.id, person.telegram_id, person.name, person.role, "uk")
        )

    await chat.database.write(speak)
    cards = await ask(chat)
    (asked,) = await chat.press(OWNER, cards[OWNER], "Refuse")
    assert asked.edits is not None
    (back,) = await chat.press(OWNER, asked, "← Back")
    assert labels(back) == labels(cards[OWNER])
    (asked,) = await chat.press(OWNER, cards[OWNER], "Refuse")
    told = await chat.press(OWNER, asked, "no papers for it")
    (said,) = (each for each in to(CASHIER, told) if each.edits_key is None)
    assert "Відмова: Owner" in said.text
    assert "Причина: немає документів" in said.text


async def test_cash_typed_where_a_reason_was_asked_is_cash(chat: Chat) -> None:
    cards = await ask(chat)
    await chat.press(DIRECTOR, cards[DIRECTOR], "Refuse")
    (filed,) = await chat.say(DIRECTOR, "petrol 300")
    assert "−\N{WORD JOINER}₴300" in filed.text
    assert len(await chat.say(DIRECTOR, "not this month")) == 4
    (nothing,) = await chat.say(DIRECTOR, "not this month")
    assert "didn't record" in nothing.text
    assert await till(chat) == Money(-30_000, "UAH")


async def test_a_reason_that_comes_too_late_shows_how_it_ended(chat: Chat) -> None:
    cards = await ask(chat)
    await chat.press(DIRECTOR, cards[DIRECTOR], "Refuse")
    await chat.press(OWNER, cards[OWNER], "Approve")
    (late,) = await chat.say(DIRECTOR, "too dear for us")
    assert "Approved: Owner" in late.text
    assert await till(chat) == Money(-900_000, "UAH")


async def test_a_tap_after_a_day_lets_it_lapse_and_both_hear(chat: Chat) -> None:
    cards = await ask(chat)
    chat.clock.move(LASTS)
    told = await chat.press(DIRECTOR, cards[DIRECTOR], "Approve")
    assert any("it lapsed and nothing is recorded" in each.text for each in to(CASHIER, told))
    assert any("nobody decided in time" in each.text for each in to(OWNER, told))
    assert await till(chat) == Money(0, "UAH")


async def test_the_clock_lets_it_lapse_once(chat: Chat) -> None:
    await ask(chat)
    announced: list[QueuedMessage] = []

    async def lapse() -> None:
        await let_approvals_lapse(chat.database, chat.clock, approval_news, announced.extend)

    await lapse()
    assert announced == []
    chat.clock.move(LASTS + dt.timedelta(minutes=1))
    await lapse()
    assert {each.message.chat_id for each in announced} == {CASHIER, DIRECTOR, OWNER}
    edits = [each for each in announced if each.message.edits_key]
    assert len(edits) == 3
    announced.clear()
    await lapse()
    assert announced == []


async def test_a_deputy_gets_the_card_and_decides(chat: Chat) -> None:
    cards = await ask(chat)
    (asked,) = await chat.press(DIRECTOR, cards[DIRECTOR], "Delegate")
    assert labels(asked) == ["Accountant, accountant", "Owner, owner", "← Back"]
    told = await chat.press(DIRECTOR, asked, "Accountant, accountant")
    note, card = to(ACCOUNTANT, told)
    assert "Director asks you" in note.text
    assert labels(card) == ["Approve", "Refuse", "Ask"]
    (owners,) = to(OWNER, told)
    assert owners.edits_key == cards[OWNER].dedupe_key
    assert "Accountant may decide, too." in owners.text
    again = await chat.press(DIRECTOR, asked, "Owner, owner")
    (gone,) = to(ACCOUNTANT, again)
    assert "no longer yours" in gone.text
    (refused,) = await chat.press(ACCOUNTANT, card, "Approve")
    assert "can't do that" in refused.text
    await chat.press(DIRECTOR, asked, "Accountant, accountant")
    await chat.press(ACCOUNTANT, card, "Approve")
    assert await till(chat) == Money(-900_000, "UAH")


async def test_who_is_asked_something_else_answers_by_a_button(chat: Chat) -> None:
    (filed,) = await chat.say(CASHIER, "petrol 700")
    cards = await ask(chat)
    await chat.press(CASHIER, filed, "Amount")
    await chat.press(DIRECTOR, cards[DIRECTOR], "Ask")
    told = await chat.say(DIRECTOR, "Which month?")
    (question,) = to(CASHIER, told)
    changed, gone = await chat.say(CASHIER, "750")
    assert "₴750" in changed.text
    assert gone.edits_key == filed.dedupe_key
    (typed,) = await chat.press(CASHIER, question, "Answer")
    assert "Type your answer" in typed.text
    told = await chat.say(CASHIER, "November")
    assert any("“November”" in each.text for each in to(DIRECTOR, told))
    (refused,) = await chat.press(ACCOUNTANT, question, "Answer")
    assert "can't do that" in refused.text


async def test_where_nobody_else_may_approve_it_waits_and_says_what_to_do(chat: Chat) -> None:
    def alone(books: Books) -> None:
        for person in books.people.all():
            if person.role in {Role.DIRECTOR, Role.OWNER}:
                gone = type(person)(
                    person.id, person.telegram_id, person.name, person.role, "en", is_active=False
                )
                books.people.change(gone)

    await chat.database.write(alone)
    (own,) = await chat.say(CASHIER, PAID)
    assert "nobody but you" in own.text
    assert "/limits" in own.text
    assert "/invite" in own.text
    waiting = await chat.database.read(lambda books: books.approvals.waiting())
    assert len(waiting) == 1


async def test_not_cash_withdraws(chat: Chat) -> None:
    cards = await ask(chat)
    told = await chat.press(CASHIER, cards[CASHIER], "Not cash")
    assert all("wasn't a cash operation" in each.text for each in told)
    (found,) = await chat.database.read(
        lambda books: books.approvals.settled(asked_by=None, limit=5)
    )
    assert found.reason == Withdrawal.NOT_CASH


async def test_a_larger_amount_by_the_entrys_buttons_waits_beside_the_old_entry(
    chat: Chat,
) -> None:
    (card,) = await chat.say(CASHIER, "petrol 700")
    await chat.press(CASHIER, card, "Amount")
    told = await chat.say(CASHIER, "9000")
    (own,) = to(CASHIER, told)
    assert "in place of No.\xa01, ₴700" in own.text
    assert await till(chat) == Money(-70_000, "UAH")
    (owners,) = to(OWNER, told)
    await chat.press(OWNER, owners, "Approve")
    assert await till(chat) == Money(-900_000, "UAH")


async def test_limits_are_typed_in_many_ways_and_refused_in_words(chat: Chat) -> None:
    for typed, line in (
        ("/limits cashier 5000 20000", "cashier: ₴5,000 per payout, ₴20,000 a day"),
        ("/limits Касир 100", "cashier: ₴100 per payout, no limit a day"),
        ("/limits accountant - 900,50", "accountant: no limit per payout, ₴900.50 a day"),
        ("/limits cashier 100 500 eur", "cashier: €100 per payout, €500 a day"),
        ("/limits cashier 0", "cashier: ₴0 per payout, no limit a day"),
        ("/limits cashier - -", "cashier: no limit (UAH)"),
    ):
        own, told = await chat.say(DIRECTOR, typed)
        assert line in own.text, typed
        assert told.chat_id == OWNER
        assert "Director has changed a limit" in told.text
    for typed in (
        "cashier",
        "boss 500",
        "cashier much",
        "cashier 1 2 3",
        "cashier 5 USD 7",
        "eur",
    ):
        (said,) = await chat.say(DIRECTOR, f"/limits {typed}")
        assert "Type it like this" in said.text, typed
    (own,) = await chat.say(DIRECTOR, "/limits director 5000")
    assert "Only an owner" in own.text
    (refused,) = await chat.say(CASHIER, "/limits cashier 5000000")
    assert "can't do that" in refused.text
    (listed,) = await chat.say(OWNER, "/limits")
    assert "€100 per payout" in listed.text
    assert labels(listed) == ["cashier", "accountant", "director", "owner"]
    (below,) = await chat.say(DIRECTOR, "/limits")
    assert labels(below) == ["cashier", "accountant"]
    (no,) = await chat.press(CASHIER, listed, "cashier")
    assert "can't do that" in no.text
    (only,) = await chat.press(DIRECTOR, listed, "owner")
    assert "Only an owner" in only.text


async def test_cash_typed_where_a_limit_was_asked_is_cash(chat: Chat) -> None:
    (listed,) = await chat.say(OWNER, "/limits")
    (shown,) = await chat.press(OWNER, listed, "cashier")
    (asked,) = await chat.press(OWNER, shown, "Per day")
    (filed,) = await chat.say(OWNER, "petrol 300")
    assert "−\N{WORD JOINER}₴300" in filed.text
    own, _ = await chat.say(OWNER, "8000")
    assert "₴5,000 per payout, ₴8,000 a day" in own.text
    await chat.press(OWNER, asked, "Leave it as it is")
    (asked_again,) = await chat.press(OWNER, shown, "Per day")
    await chat.press(OWNER, asked_again, "Leave it as it is")
    limit = await chat.database.read(lambda books: books.limits.of(Role.CASHIER, "UAH"))
    await chat.say(OWNER, "1")
    assert limit == await chat.database.read(lambda books: books.limits.of(Role.CASHIER, "UAH"))


async def test_a_decision_in_words_is_asked_for_as_a_tap(chat: Chat) -> None:
    card = (await ask(chat))[DIRECTOR]
    for text in ("ok", "yes, go ahead", "no, too much"):
        said = await chat.say(DIRECTOR, text, reply_to_message=chat.card(DIRECTOR, card))
        assert {each.chat_id for each in said} == {DIRECTOR}, text
        assert "Only the button decides" in said[0].text
    (again,) = await chat.say(DIRECTOR, "ok")
    assert labels(again)[:2] == ["Approve", "Refuse"]
    assert await till(chat) == Money(0, "UAH")
    await chat.press(DIRECTOR, again, "Approve")
    assert await till(chat) == Money(-900_000, "UAH")
    (settled,) = await chat.say(DIRECTOR, "ok", reply_to_message=chat.card(DIRECTOR, card))
    assert "Approved" in settled.text


async def test_money_to_account_for_says_so_to_who_decides(chat: Chat) -> None:
    seen = await ask(chat, "gave Petro 6000 to buy pipes")
    assert "Petro · to account for" in seen[DIRECTOR].text
    assert "Petro · to account for" in seen[CASHIER].text
