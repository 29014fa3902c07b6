"""What a payout that waits looks like: to who asked, to who may decide, and when it is settled."""

import datetime as dt
from collections.abc import Callable

from handlers.callbacks import ApprovalCallback
from handlers.entries.receipt_buttons import receipt_buttons
from locales.words import Words, as_name, short_time, shorten, words_of
from services.approvals.approvals import Approval, ApprovalState, Refusal, Withdrawal, may_decide
from services.approvals.set_limit import limit_of
from services.cash.keep_receipt import key_of_origin
from services.messages import Button, Tone
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

TEXT_SHOWN_MAX = 300
"""What somebody typed is cut past this: the amount and the buttons must be seen at once."""

Rows = tuple[tuple[Button, ...], ...]


def shown_to(books: Books, approval: Approval, reader: Person) -> tuple[str, Rows]:
    """Give the text and the buttons of a payout as somebody may see it now."""
    words, asker = words_of(reader.language), books.people.find(approval.asked_by)
    if approval.state is not ApprovalState.WAITING:
        is_askers = reader.id == approval.asked_by
        title = short_line(words, approval) if is_askers else _title(words, approval, asker)
        lines = (title, *outcome_lines(books, words, approval))
        off = Button(_outcome(books, words.plain, approval, is_short=True), tone=Tone.OFF)
        return "\n".join(lines), ((off,),)
    if reader.id == approval.asked_by:
        return _askers_text(books, words, approval, reader), _askers_buttons(words, approval)
    lines = (_title(words, approval, asker), *_details(books, words, approval, asker))
    if asker is None or not may_decide(approval, reader, asker):
        return "\n".join((*lines, words("approval-not-yours"))), ()
    papers = books.receipts.of_message(key_of_origin(approval.origin))
    rows = (*_deciders_buttons(words, approval, reader), *receipt_buttons(words, papers))
    return "\n".join(lines), rows


def short_line(words: Words, approval: Approval) -> str:
    """Tell a payout in one line, to be spoken of."""
    category = words.category(approval.draft.category)
    return words("cash-out", amount=approval.amount, category=category)


def outcome_line(books: Books, words: Words, approval: Approval) -> str:
    """Tell how a payout ended, by whom and when."""
    return _outcome(books, words, approval)


def outcome_lines(books: Books, words: Words, approval: Approval) -> list[str]:
    """Tell how a payout ended, and why."""
    lines = [outcome_line(books, words, approval)]
    if approval.reason and approval.state is ApprovalState.REFUSED:
        lines.append(words("approval-reason", reason=_reason(words, approval.reason)))
    if approval.state is ApprovalState.WITHDRAWN:
        lines.append(words(f"approval-because-{Withdrawal(approval.reason or '')}"))
    return lines


def approval_button(
    approval: Approval, label: str, action: str, value: str = "-", tone: Tone = Tone.PLAIN
) -> Button:
    """Make a button about a payout."""
    data = ApprovalCallback(approval_id=approval.id, action=action, value=value).pack()
    return Button(label, data=data, tone=tone)


def local(books: Books, moment: dt.datetime) -> dt.datetime:
    """Show a moment on the shop's clock."""
    return shop_of(books).local(moment)


def _title(words: Words, approval: Approval, asker: Person | None) -> str:
    return words(
        "approval-title",
        name="" if asker is None else asker.name,
        amount=approval.amount,
        category=words.category(approval.draft.category),
    )


def _details(
    books: Books, words: Words, approval: Approval, asker: Person | None
) -> tuple[str, ...]:
    currency = approval.amount.currency
    day = _day_of(books, approval)
    lines = [*_particulars(books, words, approval), _quoted(words, approval.text)]
    lines += _sale(books, words, approval)
    lines += _in_place_of(books, words, approval)
    if asker is not None:
        paid = books.limits.paid_out(asker.actor, day, currency)
        lines.append(words("approval-paid", name=asker.name, day=day, amount=paid))
    names = {till.key: till.name(words.language) for till in books.accounts.tills()}
    till, balance = approval.till, books.balances.of(approval.till, currency)
    lines.append(words("cash-line-till", till=names.get(till, till), balance=balance))
    deputy = None if approval.delegated_to is None else books.people.find(approval.delegated_to)
    if deputy is not None:
        lines.append(words("approval-deputy", name=deputy.name))
    lines.append(words("approval-until", expires=local(books, approval.expires_at)))
    return tuple(lines)


