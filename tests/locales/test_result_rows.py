"""A result says how fresh its sources are and what may still move it, in three languages."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from ledger.days import Days
from ledger.money import Money
from locales.result_rows import closing_lines
from locales.words import words_of
from reports.results import results_of
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
           "bitrix24: still being read", "3 exceptions aren't explained yet, ₴900 at stake",
           "1 message about cash waits for an answer: ₴500"),
    "uk": ("Bank 1: 13:30", "⚠️ Bank 2: мовчить 1 дн. 9 год", "Bank 3: рядки по",
           "bitrix24: ще читається", "3 розбіжності ще не пояснено, ідеться про 900 ₴",
           "1 повідомлення про готівку чекає відповіді: 500 ₴"),
    "ru": ("Bank 1: 13:30", "⚠️ Bank 2: молчит 1 дн. 9 ч", "Bank 3: строки по",
           "bitrix24: ещё читается", "3 расхождения ещё не объяснены, речь о 900 ₴",
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
