"""The older methods: names in capitals, texts for everything, unknown names overlooked."""

from collections.abc import Callable
from decimal import Decimal

from sandbox.bitrix24.errors import not_found
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.filters import Grammar
from sandbox.bitrix24.lists import Answer, list_page, wanted_names
from sandbox.bitrix24.php import Json, listed, number, whole
from sandbox.bitrix24.portal import COMPANY, CONTACT, DEAL, Portal
from sandbox.bitrix24.values import legacy

_MULTIPLE = ("PHONE", "EMAIL")
_NUMBERS = {
    "PRICE": "price",
    "PRICE_EXCLUSIVE": "priceExclusive",
    "PRICE_NETTO": "priceNetto",
    "PRICE_BRUTTO": "priceBrutto",
    "QUANTITY": "quantity",
}
_AS_THEY_ARE = {
    "PRODUCT_ID": "productId",
    "PRODUCT_NAME": "productName",
    "DISCOUNT_TYPE_ID": "discountTypeId",
    "DISCOUNT_RATE": "discountRate",
    "DISCOUNT_SUM": "discountSum",
    "TAX_RATE": "taxRate",
    "TAX_INCLUDED": "taxIncluded",
    "CUSTOMIZED": "customized",
    "MEASURE_CODE": "measureCode",
    "MEASURE_NAME": "measureName",
    "SORT": "sort",
    "XML_ID": "xmlId",
    "TYPE": "type",
    "STORE_ID": "storeId",
}


def _lister(type_id: int) -> Callable[[Portal, Json], Answer]:
    def answer(portal: Portal, params: Json) -> Answer:
        table = portal.tables[type_id]
        page = list_page(table, params, Grammar(table.fields, portal.zone, is_strict=False))
        names = wanted_names(params, table.fields)
        asked = {str(each) for each in listed(params.get("select"))}
        told = [
            portal.spoilt(type_id, each, _write(portal, type_id, each, names))
            | {
                kind: _multiple(each, kind)
                for kind in _MULTIPLE
                if kind in asked and each.get(kind)
            }
            for each in page.records
        ]
        return page.answer(told)

    return answer


def _getter(type_id: int) -> Callable[[Portal, Json], Answer]:
    def answer(portal: Portal, params: Json) -> Answer:
        record = portal.tables[type_id].records.get(whole(params.get("id", params.get("ID"))) or 0)
        if record is None:
            raise not_found()
        told = _write(portal, type_id, record, None)
        more = {kind: _multiple(record, kind) for kind in _MULTIPLE if record.get(kind)}
        return Answer(portal.spoilt(type_id, record, told) | more)

    return answer


def _describer(type_id: int) -> Callable[[Portal, Json], Answer]:
    def answer(portal: Portal, _params: Json) -> Answer:
        return Answer({name: _describe(f) for name, f in portal.tables[type_id].fields.items()})

    return answer


def _write(portal: Portal, type_id: int, record: Json, names: set[str] | None) -> Json:
    fields = portal.tables[type_id].fields
    return {
        name: legacy(field, record.get(name), portal.zone)
        for name, field in fields.items()
        if names is None or name in names
    }


def _multiple(record: Json, kind: str) -> list[Json]:
    return [
        {"ID": str(place), "VALUE_TYPE": "WORK", "VALUE": value, "TYPE_ID": kind}
        for place, value in enumerate(listed(record.get(kind)), start=1)
    ]


def _describe(field: Field) -> Json:
    told: Json = {"type": field.type, "isRequired": False, "isReadOnly": field.is_read_only}
    told |= {"isImmutable": False, "isMultiple": False, "isDynamic": field.is_custom}
    if not field.is_custom:
        return told | {"title": field.title}
    told |= dict.fromkeys(("listLabel", "formLabel", "filterLabel"), field.title)
    if field.items:
        told["items"] = [{"ID": key, "VALUE": word} for key, word in field.items.items()]
    return told | {"title": field.name}


def _product_rows(portal: Portal, params: Json) -> Answer:
    owner = whole(params.get("id", params.get("ID"))) or 0
    if owner not in portal.deals.records:
        raise not_found()
    return Answer([_row(each) for each in portal.deals.rows.get(owner, ())])


def _row(row: Json) -> Json:
    """Write a row as the method does: ids as texts, amounts as numbers, one of them a text."""
    told: Json = {"ID": str(row["id"]), "OWNER_ID": str(row["ownerId"]), "OWNER_TYPE": "D"}
    told |= {name: number(row[mine]) for name, mine in _NUMBERS.items()}
    told |= {name: row[mine] for name, mine in _AS_THEY_ARE.items()}
    return told | {"PRICE_ACCOUNT": f"{Decimal(str(row['priceAccount'])):.2f}"}


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    f"crm.{name}.{verb}": make(type_id)
    for name, type_id in (("deal", DEAL), ("contact", CONTACT), ("company", COMPANY))
    for verb, make in (("list", _lister), ("get", _getter), ("fields", _describer))
} | {"crm.deal.productrows.get": _product_rows}
