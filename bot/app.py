"""The whole bot in one object: started, stopped, and everything between in the right order."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from functools import partial

import structlog
from aiogram import Dispatcher

from bot.aiogram_bot import aiogram_bot
from bot.arrival import Arrival, Webhook, persistently
from bot.bank_connections import connections_of
from bot.bank_puller import BankPuller
from bot.bank_reader import BankReader
from bot.bank_settings import listed
from bot.crm_connections import crms_of
from bot.crm_puller import CrmPuller
from bot.crm_talker import CrmTalker
from bot.desk_work import DeskWork, Surroundings
from bot.equipment import Equipment
from bot.fetcher import Fetcher
from bot.intake import Intake
from bot.job_list import Desk, jobs_of
from bot.lanes import Again, Lanes
from bot.limits import Throttle
from bot.listener import listener_of
from bot.middlewares import DeskMiddleware, PressMiddleware, ReplyMiddleware
from bot.outage import Outage
from bot.polling import Polling
from bot.rivalry import Rivalry
from bot.routes import Hints, routes_of
from bot.sender import Sender
from bot.settings import Settings
from bot.settled_process import settle_process
from bot.telegram import TelegramClient
from jobs.scheduler import Around, Scheduler
from jobs.teach_clerk import teach_clerk
from jobs.tell_of_rival import tell_of_rival
from locales.words import words_of
from reconciliation.terms import read_terms
from services.matching.matcher import Matcher
from services.messages import InboxItem, QueuedMessage
from services.ports import Clock, Database, StorageError
from web.health import Vitals
from web.server import WebServer

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_OF_A_FILE = b'"file_id"'
_TAKE_OVER_SECONDS = 15.0
_FLUSH_SECONDS_MAX = 10.0
_JOB_SECONDS_MAX = 5.0


class App:
    """A running bot over an open database.

    Updates: arrival → inbox → lanes → handlers → books and outbox → sender. A stop goes the same
    way: nothing more comes, lanes finish, the sender empties its hands, the database closes.
    """

    def __init__(
        self, settings: Settings, database: Database, clock: Clock, equipment: Equipment
    ) -> None:
        if settings.telegram_bot_token is None:
            message = "an App needs a bot's token"
            raise ValueError(message)
        token = settings.telegram_bot_token.get_secret_value()
        self.database = database
        aside = database.aside
        self._settings = settings
        self._clock = clock
        self._equipment = equipment
        self.client = TelegramClient(token, settings.telegram_api_url)
        self._bot = aiogram_bot(token, settings.telegram_api_url)
        self._outage = Outage(self.client, clock, equipment.words_of)
        self._sender = Sender(self.client, database, clock, Throttle(settings.send_limits))
        self._clerk = equipment.clerk()
        self._bank_reader = self._read_bank_files()
        self._fetcher = self._fetch_receipts()
        self._matcher = Matcher(partial(read_terms, settings.settlement_terms))
        self._bank_puller = BankPuller(
            connections_of(settings),
            aside,
            clock,
            self._clerk,
            listed(settings.tilly_bank_accounts),
        )
        crms = crms_of(settings, clock)
        self._crm_puller = CrmPuller(crms, aside, clock)
        self._crm_talker = CrmTalker(crms, aside, clock, equipment.talk, self.announce)
        self._scheduler = self._jobs()
        self._desk = self._desk_work()
        self._lanes = Lanes(
            self._handle, database.turns, self._pending_in, workers=settings.workers
        )
        source = f"telegram:{self.client.bot_id}"
        self._intake = Intake(database, clock, source, self._lanes.put, self._outage)
        self._arrival = self._choose_arrival()
        self._server: WebServer | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self.username: str | None = None
        self.advise: Callable[[str], None] = lambda _advice: None
        """Shows whoever runs the process what to do; where that is, its starter says."""

    def _fetch_receipts(self) -> Fetcher:
        return Fetcher(
            self.client,
            self.database,
            self._clock,
            self._equipment.receipt_news,
            self.announce,
            megabytes_max=self._settings.receipt_mb_max,
            is_statement=self._equipment.is_statement,
            call_reader=self._bank_reader.call,
        )

    def _read_bank_files(self) -> BankReader:
        return BankReader(
            client=self.client,
            database=self.database.aside,
            clock=self._clock,
            clerk=self._clerk,
            read=self._equipment.read_bank_file,
            news_of=self._equipment.bank_file_news,
            announce=self.announce,
            megabytes_max=self._settings.receipt_mb_max,
        )

    @property
    def http_port(self) -> int | None:
        """Give the port of the HTTP side."""
        return None if self._server is None else self._server.port

    def announce(self, messages: Sequence[QueuedMessage]) -> None:
        """Have committed messages sent."""
        self._sender.announce(messages)

    async def start(self, *, with_http: bool = True) -> None:
        """Take up what was left, then let updates come; needs no network to succeed.

        Raises:
            StorageError: the books cannot be read.
            AddressInUseError: HTTP_PORT is taken.
        """
        if with_http:
            self._server = self._build_server()
            await self._server.start()
        await self._sender.load()
        self._lanes.put(await self.database.read(lambda books: books.inbox.pending()))
        self._scheduler.start()
        settle_process()
        self._tasks = [
            asyncio.create_task(self._arrival.run()),
            asyncio.create_task(persistently(self._meet_telegram)),
            asyncio.create_task(self._teach_early()),
            asyncio.create_task(self._fetcher.run()),
            asyncio.create_task(self._bank_reader.run()),
            asyncio.create_task(self._bank_puller.run()),
            asyncio.create_task(self._crm_puller.run()),
            asyncio.create_task(self._crm_talker.run()),
        ]
        if self.database.turns.is_shared:
            self._tasks.append(asyncio.create_task(self._take_over()))

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop.

        Raises:
            TelegramTokenError: the token is not, or not any more, a bot's.
        """
        stopping = asyncio.create_task(stop.wait())
        waited: set[asyncio.Task[None] | asyncio.Task[bool]] = {stopping, *self._tasks}
        while not stopping.done():
            done, waited = await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                if (error := task.exception()) is not None:
                    stopping.cancel()
                    raise error

    async def stop(self) -> None:
        """Finish what has begun and let go of everything."""
        self._arrival.stop()
        self._fetcher.stop()
        self._bank_reader.stop()
        self._bank_puller.stop()
        self._crm_puller.stop()
        self._crm_talker.stop()
        await self._scheduler.stop(min(self._settings.stop_seconds, _JOB_SECONDS_MAX))
        if self._server is not None:
            await self._server.stop()
        await self._end_tasks()
        if not await self._lanes.drain(self._settings.stop_seconds):
            _log.warning("the time to stop is over; the rest is handled after the next start")
        await self._sender.flush(min(self._settings.stop_seconds, _FLUSH_SECONDS_MAX))
        await self.client.close()
        await self._bot.session.close()
        await self._bank_puller.close()
        await self._crm_puller.close()
        await self._equipment.close()
        await self.database.close()

    async def take_vitals(self) -> Vitals:
        """Say how the process is."""
        try:
            await self.database.read(lambda books: books.shop.get())
        except StorageError:
            is_database_up = False
        else:
            is_database_up = True
        polled = self._arrival.seconds_since_success
        return Vitals(
            is_database_up=is_database_up,
            last_poll_seconds=polled,
            has_ever_polled=polled is not None or isinstance(self._arrival, Webhook),
            has_rival=self._arrival.has_rival,
            inbox_count=self._lanes.count,
            inbox_lag_seconds=self._lanes.lag_seconds,
            outbox_count=self._sender.count,
            outbox_lag_seconds=self._sender.lag_seconds,
        )

    async def _handle(self, item: InboxItem) -> Again | None:
        again = await self._desk.handle(item)
        if _OF_A_FILE in item.payload:
            self._fetcher.call()
            self._bank_reader.call()
        return again

    async def _pending_in(self, lane: str) -> Sequence[InboxItem]:
        return await self.database.read(lambda books: books.inbox.pending_in(lane))

    async def _take_over(self) -> None:
        """Take up what another process has left, where there may be others."""
        while True:
            await asyncio.sleep(_TAKE_OVER_SECONDS)
            with contextlib.suppress(StorageError):
                self._lanes.put(await self.database.read(lambda books: books.inbox.pending()))
                await self._sender.load()

    def _desk_work(self) -> DeskWork:
        equipment = self._equipment
        dispatcher = Dispatcher(disable_fsm=True)
        megabytes_max = self._settings.receipt_mb_max
        dispatcher.workflow_data |= {
            "database": self.database,
            "clock": self._clock,
            "clerk": self._clerk,
            "taught": self._teach,
            "job_board": self._scheduler.board,
            "listener": listener_of(self.client, equipment.transcriber, megabytes_max),
            **equipment.extras,
        }
        dispatcher.update.outer_middleware(
            DeskMiddleware(self.database, self._clock, equipment.words_of, self.announce)
        )
        dispatcher.callback_query.outer_middleware(PressMiddleware(self.client))
        dispatcher.message.outer_middleware(ReplyMiddleware())
        dispatcher.include_router(equipment.router)
        around = Surroundings(
            self.database, self._clock, self._outage, equipment.words_of, self.announce
        )
        return DeskWork(self._bot, dispatcher, around)

    def _choose_arrival(self) -> Arrival:
        settings = self._settings
        if settings.public_url is None or settings.webhook_secret is None:
            return Polling(self.client, self._intake, self._outage, Rivalry(self._tell_of_rival))
        secret = settings.webhook_secret.get_secret_value()
        return Webhook(self.client, settings.public_url, secret)

    def _build_server(self) -> WebServer:
        hints = Hints(self._bank_puller.hint, self._crm_puller.hint)
        routes = routes_of(self._settings, self.take_vitals, self._intake.receive_bytes, hints)
        return WebServer(self._settings.http_host, self._settings.http_port, routes)

    def _jobs(self) -> Scheduler:
        aside = self.database.aside
        known = (aside, self._clock, self._equipment, self._clerk, self._matcher)
        jobs = jobs_of(Desk(self._settings, *known, self.announce))
        around = Around(aside, self._clock, words_of, self.announce)
        return Scheduler(jobs, around)

    async def _tell_of_rival(self, advice: str) -> None:
        self.advise(advice)
        await tell_of_rival(self.database, self._clock, self._equipment.words_of, self.announce)

    async def _meet_telegram(self) -> None:
        """Learn who the bot is, and that the token is good."""
        me = await self.client.call("getMe", {})
        if isinstance(me, dict):
            self.username = str(me.get("username"))
            _log.info("telegram knows the bot", username=self.username)
            if not me.get("can_read_all_group_messages"):
                _log.info("in groups the bot sees only commands and replies (privacy mode)")
        await self._show_menus()

    async def _teach(self) -> None:
        await teach_clerk(self.database.aside, self._clerk)

    async def _teach_early(self) -> None:
        """Have the clerk learn before anybody asks; whoever asks tries again if this fails."""
        with contextlib.suppress(StorageError):
            await self._teach()

    async def _show_menus(self) -> None:
        """Show everybody his commands; a menu is no reason to stop."""
        try:
            people = await self.database.read(lambda books: books.people.all())
        except StorageError as error:
            _log.warning("command menus are not shown", reason=error.reason)
            return
        for person in people:
            if person.is_active:
                await self._equipment.show_menu(self._bot, person)

    async def _end_tasks(self) -> None:
        """Let the arrival end by itself, so that a batch it holds is kept."""
        for task in self._tasks[1:]:
            task.cancel()
        for arrival in self._tasks[:1]:
            await asyncio.wait([arrival], timeout=self._settings.stop_seconds)
            arrival.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
