"""The question which sale a refund pays back."""

from handlers.callbacks import DraftCallback, RefundCallback
from handlers.cards import Setting
from handlers.cash.questions import about_message
from ledger.money import Money
from locales.words import Words, as_name, shorten
from services.cash.drafts import Draft
from services.cash.link_refunds import AmountWrongAnswer, SaleAnswer, candidates_for
from services.cash.match_sale import CANDIDATES_MAX, Candidate
from services.messages import Button, OutgoingMessage, Tone
from services.people import Permission
from services.ports import Books

OFFERED_AFTER = 2
"""So often "without a sale" is answered before the owner is offered to switch the question off."""


def sale_question(
    books: Books, setting: Setting, draft: Draft, *, edits: int | None = None
) -> OutgoingMessage:
    """Ask which sale is paid back; each candidate says what speaks for it."""
    words, known = setting.words, draft.known
    if known.amount is None:
        message = "a refund is asked for its sale when its amount is known"
        raise ValueError(message)
    found = candidates_for(books, known, setting.today)[:CANDIDATES_MAX]
    lines = [words("refund-ask" if found else "refund-ask-none", amount=known.amount)]
    lines.extend(_line(words, each) for each in found)
    rows: list[tuple[Button, ...]] = [
        (_button(draft, _label(words, each), "sale", str(each.sale.number)),) for each in found
    ]
    rows.append(
        (
            _button(draft, words.plain("button-refund-without"), "sale", "0", Tone.MAIN),
            _button(draft, words.plain("button-refund-wrong"), "wrong", "-"),
        )
    )
    rows.append((_button(draft, words.plain("button-not-cash"), "drop", "-"),))
    rows.extend(_switch(books, words, draft, known.amount))
    return about_message(setting, draft, "\n".join(lines), tuple(rows), edits=edits)


def sale_answer(tapped: DraftCallback) -> SaleAnswer | AmountWrongAnswer | None:
    """Read a tapped answer to the question; None for an answer to another one."""
    match tapped.field:
        case "sale":
            return SaleAnswer(int(tapped.value) or None)
        case "wrong":
            return AmountWrongAnswer()
        case _:
            return None


def rounded_above(amount: Money) -> Money:
    """Give the next round amount above: one, two or five and noughts."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if times * step > amount.minor:
                return Money(times * step, amount.currency)
        step *= 10


def ask_from_button(words: Words, amount: Money) -> Button:
    """Give the owner's way to be asked only from an amount on; nought asks always."""
    data = RefundCallback(action="ask_from", value=amount.minor).pack()
    if not amount.minor:
        return Button(words.plain("button-refund-ask-always"), data=data)
    return Button(words.plain("button-refund-ask-from", amount=amount), data=data)


def _switch(
    books: Books, words: Words, draft: Draft, amount: Money
) -> tuple[tuple[Button, ...], ...]:
    """Offer the owner to switch the question off once it has been in vain often enough."""
    person, shop = books.people.find(draft.person_id), books.shop.get()
    if person is None or not person.may(Permission.SET_UP) or shop is None:
        return ()
    if amount.currency != shop.base_currency or books.links.count_without_sale() < OFFERED_AFTER:
        return ()
    return ((ask_from_button(words, rounded_above(amount)),),)


def _line(words: Words, candidate: Candidate) -> str:
    sale = candidate.sale
    said = words(
        "refund-candidate",
        number=str(sale.number),
        day=sale.booked_on,
        amount=sale.amount,
        why=words.plain(f"refund-because-{candidate.evidence}"),
        who=shorten(as_name(sale.counterparty or "")),
    )
    left = "" if not sale.refunded else " · " + words("refund-left", amount=sale.left)
    return said + left


def _label(words: Words, candidate: Candidate) -> str:
    sale = candidate.sale
    return words.plain(
        "button-refund-sale", number=str(sale.number), day=sale.booked_on, amount=sale.amount
    )


def _button(draft: Draft, label: str, field: str, value: str, tone: Tone = Tone.PLAIN) -> Button:
    data = DraftCallback(draft_id=draft.id, revision=draft.revision, field=field, value=value)
    return Button(label, data=data.pack(), tone=tone)
