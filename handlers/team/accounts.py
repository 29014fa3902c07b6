"""The chart of accounts: read by pages, changed by one line of text."""

import re
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import AccountsCallback
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.accounts import Account, AccountType
from locales.words import Words
from services.cash_types import NotAllowed
from services.messages import Button, Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.team.edit_chart import (
    CodeTaken,
    NoSuchAccount,
    StillNeeded,
    add_account,
    close_account,
    new_account,
    recode_account,
    rename_account,
)

PER_PAGE = 15
_CODE = r"[0-9A-Za-z.]{1,12}"
_NAME = r"(\S.{0,59})"
_RECODE = re.compile(rf"({_CODE})\s*(?:->|→|=>)\s*({_CODE})")
_ADD = re.compile(rf"\+\s*({_CODE})\s+({'|'.join(AccountType)})\s+{_NAME}", re.IGNORECASE)
_CLOSE = re.compile(rf"[-−–]\s*({_CODE})")
_RENAME = re.compile(rf"({_CODE})\s+(?![-=]>|→){_NAME}")

router = Router(name="accounts")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@dataclass(frozen=True, slots=True)
class Rename:
    """Give an account another name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Recode:
    """Give an account another code."""

    code: str
    new_code: str


@dataclass(frozen=True, slots=True)
class Add:
    """Add an account of the shop's own."""

    account: Account


@dataclass(frozen=True, slots=True)
class Close:
    """Close an account of the shop's own."""

    code: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """It says none of these."""


ChartChange: TypeAlias = Rename | Recode | Add | Close | Unreadable
Outcome: TypeAlias = Account | NotAllowed | NoSuchAccount | CodeTaken | StillNeeded


def read_change(said: str) -> ChartChange:
    """Read what follows /accounts."""
    text = " ".join(said.split())
    if found := _RECODE.fullmatch(text):
        return Recode(found[1], found[2])
    if found := _ADD.fullmatch(text):
        return Add(new_account(found[1], AccountType(found[2].lower()), found[3]))
    if found := _CLOSE.fullmatch(text):
        return Close(found[1])
    if found := _RENAME.fullmatch(text):
        return Rename(found[1], found[2])
    return Unreadable()


@router.message(Command("accounts"))
async def accounts_asked(
    message: Message, command: CommandObject, desk: Desk, person: Person, words: Words
) -> None:
    """Answer /accounts: show the chart, or change it as the line says."""
    chat_id, asked = message.chat.id, command.args

    def act(books: Books) -> OutgoingMessage:
        if not person.may(Permission.EDIT_CHART):
            return OutgoingMessage(chat_id, words("not-allowed"))
        if not asked:
            return _page(books, words, chat_id, 0)
        said = _changed(books, person, read_change(asked), words, desk.cause)
        return OutgoingMessage(chat_id, said)

    await desk.finish(act)


def _changed(books: Books, person: Person, change: ChartChange, words: Words, cause: Cause) -> str:
    match change:
        case Rename(code, name):
            return _told(
                words, rename_account(books, person, code, name, cause), "accounts-renamed"
            )
        case Recode(code, new_code):
            return _told(
                words, recode_account(books, person, code, new_code, cause), "accounts-recoded"
            )
        case Add(account):
            return _told(words, add_account(books, person, account, cause), "accounts-added")
        case Close(code):
            return _told(words, close_account(books, person, code, cause), "accounts-closed")
        case Unreadable():
            return words("accounts-how")
        case _:
            assert_never(change)


@router.callback_query(AccountsCallback.filter())
async def page_turned(
    callback: CallbackQuery,
    callback_data: AccountsCallback,
    desk: Desk,
    person: Person,
    words: Words,
) -> None:
    """Turn a page."""
    chat_id, message_id = place_of(callback)

    def turn(books: Books) -> OutgoingMessage:
        if not person.may(Permission.EDIT_CHART):
            return OutgoingMessage(chat_id, words("not-allowed"))
        return _page(books, words, chat_id, callback_data.page, edits=message_id)

    await desk.finish(turn)


def _told(words: Words, outcome: Outcome, done: str) -> str:
    match outcome:
        case Account():
            return words(done, code=outcome.code, name=outcome.name(words.language))
        case NotAllowed():
            return words("not-allowed")
        case NoSuchAccount(code):
            return words("accounts-none", code=code)
        case CodeTaken(account):
            name = account.name(words.language)
            return words("accounts-code-taken", code=account.code, name=name)
        case StillNeeded(account):
            return words("accounts-needed", name=account.name(words.language))
        case _:
            assert_never(outcome)


def _page(
    books: Books, words: Words, chat_id: int, page: int, *, edits: int | None = None
) -> OutgoingMessage:
    accounts = list(books.accounts.chart())
    pages = -(-len(accounts) // PER_PAGE)
    page %= max(1, pages)
    shown = accounts[page * PER_PAGE : (page + 1) * PER_PAGE]
    lines = [f"<b>{words('accounts-title')}</b>"]
    lines += [
        words(
            "accounts-line" if each.is_open else "accounts-line-closed",
            code=each.code,
            name=each.name(words.language),
        )
        for each in shown
    ]
    lines += ["", words("accounts-how")]
    rows = []
    if page + 1 < pages:
        rows.append(_turn(words.plain("button-more"), page + 1))
    if page:
        rows.append(_turn(words.plain("button-back"), page - 1))
    return OutgoingMessage(chat_id, "\n".join(lines), tuple(rows), edits=edits)


def _turn(label: str, page: int) -> tuple[Button]:
    return (Button(label, data=AccountsCallback(page=page).pack()),)
