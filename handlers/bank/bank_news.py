"""What the sender of a bank's file hears: what was new, what was known, whether it agrees."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias, assert_never

from handlers.bank.balance_buttons import SETTLED_MAX, balance_line, balance_rows
from handlers.bank.table_question import table_question
from handlers.cards import Setting
from handlers.filing.line_callbacks import BankFileCallback
from locales.words import Words, shorten, words_of
from reports.numbers import format_day
from services.bank.bank_names import TAIL, has_number
from services.bank.bank_ports import BankAccount
from services.bank.bank_types import (
    FileImported,
    NothingToImport,
    StatementImported,
    TableAsked,
    WhichAccount,
)
from services.filing.file_lines import LinesSorted
from services.intake.take_bank_file import FileNews, FileRefused
from services.intake.take_report import ReportTaken
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

SHOWN_MAX = 8
"""So many statements of a file are told one by one; of the rest only those with something odd."""
_REASONS = {
    "empty": "bank-file-empty",
    "unknown": "bank-file-unknown",
    "encoding": "bank-file-encoding",
    "truncated": "bank-file-truncated",
    "damaged": "bank-file-damaged",
    "locked": "bank-file-locked",
    "bomb": "bank-file-bomb",
    "no-statement": "bank-file-no-statement",
    "columns": "bank-file-columns",
    "lost": "bank-file-lost",
}
_Told: TypeAlias = FileImported | ReportTaken | NothingToImport | FileRefused


def bank_file_news(books: Books, news: FileNews) -> tuple[OutgoingMessage, ...]:
    """Tell the sender what became of his file."""
    person = books.people.find(news.file.person_id)
    if person is None or not person.is_active:
        return ()
    words = words_of(person.language)
    today = shop_of(books).day_of(news.file.sent_at)
    setting = Setting(words, news.file.chat_id, today, person)
    match news.outcome:
        case WhichAccount() as asked:
            return (_asked(books, setting, news, asked),)
        case TableAsked() as asked:
            return (table_question(setting, news.file, asked),)
        case outcome:
            text = _text_of(books, setting, outcome, news.sorted)
            rows = _rows(setting, outcome)
            return (setting.message(text, rows, reply_to=news.file.message_id),)


def _text_of(books: Books, setting: Setting, outcome: _Told, done: LinesSorted | None) -> str:
    words = setting.words
    match outcome:
        case FileImported(statements):
            return "\n\n".join([*_told(books, setting, statements), *_sorted(words, done)])
        case ReportTaken():
            return "\n".join(_report(words, outcome))
        case NothingToImport():
            return words("bank-file-no-statement")
        case FileRefused("too-large", megabytes):
            return words("bank-file-too-large", megabytes=megabytes or 0)
        case FileRefused(reason):
            return words(_REASONS[reason])
        case _:
            assert_never(outcome)


def account_name(books: Books, words: Words, account: BankAccount) -> str:
    """Call a bank account by its name in the chart, with the end of its number."""
    name = books.accounts.chart()[account.key].name(words.language)
    tail = account.number[-TAIL:]
    return name if tail in name or not has_number(account.number) else f"{name} ·{tail}"


def rename_hint(books: Books, words: Words, person: Person, account: BankAccount) -> Iterator[str]:
    """Show whoever may rename accounts the line that does it, to be changed and sent."""
    if person.may(Permission.EDIT_CHART):
        known = books.accounts.chart()[account.key]
        yield words("bank-rename", code=known.code, name=known.name(words.language))


def _told(
    books: Books, setting: Setting, statements: tuple[StatementImported, ...]
) -> Iterator[str]:
    shown = [each for place, each in enumerate(statements) if place < SHOWN_MAX or _is_odd(each)]
    for each in shown:
        yield "\n".join(_statement(books, setting, each))
    if len(shown) < len(statements):
        yield setting.words("bank-file-more", count=len(statements) - len(shown))


def _rows(setting: Setting, outcome: _Told) -> tuple[tuple[Button, ...], ...]:
    """Offer what settles the balances that no statement explains; each once."""
    if not isinstance(outcome, FileImported):
        return ()
    doubts = dict.fromkeys(each for done in outcome.statements for each in done.doubts)
    told = list(doubts)[-SETTLED_MAX:]
    return tuple(row for each in told for row in balance_rows(setting.words, setting.viewer, each))


def _sorted(words: Words, done: LinesSorted | None) -> Iterator[str]:
    """Tell what became of the new lines."""
    if done is None or not (done.filed or done.left or done.open):
        return
    yield words("bank-file-sorted", filed=done.filed, left=done.left, open=done.open).strip()


def _is_odd(done: StatementImported) -> bool:
    has_moved = done.moved is not None and not done.is_new_account
    return bool(done.difference or done.doubts or done.spoiled or has_moved or _apart(done))


def _apart(done: StatementImported) -> bool:
    closing = done.statement.closing
    return closing is not None and done.books is not None and done.books != closing


def _statement(books: Books, setting: Setting, done: StatementImported) -> Iterator[str]:
    """Tell one statement: whose, of which days, its lines, its balance."""
    words, person = setting.words, setting.viewer
    yield words("bank-file-head", account=account_name(books, words, done.account))
    if done.is_new_account:
        number = done.account.number
        yield words("bank-file-opened", number=number if has_number(number) else "none")
        if person is not None:
            yield from rename_hint(books, words, person, done.account)
    statement, counts = done.statement, done.counts
    if statement.opened_on is not None and statement.closed_on is not None:
        yield _days(words, statement.opened_on, statement.closed_on)
    yield words("bank-file-lines", new=counts.new, known=counts.known, changed=counts.changed)
    if done.pending:
        yield words("bank-file-pending", count=done.pending)
    if done.spoiled:
        yield words("bank-file-spoiled", count=len(done.spoiled), reason=done.spoiled[0].reason)
    yield from _balance(words, done)


def _days(words: Words, first: dt.date, last: dt.date) -> str:
    if first == last:
        return words("plain-text", text=format_day(first, words.language))
    return words("bank-file-days", first=first, last=last)


def _balance(words: Words, done: StatementImported) -> Iterator[str]:
    closing, opening = done.statement.closing, done.statement.opening
    if done.moved is not None and not done.is_new_account:
        yield words("bank-opening-moved", before=done.moved.before, now=done.moved.now)
    if done.difference:
        yield words("bank-file-own", difference=abs(done.difference))
    if done.released:
        yield words("balance-released", amount=done.released)
    yield from (balance_line(words, each) for each in done.doubts)
    if closing is None:
        yield words("bank-file-no-balance")
    elif done.books is None:
        yield words("bank-file-closing", closing=closing)
    elif done.books != closing:
        apart = abs(done.books - closing)
        yield words("bank-file-apart", closing=closing, books=done.books, difference=apart)
    elif opening is None:
        yield words("bank-file-closing-agrees", closing=closing)
    else:
        yield words("bank-file-agrees", opening=opening, closing=closing)


def _report(words: Words, done: ReportTaken) -> Iterator[str]:
    """Tell what a report brought."""
    taken = done.brought.taken
    changed = len(taken.touched) - len(taken.new)
    yield words("report-read", name=done.name)
    yield words("report-documents", new=len(taken.new), known=taken.known, changed=changed)
    if done.spoiled:
        yield words("bank-file-spoiled", count=len(done.spoiled), reason=done.spoiled[0].reason)


def _asked(books: Books, setting: Setting, news: FileNews, asked: WhichAccount) -> OutgoingMessage:
    """Ask whose statement it is."""
    words = setting.words
    head = asked.statement.head
    known = asked.accounts or books.banks.accounts()
    rows = [(_choice(news, each.id, shorten(account_name(books, words, each))),) for each in known]
    rows.append((_choice(news, 0, words.plain("button-new-bank-account")),))
    lines = [words("bank-file-which", name=news.file.name)]
    if head.account:
        lines.append(words("bank-file-number", number=head.account))
    lines += [
        words(
            "bank-file-sample",
            day=each.booked_on,
            amount=each.amount,
            purpose=shorten(each.purpose or each.counterparty or ""),
        )
        for each in asked.statement.lines[:3]
    ]
    return setting.message("\n".join(lines), tuple(rows), reply_to=news.file.message_id)


def _choice(news: FileNews, account_id: int, label: str) -> Button:
    data = BankFileCallback(file_id=news.file.id, account_id=account_id).pack()
    return Button(label, data=data)
