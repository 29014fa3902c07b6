"""What is typed about a payout that waits: a reason to refuse it, a question, an answer."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from handlers.approvals.approval_cards import TEXT_SHOWN_MAX, approval_button, short_line, shown_to
from handlers.approvals.approval_news import approval_news, fresh_card
from handlers.approvals.approvals import expect, leave
from handlers.desk import Desk
from handlers.filters import expects, is_asked
from handlers.hearing import Hearing
from handlers.input import text_of
from handlers.subjects import APPROVAL, payouts_on
from locales.words import Words, shorten, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.answers.assent import opens_with_assent
from parsing.memory.memory import ShopMemory
from parsing.reading import Unclear, Understood
from services.approvals.approvals import ApprovalState
from services.approvals.decide_approval import Refused, Settled, refuse
from services.approvals.discuss_approval import Said, answer_about_approval, ask_about_approval
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

router = Router(name="typed about a payout that waits")
router.message.filter(is_asked, expects(APPROVAL))
replied = Router(name="typed in reply to a payout that waits")

Replies = tuple[OutgoingMessage, ...]


@dataclass(frozen=True, slots=True)
class _Typed:
    """What a person typed, and what he was asked for."""

    person: Person
    text: str
    what: str
    """"refuse", "ask" or "answer"."""
    approval_id: int
    question: str = "-"
    """Which question it answers, where it is an answer: who asked it, and with which message."""

    @property
    def to_id(self) -> int:
        """Give who asked the question; nobody where it is no answer."""
        asked_by = self.question.partition(".")[0]
        return int(asked_by) if asked_by.isdecimal() else 0


@router.message()
async def approval_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take the reason, the question or the answer; a whole cash sentence is cash talk.

    Unless it replies to the very message that asked: then it is what was asked for. Once the
    payout is settled nothing is asked any more, and whatever speaks of money is cash talk.
    """
    typed = _asked_for(message, person)
    hearing = Hearing(shop, lexicon, memory)
    if typed is None or hearing.hears_cash(message):
        raise SkipHandler
    waiting = await desk.read(lambda books: books.approvals.waiting())
    is_over = all(each.id != typed.approval_id for each in waiting)
    if is_over and isinstance(hearing.read(message), Understood | Unclear):
        raise SkipHandler
    await desk.finish(lambda books: _take(books, words, typed, desk.cause))


async def is_reply_to_payout(message: Message, person: Person) -> bool:
    """Let in what replies to the card of one payout as who decides, or to a question about it."""
    return _replied_to(message, person) is not None


replied.message.filter(is_reply_to_payout)


@replied.message()
async def approval_replied(message: Message, desk: Desk, person: Person, words: Words) -> None:
    """Pass on what was said in reply to a payout: a question to who asked for it, or an answer."""
    typed = _replied_to(message, person)
    if typed is None:
        raise SkipHandler
    if typed.what == "ask" and opens_with_assent(typed.text):
        await desk.finish(lambda books: _by_tap(books, words, typed))
        return
    await desk.finish(lambda books: _take(books, words, typed, desk.cause))


def _by_tap(books: Books, words: Words, typed: _Typed) -> Replies:
    """Ask for the tap of whoever says in words what he decides: only that decides."""
    approval, person = books.approvals.find(typed.approval_id), typed.person
    if approval is None:
        return (OutgoingMessage(person.telegram_id, words("stale")),)
    if approval.state is not ApprovalState.WAITING:
        text, rows = shown_to(books, approval, person)
        return (OutgoingMessage(person.telegram_id, text, rows),)
    hint = OutgoingMessage(person.telegram_id, words("approval-by-tap"))
    return (hint, fresh_card(books, approval, person))


def _replied_to(message: Message, person: Person) -> _Typed | None:
    """Read a reply to a card by what the card lets its reader do."""
    carried, text = payouts_on(message.reply_to_message), text_of(message).strip()
    if not text or len({each.approval_id for each in carried}) != 1:
        return None
    for each in carried:
        if each.action in {"ask", "back"}:
            return _Typed(person, text, "ask", each.approval_id)
        if each.action == "answer":
            return _Typed(person, text, "answer", each.approval_id, each.value)
    return None


def _asked_for(message: Message, person: Person) -> _Typed | None:
    _, what, number, value = (*(person.expects or "").split(":"), "", "", "", "")[:4]
    text = text_of(message).strip()
    if not text or not number.isdecimal():
        return None
    return _Typed(person, text, what, int(number), value)


def _take(books: Books, words: Words, typed: _Typed, cause: Cause) -> Replies:
    leave(books, typed.person)
    person, chat_id = typed.person, typed.person.telegram_id
    outcome = _done(books, typed, cause)
    match outcome:
        case Refused():
            return approval_news(books)
        case Said():
            if typed.what == "ask":
                return _asked(books, words, outcome, person, cause)
            return _answered(books, words, outcome, typed)
        case Settled(approval):
            text, rows = shown_to(books, approval, person)
            return (*approval_news(books), OutgoingMessage(chat_id, text, rows))
        case NotAllowed():
            return (OutgoingMessage(chat_id, words("not-allowed")),)
        case StaleAnswer():
            return (OutgoingMessage(chat_id, words("stale")),)


def _done(
    books: Books, typed: _Typed, cause: Cause
) -> Refused | Said | Settled | NotAllowed | StaleAnswer:
    number, text, person = typed.approval_id, typed.text, typed.person
    match typed.what:
        case "refuse":
            return refuse(books, number, text, person, cause)
        case "ask":
            return ask_about_approval(books, number, text, person, cause)
        case _:
            return answer_about_approval(books, number, typed.to_id, text, person, cause)


def _asked(books: Books, words: Words, said: Said, approver: Person, cause: Cause) -> Replies:
    """Bring the question to who wants to pay out, and the card back to who asked it."""
    asker, theirs = said.to, words_of(said.to.language)
    number, question = said.approval.id, f"{approver.id}.{cause.raw_record_id or 0}"
    if books.expectations.of(asker.id) is None:
        expect(books, asker, "answer", number, question)
    told = theirs("approval-question", name=approver.name, text=shorten(said.text, TEXT_SHOWN_MAX))
    text = "\n".join((short_line(theirs, said.approval), told))
    answer = approval_button(said.approval, theirs.plain("button-answer"), "answer", question)
    key = _question_key(number, question)
    return (
        OutgoingMessage(asker.telegram_id, text, ((answer,),), dedupe_key=key),
        OutgoingMessage(approver.telegram_id, words("approval-question-sent", name=asker.name)),
        fresh_card(books, said.approval, approver),
    )


def _question_key(approval_id: int, question: str) -> str:
    """Name the message that puts a question, to change it once it is answered."""
    return f"approval-question:{approval_id}:{question}"


def _answered(books: Books, words: Words, said: Said, typed: _Typed) -> Replies:
    """Bring the answer to who asked, with the card to decide on; the question loses its button."""
    theirs, asker = words_of(said.to.language), typed.person
    text = shorten(said.text, TEXT_SHOWN_MAX)
    answer = theirs("approval-answer", name=asker.name, text=text)
    card = fresh_card(books, said.approval, said.to)
    thanks = words("approval-answer-sent", name=said.to.name)
    own = words("answer-given", name=said.to.name, text=text)
    return (
        OutgoingMessage(said.to.telegram_id, answer),
        card,
        OutgoingMessage(asker.telegram_id, thanks),
        OutgoingMessage(
            asker.telegram_id,
            "\n".join((short_line(words, said.approval), own)),
            edits_key=_question_key(said.approval.id, typed.question),
            is_only_change=True,
        ),
    )
