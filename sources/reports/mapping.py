"""What the columns of a report mean: data that people write, checked when it is read.

A mapping is JSON:

    {"name": "easycard", "source": "file.easycard", "kind": "payment",
     "columns": {"id": ["Payment ID"], "happened_at": ["Date"], "money": ["Amount"], …},
     "words": {"kind": {"Refund": "refund"}},
     "constants": {"provider": "easycard", "currency": "UAH"}}

Each column may go by several titles; letters' size, accents and signs in them don't matter.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from ledger.documents import DocumentKind, OrderStage
from ledger.errors import LedgerError
from sources.bank_files.tables.words import folded

REQUIRED = ("id", "happened_at", "money")
COLUMNS = frozenset(
    {
        *REQUIRED, "kind", "currency", "fee", "gross", "net", "number", "stage", "closed_at",
        "refunded", "cost", "vat", "paid_by", "provider", "channel", "store", "responsible",
        "changed_at", "changed_by", "order", "payment", "payout", "invoice", "merchant", "name",
        "phone", "email", "tax_id", "account",
    }
)  # fmt: skip
"""What a column may be; the last ones are references and the customer's."""
CONSTANTS = frozenset({"currency", "provider", "channel", "store", "paid_by", "merchant"})
ORDERS_OF_DAYS = frozenset({"", "dmy", "mdy", "ymd"})


class MappingError(LedgerError):
    """A mapping says something that cannot be: what, and of which."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        super().__init__(f"report mapping {name!r}: {what}")


@dataclass(frozen=True, slots=True)
class ReportMapping:
    """What a kind of report is: which documents, and which column says what."""

    name: str
    source: str
    """Who tells of the documents; "{provider}" in it stands for the row's own."""
    kind: DocumentKind
    """What a row is whose own column says nothing else."""
    columns: Mapping[str, tuple[str, ...]]
    """Each column's titles, folded."""
    kinds: Mapping[str, DocumentKind] = field(default_factory=dict)
    """The words of the column "kind", folded."""
    stages: Mapping[str, OrderStage] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)
    """The words of the column "paid_by", folded."""
    constants: Mapping[str, str] = field(default_factory=dict)
    with_one_of: tuple[str, ...] = ()
    """Columns of which a header has at least one."""
    unless: tuple[str, ...] = ()
    """Titles, folded, that no such report has: a bank's statement looks alike."""
    day_order: str = ""
    """"dmy", "mdy" or "ymd" where days of the report could be read in several ways."""

    def places(self, header: Iterable[str]) -> Mapping[str, int] | None:
        """Say where a header has each column; None when it lacks one that there must be."""
        titles_there = list(map(folded, header))
        if any(each in titles_there for each in self.unless):
            return None
        at = {title: place for place, title in reversed(list(enumerate(titles_there)))}
        found = {
            column: next(at[each] for each in titles if each in at)
            for column, titles in self.columns.items()
            if any(each in at for each in titles)
        }
        is_one = not self.with_one_of or any(each in found for each in self.with_one_of)
        return found if is_one and all(each in found for each in REQUIRED) else None


def mapping_of_json(told: object) -> ReportMapping:
    """Read a mapping.

    Raises:
        MappingError: it says something that cannot be, or lacks what there must be.
    """
    if not isinstance(told, dict) or not isinstance(told.get("name"), str) or not told["name"]:
        raise MappingError("?", 'it is an object with a "name"')
    name = told["name"]
    columns = {
        column: tuple(folded(each) for each in _titles(name, column, titles))
        for column, titles in _object(name, told, "columns").items()
    }
    _check_names(name, "columns", columns, COLUMNS)
    lacking = [each for each in REQUIRED if not columns.get(each)]
    if lacking:
        raise MappingError(name, f'"columns" lacks {", ".join(lacking)}')
    constants = {each: str(said) for each, said in _object(name, told, "constants").items()}
    _check_names(name, "constants", constants, CONSTANTS)
    words = _object(name, told, "words")
    _check_names(name, "words", words, {"kind", "stage", "paid_by"})
    day_order = str(told.get("day_order", ""))
    if day_order not in ORDERS_OF_DAYS:
        raise MappingError(name, '"day_order" is "dmy", "mdy" or "ymd"')
    source = str(told.get("source") or f"file.{name}")
    if ":" in source:
        raise MappingError(name, '"source" has no colon')
    try:
        return ReportMapping(
            name=name,
            source=source,
            kind=DocumentKind(str(told.get("kind"))),
            columns=columns,
            kinds={word: DocumentKind(each) for word, each in _words(name, words, "kind")},
            stages={word: OrderStage(each) for word, each in _words(name, words, "stage")},
            ways=dict(_words(name, words, "paid_by")),
            constants=constants,
            with_one_of=tuple(_titles(name, "with_one_of", told.get("with_one_of", []))),
            unless=tuple(map(folded, _titles(name, "unless", told.get("unless", [])))),
            day_order=day_order,
        )
    except ValueError as error:
        raise MappingError(name, str(error)) from None


@lru_cache(maxsize=1)
def own_mappings() -> tuple[ReportMapping, ...]:
    """Give the mappings that come with Tilly."""
    text = files("sources.reports").joinpath("mappings.json").read_text(encoding="utf-8")
    return tuple(mapping_of_json(each) for each in json.loads(text))


def _object(name: str, told: Mapping[str, object], of: str) -> dict[str, object]:
    found = told.get(of, {})
    if not isinstance(found, dict):
        raise MappingError(name, f'"{of}" is an object')
    return found


def _titles(name: str, column: str, titles: object) -> list[str]:
    listed = [titles] if isinstance(titles, str) else titles
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise MappingError(name, f'the titles of "{column}" are a list of texts')
    return listed


def _words(name: str, words: Mapping[str, object], of: str) -> Iterable[tuple[str, str]]:
    return ((folded(word), str(each)) for word, each in _object(name, words, of).items())


def _check_names(name: str, of: str, told: Iterable[str], known: Iterable[str]) -> None:
    strange = sorted(set(told) - set(known))
    if strange:
        raise MappingError(name, f'"{of}" has {", ".join(strange)}, which is nothing known')
