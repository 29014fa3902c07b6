"""Records come to the documents that stand beside them; what titles say is guessed."""

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from ledger.documents import Document
from services.crm.crm_types import (
    Around,
    CrmDirectory,
    CrmField,
    CrmRecord,
    CrmStage,
    Derived,
    Role,
    StageMeaning,
)
from sources.bitrix24.expressions import evaluate, what_is_wrong
from sources.bitrix24.guess import guess, way_of
from sources.bitrix24.transform import derive

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))
DIRECTORY = CrmDirectory(
    fields={
        "deal": (
            CrmField("title", "Назва", "string"),
            CrmField("UF_CRM_17200198", "Номер замовлення", "string", is_custom=True),
            CrmField(
                "UF_CRM_17200199",
                "Спосіб оплати",
                "enumeration",
                is_custom=True,
                items={"45": "Готівка", "47": "Картка онлайн", "49": "Кредит"},
            ),
            CrmField("UF_CRM_17200200", "Собівартість", "money", is_custom=True),
            CrmField("UF_CRM_17200201", "Магазин", "string", is_custom=True),
            CrmField("UF_CRM_17200202", "Повернуто", "money", is_custom=True),
            CrmField(
                "UF_CRM_17200203",
                "Канал продажів",
                "enumeration",
                is_custom=True,
                items={"61": "Prom.ua"},
            ),
        ),
        "company": (CrmField("UF_CRM_9001", "ЄДРПОУ", "string", is_custom=True),),
    },
    stages={
        "deal": (
            CrmStage("PREPAYMENT_INVOICE", "Рахунок", StageMeaning.OPEN),
            CrmStage("WON", "Готово", StageMeaning.CLOSED),
        )
    },
    users={"7": "Олена Мельник", "12": "Петро Шевчук"},
)


def derived(case: dict[str, object]) -> Derived:
    def dump(value: object) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()

    entity, named = str(case["entity"]), case["named"]
    assert isinstance(named, dict)
    mapping = guess("deal", DIRECTORY)
    said = case.get("mapping", {})
    assert isinstance(said, dict)
    for role, expression in said.get("expressions", {}).items():
        mapping = mapping.with_expression(Role(role), expression)
    for code, meaning in said.get("stages", {}).items():
        mapping = mapping.with_stage(code, StageMeaning(meaning))
    keys = {name: name.rpartition(":") for name in named}
    around = Around(
        DIRECTORY, mapping, {(k[0], int(k[2])): dump(named[name]) for name, k in keys.items()}
    )
    record = CrmRecord(
        entity, 1, dump(case["told"]), "digest", is_deleted=bool(case.get("is_deleted"))
    )
    return derive(record, around)


def said_in(document: Document) -> dict[str, object]:
    """Give what a document says, without what it doesn't."""
    told = ((each.name, getattr(document, each.name)) for each in dataclasses.fields(document))
    return {name: value for name, value in told if value not in {None, ()}}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_record_comes_to_its_documents(path: Path, snapshot: SnapshotAssertion) -> None:
    found = derived(json.loads(path.read_text(encoding="utf-8")))
    assert (found.problem or [said_in(each) for each in found.documents]) == snapshot


def test_titles_are_understood_in_three_languages() -> None:
    def guessed(*titles: str) -> list[str]:
        fields = tuple(
            CrmField(f"UF_CRM_{n}", title, "string", is_custom=True)
            for n, title in enumerate(titles)
        )
        found = guess("deal", CrmDirectory({"deal": fields})).expressions
        return [role for role in found if role not in {"total", "currency"}]

    assert guessed("Order number", "Tax ID", "Branch", "Sales channel", "Payment method") == [
        "number", "tax_id", "store", "channel", "paid_by"
    ]  # fmt: skip
    assert guessed("Номер замовлення", "ЄДРПОУ", "Відділення", "Канал продажів", "Оплата") == [
        "number", "tax_id", "store", "channel", "paid_by"
    ]  # fmt: skip
    assert guessed("Номер заказа", "ИНН клиента", "Магазин", "Маркетплейс", "Способ оплаты") == [
        "number", "tax_id", "store", "channel", "paid_by"
    ]  # fmt: skip
    assert guessed("Notes", "Costume", "Postal code", "Restored at") == ["number"]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Післяплата НП", "cash_on_delivery"),
        ("Наличными", "cash"),
        ("Безготівка (рахунок)", "bank_transfer"),
        ("Card online", "card_online"),
        ("Бартер", None),
    ],
)
def test_ways_to_pay_are_understood(words: str, way: str | None) -> None:
    assert way_of(words) == way


def test_expressions_are_checked_before_they_are_kept() -> None:
    assert what_is_wrong("item.a || item.b") is None
    assert what_is_wrong("item.[") is not None
    assert what_is_wrong("a" * 501) == "too long"
    assert evaluate("item.missing.deeper", {"item": {}}) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
_NAMES = st.sampled_from(
    "id opportunity currencyId stageId createdTime updatedTime contactId companyId updatedBy "
    "taxValue UF_CRM_17200199 originId movedTime".split()
)


@given(
    item=st.dictionaries(_NAMES, _JSON), rows=_JSON, entity=st.sampled_from(["deal", "shop_order"])
)
def test_whatever_is_told_comes_to_a_document_or_to_a_reason(
    item: dict[str, object], rows: object, entity: str
) -> None:
    told = {"item": item, "rows": rows, "payments": rows, "dealIds": rows}
    found = derived({"entity": entity, "told": told, "named": {}})
    assert isinstance(found, Derived)
    assert not (found.documents and found.problem)
