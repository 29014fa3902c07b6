"""The day: a picture and five lines for who sees the shop, the own till for a cashier."""

import asyncio
import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import PictureCallback
from handlers.cards import Setting
from handlers.desk import Desk, Reads
from handlers.filters import is_known
from handlers.input import place_of
from handlers.results.named_days import named_day
from handlers.results.question_reader import QuestionReader
from handlers.tills.transfer_cards import line_of, surroundings
from ledger.accounts import Account
from ledger.days import Days
from ledger.money import Money
from locales.day_labels import labels_of
from locales.words import Words
from reports.day import CurrencyDay, DayReport
from reports.norm import Norm
from reports.results import CurrencyResults
from services.cash.what_waits import TillDifference, WhatWaits, what_waits
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.report_results import turnover_results
from services.results.set_plan import MonthSoFar, month_so_far
from services.shop import Shop
from services.team.choose_ground import choose_ground
from services.tills.report_day import report_day, usual_day
from services.tills.till import till_of

MISSING_SHOWN = 3
"""So many sums that are missing between the tills: a caption is short."""
PERCENT_MAX = 999
"""A larger difference says only that the days cannot be compared."""

router = Router(name="today")
router.message.filter(is_known)
router.callback_query.filter(is_known)


@router.message(Command("today"))
async def today_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    question_reader: QuestionReader,
) -> None:
    """Answer /today with the day, or with the one that it names."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    day = named_day(command, setting.today, question_reader)
    if day is None:
        await desk.reply(setting.say("today-how"))
        return
    await show_day(desk, person, shop, setting, day)


async def show_day(
    desk: Desk, person: Person, shop: Shop, setting: Setting, day: dt.date | None = None
) -> None:
    """Tell a day, today's if none is named, as far as the person may see it."""
    shown = day or setting.today
    if not person.may(Permission.SEE_DAY):
        own = await desk.read(lambda books: own_till_message(books, person, shop, setting, shown))
        await desk.reply(own)
        return

    now, is_dark = desk.cause.at, person.likes_dark
    await desk.reply(await day_message(desk, setting, shop, shown, now, is_dark=is_dark))


