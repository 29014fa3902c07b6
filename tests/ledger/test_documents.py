"""Documents are valid by construction."""

import datetime as dt
from decimal import Decimal

import pytest

from ledger.documents import Document, DocumentKind, OrderLine, OrderStage, Party
from ledger.errors import CurrencyMismatchError
from ledger.money import Money

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)


def test_a_document_is_named_by_its_kind_source_and_id() -> None:
    order = Document(
        kind=DocumentKind.ORDER,
        source="bitrix24",
        external_id="410",
        money=Money(1_250_000, "UAH"),
        happened_at=NOON,
        stage=OrderStage.OPEN,
    )
    assert order.key == "order:bitrix24:410"


def test_texts_from_outside_are_made_keepable_and_empty_ones_say_nothing() -> None:
    order = Document(
        kind=DocumentKind.ORDER,
        source="bitrix24",
        external_id="4\x0010",
        money=Money(1, "UAH"),
        happened_at=NOON,
        number="  ",
        party=Party(name="Ол\x00ена ", phone=""),
    )
    assert "\x00" not in order.external_id
    assert order.number is None
    assert order.party is not None
    assert order.party.phone is None
    assert order.party.name is not None
    assert "\x00" not in order.party.name


def test_all_money_of_a_document_is_in_one_currency() -> None:
    line = OrderLine("Wilo 25/6", Decimal(1), Money(100, "UAH"), cost=Money(2, "EUR"))
    with pytest.raises(CurrencyMismatchError):
        Document(
            kind=DocumentKind.ORDER,
            source="bitrix24",
            external_id="1",
            money=Money(100, "UAH"),
            happened_at=NOON,
            lines=(line,),
        )


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        Document(
            kind=DocumentKind.PAYMENT,
            source="file.easycard",
            external_id="1",
            money=Money(100, "UAH"),
            happened_at=NOON.replace(tzinfo=None),
        )
