"""Every trigger; a new one is a file and a line here."""

from alerts import (
    books_broken,
    count_short,
    first_big_purchase,
    low_margin,
    money_short,
    new_account,
    new_party,
    odd_expense,
    odd_refund,
    order_edited,
    paid_twice,
    settlement_late,
    source_silent,
    statement_gap,
    till_over,
    unpaid_order,
)
from alerts.trigger import Trigger

TRIGGERS: tuple[Trigger, ...] = (
    unpaid_order.TRIGGER,
    first_big_purchase.TRIGGER,
    order_edited.TRIGGER,
    low_margin.TRIGGER,
    till_over.TRIGGER,
    count_short.TRIGGER,
    settlement_late.TRIGGER,
    paid_twice.TRIGGER,
    new_account.TRIGGER,
    new_party.TRIGGER,
    odd_refund.TRIGGER,
    odd_expense.TRIGGER,
    money_short.TRIGGER,
    source_silent.TRIGGER,
    statement_gap.TRIGGER,
    books_broken.TRIGGER,
)
"""In the order in which people see them."""

BY_NAME = {each.name: each for each in TRIGGERS}

OF_PAYMENTS: tuple[str, ...] = (
    new_account.NAME,
    paid_twice.NAME,
    first_big_purchase.NAME,
    new_party.NAME,
    odd_expense.NAME,
)
"""What is found of single payments, the gravest first: one payment is told once."""
