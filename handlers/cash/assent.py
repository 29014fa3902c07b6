"""A yes or a no that is typed by itself: it confirms what was read back, or is asked for a tap."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from handlers.approvals.approval_news import fresh_card
from handlers.cards import Setting
from handlers.cash.draft_replies import draft_replies
from handlers.cash.put_question import put_question
from handlers.cash.reactions import reacting
from handlers.desk import Desk
from handlers.hearing import Hearing
from handlers.subjects import drafts_on
from handlers.tills.handover_cards import offer_card
from handlers.tills.transfer_cards import question_card, surroundings
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.assent import Assent, read_assent
from parsing.memory.memory import ShopMemory
from parsing.reading import Missing
from services.cash.answer_draft import ConfirmAnswer, GivenAnswer, answer_draft
from services.cash.drafts import DraftState
from services.cash.open_questions import OVERDUE
from services.cash.waits_for_person import WaitsForPerson, waits_for_person
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

LENGTH_MAX = 40
APPROVALS_MAX = 3
"""So many payouts are put again, the newest; the rest stand in /approvals."""


async def is_assent(message: Message) -> bool:
    """Let in a yes or a no with nothing beside it."""
    typed = message.text or ""
    return 0 < len(typed) <= LENGTH_MAX and read_assent(typed) is not None


router = Router(name="a yes or a no")
router.message.filter(is_assent)


@dataclass(frozen=True, slots=True)
class _Said:
    """Who said it, where, when."""

    setting: Setting
    person: Person
    at: dt.datetime
    draft_ids: tuple[int, ...]
    """The questions on the card that it replies to."""
    is_way: bool
    """Whether it says which way money went, as well: "пришли"."""


@router.message()
async def assent_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Confirm what was read back just now; put anything else that waits once more."""
    typed, now = message.text or "", shop.local(message.date)
    drafts = drafts_on(message.reply_to_message)
    if message.reply_to_message is not None and not drafts:
        raise SkipHandler
    answer = Hearing(shop, lexicon, memory).what(typed, now)
    is_way = answer is not None and answer.change.direction is not None
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    said = _Said(setting, person, message.date, drafts, is_way)
    if not await desk.read(lambda books: _can_answer(_waiting(books, said), said)):
        raise SkipHandler

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        waiting = _waiting(books, said)
        draft = waiting.draft
        if draft is None or not _confirms(waiting, typed, message.date):
            return tuple(_put_again(books, said, waiting))
        given = GivenAnswer(draft.id, draft.revision, ConfirmAnswer())
        outcome = answer_draft(books, given, person, lexicon, desk.cause)
        replies = draft_replies(books, setting, draft.id, outcome)
        return reacting(books, setting, replies, outcome, told_in=message.message_id)

    await desk.finish(act)


def _waiting(books: Books, said: _Said) -> WaitsForPerson:
    waiting = waits_for_person(books, said.person, said.setting.chat_id, said.at)
    if not said.draft_ids:
        return waiting
    asked = [books.drafts.look_up(number) for number in said.draft_ids]
    own = [each for each in asked if each is not None and each.person_id == said.person.id]
    return WaitsForPerson(next((each for each in own if each.state is DraftState.OPEN), None))


def _can_answer(waiting: WaitsForPerson, said: _Said) -> bool:
    """Tell whether anything waits for a yes; which way money went answers its own question."""
    draft = waiting.draft
    asks_way = draft is not None and draft.missing[:1] == (Missing.DIRECTION,)
    return waiting.is_any and not (asks_way and said.is_way)


def _confirms(waiting: WaitsForPerson, typed: str, at: dt.datetime) -> bool:
    """Tell whether a yes can mean only what was read back just now."""
    draft = waiting.draft
    is_read_back = draft is not None and not draft.missing and at - draft.put_at <= OVERDUE
    return is_read_back and not waiting.is_other and read_assent(typed) is Assent.YES


def _put_again(books: Books, said: _Said, waiting: WaitsForPerson) -> Iterator[OutgoingMessage]:
    setting, person = said.setting, said.person
    for each in waiting.handovers:
        yield offer_card(books, person, each)
    if waiting.transfers:
        around = surroundings(books)
        for transfer in waiting.transfers:
            card = question_card(books, setting.words, transfer, around, person)
            yield setting.message(card.text, card.buttons)
    newest = waiting.approvals[-APPROVALS_MAX:]
    yield from (fresh_card(books, each, person) for each in newest)
    if waiting.draft is not None:
        yield put_question(books, setting, waiting.draft)
