"""What waits for an answer: questions that nobody answered, corrections to be decided on."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import OverdueCallback, ProposalCallback
from handlers.cards import Setting, short_of
from handlers.cash.draft_replies import asked_of, draft_replies, told_author
from handlers.desk import Desk
from handlers.entries.entry_history import local
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from handlers.subjects import DRAFT
from locales.words import Words, shorten
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount, read_date
from parsing.memory.memory import ShopMemory
from parsing.reading import files_itself
from services.cash.answer_draft import DraftDropped, GivenAnswer, answer_draft
from services.cash.drafts import Draft, DraftState
from services.cash.drop_draft import drop_draft
from services.cash.open_questions import open_drafts
from services.cash.take_message import Heard, answer_to
from services.cash_types import NotAllowed
from services.corrections.proposals import CorrectionProposal
from services.messages import Button, Cause, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.told_by import tellers

DROP = "draft-drop"
"""The conversation in which the reason to leave something out is typed."""
PER_PAGE = 6
WORDS_SHOWN = 120
REASON_MAX = 300
REASONS = ("twice", "not-cash", "unknown")
"""The usual reasons, to be tapped."""

Waiting = Draft | CorrectionProposal

router = Router(name="overdue")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, OverdueCallback.filter())
typed = Router(name="a typed answer to somebody else's question")
typed.message.filter(is_asked, expects(DRAFT))
reasons = Router(name="a typed reason")
reasons.message.filter(is_asked, expects(DROP))


@router.message(Command("drafts"))
async def drafts_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /drafts."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.finish(lambda books: _page(books, setting, person, desk.cause))


@router.callback_query()
async def draft_pressed(
    callback: CallbackQuery,
    callback_data: OverdueCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a page, take a question up, or leave what was typed out."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    draft_id, field, value = callback_data.draft_id, callback_data.field, callback_data.value

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        if not person.may(Permission.UNDO_ANY):
            return (setting.say("not-allowed"),)
        if field == "page":
            return (_page(books, setting, person, desk.cause, int(value), message_id),)
        if field == "reason":
            reason = words.plain(f"drop-reason-{value}")
            return _dropped(books, setting, draft_id, reason, desk.cause, message_id)
        return (_taken_up(books, setting, person, callback_data, message_id),)

    await desk.finish(act)


def _taken_up(
    books: Books,
    setting: Setting,
    person: Person,
    pressed: OverdueCallback,
    message_id: int | None,
) -> OutgoingMessage:
    """Put somebody's question to who will answer it, or ask why it should be left out."""
    draft = books.drafts.find(pressed.draft_id)
    if draft is None or draft.state is not DraftState.OPEN:
        return setting.say("stale")
    match pressed.field:
        case "settle":
            return asked_of(books, setting, draft, person)
        case "drop":
            return _why(books, setting, draft, person)
        case _:
            books.expectations.expect(person.id, None)
            return setting.say("draft-left-open", edits=message_id)


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
    """Take what was typed as the answer to somebody else's question; or else it is cash talk."""
    draft_id = int((person.expects or "").rpartition(":")[2])
    draft = await desk.read(lambda books: books.drafts.look_up(draft_id))
    heard = _heard(message, Hearing(shop, lexicon, memory))
    answer = None
    if draft is not None and draft.state is DraftState.OPEN:
        answer = answer_to(draft, heard)
    if draft is None or answer is None:
        raise SkipHandler
    given = GivenAnswer(draft_id, draft.revision, answer)
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.finish(
        lambda books: draft_replies(
            books, setting, draft_id, answer_draft(books, given, person, lexicon, desk.cause)
        )
    )


