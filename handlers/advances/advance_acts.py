"""What the buttons about money to account for do."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.advances.advance_cards import (
    accounted_card,
    asked_card,
    holder_card,
    list_card,
    spending_question,
    team_card,
)
from handlers.approvals.approval_news import approval_news, waiting_replies
from handlers.callbacks import AdvanceCallback, SpendingCallback
from handlers.cards import Setting
from handlers.cash.replies import replies_to
from handlers.entries.entry_notes import standing_line
from ledger.cash import CashCategory
from parsing.annotation.lexicon import Lexicon
from services.advances.account_for import (
    AccountedFor,
    ReceiptUndone,
    SpendingAsked,
    pay_own,
    spend_all,
    undo_receipt,
)
from services.advances.advances import Holder, holder_of, holders, shown_name
from services.advances.answer_spending import (
    FromAdvance,
    FromTill,
    NotSpent,
    OwnMoney,
    SpendingAnswer,
    SpendingDropped,
    SpentOn,
    answer_spending,
)
from services.advances.turn_advance import ORDINARY, link_holder, turn_entry
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce
from services.cash_types import (
    CashAsked,
    CashRecorded,
    NotAllowed,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.messages import Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books

Replies = tuple[OutgoingMessage, ...]

ADVANCE = "advance"
"""The conversation's name in what a person is expected to type."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """Who pressed a button, where, and in which words he is answered."""

    setting: Setting
    person: Person
    message_id: int | None
    lexicon: Lexicon
    cause: Cause

    @property
    def typed(self) -> TypedCash:
        """Give the press as something told."""
        chat_id = self.setting.chat_id
        return TypedCash(self.person, chat_id, self.message_id or 0, "", self.cause.at)

    def say(self, outcome: StaleAnswer | NotAllowed) -> OutgoingMessage:
        """Say that nothing was done, and why."""
        return self.setting.say("not-allowed" if isinstance(outcome, NotAllowed) else "stale")


def expected_holder(person: Person) -> tuple[str, int]:
    """Give what a person was asked to type, "receipts" or "change", and of which holder."""
    _, _, rest = (person.expects or "").partition(":")
    what, _, number = rest.partition(":")
    return what, int(number) if number.isdecimal() else 0


def carried_out(books: Books, by: Pressing, pressed: AdvanceCallback) -> Replies:
    """Do what a button about advances says."""
    if not by.person.may(Permission.RECORD_CASH):
        return (by.say(NotAllowed()),)
    if pressed.action == "list":
        _asks_no_more(books, by)
        page = int(pressed.value) if pressed.value.isdecimal() else 0
        return (list_card(books, by.setting, page=page, edits=by.message_id),)
    if pressed.action in {"turn", "undo"}:
        return _on_entry(books, by, pressed)
    holder = holder_of(books, pressed.number)
    if holder is None:
        return (by.say(StaleAnswer()),)
    if pressed.action == "pay":
        return _pay(books, by, holder, pressed)
    return (_ACTS[pressed.action](books, by, holder, pressed),)


def answered(books: Books, by: Pressing, pressed: SpendingCallback) -> Replies:
    """Take the answer to a question about what a holder spent."""
    if pressed.field == "page":
        return (_page(books, by, pressed),)
    asked = pressed.spending_id, pressed.revision
    outcome = answer_spending(books, by.person, asked, _answer(pressed), by.cause)
    edits = by.message_id
    match outcome:
        case AccountedFor(moved=moved):
            card = accounted_card(books, by.setting, outcome, edits=edits)
            waits = () if moved is None else waiting_replies(books, by.setting, moved.waits)
            return (card, *waits, *approval_news(books))
        case SpendingAsked() | CashRecorded() | CashAsked() | CashFiledInPart() | TooMuchAtOnce():
            return replies_to(books, by.setting, outcome, edits=edits)
        case SpendingDropped():
            return (by.setting.say("draft-dropped", edits=edits),)
        case _:
            return (by.say(outcome),)


def _page(books: Books, by: Pressing, pressed: SpendingCallback) -> OutgoingMessage:
    spending = books.advances.asked(pressed.spending_id)
    if spending is None or spending.revision != pressed.revision:
        return by.say(StaleAnswer())
    holder = next((each for each in holders(books) if each.name == spending.holder), None)
    if holder is None:
        return by.say(StaleAnswer())
    page, asked = int(pressed.value), SpendingAsked(spending, holder)
    return spending_question(books, by.setting, asked, page=page, edits=by.message_id)


