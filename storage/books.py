"""The books as one open unit of work over one connection."""

from functools import cached_property

from sqlalchemy import Connection

from storage.head import Head
from storage.repositories.accounts import AccountIds, SqlAccounts
from storage.repositories.advances import SqlAdvances
from storage.repositories.alert_facts import SqlAlertFacts
from storage.repositories.alerts import SqlAlerts
from storage.repositories.approvals import SqlApprovals, SqlPayoutLimits
from storage.repositories.audit import SqlAuditLog
from storage.repositories.balances import SqlBalances
from storage.repositories.bank_feeds import SqlBankFeeds
from storage.repositories.bank_files import SqlBankFiles, SqlBankShapes
from storage.repositories.banks import SqlBanks
from storage.repositories.chats import SqlChats
from storage.repositories.closings import SqlClosings
from storage.repositories.comments import SqlComments
from storage.repositories.counts import SqlCounts
from storage.repositories.crm import SqlCrm
from storage.repositories.digests import SqlDigests
from storage.repositories.documents import SqlDocuments
from storage.repositories.drafts import SqlDrafts
from storage.repositories.entry_links import SqlEntryLinks
from storage.repositories.exceptions import SqlExceptions
from storage.repositories.figures import SqlFigures
from storage.repositories.filings import SqlFilings
from storage.repositories.handovers import SqlHandovers
from storage.repositories.inbox import SqlInbox
from storage.repositories.inquiries import SqlInquiries
from storage.repositories.jobs import SqlJobs
from storage.repositories.journal import SqlJournal
from storage.repositories.matches import SqlMatches
from storage.repositories.memory import SqlMemory
from storage.repositories.outbox import SqlOutbox
from storage.repositories.people import SqlExpectations, SqlInvitations, SqlPeople
from storage.repositories.plans import SqlPlans
from storage.repositories.proposals import SqlProposals
from storage.repositories.questions import SqlQuestions
from storage.repositories.receipts import SqlReceipts
from storage.repositories.report_mappings import SqlReportMappings
from storage.repositories.review import (
    SqlFilingCaps,
    SqlLineChecks,
    SqlLineQuestions,
    SqlLineRules,
)
from storage.repositories.shop import SqlPeriods, SqlShopSettings
from storage.repositories.till_book import SqlTillBook
from storage.repositories.told_days import SqlToldDays
from storage.repositories.transfers import SqlTransfers
from storage.repositories.watch import SqlWatch
from storage.verification import SqlVerification


