"""See how a CRM does: how far it is read, what the last comparison came to, what can't be read."""

import datetime as dt
from dataclasses import dataclass

from services.cash_types import NotAllowed
from services.crm.crm_ports import OddRecord
from services.crm.crm_types import CrmConnection, CrmFeed
from services.intake.keep_crm import comes_to_documents
from services.people import Permission, Person
from services.ports import Books

ODD_SHOWN = 3
SILENT = dt.timedelta(hours=6)
"""What a CRM does for a shorter time is its own affair, unless it waits for a person."""


@dataclass(frozen=True, slots=True)
class CrmSeen:
    """A CRM as it stands."""

    connection: CrmConnection
    feeds: tuple[CrmFeed, ...]
    odd: tuple[OddRecord, ...]
    waiting: bool
    """Whether records wait to be turned into documents."""

    @property
    def sold(self) -> tuple[CrmFeed, ...]:
        """Give the kinds of records that are sales or money."""
        return tuple(each for each in self.feeds if comes_to_documents(each.entity))

    @property
    def loading(self) -> CrmFeed | None:
        """Give what is being read for the first time; None once all was."""
        return next((each for each in self.feeds if each.through is None), None)

    @property
    def through(self) -> dt.datetime | None:
        """Give up to when all changes of sales are read."""
        read = [each.through for each in self.sold if each.through is not None]
        return min(read, default=None) if self.loading is None else None


def see_crm(books: Books, person: Person) -> tuple[CrmSeen, ...] | NotAllowed:
    """Give every CRM as it stands, by name."""
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    return crms_seen(books)


def crms_seen(books: Books) -> tuple[CrmSeen, ...]:
    """Give every CRM as it stands, whoever asks."""
    return tuple(
        CrmSeen(
            each,
            books.crm.feeds(each.name),
            books.crm.odd(each.name, ODD_SHOWN),
            books.crm.has_stale(each.name),
        )
        for each in books.crm.connections()
    )


def wants_word(seen: CrmSeen, at: dt.datetime) -> bool:
    """Say whether somebody should hear of a CRM's trouble without asking."""
    trouble, since = seen.connection.trouble, seen.connection.failing_since
    if trouble is None or since is None:
        return False
    return trouble.wants_person or at - since >= SILENT
