"""Reports of gateways, couriers, marketplaces and shops: read whole, then taken as documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from services.bank.bank_types import ShapeJson
from services.documents.document_ports import Telling
from services.messages import Cause


@dataclass(frozen=True, slots=True)
class SpoiledRow:
    """A row that can't be read: its reason, for an engineer, and where it stands, from 1."""

    reason: str
    position: int


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report was read whole."""

    name: str
    """The mapping that it was read by."""
    tellings: tuple[Telling, ...]
    spoiled: tuple[SpoiledRow, ...]


@dataclass(frozen=True, slots=True)
class KnownTables:
    """What is known of tables before one is read."""

    shapes: Mapping[str, ShapeJson]
    """Of banks' tables, by their fingerprints."""
    reports: Mapping[str, ShapeJson]
    """The mappings of reports that the shop has made, by name."""
    zone: str
    """The shop's: reports write its times without one."""
    currency: str
    """The shop's own, for reports that tell none."""


class ReportMappings(Protocol):
    """What the columns of reports mean."""

    def all(self) -> Mapping[str, ShapeJson]:
        """Give the mappings that the shop has made, by name."""

    def put(self, name: str, mapping: ShapeJson, cause: Cause) -> None:
        """Keep a mapping in place of the one before."""
