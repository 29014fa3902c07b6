"""Lines and shops of few words."""

import datetime as dt

from categorisation.categorise import Categoriser, Proposal
from categorisation.line import LineFacts
from ledger.money import Money

DAY = dt.date(2026, 3, 2)


def line(  # noqa: PLR0913 - what a bank tells of a line
    name: str = "",
    purpose: str = "",
    minor: int = -100_00,
    *,
    tax_id: str = "",
    account: str = "",
    own: str = "",
    currency: str = "UAH",
) -> LineFacts:
    return LineFacts(DAY, Money(minor, currency), purpose, name, account, tax_id, own)


def ask(shop: Categoriser, asked: LineFacts) -> Proposal:
    (proposal,) = shop.propose([asked])
    return proposal


def answer(shop: Categoriser, asked: LineFacts, category: str, times: int = 1) -> None:
    for _ in range(times):
        shop.confirm(asked, category)
