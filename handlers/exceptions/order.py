"""/order: one order with its entries and the way of its money; of a payment or payout the way."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.record_lines import chain_lines
from ledger.accounts import Chart
from ledger.documents import Document, DocumentKind, OrderStage
from ledger.journal import PostedEntry
from locales.words import Words, shorten
from services.cash_types import NotAllowed
from services.people import Person
from services.ports import Books
from services.records.see_chain import see_chains
from services.records.see_order import OrderSeen, keys_called, see_order
from services.shop import Shop

NUMBER_MAX = 64
ENTRIES_MAX = 12
"""So many entries of an order are shown, the newest ones."""

router = Router(name="order")
router.message.filter(is_private, is_known)


@router.message(Command("order"))
async def order_asked(
    message: Message, command: CommandObject, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /order with the number of one."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    number = (command.args or "").strip().lstrip("№#").strip()[:NUMBER_MAX]
    if not number:
        await desk.reply(setting.say("order-how"))
        return

    def look(books: Books) -> str:
        found = see_order(books, number, person)
        if isinstance(found, NotAllowed):
            return words("not-allowed")
        chart = books.accounts.chart()
        told = ["\n".join(order_lines(words, shop, chart, each)) for each in found]
        keys = [each.order.document.key for each in found] or keys_called(books, number)
        chains = dict.fromkeys(chain for key in keys for chain in see_chains(books, key))
        told += ["\n".join(chain_lines(words, each)) for each in chains]
        return "\n\n".join(told) or words("order-none", number=number)

    await desk.reply(setting.message(await desk.read(look)))


def order_lines(words: Words, shop: Shop, chart: Chart, seen: OrderSeen) -> Iterator[str]:
    """Tell of an order: what it is, the money told of it, its entries leg by leg."""
    yield from head_lines(words, shop, seen.order.document)
    for each in seen.documents:
        yield document_line(words, shop, each.document)
    if not seen.entries:
        yield words("order-no-entries")
    left = len(seen.entries) - ENTRIES_MAX
    if left > 0:
        yield words("order-entries-left", count=left)
    for posted in seen.entries[-ENTRIES_MAX:]:
        yield from _entry_lines(words, chart, posted)


def head_lines(words: Words, shop: Shop, order: Document) -> Iterator[str]:
    """Tell whose order it is, of how much, and how far it has come."""
    name = order.number or order.external_id
    yield words("order-title", number=name, amount=order.money)
    if order.party is not None and order.party.name:
        yield words("cash-line-counterparty", name=shorten(order.party.name))
    stage = order.stage or OrderStage.OPEN
    at = order.closed_at or order.happened_at
    yield words(f"order-{stage}", day=shop.day_of(at))


def document_line(words: Words, shop: Shop, document: Document) -> str:
    """Tell of money that somebody told of."""
    kind = document.kind if document.kind is not DocumentKind.ORDER else DocumentKind.PAYMENT
    return words(
        f"order-{kind}",
        amount=abs(document.money),
        day=shop.day_of(document.happened_at),
        provider=document.provider or document.source,
    )


def _entry_lines(words: Words, chart: Chart, posted: PostedEntry) -> Iterator[str]:
    yield words("order-entry", number=str(posted.number), day=posted.entry.booked_on)
    for leg in posted.entry.postings:
        way = "debit" if leg.amount.minor > 0 else "credit"
        name = chart[leg.account].name(words.language)
        yield words(f"order-{way}", account=name, amount=abs(leg.amount))
