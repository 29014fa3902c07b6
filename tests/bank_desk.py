"""A shop that reads stand-ins of banks over HTTP, its clock moved by hand."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.bank_puller import BankPuller, Connected, print_of
from sandbox.banks.server import BanksServer, StandIn
from sandbox.banks.truth import Account
from services.bank_feed_types import BankApi, BankConnection
from services.ports import Database, StorageError
from services.set_up_shop import lay_chart
from services.verify_books import verify_books
from tests.conftest import StillClock
from tests.shop import SHOP

if TYPE_CHECKING:
    from ledger.money import Money

MakeApi = Callable[[str], BankApi]
"""Opens a bank's interface at the address of the stand-ins."""


@dataclass
class Desk:
    """A laid shop, its puller, and the clock of both sides."""

    database: Database
    clock: StillClock
    puller: BankPuller

    async def turn(self, rounds: int = 1, every: dt.timedelta = dt.timedelta(seconds=61)) -> None:
        """Look so many times, so much later each time."""
        for _ in range(rounds):
            with contextlib.suppress(StorageError):
                await self.puller.pull_due()
            self.clock.move(every)

    async def held(self, currency: str = "UAH") -> int:
        """Give what the books have on all bank accounts of a currency, in minor units."""
        accounts = await self.database.read(lambda books: books.banks.accounts())
        keys = [each.key for each in accounts if each.currency == currency]
        found: list[Money] = [
            await self.database.read(lambda books, key=key: books.balances.of(key, currency))
            for key in keys
        ]
        return sum(each.minor for each in found)

    async def lines(self) -> int:
        """Say how many lines the books have, whether booked or not."""
        accounts = await self.database.read(lambda books: books.banks.accounts())
        ever = (dt.date(2000, 1, 1), dt.date(2100, 1, 1))
        return sum(
            [
                len(
                    await self.database.read(
                        lambda books, key=each.id: books.banks.lines_between(key, *ever)
                    )
                )
                for each in accounts
            ]
        )

    async def health(self) -> BankConnection:
        """Give how the one connection does."""
        (found,) = await self.database.read(lambda books: books.bank_feeds.connections())
        return found

    async def agrees_with(self, *accounts: Account) -> bool:
        """Say whether the books have what the bank has booked, and are whole."""
        now = self.clock.now()
        by_currency: dict[str, int] = {}
        for each in accounts:
            truth = each.balance(now, with_holds=False)
            by_currency[each.currency] = by_currency.get(each.currency, 0) + truth
        return (
            all([await self.held(name) == truth for name, truth in by_currency.items()])
            and await self.database.read(verify_books) == ()
        )


@asynccontextmanager
async def desk_at(
    database: Database,
    clock: StillClock,
    bank: StandIn,
    make: MakeApi,
    only: Sequence[str] = (),
) -> AsyncIterator[Desk]:
    """Serve a stand-in, lay a shop, read the one by the other."""
    server = BanksServer([bank])
    await server.start()
    api = make(server.base_url + bank.prefix)
    try:
        if await database.read(lambda books: books.shop.get()) is None:
            await database.write(lambda books: lay_chart(books, till_names=["Till"]))
            await database.write(lambda books: books.shop.put(SHOP))
        connected = Connected(api.scheme, api, print_of("key"))
        yield Desk(database, clock, BankPuller([connected], database, clock, only))
    finally:
        await api.close()
        await server.stop()
