"""Receipts are fetched once, whatever comes between: another process, a changed token."""

import asyncio
from functools import partial

from bot.fetcher import Fetcher
from bot.telegram import TelegramClient
from handlers.cash.receipt_news import receipt_news
from services.cash.receipt_ports import Receipt, ReceiptKind, ReceiptState
from services.people import Newcomer, Role
from services.ports import Books
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import TOKEN, FakeTelegram
from tests.conftest import NOW, StillClock
from tests.conversations.floor import set_shop_up


def bring(books: Books) -> Receipt:
    """Keep a receipt whose content is still to come."""
    set_shop_up(books)
    person = books.people.add(Newcomer(777, "Olha", "en"), Role.CASHIER, NOW)
    return books.receipts.add(
        Receipt(0, None, 777, 5, None, person.id, ReceiptKind.PHOTO, "a.jpg", "F1", "U1", NOW)
    )


def fetcher_over(
    telegram: FakeTelegram, database: TroubledDatabase, clock: StillClock
) -> tuple[Fetcher, TelegramClient]:
    client = TelegramClient(TOKEN, telegram.url)
    return (
        Fetcher(client, database, clock, receipt_news, lambda _: None, megabytes_max=10),
        client,
    )


async def fetched(fetcher: Fetcher, client: TelegramClient, telegram: FakeTelegram) -> None:
    """Let it look once and meet what is scripted."""
    running = asyncio.create_task(fetcher.run())
    await telegram.heard("getFile")
    await asyncio.sleep(0.2)
    fetcher.stop()
    await running
    await client.close()


async def test_a_refusal_tells_nobody_when_another_process_has_kept_it(
    database: TroubledDatabase, telegram: FakeTelegram, clock: StillClock
) -> None:
    receipt = await database.write(bring)
    telegram.script("getFile", 400, "Bad Request: file is temporarily unavailable")
    fetcher, client = fetcher_over(telegram, database, clock)
    database.gate.clear()
    looking = asyncio.create_task(fetched(fetcher, client, telegram))
    async with asyncio.timeout(10):
        await database.is_waiting.wait()
    await keep_past(database, receipt)
    await looking
    kept = await database.read(lambda books: books.receipts.find(receipt.id))
    assert kept is not None
    assert kept.state is ReceiptState.KEPT
    assert await database.read(lambda books: books.outbox.waiting()) == ()


async def keep_past(database: TroubledDatabase, receipt: Receipt) -> None:
    """Keep a receipt as another process does while ours waits to write, then let ours write."""
    await database.inner.write(lambda books: books.receipts.keep(receipt.id, b"paper", NOW))
    database.gate.set()


def fail(books: Books, *, receipt_id: int, is_final: bool) -> None:
    books.receipts.failed(receipt_id, reason="late", is_final=is_final)


async def test_failures_change_only_what_waits(database: TroubledDatabase) -> None:
    receipt = await database.write(bring)
    await database.write(lambda books: books.receipts.keep(receipt.id, b"paper", NOW))
    for is_final in (False, True):
        await database.write(partial(fail, receipt_id=receipt.id, is_final=is_final))
    kept = await database.read(lambda books: books.receipts.find(receipt.id))
    assert kept is not None
    assert kept.state is ReceiptState.KEPT
    content = await database.read(lambda books: books.receipts.content(receipt.id))
    assert content is not None
    assert content.content == b"paper"


async def test_a_token_that_is_changed_loses_no_receipt(
    database: TroubledDatabase, telegram: FakeTelegram, clock: StillClock
) -> None:
    receipt = await database.write(bring)
    telegram.script("getFile", 401, "Unauthorized")
    fetcher, client = fetcher_over(telegram, database, clock)
    await fetched(fetcher, client, telegram)
    left = await database.read(lambda books: books.receipts.waiting(9))
    assert [each.id for each in left] == [receipt.id]
    assert await database.read(lambda books: books.outbox.waiting()) == ()
