"""Invariants of links and what was posted of them, by statements as `statements.py` has them."""

_STANDING_ENTRY = """
    e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.number)
"""
_STANDS = "m.state IN ('made', 'confirmed')"

MATCH_STATEMENTS: dict[str, str] = {
    "link_of_nothing": f"""
        SELECT 'link ' || m.id || ' of ' || k.record FROM match_link m JOIN (
          SELECT id, left_key AS record FROM match_link
          UNION ALL SELECT id, right_key FROM match_link) k ON k.id = m.id
         WHERE {_STANDS}
           AND NOT EXISTS (SELECT 1 FROM document d WHERE d.key = k.record)
           AND NOT EXISTS (SELECT 1 FROM bank_line l WHERE 'bank:' || l.id = k.record)
           AND NOT EXISTS (
             SELECT 1 FROM journal_entry e
              WHERE 'cash:' || e.source || ':' || e.external_id = k.record)
    """,  # noqa: S608 - only what is written here is put into a statement
    "link_decided_without_audit": """
        SELECT 'link ' || m.id FROM match_link m
         WHERE m.state IN ('confirmed', 'refused') AND NOT EXISTS (
           SELECT 1 FROM audit_record a WHERE a.subject = 'link:' || m.id)
    """,
    "line_matched_without_link": f"""
        SELECT 'bank line ' || f.line_id FROM line_filing f
         WHERE f.state = 'filed' AND f.decided_by = 'system:matcher' AND NOT EXISTS (
           SELECT 1 FROM match_link m WHERE m.right_key = 'bank:' || f.line_id AND {_STANDS})
    """,  # noqa: S608 - only what is written here is put into a statement
    "order_cleared_without_link": f"""
        SELECT 'entry ' || e.number FROM journal_entry e
         WHERE e.source = 'clearing' AND {_STANDING_ENTRY} AND NOT EXISTS (
           SELECT 1 FROM match_link m WHERE m.left_key = e.external_id AND {_STANDS})
    """,  # noqa: S608 - only what is written here is put into a statement
    "cash_moved_without_link": f"""
        SELECT 'entry ' || e.number FROM journal_entry e
         WHERE e.source = 'cash_of_order' AND {_STANDING_ENTRY} AND NOT EXISTS (
           SELECT 1 FROM match_link m WHERE m.right_key = e.external_id AND {_STANDS})
    """,  # noqa: S608 - only what is written here is put into a statement
    "exception_without_history": """
        SELECT 'exception ' || i.id FROM exception_item i
         WHERE NOT EXISTS (SELECT 1 FROM exception_event e WHERE e.item_id = i.id)
    """,
    "exception_stands_otherwise": """
        SELECT 'exception ' || i.id || ' is ' || i.state FROM exception_item i
         WHERE (i.state = 'snoozed') <> (i.snoozed_until IS NOT NULL)
            OR (i.state = 'closed') <> (i.closed_at IS NOT NULL)
    """,
    "answer_without_history": """
        SELECT 'inquiry ' || q.id FROM inquiry q
         WHERE q.state = 'answered' AND NOT EXISTS (
           SELECT 1 FROM exception_event v WHERE v.item_id = q.item_id AND v.what = 'answered')
    """,
    "write_off_without_exception": f"""
        SELECT 'entry ' || e.number FROM journal_entry e
         WHERE e.source = 'write_off' AND {_STANDING_ENTRY} AND NOT EXISTS (
           SELECT 1 FROM exception_item i JOIN exception_event v ON v.item_id = i.id
            WHERE CAST(i.id AS TEXT) = e.external_id AND v.what = 'written_off'
              AND i.state = 'explained')
    """,  # noqa: S608 - only what is written here is put into a statement
}
"""The invariant's name to the statement that looks for a break."""
