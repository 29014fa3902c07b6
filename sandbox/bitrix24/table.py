"""One kind of record: its fields, its records by id, the product rows of each."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field

from sandbox.bitrix24.fields import Field
from sandbox.bitrix24.php import Json


@dataclass
class Table:
    """Records of a kind, always in order of their ids."""

    type_id: int
    fields: dict[str, Field]
    event: str = ""
    """Whose events it has: "CRMDEAL"."""
    owner_type: str = ""
    """What product rows call it: "D"."""
    records: dict[int, Json] = field(default_factory=dict)
    rows: dict[int, list[Json]] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)
    last_id: int = 0

    @property
    def key(self) -> str:
        """Give the name of the id."""
        return "id" if "id" in self.fields else "ID"

    def add(self, values: Json) -> int:
        """Take a record in; one without an id gets the next."""
        said = values.get(self.key)
        new_id = said if isinstance(said, int) else self.last_id + 1
        self.last_id = max(self.last_id, new_id)
        self.records[new_id] = {**dict.fromkeys(self.fields), **values, self.key: new_id}
        bisect.insort(self.ids, new_id)
        return new_id

    def drop(self, record_id: int) -> None:
        """Take a record out, for good."""
        del self.records[record_id]
        self.rows.pop(record_id, None)
        self.ids.pop(bisect.bisect_left(self.ids, record_id))

    def after(self, record_id: int) -> Iterator[Json]:
        """Give the records behind an id."""
        for each in self.ids[bisect.bisect_right(self.ids, record_id) :]:
            yield self.records[each]

    def add_field(self, new: Field) -> None:
        """Have the owner make a field."""
        self.fields[new.name] = new
        for record in self.records.values():
            record.setdefault(new.name, None)


_OF_DEALS = (
    ("NEW", "New", None),
    ("PREPARATION", "Preparing", None),
    ("PREPAYMENT_INVOICE", "Invoiced", None),
    ("EXECUTING", "In delivery", None),
    ("FINAL_INVOICE", "Final invoice", None),
    ("WON", "Done", "S"),
    ("LOSE", "Lost", "F"),
    ("APOLOGY", "Sorted out", "F"),
)
_OF_ITEMS = (
    ("NEW", "Begin", None),
    ("PREPARATION", "Preparing", None),
    ("CLIENT", "With the customer", None),
    ("SUCCESS", "Success", "S"),
    ("FAIL", "Failure", "F"),
)
_OF_INVOICES = (
    ("N", "New", None),
    ("S", "Sent", None),
    ("P", "Paid", "S"),
    ("D", "Not paid", "F"),
)
_DEALS, _INVOICES = 2, 31

Stage = tuple[str, str, str | None]
"""A stage's code, name, meaning."""


def stages(type_id: int, category: int) -> tuple[str, tuple[Stage, ...]]:
    """Give the dictionary of a funnel's stages, and them."""
    if type_id == _DEALS:
        before = "" if category == 0 else f"C{category}:"
        dictionary = "DEAL_STAGE" if category == 0 else f"DEAL_STAGE_{category}"
        return dictionary, _named(before, _OF_DEALS)
    before = f"DT{type_id}_{category}:"
    every: tuple[Stage, ...] = _OF_ITEMS
    dictionary = f"DYNAMIC_{type_id}_STAGE_{category}"
    if type_id == _INVOICES:
        dictionary, every = f"SMART_INVOICE_STAGE_{category}", _OF_INVOICES
    return dictionary, _named(before, every)


def _named(before: str, every: tuple[Stage, ...]) -> tuple[Stage, ...]:
    return tuple((before + code, title, meaning) for code, title, meaning in every)
