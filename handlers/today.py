"""The day: a picture and five lines for who sees the shop, the own till for a cashier."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known
from ledger.accounts import Account
from locales.day_labels import labels_of
from locales.words import Words
from reports.day import CurrencyDay, DayReport
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.report_day import report_day
from services.shop import Shop
from services.till import till_of

CATEGORIES_SHOWN = 4

router = Router(name="today")
router.message.filter(is_known)


@router.message(Command("today"))
async def today_asked(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /today."""
    await show_day(desk, person, shop, Setting(words, message.chat.id, shop.day_of(message.date)))


async def show_day(desk: Desk, person: Person, shop: Shop, setting: Setting) -> None:
    """Tell the day as far as the person may see it."""
    if not person.may(Permission.SEE_DAY):
        await _show_own_till(desk, person, shop, setting)
        return

    def facts(books: Books) -> tuple[DayReport, tuple[Account, ...]]:
        return report_day(books, setting.today), books.accounts.tills()

    report, tills = await desk.read(facts)
    picture = await asyncio.to_thread(_picture, report, tills, shop, setting)
    caption = "\n".join(_caption(setting, report, tills, shop))
    await desk.reply(OutgoingMessage(setting.chat_id, caption, picture=picture))


def _picture(report: DayReport, tills: tuple[Account, ...], shop: Shop, setting: Setting) -> bytes:
    from reports.day_chart import draw_day  # noqa: PLC0415 - matplotlib is heavy

    return draw_day(
        report,
        labels_of(setting.words, report, tills),
        base_currency=shop.base_currency,
        language=setting.words.language,
    )


def _caption(
    setting: Setting, report: DayReport, tills: tuple[Account, ...], shop: Shop
) -> list[str]:
    words = setting.words
    base = report.currency(shop.base_currency)
    others = [each for each in report.currencies if each.currency != shop.base_currency]
    lines = [f"<b>{words('day-title', day=report.day)}</b>"]
    if not any(each.operation_count for each in report.currencies):
        lines.append(words("day-empty"))
    names = {till.key: till.name(words.language) for till in tills}
    for money in (base, *others):
        lines.extend(_money_lines(words, money, names))
    return lines


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


async def _show_own_till(desk: Desk, person: Person, shop: Shop, setting: Setting) -> None:
    """Tell a cashier his own till's day, without a picture."""

    def facts(books: Books) -> tuple[DayReport, Account]:
        key = till_of(books, person)
        till = next(each for each in books.accounts.tills() if each.key == key)
        return report_day(books, setting.today), till

    report, till = await desk.read(facts)
    await desk.reply(setting.message("\n".join(_own_till(setting, report, till, shop))))


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
