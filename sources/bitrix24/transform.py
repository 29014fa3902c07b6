"""Records to documents: deals and items of smart processes, the shop's orders and payments.

Pure: what comes in decides what comes out. A record that can't be read comes to nothing but its
reason, and stays as it was told.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from ledger.documents import (
    Document,
    DocumentKind,
    OrderLine,
    OrderStage,
    Party,
    Reference,
    ReferenceKind,
)
from ledger.errors import MoneyError
from ledger.money import Money, decimals_of
from services.crm.crm_types import (
    COMPANY,
    CONTACT,
    DEAL,
    SHOP_ORDER,
    STAGE_MOVE,
    Around,
    CrmField,
    CrmMapping,
    CrmRecord,
    Derived,
    Role,
    StageMeaning,
)
from sources.bitrix24.expressions import ExpressionError, evaluate
from sources.bitrix24.guess import way_of
from sources.bitrix24.records import moment
from sources.fields import OddRecordError, Record

SOURCE = "bitrix24"
_NEVER = frozenset({CONTACT, COMPANY, STAGE_MOVE})
_STAGES = {
    StageMeaning.OPEN: OrderStage.OPEN,
    StageMeaning.PAID: OrderStage.OPEN,
    StageMeaning.CLOSED: OrderStage.CLOSED,
    StageMeaning.CANCELLED: OrderStage.CANCELLED,
}
_SEMANTICS = {"S": StageMeaning.CLOSED, "F": StageMeaning.CANCELLED}
_YES = "Y"


def derive(record: CrmRecord, around: Around) -> Derived:
    """Turn a record into documents; one that is deleted in the CRM is cancelled."""
    if record.entity in _NEVER:
        return Derived()
    try:
        told = _parsed(record.raw)
        if record.entity == SHOP_ORDER:
            documents = tuple(_of_shop_order(told, around))
        else:
            documents = (_of_sale(record.entity, told, around),)
    except (OddRecordError, ExpressionError, MoneyError, ArithmeticError) as error:
        return Derived((), str(error)[:200])
    if record.is_deleted:
        documents = tuple(each for each in map(_withdrawn, documents) if each is not None)
    return Derived(documents)


def _withdrawn(document: Document) -> Document | None:
    if document.kind is DocumentKind.ORDER:
        return replace(document, stage=OrderStage.CANCELLED)
    return replace(document, money=Money.zero(document.money.currency))


def _of_sale(entity: str, told: Record, around: Around) -> Document:
    """Read a deal, or an item of a process that is a sale."""
    item, mapping = _map(told.get("item")), around.mapping
    whole = _with_customers(told, around)
    found = {role: _taken(role, whole, around) for role in Role}
    currency = str(found[Role.CURRENCY] or "").strip().upper()
    total = _money(found[Role.TOTAL], currency, "the total")
    if total is None:
        raise OddRecordError("there is no total")
    meaning = _meaning(entity, item, around)
    made_at = moment(item.get("createdTime"))
    if made_at is None:
        raise OddRecordError("createdTime is no moment")
    ended_at = moment(item.get("movedTime")) or moment(item.get("updatedTime"))
    number, tax_id = _text(found[Role.NUMBER]), _text(found[Role.TAX_ID])
    return Document(
        kind=DocumentKind.ORDER,
        source=SOURCE,
        external_id=_external_id(entity, item),
        money=total,
        happened_at=made_at,
        number=number,
        stage=_STAGES[meaning],
        closed_at=None if _STAGES[meaning] is OrderStage.OPEN else ended_at,
        refunded=_money(found[Role.REFUNDED], currency, "what was refunded"),
        cost=_money(found[Role.COST], currency, "the cost"),
        vat=_tax(item, currency),
        paid_by=_way(_text(found[Role.PAID_BY]), mapping),
        channel=_text(found[Role.CHANNEL]),
        store=_text(found[Role.STORE]),
        responsible=_user(item.get("assignedById"), around),
        party=_party(whole, tax_id),
        references=_references(item, number),
        lines=tuple(_lines(told, currency)),
        changed_at=moment(item.get("updatedTime")),
        changed_by=_user(item.get("updatedBy"), around),
    )


def _of_shop_order(told: Record, around: Around) -> Iterator[Document]:
    """Read an order of the shop, where no deal stands for it, and its payments."""
    item = _map(told.get("item"))
    number = _text(item.get("accountNumber"))
    deals = [each for each in _list(told.get("dealIds")) if isinstance(each, int)]
    if deals:
        number = _number_of_deal(deals[0], around) or number
    else:
        yield _shop_order(item, number, around)
    for each in _list(told.get("payments")):
        payment = _map(each)
        is_returned = payment.get("isReturn") == _YES
        if is_returned or payment.get("paid") == _YES:
            yield _shop_payment(payment, number)
        if is_returned:
            yield _shop_refund(payment, number)


def _shop_order(item: Record, number: str | None, around: Around) -> Document:
    currency = str(item.get("currency") or "")
    total, made_at = _money(item.get("price"), currency, "price"), moment(item.get("dateInsert"))
    if total is None or made_at is None:
        raise OddRecordError("price or dateInsert is missing")
    is_cancelled, is_done = item.get("canceled") == _YES, item.get("deducted") == _YES
    stage = OrderStage.CLOSED if is_done else OrderStage.OPEN
    ended = moment(item.get("dateCanceled" if is_cancelled else "dateStatus"))
    return Document(
        kind=DocumentKind.ORDER,
        source=SOURCE,
        external_id=f"shop-{item.get('id')}",
        money=total,
        happened_at=made_at,
        number=number,
        stage=OrderStage.CANCELLED if is_cancelled else stage,
        closed_at=ended if is_cancelled or is_done else None,
        vat=_tax(item, currency),
        responsible=_user(item.get("responsibleId"), around),
        channel="shop",
        changed_at=moment(item.get("dateUpdate")),
    )


def _shop_payment(payment: Record, order_number: str | None) -> Document:
    """Read a payment; the gateway's own number for it is what its settlement is found by."""
    currency = str(payment.get("currency") or "")
    money = _money(payment.get("sum"), currency, "sum")
    paid_at = moment(payment.get("datePaid")) or moment(payment.get("dateBill"))
    if money is None or paid_at is None:
        raise OddRecordError("a payment without its sum or date")
    is_cash, name = payment.get("paySystemIsCash") == _YES, _text(payment.get("paySystemName"))
    given = _text(payment.get("psInvoiceId"))
    references = [Reference(ReferenceKind.ORDER, each) for each in (order_number,) if each]
    references += [Reference(ReferenceKind.PAYMENT, each) for each in (given,) if each]
    return Document(
        kind=DocumentKind.PAYMENT,
        source=SOURCE,
        external_id=str(payment.get("id")),
        money=money,
        happened_at=paid_at,
        number=_text(payment.get("accountNumber")),
        paid_by="cash" if is_cash else way_of(name or ""),
        provider=None if is_cash else name,
        references=tuple(references),
    )


