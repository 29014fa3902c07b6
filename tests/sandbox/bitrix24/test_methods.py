"""The portal's methods: names, types, pages, filters, as the vendor documents them."""

import datetime as dt
from decimal import Decimal

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.portal import COMPANY, CONTACT, DEAL, INVOICE, LEFT_OUT, Portal
from tests.conftest import NOW
from tests.sandbox.bitrix24.conftest import Asking, dig, listed


async def test_the_older_list_tells_every_value_as_a_text(asking: Asking) -> None:
    status, told = await asking.call("crm.deal.list", filter={"ID": 3}, select=["*"])
    assert status == 200
    (deal,) = listed(told, "result")
    assert (deal["ID"], deal["OPPORTUNITY"], deal["CLOSED"]) == ("3", "3.00", "N")
    assert str(deal["DATE_MODIFY"]).endswith("+02:00")
    assert deal["COMPANY_ID"] is None
    assert str(deal["CLOSEDATE"])[11:] == "00:00:00+02:00"


async def test_the_newer_list_tells_json_s_own_types(asking: Asking) -> None:
    (deal,) = await asking.items(filter={"=id": 3})
    assert (deal["id"], deal["opportunity"], deal["isManualOpportunity"]) == (3, 3, "N")
    assert deal["updatedBy"] == 1
    asking.server.portal.edit(DEAL, 3, OPPORTUNITY=Decimal("899.10"))
    assert (await asking.items(filter={"@id": [3]}))[0]["opportunity"] == 899.1


async def test_a_page_has_fifty_rows_a_count_and_where_to_go_on(asking: Asking) -> None:
    _, first = await asking.call("crm.deal.list", select=["ID"])
    assert (dig(first, "total"), dig(first, "next"), len(listed(first, "result"))) == (120, 50, 50)
    _, last = await asking.call("crm.deal.list", select=["ID"], start=100)
    assert (dig(last, "total"), len(listed(last, "result")), "next" in last) == (120, 20, False)


async def test_quickly_there_is_neither_a_count_nor_a_next(asking: Asking) -> None:
    seen: list[object] = []
    after: object = 0
    while True:
        _, told = await asking.call(
            "crm.item.list", entityTypeId=2, filter={">id": after}, order={"id": "ASC"}, start=-1
        )
        page = listed(told, "result", "items")
        assert told["total"] == 0
        assert "next" not in told
        seen += [each["id"] for each in page]
        if len(page) < 50:
            break
        after = seen[-1]
    assert seen == list(range(1, 121))


async def test_an_unknown_filter_is_refused_by_the_newer_and_overlooked_by_the_older(
    asking: Asking,
) -> None:
    status, told = await asking.call("crm.item.list", entityTypeId=2, filter={">=DATE_MODIFY": 1})
    assert (status, told["error"]) == (400, "INVALID_ARG_VALUE")
    status, told = await asking.call("crm.deal.list", filter={">=NO_SUCH": 1})
    assert (status, told["total"]) == (200, 120)


async def test_filters_compare_as_their_signs_say(asking: Asking) -> None:
    async def ids(**said: object) -> list[object]:
        return [each["id"] for each in await asking.items(filter=said, select=["id"])]

    assert await ids(**{">=opportunity": "119"}) == [119, 120]
    assert await ids(**{"<id": 3, "!id": 1}) == [2]
    assert await ids(**{"@id": [5, 7], "!@id": [7]}) == [5]
    assert await ids(**{"%title": "r 11", "!=%title": "%1"}) == [110, *range(112, 120)]
    assert await ids(**{"=%title": "Order 1_%"}) == []
    either = {"logic": "OR", "0": {"id": 2}, "1": {"title": "Order 9"}}
    assert await ids(**{"0": either}) == [2, 9]


async def test_moments_are_compared_whatever_their_offset(asking: Asking) -> None:
    since = (NOW + dt.timedelta(seconds=118)).isoformat()
    assert len(await asking.items(filter={">=updatedTime": since})) == 2
    local = (NOW + dt.timedelta(seconds=118)).astimezone(asking.server.portal.zone)
    plain = local.strftime("%Y-%m-%d %H:%M:%S")
    assert len(await asking.items(filter={">=updatedTime": plain})) == 2
    asking.server.portal.ignores_offsets_in_items = True
    assert len(await asking.items(filter={">=updatedTime": since})) == 50
    assert len(await asking.items(filter={">=updatedTime": plain})) == 2


