"""Decide on a correction that somebody asks for: book it today, or leave the entry as it is."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.callbacks import ProposalCallback
from handlers.cards import Setting, balance_lines, short_of
from handlers.desk import Desk
from handlers.entries.notices import told_of_change
from handlers.entries.proposal_cards import proposal_card
from handlers.filters import is_known
from handlers.input import place_of
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from services.cash_types import CashAmended, EntryUndone, NotAllowed, StaleAnswer
from services.corrections.decide_correction import (
    ApproverNeeded,
    CorrectionBooked,
    CorrectionOvertaken,
    Decided,
    DecidedBefore,
    decide_correction,
)
from services.corrections.proposals import CorrectionProposal
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop

router = Router(name="proposed corrections")
router.callback_query.filter(is_known, ProposalCallback.filter())


@router.callback_query()
async def proposal_pressed(
    callback: CallbackQuery,
    *,
    callback_data: ProposalCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Show a proposal, or decide on it; whoever asked and whoever told the entry are told."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    number, field = callback_data.proposal_id, callback_data.field

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        if field == "show":
            return (_shown(books, setting, person, number),)
        outcome = decide_correction(
            books, number, person, lexicon, desk.cause, books_it=field == "book"
        )
        return _said(books, setting, person, outcome, message_id)

    await desk.finish(act)


def _shown(books: Books, setting: Setting, person: Person, number: int) -> OutgoingMessage:
    found = books.proposals.find(number)
    if found is None:
        return setting.say("stale")
    if not person.may(Permission.UNDO_ANY):
        return setting.say("not-allowed")
    return proposal_card(books, setting, found)


def _said(
    books: Books, setting: Setting, person: Person, outcome: Decided, message_id: int | None
) -> tuple[OutgoingMessage, ...]:
    match outcome:
        case NotAllowed():
            return (setting.say("not-allowed"),)
        case StaleAnswer():
            return (setting.say("stale", edits=message_id),)
        case DecidedBefore(proposal):
            return (proposal_card(books, setting, proposal, edits=message_id),)
        case ApproverNeeded(proposal, approvers):
            return _passed_on(books, setting, proposal, approvers)
        case CorrectionOvertaken(proposal):
            overtaken = setting.say("proposal-overtaken", edits=message_id)
            return (overtaken, *_told_asker(books, setting, person, outcome, proposal))
        case _:
            proposal = outcome.proposal
            card = proposal_card(books, setting, proposal, edits=message_id)
            told = _told_asker(books, setting, person, outcome, proposal)
            return (card, *told, *_told_teller(books, setting, person, outcome))


def _passed_on(
    books: Books, setting: Setting, proposal: CorrectionProposal, approvers: tuple[Person, ...]
) -> tuple[OutgoingMessage, ...]:
    """Bring what is above a limit to who may approve it."""
    asker = books.people.find(proposal.asked_by)
    name, names = "" if asker is None else asker.name, ", ".join(each.name for each in approvers)
    if not approvers:
        return (setting.message(setting.words("proposal-above-limit-nobody", asker=name)),)
    said = setting.message(setting.words("proposal-above-limit", asker=name, names=names))
    theirs = (
        Setting(words_of(each.language), each.telegram_id, setting.today, each)
        for each in approvers
    )
    return (said, *(proposal_card(books, each, proposal) for each in theirs))


def _told_asker(
    books: Books,
    setting: Setting,
    person: Person,
    outcome: Decided,
    proposal: CorrectionProposal,
) -> tuple[OutgoingMessage, ...]:
    """Tell who asked what became of it."""
    asker = books.people.find(proposal.asked_by)
    if asker is None or asker.id == person.id or not asker.is_active:
        return ()
    their = Setting(words_of(asker.language), asker.telegram_id, setting.today)
    entry = books.journal.find(proposal.entries[0])
    about = "" if entry is None else short_of(their, entry)
    match outcome:
        case CorrectionBooked(outcome=booked):
            lines = [their.words("proposal-told-booked", name=person.name), about]
            lines += _booked_lines(books, their, booked)
        case CorrectionOvertaken():
            lines = [their.words("proposal-overtaken"), about]
        case _:
            lines = [their.words("proposal-told-left", name=person.name), about]
    return (their.message("\n".join(lines)),)


def _booked_lines(books: Books, setting: Setting, booked: CashAmended | EntryUndone) -> list[str]:
    tills = books.accounts.tills()
    match booked:
        case CashAmended(_, recorded):
            lines = [short_of(setting, each) for each in recorded.posted]
            return lines + balance_lines(setting, tills, recorded.till, recorded.balances)
        case EntryUndone():
            return balance_lines(setting, tills, booked.till, booked.balances)


def _told_teller(
    books: Books, setting: Setting, person: Person, outcome: Decided
) -> tuple[OutgoingMessage, ...]:
    """Tell who told the entry, where it was somebody else who asked."""
    if not isinstance(outcome, CorrectionBooked):
        return ()
    booked = outcome.outcome
    if isinstance(booked, CashAmended):
        before, after = booked.before, booked.recorded.posted
    else:
        before, after = (booked.undone,), ()
    told = told_of_change(books, setting.today, person, before, after)
    asker = books.people.find(outcome.proposal.asked_by)
    return tuple(each for each in told if asker is None or each.chat_id != asker.telegram_id)
