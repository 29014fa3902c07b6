"""Which accounts and postings a query is about."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ledger.accounts import AccountType, Chart
from ledger.cash import CASH_RULES, TRANSFERS, CashCategory, CashDirection
from ledger.days import Days
from ledger.places import SUSPENSE, PlaceKind, place_of
from parsing.annotation.tokens import fold, scan_tokens
from parsing.memory.memory import memory_key
from parsing.memory.same_name import is_near_name, is_same_name, is_slipped_name
from parsing.questions.first_names import is_known_as
from parsing.questions.periods import BEGIN
from parsing.questions.places_said import gateway_called
from parsing.questions.query import (
    BANKS,
    COURIERS,
    GATEWAYS,
    TILLS,
    Ask,
    Group,
    Measure,
    Query,
    is_of_gateways,
)
from reports.results import COST_OF_GOODS, FEES, INVENTORY, RETURNS, SALES
from services.ports import Books
from services.results.channels import channels_of
from services.results.figure_ports import By, FactFilter, FactSum, Side
from services.results.providers import ON_DELIVERY, providers_of

SALARIES, STAFF_ADVANCES = "expense.salaries", "asset.staff_advances"
PAYABLES, RECEIVABLES = "liability.payables", "asset.receivables"
PREPAYMENTS = "liability.customer_prepayments"
CUSTOMER_ACCOUNTS = (SALES, PREPAYMENTS, RECEIVABLES)
SUPPLIER_ACCOUNTS = (INVENTORY, PAYABLES)
_MOVES = tuple(sorted(each.value for each in TRANSFERS))
_KINDS = {TILLS: PlaceKind.TILL, BANKS: PlaceKind.BANK, GATEWAYS: PlaceKind.GATEWAY}
_OF_PLACES = frozenset(
    {Measure.MONEY_IN, Measure.MONEY_OUT, Measure.ENTRIES, Measure.MONEY, Measure.FLOW}
)
_PAID_THERE = frozenset({Measure.MONEY_IN, Measure.MONEY_OUT, Measure.FLOW})
_AT_BANKS = frozenset({Measure.MONEY, Measure.ENTRIES})
"""What each account keeps by itself."""
_OF_RESULT = frozenset({Measure.RESULT, Measure.MARGIN})
_OF_ORDERS = frozenset({Measure.SALES, Measure.REFUNDS, Measure.COST})
"""What documents of orders post, which say how each is to be paid."""
_MARGIN = (SALES, RETURNS, COST_OF_GOODS)
_BY_CREDIT = _OF_RESULT | {Measure.SALES, Measure.NET_SALES, Measure.UNFILED}
_STEM_MIN = 4
_ENDING = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """The postings of a query, and whether a credit makes its figure larger."""

    wanted: FactFilter
    grows_by_credit: bool = False
    is_kept: bool = False
    """The kept turnovers of its accounts give the figure: nothing narrows it down."""
    named: tuple[FactSum, ...] | None = None
    """What the postings of each name that is meant add up to, where a name was looked up."""


def scope_of(books: Books, query: Query, until: dt.datetime | None = None) -> Scope:
    """Say which postings a query is about, its name or word not yet looked up.

    Args:
        books: the open books.
        query: what is asked.
        until: the moment after which nothing counts.
    """
    chart = books.accounts.chart()
    scope = _scope(chart, query)
    wanted = replace(scope.wanted, until=until, decided_by=query.told_by)
    if query.is_by_channel:
        found = channels_of(books, query)
        wanted = replace(wanted, channels=found.names)
    if query.place is not None and query.measure not in _PAID_THERE:
        wanted = replace(wanted, beside=_beside(chart, query.place))
    is_kept = query.place is None and query.about is None and wanted.side is None
    is_kept = is_kept and until is None and query.told_by is None
    if query.place == COURIERS and query.measure in _OF_ORDERS:
        wanted = replace(wanted, beside=(), paid_by=ON_DELIVERY)
    elif query.place not in {None, GATEWAYS} and is_of_gateways(query.place):
        wanted = replace(wanted, providers=_providers(books, query))
    wanted = _without_names(books, query, wanted)
    is_narrow = wanted.beside or wanted.channels or wanted.paid_by or wanted.but_names
    return replace(scope, wanted=wanted, is_kept=is_kept and not is_narrow)


def _without_names(books: Books, query: Query, wanted: FactFilter) -> FactFilter:
    """Leave out entries of whom the names that are left out mean, a gateway however written."""
    if not query.names_out:
        return wanted
    kept = [each.key for each in books.figures.sums(wanted, By.COUNTERPARTY) if each.key]
    found = [name for about in query.names_out for name in kept if _is_meant(name, about)]
    return replace(wanted, but_names=tuple(dict.fromkeys(found)))


def strangers_of(books: Books, query: Query) -> tuple[str, ...]:
    """Give the names to be left out that nobody in the books is called by."""
    if not query.names_out:
        return ()
    keys = tuple(each.key for each in books.accounts.chart())
    everyone = books.figures.sums(FactFilter(Days(BEGIN, dt.date.max), keys), By.COUNTERPARTY)
    known = [each.key for each in everyone if each.key]
    strange = (each for each in query.names_out if not any(_is_meant(one, each) for one in known))
    return tuple(strange)


def _is_meant(name: str, about: str) -> bool:
    is_named = is_same_name(name, about) or is_like(name, about)
    return is_named or gateway_called(name) == gateway_called(about)


def _providers(books: Books, query: Query) -> tuple[str, ...]:
    """Give the gateways or couriers that are meant, several together, as their reports say."""
    places = (query.place or "").split()
    named = [each for place in places for each in providers_of(books, place, query.days)]
    return tuple(dict.fromkeys(named))


def ranked_scope(books: Books, query: Query) -> Scope:
    """Say which postings the rows of a top are made of.

    What money went out for is told by the accounts that it was paid to, not by those it left.
    """
    scope = scope_of(books, query)
    if query.group is not Group.CATEGORY or query.measure is not Measure.MONEY_OUT:
        return scope
    chart = books.accounts.chart()
    keys = _purposes(chart)
    payers = _payers(chart) if query.place is None else _beside(chart, query.place)
    wanted = replace(scope.wanted, accounts=keys, side=Side.DEBIT, beside=payers)
    return Scope(wanted)


def places_in(chart: Chart, place: str | None) -> tuple[str, ...]:
    """Give the accounts of a place: of a kind, single ones, or tills and banks together."""
    if is_of_gateways(place):
        place = GATEWAYS
    if place is not None and place not in _KINDS:
        return tuple(place.split())
    kinds = {PlaceKind.TILL, PlaceKind.BANK} if place is None else {_KINDS[place]}
    return tuple(each.key for each in chart if place_of(each.key) in kinds)


def _scope(chart: Chart, query: Query) -> Scope:
    days = query.days
    if query.measure is Measure.CATEGORY:
        return _category_scope(chart, query)
    if query.measure in _OF_PLACES:
        return _money_scope(chart, query)
    if query.measure is Measure.PAID_TO_SUPPLIERS:
        return Scope(FactFilter(days, SUPPLIER_ACCOUNTS, Side.DEBIT, _payers(chart)))
    if query.measure is Measure.PAID_BY_CUSTOMERS:
        paid = FactFilter(days, CUSTOMER_ACCOUNTS, Side.CREDIT, _payers(chart))
        return Scope(paid, grows_by_credit=True)
    if query.measure is Measure.PURCHASES:
        return Scope(FactFilter(days, (INVENTORY,), Side.DEBIT))
    excluded = {CASH_RULES[each].account for each in query.but}
    keys = tuple(each for each in _accounts_of(chart, query.measure) if each not in excluded)
    return Scope(
        FactFilter(days, keys),
        grows_by_credit=query.measure in _BY_CREDIT,
    )


def _accounts_of(chart: Chart, measure: Measure) -> tuple[str, ...]:
    if measure is Measure.MARGIN:
        return _MARGIN
    if measure is Measure.RESULT:
        return _result_accounts(chart)
    known = {
        Measure.SALES: (SALES,),
        Measure.NET_SALES: (SALES, RETURNS),
        Measure.REFUNDS: (RETURNS,),
        Measure.COST: (COST_OF_GOODS,),
        Measure.STAFF: (SALARIES, STAFF_ADVANCES),
        Measure.RECEIVABLE: (RECEIVABLES,),
        Measure.PAYABLE: (PAYABLES,),
        Measure.PREPAID: (PREPAYMENTS,),
        Measure.UNFILED: (SUSPENSE,),
    }
    if measure is Measure.FEES:
        return tuple(each.key for each in chart if each.key in FEES)
    return known.get(measure) or expense_accounts(chart)


def expense_accounts(chart: Chart) -> tuple[str, ...]:
    """Give all accounts of expenses but the cost of goods."""
    expenses = (each for each in chart if each.type is AccountType.EXPENSE)
    return tuple(each.key for each in expenses if each.key != COST_OF_GOODS)


def _result_accounts(chart: Chart) -> tuple[str, ...]:
    kinds = {AccountType.INCOME, AccountType.EXPENSE}
    return tuple(each.key for each in chart if each.type in kinds)


def _category_scope(chart: Chart, query: Query) -> Scope:
    """Take the accounts of cash categories, whatever has moved them: cash, a bank, a document."""
    rules = [CASH_RULES[each] for each in query.categories]
    keys = tuple(dict.fromkeys(rule.account for rule in rules if rule.account in chart))
    is_income = all(rule.directions == frozenset({CashDirection.IN}) for rule in rules)
    kinds = {chart[key].type for key in keys}
    is_result = kinds <= {AccountType.INCOME, AccountType.EXPENSE}
    if is_result:
        return Scope(FactFilter(query.days, keys), grows_by_credit=is_income)
    side = Side.CREDIT if is_income else Side.DEBIT
    is_fetched = query.categories == (CashCategory.CASH_FROM_BANK,)
    beside = places_in(chart, TILLS) if is_fetched else ()  # what the bank took in is no such cash
    return Scope(FactFilter(query.days, keys, side, beside), grows_by_credit=is_income)


def _purposes(chart: Chart) -> tuple[str, ...]:
    """Give the accounts that no money is kept on."""
    keys = (each.key for each in chart if each.key != SUSPENSE)
    return tuple(key for key in keys if place_of(key) is None)


def _money_scope(chart: Chart, query: Query) -> Scope:
    keys = places_in(chart, query.place)
    but = tuple(dict.fromkeys((*_MOVES, *(each.value for each in query.but))))
    if query.measure is Measure.MONEY_IN:
        return Scope(FactFilter(query.days, keys, Side.DEBIT, but_categories=but))
    if query.measure is Measure.MONEY_OUT and is_by_use(query):
        return _spent_scope(chart, query)
    if query.measure is Measure.MONEY_OUT:
        wanted = FactFilter(query.days, keys, Side.CREDIT, but_categories=but)
        return Scope(wanted, grows_by_credit=True)
    moves = but if query.measure is Measure.FLOW else ()
    return Scope(FactFilter(query.days, keys, but_categories=moves))


def is_by_use(query: Query) -> bool:
    """Tell whether money out is told by what it went for: without a category, not of tills alone.

    What a bank's line was for is told by where it is filed, and not where the money left.
    """
    is_of_tills = query.place is not None and query.place.startswith(("till.", TILLS))
    return not is_of_tills and not set(query.but) <= TRANSFERS


def _spent_scope(chart: Chart, query: Query) -> Scope:
    """Take the accounts that money went to, but for those that are left out.

    What gateways keep for themselves has left no till and no bank.
    """
    but = {CASH_RULES[each].account for each in query.but}
    keys = tuple(key for key in _purposes(chart) if key not in but)
    whole = (*places_in(chart, None), SUSPENSE)
    payers = whole if query.place is None else _beside(chart, query.place)
    return Scope(FactFilter(query.days, keys, Side.DEBIT, payers))


def _beside(chart: Chart, place: str) -> tuple[str, ...]:
    """Give what an entry moves besides when it was paid there: bank lines go through suspense."""
    keys = places_in(chart, place)
    is_bank = any(place_of(key) is PlaceKind.BANK for key in keys)
    return (*keys, SUSPENSE) if is_bank else keys


def is_of_all_banks(chart: Chart, query: Query) -> bool:
    """Tell whether one bank account is asked for, and all that there are will be counted.

    A line is filed from suspense, where what it was for no longer says which account it left.
    """
    keys = places_in(chart, query.place) if query.place is not None else ()
    banks = places_in(chart, BANKS)
    is_part = bool(set(keys) & set(banks)) and not set(keys) >= set(banks)
    is_kind = query.ask is Ask.TOP and query.group is Group.CATEGORY
    return (
        is_part
        and query.measure not in _AT_BANKS
        and (query.measure not in _PAID_THERE or is_kind)
    )


def _payers(chart: Chart) -> tuple[str, ...]:
    kinds = {PlaceKind.TILL, PlaceKind.BANK, PlaceKind.GATEWAY}
    return (*(each.key for each in chart if place_of(each.key) in kinds), SUSPENSE)


def narrowed(books: Books, scope: Scope, about: str | None) -> Scope:
    """Narrow postings down to who is meant by a name, else to entries that say the word."""
    if about is None:
        return scope
    sums = books.figures.sums(scope.wanted, By.COUNTERPARTY)
    named = _meant(sums, about, is_same_name)
    if named:
        return _of_names(scope, named)
    words = tuple(_stem(token.text) for token in scan_tokens(about) if token.text[0].isalnum())
    saying = replace(scope, wanted=replace(scope.wanted, words=words))
    if books.figures.sums(saying.wanted, By.NOTHING):
        return saying
    near = _meant(sums, about, is_like)
    return _of_names(scope, near) if near else _known_otherwise(books, scope, about) or saying


def is_like(name: str, about: str) -> bool:
    """Tell whether a name may be meant where none is the same: in short, or as it sounds."""
    return is_known_as(name, about) or is_near_name(name, about)


def _meant(
    sums: Iterable[FactSum], about: str, is_meant: Callable[[str, str], bool]
) -> tuple[FactSum, ...]:
    return tuple(each for each in sums if each.key and is_meant(each.key, about))


def _of_names(scope: Scope, named: Iterable[FactSum]) -> Scope:
    told = tuple(named)
    names = tuple(dict.fromkeys(each.key for each in told if each.key))
    return replace(scope, wanted=replace(scope.wanted, names=names), named=told)


def _known_otherwise(books: Books, scope: Scope, about: str) -> Scope | None:
    """Narrow down to a name that only other days know: nothing of these days, but no stranger."""
    always = Days(BEGIN, dt.date.max)
    sums = books.figures.sums(replace(scope.wanted, days=always), By.COUNTERPARTY)
    named = _meant(sums, about, is_same_name) or _meant(sums, about, is_like)
    if not named:
        keys = tuple(each.key for each in books.accounts.chart())
        everyone = books.figures.sums(FactFilter(always, keys), By.COUNTERPARTY)
        named = _meant(everyone, about, is_same_name) or _meant(everyone, about, is_like)
        if not named:
            return _slipped(books, scope, everyone, about)
    found = _of_names(scope, named)
    return replace(found, named=()) if named else None


def _slipped(books: Books, scope: Scope, everyone: Iterable[FactSum], about: str) -> Scope | None:
    """Narrow down to the only name that was meant with one letter wrong."""
    slipped = _meant(everyone, about, is_slipped_name)
    if len({name_key(each.key or "") for each in slipped}) != 1:
        return None
    found = _of_names(scope, slipped)
    return replace(found, named=books.figures.sums(found.wanted, By.COUNTERPARTY))


def _stem(word: str) -> str:
    """Leave the ending off: what people ask for stands in another case in the entries."""
    if word.isascii():
        return word.removesuffix("s") if len(word) > _STEM_MIN else word
    return word[:-_ENDING] if len(word) > _STEM_MIN + _ENDING else word


def name_key(name: str) -> str:
    """Give what one name is known by in whatever ending and alphabet."""
    words = (token.text for token in scan_tokens(name) if token.text[0].isalnum())
    return " ".join(memory_key(fold(word)) for word in words)


def with_days(query: Query, days: Days) -> Query:
    """Ask the same of other days."""
    return replace(query, days=days, against=None)
