"""Payouts that wait for another person's yes: the list, and the buttons of their cards."""

from typing import TypeAlias

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.approvals.approval_cards import (
    approval_button,
    local,
    outcome_line,
    short_line,
    shown_to,
)
from handlers.approvals.approval_news import approval_news, fresh_card
from handlers.callbacks import ApprovalCallback
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.subjects import APPROVAL
from locales.words import Words, shorten, words_of
from services.approvals.approvals import Approval, ApprovalState, Refusal, Withdrawal
from services.approvals.decide_approval import (
    Approved,
    Refused,
    Settled,
    approve,
    open_approval,
    refuse,
)
from services.approvals.delegate_approval import Delegated, delegate_approval, deputies
from services.approvals.see_approvals import see_approvals
from services.approvals.withdraw_approval import Withdrawn, withdraw_approval
from services.cash_types import NotAllowed, PeriodIsClosed, StaleAnswer
from services.messages import Button, Cause, OutgoingMessage, Tone
from services.people import Permission, Person
from services.ports import Books

_BUTTON_NAME_MAX = 24

Unsaid: TypeAlias = Settled | NotAllowed | StaleAnswer | PeriodIsClosed
Replies: TypeAlias = tuple[OutgoingMessage, ...]

router = Router(name="approvals")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@router.message(Command("approvals"))
async def approvals_asked(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Answer /approvals."""
    chat_id = message.chat.id

    def show(books: Books) -> OutgoingMessage:
        if not person.may(Permission.RECORD_CASH):
            return OutgoingMessage(chat_id, words("not-allowed"))
        return _list(books, words, person, chat_id)

    await desk.finish(show)


@router.callback_query(ApprovalCallback.filter())
async def approval_pressed(
    callback: CallbackQuery,
    callback_data: ApprovalCallback,
    desk: Desk,
    person: Person,
) -> None:
    """Decide, ask, delegate, withdraw, or look at a payout."""
    chat_id, message_id = place_of(callback)
    press = _Press(person, chat_id, message_id, callback_data, desk.cause)
    await desk.finish(press.act)


class _Press:
    """One press: who, on which message, what."""

    def __init__(
        self,
        person: Person,
        chat_id: int,
        message_id: int | None,
        pressed: ApprovalCallback,
        cause: Cause,
    ) -> None:
        self._person, self._words = person, words_of(person.language)
        self._chat_id, self._message_id = chat_id, message_id
        self._number, self._value = pressed.approval_id, pressed.value
        self._action, self._cause = pressed.action, cause

    def act(self, books: Books) -> Replies:
        """Do what was pressed; whatever this person was asked to type about a payout is left."""
        leave(books, self._person)
        acts = {
            "approve": self._approve,
            "reason": self._refuse,
            "withdraw": self._withdraw,
            "delegate": self._delegate,
            "answer": self._answer,
            "show": self._show,
        }
        return acts.get(self._action, self._ask)(books)

    def _approve(self, books: Books) -> Replies:
        return self._said(books, approve(books, self._number, self._person, self._cause))

    def _refuse(self, books: Books) -> Replies:
        return self._said(
            books, refuse(books, self._number, self._value, self._person, self._cause)
        )

    def _said(self, books: Books, outcome: Approved | Refused | Withdrawn | Unsaid) -> Replies:
        """Say an outcome; whoever comes late sees how it ended, right on the card he pressed."""
        match outcome:
            case Approved() | Refused() | Withdrawn():
                return approval_news(books)
            case Settled(approval):
                text, rows = shown_to(books, approval, self._person)
                late = OutgoingMessage(self._chat_id, text, rows, edits=self._message_id)
                return (*approval_news(books), late)
            case PeriodIsClosed(day):
                said = self._words("period-closed", day=day)
            case NotAllowed():
                said = self._words("not-allowed")
            case _:
                said = self._words("stale")
        return (OutgoingMessage(self._chat_id, said),)

    def _withdraw(self, books: Books) -> Replies:
        why = Withdrawal.NOT_CASH if self._value == Withdrawal.NOT_CASH else Withdrawal.BY_ASKER
        outcome = withdraw_approval(books, self._number, why, self._person, self._cause)
        return self._said(books, outcome)

    def _delegate(self, books: Books) -> Replies:
        deputy_id = int(self._value) if self._value.isdecimal() else 0
        outcome = delegate_approval(books, self._number, deputy_id, self._person, self._cause)
        if not isinstance(outcome, Delegated):
            return self._said(books, outcome)
        deputy = outcome.to
        told = words_of(deputy.language)("approval-passed-on", name=self._person.name)
        news = approval_news(books) or self._card(books, outcome.approval)
        return (OutgoingMessage(deputy.telegram_id, told), *news)

    def _answer(self, books: Books) -> Replies:
        """Have who asked for the payout type his answer, after he did something else."""
        found = books.approvals.find(self._number)
        if found is None or found.asked_by != self._person.id:
            return self._said(books, NotAllowed())
        if found.state is not ApprovalState.WAITING:
            return self._said(books, Settled(found))
        expect(books, self._person, "answer", self._number, self._value)
        return (OutgoingMessage(self._chat_id, self._words("approval-type-answer")),)

    def _show(self, books: Books) -> Replies:
        found = books.approvals.find(self._number)
        seen = see_approvals(books, self._person).waiting
        if found is None:
            return self._said(books, StaleAnswer())
        if found.state is not ApprovalState.WAITING:
            return self._said(books, Settled(found))
        if found.id not in {each.id for each in seen}:
            return self._said(books, NotAllowed())
        return (fresh_card(books, found, self._person),)

    def _ask(self, books: Books) -> Replies:
        """Ask for a reason, a question or a deputy on the card itself; or show the card again."""
        found = open_approval(books, self._number, self._person, self._cause)
        if not isinstance(found, Approval):
            return self._said(books, found)
        words = self._words
        match self._action:
            case "refuse":
                expect(books, self._person, "refuse", found.id)
                asked, rows = words("approval-ask-reason"), _reasons(words, found)
            case "ask":
                expect(books, self._person, "ask", found.id)
                asker = books.people.find(found.asked_by)
                name = "" if asker is None else asker.name
                asked, rows = words("approval-ask-question", name=name), ()
            case "deputies" if self._person.may(Permission.APPROVE_PAYOUT):
                asked = words("approval-ask-deputy")
                rows = _deputies(books, words, found, self._person)
            case "deputies":
                return self._said(books, NotAllowed())
            case _:
                return self._card(books, found)
        text, _ = shown_to(books, found, self._person)
        back = (approval_button(found, words.plain("button-back"), "back"),)
        return (
            OutgoingMessage(
                self._chat_id, f"{text}\n\n{asked}", (*rows, back), edits=self._message_id
            ),
        )

    def _card(self, books: Books, approval: Approval) -> Replies:
        text, rows = shown_to(books, approval, self._person)
        return (OutgoingMessage(self._chat_id, text, rows, edits=self._message_id),)


def expect(books: Books, person: Person, what: str, approval_id: int, value: str = "-") -> None:
    """Remember what a person was asked to type about a payout."""
    books.expectations.expect(person.id, f"{APPROVAL}:{what}:{approval_id}:{value}")


def leave(books: Books, person: Person) -> None:
    """Forget what a person was asked to type about a payout, if he was."""
    if (person.expects or "").startswith(f"{APPROVAL}:"):
        books.expectations.expect(person.id, None)


def _list(books: Books, words: Words, person: Person, chat_id: int) -> OutgoingMessage:
    seen = see_approvals(books, person)
    lines = [f"<b>{words('approvals-title')}</b>"]
    rows: list[tuple[Button, ...]] = []
    names = {each.id: each.name for each in books.people.all()}
    for each in seen.waiting:
        name, until = names.get(each.asked_by, ""), local(books, each.expires_at)
        line = short_line(words, each)
        lines.append(f"{line} · {words('approvals-until', name=name, expires=until)}")
        short = shorten(name, _BUTTON_NAME_MAX)
        label = words.plain("approvals-button", amount=each.amount, name=short)
        rows.append((approval_button(each, label, "show"),))
    if not seen.waiting:
        lines.append(words("approvals-none"))
    if seen.settled:
        lines += ["", f"<b>{words('approvals-settled')}</b>"]
    for each in seen.settled:
        name = words("approvals-of", name=names.get(each.asked_by, ""))
        lines.append(f"{short_line(words, each)} · {name} · {outcome_line(books, words, each)}")
    return OutgoingMessage(chat_id, "\n".join(lines), tuple(rows))


def _reasons(words: Words, approval: Approval) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (
            approval_button(
                approval,
                words.plain(f"approval-no-{each}"),
                "reason",
                each.value,
                tone=Tone.BAD,
            ),
        )
        for each in Refusal
    )


def _deputies(
    books: Books, words: Words, approval: Approval, person: Person
) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (
            approval_button(
                approval,
                words.plain(
                    "approval-deputy-button",
                    name=shorten(each.name, _BUTTON_NAME_MAX),
                    role=words.role(each.role),
                ),
                "delegate",
                str(each.id),
            ),
        )
        for each in deputies(books, approval, person)
    )
