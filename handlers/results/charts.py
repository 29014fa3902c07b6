"""The director's pictures: by a button under a result, or /gap with days in words."""

import asyncio
import datetime as dt
import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk, Reads
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.file_buttons import RESULTS, file_button
from handlers.results.named_days import named_days
from handlers.results.question_reader import QuestionReader
from handlers.results.report_callbacks import ChartCallback
from ledger.days import Days, month_later
from ledger.money import Money
from locales.file_tables import flow_table, picture_table, plan_table
from locales.pictures import (
    debts_picture,
    expenses_picture,
    flow_labels,
    gap_picture,
    margins_picture,
    plan_labels,
)
from locales.words import Words, shorten
from reports.bar_picture import BarPicture
from reports.file_table import FileTable
from reports.labels import PlanLabels
from reports.numbers import format_days
from reports.plan_path import PlanPath, plan_figures
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.results.report_gap import report_gap
from services.results.report_pictures import (
    report_debts,
    report_flow,
    report_margins,
    report_plan_path,
)
from services.results.report_results import tell_results
from services.shop import Shop
from services.team.choose_ground import choose_ground

if TYPE_CHECKING:
    from reports.sheet import Sheet, Theme

ROWS_MAX = 12
"""In a caption, which Telegram keeps short."""
FLOW_DAYS_MAX = 1100
"""Three years; nobody reads more on a phone."""
_OWN, _DARK, _LIGHT = "own", "dark", "light"

router = Router(name="charts")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known)


