"""The universal methods: names in camel case, JSON's own types, unknown names refused."""

from collections.abc import Callable, Mapping

from sandbox.bitrix24 import fields
from sandbox.bitrix24.errors import RestError, invalid
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.filters import Grammar, ids_among, test_of
from sandbox.bitrix24.lists import Answer, Listing, list_page
from sandbox.bitrix24.methods.dictionaries import table_of
from sandbox.bitrix24.php import Json, listed, mapped, number, whole
from sandbox.bitrix24.portal import Portal
from sandbox.bitrix24.table import Table
from sandbox.bitrix24.values import native

_NUMBERS = frozenset("price priceAccount priceExclusive priceNetto priceBrutto quantity".split())


def _names(table: Table, params: Json) -> dict[str, Field]:
    """Give the fields under the names that are asked for."""
    keeps = str(params.get("useOriginalUfNames", "N")) == "Y"
    return {
        each.name if keeps and each.is_custom else each.camel: each
        for each in table.fields.values()
    }


def _list(portal: Portal, params: Json) -> Answer:
    table = table_of(portal, params)
    names = _names(table, params)
    grammar = Grammar(
        names, portal.zone, is_strict=True, ignores_offsets=portal.ignores_offsets_in_items
    )
    page = list_page(table, params, grammar)
    wanted = [str(each) for each in listed(params.get("select"))] or ["*"]
    told = [_write(portal, table, each, names, wanted) for each in page.records]
    return page.answer({"items": told})


def _get(portal: Portal, params: Json) -> Answer:
    table = table_of(portal, params)
    record = table.records.get(whole(params.get("id")) or 0)
    if record is None:
        raise RestError(400, "NOT_FOUND", "Element not found")
    told = _write(portal, table, record, _names(table, params), ["*"])
    return Answer({"item": told | {"entityTypeId": table.type_id}})


def _fields(portal: Portal, params: Json) -> Answer:
    table = table_of(portal, params)
    told = {
        name: _describe(each) | {"title": each.title, "upperName": each.upper}
        for name, each in _names(table, params).items()
    }
    return Answer({"fields": told})


def _write(
    portal: Portal, table: Table, record: Json, names: Mapping[str, Field], wanted: list[str]
) -> Json:
    is_all = "*" in wanted
    told: Json = {
        name: native(each, record.get(each.name), portal.zone)
        for name, each in names.items()
        if is_all or name in wanted or name == "id"
    }
    if is_all and "HAS_PHONE" in table.fields:
        told["fm"] = _multifields(record)
    if is_all and "CONTACT_ID" in table.fields:
        contact = told.get("contactId")
        told |= {"contactIds": [contact] if contact else [], "entityTypeId": table.type_id}
    return portal.spoilt(table.type_id, record, told)


def _multifields(record: Json) -> list[Json]:
    return [
        {"id": place, "valueType": "WORK", "value": value, "typeId": kind}
        for kind in ("PHONE", "EMAIL")
        for place, value in enumerate(listed(record.get(kind)), start=1)
    ]


def _describe(field: Field) -> Json:
    told: Json = {"type": field.type, "isRequired": False, "isReadOnly": field.is_read_only}
    told |= {"isImmutable": False, "isMultiple": False, "isDynamic": field.is_custom}
    if field.items:
        told["items"] = [{"ID": key, "VALUE": word} for key, word in field.items.items()]
    return told


def _rows(portal: Portal, params: Json) -> Answer:
    said = mapped(params.get("filter"))
    if not {"=ownerType", "=ownerId"} <= set(said):
        raise invalid("Required filter fields: =ownerType, =ownerId")
    grammar = Grammar(fields.PRODUCT_ROW, portal.zone, is_strict=True)
    owners = ids_among({"=ownerId": said["=ownerId"]}, grammar, ("ownerid",)) or []
    owner_type, test = str(said["=ownerType"]), test_of(said, grammar)
    tables = [each for each in portal.tables.values() if each.owner_type == owner_type]
    found = [
        row
        for table in tables
        for owner in owners
        for row in table.rows.get(owner, ())
        if test(row)
    ]
    found.sort(key=lambda row: whole(row["id"]) or 0)
    start = whole(params.get("start", 0)) or 0
    first = max(0, start)
    more = first + 50 if first + 50 < len(found) and start >= 0 else None
    page = Listing(found[first : first + 50], len(found) if start >= 0 else 0, more)
    return page.answer({"productRows": [native_row(each) for each in page.records]})


def native_row(row: Json) -> Json:
    """Write a product row with JSON's own numbers."""
    return {name: number(value) if name in _NUMBERS else value for name, value in row.items()}


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    "crm.item.list": _list,
    "crm.item.get": _get,
    "crm.item.fields": _fields,
    "crm.item.productrow.list": _rows,
}
