"""The books' proof: every invariant by name, and where it is broken."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from services.ports import Finding
from storage.proofs.chain import broken_chain, broken_records, unknown_currencies
from storage.proofs.documents import broken_documents
from storage.proofs.guards import damaged_file, missing_guards
from storage.proofs.statements import broken_statements
from storage.proofs.told_days import broken_closings, broken_results

PROOFS: dict[str, Callable[[Connection], Iterator[Finding]]] = {
    "guards": missing_guards,
    "file": damaged_file,
    "statements": broken_statements,
    "chain": broken_chain,
    "records": broken_records,
    "currencies": unknown_currencies,
    "documents": broken_documents,
    "results": broken_results,
    "closings": broken_closings,
}
"""What is proved, in this order; a new kind of proof is one file and one line here."""


class SqlVerification:
    """Fulfils services.ports.Verification."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self) -> Iterator[Finding]:
        """Check every invariant and give what is broken.

        Books so broken that a proof cannot be read to its end are a finding too.
        """
        for name, proof in PROOFS.items():
            try:
                yield from proof(self._connection)
            except (SQLAlchemyError, ValueError, TypeError, KeyError) as error:
                yield Finding(f"{name}_unreadable", str(error).splitlines()[0])
