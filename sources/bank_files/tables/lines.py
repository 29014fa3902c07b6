"""Makes statement lines of a table's rows, by a shape."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.tables.amounts import Minor, minor_reader
from sources.bank_files.tables.days import day_reader
from sources.bank_files.tables.shape import Sign, TableShape
from sources.bank_files.tables.words import folded, words

Cells: TypeAlias = Sequence[str]


class _Text(Protocol):
    """Reads a text of a row; parties are asked for with the way the money went."""

    def __call__(self, cells: Cells, is_in: object = None, /) -> str | None:
        """Read it."""


_NOTHING = frozenset({"", "-", "—", "–", "n/a", "N/A", "null", "NULL", "None", "NaN"})
_QUOTES = "='\""


class NoMovementError(ValueError):
    """A row tells of nothing that was moved: an operation that failed, a balance."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a row doesn't say itself."""

    shape: TableShape
    currency: str
    own: str | None
    """The account's own number, where payers' and payees' are told."""
    encoding: str

    def maker(self) -> Callable[[Cells, str], StatementLine]:
        """Give what makes lines.

        The maker raises `NoMovementError`, `ValueError`, `MoneyError` or `IndexError`.
        """
        shape, currency, encoding = self.shape, self.currency, self.encoding
        moved, day, status = _moved(self), _day(shape), _status(shape)
        valued, balance = _valued(shape), _balance(self)
        name, account, tax_id = (_party(self, each) for each in ("name", "account", "tax_id"))
        purpose, reference = _joined(shape.columns.get("purpose", ())), _first(shape, "reference")
        external_id, code = _first(shape, "external_id"), _first(shape, "code")

        def make(cells: Cells, raw: str) -> StatementLine:
            is_pending = status(cells)
            minor = moved(cells)
            is_in = minor > 0
            return StatementLine(
                day(cells),
                Money(minor, currency),
                valued(cells),
                None,
                name(cells, is_in),
                account(cells, is_in),
                tax_id(cells, is_in),
                purpose(cells) or "",
                reference(cells),
                external_id(cells),
                code(cells),
                raw.encode(encoding, "replace"),
                is_pending,
                (),
                balance(cells),
            )

        return make


def amount_reader(setting: Setting) -> Callable[[Cells], int]:
    """Give what reads what a row moved, in minor units; it raises as the maker does."""
    return _moved(setting)


def balance_reader(setting: Setting) -> Callable[[Cells], Money | None]:
    """Give what reads the balance after a row."""
    return _balance(setting)


def row_day_reader(shape: TableShape) -> Callable[[Cells], dt.date]:
    """Give what reads a row's booking day."""
    return _day(shape)


def status_reader(shape: TableShape) -> Callable[[Cells], bool]:
    """Give what tells whether a row is pending; it raises `NoMovementError` for a failed one."""
    return _status(shape)


def text_of(cell: str) -> str | None:
    """Give what a cell says; nothing for the signs that mean nothing."""
    text = cell.strip()
    if text in _NOTHING:
        return None
    return text if text[0] not in _QUOTES and "\n" not in text else _plain(text)


def _plain(text: str) -> str:
    """Take off a spreadsheet's way to keep digits from being a number, and line breaks."""
    if text[0] in _QUOTES:
        text = text.strip(_QUOTES) or text
    return " ".join(text.split())


def _day(shape: TableShape) -> Callable[[Cells], dt.date]:
    read = day_reader(shape.day_order)
    first, *others = shape.columns["booked"]
    if others:
        return lambda cells: _first_day(read, [cells[at].strip() for at in (first, *others)])
    return lambda cells: read(cells[first])


def _first_day(read: Callable[[str], dt.date], texts: Sequence[str]) -> dt.date:
    return read(next((each for each in texts if each not in _NOTHING), ""))


def _valued(shape: TableShape) -> Callable[[Cells], dt.date | None]:
    at = shape.first("valued")
    if at is None:
        return lambda _: None
    read = day_reader(shape.day_order)

    def valued(cells: Cells) -> dt.date | None:
        try:
            return read(cells[at].strip())
        except ValueError:
            return None

    return valued


def _moved(setting: Setting) -> Callable[[Cells], int]:
    shape = setting.shape
    minor = minor_reader(shape.decimal, setting.currency)
    signed = _signed(setting, minor)
    fee = shape.first("fee") if shape.less_fee else None
    if fee is None:
        return signed
    return lambda cells: (
        signed(cells) - (abs(minor(cells[fee])) if cells[fee].strip() not in _NOTHING else 0)
    )


def _signed(setting: Setting, minor: Minor) -> Callable[[Cells], int]:
    shape = setting.shape
    if shape.sign is Sign.COLUMNS:
        return _of_columns(shape, minor)
    (at,) = shape.columns["amount"][:1]
    match shape.sign:
        case Sign.SIGNED:
            return lambda cells: minor(cells[at])
        case Sign.INVERTED:
            return lambda cells: -minor(cells[at])
        case Sign.INDICATOR:
            return _of_indicator(shape, minor, at)
        case Sign.SIDES:
            return _of_sides(setting, minor, at)


