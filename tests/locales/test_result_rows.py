"""A result says how fresh its sources are and what may still move it, in three languages."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from ledger.accounts import AccountType
from ledger.days import Days
from ledger.money import Money
from locales.result_rows import EXPENSES_MAX, closing_lines, result_rows
from locales.words import words_of
from reports.results import AccountMoved, results_of
from reports.told_results import LateFacts, SourceSeen, ToldResults, Unsettled

NOW = dt.datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("Europe/Kyiv"))
DAYS = Days.one(NOW.date())
HOURS = dt.timedelta(hours=1)
SOURCES = (
    SourceSeen("asset.bank.1", NOW.date(), NOW - HOURS),
    SourceSeen("asset.bank.2", NOW.date(), NOW - 33 * HOURS, 33 * HOURS),
    SourceSeen("asset.bank.3", NOW.date()),
    SourceSeen("bitrix24", None, is_crm=True),
)
TOLD = ToldResults(
    results_of(DAYS, moved=()),
    results_of(DAYS.before(), moved=()),
    None,
    NOW,
    SOURCES,
    "UAH",
    unsettled=(Unsettled(3, Money(90_000, "UAH"), 1, Money(50_000, "UAH")),),
    late=(LateFacts(2, Money(-30_000, "UAH")),),
)
NAMES = {f"asset.bank.{place}": f"Bank {place}" for place in (1, 2, 3)}
SAID = {
    "en": ("Bank 1: 13:30", "⚠️ Bank 2: silent for 1 day 9 h", "Bank 3: lines through",
           "Bitrix24: still being read", "3 exceptions aren't explained yet, ₴900 at stake",
           "1 message about cash waits for an answer: ₴500"),
    "uk": ("Bank 1: 13:30", "⚠️ Bank 2: мовчить 1 дн. 9 год", "Bank 3: рядки по",
           "Бітрікс24: ще читається", "3 розбіжності ще не пояснено, ідеться про 900 ₴",
           "1 повідомлення про готівку чекає відповіді: 500 ₴"),
    "ru": ("Bank 1: 13:30", "⚠️ Bank 2: молчит 1 дн. 9 ч", "Bank 3: строки по",
           "Битрикс24: ещё читается", "3 расхождения ещё не объяснены, речь о 900 ₴",
           "1 сообщение о наличных ждёт ответа: 500 ₴"),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_sources_and_what_is_open_are_said(language: str) -> None:
    lines = closing_lines(words_of(language), TOLD, NAMES)
    told = "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")
    for said in SAID[language]:
        assert said in told


def test_a_source_read_on_another_day_says_which() -> None:
    earlier = replace(TOLD, sources=(SourceSeen("asset.bank.1", None, NOW - 20 * HOURS),))
    told = "\n".join(closing_lines(words_of("en"), earlier, NAMES))
    assert "Bank 1: 19\xa0Nov 2026, 18:30" in told


@pytest.mark.parametrize(("more", "last"), [(1, "Expense 13"), (2, "Other")])
def test_one_expense_more_than_fit_is_told_by_its_own_name(more: int, last: str) -> None:
    zero = Money(0, "UAH")
    moved = [
        AccountMoved(f"e{place}", AccountType.EXPENSE, Money(10_000 - place, "UAH"), zero)
        for place in range(1, EXPENSES_MAX + more + 1)
    ]
    told = replace(TOLD, results=results_of(DAYS, moved=moved))
    names = {f"e{place}": f"Expense {place}" for place in range(1, 20)}
    parts = [each.label for each in result_rows(words_of("en"), told, names) if each.is_part]
    assert last in parts
    assert ("Other" in parts) is (last == "Other")
