"""The proof finds what somebody with the database's own password could do to the books.

Each corruption is planted past the guards, the way a careless hand or a broken disk would, and
must be told by the name of the invariant that it breaks.
"""

import datetime as dt

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.journal import Origin, reversal_of
from parsing.memory.memory import Remembered
from services.messages import Cause, OutgoingMessage
from services.people import Role
from services.ports import Books
from tests.conftest import NOW
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.shop import DAY, hire, lay, paid, record
from tests.storage.planting import findings_after

_COUNTED = (
    "INSERT INTO till_count (id, revision, till, person_id, answerable_id, state, started_at, "
    "finished_at) VALUES (1, 1, 'till.1', 1, 1, 'done', '2026-11-20 10:00', '2026-11-20 10:00')"
)
_SHEET = (
    "INSERT INTO count_sheet (count_id, place, currency, state, pieces, loose_minor, "
    "counted_minor, expected_minor, entry_number, settled_at) "
    "VALUES (1, 0, 'UAH', 'booked', '{}', 0, 10, 20, 2, '2026-11-20 10:00')"
)
_HANDED = (
    "INSERT INTO handover (id, revision, till, giver_id, taker_id, state, balances, offered_at, "
    "settled_at) VALUES (1, 1, 'till.1', 1, 1, 'taken', '[]', '2026-11-20 10:00', "
    "'2026-11-20 10:00')"
)
_APPROVAL = (
    "INSERT INTO approval (id, revision, asked_by, asked_at, chat_id, message_id, source, "
    "external_id, text, told_at, till, amount_minor, currency, category, remembered, expires_at, "
    "state, decided_by, decided_at, entry_number) VALUES ({id}, 1, 1, '2026-11-20 12:00:00', 7, "
    "1, 'test', '2', 'x', '2026-11-20 12:00:00', 'till.1', 300, 'UAH', 'delivery', '[]', "
    "'2026-11-21 12:00:00', '{state}', {by}, {at}, {entry})"
)
_AT = "'2026-11-20 13:00:00'"


def planted(state: str, by: str = "NULL", at: str = _AT, entry: str = "NULL") -> tuple[str, ...]:
    """Give the statement that plants an approval asked for by the first person."""
    return (_APPROVAL.format(id=1, state=state, by=by, at=at, entry=entry),)


