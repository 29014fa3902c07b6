"""A proposed correction as it is shown: to who asks, to who decides, when it is decided."""

import datetime as dt
from collections.abc import Iterable

from handlers.callbacks import ProposalCallback
from handlers.cards import Setting, short_of
from handlers.entries.entry_history import local
from ledger.cash import TRANSFERS
from ledger.journal import PostedEntry
from locales.words import as_name, short_time, words_of
from parsing.reading import CashDraft
from services.corrections.proposals import CorrectionProposal, ProposalState
from services.corrections.propose_correction import CorrectionProposed, deciders
from services.messages import Button, OutgoingMessage, Tone
from services.people import Permission, Person
from services.ports import Books
from services.told_by import tellers


def proposed_reply(
    books: Books, setting: Setting, proposed: CorrectionProposed
) -> OutgoingMessage:
    """Tell who asks that the accountant is asked; who may decide himself has the choice."""
    words, viewer = setting.words, setting.viewer
    if viewer is not None and viewer.may(Permission.UNDO_ANY):
        return proposal_card(books, setting, proposed.proposal)
    if proposed.closed_through is not None:
        return setting.message(words("proposal-asked", day=proposed.closed_through))
    decider = tellers(books).decider_of(proposed.about[0])
    name = "" if decider is None else decider.name
    return setting.message(words("proposal-asked-decided", name=name))


def asking_cards(
    books: Books, asker: Person, proposed: CorrectionProposed, today: dt.date
) -> tuple[OutgoingMessage, ...]:
    """Ask those who decide, each in his language; nobody when the asker decides himself."""
    if asker.may(Permission.UNDO_ANY):
        return ()
    return tuple(
        proposal_card(
            books,
            Setting(words_of(each.language), each.telegram_id, today, each),
            proposed.proposal,
        )
        for each in deciders(books)
    )


def proposal_card(
    books: Books, setting: Setting, proposal: CorrectionProposal, *, edits: int | None = None
) -> OutgoingMessage:
    """Show what should change and who asks; once decided, who decided and when."""
    words, known = setting.words, tellers(books)
    asker = known.find(proposal.asked_by)
    found = [books.journal.find(number) for number in proposal.entries]
    about = [each for each in found if each is not None]
    name = "" if asker is None else asker.name
    is_closed = any(not books.periods.open_books().is_open(each.entry.booked_on) for each in about)
    lines = [words("proposal-closed" if is_closed else "proposal-decided", name=name)]
    lines += [short_of(setting, each) for each in about]
    lines += wished_lines(setting, about, proposal)
    if proposal.state is ProposalState.OPEN:
        return setting.message("\n".join(lines), (_choice(setting, proposal),), edits=edits)
    settled = settled_line(books, setting, proposal)
    button = Button(settled_line(books, setting, proposal, is_short=True), tone=Tone.OFF)
    lines += ["", words("proposal-settled", text=settled)]
    return setting.message("\n".join(lines), ((button,),), edits=edits)


def wished_lines(
    setting: Setting, about: Iterable[PostedEntry], proposal: CorrectionProposal
) -> list[str]:
    """Tell what should stand in the place of entries."""
    words = setting.words
    if not proposal.should_say:
        return [words("proposal-take-back")]
    standing = {each.entry.belongs_on or each.entry.booked_on for each in about}
    return [
        words("proposal-should-say"),
        *(_drafted(setting, draft, standing) for draft in proposal.should_say),
    ]


def settled_line(
    books: Books, setting: Setting, proposal: CorrectionProposal, *, is_short: bool = False
) -> str:
    """Say who decided and when, as plain text."""
    decider = tellers(books).find(proposal.decided_by)
    moment = local(books, proposal.decided_at or proposal.asked_at)
    return setting.words.plain(
        f"proposal-is-{proposal.state}",
        name="" if decider is None else decider.name,
        moment=short_time(moment) if is_short else moment,
    )


def _drafted(setting: Setting, draft: CashDraft, standing: set[dt.date]) -> str:
    words = setting.words
    if draft.amount is None or draft.direction is None:
        message = "a proposal says whole operations"
        raise ValueError(message)
    kind = f"cash-moved-{draft.direction}" if draft.category in TRANSFERS else ""
    parts = [
        words(
            kind or f"cash-{draft.direction}",
            amount=draft.amount,
            category=words.category(draft.category),
        )
    ]
    if draft.counterparty:
        parts.append(words("cash-line-counterparty", name=as_name(draft.counterparty)))
    if draft.order_reference:
        parts.append(words("cash-line-order", order=draft.order_reference))
    if draft.booked_on is not None and draft.booked_on not in standing:
        parts.append(words("cash-line-day", day=draft.booked_on))
    return " · ".join(parts)


def _choice(setting: Setting, proposal: CorrectionProposal) -> tuple[Button, ...]:
    book = ProposalCallback(proposal_id=proposal.id, field="book").pack()
    leave = ProposalCallback(proposal_id=proposal.id, field="leave").pack()
    label = setting.words.plain
    return (
        Button(label("button-book-today"), data=book, tone=Tone.GOOD),
        Button(label("button-leave"), data=leave),
    )
