"""Who is told what when a payout is asked for, decided, delegated, withdrawn or has lapsed."""

from collections.abc import Iterable

from handlers.approvals.approval_cards import outcome_line, outcome_lines, short_line, shown_to
from handlers.cards import Setting, entry_card
from locales.words import Words, words_of
from services.approvals.approvals import Approval, ApprovalCard, ApprovalState, may_decide
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of


def approval_news(books: Books) -> tuple[OutgoingMessage, ...]:
    """Tell everybody concerned of what was asked for, decided or changed just now.

    What the asker is answered when he asks is not among it.
    """
    changed = books.approvals.changed
    return tuple(message for each in changed for message in _news_of(books, each))


def waiting_replies(
    books: Books, setting: Setting, waits: Iterable[Approval], *, edits: int | None = None
) -> tuple[OutgoingMessage, ...]:
    """Answer who asked, each payout by itself; the first in place of the question about it.

    Who settled somebody else's question sees that it waits, and who typed it gets the answer.
    """
    replies = []
    for approval in waits:
        asker = books.people.find(approval.asked_by)
        if asker is None:
            continue
        text, rows = shown_to(books, approval, asker)
        own = None if approval.chat_id != setting.chat_id else edits
        replies.append(
            OutgoingMessage(
                approval.chat_id,
                text,
                rows,
                reply_to=None if own else approval.message_id,
                edits=own,
                dedupe_key=books.approvals.add_card(approval, asker.id).key,
            )
        )
        if approval.chat_id != setting.chat_id and setting.viewer is not None:
            seen, _ = shown_to(books, approval, setting.viewer)
            replies.append(setting.message(seen, edits=edits))
        edits = None
    return tuple(replies)


def fresh_card(books: Books, approval: Approval, reader: Person) -> OutgoingMessage:
    """Show a payout to somebody in a new message, which changes with it from now on."""
    text, rows = shown_to(books, approval, reader)
    key = books.approvals.add_card(approval, reader.id).key
    return OutgoingMessage(reader.telegram_id, text, rows, dedupe_key=key)


def refreshed_cards(books: Books, chat_id: int, message_id: int) -> tuple[OutgoingMessage, ...]:
    """Show what waits to tell of a message anew, since a receipt of it came."""
    people = {each.id: each for each in books.people.all() if each.is_active}
    return tuple(
        _changed(books, waiting, card, people[card.person_id])
        for waiting in books.approvals.waiting_of_message(chat_id, message_id)
        for card in books.approvals.cards(waiting)
        if card.person_id in people and card.person_id != waiting.asked_by
    )


def _news_of(books: Books, approval: Approval) -> list[OutgoingMessage]:
    people = {each.id: each for each in books.people.all() if each.is_active}
    asker = books.people.find(approval.asked_by)
    cards = [each for each in books.approvals.cards(approval) if each.person_id in people]
    news = [
        _changed(books, approval, card, people[card.person_id])
        for card in cards
        if not _is_just_answered(approval, card)
    ]
    if asker is None:
        return news
    have = {card.person_id for card in cards}
    if approval.state is ApprovalState.WAITING:
        deciders = [each for each in people.values() if may_decide(approval, each, asker)]
        news += [fresh_card(books, approval, each) for each in deciders if each.id not in have]
    elif asker.is_active:
        news += _told_asker(books, approval, words_of(asker.language))
    if approval.state is ApprovalState.EXPIRED:
        news += [_told_lapsed(people[each], approval, asker) for each in have - {asker.id}]
    return news


def _is_just_answered(approval: Approval, card: ApprovalCard) -> bool:
    """Tell whether a card is the answer that the asker gets in this very unit of work."""
    return approval.revision == 1 and card.person_id == approval.asked_by


def _changed(
    books: Books, approval: Approval, card: ApprovalCard, reader: Person
) -> OutgoingMessage:
    text, rows = shown_to(books, approval, reader)
    return OutgoingMessage(reader.telegram_id, text, rows, edits_key=card.key)


def _told_asker(books: Books, approval: Approval, words: Words) -> list[OutgoingMessage]:
    """Tell who asked: an edit of his message alone would not be noticed."""
    match approval.state:
        case ApprovalState.APPROVED:
            return _entry(books, words, approval)
        case ApprovalState.REFUSED:
            lines = [short_line(words, approval), *outcome_lines(books, words, approval)]
        case ApprovalState.EXPIRED:
            lines = [short_line(words, approval), words("approval-told-lapsed")]
        case _:
            return []
    return [OutgoingMessage(approval.chat_id, "\n".join(lines), reply_to=approval.message_id)]


def _entry(books: Books, words: Words, approval: Approval) -> list[OutgoingMessage]:
    """Show who asked the usual card of the entry that his payout became."""
    posted = books.journal.find(approval.entry_number or 0)
    today = shop_of(books).day_of(approval.decided_at or approval.asked_at)
    setting = Setting(words, approval.chat_id, today)
    card = None if posted is None else entry_card(books, setting, posted)
    if card is None:
        return []
    text = "\n".join((outcome_line(books, words, approval), card.text))
    return [setting.message(text, card.buttons, reply_to=approval.message_id)]


def _told_lapsed(reader: Person, approval: Approval, asker: Person) -> OutgoingMessage:
    words = words_of(reader.language)
    said = words("approval-told-lapsed-other", name=asker.name)
    return OutgoingMessage(reader.telegram_id, f"{short_line(words, approval)}\n{said}")
