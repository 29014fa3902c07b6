"""Invariants that one statement each can look for; a row that comes back is a break.

Written in the SQL that both databases speak.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from services.ports import Finding
from storage.drivers import driver_of
from storage.proofs.bank_statements import BANK_STATEMENTS
from storage.proofs.crm_statements import CRM_STATEMENTS
from storage.proofs.match_statements import MATCH_STATEMENTS

STATEMENTS: dict[str, str] = {
    "entry_unbalanced": """
        SELECT 'entry ' || entry_number || ' is off by ' || SUM(amount_minor) || ' ' || currency
          FROM posting GROUP BY entry_number, currency HAVING SUM(amount_minor) <> 0
    """,
    "entry_without_postings": """
        SELECT 'entry ' || e.number || ' has ' || COUNT(p.leg) || ' postings'
          FROM journal_entry e LEFT JOIN posting p ON p.entry_number = e.number
         GROUP BY e.number HAVING COUNT(p.leg) < 2
    """,
    "posting_without_entry": """
        SELECT 'leg ' || p.leg || ' of entry ' || p.entry_number
          FROM posting p LEFT JOIN journal_entry e ON e.number = p.entry_number
         WHERE e.number IS NULL
    """,
    "posting_without_account": """
        SELECT 'leg ' || p.leg || ' of entry ' || p.entry_number
          FROM posting p LEFT JOIN account a ON a.id = p.account_id WHERE a.id IS NULL
    """,
    "posting_of_nothing": """
        SELECT 'leg ' || leg || ' of entry ' || entry_number FROM posting WHERE amount_minor = 0
    """,
    "entry_number_gap": """
        SELECT 'after entry ' || number FROM (
          SELECT number, LEAD(number) OVER (ORDER BY number) AS following FROM journal_entry
        ) numbered WHERE following <> number + 1
        UNION ALL
        SELECT 'before entry ' || MIN(number) FROM journal_entry HAVING MIN(number) <> 1
    """,
    "entry_count_wrong": """
        SELECT 'the head says ' || entry_count || ' entries'
          FROM book_head WHERE entry_count <> (SELECT COUNT(*) FROM journal_entry)
    """,
    "entry_told_twice": """
        SELECT source || ' ' || external_id || ' version ' || version FROM journal_entry
         GROUP BY source, external_id, version HAVING COUNT(*) > 1
    """,
    "entry_version_gap": """
        SELECT 'entry ' || e.number || ' is version ' || e.version FROM journal_entry e
         WHERE e.version > 1 AND NOT EXISTS (
           SELECT 1 FROM journal_entry f WHERE f.source = e.source
              AND f.external_id = e.external_id AND f.version = e.version - 1)
    """,
    "entry_without_record": """
        SELECT 'entry ' || e.number FROM journal_entry e
          LEFT JOIN raw_record r ON r.id = e.raw_record_id
         WHERE r.id IS NULL AND (e.raw_record_id IS NOT NULL OR e.source = 'telegram')
    """,
    "entry_without_decider": """
        SELECT 'entry ' || e.number || ' by ' || e.decided_by FROM journal_entry e
         WHERE e.decided_by NOT LIKE 'system%' AND NOT EXISTS (
           SELECT 1 FROM person p WHERE 'person:' || p.id = e.decided_by)
    """,
    "reversal_of_nothing": """
        SELECT 'entry ' || e.number || ' reverses ' || e.reverses FROM journal_entry e
          LEFT JOIN journal_entry o ON o.number = e.reverses
         WHERE e.reverses IS NOT NULL AND (o.number IS NULL OR o.number >= e.number)
    """,
    "reversal_not_mirrored": """
        SELECT DISTINCT 'entry ' || e.number || ' reverses ' || e.reverses
          FROM journal_entry e
          JOIN posting p ON p.entry_number IN (e.number, e.reverses)
         WHERE e.reverses IS NOT NULL
         GROUP BY e.number, e.reverses, p.account_id, p.currency HAVING SUM(p.amount_minor) <> 0
    """,
    "reversed_twice": """
        SELECT 'entry ' || reverses FROM journal_entry WHERE reverses IS NOT NULL
         GROUP BY reverses HAVING COUNT(*) > 1
    """,
    "replacement_of_nothing": """
        SELECT 'entry ' || e.number || ' replaces ' || e.replaces FROM journal_entry e
          LEFT JOIN journal_entry o ON o.number = e.replaces
         WHERE e.replaces IS NOT NULL AND (o.number IS NULL OR o.number >= e.number)
    """,
    "replaced_but_standing": """
        SELECT 'entry ' || e.replaces || ' was replaced by ' || e.number || ' and still counts'
          FROM journal_entry e
         WHERE e.replaces IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM journal_entry r WHERE r.reverses = e.replaces)
    """,
    "balance_wrong": """
        SELECT 'account ' || account_id || ' ' || currency FROM (
          SELECT account_id, currency, debit_minor AS debit, credit_minor AS credit FROM balance
          UNION ALL
          SELECT account_id, currency,
                 -CASE WHEN amount_minor > 0 THEN amount_minor ELSE 0 END,
                 CASE WHEN amount_minor < 0 THEN amount_minor ELSE 0 END
            FROM posting
        ) both_sides
         GROUP BY account_id, currency HAVING SUM(debit) <> 0 OR SUM(credit) <> 0
    """,
    "turnover_wrong": """
        SELECT 'account ' || account_id || ' ' || currency || ' on ' || booked_on FROM (
          SELECT account_id, currency, booked_on, debit_minor AS debit, credit_minor AS credit
            FROM turnover
          UNION ALL
          SELECT p.account_id, p.currency, e.booked_on,
                 -CASE WHEN p.amount_minor > 0 THEN p.amount_minor ELSE 0 END,
                 CASE WHEN p.amount_minor < 0 THEN p.amount_minor ELSE 0 END
            FROM posting p JOIN journal_entry e ON e.number = p.entry_number
        ) both_sides
         GROUP BY account_id, currency, booked_on HAVING SUM(debit) <> 0 OR SUM(credit) <> 0
    """,
    "posting_in_closed_period": """
        SELECT DISTINCT 'entry ' || e.number || ' on ' || e.booked_on FROM journal_entry e
          JOIN period_close c ON e.booked_on <= c.ends_on AND e.number > c.entry_count
    """,
    "period_closed_by_nobody": """
        SELECT 'the close of ' || c.ends_on FROM period_close c
         WHERE c.closed_by NOT LIKE 'system%' AND NOT EXISTS (
           SELECT 1 FROM person p WHERE 'person:' || p.id = c.closed_by)
    """,
    "period_count_wrong": """
        SELECT 'the close of ' || ends_on FROM period_close
         WHERE entry_count > (SELECT COUNT(*) FROM journal_entry)
    """,
    "record_version_gap": """
        SELECT r.source || ' ' || r.external_id || ' version ' || r.version FROM raw_record r
         WHERE r.version > 1 AND NOT EXISTS (
           SELECT 1 FROM raw_record s WHERE s.source = r.source
              AND s.external_id = r.external_id AND s.version = r.version - 1)
    """,
    "record_told_twice": """
        SELECT source || ' ' || external_id || ' version ' || version FROM raw_record
         GROUP BY source, external_id, version HAVING COUNT(*) > 1
    """,
    "inbox_without_record": """
        SELECT 'item ' || i.raw_record_id FROM inbox_item i
          LEFT JOIN raw_record r ON r.id = i.raw_record_id WHERE r.id IS NULL
    """,
    "inbox_state_impossible": """
        SELECT 'item ' || raw_record_id || ' is ' || state FROM inbox_item
         WHERE state NOT IN ('pending', 'done', 'quarantined')
            OR (state = 'done' AND handled_at IS NULL)
            OR (state <> 'done' AND handled_at IS NOT NULL)
    """,
    "outbox_without_cause": """
        SELECT 'message ' || o.id FROM outbox_message o
          LEFT JOIN raw_record r ON r.id = o.cause_record_id
         WHERE o.cause_record_id IS NOT NULL AND r.id IS NULL
    """,
    "outbox_state_impossible": """
        SELECT 'message ' || id || ' is ' || state FROM outbox_message
         WHERE state NOT IN ('waiting', 'sent', 'failed')
            OR (state = 'sent' AND sent_at IS NULL) OR (state <> 'sent' AND sent_at IS NOT NULL)
    """,
    "outbox_told_twice": """
        SELECT dedupe_key FROM outbox_message WHERE dedupe_key IS NOT NULL
         GROUP BY dedupe_key HAVING COUNT(*) > 1
    """,
    "account_type_unknown": """
        SELECT 'account ' || code || ' is ' || type FROM account
         WHERE type NOT IN ('asset', 'liability', 'equity', 'income', 'expense')
    """,
    "account_doubled": """
        SELECT key FROM account GROUP BY key HAVING COUNT(*) > 1
        UNION ALL SELECT code FROM account GROUP BY code HAVING COUNT(*) > 1
    """,
    "person_role_unknown": """
        SELECT 'person ' || id || ' is ' || role FROM person
         WHERE role NOT IN ('cashier', 'accountant', 'director', 'owner')
    """,
    "person_till_missing": """
        SELECT 'person ' || p.id || ' at ' || p.till FROM person p
          LEFT JOIN account a ON a.key = p.till WHERE p.till IS NOT NULL AND a.id IS NULL
    """,
    "person_doubled": """
        SELECT 'Telegram account ' || telegram_id FROM person
         GROUP BY telegram_id HAVING COUNT(*) > 1
    """,
    "invitation_used_by_nobody": """
        SELECT 'invitation ' || i.id FROM invitation i LEFT JOIN person p ON p.id = i.used_by
         WHERE i.used_by IS NOT NULL AND p.id IS NULL
    """,
    "draft_of_nobody": """
        SELECT 'draft ' || d.id FROM draft d LEFT JOIN person p ON p.id = d.person_id
         WHERE p.id IS NULL
    """,
    "approval_decided_by_who_asked": """
        SELECT 'approval ' || id FROM approval
         WHERE decided_by = asked_by OR delegated_to = asked_by
    """,
    "approval_state_impossible": """
        SELECT 'approval ' || id || ' is ' || state FROM approval
         WHERE state NOT IN ('waiting', 'approved', 'refused', 'expired', 'withdrawn')
            OR (state IN ('approved', 'refused')) <> (decided_by IS NOT NULL)
            OR (state = 'waiting') <> (decided_at IS NULL)
            OR (state = 'approved') <> (entry_number IS NOT NULL)
    """,
    "approval_entry_of_another": """
        SELECT 'approval ' || p.id || ' and entry ' || p.entry_number FROM approval p
          LEFT JOIN journal_entry e ON e.number = p.entry_number
         WHERE p.entry_number IS NOT NULL AND (e.number IS NULL
            OR e.decided_by <> 'person:' || p.asked_by OR e.external_id <> p.external_id)
    """,
    "approval_without_audit": """
        SELECT 'approval ' || p.id FROM approval p
         WHERE p.state IN ('approved', 'refused') AND NOT EXISTS (
           SELECT 1 FROM audit_record a WHERE a.subject = 'approval:' || p.id
              AND a.actor = 'person:' || p.decided_by
              AND a.cause IN ('approve_payout', 'refuse_payout'))
    """,
    "approval_waits_twice": """
        SELECT source || ' ' || external_id FROM approval WHERE state = 'waiting'
         GROUP BY source, external_id HAVING COUNT(*) > 1
    """,
    "remembered_word_doubled": """
        SELECT word FROM remembered GROUP BY word HAVING COUNT(*) > 1
    """,
    "remembered_without_audit": """
        SELECT r.word FROM remembered r WHERE NOT EXISTS (
          SELECT 1 FROM audit_record a WHERE a.subject = 'word:' || r.word)
    """,
    "remembered_state_impossible": """
        SELECT word FROM remembered
         WHERE times < 1 OR revision < 1 OR direction NOT IN ('in', 'out')
    """,
    "count_entry_wrong": """
        SELECT 'count ' || s.count_id || ' in ' || s.currency FROM count_sheet s
          JOIN till_count c ON c.id = s.count_id
          JOIN account a ON a.key = c.till
         WHERE s.state = 'booked' AND NOT EXISTS (
           SELECT 1 FROM posting p WHERE p.entry_number = s.entry_number
              AND p.account_id = a.id AND p.currency = s.currency
              AND p.amount_minor = s.counted_minor - s.expected_minor)
    """,
    "count_without_audit": """
        SELECT 'count ' || s.count_id || ' in ' || s.currency FROM count_sheet s
         WHERE s.state IN ('agreed', 'booked') AND NOT EXISTS (
           SELECT 1 FROM audit_record r WHERE r.subject = 'count:' || s.count_id
              AND r.cause = 'count_' || s.state)
    """,
    "handover_without_audit": """
        SELECT 'handover ' || h.id || ' is ' || h.state FROM handover h WHERE NOT EXISTS (
          SELECT 1 FROM audit_record r WHERE r.subject = 'handover:' || h.id
             AND r.cause = 'handover_' || h.state)
    """,
    "transfer_entry_undone": """
        SELECT 'transfer ' || t.id FROM transfer t
          JOIN journal_entry r ON r.reverses IN (t.entry_number, t.arrival_number)
         WHERE t.state <> 'withdrawn'
    """,
    "transfer_sum_wrong": """
        SELECT 'transfer ' || t.id FROM transfer t
         WHERE (t.rest_of IS NULL AND t.state <> 'withdrawn' AND NOT EXISTS (
          SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id
           WHERE p.entry_number = t.entry_number AND p.currency = t.currency
             AND a.key = t.from_till AND -p.amount_minor = (
               SELECT SUM(s.amount_minor) FROM transfer s WHERE s.entry_number = t.entry_number
                  AND s.state <> 'withdrawn')))
            OR (t.arrival_number IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id
           WHERE p.entry_number = t.arrival_number AND p.currency = t.currency
             AND a.key = CASE t.state WHEN 'received' THEN t.to_till
               WHEN 'returned' THEN t.from_till ELSE 'expense.cash_shortage' END
             AND p.amount_minor = t.amount_minor))
    """,
    "leadership_doubled": """
        SELECT CAST(COUNT(*) AS TEXT) || ' leadership chats' FROM chat WHERE is_leadership
        HAVING COUNT(*) > 1
    """,
    "shop_missing": """
        SELECT 'there are entries and no shop' FROM book_head
         WHERE (SELECT COUNT(*) FROM journal_entry) > 0 AND (SELECT COUNT(*) FROM shop) = 0
    """,
    "head_missing": """
        SELECT 'the books have no head' FROM (SELECT COUNT(*) AS heads FROM book_head) counted
         WHERE heads <> 1
    """,
}
"""The invariant's name to the statement that looks for a break."""

SHOWN_MAX = 20
"""How many breaks of one invariant are told; the rest are counted."""


def broken_statements(connection: Connection) -> Iterator[Finding]:
    """Run every statement and tell what comes back."""
    every = STATEMENTS | BANK_STATEMENTS | CRM_STATEMENTS | MATCH_STATEMENTS
    driver = driver_of(connection)
    for invariant, statement in every.items():
        found = [str(row[0]) for row in driver.rows(statement, ())]
        for detail in found[:SHOWN_MAX]:
            yield Finding(invariant, detail)
        if len(found) > SHOWN_MAX:
            yield Finding(invariant, f"and {len(found) - SHOWN_MAX} more")
