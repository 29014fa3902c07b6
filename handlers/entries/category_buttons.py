"""The categories as buttons, the usual ones of a shop first, by pages."""

from collections.abc import Callable, Sequence

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from locales.words import Words
from services.messages import Button

CATEGORIES_PER_PAGE = 8

_LIKELY = (
    CashCategory.SALE_CASH,
    CashCategory.CUSTOMER_PREPAYMENT,
    CashCategory.DELIVERY,
    CashCategory.INSTALLER_SERVICES,
    CashCategory.SUPPLIER_GOODS,
    CashCategory.FUEL_TRANSPORT,
    CashCategory.SALARY_ADVANCE,
    CashCategory.SALARY,
    CashCategory.CUSTOMER_REFUND,
    CashCategory.BANK_DEPOSIT,
    CashCategory.OFFICE_HOUSEHOLD,
    CashCategory.OWNER_DRAW,
    CashCategory.OTHER_INCOME,
    CashCategory.OWNER_CONTRIBUTION,
    CashCategory.CASH_FROM_BANK,
)
"""The usual order of a shop; whatever is not here follows in the order of the codes."""


MakeButton = Callable[[str, str, str], Button]
"""Makes a button of a label, a field ("category" or "page") and a value."""


def categories_going(direction: CashDirection | None) -> list[CashCategory]:
    """Give the categories that can go a way, or all of them, in the usual order."""
    ordered = (*_LIKELY, *(each for each in CashCategory if each not in _LIKELY))
    return [
        category
        for category in ordered
        if direction is None or direction in CASH_RULES[category].directions
    ]


def category_rows(
    words: Words, allowed: Sequence[CashCategory], page: int, *, button: MakeButton
) -> tuple[tuple[Button, ...], ...]:
    """Show a page of categories, two in a row, with a way to the next page or to the first."""
    start = page * CATEGORIES_PER_PAGE % max(1, len(allowed))
    shown = allowed[start : start + CATEGORIES_PER_PAGE]
    buttons = [button(words.category(each), "category", each.value) for each in shown]
    rows = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    if len(allowed) > CATEGORIES_PER_PAGE:
        is_last = start + CATEGORIES_PER_PAGE >= len(allowed)
        label = words.plain("button-back" if is_last else "button-more")
        rows.append((button(label, "page", "0" if is_last else str(page + 1)),))
    return tuple(rows)
