"""What is asked about a doubtful message, with the likely answers as buttons."""

import datetime as dt

from handlers.callbacks import DraftCallback
from handlers.cards import Setting, remembered_line
from handlers.entries.category_buttons import categories_going, category_rows
from ledger.advances import SPENDABLE
from ledger.cash import CASH_RULES, CashDirection
from locales.words import as_name, shorten
from parsing.reading import Missing
from services.cash.drafts import Draft
from services.messages import Button, OutgoingMessage

WORDS_MAX = 300
"""A longer message is cut where it is quoted."""


def question(
    setting: Setting, draft: Draft, *, page: int | None = None, edits: int | None = None
) -> OutgoingMessage:
    """Ask the first thing that a draft lacks; one that lacks nothing is read back.

    A page is one of the categories, whatever else is asked.
    """
    if not draft.missing and page is None:
        return _read_back(setting, draft, edits=edits)
    first = draft.missing[0] if draft.missing and page is None else Missing.CATEGORY
    match first:
        case Missing.DIRECTION:
            asked, rows = _ask(setting, draft, "ask-direction"), _directions(setting, draft)
        case Missing.CATEGORY:
            what = "advance-ask-what" if draft.known.against else "ask-category"
            asked = _ask(setting, draft, what)
            rows = _categories(setting, draft, page or 0)
        case Missing.DATE:
            asked, rows = setting.words("ask-date"), _days(setting, draft)
        case Missing.COUNTERPARTY:
            asked, rows = _ask(setting, draft, "advance-ask-who"), ()
        case _:
            asked, rows = setting.words("ask-amount"), ()
    drop = _button(draft, setting.words.plain("button-not-cash"), "drop", "-")
    return about_message(setting, draft, asked, (*rows, (drop,)), edits=edits)


def _read_back(setting: Setting, draft: Draft, *, edits: int | None) -> OutgoingMessage:
    """Tell what was likely meant; one tap confirms it, others put it right."""
    known, words = draft.known, setting.words
    if known.direction is None or known.category is None or known.amount is None:
        message = "a draft that lacks something cannot be read back"
        raise ValueError(message)
    parts = [
        words(
            f"cash-{known.direction}", amount=known.amount, category=words.category(known.category)
        )
    ]
    if known.counterparty:
        parts.append(words("cash-line-counterparty", name=as_name(known.counterparty)))
    if known.order_reference:
        parts.append(words("cash-line-order", order=known.order_reference))
    if known.booked_on is not None and known.booked_on != setting.today:
        parts.append(words("cash-line-day", day=known.booked_on))
    other = CashDirection.OUT if known.direction is CashDirection.IN else CashDirection.IN
    rows = (
        (_button(draft, words.plain("button-right"), "confirm", "-"),),
        (
            _button(draft, words.plain(f"direction-{other}"), "direction", other.value),
            _button(draft, words.plain("button-other-category"), "page", "0"),
        ),
        (_button(draft, words.plain("button-not-cash"), "drop", "-"),),
    )
    taught = remembered_line(words, known.remembered)
    opening = words("ask-right-model" if known.is_guess else "ask-right")
    text = "\n".join([opening, " · ".join(parts), *taught, words("ask-right-hint")])
    return about_message(setting, draft, text, rows, edits=edits)


def about_message(
    setting: Setting,
    draft: Draft,
    text: str,
    rows: tuple[tuple[Button, ...], ...],
    *,
    edits: int | None,
) -> OutgoingMessage:
    """Ask under the message that is meant; in another chat its words stand above the question."""
    if draft.chat_id == setting.chat_id:
        return setting.message(text, rows, edits=edits, reply_to=draft.message_id)
    quoted = setting.words("draft-words", text=shorten(draft.text, WORDS_MAX))
    return setting.message(f"{quoted}\n{text}", rows, edits=edits)


def _ask(setting: Setting, draft: Draft, message_id: str) -> str:
    amount = draft.known.amount
    return setting.words(message_id, amount="none" if amount is None else amount)


def _directions(setting: Setting, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    allowed = (
        CASH_RULES[draft.known.category].directions if draft.known.category else set(CashDirection)
    )
    return (
        tuple(
            _button(draft, setting.words.plain(f"direction-{way}"), "direction", way.value)
            for way in CashDirection
            if way in allowed
        ),
    )


def _categories(setting: Setting, draft: Draft, page: int) -> tuple[tuple[Button, ...], ...]:
    going = categories_going(draft.known.direction)
    allowed = [each for each in going if not draft.known.against or each in SPENDABLE]
    return category_rows(
        setting.words,
        allowed,
        page,
        button=lambda label, field, value: _button(draft, label, field, value),
    )


def _days(setting: Setting, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    yesterday = setting.today - dt.timedelta(days=1)
    return (
        (
            _button(draft, setting.words.plain("button-today"), "date", str(setting.today)),
            _button(draft, setting.words.plain("button-yesterday"), "date", str(yesterday)),
        ),
    )


def _button(draft: Draft, label: str, field: str, value: str) -> Button:
    data = DraftCallback(draft_id=draft.id, revision=draft.revision, field=field, value=value)
    return Button(label, data=data.pack())
