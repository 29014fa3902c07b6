"""Gather what triggers look at: for now, what is new and what stands; for the past, a month."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from alerts import paid_twice
from alerts.alert import Alert
from alerts.facts import Counted, Earned, Facts, Flag, OrderSeen, Payment
from alerts.finding import Finding
from alerts.odd_expense import PARTY_MIN
from alerts.parties import party_key
from alerts.registry import OF_PAYMENTS
from ledger.days import Days
from ledger.documents import DocumentKind, OrderStage
from ledger.money import Money
from reports.results import COST_OF_GOODS, RETURNS, SALES
from services.alerts.alert_edits import edits_of
from services.alerts.alert_money import refunds_now, tills_now
from services.alerts.alert_ports import Mark
from services.documents.document_ports import KeptDocument
from services.exceptions.exception_ports import ExceptionItem, ExceptionState
from services.ports import Books
from services.posting import shop_of
from services.records.see_record import RecordSeen, see_records
from services.results.money_on_hand import on_hand_on
from services.shop import Shop

FLAGS = frozenset({"order_unpaid", "settlement_late", "duplicate_payment", "statement_gap",
                   "source_silent"})  # fmt: skip
"""The exceptions that leaders may be told of."""
KIND_ENOUGH = 200
"""So many payments of a kind say well what is usual."""
KINDS_REACH = dt.timedelta(days=180)
"""What is usual for a kind of expense is seen from so many days."""
_DAY = dt.timedelta(days=1)


def facts_now(
    books: Books, reads: frozenset[str], mark: Mark, standing: Sequence[Alert], now: dt.datetime
) -> Facts:
    """Give what is new since a mark, with what the alerts that stand are about.

    Args:
        books: the open books.
        reads: the fields of the facts that are wanted.
        mark: how far new records were gone through.
        standing: the alerts that are looked at again.
        now: the moment.
    """
    shop = shop_of(books)
    look = _Look(books, shop, mark, standing, now)
    facts = Facts(shop.day_of(now), shop.base_currency)
    for reader in dict.fromkeys(_READERS[each] for each in sorted(reads)):
        facts = reader(look, facts)
    return facts


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked at, from where on, and beside what."""

    books: Books
    shop: Shop
    mark: Mark
    standing: Sequence[Alert]
    now: dt.datetime


def _with_flags(look: _Look, facts: Facts) -> Facts:
    items = look.books.exceptions.of_kinds(FLAGS, look.now)
    return replace(facts, flags=flags_of(look.books, look.shop, items))


def _with_documents(look: _Look, facts: Facts) -> Facts:
    documents = _documents(look.books, look.mark, look.standing)
    edits = edits_of(look.books, look.shop, documents)
    return replace(facts, edits=edits, orders=orders_of(look.shop, documents))


def _with_payments(look: _Look, facts: Facts) -> Facts:
    books, mark = look.books, look.mark
    new = books.alert_facts.new_payments(mark.entry, mark.line, mark.through)
    if not new:
        return facts
    return replace(
        facts,
        payments=with_history(books, new),
        asked=frozenset(each.record for each in new),
    )


def payments_that_stand(books: Books, standing: Iterable[Alert]) -> list[Finding]:
    """Give what alerts have found of payments that nobody has taken back since."""
    told = [each.finding for each in standing if each.finding.trigger in OF_PAYMENTS]
    records = {key for each in told for key in each.records}
    found = {each.record for each in books.alert_facts.payments(records)} if told else set()
    return [each for each in told if found and _stands(each, found)]


def _stands(finding: Finding, found: set[str]) -> bool:
    """Tell whether a payment is there still; of one that was paid twice, both must be."""
    is_pair = finding.trigger == paid_twice.NAME
    return found.issuperset(finding.records if is_pair else finding.records[:1])


def _with_counts(look: _Look, facts: Facts) -> Facts:
    return replace(facts, counts=_counted(look.books, look.mark, look.standing))


def _with_earned(look: _Look, facts: Facts) -> Facts:
    return replace(facts, earned=tuple(_earned(look.books, facts, look.standing)))


def _with_tills(look: _Look, facts: Facts) -> Facts:
    return replace(facts, tills=tills_now(look.books, look.shop))


def _with_refunds(look: _Look, facts: Facts) -> Facts:
    refunds = refunds_now(look.books, look.shop, look.mark, look.standing)
    return replace(facts, refunds=refunds)


def _with_money(look: _Look, facts: Facts) -> Facts:
    return replace(facts, on_hand=on_hand_on(look.books, facts.currency, facts.today))


_READERS: Mapping[str, Callable[[_Look, Facts], Facts]] = {
    "flags": _with_flags,
    "edits": _with_documents,
    "orders": _with_documents,
    "payments": _with_payments,
    "counts": _with_counts,
    "earned": _with_earned,
    "tills": _with_tills,
    "refunds": _with_refunds,
    "on_hand": _with_money,
}


def flags_of(books: Books, shop: Shop, items: Sequence[ExceptionItem]) -> tuple[Flag, ...]:
    """Give exceptions as flags, each with what people call its record."""
    seen = see_records(books, [each.about for each in items]) if items else {}
    return tuple(_flag(shop, each, seen.get(each.about)) for each in items)