class Kind(enum.StrEnum):
    """What a picture is of."""

    PLAN = "plan"
    EXPENSES = "expenses"
    FLOW = "flow"
    DEBTS = "debts"
    MARGINS = "margins"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture that can be drawn, and the same in words."""

    title: str
    lines: tuple[tuple[str, Money], ...]
    table: FileTable
    lay_out: Callable[["Theme"], "Sheet"]


def chart_rows(words: Words, days: Days) -> tuple[tuple[Button, ...], ...]:
    """Give the buttons that draw some days."""
    kinds = [kind for kind in Kind if is_drawn(kind, days)]
    buttons = [chart_button(words, kind, days) for kind in kinds]
    buttons.append(file_button(words, RESULTS, days))
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def is_drawn(kind: Kind, days: Days) -> bool:
    """Say whether a picture can be drawn of some days."""
    if kind is Kind.PLAN:
        return days.first.day == 1 and days.last < month_later(days.first, 1)
    return kind is not Kind.FLOW or days.count <= FLOW_DAYS_MAX


def chart_button(words: Words, kind: Kind, days: Days) -> Button:
    """Make the button that draws some days."""
    return Button(words.plain(f"button-chart-{kind.value}"), data=_data(kind, days, _OWN))


@router.message(Command("gap"))
async def gap_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer /gap with the bank against the CRM: today, or the days it names."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.SEE_DAY):
        await desk.reply(setting.say("not-allowed"))
        return
    days = named_days(command, setting.today, question_reader, Days.one(setting.today))
    if days is None:
        await desk.reply(setting.say("gap-how"))
        return
    now, is_dark = desk.cause.at, person.likes_dark
    await desk.reply(await drawn(desk, setting, Kind.GAP, days, now, is_dark=is_dark))


@router.callback_query(ChartCallback.filter())
async def chart_pressed(
    callback: CallbackQuery,
    callback_data: ChartCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Draw what was asked for; on the other ground in place of the picture, and remember it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if not person.may(Permission.SEE_DAY) or chat_id != person.telegram_id:
        await desk.reply(setting.say("not-allowed"))
        return
    kind = Kind(callback_data.kind)
    first, last = map(dt.date.fromisoformat, (callback_data.first, callback_data.last))
    ground = callback_data.ground
    is_dark = person.likes_dark if ground == _OWN else ground == _DARK
    told = await drawn(desk, setting, kind, Days(first, last), desk.cause.at, is_dark=is_dark)

    def keep(books: Books) -> OutgoingMessage:
        if ground == _OWN:
            return told
        choose_ground(books, person, is_dark=is_dark, cause=desk.cause)
        return replace(told, edits=message_id)

    await desk.finish(keep)


async def drawn(
    reads: Reads, setting: Setting, kind: Kind, days: Days, now: dt.datetime, *, is_dark: bool
) -> OutgoingMessage:
    """Draw a picture apart from the books, with its words and a way to the other ground."""
    words = setting.words
    chart = await reads.read(lambda books: chart_of(books, words, kind, days, now))
    picture = await asyncio.to_thread(_draw, chart, is_dark=is_dark)
    label = words.plain("button-light" if is_dark else "button-dark")
    other = Button(label, data=_data(kind, days, _LIGHT if is_dark else _DARK))
    rows = ((other, file_button(words, kind.value, days)),)
    return OutgoingMessage(setting.chat_id, caption_of(words, chart), rows, picture=picture)


def caption_of(words: Words, chart: Chart) -> str:
    """Say in words what a picture shows."""
    lines = [f"<b>{words('plain-text', text=chart.title)}</b>"]
    for name, amount in chart.lines:
        label = words("plain-text", text=shorten(name))
        lines.append(f"{label}: <b>{words('plain-amount', amount=amount)}</b>")
    return "\n".join(lines)


def chart_of(books: Books, words: Words, kind: Kind, days: Days, now: dt.datetime) -> Chart:
    """Look up what a picture shows."""
    return _CHARTS[kind](books, words, days, now)


def _draw(chart: Chart, *, is_dark: bool) -> bytes:
    from reports.sheet import DARK, LIGHT, draw_sheet  # noqa: PLC0415 - matplotlib is heavy

    return draw_sheet(chart.lay_out(DARK if is_dark else LIGHT))


def _data(kind: Kind, days: Days, ground: str) -> str:
    first, last = days.first.isoformat(), days.last.isoformat()
    return ChartCallback(kind=kind.value, first=first, last=last, ground=ground).pack()


def _expenses(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    names = {each.key: each.name(words.language) for each in books.accounts.chart()}
    return _of_bars(words, expenses_picture(words, tell_results(books, days, now), names))


def _debts(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    del now
    return _of_bars(words, debts_picture(words, report_debts(books, days.last)))


def _margins(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    del now
    return _of_bars(words, margins_picture(words, days, report_margins(books, days)))


def _gap(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    del now
    return _of_bars(words, gap_picture(words, report_gap(books, days)[0]))


def _flow(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    del now
    flow = report_flow(books, days)
    labels = flow_labels(words, flow)
    lines = (
        (labels.change, flow.money_in - flow.money_out),
        (labels.money_in, flow.money_in),
        (labels.money_out, flow.money_out),
        (labels.on_hand, flow.after),
    )
    title = f"{labels.title} · {format_days(days, words.language)}"

    def lay_out(theme: "Theme") -> "Sheet":
        from reports.flow_chart import lay_out_flow  # noqa: PLC0415 - matplotlib is heavy

        return lay_out_flow(flow, labels, words.language, theme=theme)

    return Chart(title, lines, flow_table(words, flow, labels), lay_out)


def _plan(books: Books, words: Words, days: Days, now: dt.datetime) -> Chart:
    path = report_plan_path(books, days, shop_of(books).day_of(now))
    labels = plan_labels(words, path)
    title = f"{labels.title} · {format_days(path.month, words.language)}"
    if labels.day_of:
        title = f"{title}, {labels.day_of}"

    def lay_out(theme: "Theme") -> "Sheet":
        from reports.plan_chart import lay_out_plan  # noqa: PLC0415 - matplotlib is heavy

        return lay_out_plan(path, labels, words.language, theme=theme)

    return Chart(title, _plan_lines(path, labels), plan_table(words, path, labels), lay_out)


def _plan_lines(path: PlanPath, labels: PlanLabels) -> tuple[tuple[str, Money], ...]:
    figures = [(each.name, each.amount) for each in plan_figures(path, labels)]
    return ((labels.sales, path.sold), *figures, (labels.left, path.kept))


def _of_bars(words: Words, picture: BarPicture) -> Chart:
    def lay_out(theme: "Theme") -> "Sheet":
        from reports.bar_chart import lay_out_bars  # noqa: PLC0415 - matplotlib is heavy

        return lay_out_bars(picture, words.language, theme)

    rows = [(row.name, row.amount) for part in picture.parts for row in part.rows]
    return Chart(
        f"{picture.title} · {picture.days}",
        ((picture.headline, picture.amount), *rows[:ROWS_MAX]),
        picture_table(words, picture),
        lay_out,
    )


_CHARTS: Mapping[Kind, Callable[[Books, Words, Days, dt.datetime], Chart]] = {
    Kind.PLAN: _plan,
    Kind.EXPENSES: _expenses,
    Kind.FLOW: _flow,
    Kind.DEBTS: _debts,
    Kind.MARGINS: _margins,
    Kind.GAP: _gap,
}
