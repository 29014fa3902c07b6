"""How the services read Bitrix24's records: nothing here needs a connection."""

from services.crm_types import Around, CrmDirectory, CrmField, CrmMapping, CrmRecord, Derived
from sources.bitrix24 import expressions, guess, transform


class Bitrix24Reading:
    """Fulfils services.crm_types.CrmReading."""

    def derive(self, record: CrmRecord, around: Around) -> Derived:
        """Turn a record into the documents that it comes to."""
        return transform.derive(record, around)

    def guess(self, entity: str, directory: CrmDirectory) -> CrmMapping:
        """Guess a mapping from the titles of fields."""
        return guess.guess(entity, directory)

    def expression_of(self, field: CrmField) -> str:
        """Write the expression that takes a field."""
        return guess.expression_of(field)

    def check(self, expression: str) -> str | None:
        """Say what is wrong with an expression; None where nothing is."""
        return expressions.what_is_wrong(expression)
