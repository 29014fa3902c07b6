"""Say what a CRM's fields and stages mean: shown on the last orders first, kept as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from services.cash_types import NotAllowed, StaleAnswer
from services.crm.crm_ports import CrmVersion
from services.crm.crm_types import (
    COMPANY,
    Around,
    CrmConnection,
    CrmField,
    CrmMapping,
    CrmReading,
    Derived,
    Role,
    StageMeaning,
)
from services.intake.keep_crm import around_of, mapping_for
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books

PREVIEWED = 5
"""So many of the last orders are shown with what they would say."""
_AMOUNTS = frozenset({"money", "double", "integer"})
_WORDS = frozenset({"string", "integer", "double", "enumeration", "crm_status"})
_TYPES: Mapping[Role, frozenset[str]] = {
    Role.TOTAL: _AMOUNTS,
    Role.COST: _AMOUNTS,
    Role.REFUNDED: _AMOUNTS,
}
_STANDARD = {
    Role.TOTAL: ("opportunity",),
    Role.NUMBER: ("id", "title", "originId"),
    Role.CHANNEL: ("sourceId", "utmSource"),
    Role.STORE: ("categoryId",),
}
"""Fields of the CRM's own that may be meant."""


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field that may be in a role."""

    field: CrmField
    expression: str
    sample: str | None
    """What it says in the newest record that says anything."""


@dataclass(frozen=True, slots=True)
class OrderPreviewed:
    """What a record would say."""

    record_id: int
    meaning: StageMeaning
    derived: Derived


@dataclass(frozen=True, slots=True)
class MappingSeen:
    """What fields and stages mean, and what the last orders say by that."""

    connection: CrmConnection
    mapping: CrmMapping
    previews: tuple[OrderPreviewed, ...]
    may_set: bool

    def field_in(self, role: Role) -> CrmField | None:
        """Give the field that is in a role, as far as its expression is one field's."""
        expression = self.mapping.expressions.get(role, "")
        for fields in self.connection.directory.fields.values():
            for each in fields:
                if each.name in _names_in(expression):
                    return each
        return None


def see_mapping(
    books: Books,
    reading: CrmReading,
    person: Person,
    entity: str,
    proposed: CrmMapping | None = None,
) -> MappingSeen | NotAllowed | StaleAnswer:
    """Show what a kind of record means now, or would mean by a proposal."""
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    connection = connection_with(books, entity)
    if connection is None:
        return StaleAnswer()
    mapping = proposed or mapping_for(books, connection, reading, entity)
    around, last = _last(books, connection, mapping, entity)
    previews = tuple(
        OrderPreviewed(
            each.record.id,
            reading.meaning_of(each.record, around),
            reading.derive(each.record, around),
        )
        for each in last
    )
    return MappingSeen(connection, mapping, previews, person.may(Permission.SET_UP))


def choices_for(
    books: Books, reading: CrmReading, seen: MappingSeen, role: Role
) -> tuple[FieldChoice, ...]:
    """Give the fields that may be in a role, the owner's own first, each with what it says."""
    entity = seen.mapping.entity
    around, last = _last(books, seen.connection, seen.mapping, entity)
    found = []
    for of, each in _candidates(seen.connection, entity, role):
        expression = reading.expression_of(each, role, of)
        samples = (reading.value_of(expression, version.record, around) for version in last)
        sample = next((said for said in samples if said is not None), None)
        found.append(FieldChoice(each, expression, sample))
    return tuple(sorted(found, key=lambda each: (not each.field.is_custom, each.sample is None)))


def set_mapping(
    books: Books, reading: CrmReading, mapping: CrmMapping, person: Person, cause: Cause
) -> CrmMapping | NotAllowed | StaleAnswer:
    """Keep a mapping as the newest version; all records of the kind are read anew by it.

    Args:
        books: the open books.
        reading: how the CRM's records are read.
        mapping: the version that was looked at, with what is to be otherwise.
        person: whoever says so: an owner.
        cause: why, when.
    """
    if not person.may(Permission.SET_UP):
        return NotAllowed()
    books.documents.hold()  # as whoever turns records into documents does
    connection = connection_with(books, mapping.entity)
    if connection is None or any(map(reading.check, mapping.expressions.values())):
        return StaleAnswer()
    before = mapping_for(books, connection, reading, mapping.entity)
    if before.version != mapping.version:
        return StaleAnswer()
    kept = replace(
        mapping, version=before.version + 1, made_at=cause.at, made_by=f"person:{person.id}"
    )
    books.crm.add_mapping(connection.name, kept)
    books.crm.make_stale(connection.name, mapping.entity)
    books.audit.record(
        cause,
        what="set_crm_mapping",
        subject=f"crm_mapping:{connection.name}:{mapping.entity}",
        change={"version": kept.version} | dict(_changes(before, kept)),
    )
    return kept


def connection_with(books: Books, entity: str) -> CrmConnection | None:
    """Give the CRM that has a kind of record."""
    for each in books.crm.connections():
        if entity in {feed.entity for feed in books.crm.feeds(each.name)}:
            return each
    return None


def _last(
    books: Books, connection: CrmConnection, mapping: CrmMapping, entity: str
) -> tuple[Around, tuple[CrmVersion, ...]]:
    last = books.crm.last(connection.name, entity, PREVIEWED)
    ids = [each.record.id for each in last]
    return around_of(books, connection, mapping, entity, ids), last


def _candidates(
    connection: CrmConnection, entity: str, role: Role
) -> Iterator[tuple[str, CrmField]]:
    types, standard = _TYPES.get(role, _WORDS), _STANDARD.get(role, ())
    for each in connection.directory.fields.get(entity, ()):
        if (each.is_custom and each.type in types) or each.name in standard:
            yield "item", each
    if role is Role.TAX_ID:
        for each in connection.directory.fields.get(COMPANY, ()):
            if each.is_custom and each.type in types:
                yield "company", each


def _names_in(expression: str) -> set[str]:
    first = expression.partition("||")[0].strip().removeprefix("to_string(").rstrip(")")
    return {first.rpartition(".")[2].strip('"')}


def _changes(before: CrmMapping, after: CrmMapping) -> Iterator[tuple[str, str | None]]:
    """Tell what is otherwise, part by part."""
    for part in ("expressions", "stages", "ways"):
        was, now = getattr(before, part), getattr(after, part)
        for name in sorted({*was, *now}):
            if was.get(name) != now.get(name):
                yield f"{part}.{name}", now.get(name)
                yield f"was_{part}.{name}", was.get(name)
