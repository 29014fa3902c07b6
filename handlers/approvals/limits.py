"""How much each role may pay out without asking: the list, buttons, a typed amount."""

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import LimitsCallback
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from ledger.accounts import LANGUAGES
from ledger.currencies import DECIMALS
from ledger.money import Money
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from services.approvals.payout_limits import PayoutLimit
from services.approvals.set_limit import limit_of, may_set, set_limit, told_of_limits
from services.cash_types import NotAllowed
from services.messages import Button, Cause, OutgoingMessage
from services.people import Permission, Person, Role
from services.ports import Books
from services.shop import Shop

LIMITS = "limits"
"""The conversation's name in what a person is expected to type."""
_NONE = frozenset({"-", "–", "—", "no", "none", "ні", "немає", "нет"})
_FIELDS = ("payout", "day")

router = Router(name="limits")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)
typed = Router(name="a typed limit")
typed.message.filter(is_asked, expects(LIMITS))

Replies = tuple[OutgoingMessage, ...]


@router.message(Command("limits"))
async def limits_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /limits, alone or with a role and its limits."""
    chat_id = message.chat.id
    if not person.may(Permission.SET_LIMITS):
        await desk.reply(OutgoingMessage(chat_id, words("not-allowed")))
        return
    if not command.args:
        await desk.finish(lambda books: _list(books, words, shop, person, chat_id))
        return
    limit = _read(command.args, shop, lexicon)
    if limit is None:
        await desk.reply(OutgoingMessage(chat_id, words("limits-how")))
        return
    await desk.finish(lambda books: _set(books, words, limit, person, desk.cause))


@router.callback_query(LimitsCallback.filter())
async def limits_pressed(
    callback: CallbackQuery,
    callback_data: LimitsCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Look at a role's limits, ask for one, or lift it."""
    chat_id, message_id = place_of(callback)
    pressed = callback_data

    def act(books: Books) -> Replies:
        _leave(books, person)
        if not person.may(Permission.SET_LIMITS):
            return (OutgoingMessage(chat_id, words("not-allowed")),)
        if pressed.action == "list":
            return (_list(books, words, shop, person, chat_id, edits=message_id),)
        role = Role(pressed.role)
        if not may_set(person, role):
            return (OutgoingMessage(chat_id, words("limits-own")),)
        if pressed.action == "lift":
            lifted = _with(limit_of(books, role, shop.base_currency), pressed.field, None)
            return _set(books, words, lifted, person, desk.cause, edits=message_id)
        if pressed.action == "ask":
            books.expectations.expect(person.id, f"{LIMITS}:{role}:{pressed.field}")
            return (_question(words, role, pressed.field, chat_id, message_id),)
        return (_role(books, words, shop, role, chat_id, message_id),)

    await desk.finish(act)


