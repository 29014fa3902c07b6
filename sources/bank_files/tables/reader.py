"""Reads statements out of tables: what their columns mean is found first, then rows stream."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from ledger.currencies import DECIMALS, UNTOLD
from ledger.errors import MoneyError, UnknownCurrencyError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.amounts import is_amount
from sources.bank_files.tables.guess import guess_table
from sources.bank_files.tables.header import Header, find_header
from sources.bank_files.tables.lines import (
    Cells,
    NoMovementError,
    Setting,
    row_day_reader,
)
from sources.bank_files.tables.preamble import Around, read_around
from sources.bank_files.tables.scan import (
    Balances,
    Group,
    Key,
    Scan,
    balances_of,
    currency_in,
    currency_of_rows,
    key_reader,
    own_number,
    rows_of,
    scan,
)
from sources.bank_files.tables.shape import (
    KnownShapes,
    Sign,
    TableShape,
    UnclearTableError,
    fingerprint_of,
    nothing_known,
)
from sources.bank_files.tables.table import Row, Table
from sources.bank_files.tables.words import words

_SAMPLE = 2_000
"""Rows by which a table is understood."""
_COLUMNS_MAX = 400
"""Columns of a table: banks write a few dozen, and each is looked at from many sides."""
_ACCOUNTS_MAX = 1_000
"""Accounts in a table; where there are more, the column is one of others' accounts."""


def read_tables(
    tables: Iterable[Table], known: KnownShapes = nothing_known
) -> Iterator[StatementPart]:
    """Read the statements of a file's tables; those that are none are passed over.

    Raises:
        UnclearTableError: one can be read in several ways.
        UnreadableFileError: none is a statement.
    """
    refused: UnreadableFileError | None = None
    has_read = False
    for table in tables:
        try:
            opened = _open(table, known)
        except UnclearTableError:
            raise
        except UnreadableFileError as error:
            refused = refused or error
            continue
        has_read = True
        yield from opened.parts()
    if not has_read:
        raise refused or UnreadableFileError(Unreadable.EMPTY, "no table")


def _sampled(table: Table) -> tuple[Header, list[Cells]]:
    sample = [cells for cells, _ in islice(table.rows(), _SAMPLE)]
    widest = max(map(len, sample), default=0)
    if widest > _COLUMNS_MAX:
        raise UnreadableFileError(Unreadable.BOMB, f"a table of {widest} columns")
    header = find_header(sample)
    if header is None:
        raise UnreadableFileError(Unreadable.NO_STATEMENT, "no rows with a day and an amount")
    return header, sample


def _open(table: Table, known: KnownShapes) -> "_Opened":
    header, sample = _sampled(table)
    shape = known(fingerprint_of(header.names, header.width))
    if shape is None:
        guess = guess_table(header, sample[header.end :])
        if guess.questions:
            raise UnclearTableError(guess)
        shape = guess.shape
    found = scan(table, shape, header.end)
    if found.has_repeated_ids:
        shape = shape.without_ids()
    before = read_around(sample[: header.end - 1 if header.names else header.end])
    after = read_around(_without_header(found, header))
    return _Opened(table, header, shape, found, _first_of(before, after))


def _without_header(found: Scan, header: Header) -> list[Cells]:
    names = {each for each in header.names if each}
    return [row for row in found.remarks if not names & {cell.strip() for cell in row}]


