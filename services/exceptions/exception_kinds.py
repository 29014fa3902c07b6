"""What may be wrong beside what matching finds (`reconciliation.findings.Kind`)."""

ORDER_EDITED = "order_edited"
"""A closed order says something else now."""
STATEMENT_GAP = "statement_gap"
"""Days between two statements are missing."""
SOURCE_SILENT = "source_silent"
"""A bank account, or a connection, tells nothing."""
LEDGER_DIFFERS = "ledger_differs"
"""The books have another balance than the bank says."""
NOT_POSTED = "not_posted"
"""What came in has not been taken to any account yet."""
CASH_NOT_ENTERED = "cash_not_entered"
"""An order was closed for cash that nobody entered."""
OF_THE_BOOKS = frozenset(
    {STATEMENT_GAP, SOURCE_SILENT, LEDGER_DIFFERS, NOT_POSTED, CASH_NOT_ENTERED}
)
"""What is looked for in the books as a whole."""
