"""Try a trigger on the past month before it is switched on: how often it would have rung."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from alerts.facts import Earned, Facts, TillHeld
from alerts.finding import Finding
from alerts.parameters import Chosen, complete
from alerts.trigger import Trigger
from ledger.days import Days
from services.alerts.alert_edits import edits_of
from services.alerts.alert_facts import (
    FLAGS,
    earned_on,
    flags_of,
    named_counts,
    orders_of,
    with_history,
    with_names,
)
from services.alerts.alert_money import refunds_of
from services.ports import Books
from services.posting import shop_of
from services.results.money_on_hand import on_hand_on

TRIED = dt.timedelta(days=30)
_DAY = dt.timedelta(days=1)
_FLAGS_REACH = dt.timedelta(days=120)
"""Exceptions that closed so long ago may have stood within the month."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trigger would have told."""

    days: Days
    found: tuple[Finding, ...]
    """By day, the newest first."""
    chosen: Chosen
    currency: str
    """The shop's own."""


def try_trigger(books: Books, trigger: Trigger, told: Mapping[str, int], at: dt.datetime) -> Tried:
    """Run a trigger over the last thirty days.

    Args:
        books: the open books.
        trigger: what is tried.
        told: its parameters; those that are left out are as usual.
        at: the moment.
    """
    shop = shop_of(books)
    today = shop.day_of(at)
    days = Days(today - TRIED + _DAY, today)
    found: dict[tuple[str, str], Finding] = {}
    for facts in (*past_facts(books, trigger, days, at), *_each_day(books, trigger, days)):
        for each in trigger.look(facts, told):
            if days.first <= each.day <= days.last:
                found.setdefault(each.name, each)
    newest = sorted(found.values(), key=lambda each: (each.day, each.amount.minor), reverse=True)
    chosen = complete(trigger.parameters, told)
    return Tried(days, tuple(with_names(books, newest)), chosen, shop.base_currency)


def past_facts(books: Books, trigger: Trigger, days: Days, at: dt.datetime) -> Iterator[Facts]:
    """Give what the books knew in some days, all at once."""
    shop = shop_of(books)
    dawn = shop.local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    first_at = dawn - dt.timedelta(days=days.count - 1)
    facts = Facts(shop.day_of(at), shop.base_currency)
    if "flags" in trigger.reads:
        items = books.exceptions.of_kinds(FLAGS, first_at - _FLAGS_REACH)
        facts = replace(facts, flags=flags_of(books, shop, items))
    if trigger.reads & {"edits", "orders"}:
        kept = books.documents.changed_after(first_at)
        facts = replace(facts, edits=edits_of(books, shop, kept), orders=orders_of(shop, kept))
    if "payments" in trigger.reads:
        asked = [
            each
            for each in books.alert_facts.payments_since(days.first - dt.timedelta(days=1))
            if days.first <= each.day <= days.last
        ]
        payments = with_history(books, asked)
        facts = replace(facts, payments=payments, asked=frozenset(each.record for each in asked))
    if "counts" in trigger.reads:
        facts = replace(facts, counts=named_counts(books, first_at))
    if "refunds" in trigger.reads:
        numbers = books.links.refunds_since(days.first)
        facts = replace(facts, refunds=refunds_of(books, shop, numbers))
    if "earned" in trigger.reads:
        facts = replace(facts, earned=tuple(_earned(books, facts, days)))
    yield facts


def _each_day(books: Books, trigger: Trigger, days: Days) -> Iterator[Facts]:
    """Give what the books said on each morning, of what changes by itself."""
    shop = shop_of(books)
    if not trigger.reads & {"tills", "on_hand"}:
        return
    names = {each.key: each.name(shop.language) for each in books.accounts.tills()}
    for back in range(days.count - 1, -1, -1):
        day = days.last - back * _DAY
        facts = Facts(day, shop.base_currency)
        if "on_hand" in trigger.reads:
            yield replace(facts, on_hand=on_hand_on(books, shop.base_currency, day))
            continue
        held = {
            row.account: row.balance
            for row in books.figures.at_end_of(day)
            if row.currency == shop.base_currency
        }
        yield replace(
            facts,
            tills=tuple(TillHeld(key, names[key], held[key]) for key in names if key in held),
        )


def _earned(books: Books, facts: Facts, days: Days) -> Iterator[Earned]:
    for back in range(1, days.count):
        yield earned_on(books, "day", Days.one(days.last - back * _DAY), facts)
    month = Days.month(days.last.year, days.last.month)
    yield earned_on(books, "month", month.until(days.last), facts)
