"""Questions about the books in free words: answered, each with how it was understood."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.answers.answer_text import answer_text, doubt_text
from handlers.answers.packed_query import entries_button, packed_query, unpacked_query
from handlers.answers.understood_text import Names, understood
from handlers.callbacks import AskedCallback
from handlers.cards import Setting, open_button
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.charts import Kind, chart_button, is_drawn
from handlers.results.file_buttons import answer_file_button
from handlers.results.question_reader import QuestionReader
from handlers.results.results import results_message
from locales.words import Words, shorten
from parsing.questions.grammar import asks_outright, read_question, tells_no_amount
from parsing.questions.marks import Vocabulary
from parsing.questions.query import LIMIT_MAX, Ask, Doubt, Measure, Query, Unclear
from parsing.reading import CashDraft, NotAnEntry, Question, QuestionTopic, Reading
from parsing.reading import Unclear as UnclearCash
from parsing.reading import Understood as UnderstoodCash
from services.answers.answer_question import answer_question, entries_behind
from services.answers.ask_rights import Allowed, Refusal, may_ask
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
_NO_ENTRIES = frozenset({Ask.BALANCE, Ask.OWED, Ask.RESULTS, Ask.FORECAST, Ask.RESTATED})
_BUTTONS_PER_ROW = 4
_PICTURED = {
    Measure.EXPENSES: Kind.EXPENSES,
    Measure.MONEY_IN: Kind.FLOW,
    Measure.MONEY_OUT: Kind.FLOW,
    Measure.RECEIVABLE: Kind.DEBTS,
    Measure.MARGIN: Kind.MARGINS,
}

router = Router(name="questions")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


@dataclass(frozen=True, slots=True)
class Asking:
    """All that it takes to understand a question in a shop."""

    shop: Shop
    reader: QuestionReader

    def read(self, books: Books, text: str, person: Person, at: dt.datetime) -> Query | Doubt:
        """Read a question, as a follow-up of what the person asked lately."""
        last = books.questions.last_of(person.id)
        is_recent = last is not None and at - last.asked_at <= FOLLOWS_FOR
        return read_question(
            text,
            today=self.shop.day_of(at),
            vocabulary=self._vocabulary(books),
            before=last.query if last is not None and is_recent else None,
        )

    def is_asked(self, books: Books, text: str, at: dt.datetime) -> bool:
        """Tell whether a text asks outright, so that it is no cash that lacks its amount."""
        vocabulary = self._vocabulary(books)
        return asks_outright(text, today=self.shop.day_of(at), vocabulary=vocabulary)

    def tells_no_amount(self, text: str, at: dt.datetime) -> bool:
        """Tell whether the numbers of a text are days, or bounds, and no money that moved."""
        vocabulary = Vocabulary(self.reader.words, self.reader.lexicon)
        return tells_no_amount(text, today=self.shop.day_of(at), vocabulary=vocabulary)

    def _vocabulary(self, books: Books) -> Vocabulary:
        return vocabulary_of(books, self.reader.words, self.reader.lexicon)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question that is answered, and whether a model chose it."""

    query: Query
    is_by_model: bool = False


async def question_in(
    desk: Desk, asking: Asking, setting: Setting, text: str, reading: Reading
) -> Understood | Doubt | None:
    """Give the question that cash talk is; None when it is none."""
    person, at = setting.viewer, desk.cause.at
    if person is None:
        return None

    if not _may_be(reading) and not asking.tells_no_amount(text, at):
        return None

    def look(books: Books) -> Query | Doubt | None:
        found = asking.read(books, text, person, at)
        if isinstance(reading, Question):
            return _beside_topic(found, reading)
        waits = draft_before_him(books, setting.chat_id, person, at)
        is_asked = waits is None and person.may(Permission.SEE_DAY)
        if not is_asked or isinstance(found, Doubt) or not asking.is_asked(books, text, at):
            return None
        return found

    found = await desk.read(look)
    return await _advised(asking, found, text, setting, reading)


def _may_be(reading: Reading) -> bool:
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


def _beside_topic(found: Query | Doubt, reading: Question) -> Query | Doubt | None:
    """Leave "today?" and "how much is in the till?" to what shows them at a glance."""
    if reading.topic is QuestionTopic.OTHER:
        return found
    is_plain = isinstance(found, Doubt) or found.ask in {Ask.BALANCE, Ask.RESULTS}
    return None if is_plain else found


