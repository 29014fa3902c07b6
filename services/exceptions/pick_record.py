"""Find the record that somebody means by what he writes, or how he splits money over orders."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.documents import Document, DocumentKind
from ledger.errors import MoneyError
from ledger.money import Money
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.resolve_exception import pair_of
from services.matching.decide_link import amount_of
from services.ports import Books
from services.posting import shop_of

FOUND_MAX = 6
_BEFORE, _AFTER = dt.timedelta(days=120), dt.timedelta(days=60)
"""So far from the day of the exception a record is looked for."""
_SEPARATORS = re.compile(r"[;\n]|,(?!\d)")
_SHARE = re.compile(
    r"(?:[№#]\s*)?([^\s№#]\S*?)\s*(?:[-–—:=]|\s)\s*(\d[\d\s\u00a0]*(?:[.,]\d{1,2})?)\D*"
)
_AMOUNT = re.compile(r"(\d[\d\s\u00a0]*(?:[.,]\d{1,2})?)\D{0,4}")
_MONEY = ("bank:", "payment:", "refund:", "cash:")


@dataclass(frozen=True, slots=True)
class Shares:
    """How money is split over orders."""

    money: str
    """The record's key."""
    parts: Mapping[str, Money]
    """What is for which order."""


@dataclass(frozen=True, slots=True)
class SharesDiffer:
    """The shares don't come to the money."""

    whole: Money
    told: Money


@dataclass(frozen=True, slots=True)
class Found:
    """The records that may be meant, the nearest in time first, each with a short name."""

    tokens: Mapping[str, str]


def pick_records(books: Books, item: ExceptionItem, text: str) -> Shares | SharesDiffer | Found:
    """Read what was written of an exception: orders with amounts, a number, an amount, a name."""
    shares = _shares(books, item, text)
    return shares if shares is not None else _found(books, item, text)


def money_in(item: ExceptionItem) -> str | None:
    """Give the one record of money that an exception is about; None where there are several."""
    if item.about.startswith(_MONEY):
        return item.about
    others = [key for key in item.records[1:] if key.startswith(_MONEY)]
    return others[0] if len(others) == 1 else None


def record_named(books: Books, token: str) -> str | None:
    """Give the key of a record by its short name; None when there is no such one."""
    kind, number = token[:1], token[1:]
    if not number.isdecimal():
        return None
    if kind == "b":
        return f"bank:{number}" if books.banks.find_lines([int(number)]) else None
    found = books.documents.of_ids([int(number)]) if kind == "d" else ()
    return found[0].document.key if found else None


def _shares(books: Books, item: ExceptionItem, text: str) -> Shares | SharesDiffer | None:
    told = [each.strip() for each in _SEPARATORS.split(text) if each.strip()]
    money = money_in(item)
    whole = None if money is None else amount_of(books, money)
    if money is None or whole is None or len(told) < 2:  # noqa: PLR2004 - one part is no split
        return None
    parts: dict[str, Money] = {}
    for place, each in enumerate(told):
        rest = whole - _sum(parts, whole.currency)
        read = _share(books, each, rest if place == len(told) - 1 else None, whole.currency)
        if read is None or read[0] in parts:
            return None
        parts[read[0]] = read[1]
    sum_of = _sum(parts, whole.currency)
    if sum_of != whole or any(each.minor <= 0 for each in parts.values()):
        return SharesDiffer(whole, sum_of)
    return Shares(money, parts)


def _share(books: Books, text: str, rest: Money | None, currency: str) -> tuple[str, Money] | None:
    """Read an order with its amount; the last one alone may leave it out."""
    matched = _SHARE.fullmatch(text)
    amount = rest if matched is None else _money(matched[2], currency)
    order = _order(books, text if matched is None else matched[1])
    return None if order is None or amount is None else (order, amount)


def _order(books: Books, number: str) -> str | None:
    found = books.documents.of_number(number.lstrip("№# ").strip())
    keys = [e.document.key for e in found if e.document.kind is DocumentKind.ORDER]
    return keys[0] if len(keys) == 1 else None


def _found(books: Books, item: ExceptionItem, text: str) -> Found:
    number = text.lstrip("№# ").strip()
    told = {
        each.document.key: f"d{each.id}"
        for each in books.documents.of_number(number)
        if pair_of(item.about, each.document.key) is not None
    }
    if not told:
        near = sorted(_near(books, item, text), key=lambda each: each[0])
        told = {key: token for _, key, token in near[:FOUND_MAX]}
    return Found(told)


def _near(books: Books, item: ExceptionItem, text: str) -> Iterator[tuple[int, str, str]]:
    """Look through the months around it for an amount, or for words."""
    matched, words = _AMOUNT.fullmatch(text.strip()), text.casefold().split()
    money = None if matched is None else _money(matched[1], item.amount.currency)
    first, last = item.since - _BEFORE, item.since + _AFTER
    for account in books.banks.accounts():
        for each in books.banks.lines_between(account.id, first, last):
            line, key = each.line, f"bank:{each.id}"
            said = f"{line.counterparty or ''} {line.purpose}"
            if pair_of(item.about, key) and _fits(line.amount, said, money, words):
                yield abs((line.booked_on - item.since).days), key, f"b{each.id}"
    noon = shop_of(books).local(dt.datetime.combine(item.since, dt.time(12), dt.UTC))
    for kept in books.documents.between(noon - _BEFORE, noon + _AFTER):
        document = kept.document
        if pair_of(item.about, document.key) and _fits(
            document.money, _said(document), money, words
        ):
            yield abs((document.happened_at - noon).days), document.key, f"d{kept.id}"


def _fits(amount: Money, said: str, money: Money | None, words: Sequence[str]) -> bool:
    if money is not None:
        return abs(amount) == money
    return bool(words) and all(each in said.casefold() for each in words)


def _said(document: Document) -> str:
    party = document.party
    return " ".join(filter(None, (party.name if party else None, document.provider)))


def _money(text: str, currency: str) -> Money | None:
    figures = "".join(text.split()).replace(",", ".")
    try:
        return Money.from_decimal(Decimal(figures), currency)
    except MoneyError:
        return None


def _sum(parts: Mapping[str, Money], currency: str) -> Money:
    return Money(sum(each.minor for each in parts.values()), currency)
