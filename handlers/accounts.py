"""The chart of accounts: read it, rename and recode accounts."""

from typing import assert_never

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import AccountsCallback
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.accounts import Account
from locales.words import Words
from services.cash_types import NotAllowed
from services.edit_chart import CodeTaken, NoSuchAccount, recode_account, rename_account
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books

PER_PAGE = 15
ARROW = "->"

router = Router(name="accounts")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("accounts"))
async def accounts_asked(
    message: Message, command: CommandObject, desk: Desk, person: Person, words: Words
) -> None:
    """Answer /accounts: list them, rename one, or give one another code."""
    chat_id, asked = message.chat.id, (command.args or "").strip()
    code, _, rest = asked.partition(" ")

    def act(books: Books) -> OutgoingMessage:
        if not person.may(Permission.EDIT_CHART):
            return OutgoingMessage(chat_id, words("not-allowed"))
        if not rest.strip():
            return _page(books, words, chat_id, 0)
        if rest.strip().startswith(ARROW):
            new_code = rest.strip().removeprefix(ARROW).strip()
            recoded = recode_account(books, person, code, new_code, desk.cause)
            return OutgoingMessage(chat_id, _told(words, recoded, "accounts-recoded"))
        renamed = rename_account(books, person, code, rest, desk.cause)
        return OutgoingMessage(chat_id, _told(words, renamed, "accounts-renamed"))

    await desk.finish(act)


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


def _told(
    words: Words, outcome: Account | NotAllowed | NoSuchAccount | CodeTaken, done: str
) -> str:
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
        words("accounts-line", code=each.code, name=each.name(words.language)) for each in shown
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
