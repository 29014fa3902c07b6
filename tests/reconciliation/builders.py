"""Records by hand: only what a test speaks of is said."""

import datetime as dt
from itertools import count

from reconciliation.decisions import Decisions
from reconciliation.engine import Reconciliation, reconcile
from reconciliation.links import LinkKind
from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record
from reconciliation.terms import read_terms

AS_OF = dt.date(2026, 10, 31)
KOVAL = "Коваль Андрій"
_numbers = count(1)


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2026-{text}" if text[:4] != "2026" else text)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{text}")


def order(number: str = "27518", total: int = 100_00, **more: object) -> Order:
    said: dict[str, object] = {
        "key": f"order:{number}",
        "number": number,
        "created_at": moment("10-01T12:00"),
        "closed_at": moment("10-05T12:00"),
        "status": "closed",
        "currency": "UAH",
        "total": total,
        "customer": "Волощук Людмила Петрівна",
        "method": "bank_transfer",
    }
    return Order(**(said | more))  # type: ignore[arg-type]  # fields by their names


def line(amount: int = 100_00, purpose: str = "", **more: object) -> BankLine:
    said: dict[str, object] = {
        "key": f"bank:{next(_numbers)}",
        "account": "UA1",
        "booked_on": day("10-02"),
        "currency": "UAH",
        "amount": amount,
        "purpose": purpose,
    }
    return BankLine(**(said | more))  # type: ignore[arg-type]  # fields by their names


def payment(gross: int = 100_00, order_ref: str = "", **more: object) -> Payment:
    fee = int(more.pop("fee", 0))  # type: ignore[call-overload]  # fields by their names
    said: dict[str, object] = {
        "key": f"payment:P{next(_numbers)}",
        "provider": "easycard",
        "merchant": "EC-4471",
        "order_ref": order_ref,
        "created_at": moment("10-01T12:10"),
        "kind": "charge" if gross > 0 else "refund",
        "currency": "UAH",
        "gross": gross,
        "fee": fee,
        "net": gross - fee,
    }
    return Payment(**(said | more))  # type: ignore[arg-type]  # fields by their names


def payout(identifier: str, net: int, **more: object) -> Payout:
    said: dict[str, object] = {
        "key": f"payout:{identifier}",
        "provider": "easycard",
        "merchant": "EC-4471",
        "paid_on": day("10-02"),
        "currency": "UAH",
        "gross": net,
        "fee": 0,
        "net": net,
    }
    return Payout(**(said | more))  # type: ignore[arg-type]  # fields by their names


def cash(amount: int = 100_00, **more: object) -> CashEntry:
    said: dict[str, object] = {
        "key": f"cash:K{next(_numbers)}",
        "happened_at": moment("10-01T13:00"),
        "direction": "in",
        "currency": "UAH",
        "amount": amount,
        "category": "sale_cash",
    }
    return CashEntry(**(said | more))  # type: ignore[arg-type]  # fields by their names


def matched(*records: Record, decisions: Decisions | None = None) -> Reconciliation:
    """Match records by Tilly's own terms."""
    return reconcile(records, read_terms(), AS_OF, decisions)


def pairs(state: Reconciliation) -> set[tuple[str, str]]:
    """Give what is linked to orders."""
    settled = {LinkKind.PAYMENT_PAYOUT, LinkKind.PAYOUT_BANK, LinkKind.CASH_BANK}
    return {(link.left, link.right) for link in state.links() if link.kind not in settled}


def kinds(state: Reconciliation) -> set[tuple[str, str]]:
    """Give what is wrong, and with which records."""
    return {(finding.kind.value, finding.about) for finding in state.findings()}
