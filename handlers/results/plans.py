"""Plans of months: typed in words, read back, set as versions, held against what has come."""

import datetime as dt

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of, text_of
from handlers.results.charts import Kind, chart_button
from handlers.results.result_callbacks import PlanCallback
from ledger.days import Days
from ledger.money import Money
from locales.result_rows import percent_text
from locales.words import Words, words_of
from parsing.annotation.lexicon import Lexicon
from parsing.answers.plan import PlanTyped, may_be_plan, read_plan
from reports.numbers import format_days
from reports.plan import Plan, planned_part
from services.cash_types import NotAllowed, StaleAnswer
from services.leaders import leaders
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.plan_ports import KeptPlan
from services.results.set_plan import PlanSeen, completed_plan, see_plan, set_plan
from services.shop import Shop

VERSIONS_MAX = 5
"""So many former versions of a plan are shown."""
_NO, _YES = "no", "yes"

router = Router(name="plans")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_private, is_known)
typed = Router(name="a typed plan")


async def is_plan(
    message: Message,
    *,
    person: Person | None = None,
    shop: Shop | None = None,
    lexicon: Lexicon,
) -> bool | dict[str, PlanTyped]:
    """Let in a plan that is typed by who may see the shop's results."""
    text = text_of(message)
    if person is None or shop is None or not may_be_plan(text):
        return False
    if not person.may(Permission.SEE_DAY):
        return False
    today = shop.day_of(message.date)
    plan = read_plan(text, today=today, currency=shop.base_currency, lexicon=lexicon)
    return False if plan is None else {"plan": plan}