def _shop_refund(payment: Record, order_number: str | None) -> Document:
    """Read that a payment was given back: the portal keeps one record of both."""
    paid = _shop_payment(payment, order_number)
    returned_at = moment(payment.get("payReturnDate"))
    return replace(
        paid,
        kind=DocumentKind.REFUND,
        money=-paid.money,
        happened_at=returned_at or paid.happened_at,
    )


def _number_of_deal(deal_id: int, around: Around) -> str | None:
    """Give what people call the deal that an order of the shop belongs to."""
    raw = around.named.get((DEAL, deal_id))
    return None if raw is None else _text(_taken(Role.NUMBER, _parsed(raw), around))


def _external_id(entity: str, item: Record) -> str:
    return str(item.get("id")) if entity == DEAL else f"{entity.replace(':', '-')}-{item['id']}"


def meaning_of(record: CrmRecord, around: Around) -> StageMeaning:
    """Say what the stage of a record means."""
    return _meaning(record.entity, _map(_parsed(record.raw).get("item")), around)


def value_of(expression: str, record: CrmRecord, around: Around) -> str | None:
    """Give what an expression takes from a record, in words; None where that is nothing."""
    told = _parsed(record.raw)
    try:
        return _text(_value(expression, _with_customers(told, around), around))
    except ExpressionError:
        return None


def _taken(role: Role, whole: Record, around: Around) -> object:
    """Take a role's value."""
    expression = around.mapping.expressions.get(role)
    return None if expression is None else _value(expression, whole, around)


def _value(expression: str, whole: Record, around: Around) -> object:
    """Take a value; what was chosen from a list is its words."""
    value = evaluate(expression, whole)
    offered = _offered(expression, around)
    if offered is None:
        return value
    words = [offered.items.get(str(each), str(each)) for each in _list(value) or [value] if each]
    return ", ".join(words) or None


def _with_customers(told: Record, around: Around) -> Record:
    """Give a record together with its customers."""
    contact = _customer(told, around, CONTACT, "contactId")
    return {**told, "contact": contact, "company": _customer(told, around, COMPANY, "companyId")}


def _offered(expression: str, around: Around) -> CrmField | None:
    """Find the field with a choice that an expression takes."""
    name = expression.partition("||")[0].strip().rpartition(".")[2].strip('"')
    for fields in around.directory.fields.values():
        for each in fields:
            if each.name == name and each.items:
                return each
    return None