async def _advised(
    asking: Asking, found: Query | Doubt | None, text: str, setting: Setting, reading: Reading
) -> Understood | Doubt | None:
    """Ask a model about a question that the grammar does not understand."""
    if isinstance(found, Query):
        return Understood(found)
    person = setting.viewer
    may_know = person is not None and person.may(Permission.SEE_DAY)
    if found is None or not may_know or not isinstance(reading, Question):
        return None if found is None or not may_know else found
    chosen = await asking.reader.adviser.choose(text, today=setting.today)
    if chosen is not None:
        return Understood(chosen, is_by_model=True)
    return None if found.reason is Unclear.NO_QUESTION else found


async def answer_asked(
    desk: Desk, setting: Setting, person: Person, found: Understood | Doubt
) -> None:
    """Say an answer, and remember what was asked; in a group what is private is said apart."""
    if isinstance(found, Doubt):
        await desk.reply(setting.message(doubt_text(setting.words, found)))
        return
    at = desk.cause.at
    said = await desk.read(lambda books: _said(books, setting, person, found, at))

    def keep(books: Books) -> tuple[OutgoingMessage, ...]:
        books.questions.keep(person.id, found.query, at)
        if found.query.ask is Ask.RESULTS and found.query.days.is_one:
            tell_day(books, found.query.days.first, at)
        return said

    await desk.finish(keep)


def _said(
    books: Books, setting: Setting, person: Person, found: Understood, at: dt.datetime
) -> tuple[OutgoingMessage, ...]:
    is_group = setting.chat_id != person.telegram_id
    allowed = may_ask(books, found.query, person, is_group=is_group)
    if allowed is Refusal.NOT_ALLOWED:
        return (setting.say("not-allowed"),)
    if not isinstance(allowed, Allowed):
        apart = replace(setting, chat_id=person.telegram_id, viewer=person)
        answered = _answer(books, apart, found, at, is_group=False)
        return (setting.say("asked-privately"), answered)
    told = replace(found, query=allowed.query)
    return (_answer(books, setting, told, at, is_group=is_group),)


def _answer(
    books: Books, setting: Setting, found: Understood, at: dt.datetime, *, is_group: bool
) -> OutgoingMessage:
    words, query = setting.words, found.query
    names = names_of(books, words)
    if query.ask is Ask.RESULTS:
        told = results_message(books, setting, query.days, at, hides_parts=is_group)
        what = understood(words, query, names)
        opening = "understood-by-model" if found.is_by_model else "understood-as"
        lines = [told.text, "", f"<i>{words(opening, what=what)}</i>"]
        if query.measure is Measure.PLAN and not books.plans.within(query.days):
            lines.insert(1, words("answer-no-plan"))
        return replace(told, text="\n".join(lines))
    answer = answer_question(books, query, at)
    text = answer_text(words, answer, names, is_by_model=found.is_by_model)
    return setting.message(text, () if is_group else _made_of(words, query))


def names_of(books: Books, words: Words) -> Names:
    """Give what accounts are called, by key, and who records entries, by actor."""
    accounts = {each.key: each.name(words.language) for each in books.accounts.chart()}
    return accounts | {each.actor: each.name for each in books.people.all()}


def _made_of(words: Words, query: Query) -> tuple[tuple[Button, ...], ...]:
    if query.measure is Measure.UNFILED:
        return ()  # what is filed by now has passed there, too
    file = answer_file_button(words, query)
    if query.ask in _NO_ENTRIES:
        return ((*_charts(words, query), file),)
    return (
        (entries_button(words.plain("button-made-of"), query),),
        (*_charts(words, query), file),
    )


def _charts(words: Words, query: Query) -> tuple[Button, ...]:
    """Give the picture that shows what was asked about, if there is one."""
    kind = _PICTURED.get(query.measure)
    is_narrowed = query.place is not None or query.about is not None
    is_narrowed = is_narrowed or bool(query.but or query.weekdays or query.channels)
    if kind is None or is_narrowed or not is_drawn(kind, query.days):
        return ()
    return (chart_button(words, kind, query.days),)


@router.message(Command("ask"))
async def ask_asked(  # noqa: PLR0913 - aiogram gives a handler its data by name
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
