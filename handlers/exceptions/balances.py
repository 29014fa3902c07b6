"""A balance that no statement explains: taken as the bank tells it, awaited, or taken back."""

import datetime as dt
from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.bank.balance_buttons import taken_line, taken_rows
from handlers.bank.bank_news import account_name
from handlers.callbacks import BalanceCallback
from handlers.cards import Setting
from handlers.desk import Desk, Replies
from handlers.exceptions.exception_news import ended_news
from handlers.filters import is_known
from handlers.input import place_of
from locales.words import Words
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.accept_balance import (
    BalanceOpen,
    BalanceTaken,
    StatementAwaited,
    accept_balance,
    await_statement,
    reopen_balance,
)
from services.exceptions.resolve_exception import AboveLimit
from services.people import Person
from services.ports import Books
from services.shop import Shop

Outcome = BalanceTaken | BalanceOpen | StatementAwaited | NotAllowed | StaleAnswer | AboveLimit
_ACTS = {"accept": accept_balance, "send": await_statement, "reopen": reopen_balance}

router = Router(name="balances")
router.callback_query.filter(is_known)


@router.callback_query(BalanceCallback.filter())
async def balance_pressed(
    callback: CallbackQuery,
    *,
    callback_data: BalanceCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Do what a button says of a balance."""
    chat_id, _ = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    day = dt.date.fromisoformat(callback_data.day) if callback_data.day else None
    act = _ACTS[callback_data.what]

    def do(books: Books) -> Replies:
        outcome = act(books, callback_data.account_id, day, person, desk.cause)
        return _said(books, setting, outcome)

    await desk.finish(do)


def _said(books: Books, setting: Setting, outcome: Outcome) -> Replies:
    words = setting.words
    match outcome:
        case NotAllowed():
            return setting.say("not-allowed")
        case StaleAnswer():
            return setting.say("balance-settled")
        case AboveLimit(limit):
            return setting.message(words("exception-above-limit", limit=limit))
        case BalanceTaken(taken, closed):
            head = words("bank-file-head", account=account_name(books, words, taken.account))
            lines = (head, "✅ " + taken_line(books, words, taken))
            rows = tuple(taken_rows(words, setting.viewer, taken))
            return (setting.message("\n".join(lines), rows), *ended_news(books, closed))
        case BalanceOpen(taken):
            return setting.message(words("balance-reopened", amount=taken.amount))
        case StatementAwaited(_, until):
            return setting.message(words("balance-awaited", day=until))
        case _:
            assert_never(outcome)