def _meaning(entity: str, item: Record, around: Around) -> StageMeaning:
    """Say what a stage means: by the owner's word, by the funnel's, by the record's own."""
    code = str(item.get("stageId"))
    said = around.mapping.stages.get(code)
    if said in set(StageMeaning):
        return StageMeaning(said)
    known = around.directory.stage_of(entity, code)
    if known is not None:
        return known.meaning
    return _SEMANTICS.get(str(item.get("stageSemanticId")), StageMeaning.OPEN)


def _way(said: str | None, mapping: CrmMapping) -> str | None:
    return None if said is None else mapping.ways.get(said) or way_of(said) or said


def _customer(told: Record, around: Around, entity: str, name: str) -> Record:
    customer_id = _map(told.get("item")).get(name)
    raw = around.named.get((entity, customer_id)) if isinstance(customer_id, int) else None
    return {} if raw is None else _map(_parsed(raw).get("item"))


def _party(whole: Record, tax_id: str | None) -> Party | None:
    """Say who buys: a firm before the person who speaks for it."""
    company, contact = _map(whole.get("company")), _map(whole.get("contact"))
    person = " ".join(
        each for part in ("lastName", "name", "secondName") if (each := _text(contact.get(part)))
    )
    phone, email = (
        next((v for each in (contact, company) if (v := _multifield(each, kind))), None)
        for kind in ("PHONE", "EMAIL")
    )
    party = Party(_text(company.get("title")) or person or None, phone, email, tax_id)
    return None if party == Party() else party


def _multifield(customer: Record, kind: str) -> str | None:
    told = (_map(each) for each in _list(customer.get("fm")))
    return next((_text(each.get("value")) for each in told if each.get("typeId") == kind), None)


def _references(item: Record, number: str | None) -> tuple[Reference, ...]:
    """List what else the order is called: its id, and the number of the system that made it."""
    others = (_text(item.get("id")), _text(item.get("originId")))
    names = dict.fromkeys(each for each in others if each and each != number)
    return tuple(Reference(ReferenceKind.ORDER, each) for each in names)


def _lines(told: Record, currency: str) -> Iterator[OrderLine]:
    for each in _list(told.get("rows")):
        row = _map(each)
        quantity, price = _number(row.get("quantity")), _number(row.get("price"))
        if quantity is None or price is None:
            raise OddRecordError("a product row without its price or quantity")
        bare = _number(row.get("priceExclusive"))
        taxed = _number(row.get("taxRate")) and bare is not None
        yield OrderLine(
            _text(row.get("productName")) or "",
            quantity,
            _rounded(price * quantity, currency),
            vat=_rounded((price - bare) * quantity, currency)
            if taxed and bare is not None
            else None,
        )


def _user(user_id: object, around: Around) -> str | None:
    if user_id in {None, "", 0, "0"}:
        return None
    return around.directory.users.get(str(user_id)) or f"#{user_id}"


def _money(said: object, currency: str, what: str) -> Money | None:
    """Read an amount: a number, a text, or the portal's "300|UAH"."""
    if isinstance(said, str) and "|" in said:
        said, _, told = said.partition("|")
        if told.strip() and told.strip().upper() != currency:
            raise OddRecordError(f"{what} is in {told.strip()}, the order in {currency}")
    if said is None or said == "":
        return None
    amount = _number(said)
    if amount is None:
        raise OddRecordError(f"{what} is no amount")
    return _rounded(amount, currency)


def _tax(item: Record, currency: str) -> Money | None:
    """Give the tax; nought is what a portal says that knows of none."""
    tax = _money(item.get("taxValue"), currency, "the tax")
    return tax if tax is not None and tax.minor else None


def _rounded(amount: Decimal, currency: str) -> Money:
    """Round to what the currency has: prices of portals may have more places."""
    cent = Decimal(1).scaleb(-decimals_of(currency))
    return Money.from_decimal(amount.quantize(cent, ROUND_HALF_EVEN), currency)


def _number(said: object) -> Decimal | None:
    if isinstance(said, bool):
        return None
    if isinstance(said, int | Decimal):
        return Decimal(said)
    try:
        return Decimal(str(said).strip()) if isinstance(said, str) else None
    except InvalidOperation:
        return None


def _text(said: object) -> str | None:
    if isinstance(said, bool) or not isinstance(said, str | int | Decimal):
        return None
    return " ".join(str(said).split()) or None


def _parsed(raw: bytes) -> Record:
    return _map(json.loads(raw, parse_float=Decimal))


def _map(found: object) -> Record:
    return found if isinstance(found, Mapping) else {}


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []
