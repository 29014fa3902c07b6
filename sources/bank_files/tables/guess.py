"""Guesses what a table means, and says what of it is open."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ledger.currencies import DECIMALS
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.amounts import DecimalMark, mark_of
from sources.bank_files.tables.columns import Column, columns_of, currency_of
from sources.bank_files.tables.days import DayOrder, OrderFound, day_of, is_day, order_of
from sources.bank_files.tables.header import Header, looks_like_data
from sources.bank_files.tables.movement import Movement, find_movement
from sources.bank_files.tables.naming import Named, name_columns
from sources.bank_files.tables.shape import Question, TableGuess, TableShape, fingerprint_of
from sources.bank_files.tables.words import words

_PROFILED = 400
"""Rows by which columns are known."""
_SHOWN = 3
_CODE = re.compile(r"(?<![^\W\d_])([A-Z]{3})(?![^\W\d_])|[€$£₴₽]|грн|руб|zł|Kč", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_AMERICAN = re.compile(r"\bUSD\b|\$")
_DAYS = ("booked", "date", "valued", "document_date")
_KEPT_AS_THEY_ARE = (
    "counterparty_name", "counterparty_account", "counterparty_tax_id", "payer_name",
    "payer_account", "payer_tax_id", "payee_name", "payee_account", "payee_tax_id",
    "own_account", "own_name", "status",
)  # fmt: skip
_PURPOSES = (
    "purpose",
    "description",
    "details",
    "payment_reference",
    "reference",
    "note",
    "kind",
    "category",
)


def guess_table(header: Header, rows: Sequence[Sequence[str]]) -> TableGuess:
    """Guess by a header and rows of a table, those before the header left out.

    Raises:
        UnreadableFileError: it is no statement, or none that can be guessed.
    """
    data = list(islice((row for row in rows if looks_like_data(row)), _PROFILED))
    columns = columns_of(header.names, header.width, data)
    named = name_columns(columns)
    day = _day_column(named, columns)
    if day is None:
        raise UnreadableFileError(Unreadable.NO_STATEMENT, "no days")
    order = _order(day, named, rows, header.names)
    movement = (
        find_movement(named, columns, direction=_direction(day, order))
        if data
        else _unproved(named)
    )
    if movement is None:
        raise UnreadableFileError(
            Unreadable.NO_STATEMENT, f"no amounts: {', '.join(header.names)[:200]}"
        )
    currency = _currency_of_header(movement, named)
    decimal = _decimal(movement)
    shape = TableShape(
        fingerprint=fingerprint_of(header.names, header.width),
        width=header.width,
        header=header.names,
        columns=_places(named, movement, day, columns, currency),
        day_order=order.orders[0],
        decimal=decimal,
        sign=movement.sign,
        currency=currency,
        is_debit_negative=movement.is_debit_negative,
        less_fee=movement.fee is not None,
    )
    questions = tuple(_questions(order, movement)) if data else ()
    return TableGuess(shape, questions, tuple(tuple(row) for row in data[:_SHOWN]))


def _unproved(named: Named) -> Movement | None:
    """Give what a table without rows would move."""
    return find_movement(named, [each for found in named.of.values() for each in found])


def _direction(day: Column, order: OrderFound) -> int:
    """Tell whether the oldest row stands first, by the first and the last day."""
    if not day.filled or not day.is_days:
        return 0
    try:
        first, last = (day_of(day.filled[at], order.orders[0]) for at in (0, -1))
    except ValueError:
        return 0
    return 0 if len(order.orders) > 1 else (last > first) - (last < first)


def _questions(order: OrderFound, movement: Movement) -> Iterator[Question]:
    if len(order.orders) > 1:
        yield Question("day_order", tuple(each.value for each in order.orders))
    if _decimal(movement) is DecimalMark.OPEN and _are_doubtful(movement):
        yield Question("decimal", (DecimalMark.COMMA.value, DecimalMark.POINT.value))
    if movement.open_amounts:
        yield Question("amount", tuple(map(str, movement.open_amounts)))
    if movement.open_signs:
        yield Question("sign", tuple(each.value for each in movement.open_signs))


def _are_doubtful(movement: Movement) -> bool:
    """Tell whether any amount can be read in two ways."""
    cells = (cell for column in movement.columns for cell in column.filled)
    return any("." in cell or "," in cell for cell in cells)


def _day_column(named: Named, columns: Sequence[Column]) -> Column | None:
    found = named.first("booked", "date", "valued", "document_date")
    if found is not None:
        return found
    return next((each for each in columns if each.is_days and not each.name), None) or next(
        (each for each in columns if each.is_days), None
    )


def _order(
    day: Column, named: Named, rows: Sequence[Sequence[str]], names: Sequence[str]
) -> OrderFound:
    """Judge the order by the column of days, and by others of days where that is not enough."""
    texts = [row[day.place] for row in rows if len(row) > day.place and is_day(row[day.place])]
    is_english = not any(names) or any(words().says("english", each) for each in names)
    cells = (cell for row in rows[:_SHOWN] for cell in (*row, *names))
    is_american = is_english and any(_AMERICAN.search(cell) for cell in cells)
    found = order_of(texts, is_month_first_usual=is_american)
    if len(found.orders) == 1:
        return found
    for other in (each for meaning in _DAYS for each in named.of.get(meaning, [])):
        also = order_of(other.filled, is_month_first_usual=False)
        if other is not day and len(also.orders) == 1 and also.orders[0] in found.orders:
            return also
    is_latin = not any(_CYRILLIC.search(each) for each in names)
    if not is_english and is_latin and DayOrder.DAY_FIRST in found.orders:
        # Nobody on the continent puts the month first; who writes Cyrillic puts points.
        return OrderFound((DayOrder.DAY_FIRST,))
    return found


def _decimal(movement: Movement) -> DecimalMark:
    """Judge the decimal mark by all columns of amounts together."""
    texts = [cell for column in movement.columns for cell in column.filled]
    return mark_of(texts)


def _currency_of_header(movement: Movement, named: Named) -> str | None:
    """Give the currency that the names of amounts' columns say, if it is one."""
    own = (
        movement.amount,
        movement.debit,
        movement.credit,
        movement.balance,
        named.first("balance"),
    )
    for column in own:
        said = None if column is None else _code_in(column.name)
        if said is not None:
            return said
    return None


