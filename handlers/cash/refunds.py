"""The refunds of the last thirty days with their sales, by pages, and from when they are asked."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import RefundCallback
from handlers.cards import Setting
from handlers.cash.refund_cards import ask_from_button, rounded_above
from handlers.desk import Desk
from handlers.entries.entry_notes import mark_lines, sale_line
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.money import Money
from locales.words import Words, as_name, shorten
from services.cash.list_refunds import RefundSeen, list_refunds, set_ask_from
from services.cash_types import NotAllowed
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.told_by import tellers

PER_PAGE = 8

router = Router(name="refunds")
router.message.filter(is_private, is_known)
pressed = Router(name="a page of the refunds")
pressed.callback_query.filter(is_known, RefundCallback.filter())


@router.message(Command("refunds"))
async def refunds_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /refunds."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    await desk.finish(lambda books: _page(books, setting, person, shop, desk, page=0))


@pressed.callback_query()
async def refunds_pressed(
    callback: CallbackQuery,
    *,
    callback_data: RefundCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a page, or take from what amount on the sale is asked for."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))

    def act(books: Books) -> OutgoingMessage:
        if callback_data.action == "page":
            page = callback_data.value
            return _page(books, setting, person, shop, desk, page=page, edits=message_id)
        if not set_ask_from(books, person, callback_data.value, desk.cause):
            return setting.say("not-allowed")
        amount = Money(callback_data.value, shop.base_currency)
        return setting.message(_asked_from(words, amount))

    await desk.finish(act)


def _page(  # the desk tells the time
    books: Books,
    setting: Setting,
    person: Person,
    shop: Shop,
    desk: Desk,
    *,
    page: int,
    edits: int | None = None,
) -> OutgoingMessage:
    found = list_refunds(books, person, shop, desk.cause.at)
    if isinstance(found, NotAllowed):
        return setting.say("not-allowed")
    words = setting.words
    rows = _setting_rows(books, words, person, shop)
    if not found:
        return setting.message(words("refunds-none"), rows, edits=edits)
    last = (len(found) - 1) // PER_PAGE
    page = min(max(page, 0), last)
    lines = [f"<b>{words('refunds-title')}</b>"]
    for each in found[page * PER_PAGE : (page + 1) * PER_PAGE]:
        lines += _lines(books, words, each)
    lines += _totals(words, found)
    turns = []
    if page < last:
        turns.append(_turn(words.plain("button-more"), page + 1))
    if page:
        turns.append(_turn(words.plain("button-back"), page - 1))
    return setting.message("\n".join(lines), (*((each,) for each in turns), *rows), edits=edits)


def _lines(books: Books, words: Words, seen: RefundSeen) -> list[str]:
    entry = seen.posted.entry
    said = words(
        "refunds-line",
        number=str(seen.posted.number),
        day=entry.booked_on,
        amount=seen.amount,
    )
    buyer = [words("cash-line-counterparty", name=shorten(as_name(entry.counterparty or "")))]
    about = [*(buyer if entry.counterparty else ()), sale_line(words, seen)]
    decider = tellers(books).decider_of(seen.posted)
    if decider is not None:  # else it came by itself
        said = " · ".join((said, words("cash-line-counterparty", name=shorten(decider.name))))
    return [said, " · ".join(about), *mark_lines(words, seen)]


def _totals(words: Words, found: Sequence[RefundSeen]) -> list[str]:
    sums: dict[str, Money] = {}
    for each in found:
        currency = each.amount.currency
        sums[currency] = sums.get(currency, Money.zero(currency)) + each.amount
    return [words("refunds-total", amount=each) for each in sums.values()]


def _setting_rows(
    books: Books, words: Words, person: Person, shop: Shop
) -> tuple[tuple[Button, ...], ...]:
    """Let the owner say from what amount on the sale of a refund is asked for."""
    if not person.may(Permission.SET_UP):
        return ()
    asked_from = books.links.ask_from()
    if asked_from:
        return ((ask_from_button(words, Money(0, shop.base_currency)),),)
    usual = rounded_above(Money(_USUAL_MINOR, shop.base_currency))
    return ((ask_from_button(words, usual),),)


_USUAL_MINOR = 99_999


def _asked_from(words: Words, amount: Money) -> str:
    if not amount.minor:
        return words("refund-asked-always")
    return words("refund-asked-from", amount=amount)


def _turn(label: str, page: int) -> Button:
    return Button(label, data=RefundCallback(action="page", value=page).pack())