async def test_forms_have_php_s_brackets(asking: Asking) -> None:
    form = {"entityTypeId": "2", "filter[@id][]": "4", "select[0]": "id", "start": "-1"}
    url = asking.server.webhook_url + "crm.item.list.json"
    async with asking.session.post(url, data=form) as response:
        assert (await response.json())["result"] == {"items": [{"id": 4}]}
    async with asking.session.get(url, params=form) as response:
        assert (await response.json())["result"] == {"items": [{"id": 4}]}


async def test_custom_fields_have_a_name_for_each_method(asking: Asking, portal: Portal) -> None:
    pays = Field("UF_CRM_1721", "enumeration", "Оплата", items={"45": "Cash", "47": "Card"})
    portal.custom(DEAL, pays)
    portal.edit(DEAL, 1, UF_CRM_1721="45")
    assert (await asking.items(filter={"id": 1}))[0]["ufCrm_1721"] == 45
    kept = await asking.items(filter={"id": 1}, useOriginalUfNames="Y")
    assert kept[0]["UF_CRM_1721"] == 45
    older = await asking.result("crm.deal.get", id=1)
    assert dig(older, "UF_CRM_1721") == "45"
    told = await asking.result("crm.deal.fields")
    field = dig(told, "UF_CRM_1721")
    assert (dig(field, "title"), dig(field, "listLabel")) == ("UF_CRM_1721", "Оплата")
    newer = await asking.result("crm.item.fields", entityTypeId=2)
    field = dig(newer, "fields", "ufCrm_1721")
    assert (dig(field, "title"), dig(field, "items", 0)) == (
        "Оплата",
        {"ID": "45", "VALUE": "Cash"},
    )


async def test_what_is_not_there_is_refused_without_a_code_or_with_one(asking: Asking) -> None:
    assert await asking.call("crm.deal.get", id=999) == (
        400,
        {"error": "", "error_description": "Not found"},
    )
    status, told = await asking.call("crm.item.get", entityTypeId=2, id=999)
    assert (status, told["error"]) == (400, "NOT_FOUND")
    status, told = await asking.call("crm.no.such")
    assert (status, told["error"]) == (404, "ERROR_METHOD_NOT_FOUND")


async def test_product_rows_of_many_deals_come_at_once(asking: Asking, portal: Portal) -> None:
    for deal in (1, 2):
        portal.set_rows(DEAL, deal, [{"productName": "Pump", "price": "899.10", "quantity": 2}])
    wanted = {"=ownerType": "D", "=ownerId": [1, 2]}
    told = await asking.result("crm.item.productrow.list", filter=wanted)
    rows = listed(told, "productRows")
    assert [(each["ownerId"], each["price"], each["quantity"]) for each in rows] == [
        (1, 899.1, 2),
        (2, 899.1, 2),
    ]
    (older,) = listed(await asking.result("crm.deal.productrows.get", id=1))
    assert (older["ID"], older["PRICE"], older["PRICE_ACCOUNT"]) == ("1", 899.1, "899.10")
    assert (await asking.items(filter={"id": 1}))[0]["opportunity"] == 1798.2
    status, told = await asking.call("crm.item.productrow.list", filter={"=ownerId": 1})
    assert (status, told["error"]) == (400, "INVALID_ARG_VALUE")


async def test_customers_have_several_telephones(asking: Asking, portal: Portal) -> None:
    portal.add(CONTACT, NAME="Olha", LAST_NAME="Koval", PHONE=["+380501112233", "+380671112233"])
    portal.add(COMPANY, TITLE="ТОВ «Ворона»", EMAIL=["a@example.com"])
    (older,) = listed(await asking.result("crm.contact.list", select=["NAME", "PHONE"]))
    assert [each["VALUE"] for each in listed(older, "PHONE")] == ["+380501112233", "+380671112233"]
    (newer,) = await asking.items(entityTypeId=4)
    assert newer["fm"] == [
        {"id": 1, "valueType": "WORK", "value": "a@example.com", "typeId": "EMAIL"}
    ]


