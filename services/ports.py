"""What the services need from outside: the books as one open unit of work, the clock."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from services.advances.advance_ports import Advances, EntryLinks
from services.alerts.alert_ports import AlertFacts, Alerts
from services.answers.question_ports import Questions
from services.approvals.approval_ports import Approvals, PayoutLimits
from services.bank.bank_feed_ports import BankFeeds
from services.bank.bank_ports import Banks
from services.book_ports import (
    Accounts,
    AuditLog,
    Balances,
    Chats,
    Drafts,
    Expectations,
    Invitations,
    Journal,
    Memory,
    People,
    Periods,
    ShopSettings,
)
from services.cash.receipt_ports import Receipts
from services.cash.watch_ports import Watch
from services.closing.closing_ports import Closings
from services.corrections.accountant_ports import Comments, Proposals
from services.crm.crm_ports import Crm
from services.documents.document_ports import Documents
from services.exceptions.exception_ports import Exceptions
from services.exceptions.inquiry_ports import Inquiries
from services.filing.filing_ports import Filings
from services.intake.bank_file_ports import BankFiles, BankShapes
from services.intake.report_types import ReportMappings
from services.mail_ports import Inbox, Outbox
from services.matching.match_ports import Matches
from services.results.digest_ports import Digests
from services.results.figure_ports import Figures
from services.results.plan_ports import Plans
from services.results.told_day_ports import ToldDays
from services.review.review_ports import FilingCaps, LineChecks, LineQuestions, LineRules
from services.running.job_ports import Jobs
from services.tills.count_ports import Counts, Handovers
from services.tills.till_book import TillBook
from services.tills.transfers import Transfers
from services.turn_ports import Turns

Result = TypeVar("Result")


class StorageError(Exception):
    """The books could not be reached; nothing was changed, and trying later is right."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        """"busy", "full" or "unreachable"."""
        super().__init__(f"the books could not be reached: {reason}")


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> dt.datetime:
        """Give the moment, in UTC."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the books that cannot be: the broken invariant by name, and where."""

    invariant: str
    detail: str


class Verification(Protocol):
    """The books' proof."""

    def run(self) -> Iterable[Finding]:
        """Check every invariant and give what is broken."""


class Books(Protocol):
    """The books within one open unit of work: all of it is kept, or nothing."""

    @property
    def accounts(self) -> Accounts:
        """The chart of accounts."""

    @property
    def journal(self) -> Journal:
        """The journal entries."""

    @property
    def balances(self) -> Balances:
        """What is kept summed."""

    @property
    def figures(self) -> Figures:
        """What is kept summed over days, and what it is made of."""

    @property
    def plans(self) -> Plans:
        """Plans of months."""

    @property
    def told_days(self) -> ToldDays:
        """Days as they were told."""

    @property
    def closings(self) -> Closings:
        """Closings of the books."""

    @property
    def questions(self) -> Questions:
        """What each person asked last."""

    @property
    def banks(self) -> Banks:
        """Bank accounts, statements, lines."""

    @property
    def bank_files(self) -> BankFiles:
        """Files that people drop in for the books."""

    @property
    def bank_feeds(self) -> BankFeeds:
        """Connections to banks' interfaces."""

    @property
    def bank_shapes(self) -> BankShapes:
        """What banks' tables mean."""

    @property
    def crm(self) -> Crm:
        """Connections to CRMs, and their records with all versions."""

    @property
    def documents(self) -> Documents:
        """Orders, payments, refunds, payouts: what sources tell of sales and their money."""

    @property
    def matches(self) -> Matches:
        """Links between documents, bank lines and cash."""

    @property
    def exceptions(self) -> Exceptions:
        """Bookkeeping that needs a person."""

    @property
    def inquiries(self) -> Inquiries:
        """Exceptions that were put to somebody."""

    @property
    def report_mappings(self) -> ReportMappings:
        """What the columns of reports mean."""

    @property
    def filings(self) -> Filings:
        """Where bank lines stand."""

    @property
    def line_rules(self) -> LineRules:
        """The shop's rules for bank lines."""

    @property
    def line_questions(self) -> LineQuestions:
        """Questions about bank lines."""

    @property
    def line_checks(self) -> LineChecks:
        """Blind checks of bank lines."""

    @property
    def filing_caps(self) -> FilingCaps:
        """How much is filed alone."""

    @property
    def till_book(self) -> TillBook:
        """The entries of one till."""

    @property
    def transfers(self) -> Transfers:
        """Cash between the tills."""

    @property
    def periods(self) -> Periods:
        """How far the books are closed."""

    @property
    def people(self) -> People:
        """Who works here."""

    @property
    def invitations(self) -> Invitations:
        """The ways in."""

    @property
    def chats(self) -> Chats:
        """The shop's chats."""

    @property
    def drafts(self) -> Drafts:
        """Doubtful cash messages."""

    @property
    def counts(self) -> Counts:
        """The counts of tills."""

    @property
    def handovers(self) -> Handovers:
        """The handovers of tills."""

    @property
    def comments(self) -> Comments:
        """What was said of entries."""

    @property
    def proposals(self) -> Proposals:
        """Corrections that wait for the accountant."""

    @property
    def limits(self) -> PayoutLimits:
        """How much each role may pay out without asking."""

    @property
    def approvals(self) -> Approvals:
        """Payouts that wait for another person's yes."""

    @property
    def memory(self) -> Memory:
        """What the shop has taught."""

    @property
    def receipts(self) -> Receipts:
        """Receipts and what is in them."""

    @property
    def watch(self) -> Watch:
        """Questions about missing entries."""

    @property
    def expectations(self) -> Expectations:
        """What people were asked to type."""

    @property
    def jobs(self) -> Jobs:
        """Runs of jobs."""

    @property
    def digests(self) -> Digests:
        """Who wants which digest."""

    @property
    def shop(self) -> ShopSettings:
        """The shop's own facts."""

    @property
    def audit(self) -> AuditLog:
        """The audit log."""

    @property
    def inbox(self) -> Inbox:
        """What came in."""

    @property
    def outbox(self) -> Outbox:
        """What goes out."""

    @property
    def advances(self) -> Advances:
        """Money to account for."""

    @property
    def links(self) -> EntryLinks:
        """What entries have to do with others."""

    @property
    def alerts(self) -> Alerts:
        """What leaders are told by itself."""

    @property
    def alert_facts(self) -> AlertFacts:
        """What triggers look at."""

    @property
    def verification(self) -> Verification:
        """The books' proof."""


class Database(Protocol):
    """Where the books live; a use case is a plain function over the open books."""

    @property
    def turns(self) -> Turns:
        """Give the turns that processes take at one chat."""

    @property
    def aside(self) -> "Database":
        """Give the same books for work by the clock and whole files, that nobody waits for.

        It goes on beside the answers to people, who are not held up by it. Closed with the books.
        """

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case in one transaction and commit it; an exception takes all of it back.

        Raises:
            StorageError: the database is busy, full or away.
        """

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case that changes nothing, on one snapshot.

        Raises:
            StorageError: the database is busy or away.
        """

    async def close(self) -> None:
        """Let go of the database."""
