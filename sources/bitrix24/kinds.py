"""The kinds of records that are read, and how the portal's methods call each."""

from dataclasses import dataclass

from services.crm.crm_types import COMPANY, CONTACT, DEAL, SHOP_ORDER, STAGE_MOVE

_DEALS, _CONTACTS, _COMPANIES, _INVOICES = 2, 3, 4, 31
_OF_ITEMS = "item:"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of record is listed."""

    entity: str
    method: str
    list_name: str
    """Where the list is in the answer."""
    id_name: str
    changed_name: str | None
    """The field that moves with each change; None where nothing changes."""
    type_id: int | None = None
    owner_type: str | None = None
    """How product rows call what they are of; None where there are none."""


def kind_of(entity: str) -> Kind:
    """Give how a kind of record is listed.

    Raises:
        KeyError: there is no such kind.
    """
    if entity.startswith(_OF_ITEMS):
        type_id = int(entity.removeprefix(_OF_ITEMS))
        owner = "SI" if type_id == _INVOICES else f"T{type_id:x}"
        return _items(entity, type_id, owner)
    return _KINDS[entity]


def entity_of_items(type_id: int) -> str:
    """Name a smart process."""
    return f"{_OF_ITEMS}{type_id}"


def entity_of_stages(dictionary: str) -> str | None:
    """Give what a dictionary of stages is about; None where it is none of stages."""
    if dictionary == "DEAL_STAGE" or dictionary.startswith("DEAL_STAGE_"):
        return DEAL
    if dictionary.startswith("SMART_INVOICE_STAGE_"):
        return entity_of_items(_INVOICES)
    if dictionary.startswith("DYNAMIC_") and "_STAGE_" in dictionary:
        number = dictionary.split("_")[1]
        return entity_of_items(int(number)) if number.isdecimal() else None
    return None


def _items(entity: str, type_id: int, owner_type: str | None = None) -> Kind:
    return Kind(entity, "crm.item.list", "items", "id", "updatedTime", type_id, owner_type)


_KINDS = {
    DEAL: _items(DEAL, _DEALS, "D"),
    CONTACT: _items(CONTACT, _CONTACTS),
    COMPANY: _items(COMPANY, _COMPANIES),
    SHOP_ORDER: Kind(SHOP_ORDER, "sale.order.list", "orders", "id", "dateUpdate"),
    STAGE_MOVE: Kind(STAGE_MOVE, "crm.stagehistory.list", "items", "ID", None, _DEALS),
}
