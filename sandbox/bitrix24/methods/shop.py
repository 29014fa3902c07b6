"""The shop's own orders and payments, and which deals they belong to."""

from collections.abc import Callable

from sandbox.bitrix24 import fields
from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.filters import Grammar
from sandbox.bitrix24.lists import Answer, list_page
from sandbox.bitrix24.php import Json, listed, whole
from sandbox.bitrix24.portal import Portal
from sandbox.bitrix24.table import Table
from sandbox.bitrix24.values import native


def _page(
    portal: Portal, table: Table, names: dict[str, Field], params: Json, called: str
) -> Answer:
    if not portal.has_shop:
        raise RestError(403, "insufficient_scope", "The request requires higher privileges")
    if not portal.is_admin:
        raise RestError(400, "200040300010", "Access Denied")
    page = list_page(table, params, Grammar(names, portal.zone, is_strict=True))
    wanted = {str(each) for each in listed(params.get("select"))} or set(names)
    told = [
        {
            name: native(field, each.get(name), portal.zone)
            for name, field in names.items()
            if name in wanted or "*" in wanted
        }
        for each in page.records
    ]
    return page.answer({called: told})


def _orders(portal: Portal, params: Json) -> Answer:
    return _page(portal, portal.orders, fields.SALE_ORDER, params, "orders")


def _payments(portal: Portal, params: Json) -> Answer:
    return _page(portal, portal.payments, fields.SALE_PAYMENT, params, "payments")


def _order_links(portal: Portal, params: Json) -> Answer:
    table = Table(0, dict(fields.ORDER_ENTITY) | {"id": Field("id", "integer", "id")})
    for each in portal.order_links:
        table.add(dict(each))
    page = list_page(table, params, Grammar(fields.ORDER_ENTITY, portal.zone, is_strict=True))
    told = [{"orderId": each["orderId"], "ownerId": each["ownerId"]} for each in page.records]
    return page.answer({"orderEntity": told})


def _payments_of_item(portal: Portal, params: Json) -> Answer:
    owner = whole(params.get("entityId"))
    orders = {each["orderId"] for each in portal.order_links if each["ownerId"] == owner}
    names = "id accountNumber paid datePaid empPaidId paySystemId sum currency paySystemName"
    return Answer(
        [
            {
                name: native(fields.SALE_PAYMENT[name], each.get(name), portal.zone)
                for name in names.split()
            }
            for each in portal.payments.records.values()
            if each["orderId"] in orders
        ]
    )


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    "sale.order.list": _orders,
    "sale.payment.list": _payments,
    "crm.orderentity.list": _order_links,
    "crm.item.payment.list": _payments_of_item,
}
