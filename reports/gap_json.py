"""The bank against the CRM as plain values for JSON; the shape is kept from version to version."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from ledger.money import Money
from reports.day_table import MoneyJson, money_json
from reports.gap import Gap


class CurrencyGapJson(TypedDict):
    """What leads from the CRM to the bank in one currency: `crm` and all parts are `bank`."""

    currency: str
    crm: MoneyJson
    bank: MoneyJson
    difference: MoneyJson
    parts: Mapping[str, MoneyJson]
    """Each part by its name, nought or not."""
    timing: Mapping[str, MoneyJson]
    """What timing is made of, by account."""
    other: Mapping[str, MoneyJson]


class GapJson(TypedDict):
    """Some days, currency by currency, the shop's own first."""

    first: str
    last: str
    currencies: list[CurrencyGapJson]


def gap_to_json(gaps: Sequence[Gap]) -> GapJson:
    """Give some days' gap, all of the same days and one at least."""
    days = gaps[0].days
    return GapJson(
        first=days.first.isoformat(),
        last=days.last.isoformat(),
        currencies=[_currency(each) for each in gaps],
    )


def _currency(gap: Gap) -> CurrencyGapJson:
    return CurrencyGapJson(
        currency=gap.crm.currency,
        crm=money_json(gap.crm),
        bank=money_json(gap.bank),
        difference=money_json(gap.difference),
        parts={part.value: money_json(amount) for part, amount in gap.parts.items()},
        timing=_by_account(gap.timing),
        other=_by_account(gap.other),
    )


def _by_account(amounts: Mapping[str, Money]) -> Mapping[str, MoneyJson]:
    return {account: money_json(amount) for account, amount in amounts.items()}
