"""The result of any days: what was earned and spent, where money is, and how that hangs together.

Two views of the same turnovers. By accrual: sales when they were made, expenses when they arose,
whoever has paid. By cash: from that result to the change of the money on hand, each step named, so
that both add up to the minor unit.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.accounts import AccountType
from ledger.days import Days
from ledger.money import Money
from ledger.places import PlaceKind, place_of

SALES = "income.sales"
RETURNS = "income.sales_returns"
COST_OF_GOODS = "expense.cost_of_goods"
INVENTORY = "asset.inventory"
FEES = frozenset({"expense.bank_fees", "expense.payment_fees"})
"""What banks and gateways keep for their services."""


@dataclass(frozen=True, slots=True)
class AccountMoved:
    """What an account moved in one currency."""

    account: str
    type: AccountType
    debit: Money
    credit: Money

    @property
    def net(self) -> Money:
        """Give debits less credits."""
        return self.debit - self.credit


@dataclass(frozen=True, slots=True)
class AccountSum:
    """An account and what it comes to, seen the way it usually grows."""

    account: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PlaceMoved:
    """What a till, a bank account or a gateway began with, what went through, what it ended with.

    Moves between the shop's own places are in it; what was taken back in the same days is not.
    """

    account: str
    kind: PlaceKind
    before: Money
    money_in: Money
    money_out: Money

    @property
    def after(self) -> Money:
        """Give what it holds at the end."""
        return self.before + self.money_in - self.money_out


@dataclass(frozen=True, slots=True)
class Unfiled:
    """Bank lines that nobody has said what for: by so much the result may still move."""

    count: int
    money_in: Money
    money_out: Money


@dataclass(frozen=True, slots=True)
class CurrencyResults:
    """The result in one currency."""

    currency: str
    sales: Money
    refunds: Money
    other_income: tuple[AccountSum, ...]
    cost_of_goods: Money
    goods_bought: Money
    """What came into stock, whether it is paid or not."""
    expenses: tuple[AccountSum, ...]
    """All but the cost of goods, fees too; the largest first."""
    cash_steps: tuple[AccountSum, ...]
    """What makes the money on hand change by another sum than the result; the largest first."""
    places: tuple[PlaceMoved, ...]
    """By key."""
    unfiled: Unfiled

    @classmethod
    def empty(cls, currency: str) -> "CurrencyResults":
        """Give the result of days on which nothing moved."""
        return _currency_results(currency, {}, {}, {}, {})

    @property
    def net_sales(self) -> Money:
        """Give sales less what was given back."""
        return self.sales - self.refunds

    @property
    def gross_margin(self) -> Money:
        """Give net sales less what the goods cost."""
        return self.net_sales - self.cost_of_goods

    @property
    def margin_permille(self) -> int | None:
        """Give the margin in thousandths of net sales; None where nothing was sold."""
        if self.net_sales.minor <= 0:
            return None
        return self.gross_margin.minor * 1000 // self.net_sales.minor

    @property
    def fees(self) -> Money:
        """Give what banks and gateways kept; it is a part of the expenses."""
        return self._sum(each for each in self.expenses if each.account in FEES)

    @property
    def expense_total(self) -> Money:
        """Give all expenses but the cost of goods."""
        return self._sum(self.expenses)

    @property
    def net_result(self) -> Money:
        """Give the result by accrual."""
        return self.gross_margin + self._sum(self.other_income) - self.expense_total

    @property
    def money_change(self) -> Money:
        """Give by how much the money on hand changed, on its way included: the result by cash."""
        return self.net_result + self._sum(self.cash_steps)

    @property
    def on_hand(self) -> Money:
        """Give what is everywhere at the end, on its way included."""
        total = Money.zero(self.currency)
        for each in self.places:
            total += each.after
        return total

    @property
    def is_empty(self) -> bool:
        """Say whether nothing moved."""
        moved = (self.sales, self.refunds, self.cost_of_goods, self.goods_bought)
        quiet = not any(each.money_in or each.money_out for each in self.places)
        return quiet and not any((*moved, *self.other_income, *self.expenses, *self.cash_steps))

    def _sum(self, amounts: Iterable[AccountSum]) -> Money:
        total = Money.zero(self.currency)
        for each in amounts:
            total += each.amount
        return total


@dataclass(frozen=True, slots=True)
class Results:
    """The result of some days, in every currency that moved or is on hand."""

    days: Days
    currencies: tuple[CurrencyResults, ...]
    """By code."""

    def currency(self, code: str) -> CurrencyResults:
        """Give the result in a currency, an empty one where nothing is known of it."""
        for found in self.currencies:
            if found.currency == code:
                return found
        return CurrencyResults.empty(code)


def results_of(
    days: Days,
    *,
    moved: Sequence[AccountMoved],
    taken_back: Sequence[AccountMoved] = (),
    at_end: Sequence[AccountMoved] = (),
    unfiled: Sequence[Unfiled] = (),
) -> Results:
    """Sum up some days.

    Args:
        days: the days.
        moved: what each account moved on them.
        taken_back: what of it are entries and their reversals within those days.
        at_end: each account from the beginning of the books through the last day.
        unfiled: the days' bank lines that are not filed, one a currency at most.
    """
    kept, back, end = (_by_currency(each) for each in (moved, taken_back, at_end))
    waiting = {each.money_in.currency: each for each in unfiled}
    held = {code for code, rows in end.items() if any(_is_held(each) for each in rows.values())}
    return Results(
        days,
        tuple(
            _currency_results(
                code, kept.get(code, {}), back.get(code, {}), end.get(code, {}), waiting
            )
            for code in sorted({*kept, *held, *waiting})
        ),
    )


def _currency_results(
    currency: str,
    moved: Mapping[str, AccountMoved],
    back: Mapping[str, AccountMoved],
    end: Mapping[str, AccountMoved],
    unfiled: Mapping[str, Unfiled],
) -> CurrencyResults:
    zero = Money.zero(currency)

    def net(key: str) -> Money:
        return moved[key].net if key in moved else zero

    def grown(is_wanted: Callable[[AccountMoved], bool], *, by_debit: bool) -> list[AccountSum]:
        found = (each for each in moved.values() if is_wanted(each) and each.net)
        sums = (AccountSum(each.account, each.net if by_debit else -each.net) for each in found)
        return sorted(sums, key=lambda each: (-abs(each.amount).minor, each.account))

    return CurrencyResults(
        currency=currency,
        sales=-net(SALES),
        refunds=net(RETURNS),
        other_income=tuple(grown(_is_other_income, by_debit=False)),
        cost_of_goods=net(COST_OF_GOODS),
        goods_bought=net(INVENTORY) + net(COST_OF_GOODS),
        expenses=tuple(grown(_is_expense, by_debit=True)),
        cash_steps=tuple(grown(_is_step, by_debit=False)),
        places=tuple(_places(moved, back, end, zero)),
        unfiled=unfiled.get(currency) or Unfiled(0, zero, zero),
    )


def _places(
    moved: Mapping[str, AccountMoved],
    back: Mapping[str, AccountMoved],
    end: Mapping[str, AccountMoved],
    zero: Money,
) -> Iterable[PlaceMoved]:
    for key in sorted({*moved, *end}):
        kind = place_of(key)
        if kind is None:
            continue
        debit = moved[key].debit if key in moved else zero
        credit = moved[key].credit if key in moved else zero
        of_undone = back[key].debit if key in back else zero
        after = end[key].net if key in end else debit - credit
        if after or debit or credit:
            before = after - debit + credit
            yield PlaceMoved(key, kind, before, debit - of_undone, credit - of_undone)


def _is_other_income(moved: AccountMoved) -> bool:
    return moved.type is AccountType.INCOME and moved.account not in {SALES, RETURNS}


def _is_expense(moved: AccountMoved) -> bool:
    return moved.type is AccountType.EXPENSE and moved.account != COST_OF_GOODS


def _is_step(moved: AccountMoved) -> bool:
    is_result = moved.type in {AccountType.INCOME, AccountType.EXPENSE}
    return not is_result and place_of(moved.account) is None


def _is_held(moved: AccountMoved) -> bool:
    return place_of(moved.account) is not None and bool(moved.net)


def _by_currency(moved: Iterable[AccountMoved]) -> dict[str, dict[str, AccountMoved]]:
    found: dict[str, dict[str, AccountMoved]] = defaultdict(dict)
    for each in moved:
        found[each.debit.currency][each.account] = each
    return dict(found)
