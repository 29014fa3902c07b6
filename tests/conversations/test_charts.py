"""The director's pictures in the chat: what they show, to whom, on which ground."""

import pytest

from ledger.days import Days
from parsing.questions.query import Ask, Measure, Query
from services.answers.answer_question import answer_question
from services.ports import Books
from services.results.report_gap import report_gap
from services.results.report_pictures import report_flow
from tests.conftest import NOW, StillClock
from tests.conversations.floor import plain, shop_floor
from tests.known_book import lay_known_book

SAID = {
    "en": {
        "📊 Expenses": ("Expenses · October 2026", "Spent: ₴37,230", "Wages: ₴16,500"),
        "📊 Money": ("Money in and out", "Came in: ₴38,500", "Closing balance: ₴97,800"),
        "📊 Debts": ("owe · 31 October 2026", "8–30 days: ₴14,000", "TOV Arktika: ₴14,000"),
        "📊 Margin": ("Margin by order", "Gross margin · 54%: ₴16,700"),
        "📊 Bank and CRM": (
            "Cash not at the bank: −\N{WORD JOINER}₴17,000",
            "Came to the bank: ₴20,000",
        ),
    },
    "uk": {
        "📊 Витрати": ("Витрати · жовтень 2026", "Витрачено: 37 230 ₴", "Зарплата: 16 500 ₴"),
        "📊 Гроші": ("Рух грошей", "Надійшло: 38 500 ₴", "Залишок на кінець: 97 800 ₴"),
        "📊 Борги": ("клієнтів · 31 жовтня 2026", "8–30 днів: 14 000 ₴"),
        "📊 Маржа": ("Маржа за замовленнями", "Валова маржа · 54 %: 16 700 ₴"),
        "📊 Банк і CRM": ("Готівка не в банку: −17 000 ₴", "Прийшло в банк: 20 000 ₴"),
    },
    "ru": {
        "📊 Расходы": ("Расходы · октябрь 2026", "Потрачено: 37 230 ₴", "Зарплата: 16 500 ₴"),
        "📊 Деньги": ("Движение денег", "Пришло: 38 500 ₴", "Остаток на конец: 97 800 ₴"),
        "📊 Долги": ("клиентов · 31 октября 2026", "8–30 дней: 14 000 ₴"),
        "📊 Маржа": ("Маржа по заказам", "Валовая маржа · 54 %: 16 700 ₴"),
        "📊 Банк и CRM": ("Наличные не в банке: −17 000 ₴", "Пришло в банк: 20 000 ₴"),
    },
}
ASKED = {"en": "/report October", "uk": "/report жовтень", "ru": "/report октябрь"}
OCTOBER = Days.month(2026, 10)


@pytest.mark.parametrize("language", SAID)
async def test_pictures_say_what_the_books_do(database_url: str, language: str) -> None:
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director", language)
        await chat.types(ASKED[language])
        result = await chat.hears()
        for label, expected in SAID[language].items():
            await chat.presses(result, label)
            shown = await chat.hears()
            assert shown.photo
            assert [each for each in expected if each not in plain(shown.text)] == []


async def test_the_gap_by_command_on_either_ground_and_not_for_a_cashier(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        director, cashier = await floor.side("director"), await floor.side("cashier")
        await director.types("/gap November")
        light = await director.hears()
        assert "Sold past the CRM: ₴27,700" in light.text
        assert "Came to the bank: ₴8,000" in light.text
        await director.presses(light, "Dark picture")
        dark = await director.sees_edit(light)
        assert dark.text == light.text
        assert dark.photo != light.photo
        await director.types("/gap")
        assert "20\xa0November 2026" in (await director.hears()).text
        await director.types("/gap nonsense")
        assert "/gap October" in (await director.hears()).text
        await cashier.types("/gap")
        assert "can't do that here" in (await cashier.hears()).text


async def test_any_report_is_a_file_for_who_may_know_it(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        director, cashier = await floor.side("director"), await floor.side("cashier")
        await director.types("/report October")
        result = await director.hears()
        await director.presses(result, "File…")
        which = await director.hears()
        assert which.labels == ("XLSX", "CSV", "PDF")
        contents = {}
        for label in which.labels:
            await director.presses(which, label)
            sent = await director.hears()
            assert sent.document is not None
            assert sent.text == "October 2026"
            contents[label] = await floor.driver.download(sent.document)
        assert contents["XLSX"].startswith(b"PK")
        assert contents["PDF"].startswith(b"%PDF")
        assert '"Net result";"1770.00";"UAH"' in contents["CSV"].decode()
        await director.types("how much did we spend on ads in October?")
        await director.presses(await director.hears(), "File…")
        await director.presses(await director.hears(), "CSV")
        sent = await director.hears()
        assert sent.document is not None
        told = (await floor.driver.download(sent.document)).decode()
        assert '"Total";"";"2500.00";"UAH"' in told
        assert "Google Ads" in told
        await cashier.types("how much did we spend in October?")
        own = await cashier.hears()
        assert not [label for label in own.labels if "📊" in label]
        await cashier.presses(own, "File…")
        await cashier.presses(await cashier.hears(), "CSV")
        assert "Google Ads" not in (await cashier.hears()).text


async def test_money_in_and_out_is_what_questions_answer(database_url: str) -> None:
    async with shop_floor(database_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)

        def look(books: Books) -> None:
            for days in (OCTOBER, Days.month(2026, 11), Days.months(2026, 9, 3)):
                flow = report_flow(books, days)
                for measure, told in (
                    (Measure.MONEY_IN, flow.money_in),
                    (Measure.MONEY_OUT, flow.money_out),
                ):
                    answer = answer_question(books, Query(Ask.TOTAL, measure, days), NOW)
                    assert answer.amount == told
                first = flow.steps[0]
                before = first.after - first.money_in + first.money_out
                assert before + flow.money_in - flow.money_out == flow.after

        await floor.database.read(look)


async def test_every_day_of_the_books_leads_from_the_crm_to_the_bank(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)

        def look(books: Books) -> None:
            for day in range(1, 31):
                (gap,) = report_gap(books, Days.one(OCTOBER.first.replace(day=day)))
                parts = sum((each.minor for each in gap.parts.values()), start=gap.crm.minor)
                assert parts == gap.bank.minor

        await floor.database.read(look)
