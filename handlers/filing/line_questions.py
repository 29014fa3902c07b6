"""Questions about a bank line: put to somebody, answered in words, brought back to the line."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk
from handlers.filing.line_callbacks import LineQuestionCallback, ReviewCallback
from handlers.filters import expects, is_asked, is_known
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from locales.words import Words, shorten, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.memory.memory import ShopMemory
from services.bank.bank_ports import BankLine
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.review.ask_about_line import LineAnswered, LineAsked, answer_about_line
from services.shop import Shop

LINE_QUESTION = "line-question"
"""The conversation's name in what a person is expected to type."""
_TEXT_MAX = 200

router = Router(name="questions about bank lines")
router.callback_query.filter(is_known, LineQuestionCallback.filter())
typed = Router(name="an answer about a bank line")
typed.message.filter(is_asked, expects(LINE_QUESTION))


def line_question(books: Books, asked: LineAsked, asker: Person) -> OutgoingMessage:
    """Put a question to whom it is for; what he types next answers it, unless he is busy."""
    words = words_of(asked.of.language)
    if books.expectations.of(asked.of.id) is None:
        books.expectations.expect(asked.of.id, f"{LINE_QUESTION}:{asked.question.id}")
    text = "\n".join((words("line-question", name=asker.name), line_told(words, asked.line)))
    data = LineQuestionCallback(question_id=asked.question.id).pack()
    rows = ((Button(words.plain("button-answer"), data=data),),)
    key = _question_key(asked.question.id)
    return OutgoingMessage(asked.of.telegram_id, text, rows, dedupe_key=key)


def _question_key(question_id: int) -> str:
    """Name the message that puts a question, to change it once it is answered."""
    return f"line-question:{question_id}"


def line_told(words: Words, kept: BankLine) -> str:
    """Tell a line in two lines: when, how much, whose; what for."""
    line = kept.line
    who = line.counterparty or line.counterparty_account or words.plain("review-nobody")
    return words(
        "line-told",
        day=line.booked_on,
        amount=line.amount,
        who=shorten(who, _TEXT_MAX),
        purpose=shorten(line.purpose or line.code or "–", _TEXT_MAX),
    )


@router.callback_query()
async def answer_pressed(
    callback: CallbackQuery,
    callback_data: LineQuestionCallback,
    desk: Desk,
    person: Person,
    words: Words,
) -> None:
    """Wait for the words of whoever wants to answer."""
    chat_id, _ = place_of(callback)

    def act(books: Books) -> OutgoingMessage:
        question = books.line_questions.find(callback_data.question_id)
        if question is None or question.asked_of != person.id or question.answered_at is not None:
            return OutgoingMessage(chat_id, words("stale"))
        books.expectations.expect(person.id, f"{LINE_QUESTION}:{question.id}")
        return OutgoingMessage(chat_id, words("line-question-type"))

    await desk.finish(act)


@typed.message()
async def answer_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take the answer; a whole cash sentence that replies to nothing is cash talk."""
    number = (person.expects or "").rpartition(":")[2]
    text = text_of(message).strip()
    if not text or not number.isdecimal() or Hearing(shop, lexicon, memory).hears_cash(message):
        raise SkipHandler

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        books.expectations.expect(person.id, None)
        outcome = answer_about_line(books, int(number), text, person, desk.cause)
        if not isinstance(outcome, LineAnswered):
            return (OutgoingMessage(message.chat.id, words("stale")),)
        thanks = words("line-answer-sent", name=outcome.to.name)
        return (
            OutgoingMessage(message.chat.id, thanks),
            _brought_back(outcome),
            _settled(words, message.chat.id, outcome),
        )

    await desk.finish(act)


def _settled(words: Words, chat_id: int, answered: LineAnswered) -> OutgoingMessage:
    """Show a question with its answer in place of the button."""
    text = shorten(answered.question.answer or "", _TEXT_MAX)
    own = words("answer-given", name=answered.to.name, text=text)
    return OutgoingMessage(
        chat_id,
        "\n".join((line_told(words, answered.line), own)),
        edits_key=_question_key(answered.question.id),
        is_only_change=True,
    )


def _brought_back(answered: LineAnswered) -> OutgoingMessage:
    words = words_of(answered.to.language)
    said = words(
        "line-answer",
        name=answered.by.name,
        text=shorten(answered.question.answer or "", _TEXT_MAX),
    )
    text = "\n".join((line_told(words, answered.line), said))
    show = ReviewCallback(what="line", first_id=answered.line.id, count=0, value="")
    rows = ((Button(words.plain("button-review-show"), data=show.pack()),),)
    return OutgoingMessage(answered.to.telegram_id, text, rows)