@typed.message()
async def limit_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take a typed amount as the limit that was asked for; anything else is cash talk."""
    _, role, field = (*(person.expects or "").split(":"), "", "", "")[:3]
    is_read, amount = _amount(text_of(message), shop.base_currency, lexicon)
    if not is_read or role not in set(Role) or field not in _FIELDS:
        raise SkipHandler
    currency = shop.base_currency if amount is None else amount.currency

    def act(books: Books) -> Replies:
        _leave(books, person)
        limit = _with(limit_of(books, Role(role), currency), field, amount)
        return _set(books, words, limit, person, desk.cause)

    await desk.finish(act)


def _read(arguments: str, shop: Shop, lexicon: Lexicon) -> PayoutLimit | None:
    """Read "cashier 5000 20000" with a currency at the end if it is another one."""
    parts = arguments.split()
    currency = shop.base_currency
    if parts[-1].upper() in DECIMALS:
        currency = parts.pop().upper()
    role = _role_named(parts[0]) if parts else None
    if role is None or len(parts) not in {2, 3}:
        return None
    read = [_amount(each, currency, lexicon) for each in parts[1:]]
    if not all(is_read for is_read, _ in read):
        return None
    amounts = [amount for _, amount in read] + [None]
    if any(amount is not None and amount.currency != currency for amount in amounts):
        return None
    return PayoutLimit(role, currency, amounts[0], amounts[1])


def _role_named(name: str) -> Role | None:
    folded = name.casefold()
    for role in Role:
        names = {role.value, *(words_of(each).role(role).casefold() for each in LANGUAGES)}
        if folded in names:
            return role
    return None


def _amount(text: str, currency: str, lexicon: Lexicon) -> tuple[bool, Money | None]:
    """Read an amount, nought included, or that there is no limit; first whether it is either."""
    said = text.strip().casefold()
    if said in _NONE:
        return True, None
    if said == "0":
        return True, Money.zero(currency)
    amount = read_amount(text, currency=currency, lexicon=lexicon)
    return amount is not None, amount


def _with(limit: PayoutLimit, field: str, amount: Money | None) -> PayoutLimit:
    if field == "day":
        return replace(limit, per_day=amount)
    return replace(limit, per_payout=amount)


def _leave(books: Books, person: Person) -> None:
    if (person.expects or "").startswith(f"{LIMITS}:"):
        books.expectations.expect(person.id, None)


def _set(
    books: Books,
    words: Words,
    limit: PayoutLimit,
    person: Person,
    cause: Cause,
    edits: int | None = None,
) -> Replies:
    """Keep a limit, and tell the others who answer for limits, each in his language."""
    outcome = set_limit(books, limit, person, cause)
    chat_id = person.telegram_id
    if isinstance(outcome, NotAllowed):
        said = "limits-own" if person.may(Permission.SET_LIMITS) else "not-allowed"
        return (OutgoingMessage(chat_id, words(said)),)
    back = ((_button(words.plain("button-back"), limit.role, "list"),),)
    own = OutgoingMessage(
        chat_id, f"{words('limits-set')}\n{_line(words, limit)}", back, edits=edits
    )
    told = [
        OutgoingMessage(each.telegram_id, _told(words_of(each.language), limit, person))
        for each in told_of_limits(books, person)
    ]
    return (own, *told)


def _told(words: Words, limit: PayoutLimit, by: Person) -> str:
    return "\n".join((words("limits-told", name=by.name), _line(words, limit)))


def _list(
    books: Books,
    words: Words,
    shop: Shop,
    person: Person,
    chat_id: int,
    edits: int | None = None,
) -> OutgoingMessage:
    lines = [f"<b>{words('limits-title')}</b>"]
    lines += [_line(words, limit_of(books, role, shop.base_currency)) for role in Role]
    others = [each for each in books.limits.all() if each.currency != shop.base_currency]
    lines += [_line(words, each) for each in others]
    lines += ["", words("limits-hint")]
    rows = tuple(
        (_button(words.role(role), role, "show"),) for role in Role if may_set(person, role)
    )
    return OutgoingMessage(chat_id, "\n".join(lines), rows, edits=edits)


def _line(words: Words, limit: PayoutLimit) -> str:
    role = words.role(limit.role)
    if limit.per_payout is None and limit.per_day is None:
        return words("limits-line-none", role=role, currency=limit.currency)
    return words(
        "limits-line",
        role=role,
        payout=_shown(words, limit.per_payout),
        daily=_shown(words, limit.per_day),
    )


def _shown(words: Words, amount: Money | None) -> str | Money:
    return words.plain("limits-none") if amount is None else amount


def _role(
    books: Books, words: Words, shop: Shop, role: Role, chat_id: int, edits: int | None
) -> OutgoingMessage:
    limit = limit_of(books, role, shop.base_currency)
    rows = [
        tuple(
            _button(words.plain(f"limits-button-{field}"), role, "ask", field) for field in _FIELDS
        )
    ]
    lifts = {"payout": limit.per_payout, "day": limit.per_day}
    rows += [
        (_button(words.plain(f"limits-lift-{field}"), role, "lift", field),)
        for field, amount in lifts.items()
        if amount is not None
    ]
    rows.append((_button(words.plain("button-back"), role, "list"),))
    return OutgoingMessage(chat_id, _line(words, limit), tuple(rows), edits=edits)


def _question(
    words: Words, role: Role, field: str, chat_id: int, edits: int | None
) -> OutgoingMessage:
    asked = words(f"limits-ask-{field}", role=words.role(role))
    leave = (_button(words.plain("button-leave"), role, "show"),)
    return OutgoingMessage(chat_id, asked, (leave,), edits=edits)


def _button(label: str, role: Role, action: str, field: str = "-") -> Button:
    return Button(label, data=LimitsCallback(role=role.value, action=action, field=field).pack())
