"""What fields a portal's records have, under both of the names that its methods give them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_CAMEL_OTHERWISE = {
    "DATE_CREATE": "createdTime",
    "DATE_MODIFY": "updatedTime",
    "CREATED_BY_ID": "createdBy",
    "MODIFY_BY_ID": "updatedBy",
    "MOVED_BY_ID": "movedBy",
}
_STORED_OTHERWISE = {
    "createdTime": "CREATED_TIME",
    "updatedTime": "UPDATED_TIME",
    "createdBy": "CREATED_BY",
    "updatedBy": "UPDATED_BY",
    "movedBy": "MOVED_BY",
}


@dataclass(frozen=True)
class Field:
    """A field of a kind of record."""

    name: str
    """As the older methods call it, and as the portal keeps it: "DATE_MODIFY"."""
    type: str
    title: str
    is_read_only: bool = False
    items: Mapping[str, str] = field(default_factory=dict)
    """What an enumeration offers: its ids and their words."""

    @property
    def is_custom(self) -> bool:
        """Say whether the portal's owner made it."""
        return self.name.startswith("UF_")

    @property
    def camel(self) -> str:
        """Give the name that the universal methods use: "updatedTime"."""
        if self.is_custom:
            return _custom_camel(self.name)
        return _CAMEL_OTHERWISE.get(self.name) or camel_of(self.name)

    @property
    def upper(self) -> str:
        """Give what the universal methods tell as its original name."""
        return self.name if self.is_custom else _STORED_OTHERWISE.get(self.camel, self.name)


def _custom_camel(name: str) -> str:
    """Write "UF_CRM_2_1639" as "ufCrm2_1639", "UF_CRM_1720" as "ufCrm_1720"."""
    words = name.lower().split("_")
    written = words[0] + words[1].capitalize()
    for place, word in enumerate(words[2:]):
        is_process = place == 0 and word.isdecimal() and len(words) > 3  # noqa: PLR2004 - UF_CRM_n_x
        written += word if is_process else f"_{word}" if word.isdecimal() else word.capitalize()
    return written


def camel_of(name: str) -> str:
    """Write a name as the universal methods do."""
    head, *rest = name.lower().split("_")
    return head + "".join(each.capitalize() for each in rest)


def fields_of(*fields: Field) -> dict[str, Field]:
    """Index fields by name."""
    return {each.name: each for each in fields}


_SINCE_EVER = (
    Field("ID", "integer", "ID", is_read_only=True),
    Field("DATE_CREATE", "datetime", "Created", is_read_only=True),
    Field("DATE_MODIFY", "datetime", "Modified", is_read_only=True),
    Field("CREATED_BY_ID", "user", "Created by", is_read_only=True),
    Field("MODIFY_BY_ID", "user", "Modified by", is_read_only=True),
    Field("ASSIGNED_BY_ID", "user", "Responsible"),
)
_SOLD = (
    Field("TITLE", "string", "Title"),
    Field("CATEGORY_ID", "crm_category", "Sales funnel"),
    Field("STAGE_ID", "crm_status", "Stage"),
    Field("PREVIOUS_STAGE_ID", "crm_status", "Previous stage", is_read_only=True),
    Field("OPPORTUNITY", "double", "Amount"),
    Field("IS_MANUAL_OPPORTUNITY", "char", "Amount by hand"),
    Field("TAX_VALUE", "double", "Tax"),
    Field("CURRENCY_ID", "crm_currency", "Currency"),
    Field("COMPANY_ID", "crm_company", "Company"),
    Field("CONTACT_ID", "crm_contact", "Contact"),
    Field("BEGINDATE", "date", "Start date"),
    Field("CLOSEDATE", "date", "End date"),
    Field("MOVED_BY_ID", "user", "Stage moved by", is_read_only=True),
    Field("MOVED_TIME", "datetime", "Stage moved at", is_read_only=True),
    Field("LAST_ACTIVITY_TIME", "datetime", "Last activity", is_read_only=True),
    Field("SOURCE_ID", "crm_status", "Source"),
    Field("ORIGINATOR_ID", "string", "External system"),
    Field("ORIGIN_ID", "string", "External ID"),
    Field("UTM_SOURCE", "string", "UTM source"),
)
_DEAL = (
    Field("TYPE_ID", "crm_status", "Type"),
    Field("STAGE_SEMANTIC_ID", "string", "Stage group", is_read_only=True),
    Field("CLOSED", "char", "Closed", is_read_only=True),
    Field("IS_NEW", "char", "New deal", is_read_only=True),
    Field("LEAD_ID", "crm_lead", "Lead"),
    Field("PROBABILITY", "integer", "Probability"),
    Field("COMMENTS", "string", "Comment"),
)

