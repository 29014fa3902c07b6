"""Invariants of bank lines, by statements as `statements.py` has them."""
# ruff: noqa: S608 - only what is written here is put into a statement

_STANDING = """
    SELECT e.number, CAST(e.external_id AS BIGINT) AS line_id, p.account_id, p.amount_minor
      FROM journal_entry e
      JOIN posting p ON p.entry_number = e.number
      JOIN account a ON a.id = p.account_id
      JOIN bank_line l ON l.id = CAST(e.external_id AS BIGINT)
      JOIN bank_account b ON b.id = l.account_id AND b.key = a.key
     WHERE e.source = 'bank' AND e.reverses IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.number)
"""
"""The bank's leg of every entry of a line that stands."""

BANK_STATEMENTS: dict[str, str] = {
    "bank_line_not_posted": f"""
        SELECT 'bank line ' || l.id FROM bank_line l
          LEFT JOIN ({_STANDING}) s ON s.line_id = l.id
         WHERE NOT l.is_pending AND l.amount_minor <> 0 AND s.number IS NULL
    """,
    "bank_line_posted_otherwise": f"""
        SELECT 'bank line ' || l.id || ' is entry ' || s.number
          FROM bank_line l JOIN ({_STANDING}) s ON s.line_id = l.id
         WHERE l.is_pending OR l.amount_minor <> s.amount_minor
    """,
    "bank_line_posted_twice": f"""
        SELECT 'bank line ' || s.line_id FROM ({_STANDING}) s
         GROUP BY s.line_id HAVING COUNT(*) > 1
    """,
    "bank_entry_without_line": """
        SELECT 'entry ' || e.number FROM journal_entry e
         WHERE e.source = 'bank' AND NOT EXISTS (
           SELECT 1 FROM bank_line l WHERE CAST(l.id AS TEXT) = e.external_id)
    """,
    "bank_line_version_gap": """
        SELECT 'bank line ' || l.id || ' is version ' || l.version FROM bank_line l
         WHERE l.version - 1 <> (
           SELECT COUNT(*) FROM bank_line_before b WHERE b.line_id = l.id)
    """,
    "bank_line_of_no_statement": """
        SELECT 'bank line ' || l.id FROM bank_line l
         WHERE NOT EXISTS (SELECT 1 FROM bank_statement_line s WHERE s.line_id = l.id)
    """,
}
"""The invariant's name to the statement that looks for a break."""
