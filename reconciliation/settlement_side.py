"""Keeps which payments rode in which payouts, and which bank lines brought those."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from reconciliation.decisions import Decisions
from reconciliation.links import Ground
from reconciliation.matching.batches import NOTHING, Named, Sum
from reconciliation.matching.clawbacks import take_back
from reconciliation.matching.plain_payouts import PlainPayouts
from reconciliation.matching.riding import Riding
from reconciliation.matching.settlements import Carried, settle
from reconciliation.records import Payment, Payout
from reconciliation.store import Store
from reconciliation.terms import Terms

Merchant = tuple[str, str]
_NO_DAYS: frozenset[dt.date] = frozenset()


class SettlementSide:
    """Payments, payouts and the bank lines of providers; worked out by merchant and provider."""

    def __init__(self, store: Store, terms: Terms, decisions: Decisions) -> None:
        self._store = store
        self._terms = terms
        self._decisions = decisions
        self._confirmed = {
            left: right for left, right in decisions.confirmed if right.startswith("payout:")
        }
        self._riding: dict[Merchant, Riding] = {}
        self._listed: dict[str, dict[str, None]] = defaultdict(dict)
        self._listed_sum: dict[str, Sum] = {}
        said = frozenset(key for pair in decisions.confirmed for key in pair)
        self._plain = PlainPayouts(said, self._alone)
        self._dirty_merchants: set[Merchant] = set()
        self._listed_anew: set[str] = set()
        self._dirty_providers: set[str] = set()
        self._riders: dict[str, set[str]] = defaultdict(set)
        self._brought: dict[str, list[Carried]] = {}
        self.lines_of: dict[str, list[Carried]] = {}
        self.payouts_of: dict[str, list[Carried]] = {}
        self._changed: set[str] = set()
        self._days: dict[str, frozenset[dt.date]] = {}

    def put_payment(self, before: Payment | None, payment: Payment | None) -> None:
        """Take a payment, another version of it, or that it is gone."""
        if before is not None:
            self._file(before, times=-1)
        if payment is not None:
            self._file(payment, times=1)

    def put_payout(self, before: Payout | None, payout: Payout | None) -> None:
        """Take a payout, another version of it, or that it is gone."""
        for each, put in ((before, False), (payout, True)):
            if each is None:
                continue
            may_carry = put and not self._terms.is_release(each.key)
            self._of((each.provider, each.merchant)).put_payout(
                each.key, each if may_carry else None
            )
            self._dirty_providers.add(each.provider)
            self._changed.update(self._listed.get(each.key, ()))
            self._changed.add(each.key)
        either = payout or before
        if either is not None:
            self._plain.put_payout(either.key, payout)

    def put_line(self, key: str, before: str, provider: str) -> None:
        """Take a bank line of a provider; an empty name means none. A changed line comes again."""
        if before:
            self._dirty_providers.add(before)
            self._plain.put_line(key, before, None)
        if provider:
            self._dirty_providers.add(provider)
            self._plain.put_line(key, provider, self._store.lines[key])

    def update(self) -> set[str]:
        """Work out what was touched; give the records of which something changed."""
        for key in self._listed_anew:
            payout = self._store.payouts.get(key)
            if payout is not None:
                self._of((payout.provider, payout.merchant)).touch(key)
        for merchant in self._dirty_merchants:
            self._ride(merchant)
        self._tell_days()
        self._settle(self._dirty_providers)
        changed, self._changed = self._changed, set()
        self._dirty_merchants, self._dirty_providers = set(), set()
        self._listed_anew = set()
        return changed

    def payout_of(self, payment: Payment) -> tuple[str, Ground] | None:
        """Give the payout that a payment rode in, and how that is known."""
        listed = self._listing(payment)
        if listed and listed in self._store.payouts:
            said = payment.key in self._confirmed
            return listed, Ground.CONFIRMED if said else Ground.LISTED
        riding = self._riding.get((payment.provider, payment.merchant))
        ridden = riding.payout_of.get(payment.key) if riding is not None else None
        return (ridden, Ground.BATCH) if ridden is not None else None

    def payments_of(self, payout: str) -> Iterable[str]:
        """Give the payments that rode in a payout."""
        yield from self._listed.get(payout, ())
        yield from self._riders.get(payout, ())

    def net_of(self, payout: str) -> int:
        """Give what the payments of a payout come to after fees."""
        riders = self._riders.get(payout, ())
        listed = self._listed_sum.get(payout, NOTHING).net
        return listed + sum(self._store.payments[key].net for key in riders)

    def _file(self, payment: Payment, times: int) -> None:
        merchant = (payment.provider, payment.merchant)
        self._changed.add(payment.key)
        payout = self._listing(payment)
        if not payout:
            self._of(merchant).put_payment(payment, is_there=times > 0)
            return
        self._listed_anew.add(payout)
        if times > 0:
            self._listed[payout][payment.key] = None
        else:
            self._listed[payout].pop(payment.key, None)
        known = self._listed_sum.get(payout, NOTHING)
        self._listed_sum[payout] = Sum(
            known.gross + times * payment.gross, known.net + times * payment.net
        )
        self._changed.add(payout)

    def _listing(self, payment: Payment) -> str:
        """Give the payout that a person, or else the payment itself, says it rode in."""
        said = self._confirmed.get(payment.key)
        if said is not None or not payment.payout:
            return said or ""
        listed = f"payout:{payment.payout}"
        return "" if (payment.key, listed) in self._decisions.refused else listed

    def _naming(self, payout: str) -> list[Named]:
        """Give the payments that name a payout, each by itself."""
        payments = (self._store.payments[key] for key in self._listed.get(payout, ()))
        return [
            Named(
                Sum(each.gross, each.net),
                self._terms.batch_of(each.provider, each.created_at.date()),
            )
            for each in payments
        ]

    def _of(self, merchant: Merchant) -> Riding:
        """Give a merchant's payments and payouts, to be worked out anew."""
        self._dirty_merchants.add(merchant)
        return self._riding.setdefault(merchant, Riding(self._terms, self._decisions.refused))

    def _ride(self, merchant: Merchant) -> None:
        """Let a merchant's payouts take what is touched."""
        ridden = self._riding[merchant].update(self._listed_sum, self._naming)
        for key, (was, now) in ridden.items():
            self._changed.add(key)
            if was is not None:
                self._riders[was].discard(key)
                self._changed.add(was)
            if now is not None:
                self._riders[now].add(key)
                self._changed.add(now)

    def _settle(self, providers: Iterable[str]) -> None:
        """Settle what is plain by itself, and what else the providers have together."""
        before, joined = self._plain.update()
        after = dict.fromkeys(joined)
        for provider in providers:
            before.update(self._brought.get(provider, ()))
            self._brought[provider] = self._bring(provider)
            after |= dict.fromkeys(self._brought[provider])
        for carried in before:
            self.lines_of.pop(carried.payout, None)
            self.payouts_of.pop(carried.line, None)
        for carried in after:
            self.lines_of.setdefault(carried.payout, []).append(carried)
            self.payouts_of.setdefault(carried.line, []).append(carried)
        for carried in before ^ after.keys():
            self._changed.update((carried.payout, carried.line))

    def _tell_days(self) -> None:
        """Keep the days of payouts' payments, which lines tell; settle anew where they moved."""
        store = self._store
        for key in self._changed:
            if not key.startswith("payout:"):
                continue
            days = frozenset(
                store.payments[each].created_at.date() for each in self.payments_of(key)
            )
            if days != self._days.get(key, _NO_DAYS) and key in store.payouts:
                self._dirty_providers.add(store.payouts[key].provider)
                self._plain.put_payout(key, store.payouts[key])
            self._days[key] = days

    def _bring(self, provider: str) -> list[Carried]:
        payouts = [self._store.payouts[key] for key in self._plain.loose_payouts[provider]]
        lines = [self._store.lines[key] for key in self._plain.loose_lines[provider]]
        came = [each for each in lines if each.amount > 0]
        found = settle(payouts, came, self._days, self._terms, self._decisions)
        return found + take_back(payouts, lines, self._decisions)

    def _alone(self, payout: str, line: str) -> Carried | None:
        """Settle a payout and a line alone; give nothing where they do not come out even."""
        there = self._store.payouts[payout], self._store.lines[line]
        found = settle(there[:1], there[1:], self._days, self._terms, self._decisions)
        is_even = len(found) == 1 and found[0].amount == there[0].net == there[1].amount
        return found[0] if is_even else None