async def test_stages_say_what_they_mean_and_their_history_only_grows(
    asking: Asking, portal: Portal
) -> None:
    portal.edit(DEAL, 7, by=1, STAGE_ID="EXECUTING")
    portal.edit(DEAL, 7, by=1, STAGE_ID="WON")
    told = await asking.result("crm.status.list", filter={"ENTITY_ID": "DEAL_STAGE"})
    won = next(each for each in listed(told) if each["STATUS_ID"] == "WON")
    assert (won["SEMANTICS"], dig(won, "EXTRA", "SEMANTICS")) == ("S", "success")
    history = await asking.result("crm.stagehistory.list", entityTypeId=2, filter={">ID": 120})
    rows = listed(history, "items")
    assert [(each["TYPE_ID"], each["STAGE_ID"]) for each in rows] == [(2, "EXECUTING"), (3, "WON")]
    deal = (await asking.items(filter={"id": 7}))[0]
    assert (deal["closed"], deal["stageSemanticId"]) == ("Y", "S")


async def test_processes_and_invoices_are_kinds_of_their_own(
    asking: Asking, portal: Portal
) -> None:
    portal.process(1036, "Rent")
    funnel = portal.category("Rent", 1036)
    item = portal.add(1036, TITLE="Crane", CATEGORY_ID=funnel, STAGE_ID=f"DT1036_{funnel}:NEW")
    portal.edit(1036, item, STAGE_ID=f"DT1036_{funnel}:SUCCESS")
    portal.add(INVOICE, TITLE="Invoice 1")
    assert [each["title"] for each in await asking.items(entityTypeId=1036)] == ["Crane"]
    assert [each["title"] for each in await asking.items(entityTypeId=31)] == ["Invoice 1"]
    told = await asking.result("crm.stagehistory.list", entityTypeId=1036)
    assert [each["STAGE_SEMANTIC_ID"] for each in listed(told, "items")] == ["P", "S"]
    types = await asking.result("crm.type.list")
    assert dig(types, "types", 0, "entityTypeId") == 1036


async def test_the_shop_tells_orders_and_payments_to_an_administrator(
    asking: Asking, portal: Portal
) -> None:
    order = portal.order(deal_id=5, price=Decimal(1176))
    portal.payment(order, Decimal(1176), paid="Y", psInvoiceId="pi_1")
    told = await asking.result("sale.payment.list", filter={"orderId": order})
    (payment,) = listed(told, "payments")
    assert (payment["sum"], payment["priceCod"], payment["accountNumber"]) == (
        1176, "0.000000", "1/1"
    )  # fmt: skip
    links = await asking.result("crm.orderentity.list")
    assert links == {"orderEntity": [{"orderId": 1, "ownerId": 5}]}
    bare = await asking.result("crm.item.payment.list", entityId=5, entityTypeId=2)
    assert dig(bare, 0, "paySystemName") == "Cash"
    portal.is_admin = False
    status, refused = await asking.call("sale.order.list")
    assert (status, refused["error"]) == (400, "200040300010")


async def test_a_record_can_be_told_with_wrong_types_and_missing_fields(
    asking: Asking, portal: Portal
) -> None:
    portal.spoils[DEAL, 3] = {"opportunity": "many", "title": LEFT_OUT}
    (deal,) = await asking.items(filter={"id": 3})
    assert deal["opportunity"] == "many"
    assert "title" not in deal


async def test_users_are_found_by_their_ids(asking: Asking, portal: Portal) -> None:
    oksana = portal.user("Oksana", "Melnyk")
    (told,) = listed(await asking.result("user.get", FILTER={"ID": [oksana]}))
    assert (told["ID"], told["LAST_NAME"], told["ACTIVE"]) == ("2", "Melnyk", True)
    profile = await asking.result("profile")
    assert dig(profile, "ADMIN") is True
