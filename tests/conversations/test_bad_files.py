"""Files that can't be statements, or hide that they are: a clear answer, and nothing changed."""

import pytest

from services.ports import Books
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import DAY, held
from tests.sources.bad_files import BAD_FILES

LANGUAGES = ("en", "uk", "ru")
SAID = {
    "truncated": ("ends in the middle", "обривається посередині", "обрывается на середине"),
    "encoding": ("letters of this file are garbled", "Літери в цьому", "Буквы в этом"),
    "unknown": ("don't know this kind", "Такого файлу я не знаю", "Такого файла я не знаю"),
    "damaged": ("is damaged", "Файл пошкоджений", "Файл повреждён"),
    "bomb": ("far more than it should", "щось надто велике", "что-то слишком большое"),
    "locked": ("needs a password", "захищений паролем", "защищён паролем"),
    "empty": ("nothing in this file", "нічого немає", "ничего нет"),
    "no-statement": ("holds no bank statement", "виписки в цьому файлі", "выписки в этом файле"),
}


def all_of(books: Books) -> tuple[object, ...]:
    """Give what a file could change."""
    return (books.banks.accounts(), books.journal.count(), books.bank_shapes.all())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_bad_file_is_refused_in_words_and_changes_nothing(
    database_url: str, language: str
) -> None:
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        before = await floor.database.read(all_of)
        of_each_reason = {reason: name for name, (_, reason) in BAD_FILES.items()}
        names = BAD_FILES if language == "en" else of_each_reason.values()
        for name in names:
            content, reason = BAD_FILES[name]
            await chat.sends_document(content, name=name)
            told = (await chat.hears()).text
            assert SAID[reason][LANGUAGES.index(language)] in told, name
        assert await floor.database.read(all_of) == before
        assert await floor.database.read(verify_books) == ()
        await chat.sends_document(DAY, name="statement.xml")
        assert "·6001" in (await chat.hears()).text


@pytest.mark.parametrize(
    ("language", "megabytes", "said"),
    [
        ("en", 21, "larger than 10\xa0MB"),
        ("uk", 11, "більший за 10\xa0МБ"),
        ("ru", 11, "больше 10\xa0МБ"),
    ],
)
async def test_a_file_that_is_too_large_is_refused_in_words(
    database_url: str, language: str, megabytes: int, said: str
) -> None:
    """What has more than twenty megabytes no bot is given at all, be it 21 or 300."""
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(DAY + b" " * (megabytes << 20), name="year.xml")
        assert said in (await chat.hears()).text
        assert await floor.database.read(lambda books: books.banks.accounts()) == ()


@pytest.mark.parametrize("name", ["scan.pdf", "photo.jpg", "note.mp3"])
async def test_a_statement_under_another_kind_s_name_is_read_all_the_same(
    floor: Floor, name: str
) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(DAY, name=name)
    assert "Which entry is it for?" in (await chat.hears()).text
    told = (await chat.hears()).text
    assert "2 new lines" in told
    assert (await held(floor)).minor == 195_000
    await chat.sends_document(DAY, name=f"again-{name}")
    await chat.hears()
    assert "nothing new" in (await chat.hears()).text


async def test_a_paper_stays_one_and_says_what_a_statement_would_need(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(b"%PDF-1.7\n1 0 obj\n", name="statement.pdf")
    assert "I can't read one in a PDF" in (await chat.hears()).text
    await chat.hears_nothing()
    cashier = await floor.side("cashier")
    await cashier.sends_document(DAY, name="statement.pdf")
    assert (await cashier.hears()).text == "Which entry is it for?"
    await cashier.hears_nothing()
    assert await floor.database.read(lambda books: books.banks.accounts()) == ()


@pytest.mark.parametrize(
    ("language", "caption", "new"),
    [
        ("en", "Statement 01.11.2026 – 20.11.2026", "2 new lines"),
        ("uk", "виписка за листопад", "2 нові рядки"),
        ("ru", "выписка за ноябрь, счёт 26007233566001", "2 новые строки"),
    ],
)
async def test_words_under_a_statement_that_tell_of_no_money_are_its_name(
    database_url: str, language: str, caption: str, new: str
) -> None:
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(DAY, name="vypyska.xml", caption=caption)
        assert new in (await chat.hears()).text


async def test_words_under_a_file_that_tell_of_money_are_cash_talk(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(DAY, name="invoice.xml", caption="fuel 250")
    assert "Fuel" in (await chat.hears()).text
    await chat.hears_nothing()
    assert await floor.database.read(lambda books: books.banks.accounts()) == ()