class SqlBooks:
    """Fulfils services.ports.Books."""

    def __init__(self, connection: Connection, account_ids: AccountIds) -> None:
        self._connection = connection
        self._account_ids = account_ids
        self._head = Head(connection)

    def flush(self) -> None:
        """Write what was held back to the end; called once, before the commit."""
        self._head.flush()

    @cached_property
    def accounts(self) -> SqlAccounts:
        """The chart of accounts."""
        return SqlAccounts(self._connection)

    @cached_property
    def journal(self) -> SqlJournal:
        """The journal entries."""
        return SqlJournal(self._connection, self._head, self._account_ids)

    @cached_property
    def balances(self) -> SqlBalances:
        """What is kept summed."""
        return SqlBalances(self._connection)

    @cached_property
    def figures(self) -> SqlFigures:
        """What is kept summed over days, and what it is made of."""
        return SqlFigures(self._connection)

    @cached_property
    def plans(self) -> SqlPlans:
        """Plans of months."""
        return SqlPlans(self._connection)

    @cached_property
    def told_days(self) -> SqlToldDays:
        """Days as they were told."""
        return SqlToldDays(self._connection)

    @cached_property
    def closings(self) -> SqlClosings:
        """Closings of the books."""
        return SqlClosings(self._connection)

    @cached_property
    def questions(self) -> SqlQuestions:
        """What each person asked last."""
        return SqlQuestions(self._connection)

    @cached_property
    def banks(self) -> SqlBanks:
        """Bank accounts, statements, lines."""
        return SqlBanks(self._connection, self._head)

    @cached_property
    def bank_files(self) -> SqlBankFiles:
        """Files that people drop in for the books."""
        return SqlBankFiles(self._connection)

    @cached_property
    def bank_feeds(self) -> SqlBankFeeds:
        """Connections to banks' interfaces."""
        return SqlBankFeeds(self._connection)

    @cached_property
    def bank_shapes(self) -> SqlBankShapes:
        """What banks' tables mean."""
        return SqlBankShapes(self._connection)

    @cached_property
    def crm(self) -> SqlCrm:
        """Connections to CRMs, and their records with all versions."""
        return SqlCrm(self._connection)

    @cached_property
    def documents(self) -> SqlDocuments:
        """Orders, payments, refunds, payouts: what sources tell of sales and their money."""
        return SqlDocuments(self._connection, self._head)

    @cached_property
    def matches(self) -> SqlMatches:
        """Links between documents, bank lines and cash."""
        return SqlMatches(self._connection, self._head, self.journal)

    @cached_property
    def exceptions(self) -> SqlExceptions:
        """Bookkeeping that needs a person."""
        return SqlExceptions(self._connection, self._head)

    @cached_property
    def inquiries(self) -> SqlInquiries:
        """Exceptions that were put to somebody."""
        return SqlInquiries(self._connection, self._head)

    @cached_property
    def report_mappings(self) -> SqlReportMappings:
        """What the columns of reports mean."""
        return SqlReportMappings(self._connection)

    @cached_property
    def filings(self) -> SqlFilings:
        """Where bank lines stand."""
        return SqlFilings(self._connection, self._head)

    @cached_property
    def line_rules(self) -> SqlLineRules:
        """The shop's rules for bank lines."""
        return SqlLineRules(self._connection, self._head)

    @cached_property
    def line_questions(self) -> SqlLineQuestions:
        """Questions about bank lines."""
        return SqlLineQuestions(self._connection)

    @cached_property
    def line_checks(self) -> SqlLineChecks:
        """Blind checks of bank lines."""
        return SqlLineChecks(self._connection, self._head)

    @cached_property
    def filing_caps(self) -> SqlFilingCaps:
        """How much is filed alone."""
        return SqlFilingCaps(self._connection)

    @cached_property
    def till_book(self) -> SqlTillBook:
        """The entries of one till."""
        return SqlTillBook(self._connection, self.journal)

    @cached_property
    def transfers(self) -> SqlTransfers:
        """Cash between the tills."""
        return SqlTransfers(self._connection, self._head)

    @cached_property
    def periods(self) -> SqlPeriods:
        """How far the books are closed."""
        return SqlPeriods(self._connection)

    @cached_property
    def people(self) -> SqlPeople:
        """Who works here."""
        return SqlPeople(self._connection)

    @cached_property
    def invitations(self) -> SqlInvitations:
        """The ways in."""
        return SqlInvitations(self._connection)

    @cached_property
    def chats(self) -> SqlChats:
        """The shop's chats."""
        return SqlChats(self._connection)

    @cached_property
    def drafts(self) -> SqlDrafts:
        """Doubtful cash messages."""
        return SqlDrafts(self._connection)

    @cached_property
    def counts(self) -> SqlCounts:
        """The counts of tills."""
        return SqlCounts(self._connection)

    @cached_property
    def handovers(self) -> SqlHandovers:
        """The handovers of tills."""
        return SqlHandovers(self._connection)

    @cached_property
    def comments(self) -> SqlComments:
        """What was said of entries."""
        return SqlComments(self._connection)

    @cached_property
    def proposals(self) -> SqlProposals:
        """Corrections that wait for the accountant."""
        return SqlProposals(self._connection)

    @cached_property
    def limits(self) -> SqlPayoutLimits:
        """How much each role may pay out without asking."""
        return SqlPayoutLimits(self._connection)

    @cached_property
    def approvals(self) -> SqlApprovals:
        """Payouts that wait for another person's yes."""
        return SqlApprovals(self._connection)

    @cached_property
    def memory(self) -> SqlMemory:
        """What the shop has taught."""
        return SqlMemory(self._connection, self._head)

    @cached_property
    def receipts(self) -> SqlReceipts:
        """Receipts and what is in them."""
        return SqlReceipts(self._connection)

    @cached_property
    def watch(self) -> SqlWatch:
        """Questions about missing entries."""
        return SqlWatch(self._connection)

    @cached_property
    def expectations(self) -> SqlExpectations:
        """What people were asked to type."""
        return SqlExpectations(self._connection)

    @cached_property
    def jobs(self) -> SqlJobs:
        """Runs of jobs."""
        return SqlJobs(self._connection)

    @cached_property
    def digests(self) -> SqlDigests:
        """Who wants which digest."""
        return SqlDigests(self._connection)

    @cached_property
    def shop(self) -> SqlShopSettings:
        """The shop's own facts."""
        return SqlShopSettings(self._connection)

    @cached_property
    def audit(self) -> SqlAuditLog:
        """The audit log."""
        return SqlAuditLog(self._connection, self._head)

    @cached_property
    def inbox(self) -> SqlInbox:
        """What came in."""
        return SqlInbox(self._connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        """What goes out."""
        return SqlOutbox(self._connection)

    @cached_property
    def advances(self) -> SqlAdvances:
        """Money to account for."""
        return SqlAdvances(self._connection)

    @cached_property
    def links(self) -> SqlEntryLinks:
        """What entries have to do with others."""
        return SqlEntryLinks(self._connection)

    @cached_property
    def alerts(self) -> SqlAlerts:
        """What leaders are told by itself."""
        return SqlAlerts(self._connection)

    @cached_property
    def alert_facts(self) -> SqlAlertFacts:
        """What triggers look at."""
        return SqlAlertFacts(self._connection)

    @cached_property
    def verification(self) -> SqlVerification:
        """The books' proof."""
        return SqlVerification(self._connection)
