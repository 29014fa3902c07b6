"""/auto: what was filed without a person, why, how well it goes, and how much it may be."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filing.line_callbacks import AutoCallback
from handlers.filing.review_cards import precision_line, reason_in
from handlers.filters import is_known, is_private
from handlers.input import place_of
from ledger.money import Money
from locales.words import Words, shorten
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from services.cash_types import NotAllowed
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.review.answer_lines import LinesReopened, reopen_lines
from services.review.see_auto import AutoSeen, see_auto, set_cap
from services.shop import Shop

PER_PAGE = 6
_PURPOSE_MAX = 60
_NONE = frozenset({"-", "–", "—", "no", "none", "ні", "немає", "нет"})

router = Router(name="auto")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, AutoCallback.filter())


@router.message(Command("auto"))
async def auto_asked(  # what aiogram hands over, by name
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /auto, alone or with the most that a line may be."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    told = (command.args or "").strip()
    if not told:
        await desk.reply(await desk.read(lambda books: _page(books, setting, person, 0)))
        return
    cap = (
        None if told in _NONE else read_amount(told, currency=shop.base_currency, lexicon=lexicon)
    )
    if cap is None and told not in _NONE:
        await desk.reply(setting.say("auto-how"))
        return

    def act(books: Books) -> OutgoingMessage:
        currency = shop.base_currency if cap is None else cap.currency
        if isinstance(set_cap(books, currency, cap, person, desk.cause), NotAllowed):
            return setting.say("not-allowed")
        return _page(books, setting, person, 0)

    await desk.finish(act)


@router.callback_query()
async def auto_pressed(
    callback: CallbackQuery,
    callback_data: AutoCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a page, or put a line back for review."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    pressed = callback_data

    def act(books: Books) -> OutgoingMessage:
        said = ""
        if pressed.line_id:
            done = reopen_lines(books, [pressed.line_id], person, desk.cause)
            said = words("auto-undone" if isinstance(done, LinesReopened) else "stale")
        return _page(books, setting, person, pressed.page, said=said, edits=message_id)

    await desk.finish(act)


def _page(
    books: Books,
    setting: Setting,
    person: Person,
    page: int,
    *,
    said: str = "",
    edits: int | None = None,
) -> OutgoingMessage:
    seen = see_auto(books, person, setting.today, page=page, per_page=PER_PAGE)
    if isinstance(seen, NotAllowed):
        return setting.say("not-allowed", edits=edits)
    words = setting.words
    parts = [said] if said else []
    parts.append("\n".join(_head(words, seen)))
    parts.extend(_told(books, words, seen))
    return setting.message("\n\n".join(parts), tuple(_rows(words, seen)), edits=edits)


def _head(words: Words, seen: AutoSeen) -> Iterator[str]:
    yield words("auto-title", count=seen.total)
    yield precision_line(words, seen.precision)
    for cap in seen.caps:
        yield words("auto-cap", cap=cap)


def _told(books: Books, words: Words, seen: AutoSeen) -> Iterator[str]:
    chart = books.accounts.chart()
    for number, (filing, kept) in enumerate(seen.filed, start=seen.page * PER_PAGE + 1):
        line = kept.line
        who = line.counterparty or line.purpose or line.code or ""
        yield words(
            "auto-line",
            number=number,
            day=line.booked_on,
            amount=Money(line.amount.minor, line.amount.currency),
            who=shorten(who, _PURPOSE_MAX),
            account=chart[filing.category or ""].name(words.language),
            reason=reason_in(words, filing, line),
        )


def _rows(words: Words, seen: AutoSeen) -> Iterator[tuple[Button, ...]]:
    first = seen.page * PER_PAGE + 1
    undo = [
        Button(
            words.plain("button-auto-undo", number=number),
            data=AutoCallback(page=seen.page, line_id=filing.line_id).pack(),
        )
        for number, (filing, _) in enumerate(seen.filed, start=first)
    ]
    half = PER_PAGE // 2
    for start in range(0, len(undo), half):
        yield tuple(undo[start : start + half])
    turns = []
    if seen.page:
        back = AutoCallback(page=seen.page - 1, line_id=0).pack()
        turns.append(Button(words.plain("button-back"), data=back))
    if seen.page < seen.last_page:
        more = AutoCallback(page=seen.page + 1, line_id=0).pack()
        turns.append(Button(words.plain("button-more"), data=more))
    if turns:
        yield tuple(turns)