def _answer(pressed: SpendingCallback) -> SpendingAnswer:
    match pressed.field:
        case "category":
            return SpentOn(CashCategory(pressed.value))
        case "advance":
            return FromAdvance()
        case "till":
            return FromTill()
        case "own":
            return OwnMoney(is_paid_now=pressed.value == "paid")
        case _:
            return NotSpent()


def _on_entry(books: Books, by: Pressing, pressed: AdvanceCallback) -> Replies:
    if pressed.action == "turn":
        account = ORDINARY if pressed.value == "-" else pressed.value
        outcome = turn_entry(books, by.typed, pressed.number, account, by.lexicon, by.cause)
        return replies_to(books, by.setting, outcome)
    undone = undo_receipt(books, pressed.number, by.person, by.cause)
    if isinstance(undone, PeriodIsClosed):
        closed = by.setting.words("period-closed", day=undone.closed_through)
        return (by.setting.message(closed),)
    if not isinstance(undone, ReceiptUndone):
        return replies_to(books, by.setting, undone)
    words = by.setting.words
    amount = next(leg.amount for leg in undone.undone.entry.postings if leg.amount.minor > 0)
    number = str(undone.undone.number)
    lines = [words("cash-undone", number=number, amount=amount)]
    lines.append(standing_line(books, words, undone.holder))
    return (by.setting.message("\n".join(lines)),)


def _show(books: Books, by: Pressing, holder: Holder, _: AdvanceCallback) -> OutgoingMessage:
    _asks_no_more(books, by)
    return holder_card(books, by.setting, holder, by.person)


def _ask(books: Books, by: Pressing, holder: Holder, pressed: AdvanceCallback) -> OutgoingMessage:
    if not holder.open:
        return by.say(StaleAnswer())
    books.expectations.expect(by.person.id, f"{ADVANCE}:{pressed.action}:{holder.number}")
    return asked_card(books, by.setting, holder, pressed.action)


def _all(books: Books, by: Pressing, holder: Holder, pressed: AdvanceCallback) -> OutgoingMessage:
    _asks_no_more(books, by)
    outcome = spend_all(books, by.typed, holder.number, pressed.seen, by.cause)
    if isinstance(outcome, AccountedFor):
        return accounted_card(books, by.setting, outcome, edits=by.message_id)
    return _again(books, by, holder)


def _pay(books: Books, by: Pressing, holder: Holder, pressed: AdvanceCallback) -> Replies:
    outcome = pay_own(books, by.typed, holder.number, pressed.seen, by.cause)
    if isinstance(outcome, CashRecorded):
        return replies_to(books, by.setting, outcome, edits=by.message_id)
    return (_again(books, by, holder),)


def _team(books: Books, by: Pressing, holder: Holder, _: AdvanceCallback) -> OutgoingMessage:
    if not by.person.may(Permission.UNDO_ANY):
        return by.say(NotAllowed())
    return team_card(books, by.setting, holder, edits=by.message_id)


def _link(books: Books, by: Pressing, holder: Holder, pressed: AdvanceCallback) -> OutgoingMessage:
    person_id = int(pressed.value) or None
    linked = link_holder(books, by.person, holder.number, person_id, by.cause)
    if not isinstance(linked, Holder):
        return by.say(linked)
    return holder_card(books, by.setting, linked, by.person, edits=by.message_id)


def _again(books: Books, by: Pressing, holder: Holder) -> OutgoingMessage:
    """Say that something changed meanwhile, with how it stands now."""
    name = shown_name(books, holder)
    books.expectations.expect(by.person.id, None)
    card = holder_card(books, by.setting, holder, by.person)
    changed = by.setting.words("advance-changed", name=name)
    return by.setting.message(f"{changed}\n{card.text}", card.buttons, edits=by.message_id)


def _asks_no_more(books: Books, by: Pressing) -> None:
    if (by.person.expects or "").startswith(f"{ADVANCE}:"):
        books.expectations.expect(by.person.id, None)


_Act = Callable[[Books, Pressing, Holder, AdvanceCallback], OutgoingMessage]
_ACTS: dict[str, _Act] = {
    "show": _show,
    "receipts": _ask,
    "change": _ask,
    "all": _all,
    "team": _team,
    "link": _link,
}
