"""One row of a report as a document."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from ledger.documents import (
    Document,
    DocumentKind,
    OrderStage,
    Party,
    Reference,
    ReferenceKind,
)
from ledger.money import Money
from sources.bank_files.tables.amounts import SYMBOLS, DecimalMark, amount_of
from sources.bank_files.tables.days import TIME, DayOrder, day_of
from sources.bank_files.tables.words import folded
from sources.reports.mapping import ReportMapping

_PARTY = ("name", "phone", "email", "tax_id", "account")
_TEXTS = ("number", "channel", "store", "responsible", "changed_by")
_BELOW_ZERO = frozenset({DocumentKind.REFUND, DocumentKind.CHARGEBACK})
_UNNAMED = "unnamed"
"""The provider in a source's name, where a row has none."""


class RowError(ValueError):
    """A row that can't be read, and why."""


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows by a mapping whose columns were found."""

    mapping: ReportMapping
    places: Mapping[str, int]
    day_order: DayOrder
    mark: DecimalMark
    zone: ZoneInfo
    currency: str
    """What amounts are in where neither row nor mapping says."""

    def read(self, cells: Sequence[str]) -> Document:
        """Give a row as a document.

        Raises:
            ValueError: it is none, in a way that an engineer is told.
            LedgerError: its money cannot be.
        """
        said = self._said(cells)
        kind = self._kind(said("kind"))
        told = said("currency") or self.mapping.constants.get("currency") or self.currency
        currency = SYMBOLS.get(told.upper(), told.upper())
        fee = self._money(said("fee"), currency)
        if kind is DocumentKind.ORDER:
            fee = None
        provider = said("provider") or self.mapping.constants.get("provider")
        moments = {name: self._moment(said(name)) for name in ("closed_at", "changed_at")}
        texts = {name: said(name) or self.mapping.constants.get(name) for name in _TEXTS}
        happened_at = self._moment(said("happened_at"))
        external_id = said("id")
        if external_id is None or happened_at is None:
            message = "no id" if external_id is None else "no day"
            raise RowError(message)
        return Document(
            kind=kind,
            source=self._source(provider),
            external_id=external_id,
            money=self._whole(said, kind, currency, fee),
            happened_at=happened_at,
            closed_at=moments["closed_at"],
            changed_at=moments["changed_at"],
            stage=self._stage(said("stage"), kind, moments["closed_at"]),
            fee=fee,
            gross=self._money(said("gross"), currency) if kind is DocumentKind.PAYOUT else None,
            refunded=self._money(said("refunded"), currency),
            cost=self._money(said("cost"), currency),
            vat=self._money(said("vat"), currency),
            paid_by=self._paid_by(said("paid_by")),
            provider=provider,
            party=_party(said),
            references=self._references(said),
            number=texts["number"],
            channel=texts["channel"],
            store=texts["store"],
            responsible=texts["responsible"],
            changed_by=texts["changed_by"],
        )

    def _said(self, cells: Sequence[str]) -> Callable[[str], str | None]:
        def said(column: str) -> str | None:
            place = self.places.get(column)
            return (
                cells[place].strip() or None if place is not None and place < len(cells) else None
            )

        return said

    def _kind(self, word: str | None) -> DocumentKind:
        if word is None:
            return self.mapping.kind
        kind = self.mapping.kinds.get(folded(word))
        if kind is None:
            message = f"kind {word[:40]!r} is not known"
            raise RowError(message)
        return kind

    def _stage(
        self, word: str | None, kind: DocumentKind, closed_at: dt.datetime | None
    ) -> OrderStage | None:
        if kind is not DocumentKind.ORDER:
            return None
        if word is None:
            return OrderStage.OPEN if closed_at is None else OrderStage.CLOSED
        stage = self.mapping.stages.get(folded(word))
        if stage is None:
            message = f"stage {word[:40]!r} is not known"
            raise RowError(message)
        return stage

    def _paid_by(self, word: str | None) -> str | None:
        if word is None:
            return self.mapping.constants.get("paid_by")
        return self.mapping.ways.get(folded(word), word)

    def _source(self, provider: str | None) -> str:
        name = folded(provider or "").replace(" ", "-") or _UNNAMED
        return self.mapping.source.replace("{provider}", name)

    def _whole(
        self,
        said: Callable[[str], str | None],
        kind: DocumentKind,
        currency: str,
        fee: Money | None,
    ) -> Money:
        """Give a document's money; a report may leave it to be told from net and fee."""
        money = self._money(said("money"), currency)
        if money is None:
            net = self._money(said("net"), currency)
            if net is None:
                message = "no amount"
                raise RowError(message)
            money = net if fee is None else net + fee
        return -abs(money) if kind in _BELOW_ZERO else money

    def _money(self, text: str | None, currency: str) -> Money | None:
        if text is None:
            return None
        return Money.from_decimal(amount_of(text, self.mark), currency)

    def _moment(self, text: str | None) -> dt.datetime | None:
        """Read a moment on the shop's clock, unless the text tells its own offset."""
        if text is None:
            return None
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            moment = dt.datetime.combine(day_of(text, self.day_order), _time_in(text))
        return moment if moment.tzinfo else moment.replace(tzinfo=self.zone)

    def _references(self, said: Callable[[str], str | None]) -> tuple[Reference, ...]:
        named = (
            (each, said(each.value) or self.mapping.constants.get(each.value))
            for each in ReferenceKind
        )
        return tuple(Reference(kind, value) for kind, value in named if value)


def _party(said: Callable[[str], str | None]) -> Party | None:
    told = {name: said(name) for name in _PARTY}
    return Party(**told) if any(told.values()) else None


def _time_in(text: str) -> dt.time:
    """Give the time that stands after a day; midnight where there is none."""
    times = [each[0].lower() for each in TIME.finditer(text) if ":" in each[0]]
    if not times:
        return dt.time()
    digits = "".join(each if each.isdigit() else " " for each in times[-1])
    hour, minute, second = (*map(int, digits.split()[:3]), 0)[:3]
    if "m" in times[-1]:
        hour = hour % 12 + (12 if "p" in times[-1] else 0)
    return dt.time(hour, minute, second)