def _code_in(name: str) -> str | None:
    for found in _CODE.finditer(name):
        code = currency_of(found[0])
        if code is not None and (found[1] is None or found[0].isupper()):
            return code
    return None


def _places(
    named: Named,
    movement: Movement,
    day: Column,
    columns: Sequence[Column],
    currency: str | None,
) -> dict[str, tuple[int, ...]]:
    """Give the columns that are read, by what they are read as."""
    found: dict[str, list[Column]] = {
        meaning: named.of[meaning] for meaning in _KEPT_AS_THEY_ARE if meaning in named.of
    }
    days = [*named.of.get("booked", []), *named.of.get("date", [])]
    found["booked"] = [day, *(each for each in days if each is not day)]
    found["valued"] = [each for each in named.of.get("valued", []) if each is not day]
    for meaning in ("amount", "debit", "credit", "indicator", "fee", "balance"):
        column: Column | None = getattr(movement, meaning)
        found[meaning] = [] if column is None else [column]
    if currency is None:
        found["currency"] = _currency_columns(named, movement, columns)
    found["purpose"] = _purposes(named, columns)
    kinds = [*named.of.get("kind", []), *named.of.get("category", [])]
    found["code"] = ([each for each in kinds if each not in found["purpose"]] or kinds)[:1]
    found |= _identifiers(named, found["purpose"])
    if not found["purpose"]:
        found["purpose"] = _texts(columns, [each for said in found.values() for each in said])
    return {meaning: tuple(each.place for each in said) for meaning, said in found.items() if said}


