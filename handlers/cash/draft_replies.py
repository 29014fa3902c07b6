"""How an answer to a question is said when somebody else answers it than who was asked."""

from handlers.cards import Setting, short_of
from handlers.cash.put_question import put_question
from handlers.cash.questions import WORDS_MAX
from handlers.cash.replies import replies_to
from handlers.subjects import DRAFT
from locales.words import shorten, words_of
from services.cash.answer_draft import DraftDropped
from services.cash.drafts import Draft
from services.cash.open_questions import Reminder
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books

Answered = CashRecorded | CashAsked | DraftDropped | StaleAnswer | NotAllowed


def draft_replies(
    books: Books, setting: Setting, draft_id: int, outcome: Answered, *, edits: int | None = None
) -> tuple[OutgoingMessage, ...]:
    """Say what came of an answer, to the author, too, where it was somebody else's.

    Args:
        books: the open books.
        setting: where it was answered, and by whom.
        draft_id: the draft that was answered.
        outcome: what came of it.
        edits: the question's message.
    """
    said = replies_to(books, setting, outcome, edits=edits)
    draft, by = books.drafts.find(draft_id), setting.viewer
    if draft is None or by is None or draft.person_id == by.id:
        return said
    match outcome:
        case CashAsked(asked):
            expect_answer(books, by, asked)
            return said
        case CashRecorded(posted=()):
            books.expectations.expect(by.id, None)
            return said
        case CashRecorded() | DraftDropped():
            books.expectations.expect(by.id, None)
            return (*said, *told_author(books, setting, draft, outcome))
        case _:
            return said


def asked_of(books: Books, setting: Setting, draft: Draft, by: Person) -> OutgoingMessage:
    """Put somebody else's question to a person, who may tap or type the answer."""
    expect_answer(books, by, draft)
    return put_question(books, setting, draft)


def expect_answer(books: Books, person: Person, draft: Draft) -> None:
    """Remember that a person may type the answer to somebody else's question."""
    books.expectations.expect(person.id, f"{DRAFT}:{draft.id}")


def told_author(
    books: Books,
    setting: Setting,
    draft: Draft,
    outcome: CashRecorded | DraftDropped,
    *,
    reason: str = "",
) -> tuple[OutgoingMessage, ...]:
    """Tell who typed the message what somebody else made of it."""
    author, by = books.people.find(draft.person_id), setting.viewer
    if author is None or by is None or author.id == by.id or not author.is_active:
        return ()
    their = Setting(words_of(author.language), draft.chat_id, setting.today)
    text = shorten(draft.text, WORDS_MAX)
    if isinstance(outcome, CashRecorded):
        lines = [their.words("told-settled", name=by.name, text=text)]
        lines += [short_of(their, each) for each in outcome.posted]
    else:
        lines = [their.words("told-dropped", name=by.name, text=text)]
        lines += [their.words("told-reason", text=reason)] if reason else []
    return (their.message("\n".join(lines), reply_to=draft.message_id),)


def asked_again(books: Books, reminder: Reminder) -> OutgoingMessage:
    """Ask a person once more what he left open, in his language."""
    draft, words = reminder.draft, words_of(reminder.person.language)
    setting = Setting(words, draft.chat_id, reminder.today, reminder.person)
    asked = put_question(books, setting, draft)
    return OutgoingMessage(
        asked.chat_id,
        f"{words('ask-again')}\n{asked.text}",
        asked.buttons,
        reply_to=asked.reply_to,
        dedupe_key=f"draft-asked-again:{draft.id}",
    )
