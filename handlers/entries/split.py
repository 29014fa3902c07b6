"""Split an entry: type its parts, or an amount and tap what it was for."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import SplitCallback
from handlers.cards import Setting, short_of
from handlers.cash.replies import replies_to
from handlers.desk import Desk
from handlers.entries.category_buttons import categories_going, category_rows
from handlers.filters import expects, is_asked, is_known
from handlers.input import place_of, text_of
from ledger.accounts import LANGUAGES
from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.answers.parts import Part, PartsReader
from parsing.memory.memory import ShopMemory
from services.cash_types import NothingToUndo, StaleAnswer
from services.corrections.correct_cash import draft_of
from services.corrections.split_entry import NotSplit, Split, WhyNotSplit, split_entry, splittable
from services.messages import Button, Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import till_in
from services.shop import Shop

SPLIT = "split"
"""The conversation's name in what a person is expected to type."""

router = Router(name="split")
router.callback_query.filter(is_known, SplitCallback.filter())
typed = Router(name="typed parts")
typed.message.filter(is_asked, expects(SPLIT))


@router.callback_query()
async def split_pressed(
    callback: CallbackQuery,
    callback_data: SplitCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Ask for the parts, or file a part as what was tapped."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    number, minor = callback_data.number, callback_data.minor

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        match callback_data.field:
            case "leave":
                books.expectations.expect(person.id, None)
                return (setting.say("entry-kept", edits=message_id),)
            case "ask":
                return (_asked(books, setting, person, number),)
            case "page":
                page = int(callback_data.value)
                return (_what_for(books, setting, person, (number, minor), page, message_id),)
            case _:
                category = CashCategory(callback_data.value)
                return _filed(books, setting, person, (number, minor, category), desk.cause)

    await desk.finish(act)


@typed.message()
async def parts_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take typed parts; what is none goes on to cash talk."""
    number = int((person.expects or "").rpartition(":")[2])
    found = await desk.read(lambda books: books.journal.find(number))
    whole = None if found is None else _whole(found)
    if whole is None:
        raise SkipHandler
    reader = PartsReader(shop.local(message.date), whole.currency, _names(), lexicon, memory)
    parts = reader.read(text_of(message))
    if parts is None:
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> tuple[OutgoingMessage, ...]:
        match parts:
            case (Part(amount, None),) if not whole < amount:
                return (_what_for(books, setting, person, (number, amount.minor), 0, None),)
            case _:
                outcome = split_entry(books, number, parts, person, desk.cause)
                return _said(books, setting, person, outcome)

    if any(part.amount.currency != whole.currency for part in parts):
        await desk.reply(setting.message(_refused(words, NotSplit(WhyNotSplit.CURRENCY, whole))))
        return
    await desk.finish(act)


def _asked(books: Books, setting: Setting, person: Person, number: int) -> OutgoingMessage:
    found = splittable(books, number, person)
    if not isinstance(found, PostedEntry):
        return _said(books, setting, person, found)[0]
    books.expectations.expect(person.id, f"{SPLIT}:{number}")
    rest = setting.words.category(found.entry.category)
    text = "\n".join((short_of(setting, found), setting.words("split-ask", category=rest)))
    return setting.message(text, (_leave(setting, number),))


def _what_for(
    books: Books,
    setting: Setting,
    person: Person,
    part: tuple[int, int],
    page: int,
    edits: int | None,
) -> OutgoingMessage:
    """Ask what an amount of an entry was for."""
    number, minor = part
    found = splittable(books, number, person)
    whole = _whole(found) if isinstance(found, PostedEntry) else None
    if not isinstance(found, PostedEntry) or whole is None:
        refused = StaleAnswer() if isinstance(found, PostedEntry) else found
        return _said(books, setting, person, refused)[0]
    rows = category_rows(
        setting.words,
        categories_going(draft_of(found, till_in(found) or "").direction),
        page,
        button=lambda label, field, value: Button(
            label,
            data=SplitCallback(number=number, minor=minor, field=field, value=value).pack(),
        ),
    )
    amount = Money(minor, whole.currency)
    text = setting.words("ask-category", amount=amount)
    return setting.message(text, (*rows, _leave(setting, number)), edits=edits)


def _filed(
    books: Books,
    setting: Setting,
    person: Person,
    part: tuple[int, int, CashCategory],
    cause: Cause,
) -> tuple[OutgoingMessage, ...]:
    number, minor, category = part
    found = books.journal.find(number)
    whole = None if found is None else _whole(found)
    if whole is None:
        return _said(books, setting, person, NothingToUndo())
    parts = (Part(Money(minor, whole.currency), category),)
    return _said(books, setting, person, split_entry(books, number, parts, person, cause))


def _said(
    books: Books, setting: Setting, person: Person, outcome: Split
) -> tuple[OutgoingMessage, ...]:
    """Say what came of it; what can still be answered otherwise stays asked."""
    if isinstance(outcome, NotSplit):
        return (setting.message(_refused(setting.words, outcome)),)
    books.expectations.expect(person.id, None)
    return replies_to(books, setting, outcome)


def _refused(words: Words, refused: NotSplit) -> str:
    match refused:
        case NotSplit(WhyNotSplit.TOO_MUCH, Money() as whole, Money() as parts):
            return words("split-too-much", parts=parts, whole=whole)
        case NotSplit(WhyNotSplit.CURRENCY, Money() as whole):
            return words("split-currency", whole=whole)
        case NotSplit(WhyNotSplit.CATEGORY, Money() as amount):
            return words("split-category", amount=amount)
        case NotSplit(WhyNotSplit.DIRECTION, category=CashCategory() as category):
            return words("split-direction", category=words.category(category))
        case _:
            return words(f"split-{refused.why}")


def _whole(posted: PostedEntry) -> Money | None:
    till = till_in(posted)
    return None if till is None else draft_of(posted, till).amount


def _leave(setting: Setting, number: int) -> tuple[Button, ...]:
    data = SplitCallback(number=number, minor=0, field="leave", value="-").pack()
    return (Button(setting.words.plain("button-leave"), data=data),)


def _names() -> dict[str, CashCategory]:
    """Give the categories by all their names."""
    return {
        words_of(language).category(category).casefold(): category
        for language in LANGUAGES
        for category in CashCategory
    }
