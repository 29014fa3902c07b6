"""What the shop has taught, as it is shown: line by line, harmless, and short enough."""

from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio

from handlers.callbacks import MemoryCallback
from handlers.cards import Setting
from handlers.cash.replies import replies_to
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from locales.words import words_of
from parsing.memory.memory import Remembered
from parsing.reading import CashDraft, Understood
from services.cash.forget_word import mark_of
from services.cash.record_cash import ask_about, record_cash
from services.cash_types import TypedCash
from services.people import Newcomer, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat
from tests.shop import DAY, SHOP, SYSTEM, hire, lay, lexicon

CASHIER, ACCOUNTANT, DIRECTOR = 1, 2, 3
CALLBACK_BYTES_MAX = 64


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A bot of a shop with a cashier, an accountant and a director."""

    def staff(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Hall",))
        for user, role in enumerate((Role.CASHIER, Role.ACCOUNTANT, Role.DIRECTOR), start=1):
            books.people.add(Newcomer(user, role.value, "en"), role, NOW)

    database = await open_database(sqlite_url)
    await database.write(staff)
    yield Chat(database, clock, lexicon())
    await database.close()


async def teach(chat: Chat, *facts: Remembered) -> None:
    await chat.database.write(lambda books: books.memory.keep(facts, SYSTEM))


def hryvnias(*amounts: int) -> tuple[Money, ...]:
    return tuple(Money(amount * 100, "UAH") for amount in amounts)


async def lines(chat: Chat, *facts: Remembered) -> Sequence[str]:
    await teach(chat, *facts)
    (shown,) = await chat.say(CASHIER, "/memory")
    return shown.text.splitlines()[1:]


async def test_a_fact_is_told_in_words_with_what_is_usual(chat: Chat) -> None:
    told = await lines(
        chat,
        Remembered("boar", CashCategory.DELIVERY, CashDirection.OUT, times=3,
                   amounts=hryvnias(300, 150, 200)),
        Remembered("ihor", counterparty="Ihor P.", direction=CashDirection.OUT),
        Remembered("petrol", CashCategory.FUEL_TRANSPORT, CashDirection.IN, times=2,
                   amounts=hryvnias(1, 1000)),
        Remembered("tea", CashCategory.OFFICE_HOUSEHOLD, amounts=hryvnias(90, 90, 90)),
    )  # fmt: skip
    assert told == [
        "“tea” → Office and household · once · always ₴90",
        "“petrol” → Fuel and transport · money in · 2 times",
        "“ihor” → Ihor P. · money out · once",
        "“boar” → Delivery · 3 times · usually ₴150 to ₴300",
    ]


async def test_words_from_outside_are_harmless_and_cut(chat: Chat) -> None:
    (line,) = await lines(chat, Remembered("<b>&" * 900, counterparty="<i>\u202e" * 900))
    assert line.startswith("“&lt;b&gt;&amp;")
    assert "\u202e" not in line
    assert len(line) < 400


async def test_a_button_fits_however_long_the_word_is(chat: Chat) -> None:
    await teach(chat, Remembered("ї" * 3_000, CashCategory.RENT))
    (shown,) = await chat.say(DIRECTOR, "/memory")
    ((button,),) = shown.buttons
    assert len(button.data.encode()) <= CALLBACK_BYTES_MAX
    assert len(button.label) < 40
    (emptied,) = await chat.press(DIRECTOR, shown, button.label)
    assert emptied.text.startswith("You haven't taught me")


async def test_a_word_is_forgotten_once_and_the_list_stays_where_it_is(chat: Chat) -> None:
    await teach(chat, *(Remembered(f"{letter}ord", CashCategory.RENT) for letter in "abcdefklmn"))
    (first,) = await chat.say(ACCOUNTANT, "/memory")
    (second,) = await chat.press(ACCOUNTANT, first, "More…")
    (left,) = await chat.press(ACCOUNTANT, second, "Forget “bord”")
    assert left.edits is not None
    assert left.text.splitlines()[1:] == ["“aord” → Rent · once"]
    (again,) = await chat.press(ACCOUNTANT, second, "Forget “bord”")
    assert again.text == left.text
    (back,) = await chat.press(ACCOUNTANT, second, "Forget “aord”")
    assert len(back.text.splitlines()) == 9
    assert "← Back" not in [button.label for row in back.buttons for button in row]


async def test_a_cashier_forgets_nothing_even_with_a_button_of_another(chat: Chat) -> None:
    boar = Remembered("boar", CashCategory.DELIVERY)
    await teach(chat, boar)
    (shown,) = await chat.say(DIRECTOR, "/memory")
    assert MemoryCallback(page=0, mark=mark_of(boar)).pack() == shown.buttons[0][0].data
    (refused,) = await chat.press(CASHIER, shown, "Forget “boar”")
    assert "can't do that" in refused.text
    memory = await chat.database.read(lambda books: books.memory.recall())
    assert memory.find("boar") == boar


DECIDED = {
    "en": "as you filed “ігор”, “&lt;b&gt;” before",
    "uk": "як ви вже записували «ігор», «&lt;b&gt;»",
    "ru": "как вы уже записывали «ігор», «&lt;b&gt;»",
}


@pytest.mark.parametrize("language", DECIDED)
async def test_card_and_question_name_the_words_that_decided(
    sqlite_url: str, language: str
) -> None:
    draft = CashDraft(
        hryvnias(250)[0], CashDirection.OUT, CashCategory.DELIVERY, DAY, remembered=("ігор", "<b>")
    )

    def show(books: Books) -> list[str]:
        lay(books)
        setting = Setting(words_of(language), 7, DAY)
        person = hire(books)
        typed = TypedCash(person, 7, 1, "ігор 250", NOW)
        outcomes = (
            record_cash(books, typed, [draft], SYSTEM),
            ask_about(books, typed, Understood((draft,)), SYSTEM),
        )
        kept = books.drafts.open_in(7, person.id)
        assert kept is not None
        assert kept.known == draft
        return [said.text for outcome in outcomes for said in replies_to(books, setting, outcome)]

    database = await open_database(sqlite_url)
    card, question = await database.write(show)
    await database.close()
    assert DECIDED[language] in card.splitlines()
    assert question.splitlines()[2] == DECIDED[language]
