"""One line of an answer in words."""

import datetime as dt

from handlers.answers.understood_text import WEEKDAYS, Names
from locales.result_rows import percent_text
from locales.words import Words, as_name, shorten
from parsing.questions.query import BANKS, COUNTER, GATEWAY_PREFIX, GATEWAYS, ONLINE, TILLS, Ask
from reports.numbers import format_days
from services.answers.answer_days import WEEKEND
from services.answers.answer_figures import APART, TIMES
from services.answers.answer_groups import WEEKDAY
from services.answers.answer_open import HELD, PROBLEM
from services.answers.answer_question import AGE
from services.answers.answer_totals import COUNTED_EACH, permille_of
from services.answers.counts_made import COUNTED_AS
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import CHANNEL

OF_CATEGORY = {
    "category": "answer-row",
    "without": "answer-row-without",
    APART: "answer-row-apart",
}
"""How a line about a cash category is said, by its role."""
_KINDS = frozenset({ONLINE, COUNTER})
_PLACES = frozenset({TILLS, BANKS, GATEWAYS})


def row_text(words: Words, row: AnswerRow, names: Names) -> str:
    """Say one line: of days, of an order, of an entry, of whoever or whatever is named."""
    if row.days is not None:
        shown = format_days(row.days, words.language)
        if row.name:
            shown = f"{shorten(as_name(row.name))}, {shown}"
        if row.role == COUNTED_EACH:
            return words("answer-row-now-count", days=shown, amount=row.amount, count=row.count)
        return words("answer-row-now", days=shown, amount=row.amount) + _share(words, row)
    if row.permille is not None and row.account is None and not row.role:
        percent = percent_text(row.permille, words.language)
        return words("answer-row-order", order=row.name or "", amount=row.amount, percent=percent)
    name = row_name(words, row, names)
    if row.role in {TIMES, AGE}:
        return words(f"answer-row-{row.role}", name=name, amount=row.amount, count=row.count)
    if row.day is None:
        return words("answer-row", name=name, amount=row.amount) + _share(words, row)
    return _dated(words, row, name, row.day)


def told_row(words: Words, answer: Answer, row: AnswerRow, names: Names) -> str:
    """Say one line; of names and channels that are counted how many of each there are."""
    is_counted = Ask.COUNT in {answer.query.ask, answer.query.compared}
    if not is_counted or row.role not in {"", CHANNEL}:
        return row_text(words, row, names)
    name = row_name(words, row, names)
    return words("answer-row-now-count", days=name, count=row.count, amount=row.amount)


def part_of(words: Words, answer: Answer, row: AnswerRow) -> str:
    """Say how much of all rows' sum one is, where that was asked."""
    if answer.query.share_of is None or row.permille is not None:
        return ""  # what it says of its own
    whole = next((each for each in answer.amounts if each.currency == row.amount.currency), None)
    share = None if whole is None else permille_of(row.amount.minor, whole.minor)
    return "" if share is None else f" ({percent_text(share, words.language)} %)"


def _dated(words: Words, row: AnswerRow, name: str, day: dt.date) -> str:
    """Say one line of what began on a day: an order, an entry, a debt, what needs a person."""
    if row.order is not None and row.number is None:
        order = row.order
        return words("answer-row-unpaid", order=order, name=name, amount=row.amount, day=day)
    if row.role == COUNTED_AS:
        key = "answer-row-counted" if row.amount else "answer-row-agreed"
        return words(key, day=day, name=name, amount=row.amount)
    if row.role == PROBLEM:
        return words("answer-row-problem", name=name, amount=row.amount, day=day, count=row.count)
    if row.number is not None:
        number = str(row.number)
        if row.order is not None:
            name = words.plain("answer-row-name-order", name=name, order=row.order)
        return words("answer-row-entry", name=name, amount=row.amount, day=day, number=number)
    key = "answer-row-until" if row.role == "until" else "answer-row-since"
    return words(key, name=name, amount=row.amount, day=day)


def _share(words: Words, row: AnswerRow) -> str:
    return "" if row.permille is None else f" ({percent_text(row.permille, words.language)} %)"


def row_name(words: Words, row: AnswerRow, names: Names) -> str:
    """Say what a line is of, as plain text."""
    said = _said(row)
    if said is not None:
        return words.plain(said)
    if row.role == HELD and row.name:
        return words.plain("answer-row-held", name=shorten(as_name(row.name)))
    if row.name:
        return shorten(as_name(row.name))
    if row.account is not None:
        return names.get(row.account, row.account.removeprefix(GATEWAY_PREFIX))
    return words.plain("answer-row-nobody")


def _said(row: AnswerRow) -> str | None:
    """Give the text that names a line, where it is no name."""
    if row.role == WEEKDAY:
        return WEEKDAYS[int(row.name or 0)]
    if row.role == PROBLEM:
        return f"exception-short-{row.name}"
    if row.role == WEEKEND:
        return f"answer-row-{row.name}"
    if row.role in _PLACES:
        return f"asked-place-{row.role}"
    if row.role != CHANNEL or (row.name and row.name not in _KINDS):
        return None
    return f"channel-{row.name}" if row.name else "answer-row-no-channel"
