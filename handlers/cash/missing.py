"""The question about what is usually told and was not: how it is put, and what answers it."""

from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery

from alerts.missing_entries import TAKINGS, WEEKS, Habit
from handlers.callbacks import MissingCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known
from handlers.input import place_of
from locales.words import Words, as_name, shorten, words_of
from services.cash.watch_entries import AskedAboutMissing, MissingAnswered, answer_missing
from services.cash.watch_ports import WatchState
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Button, OutgoingMessage, Tone
from services.people import Person
from services.ports import Books
from services.shop import Shop

router = Router(name="missing")
router.callback_query.filter(is_known, MissingCallback.filter())


def missing_question(asked: AskedAboutMissing) -> OutgoingMessage:
    """Put the question to whoever is asked, in his language."""
    words, habit = words_of(asked.person.language), asked.missing.habit
    if habit.category == TAKINGS:
        said = words("missing-takings")
    else:
        is_weekly = asked.missing.looked_at >= WEEKS
        said = words(
            "missing-habit" if is_weekly else "missing-of-month", what=_what(words, habit)
        )
    rows = (
        (
            _button(words.plain("button-none"), asked.question.id, WatchState.NONE, Tone.MAIN),
            _button(words.plain("button-mute"), asked.question.id, WatchState.MUTED, Tone.PLAIN),
        ),
    )
    return OutgoingMessage(
        asked.person.telegram_id,
        "\n".join((said, words("missing-type"))),
        rows,
        dedupe_key=f"missing:{asked.question.asked_on}",
    )


@router.callback_query()
async def missing_answered(
    callback: CallbackQuery,
    callback_data: MissingCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Take the answer."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    state = WatchState(callback_data.state)

    def act(books: Books) -> OutgoingMessage:
        outcome = answer_missing(books, callback_data.question_id, state, person, desk.cause)
        match outcome:
            case MissingAnswered(question, WatchState.MUTED):
                said = words("missing-muted", what=_what(words, question.habit))
            case MissingAnswered():
                said = words("missing-was-none")
            case StaleAnswer():
                said = words("stale")
            case NotAllowed():
                return setting.say("not-allowed")
            case _:
                assert_never(outcome)
        return setting.message(said, edits=message_id)

    await desk.finish(act)


def _what(words: Words, habit: Habit) -> str:
    """Name a habit: "Delivery, Nova Poshta"."""
    if habit.category == TAKINGS:
        return words.plain("missing-word-takings")
    category = words.category(habit.category)
    return ", ".join(filter(None, (category, shorten(as_name(habit.counterparty or "")))))


def _button(label: str, question_id: int, state: WatchState, tone: Tone) -> Button:
    data = MissingCallback(question_id=question_id, state=state.value).pack()
    return Button(label, data=data, tone=tone)
