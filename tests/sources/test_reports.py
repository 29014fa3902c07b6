"""Reports of orders, payments and payouts are read by mappings, whatever their titles are."""

import contextlib
import datetime as dt
import io
from collections.abc import Mapping
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.documents import Document, DocumentKind, OrderStage, ReferenceKind
from ledger.money import Money
from services.intake.report_types import ReportRead
from sources.bank_files.errors import UnreadableFileError
from sources.reports.mapping import MappingError, mapping_of_json, own_mappings
from sources.reports.reader import read_report
from tests.here import DATA, needs_data

PAYMENTS = """\
payment_id,provider,merchant_code,order_ref,created_at,kind,gross,fee,net,payout_id,payer_name
EA1,easycard,EC-1,27520,2026-11-14T18:34:33,charge,332.00,4.98,327.02,B1,DMYTRO KOVAL
EA2,easycard,EC-1,27520,2026-11-15T09:00:00,refund,32.00,0,-32.00,,
EA3,easycard,EC-1,27521,2026-11-15T09:00:00,chargeback,-10.00,5.00,-15.00,,
EA4,easycard,EC-1,27522,2026-11-31T09:00:00,charge,10.00,,10.00,,
EA5,easycard,EC-1,27522,2026-11-15T09:00:00,gift,10.00,,10.00,,
"""
ORDERS = """\
Звіт за листопад;;;;
Id замовлення;Номер;Дата створення;Статус;Сума;Клієнт;Телефон
52495;№ 27517;12.11.2026 13:38;Виконано;12 400,50;ФОП Коваль;+380978124119
52496;27518;13.11.2026;В роботі;100,00;;
"""
OWN = {
    "name": "parcels", "source": "file.parcels", "kind": "payment",
    "columns": {"id": "TTN", "happened_at": ["Handed over"], "money": "Collected",
                "order": "Shop no"},
    "constants": {"provider": "nova", "currency": "UAH"},
}  # fmt: skip


def read(text: str | bytes, *own: Mapping[str, object]) -> ReportRead | None:
    content = text.encode() if isinstance(text, str) else text
    mappings = [mapping_of_json(each) for each in own]
    return read_report(BytesIO(content), mappings, zone="Europe/Kyiv", currency="UAH")


def documents(text: str | bytes, *own: Mapping[str, object]) -> list[Document]:
    found = read(text, *own)
    assert found is not None
    return [each.document for each in found.tellings]


def test_payments_refunds_and_chargebacks_come_with_their_fees_and_references() -> None:
    paid, back, taken = documents(PAYMENTS)
    assert paid.key == "payment:file.easycard:EA1"
    assert (paid.money, paid.fee) == (Money(33_200, "UAH"), Money(498, "UAH"))
    assert paid.happened_at == dt.datetime(2026, 11, 14, 16, 34, 33, tzinfo=dt.UTC)
    assert {each.kind: each.value for each in paid.references} == {
        ReferenceKind.ORDER: "27520", ReferenceKind.PAYOUT: "B1", ReferenceKind.MERCHANT: "EC-1",
    }  # fmt: skip
    assert (back.kind, back.money.minor) == (DocumentKind.REFUND, -3_200)
    assert (taken.kind, taken.money.minor) == (DocumentKind.CHARGEBACK, -1_000)


def test_a_row_that_cannot_be_read_is_set_aside_with_its_place() -> None:
    found = read(PAYMENTS)
    assert found is not None
    assert [each.position for each in found.spoiled] == [5, 6]
    assert "gift" in found.spoiled[1].reason


def test_orders_are_read_in_the_words_of_people() -> None:
    closed, is_open = documents(ORDERS)
    assert (closed.external_id, closed.number) == ("52495", "№ 27517")
    assert closed.money == Money(1_240_050, "UAH")
    assert (closed.stage, is_open.stage) == (OrderStage.CLOSED, OrderStage.OPEN)
    assert closed.party is not None
    assert closed.party.phone == "+380978124119"
    assert closed.happened_at == dt.datetime(2026, 11, 12, 11, 38, tzinfo=dt.UTC)


def test_a_workbook_is_read_as_a_text_is() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in PAYMENTS.splitlines()[:2]:
        book.active.append(line.split(","))
    kept = io.BytesIO()
    book.save(kept)
    assert documents(kept.getvalue()) == documents("\n".join(PAYMENTS.splitlines()[:2]))


def test_a_mapping_of_the_shops_own_goes_before_ours() -> None:
    report = "TTN,Handed over,Collected,Shop no\n20450001,2026-11-14,250.00,410\n"
    assert read(report) is None
    (document,) = documents(report, OWN)
    assert document.key == "payment:file.parcels:20450001"
    assert document.provider == "nova"


def test_a_statement_is_no_report() -> None:
    statement = "Payment id,Payment date,Amount,Order number,Balance\n1,2026-11-01,5.00,1,9\n"
    assert read(statement) is None
    assert read(b"") is None
    assert read(b"%PDF-1.7") is None


def test_days_that_may_be_months_are_not_guessed() -> None:
    report = "TTN,Handed over,Collected\n1,03/04/2026,250.00\n"
    with pytest.raises(UnreadableFileError, match="day_order"):
        read(report, OWN)
    (document,) = documents(report, OWN | {"day_order": "dmy"})
    assert document.happened_at.month == 4


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({}, "name"),
        ({"name": "x", "kind": "payment"}, "lacks id, happened_at, money"),
        (OWN | {"kind": "gift"}, "gift"),
        (OWN | {"columns": OWN["columns"] | {"colour": "red"}}, "colour"),  # type: ignore[operator]  # one mapping among values
        (OWN | {"constants": {"moon": "full"}}, "moon"),
        (OWN | {"day_order": "dym"}, "day_order"),
        (OWN | {"words": {"kind": {"x": "y"}}}, "y"),
        (OWN | {"columns": {"id": 7}}, "list of texts"),
        (OWN | {"source": "a:b"}, "colon"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_with_what_is_wrong(
    broken: Mapping[str, object], said: str
) -> None:
    with pytest.raises(MappingError, match=said):
        mapping_of_json(broken)


def test_our_own_mappings_are_well_formed() -> None:
    assert [each.name for each in own_mappings()] == ["payments", "payouts", "orders"]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    with contextlib.suppress(UnreadableFileError):
        read(noise + PAYMENTS.encode()[:200] + noise)


@needs_data
def test_a_month_of_a_shop_is_read_without_a_spoiled_row() -> None:
    folder = DATA.parent / "examples" / "store_month" / "sample"
    for name in ("orders", "payments", "payouts"):
        found = read((folder / f"{name}.csv").read_bytes())
        assert found is not None
        assert found.name == name
        assert found.spoiled == ()
