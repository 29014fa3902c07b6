"""Keeps what each bank line is about, and who else the shop pays."""

from collections import Counter
from collections.abc import Iterator

from reconciliation.evidence.names import read_name
from reconciliation.evidence.references import Told, references
from reconciliation.matching.roles import Role, Roles
from reconciliation.records import BankLine, Payment, Payout
from reconciliation.store import Keys, Store
from reconciliation.terms import Terms
from reconciliation.words import CUSTOMER, DEBT, OTHER_INCOME, OWN, REFUND, says

Mark = str | tuple[str, str]
_CLAIM = (Role.CLAIM, "")


class BankSide:
    """Roles of bank lines; what changes a role of other lines brings those back too."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store = store
        self._roles = Roles(store, terms)
        self._role: dict[str, tuple[Role, str]] = {}
        self._pairs: dict[tuple[Role, str], tuple[Role, str]] = {}
        self._dirty: Keys = {}
        self._paid: Counter[Mark] = Counter()

    def put_codes(self, before: Payment | Payout | None, after: Payment | Payout | None) -> None:
        """Learn a provider's codes from a payment or a payout."""
        if before is not None:
            self._dirty |= dict.fromkeys(self._roles.learn_codes(before, -1))
        if after is not None:
            self._dirty |= dict.fromkeys(self._roles.learn_codes(after, 1))

    def put_line(self, before: BankLine | None, after: BankLine | None) -> None:
        """Take a line, another version of it, or that it is gone."""
        if before is not None:
            self._dirty |= dict.fromkeys(self._roles.remove(before))
            self._pay(before, -1)
        if after is not None:
            self._dirty |= dict.fromkeys(self._roles.add(after))
            self._pay(after, 1)

    def update(self) -> Keys:
        """Hear the touched lines out; give all lines whose role may have changed."""
        found, self._dirty = self._dirty, {}
        for key in tuple(found):
            line = self._store.lines.get(key)
            if line is not None:
                found |= dict.fromkeys(self._roles.listen(line))
        return found

    def find_role(self, key: str) -> tuple[Role, str]:
        """Work out what a line is about; one that is gone is about nothing."""
        line = self._store.lines.get(key)
        return self._roles.role_of(line) if line is not None else (Role.OTHER, "")

    def set_role(self, key: str, role: Role, provider: str) -> None:
        """Keep what a line is about."""
        self._role.pop(key, None)
        if key in self._store.lines and role is not Role.CLAIM:
            self._role[key] = self._pairs.setdefault((role, provider), (role, provider))

    def role_of(self, key: str) -> Role:
        """Give what a line is about."""
        return self._role.get(key, _CLAIM)[0]

    def provider_of(self, key: str) -> str:
        """Give the provider whose settlement a line is."""
        return self._role.get(key, _CLAIM)[1]

    def is_customers_money(self, line: BankLine) -> bool:
        """Tell whether money that belongs to no order is a customer's, by its words and sender."""
        if self.is_others_money(line):
            return False
        is_firms = says(line.purpose) & OWN and read_name(line.counterparty).is_company
        if is_firms:  # firms move money of their own; people say so of a payment
            return any(each.told is Told.LABELLED for each in references(line.purpose))
        return True

    def is_others_money(self, line: BankLine) -> bool:
        """Tell whether money looks like a supplier's, a lender's or an employee's.

        Its words say so, or the shop pays its sender for other things than refunds. What is called
        a return of more than was paid is of a paper of the sender's, whatever number it has.
        """
        if line.amount <= 0:
            return False
        told = says(line.purpose)
        names_order = any(each.told is Told.LABELLED for each in references(line.purpose))
        is_back = told & REFUND and not told & DEBT
        if told & OTHER_INCOME and (is_back or not (names_order and told & CUSTOMER)):
            return True
        return not names_order and any(self._paid[mark] > 0 for mark in _marks(line))

    def _pay(self, line: BankLine, times: int) -> None:
        """Remember whom the shop pays for other things than refunds."""
        if line.amount >= 0 or says(line.purpose) & REFUND:
            return
        for mark in _marks(line):
            before = self._paid[mark] > 0
            self._paid[mark] += times
            if before != (self._paid[mark] > 0):
                self._dirty |= dict.fromkeys(self._roles.lines_of(mark))


def _marks(line: BankLine) -> Iterator[Mark]:
    if line.tax_id:
        yield ("tax", line.tax_id)
    if line.counterparty_account:
        yield line.counterparty_account
