"""What was told of a day and has changed since: the list, and the news of it."""

from collections.abc import Iterable, Mapping, Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting, open_button
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.record_lines import record_name
from handlers.results.result_callbacks import RestatementsCallback
from ledger.days import Days
from ledger.money import Money
from locales.words import Words, shorten, words_of
from reports.numbers import format_week_day
from reports.restatements import RestatementCause
from services.bank.import_statement import BANK
from services.documents.post_documents import DOCUMENT
from services.filing.file_lines import FILING
from services.leaders import leaders
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.records.see_record import see_records
from services.results.tell_day import DayRestated, change_of, changed_days, restatements_told
from services.shop import Shop

PAGE = 5
CAUSES_MAX = 6
"""Of more causes the largest are told, and the rest in one sum."""
NEWS_MAX = 10
_WAITING_DAYS = 62
"""So far back the list looks for what has changed and was not told yet."""
_BUTTONS_MAX, _BUTTONS_PER_ROW = 12, 4

router = Router(name="restatements")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_private, is_known)


@router.message(Command("restatements"))
async def restatements_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /restatements with the days that were told otherwise, the last first."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.reply(await desk.read(lambda books: _page(books, setting, shop, 0)))


@router.callback_query(RestatementsCallback.filter())
async def page_turned(
    callback: CallbackQuery,
    callback_data: RestatementsCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a page of the list."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    page = callback_data.page
    await desk.reply(
        await desk.read(lambda books: _page(books, setting, shop, page, edits=message_id))
    )


def _page(
    books: Books, setting: Setting, shop: Shop, page: int, *, edits: int | None = None
) -> OutgoingMessage:
    if setting.viewer is None or not setting.viewer.may(Permission.SEE_DAY):
        return setting.say("not-allowed", edits=edits)
    words = setting.words
    told = restatements_told(books, PAGE + 1, page * PAGE)
    shown = told[:PAGE]
    waiting = _waiting(books, setting) if not page else []
    if not shown and not waiting:
        return setting.say("restatements-none", edits=edits)
    lines = [f"<b>{words('restatements-title')}</b>"]
    for each in (*waiting, *shown):
        lines += ["", *restated_lines(books, words, each)]
        if each.told_at is None:
            lines.append(words("restatement-waits"))
        else:
            lines.append(words("restatement-told-at", at=shop.local(each.told_at)))
    turning = _turning(words, page, has_more=len(told) > PAGE)
    rows = (*entry_rows(words, (*waiting, *shown)), *turning)
    return setting.message("\n".join(lines), rows, edits=edits)


def _waiting(books: Books, setting: Setting) -> list[DayRestated]:
    """Give what has changed lately and waits to be told."""
    first = setting.today.fromordinal(setting.today.toordinal() - _WAITING_DAYS)
    days = changed_days(books, Days(first, setting.today))
    found = (change_of(books, each) for each in reversed(days[-PAGE:]))
    return [each for each in found if each is not None]


def _turning(words: Words, page: int, *, has_more: bool) -> list[tuple[Button, ...]]:
    buttons = []
    if page:
        data = RestatementsCallback(page=page - 1).pack()
        buttons.append(Button(words.plain("button-newer"), data=data))
    if has_more:
        data = RestatementsCallback(page=page + 1).pack()
        buttons.append(Button(words.plain("button-older"), data=data))
    return [tuple(buttons)] if buttons else []


def restatement_news(books: Books, restated: Sequence[DayRestated]) -> tuple[OutgoingMessage, ...]:
    """Tell directors and owners, in one message, which days they were told otherwise."""
    if not restated:
        return ()
    return tuple(_news(books, person, restated) for person in leaders(books))


def _news(books: Books, person: Person, restated: Sequence[DayRestated]) -> OutgoingMessage:
    words = words_of(person.language)
    lines = [words("restatement-news")]
    for each in restated[:NEWS_MAX]:
        lines += ["", *restated_lines(books, words, each)]
    if len(restated) > NEWS_MAX:
        lines += ["", words("restatement-more", count=len(restated) - NEWS_MAX)]
    rows = tuple(entry_rows(words, restated[:NEWS_MAX]))
    return OutgoingMessage(person.telegram_id, "\n".join(lines), rows)


def restated_lines(
    books: Books, words: Words, restated: DayRestated, *, hides_causes: bool = False
) -> list[str]:
    """Tell how a day has changed, with the causes, which add up to the difference.

    A group hears no causes: wages could be among them.
    """
    lines = []
    for each in restated.restatements:
        lines.append(
            words(
                "restatement-day",
                day=format_week_day(each.day, words.language),
                told=each.told.result,
                now=each.now.result,
            )
        )
        if hides_causes:
            continue
        names = _names(books, words, each.causes)
        rest = Money.zero(each.told.currency)
        for at, cause in enumerate(each.causes):
            if at < CAUSES_MAX:
                lines.append(
                    words(
                        f"restatement-cause-{cause.kind}",
                        what=names[cause.source, cause.external_id],
                        amount=signed(words, cause.amount),
                    )
                )
            else:
                rest += cause.amount
        if len(each.causes) > CAUSES_MAX:
            count = len(each.causes) - CAUSES_MAX
            lines.append(words("restatement-rest", count=count, amount=signed(words, rest)))
    return lines


def signed(words: Words, amount: Money) -> str:
    """Write a change with its sign: +300, −150."""
    said = words.plain("plain-amount", amount=amount)
    return f"+{said}" if amount.minor > 0 else said


def entry_rows(words: Words, restated: Iterable[DayRestated]) -> list[tuple[Button, ...]]:
    """Lead to the entries that changed days, those of the largest causes first."""
    numbers = dict.fromkeys(
        cause.numbers[-1]
        for day in restated
        for each in day.restatements
        for cause in each.causes[:CAUSES_MAX]
    )
    buttons = [open_button(words, number) for number in list(numbers)[:_BUTTONS_MAX]]
    return [
        tuple(buttons[at : at + _BUTTONS_PER_ROW])
        for at in range(0, len(buttons), _BUTTONS_PER_ROW)
    ]


def _names(
    books: Books, words: Words, causes: Iterable[RestatementCause]
) -> Mapping[tuple[str, str], str]:
    """Name what causes tell of: an order, a bank line, else what was typed."""
    keys = {(each.source, each.external_id): _key(each) for each in causes}
    records = see_records(books, [each for each in keys.values() if each is not None])
    named = {}
    for each in causes:
        event = (each.source, each.external_id)
        record = records.get(keys[event] or "")
        if record is not None:
            named[event] = record_name(words, record)
        else:
            number = words.plain("cash-line-number", number=str(each.numbers[-1]))
            said = each.text or each.counterparty or number
            named[event] = words.plain("restatement-said", text=shorten(said))
    return named


def _key(cause: RestatementCause) -> str | None:
    if cause.source == DOCUMENT:
        return cause.external_id
    if cause.source in {BANK, FILING} and cause.external_id.isdecimal():
        return f"bank:{cause.external_id}"
    return None
