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

_FILED = """
    SELECT e.number, CAST(e.external_id AS BIGINT) AS line_id, p.amount_minor
      FROM journal_entry e
      JOIN posting p ON p.entry_number = e.number
      JOIN account a ON a.id = p.account_id AND a.key = 'asset.suspense'
     WHERE e.source = 'filing' AND e.reverses IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.number)
"""
"""The suspense leg of every entry that stands and takes a line out of there."""

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
    "line_filed_otherwise": f"""
        SELECT 'bank line ' || l.id || ' is filed as ' || f.category
          FROM line_filing f JOIN bank_line l ON l.id = f.line_id
          LEFT JOIN ({_FILED}) s ON s.number = f.entry_number AND s.line_id = l.id
         WHERE f.state = 'filed' AND (
           s.number IS NULL OR s.amount_minor <> l.amount_minor OR NOT EXISTS (
             SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id
              WHERE p.entry_number = f.entry_number AND a.key = f.category))
    """,
    "line_filed_unseen": f"""
        SELECT 'entry ' || s.number || ' files bank line ' || s.line_id FROM ({_FILED}) s
         WHERE NOT EXISTS (
           SELECT 1 FROM line_filing f WHERE f.line_id = s.line_id AND f.entry_number = s.number)
    """,
}
"""The invariant's name to the statement that looks for a break."""
