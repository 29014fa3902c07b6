"""A shop that reads stand-ins of banks over HTTP, its clock moved by hand."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.bank_puller import BankPuller, Connected, print_of
from categorisation.categorise import Categoriser
from sandbox.banks.server import BanksServer, StandIn
from sandbox.banks.truth import Account
from services.bank.bank_feed_types import BankApi, BankConnection
from services.filing.clerk import Clerk
from services.ports import Books, Database, StorageError
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from tests.conftest import StillClock
from tests.shop import SHOP

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

        def held(books: Books) -> int:
            keys = [each.key for each in books.banks.accounts() if each.currency == currency]
            return sum(books.balances.of(key, currency).minor for key in keys)

        return await self.database.read(held)

    async def lines(self) -> int:
        """Say how many lines the books have, whether booked or not."""
        ever = (dt.date(2000, 1, 1), dt.date(2100, 1, 1))

        def count(books: Books) -> int:
            found = [books.banks.lines_between(each.id, *ever) for each in books.banks.accounts()]
            return sum(len(each) for each in found)

        return await self.database.read(count)

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
        held = {name: await self.held(name) for name in by_currency}
        return held == by_currency and await self.database.read(verify_books) == ()


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
        yield Desk(
            database, clock, BankPuller([connected], database, clock, Clerk(Categoriser), only)
        )
    finally:
        await api.close()
        await server.stop()
