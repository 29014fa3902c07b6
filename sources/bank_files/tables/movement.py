"""What a row moves: in which columns it stands, and by what sign, proved by the balance."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from sources.bank_files.tables.amounts import DecimalMark, amount_of, mark_of
from sources.bank_files.tables.chain import Chain, Delta, chain_of
from sources.bank_files.tables.columns import Column, is_account
from sources.bank_files.tables.naming import Named
from sources.bank_files.tables.shape import Sign
from sources.bank_files.tables.words import words

_AMOUNTS = ("amount_account", "amount", "amount_operation", "amount_equivalent")
_NOUGHT = Decimal(0)
_STEPS_MIN = 2
"""Steps of balances that prove more than an accident; one is enough where days tell its way."""


@dataclass(frozen=True, slots=True)
class Movement:
    """How a table tells what was moved."""

    sign: Sign
    amount: Column | None = None
    debit: Column | None = None
    credit: Column | None = None
    indicator: Column | None = None
    fee: Column | None = None
    """Moved on top of the amount."""
    is_debit_negative: bool = False
    balance: Column | None = None
    """The running balance, if there is one and it fits."""
    is_proved: bool = False
    open_signs: tuple[Sign, ...] = ()
    open_amounts: tuple[int, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give the columns of amounts that it reads."""
        all_of = (self.amount, self.debit, self.credit, self.fee, self.balance)
        return tuple(each for each in all_of if each is not None)


def find_movement(
    named: Named, columns: Sequence[Column], *, direction: int = 0
) -> Movement | None:
    """Choose the columns and the sign that the balance proves; without proof, the likeliest.

    Args:
        named: the columns by meaning.
        columns: all columns.
        direction: above nought where the oldest row stands first, below where the newest does.

    Returns:
        None where no column holds amounts.
    """
    candidates = list(_candidates(named, columns))
    if not candidates:
        return None
    balances = named.of.get("balance") or [
        each for each in columns if not each.name and each.is_amounts
    ]
    proved = [
        (chain.score, candidate, balance)
        for candidate, balance in product(candidates, balances)
        if balance not in candidate.columns
        and (chain := _chain(candidate, balance)).holds
        and chain.steps >= (1 if direction else _STEPS_MIN)
        and not (chain.is_falling and direction > 0)
        and not (chain.is_rising and direction < 0)
    ]
    if proved:
        best, candidate, balance = max(proved, key=lambda each: each[0])
        signs = {each.sign for score, each, _ in proved if score == best}
        if len(signs) == 1:
            return _with_balance(candidate, balance)
    likeliest = candidates[0]
    alike = tuple(each.amount.place for each in candidates if each.amount and each.open_amounts)
    opened = tuple(dict.fromkeys(alike))
    return _replaced(
        likeliest,
        balance=named.first("balance"),
        open_amounts=opened if len(opened) > 1 else (),
    )


def _with_balance(candidate: Movement, balance: Column) -> Movement:
    return _replaced(candidate, balance=balance, is_proved=True, open_signs=(), open_amounts=())


def _replaced(movement: Movement, **changed: object) -> Movement:
    values = {each: getattr(movement, each) for each in movement.__slots__}
    return Movement(**(values | changed))


def _candidates(named: Named, columns: Sequence[Column]) -> Iterator[Movement]:
    """Give ways to read what was moved, the likeliest first."""
    debit, credit = named.first("debit"), named.first("credit")
    if debit is not None and credit is not None and (debit.filled or credit.filled):
        yield Movement(
            Sign.COLUMNS, debit=debit, credit=credit, is_debit_negative=_is_below_zero(debit)
        )
    amounts = [each for meaning in _AMOUNTS for each in named.of.get(meaning, [])]
    are_named = bool(amounts)
    if not amounts and (debit is None or credit is None):
        amounts = [each for each in (debit, credit) if each is not None] or _unnamed(columns)
    for amount in amounts:
        yield from _of_amount(named, amount, is_named=are_named)


def _unnamed(columns: Sequence[Column]) -> list[Column]:
    """Give the columns without a name that hold amounts, those with decimals first."""
    found = [each for each in columns if not each.name and each.is_amounts and not each.is_days]
    fitting = [each for each in found if not each.are(is_account)]
    return sorted(
        fitting, key=lambda each: not any("." in cell or "," in cell for cell in each.filled)
    )