def _particulars(books: Books, words: Words, approval: Approval) -> list[str]:
    """Tell for whom it is, which order, which other day, if there is anything to tell."""
    draft, parts = approval.draft, []
    if draft.counterparty:
        parts.append(words("cash-line-counterparty", name=shorten(as_name(draft.counterparty))))
    if draft.against:
        parts.append(words("approval-to-account"))
    if draft.order_reference:
        parts.append(words("cash-line-order", order=shorten(draft.order_reference)))
    if draft.booked_on not in {None, shop_of(books).day_of(approval.told_at)}:
        parts.append(words("cash-line-day", day=draft.booked_on))
    return [" · ".join(parts)] if parts else []


def _sale(books: Books, words: Words, approval: Approval) -> list[str]:
    """Tell which sale a refund was said to pay back."""
    if not approval.is_sale_told:
        return []
    number = approval.sale_number
    if number is None:
        return [words("refund-no-sale")]
    sale = books.links.sale(number)
    if sale is None:
        return [words("refund-broken", number=str(number))]
    return [words("approval-sale", number=str(sale.number), day=sale.booked_on)]


def _in_place_of(books: Books, words: Words, approval: Approval) -> list[str]:
    """Name the entry that stands until this one is approved."""
    before = None if approval.replaces is None else books.journal.find(approval.replaces)
    if before is None:
        return []
    moved = next(leg.amount for leg in before.entry.postings if leg.account == approval.till)
    return [words("approval-before", number=str(before.number), amount=abs(moved))]


def _quoted(words: Words, text: str) -> str:
    return words("approval-words", text=shorten(text, TEXT_SHOWN_MAX))


def _askers_text(books: Books, words: Words, approval: Approval, asker: Person) -> str:
    expires = local(books, approval.expires_at)
    deciders = [each.name for each in books.people.all() if may_decide(approval, each, asker)]
    lines = [words("approval-waits"), short_line(words, approval)]
    lines += _particulars(books, words, approval)
    lines += _sale(books, words, approval)
    lines += _in_place_of(books, words, approval)
    lines += _why(books, words, approval, asker)
    if deciders:
        lines.append(words("approval-asked", names=", ".join(deciders), expires=expires))
    else:
        lines.append(words("approval-nobody", expires=expires))
    return "\n".join(lines)


def _why(books: Books, words: Words, approval: Approval, asker: Person) -> list[str]:
    """Name the limit that it is above, if it still is."""
    limit = limit_of(books, asker.role, approval.amount.currency)
    if limit.per_payout is not None and limit.per_payout < approval.amount:
        return [words("approval-above-payout", amount=limit.per_payout)]
    if limit.per_day is not None:
        day = _day_of(books, approval)
        paid = books.limits.paid_out(asker.actor, day, approval.amount.currency)
        return [words("approval-above-day", amount=limit.per_day, balance=paid)]
    return []


def _day_of(books: Books, approval: Approval) -> dt.date:
    return approval.draft.booked_on or shop_of(books).day_of(approval.told_at)


def _askers_buttons(words: Words, approval: Approval) -> Rows:
    return (
        (
            approval_button(approval, words.plain("button-withdraw"), "withdraw"),
            approval_button(
                approval, words.plain("button-not-cash"), "withdraw", Withdrawal.NOT_CASH
            ),
        ),
    )


def _deciders_buttons(words: Words, approval: Approval, reader: Person) -> Rows:
    yes = approval_button(approval, words.plain("button-approve"), "approve", tone=Tone.GOOD)
    no = approval_button(approval, words.plain("button-refuse"), "refuse", tone=Tone.BAD)
    ask = approval_button(approval, words.plain("button-ask"), "ask")
    if not reader.may(Permission.APPROVE_PAYOUT):
        return ((yes, no), (ask,))
    return (
        (yes, no),
        (ask, approval_button(approval, words.plain("button-delegate"), "deputies")),
    )


def _reason(words: Words, reason: str) -> str:
    """Give a usual reason in the reader's language, any other as it was typed."""
    is_usual = reason in {each.value for each in Refusal}
    return words.plain(f"approval-no-{reason}") if is_usual else shorten(reason, TEXT_SHOWN_MAX)


def _outcome(
    books: Books, say: Callable[..., str], approval: Approval, *, is_short: bool = False
) -> str:
    """Tell how it ended; on a button so short that a telephone shows it whole."""
    decided_at = local(books, approval.decided_at or approval.asked_at)
    at = short_time(decided_at) if is_short else decided_at
    decider = None if approval.decided_by is None else books.people.find(approval.decided_by)
    name = "" if decider is None else decider.name
    match approval.state:
        case ApprovalState.APPROVED:
            return say("approval-approved", name=name, at=at)
        case ApprovalState.REFUSED:
            return say("approval-refused", name=name, at=at)
        case ApprovalState.EXPIRED:
            return say("approval-expired", at=at)
        case _:
            return say("approval-withdrawn", at=at)
