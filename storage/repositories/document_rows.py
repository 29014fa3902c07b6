"""Documents as rows, both ways: all that one says as JSON, and beside it what is looked up."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias, cast

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
from services.documents.document_ports import KeptDocument, Telling
from storage.prepared import AnyRow

Json: TypeAlias = Mapping[str, object]
_TEXTS = ("number", "paid_by", "provider", "channel", "store", "responsible", "changed_by")
_TIMES = ("happened_at", "closed_at", "changed_at")
_MONEY = ("fee", "gross", "refunded", "cost", "vat")
_PARTY = ("name", "phone", "email", "tax_id", "account")


def document_values(telling: Telling, at: dt.datetime) -> dict[str, object]:
    """Give a telling's own columns."""
    document = telling.document
    return looked_up(document) | {
        "said": said_of(document),
        "raw": telling.raw,
        "told_at": at,
    }


def looked_up(document: Document) -> dict[str, object]:
    """Give what documents are found by."""
    return {
        "key": document.key,
        "kind": document.kind.value,
        "source": document.source,
        "external_id": document.external_id,
        "number": document.number,
        "happened_at": document.happened_at,
        "amount_minor": document.money.minor,
        "currency": document.money.currency,
        "stage": None if document.stage is None else document.stage.value,
        "changed_at": document.changed_at,
    }


def reference_values(document_id: int, document: Document) -> list[dict[str, object]]:
    """Give a document's references as rows."""
    return [
        {"document_id": document_id, "place": place, "kind": each.kind.value, "value": each.value}
        for place, each in enumerate(document.references, start=1)
    ]


def said_of(document: Document) -> dict[str, object]:
    """Give all that a document says; what it doesn't say is left out."""
    said: dict[str, object] = {
        "kind": document.kind.value,
        "source": document.source,
        "id": document.external_id,
        "currency": document.money.currency,
        "money": document.money.minor,
        "stage": None if document.stage is None else document.stage.value,
        "party": _party_values(document.party),
        "references": [[each.kind.value, each.value] for each in document.references],
        "lines": [_line_values(each) for each in document.lines],
    }
    said |= {name: getattr(document, name) for name in _TEXTS}
    said |= {name: _minor(getattr(document, name)) for name in _MONEY}
    for name in _TIMES:
        moment: dt.datetime | None = getattr(document, name)
        said[name] = None if moment is None else moment.astimezone(dt.UTC).isoformat()
    return {name: value for name, value in said.items() if value is not None and value != []}


def document_of(said: Json) -> Document:
    """Give a document from all that it says."""
    currency, stage = str(said["currency"]), said.get("stage")
    happened_at = _time(said["happened_at"])
    assert happened_at is not None  # noqa: S101 - it was asked for by its name
    money = {name: _money(said.get(name), currency) for name in _MONEY}
    references = cast("list[list[str]]", said.get("references", []))
    return Document(
        kind=DocumentKind(str(said["kind"])),
        source=str(said["source"]),
        external_id=str(said["id"]),
        money=Money(cast("int", said["money"]), currency),
        happened_at=happened_at,
        stage=None if stage is None else OrderStage(str(stage)),
        closed_at=_time(said.get("closed_at")),
        changed_at=_time(said.get("changed_at")),
        party=_party(cast("dict[str, str] | None", said.get("party"))),
        references=tuple(Reference(ReferenceKind(kind), value) for kind, value in references),
        lines=tuple(_line(each, currency) for each in cast("list[Json]", said.get("lines", []))),
        fee=money["fee"],
        gross=money["gross"],
        refunded=money["refunded"],
        cost=money["cost"],
        vat=money["vat"],
        **{name: cast("str | None", said.get(name)) for name in _TEXTS},
    )


def kept_of(row: AnyRow) -> KeptDocument:
    """Give a document as the books keep it."""
    return KeptDocument(row.id, row.version, document_of(row.said), row.told_at)


def _party_values(party: Party | None) -> dict[str, str] | None:
    if party is None:
        return None
    told = {name: getattr(party, name) for name in _PARTY}
    return {name: value for name, value in told.items() if value is not None}


def _party(told: Mapping[str, str] | None) -> Party | None:
    return None if told is None else Party(**{name: told.get(name) for name in _PARTY})


def _line_values(line: OrderLine) -> dict[str, object]:
    return {
        "title": line.title,
        "quantity": str(line.quantity),
        "total": line.total.minor,
        "cost": _minor(line.cost),
        "vat": _minor(line.vat),
    }


def _line(told: Json, currency: str) -> OrderLine:
    return OrderLine(
        title=str(told["title"]),
        quantity=Decimal(str(told["quantity"])),
        total=Money(cast("int", told["total"]), currency),
        cost=_money(told["cost"], currency),
        vat=_money(told["vat"], currency),
    )


def _minor(money: Money | None) -> int | None:
    return None if money is None else money.minor


def _money(minor: object, currency: str) -> Money | None:
    return None if minor is None else Money(cast("int", minor), currency)


def _time(told: object) -> dt.datetime | None:
    return None if told is None else dt.datetime.fromisoformat(str(told))
