"""Every figure of a result, a tap away from the entries that it is made of."""

import base64
import datetime as dt
from collections.abc import Iterator
from itertools import islice

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.answers.told_answer import names_of
from handlers.answers.understood_text import Names
from handlers.cards import Setting, open_button
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.figures_button import EARNED, board_data
from handlers.results.result_callbacks import FigureCallback, FiguresCallback
from ledger.days import Days
from ledger.money import Money
from locales.words import Words, shorten
from reports.numbers import begin_line, format_days
from reports.results import CurrencyResults
from reports.told_results import ToldResults
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results import see_figures as figures
from services.results.figure_ports import Fact
from services.results.report_results import tell_results
from services.results.see_figures import Figure, FigureSeen, see_figure
from services.shop import Shop

CASH, PLACES = "cash", "places"
PARTS = (EARNED, CASH, PLACES)
PAGE = 8
_BUTTONS_MAX = 30
"""So many figures of a part at most: the largest come first."""
_BUTTON_MAX, _LABEL_MIN = 40, 16
"""Telephones cut a longer button at its end, which is the amount."""
_BUTTONS_PER_ROW = 4

router = Router(name="figures")
router.callback_query.filter(is_private, is_known)


@router.callback_query(FiguresCallback.filter())
async def board_pressed(
    callback: CallbackQuery,
    callback_data: FiguresCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show the figures of a part of a result as buttons."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if not person.may(Permission.SEE_DAY):
        await desk.reply(setting.say("not-allowed"))
        return
    days = _days(callback_data.first, callback_data.last)
    part, now = callback_data.part, desk.cause.at
    edits = message_id if callback_data.is_turned else None

    def look(books: Books) -> OutgoingMessage:
        return _board(setting, tell_results(books, days, now), names_of(books, words), part, edits)

    await desk.reply(await desk.read(look))


@router.callback_query(FigureCallback.filter())
async def figure_pressed(
    callback: CallbackQuery,
    callback_data: FigureCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show the entries of a figure, a page at a time."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if not person.may(Permission.SEE_DAY):
        await desk.reply(setting.say("not-allowed"))
        return
    figure = Figure(
        _days(callback_data.first, callback_data.last),
        callback_data.what,
        callback_data.currency,
        base64.urlsafe_b64decode(callback_data.channel).decode() or None,
        is_of_channel=callback_data.is_of_channel,
    )
    page = callback_data.page
    edits = message_id if page else None

    def look(books: Books) -> OutgoingMessage:
        seen = see_figure(books, figure, PAGE + 1, page * PAGE)
        if seen is None:
            return setting.say("button-too-old")
        return _entries(setting, seen, names_of(books, words), page, edits)

    await desk.reply(await desk.read(look))


def _board(
    setting: Setting, told: ToldResults, names: Names, part: str, edits: int | None
) -> OutgoingMessage:
    words, days = setting.words, told.results.days
    title = words("figures-title", what=begin_line(format_days(days, words.language)))
    figures_shown = islice(_buttons(words, told, names, part), _BUTTONS_MAX)
    rows: list[tuple[Button, ...]] = [(each,) for each in figures_shown]
    others = [each for each in PARTS if each != part]
    rows.append(
        tuple(
            Button(
                words.plain(f"button-figures-{each}"), data=board_data(days, each, is_turned=True)
            )
            for each in others
        )
    )
    before = told.before.days
    label = words.plain("button-figures-before", days=format_days(before, words.language))
    rows.append((Button(label, data=board_data(before, part, is_turned=True)),))
    return setting.message(f"{title}\n{words('figures-how')}", tuple(rows), edits=edits)


def _buttons(words: Words, told: ToldResults, names: Names, part: str) -> Iterator[Button]:
    base = told.results.currency(told.base_currency)
    others = [each for each in told.results.currencies if each.currency != base.currency]
    for found in (base, *others):
        match part:
            case "cash":
                labelled = _cash(words, found, names)
            case "places":
                labelled = _places(found, names)
            case _:
                labelled = _earned(words, told, found, names)
        for label, what, amount in labelled:
            figure = Figure(told.results.days, what, found.currency)
            yield _figure_button(words, label, amount, figure)
        if part == EARNED:
            yield from _channels(words, told, found)


Labelled = Iterator[tuple[str, str, Money]]


def _earned(words: Words, told: ToldResults, found: CurrencyResults, names: Names) -> Labelled:
    del told
    yield words.plain("results-sales"), figures.SALES_FIGURE, found.sales
    if found.refunds:
        yield words.plain("results-refunds"), figures.REFUNDS_FIGURE, -found.refunds
    if found.cost_of_goods:
        yield words.plain("results-cost"), figures.COST_FIGURE, -found.cost_of_goods
        yield words.plain("results-margin"), figures.MARGIN_FIGURE, found.gross_margin
    for other in found.other_income:
        yield names.get(other.account, other.account), other.account, other.amount
    if found.expense_total:
        yield words.plain("results-expenses"), figures.EXPENSES_FIGURE, -found.expense_total
    for each in found.expenses:
        yield f"· {names.get(each.account, each.account)}", each.account, -each.amount
    if found.fees:
        yield words.plain("figures-fees"), figures.FEES_FIGURE, -found.fees
    yield words.plain("results-net"), figures.RESULT_FIGURE, found.net_result


def _cash(words: Words, found: CurrencyResults, names: Names) -> Labelled:
    yield words.plain("results-net"), figures.RESULT_FIGURE, found.net_result
    for each in found.cash_steps:
        yield names.get(each.account, each.account), each.account, each.amount


def _places(found: CurrencyResults, names: Names) -> Labelled:
    for each in found.places:
        yield names.get(each.account, each.account), each.account, each.after


def _channels(words: Words, told: ToldResults, found: CurrencyResults) -> Iterator[Button]:
    for sold in told.channels_in(found.currency):
        name = sold.channel or words.plain("results-no-channel")
        for what, label, amount in (
            (figures.SALES_FIGURE, "results-sales", sold.sales),
            (figures.REFUNDS_FIGURE, "results-refunds", -sold.refunds),
        ):
            if amount:
                figure = Figure(
                    told.results.days, what, found.currency, sold.channel, is_of_channel=True
                )
                yield _figure_button(words, f"{words.plain(label)} · {name}", amount, figure)


def _figure_button(words: Words, label: str, amount: Money, figure: Figure) -> Button:
    said = words.plain("plain-amount", amount=amount)
    room = max(_LABEL_MIN, _BUTTON_MAX - len(f": {said}"))
    return Button(f"{shorten(label, room)}: {said}", data=_figure_data(figure, page=0))


def _entries(
    setting: Setting, seen: FigureSeen, names: Names, page: int, edits: int | None
) -> OutgoingMessage:
    words, figure = setting.words, seen.figure
    lines = [_title(words, seen, names)]
    if seen.place is not None:
        lines.append(
            words(
                "figures-place",
                before=seen.place.before,
                incoming=seen.place.money_in,
                outgoing=seen.place.money_out,
                after=seen.place.after,
            )
        )
    lines.append("")
    shown = seen.facts[:PAGE]
    if not shown:
        lines.append(words("made-of-none"))
    lines.extend(_line(words, seen, fact, names) for fact in shown)
    numbers = list(dict.fromkeys(fact.number for fact in shown))
    opening = [open_button(words, number) for number in numbers]
    rows = [
        tuple(opening[at : at + _BUTTONS_PER_ROW])
        for at in range(0, len(opening), _BUTTONS_PER_ROW)
    ]
    if len(seen.facts) > PAGE:
        rows.append((Button(words.plain("button-more"), data=_figure_data(figure, page + 1)),))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def _title(words: Words, seen: FigureSeen, names: Names) -> str:
    figure = seen.figure
    name = names.get(figure.what) or words.plain(f"figures-{figure.what}")
    if figure.is_of_channel:
        name = f"{name} · {figure.channel or words.plain('results-no-channel')}"
    return words(
        "figures-entries",
        what=name,
        days=format_days(figure.days, words.language),
        amount=seen.amount,
        count=seen.count,
    )


def _line(words: Words, seen: FigureSeen, fact: Fact, names: Names) -> str:
    said = fact.counterparty or fact.narration or names.get(fact.account, fact.account)
    return words(
        "answer-row-entry",
        day=fact.booked_on,
        amount=seen.effect(fact),
        name=shorten(said),
        number=str(fact.number),
    )


def _figure_data(figure: Figure, page: int) -> str:
    return FigureCallback(
        first=figure.days.first.isoformat(),
        last=figure.days.last.isoformat(),
        what=figure.what,
        currency=figure.currency,
        page=page,
        is_of_channel=figure.is_of_channel,
        channel=base64.urlsafe_b64encode((figure.channel or "").encode()).decode(),
    ).pack()


def _days(first: str, last: str) -> Days:
    return Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