@typed.message(is_plan)
async def plan_typed(
    message: Message, *, plan: PlanTyped, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Read a plan back, or show it when it is asked for."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.reply(await desk.read(lambda books: _answer(books, setting, shop, plan)))


@router.message(Command("plan"))
async def plan_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Answer /plan with this month's plan, or read back what stands after it."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    if not person.may(Permission.SEE_DAY):
        await desk.reply(setting.say("not-allowed"))
        return
    plan = read_plan(
        command.args or "",
        today=setting.today,
        currency=shop.base_currency,
        lexicon=lexicon,
        is_command=True,
    )
    if plan is None:
        await desk.reply(setting.say("plan-how"))
        return
    await desk.reply(await desk.read(lambda books: _answer(books, setting, shop, plan)))


@router.callback_query(PlanCallback.filter())
async def plan_decided(
    callback: CallbackQuery,
    callback_data: PlanCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Set the plan that was read back, or leave it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if callback_data.answer == _NO:
        await desk.reply(setting.say("plan-left", edits=message_id))
        return
    plan = _unpacked(callback_data, shop.base_currency)

    def keep(books: Books) -> tuple[OutgoingMessage, ...]:
        outcome = set_plan(books, plan, callback_data.version, person, desk.cause)
        match outcome:
            case NotAllowed():
                return (setting.say("not-allowed", edits=message_id),)
            case StaleAnswer():
                text = words("plan-stale", month=_month(plan.month, words))
                return (setting.message(text, edits=message_id),)
            case KeptPlan():
                text = words("plan-kept", month=_month(plan.month, words))
                shown = "\n".join([text, *_figures(words, plan)])
                return (setting.message(shown, edits=message_id), *_news(books, person, plan))

    await desk.finish(keep)


def _answer(books: Books, setting: Setting, shop: Shop, typed_plan: PlanTyped) -> OutgoingMessage:
    if typed_plan.is_question:
        month = Days.month(typed_plan.month.year, typed_plan.month.month)
        rows = ((chart_button(setting.words, Kind.PLAN, month),),)
        shown = "\n".join(_shown(books, setting, shop, typed_plan.month))
        return setting.message(shown, rows if month.first <= setting.today else ())
    if setting.viewer is None or not setting.viewer.may(Permission.SET_PLANS):
        return setting.say("not-allowed")
    words = setting.words
    said = Plan(typed_plan.month, typed_plan.sales, typed_plan.margin_permille)
    plan = completed_plan(books, said)
    kept = books.plans.of(plan.month)
    lines = [words("plan-ask", month=_month(plan.month, words)), *_figures(words, plan)]
    if kept:
        lines.append(words("plan-in-place-of", what=_in_words(words, kept[0].plan)))
    version = kept[0].version if kept else 0
    buttons = (
        Button(words.plain("button-yes"), data=_packed(plan, version, _YES)),
        Button(words.plain("button-no"), data=_packed(plan, version, _NO)),
    )
    return setting.message("\n".join(lines), (buttons,))


def _shown(books: Books, setting: Setting, shop: Shop, month: dt.date) -> list[str]:
    words, seen = setting.words, see_plan(books, month)
    name = _month(month, words)
    if not seen.versions:
        how = words.plain("plan-how-example", month=name)
        return [words("plan-none", month=name, how=how)]
    newest, *former = seen.versions
    people = {each.actor: each.name for each in books.people.all()}
    lines = [f"<b>{words('plan-title', month=name)}</b>", *_figures(words, newest.plan)]
    lines.extend(_progress(words, seen, newest.plan, setting.today))
    who = people.get(newest.set_by, newest.set_by)
    lines.append(words("plan-set-by", name=who, at=shop.local(newest.set_at)))
    lines.extend(
        words(
            "plan-was",
            version=str(each.version),
            name=people.get(each.set_by, each.set_by),
            at=shop.local(each.set_at),
            what=_in_words(words, each.plan),
        )
        for each in former[:VERSIONS_MAX]
    )
    return lines


def _progress(words: Words, seen: PlanSeen, plan: Plan, today: dt.date) -> list[str]:
    """Tell how far a month that has begun is, beside how much of it has passed."""
    if seen.month.first > today:
        return []
    lines = []
    whole = planned_part(seen.month, {plan.month: plan})
    percent = None if whole is None else whole.percent_done(seen.found)
    if percent is not None:
        lines.append(
            words(
                "plan-so-far",
                sales=seen.found.net_sales,
                percent=str(percent),
                days=str(seen.month.until(today).count),
                whole=str(plan.day_count),
            )
        )
    has_come = seen.found.margin_permille if seen.found.cost_of_goods else None
    if plan.margin_permille is not None and has_come is not None:
        margin = percent_text(has_come, words.language)
        lines.append(words("plan-margin-so-far", margin=margin))
    return lines


def _figures(words: Words, plan: Plan) -> list[str]:
    margin = plan.margin_permille
    return [
        words("plan-sales-none") if plan.sales is None else words("plan-sales", sales=plan.sales),
        words("plan-margin-none")
        if margin is None
        else words("plan-margin", margin=percent_text(margin, words.language)),
    ]


def _in_words(words: Words, plan: Plan) -> str:
    parts = []
    if plan.sales is not None:
        parts.append(words.plain("plan-was-sales", sales=plan.sales))
    if plan.margin_permille is not None:
        margin = percent_text(plan.margin_permille, words.language)
        parts.append(words.plain("plan-was-margin", margin=margin))
    return ", ".join(parts)


def _news(books: Books, person: Person, plan: Plan) -> list[OutgoingMessage]:
    """Tell the other directors and owners."""
    told = []
    for each in leaders(books):
        if each.id == person.id:
            continue
        words = words_of(each.language)
        said = words("plan-told", name=person.name, month=_month(plan.month, words))
        text = "\n".join([said, *_figures(words, plan)])
        told.append(OutgoingMessage(each.telegram_id, text))
    return told


def _month(month: dt.date, words: Words) -> str:
    return format_days(Days.month(month.year, month.month), words.language)


def _packed(plan: Plan, version: int, answer: str) -> str:
    return PlanCallback(
        month=plan.month.isoformat(),
        sales_minor=0 if plan.sales is None else plan.sales.minor,
        margin_permille=plan.margin_permille or 0,
        version=version,
        answer=answer,
    ).pack()


def _unpacked(data: PlanCallback, currency: str) -> Plan:
    sales = Money(data.sales_minor, currency) if data.sales_minor else None
    return Plan(dt.date.fromisoformat(data.month), sales, data.margin_permille or None)