_TRANSFER = (
    "INSERT INTO transfer (id, revision, entry_number, from_till, to_till, amount_minor, "
    "currency, state, sent_by, sent_at) VALUES (1, 1, {entry}, 'till.1', 'till.2', {minor}, "
    "'UAH', 'sent', 1, '2026-11-20 12:30:00.000000')"
)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "entry_unbalanced": (
        "UPDATE posting SET amount_minor = amount_minor + 1 WHERE entry_number = 1 AND leg = 1",
    ),
    "entry_without_postings": ("DELETE FROM posting WHERE entry_number = 1",),
    "posting_without_entry": (
        (
            "INSERT INTO posting (entry_number, leg, account_id, amount_minor, currency) "
            "VALUES (99, 1, 1, 5, 'UAH'), (99, 2, 2, -5, 'UAH')"
        ),
    ),
    "posting_without_account": ("UPDATE posting SET account_id = 9999 WHERE entry_number = 1",),
    "posting_of_nothing": ("UPDATE posting SET amount_minor = 0 WHERE entry_number = 2",),
    "posting_currency_unknown": ("UPDATE posting SET currency = 'XQQ' WHERE entry_number = 1",),
    "entry_number_gap": (
        "DELETE FROM posting WHERE entry_number = 2",
        "DELETE FROM journal_entry WHERE number = 2",
    ),
    "entry_count_wrong": ("UPDATE book_head SET entry_count = entry_count + 1",),
    "entry_told_twice": (
        (
            "UPDATE journal_entry SET source = 'test', external_id = '1', version = 1 "
            "WHERE number = 2"
        ),
    ),
    "entry_version_gap": ("UPDATE journal_entry SET version = 5 WHERE number = 2",),
    "entry_without_record": ("UPDATE journal_entry SET raw_record_id = 9999 WHERE number = 1",),
    "entry_without_decider": (
        "UPDATE journal_entry SET decided_by = 'person:777' WHERE number = 1",
    ),
    "entry_changed": ("UPDATE journal_entry SET narration = 'lunch' WHERE number = 1",),
    "entry_without_audit": ("UPDATE audit_record SET subject = 'other' WHERE number = 1",),
    "audit_without_entry": (
        "DELETE FROM posting WHERE entry_number = 4",
        "DELETE FROM journal_entry WHERE number = 4",
    ),
    "reversal_of_nothing": ("UPDATE journal_entry SET reverses = 4 WHERE number = 3",),
    "reversal_not_mirrored": (
        "UPDATE posting SET amount_minor = amount_minor * 2 WHERE entry_number = 3",
    ),
    "reversed_twice": ("UPDATE journal_entry SET reverses = 1 WHERE number = 4",),
    "replacement_of_nothing": ("UPDATE journal_entry SET replaces = 99 WHERE number = 4",),
    "replaced_but_standing": ("UPDATE journal_entry SET replaces = 2 WHERE number = 4",),
    "balance_wrong": ("UPDATE balance SET debit_minor = debit_minor + 1 WHERE debit_minor > 0",),
    "turnover_wrong": ("DELETE FROM turnover WHERE account_id = 1",),
    "posting_in_closed_period": ("UPDATE period_close SET entry_count = 0",),
    "period_closed_by_nobody": ("UPDATE period_close SET closed_by = 'person:777'",),
    "period_count_wrong": ("UPDATE period_close SET entry_count = 999",),
    "audit_gap": ("DELETE FROM audit_record WHERE number = 2",),
    "audit_chain_broken": ("UPDATE audit_record SET previous_hash = 'x' WHERE number = 3",),
    "audit_changed": ("UPDATE audit_record SET actor = 'person:777' WHERE number = 2",),
    "audit_head_wrong": ("DELETE FROM audit_record WHERE number = 5",),
    "record_changed": ("UPDATE raw_record SET digest = 'lies'",),
    "record_version_gap": ("UPDATE raw_record SET version = 3 WHERE id = 1",),
    "record_told_twice": (
        (
            "INSERT INTO raw_record (id, source, external_id, version, payload, digest, "
            "received_at) SELECT 50, source, external_id, version, payload, digest, received_at "
            "FROM raw_record WHERE id = 1"
        ),
    ),
    "inbox_without_record": ("UPDATE inbox_item SET raw_record_id = 99",),
    "inbox_state_impossible": ("UPDATE inbox_item SET state = 'eaten'",),
    "outbox_without_cause": ("UPDATE outbox_message SET cause_record_id = 99",),
    "outbox_state_impossible": ("UPDATE outbox_message SET state = 'sent'",),
    "outbox_told_twice": (
        (
            "INSERT INTO outbox_message (id, chat_id, content, dedupe_key, state, attempts, "
            "not_before) SELECT 50, chat_id, content, dedupe_key, state, attempts, not_before "
            "FROM outbox_message"
        ),
    ),
    "account_type_unknown": ("UPDATE account SET type = 'hope' WHERE id = 1",),
    "account_doubled": ("UPDATE account SET code = '3000'",),
    "person_role_unknown": ("UPDATE person SET role = 'king'",),
    "person_till_missing": ("UPDATE person SET till = 'till.9'",),
    "person_doubled": (
        (
            "INSERT INTO person (id, telegram_id, name, role, language, is_active, joined_at) "
            "SELECT 50, telegram_id, name, role, language, is_active, joined_at FROM person"
        ),
    ),
    "invitation_used_by_nobody": ("UPDATE invitation SET used_by = 777",),
    "draft_of_nobody": (
        (
            "INSERT INTO draft (id, revision, chat_id, person_id, message_id, text, known, "
            "missing, state, asked_at) VALUES "
            "(1, 1, 7, 777, 1, 'x', '{}', '[]', 'open', '2026-11-20 10:00:00')"
        ),
    ),
    "approval_decided_by_who_asked": planted("refused", by="1"),
    "approval_state_impossible": planted("approved"),
    "approval_entry_of_another": planted("approved", by="2", entry="3"),
    "approval_without_audit": planted("refused", by="2"),
    "approval_waits_twice": (
        "DROP INDEX IF EXISTS uq_approval_waiting",
        *planted("waiting", at="NULL"),
        _APPROVAL.format(id=2, state="waiting", by="NULL", at="NULL", entry="NULL"),
    ),
    "remembered_word_doubled": (
        (
            "INSERT INTO remembered (id, word, times, is_shared, amounts, revision, is_forgotten) "
            "SELECT 50, word, times, is_shared, amounts, revision, is_forgotten FROM remembered"
        ),
    ),
    "remembered_without_audit": ("UPDATE remembered SET word = 'planted'",),
    "remembered_state_impossible": ("UPDATE remembered SET direction = 'up'",),
    "count_entry_wrong": (_COUNTED, _SHEET),
    "count_without_audit": (_COUNTED, _SHEET),
    "handover_without_audit": (_HANDED,),
    "transfer_entry_undone": (_TRANSFER.format(entry=1, minor=25_000),),
    "transfer_sum_wrong": (_TRANSFER.format(entry=2, minor=301),),
    "leadership_doubled": (
        "INSERT INTO chat (id, title, is_leadership, is_reachable) VALUES (-8, 'b', true, true)",
    ),
    "shop_missing": ("DELETE FROM shop",),
    "head_missing": ("DELETE FROM book_head",),
    "guard_missing": ("DROP TRIGGER posting_keeps_update",),
}


def shop_with_a_past(books: Books) -> None:
    """Play a small shop: a message, three entries, a reversal, a close, mail, an invitation."""
    lay(books)
    person = hire(books, Role.OWNER)
    item = books.inbox.receive([record(1)], NOW)[0]
    cause = Cause(person.actor, item.raw_record_id, NOW)
    earlier = DAY - dt.timedelta(days=30)
    posted = books.journal.add([paid("1", booked_on=earlier), paid("2", 300)], cause)
    back = reversal_of(
        posted[0], booked_on=earlier, occurred_at=NOW, origin=Origin("reversal", "1"),
        narration="back",
    )  # fmt: skip
    sale = paid("3", 5_000, direction=CashDirection.IN, category=CashCategory.SALE_CASH)
    books.journal.add([back, sale], cause)
    books.periods.close(earlier, cause)
    books.outbox.add([OutgoingMessage(7, "hi", dedupe_key="once")], cause)
    books.memory.keep([Remembered("кабанчик", CashCategory.DELIVERY)], cause)
    books.chats.make_leadership(-5, "Leaders")
    books.invitations.add(digest="d", role=Role.CASHIER, invited_by=None, expires_at=NOW)


def test_books_without_a_corruption_hold(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    assert findings_after(template, shop_with_a_past, ()) == set()


@pytest.mark.parametrize("invariant", CORRUPTIONS)
def test_a_planted_corruption_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    assert invariant in findings_after(template, shop_with_a_past, CORRUPTIONS[invariant])


def test_the_proof_is_tried_with_more_than_thirty_corruptions() -> None:
    assert len(CORRUPTIONS) >= 30