DEAL = fields_of(*_SINCE_EVER, *_SOLD, *_DEAL)
ITEM = fields_of(*_SINCE_EVER, *_SOLD)
"""A smart-process item or a smart invoice."""
CONTACT = fields_of(
    *_SINCE_EVER,
    Field("NAME", "string", "First name"),
    Field("SECOND_NAME", "string", "Middle name"),
    Field("LAST_NAME", "string", "Last name"),
    Field("COMPANY_ID", "crm_company", "Company"),
    Field("HAS_PHONE", "char", "Has a phone", is_read_only=True),
    Field("HAS_EMAIL", "char", "Has an e-mail", is_read_only=True),
)
COMPANY = fields_of(
    *_SINCE_EVER,
    Field("TITLE", "string", "Company name"),
    Field("COMPANY_TYPE", "crm_status", "Company type"),
    Field("HAS_PHONE", "char", "Has a phone", is_read_only=True),
    Field("HAS_EMAIL", "char", "Has an e-mail", is_read_only=True),
)
STAGE_HISTORY = fields_of(
    Field("ID", "integer", "ID"),
    Field("TYPE_ID", "integer", "Kind"),
    Field("OWNER_ID", "integer", "Of"),
    Field("CREATED_TIME", "datetime", "When"),
    Field("CATEGORY_ID", "integer", "Funnel"),
    Field("STAGE_SEMANTIC_ID", "string", "Stage group"),
    Field("STAGE_ID", "string", "Stage"),
)
STATUS = fields_of(
    Field("ID", "integer", "ID"),
    Field("ENTITY_ID", "string", "Dictionary"),
    Field("STATUS_ID", "string", "Code"),
    Field("NAME", "string", "Name"),
    Field("SORT", "integer", "Order"),
    Field("SYSTEM", "char", "Built in"),
    Field("CATEGORY_ID", "integer", "Funnel"),
    Field("SEMANTICS", "string", "Meaning"),
)
USER = fields_of(
    Field("ID", "integer", "ID"),
    Field("ACTIVE", "boolean", "Active"),
    Field("NAME", "string", "First name"),
    Field("LAST_NAME", "string", "Last name"),
    Field("EMAIL", "string", "E-mail"),
)


def _shop_fields(plain: str, **typed: str) -> dict[str, Field]:
    named = dict.fromkeys(plain.split(), "string") | typed
    return {name: Field(name, kind, name) for name, kind in named.items()}


SALE_ORDER = _shop_fields(
    "accountNumber canceled currency deducted lid payed statusId id1c xmlId reasonCanceled "
    "externalOrder",
    dateInsert="datetime",
    dateUpdate="datetime",
    dateCanceled="datetime",
    dateStatus="datetime",
    discountValue="double",
    id="integer",
    personTypeId="integer",
    price="double",
    taxValue="double",
    userId="integer",
    version="integer",
    responsibleId="integer",
)
SALE_PAYMENT = _shop_fields(
    "accountNumber currency isReturn paid paySystemIsCash paySystemName payReturnNum "
    "payVoucherNum psInvoiceId psStatus psCurrency priceCod xmlId",
    dateBill="datetime",
    datePaid="datetime",
    payReturnDate="datetime",
    payVoucherDate="datetime",
    psResponseDate="datetime",
    empPaidId="integer",
    id="integer",
    orderId="integer",
    paySystemId="integer",
    psSum="double",
    sum="double",
)
ORDER_ENTITY = _shop_fields("", orderId="integer", ownerId="integer", ownerTypeId="integer")
PRODUCT_ROW = _shop_fields("ownerType", id="integer", ownerId="integer", productId="integer")
