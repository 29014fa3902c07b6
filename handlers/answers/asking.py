"""Questions about the books in free words: answered, each with how it was understood."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.answers.answer_text import doubt_text
from handlers.answers.packed_query import packed_query, unpacked_query
from handlers.answers.told_answer import Understood, names_of, told_answers
from handlers.answers.understood_text import Names, understood
from handlers.callbacks import AskedCallback
from handlers.cards import Setting, open_button
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.question_reader import QuestionReader
from locales.words import Words, shorten
from parsing.questions.grammar import (
    asks_outright,
    names_a_figure,
    tells_no_amount,
)
from parsing.questions.marks import Vocabulary
from parsing.questions.query import LIMIT_MAX, Ask, Doubt, Query, Unclear
from parsing.questions.several import Asked, read_questions
from parsing.reading import CashDraft, NotAnEntry, Question, QuestionTopic, Reading
from parsing.reading import Unclear as UnclearCash
from parsing.reading import Understood as UnderstoodCash
from services.answers.answer_question import entries_behind
from services.answers.ask_rights import Allowed, may_ask
from services.answers.question_places import vocabulary_of
from services.cash.newest_question import draft_before_him
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.figure_ports import Fact
from services.results.tell_day import tell_day
from services.shop import Shop

FOLLOWS_FOR = dt.timedelta(hours=2)
"""So long "and in September?" is about what was asked before."""
PAGE = 8
_BUTTONS_PER_ROW = 4

router = Router(name="questions")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@dataclass(frozen=True, slots=True)
class Asking:
    """All that it takes to understand a question in a shop."""

    shop: Shop
    reader: QuestionReader

    def read(self, books: Books, text: str, person: Person, at: dt.datetime) -> Asked | Doubt:
        """Read a question or several, as a follow-up of what the person asked lately."""
        last = books.questions.last_of(person.id)
        is_recent = last is not None and at - last.asked_at <= FOLLOWS_FOR
        return read_questions(
            text,
            today=self.shop.day_of(at),
            vocabulary=self._vocabulary(books),
            before=last.query if last is not None and is_recent else None,
        )

    def is_asked(self, books: Books, text: str, reading: Reading, at: dt.datetime) -> bool:
        """Tell whether a text asks, so that it is no cash that lacks its amount, and no talk."""
        vocabulary, today = self._vocabulary(books), self.shop.day_of(at)
        if asks_outright(text, today=today, vocabulary=vocabulary):
            return True
        is_no_cash = isinstance(reading, NotAnEntry)
        return is_no_cash and names_a_figure(text, today=today, vocabulary=vocabulary)

    def tells_no_amount(self, text: str, at: dt.datetime) -> bool:
        """Tell whether the numbers of a text are days, or bounds, and no money that moved."""
        vocabulary = Vocabulary(self.reader.words, self.reader.lexicon)
        return tells_no_amount(text, today=self.shop.day_of(at), vocabulary=vocabulary)

    def _vocabulary(self, books: Books) -> Vocabulary:
        return vocabulary_of(books, self.reader.words, self.reader.lexicon)


async def question_in(
    desk: Desk, asking: Asking, setting: Setting, text: str, reading: Reading
) -> Understood | Doubt | None:
    """Give the question that cash talk is; None when it is none."""
    person, at = setting.viewer, desk.cause.at
    if person is None:
        return None

    if not may_be_question(reading) and not asking.tells_no_amount(text, at):
        return None

    def look(books: Books) -> Asked | Doubt | None:
        found = asking.read(books, text, person, at)
        if isinstance(reading, Question):
            return _beside_topic(found, reading)
        waits = draft_before_him(books, setting.chat_id, person, at)
        is_asked = waits is None and person.may(Permission.SEE_DAY)
        if isinstance(found, Doubt):
            return found if is_asked and found.reason is Unclear.NO_DAY else None
        if not is_asked:
            return None
        if not asking.is_asked(books, text, reading, at):
            return None
        return found

    found = await desk.read(look)
    return await _advised(asking, found, text, setting, reading)


def may_be_question(reading: Reading) -> bool:
    """Tell whether a reading of cash talk may be a question: no amount was surely told.

    A few hryvnias that are read back are how many rows are wanted: "top 3 suppliers".
    """
    match reading:
        case Question() | NotAnEntry():
            return True
        case UnclearCash(drafts) | UnderstoodCash(drafts):
            return bool(drafts) and not any(map(_tells_money, drafts))
        case _:
            return False


def _tells_money(draft: CashDraft) -> bool:
    amount = draft.amount
    if amount is None:
        return False
    return draft.is_confident or amount.to_decimal() > LIMIT_MAX


def _beside_topic(found: Asked | Doubt, reading: Question) -> Asked | Doubt | None:
    """Leave "today?" and "how much is in the till?" to what shows them at a glance."""
    if reading.topic is QuestionTopic.OTHER:
        return found
    if isinstance(found, Doubt):
        return None
    is_plain = len(found.queries) == 1 and found.queries[0].ask in {Ask.BALANCE, Ask.RESULTS}
    return None if is_plain else found


async def _advised(
    asking: Asking, found: Asked | Doubt | None, text: str, setting: Setting, reading: Reading
) -> Understood | Doubt | None:
    """Ask a model about a question that the grammar does not understand."""
    if isinstance(found, Asked):
        return Understood(found.queries, is_difference=found.is_difference)
    person = setting.viewer
    may_know = person is not None and person.may(Permission.SEE_DAY)
    if found is None or not may_know or not isinstance(reading, Question):
        return None if found is None or not may_know else found
    chosen = await asking.reader.adviser.choose(text, today=setting.today)
    if chosen is not None:
        return Understood((chosen,), is_by_model=True)
    return None if found.reason is Unclear.NO_QUESTION else found


async def answer_asked(
    desk: Desk, setting: Setting, person: Person, found: Understood | Doubt
) -> None:
    """Say the answers, and remember what was asked last."""
    if isinstance(found, Doubt):
        await desk.reply(setting.message(doubt_text(setting.words, found)))
        return
    at = desk.cause.at
    said = await desk.read(lambda books: told_answers(books, setting, person, found, at))

    def keep(books: Books) -> tuple[OutgoingMessage, ...]:
        books.questions.keep(person.id, found.queries[-1], at)
        for query in found.queries:
            if query.ask is Ask.RESULTS and query.days.is_one:
                tell_day(books, query.days.first, at)
        return said

    await desk.finish(keep)


@router.message(Command("ask"))
async def ask_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer /ask with a question."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    asking = Asking(shop, question_reader)
    await ask_outright(desk, asking, setting, person, command.args or "")


async def ask_outright(
    desk: Desk, asking: Asking, setting: Setting, person: Person, text: str
) -> None:
    """Answer what is certainly meant as a question."""
    if not text.strip():
        await desk.reply(setting.say("ask-how"))
        return
    at = desk.cause.at
    found = await desk.read(lambda books: asking.read(books, text, person, at))
    asked = Question(QuestionTopic.OTHER)
    advised = await _advised(asking, found, text, setting, asked)
    if advised is None:
        advised = found if isinstance(found, Doubt) else Doubt(Unclear.NO_QUESTION)
    await answer_asked(desk, setting, person, advised)


@router.callback_query(AskedCallback.filter())
async def made_of_pressed(
    callback: CallbackQuery,
    callback_data: AskedCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show the entries that an answer is made of, a page at a time."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    query = unpacked_query(callback_data.query)
    if query is None:
        await desk.reply(setting.say("button-too-old"))
        return
    page = callback_data.page
    edits = message_id if page else None

    def look(books: Books) -> OutgoingMessage:
        allowed = may_ask(books, query, person, is_group=chat_id != person.telegram_id)
        if not isinstance(allowed, Allowed):
            return setting.say("not-allowed")
        facts = entries_behind(books, allowed.query, PAGE + 1, page * PAGE)
        return _page(setting, allowed.query, facts, page, names_of(books, words), edits)

    await desk.reply(await desk.read(look))


def _page(
    setting: Setting,
    query: Query,
    facts: tuple[Fact, ...],
    page: int,
    names: Names,
    edits: int | None,
) -> OutgoingMessage:
    words = setting.words
    lines = [words("made-of-title", what=understood(words, query, names)), ""]
    shown = facts[:PAGE]
    if not shown:
        lines.append(words("made-of-none"))
    for fact in shown:
        said = fact.counterparty or fact.narration or names.get(fact.account, fact.account)
        lines.append(
            words(
                "answer-row-entry",
                day=fact.booked_on,
                amount=abs(fact.amount),
                name=shorten(said),
                number=str(fact.number),
            )
        )
    numbers = list(dict.fromkeys(fact.number for fact in shown))
    opening = [open_button(words, number) for number in numbers]
    rows = [
        tuple(opening[at : at + _BUTTONS_PER_ROW])
        for at in range(0, len(opening), _BUTTONS_PER_ROW)
    ]
    if len(facts) > PAGE:
        data = AskedCallback(page=page + 1, query=packed_query(query)).pack()
        rows.append((Button(words.plain("button-more"), data=data),))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)
