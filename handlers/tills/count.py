"""Close the till by counting it: blind, typed or tapped, compared, booked with a reason."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import CountCallback, CountHistoryCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import expects, is_asked, is_figures, is_known, is_private
from handlers.hearing import Hearing
from handlers.input import place_of, text_of
from handlers.subjects import count_on, subjects_on
from handlers.tills.count_answers import CountAnswer, Typed, owns_up, read_answer
from handlers.tills.count_cards import Counter, forgot_card, page_of
from handlers.tills.count_history import history_card, last_counts_card
from handlers.tills.count_news import Said, count_messages
from ledger.money import Money
from locales.words import Words
from parsing.annotation.lexicon import Lexicon
from parsing.answers.till_count import CountedCash, NoSuchNote, OtherMoney, read_count
from parsing.memory.memory import ShopMemory
from services.cash.newest_question import count_left, count_open
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.shop import Shop
from services.tills.book_difference import ask_reason, book_difference
from services.tills.count_till import (
    AddPieces,
    SetLoose,
    SetPieces,
    begin_or_go_on,
    change_tally,
    compare_again,
    confirm_counted,
    count_again,
    expect_number,
    give_up_count,
    is_counting,
    look_at,
    skip_currency,
    take_tally,
    take_total,
)
from services.tills.count_types import (
    COUNT,
    CountOutcome,
    CountShown,
    Pressed,
    SheetState,
    TillCount,
)
from services.tills.till import till_of

_HISTORY = frozenset({"history", "історія", "история"})


async def is_count_perhaps(message: Message) -> bool:
    """Let in bare figures, and replies to the card of a count."""
    card = message.reply_to_message
    if card is not None and subjects_on(card):
        return count_on(card) is not None
    return await is_figures(message)


router = Router(name="count")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)
typed = Router(name="a typed count")
typed.message.filter(is_asked, expects(COUNT))
resumed = Router(name="a count that was left for something else")
resumed.message.filter(is_count_perhaps)


@router.message(Command("count"))
async def count_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /count: the count itself, the history, or to leaders how the tills stand."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    counter = Counter(setting, person, shop, desk.cause)
    said = (command.args or "").strip()

    def act(books: Books) -> Said:
        if said.casefold() in _HISTORY:
            asked = CountHistoryCallback(till=till_of(books, person), page=0)
            return (history_card(books, setting, person, shop, asked),)
        is_leader = person.may(Permission.SEE_DAY)
        if is_leader and not said and not is_counting(books, person, desk.cause):
            return (last_counts_card(books, setting, person, shop),)
        outcome = begin_or_go_on(books, person, desk.cause)
        if said and isinstance(outcome, CountShown):
            outcome = _with_total(books, counter, outcome, said, lexicon)
        return count_messages(books, counter, outcome)

    await desk.finish(act)


@router.callback_query(CountHistoryCallback.filter())
async def history_turned(
    callback: CallbackQuery,
    callback_data: CountHistoryCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show another page, or the history of another till."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at))
    await desk.finish(
        lambda books: history_card(books, setting, person, shop, callback_data, edits=message_id)
    )


@router.callback_query(CountCallback.filter())
async def count_pressed(
    callback: CallbackQuery,
    *,
    callback_data: CountCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Go on with a count as the button says."""
    chat_id, message_id = place_of(callback)
    counter = Counter(
        Setting(words, chat_id, shop.day_of(desk.cause.at)), person, shop, desk.cause
    )
    pressed = Pressed(callback_data.count_id, callback_data.revision, callback_data.place)
    tapped = callback_data

    def act(books: Books) -> Said:
        if tapped.act in {"tally", "add", "number", "loose"}:
            return _tally(books, counter, pressed, tapped, message_id)
        if tapped.act == "forgot":
            return _forgot(books, counter, pressed)
        outcome = _decide(books, counter, pressed, tapped)
        return count_messages(books, counter, outcome, edits=message_id)

    await desk.finish(act)


@typed.message()
async def count_typed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> None:
    """Take what was typed as the count, or as what the count asked; else it is cash talk."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date))
    counter = Counter(setting, person, shop, desk.cause)
    reading = Hearing(shop, lexicon, memory).read(message)
    answer = read_answer(person.expects or "", text_of(message), reading, lexicon)
    if answer is None and owns_up(reading):
        answer = await desk.read(lambda books: _reason_given(books, person, text_of(message)))
    # What is typed a day after a count was left is no count.
    if answer is None or not await desk.read(lambda books: is_counting(books, person, desk.cause)):
        raise SkipHandler
    found = answer
    await desk.finish(lambda books: _answered(books, counter, found))


def _reason_given(books: Books, person: Person, said: str) -> Typed | None:
    """Take a reason that nobody asked for yet, while the difference is shown."""
    count = books.counts.open_of(person.id)
    if count is None or count.current is None or count.current.state is not SheetState.OFF:
        return None
    return Typed(Pressed(count.id, count.revision, count.place), "", said)


@resumed.message()
async def count_resumed(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take figures as the count that a person replies to, or that he left for something else."""
    chat_id, cause = message.chat.id, desk.cause
    number = count_on(message.reply_to_message)

    def look(books: Books) -> TillCount | None:
        if number is None:
            return count_left(books, chat_id, person, cause)
        return count_open(books, number, person, cause)

    count = await desk.read(look)
    sheet = None if count is None else count.current
    if count is None or sheet is None:
        raise SkipHandler
    read = read_count(text_of(message), currency=sheet.currency, lexicon=lexicon)
    if read is None:
        raise SkipHandler
    counter = Counter(Setting(words, chat_id, shop.day_of(message.date)), person, shop, cause)
    found = Typed(Pressed(count.id, count.revision, count.place), sheet.currency, read)
    await desk.finish(lambda books: _answered(books, counter, found))


