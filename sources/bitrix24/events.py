"""What an event is about: nothing but which record to look at.

Source: the vendor's documentation of events. They carry an id, no values and no author.
"""

import re
from collections.abc import Mapping

from services.crm.crm_ports import Hint
from services.crm.crm_types import COMPANY, CONTACT, DEAL, SHOP_ORDER
from sources.bitrix24.kinds import entity_of_items

_ID_MAX = 2**62
_ITEMS = "ONCRMDYNAMICITEM"
_EVENT = re.compile(r"ONCRM(DEAL|CONTACT|COMPANY)(?:ADD|UPDATE|DELETE|MOVETOCATEGORY)")
_ENTITIES = {"DEAL": DEAL, "CONTACT": CONTACT, "COMPANY": COMPANY}
_OF_ORDERS = {"ONSALEORDERSAVED", "ONORDERDELETED"}


def hint_of(form: Mapping[str, str]) -> Hint | None:
    """Give which record an event is about; None where it is of no kind that is read."""
    event, record_id = form.get("event", "").upper(), _number(form.get("data[FIELDS][ID]"))
    if record_id is None:
        return None
    if (found := _EVENT.fullmatch(event)) is not None:
        return Hint(_ENTITIES[found[1]], record_id)
    if event in _OF_ORDERS:
        return Hint(SHOP_ORDER, record_id)
    type_id = _number(form.get("data[FIELDS][ENTITY_TYPE_ID]"))
    if event.startswith(_ITEMS) and type_id is not None:
        return Hint(entity_of_items(type_id), record_id)
    return None


def _number(said: str | None) -> int | None:
    text = said or ""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_ID_MAX)):
        return None
    return found if 0 < (found := int(text)) <= _ID_MAX else None