def _of_columns(shape: TableShape, minor: Minor) -> Callable[[Cells], int]:
    (debit,), (credit,) = shape.columns["debit"][:1], shape.columns["credit"][:1]
    turned = 1 if shape.is_debit_negative else -1

    def moved(cells: Cells) -> int:
        out, into = cells[debit].strip(), cells[credit].strip()
        if into in _NOTHING:
            if out in _NOTHING:
                message = "neither debit nor credit"
                raise ValueError(message)
            return turned * minor(out)
        if out in _NOTHING:
            return minor(into)
        outgoing, incoming = minor(out), minor(into)
        if outgoing and incoming:
            message = f"both debit {out!r} and credit {into!r}"
            raise ValueError(message)
        return turned * outgoing + incoming

    return moved


def _of_indicator(shape: TableShape, minor: Minor, at: int) -> Callable[[Cells], int]:
    (told,) = shape.columns["indicator"][:1]
    signs: dict[str, int] = {}

    def moved(cells: Cells) -> int:
        said = cells[told]
        sign = signs.get(said)
        if sign is None:
            sign = signs[said] = _sign_of(said)
        return sign * minor(cells[at])

    return moved


def _sign_of(said: str) -> int:
    """Read the word for in or out.

    Raises:
        ValueError: it is neither.
    """
    if words().is_value("debit", said):
        return -1
    if words().is_value("credit", said):
        return 1
    message = f"{said[:40]!r} is neither debit nor credit"
    raise ValueError(message)


def _of_sides(setting: Setting, minor: Minor, at: int) -> Callable[[Cells], int]:
    shape, own = setting.shape, setting.own
    (payer,), (payee,) = shape.columns["payer_account"][:1], shape.columns["payee_account"][:1]

    def moved(cells: Cells) -> int:
        is_payer, is_payee = (_bare(cells[each]) == own for each in (payer, payee))
        if is_payer == is_payee:
            message = "the account is neither the payer's nor the payee's"
            raise ValueError(message)
        return -minor(cells[at]) if is_payer else minor(cells[at])

    return moved


def _bare(cell: str) -> str:
    return cell.replace(" ", "").strip(_QUOTES)


def _status(shape: TableShape) -> Callable[[Cells], bool]:
    at = shape.first("status")
    if at is None:
        return lambda _: False
    known: dict[str, bool | None] = {}

    def is_pending(cells: Cells) -> bool:
        text = cells[at]
        if text not in known:
            known[text] = status_of(text)
        said = known[text]
        if said is None:
            message = f"{text[:40]!r}"
            raise NoMovementError(message)
        return said

    return is_pending


def status_of(text: str) -> bool | None:
    """Tell whether a status means that an operation is pending; None for one that failed."""
    plain = f" {folded(text)} "
    if any(f" {each} " in plain for each in words().values["void"]):
        return None
    return any(f" {each} " in plain for each in words().values["pending"])


def _balance(setting: Setting) -> Callable[[Cells], Money | None]:
    at, currency = setting.shape.first("balance"), setting.currency
    if at is None:
        return lambda _: None
    minor = minor_reader(setting.shape.decimal, currency)

    def balance(cells: Cells) -> Money | None:
        try:
            return Money(minor(cells[at]), currency)
        except (ValueError, MoneyError):
            return None

    return balance


def _party(setting: Setting, what: str) -> _Text:
    """Give what reads something of the other side: the payer's of money in, the payee's of out."""
    columns = setting.shape.columns
    plain = _any_of(columns.get(f"counterparty_{what}", ()), is_account=what == "account")
    payer, payee = columns.get(f"payer_{what}", ()), columns.get(f"payee_{what}", ())
    if not payer or not payee:
        return plain
    of_payer, of_payee = (_any_of(each, is_account=what == "account") for each in (payer, payee))

    def party(cells: Cells, is_in: object = None) -> str | None:
        return (of_payer(cells) if is_in else of_payee(cells)) or plain(cells)

    return party


def _any_of(places: Sequence[int], *, is_account: bool) -> _Text:
    """Give what reads the first of some columns that says anything."""
    if not places:
        return _nothing
    if len(places) == 1:
        return _one_number(places[0]) if is_account else _one(places[0])

    def read(cells: Cells, _: object = None) -> str | None:
        text = next((said for at in places if (said := text_of(cells[at]))), None)
        return text.replace(" ", "") if text and is_account else text

    return read


def _first(shape: TableShape, meaning: str) -> _Text:
    at = shape.first(meaning)
    return _nothing if at is None else _one(at)


def _nothing(_: Cells, __: object = None) -> str | None:
    """Read nothing, where a table has no such column."""
    return None


def _one(at: int) -> _Text:
    """Give what reads a column of text: `text_of`, without a call more for each cell."""

    def read(cells: Cells, _: object = None) -> str | None:
        text = cells[at].strip()
        if text in _NOTHING:
            return None
        return text if text[0] not in _QUOTES and "\n" not in text else _plain(text)

    return read


def _one_number(at: int) -> _Text:
    """Give what reads a column of accounts, without the spaces that are between digits."""

    def read(cells: Cells, _: object = None) -> str | None:
        text = cells[at].strip()
        if text in _NOTHING:
            return None
        if text[0] in _QUOTES:
            text = _plain(text)
        return text.replace(" ", "") if " " in text else text

    return read


def _joined(places: Sequence[int]) -> _Text:
    if not places:
        return _nothing
    if len(places) == 1:
        return _one(places[0])

    def read(cells: Cells, _: object = None) -> str | None:
        said = [text for at in places if (text := text_of(cells[at]))]
        return " ".join(dict.fromkeys(said)) or None

    return read
