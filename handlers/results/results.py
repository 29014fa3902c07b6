"""The result of any days: /week, /month, /report and days said in words."""

import datetime as dt
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.charts import chart_rows
from handlers.results.figures_button import figures_button
from handlers.results.named_days import named_days
from handlers.results.question_reader import QuestionReader
from handlers.results.restatements import restated_lines
from handlers.results.result_callbacks import TurnedCallback
from handlers.results.turning import turning_row
from ledger.days import Days
from locales.result_rows import ResultRow, closing_lines, percent_of, result_rows, title_of
from locales.words import Words
from parsing.questions.relative import unit_so_far
from reports.told_results import ToldResults
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.report_results import tell_results
from services.results.tell_day import change_of, tell_day
from services.shop import Shop

UNITS = ("week", "month")

router = Router(name="results")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_private, is_known)


@router.message(Command(*UNITS))
async def unit_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer /week and /month with what they have come to so far, or with the days they name."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    so_far = unit_so_far(command.command, setting.today)
    days = named_days(command, setting.today, question_reader, so_far)
    unit = command.command if days == so_far else None
    await _show(desk, setting, days, unit)


@router.message(Command("report"))
async def report_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer /report with the result of the days it names."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await _show(desk, setting, named_days(command, setting.today, question_reader))


@router.callback_query(TurnedCallback.filter())
async def turned(
    callback: CallbackQuery,
    callback_data: TurnedCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a result to the days before or after."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    days = Days(*map(dt.date.fromisoformat, (callback_data.first, callback_data.last)))
    await _show(desk, setting, days, callback_data.unit, edits=message_id)


async def _show(
    desk: Desk,
    setting: Setting,
    days: Days | None,
    unit: str | None = None,
    edits: int | None = None,
) -> None:
    viewer = setting.viewer
    if viewer is None or not viewer.may(Permission.SEE_DAY):
        await desk.reply(setting.say("not-allowed"))
        return
    if days is None:
        await desk.reply(setting.say("results-how"))
        return
    now = desk.cause.at
    told = await desk.read(lambda books: results_message(books, setting, days, now, unit=unit))
    message = replace(told, edits=edits)

    def tell(books: Books) -> OutgoingMessage:
        if days.is_one:
            tell_day(books, days.first, now)
        return message

    await desk.finish(tell)


def results_message(
    books: Books,
    setting: Setting,
    days: Days,
    now: dt.datetime,
    *,
    unit: str | None = None,
    hides_parts: bool = False,
) -> OutgoingMessage:
    """Tell the result of some days; in a group without what expenses are made of."""
    told = tell_results(books, days, now)
    change = change_of(books, days.first) if days.is_one else None
    names = {each.key: each.name(setting.words.language) for each in books.accounts.chart()}
    text = _text(setting.words, told, names, hides_parts=hides_parts)
    if change is not None:
        said = restated_lines(books, setting.words, change, hides_causes=hides_parts)
        text = "\n".join([text, "", *said])
    turning = turning_row(setting, days, unit)
    buttons = (*_made_of(setting.words, told), *([turning] if turning else []))
    return setting.message(text, () if hides_parts else buttons)


def _made_of(words: Words, told: ToldResults) -> tuple[tuple[Button, ...], ...]:
    """Lead from the figures to the entries behind them."""
    if all(each.is_empty for each in told.results.currencies):
        return ()
    return ((figures_button(words, told.results.days),), *chart_rows(words, told.results.days))


def _text(words: Words, told: ToldResults, names: dict[str, str], *, hides_parts: bool) -> str:
    lines = [f"<b>{words('plain-text', text=title_of(words, told))}</b>"]
    if all(each.is_empty for each in told.results.currencies):
        lines.append(words("results-nothing"))
    for row in result_rows(words, told, names, hides_parts=hides_parts):
        if row.is_head:
            lines.append("")
        lines.append(_line(words, row))
    closing = closing_lines(words, told, names)
    return "\n".join([*lines, "", *(words("plain-text", text=each) for each in closing)])


def _line(words: Words, row: ResultRow) -> str:
    label = words("plain-text", text=row.label)
    if row.is_head:
        return f"<i>{label}</i>"
    if row.amount is None:
        return label
    opening = "· " if row.is_part else ""
    amount = words("plain-amount", amount=row.amount)
    strong = f"<b>{amount}</b>" if row.is_total or not row.is_part else amount
    return f"{opening}{label}: {strong}{_before(words, row)}"


def _before(words: Words, row: ResultRow) -> str:
    if row.amount is None or row.before is None or not row.before:
        return ""
    percent = percent_of(row.amount, row.before)
    said = (
        words("results-before", amount=row.before)
        if percent is None
        else words("results-before-percent", amount=row.before, percent=percent)
    )
    return f" ({said})"
