"""A day of the cash book as a message: openings, entries, totals, by pages that fit."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.callbacks import CashBookCallback, CashGridCallback
from handlers.cards import Setting, open_button
from handlers.tills.cash_book_grid import grid_of
from ledger.accounts import Account
from ledger.cash import TRANSFERS
from locales.words import as_name, shorten
from reports.cash_book import BookLine, CashBook, TillBook, by_number
from services.messages import Button, OutgoingMessage, Tone

TEXT_MAX = 3_900
"""Letters of a page with their marks; Telegram takes 4,096."""
ENTRIES_MAX = 20
"""Of a page: each has its button."""
NUMBERS_PER_ROW = 5
TILL_MAX = 24
"""A longer name of a till is cut on its button."""
ALL_TILLS = "-"


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that stay together; what is of an entry has its number."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class BookView:
    """What of a day's book is looked at, and in which form."""

    till: str | None = None
    """The only one to show; None shows all."""
    page: int = 0
    """From nought; one too far is the last."""
    is_grid: bool = False
    """Whether as a table, which the newest apps show."""


def cash_book_page(
    setting: Setting,
    book: CashBook,
    tills: Sequence[Account],
    view: BookView,
    *,
    edits: int | None = None,
) -> OutgoingMessage:
    """Show a page of a day's book.

    Args:
        setting: where and in which words.
        book: the day, of all tills.
        tills: the tills that can be looked at.
        view: what of it is looked at.
        edits: the message to show it in.
    """
    shown = book.of_till(view.till)
    names = {each.key: each.name(setting.words.language) for each in tills}
    pages = _paged(_blocks(setting, shown, names))
    view = replace(view, page=min(max(view.page, 0), len(pages) - 1))
    words = setting.words
    title = words("day-title", day=book.first)
    if len(pages) > 1:
        title = words("book-page", day=book.first, page=str(view.page + 1), pages=str(len(pages)))
    text = "\n".join([f"<b>{title}</b>", *(block.text for block in pages[view.page])])
    numbers = [block.number for block in pages[view.page] if block.number is not None]
    rows = [
        *_entry_rows(setting, numbers),
        *_page_rows(setting, book.first, view, len(pages)),
        _day_row(setting, book.first, view),
        *_till_rows(setting, book.first, tills, view),
        *([_form_row(setting, book.first, view)] if numbers else []),
    ]
    grid = grid_of(setting, shown, names, numbers, title) if view.is_grid and numbers else None
    return replace(setting.message(text, tuple(rows), edits=edits), grid=grid)


def _blocks(setting: Setting, book: CashBook, names: Mapping[str, str]) -> list[_Block]:
    words = setting.words
    blocks = [
        _Block(words("book-opening", till=_name(names, each), balance=each.opening))
        for each in book.tills
    ]
    if not book.line_count:
        blocks.append(_Block(words("book-empty")))
    has_several = len({each.till for each in book.tills}) > 1
    for each, line in by_number(book.tills):
        till = _name(names, each) if has_several else ""
        blocks.append(_Block(_entry_line(setting, line, till), line.number))
    blocks += [
        _Block(
            words(
                "book-totals",
                till=_name(names, each),
                cash_in=each.cash_in,
                cash_out=each.cash_out,
            )
        )
        for each in book.tills
        if each.lines
    ]
    blocks += [
        _Block(words("book-closing", till=_name(names, each), balance=each.closing))
        for each in book.tills
    ]
    return blocks


def _entry_line(setting: Setting, line: BookLine, till: str) -> str:
    words = setting.words
    kind = "book-in" if line.amount.minor > 0 else "book-out"
    parts = [words(kind, number=str(line.number), amount=abs(line.amount))]
    if line.category is not None:
        arrow = " ⇄" if line.category in TRANSFERS else ""
        parts.append(words.category(line.category) + arrow)
    told = line.narration if line.category is None else None
    parts += [
        words("cash-line-counterparty", name=shorten(text))
        for text in (told, line.counterparty and as_name(line.counterparty), line.told_by, till)
        if text
    ]
    ties = (
        ("book-reversed-by", line.reversed_by),
        ("book-reverses", line.reverses),
        ("book-replaces", line.replaces),
    )
    parts += [words(tie, number=str(number)) for tie, number in ties if number is not None]
    if line.belongs_on is not None:
        parts.append(words("cash-line-day", day=line.belongs_on))
    return " · ".join(parts)


def _paged(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Put blocks on pages that Telegram takes, never parting one."""
    pages: list[list[_Block]] = [[]]
    letters = entries = 0
    for block in blocks:
        size, is_entry = len(block.text) + 1, block.number is not None
        is_full = letters + size > TEXT_MAX or (is_entry and entries == ENTRIES_MAX)
        if is_full and pages[-1]:
            pages.append([])
            letters = entries = 0
        pages[-1].append(block)
        letters += size
        entries += is_entry
    return pages


def _entry_rows(setting: Setting, numbers: Sequence[int]) -> list[tuple[Button, ...]]:
    buttons = [open_button(setting.words, number) for number in dict.fromkeys(numbers)]
    return [
        tuple(buttons[start : start + NUMBERS_PER_ROW])
        for start in range(0, len(buttons), NUMBERS_PER_ROW)
    ]


def _page_rows(
    setting: Setting, day: dt.date, view: BookView, count: int
) -> list[tuple[Button, ...]]:
    label, row, page = setting.words.plain, [], view.page
    if page:
        row.append(_turn(label("button-back"), day, replace(view, page=page - 1)))
    if page + 1 < count:
        row.append(_turn(label("button-more"), day, replace(view, page=page + 1)))
    return [tuple(row)] if row else []


def _day_row(setting: Setting, day: dt.date, view: BookView) -> tuple[Button, ...]:
    before, after = day - dt.timedelta(days=1), day + dt.timedelta(days=1)
    first = replace(view, page=0)
    row = [_turn(f"‹ {_short(before)}", before, first)]
    if after <= setting.today:
        row.append(_turn(f"{_short(after)} ›", after, first))
    return tuple(row)


def _form_row(setting: Setting, day: dt.date, view: BookView) -> tuple[Button, ...]:
    """Give the way to the table, or back to the text that every app shows."""
    label = setting.words.plain("book-as-text" if view.is_grid else "book-as-table")
    return (_turn(label, day, replace(view, is_grid=not view.is_grid)),)


def _till_rows(
    setting: Setting, day: dt.date, tills: Sequence[Account], view: BookView
) -> list[tuple[Button, ...]]:
    if len(tills) < 2:  # noqa: PLR2004 - one till needs no choice
        return []
    language = setting.words.language
    choices: list[tuple[str, str | None]] = [(setting.words.plain("button-all-tills"), None)]
    choices += [(shorten(each.name(language), TILL_MAX), each.key) for each in tills]
    return [
        (
            _turn(
                label,
                day,
                replace(view, till=key, page=0),
                tone=Tone.MAIN if key == view.till else Tone.PLAIN,
            ),
        )
        for label, key in choices
    ]


def _turn(label: str, day: dt.date, view: BookView, *, tone: Tone = Tone.PLAIN) -> Button:
    kind = CashGridCallback if view.is_grid else CashBookCallback
    data = kind(day=day.isoformat(), till=view.till or ALL_TILLS, page=view.page)
    return Button(label, data=data.pack(), tone=tone)


def _short(day: dt.date) -> str:
    return f"{day:%d.%m}"


def _name(names: Mapping[str, str], book: TillBook) -> str:
    return shorten(names.get(book.till, book.till))
