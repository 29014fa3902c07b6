"""One document of a 1CClientBankExchange file as a line of an account.

Russia, Ukraine and Kazakhstan name the same fields in different ways. Which way the money went
is told by whose account is the file's; where neither is, by the day it left or came.
Source: 1C, "Standard of exchange with client-bank systems", 1.03; Kazakhstan's 2.00.
"""

import datetime as dt
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import told
from sources.bank_files.xml_text import exact_money

DOCUMENT = "СекцияДокумент="
"""What each document begins with, its kind behind it."""
_FIELD = re.compile(r"\n([^\n=]+)=([^\n]*)")
_NAME = re.compile(
    r"[ \t]*((?:Номер|Дата|Сумма|Квитанция|Плательщик|Получатель|Вид|Код|Назначение|Статус|Срок"
    r"|Показатель|Очередность|Условие|Окончание|Время|Валюта|Счет|Курс|Документ)[\w]*)[ \t]*=(.*)"
)
_TAX_ID_FIRST = re.compile(
    r"(?:ИНН|ІПН|ЄДРПОУ|ЕДРПОУ|БИН|ИИН)[\s:/]*(\d{8,12})(?:\s*[/\\]\s*\d+)?(?:\s*КПП\s*\d+)?[\s,]*"
)
_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})", re.ASCII)
_HYPHENATED = re.compile(r"\d+-\d{2}", re.ASCII)
_SPACES = str.maketrans("", "", " \u00a0\u202f'\"")
_CENTURY = 100
_ALIKE_MAX = 60
"""Fields up to which a pattern of a whole document is worth its preparation."""
_PURPOSE = "НазначениеПлатежа"
_PURPOSE_LINES = tuple(f"{_PURPOSE}{number}" for number in range(1, 7))


class _Names(NamedTuple):
    """What the fields of a side are called, the usual name first."""

    account: tuple[str, ...]
    party: tuple[str, ...]
    tax_id: tuple[str, ...]
    days: tuple[str, ...]
    amount: tuple[str, ...]


def _names(side: str, days: tuple[str, ...], amount: str) -> _Names:
    return _Names(
        tuple(f"{side}{name}" for name in ("Счет", "РасчСчет", "ИИК", "IBAN")),
        tuple(f"{side}{name}" for name in ("1", "", "Наименование")),
        tuple(
            f"{side}{name}"
            for name in ("ИНН", "ЕДРПОУ", "ОКПО", "БИН_ИИН", "БИНИИН", "БИН", "ИИН", "ЄДРПОУ")
        ),
        (*days, "Дата", "ДатаДокумента"),
        ("Сумма", amount, "СуммаДокумента"),
    )


_PAYER = _names("Плательщик", ("ДатаСписано", "ДатаОперации", "ДатаПоступило"), "СуммаРасход")
_PAYEE = _names("Получатель", ("ДатаПоступило", "ДатаОперации", "ДатаСписано"), "СуммаПриход")
_SIGNS_TOLD = (("СуммаРасход", "СуммаПриход"), ("ДатаСписано", "ДатаПоступило"))


Places: TypeAlias = tuple[int, ...]
"""Where among a document's fields some stand, the one that is looked at first before others."""


@dataclass(frozen=True, slots=True)
class SidePlaces:
    """Where the fields of a side stand."""

    account: Places
    party: Places
    tax_id: Places
    days: Places
    amount: Places


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a document has what: a bank's documents are alike, so it is worked out once."""

    payer: SidePlaces
    payee: SidePlaces
    signs: tuple[tuple[Places, Places], ...]
    """Fields of which one is filled, by which way the money went: out first."""
    purpose: Places
    purpose_lines: Places
    number: Places
    day: Places
    kind: Places


