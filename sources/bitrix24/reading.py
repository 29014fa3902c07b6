"""How the services read Bitrix24's records: nothing here needs a connection."""

from collections.abc import Mapping

from services.crm.crm_types import (
    Around,
    CrmDirectory,
    CrmField,
    CrmMapping,
    CrmRecord,
    Derived,
    Role,
    StageMeaning,
)
from sources.bitrix24 import expressions, guess, transform


class Bitrix24Reading:
    """Fulfils services.crm.crm_types.CrmReading."""

    def derive(self, record: CrmRecord, around: Around) -> Derived:
        """Turn a record into the documents that it comes to."""
        return transform.derive(record, around)

    def meaning_of(self, record: CrmRecord, around: Around) -> StageMeaning:
        """Say what the stage of a record means."""
        return transform.meaning_of(record, around)

    def guess(self, entity: str, directory: CrmDirectory) -> CrmMapping:
        """Guess a mapping from the titles of fields."""
        return guess.guess(entity, directory)

    def expression_of(self, field: CrmField, role: Role, of: str = "item") -> str:
        """Write the expression that takes a field of a record, or of its customer."""
        return guess.in_role(role, guess.expression_of(field, of))

    def value_of(self, expression: str, record: CrmRecord, around: Around) -> str | None:
        """Give what an expression takes from a record, in words; None where that is nothing."""
        return transform.value_of(expression, record, around)

    def ways_of(self, field: CrmField) -> Mapping[str, str]:
        """Guess which ways to pay a field's choices mean, by their words."""
        return guess.ways_of(field)

    def check(self, expression: str) -> str | None:
        """Say what is wrong with an expression; None where nothing is."""
        return expressions.what_is_wrong(expression)
