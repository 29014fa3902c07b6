"""What the columns of reports mean, in the database."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from services.messages import Cause
from storage.tables import report_mapping
from storage.upsert import upsert


class SqlReportMappings:
    """Fulfils services.intake.report_types.ReportMappings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Give the mappings that the shop has made, by name."""
        wanted = select(report_mapping.c.name, report_mapping.c.mapping)
        rows = self._connection.execute(wanted.order_by(report_mapping.c.name))
        return {row.name: row.mapping for row in rows}

    def put(self, name: str, mapping: Mapping[str, object], cause: Cause) -> None:
        """Keep a mapping in place of the one before."""
        values = {"mapping": dict(mapping), "made_by": cause.actor, "made_at": cause.at}
        self._connection.execute(
            upsert(self._connection, report_mapping)
            .values(name=name, **values)
            .on_conflict_do_update(index_elements=["name"], set_=values)
        )