@lru_cache(maxsize=256)
def _layout(names: tuple[str, ...]) -> Layout:
    places = {name: place for place, name in enumerate(names, start=1)}

    def of(*wanted: str) -> Places:
        return tuple(places[name] for name in wanted if name in places)

    def side(names_of: _Names) -> SidePlaces:
        return SidePlaces(*(of(*each) for each in names_of))

    return Layout(
        side(_PAYER),
        side(_PAYEE),
        tuple((of(out), of(came)) for out, came in _SIGNS_TOLD if of(out, came)),
        of(_PURPOSE),
        of(*_PURPOSE_LINES),
        of("Номер", "НомерДокумента"),
        of("Дата", "ДатаДокумента"),
        of("ВидДокумента"),
    )


Document: TypeAlias = tuple[Sequence[str], Layout]
"""A document's kind and what its fields say, in their order; where among these stands what."""


class Side(NamedTuple):
    """A document as one of the file's accounts has it: its money left (-1) or came (1)."""

    account: str | None
    sign: int


@dataclass(slots=True)
class DocumentReader:
    """Reads documents; those with the fields of the one before are taken apart in one step."""

    _names: tuple[str, ...] = ()
    _layout: Layout = field(default_factory=lambda: _layout(()))
    _alike: re.Pattern[str] | None = None
    _patterns_left: int = 16
    """A pattern takes long to prepare, so that a file may not ask for many."""

    def read(self, text: str) -> Document:
        """Read its kind and fields; what is no field goes on with the purpose before it."""
        alike = self._alike.fullmatch(text) if self._alike is not None else None
        if alike is not None:
            return alike.groups(), self._layout
        kind, mark, rest = text.removeprefix(DOCUMENT).partition("\n")
        fields = _fields_of(mark + rest)
        self._remember(tuple(fields))
        return (kind, *fields.values()), self._layout

    def _remember(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self._names, self._layout, self._alike = names, _layout(names), None
        elif self._alike is None and self._patterns_left and len(names) <= _ALIKE_MAX:
            self._patterns_left -= 1
            lines = [DOCUMENT, *(f"\n{re.escape(name)}=" for name in names)]
            self._alike = re.compile("".join(f"{line}(.*)" for line in lines))


def _fields_of(text: str) -> dict[str, str]:
    found: list[tuple[str, str]] = _FIELD.findall(text)
    if len(found) == text.count("\n"):
        return {name.strip(): said for name, said in found}
    fields: dict[str, list[str]] = {}
    last = ""
    for line in text.split("\n")[1:]:
        known = _NAME.fullmatch(line)
        if known is not None:
            last = known[1]
            fields[last] = [known[2]]
        elif last.startswith("Назначение"):
            fields[last].append(line)
    return {name: " ".join(told_as) for name, told_as in fields.items()}


def sides_of(document: Document, accounts: Container[str], only: str | None) -> tuple[Side, ...]:
    """Say whose money it moved; none where that is not clear.

    Args:
        document: as it was read.
        accounts: the file's.
        only: the account that a document belongs to which names none of the file's.
    """
    fields, layout = document
    payer = _account_among(fields, layout.payer.account, accounts)
    payee = _account_among(fields, layout.payee.account, accounts)
    is_clear = (payer is None) != (payee is None)
    return _sides(payer, payee, 0 if is_clear else _sign_told(fields, layout), only)


@lru_cache(maxsize=256)
def _sides(payer: str | None, payee: str | None, sign: int, only: str | None) -> tuple[Side, ...]:
    """Say whose money moved from a payer's account to a payee's, of which the file has one.

    Args:
        payer: the account that paid, if it is the file's.
        payee: the one that was paid, if it is.
        sign: which way the money went, where that is told.
        only: as above.
    """
    if payer is None and payee is None:
        return (Side(only, sign),) if sign else ()
    if payer == payee and not sign:
        return ()
    out = payer is not None and (payee is None or sign <= 0)
    came = payee is not None and (payer is None or sign >= 0)
    return (Side(payer, -1),) * out + (Side(payee, 1),) * came


def read_document(document: Document, sign: int, currency: str, raw: bytes) -> StatementLine:
    """Read a document as a line.

    Raises:
        ValueError: there is no such day, or no amount.
        MoneyError: the amount does not fit the currency.
    """
    fields, layout = document
    own, other = (layout.payer, layout.payee) if sign < 0 else (layout.payee, layout.payer)
    party, tax_id, account = _other_side(
        _first(fields, other.party), _first(fields, other.tax_id), _first(fields, other.account)
    )
    return StatementLine(
        day_of(_first(fields, own.days)),
        amount_of(_first(fields, own.amount), currency, sign),
        None,
        None,
        party,
        account,
        tax_id,
        _purpose(fields, layout),
        told(_filled(fields, layout.number)),
        None,
        _filled(fields, layout.kind) or fields[0].strip() or None,
        raw,
    )


def identity_of(document: Document) -> tuple[str, ...]:
    """Give what two tellings of one document have in common."""
    fields, layout = document
    return (
        _first(fields, layout.number),
        _first(fields, layout.day),
        _first(fields, layout.payer.amount),
        _first(fields, layout.payer.account),
        _first(fields, layout.payee.account),
    )


@lru_cache(maxsize=4_096)
def day_of(text: str) -> dt.date:
    """Read DD.MM.YYYY, or a day as ISO 8601 has it.

    Raises:
        ValueError: there is no such day.
    """
    bare = text.strip()
    found = _DATE.match(bare)
    try:
        if found is not None:
            year = int(found[3])
            return dt.date(year if year >= _CENTURY else 2000 + year, int(found[2]), int(found[1]))
        found = _ISO_DATE.match(bare)
        if found is not None:
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    message = f"day {text[:40]!r}" if bare else "no day"
    raise ValueError(message)


def amount_of(text: str, currency: str, sign: int = 1) -> Money:
    """Read an amount with a point, a comma or a hyphen before its decimals.

    Raises:
        ValueError: it is no amount.
        MoneyError: it does not fit the currency.
    """
    whole, _, fraction = text.partition(".")
    if len(fraction) == DECIMALS.get(currency) and whole.isdigit() and fraction.isdigit():
        return Money(sign * int(whole + fraction), currency)
    bare = text.translate(_SPACES)
    if not bare:
        message = "no amount"
        raise ValueError(message)
    if _HYPHENATED.fullmatch(bare):
        bare = bare.replace("-", ".")
    if "," in bare:
        bare = bare.replace(".", "") if "." in bare else bare
        bare = bare.replace(",", ".")
    return exact_money(bare, currency, sign)


def _first(fields: Sequence[str], places: Places) -> str:
    """Give the first that says something."""
    for place in places:
        value = fields[place]
        if value and not value.isspace():
            return value
    return ""


def _filled(fields: Sequence[str], places: Places) -> str:
    """Give the first that is not empty, be it of blanks."""
    for place in places:
        if fields[place]:
            return fields[place]
    return ""


def _account_among(fields: Sequence[str], places: Places, accounts: Container[str]) -> str | None:
    for place in places:
        number = fields[place]
        if number in accounts and number:
            return number
        number = number.strip()
        if number and number in accounts:
            return number
    return None


def _sign_told(fields: Sequence[str], layout: Layout) -> int:
    """Say which way the money went by the field that is filled; 0 where both are, or neither."""
    for out, came in layout.signs:
        has_left = bool(out and fields[out[0]].strip(" 0.,"))
        has_come = bool(came and fields[came[0]].strip(" 0.,"))
        if has_left != has_come:
            return -1 if has_left else 1
    return 0


@lru_cache(maxsize=4_096)
def _other_side(name: str, tax_id: str, account: str) -> tuple[str | None, str | None, str | None]:
    """Give a side's name, tax id and account; some banks write the id before the name."""
    name, told_id = tidy(name), told(tax_id)
    found = _TAX_ID_FIRST.match(name)
    if found is not None:
        name, told_id = name[found.end() :], told_id or found[1]
    return told(name), told_id, told(account)


def _purpose(fields: Sequence[str], layout: Layout) -> str:
    whole = _filled(fields, layout.purpose)
    return tidy(whole or " ".join([fields[place] for place in layout.purpose_lines]))