def _of_amount(named: Named, amount: Column, *, is_named: bool) -> Iterator[Movement]:
    open_amounts = () if is_named else (amount.place,)
    indicator, fee = named.first("indicator"), named.first("fee")
    signs = list(_signs(named, amount, indicator))
    has_minus = any(_is_minus(each) for each in amount.filled)
    is_open = len(signs) > 1 and (not has_minus or signs[0] is Sign.INVERTED)
    opened = tuple(signs) if is_open else ()
    for with_fee in (
        (None, fee) if fee is not None and any(_number(c) for c in fee.filled) else (None,)
    ):
        for sign in signs:
            yield Movement(
                sign,
                amount=amount,
                indicator=indicator if sign is Sign.INDICATOR else None,
                fee=with_fee,
                open_signs=opened,
                open_amounts=open_amounts,
            )


def _signs(named: Named, amount: Column, indicator: Column | None) -> Iterator[Sign]:
    """Give the signs that an amount may have, the likeliest first."""
    has_minus = any(_is_minus(each) for each in amount.filled)
    if indicator is not None and not has_minus:
        yield Sign.INDICATOR
        return
    if not has_minus and named.first("payer_account") and named.first("payee_account"):
        yield Sign.SIDES
        return
    if indicator is not None and _is_turned(amount, indicator):
        yield Sign.INVERTED
        return
    signs = Sign.SIGNED, Sign.INVERTED
    yield from reversed(signs) if _pays_off_card(named, amount) else signs


def _pays_off_card(named: Named, amount: Column) -> bool:
    """Tell whether money below zero is what a card's holder has paid to the card."""
    texts = named.first("description", "details", "purpose", "note")
    return texts is not None and any(
        _is_minus(cell) and words().says("card_payment", text)
        for cell, text in zip(amount.cells, texts.cells, strict=True)
    )


def _is_turned(amount: Column, indicator: Column) -> bool:
    """Tell whether amounts are below zero just where the indicator says money in."""
    said = [
        _is_minus(cell) == words().is_value("credit", told)
        for cell, told in zip(amount.cells, indicator.cells, strict=True)
        if cell and told and _number(cell)
    ]
    return bool(said) and all(said)


def _chain(movement: Movement, balance: Column) -> Chain:
    moved = list(_moved(movement))
    return chain_of(moved, [_number(each) for each in balance.cells])


def _moved(movement: Movement) -> Iterator[Delta]:
    """Read what rows move, by each amount's own evidence of its decimals."""
    match movement.sign:
        case Sign.COLUMNS:
            assert movement.debit is not None  # noqa: S101 - both belong to the sign
            assert movement.credit is not None  # noqa: S101 - what is built here always has it
            yield from _of_columns(movement.debit, movement.credit)
            return
        case Sign.SIDES:
            return
        case Sign.SIGNED | Sign.INVERTED | Sign.INDICATOR:
            pass
    assert movement.amount is not None  # noqa: S101 - it belongs to the sign
    turned = -1 if movement.sign is Sign.INVERTED else 1
    read = _reader(movement.amount)
    fees = movement.fee.cells if movement.fee is not None else ("",) * len(movement.amount.cells)
    told = movement.indicator.cells if movement.indicator is not None else fees
    for cell, fee, said in zip(movement.amount.cells, fees, told, strict=True):
        amount = read(cell)
        is_out = movement.indicator is not None and words().is_value("debit", said)
        if amount is None:
            yield None
            continue
        signed = -amount if is_out else turned * amount
        yield signed - (abs(_number(fee) or _NOUGHT) if movement.fee is not None else _NOUGHT)


def _of_columns(debit: Column, credit: Column) -> Iterator[Delta]:
    turned = 1 if _is_below_zero(debit) else -1
    read_debit, read_credit = _reader(debit), _reader(credit)
    for out, into in zip(debit.cells, credit.cells, strict=True):
        outgoing, incoming = read_debit(out), read_credit(into)
        is_empty = outgoing is None and incoming is None
        yield None if is_empty else turned * (outgoing or _NOUGHT) + (incoming or _NOUGHT)


def _is_below_zero(column: Column) -> bool:
    numbers = [each for each in map(_reader(column), column.filled) if each]
    return bool(numbers) and all(each < 0 for each in numbers)


def _reader(column: Column) -> Callable[[str], Delta]:
    mark = mark_of(column.filled)
    return lambda text: _number(text, DecimalMark.POINT if mark is DecimalMark.OPEN else mark)


def _number(text: str, mark: DecimalMark = DecimalMark.POINT) -> Delta:
    try:
        return amount_of(text, mark) if text else None
    except ValueError:
        return None


def _is_minus(text: str) -> bool:
    number = _number(text)
    return number is not None and number < 0
