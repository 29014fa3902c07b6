"""A day's page fits a message, whatever stands in it, and loses nothing."""

import datetime as dt
import html

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.callbacks import CashBookCallback, OpenEntryCallback
from handlers.cards import Setting
from handlers.tills.cash_book_page import BookView, cash_book_page
from ledger.accounts import Account, AccountType
from ledger.money import Money
from locales.words import words_of
from reports.cash_book import BookLine, CashBook, TillBook

DAY = dt.date(2026, 11, 20)
TILLS = [
    Account(f"till.{number}", f"301{number}", AccountType.ASSET, {"en": f"<Till {number}>"})
    for number in (1, 2)
]


def line(number: int, text: str) -> BookLine:
    amount = Money(-100 * number, "UAH")
    return BookLine(
        number, DAY, None, amount, amount, None, "9", text, text, text, text, None, None, None
    )


def shown_numbers(book: CashBook, setting: Setting, till: str | None) -> list[int]:
    """Turn all pages; give the numbers on the buttons."""
    numbers: list[int] = []
    for page in range(1_000):
        message = cash_book_page(setting, book, TILLS, BookView(till, page))
        assert len(message.text) <= 4_096
        data = [each.data for row in message.buttons for each in row]
        opens = [each for each in data if each.startswith("open:")]
        numbers += [OpenEntryCallback.unpack(each).number for each in opens]
        turns = [CashBookCallback.unpack(each) for each in data if each.startswith("book:")]
        if not any(each.page == page + 1 for each in turns):
            return numbers
    raise AssertionError


@settings(max_examples=25)
@given(
    count=st.integers(0, 70),
    text=st.text(max_size=200),
    language=st.sampled_from(("en", "uk", "ru")),
)
def test_every_entry_is_on_one_page_and_every_page_fits(
    count: int, text: str, language: str
) -> None:
    lines = [line(number, text) for number in range(1, count + 1)]
    tills = tuple(
        TillBook(each.key, "UAH", Money(0, "UAH"), tuple(lines[place::2]))
        for place, each in enumerate(TILLS)
    )
    book = CashBook(DAY, DAY, tills)
    setting = Setting(words_of(language), 1, DAY)
    assert shown_numbers(book, setting, None) == list(range(1, count + 1))
    assert shown_numbers(book, setting, "till.2") == list(range(2, count + 1, 2))


def test_names_are_harmless_and_days_ahead_are_not_offered() -> None:
    book = CashBook(DAY, DAY, (TillBook("till.1", "UAH", Money(0, "UAH"), ()),))
    message = cash_book_page(Setting(words_of("en"), 1, DAY), book, TILLS, BookView(page=7))
    assert html.escape("<Till 1>") in message.text
    labels = [each.label for row in message.buttons for each in row]
    assert labels == ["‹ 19.11", "All tills", "<Till 1>", "<Till 2>"]
    earlier = Setting(words_of("en"), 1, DAY + dt.timedelta(days=1))
    labels = [
        each.label
        for row in cash_book_page(earlier, book, TILLS, BookView("till.1")).buttons
        for each in row
    ]
    assert "21.11 ›" in labels