def _answered(books: Books, counter: Counter, found: Typed) -> Said:
    """Take what was typed, or say why it is no count of this money."""
    words, setting = counter.words, counter.setting
    match found.value:
        case NoSuchNote(value):
            text = words("count-no-such-note", value=value, currency=found.currency)
            return (setting.message(text),)
        case OtherMoney():
            return (setting.message(words("count-other-money", currency=found.currency)),)
        case value:
            return _take(books, counter, found, value)


def _with_total(
    books: Books, counter: Counter, begun: CountShown, said: str, lexicon: Lexicon
) -> CountOutcome:
    """Take what stands after /count as the count, if it is one."""
    count, sheet = begun.count, begun.count.current
    if sheet is None or sheet.state is not SheetState.WAITING:
        return begun
    counted = read_count(said, currency=sheet.currency, lexicon=lexicon)
    if not isinstance(counted, CountedCash):
        return begun
    pressed = Pressed(count.id, count.revision, count.place)
    return take_total(books, counter.person, pressed, counted, counter.cause)


def _decide(
    books: Books, counter: Counter, pressed: Pressed, tapped: CountCallback
) -> CountOutcome:
    """Do what a button says that settles something, or leads on."""
    person, cause = counter.person, counter.cause
    simple = {
        "done": take_tally,
        "sure": confirm_counted,
        "compare": compare_again,
        "book": ask_reason,
        "skip": skip_currency,
        "drop": give_up_count,
    }
    if tapped.act in simple:
        return simple[tapped.act](books, person, pressed, cause)
    match tapped.act:
        case "mine":
            return begin_or_go_on(books, person, cause)
        case "again":
            return count_again(books, person, pressed)
        case "why":
            reason = counter.words.plain(f"count-reason-{tapped.value}")
            return book_difference(books, person, pressed, reason, cause)
        case _:
            return look_at(books, person, pressed, SheetState.OFF)


def _tally(
    books: Books,
    counter: Counter,
    pressed: Pressed,
    tapped: CountCallback,
    message_id: int | None,
) -> Said:
    """Show the notes, change how many there are of one, or ask for a number."""
    value, _, step = tapped.value.partition("~")
    if tapped.act in {"number", "loose"}:
        outcome = expect_number(books, counter.person, pressed, tapped.act, value)
        if isinstance(outcome, CountShown):
            return (_number_asked(counter, outcome, tapped.act, value),)
        return count_messages(books, counter, outcome)
    if tapped.act == "add":
        change = AddPieces(int(value), int(step))
        outcome = change_tally(books, counter.person, pressed, change)
    else:
        outcome = look_at(books, counter.person, pressed, SheetState.WAITING)
    page = int(value) if tapped.act == "tally" else _page(outcome, int(value))
    return count_messages(books, counter, outcome, edits=message_id, tally_page=page)


def _number_asked(counter: Counter, shown: CountShown, act: str, value: str) -> OutgoingMessage:
    sheet = shown.count.current
    if act == "loose" or sheet is None:
        return counter.setting.say("count-ask-loose")
    note = Money(int(value), sheet.currency)
    return counter.setting.message(counter.words("count-ask-number", amount=note))


def _forgot(books: Books, counter: Counter, pressed: Pressed) -> Said:
    outcome = look_at(books, counter.person, pressed, SheetState.OFF)
    if isinstance(outcome, CountShown):
        books.expectations.expect(counter.person.id, None)
        return (forgot_card(counter, outcome.count),)
    return count_messages(books, counter, outcome)


def _take(books: Books, counter: Counter, answer: Typed, value: CountAnswer) -> Said:
    """Take a typed answer, and go on where the person was."""
    person, page = counter.person, 0
    match value:
        case CountedCash():
            outcome = take_total(books, person, answer.pressed, value, counter.cause)
            return count_messages(books, counter, outcome)
        case str():
            outcome = book_difference(books, person, answer.pressed, value, counter.cause)
            return count_messages(books, counter, outcome)
        case SetPieces():
            page = page_of(answer.currency, value.value_minor)
        case SetLoose():
            pass
    outcome = change_tally(books, person, answer.pressed, value)
    return count_messages(books, counter, outcome, tally_page=page)


def _page(outcome: CountOutcome, value_minor: int) -> int:
    sheet = outcome.count.current if isinstance(outcome, CountShown) else None
    return 0 if sheet is None else page_of(sheet.currency, value_minor)
