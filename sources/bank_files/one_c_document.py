"""One document of a 1CClientBankExchange file as a line of an account.

Russia, Ukraine and Kazakhstan name the same fields in different ways. Which way the money went
is told by whose account is the file's; where neither is, by the day it left or came.
Source: 1C, "Standard of exchange with client-bank systems", 1.03; Kazakhstan's 2.00.
"""

import datetime as dt
import re
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from ledger.currencies import DECIMALS
from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.code_pages import tidy
from sources.bank_files.lone_ids import told
from sources.bank_files.xml_text import exact_money

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
_PURPOSE_LINES = tuple(f"НазначениеПлатежа{number}" for number in range(1, 7))


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


PAYER = _names("Плательщик", ("ДатаСписано", "ДатаОперации", "ДатаПоступило"), "СуммаРасход")
PAYEE = _names("Получатель", ("ДатаПоступило", "ДатаОперации", "ДатаСписано"), "СуммаПриход")


class Side(NamedTuple):
    """A document as one of the file's accounts has it: its money left (-1) or came (1)."""

    account: str | None
    sign: int


def fields_of(text: str) -> dict[str, str]:
    """Read a document's fields; what is no field goes on with the purpose before it."""
    found: list[tuple[str, str]] = _FIELD.findall(text)
    if len(found) == text.count("\n"):
        return dict(found)
    fields: dict[str, list[str]] = {}
    last = ""
    for line in text.split("\n")[1:]:
        known = _NAME.fullmatch(line)
        if known is not None:
            last = known[1]
            fields[last] = [known[2]]
        elif last.startswith("Назначение"):
            fields[last].append(line)
    return {name: " ".join(lines) for name, lines in fields.items()}


def sides_of(fields: dict[str, str], accounts: Container[str], only: str | None) -> list[Side]:
    """Say whose money it moved; none where that is not clear.

    Args:
        fields: of the document.
        accounts: the file's.
        only: the account that a document belongs to which names none of the file's.
    """
    sign = _sign_told(fields)
    payer = next((each for each in _accounts(fields, PAYER) if each in accounts), None)
    payee = next((each for each in _accounts(fields, PAYEE) if each in accounts), None)
    sides = []
    if payer is not None and (payee is None or sign <= 0):
        sides.append(Side(payer, -1))
    if payee is not None and (payer is None or sign >= 0) and (payee != payer or sign):
        sides.append(Side(payee, 1))
    if payer is not None and payer == payee and not sign:
        return []
    if not sides and sign:
        return [Side(only, sign)]
    return sides


def read_document(fields: dict[str, str], sign: int, currency: str, raw: bytes) -> StatementLine:
    """Read a document as a line.

    Raises:
        ValueError: there is no such day, or no amount.
        MoneyError: the amount does not fit the currency.
    """
    own, other = (PAYER, PAYEE) if sign < 0 else (PAYEE, PAYER)
    party, tax_id = _party(fields, other)
    return StatementLine(
        booked_on=day_of(_first(fields, own.days)),
        amount=amount_of(_first(fields, own.amount), currency, sign),
        counterparty=party,
        counterparty_account=told(_first(fields, other.account)),
        counterparty_tax_id=tax_id,
        purpose=_purpose(fields),
        reference=told(fields.get("Номер") or fields.get("НомерДокумента")),
        code=fields.get("ВидДокумента") or fields.get("") or None,
        raw=raw,
    )


def identity_of(fields: dict[str, str]) -> tuple[str, ...]:
    """Give what two tellings of one document have in common."""
    return (
        _first(fields, ("Номер", "НомерДокумента")),
        _first(fields, ("Дата", "ДатаДокумента")),
        _first(fields, PAYER.amount),
        *_accounts(fields, PAYER)[:1],
        *_accounts(fields, PAYEE)[:1],
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


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if value and not value.isspace():
            return value
    return ""


def _accounts(fields: dict[str, str], names: _Names) -> list[str]:
    told_as = [fields.get(name, "").strip() for name in names.account]
    return [number for number in told_as if number]


def _sign_told(fields: dict[str, str]) -> int:
    """Say which way the money went by the field that is filled; 0 where both are, or neither."""
    for out, came in (("СуммаРасход", "СуммаПриход"), ("ДатаСписано", "ДатаПоступило")):
        has_left = bool(fields.get(out, "").strip(" 0.,"))
        has_come = bool(fields.get(came, "").strip(" 0.,"))
        if has_left != has_come:
            return -1 if has_left else 1
    return 0


def _party(fields: dict[str, str], names: _Names) -> tuple[str | None, str | None]:
    """Give the name and tax id of a side; some banks write the id before the name."""
    name = tidy(_first(fields, names.party))
    tax_id = told(_first(fields, names.tax_id))
    found = _TAX_ID_FIRST.match(name)
    if found is not None:
        name, tax_id = name[found.end() :], tax_id or found[1]
    return told(name), tax_id


def _purpose(fields: dict[str, str]) -> str:
    whole = fields.get("НазначениеПлатежа")
    if whole:
        return tidy(whole)
    return tidy(" ".join(fields[name] for name in _PURPOSE_LINES if name in fields))
