"""A portal: what its people did, as it has it now; who uses it changes it here."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

from sandbox.bitrix24 import fields
from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.php import Json
from sandbox.bitrix24.table import Table, stages

Clock = Callable[[], dt.datetime]
"""Gives the moment, aware."""
Tell = Callable[[str, Json], None]
"""Hears an event's name and its fields."""

LEFT_OUT = object()
"""Instead of a value: the field is missing."""
DEAL, CONTACT, COMPANY, INVOICE = 2, 3, 4, 31
_CREATED, _MOVED, _ENDED, _FUNNEL = 1, 2, 3, 5


class Portal:
    """Deals, items, customers, a shop; numbers by hand stay as they are typed."""

    def __init__(self, clock: Clock, zone: str = "Europe/Kyiv") -> None:
        self.clock = clock
        self.zone = ZoneInfo(zone)
        self.tell: Tell = lambda _event, _fields: None
        self.tables = {
            DEAL: Table(DEAL, dict(fields.DEAL), "CRMDEAL", "D"),
            CONTACT: Table(CONTACT, dict(fields.CONTACT), "CRMCONTACT"),
            COMPANY: Table(COMPANY, dict(fields.COMPANY), "CRMCOMPANY"),
            INVOICE: Table(INVOICE, dict(fields.ITEM), "CRMDYNAMICITEM", "SI"),
        }
        self.histories: dict[int, Table] = {}
        """The moves of each kind of record; their ids count on through all kinds."""
        self._move_id = 0
        self.statuses = Table(0, fields.STATUS)
        self.users = Table(0, fields.USER)
        self.orders = Table(0, fields.SALE_ORDER, "SALEORDER")
        self.payments = Table(0, fields.SALE_PAYMENT, "PAYMENT")
        self.order_links: list[Json] = []
        self.comments: dict[int, Json] = {}
        """What was written on records, by id, as the portal keeps it."""
        self.categories: list[Json] = []
        self.types: list[Json] = []
        self.has_shop = True
        self.ignores_offsets_in_items = False
        self.spoils: dict[tuple[int, int], Json] = {}
        """Values that some records are told with instead; LEFT_OUT leaves a field out."""
        self.is_admin = True
        self._row_id = 0
        self._meanings: dict[str, str] = {}
        self.user("Ada", "Admin")
        self.category("General")

    @property
    def deals(self) -> Table:
        """Give the deals."""
        return self.tables[DEAL]

    def user(self, name: str, last_name: str = "") -> int:
        """Have somebody join."""
        said: Json = {"NAME": name, "LAST_NAME": last_name, "ACTIVE": True}
        return self.users.add(said | {"EMAIL": f"{name.lower()}@example.com"})

    def category(self, name: str, type_id: int = DEAL) -> int:
        """Open a funnel with its stages; the first one of deals is number 0."""
        number = len(self.categories)
        is_first = "Y" if number == 0 else "N"
        told: Json = {"id": number, "name": name, "sort": 100, "entityTypeId": type_id}
        self.categories.append(told | {"isDefault": is_first})
        dictionary, codes = stages(type_id, number)
        for place, (code, title, meaning) in enumerate(codes):
            said: Json = {"ENTITY_ID": dictionary, "STATUS_ID": code, "NAME": title}
            said |= {"SORT": 10 * (place + 1), "SYSTEM": "Y", "SEMANTICS": meaning}
            self.statuses.add(said | {"CATEGORY_ID": number or None})
            self._meanings[code] = meaning or "P"
        return number

    def process(self, type_id: int, title: str) -> Table:
        """Open a smart process; its ids of types begin at 128."""
        table = Table(type_id, dict(fields.ITEM), "CRMDYNAMICITEM", f"T{type_id:x}")
        self.tables[type_id] = table
        self.types.append({"id": len(self.types) + 1, "title": title, "entityTypeId": type_id})
        return table

    def custom(self, type_id: int, new: Field) -> str:
        """Have the owner make a field; give its name."""
        self.tables[type_id].add_field(new)
        return new.name

    def add(self, type_id: int, by: int = 1, **said: object) -> int:
        """Have somebody make a record."""
        table, now = self.tables[type_id], self.clock()
        made: Json = {"DATE_CREATE": now, "DATE_MODIFY": now, "CREATED_BY_ID": by}
        made |= {"MODIFY_BY_ID": by, "ASSIGNED_BY_ID": by}
        if "STAGE_ID" in table.fields:
            made |= {"STAGE_ID": "NEW", "CATEGORY_ID": 0, "CURRENCY_ID": "UAH"}
            made |= {"OPPORTUNITY": Decimal(), "IS_MANUAL_OPPORTUNITY": "N", "MOVED_TIME": now}
            made |= {"MOVED_BY_ID": by, "TAX_VALUE": Decimal(), "CLOSEDATE": now.date()}
        new_id = table.add(made | said)
        if "STAGE_ID" in table.fields:
            self._note_stage(table, new_id, _CREATED)
        self.tell(f"ON{table.event}ADD", self._event_fields(table, new_id))
        return new_id

    def edit(self, type_id: int, record_id: int, by: int = 1, **said: object) -> None:
        """Have somebody change a record; a changed stage is written into its history."""
        table, now = self.tables[type_id], self.clock()
        record = table.records[record_id]
        before = (record.get("STAGE_ID"), record.get("CATEGORY_ID"))
        record |= {**said, "DATE_MODIFY": now, "MODIFY_BY_ID": by}
        if "STAGE_ID" in table.fields and record["STAGE_ID"] != before[0]:
            record |= {"MOVED_TIME": now, "MOVED_BY_ID": by, "PREVIOUS_STAGE_ID": before[0]}
            has_moved = record["CATEGORY_ID"] != before[1]
            self._note_stage(table, record_id, _FUNNEL if has_moved else _MOVED)
        self.tell(f"ON{table.event}UPDATE", self._event_fields(table, record_id))

    def delete(self, type_id: int, record_id: int) -> None:
        """Have a record deleted: nothing tells of it afterwards but its event."""
        table = self.tables[type_id]
        told = self._event_fields(table, record_id)
        table.drop(record_id)
        self.tell(f"ON{table.event}DELETE", told)

    def comment(self, entity: str, record_id: int, text: str, by: int = 1) -> int:
        """Have somebody write on a record's timeline; "deal" or "dynamic_1036" is its kind."""
        new_id = 1001 + len(self.comments)
        made: Json = {"ID": new_id, "ENTITY_ID": record_id, "ENTITY_TYPE": entity}
        made |= {"CREATED": self.clock(), "COMMENT": text, "AUTHOR_ID": by}
        self.comments[new_id] = made
        return new_id

    def set_rows(
        self,
        type_id: int,
        record_id: int,
        rows: Sequence[Json],
        by: int = 1,
        *,
        quietly: bool = False,
    ) -> None:
        """Set product rows; the amount follows unless it is typed by hand.

        Args:
            type_id: the kind of record.
            record_id: its id.
            rows: productName, price, quantity and what else there is to say.
            by: whose edit it is.
            quietly: whether the record keeps its date of change.
        """
        table = self.tables[type_id]
        table.rows[record_id] = [self._row(table, record_id, each) for each in rows]
        record = table.records[record_id]
        said: Json = {}
        if record["IS_MANUAL_OPPORTUNITY"] != "Y":
            said["OPPORTUNITY"] = sum(
                (Decimal(str(each["price"])) * Decimal(str(each["quantity"])) for each in rows),
                Decimal(),
            )
        if quietly:
            record |= said
        else:
            self.edit(type_id, record_id, by, **said)

    def order(self, deal_id: int | None = None, **said: object) -> int:
        """Have the shop take an order."""
        now = self.clock()
        made: Json = {"dateInsert": now, "dateUpdate": now, "dateStatus": now, "currency": "UAH"}
        made |= {"canceled": "N", "payed": "N", "statusId": "N", "lid": "s1", "price": Decimal()}
        made |= {"userId": 1, "personTypeId": 4, "version": 0, "discountValue": 0, "taxValue": 0}
        new_id = self.orders.add(made | said)
        self.orders.records[new_id]["accountNumber"] = str(said.get("accountNumber", new_id))
        if deal_id is not None:
            link: Json = {"orderId": new_id, "ownerId": deal_id, "ownerTypeId": DEAL}
            self.order_links.append(link)
        self.tell("ONSALEORDERSAVED", {"ID": new_id, "XML_ID": "", "ACTION": "ADD"})
        return new_id

    def payment(self, order_id: int, amount: Decimal, **said: object) -> int:
        """Have an order get a payment, paid or not."""
        order = self.orders.records[order_id]
        place = sum(each["orderId"] == order_id for each in self.payments.records.values()) + 1
        made: Json = {"orderId": order_id, "sum": amount, "currency": order["currency"]}
        made |= {"accountNumber": f"{order['accountNumber']}/{place}", "paid": "N"}
        made |= {"dateBill": self.clock(), "isReturn": "N", "paySystemId": 6}
        made |= {"paySystemIsCash": "Y", "paySystemName": "Cash", "priceCod": "0.000000"}
        new_id = self.payments.add(made | said)
        order["dateUpdate"] = self.clock()
        self.tell("ONPAYMENTENTITYSAVED", {"ID": new_id, "XML_ID": ""})
        return new_id

    def semantics(self, stage: object) -> str:
        """Give what a stage means: P, S or F."""
        return self._meanings.get(str(stage), "P")

    def spoilt(self, type_id: int, record: Json, told: Json) -> Json:
        """Spoil what is told of a record, if that was asked for."""
        record_id = record["ID"]
        said = self.spoils.get((type_id, record_id if isinstance(record_id, int) else 0))
        if said is None:
            return told
        return {name: value for name, value in (told | said).items() if value is not LEFT_OUT}

    def _row(self, table: Table, owner_id: int, said: Json) -> Json:
        self._row_id += 1
        price = Decimal(str(said["price"]))
        made: Json = {"id": self._row_id, "ownerId": owner_id, "ownerType": table.owner_type}
        made |= {"productId": 0, "priceAccount": price, "priceExclusive": price}
        made |= {"priceNetto": price, "priceBrutto": price, "discountTypeId": 2}
        made |= {"discountRate": 0, "discountSum": 0, "taxRate": None, "taxIncluded": "Y"}
        made |= {"customized": "Y", "measureCode": 796, "measureName": "pcs", "sort": 10}
        return made | {"xmlId": f"row_{self._row_id}", "type": 1, "storeId": 0} | said

    def _note_stage(self, table: Table, record_id: int, kind: int) -> None:
        record = table.records[record_id]
        meaning = self.semantics(record["STAGE_ID"])
        if "CLOSED" in table.fields:
            record["STAGE_SEMANTIC_ID"] = meaning
            record["CLOSED"] = "N" if meaning == "P" else "Y"
        self._move_id += 1
        history = self.histories.setdefault(table.type_id, Table(0, fields.STAGE_HISTORY))
        history.add(
            {
                "ID": self._move_id,
                "TYPE_ID": _ENDED if kind == _MOVED and meaning != "P" else kind,
                "OWNER_ID": record_id,
                "CREATED_TIME": self.clock(),
                "CATEGORY_ID": record["CATEGORY_ID"],
                "STAGE_SEMANTIC_ID": meaning,
                "STAGE_ID": record["STAGE_ID"],
            }
        )

    def _event_fields(self, table: Table, record_id: int) -> Json:
        said: Json = {"ID": record_id}
        return said | ({"ENTITY_TYPE_ID": table.type_id} if "DYNAMIC" in table.event else {})
