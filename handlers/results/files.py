"""Any report as a file: a workbook, CSV or PDF."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.answers.answer_rows import row_name
from handlers.answers.packed_query import unpacked_query
from handlers.answers.told_answer import names_of
from handlers.answers.understood_text import understood
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known
from handlers.input import place_of
from handlers.results.charts import Kind, chart_of
from handlers.results.file_buttons import ANSWER, ASK, RESULTS
from handlers.results.report_callbacks import FileCallback
from ledger.days import Days
from ledger.money import Money
from locales.file_tables import listed_table, results_table, shown_name
from locales.words import Words
from parsing.questions.query import Ask, Query
from reports.file_table import Cell, FileTable
from reports.numbers import format_days
from services.answers.answer_question import answer_question, entries_behind
from services.answers.ask_rights import Allowed, may_ask
from services.messages import Attached, Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.results.report_results import tell_results
from services.shop import Shop

if TYPE_CHECKING:
    from reports.sheet import Sheet

ENTRIES_MAX = 5_000
"""More entries than these no file has; the answer's own sum is in the chat."""
_LISTED = frozenset({Ask.TOP, Ask.BALANCE, Ask.OWED, Ask.SERIES})
_NAME_MAX = 60

router = Router(name="files")
router.callback_query.filter(is_known)


@router.callback_query(FileCallback.filter())
async def file_pressed(
    callback: CallbackQuery,
    callback_data: FileCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Ask which file is wanted, or write it apart from the books and send it."""
    chat_id, _ = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    if chat_id != person.telegram_id:
        await desk.reply(setting.say("not-allowed"))
        return
    if callback_data.how == ASK:
        buttons = tuple(
            Button(how.upper(), data=callback_data.model_copy(update={"how": how}).pack())
            for how in WRITERS
        )
        await desk.reply(setting.message(words("file-ask"), (buttons,)))
        return
    now = desk.cause.at
    table, lay_out = await desk.read(lambda books: _table(books, setting, callback_data, now))
    if table is None:
        await desk.reply(setting.say("not-allowed"))
        return
    how = callback_data.how
    content = await asyncio.to_thread(WRITERS[how], table, lay_out)
    name = f"{_file_name(table.title)}.{how}"
    caption = f"<b>{words('plain-text', text=table.title)}</b>"
    await desk.reply(OutgoingMessage(chat_id, caption, document=Attached(name, content)))


LaysOut = Callable[[], "Sheet"]


def _table(
    books: Books, setting: Setting, asked: FileCallback, now: dt.datetime
) -> tuple[FileTable | None, LaysOut | None]:
    """Look up a report; none where the person may not know it."""
    person, words = setting.viewer, setting.words
    if person is None:
        return None, None
    if asked.kind == ANSWER:
        query = unpacked_query(asked.query)
        return (None if query is None else _answer(books, words, query, person, now)), None
    if not person.may(Permission.SEE_DAY):
        return None, None
    days = Days(dt.date.fromisoformat(asked.first), dt.date.fromisoformat(asked.last))
    if asked.kind == RESULTS:
        return results_table(words, tell_results(books, days, now), names_of(books, words)), None
    chart = chart_of(books, words, Kind(asked.kind), days, now)

    def lay_out() -> "Sheet":
        from reports.sheet import LIGHT  # noqa: PLC0415 - matplotlib is heavy

        return chart.lay_out(LIGHT)

    return chart.table, lay_out


def _answer(
    books: Books, words: Words, query: Query, person: Person, now: dt.datetime
) -> FileTable | None:
    """Lay out an answer: its rows where it is a list, else the entries behind it."""
    allowed = may_ask(books, query, person, is_group=False)
    if not isinstance(allowed, Allowed):
        return None
    names = names_of(books, words)
    title = understood(words, allowed.query, names)
    if allowed.query.ask in _LISTED:
        columns = [words.plain(each) for each in ("file-name", "file-amount", "file-since")]
        return listed_table(words, title, columns, _rows(books, words, allowed.query, now), 1)
    keys = ("file-number", "file-day", "file-amount", "file-account", "file-name")
    columns = [words.plain(each) for each in (*keys, "file-narration")]
    return listed_table(words, title, columns, _entries(books, words, allowed.query), 2)


def _rows(
    books: Books, words: Words, query: Query, now: dt.datetime
) -> Iterator[tuple[Cell, ...]]:
    names = names_of(books, words)
    for row in answer_question(books, query, now).rows:
        name = shown_name(words, row.name)
        if row.role:
            name = row_name(words, row, names)
        if row.account is not None and not row.name:
            name = names.get(row.account, row.account)
        if row.days is not None:
            name = format_days(row.days, words.language)
        yield name, row.amount, row.day


def _entries(books: Books, words: Words, query: Query) -> Iterator[tuple[Cell, ...]]:
    """Give entries with their amounts as the answer counts them."""
    names = names_of(books, words)
    facts = entries_behind(books, query, ENTRIES_MAX, 0)
    sign = -1 if sum(each.amount.minor for each in facts) < 0 else 1
    for each in facts:
        amount = Money(sign * each.amount.minor, each.amount.currency)
        account = names.get(each.account, each.account)
        who = shown_name(words, each.counterparty) if each.counterparty else ""
        yield str(each.number), each.booked_on, amount, account, who, each.narration


def _xlsx(table: FileTable, lay_out: LaysOut | None) -> bytes:
    from reports.file_xlsx import write_xlsx  # noqa: PLC0415 - openpyxl is heavy

    del lay_out
    return write_xlsx(table)


def _csv(table: FileTable, lay_out: LaysOut | None) -> bytes:
    from reports.file_csv import write_csv  # noqa: PLC0415 - needed here alone

    del lay_out
    return write_csv(table)


def _pdf(table: FileTable, lay_out: LaysOut | None) -> bytes:
    from reports.file_pdf import write_pdf  # noqa: PLC0415 - matplotlib is heavy

    return write_pdf(table, None if lay_out is None else lay_out())


WRITERS: Mapping[str, Callable[[FileTable, LaysOut | None], bytes]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "pdf": _pdf,
}


def _file_name(title: str) -> str:
    kept = "".join(letter if letter.isalnum() or letter in "-–." else " " for letter in title)
    return "_".join(kept.split())[:_NAME_MAX].rstrip("._") or "report"