def orders_of(shop: Shop, kept: Iterable[KeptDocument]) -> tuple[OrderSeen, ...]:
    """Give the orders of which it is known what they cost."""
    return tuple(
        OrderSeen(
            key=each.document.key,
            number=each.document.number or each.document.external_id,
            total=each.document.money,
            cost=each.document.cost,
            vat=each.document.vat,
            is_closed=each.document.stage is OrderStage.CLOSED,
            day=shop.day_of(each.document.closed_at or each.document.happened_at),
            known_on=shop.day_of(each.told_at),
            responsible=each.document.responsible or "",
        )
        for each in kept
        if each.document.kind is DocumentKind.ORDER
        and each.document.cost is not None
        and each.document.stage is not OrderStage.CANCELLED
    )


def _earned(books: Books, facts: Facts, standing: Sequence[Alert]) -> Iterator[Earned]:
    """Give what yesterday and its month came to, and the days that alerts are about."""
    yesterday = facts.today - _DAY
    spans = {("day", yesterday), ("month", yesterday.replace(day=1))}
    for each in standing:
        of, _, began = each.finding.key.partition(":")
        if of in {"day", "month"}:
            spans.add((of, dt.date.fromisoformat(began)))
    for span, first in sorted(spans):
        days = Days.one(first)
        if span == "month":
            days = Days.month(first.year, first.month).until(yesterday)
        yield earned_on(books, span, days, facts)


def earned_on(books: Books, span: str, days: Days, facts: Facts) -> Earned:
    """Give what some days came to."""
    moved = {
        row.account: row.balance
        for row in books.figures.turnovers(days)
        if row.currency == facts.currency
    }
    zero = Money.zero(facts.currency)
    return Earned(
        span,
        days.first,
        days.last,
        is_over=days.last < facts.today,
        sales=-moved.get(SALES, zero) - moved.get(RETURNS, zero),
        cost=moved.get(COST_OF_GOODS, zero),
    )


def _counted(books: Books, mark: Mark, standing: Sequence[Alert]) -> tuple[Counted, ...]:
    """Give the counts that were settled since a mark, or that alerts are about."""
    found = [each.found_at - _DAY for each in standing if each.finding.key.startswith("count:")]
    return named_counts(books, min([mark.through, *found]))


def named_counts(books: Books, since: dt.datetime) -> tuple[Counted, ...]:
    """Give the counts that were settled since a moment, each with its till's name."""
    found = books.alert_facts.counted(since)
    if not found:
        return ()
    language = shop_of(books).language
    names = {each.key: each.name(language) for each in books.accounts.tills()}
    return tuple(replace(each, name=names.get(each.till, each.till)) for each in found)


def with_names(books: Books, found: Sequence[Finding]) -> list[Finding]:
    """Call the accounts that findings speak of what the shop calls them."""
    if not any("kind" in each.said for each in found):
        return list(found)
    language = shop_of(books).language
    names = {each.key: each.name(language) for each in books.accounts.chart()}
    return [_named(each, names) for each in found]


def _named(finding: Finding, names: Mapping[str, str]) -> Finding:
    kind = str(finding.said.get("kind", ""))
    return (
        replace(finding, said={**finding.said, "kind": names[kind]}) if kind in names else finding
    )


def with_history(books: Books, asked: Sequence[Payment]) -> tuple[Payment, ...]:
    """Give payments with all others of the same parties and kinds, the oldest first."""
    if not asked:
        return ()
    keys = {party_key(each.party) for each in asked if each.party}
    names = [each for each in books.alert_facts.parties() if party_key(each) in keys]
    found = {each.record: each for each in asked}
    for each in books.alert_facts.payments_of(names):
        found.setdefault(each.record, each)
    since = min(each.day for each in asked) - KINDS_REACH
    for kind in _little_known(asked, found.values()):
        for each in books.alert_facts.payments_for(kind, since, KIND_ENOUGH):
            found.setdefault(each.record, each)
    return _photographed(books, found.values(), asked)


def _little_known(asked: Iterable[Payment], found: Iterable[Payment]) -> set[str]:
    """Give the kinds of payments whose parties were paid too seldom to say what is usual."""
    often = Counter(party_key(each.party) for each in found if each.party)
    return {
        each.kind
        for each in asked
        if each.kind is not None and often[party_key(each.party)] <= PARTY_MIN
    }


def _photographed(
    books: Books, payments: Iterable[Payment], asked: Sequence[Payment]
) -> tuple[Payment, ...]:
    """Mark the payments that are proved by the same photo, with those that are found so."""
    photos = books.alert_facts.photos_of([each.record for each in asked])
    found = {each.record: each for each in payments}
    for record, messages in photos.items():
        if not messages:
            continue
        for each in books.alert_facts.told_in(messages):
            found[each.record] = replace(each, photo=record)
        found[record] = replace(found[record], photo=record)
    return tuple(sorted(found.values(), key=lambda each: each.order))


def _documents(books: Books, mark: Mark, standing: Sequence[Alert]) -> tuple[KeptDocument, ...]:
    keys = {key for each in standing for key in each.finding.records if key.startswith("order:")}
    found = {each.id: each for each in books.documents.changed_after(mark.through)}
    found |= {each.id: each for each in books.documents.of_keys(keys)}
    return tuple(found.values())


def _flag(shop: Shop, item: ExceptionItem, seen: RecordSeen | None) -> Flag:
    name = item.about.rpartition(":")[2] if seen is None else seen.name
    who = "" if seen is None else seen.who
    opened = item.opened_at
    return Flag(
        id=item.id,
        kind=item.kind,
        about=item.about,
        records=item.records,
        amount=item.amount,
        since=item.since,
        opened_on=item.since if opened is None else shop.day_of(opened),
        closed_on=None if item.closed_at is None else shop.day_of(item.closed_at),
        is_explained=item.state is ExceptionState.EXPLAINED,
        name=name,
        who=who or name,
    )