@reasons.message()
async def reason_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take what was typed as the reason; a whole cash sentence is cash talk."""
    reason = text_of(message).strip()
    is_cash = files_itself(Hearing(shop, lexicon, memory).read(message))
    if is_cash or not 0 < len(reason) <= REASON_MAX:
        raise SkipHandler
    draft_id = int((person.expects or "").rpartition(":")[2])
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.finish(lambda books: _dropped(books, setting, draft_id, reason, desk.cause, None))


def _heard(message: Message, hearing: Hearing) -> Heard:
    """Hear a message as an answer alone."""
    shop, lexicon, text = hearing.shop, hearing.lexicon, text_of(message)
    return Heard(
        hearing.read(message),
        read_amount(text, currency=shop.base_currency, lexicon=lexicon),
        read_date(text, now=shop.local(message.date), lexicon=lexicon),
    )


def _dropped(
    books: Books,
    setting: Setting,
    draft_id: int,
    reason: str,
    cause: Cause,
    edits: int | None,
) -> tuple[OutgoingMessage, ...]:
    person = setting.viewer
    if person is None:
        return ()
    books.expectations.expect(person.id, None)
    outcome = drop_draft(books, draft_id, person, reason, cause)
    match outcome:
        case DraftDropped(draft):
            author = books.people.find(draft.person_id)
            name = "" if author is None else author.name
            said = setting.message(
                setting.words("draft-left-out", name=name, reason=reason), edits=edits
            )
            return (said, *told_author(books, setting, draft, outcome, reason=reason))
        case NotAllowed():
            return (setting.say("not-allowed"),)
        case _:
            return (setting.say("stale", edits=edits),)


def _why(books: Books, setting: Setting, draft: Draft, person: Person) -> OutgoingMessage:
    """Ask for the reason to leave something out."""
    books.expectations.expect(person.id, f"{DROP}:{draft.id}")
    words = setting.words
    rows = [
        (_button(words.plain(f"drop-reason-{each}"), draft.id, "reason", each),)
        for each in REASONS
    ]
    rows.append((_button(words.plain("button-leave-open"), draft.id, "leave", "-"),))
    quoted = words("draft-words", text=shorten(draft.text, WORDS_SHOWN))
    return setting.message(f"{quoted}\n{words('draft-why')}", tuple(rows))


def _page(
    books: Books,
    setting: Setting,
    person: Person,
    cause: Cause,
    page: int = 0,
    edits: int | None = None,
) -> OutgoingMessage:
    """List what waits, each with what can be done about it."""
    words = setting.words
    if not person.may(Permission.SEE_CASH_BOOK):
        return setting.say("not-allowed")
    waiting: tuple[Waiting, ...] = (*books.proposals.open(), *open_drafts(books, cause.at))
    if not waiting:
        young = len(books.drafts.unanswered(cause.at))
        said = words("drafts-young", count=young) if young else words("drafts-none")
        return setting.message(said, edits=edits)
    last = (len(waiting) - 1) // PER_PAGE
    page = min(max(page, 0), last)
    start = page * PER_PAGE
    lines, rows = [f"<b>{words('drafts-title', count=len(waiting))}</b>"], []
    for place, each in enumerate(waiting[start : start + PER_PAGE], start=start + 1):
        lines.append(_line(books, setting, each, place))
        rows.append(_row(words, each, place))
    turns = []
    if page:
        turns.append(_button(words.plain("button-back"), 0, "page", str(page - 1)))
    if page < last:
        turns.append(_button(words.plain("button-more"), 0, "page", str(page + 1)))
    return setting.message(
        "\n".join(lines), (*rows, *((tuple(turns),) if turns else ())), edits=edits
    )


def _line(books: Books, setting: Setting, each: Waiting, place: int) -> str:
    words, known = setting.words, tellers(books)
    asker = known.find(each.person_id if isinstance(each, Draft) else each.asked_by)
    name = "" if asker is None else shorten(asker.name)
    moment = local(books, each.asked_at)
    if isinstance(each, Draft):
        text = shorten(each.text, WORDS_SHOWN)
        return words("drafts-line", place=str(place), name=name, moment=moment, text=text)
    entry = books.journal.find(each.entries[0])
    about = "" if entry is None else short_of(setting, entry)
    asks = words("drafts-proposal", place=str(place), name=name, moment=moment)
    return f"{asks} {about}"


def _row(words: Words, each: Waiting, place: int) -> tuple[Button, ...]:
    if isinstance(each, Draft):
        return (
            _button(words.plain("button-settle", place=str(place)), each.id, "settle", "-"),
            _button(words.plain("button-leave-out", place=str(place)), each.id, "drop", "-"),
        )
    data = ProposalCallback(proposal_id=each.id, field="show").pack()
    return (Button(words.plain("button-decide", place=str(place)), data=data),)


def _button(label: str, draft_id: int, field: str, value: str) -> Button:
    return Button(label, data=OverdueCallback(draft_id=draft_id, field=field, value=value).pack())
