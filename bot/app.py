"""The whole bot in one object: started, stopped, and everything between in the right order."""

import asyncio
import contextlib
import datetime as dt
import gc
from collections.abc import Callable, Sequence
from functools import cache
from zoneinfo import ZoneInfo

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
from bot.desk_work import DeskWork, Surroundings
from bot.equipment import Equipment
from bot.fetcher import Fetcher
from bot.intake import Intake
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
from bot.telegram import TelegramClient
from jobs.advise_lines import advise_lines
from jobs.ask_about_missing import ask_what_is_missing
from jobs.draft_reminders import remind_of_drafts
from jobs.expire_approvals import let_approvals_lapse
from jobs.lapse_counts import let_counts_lapse
from jobs.lapse_handovers import let_handovers_lapse
from jobs.match_records import match_records
from jobs.nightly_verification import verify_at_night
from jobs.remind_of_advances import remind_of_advances
from jobs.remind_of_transfers import remind_of_transfers
from jobs.scheduler import Scheduler
from jobs.sweep_sent_pictures import sweep_sent_pictures
from jobs.tell_of_banks import tell_of_banks
from jobs.tell_of_lines import tell_of_lines
from jobs.tell_of_refunds import tell_of_refunds
from jobs.tell_of_rival import tell_of_rival
from locales.words import words_of
from reconciliation.terms import read_terms
from services.matcher import Matcher
from services.messages import InboxItem, QueuedMessage
from services.ports import Clock, Database, StorageError
from web.health import Vitals
from web.server import WebServer

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_OF_A_FILE = b'"file_id"'
_SWEEP_AT = dt.time(4, 15)
_TAKE_OVER_SECONDS = 15.0
_REMIND_MINUTES = 5
_MATCH_MINUTES = 1
_LAPSE_MINUTES = 3
_LINES_AT = dt.time(9, 0)
_TELL_MINUTES = 15
_REMIND_AT = dt.time(10, 30)
_TELL_AT = dt.time(19, 30)
_FLUSH_SECONDS_MAX = 10.0


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
        self._settings = settings
        self._clock = clock
        self._equipment = equipment
        self.client = TelegramClient(token, settings.telegram_api_url)
        self._bot = aiogram_bot(token, settings.telegram_api_url)
        self._outage = Outage(self.client, clock, equipment.words_of)
        self._sender = Sender(self.client, database, clock, Throttle(settings.send_limits))
        self._fetcher = Fetcher(
            self.client,
            database,
            clock,
            equipment.receipt_news,
            self.announce,
            megabytes_max=settings.receipt_mb_max,
        )
        self._clerk = equipment.clerk()
        self._matcher = Matcher(read_terms)
        self._bank_reader = self._read_bank_files()
        self._bank_puller = BankPuller(
            connections_of(settings),
            database,
            clock,
            self._clerk,
            listed(settings.tilly_bank_accounts),
        )
        self._crm_puller = CrmPuller(crms_of(settings, clock), database, clock)
        self._desk = self._desk_work()
        self._lanes = Lanes(
            self._handle, database.turns, self._pending_in, workers=settings.workers
        )
        source = f"telegram:{self.client.bot_id}"
        self._intake = Intake(database, clock, source, self._lanes.put, self._outage)
        self._arrival = self._choose_arrival()
        self._scheduler: Scheduler | None = None
        self._server: WebServer | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self.username: str | None = None
        self.advise: Callable[[str], None] = lambda _advice: None
        """Shows whoever runs the process what to do; where that is, its starter says."""

    def _read_bank_files(self) -> BankReader:
        return BankReader(
            client=self.client,
            database=self.database,
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
        await self._start_jobs()
        _settle_memory()
        self._tasks = [
            asyncio.create_task(self._arrival.run()),
            asyncio.create_task(persistently(self._meet_telegram)),
            asyncio.create_task(self._fetcher.run()),
            asyncio.create_task(self._bank_reader.run()),
            asyncio.create_task(self._bank_puller.run()),
            asyncio.create_task(self._crm_puller.run()),
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
        if self._scheduler is not None:
            self._scheduler.stop()
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

    async def _start_jobs(self) -> None:
        shop = await self.database.read(lambda books: books.shop.get())
        self._scheduler = Scheduler(ZoneInfo("UTC" if shop is None else shop.zone))
        self._scheduler.daily("nightly_verification", self._settings.verify_at, self._verify)
        self._scheduler.daily("sweep_sent_pictures", _SWEEP_AT, self._sweep)
        self._scheduler.daily("ask_what_is_missing", self._settings.ask_at, self._ask)
        if self._equipment.ask_again is not None:
            self._scheduler.every("draft_reminders", _REMIND_MINUTES, self._remind)
        self._scheduler.every("transfer_reminders", _REMIND_MINUTES, self._ask_of_transfers)
        self._scheduler.every("expire_approvals", _LAPSE_MINUTES, self._let_lapse)
        self._scheduler.every("match_records", _MATCH_MINUTES, self._match)
        self._schedule_telling(self._scheduler)
        self._scheduler.start()

    def _schedule_telling(self, scheduler: Scheduler) -> None:
        """Have people told by day of what waits for them."""
        known = (self.database, self._clock, words_of, self.announce)
        scheduler.every("lapse_handovers", _LAPSE_MINUTES * 5, lambda: let_handovers_lapse(*known))
        scheduler.every("tell_of_banks", _TELL_MINUTES, self._tell_of_banks)
        scheduler.every("lapse_counts", _LAPSE_MINUTES * 5, lambda: let_counts_lapse(*known))
        scheduler.daily("remind_of_advances", _REMIND_AT, lambda: remind_of_advances(*known))
        scheduler.daily("tell_of_refunds", _TELL_AT, lambda: tell_of_refunds(*known))
        scheduler.daily("tell_of_lines", _LINES_AT, self._tell_of_lines)
        if self._equipment.accounts_of is not None:
            scheduler.every("advise_lines", _LAPSE_MINUTES, self._advise_lines)

    async def _match(self) -> None:
        news_of = self._equipment.exception_news
        await match_records(self.database, self._clock, self._matcher, news_of, self.announce)

    async def _verify(self) -> None:
        await verify_at_night(self.database, self._clock, self._equipment.words_of, self.announce)

    async def _advise_lines(self) -> None:
        if (ask := self._equipment.accounts_of) is not None:
            await advise_lines(self.database, ask)

    async def _tell_of_lines(self) -> None:
        if (morning := self._equipment.morning) is not None:
            await tell_of_lines(self.database, self._clock, self._clerk, morning, self.announce)

    async def _ask(self) -> None:
        if (put := self._equipment.missing_question) is not None:
            await ask_what_is_missing(self.database, self._clock, put, self.announce)

    async def _tell_of_rival(self, advice: str) -> None:
        self.advise(advice)
        await tell_of_rival(self.database, self._clock, self._equipment.words_of, self.announce)

    async def _tell_of_banks(self) -> None:
        alerts = self._equipment.bank_alerts
        await tell_of_banks(self.database, self._clock, alerts, self.announce)

    async def _let_lapse(self) -> None:
        news_of = self._equipment.approval_news
        await let_approvals_lapse(self.database, self._clock, news_of, self.announce)

    async def _sweep(self) -> None:
        await sweep_sent_pictures(self.database, self._clock)

    async def _remind(self) -> None:
        if (ask := self._equipment.ask_again) is not None:
            await remind_of_drafts(self.database, self._clock, ask, self.announce)

    async def _ask_of_transfers(self) -> None:
        if (ask := self._equipment.transfer_asked_again) is not None:
            await remind_of_transfers(self.database, self._clock, ask, self.announce)

    async def _meet_telegram(self) -> None:
        """Learn who the bot is, and that the token is good."""
        me = await self.client.call("getMe", {})
        if isinstance(me, dict):
            self.username = str(me.get("username"))
            _log.info("telegram knows the bot", username=self.username)
            if not me.get("can_read_all_group_messages"):
                _log.info("in groups the bot sees only commands and replies (privacy mode)")
        await self._show_menus()

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
        arrival, *others = self._tasks or (None,)
        for task in others:
            if task is not None:
                task.cancel()
        with contextlib.suppress(Exception):
            if arrival is not None:
                async with asyncio.timeout(self._settings.stop_seconds):
                    await arrival
        await asyncio.gather(*filter(None, others), return_exceptions=True)
        self._tasks = []


@cache
def _settle_memory() -> None:
    """Take what was loaded for good out of the collector's sight: it walked it in vain.

    Once a process: what lived when a second app starts in it need not live for good. Asking the
    collector whether it was done costs a walk over all that is frozen.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
