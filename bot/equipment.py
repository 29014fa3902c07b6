"""What the handlers bring along, in one value, so that the process can run any of them."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from aiogram import Bot, Router

from bot.bank_reader import BankFileNews, ReadFile
from bot.crm_talker import TalkWords
from bot.fetcher import IsStatement, ReceiptNews
from bot.listener import Transcriber
from bot.outage import WordsOf
from jobs.advise_lines import AccountsOf
from jobs.look_through_books import InquiryNews
from jobs.match_records import ExceptionNews
from jobs.ring_alerts import AlertNews
from jobs.send_digests import WriteDigest
from jobs.tell_of_alerts import AlertLetter
from jobs.tell_of_closing import ClosingNews
from jobs.tell_of_lines import Morning
from jobs.tell_of_restatements import RestatementNews
from services.alerts.ring_alerts import Rung
from services.bank.bank_types import FileRead
from services.cash.keep_receipt import ReceiptRefused, ReceiptStored
from services.cash.open_questions import Reminder
from services.cash.watch_entries import AskedAboutMissing
from services.closing.closing_ports import ClosingSeen
from services.exceptions.answer_inquiry import Answered
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.inquire import Inquired
from services.exceptions.inquiry_ports import Inquiry
from services.filing.clerk import Clerk
from services.intake.report_types import KnownTables
from services.intake.take_bank_file import FileNews
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.results.tell_day import DayRestated
from services.shop import Shop
from services.tills.remind_transfers import TransferReminder

if TYPE_CHECKING:
    from categorisation.categorise import Categoriser


async def no_menu(_bot: Bot, _person: Person) -> None:
    """Leave the command menu alone."""


def no_news(_books: Books) -> Sequence[OutgoingMessage]:
    """Tell nobody anything."""
    return ()


async def _nothing() -> None:
    """Let go of nothing."""


def no_receipt_news(
    _books: Books, _what: ReceiptStored | ReceiptRefused
) -> Sequence[OutgoingMessage]:
    """Say nothing of receipts."""
    return ()


def no_bank_file_news(_books: Books, _news: FileNews) -> Sequence[OutgoingMessage]:
    """Say nothing of bank files."""
    return ()


def new_clerk() -> Clerk:
    """Make a clerk that knows nothing beforehand."""
    return Clerk(_untaught)


def _untaught() -> "Categoriser":
    from categorisation.categorise import Categoriser  # noqa: PLC0415 - heavy

    return Categoriser()


def no_alerts(_books: Books, _shop: Shop, _at: dt.datetime) -> Sequence[OutgoingMessage]:
    """Say nothing of banks."""
    return ()


def no_exception_news(
    _books: Books, _closed: Sequence[ExceptionItem]
) -> Sequence[OutgoingMessage]:
    """Say nothing of exceptions."""
    return ()


def no_closing_news(_books: Books, _seen: ClosingSeen) -> Sequence[OutgoingMessage]:
    """Say nothing of months to be closed."""
    return ()


def no_restatement_news(
    _books: Books, _restated: Sequence[DayRestated]
) -> Sequence[OutgoingMessage]:
    """Say nothing of days that were told otherwise."""
    return ()


def no_alert_news(_books: Books, _rung: Rung, _at: dt.datetime) -> Sequence[OutgoingMessage]:
    """Say nothing of what leaders should know."""
    return ()


def no_inquiry_news(_books: Books, _put: Sequence[Inquired]) -> Iterable[OutgoingMessage]:
    """Put no questions."""
    return ()


def no_answer_news(_books: Books, _answered: Answered) -> Iterable[OutgoingMessage]:
    """Say nothing of answers."""
    return ()


def no_failure_news(_books: Books, _inquiry: Inquiry) -> Iterable[OutgoingMessage]:
    """Say nothing of questions that could not be put."""
    return ()


def no_comment(_books: Books, inquiry: Inquiry) -> str:
    """Put a question without any words."""
    return inquiry.order


def no_statements(_content: bytes, _said: Mapping[str, str], _known: KnownTables) -> FileRead:
    """Find nothing in any file."""
    return FileRead((), {})


def no_bank_s(_content: bytes) -> bool:
    """Take no file for a bank's."""
    return False


BankAlerts: TypeAlias = Callable[[Books, Shop, dt.datetime], Sequence[OutgoingMessage]]


@dataclass(frozen=True, slots=True)
class Equipment:
    """Routers, words and whatever else handlers ask for by name."""

    router: Router
    words_of: WordsOf
    extras: Mapping[str, object] = field(default_factory=dict)
    show_menu: Callable[[Bot, Person], Awaitable[None]] = no_menu
    missing_question: Callable[[AskedAboutMissing], OutgoingMessage] | None = None
    """Puts the day's question about what was not told; none is put without it."""
    ask_again: Callable[[Books, Reminder], OutgoingMessage] | None = None
    """Puts a question once more that somebody left open; without it nobody is reminded."""
    transfer_asked_again: Callable[[Books, TransferReminder], OutgoingMessage] | None = None
    """Asks once more whether cash has come to a till; without it nobody is reminded."""
    approval_news: Callable[[Books], Sequence[OutgoingMessage]] = no_news
    """Says what became of payouts that wait, to whom it concerns."""
    receipt_news: ReceiptNews = no_receipt_news
    """Says what became of receipts, to whom it concerns."""
    bank_file_news: BankFileNews = no_bank_file_news
    """Says what became of bank files, to whoever sent them."""
    clerk: Callable[[], Clerk] = new_clerk
    """Makes who sorts the lines that come in."""
    bank_alerts: BankAlerts = no_alerts
    """Says which banks wait for a person, to whom it concerns."""
    exception_news: ExceptionNews = no_exception_news
    """Says what has settled by itself, to whom it was given."""
    closing_news: ClosingNews = no_closing_news
    """Says that a month can be closed, and what it lacks, to whom it concerns."""
    restatement_news: RestatementNews = no_restatement_news
    """Says which days were told otherwise, to whom it concerns."""
    alert_news: AlertNews = no_alert_news
    """Says what leaders should know, to whom it concerns."""
    alert_letter: AlertLetter | None = None
    """Says on Mondays how well alerts did; without it nobody does."""
    inquiry_news: InquiryNews = no_inquiry_news
    """Puts what needs a person to whoever may know."""
    talk: TalkWords = field(
        default_factory=lambda: TalkWords(no_comment, no_answer_news, no_failure_news)
    )
    """What is said in the CRM, and of what was answered there."""
    read_bank_file: ReadFile = no_statements
    """Reads the statements of a file."""
    is_statement: IsStatement = no_bank_s
    """Tells a bank's file by its content."""
    accounts_of: AccountsOf | None = None
    """Asks a model about bank lines that nothing else knows; without one nobody does."""
    write_digest: WriteDigest | None = None
    """Writes the digests that people have chosen; without it none is sent."""
    morning: Morning | None = None
    """Says in the morning which bank lines wait; nobody is told without it."""
    transcriber: Transcriber | None = None
    """Writes down what voice notes say; without it nobody listens to them."""
    close: Callable[[], Awaitable[None]] = _nothing
    """Lets go of what the equipment holds open."""