@router.callback_query(PictureCallback.filter())
async def ground_chosen(
    callback: CallbackQuery,
    *,
    callback_data: PictureCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Draw the day on the other ground, and remember which one the person likes."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if not person.may(Permission.SEE_DAY):
        # In a group only who pressed hears of it.
        await desk.reply(replace(setting.say("not-allowed"), only_for=_only(callback, person)))
        return
    day, is_dark = dt.date.fromisoformat(callback_data.day), callback_data.is_dark
    told = await day_message(desk, setting, shop, day, desk.cause.at, is_dark=is_dark)

    def keep(books: Books) -> OutgoingMessage:
        choose_ground(books, person, is_dark=is_dark, cause=desk.cause)
        return replace(told, edits=message_id)

    await desk.finish(keep)


def _only(callback: CallbackQuery, person: Person) -> int | None:
    is_group = callback.message is not None and callback.message.chat.type != "private"
    return person.telegram_id if is_group else None


async def day_message(
    reads: Reads, setting: Setting, shop: Shop, day: dt.date, now: dt.datetime, *, is_dark: bool
) -> OutgoingMessage:
    """Tell a day of the whole shop: the picture, its words, a way to the other ground."""

    def look(books: Books) -> _Facts:
        tills = books.accounts.tills()
        report, norm = report_day(books, day), usual_day(books, day, now)
        earned = turnover_results(books, Days.one(day)).currency(shop.base_currency)
        waits = what_waits(books, day, now)
        around = surroundings(books)
        missing = [line_of(setting.words, each, around) for each in waits.missing[:MISSING_SHOWN]]
        month = month_so_far(books, day)
        return _Facts(report, tills, norm, waits, tuple(missing), earned, month)

    facts = await reads.read(look)
    picture = await asyncio.to_thread(_picture, facts, shop, setting.words, is_dark=is_dark)
    data = PictureCallback(day=day.isoformat(), is_dark=not is_dark).pack()
    label = setting.words.plain("button-light" if is_dark else "button-dark")
    caption = "\n".join(_caption(setting, facts, shop, is_over=day != shop.day_of(now)))
    rows = ((Button(label, data=data),),)
    return OutgoingMessage(setting.chat_id, caption, rows, picture=picture)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a day is told from."""

    report: DayReport
    tills: tuple[Account, ...]
    norm: Norm | None
    waits: WhatWaits
    missing: tuple[str, ...]
    """A line for each sum that is missing between the tills."""
    earned: CurrencyResults
    """The day by accrual, whatever of it was cash."""
    month: MonthSoFar | None
    """How far the day's month has come on its plan."""


def _picture(facts: _Facts, shop: Shop, words: Words, *, is_dark: bool) -> bytes:
    from reports.day_chart import DARK, LIGHT, draw_day  # noqa: PLC0415 - matplotlib is heavy

    return draw_day(
        facts.report,
        labels_of(words, facts.report, facts.tills),
        base_currency=shop.base_currency,
        language=words.language,
        theme=DARK if is_dark else LIGHT,
    )


def _caption(setting: Setting, facts: _Facts, shop: Shop, *, is_over: bool) -> list[str]:
    words, report, tills = setting.words, facts.report, facts.tills
    base = report.currency(shop.base_currency)
    others = [each for each in report.currencies if each.currency != shop.base_currency]
    lines = [f"<b>{words('day-title', day=report.day)}</b>"]
    if not any(each.operation_count for each in report.currencies):
        lines.append(words("day-empty"))
    names = {till.key: till.name(words.language) for till in tills}
    for money in (base, *others):
        lines.extend(_money_lines(words, money, names))
    if facts.norm is not None:
        lines.append(_norm_line(words, facts.norm, base.net, is_over=is_over))
    if facts.earned.sales or facts.earned.expenses:
        sales, result = facts.earned.net_sales, facts.earned.net_result
        lines.append(words("day-earned", sales=sales, result=result))
    if facts.month is not None:
        month = facts.month
        lines.append(
            words(
                "day-plan",
                percent=str(month.percent),
                planned=month.planned,
                passed=str(month.passed_percent),
            )
        )
    lines.extend(_difference_line(words, each) for each in facts.waits.differences)
    lines.extend(f"⚠️ {line}" for line in facts.missing)
    lines.extend(_waiting_lines(words, facts.waits))
    if setting.viewer is not None and not is_over:
        lines.append(words("day-entries"))
    return lines


def _difference_line(words: Words, off: TillDifference) -> str:
    """Tell a count that did not agree: the till, by how much, whose."""
    difference = off.sheet.difference
    return words(
        "day-short" if difference.minor < 0 else "day-over",
        till=off.till.name(words.language),
        amount=abs(difference),
        name="" if off.person is None else off.person.name,
    )


def _waiting_lines(words: Words, waits: WhatWaits) -> list[str]:
    """Tell what waits for somebody, each with the command that leads there."""
    questions = waits.open_questions + waits.proposals
    lines = [words("day-questions", count=questions)] if questions else []
    if waits.approvals:
        lines.append(words("day-approvals", count=waits.approvals))
    if waits.exceptions:
        lines.append(words("day-exceptions", count=waits.exceptions))
    return lines


def _norm_line(words: Words, norm: Norm, net: Money, *, is_over: bool) -> str:
    """Tell what is usual, and by how much the day is off it where that says something."""
    when = "whole" if is_over else "now"
    percent = norm.percent_of(net)
    if percent is None or abs(percent) > PERCENT_MAX:
        return words(f"day-norm-{when}", usual=norm.usual)
    sign = "−" if percent < 0 else "+"
    return words(f"day-norm-{when}-compared", usual=norm.usual, percent=f"{sign}{abs(percent)}")


def _money_lines(words: Words, money: CurrencyDay, names: dict[str, str]) -> list[str]:
    lines = [
        words("day-in", amount=money.cash_in),
        words("day-out", amount=money.cash_out),
        words("day-net", amount=money.net),
    ]
    moved_in = sum((each.moved_in for each in money.tills), start=money.cash_in - money.cash_in)
    moved_out = sum((each.moved_out for each in money.tills), start=money.cash_in - money.cash_in)
    if moved_in:
        lines.append(words("day-moved-in", amount=moved_in))
    if moved_out:
        lines.append(words("day-moved-out", amount=moved_out))
    lines.extend(
        words("day-till", till=names.get(each.till, each.till), balance=each.closing)
        for each in money.tills
    )
    return lines


def own_till_message(
    books: Books, person: Person, shop: Shop, setting: Setting, day: dt.date
) -> OutgoingMessage:
    """Tell a person a day of the own till, without a picture."""
    key = till_of(books, person)
    till = next(each for each in books.accounts.tills() if each.key == key)
    return setting.message("\n".join(_own_till(setting, report_day(books, day), till, shop)))


def _own_till(setting: Setting, report: DayReport, till: Account, shop: Shop) -> list[str]:
    words, name = setting.words, till.name(setting.words.language)
    days = [each for money in report.currencies for each in money.tills if each.till == till.key]
    lines = [f"<b>{words('day-title', day=report.day)}</b>"]
    for each in days:
        lines.append(words("day-in", amount=each.cash_in))
        lines.append(words("day-out", amount=each.cash_out))
        lines.append(words("day-till", till=name, balance=each.closing))
    if not days:
        nothing = report.currency(shop.base_currency).cash_in
        lines += [words("day-empty"), words("day-till", till=name, balance=nothing)]
    return lines
