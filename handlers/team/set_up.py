"""Lead the owner through set-up: a question a step, answered by a tap or by typing."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import SetUpCallback
from handlers.command_menu import show_menu
from handlers.desk import Desk
from handlers.filters import has_text, is_private, is_setting_up
from handlers.input import place_of
from handlers.team.help import help_text
from ledger.accounts import LANGUAGES
from ledger.money import Money
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from services.messages import Button, Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.team.set_up_shop import (
    SKIP,
    Refused,
    SetUpState,
    SetUpStep,
    answer,
    go_back,
    record_opening,
    state_of,
)

CURRENCIES = ("UAH", "EUR", "USD", "PLN", "GBP", "KZT")
ZONES = ("Europe/Kyiv", "Europe/Warsaw", "Europe/Berlin", "Europe/London")
TILLS = ("1", "2", "3")
BACK, NOTHING = "back", "0"

router = Router(name="set-up")
router.message.filter(is_private, is_setting_up)
router.callback_query.filter(SetUpCallback.filter())


def set_up_question(books: Books, person: Person, chat_id: int) -> OutgoingMessage | None:
    """Ask what set-up stands at; None when there is none to do."""
    state = state_of(books, person)
    if state is None:
        return None
    words = words_of(person.language)
    rows = [*_choices(words, state)]
    if state.step is not SetUpStep.LANGUAGE:
        rows.append((_button(state, words.plain("button-back"), BACK),))
    return OutgoingMessage(chat_id, _asked(words, state), tuple(rows))


@router.callback_query(is_setting_up)
async def step_tapped(
    callback: CallbackQuery, callback_data: SetUpCallback, desk: Desk, person: Person, bot: Bot
) -> None:
    """Take a tapped answer; a button of another step asks the present one again."""
    chat_id, _ = place_of(callback)

    def take(books: Books) -> tuple[OutgoingMessage, ...]:
        state = state_of(books, person)
        if state is None or _tells(state) != (callback_data.step, callback_data.about):
            return _next(books, person, chat_id)
        if callback_data.value == BACK:
            go_back(books, person)
            return _next(books, person, chat_id)
        if state.step is SetUpStep.OPENING:
            zero = Money.zero(state.shop.base_currency)
            return _opened(books, person, zero, desk.cause, chat_id)
        return _take(books, person, callback_data.value, desk.cause, chat_id)

    await desk.finish(take)
    now = await desk.read(lambda books: books.people.find(person.id))
    if now is not None and now.language != person.language:
        await show_menu(bot, now)


@router.callback_query()
async def step_tapped_late(callback: CallbackQuery, desk: Desk, words: Words) -> None:
    """Say that set-up is over."""
    chat_id, message_id = place_of(callback)
    await desk.reply(OutgoingMessage(chat_id, words("stale"), edits=message_id))


@router.message(has_text)
async def step_typed(message: Message, desk: Desk, person: Person, lexicon: Lexicon) -> None:
    """Take a typed answer."""
    text, chat_id = (message.text or "").strip(), message.chat.id

    def take(books: Books) -> tuple[OutgoingMessage, ...]:
        state = state_of(books, person)
        if state is None:
            return ()
        if state.step is SetUpStep.OPENING:
            money = _typed_money(text, state.shop.base_currency, lexicon)
            return _opened(books, person, money or Refused("amount", text), desk.cause, chat_id)
        return _take(books, person, text, desk.cause, chat_id)

    await desk.finish(take)


def _take(
    books: Books, person: Person, said: str, cause: Cause, chat_id: int
) -> tuple[OutgoingMessage, ...]:
    """Do what a step's answer says and ask on, or the same again with the reason."""
    refused = answer(books, person, said, cause)
    return _next(books, person, chat_id, refused)


def _typed_money(text: str, currency: str, lexicon: Lexicon) -> Money | None:
    is_zero = "0" in text and not text.strip("0,. ")
    return (
        Money.zero(currency) if is_zero else read_amount(text, currency=currency, lexicon=lexicon)
    )


def _opened(
    books: Books, person: Person, money: Money | Refused, cause: Cause, chat_id: int
) -> tuple[OutgoingMessage, ...]:
    if isinstance(money, Refused):
        return _next(books, person, chat_id, money)
    if not record_opening(books, person, money, cause):
        return _next(books, person, chat_id)
    words = words_of(person.language)
    done = words("setup-done", shop=shop_of(books).name)
    text = f"<b>{done}</b>\n\n{words('setup-try')}\n\n{help_text(words, person)}"
    return (OutgoingMessage(chat_id, text),)


def _next(
    books: Books, person: Person, chat_id: int, refused: Refused | None = None
) -> tuple[OutgoingMessage, ...]:
    now = books.people.find(person.id) or person
    asked = set_up_question(books, now, chat_id)
    if asked is None or refused is None:
        return (asked,) if asked else ()
    said = words_of(now.language)(f"setup-refused-{refused.what}", text=refused.text[:60])
    return (OutgoingMessage(chat_id, said, asked.buttons),)


def _asked(words: Words, state: SetUpState) -> str:
    till = state.account.name(words.language) if state.account else ""
    match state.step:
        case SetUpStep.TILL_NAME | SetUpStep.OPENING:
            return words(f"setup-{state.step.value.replace('_', '-')}", till=till)
        case _:
            return words(f"setup-{state.step.value}")


def _choices(words: Words, state: SetUpState) -> tuple[tuple[Button, ...], ...]:
    """Give the likely answers of a step, as many in a row as fit."""
    languages = [(words_of(each).plain("language-name"), each) for each in LANGUAGES]
    choices: dict[SetUpStep, tuple[list[tuple[str, str]], int]] = {
        SetUpStep.LANGUAGE: (languages, 1),
        SetUpStep.CURRENCY: ([(code, code) for code in CURRENCIES], 3),
        SetUpStep.ZONE: ([(_city(words, zone), zone) for zone in ZONES], 2),
        SetUpStep.TILLS: ([(count, count) for count in TILLS], 3),
        SetUpStep.TILL_NAME: ([(words.plain("button-skip"), SKIP)], 1),
        SetUpStep.OPENING: ([(NOTHING, NOTHING)], 1),
    }
    named, across = choices.get(state.step, ([], 1))
    return _rows(state, named, across=across)


def _rows(
    state: SetUpState, named: list[tuple[str, str]], *, across: int
) -> tuple[tuple[Button, ...], ...]:
    buttons = [_button(state, label, value) for label, value in named]
    return tuple(
        tuple(buttons[place : place + across]) for place in range(0, len(buttons), across)
    )


def _city(words: Words, zone: str) -> str:
    """Name the city of a zone: "Europe/Kyiv"."""
    return words.plain(f"setup-zone-{zone.partition('/')[2].lower()}")


def _tells(state: SetUpState) -> tuple[str, str]:
    """Say what a button of this step carries: the step, and the account it is about."""
    return state.step.value, state.account.key if state.account else ""


def _button(state: SetUpState, label: str, value: str) -> Button:
    step, about = _tells(state)
    return Button(label, data=SetUpCallback(step=step, about=about, value=value).pack())