def _first_of(before: Around, after: Around) -> Around:
    return Around(
        account=before.account or after.account,
        currency=before.currency or after.currency,
        owner=before.owner,
        opening=after.opening if before.opening is None else before.opening,
        closing=after.closing if before.closing is None else before.closing,
        dated=(*before.dated, *after.dated),
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    """A table that is understood."""

    table: Table
    header: Header
    shape: TableShape
    found: Scan
    around: Around

    def parts(self) -> Iterator[StatementPart]:
        groups = self.found.groups or {(None, None): Group()}
        if len(groups) > _ACCOUNTS_MAX:
            raise UnreadableFileError(Unreadable.COLUMNS, f"rows of {len(groups)} accounts")
        settings = {key: self._setting(key, groups[key]) for key in groups}
        if len(groups) == 1:
            ((key, setting),) = settings.items()
            yield from self._statement(groups[key], setting, self._lines(setting), is_only=True)
            return
        lines = self._by_account(settings)
        for key, setting in settings.items():
            yield from self._statement(groups[key], setting, lines[key], is_only=False)

    def _statement(
        self,
        group: Group,
        setting: Setting,
        lines: Iterable[StatementLine | SpoiledLine],
        *,
        is_only: bool,
    ) -> Iterator[StatementPart]:
        is_money = setting.currency in DECIMALS or setting.currency == UNTOLD
        days = self._days(group)
        balances = balances_of(group, setting) if is_money and group.first else Balances()
        if is_only and is_money:
            balances = self._said(balances, setting.currency, days)
        yield StatementHead(
            format=self.table.format,
            account=setting.own,
            currency=setting.currency if setting.currency in DECIMALS else None,
            opening=balances.opening,
            opened_on=days[0] if days and balances.opening is not None else None,
            owner=self._owner(group),
        )
        yield from lines
        closed_on = days[1] if days and balances.closing is not None else None
        yield StatementEnd(closing=balances.closing, closed_on=closed_on)

    def _setting(self, key: Key, group: Group) -> Setting:
        own = key[0] or own_number(self.shape, group.first, self.around.account)
        if self.shape.sign is Sign.SIDES and own is None:
            raise UnreadableFileError(Unreadable.COLUMNS, "whose account it is shows nowhere")
        beside = currency_of_rows(self.shape, group.first)
        currency = currency_in((own, key[1]), self.shape, self.around.currency or beside)
        return Setting(self.shape, currency, own, self.table.encoding)

    def _owner(self, group: Group) -> str | None:
        at = self.shape.first("own_name")
        told = group.first[0][at].strip() if at is not None and group.first else ""
        return told or self.around.owner

    def _said(
        self, balances: Balances, currency: str, days: tuple[dt.date, dt.date] | None
    ) -> Balances:
        """Take balances that the file says before those that follow from its rows."""
        before, after = self.around.balances(days)
        opening, closing = _money(before, currency), _money(after, currency)
        return Balances(
            balances.opening if opening is None else opening,
            balances.closing if closing is None else closing,
        )

    def _days(self, group: Group) -> tuple[dt.date, dt.date] | None:
        if not group.first:
            return None
        day = row_day_reader(self.shape)
        ends = day(group.first[0]), day(group.last[-1])
        return min(ends), max(ends)

    def _lines(self, setting: Setting) -> Iterator[StatementLine | SpoiledLine]:
        """Read the rows of a table of one account, as they stream by."""
        read = self._row_reader(setting)
        for number, row in rows_of(self.table, self.header.end, self.shape.width):
            line = read(number, row)
            if line is not None:
                yield line

    def _by_account(
        self, settings: Mapping[Key, Setting]
    ) -> Mapping[Key, list[StatementLine | SpoiledLine]]:
        """Sort rows by whose they are; a row of nobody's that is spoiled goes to the first."""
        key_of, first = key_reader(self.shape), next(iter(settings))
        readers = {key: self._row_reader(setting) for key, setting in settings.items()}
        found: dict[Key, list[StatementLine | SpoiledLine]] = {key: [] for key in settings}
        for number, row in rows_of(self.table, self.header.end, self.shape.width):
            key = key_of(row[0])
            line = readers.get(key, readers[first])(number, row)
            if line is not None and (key in found or isinstance(line, SpoiledLine)):
                found[key if key in found else first].append(line)
        return found

    def _row_reader(
        self, setting: Setting
    ) -> Callable[[int, Row], StatementLine | SpoiledLine | None]:
        make, width = _maker(setting), self.shape.width
        is_row = row_day_reader(self.shape)

        def read(number: int, row: Row) -> StatementLine | SpoiledLine | None:
            cells, raw = row
            try:
                line = make(cells, raw)
            except NoMovementError:
                return None
            except (ValueError, MoneyError, IndexError) as error:
                if not self._is_spoiled(cells, is_row):
                    return None
                return SpoiledLine(str(error), number, raw.encode(setting.encoding, "replace"))
            if len(cells) != width and any(cells[width:]):
                return SpoiledLine(f"{len(cells)} cells instead of {width}", number, line.raw)
            return line

        return read

    def _is_spoiled(self, cells: Cells, is_row: Callable[[Cells], dt.date]) -> bool:
        """Tell a row that can't be read from one that is none: a total, a remark, a header."""
        texts = [cell for cell in cells if cell.strip()]
        said = " ".join(texts)
        is_moved = any(cells[at].strip() for at in self._movement())
        if not is_moved and any(words().says(each, said) for each in ("opening", "closing")):
            return False
        if texts == [str(number) for number in range(1, len(texts) + 1)]:
            return False  # the columns' numbers, below their names
        try:
            is_row(cells)
        except ValueError:
            return self._has_broken_day(cells, texts)
        return True

    def _movement(self) -> list[int]:
        """Give the columns in which it stands what was moved."""
        places = (self.shape.first(each) for each in ("amount", "debit", "credit"))
        return [each for each in places if each is not None]

    def _has_broken_day(self, cells: Cells, texts: Sequence[str]) -> bool:
        at = self.shape.columns["booked"][0]
        day = cells[at].strip()
        has_amount = any(is_amount(cells[place]) for place in self._movement())
        if words().says("totals", " ".join(texts)):
            return False
        return has_amount and (
            any(map(str.isdigit, day)) or 2 * len(texts) > len(self.header.names)
        )


def _maker(setting: Setting) -> Callable[[Cells, str], StatementLine]:
    """Give what makes lines; in a currency that is none, every row is refused."""
    if setting.currency in DECIMALS or setting.currency == UNTOLD:
        return setting.maker()

    def refuse(cells: Cells, raw: str) -> StatementLine:
        del cells, raw
        raise UnknownCurrencyError(setting.currency)

    return refuse


def _money(amount: Decimal | None, currency: str) -> Money | None:
    try:
        return None if amount is None else Money.from_decimal(amount, currency)
    except MoneyError:
        return None
