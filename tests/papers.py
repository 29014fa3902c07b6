"""Documents for tests: an order, a payment for it, and tellings of them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from ledger.documents import (
    Document,
    DocumentKind,
    OrderLine,
    OrderStage,
    Party,
    Reference,
    ReferenceKind,
)
from ledger.money import Money
from services.documents.document_ports import Telling
from tests.conftest import NOW

CRM, GATEWAY = "bitrix24", "file.easycard"


def uah(minor: int) -> Money:
    return Money(minor, "UAH")


def order(external_id: str = "410", minor: int = 120_000, **said: object) -> Document:
    """Make a closed order that a CRM tells of."""
    document = Document(
        kind=DocumentKind.ORDER,
        source=CRM,
        external_id=external_id,
        money=uah(minor),
        happened_at=NOW - dt.timedelta(days=2),
        number=f"N-{external_id}",
        stage=OrderStage.CLOSED,
        closed_at=NOW - dt.timedelta(days=1),
        paid_by="card_online",
        party=Party(name="Олена Бондар", phone="+380671234567"),
        lines=(OrderLine("Boiler", Decimal(1), uah(minor)),),
    )
    return replace(document, **said)  # type: ignore[arg-type]  # fields by name, as the test says


def payment(external_id: str = "p1", minor: int = 120_000, **said: object) -> Document:
    """Make a payment by card that a gateway tells of."""
    document = Document(
        kind=DocumentKind.PAYMENT,
        source=GATEWAY,
        external_id=external_id,
        money=uah(minor),
        happened_at=NOW - dt.timedelta(days=2),
        provider="easycard",
        references=(Reference(ReferenceKind.ORDER, "N-410"),),
    )
    return replace(document, **said)  # type: ignore[arg-type]  # fields by name, as the test says


def told(document: Document, raw: bytes = b"{}") -> Telling:
    """Say that a document came in."""
    return Telling(document, raw)


def at(minutes: int) -> dt.datetime:
    """Give a moment some minutes after the tests' own."""
    return NOW + dt.timedelta(minutes=minutes)