def _is_named(column: Column, named: Named) -> bool:
    return any(column in found for found in named.of.values())


def _is_code(text: str) -> bool:
    return text in DECIMALS


def _currency_columns(named: Named, movement: Movement, columns: Sequence[Column]) -> list[Column]:
    """Give the currency's column that goes with the amounts that are read."""
    account = named.first("currency_account")
    if account is not None:
        return [account]
    chosen, operation = named.of.get("currency", []), named.first("amount_operation")
    if not chosen and not any(each.startswith("currency") for each in named.of):
        return [each for each in columns if not _is_named(each, named) and each.are(_is_code)][:1]
    if operation is not None and movement.amount is not operation:
        # A currency just behind the operation's amount is the operation's.
        chosen = [each for each in chosen if each.place != operation.place + 1]
    elif movement.amount is operation and operation is not None:
        chosen = [*named.of.get("currency_operation", []), *chosen]
    return chosen[:1]


def _purposes(named: Named, columns: Sequence[Column]) -> list[Column]:
    """Give what says what a payment is for: the first kind of column that there is."""
    for meaning in _PURPOSES:
        found = [each for each in named.of.get(meaning, []) if each.filled]
        if meaning == "reference":
            found = [each for each in found if each.are(_is_worded)]
        if found:
            if meaning == "kind":
                found.sort(key=lambda each: -len(set(each.filled)))  # what for varies, kinds recur
            pieces = found if meaning == "purpose" else _of_one_name(found)
            pieces = [*pieces, *_going_on(pieces[-1], columns)]
            return sorted(pieces, key=lambda each: each.place)
    return []


def _is_worded(text: str) -> bool:
    """Tell whether a reference is what somebody wrote, and no number of a document."""
    return sum(map(str.isalpha, text)) > sum(map(str.isdigit, text))


def _going_on(last: Column, columns: Sequence[Column]) -> Iterator[Column]:
    """Give the columns without a name just behind one of text: it goes on in them."""
    for column in columns[last.place + 1 :]:
        if column.name or column.is_amounts or column.is_days:
            return
        yield column


def _of_one_name(columns: Sequence[Column]) -> list[Column]:
    """Keep the columns that are numbered pieces of the first one: "Description 1", "… 2"."""
    stem = columns[0].name.rstrip("0123456789 .")
    return [each for each in columns if each.name.rstrip("0123456789 .") == stem]


def _texts(columns: Sequence[Column], taken: Sequence[Column]) -> list[Column]:
    """Take the wordiest column that nothing else is known of as the purpose."""
    free = [each for each in columns if each not in taken and each.filled and not each.name]
    wordy = [each for each in free if each.are(lambda cell: any(c.isalpha() for c in cell))]
    return sorted(wordy, key=lambda each: -sum(map(len, each.filled)))[:1]


def _identifiers(named: Named, purposes: Sequence[Column]) -> dict[str, list[Column]]:
    """Give what the bank calls lines, if it calls each otherwise, and what the parties do."""
    texts = [each for each in named.of.get("payment_reference", []) if each not in purposes]
    references = [*named.of.get("reference", []), *texts]
    ids = []
    for column in named.of.get("external_id", []):
        if _is_unique(column) and column not in purposes:
            ids.append(column)
        elif column.filled and not _are_row_numbers(column):
            references.append(column)
    return {"external_id": ids[:1], "reference": references[:1] or ids[1:2]}


def _is_unique(column: Column) -> bool:
    are_all_said = len(column.filled) == len(column.cells)
    return (
        are_all_said
        and len(set(column.filled)) == len(column.filled)
        and not _are_row_numbers(column)
    )


def _are_row_numbers(column: Column) -> bool:
    return len(column.filled) > 1 and column.filled == tuple(
        str(number) for number in range(1, len(column.filled) + 1)
    )
